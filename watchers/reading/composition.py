"""The algebra: what a cue becomes under negation, modals and other cues. Every answer is looked up.

Knows cue classes and positions. Knows no words and no text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchers.cues import CueClass, Frame
from watchers.model import Act, Position

C, P = CueClass, Position

PLAIN = {
    C.COMMIT: P.SUPPORTS, C.ENDORSE: P.SUPPORTS, C.WANT: P.SUPPORTS, C.CONSIDER: P.OPEN, C.NOT_EXCLUDED: P.OPEN,
    C.DEFER: P.UNDECIDED, C.DOUBT: P.RELUCTANT, C.NO_PLAN: P.RELUCTANT, C.REJECT: P.OPPOSES, C.PREVENT: P.OPPOSES,
}  # fmt: skip
NEGATED = {
    C.COMMIT: P.OPPOSES, C.ENDORSE: P.RELUCTANT, C.WANT: P.OPPOSES, C.CONSIDER: P.RELUCTANT, C.NOT_EXCLUDED: P.OPPOSES,
    C.DEFER: P.UNDECIDED, C.DOUBT: P.OPEN, C.NO_PLAN: P.RELUCTANT, C.REJECT: P.OPEN, C.PREVENT: P.OPEN,
}  # fmt: skip
MAYBE = {
    C.COMMIT: P.OPEN, C.ENDORSE: P.OPEN, C.WANT: P.OPEN, C.CONSIDER: P.OPEN, C.NOT_EXCLUDED: P.OPEN,
    C.DEFER: P.UNDECIDED, C.DOUBT: P.RELUCTANT, C.NO_PLAN: P.RELUCTANT, C.REJECT: P.RELUCTANT, C.PREVENT: P.RELUCTANT,
}  # fmt: skip
#: A cue over the negated matter: "agreed not to send", "madness not to send".
OVER_NEGATED = {
    C.COMMIT: P.OPPOSES, C.ENDORSE: P.OPPOSES, C.WANT: P.OPPOSES, C.CONSIDER: P.RELUCTANT, C.NOT_EXCLUDED: P.OPEN,
    C.DEFER: P.UNDECIDED, C.DOUBT: P.OPEN, C.NO_PLAN: P.OPEN, C.REJECT: P.SUPPORTS, C.PREVENT: P.SUPPORTS,
}  # fmt: skip
#: What refusing or failing to do something leaves of it.
REFUSED = {**NEGATED, C.CONSIDER: P.OPPOSES}
FAILED = {**NEGATED, C.COMMIT: P.RELUCTANT, C.WANT: P.RELUCTANT}
OPPOSITE = {
    P.SUPPORTS: P.OPPOSES, P.OPEN: P.RELUCTANT, P.UNDECIDED: P.UNDECIDED, P.RELUCTANT: P.OPEN, P.OPPOSES: P.SUPPORTS,
}  # fmt: skip
#: What is left where a refusal of somebody's stance is denied: "does not rule out offering", "has not rejected the idea".
LEFT_OPEN = {P.OPPOSES: P.OPEN, P.SUPPORTS: P.RELUCTANT}
#: The bare act with a modal and without a cue: "will send", "could send", "must not send".
ACT = {
    "will": P.SUPPORTS,
    "would": P.SUPPORTS,
    "must": P.SUPPORTS,
    "may": P.OPEN,
    "done": P.SUPPORTS,
}
ACT_NEGATED = {
    "will": P.OPPOSES, "would": P.OPPOSES, "must": P.OPPOSES, "may": P.OPPOSES, "done": P.OPPOSES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """A cue, or the act itself (`cue` is `None`), with the modals and negations before it."""

    cue: CueClass | None
    frame: Frame | None = None
    modals: tuple[str, ...] = ()
    negated: bool = False
    #: Whether the cue's own words hold a negation that a negator before them does not turn.
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """What a chain of groups says of its matter."""

    position: Position
    #: The class that carries it; `None` for the bare act.
    cue: CueClass | None
    #: "should", "must": a demand, the position of whoever makes it.
    demand: bool = False
    act: Act | None = None
    rules: tuple[str, ...] = ()


def compose(groups: Sequence[Group]) -> Composed | None:
    """The position of a chain, its groups from the outermost to the innermost; `None` where it has none."""
    inner: Composed | None = None
    negated_matter = False
    for group in reversed(groups):
        if group.cue is None:
            inner = _bare_act(group)
            negated_matter = group.negated
        else:
            inner = _over(group, group.cue, inner, negated_matter)
            negated_matter = False
    return inner


def _bare_act(group: Group) -> Composed | None:
    if not group.modals:
        return None
    modal = "may" if "may" in group.modals else group.modals[0]
    obliged = "must" in group.modals and not group.negated  # "will have to", "may have to"
    table = ACT_NEGATED if group.negated else ACT
    name = f"act-{'not-' if group.negated else ''}{modal}"
    return Composed(table[modal], None, demand=modal == "must" or obliged, rules=(name,))


def _over(
    group: Group, cue: CueClass, inner: Composed | None, negated_matter: bool
) -> Composed | None:
    if cue in _OPERATORS:
        return _operate(group, cue, inner, negated_matter)
    if inner is None or inner.cue is None:
        if negated_matter and group.negated and cue in (C.COMMIT, C.ENDORSE, C.WANT):
            return Composed(P.SUPPORTS, cue, rules=(f"{cue}-twice-negated",))
        table = OVER_NEGATED if negated_matter else PLAIN
        made = Composed(
            table[cue], cue, rules=(f"{cue}{'-over-negated' if negated_matter else ''}",)
        )
    else:
        stacked = _stacked(cue, inner)
        if stacked is None:
            return None
        made = stacked
    if negated_matter and "may" in group.modals:
        return made  # "can imagine observers, not soldiers"
    return _modified(group, cue, made, fresh=inner is None or inner.cue is None)


def _stacked(cue: CueClass, inner: Composed) -> Composed | None:
    """A cue over another cue's position; `None` where nobody knows what is left of it."""
    negative = inner.position in (P.OPPOSES, P.RELUCTANT)
    position = inner.position
    if inner.position is P.UNDECIDED and cue in (C.REJECT, C.PREVENT, C.DOUBT):
        return None  # "rejected a proposal to delay it"
    if cue in (C.REJECT, C.PREVENT):
        position = P.SUPPORTS if negative else P.OPPOSES
    elif cue in (C.DOUBT, C.NO_PLAN):
        position = P.OPEN if negative else P.RELUCTANT
    elif cue in (C.CONSIDER, C.NOT_EXCLUDED) and position is not P.UNDECIDED:
        position = P.RELUCTANT if negative else P.OPEN
    elif cue is C.DEFER:
        position = P.UNDECIDED
    carrier = inner.cue if cue in (C.COMMIT, C.ENDORSE, C.WANT) else cue
    return replace(inner, position=position, cue=carrier, rules=(*inner.rules, f"{cue}-over"))


