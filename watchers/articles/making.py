"""From a page's bytes or an entry's text to an article and its statements, in one hop.

Runs in a worker process, which builds its reader once. The cheap look comes first: most pages name
no claim at all, and extraction is a hundred times dearer than the look.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from watchers.articles.cleaning import cleaned
from watchers.articles.credits import agency_of, outlet_of, without_outlet
from watchers.articles.decoding import decoded
from watchers.articles.extraction import Extracted, OpenPage, is_live_blog, too_many_nodes
from watchers.articles.keeping import kept_article, kept_page
from watchers.articles.language import declared_language, is_english
from watchers.articles.records import (
    Material,
    Page,
    Read,
    Reason,
    Refused,
    Source,
    TextReader,
)
from watchers.links import canonical_link
from watchers.model import Article
from watchers.plaintext import rough_text, without_scripts
from watchers.walls import Wall, asks_to_subscribe, says_paid, wall_of_answer, wall_of_text

#: Characters and paragraphs from which a feed's text is taken for the whole article.
_WHOLE_CHARS, _WHOLE_PARAGRAPHS = 1_200, 3
#: Characters below which a page that says "not free" shows a teaser and no article.
_TEASER_CHARS = 1_500
#: Characters below which an error's words in the title mean an error.
_ERROR_MAX_CHARS = 400
#: Share of zero bytes from which a body is no text; but UTF-16 and UTF-32 are half zeros.
_BINARY_SHARE = 0.002
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
#: A publisher's clock may be fast by this much.
_CLOCK_SLACK = timedelta(minutes=10)

_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|&hellip;|(?:read|continue|view|see) (?:more|reading|full (?:story|article))\s*[»→>.]*)\s*$",
    re.IGNORECASE,
)
_ERROR_TITLE = re.compile(
    r"(?:^|\b)(?:404|403|500|502|503|page not found|not found|error|something went wrong|page unavailable"
    r"|service unavailable|site (?:is )?(?:down|under) (?:for )?maintenance|page (?:does not|doesn'?t) exist"
    r"|oops)\b",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b", re.IGNORECASE
)
#: What `why` says of a page that names a claim and whose article does not.
_BESIDE = "only what stands beside the article names one"
_REASON_OF_WALL = {
    Wall.CONSENT: Reason.CONSENT_WALL,
    Wall.CHALLENGE: Reason.CHALLENGE,
    Wall.PAYWALL: Reason.PAYWALL,
    Wall.LOGIN: Reason.LOGIN,
    Wall.FORBIDDEN: Reason.FORBIDDEN,
}

_reader: TextReader | None = None


def prepare_reader(factory: Callable[[], TextReader]) -> None:
    """Build this process's reader; the first thing that a worker does."""
    global _reader  # noqa: PLW0603 - one a process, built once
    _reader = factory()


def make(material: Material) -> Read | Refused:
    """The worker's task: `make_with` the reader of this process."""
    return make_with(this_reader(), material)


def this_reader() -> TextReader:
    """The reader of this process, for a worker's other tasks."""
    if _reader is None:
        raise RuntimeError("this worker was started without a reader")
    return _reader


def is_whole(text: str) -> bool:
    """Whether a feed's text is the article and not its beginning."""
    paragraphs = text.count("\n\n") + 1
    return (
        len(text) >= _WHOLE_CHARS
        and paragraphs >= _WHOLE_PARAGRAPHS
        and not _CUT_OFF.search(text)
        and not asks_to_subscribe(text[-400:])
    )


def make_with(reader: TextReader, material: Material) -> Read | Refused:
    """The article behind an entry, read; or why there is none."""
    if material.page is not None:
        return _from_page(reader, material, material.page)
    source = Source.ENTRY if is_whole(material.summary) else Source.HEADLINE
    return _from_entry(reader, material, source, material.without_page, material.detail)


