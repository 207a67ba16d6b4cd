"""Those who speak together, and papers that speak for them: "Tusk and Fiala said", "the declaration says".

Knows lists of voices and the names of papers. Knows no claim and no position.
"""

from dataclasses import replace
from itertools import pairwise

from watchers.model import Authority
from watchers.reading.text.document import Sentence
from watchers.reading.voices.papers import tells
from watchers.reading.voices.voice import Voice

#: What may stand between two who are named in one list.
_LINKS = frozenset({
    "&", ",", "also", "and", "as", "both", "by", "chancellor", "her", "his", "mr", "mrs", "ms",
    "premier", "president", "sir", "the", "their", "well",
})  # fmt: skip
_LINKS_MAX = 5
#: Papers that hold what those who put them out think.
PAPERS = frozenset({
    "appeal", "communique", "conclusions", "declaration", "document", "draft", "letter", "memo",
    "memorandum", "note", "paper", "readout", "statement", "text",
})  # fmt: skip
#: Those who put their names to a paper, when they come again.
SIGNERS = frozenset({
    "allies", "capitals", "eight", "five", "four", "governments", "heads", "leaders", "ministers",
    "nine", "participants", "partners", "presidents", "seven", "signatories", "six", "ten", "three",
})  # fmt: skip
#: How many they are.
COUNTED = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_SIGNING = frozenset(
    {
        "adopted",
        "behalf",
        "issued",
        "joint",
        "jointly",
        "name",
        "names",
        "published",
        "signatories",
        "signed",
    }
)
_OF = frozenset({"by", "from", "of"})
#: How it is told, before or after the paper's own words, who stands behind them.
_SIGNED_BY = frozenset({
    ("adopted", "by"), ("agreed", "by"), ("behalf", "of"), ("endorsed", "by"), ("issued", "by"), ("name", "of"), ("names", "of"),
    ("signatures", "of"), ("signed", "by"),
})  # fmt: skip
#: By what a paper has signatures: one may be left room for them.
_BEARING = frozenset(
    {"bear", "bearing", "bears", "bore", "carried", "carries", "carry", "carrying"}
)
#: What stands before a paper in its phrase, and verbs behind which it comes as who says something.
_OF_PAPER = frozenset({"a", "common", "final", "joint", "the"})
_TOLD_BY = frozenset({"read", "reads", "said", "says"})
_BEFORE_PAPER = _OF_PAPER | {"closing", "their", "this"}
#: Tokens between a paper and who put it out.
_NEAR = 3
#: Actors of a list that is remembered wherever it stands.
_MANY = 3


def runs(words: list[str], voices: list[Voice]) -> list[Voice]:
    """The lists of two and more in a sentence, each as one voice that speaks for all of its actors."""
    if len(voices) < 2 or ("and" not in words and "&" not in words):
        return []
    found: list[list[Voice]] = []
    for voice in voices:
        if (
            not voice.speaks
            or voice.role in ("owner", "place")
            or voice.word in ("he", "she", "it")
        ):
            continue
        last = found[-1][-1] if found else None
        between = words[last.j : voice.i] if last is not None else []
        if between[-1:] == ["'s"] and voice.kind == "person":
            between = between[:-2]  # "Germany's Friedrich Merz and Poland's Donald Tusk"
        if last is not None and voice.actors == last.actors and set(between) <= {",", "and"}:
            found[-1][-1] = voice  # "France, Emmanuel Macron", "Costa and von der Leyen"
            continue
        if (
            last is not None
            and not (
                between[:1] == [","]
                and _is_closed(words, found[-1])
                and {"and", "well"}.isdisjoint(between)
            )
            and 0 < len(between) <= _LINKS_MAX
            and all(w in _LINKS for w in between)
            and (set(between) & {"and", ",", "&", "well"})
            and set(voice.actors).isdisjoint(a for v in found[-1] for a in v.actors)
            and not _is_new_subject(words, last, voice, found[-1])
        ):
            found[-1].append(voice)
        else:
            found.append([voice])
    return [
        together(run)
        for run in found
        if len(run) > 1 and not {"and", "&"}.isdisjoint(words[run[0].j : run[-1].i])
    ]


def _is_new_subject(words: list[str], last: Voice, voice: Voice, members: list[Voice]) -> bool:
    """As in "to join NATO, Radoslaw Sikorski, …, said", "met France, and Britain said"."""
    between = words[last.j : voice.i]
    if last.role != "object" or len(members) > 1:
        return False
    named = (
        words[voice.j : voice.j + 1] == [","] and voice.kind == "person" and last.kind != "person"
    )
    return between == [",", "and"] or (between == [","] and named)


def _is_closed(words: list[str], members: list[Voice]) -> bool:
    """Whether a list has had its "and": of "between A and B, C said", C is none."""
    return len(members) > 1 and "and" in words[members[-2].j : members[-1].i]


