"""What is said of a thing about a matter, and not of the matter: "the timing of X", "a delay of X", "a vote on X".

Knows nouns of what a matter has, and of what may be done to it. Knows no cue and no speaker.
"""

from watchers.reading.matter.mentions import Mention
from watchers.reading.words.clause_words import ARTICLES

#: What a matter has, what is written of it, what is done to it.
_ASPECTS = frozenset({
    "abandonment", "absence", "account", "accounts", "alteration", "amendment", "amendments", "anniversary", "article", "articles",
    "ballot", "book", "cancellation", "change", "changes", "composition", "constitutionality", "cost", "costs", "coverage",
    "criticism", "definition", "delay", "delays", "dilution", "draft", "drafts", "exclusion", "extent", "failure", "handling", "history",
    "interpretation", "lack", "legality", "modalities", "modification", "modifications", "name", "nature", "origins", "pace", "phrasing", "poll",
    "portrayal", "postponement", "price", "referendum", "report", "reports", "resolution", "resolutions", "revision", "revisions", "scale", "schedule", "scope", "size",
    "speech", "speed", "story", "study", "survey", "suspension", "terminology", "timetable", "timing", "version", "versions",
    "vote", "votes", "weakening", "wording",
})  # fmt: skip
#: Nouns of talk, which is useful or difficult whatever its matter is.
_TALK = frozenset({
    "consultation", "consultations", "conversation", "conversations", "debate", "debates", "dialogue", "discussion", "discussions",
    "exchange", "meeting", "meetings", "negotiation", "negotiations", "talks",
})  # fmt: skip
#: What stands beside a matter and has a fate of its own: "the obstacles to X must be removed", "a decision on X must be taken".
_BESIDE = frozenset({
    "alternative", "alternatives", "answer", "answers", "barrier", "barriers", "chapter", "conditions", "consequences", "criteria", "date",
    "deadline", "decision", "decisions", "difference", "differences", "disagreement", "disagreements", "dispute", "disputes", "format",
    "formula", "hurdle", "hurdles", "implications", "list", "obstacle", "obstacles", "procedure", "quarrel", "repercussions", "row",
    "rules", "solution", "solutions", "threat", "threats", "wrangling",
})  # fmt: skip
#: What joins a matter to another.
_JOINING = frozenset({
    "comparison", "comparisons", "connection", "distinction", "link", "linkage", "links", "parallel", "parallels", "trade-off",
})  # fmt: skip
#: What stands before that for which something else is taken: "rejects X as an alternative to Y", "must not be traded for Y".
_INSTEAD = (
    ["as", "alternative", "to"],
    ["as", "compensation", "for"],
    ["as", "replacement", "for"],
    ["as", "substitute", "for"],
)
_GIVEN_FOR = (["bartered", "for"], ["exchanged", "for"], ["swapped", "for"], ["traded", "for"])
#: Those of them that are the matter itself where they are "of" it: "the solution of ceding land".
_BEING = frozenset({"alternative", "answer", "formula", "solution"})
_OF = frozenset({"about", "for", "in", "of", "on", "over", "regarding", "to"})
#: What may stand between such a noun and its matter: "the timing of the plan for a European force".
_BETWEEN = frozenset({
    "a", "an", "any", "creation", "deployment", "for", "idea", "issue", "of", "on", "plan", "plans", "proposal", "proposals", "question", "such",
    "the", "this", "to",
})  # fmt: skip
#: Verbs behind "criticism", "report" that make a sentence of it, and what a noun cannot stand behind.
_VERB_LEADS = frozenset(
    {"and", "can", "could", "may", "might", "must", "not", "should", "to", "we", "will", "would"}
)
#: Tokens from such a noun to its matter.
_REACH = 7
#: Tokens from "a link between X and" to Y.
_PAIR_REACH = 11
#: The same of "obstacles to".
_TO_REACH = 4


def aspect_before(words: list[str], mention: Mention) -> int | None:
    """The token of the noun of which a matter is only the "of" part."""
    return _noun_before(words, mention, _ASPECTS)


def is_talk(words: list[str], mention: Mention) -> bool:
    """As in "the debate on X has been useful": what is said of talk."""
    return _noun_before(words, mention, _TALK) is not None


def is_of_another_thing(words: list[str], mention: Mention) -> bool:
    """As in "the obstacles to X must be removed": what is said of a thing that stands beside the matter."""
    k = _noun_before(words, mention, _BESIDE)
    is_it = k is not None and words[k] in _BEING and words[k + 1] == "of"
    return k is not None and not is_it


def is_compared(words: list[str], mention: Mention) -> bool:
    """As in "rejects a link between X and Y", "rejects Y as a substitute for X": what is said of how two matters go together."""
    begin = min([mention.i, *(a for a, _ in mention.anchors)])
    lead = words[max(0, begin - _PAIR_REACH) : begin]
    near = [word for word in lead if word not in ARTICLES]
    while near[-2:-1] != [] and near[-1] == "'s":
        near = near[:-2]  # "an alternative to Ukraine's membership"
    if near[-3:] in _INSTEAD or near[-2:] in _GIVEN_FOR:
        return True
    between = max((k for k, word in enumerate(lead) if word == "between"), default=0)
    return between > 0 and lead[between - 1] in _JOINING


def _noun_before(words: list[str], mention: Mention, nouns: frozenset[str]) -> int | None:
    begin = min([mention.i, *(a for a, _ in mention.anchors)])
    if words[begin] in ARTICLES and words[begin - 1] not in _OF:
        return None
    for k in range(begin - 2, max(-1, begin - 2 - _REACH), -1):
        if words[k] in nouns and words[k + 1] in _OF:
            if words[k + 1] == "to" and begin - k > _TO_REACH and words[k + 2] not in ARTICLES:
                return None  # "wants the wording to follow X"
            paired = (
                words[k - 1] == "and" and k > 1 and words[k - 2] in nouns
            )  # "the nature and extent of"
            return None if k and words[k - 1] in _VERB_LEADS and not paired else k
        word, before = words[k + 1], words[k]
        if word in ARTICLES and before not in _OF:
            return None  # "In the absence of progress a meeting makes no sense"
        if word not in _BETWEEN and not (k + 1 > begin - 4 and (word.isalpha() or word == "'s")):
            return None
    return None
