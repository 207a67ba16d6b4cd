"""The double itself: its answers are what Discord's own description says they are."""

from typing import Any

import pytest

from tests.discord_double import schema, world
from tests.discord_double.gateway import Gateway
from tests.discord_double.server import _registered
from tests.discord_double.world import World
from tests.shared import shared

COMMAND = {
    "name": "stance",
    "description": "Where somebody stands.",
    "options": [{"type": 3, "name": "actor", "description": "Who.", "autocomplete": True}],
}

ANSWERS: dict[str, tuple[str, Any]] = {
    "the bot": ("UserPIIResponse", world.me()),
    "another user": ("UserResponse", world.user(1, "somebody")),
    "the application": ("PrivateApplicationResponse", world.application()),
    "a channel": ("GuildChannelResponse", world.channel(1, "alerts")),
    "a role": ("GuildRoleResponse", world.role(1, "editors", 0)),
    "a member": ("GuildMemberResponse", world.member(world.bot_user(), [1])),
    "a command": ("ApplicationCommandResponse", _registered(COMMAND, World(), "1")),
    "a message": (
        "MessageResponse",
        World()._message(world.CHANNEL_ID, {"embeds": [{"title": "x"}], "nonce": "vfx"}),
    ),
}


@pytest.mark.parametrize(("name", "answer"), ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_is_what_discord_describes(name: str, answer: Any) -> None:
    shared("real", "discord", "openapi.json")
    assert schema.complaints(name, answer) == []


REFUSED: dict[str, dict[str, Any]] = {
    "nothing to say": {},
    "content over 2,000": {"content": "x" * 2001},
    "content of emoji over 2,000": {"content": "🙂" * 1001},
    "6,000 in all": {"embeds": [{"description": "x" * 3001}] * 2},
    "an empty field": {"embeds": [{"fields": [{"name": "", "value": "x"}]}]},
    "an unknown key": {"content": "x", "colour": 1},
    "an unknown key of an embed": {"embeds": [{"colour": 1}]},
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_the_description_misses_is_refused_by_hand(data: dict[str, Any]) -> None:
    assert schema.message_complaints(data, schema="MessageCreateRequest", edit=False)


def test_a_nonce_lives_for_minutes_and_one_channel() -> None:
    held = World()
    post = {"content": "x", "nonce": "vfx", "enforce_nonce": True}
    first = held.create(world.CHANNEL_ID, post)
    assert held.create(world.CHANNEL_ID, post) is first
    assert held.create(world.OTHER_CHANNEL_ID, post) is not first
    held.expire_nonces()
    assert held.create(world.CHANNEL_ID, post) is not first


def test_the_guild_has_what_the_client_reads() -> None:
    guild = Gateway(World()).guild()
    assert {"id", "channels", "roles", "members", "threads", "voice_states"} <= guild.keys()
