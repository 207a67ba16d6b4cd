"""What is done to a matter by the verb or noun right beside it: "lift the ban", "keep the tax", "an end of the checks".

Knows verbs of ending and of keeping, and a sentence's words. Knows no cue and no speaker.
"""

from collections.abc import Collection
from dataclasses import replace

from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.possession import Span
from watchers.reading.words.inflect import phrase_forms

#: Verbs that leave nothing of a matter, those that leave less of it, and those that leave it or more of it.
_ENDING = (
    "abolish", "do away with", "drop", "end", "get rid of", "lift", "phase out", "remove", "scrap", "shut", "shut down",
    "withdraw",
)  # fmt: skip
_LESSENING = (
    "curb", "cut", "delay", "dilute", "dismantle", "ease", "halve", "loosen", "lower", "postpone", "reduce", "relax", "restrict",
    "roll back", "shorten", "simplify", "slash", "trim", "water down", "weaken",
)  # fmt: skip
_KEEPING = (
    "boost", "continue", "continue with", "double", "expand", "extend", "hike", "increase", "keep", "keep up", "maintain",
    "preserve", "prolong", "raise", "reinstate", "reintroduce", "remain in", "renew", "restore", "resume", "retain", "stay in", "strengthen",
    "tighten", "triple", "uphold",
)  # fmt: skip
#: Those of them that are read as cues unless a claim is for an end of something.
_AS_CUES = ("abolish", "delay", "drop", "extend", "postpone", "scrap", "strengthen", "uphold")
#: The same as nouns, and what leads from them to the matter.
_ENDED = frozenset({
    "abolition", "delay", "easing", "end", "exit", "lifting", "loosening", "pause", "postponement", "removal", "scrapping",
    "simplification", "weakening", "withdrawal",
})  # fmt: skip
_KEPT = frozenset({
    "continuation", "expansion", "extension", "increase", "prolongation", "reintroduction", "renewal", "restoration",
    "resumption",
})  # fmt: skip
#: What makes more of it, or a stricter one.
_MORE = frozenset({
    "bigger", "greater", "higher", "larger", "longer", "more", "stricter", "stronger", "tighter", "tougher",
})  # fmt: skip
_LEADS = frozenset({"from", "in", "of", "on", "to"})
#: What a stance asks for with an end: "called for an end to X", which is a cue of its own.
_ASKING = frozenset(
    form for verb in ("call for", "demand", "push for", "want") for form in phrase_forms(verb)
)
#: What becomes of a matter by itself: "the checks should end", "the rebates are to stay".
_BECOMES = {"end": -1, "expire": -1, "go": -1, "lapse": -1, "remain": 1, "stay": 1}
#: What may stand between the verb and the matter's own words.
_BETWEEN = frozenset({
    "a", "all", "an", "any", "current", "existing", "her", "his", "its", "national", "new", "our", "own", "planned", "remaining",
    "such", "temporary", "the", "their", "these", "this", "those", "'s",
})  # fmt: skip
#: What may stand between the matter and what becomes of it.
_AUXILIARY = frozenset(
    {"be", "can", "cannot", "may", "must", "never", "not", "should", "to", "will", "would"}
)
#: What may follow what becomes of a matter, so that it is no "stay frozen".
_CLOSING = frozenset({
    ",", ".", ";", '"', "after", "and", "as", "at", "but", "by", "for", "in", "next", "on", "until",
})  # fmt: skip
#: What a matter may be as yet, and what leads from there to it: "withdrew its proposal for".
_PLANS = frozenset({"bill", "draft", "idea", "plan", "plans", "project", "proposal", "proposals"})
_FOR = frozenset({"for", "of", "on", "to"})
#: Tokens between a verb and the matter, before and behind it.
_REACH = 3

_CUES = frozenset(form for verb in _AS_CUES for form in phrase_forms(verb))
_KEEP = frozenset(phrase_forms("keep"))
_STAY = frozenset(form for verb in ("remain", "stay") for form in phrase_forms(verb))
_LESS = frozenset(form.split()[0] for verb in _LESSENING for form in phrase_forms(verb))


def _all_forms() -> dict[str, list[tuple[list[str], int, str]]]:
    """First word -> what follows it, whether less (-1) or no less (1) is left, and the form."""
    found: dict[str, list[tuple[list[str], int, str]]] = {}
    for sign, verbs in ((-1, (*_ENDING, *_LESSENING)), (1, _KEEPING)):
        for form, tag in ((f, t) for verb in verbs for f, t in phrase_forms(verb).items()):
            first, *rest = form.split()
            found.setdefault(first, []).append((rest, sign, tag))
    return found


_FORMS = _all_forms()


