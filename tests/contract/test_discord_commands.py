"""What members type and press, through the real discord.py in the double's gateway."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.answering.answers import FeedView, StatementView
from bot.answering.replies import HELP
from bot.discord.buttons import button_id
from bot.views import ChangeView
from tests.contract.desk_material import TODAY, US, FixedAnswers, NoReports, connected
from tests.discord_double import faults, world
from tests.discord_double.server import Double, discord_double
from tests.unit.alerts_material import TRUMP, US_TROOPS


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    async with discord_double() as double:
        yield double
        assert double.complaints == []


async def test_every_command_is_registered_and_described(double: Double) -> None:
    async with connected(double):
        assert {f"/{c['name']}" for c in double.world.commands} == set(HELP)
        stance = next(c for c in double.world.commands if c["name"] == "stance")
        assert [o["name"] for o in stance["options"]] == ["claim", "actor", "as_of"]
        assert all(not o.get("required") for o in stance["options"])


async def test_a_stance_names_its_source_and_how_fresh_it_is(double: Double) -> None:
    async with connected(double):
        said = await double.interactions.command("stance", claim="us-troops", actor="us")
    assert said.embed["title"] == "United States"
    assert "**−− opposes since 19 Aug 2025**" in said.embed["description"]
    assert "> “You have my assurance,”" in said.embed["description"]
    assert "[foxnews.example ↗](https://www.foxnews.example/" in said.embed["description"]
    assert said.embed["fields"] == [
        {"name": "Last heard", "value": "9 Mar 2026 (today)", "inline": True}
    ]


ASKED: dict[str, tuple[dict[str, str], tuple[str | None, str | None, date | None]]] = {
    "an id": ({"actor": "us"}, ("us", None, None)),
    "an alias": ({"actor": "Washington"}, ("us", None, None)),
    "an unfinished word": ({"actor": "zelen"}, ("ukraine", None, None)),
    "a misspelt name": ({"actor": "Ukrane"}, ("ukraine", None, None)),
    "a keyword": ({"claim": "boots on the"}, (None, "us-troops", None)),
    "as of a day": ({"actor": "uk", "as_of": "2025-08-19"}, ("uk", None, date(2025, 8, 19))),
    "as of three weeks ago": (
        {"actor": "uk", "as_of": "3 weeks ago"},
        ("uk", None, TODAY - timedelta(weeks=3)),
    ),
    "nothing at all": ({}, (None, None, None)),
}


@pytest.mark.parametrize(("typed", "asked"), ASKED.values(), ids=ASKED.keys())
async def test_whoever_is_meant_is_found(
    double: Double, typed: dict[str, str], asked: tuple[str | None, str | None, date | None]
) -> None:
    answers = FixedAnswers()
    async with connected(double, answers):
        await double.interactions.command("stance", **typed)
    assert answers.asked == [asked]


UNCLEAR: dict[str, tuple[dict[str, str], str]] = {
    "no such actor": ({"actor": "Atlantis"}, "No actor is called “Atlantis”."),
    "no such claim": ({"claim": "moon base"}, "No claim is called “moon base”."),
    "no day": ({"as_of": "once"}, "“once” is no day"),
    "an invite": ({"actor": "discord.gg/abc @everyone"}, "(invite left out) @\u200beveryone"),
}


@pytest.mark.parametrize(("typed", "said"), UNCLEAR.values(), ids=UNCLEAR.keys())
async def test_what_is_not_understood_is_said(
    double: Double, typed: dict[str, str], said: str
) -> None:
    async with connected(double):
        answer = await double.interactions.command("stance", **typed)
    assert said in answer.embed["description"]


async def test_nothing_known_is_said_plainly(double: Double) -> None:
    async with connected(double, FixedAnswers(holdings=())):
        said = await double.interactions.command("stance", actor="uk", claim="nato-membership")
    assert said.embed["title"] == "Nothing is known"
    assert "United Kingdom on “Ukraine joins NATO.”" in said.embed["description"]


@pytest.mark.parametrize(
    ("option", "typed", "first"),
    [
        ("actor", "", "us"),
        ("actor", "brit", "uk"),
        ("actor", "zelens", "ukraine"),
        ("claim", "nato", "nato-membership"),
        ("claim", "ground", "us-troops"),
    ],
)
async def test_unfinished_words_are_completed(
    double: Double, option: str, typed: str, first: str
) -> None:
    async with connected(double):
        said = await double.interactions.unfinished("stance", option, typed)
    assert said.choices[0]["value"] == first
    assert all(len(choice["name"]) <= 100 for choice in said.choices)


async def test_a_slow_store_is_waited_for_after_the_answer_was_acknowledged(
    double: Double,
) -> None:
    async with connected(double, FixedAnswers(delay_seconds=0.6)):
        said = await double.interactions.command("stance", actor="us")
    assert said.answered_in is not None
    assert said.answered_in < 0.5
    assert said.embed["title"] == "United States"


async def test_long_lists_are_turned_by_buttons_that_outlive_the_bot(double: Double) -> None:
    many = [replace(US, actor=f"Actor {n}", actor_id=f"a{n}") for n in range(25)]
    async with connected(double, FixedAnswers(holdings=many)):
        said = await double.interactions.command("stance", claim="us-troops")
    assert "Actor 9" in said.embed["description"]
    assert "Actor 10" not in said.embed["description"]
    shown = double.world._message(world.CHANNEL_ID, said.message)
    buttons = shown["components"][0]["components"]
    assert [b["label"] for b in buttons] == ["◀", "▶", "1 of 3"]
    async with connected(double, FixedAnswers(holdings=many)):
        turned = await double.interactions.press(shown, buttons[1]["custom_id"])
    assert "Actor 10" in turned.embed["description"]


async def test_the_evidence_button_works_after_a_restart_and_for_the_asker_alone(
    double: Double,
) -> None:
    mark = "vf" + "a" * 16
    button = {"type": 2, "style": 2, "label": "Evidence", "custom_id": button_id("evidence", mark)}
    row = {"type": 1, "components": [button]}
    message = double.world._message(world.CHANNEL_ID, {"components": [row]})
    async with connected(double):
        said = await double.interactions.press(message, button["custom_id"])
    assert said.is_private
    assert "You have my assurance" in said.embed["description"]


async def test_the_history_is_a_picture_and_words(double: Double) -> None:
    told = [StatementView(evidence=TRUMP, day=TODAY, reason="same_witness")]
    async with connected(double, FixedAnswers(told=told, picture=b"\x89PNG....")):
        said = await double.interactions.command("history", actor="us", claim="us-troops")
    assert said.files == ["history.png"]
    assert said.embed["image"] == {"url": "attachment://history.png"}
    assert "moved nothing: same witness" in said.embed["description"]


OTHERS: dict[str, tuple[dict[str, str], str]] = {
    "moved": ({"since": "2025-01-01"}, "**United States**"),
    "sources": ({"actor": "us", "claim": "us-troops"}, "> “You have my assurance,”"),
    "why": ({"link": "https://a.example/b"}, "read, no claim named"),
    "claims": ({}, "**us-troops**: The United States"),
    "feeds": ({}, "**Der Standard** ⚠ no answer in 10 s"),
    "help": ({}, "**/stance**"),
}


@pytest.mark.parametrize(("name", "typed", "said"), [(n, *row) for n, row in OTHERS.items()])
async def test_other_questions(double: Double, name: str, typed: dict[str, str], said: str) -> None:
    told = [StatementView(evidence=TRUMP, day=TODAY)]
    down = FeedView(
        outlet="Der Standard",
        url="https://d.example/rss",
        last_new=None,
        trouble="no answer in 10 s",
    )
    async with connected(double, FixedAnswers(told=told, watched=[down])):
        answer = await double.interactions.command(name, **typed)
    assert said in answer.embed["description"]


MARK = "vf" + "a" * 16


def alert(double: Double, does: str) -> tuple[dict[str, Any], str]:
    """A message with one of an alert's buttons, and the button's id."""
    button = {"type": 2, "style": 2, "label": "?", "custom_id": button_id(does, MARK)}
    row = {"type": 1, "components": [button]}
    return double.world._message(world.CHANNEL_ID, {"components": [row]}), str(button["custom_id"])


def filled(**given: str) -> list[dict[str, Any]]:
    """A form's fields as they come back."""
    return [
        {"type": 18, "component": {"type": 3, "custom_id": k, "values": [v]}}
        if k != "words"
        else {"type": 18, "component": {"type": 4, "custom_id": k, "value": v}}
        for k, v in given.items()
    ]


