"""Where soldiers and forces for Ukraine are named, whose they would be, and what is done with them.

Knows the `[soldiers]` words of `seeds/claims.toml`. Which of the three claims a mention belongs to is decided
when the holder is known: "our soldiers" are another claim in Washington than in Warsaw.
"""

from collections.abc import Iterable

from watchers.reading.text import Sentence
from watchers.reading.topics import Mention
from watchers.reading.vocabulary import Mark

#: The name under which a mention of soldiers waits for its holder.
SOLDIERS = "soldiers"

#: Tokens before a noun in which whose it is may stand, and after it ("troops from NATO countries").
_BEFORE, _AFTER = 6, 6
#: Tokens between an act and its soldiers: "send up to 5,000 more British troops".
_REACH = 8
_OWN = frozenset({"our", "its", "his", "her", "their", "own", "my"})
_OWNERS = frozenset({"from", "of", "by"})
_STOP = frozenset(
    ['to', 'in', 'at', 'on', 'with', 'against', 'that', 'which', 'who', 'if', 'and', 'but', 'or', 'will', 'would', 'is', 'are', 'was', 'were', 'be', 'been', 'not', 'for', 'said', 'says', ',', ';', ':', '"', '(', ')', '–']
)
_INSIDE = frozenset({"and", "or", ",", "/", "nor"})
_ECHO_NOUNS = frozenset(
    {
        "force",
        "mission",
        "deployment",
        "presence",
        "contingent",
        "operation",
        "contribution",
        "participation",
        "involvement",
    }
)
_ECHO_LEADS = frozenset({"the", "such", "this", "that", "any", "a", "an", "his", "its", "their"})


def find_soldiers(sentence: Sentence, marks: Iterable[Mark], *, spoken_of: bool) -> list[Mention]:
    """Mentions of soldiers; `spoken_of` tells that the article has named them before."""
    marks = list(marks)
    kinds = {
        "men",
        "force",
        "noun_act",
        "act",
        "adj",
        "name",
        "land",
        "west",
        "not_ours",
        "there",
        "elsewhere",
        "demonym",
    }
    marks = [m for m in marks if m.kind in kinds]
    nouns = _longest([m for m in marks if m.kind in ("men", "force")])
    found = [mention for noun in nouns if (mention := _mention(sentence, noun, marks))]
    if spoken_of and not found:
        found = _echoes(sentence, marks)
    return _merged(found)


