"""Rows of the ledger's tables to records and back. Knows columns; runs no query."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from watchers.ledger.filing import ChangeLine, Filed, Given
from watchers.ledger.fold import Standing
from watchers.ledger.intake import quotations_of
from watchers.ledger.prints import Pair
from watchers.ledger.records import (
    Candidate,
    Dispute,
    Holding,
    Move,
    Reason,
    Source,
    Told,
    Verdict,
    Word,
)
from watchers.model import Act, Authority, Direction, Position, State, Statement, Via, When

Row = dict[str, Any]

_as_json = json.JSONEncoder(ensure_ascii=False).encode


def source_text(source: Source) -> str:
    """What makes a source one witness with others, short keys, sorted: the same bytes each time."""
    kept = {
        "n": sorted(source.names),
        "o": source.owner,
        "a": sorted(source.agencies),
        "c": sorted(source.credited),
        "k": sorted(source.copies),
        "q": sorted(source.quotations),
        "v": source.origin if source.origin != source.arrival else None,
    }
    return _as_json({key: value for key, value in kept.items() if value})


def read_source(arrival: int, text: int, article: str, kept_text: str) -> Source:
    kept = json.loads(kept_text)
    return Source(
        arrival=arrival,
        text=text,
        article=article,
        origin=kept.get("v", arrival),
        names=frozenset(kept.get("n", ())),
        owner=kept.get("o"),
        agencies=frozenset(kept.get("a", ())),
        credited=frozenset(kept.get("c", ())),
        copies=frozenset(kept.get("k", ())),
        quotations=frozenset(kept.get("q", ())),
    )


def article_row(filed: Filed) -> Row:
    article, source = filed.article, filed.source
    assert article is not None
    assert source is not None
    return {
        "seq": filed.number,
        "article_id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "replaces": filed.retired,
        "text": source.text,
        "source": source_text(source),
    }


def quotation_rows(word: Word) -> list[Row]:
    return [{"run": run, "statement": word.id} for run in word.quotations]


def echo_rows(filed: Filed) -> list[Row]:
    return [{"statement": echo, "original": original} for echo, original in filed.echoes]


def carrier_rows(filed: Filed) -> list[Row]:
    return [
        {"actor": pair[0], "claim": pair[1], "text": text, "name": name, "seq": filed.number}
        for pair, text, name in filed.carried
    ]


def given_row(number: int, pair: Pair, given: Given, word: Word) -> Row:
    """A baseline's holding, kept as the statement that it stands on."""
    statement = Statement(
        actor=pair[0],
        claim=pair[1],
        position=given.position,
        speaker=given.speaker,
        authority=given.authority,
        when=word.when,
        via=word.via,
        said_on=given.said_on,
        evidence=given.basis,
        rules=(given.document,) if given.document else (),
    )
    return statement_row(number, statement, word)


def statement_row(number: int, statement: Statement, word: Word) -> Row:
    span = statement.span or (None, None)
    return {
        "id": word.id,
        "seq": number,
        "actor": statement.actor,
        "claim": statement.claim,
        "position": statement.position.value,
        "speaker": statement.speaker,
        "speaker_key": word.speaker,
        "authority": int(statement.authority),
        "when_": statement.when.value,
        "via": statement.via.value,
        "act": statement.act.value if statement.act else None,
        "said_on": statement.said_on,
        "day": word.day,
        "published": word.published,
        "redated": word.redated,
        "evidence": statement.evidence,
        "span_start": span[0],
        "span_end": span[1],
        "confidence": statement.confidence,
        "rules": _rules_text(statement.rules),
        "quotations": json.dumps(sorted(word.carried)) if word.carried else "[]",
        "loose": word.loose,
        "origin": "inherited" if word.inherited else "given" if word.given else "heard",
    }


@lru_cache(maxsize=1024)
def _rules_text(rules: tuple[str, ...]) -> str:
    return json.dumps(rules)


def read_word(row: Any, source: Source) -> Word:
    """A statement's row as a word; `row.dated` is an earlier day that it was given since."""
    return Word(
        id=row.id,
        position=Position(row.position),
        speaker=row.speaker_key,
        authority=Authority(row.authority),
        when=When(row.when_),
        via=Via(row.via),
        act=Act(row.act) if row.act else None,
        day=min(row.day, row.dated) if row.dated else row.day,
        published=row.published,
        confidence=row.confidence,
        source=source,
        quotations=quotations_of(
            Via(row.via), frozenset(json.loads(row.quotations)), source.quotations
        ),
        loose=row.loose,
        given=row.origin != "heard",
        inherited=row.origin == "inherited",
        redated=row.redated,
    )


def told_row(pair: Pair, told: Told) -> Row:
    return {
        "actor": pair[0],
        "claim": pair[1],
        "number": told.number,
        "state": told.state.value,
        "from_": told.origin.value,
        "to": told.to.value,
        "since": told.since,
        "until": told.until,
        "statements": json.dumps(sorted(told.words)),
        "witnesses": json.dumps(told.witnesses),
        "reason": told.reason.value if told.reason else None,
    }


