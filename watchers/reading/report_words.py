"""Words around reported speech: light verbs, adverbials, openers. Knows no speaker."""

AUXILIARIES = frozenset({
    "again", "already", "also", "been", "being", "did", "had", "has", "have", "is", "later",
    "repeatedly", "then", "was", "will", "would",
})  # fmt: skip
SPEECH_LIGHT = frozenset({
    "agree", "brand", "call", "characterise", "deny", "describe", "dub", "expect", "fear",
    "find", "hold", "hope", "label", "mean", "offer", "post", "report", "see ~", "term",
})  # fmt: skip
ACTING = frozenset({
    "are", "can", "cannot", "could", "did", "does", "had", "has", "have", "is", "may", "might",
    "must", "needs", "should", "wants", "was", "were", "will", "would",
})  # fmt: skip
LIGHT = frozenset({
    "a", "an", "another", "british", "former", "french", "german", "mr", "mrs", "ms", "one",
    "senior", "sir", "the",
})  # fmt: skip
ADVERBIALS = frozenset({
    "according", "adding", "after", "again", "ahead", "amid", "as", "at", "before", "bluntly",
    "by", "citing", "despite", "during", "earlier", "early", "following", "for", "friday",
    "from", "in", "last", "late", "later", "monday", "of", "on", "over", "referring", "saturday",
    "speaking", "standing", "sunday", "this", "through", "thursday", "to", "today", "tuesday",
    "under", "via", "wednesday", "when", "while", "with", "without", "yesterday",
})  # fmt: skip
INTRODUCERS = frozenset({
    "according", "addressing", "after", "ahead", "and", "answering", "as", "asked", "at",
    "before", "but", "by", "commenting", "days", "despite", "during", "earlier", "following",
    "for", "from", "hours", "however", "if", "in", "last", "meanwhile", "of", "on", "outside",
    "pressed", "replying", "since", "speaking", "turning", "under", "until", "when", "while",
    "with", "writing",
})  # fmt: skip
