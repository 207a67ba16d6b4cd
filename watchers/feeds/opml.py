"""Lists of feeds as feed readers exchange them (OPML 2.0). Pure: bytes to feeds, feeds to text."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from watchers.errors import Misuse
from watchers.feeds.records import FeedSource
from watchers.links import canonical_link

#: A list with ten thousand feeds has a megabyte.
MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A feed in such a list."""

    url: str
    title: str | None


def parse_opml(content: bytes, *, name: str) -> tuple[Outline, ...]:
    """The feeds of a list, in its order, each once. Raises `Misuse` where it is none."""
    if len(content) > MAX_BYTES:
        raise Misuse(f"{name}: has more than {MAX_BYTES:,} bytes")
    if b"<!ENTITY" in content:
        raise Misuse(f"{name}: declares entities, which no list of feeds needs")
    try:
        root = ET.fromstring(content)  # noqa: S314 - entities are refused above
    except ET.ParseError as error:
        raise Misuse(f"{name}: is no OPML: {error}") from error
    if root.tag.rpartition("}")[2].lower() != "opml":
        raise Misuse(f"{name}: is no OPML: it begins with <{root.tag}>")
    found: dict[str, Outline] = {}
    for element in root.iter():
        given = {key.lower(): value.strip() for key, value in element.attrib.items()}
        url = given.get("xmlurl", "")
        if url.startswith(("http://", "https://")) and not any(c.isspace() for c in url):
            title = given.get("title") or given.get("text") or None
            found.setdefault(canonical_link(url), Outline(url=url, title=title))
    if not found:
        raise Misuse(f"{name}: no outline in it has an xmlUrl")
    return tuple(found.values())


def write_opml(feeds: Iterable[FeedSource], *, title: str) -> str:
    """The list of these feeds."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = title
    body = ET.SubElement(root, "body")
    for feed in feeds:
        named = feed.outlet or feed.url
        ET.SubElement(body, "outline", type="rss", text=named, title=named, xmlUrl=feed.url)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
