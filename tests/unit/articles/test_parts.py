"""The small judgements behind an article: charset, language, credits, walls, links, plain text."""

import zlib

import pytest

from watchers import inflate
from watchers.addresses import AllowedHosts
from watchers.articles.credits import agency_of, outlet_of, without_outlet
from watchers.articles.decoding import decoded
from watchers.articles.extraction import OpenPage, too_many_nodes
from watchers.articles.language import declared_language, is_english
from watchers.links import absolute_link, canonical_link, host_of
from watchers.pacing import HostGate
from watchers.plaintext import line_of_html, rough_text, text_of_html, without_scripts
from watchers.walls import Wall, wall_of_answer, wall_of_text

HEAD = '<meta charset="iso-8859-2">'


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    {
        "UTF-8 that says it is Latin": (
            "Élysée".encode(),
            "text/html; charset=iso-8859-1",
            "Élysée",
        ),
        "Latin, as it says": (
            "Élysée".encode("latin-1"),
            "text/html; charset=iso-8859-1",
            "Élysée",
        ),
        "by its own word": ((HEAD + "Łódź").encode("iso-8859-2"), "text/html", HEAD + "Łódź"),
        "Windows, unlabelled": ("“no”".encode("cp1252"), "", "“no”"),
        "UTF-16 with its mark": ("yes".encode("utf-16"), "", "yes"),
        "UTF-8 with its mark": (b"\xef\xbb\xbfyes", "", "yes"),
        "a charset that is none": ("é".encode("cp1252"), "text/html; charset=rot13", "é"),
        "a charset nobody knows": ("é".encode("cp1252"), "text/html; charset=banana", "é"),
    }.values(),
)
def test_decoding(body: bytes, content_type: str, expected: str) -> None:
    assert decoded(body, content_type) == expected


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    {
        "English": (
            "The minister said that he would not send the troops to the border, and that it was for the others to say who should go there in his place.",
            None,
            True,
        ),
        "English on a page that claims German": (
            "The minister said that he would not send the troops to the border, and that it was for the others to say who should go there in his place.",
            "de",
            True,
        ),
        "German": (
            "Der Minister sagte, dass er keine Soldaten an die Grenze schicken werde und dass es an den anderen sei zu sagen, wer an seiner Stelle dorthin gehen solle.",
            "en",
            False,
        ),
        "French": (
            "Le ministre a déclaré qu'il n'enverrait pas de soldats à la frontière et que c'était aux autres de dire qui devrait y aller à sa place dans les prochains mois.",
            None,
            False,
        ),
        "Ukrainian": (
            "Міністр сказав, що не відправить солдатів на кордон, і що іншим вирішувати.",
            None,
            False,
        ),
        "a short headline": ("Macron: Peacekeepers possible", None, True),
        "a short headline on a German page": ("Macron: Soldaten möglich", "de", False),
        "nothing": ("", None, True),
        "numbers": ("12 34", "de", True),
    }.values(),
)
def test_language(text: str, declared: str | None, expected: bool) -> None:
    assert is_english(text, declared=declared) is expected


@pytest.mark.parametrize(
    ("page", "expected"),
    {
        "declared": ('<!doctype html><html class="x" lang="en-GB">', "en"),
        "undeclared": ("<html><body lang=de>", None),
    }.values(),
)
def test_declared_language(page: str, expected: str | None) -> None:
    assert declared_language(page) == expected


@pytest.mark.parametrize(
    ("text", "author", "expected"),
    {
        "a dateline": ("LONDON, Feb 16 (Reuters) - Starmer said so.", None, "Reuters"),
        "a dateline of an agency nobody knows": (
            "PARIS, Feb. 16 (ANA) -- He said so.",
            None,
            "ANA",
        ),
        "an opening": ("WASHINGTON (AP) He said so.", None, "Associated Press"),
        "the byline": ("He said so.", "A. Writer and AFP", "AFP"),
        "the end": ("He said so.\n\nShe too. — Reuters", None, "Reuters"),
        "a credit": ("He said so.\n\nSource: Ukrinform", None, "Ukrinform"),
        "brackets at the end": ("He said so.\n\nShe too. (dpa)", None, "dpa"),
        "a mention is no credit": ("He told Reuters that he would go.\n\nShe too.", None, None),
        "brackets of another kind": ("The minister (right) said so.", None, None),
        "none": ("He said so.", "A. Writer", None),
    }.values(),
)
def test_agency(text: str, author: str | None, expected: str | None) -> None:
    assert agency_of(text, author) == expected


