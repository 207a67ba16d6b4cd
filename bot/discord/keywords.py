"""`/keywords` in Discord: a try-out, saving that asks once more, and taking it back.

Knows interactions. A button carries the whole edit, so that nothing need be remembered.
"""

import logging
import re
from typing import Any, Self

import discord
from discord import app_commands

from bot.answering.replies import HELP, Desk, Misunderstood
from bot.cards import Card, Tone, text_card
from bot.discord.access import FAULTS
from bot.discord.embeds import embed_of
from bot.discord.pages import ID_MAX_CHARS
from bot.keywords.desk import KeywordDesk, inverse
from bot.keywords.edit import Edit
from watchers.errors import VoltefaceError

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
BUTTON_PATTERN = (
    r"vfk:(?P<does>save|yes|no|undo):(?P<claim>[a-z0-9-]+):"
    r"(?P<add>[^|]*)\|(?P<remove>[^|]*)\|(?P<exclude>[^|]*)"
)
_LABELS = {"save": "Save…", "yes": "Yes, save it", "no": "No", "undo": "Undo"}
_NO_FILE = "This bot was started without a configuration file that it could change."
_NOT_ALLOWED = "Only those who may manage the server change keywords."


def add_keyword_command(tree: app_commands.CommandTree[Any], desk: Desk) -> None:
    """Register `/keywords`, for those who may manage the server."""

    @tree.command(name="keywords", description=HELP["/keywords"])
    @app_commands.guild_only
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.describe(
        claim="What about, as in “us-troops”",
        add="A phrase that should speak of it too: what would come?",
        remove="A keyword that should not count: what would go?",
        exclude="A phrase that means another matter",
    )
    async def keywords(
        interaction: Interaction, claim: str, add: str = "", remove: str = "", exclude: str = ""
    ) -> None:
        edit = Edit(add=_one(add), remove=_one(remove), exclude=_one(exclude))
        await _answer(interaction, desk, claim, edit)

    async def suggest(_: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=one.id, value=one.id) for one in desk.claims.suggest(typed)
        ]

    keywords.autocomplete("claim")(suggest)


class KeywordButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=BUTTON_PATTERN):
    """A button under a try-out or a saved edit, of any age."""

    def __init__(self, does: str, claim: str, edit: Edit, custom_id: str) -> None:
        super().__init__(discord.ui.Button(custom_id=custom_id))
        self.does = does
        self.claim = claim
        self.edit = edit

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: Any, match: re.Match[str], /
    ) -> Self:
        edit = Edit(
            add=_one(match["add"]), remove=_one(match["remove"]), exclude=_one(match["exclude"])
        )
        return cls(match["does"], match["claim"], edit, match[0])

    async def callback(self, interaction: Interaction) -> None:
        desk: Desk = interaction.client.desk
        try:
            await interaction.response.defer()
            card, view = await _pressed(interaction, desk, self)
            await interaction.edit_original_response(embed=embed_of(card), view=view)
        except FAULTS:
            log.warning("keyword_button_failed does=%s", self.does, exc_info=True)


async def _answer(interaction: Interaction, desk: Desk, typed: str, edit: Edit) -> None:
    try:
        await interaction.response.defer(thinking=True, ephemeral=True)
        card, view = await _tried(interaction, desk, typed, edit)
        await interaction.edit_original_response(embed=embed_of(card), view=view)
    except FAULTS:
        log.warning("keywords_failed claim=%s", typed, exc_info=True)


async def _tried(
    interaction: Interaction, desk: Desk, typed: str, edit: Edit
) -> tuple[Card, discord.ui.View | None]:
    try:
        if not await _may_change(interaction):
            raise Misunderstood(_NOT_ALLOWED)
        claim, keywords = desk.claim(typed).id, _desk_of(desk)
        if any(len(_button_id(does, claim, edit)) > ID_MAX_CHARS for does in _LABELS):
            raise Misunderstood("Too long for Discord's buttons: one short phrase at a time.")
        if edit:
            return await keywords.tried(claim, edit), _view(("save",), claim, edit)
        return await keywords.listed(claim), None
    except (Misunderstood, VoltefaceError) as error:
        return _trouble(str(error)), None
    except Exception:
        log.exception("keywords_defect claim=%s", typed)
        return _trouble("That went wrong; the bot's log says why."), None


async def _pressed(
    interaction: Interaction, desk: Desk, button: KeywordButton
) -> tuple[Card, discord.ui.View | None]:
    """What to show now, and the buttons under it."""
    try:
        if not interaction.permissions.manage_guild and not _is_private(interaction):
            raise Misunderstood(_NOT_ALLOWED)
        by = f"{interaction.user} ({interaction.user.id})"
        return await _done(_desk_of(desk), button, by)
    except (Misunderstood, VoltefaceError) as error:
        return _trouble(str(error)), None


async def _done(
    keywords: KeywordDesk, button: KeywordButton, by: str
) -> tuple[Card, discord.ui.View | None]:
    claim, edit = button.claim, button.edit
    match button.does:
        case "save":
            asked = [str(edit), "Write this into the configuration, for everybody?"]
            return text_card(f"{claim}: sure?", asked), _view(("yes", "no"), claim, edit)
        case "yes":
            card, saved = await keywords.save(claim, edit, by=by)
            return card, _view(("undo",), claim, saved)
        case "undo":
            card, _ = await keywords.save(claim, inverse(edit), by=by)
            return card, None
        case _:
            return text_card(claim, ["Nothing was changed."]), None


def _desk_of(desk: Desk) -> KeywordDesk:
    if desk.keywords is None:
        raise Misunderstood(_NO_FILE)
    return desk.keywords


async def _may_change(interaction: Interaction) -> bool:
    """Discord has asked already; where the owner moved the permission, its word is enough."""
    if interaction.permissions.manage_guild:
        return True
    from bot.discord.commands import was_moved

    return await was_moved(interaction)


def _is_private(interaction: Interaction) -> bool:
    """Only the one who was let in sees the message, and could press."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def _view(buttons: tuple[str, ...], claim: str, edit: Edit) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for does in buttons:
        view.add_item(
            discord.ui.Button(label=_LABELS[does], custom_id=_button_id(does, claim, edit))
        )
    view.stop()
    return view


def _button_id(does: str, claim: str, edit: Edit) -> str:
    phrases = "|".join("".join(part) for part in (edit.add, edit.remove, edit.exclude))
    return f"vfk:{does}:{claim}:{phrases}"


def _one(phrase: str) -> tuple[str, ...]:
    kept = " ".join(phrase.replace("|", " ").split())
    return (kept,) if kept else ()


def _trouble(message: str) -> Card:
    return text_card("That cannot be", [message], tone=Tone.TROUBLE)