def read_told(row: Any) -> Told:
    return Told(
        number=row.number,
        origin=Position(row.from_),
        to=Position(row.to),
        state=State(row.state),
        since=row.since,
        until=row.until,
        words=frozenset(json.loads(row.statements)),
        witnesses=tuple(json.loads(row.witnesses)),
        reason=Reason(row.reason) if row.reason else None,
    )


def transition_row(line: ChangeLine) -> Row:
    told = line.told
    return {
        "change": line.id,
        "state": told.state.value,
        "from_": told.origin.value,
        "to": told.to.value,
        "kind": told.kind.value,
        "since": told.since,
        "witnesses": json.dumps(told.witnesses),
        "article": line.article,
        "reason": told.reason.value if told.reason else None,
        "at": line.at,
    }


def verdict_row(verdict: Verdict) -> Row:
    return {
        "statement": verdict.word,
        "reason": verdict.reason.value if verdict.reason else None,
        "change": verdict.change,
    }


def holding_row(pair: Pair, holding: Holding, *, contested: bool) -> Row:
    return {
        "actor": pair[0],
        "claim": pair[1],
        "position": holding.position.value,
        "since": holding.since,
        "statement": holding.word.id,
        "newest": holding.newest,
        "heard": holding.heard,
        "weight": holding.weight,
        "inherited": holding.inherited,
        "contested": contested,
    }


def move_rows(pair: Pair, moves: Iterable[Move]) -> list[Row]:
    found: list[Row] = []
    for move in moves:
        same_day = [row for row in found if row["confirmed"] == move.confirmed]
        found.append(
            {
                "actor": pair[0],
                "claim": pair[1],
                "confirmed": move.confirmed,
                "place": len(same_day),
                "from_": move.origin.value,
                "to": move.to.value,
                "since": move.since,
                "heard": move.heard,
                "statements": json.dumps(sorted(word.id for word in move.words)),
            }
        )
    return found


def pack(sketch: Sequence[int]) -> bytes:
    return array("I", sketch).tobytes()


def unpack(packed: bytes) -> Sequence[int]:
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers


def standing_text(standing: Standing) -> str:
    """A standing with its words by number."""
    holding, dispute = standing.holding, standing.dispute
    return json.dumps(
        {
            "holding": holding
            and [
                holding.position,
                str(holding.since),
                holding.word.id,
                str(holding.newest),
                str(holding.heard),
                holding.weight,
                holding.inherited,
            ],
            "candidates": [
                [one.position, str(one.first), _ids(one.words), _ids(one.leaks), one.possible]
                for one in standing.candidates
            ],
            "dispute": dispute
            and [
                dispute.origin,
                dispute.to,
                int(dispute.rank),
                str(dispute.since),
                str(dispute.last),
                [[speaker, int(side)] for speaker, side in dispute.sides],
                _ids(dispute.words),
            ],
            "affirmed": _ids(standing.affirmed),
        }
    )


def words_in(text: str) -> set[int]:
    """The numbers of the words that a standing's text names."""
    kept = json.loads(text)
    found = set(kept["affirmed"])
    if kept["holding"]:
        found.add(kept["holding"][2])
    for one in kept["candidates"]:
        found.update(one[2], one[3])
    if kept["dispute"]:
        found.update(kept["dispute"][6])
    return found


def read_standing(text: str, words: Mapping[int, Word]) -> Standing:
    kept = json.loads(text)
    day = date.fromisoformat
    holding = kept["holding"] and Holding(
        position=Position(kept["holding"][0]),
        since=day(kept["holding"][1]),
        word=words[kept["holding"][2]],
        newest=day(kept["holding"][3]),
        heard=day(kept["holding"][4]),
        weight=kept["holding"][5],
        inherited=kept["holding"][6],
    )
    dispute = kept["dispute"] and Dispute(
        origin=Position(kept["dispute"][0]),
        to=Position(kept["dispute"][1]),
        rank=Authority(kept["dispute"][2]),
        since=day(kept["dispute"][3]),
        last=day(kept["dispute"][4]),
        sides=tuple((speaker, Direction(side)) for speaker, side in kept["dispute"][5]),
        words=tuple(words[number] for number in kept["dispute"][6]),
    )
    return Standing(
        holding=holding,
        dispute=dispute,
        candidates=tuple(
            Candidate(
                position=Position(position),
                first=day(first),
                words=tuple(words[number] for number in named),
                leaks=tuple(words[number] for number in leaks),
                possible=possible,
            )
            for position, first, named, leaks, possible in kept["candidates"]
        ),
        affirmed=tuple(words[number] for number in kept["affirmed"]),
    )


def _ids(words: Iterable[Word]) -> list[int]:
    return [word.id for word in words]
