"""A page of sample cards in Discord's proportions, so that people can look at what they change.

Knows how Discord draws an embed, nearly; sends nothing and reads nothing.
"""

from collections.abc import Mapping
from html import escape

from bot.cards import Card, Tone
from bot.text import Line, Piece, Style, is_right_to_left

_COLOURS = {
    Tone.POSSIBLE: "#d29922",
    Tone.CONFIRMED: "#2ea043",
    Tone.ENDED: "#6e7681",
    Tone.CONTESTED: "#a371f7",
    Tone.PLAIN: "#388bfd",
    Tone.TROUBLE: "#da3633",
}
_TAGS = {Style.PLAIN: "", Style.BOLD: "strong", Style.STRUCK: "s"}

#: Discord draws an embed at most 516 px wide, of which 432 px carry text.
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Volteface: cards</title><style>
body {{ margin: 0; font: 16px/1.375 "gg sans", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }}
.side {{ display: inline-block; vertical-align: top; padding: 16px; width: 560px; }}
.dark {{ background: #313338; color: #dbdee1; }} .light {{ background: #fff; color: #313338; }}
.phone {{ width: 360px; }}
h2 {{ font-size: 12px; font-weight: 600; opacity: .6; margin: 16px 0 4px; }}
.embed {{ max-width: 516px; box-sizing: border-box; border-left: 4px solid; border-radius: 4px;
  padding: 8px 16px 16px 12px; font-size: 14px; line-height: 18px; overflow-wrap: anywhere; }}
.dark .embed {{ background: #2b2d31; }} .light .embed {{ background: #f2f3f5; }}
.title {{ font-size: 16px; line-height: 22px; font-weight: 600; margin-top: 8px; }}
.line {{ margin-top: 0; unicode-bidi: plaintext; }} .lines {{ margin-top: 8px; }}
.quoted {{ border-left: 4px solid #4e5058; border-radius: 4px; padding: 0 8px 0 12px; }}
.fields {{ display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }}
.field {{ flex: 1 1 30%; min-width: 120px; }} .name {{ font-weight: 600; }}
.footer {{ font-size: 12px; margin-top: 8px; opacity: .8; }}
.buttons span {{ display: inline-block; background: #4e5058; color: #fff; border-radius: 3px;
  padding: 6px 16px; margin: 8px 8px 0 0; font-size: 14px; }}
a {{ color: #00a8fc; text-decoration: none; }} .light a {{ color: #006ce7; }}
</style></head><body>{sides}</body></html>
"""


def preview_page(cards: Mapping[str, Card]) -> str:
    """The cards as one HTML page: dark, light, and dark at a phone's width."""
    body = "".join(f"<h2>{escape(name)}</h2>{_card(card)}" for name, card in cards.items())
    sides = "".join(
        f'<div class="side {look}">{body}</div>' for look in ("dark", "light", "dark phone")
    )
    return _PAGE.format(sides=sides)


def _card(card: Card) -> str:
    lines = "".join(_line(one) for one in card.lines)
    fields = "".join(
        f'<div class="field"><div class="name">{escape(f.name)}</div>{_line(f.value)}</div>'
        for f in card.fields
    )
    return (
        f'<div class="embed" style="border-color:{_COLOURS[card.tone]}">'
        f'<div class="title">{_pieces(card.title)}</div><div class="lines">{lines}</div>'
        f'<div class="fields">{fields}</div><div class="footer">{escape(card.footer)}</div></div>'
    )


def _line(told: Line) -> str:
    quoted = " quoted" if told.quoted else ""
    return f'<div class="line{quoted}">{_pieces(told) or "<br>"}</div>'


def _pieces(told: Line) -> str:
    return "".join(_piece(one) for one in told.pieces)


def _piece(one: Piece) -> str:
    text = escape(one.text)
    if one.href is not None:
        return f'<a href="{escape(one.href)}">{text}</a>'
    if is_right_to_left(one.text):
        text = f"<bdi>{text}</bdi>"
    tag = _TAGS[one.style]
    return f"<{tag}>{text}</{tag}>" if tag else text
