"""Where a clause is complete: at a pause, at a time or a place, or before words for what the text is on anyway.

Knows small words and nouns for a matter that was told before. Knows no claim and no cue.
"""

from watchers.reading.thread.pointing import NOUNS, TALK

#: What may follow a clause that is complete.
_PAUSES = frozenset({
    "!", '"', "'", "(", ")", ",", ".", ":", ";", "?", "after", "afterwards", "again", "alike", "all", "alone", "already",
    "although", "altogether", "and", "anyway", "as", "at", "because", "before", "but", "during", "earlier", "either", "enough",
    "first", "flat", "for", "friday", "from", "here", "however", "if", "immediately", "instead", "last", "later", "monday",
    "nevertheless", "nor", "now", "once", "or", "outright", "point", "provided", "regardless", "said", "saturday", "says", "since",
    "so", "still", "straight", "sunday", "then", "there", "this", "though", "throughout", "thursday", "today", "tomorrow",
    "tonight", "too", "tuesday", "unless", "until", "wednesday", "whatever", "when", "whereas", "while", "without", "yesterday",
    "yet", "–",
})  # fmt: skip
#: Words that may go with a pause: "for now", "so far", "at once", "from the start".
_TAILS = {
    "for": (
        "days", "decades", "ever", "fear", "good", "her", "his", "its", "lack", "legal", "months", "now", "once", "reasons",
        "weeks", "years",
    ),
    "at": (
        "all", "every", "first", "home", "last", "least", "once", "present", "that", "this", "times",
    ),
    "as": (
        "always", "before", "did", "do", "does", "ever", "expected", "he", "if", "it", "long", "one", "she", "they", "though",
        "usual", "well", "yet",
    ),
    "so": (
        ",", ".", "as", "far", "long",
    ),
    "from": (
        "beginning", "day", "start", "the",
    ),
    "all": (
        "along", "the",
    ),
    "last": (
        "autumn", "friday", "monday", "month", "night", "saturday", "spring", "summer", "sunday", "thursday", "tuesday",
        "wednesday", "week", "winter", "year",
    ),
    "this": (
        "afternoon", "autumn", "evening", "month", "morning", "spring", "summer", "time", "week", "winter", "year",
    ),
    "first": (
        ",", ".", "time",
    ),
    "point": (
        "blank",
    ),
    "straight": (
        "away",
    ),
    "flat": (
        "out",
    ),
    "without": (
        "a", "ado", "conditions", "debate", "delay", "discussion", "enthusiasm", "exception", "further", "giving", "hesitation",
        "ifs", "much", "qualification", "reservation", "reservations", "saying",
    ),
}  # fmt: skip
#: The same of three words: "for the moment", "at the meeting".
_TAILS_OF_THREE = {
    ("for", "the"): (
        "first", "foreseeable", "moment", "present", "reason", "reasons", "same", "second", "simple", "third", "time",
    ),
    ("at", "the"): (
        "beginning", "council", "end", "last", "meeting", "moment", "outset", "present", "same", "start", "summit", "table",
        "talks", "time", "very", "vote", "weekend",
    ),
    ("from", "the"): (
        "beginning", "first", "off", "outset", "start", "very", "word",
    ),
    ("all", "the"): (
        "more", "same", "time", "way",
    ),
}  # fmt: skip
_PREPOSITIONS = frozenset({
    "about", "against", "at", "by", "concerning", "for", "from", "in", "of", "on", "over", "regarding", "to", "toward", "towards",
    "with",
})  # fmt: skip
_ARTICLES = frozenset({
    "a", "all", "an", "any", "both", "either", "her", "his", "its", "our", "such", "that", "the", "their", "these", "this",
    "those",
})  # fmt: skip
_DEFINITE = frozenset({"that", "the", "these", "this", "those"})
_PRONOUNS = frozenset({
    "either", "her", "him", "it", "so", "that", "them", "these", "this", "those", "us",
})  # fmt: skip
#: Nouns of a matter's parts: who holds something of them holds it of the matter.
_PARTS = frozenset({
    "accord", "affair", "aim", "ambition", "answer", "benefits", "compromise", "conditions", "consequences", "cost", "costs",
    "date", "dates", "deadline", "deadlines", "declaration", "detail", "details", "feasibility", "figure", "figures", "form",
    "goal", "hour", "idea", "legality", "line", "manner", "means", "merits", "moment", "month", "motion", "necessity", "need",
    "news", "number", "numbers", "objective", "outline", "paper", "point", "points", "position", "practicality", "price",
    "principle", "result", "risk", "risks", "speed", "stage", "statement", "sum", "sums", "target", "tempo", "terms", "thing",
    "time", "timetable", "timing", "use", "usefulness", "vote", "way", "wisdom", "wording", "year",
})  # fmt: skip
_WHOLES = NOUNS | TALK
GENERAL = _WHOLES | _PARTS
#: Words behind a preposition that make a place, a time or a manner of it.
_CIRCUMSTANCES = {
    "in": frozenset({
        "advance", "an", "april", "august", "autumn", "berlin", "brussels", "budapest", "december", "february", "full", "general",
        "january", "july", "june", "kyiv", "london", "luxembourg", "madrid", "march", "may", "moscow", "november", "october",
        "paris", "part", "parts", "practice", "principle", "private", "public", "reply", "response", "return", "rome", "september",
        "spirit", "spring", "strasbourg", "substance", "summer", "theory", "time", "turn", "warsaw", "washington", "winter",
        "writing",
    }),
    "on": frozenset({
        "all", "balance", "certain", "condition", "every", "friday", "monday", "one", "paper", "principle", "saturday", "social",
        "sunday", "telegram", "thursday", "tuesday", "wednesday", "x",
    }),
    "to": frozenset({
        "a", "the",
    }),
    "by": frozenset({
        "then",
    }),
}  # fmt: skip
#: As in "to a man", "to the end".
_LIMITS = frozenset({
    "day", "degree", "end", "extent", "interview", "last", "man", "moment", "person", "record", "same", "spot", "start",
})  # fmt: skip
#: Words by which a general noun is told from others of its kind: "the latest idea".
_QUALIFIERS = frozenset({
    "'s", "alleged", "ambitious", "basic", "british", "chancellor", "coalition", "commission", "common", "compromise",
    "controversial", "current", "czech", "danish", "dutch", "entire", "eu", "exact", "final", "french", "general", "government",
    "greek", "house", "irish", "joint", "latest", "mere", "minister", "nato", "new", "original", "own", "planned", "precise",
    "present", "president", "proposed", "same", "slovak", "so-called", "stated", "swiss", "u.s.", "us", "very", "white", "whole",
})  # fmt: skip
#: Endings of the adjectives of nations.
_NATIONAL = ("can", "ian", "ean", "man", "ish", "ese", "aeli")
#: Tokens of "the latest German" between a preposition and its noun.
_QUALIFIED_MAX = 3