async def test_a_reader_says_what_is_wrong_in_a_form(double: Double) -> None:
    reports = NoReports()
    async with connected(double, reports=reports):
        shown = await double.interactions.press(*alert(double, "wrong"))
        assert shown.callback is not None
        form = shown.callback["data"]
        assert [c["label"] for c in form["components"]] == ["What is it?", "In your words"]
        fields = filled(fault="old news", words="said in *May*, see https://a.example")
        sent = await double.interactions.submit(form["custom_id"], fields)
    assert sent.is_private
    assert "Report 1 is kept" in sent.embed["description"]
    said = f"{US_TROOPS.id} old news said in *May*, see a.example"
    assert reports.decided == [(said, 1, str(world.MEMBER_ID))]


async def test_a_form_about_a_list_asks_which_change(double: Double) -> None:
    changes = [replace(US_TROOPS, id=f"c{n}", actor="A" * 200) for n in range(30)]
    reports = NoReports()
    async with connected(double, FixedAnswers(changes=changes), reports):
        shown = await double.interactions.press(*alert(double, "wrong"))
        assert shown.callback is not None
        form = shown.callback["data"]
        assert len(form["components"][0]["component"]["options"]) == 25
        fields = filled(change="c7", fault="wrong side")
        await double.interactions.submit(form["custom_id"], fields)
        fields = filled(change="'; drop table reports", fault="wrong side")
        refused = await double.interactions.submit(form["custom_id"], fields)
        fields = filled(change="c7", fault="anything else")
        refused_too = await double.interactions.submit(form["custom_id"], fields)
    assert [one[0] for one in reports.decided] == ["c7 wrong side "]
    assert refused.embed["title"] == refused_too.embed["title"] == "Not kept"


