"""Where soldiers and forces for Ukraine are named, whose they would be, and what is done with them.

Knows the `[soldiers]` words of `seeds/claims.toml`. Which claim a mention belongs to is `deployments.py`'s.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from watchers.reading.matter.deployments import Deployment
from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.no_force import is_no_army, is_withdrawn, sender_of
from watchers.reading.matter.soldier_words import (
    ARMIES,
    COLLECTIVE,
    HOME_HEADS,
    JOINING,
    JOINT,
    OTHERS,
    OWN,
    PARTIES,
    PARTY_NAMES,
    SENDING,
    SHARES_IN,
    SOLDIERS,
    STOP,
    UNITS,
)
from watchers.reading.matter.soldiers_again import act_before, named_again, people_sent, staying
from watchers.reading.text.document import Sentence
from watchers.reading.words.vocabulary import Mark

#: Tokens before a noun in which whose it is may stand, and after it ("troops from NATO countries").
_BEFORE, _AFTER = 6, 6
#: Tokens of "will not" between soldiers and what they join.
_JOINED = 3
#: Tokens from "alongside" to the soldiers that it names.
_COMPANY_REACH = 4
#: Tokens of "of any European" between "stay out" and a force.
_OUT_OF = 4
#: Where soldiers are who are not sent: "need our soldiers at home".
_AT_HOME = ["at", "home"]
_OFFICES = frozenset({"gbody", "office", "offices", "official"})
_KINDS = frozenset({
    "act", "adj", "aloof", "demonym", "elsewhere", "force", "joining", "land", "men", "name", "not_ours", "noun_act",
    "person", "there", "west", *_OFFICES,
})  # fmt: skip
#: Acts by which soldiers of whom no nation is named are those of whoever acts.
_JOINING_MEN = JOINING - {"contribute", "contribution"}
#: Tokens between whose a share in a force is and the share: "Turkey's possible participation".
_SHARE_REACH = 2
_OF = (["by"], ["of"])
#: What one has behind a force's name: "a peacekeeping role".
_ROLES = (["contribution"], ["duties"], ["duty"], ["participation"], ["role"])
#: How it is said of whom soldiers are, and tokens from there to it.
_COME, _COMING_REACH = frozenset({"come", "drawn", "provided", "recruited", "sent", "supplied"}), 7
_OWNERS = frozenset({"from", "of", "by"})
#: Marks of who they are, and what stands between "by" and those.
_NATIONAL = frozenset({"adj", "land", "name", "person", "west"})
_SOME = frozenset({"all", "a", "many", "other", "several", "some", "the", "three", "two"})
#: Before a place, and tokens from there to whose soldiers are there.
_AT_PLACE, _PLACE_REACH = frozenset({"in", "inside", "to"}), 5
#: Nouns that say by whom they are held, and tokens from there to the soldiers.
_OF_SOMEBODY, _NOUN_REACH = frozenset({
    "approval", "backing", "endorsement", "opposition", "refusal", "rejection", "resistance", "support", "welcome",
}), 6  # fmt: skip
_LINKS = frozenset({"'s", ",", "-", "/", "and", "nor", "or", "the"})
_INSIDE = frozenset({"and", "or", ",", "/", "nor"})


#: What stands between the nations of a list, and what makes one of them.
_JOINED_BY = frozenset({"and", "nor", "or"})
_LISTING = _JOINED_BY | {",", "also", "but", "especially", "particularly"}


def find_soldiers(
    sentence: Sentence,
    marks: Iterable[Mark],
    deployment: Deployment,
    text: str,
    *,
    spoken_of: bool,
    is_near: bool,
    antecedents: frozenset[str],
) -> list[Mention]:
    """Mentions of soldiers; the article has `spoken_of` them before, or one of the last sentences has: `is_near`.

    `antecedents` tells whose soldiers these were.
    """

    def is_elsewhere(token: int) -> bool:
        return deployment.is_elsewhere(text, sentence.starts[token] - sentence.start)

    marks = [m for m in marks if m.kind in _KINDS]
    nouns = _longest([m for m in marks if m.kind in ("men", "force")])
    found = [
        mention for noun in nouns if (mention := _mention(sentence, noun, marks, deployment, text))
    ]
    found = [
        staying(marks, mention) or mention
        for mention in found
        if not _is_joined(mention, found) and not _accompanies(sentence.words, mention, found)
    ]
    if spoken_of:
        found += named_again(
            sentence,
            marks,
            found,
            is_near=is_near,
            is_elsewhere=is_elsewhere,
            antecedents=antecedents,
        )
    elif not found and any(m.kind == "there" for m in marks):
        found += people_sent(sentence, marks)
    return _merged([*found, *_of_americans(sentence.words, marks, found)])


def _of_americans(words: list[str], marks: list[Mark], found: list[Mention]) -> list[Mention]:
    """As in "European and American troops", "foreign, and especially American, troops": the Americans among those of the West."""
    made = []
    for mention in found:
        k = noun = mention.anchors[0][0] if mention.anchors else mention.i
        nations = {n: m for m in marks if m.kind in ("adj", "west") for n in range(m.i, m.j)}
        while k and (words[k - 1] in _LISTING or k - 1 in nations):
            k -= 1
        named = {nations[n].value for n in range(k, noun) if n in nations}
        if mention.doer == "west" and "us" in named and not _JOINED_BY.isdisjoint(words[k:noun]):
            made.append(replace(mention, doer="us"))
    return made


def _is_joined(mention: Mention, found: list[Mention]) -> bool:
    """As in "American soldiers will take part in the force": who joins has been named, and is not the speaker."""
    return (
        mention.how == "force"
        and mention.doer == "own"
        and any(m.how == "men" and 0 <= mention.i - m.j <= _JOINED for m in found)
    )


def _accompanies(words: list[str], mention: Mention, found: list[Mention]) -> bool:
    """As in "British troops could serve alongside soldiers of other nations": of those nothing is said."""
    noun = mention.anchors[0][0]
    lead = words[max(0, noun - _COMPANY_REACH) : noun]
    beside = "alongside" in lead or any(
        pair in (("along", "with"), ("together", "with"), ("side", "with"))
        for pair in pairwise(lead)
    )
    return beside and any(m.j <= mention.i and "," not in words[m.j : mention.i] for m in found)


def with_keywords(
    named: Iterable[Mention], soldiers: list[Mention], deployment: Deployment
) -> list[Mention]:
    """Soldiers with those that a user's keywords name beside them.

    Where a keyword meets soldiers of whom no nation is named, these are its claim's too; a nation is stronger.
    """
    doers = {
        claim: "west" if doer == "others" else doer for doer, claim in deployment.claims.items()
    }
    more = []
    for mention in named:
        doer = doers[mention.claim]
        over = [m for m in soldiers if m.i < mention.j and mention.i < m.j]
        if not over:
            more.append(replace(mention, claim=SOLDIERS, doer=doer))
        elif all(m.doer != doer for m in over):
            more += [replace(m, doer=doer) for m in over if m.doer == "bare"]
    return [*soldiers, *more]


def _longest(nouns: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(nouns, key=lambda m: (m.i, -m.j)):
        if not kept or mark.i >= kept[-1].j:
            kept.append(mark)
    return kept


def _mention(
    sentence: Sentence, noun: Mark, marks: list[Mark], deployment: Deployment, text: str
) -> Mention | None:
    if deployment.is_elsewhere(text, sentence.starts[noun.j - 1] - sentence.start):
        return None
    if is_no_army(sentence.words, noun, marks):
        return None
    doer = _doer(sentence, noun, marks)
    if doer is None:
        return None
    aloof = _kept_out_of(sentence, noun, marks)
    if aloof is not None:
        return aloof
    if doer == "bare" and is_withdrawn(sentence.words, noun):
        return None
    start, act = act_before(sentence, noun, marks)
    own_unit = act.removesuffix("ing") in SENDING and _is_own_unit(sentence, noun, marks)
    if doer == "west" and own_unit:
        doer = "bare"
    if doer == "bare":
        doer = sender_of(sentence.words, start, marks) or doer
    if (
        " ".join(sentence.words[noun.i : noun.j]) in ARMIES
        and not act
        and not _in_place(sentence, noun, deployment)
    ):
        return None
    joins, whose = act in (JOINING if noun.kind == "force" else _JOINING_MEN), ""
    if joins and act in SHARES_IN:
        whose = _whose_share(sentence, marks, start)
        if whose in PARTIES or whose == "us":
            return None  # America's part is help from behind
        doer = "west" if whose in COLLECTIVE else whose or doer
    if (joins or _is_role(sentence, noun)) and doer in ("west", "bare") and not whose:
        doer = "own"
    elif (
        noun.kind == "force"
        and doer == "bare"
        and not own_unit
        and sentence.words[noun.j - 1] not in UNITS
    ):
        doer = "west"
    form = next((m.value[1] for m in marks if m.kind == "act" and m.i == start), "")
    return Mention(
        claim=SOLDIERS,
        i=start,
        j=noun.j,
        polarity=-1 if sentence.words[noun.j : noun.j + 2] == _AT_HOME else 1,
        how=noun.kind,
        doer=doer,
        act=form,
        anchors=((noun.i, noun.j),),
    )


def _whose_share(sentence: Sentence, marks: list[Mark], share: int) -> str:
    """Whose a share in a force is: "Turkish participation", "the participation of Turkey"; empty where the words do not tell."""
    words, of = sentence.words, sentence.words[share + 1 : share + 2] in _OF
    for mark in marks:
        if mark.kind not in ("adj", "name", "land"):
            continue
        if mark.j <= share:
            between = words[mark.j : share]
            is_whose = len(between) <= _SHARE_REACH and STOP.isdisjoint(between)
        else:
            is_whose = of and share < mark.i - 1 <= share + _SHARE_REACH
        if is_whose:
            return str(mark.value)
    return ""


def _is_role(sentence: Sentence, noun: Mark) -> bool:
    """As in "a peacekeeping role": a part in the force."""
    return noun.kind == "force" and sentence.words[noun.j : noun.j + 1] in _ROLES


def _is_own_unit(sentence: Sentence, noun: Mark, marks: list[Mark]) -> bool:
    """As in "to send a peacekeeping contingent", "peacekeeping forces": soldiers of whoever sends them, by their task alone."""
    if noun.kind != "force" or sentence.words[noun.j - 1] not in UNITS | {"forces"}:
        return False
    if sentence.words[noun.i] not in ("peace", "peacekeeping"):
        return False
    owned = sentence.words[noun.j : noun.j + 1] in (["from"], ["of"])
    behind = range(noun.j, noun.j + (_JOINED if owned else 0))
    return not any(
        m.j == noun.i or m.i in behind for m in marks if m.kind in ("adj", "name", "west")
    )


def _kept_out_of(sentence: Sentence, noun: Mark, marks: list[Mark]) -> Mention | None:
    """As in "is staying out of any military mission": one's own soldiers, by what they do instead."""
    for mark in marks:
        if mark.kind != "aloof" or noun.kind != "force" or not 0 < noun.i - mark.j <= _OUT_OF:
            continue
        between = sentence.words[mark.j : noun.i]
        if (between[0] in ("of", "from") or mark.value[0].endswith("out")) and STOP.isdisjoint(
            between
        ):
            return Mention(
                SOLDIERS, mark.i, noun.j, -1, "again", "own", mark.value[1],
                ((mark.i, mark.j), (noun.i, noun.j)), matter=((mark.i, noun.j),),
            )  # fmt: skip
    return None


