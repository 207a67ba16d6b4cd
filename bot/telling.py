"""The ledger's rows as views: names for ids, words for reasons, quotations for statements.

Knows the store's answers and the names of what is watched. Knows no chat and no cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.names import Directory
from bot.views import ChangeView, Evidence, HoldingView
from watchers.ledger.filing import ChangeLine
from watchers.ledger.records import Reason, kind_of
from watchers.model import State, Via
from watchers.store import asking
from watchers.store.asking import Moved, Said, Stands

if TYPE_CHECKING:
    from watchers.store.database import Connection

#: Statements that are shown for one change.
EVIDENCE_MAX = 12
BASELINE_OUTLET = "baseline"

_ENDED = {
    Reason.DENIED: "a denial, correction or retraction struck it.",
    Reason.FALLEN: "its article was changed or taken away, or was misread.",
    Reason.SUPERSEDED: "the same speaker said something else later that day.",
    Reason.OUTRANKED: "a higher office says the contrary.",
    Reason.CONTESTED: "two of equal rank contradict each other.",
    Reason.CONTRADICTED: "a newer word for the old position ended it.",
    Reason.TOO_OLD: "it was said before the newest word for what is held.",
    Reason.OLD_QUOTATION: "its quotation was first printed on an earlier day.",
    Reason.AWAITING_SECOND_WITNESS: "no second independent witness came in time.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What is watched, by id."""

    actors: Directory
    claims: Directory


def view_lines(
    connection: Connection, lines: Sequence[ChangeLine], names: Names
) -> list[ChangeView]:
    """The ledger's lines as they are told; in the transaction that made them."""
    return [_view(connection, _moved(one), names, mover=one.article) for one in lines]


def view_changes(
    connection: Connection, changes: Iterable[Moved], names: Names
) -> list[ChangeView]:
    return [_view(connection, one, names) for one in changes]


def view_holdings(
    connection: Connection, holdings: Sequence[Stands], names: Names
) -> list[HoldingView]:
    """Holdings with the words that they stand on and the change that may end them."""
    told = asking.said(connection, [i for one in holdings for i in one.statements])
    actors = {one.actor for one in holdings}
    only = next(iter(actors)) if len(actors) == 1 else None
    waiting = {
        (one.actor, one.claim): one for one in asking.pending(connection, actor=only, claim=None)
    }
    views = []
    for one in holdings:
        words = [told[i] for i in one.statements if i in told]
        change = waiting.get((one.actor, one.claim))
        view = HoldingView(
            actor_id=one.actor,
            actor=names.actors.name(one.actor),
            claim_id=one.claim,
            claim=names.claims.name(one.claim),
            position=one.position,
            since=one.since,
            evidence=tuple(view_evidence(word) for word in _newest_first(words)),
            last_heard=one.heard,
            inherited=one.inherited,
            contested=one.contested,
            pending=_view(connection, change, names) if change is not None else None,
        )
        views.append(view)
    return views


def view_evidence(word: Said) -> Evidence:
    return Evidence(
        speaker=word.speaker,
        quotation=word.evidence,
        outlet=word.outlet or BASELINE_OUTLET,
        url=word.url,
        said_on=word.day,
        via=word.via,
        position=word.position,
    )


def _view(
    connection: Connection, change: Moved, names: Names, mover: str | None = None
) -> ChangeView:
    words = _oldest_first(asking.said(connection, change.statements).values())
    view = ChangeView(
        id=change.id,
        actor_id=change.actor,
        actor=names.actors.name(change.actor),
        claim_id=change.claim,
        claim=names.claims.name(change.claim),
        before=change.before,
        after=change.after,
        kind=kind_of(change.before, change.after),
        state=change.state,
        since=change.since,
        evidence=tuple(view_evidence(word) for word in _chosen(words, mover)),
        witnesses=max(1, len(change.witnesses)),
        before_since=asking.held_since(
            connection, change.actor, change.claim, change.before, change.since
        ),
    )
    return replace(view, reason=_reason(change, view))


def _chosen(words: Sequence[Said], mover: str | None) -> list[Said]:
    """What is shown: one statement an article, the one that moved the change last."""
    by_article = {word.article or str(word.id): word for word in reversed(words)}
    kept = [word for word in words if by_article[word.article or str(word.id)] is word]
    last = [word for word in kept if mover is not None and word.article == mover]
    return [*(word for word in kept if word not in last), *last][-EVIDENCE_MAX:]


def _reason(change: Moved, view: ChangeView) -> str | None:
    if change.state is State.CONFIRMED:
        last = view.evidence[-1] if view.evidence else None
        if view.witnesses > 1:
            return "a second independent witness reports it."
        return f"{last.speaker}’s own words." if last and last.via is Via.QUOTE else None
    if change.state is State.CONTESTED:
        return _ENDED[Reason.CONTESTED]
    if change.state is State.EXPIRED:
        return _ENDED[Reason.AWAITING_SECOND_WITNESS]
    if change.state is State.WITHDRAWN and change.reason is not None:
        return _ENDED.get(Reason(change.reason))
    return None


def _moved(one: ChangeLine) -> Moved:
    told = one.told
    return Moved(
        id=one.id,
        actor=one.actor,
        claim=one.claim,
        before=told.origin,
        after=told.to,
        state=told.state,
        since=told.since,
        statements=tuple(told.words),
        witnesses=told.witnesses,
        reason=told.reason.value if told.reason else None,
    )


def _oldest_first(words: Iterable[Said]) -> list[Said]:
    return sorted(words, key=lambda word: (word.published, word.id))


def _newest_first(words: Iterable[Said]) -> list[Said]:
    return _oldest_first(words)[::-1]
