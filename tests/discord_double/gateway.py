"""The double's gateway: hello, identify, ready, events, and every way in which it may hang up."""

import asyncio
import json
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from tests.discord_double import world
from tests.discord_double.world import World

_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME = 0, 1, 2, 6
_RECONNECT, _INVALID_SESSION, _HELLO, _ACK = 7, 9, 10, 11


class Gateway:
    """At most one live connection; tests close it, or make it misbehave."""

    def __init__(self, held: World) -> None:
        self._world = held
        self.address = ""
        self.identified = 0
        self.resumed = 0
        self.ready = asyncio.Event()
        #: Close codes for the next connections, right after they identify.
        self.refuse_with: list[int] = []
        self._socket: web.WebSocketResponse | None = None
        self._sequence = 0
        self._was_off = False

    async def handle(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        self._socket = socket
        await self._send({"op": _HELLO, "d": {"heartbeat_interval": 41250}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            await self._heard(json.loads(message.data))
        self.ready.clear()
        return socket

    async def _heard(self, data: dict[str, Any]) -> None:
        match data["op"]:
            case 1:
                await self._send({"op": _ACK})
            case 2:
                self.identified += 1
                await self._greet(data["d"])
            case 6:
                self.resumed += 1
                await self.send_event("RESUMED", {})
                self.ready.set()

    async def _greet(self, identity: dict[str, Any]) -> None:
        if self.refuse_with:
            return await self.hang_up(self.refuse_with.pop(0))
        if identity["token"] != self._world.token:
            return await self.hang_up(4004)
        await self.send_event(
            "READY",
            {
                "v": 10,
                "user": world.me(),
                "guilds": [{"id": str(world.GUILD_ID), "unavailable": True}],
                "session_id": "session",
                "resume_gateway_url": self.address,
                "application": {"id": str(world.APPLICATION_ID), "flags": 0},
            },
        )
        await self.send_event("GUILD_CREATE", self.guild())
        self.ready.set()
        return None

    def guild(self) -> dict[str, Any]:
        everyone = world.role(world.EVERYONE_ROLE, "@everyone", 0)
        bot = world.role(world.BOT_ROLE, "volteface", self._world.bot_permissions)
        gone = self._world.gone
        held = [(world.CHANNEL_ID, "alerts"), (world.OTHER_CHANNEL_ID, "desk")]
        return {
            "id": str(world.GUILD_ID),
            "name": "Desk",
            "icon": None,
            "owner_id": str(world.OWNER_ID),
            "roles": [everyone, bot, world.role(world.PING_ROLE, "editors", 0)],
            "emojis": [],
            "stickers": [],
            "features": [],
            "channels": [world.channel(*one) for one in held if one[0] not in gone],
            "threads": [],
            "members": [world.member(world.bot_user(), [world.BOT_ROLE])],
            "member_count": 2,
            "voice_states": [],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "joined_at": "2025-01-01T00:00:00.000000+00:00",
            "large": False,
            "unavailable": False,
            "afk_channel_id": None,
            "afk_timeout": 300,
            "banner": None,
            "description": None,
            "splash": None,
            "discovery_splash": None,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "nsfw": False,
            "preferred_locale": "en-US",
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "premium_progress_bar_enabled": False,
            "public_updates_channel_id": None,
            "rules_channel_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "safety_alerts_channel_id": None,
            "vanity_url_code": None,
            "application_id": None,
        }

    async def send_event(self, name: str, data: dict[str, Any]) -> None:
        self._sequence += 1
        await self._send({"op": _DISPATCH, "t": name, "s": self._sequence, "d": data})

    async def hang_up(self, code: int) -> None:
        """Close with this code, as Discord does when it has had enough."""
        self.ready.clear()
        if self._socket is not None:
            await self._socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        self.ready.clear()
        await self._send({"op": _RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        self.ready.clear()
        await self._send({"op": _INVALID_SESSION, "d": resumable})

    async def close(self) -> None:
        if self._socket is not None and not self._socket.closed:
            await self._socket.close(code=WSCloseCode.GOING_AWAY)

    async def _send(self, data: dict[str, Any]) -> None:
        if self._socket is not None and not self._socket.closed:
            await self._socket.send_str(json.dumps(data))