def _in_place(sentence: Sentence, noun: Mark, deployment: Deployment) -> bool:
    after = " ".join(sentence.words[noun.j : noun.j + 6])
    return any(place in after for place in deployment.there)


def _doer(sentence: Sentence, noun: Mark, marks: list[Mark]) -> str | None:
    """Whose soldiers: an actor's id, west, own or bare; `None` where they are of no interest."""
    lowest = max(0, noun.i - _BEFORE)
    begin = noun.i
    while begin > lowest and (
        sentence.words[begin - 1] not in STOP
        or (sentence.words[begin - 1] in _INSIDE and _is_owner(marks, begin - 2))
    ):
        begin -= 1
    owners = [
        m for m in marks if begin <= m.i and (m.j <= noun.i or (m.kind == "west" and m.j <= noun.j))
    ]
    if noun.kind == "force":
        owners = [m for m in owners if m.kind != "name" or _owns(sentence.words, m, noun)]
    owners = _linked(sentence.words, owners)
    after = _coming(sentence.words, _behind_place(sentence.words, noun))
    if after < len(sentence.words) and sentence.words[after] in _OWNERS:
        limit = min(len(sentence.words), after + _AFTER)
        behind = [m for m in marks if after < m.i < limit and not _stops(sentence, after + 1, m.i)]
        if sentence.words[after] != "by":
            owners += behind
        elif OWN.isdisjoint(sentence.words[begin : noun.i]):
            owners = _by_whom(sentence.words, after, behind) or owners
    owners = [
        m
        for m in owners
        if not _only_acts(sentence.words, marks, m, noun) and not _is_of_office(sentence.words, m)
    ]
    if any(m.kind == "not_ours" for m in owners if m.j <= noun.i) and not any(
        m.kind == "west" for m in owners
    ):
        return None
    nations = [
        m.value for m in owners if m.kind in ("adj", "name", "land") and m.value not in COLLECTIVE
    ]
    western = any(m.kind == "west" for m in owners) or any(
        m.kind in ("adj", "name") and m.value in COLLECTIVE for m in owners
    )
    if nations and not western and len(set(nations)) == 1:
        return None if nations[0] in PARTIES else str(nations[0])
    if nations and not western and not PARTIES & set(nations):
        return JOINT.join(dict.fromkeys(map(str, nations)))
    if western or nations:
        return "west"
    if sentence.words[after : after + 3] in (
        ["of", "its", "own"],
        ["of", "his", "own"],
        ["of", "her", "own"],
        ["of", "their", "own"],
        ["of", "our", "own"],
    ):
        return "own"
    words = sentence.words[begin : noun.i]
    if any(word in OWN for word in words) or sentence.words[noun.i] == "our":
        return "own"
    return "bare"


