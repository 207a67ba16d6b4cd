"""Put an article of our own into a real page, among the boilerplate that stands there."""

from collections.abc import Iterable

import lxml.html
from lxml import etree

#: Characters of paragraphs, and their share of the page's, that one element must hold to show that
#: the page's article stands there.
_LEAST_CHARS, _LEAST_SHARE = 400, 0.6
_PARTS = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "table")


def wrapped(page: bytes, *, title: str, paragraphs: Iterable[str], url: str) -> bytes | None:
    """The page with the article in place of its own; `None` where its article has no one place."""
    tree = lxml.html.document_fromstring(page.decode("utf-8", "replace"))
    holder = max(tree.iter("div", "article", "section", "main", "td"), key=_own_text, default=None)
    every = sum(len(paragraph.text_content()) for paragraph in tree.iter("p"))
    if holder is None or _own_text(holder) < max(_LEAST_CHARS, _LEAST_SHARE * every):
        return None
    # From its first paragraph to its last is the article that stood there, code and lists included.
    places = [place for place, child in enumerate(holder) if child.tag == "p"]
    article = list(holder)[places[0] : places[-1] + 1]
    for child in [child for child in holder if child in article or child.tag in _PARTS]:
        holder.remove(child)
    for heading in tree.iter("h1"):
        heading.clear()
        heading.text = title
    for offset, element in enumerate(_elements(title, paragraphs)):
        holder.insert(min(places[0], len(holder)) + offset, element)
    _set_head(tree, title, url)
    return bytes(etree.tostring(tree, method="html", encoding="utf-8", doctype="<!DOCTYPE html>"))


def _own_text(element: lxml.html.HtmlElement) -> int:
    return sum(len(child.text_content()) for child in element if child.tag == "p")


def _elements(title: str, paragraphs: Iterable[str]) -> Iterable[etree._Element]:
    for tag, text in [("h1", title), *(("p", paragraph) for paragraph in paragraphs)]:
        element = etree.Element(tag)
        element.text = text
        yield element


def _set_head(tree: lxml.html.HtmlElement, title: str, url: str) -> None:
    """The head speaks of the article that was there: its words and address would be lies."""
    for element in tree.xpath("//title"):
        element.text = title
    for element in tree.xpath("//meta[@property or @name or @itemprop][@content]"):
        key = (element.get("property") or element.get("name") or element.get("itemprop")).lower()
        if "title" in key:
            element.set("content", title)
        if "url" in key:
            element.set("content", url)
        if "published" in key or "date" in key or "description" in key:
            element.drop_tree()
    for element in tree.xpath("//link[@rel='canonical']"):
        element.set("href", url)
    for element in tree.xpath("//script[@type='application/ld+json']"):
        element.drop_tree()
