"""What the double believes there is: one server, its channels, the bot, the messages."""

import time
from dataclasses import dataclass, field
from typing import Any

BOT_ID, APPLICATION_ID, OWNER_ID, MEMBER_ID = 900, 901, 902, 903
GUILD_ID, CHANNEL_ID, OTHER_CHANNEL_ID = 910, 911, 912
EVERYONE_ROLE, PING_ROLE = GUILD_ID, 921
BOT_ROLE = 922
TOKEN = "Bm90LWEtdG9rZW4.double.only"
#: Discord's first second, in milliseconds since 1970.
_EPOCH_MS = 1420070400000

#: View Channel, Send Messages, Embed Links, Attach Files, Read Message History.
BOT_PERMISSIONS = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16


@dataclass
class World:
    """State that requests change and tests read."""

    token: str = TOKEN
    nonce_seconds: float = 300.0
    messages: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    nonces: dict[tuple[int, str], tuple[float, dict[str, Any]]] = field(default_factory=dict)
    commands: list[dict[str, Any]] = field(default_factory=list)
    #: Commands, by name, whose permission the server's owner moved in Discord's settings.
    moved_permissions: set[str] = field(default_factory=set)
    #: Channels that are gone, and channels whose permissions were withdrawn.
    gone: set[int] = field(default_factory=set)
    forbidden: set[int] = field(default_factory=set)
    bot_permissions: int = BOT_PERMISSIONS
    _last_id: int = 0

    def __post_init__(self) -> None:
        self.messages = {CHANNEL_ID: [], OTHER_CHANNEL_ID: []}

    def snowflake(self) -> int:
        now = (int(time.time() * 1000) - _EPOCH_MS) << 22
        self._last_id = max(self._last_id + 1, now)
        return self._last_id

    def create(self, channel: int, data: dict[str, Any]) -> dict[str, Any]:
        """A new message, or the first one under the same nonce while that lives."""
        nonce = data.get("nonce") if data.get("enforce_nonce") else None
        if nonce is not None and (channel, nonce) in self.nonces:
            since, first = self.nonces[channel, nonce]
            if time.monotonic() - since < self.nonce_seconds:
                return first
        message = self._message(channel, data)
        self.messages[channel].append(message)
        if nonce is not None:
            self.nonces[channel, nonce] = (time.monotonic(), message)
        return message

    def expire_nonces(self) -> None:
        self.nonces.clear()

    def find(self, channel: int, message_id: int) -> dict[str, Any] | None:
        held = self.messages.get(channel, [])
        return next((m for m in held if m["id"] == str(message_id)), None)

    def _message(self, channel: int, data: dict[str, Any]) -> dict[str, Any]:
        roles = (data.get("allowed_mentions") or {}).get("roles") or []
        message = {
            "id": str(self.snowflake()),
            "type": 0,
            "channel_id": str(channel),
            "author": bot_user(),
            "content": data.get("content") or "",
            "timestamp": iso_now(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [str(role) for role in roles],
            "attachments": [],
            "embeds": [shown_embed(e) for e in data.get("embeds") or []],
            "components": shown_components(data.get("components") or []),
            "pinned": False,
            "flags": data.get("flags") or 0,
        }
        if data.get("nonce") is not None:
            message["nonce"] = data["nonce"]
        return message


def shown_embed(embed: dict[str, Any]) -> dict[str, Any]:
    fields = [{"inline": False, **one} for one in embed.get("fields", [])]
    return {**embed, "type": "rich", **({"fields": fields} if fields else {})}


def shown_components(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Components as Discord echoes them: each with a number."""
    count = 0
    shown = []
    for row in rows:
        count += 1
        children = []
        number = count
        for child in row.get("components", []):
            count += 1
            children.append({**child, "id": count})
        shown.append({**row, "id": number, "components": children})
    return shown


def iso_now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.000000+00:00", time.gmtime())


def user(user_id: int, name: str, *, bot: bool = False) -> dict[str, Any]:
    return {
        "id": str(user_id),
        "username": name,
        "avatar": None,
        "discriminator": "0000" if bot else "0",
        "public_flags": 0,
        "flags": 0,
        "global_name": None,
        "primary_guild": None,
        "bot": bot,
    }


def bot_user() -> dict[str, Any]:
    return user(BOT_ID, "volteface", bot=True)


def me() -> dict[str, Any]:
    return {**bot_user(), "mfa_enabled": False, "locale": "en-US", "verified": True}


def application() -> dict[str, Any]:
    return {
        "id": str(APPLICATION_ID),
        "name": "volteface",
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "verify_key": "00" * 32,
        "flags": 0,
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(OWNER_ID, "owner"),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "event_webhooks_status": 1,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
        "flags_new": "0",
    }


def role(role_id: int, name: str, permissions: int) -> dict[str, Any]:
    return {
        "id": str(role_id),
        "name": name,
        "description": None,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": 0 if role_id == EVERYONE_ROLE else 1,
        "permissions": str(permissions),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel(channel_id: int, name: str) -> dict[str, Any]:
    return {
        "id": str(channel_id),
        "type": 0,
        "guild_id": str(GUILD_ID),
        "name": name,
        "position": 0,
        "permission_overwrites": [],
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "parent_id": None,
        "flags": 0,
    }


def member(user_data: dict[str, Any], roles: list[int]) -> dict[str, Any]:
    return {
        "user": user_data,
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": [str(one) for one in roles],
        "joined_at": "2025-01-01T00:00:00.000000+00:00",
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }
