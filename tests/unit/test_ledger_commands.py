"""What a person types about the ledger, and what he gets: stance, history, rebuild, simulate."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.answering.chart import Mark, Stretch, draw
from bot.app import names_of
from bot.commands.asked import find_asked
from bot.commands.history import history
from bot.commands.rebuild import rebuild
from bot.commands.simulate import run as simulate
from bot.commands.stance import stance
from bot.figures.measuring import Errors, kind_of
from bot.figures.simulation import Setting, load_errors
from bot.figures.simulation import simulate as play_worlds
from bot.telling import Names
from tests.stories.playing import LONG_AGO, articles, givens
from tests.unit.ledger.material import article, at, day, quoted, said
from tests.unit.ledger.test_store import speaker_key
from watchers.errors import Misuse, Trouble
from watchers.ledger.policy import DEFAULT
from watchers.model import Act, Position, Via, When
from watchers.store import tables
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.watchlist import build_watchlist

TODAY = day(20)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(build_watchlist())


@pytest.fixture
def database() -> Iterator[Database]:
    """France crossed to support on the first day; a leak against it waits."""
    database = Database("sqlite://")
    store = LedgerStore(speaker_key)
    held = {"actor": "france", "claim": "own-troops", "position": "opposes"}
    with database.write() as connection:
        tables.metadata.create_all(connection)
        known = givens([{**held, "speaker": "Emmanuel Macron", "said_on": "2025-03-01"}])
        store.give(connection, known, LONG_AGO)
        for one, statement in (
            (article("a", at(1)), quoted("supports", evidence="“We shall go,” he said.")),
            (article("b", at(2)), said("open", "insider", evidence="Perhaps, a voice said.")),
            (article("c", at(9)), said("opposes", "ministry", act=Act.RESTATES)),
            (article("d", at(15)), said("reluctant", "envoy", evidence="We have our doubts.")),
        ):
            store.receive(connection, one, [statement], one.published)
    yield database
    database.close()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


ASKED = {
    "both": (("france", "own-troops"), ("france", "own-troops")),
    "the other way round": (("own-troops", "france"), ("france", "own-troops")),
    "by capital and misspelt claim": (("Paris", "own troop"), ("france", "own-troops")),
    "by a leader's name": (("Macron",), ("france", None)),
    "a claim alone": (("leaders-summit",), (None, "leaders-summit")),
    "nothing": ((), (None, None)),
}


@pytest.mark.parametrize(("typed", "meant"), ASKED.values(), ids=ASKED)
def test_actor_and_claim_in_either_order(
    typed: tuple[str, ...], meant: tuple[str | None, str | None], names: Names
) -> None:
    asked = find_asked(typed, names)
    assert (asked.actor, asked.claim) == meant


@pytest.mark.parametrize(
    ("typed", "said_of_it"),
    [
        (("xyzzy",), "neither an actor nor a claim"),
        (("us", "uk"), "one actor and one claim"),
        (("leaders-summit", "nato-membership"), "one actor and one claim"),
        (("us", "own", "troops"), "put longer names in quotes"),
    ],
)
def test_what_cannot_be_meant(typed: tuple[str, ...], said_of_it: str, names: Names) -> None:
    with pytest.raises(Misuse, match=said_of_it):
        find_asked(typed, names)


def test_stance_as_lines(
    database: Database, names: Names, capsys: pytest.CaptureFixture[str]
) -> None:
    stance(
        database, ["own-troops", "Paris"], names, as_of=None, known=None, as_lines=True, today=TODAY
    )
    assert lines(capsys) == [
        {
            "actor": "france",
            "claim": "own-troops",
            "position": "supports",
            "since": "2025-06-02",
            "last_heard": "2025-06-02",
            "inherited": False,
            "contested": False,
            "possible": "reluctant",
            "speaker": "Macron",
            "evidence": "“We shall go,” he said.",
            "outlet": "Outlet a",
            "url": "https://a.example/",
        }
    ]


@pytest.mark.parametrize(
    ("as_of", "known", "position"),
    [
        (day(-1), None, "opposes"),
        (None, date(2025, 4, 1), "opposes"),
        (day(1), None, "supports"),
        (day(-1), day(30), "opposes"),
    ],
)
def test_stance_by_both_times(  # noqa: PLR0917 - two times, what is expected, three fixtures
    as_of: date | None,
    known: date | None,
    position: str,
    database: Database,
    names: Names,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stance(database, ["france"], names, as_of=as_of, known=known, as_lines=True, today=TODAY)
    assert [one["position"] for one in lines(capsys)] == [position]


def test_stance_for_people_says_how_fresh_it_is(
    database: Database, names: Names, capsys: pytest.CaptureFixture[str]
) -> None:
    stance(database, ["france"], names, as_of=None, known=None, as_lines=False, today=TODAY)
    told = " ".join(capsys.readouterr().out.split())
    assert "France · own-troops: supports since 2025-06-02, possibly reluctant" in told
    assert "last heard 2025-06-02" in told
    stance(database, ["uk"], names, as_of=None, known=None, as_lines=False, today=TODAY)
    assert capsys.readouterr().out == "Nothing is known of that yet.\n"


def show_history(
    database: Database, names: Names, typed: list[str], *, chart: Path | None, as_lines: bool
) -> None:
    history(
        database,
        typed,
        names,
        as_of=None,
        known=None,
        chart=chart,
        as_lines=as_lines,
        today=TODAY,
    )


def test_history_tells_what_was_said_held_and_told(
    database: Database, names: Names, capsys: pytest.CaptureFixture[str]
) -> None:
    show_history(database, names, ["france", "own-troops"], chart=None, as_lines=True)
    told = [(one["what"], one["day"], one.get("state") or one["position"]) for one in lines(capsys)]
    assert told == [
        ("statement", "2025-03-01", "opposes"),
        ("position", "2025-03-01", "opposes"),
        ("statement", "2025-06-02", "supports"),
        ("position", "2025-06-02", "supports"),
        ("change", "2025-06-02", "confirmed"),
        ("statement", "2025-06-03", "open"),
        ("statement", "2025-06-10", "opposes"),
        ("statement", "2025-06-16", "reluctant"),
        ("change", "2025-06-16", "possible"),
    ]


def test_history_for_people(
    database: Database, names: Names, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    show_history(database, names, ["own-troops", "france"], chart=None, as_lines=False)
    assert "● confirmed: opposes → supports" in capsys.readouterr().out
    show_history(database, names, ["uk", "own-troops"], chart=None, as_lines=False)
    assert capsys.readouterr().out == "Nothing is known of that yet.\n"
    picture = tmp_path / "france.png"
    show_history(database, names, ["france", "own-troops"], chart=picture, as_lines=False)
    assert picture.read_bytes().startswith(PNG)
    with pytest.raises(Trouble, match="cannot be written"):
        show_history(
            database, names, ["france", "own-troops"], chart=tmp_path / "no" / "x", as_lines=False
        )
    with pytest.raises(Misuse, match="an actor and a claim"):
        show_history(database, names, ["france"], chart=None, as_lines=False)


def test_a_picture_of_little_or_much() -> None:
    marks = [Mark(day=day(n), position=p, via=v) for n in (1, 2) for p in Position for v in Via]
    some = [Stretch(since=day(1), position=Position.OPEN)]
    assert draw("Nobody: nothing.", [], [], until=TODAY).startswith(PNG)
    assert draw("France: all of it.", some, [*marks, *marks], until=TODAY).startswith(PNG)


@pytest.mark.parametrize("as_lines", [True, False])
def test_rebuild_says_whether_it_is_the_same(
    as_lines: bool,
    database: Database,
    capsys: pytest.CaptureFixture[str],
) -> None:
    now: datetime = at(16)
    assert rebuild(database, DEFAULT, now=now, as_lines=as_lines)
    assert ("same" in capsys.readouterr().out) is True
    with database.write() as connection:
        connection.execute(tables.ledger_holdings.delete())
    assert not rebuild(database, DEFAULT, now=now, as_lines=as_lines)


class TestSimulation:
    def test_a_reader_without_errors_tells_nothing_wrong(self) -> None:
        worth = play_worlds(Setting(errors=0.0, witnesses=2), load_errors(), worlds=1, articles=600)
        assert worth.confirmed > 5
        assert worth.share_true == 1.0
        assert worth.false_per_thousand == 0
        assert worth.delay_hours

    def test_more_witnesses_tell_less_that_is_wrong(self) -> None:
        wrong = [
            play_worlds(
                Setting(errors=2.0, witnesses=witnesses, joint=0.0),
                load_errors(),
                worlds=1,
                articles=800,
            ).false_per_thousand
            for witnesses in (1, 2, 3)
        ]
        assert wrong == sorted(wrong, reverse=True)
        assert wrong[0] > wrong[2]

    def test_where_no_quotation_confirms(self) -> None:
        setting = Setting(errors=1.0, witnesses=2, confidence=1.01)
        assert play_worlds(setting, load_errors(), worlds=1, articles=300).articles == 300

    @pytest.mark.parametrize("as_lines", [True, False])
    def test_the_command_prints_a_line_for_each_setting(
        self,
        as_lines: bool,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        simulate(worlds=1, articles=60, errors=None, as_lines=as_lines)
        assert len(capsys.readouterr().out.splitlines()) >= 20

    @pytest.mark.parametrize("content", [None, "{}", "not JSON"])
    def test_a_file_of_errors_that_is_none(self, content: str | None, tmp_path: Path) -> None:
        path = tmp_path / "errors.json"
        if content is not None:
            path.write_text(content)
        with pytest.raises(Misuse, match=r"errors\.json"):
            simulate(worlds=1, articles=60, errors=path, as_lines=True)


class TestMeasuring:
    LABELLED = articles(
        [
            {
                "id": "x",
                "published": "2025-06-02T08:00:00Z",
                "text": "A text.",
                "statements": [
                    _label := {
                        "actor": "france",
                        "claim": "own-troops",
                        "position": "open",
                        "speaker": "Emmanuel Macron",
                        "when": "now",
                        "via": "quote",
                        "evidence": "A text.",
                    },
                    {**_label, "claim": "western-force", "when": "past"},
                    {**_label, "actor": "uk", "via": "secondhand"},
                ],
            }
        ]
    )[0]

    @pytest.mark.parametrize(
        ("pair", "position", "kind"),
        [
            (("france", "own-troops"), "open", "right"),
            (("france", "own-troops"), "supports", "degree"),
            (("france", "own-troops"), "opposes", "direction"),
            (("france", "western-force"), "open", "past"),
            (("uk", "own-troops"), "open", "secondhand"),
            (("france", "us-troops"), "open", "claim"),
            (("italy", "own-troops"), "open", "holder"),
            (("italy", "us-troops"), "open", "invented"),
        ],
    )
    def test_kinds_of_error(self, pair: tuple[str, str], position: str, kind: str) -> None:
        assert kind_of(said(position, pair=pair), self.LABELLED.labels) == kind

    def test_rates(self) -> None:
        errors = Errors()
        errors.add(
            self.LABELLED,
            [
                said("opposes", pair=("france", "own-troops"), confidence=0.93),
                said("open", pair=("uk", "own-troops"), via=Via.SECONDHAND),
                said("open", pair=("france", "western-force"), when=When.PAST),
            ],
        )
        errors.add(self.LABELLED, [])
        assert errors.rates()["direction"] == 1.0
        assert errors.rates()["missed"] == 0.5
        assert dict(errors.wrong) == {0.9: 1}
