"""Plans and papers that speak for whose they are: "the American draft would …", "a plan drawn up by Washington says".

Knows what such a paper is called and how its author goes with it. Knows no actor.
"""

from watchers.reading.voices.voice_words import MODIFIERS

PLANS = frozenset({
    "blueprint", "communique", "counter-proposal", "counterproposal", "declaration", "document", "draft", "memorandum", "plan",
    "proposal", "text",
})  # fmt: skip
_OF_PLANS = MODIFIERS | {
    "-", "ceasefire", "draft", "final", "initial", "joint", "latest", "leaked", "original", "peace", "point", "proposed", "revised",
    "settlement", "truce",
}  # fmt: skip
#: How a paper comes from its author.
_OF, _LEADS = frozenset({"by", "from", "of"}), frozenset({"a", "an", "president", "the"})
_MADE = frozenset({
    "adopted", "agreed", "drafted", "drawn", "floated", "forward", "handed", "issued", "made", "out", "over", "presented",
    "prepared", "proposed", "published", "put", "signed", "submitted", "up", "written",
})  # fmt: skip
#: What a paper does.
_DOING = frozenset({
    "asks", "bars", "calls", "called", "contains", "demands", "demanded", "envisages", "envisaged", "envisions", "excludes",
    "excluded", "foresees", "foresaw", "gives", "insists", "leaves", "must", "obliges", "offers", "promises", "proposes",
    "proposed", "provides", "provided", "reads", "reaffirms", "requires", "required", "rules", "said", "says", "sets",
    "speaks", "states", "stipulates", "urges", "wants", "would",
})  # fmt: skip
#: Tokens of ", seen by an agency," behind a plan.
_ASIDE_MAX = 9


def plan_of(words: list[str], i: int, j: int) -> tuple[int, int] | None:
    """The tokens of a plan whose author stands at tokens `i` to `j`."""
    k = j + (words[j : j + 1] == ["'s"])
    while words[k : k + 1] and (words[k] in _OF_PLANS or words[k][0].isdigit()):
        k += 1
    if words[k : k + 1] and words[k] in PLANS:
        return i, k + 1
    if k > j and words[k - 1] == "draft":
        return i, k
    k = i - 1
    while k > 0 and words[k] in _LEADS:
        k -= 1
    if k < 1 or words[k] not in _OF:
        return None
    k -= 1
    while k > 0 and words[k] in _MADE:
        k -= 1
    return (k, j) if words[k] in PLANS else None


def plan_again(words: list[str], k: int) -> tuple[int, int] | None:
    """The tokens of "the 28-point draft", where a plan is named again at token `k`."""
    i = k
    while i and (words[i - 1] in _OF_PLANS or words[i - 1][0].isdigit()):
        i -= 1
    return (i, k + 1) if words[k] in PLANS and i and words[i - 1] in ("the", "this") else None


def tells(words: list[str], k: int) -> bool:
    """Whether a plan that ends before token `k` is the subject of what it says: "the draft, seen by us, says"."""
    if words[k : k + 1] == [","]:
        k = next(
            (n + 1 for n in range(k + 1, min(k + _ASIDE_MAX, len(words))) if words[n] == ","), k
        )
    k += words[k : k + 1] == ["also"]
    if words[k : k + 2] == ["would", "have"]:
        return False  # "would have Ukraine cede land"
    return words[k : k + 1] != [] and words[k] in _DOING
