"""The outbox through the real discord.py to the double, on good days and on bad ones."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.alerts import AlertRules
from bot.cards import text_card
from bot.delivery import Delivery, Pace
from bot.discord.access import Access
from bot.discord.delivery import DiscordSurface
from bot.outbox import enqueue, enqueue_card, next_due
from bot.views import ChangeView, Notice
from tests.discord_double import world
from tests.discord_double.faults import Cut, Fault, broken, rate_limited
from tests.discord_double.server import Double, discord_double
from tests.unit.alerts_material import change
from watchers.model import Kind, State
from watchers.store import outbox
from watchers.store.database import Database
from watchers.store.tables import metadata
from watchers.store.thread import DatabaseThread

CHANNEL = f"discord:{world.CHANNEL_ID}"
OTHER = f"discord:{world.OTHER_CHANNEL_ID}"
#: One alert a message, so that order and number can be counted.
SINGLE = AlertRules(channels=(CHANNEL,), fold_above=1000)
QUICK = Pace(first_wait=0.01, longest_wait=0.05, settle=0, look=0.02)
POSTS = Fault(path=f"/channels/{world.CHANNEL_ID}/messages", method="POST").path


class Desk:
    """A store, the double, and a bot that can be restarted between them."""

    def __init__(self, double: Double, database: Database) -> None:
        self.double = double
        self.database = database
        self.told: list[Notice] = []
        self.now = datetime(2026, 3, 9, 12, tzinfo=UTC)

    def put(self, *changes: ChangeView, rules: AlertRules = SINGLE) -> None:
        with self.database.write() as connection:
            enqueue(connection, changes, rules=rules, now=self.now)

    @asynccontextmanager
    async def bot(
        self, rules: AlertRules = SINGLE, pace: Pace = QUICK, request_limit: float = 5
    ) -> AsyncIterator[Delivery]:
        double = self.double
        access = Access(token=world.TOKEN, api_base=double.api_base, gateway=double.gateway_address)
        surface = DiscordSurface(access, request_limit=request_limit)
        store = DatabaseThread(self.database)
        try:
            yield Delivery(
                store,
                {"discord": surface},
                rules=rules,
                tell=self.told.append,
                pace=pace,
            )
        finally:
            await surface.close()
            store.close()

    async def deliver(self, rules: AlertRules = SINGLE, patience: float = 20) -> int:
        """A fresh start of the bot; how much is left undelivered."""
        async with self.bot(rules) as delivery:
            return await delivery.drain(patience=patience)

    @property
    def titles(self) -> list[str]:
        return [m["embeds"][0]["title"] for m in self.double.messages()]

    def requests(self, method: str) -> int:
        return sum(a.method == method and "/messages" in a.path for a in self.double.asked)


class Hasty:
    """asyncio for discord.http, which waits 1, 3, 5, 7 and 9 s between its tries; a test need not."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.01))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/store.db")
    metadata.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture
