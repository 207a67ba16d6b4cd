"""Answers shown in Discord: deferred at once, one page at a time, turned by buttons that survive a restart.

Knows interactions. A button carries its whole question, so that nothing need be remembered.
"""

import io
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.answering import replies
from bot.answering.replies import Desk, Misunderstood, Reply
from bot.cards import Tone, text_card
from bot.discord.access import FAULTS
from bot.discord.embeds import embed_of

log = logging.getLogger(__name__)

#: Discord, "Custom ID", characters.
ID_MAX_CHARS = 100
#: No name or day has it in it.
_SPLIT = "|"
PAGE_PATTERN = r"vfp:(?P<page>\d{1,3}):(?P<does>[a-z]+):(?P<given>.*)"

#: Answers that only the one who asked sees.
_PRIVATE = frozenset({"help", "evidence", "past", "why", "reports"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked, in words that fit into a button's id."""

    does: str
    given: tuple[str, ...] = ()

    def button_id(self, page: int) -> str | None:
        """The id of a button that shows this page; `None` where the question is too long for one."""
        made = f"vfp:{page}:{self.does}:{_SPLIT.join(self.given)}"
        fits = len(made) <= ID_MAX_CHARS and not any(_SPLIT in one for one in self.given)
        return made if fits else None


_ASK: Mapping[str, Callable[..., Awaitable[Reply]]] = {
    "stance": lambda desk, claim, actor, as_of: replies.stance(
        desk, claim=claim, actor=actor, as_of=as_of
    ),
    "history": lambda desk, actor, claim: replies.history(desk, actor=actor, claim=claim),
    "sources": lambda desk, actor, claim: replies.sources(desk, actor=actor, claim=claim),
    "moved": lambda desk, since: replies.moved(desk, since=since),
    "why": lambda desk, link: replies.why(desk, link_given=link),
    "claims": replies.claims,
    "feeds": replies.feeds,
    "past": lambda desk, mark: replies.past(desk, mark=mark),
    "reports": replies.open_reports,
    "agree": lambda desk, number, by: replies.agree(desk, number=int(number), by=by),
    "dismiss": lambda desk, number, by: replies.dismiss(desk, number=int(number), by=by),
    "evidence": lambda desk, mark: replies.evidence(desk, mark=mark),
}


async def answer(interaction: discord.Interaction[Any], desk: Desk, asked: Question) -> None:
    """Answer a command or a button: acknowledged at once, since the store may be busy."""
    try:
        await interaction.response.defer(thinking=True, ephemeral=asked.does in _PRIVATE)
        reply = await _reply(desk, asked)
        view = page_view(asked, 0, len(reply.pages))
        files = [discord.File(io.BytesIO(reply.picture), "history.png")] if reply.picture else []
        embed = embed_of(reply.pages[0])
        if files:
            embed.set_image(url="attachment://history.png")
        await interaction.edit_original_response(embed=embed, view=view, attachments=files)
    except FAULTS:
        log.warning("answer_failed asked=%s", asked.does, exc_info=True)


async def turn(
    interaction: discord.Interaction[Any], desk: Desk, asked: Question, page: int
) -> None:
    """Show another page where the first one stands."""
    try:
        await interaction.response.defer()
        reply = await _reply(desk, asked)
        page = min(page, len(reply.pages) - 1)
        view = page_view(asked, page, len(reply.pages))
        await interaction.edit_original_response(embed=embed_of(reply.pages[page]), view=view)
    except FAULTS:
        log.warning("page_failed asked=%s", asked.does, exc_info=True)


async def _reply(desk: Desk, asked: Question) -> Reply:
    """The answer; a question that fails is answered too."""
    try:
        if asked.does == "help":
            return replies.help_reply()
        return await _ASK[asked.does](desk, *asked.given)
    except Misunderstood as error:
        return replies.misunderstood(error)
    except Exception:
        log.exception("question_failed asked=%s", asked.does)
        card = text_card("That went wrong", ["The bot's log says why."], tone=Tone.TROUBLE)
        return Reply(pages=(card,))


def page_view(asked: Question, page: int, pages: int) -> discord.ui.View | None:
    """Buttons to the pages beside this one; none where there is one page."""
    if pages <= 1 or asked.button_id(pages) is None:
        return None
    view = discord.ui.View(timeout=None)
    for label, to in (("◀", page - 1), ("▶", page + 1)):
        view.add_item(
            discord.ui.Button(
                label=label,
                custom_id=asked.button_id(to % pages),
                disabled=not 0 <= to < pages,
                style=discord.ButtonStyle.secondary,
            )
        )
    counter = discord.ui.Button[Any](label=f"{page + 1} of {pages}", disabled=True, custom_id="vfp")
    view.add_item(counter)
    view.stop()
    return view


def read_question(does: str, given: str) -> Question | None:
    """The question in a button's id; `None` where it is none of ours."""
    if does not in _ASK:
        return None
    parts = tuple(given.split(_SPLIT)) if given else ()
    return replace(Question(does=does), given=parts)