def _longest(nouns: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(nouns, key=lambda m: (m.i, -m.j)):
        if not kept or mark.i >= kept[-1].j:
            kept.append(mark)
    return kept


def _mention(sentence: Sentence, noun: Mark, marks: list[Mark]) -> Mention | None:
    if _is_elsewhere(sentence, noun, marks):
        return None
    doer = _doer(sentence, noun, marks)
    if doer is None:
        return None
    start, act = _act(sentence, noun, marks)
    joins = act in _JOINING
    if noun.kind == "force" and joins:
        doer = "own"
    elif noun.kind == "force" and doer == "bare":
        doer = "west"
    form = next((m.value[1] for m in marks if m.kind == "act" and m.i == start), "")
    return Mention(
        claim=SOLDIERS,
        i=start,
        j=noun.j,
        polarity=1,
        how=noun.kind,
        doer=doer,
        act=form,
        anchors=((noun.i, noun.j),),
    )


_JOINING = frozenset(
    {
        "contribute",
        "take part",
        "participate",
        "join",
        "be part of",
        "contribution",
        "participation",
        "provide",
        "commit",
    }
)


def _is_elsewhere(sentence: Sentence, noun: Mark, marks: list[Mark]) -> bool:
    there = [m for m in marks if m.kind == "there" and sentence.words[m.i] != "there"]
    places = [
        m
        for m in marks
        if m.kind == "elsewhere"
        and m.i
        and sentence.words[m.i - 1]
        in ("in", "to", "for", "from", "at", "southern", "northern", "the", "eastern", "near")
    ]
    close = [
        p
        for p in places
        if noun.j <= p.i <= noun.j + 3
        and sentence.words[p.i - 1] in ("in", "for", "at", "near", "southern", "the", "to")
    ]
    return bool(close) or (bool(places) and not there)


def _doer(sentence: Sentence, noun: Mark, marks: list[Mark]) -> str | None:
    """Whose soldiers: an actor's id, west, own or bare; `None` where they are of no interest."""
    lowest = max(0, noun.i - _BEFORE)
    begin = noun.i
    while begin > lowest and (
        sentence.words[begin - 1] not in _STOP
        or (sentence.words[begin - 1] in _INSIDE and _is_owner(marks, begin - 2))
    ):
        begin -= 1
    owners = [
        m
        for m in marks
        if begin <= m.i and m.j <= noun.j and (m.j <= noun.i or noun.kind == "force")
    ]
    after = noun.j
    if after < len(sentence.words) and sentence.words[after] in _OWNERS:
        limit = min(len(sentence.words), after + _AFTER)
        owners += [m for m in marks if after < m.i < limit and not _stops(sentence, after + 1, m.i)]
    if any(m.kind == "not_ours" for m in owners if m.j <= noun.i) and not any(
        m.kind == "west" for m in owners
    ):
        return None
    nations = [
        m.value for m in owners if m.kind in ("adj", "name", "land") and m.value not in _COLLECTIVE
    ]
    western = any(m.kind == "west" for m in owners) or any(
        m.kind in ("adj", "name") and m.value in _COLLECTIVE for m in owners
    )
    if nations and not western and len(set(nations)) == 1:
        return None if nations[0] in _PARTIES else str(nations[0])
    if western or nations:
        return "west"
    words = sentence.words[begin : noun.i]
    if any(word in _OWN for word in words) or sentence.words[noun.i] == "our":
        return "own"
    return "bare"


_COLLECTIVE = frozenset({"eu", "europe", "nato", "un"})
_PARTIES = frozenset({"ukraine", "russia", "belarus"})


def _is_owner(marks: list[Mark], token: int) -> bool:
    return any(m.kind in ("adj", "name", "west", "land") and m.i <= token < m.j for m in marks)


def _stops(sentence: Sentence, first: int, last: int) -> bool:
    return any(word in _STOP and word not in _INSIDE for word in sentence.words[first:last])


def _act(sentence: Sentence, noun: Mark, marks: list[Mark]) -> tuple[int, str]:
    """Where the mention starts with the act before it ("sending British troops"), and which act."""
    best: Mark | None = None
    for mark in marks:
        if mark.kind in ("act", "noun_act") and mark.j <= noun.i and noun.i - mark.j <= _REACH:
            between = sentence.words[mark.j : noun.i]
            if any(word in _BREAKS for word in between):
                continue
            if best is None or mark.i > best.i:
                best = mark
    if best is None:
        return noun.i, ""
    name = best.value[0] if best.kind == "act" else best.value
    return best.i, str(name)


_BREAKS = frozenset(
    ['that', 'which', 'who', 'but', 'if', 'will', 'would', 'is', 'are', 'was', 'were', ';', ':', '"', '–', 'said', 'says', 'and', 'he', 'she', 'they', 'it', 'we', 'i', 'not', 'no']
)


def _echoes(sentence: Sentence, marks: list[Mark]) -> list[Mention]:
    """ "The force", "such a deployment", "a Swedish contribution", once soldiers have been named."""
    found = []
    for i, word in enumerate(sentence.words):
        if word not in _ECHO_NOUNS or i == 0:
            continue
        before = sentence.words[max(0, i - 2) : i]
        nations = [m.value for m in marks if m.kind in ("adj", "name") and i - 2 <= m.i < i]
        if nations and nations[0] not in _COLLECTIVE | _PARTIES:
            doer = str(nations[0])
        elif word in ("contribution", "participation", "involvement"):
            doer = "own"
        elif before and (before[-1] in _ECHO_LEADS or before[0] in _ECHO_LEADS):
            doer = "west"
        else:
            continue
        mark = Mark(i, i + 1, "force", word)
        if not _is_elsewhere(sentence, mark, marks):
            start, act = _act(sentence, mark, marks)
            form = next((m.value[1] for m in marks if m.kind == "act" and m.i == start), "")
            if act in _JOINING:
                doer = "own"
            found.append(Mention(SOLDIERS, start, i + 1, 1, "echo", doer, form, ((i, i + 1),)))
    return found


def _merged(mentions: list[Mention]) -> list[Mention]:
    """One for each doer and place; the act of two goes with the nearer."""
    kept: list[Mention] = []
    for mention in mentions:
        if any(o.doer == mention.doer and o.i <= mention.i < o.j for o in kept):
            continue
        kept.append(mention)
    return kept


def claim_of(doer: str, holder: str, *, collective: bool, outsider: bool) -> tuple[str, str] | None:
    """(actor kind, claim) for soldiers of `doer` in the mouth of `holder`.

    `collective` holders have no soldiers of their own; an `outsider` (Russia, Ukraine) speaks of others'.
    The first of the pair is "holder" or "doer": whose position it is.
    """
    if doer == "us":
        return "holder", "us-troops"
    if doer == "west":
        return "holder", "western-force"
    if doer in ("own", "bare"):
        if holder == "us":
            return "holder", "us-troops"
        if collective or outsider:
            return "holder", "western-force"
        return "holder", "own-troops"
    if doer == holder:
        return "holder", "own-troops"
    if outsider or collective:
        return "holder", "western-force"
    return "doer", "own-troops"
