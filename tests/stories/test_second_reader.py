"""Stories of the second reader: what it may do to the ledger, what it costs, and what it survives."""

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.model_double import Cut, Raw, Say, Script, Silence, Status, model_double, says
from tests.second_desk import desk
from tests.second_material import MACRON, statement
from tests.watching import Clock
from watchers.model import Act, Position, Via
from watchers.second_reader.agreement import AGREES, ALONE, CONTRADICTS, Trust
from watchers.second_reader.trouble import ModelAlarm
from watchers.store.model_readings import ReadingState

#: What the model says of the article: sentence 2 is an offer of soldiers.
OFFER = {
    "sentence": 2, "actor": "france", "claim": "own-troops", "position": "supports",
    "speaker": "Emmanuel Macron",
}  # fmt: skip
REFUSAL = {**OFFER, "position": "opposes"}
#: The same news in another paper's words.
OTHER = replace(
    MACRON,
    id="other",
    url="https://gazette.example/offer",
    outlet="The Gazette",
    title="France would go to Ukraine",
    text=(
        "In Paris the head of state gave his answer. President Macron said that French troops would "
        "be sent to Ukraine once the guns are silent. Ministers in other capitals were waiting."
    ),
)
TODAY = Clock(now=MACRON.published + timedelta(hours=1))


@asynccontextmanager
async def at_work(tmp_path, *scripts: Script, **options):
    async with model_double(scripts=[*scripts]) as double:
        clock = options.pop("clock", None) or Clock(now=TODAY.now)
        async with desk(double, tmp_path / "s.sqlite", clock=clock, **options) as found:
            await found.give("france", "own-troops", Position.OPPOSES, date(2025, 8, 1))
            yield found, double


async def test_what_both_say_is_surer_and_may_confirm(tmp_path):
    quoted = statement(via=Via.QUOTE, confidence=0.85)
    async with at_work(tmp_path, says({**OFFER, "via": "quote"})) as (at, _):
        quoting = replace(MACRON, text=MACRON.text.replace("was ready", "“is ready”"))
        await at.arrive(quoting, quoted)
        assert at.states() == ["possible"]
        await at.second.drain()
        assert at.states() == ["possible", "confirmed"]
        (said,) = await at.said("france", "own-troops")
        assert AGREES in said.rules


async def test_what_the_model_alone_says_is_possible_and_no_more(tmp_path):
    async with at_work(tmp_path, says(OFFER), trust=Trust(alone=0.99)) as (at, _):
        await at.arrive(MACRON)
        assert at.states() == []
        await at.second.drain()
        assert at.states() == ["possible"]
        assert (await at.holding("france", "own-troops")).position is Position.OPPOSES
        (said,) = await at.said("france", "own-troops")
        assert json.loads(said.rules) == [ALONE, "language-model", "prompt-1", "double-1"]


async def test_a_second_witness_moves_it(tmp_path):
    other = {**OFFER, "speaker": "President Macron"}
    async with at_work(tmp_path, says(OFFER), says(other), trust=Trust(alone=0.85)) as (at, _):
        await at.arrive(MACRON)
        await at.second.drain()
        await at.arrive(OTHER)
        await at.second.drain()
        assert at.states() == ["possible", "confirmed"]
        assert (await at.holding("france", "own-troops")).position is Position.SUPPORTS


async def test_a_model_that_is_often_wrong_moves_nothing_at_all(tmp_path):
    async with at_work(tmp_path, says(OFFER), trust=Trust(alone=0.4)) as (at, _):
        await at.arrive(MACRON)
        await at.second.drain()
        assert at.states() == []
        assert len(await at.said("france", "own-troops")) == 1, "it supports"


async def test_where_they_contradict_each_other_nothing_moves_and_both_votes_are_kept(tmp_path):
    quoted = statement(via=Via.QUOTE, confidence=0.95)
    async with at_work(tmp_path, says(REFUSAL)) as (at, _):
        await at.arrive(MACRON, quoted)
        assert at.states() == ["confirmed"], "the rules' reading stands at once"
        await at.second.drain()
        assert at.states() == ["confirmed", "withdrawn"]
        assert (await at.holding("france", "own-troops")).position is Position.OPPOSES
        votes = await at.said("france", "own-troops")
        assert {vote.position for vote in votes} == {Position.SUPPORTS, Position.OPPOSES}
        assert all(CONTRADICTS in vote.rules for vote in votes)


