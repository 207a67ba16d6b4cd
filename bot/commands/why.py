"""`volteface why URL`: each stage's verdict on one article, down to the sentence and the rule.

Reads the store, and the text that was kept of the article; fetches nothing.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchers.articles.keeping import article_of
from watchers.errors import Trouble
from watchers.store.feed_reports import Sight, Trace, trace_article

if TYPE_CHECKING:
    from watchers.reading.reader import ArticleReading, Reading
    from watchers.store.asking import Said
    from watchers.store.database import Database
    from watchers.store.model_readings import ReadingVerdict

#: Places of an article that nearly were statements and are shown.
_MOST_NEAR_MISSES = 12


def why(database: "Database", url: str, *, reader: "ArticleReading", as_lines: bool) -> None:
    """Print what every stage made of the article; Trouble where the store does not know it."""
    with database.read() as connection:
        trace = trace_article(connection, url)
    if not trace.sights and trace.kept is None and not trace.said:
        raise Trouble(
            f"{url}: no feed has led there in the days that are kept; "
            "`volteface feeds` lists the feeds, `volteface read URL` reads any page"
        )
    reading = read_again(trace, reader)
    if as_lines:
        print(json.dumps(as_json(trace, reading), ensure_ascii=False))
        return
    for line in explained(trace, reading):
        print(line)


def explained(trace: Trace, reading: "Reading | None") -> Iterator[str]:
    """One line a verdict, in the order of the stages."""
    for sight in trace.sights:
        yield from _of_sight(sight)
    if trace.kept is not None:
        yield f"kept     the {trace.kept.kept.holds}, fetched {trace.kept.fetched_at:%d %b %Y %H:%M}"
    if reading is not None:
        yield from _of_reading(reading)
    if trace.second is not None:
        yield from _of_second(trace.second)
    yield from map(_of_said, trace.said)
    if reading is not None and reading.statements and not trace.said:
        yield "ledger   was not given these statements yet"


def _of_sight(sight: Sight) -> Iterator[str]:
    stored, verdict = sight.stored, sight.verdict
    silent = ", silently: it was there at first sight" if stored.silent else ""
    origin = stored.entry.origin
    passed_on = f", passed on from {origin.name or origin.url}" if origin else ""
    edits = f", edited {stored.revision} times" if stored.revision else ""
    yield f"feed     {stored.feed_url}: first seen {stored.first_seen_at:%d %b %Y %H:%M}{silent}{edits}{passed_on}"
    detail = f" ({verdict.detail})" if verdict.detail else ""
    if not sight.done and stored.silent and not stored.attempts:
        yield "article  waits for its turn: what was there at first sight is read newest first"
    elif not sight.done:
        tried = (
            f"tried {stored.attempts} times: {verdict.reason}{detail}; " if stored.attempts else ""
        )
        yield f"article  {tried}to be read after {sight.next_try_at:%d %b %H:%M}"
    elif verdict.via is None:
        yield f"article  not read: {verdict.reason}{detail}"
    else:
        yield f"article  read from the {verdict.via}: {verdict.reason}{detail}"


def _of_reading(reading: "Reading") -> Iterator[str]:
    if reading.refusal:
        yield f"reading  nothing: {reading.refusal}"
    for s in reading.statements:
        yield f"reading  {s.actor} {s.position} {s.claim} ({s.speaker}, {s.when}, {s.via}): “{s.evidence}”"
        yield f"         by {' → '.join(s.rules)}"
    for miss in reading.near_misses[:_MOST_NEAR_MISSES]:
        yield f"reading  no statement on {miss.claim}: {miss.reason}: “{miss.evidence}”"


def _of_second(verdict: "ReadingVerdict") -> Iterator[str]:
    """What the second reader made of it, each statement that was dropped with its reason."""
    if verdict.state != "done":
        waits = "waits for it" if verdict.state == "waiting" else "not read"
        yield f"model    {waits}" + (f": {verdict.reason}" if verdict.reason else "")
        return
    if verdict.copy_of is not None:
        yield "model    read once for all copies of the story"
    yield from (f"model    {line}" for line in verdict.outcome or ("found no position",))


def _of_said(said: "Said") -> str:
    outcome = f"moved nothing: {said.reason}" if said.reason else "counts"
    fallen = "; taken back since" if said.fallen else ""
    return f"ledger   {said.actor} {said.position} {said.claim}, for {said.day:%d %b %Y}: {outcome}{fallen}"


def as_json(trace: Trace, reading: "Reading | None") -> dict[str, Any]:
    """The object of `--format json`."""
    return {
        "url": trace.url,
        "sights": [
            {
                "feed": sight.stored.feed_url,
                "first_seen": sight.stored.first_seen_at.isoformat(),
                "silent": sight.stored.silent,
                "done": sight.done,
                "via": sight.verdict.via,
                "reason": sight.verdict.reason,
                "detail": sight.verdict.detail,
            }
            for sight in trace.sights
        ],
        "model": (
            {
                "state": trace.second.state,
                "reason": trace.second.reason,
                "outcome": list(trace.second.outcome),
            }
            if trace.second
            else None
        ),
        "statements": [
            {"actor": s.actor, "claim": s.claim, "position": s.position, "evidence": s.evidence, "rules": list(s.rules)}
            for s in (reading.statements if reading else ())
        ],
        "ledger": [
            {"actor": s.actor, "claim": s.claim, "position": s.position, "day": s.day.isoformat(), "reason": s.reason}
            for s in trace.said
        ],
    }  # fmt: skip


def read_again(trace: Trace, reader: "ArticleReading") -> "Reading | None":
    """What the reader of today sees in the text that was kept."""
    article = article_of(trace.kept.kept) if trace.kept else None
    return reader.read(article) if article else None
