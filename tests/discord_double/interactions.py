"""What members do, and what the bot answers: commands, unfinished words, buttons, forms."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.discord_double import schema, world
from tests.discord_double.gateway import Gateway
from tests.discord_double.world import World

_STRING, _INTEGER = 3, 4
_COMMAND, _COMPONENT, _AUTOCOMPLETE, _MODAL = 2, 3, 4, 5
#: Callback types of Discord.
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, FORM = 4, 5, 6, 7, 8, 9
#: Every permission there is.
ALL = str((1 << 50) - 1)


@dataclass
class Exchange:
    """One thing a member did and what came back."""

    id: int
    token: str
    started: float
    callback: dict[str, Any] | None = None
    #: Seconds until the first answer.
    answered_in: float | None = None
    #: Messages after the first, and edits of the deferred one, in order.
    followups: list[dict[str, Any]] = field(default_factory=list)
    #: Names of files that came along.
    files: list[str] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def message(self) -> dict[str, Any]:
        """The answer that the member sees."""
        if self.followups:
            return self.followups[-1]
        assert self.callback is not None
        return self.callback["data"]  # type: ignore[no-any-return]

    @property
    def embed(self) -> dict[str, Any]:
        return self.message["embeds"][0]  # type: ignore[no-any-return]

    @property
    def is_private(self) -> bool:
        assert self.callback is not None
        return bool((self.callback.get("data") or {}).get("flags", 0) & 64)

    @property
    def choices(self) -> list[dict[str, Any]]:
        assert self.callback is not None
        return self.callback["data"]["choices"]  # type: ignore[no-any-return]


class Interactions:
    """Sends INTERACTION_CREATE and collects callbacks and follow-ups."""

    def __init__(self, held: World, gateway: Gateway, complaints: list[str]) -> None:
        self._world = held
        self._gateway = gateway
        self._complaints = complaints
        self._exchanges: dict[str, Exchange] = {}

    def routes(self, base: str) -> list[web.RouteDef]:
        there = f"{base}/webhooks/{{app:\\d+}}/{{token}}"
        return [
            web.post(f"{base}/interactions/{{id:\\d+}}/{{token}}/callback", self._callback),
            web.post(there, self._followup),
            web.patch(f"{there}/messages/{{message}}", self._followup),
            web.get(f"{there}/messages/{{message}}", self._original),
        ]

    async def command(self, name: str, *, permissions: str = ALL, **options: str | int) -> Exchange:
        """A member types a command; the exchange is complete when the bot has answered."""
        given = [
            {"name": k, "type": _INTEGER if isinstance(v, int) else _STRING, "value": v}
            for k, v in options.items()
        ]
        data = {"id": self._command_id(name), "name": name, "type": 1, "options": given}
        return await self._send(_COMMAND, data, permissions)

    async def unfinished(self, name: str, option: str, typed: str, **others: str) -> Exchange:
        """A member is typing an option."""
        given: list[dict[str, Any]] = [
            {"name": k, "type": _STRING, "value": v} for k, v in others.items()
        ]
        given.append({"name": option, "type": _STRING, "value": typed, "focused": True})
        data = {"id": self._command_id(name), "name": name, "type": 1, "options": given}
        return await self._send(_AUTOCOMPLETE, data, ALL)

    async def press(
        self, message: dict[str, Any], custom_id: str, *, permissions: str = ALL, **more: Any
    ) -> Exchange:
        """A member presses a button under a message."""
        data = {"custom_id": custom_id, "component_type": 2, **more}
        return await self._send(_COMPONENT, data, permissions, message=message)

    async def submit(self, custom_id: str, components: list[dict[str, Any]]) -> Exchange:
        """A member sends a form."""
        data = {"custom_id": custom_id, "components": components}
        return await self._send(_MODAL, data, ALL)

    def _command_id(self, name: str) -> str:
        return next(c["id"] for c in self._world.commands if c["name"] == name)

    async def _send(
        self, kind: int, data: dict[str, Any], permissions: str, **more: Any
    ) -> Exchange:
        number = self._world.snowflake()
        loop = asyncio.get_running_loop()
        exchange = Exchange(id=number, token=f"token-{number}", started=loop.time())
        self._exchanges[exchange.token] = exchange
        person = world.member(world.user(world.MEMBER_ID, "member"), [])
        await self._gateway.send_event(
            "INTERACTION_CREATE",
            {
                "id": str(number),
                "application_id": str(world.APPLICATION_ID),
                "type": kind,
                "data": data,
                "guild_id": str(world.GUILD_ID),
                "guild": {"id": str(world.GUILD_ID), "locale": "en-US", "features": []},
                "channel_id": str(world.CHANNEL_ID),
                "channel": world.channel(world.CHANNEL_ID, "alerts"),
                "member": {**person, "permissions": permissions},
                "token": exchange.token,
                "version": 1,
                "locale": "en-US",
                "guild_locale": "en-US",
                "app_permissions": str(self._world.bot_permissions),
                "entitlements": [],
                "authorizing_integration_owners": {"0": str(world.GUILD_ID)},
                "context": 0,
                "attachment_size_limit": 10_485_760,
                **more,
            },
        )
        # Trying keywords reads hundreds of kept texts, on cores that the other tests use as well.
        await asyncio.wait_for(exchange.done.wait(), timeout=180)
        return exchange

    async def _callback(self, request: web.Request) -> web.Response:
        exchange = self._exchanges.get(request.match_info["token"])
        if exchange is None:
            return _json({"code": 10062, "message": "Unknown interaction"}, 404)
        data = await self._read(request, exchange)
        if exchange.callback is not None:
            return _json({"code": 40060, "message": "Already acknowledged"}, 400)
        self._check(data)
        exchange.callback = data
        exchange.answered_in = asyncio.get_running_loop().time() - exchange.started
        if data["type"] not in (DEFERRED, DEFERRED_UPDATE):
            exchange.done.set()
        if request.query.get("with_response", "").lower() in ("1", "true"):
            return _json(self._callback_response(exchange, data["type"]))
        return web.Response(status=204)

    def _check(self, data: dict[str, Any]) -> None:
        names = {
            MESSAGE: "CreateMessageInteractionCallbackRequest",
            DEFERRED: None,
            UPDATE: "UpdateMessageInteractionCallbackRequest",
            CHOICES: "ApplicationCommandAutocompleteCallbackRequest",
            FORM: "ModalInteractionCallbackRequest",
        }
        name = names.get(data["type"])
        if name is not None:
            self._complaints += schema.complaints(name, data)
        if data["type"] in (MESSAGE, UPDATE):
            held = data["data"]
            known = {k: v for k, v in held.items() if k != "attachments"}
            if not known.get("components") or known.get("embeds") or known.get("content"):
                self._complaints += schema.embed_complaints(known.get("embeds") or [])
        if data["type"] == CHOICES and len(data["data"]["choices"]) > 25:
            self._complaints.append("more than 25 choices")

    def _callback_response(self, exchange: Exchange, kind: int) -> dict[str, Any]:
        return {
            "interaction": {
                "id": str(exchange.id),
                "type": 2,
                "response_message_id": str(self._world.snowflake()),
                "response_message_loading": kind == DEFERRED,
                "response_message_ephemeral": False,
            }
        }

    async def _followup(self, request: web.Request) -> web.Response:
        exchange = self._exchanges.get(request.match_info["token"])
        if exchange is None or exchange.callback is None:
            return _json({"code": 10015, "message": "Unknown Webhook"}, 404)
        data = await self._read(request, exchange)
        known = {k: v for k, v in data.items() if k != "attachments"}
        self._complaints += schema.embed_complaints(known.get("embeds") or [])
        exchange.followups.append(data)
        message = self._world._message(world.CHANNEL_ID, known)
        exchange.done.set()
        return _json({**message, "webhook_id": str(world.APPLICATION_ID)})

    async def _original(self, request: web.Request) -> web.Response:
        exchange = self._exchanges[request.match_info["token"]]
        return _json(self._world._message(world.CHANNEL_ID, exchange.message))

    async def _read(self, request: web.Request, exchange: Exchange) -> dict[str, Any]:
        if request.content_type == "application/json":
            return await request.json()  # type: ignore[no-any-return]
        form = await request.post()
        exchange.files += [
            part.filename for part in form.values() if isinstance(part, web.FileField)
        ]
        return json.loads(str(form["payload_json"]))  # type: ignore[no-any-return]


def _json(data: Any, status: int = 200) -> web.Response:
    body = json.dumps(data).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json"})
