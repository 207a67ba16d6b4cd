"""Alerts in Discord's channels, over its HTTP interface alone: no gateway is needed to post.

Knows how a message is posted, edited and found again. Knows no outbox and no commands.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import discord

from bot.discord.access import FAULTS, LONGEST_OWN_WAIT, Access, explain, use_addresses
from bot.discord.buttons import alert_view
from bot.discord.embeds import embeds_of, has_mark
from bot.surfaces import Outgoing, TryAgain

log = logging.getLogger(__name__)
Result = TypeVar("Result")

#: Messages of a channel that are looked through for a mark, newest first.
LOOK_BACK_MESSAGES = 300
#: By how much Discord's clock and ours may differ.
CLOCK_SLACK = timedelta(minutes=15)
#: Seconds for one request with discord.py's own retries (it sleeps 25 s over five tries).
REQUEST_LIMIT = 120.0


class DiscordSurface:
    """Channels named "discord:" and their id."""

    def __init__(self, access: Access, *, request_limit: float = REQUEST_LIMIT) -> None:
        self._access = access
        self._request_limit = request_limit
        self._client: discord.Client | None = None
        self._login = asyncio.Lock()

    async def post(self, channel: str, message: Outgoing) -> str:
        async def send(client: discord.Client) -> str:
            roles = [discord.Object(role) for role in message.roles]
            sent = await client.get_partial_messageable(_id(channel)).send(
                content=" ".join(f"<@&{role.id}>" for role in roles) or None,
                embeds=embeds_of(message.cards, mark=message.mark),
                nonce=message.mark,
                allowed_mentions=_mentions(roles),
                view=_view(message),
            )
            return str(sent.id)

        return await self._ask(send)

    async def edit(self, channel: str, message_id: str, message: Outgoing) -> None:
        async def change(client: discord.Client) -> None:
            there = client.get_partial_messageable(_id(channel))
            await there.get_partial_message(int(message_id)).edit(
                embeds=embeds_of(message.cards, mark=message.mark),
                allowed_mentions=_mentions([]),
                view=_view(message),
            )

        await self._ask(change)

    async def find(self, channel: str, mark: str, *, since: datetime) -> str | None:
        async def look(client: discord.Client) -> str | None:
            there = client.get_partial_messageable(_id(channel))
            assert client.user is not None
            async for message in there.history(limit=LOOK_BACK_MESSAGES):
                if message.author.id == client.user.id and has_mark(message, mark):
                    return str(message.id)
                if message.created_at < since - CLOCK_SLACK:
                    break
            return None

        return await self._ask(look)

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _ask(self, work: Callable[[discord.Client], Awaitable[Result]]) -> Result:
        """Do this with a client that is logged in; every failure becomes a `SurfaceError`."""
        asked = asyncio.ensure_future(self._with_client(work))
        done, _ = await asyncio.wait({asked}, timeout=self._request_limit)
        if not done:
            # A request that is cancelled may leave discord.py's locks held: the client goes with it.
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
            await self.close()
            raise TryAgain(f"Discord did not answer in {self._request_limit:.0f} s")
        try:
            return asked.result()
        except FAULTS as error:
            raise explain(error) from error
        except RuntimeError as error:  # aiohttp's, where another request's end closed the session
            raise TryAgain(f"the connection to Discord was closed: {error}") from error

    async def _with_client(self, work: Callable[[discord.Client], Awaitable[Result]]) -> Result:
        async with self._login:
            if self._client is None:
                self._client = await _log_in(self._access)
        return await work(self._client)


async def _log_in(access: Access) -> discord.Client:
    use_addresses(access)
    client = discord.Client(
        intents=discord.Intents(guilds=True),
        allowed_mentions=discord.AllowedMentions.none(),
        max_ratelimit_timeout=LONGEST_OWN_WAIT,
    )
    try:
        await client.login(access.token)
    except BaseException:
        await client.close()
        raise
    return client


def _id(channel: str) -> int:
    return int(channel.partition(":")[2])


def _mentions(roles: list[discord.Object]) -> discord.AllowedMentions:
    return discord.AllowedMentions(
        everyone=False, users=False, roles=roles or False, replied_user=False
    )


def _view(message: Outgoing) -> discord.ui.View:
    view = alert_view(message.mark if message.changes else None)
    view.stop()  # its buttons are answered by their ids alone; discord.py need not remember it
    return view
