"""The bot in the gateway: commands, buttons, and a connection that is kept up whatever happens.

Knows discord.py's client and what ends it. Alerts do not pass through here; they need no gateway.
"""

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Self

import discord
from discord import app_commands

from bot.alerts import DISCORD
from bot.answering.replies import Desk
from bot.discord.access import FAULTS, LONGEST_OWN_WAIT, Access, explain, use_addresses
from bot.discord.buttons import ID_PATTERN
from bot.discord.commands import add_commands
from bot.discord.forms import FORM_PATTERN, ask, receive_safely
from bot.discord.keywords import KeywordButton, add_keyword_command
from bot.discord.pages import PAGE_PATTERN, Question, answer, read_question, turn
from bot.surfaces import NeedsAPerson
from bot.views import Notice

log = logging.getLogger(__name__)

#: Gateway close code; discord.py has an exception of its own for wrong intents, 4014.
_BAD_TOKEN = 4004
#: Seconds between attempts to get the gateway back; doubled up to the longest.
FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0


class Client(discord.Client):
    """Answers members; needs no privileged intent."""

    def __init__(self, desk: Desk, *, guild_ready_timeout: float = 2.0) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_OWN_WAIT,
            guild_ready_timeout=guild_ready_timeout,
        )
        self.desk = desk
        self.tree = app_commands.CommandTree(self)
        add_commands(self.tree, desk)
        add_keyword_command(self.tree, desk)
        self.add_dynamic_items(AlertButton, PageButton, KeywordButton)

    async def setup_hook(self) -> None:
        """Register the commands; the same ones registered again cost nothing.

        Where that fails, those of the last time still work: no reason to stay away.
        """
        try:
            await self.tree.sync()
        except FAULTS as error:
            log.warning("commands_not_registered reason=%s", error)
        else:
            log.info("commands_registered count=%d", len(self.tree.get_commands()))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Forms come back here, so that one opened before a restart is not lost."""
        data: Any = interaction.data or {}
        match = FORM_PATTERN.fullmatch(str(data.get("custom_id", "")))
        if interaction.type is discord.InteractionType.modal_submit and match is not None:
            await receive_safely(interaction, self.desk, match[1])


class AlertButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=ID_PATTERN):
    """A button under an alert of any age."""

    def __init__(self, does: str, mark: str, custom_id: str) -> None:
        super().__init__(discord.ui.Button(custom_id=custom_id))
        self.does = does
        self.mark = mark

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: Any, match: re.Match[str], /
    ) -> Self:
        return cls(match["does"], match["mark"], match[0])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        client = interaction.client
        assert isinstance(client, Client)
        if self.does == "wrong":
            await ask(interaction, client.desk, self.mark)
        else:
            does = {"history": "past"}.get(self.does, self.does)
            await answer(interaction, client.desk, Question(does=does, given=(self.mark,)))


class PageButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=PAGE_PATTERN):
    """Turns the pages of an answer of any age."""

    def __init__(self, question: Question | None, page: int, custom_id: str) -> None:
        super().__init__(discord.ui.Button(custom_id=custom_id))
        self.question = question
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: Any, match: re.Match[str], /
    ) -> Self:
        return cls(read_question(match["does"], match["given"]), int(match["page"]), match[0])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        client = interaction.client
        assert isinstance(client, Client)
        if self.question is not None:
            await turn(interaction, client.desk, self.question, self.page)


async def keep_connected(
    access: Access,
    make_client: Callable[[], discord.Client],
    stop: asyncio.Event,
    tell: Callable[[Notice], None],
    *,
    first_wait: float = FIRST_WAIT,
) -> None:
    """Hold the gateway until told to stop; come back after every loss that time can heal.

    discord.py reconnects by itself while it has a session; what it gives up on gets a new client.
    """
    use_addresses(access)
    wait = first_wait
    while not stop.is_set():
        client = make_client()
        began = asyncio.get_running_loop().time()
        error = await _connect(client, access, stop)
        if stop.is_set():
            return
        notice = _for_a_person(error)
        if notice is not None:
            tell(notice)
            return
        if asyncio.get_running_loop().time() - began > LONGEST_WAIT:
            wait = first_wait
        log.warning("gateway_lost wait_s=%.1f reason=%s", wait, _named(error))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)
        wait = min(wait * 2, LONGEST_WAIT)


async def _connect(
    client: discord.Client, access: Access, stop: asyncio.Event
) -> BaseException | None:
    """One client's life; what ended it."""

    async def live() -> None:
        await client.login(access.token)
        await client.connect()

    living = asyncio.create_task(live(), name="gateway")
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({living, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    with contextlib.suppress(*FAULTS):
        await client.close()
    living.cancel()
    (ended,) = await asyncio.gather(living, return_exceptions=True)
    return ended


def _for_a_person(error: BaseException | None) -> Notice | None:
    """What only a person can put right; `None` where time may."""
    now = datetime.now(UTC)
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return Notice(
            key="gateway:intents",
            what="Discord refuses the gateway for its intents (4014); alerts are still posted",
            cure="In the Developer Portal, your application, Bot, allow the bot its intents.",
            at=now,
        )
    if isinstance(error, discord.ConnectionClosed) and error.code == _BAD_TOKEN:
        error = discord.LoginFailure()
    meant = explain(error) if isinstance(error, discord.DiscordException) else None
    if isinstance(meant, NeedsAPerson):
        return Notice(key=f"closed:{DISCORD}", what=str(meant), cure=meant.cure, at=now)
    return None


def _named(error: BaseException | None) -> str:
    return "closed" if error is None else f"{type(error).__name__}: {error}"
