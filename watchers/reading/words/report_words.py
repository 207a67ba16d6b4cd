"""Words around reported speech: light verbs, adverbials, openers. Knows no speaker."""

AUXILIARIES = frozenset({
    "again", "already", "also", "been", "being", "did", "had", "has", "have", "is", "later",
    "repeatedly", "then", "was", "will", "would",
})  # fmt: skip
SPEECH_LIGHT = frozenset({
    "agree", "brand", "call", "characterise", "deny", "describe", "dub", "expect", "fear",
    "find", "hold", "hope", "label", "mean", "offer", "post", "reassure", "report", "see ~", "term",
})  # fmt: skip
ACTING = frozenset({
    "are", "can", "cannot", "could", "did", "does", "had", "has", "have", "is", "may", "might",
    "must", "needs", "should", "wants", "was", "were", "will", "would",
})  # fmt: skip
LIGHT = frozenset({
    "a", "an", "another", "british", "former", "french", "german", "joint", "mr", "mrs", "ms", "one",
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
    "according", "addressing", "after", "ahead", "alongside", "although", "amid", "and", "answering", "as", "asked", "at",
    "because", "before", "besides", "but", "by", "citing", "commenting", "contrary", "days", "despite", "during", "earlier", "even",
    "faced", "flanked", "following", "for", "from", "given", "hours", "however", "if", "in", "joined", "last", "later",
    "like", "meanwhile", "minutes", "months", "moreover", "nevertheless", "nonetheless", "of", "on", "once", "outside",
    "pressed", "regardless", "replying", "separately", "shortly", "similarly", "since", "speaking", "standing", "still",
    "then", "though", "together", "turning", "under", "unless", "unlike", "until", "weeks", "whatever", "when", "while",
    "with", "without", "writing", "years", "yet",
})  # fmt: skip
#: What opens a clause that parts a subject from its verb.
ASIDE_OPENERS = frozenset({
    "addressing", "answering", "asked", "clad", "dressed", "faced", "facing", "flanked", "for",
    "fresh", "himself", "herself", "itself", "leaving", "on", "once", "pressed", "questioned",
    "replying", "responding", "speaking", "standing", "visiting", "when", "while", "who", "whose",
    "which", "writing",
})  # fmt: skip
#: What follows a comma where the words reported go on behind the report.
RESUMING = frozenset({
    "and", "because", "but", "if", "nor", "or", "provided", "since", "so", "though", "unless",
    "without", "yet",
})  # fmt: skip
#: What follows the comma where the narrator speaks again: "…, he said, hours after the Kremlin …".
NARRATING = frozenset({
    "a", "adding", "after", "ahead", "amid", "an", "as", "before", "calling", "citing", "days",
    "describing", "during", "echoing", "flanked", "following", "hours", "in", "just", "minutes",
    "months", "on", "quoting", "referring", "repeating", "speaking", "standing", "urging", "weeks",
    "when", "whereas", "while", "who", "with", "years",
})  # fmt: skip
#: Nouns in which somebody sees something: "in the minister's view".
VIEWS = frozenset({
    "account", "assessment", "book", "estimate", "estimation", "eyes", "judgement", "judgment",
    "mind", "mouth", "opinion", "phrase", "reading", "telling", "thinking", "understanding",
    "verdict", "version", "view", "words",
})  # fmt: skip
#: Nouns for what somebody holds: "Warsaw's position is …".
LINES = frozenset({
    "advice", "answer", "argument", "assessment", "assurance", "attitude", "belief", "condition", "conditions",
    "conviction", "creed", "demand", "demands", "formula", "goal", "line", "mantra", "message", "opinion",
    "point", "policy", "position", "principle", "reply", "request", "response", "stance",
    "standpoint", "terms", "verdict", "view", "warning", "wish", "word",
})  # fmt: skip
#: Forms of the commonest report verbs, by which "…, he said" is known before the cues are read.
SAYING = frozenset({
    "added", "adds", "admitted", "affirmed", "announced", "argued", "argues", "asked", "asserted",
    "claimed", "claims", "concluded", "confirmed", "continued", "declared", "emphasised",
    "emphasized", "explained", "explains", "goes", "had", "has", "insisted", "insists", "maintained",
    "maintains", "noted", "notes", "observed", "promised", "recalled", "reiterated", "remarked",
    "repeated", "replied", "replies", "reported", "said", "says", "stated", "states", "stressed",
    "stresses", "told", "underlined", "warned", "warns", "went", "writes", "wrote",
})  # fmt: skip
#: Nouns and adjectives behind which "that" opens what somebody says: "gave assurances that", "was adamant that".
SAYING_NOUNS = frozenset({
    "announcement", "argument", "assertion", "assessment", "assurance", "assurances", "belief", "claim", "claims",
    "complaint", "conclusion", "confidence", "confirmation", "contention", "conviction", "declaration", "demand",
    "expectation", "fear", "fears", "hope", "hopes", "insistence", "judgement", "judgment", "message", "notice", "opinion",
    "pledge", "position", "prediction", "promise", "promises", "reminder", "reply", "signal", "stance", "statement",
    "suspicion", "view", "vow", "warning", "warnings", "word",
})  # fmt: skip
#: Verbs by which such a noun is said: "gave assurances that", where "rejects the claim that" says another's.
GIVING = frozenset({
    "delivered", "delivers", "express", "expressed", "expresses", "expressing", "gave", "give", "given", "gives", "giving",
    "had", "has", "have", "held", "holds", "issued", "issues", "made", "make", "makes", "offered", "reaffirmed", "reiterated",
    "renewed", "repeated", "repeating", "repeats", "sent", "take", "takes", "taken", "took", "voiced", "voices", "with",
})  # fmt: skip
SAYING_ADJECTIVES = frozenset({
    "adamant", "blunt", "categorical", "certain", "clear", "confident", "convinced", "emphatic", "explicit", "firm",
    "hopeful", "insistent", "persuaded", "positive", "sure", "unequivocal",
})  # fmt: skip
#: What opens a clause that leans on another: who acts in it, or tells in it, does not so in the main one.
SUBORDINATING = frozenset({
    "after", "although", "because", "before", "since", "though", "until", "when", "whereas", "while",
})  # fmt: skip
#: Feelings behind which "that" opens what somebody else does: "is glad that", "was sorry that", "regretted that".
GLAD = frozenset({
    "delighted", "encouraged", "glad", "grateful", "happy", "pleased", "proud", "relieved", "thankful",
})  # fmt: skip
SORRY = frozenset({
    "afraid", "alarmed", "angry", "astonished", "concerned", "disappointed", "dismayed", "irritated", "puzzled",
    "shocked", "sorry", "surprised", "unhappy", "upset", "worried",
})  # fmt: skip
REGRETTING = frozenset({"deplored", "deplores", "lamented", "laments", "regretted", "regrets"})