def _modified(group: Group, cue: CueClass, made: Composed, *, fresh: bool) -> Composed | None:
    """A group's own negation and modals."""
    carrier = made.cue or cue
    about = group.frame in (Frame.ABOUT, Frame.ABOUT_VERB)
    if group.negated and cue is C.COMMIT and group.frame is Frame.ABOUT:
        return replace(made, position=P.UNDECIDED, cue=C.DEFER, rules=(*made.rules, "not-yet"))
    if group.negated and not group.negative and group.frame is Frame.ABOUT_VERB:
        return None
    if group.negated and not group.negative:
        turned = LEFT_OPEN if cue in (C.REJECT, C.PREVENT) else OPPOSITE
        stacked = any(rule.endswith("-over") for rule in made.rules[:-1])
        by_class = (fresh or carrier is not cue) and not stacked
        position = NEGATED[carrier] if by_class else turned[made.position]
        return replace(made, position=position, rules=(*made.rules, "negated"))
    if "may" in group.modals and not about and fresh:
        return replace(made, position=MAYBE[carrier], rules=(*made.rules, "may"))
    demand = "must" in group.modals and group.frame in (Frame.VERB, Frame.STATE)
    return replace(made, demand=True) if demand and not made.demand else made


_OPERATORS = frozenset(
    {C.REFUSE, C.FAIL, C.STOP_SHORT, C.TRANSPARENT, C.DENY, C.RETRACT, C.CORRECT}
)


def _operate(
    group: Group, cue: CueClass, inner: Composed | None, negated_matter: bool
) -> Composed | None:
    """Words that change what they stand over and have no position of their own."""
    carrier = inner.cue if inner is not None else None
    negative = (inner is not None and inner.position in (P.OPPOSES, P.RELUCTANT)) or negated_matter
    rules = (*(inner.rules if inner else ()), str(cue))
    if cue is C.TRANSPARENT:
        if inner is None:
            return None
        return (
            replace(inner, position=P.UNDECIDED, rules=(*rules, "negated"))
            if group.negated
            else inner
        )
    if cue is C.DENY and group.negated:
        return None
    if cue is C.DENY:
        position = P.UNDECIDED if negative else P.RELUCTANT
        if inner is not None and inner.rules[-1:] == (f"{C.DOUBT}-over",) and negative:
            position = P.OPEN  # "denied that it had dropped its demand for guarantees"
        return Composed(position, C.DOUBT, act=Act.DENIES, rules=rules)
    if cue is C.RETRACT:
        return Composed(P.UNDECIDED, C.DEFER, act=Act.RETRACTS, rules=rules)
    if cue is C.CORRECT:
        return replace(inner, act=Act.CORRECTS, rules=rules) if inner else None
    if cue is C.STOP_SHORT:
        position = P.OPEN if negative else P.UNDECIDED
        return Composed(position, C.DEFER, rules=rules)
    if group.negated and not group.negative:
        return replace(inner, rules=rules) if inner else Composed(P.SUPPORTS, C.COMMIT, rules=rules)
    table = REFUSED if cue is C.REFUSE else FAILED
    if carrier is None:
        position = P.OPPOSES if cue is C.REFUSE else P.RELUCTANT
        return Composed(P.OPEN if negated_matter else position, C.REJECT, rules=rules)
    if inner is not None and inner.rules[-1].endswith("-over"):
        return replace(inner, position=OPPOSITE[inner.position], rules=rules)
    return Composed(table[carrier], carrier, rules=rules)