def _from_page(reader: TextReader, material: Material, page: Page) -> Read | Refused:
    obstacle = _obstacle(page, material.url)
    if obstacle is not None:
        return _from_entry(reader, material, Source.HEADLINE, *obstacle)
    content_type = page.headers.get("content-type", "")
    markup = decoded(page.body, content_type)
    markup = markup.replace("\x00", "") if b"\x00" in page.body else markup
    if _NO_PAGE.match(markup[:500]):
        return _from_entry(
            reader, material, Source.HEADLINE, Reason.NO_PAGE, "a feed is served there"
        )
    bare = without_scripts(markup)
    if not reader.looks_relevant(f"{material.title} \n {material.summary} \n {rough_text(bare)}"):
        return Refused(reason=Reason.NO_CLAIM, kept=kept_page(bare), is_live=is_live_blog(markup))
    return _from_relevant(reader, material, page, bare)


def _from_relevant(
    reader: TextReader, material: Material, page: Page, markup: str
) -> Read | Refused:
    if too_many_nodes(markup):
        return _from_entry(
            reader, material, Source.HEADLINE, Reason.TOO_LARGE, "the page has too many elements"
        )
    opened = OpenPage(markup, page.url)
    found = opened.extract()
    if not _may_speak(reader, material, found, page):
        return Refused(reason=Reason.NO_CLAIM, detail=_BESIDE, kept=kept_page(markup))
    found = opened.completed(found)
    title = _title(material, found)
    text = cleaned(found.text, titles=(title, found.title))
    judged = _judge_text(text, found, page)
    if judged is not None:
        return _from_entry(reader, material, Source.HEADLINE, *judged)
    declared = declared_language(markup)
    if not is_english(text, declared=declared):
        return _other_language(declared)
    article = _article(material, title=title, text=text, found=found, page=page)
    read = _read(reader, article, Source.PAGE, Reason.READ, "", is_live=found.is_live)
    unsigned = not (article.author or article.agency)
    return _with_byline(read, opened) if read.statements and unsigned else read


def _with_byline(read: Read, page: OpenPage) -> Read:
    """Find who wrote it: papers with an agency in the byline are one witness."""
    author = page.byline()
    agency = agency_of(read.article.text, author)
    article = replace(read.article, author=author, agency=agency)
    return replace(read, article=article, kept=kept_article(article))


def _may_speak(reader: TextReader, material: Material, found: Extracted, page: Page) -> bool:
    """Whether the extracted article can name a claim, or something is amiss that is to be told.

    What is not known yet is the title, where neither the entry nor the page's head has one.
    """
    has_title = bool(found.title) or not _needs_title(material)
    if not has_title or _judge_text(found.text, found, page) is not None:
        return True
    whole = f"{material.title} \n {material.summary} \n {found.title} \n {found.text}"
    return found.is_live or reader.looks_relevant(whole)


def _obstacle(page: Page, asked: str) -> tuple[Reason, str] | None:
    """What shows from outside that this is not the article's page."""
    wall = wall_of_answer(url=page.url, status=page.status, headers=page.headers, body=page.body)
    if wall is not None:
        return _REASON_OF_WALL[wall], f"HTTP {page.status} at {page.url}"
    kind = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and not (
        kind.startswith("text/")
        or "html" in kind
        or "xml" in kind
        or kind == "application/octet-stream"
    ):
        return Reason.NO_PAGE, f"{kind} where a page should be"
    start = page.body[:1_000]
    if start.count(0) > len(start) * _BINARY_SHARE and not start.startswith(_WIDE_MARKS):
        return Reason.NO_PAGE, "binary data where a page should be"
    if urlsplit(page.url).path.strip("/") == "" and urlsplit(asked).path.strip("/") != "":
        return Reason.ERROR_PAGE, f"leads to the front page {page.url}"
    return None


