"""Keywords from Discord, with the bot as a process of its own: tried, saved, in force, and taken back."""

from pathlib import Path
from typing import Any

from tests.discord_double import world
from tests.discord_double.server import Double, discord_double
from tests.end_to_end.running import LOOPBACK, running
from tests.end_to_end.small_web import small_paper
from tests.end_to_end.stored import fill


def buttons(message: dict[str, Any]) -> dict[str, str]:
    rows = message.get("components") or []
    return {one["label"]: one["custom_id"] for row in rows for one in row["components"]}


async def press(double: Double, message: dict[str, Any], label: str) -> dict[str, Any]:
    """Press a button under an answer that only one person sees."""
    shown = {**double.world._message(world.CHANNEL_ID, message), "flags": 64}
    exchange = await double.interactions.press(shown, buttons(message)[label])
    return exchange.message


def said(message: dict[str, Any]) -> str:
    embed = message["embeds"][0]
    return f"{embed['title']}\n{embed['description']}".replace("\\", "")


async def test_keywords_are_tried_saved_and_taken_back_from_the_channel(tmp_path: Path):
    fill(f"sqlite:///{tmp_path / 'store.sqlite'}", 200)
    config = tmp_path / "config.toml"
    async with small_paper() as paper, discord_double() as double:
        before = f"""# Our newsroom
[watch]
seeds = true
{LOOPBACK}
[store]
url = "sqlite:///{tmp_path / "store.sqlite"}"

[discord]
channel = "{world.CHANNEL_ID}"
api_base = "{double.api_base}"
gateway = "{double.gateway_address}"

[alerts]
operator_channel = {world.CHANNEL_ID}

[[feeds]]
url = "{paper.feed_url}"
"""
        config.write_text(before)
        async with running(config, DISCORD_TOKEN=world.TOKEN) as bot:
            await bot.until_event("commands_registered")
            ask = double.interactions.command

            tried = (
                await ask("keywords", claim="security-guarantees", exclude="guarantees")
            ).message
            assert "security-guarantees, tried" in said(tried)
            assert "“guarantees” is met by" in said(tried)
            assert "200 kept texts since" in said(tried)
            assert "statements +0 -0" not in said(tried)

            added = (
                await ask("keywords", claim="security-guarantees", add="Operation Safe Harbour")
            ).message
            assert "“Operation Safe Harbour” is met by none of the texts" in said(added)
            assert config.read_text() == before

            asked = await press(double, tried, "Save…")
            saved = await press(double, asked, "Yes, save it")
            assert "in force within seconds" in said(saved)
            assert (
                '[watch.keywords.security-guarantees]\nexclude = ["guarantees"]'
                in config.read_text()
            )
            await bot.until_event("read_back")
            assert bot.events("configuration_changed")[0]["what"] == (
                "watch.keywords.security-guarantees: added: exclude “guarantees”"
            )
            assert bot.events("keywords_saved")[0]["by"].startswith("member")
            await bot.until(lambda: len(double.messages()) >= 3)
            told = "\n".join(said(one) for one in double.messages())
            assert "Saved from the channel by member" in told
            assert "security-guarantees: added: exclude “guarantees”" in told
            assert "0 actors placed, no alerts" in told

            await press(double, saved, "Undo")
            assert config.read_text() == before
            await bot.until_event("read_back", count=2)
        assert double.complaints == []