async def test_a_denial_that_the_model_alone_sees_takes_nothing_back(tmp_path):
    quoted = statement(via=Via.QUOTE, confidence=0.95)
    denial = {**OFFER, "speaker": "President Macron", "position": "reluctant", "act": "denies"}
    async with at_work(tmp_path, says(), says(denial)) as (at, _):
        await at.arrive(MACRON, quoted)
        await at.second.drain()
        await at.arrive(OTHER)
        await at.second.drain()
        assert at.states() == ["confirmed"]


async def test_a_denial_of_the_rules_takes_back_as_ever(tmp_path):
    quoted = statement(via=Via.QUOTE, confidence=0.95)
    denial = statement(act=Act.DENIES, position=Position.RELUCTANT, speaker="President Macron")
    async with at_work(tmp_path) as (at, _):
        await at.arrive(MACRON, quoted)
        at.clock.forward(minutes=1)
        later = replace(OTHER, published=OTHER.published + timedelta(minutes=30))
        await at.arrive(later, denial)
        assert at.states() == ["confirmed", "withdrawn"]


async def test_what_is_silent_stays_silent(tmp_path):
    async with at_work(tmp_path, says(OFFER)) as (at, _):
        await at.arrive(MACRON, silent=True)
        await at.second.drain()
        assert at.lines == []
        assert len(await at.said("france", "own-troops")) == 1


async def test_an_article_that_names_no_claim_is_not_asked_about(tmp_path):
    weather = replace(MACRON, title="Rain", text="It rained on the city. The sun came back later.")
    async with at_work(tmp_path) as (at, double):
        await at.arrive(weather)
        await at.second.drain()
        assert double.requests == []
        assert (await at.verdict(weather)).reason == "names_no_claim"


async def test_a_story_is_read_once_in_all_its_copies(tmp_path):
    copies = [
        replace(
            MACRON,
            id=f"copy-{n}",
            url=f"https://copy-{n}.example/",
            outlet=f"Copy {n}",
            title=f"Copy {n}: Macron and the force",
            text=MACRON.text.replace("PARIS - ", "").replace("Nobody else spoke.", ""),
        )
        for n in range(5)
    ]
    async with at_work(tmp_path, says(OFFER, after=0.2), concurrency=4) as (at, double):
        for article in (MACRON, *copies):
            await at.arrive(article)
        await at.second.drain()
        assert len(double.requests) == 1
        assert at.second.tally.copies == 5
        said = await at.said("france", "own-troops")
        assert len(said) == 6
        assert {one.evidence for one in said} == {said[0].evidence}
        assert at.states() == ["possible"], "copies are one witness"


async def test_a_copy_is_known_after_a_restart(tmp_path):
    async with at_work(tmp_path, says(OFFER)) as (at, _):
        await at.arrive(MACRON)
        await at.second.drain()
    async with at_work(tmp_path) as (at, double):
        await at.arrive(replace(MACRON, id="copy", url="https://copy.example/"))
        await at.second.drain()
        assert double.requests == []
        assert at.second.tally.copies + at.second.tally.cached == 1


async def test_a_text_that_adds_something_is_read_for_itself(tmp_path):
    longer = replace(
        MACRON,
        id="longer",
        url="https://longer.example/",
        text=MACRON.text + "\n\n" + OTHER.text + " " + OTHER.text.replace("President", "Mr"),
    )
    async with at_work(tmp_path, says(OFFER), says(OFFER)) as (at, double):
        await at.arrive(MACRON)
        await at.second.drain()
        await at.arrive(longer)
        await at.second.drain()
        assert len(double.requests) == 2


async def test_the_same_text_again_is_not_paid_for_again(tmp_path):
    async with at_work(tmp_path, says(OFFER)) as (at, double):
        for _ in range(3):
            await at.arrive(MACRON)
            await at.second.drain()
        assert (len(double.requests), at.second.tally.cached) == (1, 2)
        assert at.states() == ["possible"]


async def test_a_corrected_comma_takes_nothing_back(tmp_path):
    """What the model alone has said stands while it reads the new version."""
    edited = replace(MACRON, text=MACRON.text.replace("Nobody else", "No one else"))
    async with at_work(tmp_path, says(OFFER), says(OFFER), says()) as (at, double):
        await at.arrive(MACRON)
        await at.second.drain()
        await at.arrive(edited)
        await at.second.drain()
        assert (at.states(), len(double.requests)) == (["possible"], 2)
        await at.arrive(replace(edited, text=edited.text + " It rained."))
        assert at.states() == ["possible"]
        await at.second.drain()
        assert at.states() == ["possible", "withdrawn"], "now it says no such thing"


