"""Texts as they are kept for the days in which a new claim or keyword is tried on them.

Knows how an article is packed and unpacked; not where it is kept.
"""

import hashlib
import json
import zlib
from dataclasses import asdict
from datetime import datetime

from watchers.articles.records import Kept
from watchers.model import Article

_ARTICLE, _PAGE = "article", "page"
#: zlib's quickest level: most pages are passed over, and the best would save a fifth of their bytes.
_QUICK = 1


def kept_article(article: Article) -> Kept:
    fields = {**asdict(article), "published": article.published.isoformat()}
    return Kept(
        holds=_ARTICLE,
        content=zlib.compress(json.dumps(fields).encode()),
        text_hash=_hash(f"{article.title}\n{article.text}"),
    )


def kept_page(bare: str) -> Kept:
    """A page that was passed over; `bare` is without its scripts, which are most of it."""
    content = zlib.compress(bare.encode("utf-8", "replace"), _QUICK)
    return Kept(holds=_PAGE, content=content, text_hash=_hash(bare))


def article_of(kept: Kept) -> Article | None:
    """The article again; `None` where the page was kept instead."""
    if kept.holds != _ARTICLE:
        return None
    fields = json.loads(zlib.decompress(kept.content))
    return Article(**{**fields, "published": datetime.fromisoformat(fields["published"])})


def markup_of(kept: Kept) -> str:
    """The page again."""
    return zlib.decompress(kept.content).decode("utf-8", "replace")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
