"""What `check` says of Discord's side, to the double."""

from collections.abc import AsyncIterator

import pytest

from bot.answering.replies import HELP
from bot.discord.access import Access
from bot.discord.check import Finding, check_discord
from tests.discord_double import world
from tests.discord_double.faults import broken
from tests.discord_double.server import Double, discord_double


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    async with discord_double() as double:
        double.world.commands = [
            {"id": str(n), "application_id": "1", "type": 1, "name": name[1:], "description": "x",
             "version": "1", "default_member_permissions": None}
            for n, name in enumerate(HELP, 1)
        ]  # fmt: skip
        yield double
        assert double.complaints == []


async def findings(
    double: Double, *, token: str = world.TOKEN, channel: int | None = world.CHANNEL_ID
) -> list[Finding]:
    access = Access(token=token, api_base=double.api_base, gateway=double.gateway_address)
    return [one async for one in check_discord(access, channel)]


async def test_a_right_set_up_has_nothing_to_click(double: Double) -> None:
    found = await findings(double)
    assert [one.what for one in found if not one.is_right] == []
    invitation = next(one.what for one in found if "invite" in one.what)
    assert f"client_id={world.APPLICATION_ID}" in invitation
    assert "scope=bot+applications.commands" in invitation
    assert f"permissions={world.BOT_PERMISSIONS}" in invitation


async def wrong(double: Double, **given: object) -> Finding:
    (found,) = [one for one in await findings(double, **given) if not one.is_right]  # type: ignore[arg-type]
    assert world.TOKEN not in found.what + found.cure
    return found


async def test_a_wrong_token_is_named(double: Double) -> None:
    found = await wrong(double, token="wrong.token.here")
    assert "refuses the token" in found.what
    assert "Reset Token" in found.cure
    assert "wrong.token.here" not in found.what


async def test_no_channel_is_named(double: Double) -> None:
    assert "Copy Channel ID" in (await wrong(double, channel=None)).cure


async def test_a_channel_that_is_not_there_is_named(double: Double) -> None:
    assert "no channel 12345" in (await wrong(double, channel=12345)).what


async def test_a_channel_that_is_hidden_is_named(double: Double) -> None:
    double.world.forbidden.add(world.CHANNEL_ID)
    assert "cannot see channel" in (await wrong(double)).what


async def test_missing_permissions_are_named(double: Double) -> None:
    double.world.bot_permissions = 1 << 10 | 1 << 11
    found = await wrong(double)
    assert "Embed Links, Attach Files, Read Message History" in found.what
    assert found.cure.endswith("Embed Links, Attach Files, Read Message History.")


async def test_commands_that_are_not_registered_are_named(double: Double) -> None:
    double.world.commands = double.world.commands[1:]
    assert "/stance" in (await wrong(double)).what


async def test_discord_in_trouble_is_named(double: Double) -> None:
    double.misbehave(broken(503, times=9))
    assert "trouble of its own" in (await wrong(double)).what


async def test_a_sample_is_posted_when_asked_for(double: Double) -> None:
    access = Access(token=world.TOKEN, api_base=double.api_base, gateway=double.gateway_address)
    found = [one async for one in check_discord(access, world.CHANNEL_ID, post=True)]
    assert found[-1].is_right
    assert "Confirmed reversal" in double.messages()[0]["embeds"][0]["title"]