def _by_whom(words: list[str], by: int, behind: list[Mark]) -> list[Mark]:
    """Those whose soldiers are "by France", "by the two countries", where they stand right behind; not "by spring, allies said"."""
    k = by + 1
    while k < len(words) and words[k] in _SOME:
        k += 1
    if any(m.i <= k < m.j and m.kind in _NATIONAL for m in behind):
        return behind
    return [Mark(k, k + 1, "west", "")] if words[k : k + 1] != [] and words[k] in OTHERS else []


def _behind_place(words: list[str], noun: Mark) -> int:
    """The token of "by" in "a military presence in Ukraine by NATO countries", else the one behind the soldiers.

    A force is everybody's; in "the rejection of troops in Ukraine by Berlin" it is the rejection that is Berlin's.
    """
    k = noun.j
    if (noun.kind == "force" and words[k - 1] not in UNITS) or words[k : k + 1] == []:
        return k
    if words[k] not in _AT_PLACE:
        return k
    if not _OF_SOMEBODY.isdisjoint(words[max(0, noun.i - _NOUN_REACH) : noun.i]):
        return k
    near = words[k : k + _PLACE_REACH]
    by = near.index("by") if "by" in near else 0
    return k + by if by and STOP.isdisjoint(near[1:by]) else k


def _coming(words: list[str], k: int) -> int:
    """The token behind soldiers, or that of "from" in "the troops in Ukraine would come from European countries"."""
    near = words[k : k + _COMING_REACH]
    come = next((n for n, word in enumerate(near) if word in _COME), None)
    if come is None or near[come + 1 : come + 2] not in (["from"], ["by"]) or "not" in near[:come]:
        return k
    return k + come + 1


