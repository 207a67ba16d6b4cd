"""The "Wrong?" form: asked by a button of any age, read from whatever comes back, kept as a report.

Knows Discord's forms. A form that is sent after a restart is understood too: its id says all.
"""

import asyncio
import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

import discord

from bot.answering.replies import Desk
from bot.cards import Card, text_card
from bot.discord.access import FAULTS
from bot.discord.embeds import embed_of
from bot.text import clean, cut
from bot.views import ChangeView
from watchers.store.reports import Fault

log = logging.getLogger(__name__)

FORM_PATTERN = re.compile(r"vfw:(vf[a-z2-7]{16})")
#: Characters that a reader may write.
WORDS_MAX_CHARS = 500
#: Discord: options of one list, and characters of one.
_OPTIONS_MAX, _OPTION_MAX_CHARS = 25, 100
#: A form cannot be deferred: it must be shown within 3 s, of which the store may have two.
_STORE_SECONDS = 2.0


async def ask(interaction: discord.Interaction[Any], desk: Desk, mark: str) -> None:
    """Show the form for the message with this mark."""
    try:
        async with asyncio.timeout(_STORE_SECONDS):
            changes = await desk.answers.changes_under(mark)
    except TimeoutError:
        await _say(interaction, text_card("Busy", ["The store is busy; press again in a minute."]))
        return
    if not changes:
        await _say(interaction, text_card("Nothing is known", ["This alert left the store."]))
        return
    await interaction.response.send_modal(_form(mark, changes[:_OPTIONS_MAX]))


async def receive(interaction: discord.Interaction[Any], desk: Desk, mark: str) -> None:
    """Keep what was sent."""
    data: Any = interaction.data or {}
    given = dict(_values(data.get("components", [])))
    await interaction.response.defer(ephemeral=True, thinking=True)
    changes = {one.id for one in await desk.answers.changes_under(mark)}
    change = given.get("change") or next(iter(changes), "")
    try:
        fault = Fault(given.get("fault", ""))
    except ValueError:
        change = ""
    if change not in changes:
        card = text_card("Not kept", ["That form does not fit this alert; press the button again."])
    else:
        words = cut(clean(given.get("words", "")).strip(), WORDS_MAX_CHARS)
        number = await desk.reports.report(
            change, fault=fault, words=words, by=str(interaction.user.id)
        )
        told = f"Report {number} is kept. An editor may agree with it by `/agree {number}`."
        card = text_card("Thank you", [told])
    await interaction.edit_original_response(embed=embed_of(card))


async def receive_safely(interaction: discord.Interaction[Any], desk: Desk, mark: str) -> None:
    """As `receive`; what fails is logged, and Discord says so to the reader."""
    try:
        await receive(interaction, desk, mark)
    except FAULTS:
        log.warning("report_failed mark=%s", mark, exc_info=True)


def _form(mark: str, changes: Sequence[ChangeView]) -> discord.ui.Modal:
    modal = discord.ui.Modal(title="What is wrong?", custom_id=f"vfw:{mark}", timeout=None)
    if len(changes) > 1:
        options = [
            discord.SelectOption(
                label=cut(clean(f"{one.actor}: {one.claim}"), _OPTION_MAX_CHARS), value=one.id
            )
            for one in changes
        ]
        choice = discord.ui.Select[Any](custom_id="change", options=options)
        modal.add_item(discord.ui.Label(text="Which change?", component=choice))
    faults = [discord.SelectOption(label=one.value.capitalize(), value=one.value) for one in Fault]
    fault = discord.ui.Select[Any](custom_id="fault", options=faults)
    modal.add_item(discord.ui.Label(text="What is it?", component=fault))
    words = discord.ui.TextInput[Any](
        custom_id="words",
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=WORDS_MAX_CHARS,
    )
    modal.add_item(discord.ui.Label(text="In your words", component=words))
    return modal


def _values(components: list[Any]) -> Iterator[tuple[str, str]]:
    """The fields of a form that came back, by their ids, however deep they stand."""
    for one in components:
        if not isinstance(one, dict):
            continue
        name = one.get("custom_id")
        if isinstance(name, str) and ("value" in one or one.get("values")):
            yield name, str(one["value"] if "value" in one else one["values"][0])
        inner = one.get("component")
        yield from _values(
            [inner, *one.get("components", [])] if inner else one.get("components", [])
        )


async def _say(interaction: discord.Interaction[Any], card: Card) -> None:
    await interaction.response.send_message(embed=embed_of(card), ephemeral=True)