def test_outlet_is_the_best_name_there_is() -> None:
    names = {"configured": "A", "feed_title": "B", "site_name": "C", "link": "https://www.d.test/x"}
    assert outlet_of(**names) == "A"
    assert outlet_of(**{**names, "configured": None}) == "C"
    assert outlet_of(**{**names, "configured": None, "site_name": ""}) == "B"
    assert (
        outlet_of(configured=None, feed_title="", site_name="", link="https://www.d.test/x")
        == "d.test"
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    {
        "an outlet at the end": ("Minister says no - The Paper", "Minister says no"),
        "another word at the end": ("Minister says no - again", "Minister says no - again"),
        "nothing": ("Minister says no", "Minister says no"),
    }.values(),
)
def test_titles_lose_the_outlet(title: str, expected: str) -> None:
    assert without_outlet(title, "", "The Paper") == expected


def _wall(
    status: int = 200, url: str = "https://a.test/news", body: bytes = b"", **headers: str
) -> Wall | None:
    return wall_of_answer(
        url=url,
        status=status,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        body=body,
    )


def test_walls_from_outside() -> None:
    assert _wall(503, cf_mitigated="challenge") is Wall.CHALLENGE
    assert _wall(403, x_datadome="protected") is Wall.CHALLENGE
    assert _wall(200, x_datadome="protected") is None
    assert _wall(url="https://consent.a.test/?to=x") is Wall.CONSENT
    assert _wall(url="https://a.test/login?next=x") is Wall.LOGIN
    assert _wall(403) is Wall.FORBIDDEN
    article = b"<p>one</p><p>two</p><p>three</p><p>four</p>"
    assert _wall(body=article + b"<script src=//hcaptcha.com>") is None, "a page with a form"
    assert _wall(body=b"<p>one</p><script src=//hcaptcha.com>") is Wall.CHALLENGE


def test_walls_from_their_words() -> None:
    assert wall_of_text("Before you continue, accept all cookies.") is Wall.CONSENT
    assert wall_of_text("Some words. Subscribe now to continue reading.") is Wall.PAYWALL
    assert wall_of_text("He said so. " * 400 + "We value your privacy") is None
    assert wall_of_text("The minister respects your question.") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://A.test/x/", "https://a.test/x"),
        ("https://a.test:443/x#comments", "https://a.test/x"),
        ("https://a.test/x?utm_source=a&id=1&fbclid=z", "https://a.test/x?id=1"),
    ],
)
def test_links_that_mean_one_page(one: str, other: str) -> None:
    assert canonical_link(one) == canonical_link(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.test/x?id=1", "https://a.test/x?id=2"),
        ("https://a.test/x", "https://b.test/x"),
        ("https://a.test:8080/x", "https://a.test/x"),
        ("https://a.test/#!x", "https://a.test/#!y"),
    ],
)
def test_links_that_mean_two_pages(one: str, other: str) -> None:
    assert canonical_link(one) != canonical_link(other)


def test_odd_links() -> None:
    assert canonical_link("http://[::1") == "http://[::1"
    assert host_of("http://[::1") == ""
    assert absolute_link("http://[::1", "https://a.test/") is None
    assert absolute_link("mailto:x@a.test", "https://a.test/") is None
    assert absolute_link("/x" * 2_000, "https://a.test/") is None
    assert absolute_link(" ../y ", "https://a.test/x/z") == "https://a.test/y"


def test_plain_text() -> None:
    assert (
        text_of_html("peace<b>keep</b>ers<br>and<!-- no --> <script>no</script>more")
        == "peacekeepers\n\nand more"
    )
    assert text_of_html("a\u00adb &lt;c&gt; \n\n d") == "ab <c>\n\nd"
    assert text_of_html("1 < 2 & 3 > 2") == "1 < 2 & 3 > 2"
    assert line_of_html("<p>A</p><p>B</p>") == "A B"


def test_rough_text_holds_all_that_can_be_seen_and_the_linked_article() -> None:
    page = (
        "<style>s</style><script>no</script><p>Ukr<a href=x>aine</a></p><li>NATO</li>"
        '<script type="application/ld+json">{"articleBody": "Say \\u201cno\\u201d\\n\\ud83d\\ude00 &amp;"}</script>'
    )
    rough = rough_text(without_scripts(page))
    assert "Ukraine" in rough
    assert "NATO" in rough
    assert "Say “no”" in rough
    assert "no" not in rough.replace("“no”", "")
    rough.encode()
    assert without_scripts(page).count("<script") == 1


