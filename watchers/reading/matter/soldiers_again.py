"""How soldiers are named again once an article has named them: "the force", "a Swedish contribution", "we will be there".

Knows the words of `soldier_words.py` and the acts of `seeds/claims.toml`. Knows no claim and no speaker.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from watchers.reading.matter.mentions import Mention
from watchers.reading.matter.soldier_words import (
    ANYBODY,
    AT_HOME,
    BREAKS,
    COLLECTIVE,
    COUNTED,
    CREWS,
    ECHO_LEADS,
    ECHO_NOUNS,
    JOINING,
    JOINT,
    NOBODY,
    OWN_AGAIN,
    PARTIES,
    PERSONS,
    SENDING,
    SERVING,
    SOLDIERS,
    STANDS_ALONE,
    WITHOUT_OBJECT,
)
from watchers.reading.text.document import Sentence
from watchers.reading.words.vocabulary import Mark

#: Tokens between an act and its soldiers: "send up to 5,000 more British troops".
_REACH = 8
#: Tokens between people and what they do: "no Slovak will ever serve".
_SERVE_REACH = 4

#: Acts that are done "to" a force.
_GIVEN_TO = frozenset({"contribute", "contribution"})

#: Behind which a word in "-s" is a noun.
_OWNERS = frozenset({"'", "'s", "her", "his", "its", "our", "their"})
#: Acts of which "it" is sure to be a force.
_PLACED = frozenset({"deployed", "stationed"})

Elsewhere = Callable[[int], bool]


def named_again(
    sentence: Sentence,
    marks: list[Mark],
    found: list[Mention],
    *,
    is_near: bool,
    is_elsewhere: Elsewhere,
    antecedents: frozenset[str],
) -> list[Mention]:
    """Mentions beside those `found` by the soldiers' own names; some only where these are near.

    `antecedents` tells whose soldiers were named last.
    """
    more = list(_echoes(sentence, marks, is_elsewhere, antecedents)) if not found else []
    more = more or list(_people(sentence, marks))
    if is_near:
        more += _counted(sentence, marks)
        more += _placed(sentence.words, antecedents)
        if not any(m.kind == "men" for m in marks):
            more += _joining(sentence, marks, [*found, *more])
    return [m for m in more if not any(o.i < m.j and m.i < o.j for o in found)]


def staying(marks: list[Mark], mention: Mention) -> Mention | None:
    """As in "Slovak soldiers will stay at home": the same soldiers, by what they do instead."""
    for mark in marks:
        if (
            mark.kind == "aloof"
            and mark.value[0] in AT_HOME
            and mention.j <= mark.i <= mention.j + _SERVE_REACH
        ):
            return replace(
                mention, i=mark.i, j=mark.j, polarity=-1, how="again", act=mark.value[1],
                anchors=((mark.i, mark.j),),
            )  # fmt: skip
    return None


def act_before(sentence: Sentence, noun: Mark, marks: list[Mark]) -> tuple[int, str]:
    """Where the mention starts with the act before it ("sending British troops"), and which act."""
    best: Mark | None = None
    for mark in marks:
        if mark.kind == "act" and mark.value[0] in WITHOUT_OBJECT:
            continue
        if (
            mark.kind == "act"
            and mark.value[1] == "s"
            and mark.i
            and sentence.words[mark.i - 1] in _OWNERS
        ):
            continue  # "the countries' positions on a force"
        if mark.kind in ("act", "noun_act") and mark.j <= noun.i and noun.i - mark.j <= _REACH:
            between = sentence.words[mark.j : noun.i]
            if any(word in BREAKS for word in between) or (
                "to" in between and "up" not in between and _act_of(mark) not in _GIVEN_TO
            ):
                continue
            if best is None or mark.i >= best.j:
                best = mark
    if best is None:
        return noun.i, ""
    if best.kind == "noun_act":
        best = next((m for m in marks if _gives(m, best, sentence.words)), best)
    return best.i, _act_of(best)


def _act_of(mark: Mark) -> str:
    return str(mark.value[0] if mark.kind == "act" else mark.value)


def _gives(act: Mark, noun: Mark, words: list[str]) -> bool:
    """As in "send a small contribution of": the verb whose object the noun of an act is."""
    between = words[act.j : noun.i]
    return (
        act.kind == "act"
        and act.value[0] in SENDING
        and 0 < len(between) <= _SERVE_REACH
        and between[0] in ("a", "an", "any", "its", "no", "the")
        and all((w.isalpha() or w == '"') and w not in BREAKS for w in between)
    )


def _echoes(
    sentence: Sentence, marks: list[Mark], is_elsewhere: Elsewhere, antecedents: frozenset[str]
) -> Iterable[Mention]:
    """As in "The force", "such a deployment", "a Swedish contribution"."""
    for i, word in enumerate(sentence.words):
        if word not in ECHO_NOUNS or i == 0:
            continue
        before = sentence.words[max(0, i - 2) : i]
        only = ""
        nations = [
            m.value for m in marks if m.kind in ("adj", "name") and i - 2 <= m.j - 1 < i and m.i < i
        ]
        if nations and nations[0] not in COLLECTIVE | PARTIES:
            doer = str(nations[0])
            if doer == "us" and word in OWN_AGAIN:
                continue  # America's part is help from behind
        elif _points_back(sentence.words, i) and (same := _same_as(antecedents, word)):
            doer, only = same
        elif word in OWN_AGAIN and "such" not in before:
            of = _of_whom(sentence, marks, i)
            if of in PARTIES | COLLECTIVE | {"us"}:
                continue
            doer = of or "own"
        elif before and (before[-1] in ECHO_LEADS or before[0] in ECHO_LEADS):
            doer = "west"
        else:
            continue
        mark = Mark(i, i + 1, "force", word)
        if not is_elsewhere(i):
            start, act = act_before(sentence, mark, marks)
            form = next((m.value[1] for m in marks if m.kind == "act" and m.i == start), "")
            if act in JOINING:
                doer, only = "own", ""
            yield Mention(SOLDIERS, start, i + 1, 1, "again", doer, form, ((i, i + 1),), only=only)


def _placed(words: list[str], antecedents: frozenset[str]) -> Iterable[Mention]:
    """As in "It would be stationed far from the front", behind a force of several."""
    i = int(words[0] == '"')
    head = words[i : i + 2]
    if antecedents != {"west"} or head not in (["it", "will"], ["it", "would"], ["they", "would"]):
        return
    reach = words[i + 2 : i + 6]
    if "be" in reach and not _PLACED.isdisjoint(reach):
        yield Mention(SOLDIERS, i, i + 1, 1, "again", "west", "", ((i, i + 1),))


def _points_back(words: list[str], i: int) -> bool:
    """As in "such a deployment", "no such mission", "a mission of this kind"."""
    return "such" in words[max(0, i - 2) : i] or words[i + 1 : i + 4] in (
        ["of", "this", "kind"], ["of", "that", "kind"], ["of", "this", "sort"], ["of", "that", "sort"],
    )  # fmt: skip


def _same_as(antecedents: frozenset[str], noun: str) -> tuple[str, str] | None:
    """Whose soldiers "such" ones are, and who alone can speak of them as its own; `None` for the force.

    After "German soldiers" Berlin's word on such a mission is on its own; whether another's is on Germans, nobody tells.
    """
    named = antecedents - {"own", "bare", "west"}
    if not antecedents or any(JOINT in doer for doer in named) or len(named) > 1:
        return None
    if "west" in antecedents and noun not in OWN_AGAIN:
        return None
    if named:
        doer = next(iter(named))
        return doer, doer
    return None if antecedents == {"west"} else ("own", "")


def _of_whom(sentence: Sentence, marks: list[Mark], noun: int) -> str:
    """Whose a noun is: "the participation of the United States"; empty where the words do not tell."""
    if sentence.words[noun + 1 : noun + 2] != ["of"]:
        return ""
    near = [m for m in marks if m.kind in ("adj", "name") and noun + 1 < m.i <= noun + _SERVE_REACH]
    return str(near[0].value) if near else ""


def people_sent(sentence: Sentence, marks: list[Mark]) -> list[Mention]:
    """As in "sending Swedes to Ukraine", "will send nobody there": soldiers, though no text has spoken of any."""
    return [
        m for m in _people(sentence, marks) if m.doer != "own" or sentence.words[m.j - 1] in PERSONS
    ]


def _people(sentence: Sentence, marks: list[Mark]) -> Iterable[Mention]:
    """As in "Send nobody", "sending Norwegians"."""
    for mark in marks:
        if mark.kind != "act" or mark.value[0] not in SENDING:
            continue
        for k in range(mark.j, min(mark.j + 3, len(sentence.words))):
            nation = _nation_at(sentence, marks, k)
            elsewhere = sentence.words[k + 1 : k + 2] == ["to"] and not any(
                m.kind == "there" for m in marks
            )
            if (sentence.words[k] in ANYBODY or nation is not None) and not elsewhere:
                doer = "own" if nation is None else "west" if nation in COLLECTIVE else nation
                if doer not in PARTIES:
                    yield Mention(
                        SOLDIERS, mark.i, k + 1, 1, "again", doer, mark.value[1], ((k, k + 1),)
                    )
                return


def _nation_at(sentence: Sentence, marks: list[Mark], token: int) -> str | None:
    """Whose people are named at a token: "Norwegians", "the Dutch"."""
    for mark in marks:
        if mark.kind == "demonym" and mark.i == token:
            last = sentence.words[mark.j - 1]
            return str(mark.value) if last.endswith(("s", "sh", "ch", "men")) else None
    return None


def _counted(sentence: Sentence, marks: list[Mark]) -> Iterable[Mention]:
    """As in "a company of Estonians", "not one American", "nobody goes": people where soldiers are meant."""
    words = sentence.words
    acts = [m for m in marks if m.kind == "act" and m.value[0] in SERVING]
    for mark in marks:
        if mark.kind != "demonym" or mark.value in COLLECTIVE | PARTIES:
            continue
        before = words[max(0, mark.i - 2) : mark.i]
        is_crew = before[-1:] == ["of"] and before[0] in CREWS
        is_counted = before[-1:] and (before[-1] in COUNTED or before[-1][0].isdigit())
        if is_crew or is_counted:
            start = mark.i - 2 if is_crew else mark.i
            yield Mention(
                SOLDIERS, start, mark.j, 1, "again", str(mark.value), "", ((mark.i, mark.j),)
            )
    for k, word in enumerate(words):
        if word in NOBODY and any(k < a.i <= k + _SERVE_REACH for a in acts):
            yield Mention(SOLDIERS, k, k + 1, 1, "again", "own", "", ((k, k + 1),))


def _joining(sentence: Sentence, marks: list[Mark], found: list[Mention]) -> Iterable[Mention]:
    """As in "Norway will take part", "we shall be there", "Spain stays out": with no word for the soldiers."""
    for mark in marks:
        if mark.kind not in ("joining", "aloof") or not _stands_alone(sentence, mark):
            continue
        if any(m.i <= mark.i < m.j + 2 or mark.i <= m.i < mark.j + 2 for m in found):
            continue
        if "where" in sentence.words[max(0, mark.i - _SERVE_REACH) : mark.i]:
            continue  # "a meeting, where he will join"
        polarity = 1 if mark.kind == "joining" else -1
        yield Mention(
            SOLDIERS, mark.i, mark.j, polarity, "again", "own", mark.value[1], ((mark.i, mark.j),)
        )
        return


def _stands_alone(sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb is followed by no object of its own: "join", never "join the talks"."""
    after = sentence.words[mark.j] if mark.j < len(sentence.words) else "."
    return not after[:1].isalnum() or after in STANDS_ALONE
