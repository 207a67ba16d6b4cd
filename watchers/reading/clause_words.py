"""Words that build English clauses: boundaries, auxiliaries, words between. Knows no position and no claim."""

SOFT = frozenset({
    "after", "although", "as", "because", "before", "but", "despite", "even", "if", "once",
    "since", "so", "than", "though", "unless", "until", "when", "where", "whereas", "whether",
    "which", "while", "who", "whom", "whose",
})  # fmt: skip
BE = frozenset({
    "'re", "'s", "am", "appear", "appears", "are", "aren't", "be", "became", "become", "becomes",
    "been", "being", "considered", "deemed", "get", "gets", "got", "is", "isn't", "look",
    "looked", "looks", "regarded", "remain", "remained", "remains", "seem", "seemed", "seems",
    "seen", "stay", "stayed", "stays", "treated", "was", "wasn't", "were", "weren't",
})  # fmt: skip
LIGHT_VERBS = frozenset({
    "again", "also", "are", "be", "become", "been", "contribute", "deliver", "enjoy", "even",
    "ever", "fully", "get", "give", "had", "has", "have", "help", "include", "is", "just",
    "mean", "necessarily", "never", "not", "now", "obtain", "offer", "only", "provide", "put",
    "receive", "remain", "see", "simply", "soon", "still", "supply", "then", "was", "were",
})  # fmt: skip
OBJECTS = frozenset({
    "him", "idea", "it", "notion", "plan", "proposal", "that", "them", "this", "us",
})  # fmt: skip
STATES = frozenset({
    ",", "and", "but", "came", "come", "feels", "felt", "fully", "herself", "himself", "itself",
    "less", "more", "sounded", "sounds", "stands", "still", "stood", "themselves", "very",
    "voted",
})  # fmt: skip
GROUP_ENDS = frozenset({
    "\"", ",", "and", "as", "but", "if", "said", "says", "that", "when", "which", "who",
})  # fmt: skip
RUMOURS = frozenset({
    "allegations", "reports", "rumors", "rumours", "speculation", "suggestions",
})  # fmt: skip
STRETCH_ENDS = frozenset({
    "!", ":", ";", "?", "after", "although", "because", "before", "but", "if", "though",
    "unless", "whereas", "while", "–",
})  # fmt: skip
VERB_LEADS = frozenset({
    ",", "also", "and", "can", "cannot", "could", "did", "do", "does", "even", "he", "i", "it",
    "may", "might", "must", "never", "nor", "not", "now", "or", "shall", "she", "should",
    "still", "that", "then", "they", "to", "we", "which", "who", "will", "would", "you",
})  # fmt: skip
#: Verbs whose plain form or third person is a noun as well.
NOUN_LIKE = frozenset({
    "accord", "aid", "aim", "appeal", "approach", "ask", "attack", "back", "ban", "bar", "bin",
    "bless", "block", "call", "cancel", "cause", "challenge", "champion", "claim", "condition",
    "deal", "debate", "delay", "demand", "desire", "doubt", "drive", "drop", "duck", "favor",
    "favour", "fear", "fight", "focus", "freeze", "fund", "guarantee", "hail", "halt", "head",
    "hold", "hope", "host", "kill", "launch", "lead", "look", "mock", "need", "note", "object",
    "offer", "order", "pitch", "plan", "pledge", "praise", "press", "promise", "protest", "push",
    "query", "question", "regret", "release", "report", "request", "resist", "review", "rule",
    "seal", "second", "set", "sign", "spike", "sponsor", "stall", "start", "state", "stop",
    "study", "support", "table", "talk", "time", "value", "veto", "voice", "vote", "vow", "want",
    "welcome", "wish",
})  # fmt: skip
THERE = frozenset({
    "among", "in", "needed", "on", "part", "present", "there",
})  # fmt: skip
CALLED = frozenset({
    "brand", "branded", "call", "called", "calling", "calls", "consider", "considered",
    "considers", "declare", "declared", "declares", "deem", "deemed", "deems", "describe",
    "described", "describes", "describing", "dismiss", "dismissed", "dismisses", "dismissing",
    "dub", "dubbed", "find", "finds", "found", "keep", "label", "labelled", "made", "makes",
    "regard", "regarded", "regards", "saw", "see", "sees", "term", "termed", "terms", "think",
    "thinks", "thought",
})  # fmt: skip
