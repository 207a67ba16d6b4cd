"""Cards as Discord's embeds. Knows both sides' shapes; sends nothing."""

from collections.abc import Sequence

import discord

from bot.cards import Card, Tone
from bot.text import markdown

_COLOURS = {
    Tone.POSSIBLE: 0xD29922,
    Tone.CONFIRMED: 0x2EA043,
    Tone.ENDED: 0x6E7681,
    Tone.CONTESTED: 0xA371F7,
    Tone.PLAIN: 0x388BFD,
    Tone.TROUBLE: 0xDA3633,
}


def embed_of(card: Card, *, mark: str = "") -> discord.Embed:
    """The card as an embed; the mark stands at the end of its footer."""
    embed = discord.Embed(
        title=markdown(card.title),
        description="\n".join(markdown(one) for one in card.lines) or None,
        colour=_COLOURS[card.tone],
    )
    for one in card.fields:
        embed.add_field(name=one.name, value=markdown(one.value) or "–", inline=True)
    footer = " · ".join(part for part in (card.footer, mark) if part)
    if footer:
        embed.set_footer(text=footer)
    return embed


def embeds_of(cards: Sequence[Card], *, mark: str = "") -> list[discord.Embed]:
    """A message's embeds; the last one carries the mark."""
    return [embed_of(c, mark=mark if c is cards[-1] else "") for c in cards]


def has_mark(message: discord.Message, mark: str) -> bool:
    """Whether this message carries the mark where `embeds_of` puts it."""
    return any((e.footer.text or "").split(" · ")[-1] == mark for e in message.embeds)
