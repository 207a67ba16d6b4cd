"""A change, a holding, a list, a digest or a notice as a card: title, lines, fields, in Discord's limits.

Knows what a reader needs in five seconds and how much room there is. Knows no chat, terminal,
clock or database: every surface shows these same cards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.text import (
    Line,
    Piece,
    bold,
    clean,
    cut,
    fitted,
    length,
    line,
    link,
    markdown,
    piece,
    struck,
)
from bot.views import ChangeView, Evidence, HoldingView, Notice
from watchers.model import Position, State, Via

#: Discord, "Embed limits", characters.
TITLE_MAX_CHARS = 256
DESCRIPTION_MAX_CHARS = 4096
FIELD_NAME_MAX_CHARS = 256
FIELD_VALUE_MAX_CHARS = 1024
FOOTER_MAX_CHARS = 2048
FIELDS_MAX = 25
MESSAGE_MAX_CHARS = 6000
#: Characters that names and quotations may take on an alert, so that a phone shows it whole.
ACTOR_MAX_CHARS = 80
CLAIM_MAX_CHARS = 200
QUOTATION_MAX_CHARS = 600
SPEAKER_MAX_CHARS = 100
OUTLET_MAX_CHARS = 60
REASON_MAX_CHARS = 300
#: One line each; what is more goes to the next card or page.
LIST_LINE_MAX_CHARS = 240
#: A list of changes in one message; 40 of 96 characters fill one description.
FOLD_MAX_CHANGES = 40
_FOLD_ROOM_CHARS = 3900
#: What actor and claim need at the least on such a line; a link gives way to them.
_NAMES_MIN_CHARS = 60

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

#: A sign beside the word, since colour tells nothing to one reader in twelve.
SIGNS = {
    Position.OPPOSES: "−−",
    Position.RELUCTANT: "−",
    Position.UNDECIDED: "○",
    Position.OPEN: "+",
    Position.SUPPORTS: "++",
}
_STATE_SIGNS = {
    State.POSSIBLE: "❓",
    State.CONFIRMED: "✅",
    State.WITHDRAWN: "❌",
    State.EXPIRED: "⌛",
    State.CONTESTED: "⚡",
    State.HEARD: "👂",
}
_ENDED = (State.WITHDRAWN, State.EXPIRED)


class Tone(StrEnum):
    """What sort of news a card is; a surface may colour it, never by colour alone."""

    POSSIBLE = "possible"
    CONFIRMED = "confirmed"
    ENDED = "ended"
    CONTESTED = "contested"
    PLAIN = "plain"
    TROUBLE = "trouble"


_TONES = {
    State.POSSIBLE: Tone.POSSIBLE,
    State.CONFIRMED: Tone.CONFIRMED,
    State.CONTESTED: Tone.CONTESTED,
    State.WITHDRAWN: Tone.ENDED,
    State.EXPIRED: Tone.ENDED,
    State.HEARD: Tone.PLAIN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A short labelled value."""

    name: str
    value: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one surface shows as one block."""

    title: Line
    lines: tuple[Line, ...] = ()
    fields: tuple[Field, ...] = ()
    footer: str = ""
    tone: Tone = Tone.PLAIN


def change_card(change: ChangeView) -> Card:
    """The alert for one change, in whatever state it is."""
    last = change.evidence[-1] if change.evidence else None
    told = [line(bold(cut(clean(change.claim), CLAIM_MAX_CHARS))), line(bold(_move(change)))]
    if change.state in _ENDED:
        told = [struck(one) for one in told]
        told.append(line(bold(f"{_word(change.state)}: "), piece(_reason(change))))
    elif change.reason:
        told.append(line(bold(f"{_word(change.state)}: "), piece(_reason(change))))
    if last is not None:
        told += _quoted(last)
    return fit(
        Card(
            title=_title(change),
            lines=tuple(told),
            fields=_change_fields(change),
            tone=_TONES[change.state],
        )
    )


def fold_card(changes: Sequence[ChangeView], *, told_before: bool = False) -> Card:
    """Many changes at once as one list; at most FOLD_MAX_CHANGES of them."""
    room = min(LIST_LINE_MAX_CHARS, _FOLD_ROOM_CHARS // max(1, len(changes)) - 1)
    more = "more " if told_before else ""
    return fit(
        Card(
            title=line(f"{len(changes)} {more}{_changes(len(changes))} within ten minutes"),
            lines=tuple(change_line(change, room) for change in changes),
            tone=Tone.CONFIRMED,
        )
    )


def _changes(count: int) -> str:
    return "change" if count == 1 else "changes"


def change_line(change: ChangeView, room: int = LIST_LINE_MAX_CHARS) -> Line:
    """A change in one line of at most `room` characters; names give way before positions do."""
    start = f"{_STATE_SIGNS[change.state]} "
    move = f": {_move(change)}"
    if room >= LIST_LINE_MAX_CHARS // 2:
        move += f" ({change.state.value} {change.kind.value})"
    where = link(change.evidence[-1].url) if change.evidence else None
    link_chars = length(markdown(line(where))) + 3 if where is not None else 0
    names = room - length(start) - length(move) - len("**** · ")
    if link_chars > names - _NAMES_MIN_CHARS:
        where, link_chars = None, 0
    actor = cut(clean(change.actor), max(12, (names - link_chars) // 2), _escaped_length)
    left = names - link_chars - _escaped_length(actor)
    claim = cut(clean(change.claim), max(0, left), _escaped_length)
    told = line(start, bold(actor), move, f" · {claim}" if claim else "")
    if change.state in _ENDED:
        told = struck(told)
    return fitted(line(*told.pieces, " · ", where) if where is not None else told, room)


def holding_card(holding: HoldingView, *, today: date) -> Card:
    """One actor's position on one claim, with what it rests on and how fresh that is."""
    told = [
        line(bold(cut(clean(holding.claim), CLAIM_MAX_CHARS))),
        line(bold(f"{said(holding.position)} since {day(holding.since)}")),
    ]
    if holding.contested:
        told.append(line("⚡ Contested: two of equal rank contradict each other."))
    if holding.pending is not None:
        told.append(line(f"❓ A possible change stands beside it: {_move(holding.pending)}."))
    if holding.inherited:
        told.append(line("From the shipped baseline; the feeds have not said it yet."))
    for one in holding.evidence[:3]:
        told += _quoted(one)
    fresh = f"{day(holding.last_heard)} ({age(holding.last_heard, today)})"
    return fit(
        Card(
            title=line(cut(clean(holding.actor), ACTOR_MAX_CHARS)),
            lines=tuple(told),
            fields=(Field(name="Last heard", value=line(fresh)),),
        )
    )