def together(members: list[Voice]) -> Voice:
    """Several voices as one."""
    first, last = members[0], members[-1]
    label = ", ".join(v.label for v in members[:-1]) + f" and {last.label}"
    return replace(
        first,
        j=last.j,
        kind="official" if len(members) > 2 else last.kind,
        actors=tuple(dict.fromkeys(a for v in members for a in v.actors)),
        label=label,
        plural=True,
        authority=max(v.authority for v in members),
        members=tuple(members),
        word="",
        gender="",
    )


def several(sentence: Sentence, voices: list[Voice]) -> Voice | None:
    """The longest list of a sentence that may come again as "they" or "the ministers"; three and more, or who act."""
    lists = runs(sentence.words, voices)
    lists += [v for v in voices if len(v.actors) > 1 and not v.word and v.role in ("agent", "by")]
    lists = [v for v in lists if len(v.actors) >= _MANY or v.i <= 1]
    return max(lists, key=lambda v: len(v.actors), default=None)


def paper_of(sentence: Sentence, voices: list[Voice], known: Voice | None) -> Voice | None:
    """The paper that a sentence speaks of, with those who put it out; `None` where it does not tell."""
    words = sentence.words
    if PAPERS.isdisjoint(words):
        return None
    at = next((k for k, w in enumerate(words) if w in PAPERS and sentence.quote[k] < 0), None)
    if at is None:
        return None
    signed = not _SIGNING.isdisjoint(words)
    lists = several(sentence, voices) or (
        known if signed and not SIGNERS.isdisjoint(words) else None
    )
    if lists is not None and (signed or words[at + 1 : at + 2] in (["by"], ["from"], ["of"])):
        return _as_paper(lists, f"joint {words[at]}", at)
    for voice in voices:
        if not voice.speaks or voice.kind in ("pronoun", "document"):
            continue
        behind = 0 < voice.i - at <= _NEAR and words[at + 1] in _OF
        before = 0 < at - voice.j <= _NEAR and voice.role == "owner"
        if behind or before:
            return _as_paper(voice, words[at], at)
        if voice.role == "agent" and words[at - 1 : at] == ["joint"]:
            return _as_paper(voice, f"joint {words[at]}", at)
    return None


def telling_paper(sentence: Sentence, voices: list[Voice]) -> Voice | None:
    """As in "The statement, signed by A and B, says", '"…," says the text signed by A and B': the paper as who says it."""
    paper = paper_of(sentence, voices, None)
    if paper is None or len(paper.actors) < 2 or any(v.i <= paper.i < v.j for v in voices):
        return None
    words, i = sentence.words, paper.i
    while i and words[i - 1] in _OF_PAPER:
        i -= 1
    ends = [v.j for v in voices if v.i > paper.j and set(v.actors) <= set(paper.actors)]
    told = i > 0 and words[i - 1] in _TOLD_BY
    if not told and not (
        ends and words[ends[-1] : ends[-1] + 1] == [","] and tells(words, ends[-1] + 1)
    ):
        return None
    return replace(paper, i=i, role="agent")


def signers_of(sentence: Sentence, voices: list[Voice]) -> Voice | None:
    """Those of whom a sentence tells that they put their names to a paper: "was signed by A and B", "the signatories are A and B"."""
    begin = _begin_of_signers(sentence.words)
    if begin is None:
        return None
    lists = [*runs(sentence.words, voices), *(v for v in voices if len(v.actors) > 1)]
    return next((v for v in lists if 0 <= v.i - begin <= _NEAR), None)


def is_signing(words: list[str]) -> bool:
    """Whether a sentence may tell who put their names to a paper."""
    return _begin_of_signers(words) is not None


def _begin_of_signers(words: list[str]) -> int | None:
    if "signatories" in words:
        return words.index("signatories") + 1
    if _SIGNED_BY.isdisjoint(pairwise(words)):
        return None
    tells = not PAPERS.isdisjoint(words)
    return next(
        (
            k + 2
            for k, pair in enumerate(pairwise(words))
            if pair in _SIGNED_BY
            and (tells or pair[0] in ("name", "names", "signed"))
            and (pair[0] != "signatures" or not _BEARING.isdisjoint(words[:k]))
        ),
        None,
    )


def paper_at(sentence: Sentence) -> int | None:
    """The token of "the statement", "a joint statement" outside of quotations."""
    words = sentence.words
    return next(
        (
            k
            for k, word in enumerate(words)
            if word in PAPERS and sentence.quote[k] < 0 and k and words[k - 1] in _BEFORE_PAPER
        ),
        None,
    )


def as_joint_paper(voice: Voice, i: int, word: str) -> Voice:
    """Those who put out a paper, as the paper at token `i`."""
    return _as_paper(voice, f"joint {word}", i)


def _as_paper(voice: Voice, label: str, at: int) -> Voice:
    return replace(
        voice, i=at, j=at + 1, kind="document", label=label, word="paper", gender="", surname="",
        plural=len(voice.actors) > 1, authority=max(voice.authority, Authority.OFFICIAL), members=(),
    )  # fmt: skip
