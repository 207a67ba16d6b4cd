"""Words that a keyword is read without, and families too common to name a claim. Knows no claim."""

GLUE = frozenset({
    "'s", "a", "against", "an", "and", "as", "at", "be", "between", "by", "for", "from", "her",
    "his", "in", "into", "is", "its", "no", "not", "of", "on", "only", "or", "our", "out",
    "outside", "over", "own", "s", "that", "the", "their", "through", "to", "toward", "towards",
    "up", "with", "without",
})  # fmt: skip
VERB_LEADS = frozenset({
    "can", "can't", "cannot", "could", "didn't", "doesn't", "don't", "he", "may", "might",
    "must", "never", "not", "she", "should", "they", "to", "we", "who", "will", "won't", "would",
    "wouldn't",
})  # fmt: skip
#: Behind these a word is a verb, unless it is an adverb.
MODALS = frozenset({
    "can't", "cannot", "couldn't", "must", "mustn't", "not", "shall", "should", "shouldn't",
    "will", "won't", "would", "wouldn't",
})  # fmt: skip
TOO_COMMON = frozenset({
    "ALONE", "GIVE", "LIMIT", "PERMISSION", "SELL", "STRIKE", "TOGETHER", "TREATY", "deal",
    "new", "talk", "westem", "western",
})  # fmt: skip
