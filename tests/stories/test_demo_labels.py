"""What the demo's week comes to when it is read without a mistake: its labels through the ledger."""

from functools import partial

from bot.commands.reading_ahead import Reading
from bot.commands.replay import labels_of, replay
from bot.demo.week import demo_folder
from watchers.actor_files import shipped_actors
from watchers.holding_files import load_givens
from watchers.ledger.filing import ChangeLine
from watchers.ledger.records import Reason

ACTORS = shipped_actors()

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

#: Why the rest of the week is kept quiet.
QUIET = {
    Reason.SAME_POSITION,
    Reason.RESTATES,
    Reason.SAME_WITNESS,
    Reason.TOO_OLD,
    Reason.PAST,
    Reason.SECONDHAND,
    Reason.ANONYMOUS_ALONE,
    Reason.FIRST_POSITION,
    Reason.AWAITING_SECOND_WITNESS,
}


def test_the_week_is_told_as_it_happened_and_the_rest_is_kept_quiet_with_a_reason():
    lines: list[str] = []

    def tell(line: ChangeLine, article: str) -> None:
        change = line.told
        move = f"{change.origin} → {change.to} {change.kind} {change.state}"
        lines.append(f"{article} {line.actor}/{line.claim} {move}")

    done = replay(
        [demo_folder() / "articles.jsonl"],
        actors=ACTORS,
        givens=load_givens(demo_folder() / "baseline.jsonl", ACTORS, inherited=False),
        reading=Reading(make=partial(labels_of, ACTORS)),
        tell=tell,
    )
    assert lines == STORY
    assert set(done.quiet) == QUIET