def _linked(words: list[str], owners: list[Mark]) -> list[Mark]:
    """The owners without a nation that only acts: "Poland rules out US troops"."""
    nations = [m for m in owners if m.kind in ("adj", "name")]
    if len({m.value for m in nations}) < 2:
        return owners
    near = nations[-1]
    kept = {near.i}
    for mark in reversed(nations[:-1]):
        if mark.j <= near.i and not all(w in _LINKS for w in words[mark.j : near.i]):
            break
        kept.add(mark.i)
        near = mark
    return [m for m in owners if m.kind not in ("adj", "name") or m.i in kept]


def _owns(words: list[str], name: Mark, noun: Mark) -> bool:
    """As in "Germany's peacekeeping force"; in "Germany rejects a peacekeeping force" the country only acts."""
    between = words[name.j : noun.i]
    return between[:1] == ["'s"] or all(word in _LINKS for word in between)


def _only_acts(words: list[str], marks: list[Mark], party: Mark, noun: Mark) -> bool:
    """As in "Putin ruled out peacekeepers", not "Kyiv should withdraw its troops": a party whose soldiers these are not."""
    if party.j > noun.i:
        return False
    is_party = party.kind == "not_ours" or party.value in PARTIES
    holds_office = is_party and any(
        m.kind in _OFFICES and party.j <= m.i and m.j <= noun.i for m in marks
    )  # "the Russian president ruled out peacekeepers"
    acts = holds_office or (words[party.i] in PARTY_NAMES and not _owns(words, party, noun))
    return acts and OWN.isdisjoint(words[party.j : noun.i])


def _is_of_office(words: list[str], mark: Mark) -> bool:
    """As in "the foreign minister rules out sending troops", "the coalition parties": a word of who speaks."""
    if mark.kind != "west":
        return False
    return words[mark.j : mark.j + 1] != [] and words[mark.j] in HOME_HEADS.get(words[mark.i], ())


def _is_owner(marks: list[Mark], token: int) -> bool:
    return any(m.kind in ("adj", "name", "west", "land") and m.i <= token < m.j for m in marks)


def _stops(sentence: Sentence, first: int, last: int) -> bool:
    return any(word in STOP and word not in _INSIDE for word in sentence.words[first:last])


def _merged(mentions: list[Mention]) -> list[Mention]:
    """One for each doer and place; the act of two goes with the nearer."""
    kept: list[Mention] = []
    for mention in mentions:
        if any(o.doer == mention.doer and o.i <= mention.i < o.j for o in kept):
            continue
        kept.append(mention)
    return kept
