"""Whether a deed is the one that a user's proposition tells of: its own country's, or of whoever holds the position.

"Britain signed a trade deal with India" says nothing of "The EU concludes a trade deal with India", and who welcomes that
Finland leaves a treaty does not leave it. Knows a chain and who holds it. Knows no claim's words.
"""

from collections.abc import Collection

from watchers.reading.composition import Composed
from watchers.reading.matter.claim_words import Deed
from watchers.reading.matter.keywords import HOLDER
from watchers.reading.stance.chain import Governed
from watchers.reading.statements.candidates import Held
from watchers.reading.trace import Trace
from watchers.reading.voices.voice_words import NATIONS

#: Cues that tell a deed of their subject.
_DEEDS = frozenset({
    "adopt", "conclude", "deliver", "enact", "finalise", "finalize", "grant", "impose", "introduce", "launch", "levy", "provide", "seal",
    "set up", "sign", "supply",
})  # fmt: skip
#: By which somebody judges what another has done, or will do.
_JUDGING = frozenset({
    "applaud", "commend", "condemn", "congratulate", "criticise", "criticize", "decry", "denounce", "deplore", "hail", "lament", "praise",
    "regret", "welcome",
})  # fmt: skip
#: Whoever they are, they are not who speaks.
_OTHERS = NATIONS | {"others"}
#: Before a name these say with whom, as whom and from whom somebody does what is his own deed.
_BESIDE = frozenset(
    {
        "alongside",
        "and",
        "between",
        "from",
        "like",
        "of",
        "or",
        "than",
        "to",
        "unlike",
        "with",
        "without",
    }
)
#: Before a thing that is not the one of which the union's members speak as "the deal".
_NEW = frozenset({"a", "an"})
_HIS = frozenset({"her", "his", "its", "our", "their"})


def is_anothers_deed(
    trace: Trace, chain: Governed, composed: Composed, held: Held, deed: Deed, *, is_of_many: bool
) -> bool:
    """Whether a stance is on another deed than the proposition's; `is_of_many` where that is a union's, whose members do it."""
    holders = held.voice.actors
    if not deed.doer or deed.doer in holders:
        return False
    if deed.doer == HOLDER:
        return chain.text.split(" ")[0] in _JUDGING or _is_of_another(
            trace, chain, holders, deed.parties
        )
    words = trace.sentence.words
    if _is_his_own(words, chain):
        return True
    if not held.rule.startswith(("subject-", "we-")) or not _is_act(chain, composed):
        return False
    if is_of_many and _NEW.isdisjoint(words[max(0, chain.mention.i - 2) : chain.mention.i]):
        return False
    begin, end = chain.first, chain.mention.j
    is_named = any(begin <= i < end for i, _ in trace.concepts.at.get(("@", deed.doer), ()))
    return not is_named and all(deed.doer not in voice.actors for voice in chain.subjects)


def _is_act(chain: Governed, composed: Composed) -> bool:
    """Whether the subject of a stance is who would do it: "will impose", "plans to impose", "imposed"."""
    if composed.cue is None or chain.text in _DEEDS:
        return True
    reaches = chain.cue is not None and chain.cue[1] == chain.mention.i
    return reaches and chain.mention.act == "base" and chain.text.endswith(" to")


def _is_his_own(words: list[str], chain: Governed) -> bool:
    """As in "its own tariffs", "a trade deal of its own"."""
    i, j = chain.mention.i, chain.mention.j
    before, behind = words[max(0, i - 2) : i], words[j : j + 3]
    return (before[-1:] == ["own"] and not _HIS.isdisjoint(before)) or (
        behind[:1] == ["of"] and behind[2:] == ["own"] and behind[1] in _HIS
    )


def _is_of_another(
    trace: Trace, chain: Governed, holders: Collection[str], parties: Collection[str]
) -> bool:
    """As in "called on Spain to send tanks", "opposes Finland's withdrawal": another is named who would do it."""
    if chain.cue is None or chain.cue[1] > chain.mention.j:
        return False
    words, begin, mention = trace.sentence.words, chain.cue[1], chain.mention
    end = max(i for i, _ in mention.anchors or ((mention.i, 0),))
    if not _OTHERS.isdisjoint(words[begin:end]):
        return True
    return any(
        begin <= i < end and words[i - 1] not in _BESIDE
        for (kind, name), spans in trace.concepts.at.items()
        if kind == "@" and name not in holders and name not in parties
        for i, _ in {*spans} - {*mention.names, *mention.anchors}  # "the Ottawa Convention"
    )
