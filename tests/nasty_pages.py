"""The pages among the misbehaviours: what each serves, and what must be read of it.

Every entry's headline and summary are worth reading, so that a page which is none falls back to
them and the verdict says why.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

from tests.nasty_feeds import by_path, drip, endless, silence
from tests.nasty_web import Behaviour, answer, serve, serve_in_turn, serve_raw
from watchers.articles.records import Reason, Source

STORY = (
    "The government said on Friday that it would send peacekeepers to the border region, and that "
    "the decision had been taken after long talks with the opposition in the capital.",
    "The foreign minister told reporters that the peacekeepers would not be armed at first. She "
    "said that the question of their mandate would be settled by the parliament in the spring.",
    "Neighbouring countries were told of the plan a week ago, according to two of their ministers, "
    "who said that they had been given the time to answer it but had not been asked to agree.",
)
_GERMAN = (
    "Die Regierung hat am Freitag erklärt, dass sie Soldaten (peacekeepers) in die Grenzregion "
    "schicken werde, und dass die Entscheidung nach langen Gesprächen gefallen sei.",
) * 4
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page that misbehaves, as the link of an entry."""

    name: str
    does: Behaviour
    #: What was read; `None` where nothing was.
    source: Source | None
    reason: Reason
    #: Where the entry leads to on the row's host.
    path: str = "/news/story"


def page(
    *paragraphs: str,
    title: str = "Peacekeepers to go",
    head: str = "",
    tail: str = "",
    lang: str = "en",
) -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>'
        f"<nav><a href=/>Home</a><a href=/world>World</a></nav><article><h1>{title}</h1>{text}{tail}</article>"
        "<footer>© The Paper. All rights reserved.</footer></body></html>"
    ).encode()


def page_rows() -> tuple[PageRow, ...]:
    return (*_readable_rows(), *_wall_rows(), *_wire_rows(), *_heavy_rows())


def _html(body: bytes, **options: object) -> Behaviour:
    return serve(body, kind=_HTML, **options)


def _readable_rows() -> Iterator[PageRow]:
    def read(name: str, does: Behaviour, path: str = "/news/story") -> PageRow:
        return PageRow(name=name, does=does, source=Source.PAGE, reason=Reason.READ, path=path)

    fine = page(*STORY)
    yield read("p-fine", _html(fine))
    yield read("p-gzip", _html(gzip.compress(fine), headers=["Content-Encoding: gzip"]))
    yield read("p-no-type", serve(fine, kind=""))
    yield read(
        "p-wrong-charset", serve(page("“Élan,” he said.", *STORY), kind="text/html; charset=utf-16")
    )
    yield read(
        "p-latin",
        serve(
            page("Élan, he said.", *STORY).decode().encode("latin-1"),
            kind="text/html; charset=iso-8859-1",
        ),
    )
    yield read(
        "p-unlabelled-windows",
        serve(page("“Élan,” he said.", *STORY).decode().encode("cp1252"), kind="text/html"),
    )
    yield read("p-lone-halves", _html(page("&#xD83D; said.", *STORY)))
    yield read("p-nul-bytes", _html(fine.replace(b"<nav>", b"<nav>\x00")))
    yield read("p-unclosed", _html(fine[: fine.index(b"</article>")]))
    yield read("p-tail", _html(page(*STORY, tail=_tail())))
    yield read(
        "p-canonical-elsewhere",
        _html(page(*STORY, head='<link rel=canonical href="http://evil.test/x">')),
    )
    yield read(
        "p-consent-banner",
        _html(page(*STORY, tail="<div>We value your privacy. Accept all cookies</div>")),
    )
    yield read(
        "p-error-in-words",
        _html(page("The error was found.", *STORY, title="404 peacekeepers not found")),
    )
    yield read(
        "p-redirect",
        by_path(
            {
                "/news/story": serve(b"", status="301 Moved", headers=["Location: /news/there"]),
                "/news/there": _html(fine),
            }
        ),
    )
    yield read(
        "p-robots-allow",
        by_path(
            {
                "/robots.txt": serve(b"User-agent: *\nDisallow: /private\n"),
                "/news/story": _html(fine),
            }
        ),
    )
    yield read(
        "p-robots-html",
        by_path({"/robots.txt": _html(b"<html>Disallow: /"), "/news/story": _html(fine)}),
    )