def holding_line(named: str, holding: HoldingView, *, today: date) -> Line:
    """A position in one line of a list."""
    marks = " ⚡ contested" if holding.contested else ""
    marks += " ❓ may be changing" if holding.pending is not None else ""
    heard = "from the baseline" if holding.inherited else "last heard"
    fresh = f" · since {day(holding.since)}, {heard} {day(holding.last_heard, today)}"
    who = cut(clean(named), CLAIM_MAX_CHARS // 2)
    return line(bold(who), f" {said(holding.position)}{marks}{fresh}")


def text_card(title: str, lines: Iterable[Line | str], *, tone: Tone = Tone.PLAIN) -> Card:
    """A heading and paragraphs."""
    told = tuple(one if isinstance(one, Line) else line(one) for one in lines)
    return fit(Card(title=line(title), lines=told, tone=tone))


def notice_card(notice: Notice) -> Card:
    """Trouble for the operator: what, and what to do about it."""
    return fit(
        Card(
            title=line("Volteface needs a hand"),
            lines=(line(notice.what), line(bold("What helps: "), piece(notice.cure))),
            tone=Tone.TROUBLE,
        )
    )


def unknown_card(actor: str | None, claim: str | None) -> Card:
    """Nothing is known, said plainly."""
    who = cut(clean(actor), ACTOR_MAX_CHARS) if actor else "anybody"
    what = f" on “{cut(clean(claim), CLAIM_MAX_CHARS)}”" if claim else ""
    return text_card(
        "Nothing is known",
        [f"No statement of {who}{what} has been read, and the baseline has none either."],
    )


def said(position: Position) -> str:
    """The position in a sign and a word."""
    return f"{SIGNS[position]} {position.value}"


def day(when: date, today: date | None = None) -> str:
    """'9 Mar 2026'; without the year where today's is the same."""
    short = f"{when.day} {_MONTHS[when.month - 1]}"
    return short if today is not None and today.year == when.year else f"{short} {when.year}"


def month(when: date) -> str:
    """'Mar 2026'."""
    return f"{_MONTHS[when.month - 1]} {when.year}"


def age(when: date, today: date) -> str:
    days = (today - when).days
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"


def fit(card: Card) -> Card:
    """The card, cut so that no part and not the whole is longer than Discord takes."""
    title = fitted(card.title, TITLE_MAX_CHARS)
    if not markdown(title).strip():
        title = line("–")
    fields = tuple(
        Field(
            name=cut(clean(one.name), FIELD_NAME_MAX_CHARS) or "·",
            value=fitted(one.value, FIELD_VALUE_MAX_CHARS),
        )
        for one in card.fields[:FIELDS_MAX]
    )
    footer = cut(card.footer, FOOTER_MAX_CHARS // 8)
    room = MESSAGE_MAX_CHARS - length(markdown(title)) - length(footer) - _MARK_ROOM_CHARS
    room -= sum(length(one.name) + length(markdown(one.value)) for one in fields)
    lines = _within(card.lines, min(DESCRIPTION_MAX_CHARS, room))
    return replace(card, title=title, fields=fields, footer=footer, lines=lines)


#: Left free for the mark that delivery writes under a card.
_MARK_ROOM_CHARS = 100


def _within(lines: Sequence[Line], room: int) -> tuple[Line, ...]:
    """As many lines as fit, and how many do not; a first line that is too long is cut."""
    kept: list[Line] = []
    for at, one in enumerate(lines):
        rest = len(lines) - at - 1
        reserve = len(f"\n… and {rest + 1} more") if rest else 0
        needed = length(markdown(one)) + 1
        if needed + reserve > room:
            if kept:
                return (*kept, line(f"… and {rest + 1} more"))
            needed = room - reserve
        kept.append(fitted(one, max(0, needed - 1)))
        room -= needed
    return tuple(kept)


def _title(change: ChangeView) -> Line:
    sign = _STATE_SIGNS[change.state]
    words = f"{_word(change.state)} {change.kind.value}"
    who = cut(clean(change.actor), ACTOR_MAX_CHARS)
    if change.state in _ENDED:
        was = struck(line(f"{change.kind.value.capitalize()}: {who}"))
        return line(f"{sign} {_word(change.state)} · ", *was.pieces)
    return line(f"{sign} {words}: {who}")


def _word(state: State) -> str:
    return state.value.capitalize()


def _move(change: ChangeView) -> str:
    return f"{said(change.before)} → {said(change.after)}"


def _reason(change: ChangeView) -> str:
    given = change.reason or {
        State.WITHDRAWN: "it no longer stands.",
        State.EXPIRED: "no second witness came in time.",
    }.get(change.state, "")
    return cut(clean(given), REASON_MAX_CHARS)


def _quoted(one: Evidence) -> list[Line]:
    quotation = cut(clean(one.quotation).strip(), QUOTATION_MAX_CHARS)
    return ([line(quotation, quoted=True)] if quotation else []) + [source_line(one)]


def source_line(one: Evidence) -> Line:
    """Whose words, by which outlet, where to read them, and when they were said."""
    who = cut(clean(one.speaker), SPEAKER_MAX_CHARS)
    if one.via is Via.ANONYMOUS:
        who += " (unnamed)"
    outlet = cut(clean(one.outlet), OUTLET_MAX_CHARS)
    parts: list[Piece | str] = ["— ", bold(who), ", " if outlet else "", outlet]
    where = link(one.url)
    if where is not None:
        parts += [" · ", where]
    if one.said_on is not None:
        parts.append(f" · {day(one.said_on)}")
    return line(*parts)


def _change_fields(change: ChangeView) -> tuple[Field, ...]:
    many = "independent witness" if change.witnesses == 1 else "independent witnesses"
    before = said(change.before)
    if change.before_since is not None:
        before += f" since {day(change.before_since)}"
    return (
        Field(name="Since", value=line(day(change.since))),
        Field(name="Heard from", value=line(f"{change.witnesses} {many}")),
        Field(name="Before", value=line(before)),
    )


def _escaped_length(text: str) -> int:
    return length(markdown(line(text)))
