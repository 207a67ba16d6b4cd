"""Holds both sides to Discord's own description where it is there, and to what that one misses."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

CONTENT_MAX_CHARS = 2000
EMBEDS_MAX_CHARS = 6000
EMBED_KEYS = {
    *("title", "type", "description", "url", "timestamp", "color", "footer", "image"),
    *("thumbnail", "author", "fields", "provider", "video", "flags"),
}


@cache
def description() -> dict[str, Any] | None:
    """Discord's OpenAPI description; `None` where the material is not at hand."""
    shared = os.environ.get("VOLTEFACE_SHARED")
    path = Path(shared or "/nonexistent") / "real" / "discord" / "openapi.json"
    return json.loads(path.read_text()) if path.is_file() else None


@cache
def _validator(name: str) -> jsonschema.Draft202012Validator | None:
    described = description()
    if described is None:
        return None
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    return jsonschema.Draft202012Validator(schema)


def complaints(name: str, data: Any) -> list[str]:
    """Where `data` differs from the schema of that name; nothing where it cannot be checked."""
    validator = _validator(name)
    if validator is None:
        return []
    found = (f"{e.json_path}: {e.message[:300]}" for e in validator.iter_errors(data))
    return [f"{name} {one}" for one in found]


def message_complaints(data: dict[str, Any], *, schema: str, edit: bool) -> list[str]:
    """What Discord would refuse in a message."""
    found = complaints(schema, _with_text_ids(data))
    known = {
        *("content", "embeds", "allowed_mentions", "components", "flags", "attachments", "nonce"),
        *("enforce_nonce", "tts", "sticker_ids", "message_reference", "poll"),
    }
    found += [f"unknown key {key}" for key in data.keys() - known]
    content, embeds = data.get("content") or "", data.get("embeds") or []
    if not edit and not content and not embeds and not data.get("attachments"):
        found.append("50006 Cannot send an empty message")
    if _units(content) > CONTENT_MAX_CHARS:
        found.append("content over 2,000")
    if sum(map(_embed_units, embeds)) > EMBEDS_MAX_CHARS:
        found.append("embeds over 6,000 in all")
    found += [f"unknown embed key {key}" for e in embeds for key in e.keys() - EMBED_KEYS]
    return found + embed_complaints(embeds)


def _with_text_ids(data: dict[str, Any]) -> dict[str, Any]:
    """Discord takes the ids of mentions as numbers too, and discord.py sends them so."""
    mentions = data.get("allowed_mentions")
    if not mentions:
        return data
    shown = {k: [str(x) for x in v] if isinstance(v, list) else v for k, v in mentions.items()}
    return {**data, "allowed_mentions": shown}


def embed_complaints(embeds: list[dict[str, Any]]) -> list[str]:
    found = [
        "title or description too long"
        for embed in embeds
        if _units(embed.get("title") or "") > 256 or _units(embed.get("description") or "") > 4096
    ]
    return found + [
        f"field {one['name'][:30]!r} empty or too long"
        for embed in embeds
        for one in embed.get("fields", [])
        if not 0 < _units(one["name"]) <= 256 or not 0 < _units(one["value"]) <= 1024
    ]


def _embed_units(embed: dict[str, Any]) -> int:
    parts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    parts += [(embed.get("author") or {}).get("name")]
    parts += [text for one in embed.get("fields", []) for text in (one["name"], one["value"])]
    return sum(_units(part or "") for part in parts)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
