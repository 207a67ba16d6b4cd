"""The ledger on a database: put away and loaded again, rebuilt, corrected."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tests.stores import empty_store
from tests.unit.ledger.material import LONG_AGO, PAIR, RANKS, article, at, day, quoted, said, told
from watchers.ledger.filing import Given
from watchers.ledger.ledger import Ledger
from watchers.ledger.policy import DEFAULT
from watchers.ledger.shelf import MemoryShelf
from watchers.model import Act, Article, Authority, Position, Statement, Via, When
from watchers.store import asking, ledger_shelf, tables
from watchers.store.database import Database
from watchers.store.ledger import (
    SKETCHES_FOR,
    LedgerBatch,
    LedgerStore,
    Read,
    forget_sketches,
    quiet_counts,
)
from watchers.store.ledger_history import history_of, pairs_of, stood_then
from watchers.store.ledger_rebuild import rebuild

AT_LAST = datetime(2027, 1, 1, tzinfo=UTC)


def speaker_key(_actor: str, speaker: str, _rank: Authority, _on: date) -> str:
    return speaker


@pytest.fixture
def store() -> LedgerStore:
    return LedgerStore(speaker_key)


@pytest.fixture
def connection() -> Iterator[Connection]:
    with empty_store().write() as connection:
        yield connection


def known(position: str = "opposes") -> Given:
    return Given(
        actor=PAIR[0],
        claim=PAIR[1],
        position=Position(position),
        speaker="Barrot",
        authority=Authority.MINISTER,
        said_on=day(-92),
        basis="He said so.",
        document="one.toml",
    )


def stands(connection: Connection) -> list[tuple[str, date, bool]]:
    found = asking.standing(connection, actor=None, claim=None)
    return [(one.position.value, one.since, one.contested) for one in found]


def random_arrivals(chance: Random, count: int) -> list[tuple[Article, Statement, datetime]]:
    """Months of news, some of it late, some of it denied, some copied or changed at its address."""
    made: list[tuple[Article, Statement, datetime]] = []
    clock = at(1)
    for number in range(count):
        clock += timedelta(hours=chance.uniform(2, 40))
        late = timedelta(days=chance.choice((0, 0, 0, 0, 0, 0, 3, 9, 30, 70)))
        statement = said(
            chance.choices([p.value for p in Position], (6, 1, 2, 1, 6))[0],
            chance.choice(sorted(RANKS)),
            via=chance.choice((Via.QUOTE, Via.REPORTED, Via.REPORTED)),
            act=chance.choice((None,) * 12 + tuple(Act)),
            when=chance.choice((When.NOW, When.NOW, When.NOW, When.PAST)),
        )
        words = " ".join(
            chance.choices(["ash", "birch", "cedar", "dune", "elm", "fern", "gorse", "hazel"], k=40)
        )
        text, url = words, None
        if made and chance.random() < 0.3:
            printed, repeated, _ = chance.choice(made[-12:])
            text = printed.text
            statement = repeated if chance.random() < 0.7 else statement
        if made and chance.random() < 0.05:
            url = chance.choice(made)[0].url
        one = article(
            f"n{number}", clock - late, outlet=f"Outlet {chance.randrange(9)}", text=text, url=url
        )
        made.append((one, statement, clock))
    return made


@pytest.mark.parametrize("seed", range(8))
def test_a_book_that_was_put_away_and_loaded_again_folds_as_if_it_had_not(
    seed: int, connection: Connection, store: LedgerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_shelf, "WORDS_MAX", 12)
    monkeypatch.setattr(ledger_shelf, "DAYS_KEPT", 25)
    monkeypatch.setattr(ledger_shelf, "DAYS_CUT", 1)
    shelf = MemoryShelf(DEFAULT)
    ledger = Ledger(shelf=shelf, speaker_key=speaker_key)
    for one, statement, clock in random_arrivals(Random(seed), 110):
        lines = [*ledger.expire(clock).lines]
        filed = ledger.receive(one, [statement], clock)
        shelf.keep(filed)
        lines += filed.lines
        kept = store.receive(connection, one, [statement], clock)
        assert told(kept) == told(lines)
        holding = shelf.book(PAIR, date.max).fold.holding
        held = [(holding.position.value, holding.since)] if holding else []
        assert [each[:2] for each in stands(connection)] == held
    for table in (tables.ledger_checkpoints, tables.ledger_echoes, tables.ledger_carriers):
        assert connection.execute(sa.select(table)).first() is not None
    assert rebuild(connection, DEFAULT, AT_LAST).same


@pytest.mark.parametrize("seed", range(2))
def test_a_batch_files_what_single_articles_file(
    seed: int, connection: Connection, store: LedgerStore
) -> None:
    arrivals = random_arrivals(Random(seed), 60)
    alone = [told(store.receive(connection, one, [s], clock)) for one, s, clock in arrivals]
    other = Database("sqlite://")
    with other.write() as at_once:
        tables.metadata.create_all(at_once)
        batch = LedgerBatch(at_once, speaker_key, DEFAULT)
        together = []
        for start in range(0, len(arrivals), 20):
            some = arrivals[start : start + 20]
            recorded = batch.record_all(
                [Read(article=one, statements=[s], learned_at=clock) for one, s, clock in some]
            )
            batch.flush()
            together += [told(lines) for _, lines in recorded]
    assert together == alone


class TestCorrections:
    def test_an_article_that_was_taken_away(
        self, connection: Connection, store: LedgerStore
    ) -> None:
        store.give(connection, [known()], LONG_AGO)
        one = article("a", at(1))
        store.receive(connection, one, [quoted("supports")], at(1))
        assert told(store.withdraw_article(connection, one.url, at(2))) == [
            "withdrawn opposes>supports"
        ]
        assert stands(connection) == [("opposes", day(-92), False)]
        assert store.withdraw_article(connection, one.url, at(3)) == ()
        assert rebuild(connection, DEFAULT, AT_LAST).same

    def test_a_reading_that_was_marked_wrong_takes_its_copies_along(
        self, connection: Connection, store: LedgerStore
    ) -> None:
        store.give(connection, [known()], LONG_AGO)
        text = " ".join(f"word{number}" for number in range(60))
        for name, hour in (("a", 8.0), ("copy", 9.0)):
            store.receive(
                connection, article(name, at(1, hour), text=text), [said("supports")], at(1, hour)
            )
        lines = store.mark_wrong(connection, 2, at(2), note="an editor: he meant trucks")
        assert told(lines) == ["withdrawn opposes>supports"]
        store.receive(connection, article("late", at(1, 10), text=text), [said("supports")], at(3))
        assert quiet_counts(connection)["fallen"] == 1
        assert rebuild(connection, DEFAULT, AT_LAST).same

    def test_what_is_no_statement_cannot_be_marked(
        self, connection: Connection, store: LedgerStore
    ) -> None:
        assert store.mark_wrong(connection, 77, at(2), note="a slip") == ()

    def test_time_alone_ends_a_possible_change(
        self, connection: Connection, store: LedgerStore
    ) -> None:
        store.give(connection, [known()], LONG_AGO)
        store.receive(connection, article("a", at(1)), [said("supports")], at(1))
        assert store.expire(connection, at(15, 23)) == ()
        assert told(store.expire(connection, at(16))) == ["expired opposes>supports"]
        assert store.expire(connection, at(17)) == ()


def test_a_baseline_is_taken_once(connection: Connection, store: LedgerStore) -> None:
    assert store.give(connection, [known(), known()], LONG_AGO) == 2
    assert store.give(connection, [known(), known("open")], at(1)) == 1


def test_sketches_are_forgotten_and_quotations_are_not(
    connection: Connection, store: LedgerStore
) -> None:
    quote = "“We shall be there with all that we have on the first day of it,” he said."
    statement = quoted("supports", evidence=quote, span=(0, len(quote)))
    store.receive(connection, article("a", at(1), text=quote), [statement], at(1))
    forget_sketches(connection, at(1) + SKETCHES_FOR + timedelta(hours=1))
    assert connection.execute(sa.select(tables.ledger_sketches)).first() is None
    assert connection.execute(sa.select(tables.ledger_quotations)).first() is not None
    store.receive(connection, article("b", at(300)), [quoted("opposes")], at(300))
    again = article("c", at(400), text=quote)
    assert store.receive(connection, again, [statement], at(400)) == ()
    assert quiet_counts(connection)["old_quotation"] == 1


class TestBothTimes:
    """A word of the first day is learned late, after another of the fifth."""

    @pytest.fixture(autouse=True)
    def _learn(self, connection: Connection, store: LedgerStore) -> None:
        store.give(connection, [known()], LONG_AGO)
        store.receive(connection, article("fifth", at(5)), [quoted("supports")], at(5))
        store.receive(connection, article("first", at(1)), [quoted("open")], at(9))

    def stood(
        self, connection: Connection, known_on: int, as_of: int | None = None
    ) -> list[tuple[str, date]]:
        found = stood_then(
            connection,
            day(known_on),
            as_of=day(as_of) if as_of else None,
            actor=PAIR[0],
            claim=PAIR[1],
        )
        return [(one.position.value, one.since) for one in found]

    def test_what_was_held_as_it_was_known(self, connection: Connection) -> None:
        assert self.stood(connection, 4) == [("opposes", day(-92))]
        assert self.stood(connection, 6, as_of=3) == [("opposes", day(-92))]
        assert self.stood(connection, 10, as_of=3) == [("open", day(1))]
        assert self.stood(connection, 10) == [("supports", day(5))]

    def test_a_day_before_anybody_spoke_has_no_holding(self, connection: Connection) -> None:
        assert asking.stood(connection, day(-93), actor=PAIR[0], claim=PAIR[1]) == []

    def test_the_history_has_both(self, connection: Connection) -> None:
        found = history_of(connection, PAIR)
        assert [(s.since, s.position.value, s.kind) for s in found.stretches] == [
            (day(-92), "opposes", None),
            (day(1), "open", "reversal"),
            (day(5), "supports", "firming"),
        ]
        assert [(one.day, one.learned_at) for one in found.said] == [
            (day(-92), LONG_AGO),
            (day(1), at(9)),
            (day(5), at(5)),
        ]
        assert [(one.state.value, one.at) for one in found.told] == [("confirmed", at(5))]
        early = history_of(connection, PAIR, as_of=day(3))
        assert [s.position.value for s in early.stretches] == ["opposes", "open"]

    def test_who_is_known_of(self, connection: Connection) -> None:
        assert pairs_of(connection, actor=None, claim=None) == [PAIR]
        assert pairs_of(connection, actor="nobody", claim=None) == []
        assert pairs_of(connection, actor=None, claim=PAIR[1]) == [PAIR]


class TestAsOf:
    """What an earlier day's answer rests on: nothing that could not hold, nothing said later."""

    def asked(self, connection: Connection, on: int) -> list[tuple[str, date, date]]:
        found = asking.stood(connection, day(on), actor=PAIR[0], claim=PAIR[1])
        return [(one.position.value, one.since, one.heard) for one in found]

    def test_what_others_said_of_it_is_no_first_position(
        self, connection: Connection, store: LedgerStore
    ) -> None:
        others = said("open", via=Via.SECONDHAND)
        store.receive(connection, article("others", at(1)), [others], at(1))
        store.receive(connection, article("own", at(9)), [said("open", "ministry")], at(9))
        assert self.asked(connection, 5) == []
        assert self.asked(connection, 9) == [("open", day(9), day(9))]
        store.receive(connection, article("new", at(20)), [quoted("opposes")], at(20))
        assert self.asked(connection, 5) == []
        assert self.asked(connection, 19) == [("open", day(9), day(9))]

    def test_when_it_was_last_heard_until_then(
        self, connection: Connection, store: LedgerStore
    ) -> None:
        for on in (1, 12, 40):
            store.receive(connection, article(f"a{on}", at(on)), [quoted("open")], at(on))
        assert self.asked(connection, 30) == [("open", day(1), day(12))]
        store.receive(connection, article("new", at(60)), [quoted("opposes")], at(60))
        assert self.asked(connection, 30) == [("open", day(1), day(12))]
        assert self.asked(connection, 59) == [("open", day(1), day(40))]
        assert self.asked(connection, 90) == [("opposes", day(60), day(60))]