async def desk(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    monkeypatch.setattr("discord.http.asyncio", Hasty())
    async with discord_double() as double:
        yield Desk(double, database)
        assert double.complaints == []


async def test_a_change_becomes_one_embed_without_pings(desk: Desk) -> None:
    desk.put(change(1))
    assert await desk.deliver() == 0
    (message,) = desk.double.messages()
    assert message["embeds"][0]["title"] == "✅ Confirmed reversal: Actor 1"
    assert message["mention_roles"] == []
    assert message["nonce"].startswith("vf")
    assert len(message["nonce"]) <= 25
    assert message["embeds"][0]["footer"]["text"] == message["nonce"]


async def test_the_same_message_follows_its_change(desk: Desk) -> None:
    desk.put(change(1, state=State.POSSIBLE))
    await desk.deliver()
    desk.put(change(1, state=State.CONFIRMED, reason="A second independent witness reports it."))
    await desk.deliver()
    assert desk.titles == ["✅ Confirmed reversal: Actor 1"]
    desk.put(change(1, state=State.WITHDRAWN, reason="The speaker took it back."))
    await desk.deliver()
    assert desk.titles == ["❌ Withdrawn · ~~Reversal: Actor 1~~"]
    assert desk.requests("POST") == 1
    assert desk.requests("PATCH") == 2


async def test_what_ended_before_anybody_was_told_is_not_told(desk: Desk) -> None:
    desk.put(change(1, state=State.POSSIBLE), change(2))
    desk.put(change(1, state=State.EXPIRED))
    assert await desk.deliver() == 0
    assert desk.titles == ["✅ Confirmed reversal: Actor 2"]


async def test_kinds_and_states_that_are_not_asked_for_stay_untold(desk: Desk) -> None:
    rules = AlertRules(channels=(CHANNEL,), only_confirmed=True)
    desk.put(change(1, kind=Kind.SOFTENING), change(2, state=State.POSSIBLE), rules=rules)
    desk.put(change(3, state=State.HEARD), change(4, state=State.WITHDRAWN), rules=rules)
    assert await desk.deliver(rules) == 0
    assert desk.titles == []
    desk.put(change(2, state=State.CONFIRMED), rules=rules)
    await desk.deliver(rules)
    assert desk.titles == ["✅ Confirmed reversal: Actor 2"]


async def test_only_a_configured_role_is_pinged(desk: Desk) -> None:
    rules = AlertRules(channels=(CHANNEL,), roles={Kind.REVERSAL: world.PING_ROLE})
    desk.put(change(1), change(2, kind=Kind.SHIFT), rules=rules)
    await desk.deliver(rules)
    first, second = desk.double.messages()
    assert first["content"] == f"<@&{world.PING_ROLE}>"
    assert first["mention_roles"] == [str(world.PING_ROLE)]
    assert (second["content"], second["mention_roles"]) == ("", [])


BAD_DAYS: dict[str, list[Fault]] = {
    "429 from Discord": [rate_limited(via=True, times=3, path=POSTS)],
    "429 from what stands before it": [rate_limited(via=False, times=3, path=POSTS)],
    **{f"{s} each time": [broken(s, times=12, path=POSTS)] for s in (500, 502, 504, 524)},
    **{f"{s} each time": [broken(s, times=4, path=POSTS)] for s in (503, 520, 521, 529)},
    "cut before the work": [Fault(path=POSTS, cut=Cut.BEFORE_WORK, times=3)],
    "cut after the work": [Fault(path=POSTS, cut=Cut.AFTER_WORK, times=3)],
    "cut amid the answer": [Fault(path=POSTS, cut=Cut.MID_ANSWER, times=3)],
    "no login": [broken(503, times=3, path="/users/@me")],
    "cut at login": [Fault(path="/users/@me", cut=Cut.BEFORE_WORK, times=2)],
    "a page of HTML with 200": [Fault(path=POSTS, status=200, body="<html>hello</html>", times=2)],
}


@pytest.mark.parametrize("faults", BAD_DAYS.values(), ids=BAD_DAYS.keys())
async def test_bad_days_lose_nothing_and_double_nothing(desk: Desk, faults: list[Fault]) -> None:
    desk.double.misbehave(*faults)
    desk.put(*map(change, range(6)))
    assert await desk.deliver() == 0
    assert desk.titles == [f"✅ Confirmed reversal: Actor {n}" for n in range(6)]
    assert desk.told == []


async def test_forty_alerts_after_an_hour_without_discord_come_in_order(desk: Desk) -> None:
    desk.double.misbehave(broken(503, times=10_000))
    for number in range(40):
        desk.now += timedelta(seconds=90)
        desk.put(change(number))
        if number % 10 == 0:
            assert await desk.deliver(patience=0.2) == number + 1
    desk.double.behave()
    assert await desk.deliver() == 0
    assert desk.titles == [f"✅ Confirmed reversal: Actor {n}" for n in range(40)]


async def test_a_restart_after_the_nonce_has_expired_looks_before_it_posts(desk: Desk) -> None:
    desk.put(change(1))
    desk.double.misbehave(
        Fault(path=POSTS, cut=Cut.AFTER_WORK, method="POST"), broken(503, times=99)
    )
    assert await desk.deliver(patience=0.2) == 1
    desk.double.behave()
    desk.double.world.expire_nonces()
    assert await desk.deliver() == 0
    assert desk.titles == ["✅ Confirmed reversal: Actor 1"]


async def test_where_the_channel_cannot_be_read_the_nonce_guards_alone(desk: Desk) -> None:
    desk.put(change(1))
    desk.double.misbehave(
        Fault(path=POSTS, cut=Cut.AFTER_WORK, method="POST"),
        Fault(path=POSTS, status=403, method="GET", body={"code": 50001, "message": "no"}),
    )
    assert await desk.deliver() == 0
    assert desk.titles == ["✅ Confirmed reversal: Actor 1"]


async def test_a_crash_before_the_post_posts_once(desk: Desk) -> None:
    desk.put(change(1))
    with desk.database.write() as connection:
        due = next_due(connection, CHANNEL, SINGLE)
        assert due is not None
        outbox.record_attempt(connection, due.message.id, datetime.now(UTC))
    assert await desk.deliver() == 0
    assert len(desk.titles) == 1


async def test_a_silent_server_is_given_up_and_asked_again(desk: Desk) -> None:
    desk.double.misbehave(Fault(path=POSTS, delay_seconds=1.0, cut=Cut.BEFORE_WORK))
    desk.put(change(1))
    async with desk.bot(request_limit=0.2) as delivery:
        assert await delivery.drain(patience=10) == 0
    assert len(desk.titles) == 1


CLOSED: dict[str, tuple[str, str]] = {
    "channel gone": ("gone", "Discord knows no such channel"),
    "permissions withdrawn": ("forbidden", "does not let the bot post"),
}


@pytest.mark.parametrize(("how", "said"), CLOSED.values(), ids=CLOSED.keys())
async def test_a_closed_channel_is_left_alone_and_told_once(
    desk: Desk, how: str, said: str
) -> None:
    getattr(desk.double.world, how).add(world.CHANNEL_ID)
    rules = AlertRules(channels=(CHANNEL, OTHER), fold_above=1000, operator_channel=OTHER)
    desk.put(*map(change, range(3)), rules=rules)
    assert await desk.deliver(rules) == 3
    assert await desk.deliver(rules) == 3
    assert desk.requests("POST") - len(desk.double.messages(world.OTHER_CHANNEL_ID)) <= 2
    (notice,) = desk.told
    assert said in notice.what
    other = [m["embeds"][0]["title"] for m in desk.double.messages(world.OTHER_CHANNEL_ID)]
    assert other.count("Volteface needs a hand") == 1
    assert sum(t.startswith("✅") for t in other) == 3

    getattr(desk.double.world, how).clear()
    assert await desk.deliver(rules) == 0
    assert desk.titles == [f"✅ Confirmed reversal: Actor {n}" for n in range(3)]


async def test_a_closed_channel_is_tried_again_within_the_hour(desk: Desk) -> None:
    desk.double.world.forbidden.add(world.CHANNEL_ID)
    desk.put(change(1))
    async with desk.bot(pace=replace(QUICK, closed_for=0.3)) as delivery:
        assert await delivery.drain(patience=5) == 1
        assert desk.requests("POST") == 1
        desk.double.world.forbidden.clear()
        await asyncio.sleep(0.3)
        assert await delivery.drain(patience=5) == 0
    assert len(desk.titles) == len(desk.told) == 1


async def test_without_an_operator_s_channel_another_one_is_told(desk: Desk) -> None:
    desk.double.world.gone.add(world.CHANNEL_ID)
    rules = AlertRules(channels=(CHANNEL, OTHER), fold_above=1000)
    desk.put(change(1), rules=rules)
    assert await desk.deliver(rules) == 1
    other = [m["embeds"][0]["title"] for m in desk.double.messages(world.OTHER_CHANNEL_ID)]
    assert sorted(other) == ["Volteface needs a hand", "✅ Confirmed reversal: Actor 1"]


async def test_a_token_revoked_while_running_stops_the_posting(desk: Desk) -> None:
    desk.put(change(1))
    async with desk.bot() as delivery:
        assert await delivery.drain(patience=5) == 0
        desk.double.world.token = "another"
        desk.put(change(2), change(3))
        assert await delivery.drain(patience=5) == 2
        refused = [a for a in desk.double.asked if a.status == 401]
        assert len(refused) == 1
    (notice,) = desk.told
    assert "refuses the token" in notice.what
    assert world.TOKEN not in notice.what + notice.cure


async def test_what_a_moderator_removed_stays_removed(desk: Desk) -> None:
    desk.put(change(1, state=State.POSSIBLE))
    await desk.deliver()
    desk.double.messages().clear()
    desk.put(change(1, state=State.CONFIRMED))
    assert await desk.deliver() == 0
    desk.put(change(1, state=State.WITHDRAWN))
    assert await desk.deliver() == 0
    assert desk.titles == []
    assert desk.told == []


async def test_more_than_five_at_once_become_one_message(desk: Desk) -> None:
    rules = AlertRules(channels=(CHANNEL,))
    desk.put(*map(change, range(12)), rules=rules)
    assert await desk.deliver(rules) == 0
    (message,) = desk.double.messages()
    assert message["embeds"][0]["title"] == "12 changes within ten minutes"
    for number in range(12):
        assert f"**Actor {number}**" in message["embeds"][0]["description"]

    desk.now += timedelta(minutes=5)
    desk.put(change(12), change(3, state=State.WITHDRAWN), rules=rules)
    assert await desk.deliver(rules) == 0
    (message,) = desk.double.messages()
    assert "**Actor 12**" in message["embeds"][0]["description"]
    assert "~~Actor 3~~" in message["embeds"][0]["description"]

    desk.now += timedelta(minutes=6)
    desk.put(change(13), rules=rules)
    await desk.deliver(rules)
    assert desk.titles[1:] == ["✅ Confirmed reversal: Actor 13"]


async def test_five_at_once_stay_five_messages(desk: Desk) -> None:
    rules = AlertRules(channels=(CHANNEL,))
    desk.put(*map(change, range(5)), rules=rules)
    await desk.deliver(rules)
    assert len(desk.titles) == 5


async def test_a_digest_is_a_message_like_any_other(desk: Desk) -> None:
    with desk.database.write() as connection:
        card = text_card("Digest", ["4,120 articles from 31 feeds; nobody moved."])
        enqueue_card(connection, card, channel=CHANNEL, key="digest:2026-03-09", now=desk.now)
    assert await desk.deliver() == 0
    assert desk.titles == ["Digest"]


async def test_the_loop_delivers_what_comes_and_ends_when_told(desk: Desk) -> None:
    stop = asyncio.Event()
    async with desk.bot() as delivery:
        running = asyncio.create_task(delivery.run(stop))
        for number in range(3):
            desk.put(change(number))
            delivery.wake()
            await asyncio.sleep(0.05)
        async with asyncio.timeout(5):
            while len(desk.titles) < 3:
                await asyncio.sleep(0.02)
        stop.set()
        await asyncio.wait_for(running, 2)


async def test_the_token_is_in_no_log_and_no_error(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    desk.double.misbehave(broken(503, times=2), Fault(cut=Cut.BEFORE_WORK))
    desk.put(change(1))
    await desk.deliver()
    shown: list[Any] = [caplog.text, repr(Access(token=world.TOKEN))]
    assert all(world.TOKEN not in one for one in shown)
