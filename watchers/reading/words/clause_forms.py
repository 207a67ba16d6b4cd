"""The forms of a whole clause: "nothing is decided", "nothing's decided", "nothing was decided", "nothing has yet been …".

Knows short forms, back-shift and adverbs. Knows no meaning.
"""

#: A finite verb -> what it is in indirect speech.
_SHIFTED = {
    "is": ("was",), "are": ("were",), "has": ("had",), "have": ("had",), "does": ("did",), "do": ("did",), "will": ("would",),
    "shall": ("would",), "can": ("could",), "cannot": ("could not", "can not"), "exists": ("existed",), "exist": ("existed",),
    "depends": ("depended",), "remains": ("remained",), "remain": ("remained",), "goes": ("went",), "leads": ("led",),
    "solves": ("solved",), "achieves": ("achieved",), "changes": ("changed",), "helps": ("helped",), "continues": ("continued",),
    "continue": ("continued",), "differ": ("differed",), "diverge": ("diverged",), "lies": ("lay",), "means": ("meant",),
    "must": ("had to",), "stands": ("stood",), "needs": ("needed",),
}  # fmt: skip
#: Words that are a clause's verb: what has one of them is a clause, the rest are answers.
FINITE = frozenset(_SHIFTED) | frozenset({
    "agree", "agreed", "ask", "asked", "back", "believe", "believed", "could", "count", "did", "disagree", "don't", "exclude", "had",
    "i'll", "i'm", "insist", "isn't", "knows", "let", "let's", "like", "love", "may", "might", "needs", "ought", "reject", "rule",
    "said", "say", "see", "should", "support", "voted", "vote", "wants", "want", "was", "we'll", "we're", "welcome", "won't", "would",
    "demand", "need", "wouldn't", "can't", "haven't",
})  # fmt: skip
_SHORT = (
    ("it is ", "it's "), ("that is ", "that's "), ("there is ", "there's "), ("we are ", "we're "), ("i am ", "i'm "),
    ("we will ", "we'll "), ("i will ", "i'll "), ("do not ", "don't "), ("does not ", "doesn't "), ("is not ", "isn't "),
    ("are not ", "aren't "), ("will not ", "won't "), ("cannot ", "can't "), ("has not ", "hasn't "), ("have not ", "haven't "),
    ("would not ", "wouldn't "), ("it will ", "it'll "), ("you will ", "you'll "), ("we have ", "we've "), ("i would ", "i'd "),
)  # fmt: skip
#: Verbs behind which an adverb may stand, and such adverbs.
_OPEN = frozenset({"are", "had", "has", "have", "is", "was", "were"})
_ADVERBS = ("yet", "still", "so far", "as yet", "simply", "currently", "at present", "really", "now", "also", "absolutely", "just")  # fmt: skip


def clause_forms(clause: str) -> list[str]:
    """A clause as it is, shortened, in indirect speech, and each with an adverb behind its verb."""
    made = dict.fromkeys([clause])
    words = clause.split()
    at = next((k for k, word in enumerate(words) if word in _SHIFTED), -1)
    if at >= 0:
        for shifted in _SHIFTED[words[at]]:
            made[" ".join([*words[:at], shifted, *words[at + 1 :]])] = None
    for form in list(made):
        padded = form + " "
        for long, short in _SHORT:
            if f" {long}" in f" {padded}":
                made[f" {padded}".replace(f" {long}", f" {short}").strip()] = None
    for form in list(made):
        words = form.split()
        at = next((k for k, word in enumerate(words[:-1]) if word in _OPEN), -1)
        if at >= 0:
            at += words[at + 1] == "not"
            for adverb in _ADVERBS:
                made[" ".join([*words[: at + 1], adverb, *words[at + 1 :]])] = None
    return list(made)