def _wall_rows() -> Iterator[PageRow]:
    def fallback(name: str, does: Behaviour, reason: Reason, path: str = "/news/story") -> PageRow:
        return PageRow(name=name, does=does, source=Source.HEADLINE, reason=reason, path=path)

    paid = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    yield fallback(
        "p-consent",
        _html(
            page(
                "We value your privacy. We and our 843 partners store and/or access information on a device."
            )
        ),
        Reason.CONSENT_WALL,
    )
    yield fallback(
        "p-consent-redirect",
        by_path(
            {"/news/story": serve(b"", status="302 F", headers=["Location: /consent?x"])},
            _html(page(*STORY)),
        ),
        Reason.CONSENT_WALL,
    )
    yield fallback(
        "p-login",
        by_path(
            {"/news/story": serve(b"", status="302 F", headers=["Location: /login?x"])},
            _html(page(*STORY)),
        ),
        Reason.LOGIN,
    )
    yield fallback(
        "p-challenge",
        _html(
            b"<title>Just a moment...</title>", status="503 No", headers=["cf-mitigated: challenge"]
        ),
        Reason.CHALLENGE,
    )
    yield fallback(
        "p-challenge-200", _html(b"<title>Access Denied</title><p>peacekeepers"), Reason.CHALLENGE
    )
    yield fallback(
        "p-captcha",
        _html(b"<html><script src=https://geo.captcha-delivery.com/x.js></script>peacekeepers"),
        Reason.CHALLENGE,
    )
    yield fallback("p-401", _html(b"no", status="401 No"), Reason.FORBIDDEN)
    yield fallback("p-403", _html(b"no", status="403 No"), Reason.FORBIDDEN)
    yield fallback("p-402", _html(b"pay", status="402 Pay"), Reason.PAYWALL)
    yield fallback(
        "p-paywall",
        _html(page(STORY[0], "Subscribe now to continue reading.", head=paid)),
        Reason.PAYWALL,
    )
    yield fallback("p-teaser", _html(page(STORY[0], head=paid)), Reason.PAYWALL)
    yield fallback("p-404", _html(b"no", status="404 Not Found"), Reason.NOT_FOUND)
    yield fallback("p-410", _html(b"no", status="410 Gone"), Reason.NOT_FOUND)
    yield fallback(
        "p-error-200",
        _html(page("Page not found. It may have moved.", title="404 - Page not found")),
        Reason.ERROR_PAGE,
    )
    yield fallback(
        "p-to-front",
        by_path(
            {
                "/news/story": serve(b"", status="302 F", headers=["Location: /"]),
                "/": _html(page(*STORY)),
            }
        ),
        Reason.ERROR_PAGE,
    )
    yield fallback(
        "p-loop", serve(b"", status="302 F", headers=["Location: /news/story"]), Reason.CONSENT_WALL
    )
    yield fallback(
        "p-to-private",
        serve(b"", status="302 F", headers=["Location: http://10.0.0.1/"]),
        Reason.FORBIDDEN,
    )
    yield fallback(
        "p-robots",
        by_path(
            {
                "/robots.txt": serve(b"User-agent: *\nDisallow: /news\n"),
                "/news/story": _html(page(*STORY)),
            }
        ),
        Reason.ROBOTS,
    )
    yield fallback("p-pdf", serve(b"%PDF-1.7", kind="application/pdf"), Reason.NO_PAGE)
    yield fallback("p-image", serve(b"\x89PNG\r\n", kind="image/png"), Reason.NO_PAGE)
    yield fallback("p-binary", _html(bytes(range(256)) * 9), Reason.NO_PAGE)
    yield fallback(
        "p-feed",
        serve(b'<?xml version="1.0"?><rss><channel><title>peacekeepers', kind="text/xml"),
        Reason.NO_PAGE,
    )
    yield fallback("p-empty", _html(b""), Reason.NO_TEXT)
    yield fallback(
        "p-script-only",
        _html(b"<html><div id=root></div><script>peacekeepers</script>"),
        Reason.NO_TEXT,
    )
    yield PageRow(
        name="p-german",
        does=_html(page(*_GERMAN, lang="de")),
        source=None,
        reason=Reason.OTHER_LANGUAGE,
    )


def _wire_rows() -> Iterator[PageRow]:
    """What does not come is tried again; the test lets the tries run out."""

    def fallback(name: str, does: Behaviour, reason: Reason) -> PageRow:
        return PageRow(name=name, does=does, source=Source.HEADLINE, reason=reason)

    fine = _html(page(*STORY))
    yield fallback("p-500", _html(b"", status="500 No"), Reason.SERVER_ERROR)
    yield fallback(
        "p-429",
        _html(b"", status="429 No", headers=["Retry-After: 99999999999"]),
        Reason.TOLD_TO_WAIT,
    )
    yield fallback("p-silence", silence, Reason.UNREACHABLE)
    yield fallback("p-hangs-up", serve_raw(b""), Reason.UNREACHABLE)
    yield fallback("p-drip", drip(answer(page(*STORY))), Reason.UNREACHABLE)
    yield fallback("p-cut", _html(page(*STORY), length=99_999), Reason.UNREACHABLE)
    yield fallback("p-endless", endless, Reason.TOO_LARGE)
    yield fallback(
        "p-bomb",
        _html(gzip.compress(b"<p>" * 9_000_000), headers=["Content-Encoding: gzip"]),
        Reason.TOO_LARGE,
    )
    yield PageRow(
        name="p-comes-back",
        does=serve_in_turn(_html(b"", status="502 No"), fine),
        source=Source.PAGE,
        reason=Reason.READ,
    )


def _heavy_rows() -> Iterator[PageRow]:
    def heavy(name: str, body: bytes, reason: Reason) -> PageRow:
        source = Source.PAGE if reason is Reason.READ else Source.HEADLINE
        return PageRow(name=name, does=_html(body), source=source, reason=reason)

    cells = b"<tr>" + b"<td>1</td>" * 40
    fine = page(*STORY)
    yield heavy("p-table-5mb", b"<table>peacekeepers" + cells * 12_000, Reason.TOO_LARGE)
    yield heavy("p-table-2mb", b"<table>peacekeepers" + cells * 4_500, Reason.TOO_LARGE)
    yield heavy("p-nested", b"<div>" * 300_000 + b"peacekeepers", Reason.TOO_LARGE)
    yield heavy("p-nested-inline", b"<b>" * 15_000 + fine, Reason.NO_TEXT)
    yield heavy("p-open-comments", fine + b"<!--" * 300_000, Reason.READ)
    yield heavy(
        "p-one-long-line", page(*STORY, "the peacekeepers are in the city " * 50_000), Reason.READ
    )
    yield heavy("p-attributes", page(*STORY, tail="<p " + "a=1 " * 300_000 + ">"), Reason.READ)
    yield heavy("p-many-scripts", page(*STORY, head="<script>x</script>" * 9_000), Reason.READ)


def _tail() -> str:
    headlines = "".join(
        f"<li><a href=/{n}>Minister {n} rejects peacekeepers</a></li>" for n in range(12)
    )
    return f"<h3>Read also:</h3><ul>{headlines}</ul>"
