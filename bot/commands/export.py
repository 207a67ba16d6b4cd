"""`volteface export --wrong`: what editors called misread, as labelled articles for a corpus."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from watchers.articles.keeping import article_of
from watchers.store.database import Database
from watchers.store.exporting import Labelled, labelled_by
from watchers.store.pages import kept_page
from watchers.store.reports import Report, agreed_reports


def export_wrong(database: Database) -> None:
    """Print an article a line; say which texts are not kept any more."""
    for line in wrong_articles(database):
        if "text" in line:
            print(json.dumps(line, ensure_ascii=False))
        else:
            print(f"{line['url']}: its text is not kept any more: {line['note']}", file=sys.stderr)


def wrong_articles(database: Database) -> Iterator[dict[str, Any]]:
    """Articles in the corpus's form, without those statements; no `text` where it is gone."""
    with database.read() as connection:
        seen: set[str] = set()
        for report in agreed_reports(connection):
            for labelled in labelled_by(connection, report.statements):
                if labelled.id in seen:
                    continue
                seen.add(labelled.id)
                page = kept_page(connection, labelled.url)
                article = article_of(page.kept) if page is not None else None
                line: dict[str, Any] = {"id": labelled.id, "url": labelled.url}
                if article is not None:
                    line |= {
                        "published": article.published.isoformat().replace("+00:00", "Z"),
                        "outlet": article.outlet,
                        "title": article.title,
                        "text": article.text,
                    }
                line |= {"statements": list(labelled.standing), "note": _note(report, labelled)}
                yield line


def _note(report: Report, labelled: Labelled) -> str:
    read = "; ".join(f"{one['actor']} {one['position']} {one['claim']}" for one in labelled.fallen)
    words = f": {report.words}" if report.words else ""
    return f"{report.fault.value}{words} (was read as {read})"