def is_pause(words: list[str], k: int) -> bool:
    """Whether a clause may be complete before token `k`, whatever was said before."""
    if k >= len(words):
        return True
    word, after = words[k], words[k + 1 : k + 2]
    if word.endswith("ly") and len(word) > 4:
        return True
    if word in _CIRCUMSTANCES and after and after[0] in _CIRCUMSTANCES[word]:
        return word != "to" or (words[k + 2 : k + 3] != [] and words[k + 2] in _LIMITS)
    if word not in _PAUSES:
        return False
    if tuple(words[k : k + 2]) in _TAILS_OF_THREE:
        return words[k + 2 : k + 3] != [] and words[k + 2] in _TAILS_OF_THREE[word, after[0]]
    tails = _TAILS.get(word)
    return tails is None or not after or after[0] in tails


def is_general(words: list[str], k: int, *, of_parts: bool = True) -> bool:
    """Whether what follows names no other matter: "on it", "about the date", "of the American suggestion".

    `of_parts` tells whether a part of it counts: who doubts the date doubts it all, who will not say the date does not.
    """
    leads = (
        words[k : k + 1] != [] and words[k] in _DEFINITE
    )  # "neither condemn nor defend the plan"
    if k + 1 >= len(words) or not (leads or words[k] in _PREPOSITIONS):
        return False
    n = k + (not leads)
    if not leads and words[n] in _PRONOUNS and is_pause(words, n + 1):
        return True
    while n < len(words) and (words[n] in _ARTICLES or words[n] == "'s"):
        n += 1
    for m in range(n, min(n + _QUALIFIED_MAX + 1, len(words))):
        if words[m] in (GENERAL if of_parts else _WHOLES):
            return is_pause(words, m + 1)
        if not (words[m] in _QUALIFIERS or words[m].endswith(_NATIONAL)):
            break
    return False