def handled(mention: Mention, words: list[str], own: Collection[Span], *, ends: bool) -> Mention:
    """A mention with what is done to it taken in: less of it is its opposite.

    `own` are the places of words by which the proposition itself says what is to be done, `ends` whether it is for an
    end of something: then less of that is the claim itself, and less of a ban its opposite.
    """
    stops = [i for i, _ in mention.matter if mention.i - _REACH <= i < mention.i]
    end = max([mention.j, *(j for _, j in mention.matter)])
    before = (_verb_before(words, k) or _noun_before(words, k) for k in (mention.i, *stops))
    found = next(filter(None, before), None) or _behind(words, end)
    if found is None:
        kept = not mention.matter and any(words[i] in _KEPT for i, _ in mention.anchors)
        return replace(mention, polarity=-1) if ends and kept else mention
    span, sign, form = found
    word = words[span[0]]
    if span in own and span not in mention.matter:
        return mention
    if (not ends and word in _CUES) or (mention.act and span[1] == mention.i):
        return mention  # "kept sending them" is the act itself
    if word in _STAY and not ends:
        return mention  # "stay in Mali"
    if word in _KEEP and not _is_closed(words, end):
        return mention  # "keep the chats private"
    if not ends and sign < 0 and word in _LESS:
        return replace(mention, how="faint")  # a lower tax is a tax
    if ends and span not in mention.matter:
        polarity = sign if mention.matter else -sign
    else:
        polarity = mention.polarity * (1 if ends else sign)
    return replace(
        mention, i=min(mention.i, span[0]), j=max(mention.j, span[1]), polarity=polarity, act=form or mention.act,
        anchors=(*mention.anchors, span) if form else mention.anchors, matter=(*mention.matter, span),
    )  # fmt: skip


def _is_closed(words: list[str], k: int) -> bool:
    """Whether nothing follows that tells how a matter is kept."""
    return k >= len(words) or not words[k].isalpha() or words[k] in _CLOSING


def is_ending_verb(word: str) -> bool:
    """Whether a word is a verb, in any form, that leaves less of what it is done to."""
    return any(sign < 0 and not rest for rest, sign, _ in _FORMS.get(word, ()))


def _before(words: list[str], begin: int) -> int:
    """Where the words that may stand between a verb and the matter begin."""
    end = _before_articles(words, begin)
    if end > 1 and words[end - 1] in _FOR and words[end - 2] in _PLANS:
        end = _before_articles(words, end - 2)
    return end


def _before_articles(words: list[str], end: int) -> int:
    low = max(0, end - _REACH)
    while end > low and words[end - 1] in _BETWEEN:
        end -= 1
    return end


def _verb_before(words: list[str], begin: int) -> tuple[Span, int, str] | None:
    """As in "lifted its", "phase out all"."""
    end = _before(words, begin)
    for k in range(end - 1, max(-1, end - _REACH - 1), -1):
        for rest, sign, form in _FORMS.get(words[k], ()):
            if words[k + 1 : end] == rest:
                return (k, end), sign, form
    return None


def _noun_before(words: list[str], begin: int) -> tuple[Span, int, str] | None:
    """As in "an end of the", and "stricter"."""
    if begin and words[begin - 1] in _MORE:
        return (begin - 1, begin), 1, ""
    k = _before(words, begin) - 2
    if k < 0 or words[k + 1] not in _LEADS:
        return None
    sign = (words[k] in _KEPT) - (words[k] in _ENDED)
    return ((k, k + 1), sign, "") if sign and not is_asked_for(words, k) else None


def is_asked_for(words: list[str], k: int) -> bool:
    """Whether an end at token `k` is what somebody asks for: "called for an end to" is a cue of its own."""
    lead = words[max(0, k - _REACH) : k]
    return (
        words[k] == "end"
        and lead[-1:] == ["an"]
        and not _ASKING.isdisjoint((*lead[-2:-1], " ".join(lead[-3:-1])))
    )


def _behind(words: list[str], begin: int) -> tuple[Span, int, str] | None:
    """As in "must be lifted", "should end", and "extended" behind what somebody wants."""
    k = begin
    while k < min(begin + _REACH, len(words)) and words[k] in _AUXILIARY:
        k += 1
    led = words[k - 1] if k > begin else ""
    word, *after = words[k : k + 3] or [""]
    alone = _is_closed(words, k + 1) or after == ["the", "same"]
    if led not in ("", "be") and word in _BECOMES and alone:
        return (k, k + 1), _BECOMES[word], "base"
    if led not in ("", "be"):
        return None
    for rest, sign, form in _FORMS.get(word, ()):
        if form in ("part", "past") and words[k + 1 : k + 1 + len(rest)] == rest:
            return (k, k + 1 + len(rest)), sign, "part"
    return None