async def test_an_article_that_was_changed_meanwhile_is_read_as_it_is_now(tmp_path):
    changed = replace(MACRON, text=MACRON.text.replace("was ready", "was not ready"))
    async with at_work(tmp_path, says(OFFER, after=0.3), says(REFUSAL)) as (at, _):
        await at.arrive(MACRON)
        reading = asyncio.create_task(at.second.drain())
        await asyncio.sleep(0.15)
        await at.arrive(changed)
        await reading
        await at.second.drain()
        (said,) = await at.said("france", "own-troops")
        assert said.position == Position.OPPOSES


async def test_what_waits_survives_a_restart(tmp_path):
    async with at_work(tmp_path) as (at, double):
        await at.arrive(MACRON)
        assert double.requests == []
    async with at_work(tmp_path, says(OFFER)) as (at, _):
        await at.second.drain()
        assert at.states() == ["possible"]


MISBEHAVIOUR: dict[str, list[Script]] = {
    "silence": [Silence()],
    "429": [Status(code=429)],
    "429 with a wait": [Status(code=429, headers=(("retry-after", "0.1"),))],
    "5xx": [Status(code=500), Status(code=502), Status(code=503)],
    "a cut connection": [Cut()],
    "half an answer": [Say(content='{"statements": [{"sentence": 2, "ac', finish="length")],
    "an empty answer": [Say(content="")],
    "prose": [Say(content="I would rather not say.")],
    "no completion": [Raw(body=b"<html>"), Raw(body=b"{}")],
}


@pytest.mark.parametrize("scripts", MISBEHAVIOUR.values(), ids=MISBEHAVIOUR)
async def test_after_a_failure_the_models_reading_comes_late(tmp_path, scripts):
    quoted = statement(via=Via.QUOTE, confidence=0.85)
    async with at_work(tmp_path, *scripts, says(OFFER), patience=0.3) as (at, _):
        await at.arrive(MACRON, quoted)
        assert at.states() == ["possible"], "the rules' alert waits for nobody"
        for _ in scripts:
            await at.second.drain()
            assert (await at.verdict(MACRON)).state is ReadingState.WAITING
            at.clock.forward(seconds=2)
        await at.second.drain()
        assert (await at.verdict(MACRON)).state is ReadingState.DONE
        (said,) = await at.said("france", "own-troops")
        assert AGREES in said.rules


NEVER: dict[str, tuple[Script, str]] = {
    "always late": (Silence(), "timeout"),
    "always half": (Say(content='{"statements": [{"sen'), "half_an_answer"),
    "always empty": (Say(content=""), "empty_answer"),
    "always prose": (Say(content="Hm."), "no_json"),
    "always the same word": (Say(content="no " * 3_000), "no_json"),
}


@pytest.mark.parametrize(("script", "reason"), NEVER.values(), ids=NEVER)
async def test_or_never_and_the_operator_is_told_once(tmp_path, script, reason):
    async with at_work(tmp_path, *[script] * 9, patience=0.6) as (at, double):
        await at.arrive(MACRON, statement())
        for _ in range(6):
            await at.second.drain()
            at.clock.forward(minutes=5)
        verdict = await at.verdict(MACRON)
        assert (verdict.state, verdict.reason) == (ReadingState.GIVEN_UP, reason)
        assert len(double.requests) == 3
        assert len(at.notices) == 1
        (said,) = await at.said("france", "own-troops")
        assert json.loads(said.rules) == ["says"], "the rules' reading stands"


async def test_an_outage_is_told_once_and_once_that_it_is_over(tmp_path):
    down = [Status(code=503)] * 12
    async with at_work(tmp_path, *down, says(OFFER)) as (at, _):
        await at.arrive(MACRON)
        for _ in range(12):
            await at.second.drain()
            at.clock.forward(minutes=20)
        assert [(n.alarm, n.begins) for n in at.notices] == [(ModelAlarm.DOWN, True)]
        await at.second.drain()
        assert [n.begins for n in at.notices] == [True, False]
        assert at.states() == ["possible"]


async def test_an_outage_is_told_once_over_restarts(tmp_path):
    async with at_work(tmp_path, Status(code=401)) as (at, _):
        await at.arrive(MACRON)
        await at.second.drain()
        assert [n.alarm for n in at.notices] == [ModelAlarm.REFUSED]
    async with at_work(tmp_path, Status(code=401)) as (at, _):
        await at.second.drain()
        assert at.notices == []


