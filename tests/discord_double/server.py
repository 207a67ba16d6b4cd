"""Discord on loopback: HTTP and gateway, as the real discord.py speaks to them, good days and bad.

Only what the bot uses; every request is held to Discord's description and every fault a test asks
for is served. `complaints` lists what Discord would have refused: a test ends with it empty.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import web

from tests.discord_double import schema, world
from tests.discord_double.faults import Cut, Fault
from tests.discord_double.gateway import Gateway
from tests.discord_double.interactions import Interactions
from tests.discord_double.world import World

_COMMAND_NAME = re.compile(r"^[-_'\w]{1,32}$")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as it came."""

    method: str
    path: str
    status: int


class Double:
    """The server, and what tests ask of it."""

    def __init__(self) -> None:
        self.world = World()
        self.asked: list[Asked] = []
        self.complaints: list[str] = []
        self.gateway = Gateway(self.world)
        self.interactions = Interactions(self.world, self.gateway, self.complaints)
        #: Seconds that a request takes on its way in, and its answer on its way out.
        self.latency: Callable[[], float] = lambda: 0.0
        self._faults: list[Fault] = []
        self.port = 0

    @property
    def api_base(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_address(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    def misbehave(self, *faults: Fault) -> None:
        """Serve these, each to the next requests that fit it."""
        self._faults.extend(faults)

    def behave(self) -> None:
        self._faults.clear()

    def messages(self, channel: int = world.CHANNEL_ID) -> list[dict[str, Any]]:
        return self.world.messages[channel]

    def application(self) -> web.Application:
        app = web.Application(middlewares=[self._middle], client_max_size=30_000_000)
        base = "/api/v10"
        here = f"{base}/channels/{{channel:\\d+}}"
        app.add_routes(
            [
                web.get(f"{base}/users/@me", self._me),
                web.get(f"{base}/oauth2/applications/@me", self._application),
                web.get(f"{base}/users/@me/guilds", self._guilds),
                web.get(f"{base}/guilds/{{guild:\\d+}}", self._guild),
                web.get(f"{base}/guilds/{{guild:\\d+}}/channels", self._channels),
                web.get(f"{base}/guilds/{{guild:\\d+}}/members/{{user:\\d+}}", self._member),
                web.get(f"{base}/applications/{{app:\\d+}}/commands", self._commands),
                web.put(f"{base}/applications/{{app:\\d+}}/commands", self._put_commands),
                web.get(
                    f"{base}/applications/{{app:\\d+}}/guilds/{{guild:\\d+}}/commands"
                    "/{command:\\d+}/permissions",
                    self._command_permissions,
                ),
                web.get(here, self._channel),
                web.get(f"{here}/messages", self._list),
                web.post(f"{here}/messages", self._post),
                web.get(f"{here}/messages/{{message:\\d+}}", self._get),
                web.patch(f"{here}/messages/{{message:\\d+}}", self._patch),
                web.get("/gateway", self.gateway.handle),
                *self.interactions.routes(base),
            ]
        )
        return app

    @web.middleware
    async def _middle(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path == "/gateway":
            return await handler(request)
        path = request.path.removeprefix("/api/v10")
        fault = self._take_fault(request.method, path)
        if fault is not None and fault.delay_seconds:
            await asyncio.sleep(fault.delay_seconds)
        if fault is not None and fault.status is not None:
            return self._answered(request, path, _answer(fault))
        if fault is not None and fault.cut is Cut.BEFORE_WORK:
            return self._hang_up(request, path)
        await asyncio.sleep(self.latency())
        refused = self._refusal(request, path)
        try:
            response = refused or await handler(request)
        except web.HTTPNotFound:
            response = error(404, 0, "404: Not Found")
        except ConnectionResetError:  # the bot died while it spoke
            return web.Response()
        await asyncio.sleep(self.latency())
        if fault is not None and fault.cut is not None:
            return await self._cut_short(request, path, fault.cut, response)
        return self._answered(request, path, response)

    def _take_fault(self, method: str, path: str) -> Fault | None:
        for at, fault in enumerate(self._faults):
            if fault.fits(method, path):
                rest = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                self._faults[at : at + 1] = rest
                return fault
        return None

    def _answered(
        self, request: web.Request, path: str, response: web.StreamResponse
    ) -> web.StreamResponse:
        self.asked.append(Asked(request.method, path, response.status))
        return response

    def _hang_up(self, request: web.Request, path: str) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        self.asked.append(Asked(request.method, path, 0))
        return web.Response()

    async def _cut_short(
        self, request: web.Request, path: str, cut: Cut, response: web.StreamResponse
    ) -> web.StreamResponse:
        if cut is Cut.MID_ANSWER:
            partly = web.StreamResponse(headers={"Content-Type": "application/json"})
            partly.content_length = 10_000
            await partly.prepare(request)
            assert isinstance(response, web.Response)
            await partly.write((response.body or b"")[:40])  # type: ignore[index]
        return self._hang_up(request, path)

    def _refusal(self, request: web.Request, path: str) -> web.Response | None:
        """401, 403 and 404 that depend on the world."""
        if path.startswith(("/interactions/", "/webhooks/")):
            return None
        if request.headers.get("Authorization") != f"Bot {self.world.token}":
            return error(401, 0, "401: Unauthorized")
        channel = int(request.match_info.get("channel", 0))
        if channel and (channel not in self.world.messages or channel in self.world.gone):
            return error(404, 10003, "Unknown Channel")
        if channel in self.world.forbidden:
            return error(403, 50001, "Missing Access")
        return None

    async def _me(self, _request: web.Request) -> web.Response:
        return answer(world.me())

    async def _application(self, _request: web.Request) -> web.Response:
        return answer(world.application())

    async def _guilds(self, _request: web.Request) -> web.Response:
        return answer([{"id": str(world.GUILD_ID), "name": "Desk", "permissions": "0"}])

    async def _guild(self, request: web.Request) -> web.Response:
        if int(request.match_info["guild"]) != world.GUILD_ID:
            return error(404, 10004, "Unknown Guild")
        return answer(self.gateway.guild())

    async def _member(self, _request: web.Request) -> web.Response:
        return answer(world.member(world.bot_user(), [world.BOT_ROLE]))

    async def _channels(self, _request: web.Request) -> web.Response:
        return answer(self.gateway.guild()["channels"])

    async def _channel(self, request: web.Request) -> web.Response:
        return answer(world.channel(int(request.match_info["channel"]), "alerts"))

    async def _commands(self, _request: web.Request) -> web.Response:
        return answer(self.world.commands)

    async def _command_permissions(self, request: web.Request) -> web.Response:
        number = request.match_info["command"]
        name = next((c["name"] for c in self.world.commands if c["id"] == number), None)
        if name not in self.world.moved_permissions:
            return error(404, 10066, "Unknown application command permissions")
        moved = {"id": str(world.PING_ROLE), "type": 1, "permission": True}
        here = {"application_id": str(world.APPLICATION_ID), "guild_id": str(world.GUILD_ID)}
        return answer({"id": number, **here, "permissions": [moved]})

    async def _put_commands(self, request: web.Request) -> web.Response:
        given = await request.json()
        for command in given:
            self.complaints += schema.complaints("ApplicationCommandUpdateRequest", command)
            self._check_command(command)
        version = str(self.world.snowflake())
        self.world.commands = [_registered(c, self.world, version) for c in given]
        return answer(self.world.commands)

    def _check_command(self, command: dict[str, Any]) -> None:
        name = command["name"]
        if not _COMMAND_NAME.match(name) or name != name.lower():
            self.complaints.append(f"bad command name {name!r}")
        for option in command.get("options", []):
            if not _COMMAND_NAME.match(option["name"]) or not option.get("description"):
                self.complaints.append(f"bad option of {name}: {option['name']!r}")

    async def _list(self, request: web.Request) -> web.Response:
        held = self.world.messages[int(request.match_info["channel"])]
        limit = int(request.query.get("limit", 50))
        if not 1 <= limit <= 100:
            return error(400, 50035, "Invalid Form Body")
        before = int(request.query.get("before", 0)) or 1 << 63
        after = int(request.query.get("after", 0))
        fitting = [m for m in held if after < int(m["id"]) < before]
        page = fitting[:limit] if after else fitting[-limit:]
        return answer(page[::-1])

    async def _post(self, request: web.Request) -> web.Response:
        data = await read_body(request)
        wrong = schema.message_complaints(data, schema="MessageCreateRequest", edit=False)
        if wrong:
            self.complaints += wrong
            return error(400, 50035, f"Invalid Form Body: {wrong[0]}")
        message = self.world.create(int(request.match_info["channel"]), data)
        self.complaints += schema.complaints("MessageResponse", message)
        return answer(message)

    async def _get(self, request: web.Request) -> web.Response:
        message = self._named(request)
        return answer(message) if message else error(404, 10008, "Unknown Message")

    async def _patch(self, request: web.Request) -> web.Response:
        message = self._named(request)
        if message is None:
            return error(404, 10008, "Unknown Message")
        data = await read_body(request)
        wrong = schema.message_complaints(data, schema="MessageEditRequestPartial", edit=True)
        if wrong:
            self.complaints += wrong
            return error(400, 50035, f"Invalid Form Body: {wrong[0]}")
        if "content" in data:
            message["content"] = data["content"] or ""
        if "embeds" in data:
            message["embeds"] = [world.shown_embed(e) for e in data["embeds"] or []]
        if "components" in data:
            message["components"] = world.shown_components(data["components"] or [])
        message["edited_timestamp"] = world.iso_now()
        return answer(message)

    def _named(self, request: web.Request) -> dict[str, Any] | None:
        channel, message = (int(request.match_info[key]) for key in ("channel", "message"))
        return self.world.find(channel, message)


def answer(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON under exactly the content type that discord.py looks for."""
    body = json.dumps(data).encode()
    return web.Response(
        body=body, status=status, headers={"Content-Type": "application/json", **(headers or {})}
    )


def error(status: int, code: int, message: str) -> web.Response:
    return answer({"code": code, "message": message}, status)


def _answer(fault: Fault) -> web.Response:
    assert fault.status is not None
    if isinstance(fault.body, str):
        headers = {"Content-Type": "text/html", **fault.headers}
        return web.Response(
            text=None, body=fault.body.encode(), status=fault.status, headers=headers
        )
    return answer(fault.body or {"code": 0, "message": "no"}, fault.status, fault.headers)


async def read_body(request: web.Request) -> dict[str, Any]:
    """A JSON body, or the `payload_json` of a form with files."""
    if request.content_type == "application/json":
        return await request.json()  # type: ignore[no-any-return]
    form = await request.post()
    data = json.loads(str(form["payload_json"]))
    files = [key for key in form if key.startswith("files[")]
    return {**data, "attachments": data.get("attachments") or [{"id": f} for f in files]}


def _registered(command: dict[str, Any], held: World, version: str) -> dict[str, Any]:
    return {
        "type": 1,
        "default_member_permissions": None,
        "dm_permission": True,
        "nsfw": False,
        "options": [],
        **command,
        "id": str(held.snowflake()),
        "application_id": str(world.APPLICATION_ID),
        "version": version,
    }


@asynccontextmanager
async def discord_double(port: int = 0) -> AsyncIterator[Double]:
    """The double, listening on loopback."""
    double = Double()
    runner = web.AppRunner(double.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    double.port = runner.addresses[0][1]
    double.gateway.address = double.gateway_address
    try:
        yield double
    finally:
        await double.gateway.close()
        await runner.cleanup()
