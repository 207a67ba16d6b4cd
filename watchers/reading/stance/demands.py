"""What must be done to a matter, and what must not: "must be given up", "must not be watered down", "has to be reconsidered".

Knows verbs. Knows no mention and no speaker.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.composition import Group
from watchers.reading.words.clause_words import ADVERBS

#: What stands between "must" and the verb.
_BEFORE = frozenset(
    {"again", "be", "ever", "get", "have", "in", "no", "not", "simply", "under", "way"}
)
#: What harms a matter: it must not be done by whoever is for it.
_HARMING = frozenset({
    "abandoned", "bargained", "compromised", "delayed", "diluted", "dropped", "endangered", "eroded", "forgotten", "ignored",
    "jeopardised", "jeopardized", "lost", "neglected", "overlooked", "postponed", "questioned", "sacrificed", "sidelined",
    "threatened", "torpedoed", "undermined", "watered", "weakened", "withheld",
})  # fmt: skip
#: What brings it about: of what must not be done, nothing else is said against it.
_BRINGING = frozenset({
    "accepted", "admitted", "agreed", "allowed", "approved", "become", "come", "demanded", "deployed", "encouraged", "enforced",
    "expanded", "extended", "forced", "given", "go", "granted", "happen", "imposed", "invited", "legalised",
    "legitimised", "made", "offered", "part", "permitted", "promised", "pushed", "recognised", "recognized", "repeated", "required",
    "rewarded", "sent", "signed", "stationed", "take", "there", "tolerated",
})  # fmt: skip
#: What ends it.
_ENDING = frozenset({
    "abandoned", "buried", "cancelled", "cease", "closed", "die", "disappear", "end", "ended", "fail", "fall", "forgotten", "frozen", "go",
    "halted", "removed", "scrapped", "shelved", "shut", "stop", "stopped", "struck", "vanish", "withdrawn",
})  # fmt: skip
_GIVING_UP = frozenset({
    ("come", "off"), ("given", "up"), ("nailed", "shut"), ("slammed", "shut"), ("taken", "off"), ("thrown", "out"), ("written", "off"),
})  # fmt: skip
#: What somebody asks for who has doubts, and what is only a way to look at it.
_DOUBTING = frozenset({
    "cut", "feared", "limited", "reconsidered", "reduced", "reexamined", "resisted", "rethought", "reviewed", "revised", "scaled", "viewed",
})  # fmt: skip
_LOOKING = frozenset({
    "analysed", "analyzed", "assessed", "examined", "explained", "judged", "kept", "looked", "put", "seen", "studied", "thought", "treated",
    "understood", "weighed",
})  # fmt: skip
#: "Put" and "kept" that bring it about: "must be put in place", "must be kept up".
_PUT = (["in", "place"], ["into", "effect"], ["into", "force"], ["up"])


def demanded(words: list[str], k: int, *, negated: bool, is_own: bool) -> Group | None:
    """What a demand whose verb stands behind token `k` says of the matter before it; `None` where it says nothing.

    `is_own` where that verb is a word of the matter, as in a user's claim for an end of something.
    """
    group = Group(None, None, ("must",), negated)
    at = next((n for n in range(k, len(words)) if words[n] not in _BEFORE | ADVERBS), len(words))
    verb, behind = words[at : at + 1], words[at + 1 : at + 3]
    if is_own:
        return group
    if negated:
        if not _HARMING.isdisjoint(verb):
            return Group(CueClass.ENDORSE, Frame.VERB)
        return None if _BRINGING.isdisjoint(verb) else group
    if not _ENDING.isdisjoint(verb) or (*verb, *behind[:1]) in _GIVING_UP:
        return Group(None, None, ("must",), negated=True)
    if not _DOUBTING.isdisjoint(verb):
        return Group(CueClass.DOUBT, Frame.VERB)
    brought = behind in _PUT or behind[:1] in _PUT
    return None if not _LOOKING.isdisjoint(verb) and not brought else group
