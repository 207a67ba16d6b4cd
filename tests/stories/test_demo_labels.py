"""What the demo's week comes to when it is read without a mistake: its labels through the ledger."""

import json
from datetime import date

from bot.demo.week import demo_folder, load_week
from watchers.actor_files import shipped_actors
from watchers.article_files import load_articles, statements_of
from watchers.ledger.ledger import ChangeLine, Given, Ledger, Pair
from watchers.ledger.policy import DEFAULT
from watchers.ledger.records import Reason, Word
from watchers.ledger.shelf import MemoryShelf, given_word
from watchers.ledger.speakers import Speakers
from watchers.model import Position

ACTORS = shipped_actors()
SPEAKERS = Speakers(ACTORS)

STORY = [
    "demo-06 us/security-guarantees reluctant → supports reversal possible",
    "demo-09 germany/own-troops undecided → reluctant shift possible",
    "demo-10 us/security-guarantees reluctant → supports reversal confirmed",
    "demo-12 us/us-troops opposes → open reversal possible",
    "demo-16 us/us-troops opposes → open reversal confirmed",
    "demo-17 germany/own-troops undecided → reluctant shift withdrawn",
    "demo-17 germany/own-troops undecided → open shift possible",
    "demo-20 us/us-troops open → opposes reversal confirmed",
    "demo-20 us/us-backstop reluctant → open reversal confirmed",
    "demo-21 russia/leaders-summit reluctant → open reversal confirmed",
    "demo-25 germany/own-troops undecided → open shift confirmed",
    "demo-32 finland/own-troops opposes → undecided shift possible",
]


def given_words() -> list[tuple[Pair, Word]]:
    words = []
    lines = (demo_folder() / "baseline.jsonl").read_text(encoding="utf-8").splitlines()
    for number, holding in enumerate(map(json.loads, lines), 1):
        actor, claim, speaker = holding["actor"], holding["claim"], holding["speaker"]
        day = date.fromisoformat(holding["said_on"])
        rank = ACTORS.authority(actor, speaker, day)
        given = Given(
            actor=actor,
            claim=claim,
            position=Position(holding["position"]),
            speaker=speaker,
            authority=rank,
            said_on=day,
        )
        key = SPEAKERS.key(actor, speaker, rank, day)
        words.append(((actor, claim), given_word(given, -number, key)))
    return words


def told(line: ChangeLine) -> str:
    change = line.told
    move = f"{change.origin} → {change.to} {change.kind} {change.state}"
    return f"{line.article} {line.actor}/{line.claim} {move}"


def test_the_week_is_told_as_it_happened_and_the_rest_is_kept_quiet_with_a_reason():
    shelf = MemoryShelf(DEFAULT, given_words())
    ledger = Ledger(shelf, SPEAKERS.key)
    labelled = {one.article.id: one for one in load_articles(demo_folder() / "articles.jsonl")}
    lines, reasons = [], []
    for poll in load_week().polls:
        for name in poll.new:
            statements = statements_of(labelled[name], ACTORS)
            filed = ledger.receive(labelled[name].article, statements, poll.at)
            shelf.keep(filed)
            lines += filed.lines
            reasons += [verdict.reason for verdict in filed.verdicts if verdict.reason]
    assert [told(line) for line in lines] == STORY
    assert set(reasons) >= {
        Reason.SAME_WITNESS,
        Reason.RESTATES,
        Reason.TOO_OLD,
        Reason.SECONDHAND,
        Reason.ANONYMOUS_ALONE,
        Reason.PAST,
        Reason.FIRST_POSITION,
        Reason.SAME_POSITION,
    }