async def test_a_member_without_the_permission_changes_nothing(double: Double) -> None:
    reports = NoReports()
    async with connected(double, reports=reports):
        commands = {c["name"]: c for c in double.world.commands}
        for name in ("reports", "agree", "dismiss"):
            assert commands[name]["default_member_permissions"] == 1 << 13
        refused = await double.interactions.command("agree", permissions="0", number=3)
        assert "Only editors" in refused.message["content"]
        assert reports.decided == []
        double.world.moved_permissions.add("agree")
        await double.interactions.command("agree", permissions="0", number=3)
        await double.interactions.command("dismiss", permissions=str(1 << 13), number=4)
    by = str(world.MEMBER_ID)
    assert reports.decided == [("agree", 3, by), ("dismiss", 4, by)]


async def test_the_history_button_shows_how_the_alert_s_actor_got_there(double: Double) -> None:
    told = [StatementView(evidence=TRUMP, day=TODAY)]
    async with connected(double, FixedAnswers(told=told)):
        said = await double.interactions.press(*alert(double, "history"))
    assert said.is_private
    assert said.embed["title"].startswith("United States · The United States sends")


class Unread(FixedAnswers):
    async def why(self, link: str) -> Sequence[str]:
        return []


async def test_an_address_nobody_knows_is_said_to_be_none(double: Double) -> None:
    async with connected(double, Unread()):
        said = await double.interactions.command("why", link="javascript:alert(1)")
    assert said.embed["description"] == "No feed has led to that address lately."


class Broken(FixedAnswers):
    async def moved(self, since: date) -> Sequence[ChangeView]:
        raise RuntimeError("store on fire")


async def test_a_question_that_fails_is_answered_too(
    double: Double, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(double, Broken()):
        answer = await double.interactions.command("moved")
    assert answer.embed["title"] == "That went wrong"
    assert "store on fire" in caplog.text


LOSSES: dict[str, Any] = {
    "close 4000": lambda d: d.gateway.hang_up(4000),
    "close 1006": lambda d: d.gateway.hang_up(1001),
    "op 7": lambda d: d.gateway.ask_to_reconnect(),
    "op 9, resumable": lambda d: d.gateway.invalidate(resumable=True),
    "op 9": lambda d: d.gateway.invalidate(resumable=False),
}


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES.keys())
async def test_a_lost_gateway_comes_back(double: Double, lose: Any) -> None:
    async with connected(double) as told:
        await lose(double)
        await asyncio.wait_for(double.gateway.ready.wait(), 10)
        said = await double.interactions.command("stance", actor="us")
        assert said.embed["title"] == "United States"
    assert told == []


@pytest.mark.parametrize(("code", "said"), [(4004, "refuses the token"), (4014, "4014")])
async def test_a_refused_gateway_is_told_once(double: Double, code: int, said: str) -> None:
    double.gateway.refuse_with = [code]
    async with connected(double) as told:
        await asyncio.sleep(0.3)
    (notice,) = told
    assert said in notice.what
    assert double.gateway.identified == 1


async def test_commands_that_cannot_be_registered_do_not_keep_the_bot_away(double: Double) -> None:
    double.misbehave(faults.broken(503, times=9, method="PUT"))
    async with connected(double) as told:
        await asyncio.wait_for(double.gateway.ready.wait(), 5)
    assert told == []


async def test_a_gateway_that_is_down_at_the_start_is_tried_again(double: Double) -> None:
    double.misbehave(faults.broken(503, times=2), faults.Fault(cut=faults.Cut.BEFORE_WORK))
    async with connected(double) as told:
        await asyncio.wait_for(double.gateway.ready.wait(), 10)
    assert told == []