async def test_what_waited_too_long_is_given_up(tmp_path):
    async with at_work(tmp_path) as (at, double):
        await at.arrive(MACRON)
        at.clock.forward(days=3)
        await at.second.drain()
        assert double.requests == []
        assert (await at.verdict(MACRON)).reason == "too_late"


async def test_a_server_is_left_alone_as_long_as_it_asks(tmp_path):
    wait = Status(code=429, headers=(("retry-after", "120"),))
    async with at_work(tmp_path, wait, says(OFFER)) as (at, double):
        await at.arrive(MACRON)
        await at.second.drain()
        at.clock.forward(seconds=119)
        await at.second.drain()
        assert len(double.requests) == 1
        at.clock.forward(seconds=2)
        await at.second.drain()
        assert len(double.requests) == 2


async def test_a_hostile_wait_is_not_believed(tmp_path):
    wait = Status(code=429, headers=(("retry-after", "9999999999"),))
    async with at_work(tmp_path, wait, says(OFFER)) as (at, double):
        await at.arrive(MACRON)
        await at.second.drain()
        at.clock.forward(hours=1, seconds=1)
        await at.second.drain()
        assert len(double.requests) == 2


def different(number: int):
    text = MACRON.text.replace("Monday", f"day {number}").replace("troops", f"{number} troops")
    words = " ".join(f"word{number}x{place}" for place in range(60))
    return replace(
        MACRON, id=f"a{number}", url=f"https://a.example/{number}", text=f"{text}\n\n{words}."
    )


async def test_when_the_days_tokens_are_spent_the_rules_read_alone_until_midnight(tmp_path):
    night = Clock(now=MACRON.published.replace(hour=20))
    options = {"clock": night, "tokens_a_day": 9_000, "concurrency": 3}
    async with at_work(tmp_path, **options) as (at, double):
        double.answer = lambda _: says(tokens=(2_600, 100))
        for number in range(6):
            await at.arrive(different(number))
        await at.second.drain()
        asked = len(double.requests)
        assert 1 <= asked <= 3
        assert (await at.spent()).tokens == asked * 2_700 <= 9_000
        (notice,) = at.notices
        assert notice.alarm is ModelAlarm.SPENT
        assert "the rules read alone until 19 Aug 00:00 UTC" in notice.what
        await at.second.drain()
        assert len(double.requests) == asked
        at.clock.forward(hours=4, seconds=1)
        await at.second.drain()
        assert len(double.requests) > asked
        assert [n.begins for n in at.notices][:2] == [True, False]


async def test_requests_in_hand_together_never_spend_what_is_not_there(tmp_path):
    async with at_work(tmp_path, tokens_a_day=3_800, concurrency=8) as (at, double):
        double.answer = lambda _: says(tokens=(2_700, 50), after=0.05)
        for number in range(8):
            await at.arrive(different(number))
        await at.second.drain()
        assert len(double.requests) == 1
        assert double.at_once == 1


async def test_no_more_requests_at_once_than_allowed(tmp_path):
    async with at_work(tmp_path, concurrency=2) as (at, double):
        double.answer = lambda _: says(after=0.05)
        for number in range(7):
            await at.arrive(different(number))
        await at.second.drain()
        assert (len(double.requests), double.at_once) == (7, 2)


async def until(what):
    for _ in range(250):
        if what():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come about")


async def test_it_works_beside_and_stops_when_told(tmp_path):
    async with at_work(tmp_path, says(OFFER), Silence(), patience=30) as (at, double):
        stop = asyncio.Event()
        running = asyncio.create_task(at.second.run(stop))
        await at.arrive(MACRON)
        await until(lambda: at.lines)
        await at.arrive(different(1))
        await until(lambda: len(double.requests) == 2)
        stop.set()
        async with asyncio.timeout(2):
            await running
        verdict = await at.verdict(different(1))
        assert verdict.state is ReadingState.WAITING, "what is in hand waits for the next start"


async def test_why_shows_what_became_of_each_statement(tmp_path):
    ghost = {**OFFER, "sentence": 77}
    async with at_work(tmp_path, says(OFFER, ghost)) as (at, _):
        await at.arrive(MACRON)
        await at.second.drain()
        assert (await at.verdict(MACRON)).outcome == (
            "france supports own-troops (Emmanuel Macron, now)",
            "dropped: no_such_sentence: france own-troops supports [77] Emmanuel Macron",
        )
