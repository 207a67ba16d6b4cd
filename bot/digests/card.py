"""A digest as a card: who moved, what was newly heard, what is contested or stale, which feeds are down.

Knows how much of each a reader can take in. Knows no chat, clock or database.
"""

from collections.abc import Sequence

from bot.cards import (
    ACTOR_MAX_CHARS,
    CLAIM_MAX_CHARS,
    Card,
    change_line,
    day,
    fit,
    month,
    said,
)
from bot.text import Line, bold, clean, cut, line
from bot.views import ChangeView, DigestView, HoldingView

#: One change or holding; it may break once on a phone.
_LINE_CHARS = 150
#: Of each section; the rest is counted.
_SECTION_LINES = 8


def digest_card(digest: DigestView) -> Card:
    """Who moved, what was newly heard, what is contested or stale, which feeds are down."""
    read = f"{digest.articles:,} articles from {digest.feeds} feeds"
    first = line(f"{read}; nobody moved." if not digest.moved else f"{read}.")
    sections = [
        ("Moved", [change_line(one, _LINE_CHARS) for one in digest.moved]),
        ("Newly heard", [_heard_line(one) for one in digest.heard]),
        ("First heard", [_first_line(one) for one in digest.first]),
        ("Contested", [change_line(one, _LINE_CHARS) for one in digest.contested]),
        ("Not heard of lately", [_stale_line(one) for one in digest.stale]),
        ("Feeds that are down", [line(cut(clean(one), 150)) for one in digest.down]),
    ]
    told = [first]
    for name, entries in sections:
        if entries:
            told += [line(), line(bold(name)), *_capped(entries)]
    return fit(
        Card(title=line(f"Digest, {day(digest.since)} to {day(digest.until)}"), lines=tuple(told))
    )


def _capped(entries: Sequence[Line]) -> list[Line]:
    shown = list(entries[:_SECTION_LINES])
    rest = len(entries) - len(shown)
    return [*shown, line(f"… and {rest} more")] if rest else shown


def _heard_line(change: ChangeView) -> Line:
    was = f", was {said(change.before)}"
    if change.before_since is not None:
        was += f" in {month(change.before_since)}"
    return _pair_line(change.actor, said(change.after) + was, change.claim)


def _first_line(holding: HoldingView) -> Line:
    since = f"{said(holding.position)} since {day(holding.since)}"
    return _pair_line(holding.actor, since, holding.claim)


def _stale_line(holding: HoldingView) -> Line:
    heard = f"{said(holding.position)}, last heard {day(holding.last_heard)}"
    return _pair_line(holding.actor, heard, holding.claim)


def _pair_line(actor: str, told: str, claim: str) -> Line:
    who = cut(clean(actor), ACTOR_MAX_CHARS // 2)
    return line(bold(who), f": {told} · {cut(clean(claim), CLAIM_MAX_CHARS // 2)}")
