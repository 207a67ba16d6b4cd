"""What the demo's server sends: feeds in four formats, and pages with all that surrounds an article.

Knows markup. Knows no sockets, no clock and no claims: related headlines, captions and pleas for
letters stand around the text because they stand around it everywhere, and must not be read as it.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from bot.demo.week import DemoFeed, FeedFormat, page_path
from watchers.model import Article

#: Characters; the usual length of a teaser.
_SUMMARY_MAX_CHARS = 160
_RELATED = 5


def feed_document(feed: DemoFeed, articles: Sequence[Article], *, base: str) -> tuple[str, bytes]:
    """Content type and body of `feed`; `base` is the server's address."""
    content_type, write = _WRITERS[feed.format]
    return content_type, write(feed, articles, base).encode()


def _rss(feed: DemoFeed, articles: Sequence[Article], base: str) -> str:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{base}{page_path(one)}</link>"
        f'<guid isPermaLink="false">{escape(one.id)}</guid>'
        f"<description>{escape(_summary(one))}</description>"
        f"<pubDate>{format_datetime(one.published, usegmt=True)}</pubDate></item>\n"
        for one in articles
    )
    return _channel(feed, base, items)


def _headlines(feed: DemoFeed, articles: Sequence[Article], base: str) -> str:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{base}{page_path(one)}</link></item>\n"
        for one in articles
    )
    return _channel(feed, base, items)


def _channel(feed: DemoFeed, base: str, items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(feed.outlet)}</title><link>{base}{feed.path}</link>"
        f"<description>All the news of {escape(feed.outlet)}</description>\n{items}</channel></rss>"
    )


def _atom(feed: DemoFeed, articles: Sequence[Article], base: str) -> str:
    entries = "".join(
        f"<entry><id>tag:{escape(one.id)}</id><title>{escape(one.title)}</title>"
        f'<link rel="alternate" href="{base}{page_path(one)}"/>'
        f"<published>{_stamp(one.published)}</published>"
        f"<updated>{_stamp(one.published)}</updated>"
        f"<summary>{escape(_summary(one))}</summary></entry>\n"
        for one in articles
    )
    newest = max((one.published for one in articles), default=None)
    updated = f"<updated>{_stamp(newest)}</updated>" if newest else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<id>{base}{feed.path}</id><title>{escape(feed.outlet)}</title>{updated}\n{entries}</feed>"
    )


def _json(feed: DemoFeed, articles: Sequence[Article], base: str) -> str:
    items = [
        {
            "id": one.id,
            "url": f"{base}{page_path(one)}",
            "title": one.title,
            "summary": _summary(one),
            "date_published": _stamp(one.published),
        }
        for one in articles
    ]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps(
        {"version": version, "title": feed.outlet, "items": items}, ensure_ascii=False
    )


_WRITERS: dict[FeedFormat, tuple[str, Callable[[DemoFeed, Sequence[Article], str], str]]] = {
    FeedFormat.RSS: ("application/rss+xml; charset=utf-8", _rss),
    FeedFormat.HEADLINES: ("text/xml; charset=utf-8", _headlines),
    FeedFormat.ATOM: ("application/atom+xml; charset=utf-8", _atom),
    FeedFormat.JSON: ("application/feed+json; charset=utf-8", _json),
}


def _summary(article: Article) -> str:
    first = article.text.partition("\n\n")[0]
    if len(first) <= _SUMMARY_MAX_CHARS:
        return first
    return first[:_SUMMARY_MAX_CHARS].rpartition(" ")[0] + " …"


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def page_document(article: Article, related: Sequence[Article], *, language: str) -> bytes:
    """The article's page; `related` are other articles whose headlines stand below it."""
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in article.text.split("\n\n"))
    headlines = "\n".join(
        f'<li><a href="{page_path(one)}">{escape(one.title)}</a></li>' for one in related[:_RELATED]
    )
    body = _AROUND.format(
        title=escape(article.title),
        outlet=escape(article.outlet),
        stamp=_stamp(article.published),
        day=f"{article.published:%d %B %Y}",
        paragraphs=paragraphs,
        headlines=headlines,
    )
    return _page(article, body, language)


def consent_document(article: Article) -> bytes:
    """What a publisher shows who waits for a click on a button: no article."""
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in article.text.split("\n\n"))
    return _page(article, _WALL.format(paragraphs=paragraphs), "en")


def _page(article: Article, body: str, language: str) -> bytes:
    title = escape(article.title, {'"': "&quot;"})
    return _HEAD.format(
        language=language,
        title=title,
        outlet=escape(article.outlet),
        stamp=_stamp(article.published),
        body=body,
    ).encode()


_HEAD = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8">
<title>{title} | {outlet}</title>
<meta property="og:type" content="article"><meta property="og:title" content="{title}">
<meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{stamp}">
</head><body>
{body}
</body></html>
"""

_WALL = """<div id="consent-overlay" role="dialog" aria-modal="true" class="cookie-consent">
<h2>Before you continue</h2>
{paragraphs}
<button>Accept all</button> <button>Reject all</button> <button>Manage choices</button>
</div>"""

_AROUND = """<div class="cookie-banner" role="region">This site uses cookies to make your visit
better. <a href="/cookies">Read more</a> <button>Accept</button></div>
<header class="site-header"><a class="logo" href="/">{outlet}</a>
<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/politics">Politics</a></li><li><a href="/business">Business</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<main>
<div class="breadcrumb"><a href="/">Home</a> › <a href="/world">World</a></div>
<article class="article">
<h1>{title}</h1>
<p class="byline">By our staff · <time datetime="{stamp}">{day}</time></p>
<div class="share"><a href="#">Share</a> <a href="#">Post</a> <a href="#">Send</a></div>
<figure><img src="/lead.jpg" alt=""><figcaption>Flags in front of a ministry. Photo: archive
</figcaption></figure>
<div class="article-body">
{paragraphs}
</div>
<aside class="newsletter"><h3>The morning in your inbox</h3><p>Sign up for our newsletter, every
day at six.</p><form><input type="email"><button>Subscribe</button></form></aside>
</article>
<section class="related"><h2>Read also</h2><ul>
{headlines}
</ul></section>
</main>
<footer class="site-footer"><p>© 2025 {outlet}. All rights reserved.</p>
<ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li>
<li><a href="/advertise">Advertise with us</a></li></ul></footer>"""
