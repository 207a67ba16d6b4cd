"""What the outbox keeps of something to tell, and the cards made from it when it is told.

Knows the JSON form of changes and cards. Knows no database and no chat.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.cards import Card, Field, Tone, change_card, fold_card
from bot.text import Line, Piece, Style
from bot.views import ChangeView

Payload = Mapping[str, Any]


def change_payload(change: ChangeView) -> dict[str, Any]:
    """A change is kept as its parts: a list and a card of its own show it differently."""
    return {"change": change.to_json()}


def card_payload(card: Card) -> dict[str, Any]:
    """A card that is told as it is."""
    return {
        "card": {
            "title": _line(card.title),
            "lines": [_line(one) for one in card.lines],
            "fields": [{"name": one.name, "value": _line(one.value)} for one in card.fields],
            "footer": card.footer,
            "tone": card.tone.value,
        }
    }


def read_change(payload: Payload) -> ChangeView | None:
    """The change that a payload holds; `None` where it holds a card."""
    held = payload.get("change")
    return None if held is None else ChangeView.from_json(held)


def compose(payloads: Sequence[Payload], *, is_fold: bool, fold_above: int) -> tuple[Card, ...]:
    """The cards of one message."""
    changes = [change for change in map(read_change, payloads) if change is not None]
    if is_fold:
        # So few make a list only where others were told one by one just before.
        return (fold_card(changes, told_before=len(changes) <= fold_above),)
    return (change_card(changes[0]),) if changes else (_read_card(payloads[0]["card"]),)


def _line(told: Line) -> dict[str, Any]:
    pieces = [{"text": p.text, "style": p.style.value, "href": p.href} for p in told.pieces]
    return {"pieces": pieces, "quoted": told.quoted}


def _read_line(held: Payload) -> Line:
    pieces = tuple(Piece(**{**one, "style": Style(one["style"])}) for one in held["pieces"])
    return Line(pieces=pieces, quoted=held["quoted"])


def _read_card(held: Payload) -> Card:
    return Card(
        title=_read_line(held["title"]),
        lines=tuple(_read_line(one) for one in held["lines"]),
        fields=tuple(
            Field(name=one["name"], value=_read_line(one["value"])) for one in held["fields"]
        ),
        footer=held["footer"],
        tone=Tone(held["tone"]),
    )