@pytest.mark.parametrize(
    "page",
    ["<!--" * 200_000, "<script " * 100_000, "<" * 500_000, "<a <b " * 100_000, "&" * 500_000],
)
def test_hostile_markup_takes_no_time(page: str) -> None:
    rough_text(without_scripts(page))
    text_of_html(page)


def test_pages_with_too_many_nodes() -> None:
    assert too_many_nodes("<p>x" * 20_001)
    assert not too_many_nodes("<p>x</p>" * 20_000)


@pytest.mark.parametrize("page", ["", "<", "<html></html>", "\x01\x02", "<p>" + "x" * 10])
def test_pages_without_text_give_none(page: str) -> None:
    assert OpenPage(page, "https://a.test/x").extract().text in ("", "x" * 10)


def test_particulars_of_a_page() -> None:
    page = """<html><head><title>Title - Paper</title>
        <meta property="og:title" content="Title"><meta property="og:site_name" content="Paper">
        <link rel="canonical" href="/news/a"><meta property="article:published_time" content="2026-11-20T10:30:00Z">
        <script type="application/ld+json">{"@type": "LiveBlogPosting"}</script></head><body><p>x</p></body>"""
    found = OpenPage(page, "https://a.test/news/a?x=1").extract()
    assert (found.title, found.site_name, found.canonical) == (
        "Title",
        "Paper",
        "https://a.test/news/a",
    )
    assert found.published is not None
    assert found.published.hour == 10
    assert found.is_live


def test_what_a_head_does_not_say_is_looked_for_further_on() -> None:
    page = """<html><head></head><body><h1>Title</h1><span class="author-name">Ann Writer, Reuters</span>
        <time datetime="2026-11-20">20 Nov</time><p>x</p></body></html>"""
    opened = OpenPage(page, "https://a.test/x")
    found = opened.completed(opened.extract())
    assert (found.title, found.published and found.published.day) == ("Title", 20)
    assert "Reuters" in (opened.byline() or "")


@pytest.mark.parametrize("page", ["", "<", "\x01\x02"])
def test_where_there_is_no_page_nothing_is_found_further_on(page: str) -> None:
    opened = OpenPage(page, "https://a.test/x")
    found = opened.extract()
    assert (opened.completed(found), opened.byline()) == (found, None)


@pytest.mark.parametrize("link", ["https://evil.test/x", "https://a.test/", "javascript:x"])
def test_a_canonical_link_that_cannot_be_right_is_not_believed(link: str) -> None:
    page = f'<link rel="canonical" href="{link}"><p>x'
    assert OpenPage(page, "https://a.test/news/a").extract().canonical is None


def test_inflating_is_exact_at_every_size() -> None:
    for size in (0, 1, 65_535, 65_536, 65_537, 131_072, 200_000):
        body = bytes(size)
        packed = zlib.compress(body, wbits=31)
        assert inflate.gunzip(packed + packed, 500_000) == body * 2
        with pytest.raises(inflate.TooLarge):
            inflate.gunzip(packed + packed, max(2 * size - 1, 0)) if size else inflate.gunzip(
                zlib.compress(b"x", wbits=31), 0
            )


def test_inflating_what_is_broken() -> None:
    packed = zlib.compress(bytes(99), wbits=31)
    with pytest.raises(inflate.Broken):
        inflate.gunzip(packed[:-1], 1_000)
    with pytest.raises(inflate.Broken):
        inflate.gunzip(packed[:10] + b"\xff" * 9, 1_000)
    assert inflate.gunzip(packed + b"\x00" * 512, 1_000) == bytes(99), "padding is no fault"


async def test_hosts_of_long_ago_are_forgotten() -> None:
    gate = HostGate(pause_seconds=0.0, groups={})
    for number in range(2_100):
        async with gate.turn(f"h{number}.test"):
            pass
    assert len(gate._locks) < 2_050


def test_networks_are_allowed_by_version() -> None:
    allowed = AllowedHosts(["10.0.0.0/8", "intern.test"])
    from ipaddress import ip_address

    assert allowed.permits("10.1.2.3", ip_address("10.1.2.3"))
    assert allowed.permits("intern.test", ip_address("192.168.0.1"))
    assert not allowed.permits("::1", ip_address("::1"))
    assert allowed.permits("public.test", ip_address("93.184.216.34"))
