"""The slash commands: what a member may ask. Each parses, asks, and shows pages; nothing more.

Knows discord.py's commands; what is answered is `bot.answering.replies`' work.
"""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.answering.replies import HELP, Desk
from bot.discord.access import FAULTS
from bot.discord.pages import Question, answer
from bot.names import CHOICE_MAX_CHARS, Directory
from bot.text import cut

Interaction = discord.Interaction[discord.Client]
Suggest = Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]


def add_commands(tree: app_commands.CommandTree[discord.Client], desk: Desk) -> None:
    """Every command, on a tree that is registered later."""
    _add_stance(tree, desk)
    _add_pairs(tree, desk)
    _add_others(tree, desk)
    _add_decisions(tree, desk)


def _add_stance(tree: app_commands.CommandTree[discord.Client], desk: Desk) -> None:
    @tree.command(name="stance", description=HELP["/stance"])
    @app_commands.describe(
        claim="What about, as in “us-troops”",
        actor="Who, as in “Poland”",
        as_of="A day, as in 2025-08-19 or “3 weeks ago”",
    )
    async def stance(
        interaction: Interaction, claim: str = "", actor: str = "", as_of: str = ""
    ) -> None:
        asked = Question(does="stance", given=(claim, actor, as_of))
        await answer(interaction, desk, asked)

    stance.autocomplete("claim")(_suggesting(lambda: desk.claims))
    stance.autocomplete("actor")(_suggesting(lambda: desk.actors))


def _add_pairs(tree: app_commands.CommandTree[discord.Client], desk: Desk) -> None:
    @tree.command(name="history", description=HELP["/history"])
    @app_commands.describe(actor="Who, as in “Poland”", claim="What about, as in “us-troops”")
    async def history(interaction: Interaction, actor: str, claim: str) -> None:
        await answer(interaction, desk, Question(does="history", given=(actor, claim)))

    @tree.command(name="sources", description=HELP["/sources"])
    @app_commands.describe(actor="Who, as in “Poland”", claim="What about, as in “us-troops”")
    async def sources(interaction: Interaction, actor: str, claim: str) -> None:
        await answer(interaction, desk, Question(does="sources", given=(actor, claim)))

    for command in (history, sources):
        command.autocomplete("claim")(_suggesting(lambda: desk.claims))
        command.autocomplete("actor")(_suggesting(lambda: desk.actors))


def _add_others(tree: app_commands.CommandTree[discord.Client], desk: Desk) -> None:
    @tree.command(name="moved", description=HELP["/moved"])
    @app_commands.describe(since="A day, as in 2025-08-19 or “3 weeks ago”; a week if left out")
    async def moved(interaction: Interaction, since: str = "") -> None:
        await answer(interaction, desk, Question(does="moved", given=(since,)))

    @tree.command(name="why", description=HELP["/why"])
    @app_commands.describe(link="The article's address")
    async def why(interaction: Interaction, link: str) -> None:
        await answer(interaction, desk, Question(does="why", given=(link,)))

    @tree.command(name="claims", description=HELP["/claims"])
    async def claims(interaction: Interaction) -> None:
        await answer(interaction, desk, Question(does="claims"))

    @tree.command(name="feeds", description=HELP["/feeds"])
    async def feeds(interaction: Interaction) -> None:
        await answer(interaction, desk, Question(does="feeds"))

    @tree.command(name="help", description=HELP["/help"])
    async def show_help(interaction: Interaction) -> None:
        await answer(interaction, desk, Question(does="help"))


def _add_decisions(tree: app_commands.CommandTree[discord.Client], desk: Desk) -> None:
    """What changes something: whoever may manage messages, or whom the server's owner lets."""
    editors = app_commands.default_permissions(manage_messages=True)

    @tree.command(name="reports", description=HELP["/reports"])
    @app_commands.guild_only
    @editors
    async def reports(interaction: Interaction) -> None:
        await answer(interaction, desk, Question(does="reports"))

    @tree.command(name="agree", description=HELP["/agree"])
    @app_commands.guild_only
    @app_commands.describe(number="The report's number")
    @editors
    async def agree(interaction: Interaction, number: app_commands.Range[int, 1]) -> None:
        await _decide(interaction, desk, "agree", number)

    @tree.command(name="dismiss", description=HELP["/dismiss"])
    @app_commands.guild_only
    @app_commands.describe(number="The report's number")
    @editors
    async def dismiss(interaction: Interaction, number: app_commands.Range[int, 1]) -> None:
        await _decide(interaction, desk, "dismiss", number)


async def _decide(interaction: Interaction, desk: Desk, does: str, number: int) -> None:
    if await may_decide(interaction):
        asked = Question(does=does, given=(str(number), str(interaction.user.id)))
        await answer(interaction, desk, asked)
    else:
        await interaction.response.send_message("Only editors decide on reports.", ephemeral=True)


async def may_decide(interaction: Interaction) -> bool:
    """Whether the member may; Discord has asked already, and is not the only one to.

    Where the server's owner moved the permission in Discord's settings, Discord's word is enough.
    """
    return interaction.permissions.manage_messages or await was_moved(interaction)


async def was_moved(interaction: Interaction) -> bool:
    """Whether the server's owner moved the permission for this command, as Discord alone knows."""
    data: Any = interaction.data or {}
    if interaction.guild_id is None:
        return False
    try:
        moved = await interaction.client.http.get_application_command_permissions(
            interaction.application_id, interaction.guild_id, int(data["id"])
        )
    except FAULTS:  # not found: nobody moved it
        return False
    return bool(moved["permissions"])


def _suggesting(directory: Callable[[], Directory]) -> Suggest:
    """Completes unfinished words; the names are asked for anew, since a reload may change them."""

    async def suggest(_interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=cut(one.name, CHOICE_MAX_CHARS), value=one.id)
            for one in directory().suggest(typed)
        ]

    return suggest
