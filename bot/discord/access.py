"""How Discord is reached: the token, the addresses, and what its refusals mean.

Knows discord.py's exceptions and Discord's error codes; nothing of alerts or commands.
"""

from dataclasses import dataclass, field

import aiohttp
import discord
import discord.gateway
import discord.http
import yarl

from bot.surfaces import (
    ChannelClosed,
    MessageRefused,
    MessageRemoved,
    SurfaceClosed,
    SurfaceError,
    TryAgain,
)

#: Discord, "JSON error codes".
UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10003, 10008
#: HTTP statuses.
_UNAUTHORIZED, _TOO_LONG, _TOO_MANY, _SERVER_FAULT = 401, 408, 429, 500
#: Seconds; discord.py waits up to this long by itself when it is told to, and says so beyond.
LONGEST_OWN_WAIT = 60.0

#: What may go wrong between us and Discord without its having answered.
CONNECTION_FAULTS = (OSError, aiohttp.ClientError, TimeoutError)
FAULTS = (discord.DiscordException, *CONNECTION_FAULTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What is needed to speak to Discord, or to a server that speaks like it."""

    #: Never shown, not even in a traceback of this record.
    token: str = field(repr=False)
    #: With its version path; `None` is Discord itself.
    api_base: str | None = None
    gateway: str | None = None


def use_addresses(access: Access) -> None:
    """Point discord.py at another server; it keeps both addresses on its classes.

    Nor need anybody be told that a bot that only writes cannot speak.
    """
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    if access.api_base is not None:
        discord.http.Route.BASE = access.api_base.rstrip("/")
    if access.gateway is not None:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(access.gateway)


def explain(error: BaseException) -> SurfaceError:
    """What a failure means for what was to be sent."""
    match error:
        case discord.LoginFailure():
            return _token_refused()
        case discord.RateLimited():
            return TryAgain("Discord asks for a pause (429)", error.retry_after)
        case discord.HTTPException():
            return _explain_answer(error)
    return TryAgain(f"Discord cannot be reached: {type(error).__name__}: {error}")


def _explain_answer(error: discord.HTTPException) -> SurfaceError:
    said = f"{error.status} {error.text[:200]}".strip()
    match error:
        case _ if error.status == _UNAUTHORIZED:
            return _token_refused()
        case _ if error.status == _TOO_MANY:
            return TryAgain("Discord asks for a pause (429)", _asked_wait(error))
        case _ if error.status == _TOO_LONG or error.status >= _SERVER_FAULT:
            return TryAgain(f"Discord has trouble of its own: {said}")
        case discord.NotFound(code=code) if code == UNKNOWN_MESSAGE:
            return MessageRemoved("somebody removed the message")
        case discord.NotFound() | discord.Forbidden():
            return _channel_closed(error, said)
    return MessageRefused(f"Discord refused the message: {said}")


def _channel_closed(error: discord.HTTPException, said: str) -> ChannelClosed:
    if isinstance(error, discord.NotFound):
        return ChannelClosed(
            f"Discord knows no such channel: {said}",
            "Set discord.channel to a channel's id (right-click it, Copy Channel ID).",
        )
    return ChannelClosed(
        f"Discord does not let the bot post in the channel: {said}",
        "In the channel's settings, Permissions, give the bot View Channel, Send Messages, "
        "Embed Links and Read Message History; it is tried again within the hour.",
    )


def _token_refused() -> SurfaceClosed:
    return SurfaceClosed(
        "Discord refuses the token (401)",
        "Make a new one in the Developer Portal (your application, Bot, Reset Token), set "
        "DISCORD_TOKEN or discord.token_file to it, and restart.",
    )


def _asked_wait(error: discord.HTTPException) -> float | None:
    given = error.response.headers.get("Retry-After", "")
    try:
        return max(0.0, float(given))
    except ValueError:
        return None
