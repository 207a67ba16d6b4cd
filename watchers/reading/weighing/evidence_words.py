"""The word lists of `evidence.py`: what ends a clause, what a matter hangs on, which marks are told and which are masked."""

#: Words and marks behind which another clause begins.
BREAKS = frozenset({
    "!", ":", ";", "?", "after", "although", "because", "before", "but", "despite", "if",
    "since", "so", "though", "unless", "until", "when", "where", "whereas", "whether", "which",
    "while", "who", "–",
})  # fmt: skip
#: The same, with every comma and quotation mark.
CLAUSE_ENDS = frozenset({
    "!", '"', ",", ":", ";", "?", "after", "although", "because", "before", "but", "despite",
    "if", "since", "so", "though", "unless", "until", "when", "where", "whereas", "whether",
    "which", "while", "who", "–",
})  # fmt: skip
#: What a claim's words may hang on: "as part of any guarantee".
PREPOSITIONS = frozenset({
    "about", "after", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on",
    "over", "to", "under", "with", "within", "without",
})  # fmt: skip
#: Kinds of marks that a sentence is told to hold.
TOLD = frozenset({
    "anonymous", "aside", "ask", "cond", "even", "exclude", "leave", "part", "past", "still",
})  # fmt: skip
#: Kinds of marks whose words say what an article is on, not what is said of it.
MASKED = frozenset({
    "adj", "block", "body", "demonym", "elsewhere", "fam", "force", "land", "men", "name",
    "person", "there", "west",
})  # fmt: skip