def _judge_text(text: str, found: Extracted, page: Page) -> tuple[Reason, str] | None:
    """What shows from the extracted text that it is not the article."""
    wall = wall_of_text(text)
    if wall is not None:
        return _REASON_OF_WALL[wall], "the text is the wall's"
    if (
        len(text) < _ERROR_MAX_CHARS
        and _ERROR_TITLE.search(found.title)
        and _ERROR_TITLE.search(text[:300])
    ):
        return Reason.ERROR_PAGE, f"says {found.title[:100]!r}"
    if says_paid(page.body) and (len(text) < _TEASER_CHARS or asks_to_subscribe(text[-600:])):
        return Reason.PAYWALL, "the page shows the beginning only"
    if not text:
        return Reason.NO_TEXT, "no article text was found on the page"
    return None


def _from_entry(
    reader: TextReader, material: Material, source: Source, reason: Reason, detail: str
) -> Read | Refused:
    """Read what the feed itself says; it is the publisher's word, if a short one."""
    title = without_outlet(material.title, material.outlet or "")
    text = cleaned(_CUT_OFF.sub("", material.summary), titles=(material.title, title))
    article = _article(material, title=title, text=text, found=None, page=None)
    if not article.title and not article.text:
        return Refused(reason=Reason.NO_TEXT if reason is Reason.READ else reason, detail=detail)
    if not reader.looks_relevant(f"{article.title} \n {article.text}"):
        refusal = Reason.NO_CLAIM if source is Source.ENTRY else reason
        refusal = Reason.NO_CLAIM if refusal in (Reason.NO_LINK, Reason.READ) else refusal
        return Refused(reason=refusal, detail=detail, kept=kept_article(article))
    if not is_english(f"{article.title} {article.text}", declared=None):
        return _other_language(None)
    return _read(reader, article, source, reason, detail, is_live=False)


def _read(
    reader: TextReader,
    article: Article,
    source: Source,
    reason: Reason,
    detail: str,
    *,
    is_live: bool,
) -> Read:
    return Read(
        article=article,
        source=source,
        reason=reason,
        detail=detail,
        statements=tuple(reader.read(article)),
        is_live=is_live,
        kept=kept_article(article),
    )


def _article(
    material: Material, *, title: str, text: str, found: Extracted | None, page: Page | None
) -> Article:
    url = (found.canonical if found else None) or material.url
    author = material.author or (found.author if found else None)
    return Article(
        id=article_id(url),
        url=url,
        title=title,
        text=text,
        published=_published(material, found.published if found else None),
        outlet=outlet_of(
            configured=material.outlet,
            feed_title=material.feed_title,
            site_name=found.site_name if found else "",
            link=page.url if page else url,
        ),
        owner=material.owner,
        author=author,
        agency=agency_of(text, author),
    )


def article_id(url: str) -> str:
    """The same for every form of a link that leads to one page."""
    return hashlib.sha256(canonical_link(url).encode("utf-8", "replace")).hexdigest()[:20]


def _title(material: Material, found: Extracted) -> str:
    title = (found.title if _needs_title(material) else "") or material.title
    return without_outlet(title, material.outlet or "", found.site_name)


def _needs_title(material: Material) -> bool:
    return not material.title or bool(_CUT_OFF.search(material.title))


def _published(material: Material, page_date: datetime | None) -> datetime:
    """The day and hour as well as they can be known.

    The feed's stamp, save where it is missing, in the future, or a bare day (midnight) of which the
    page knows the hour. Nothing is younger than when it was seen.
    """
    latest = material.seen_at + _CLOCK_SLACK
    stamps = [stamp for stamp in (material.published, page_date) if stamp and stamp <= latest]
    if not stamps:
        return material.seen_at
    first = stamps[0]
    is_bare_day = first.hour == first.minute == first.second == 0
    if is_bare_day and len(stamps) > 1 and abs(stamps[1] - first) < timedelta(days=1):
        return stamps[1]
    return min(first, material.seen_at)


def _other_language(declared: str | None) -> Refused:
    named = f" (the page declares {declared!r})" if declared else ""
    return Refused(reason=Reason.OTHER_LANGUAGE, detail=f"the text is not English{named}")
