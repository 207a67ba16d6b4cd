"""Words that build English clauses: boundaries, auxiliaries, words between. Knows no position and no claim."""

SOFT = frozenset({
    "after", "although", "as", "because", "before", "but", "despite", "even", "if", "once",
    "since", "so", "than", "though", "unless", "until", "when", "where", "whereas", "whether",
    "which", "while", "who", "whom", "whose",
})  # fmt: skip
BE = frozenset({
    "'re", "'s", "am", "appear", "appears", "are", "aren't", "be", "became", "become", "becomes",
    "been", "being", "considered", "deemed", "feels", "felt", "get", "gets", "got", "grew", "grown", "grows", "is", "isn't", "look",
    "looked", "looks", "regarded", "remain", "remained", "remains", "seem", "seemed", "seems",
    "seen", "sounded", "sounds", "stay", "stayed", "stays", "treated", "turned", "was", "wasn't", "were", "weren't",
})  # fmt: skip
LIGHT_VERBS = frozenset({
    "again", "also", "are", "be", "become", "been", "contribute", "deliver", "enjoy", "even",
    "ever", "extend", "fully", "get", "give", "grant", "had", "has", "have", "help", "hold", "host", "include", "is", "just", "make",
    "mean", "necessarily", "never", "not", "now", "obtain", "offer", "only", "provide", "put",
    "receive", "remain", "see", "simply", "soon", "still", "supply", "then", "was", "were",
})  # fmt: skip
OBJECTS = frozenset({
    "him", "idea", "it", "notion", "plan", "proposal", "that", "them", "this", "us",
})  # fmt: skip
STATES = frozenset({
    "–", "(", ",", "and", "appear", "appeared", "appears", "argue", "argued", "argues", "arguing", "but", "came", "campaigned", "come", "comes", "coming", "decided",
    "feel", "feels", "felt", "fully", "herself", "himself", "itself", "less", "lobbied", "more", "pleaded", "seem", "seemed", "seems", "sound",
    "sounded", "sounds", "speak", "speaking", "speaks", "spoke", "spoken", "stand", "standing", "stands", "still", "stood", "themselves", "very", "voted",
})  # fmt: skip
GROUP_ENDS = frozenset({
    "\"", ",", "and", "as", "but", "if", "said", "says", "that", "when", "which", "who",
})  # fmt: skip
RUMOURS = frozenset({
    "allegations", "claims", "report", "reports", "rumors", "rumours", "speculation", "speculations", "suggestions",
})  # fmt: skip
#: What is given when somebody only tells: "offered different views", "gave a wrong account".
TELLINGS = frozenset({
    "account", "accounts", "analysis", "answer", "answers", "assessment", "assessments", "briefing", "briefings", "comment",
    "comments", "conference", "counsel", "description", "detail", "details", "estimate", "estimates", "evidence", "explanation", "explanations", "hint", "hints",
    "hearing", "information", "insight", "meeting", "meetings", "opinion", "opinions", "overview", "picture", "reaction", "reactions",
    "remark", "remarks", "seminar", "session", "summary", "thoughts", "treaty", "update", "verdict", "version",
    "versions", "view", "views",
})  # fmt: skip
STRETCH_ENDS = frozenset({
    "!", ":", ";", "?", "after", "although", "because", "before", "but", "if", "though",
    "unless", "whereas", "while", "–",
})  # fmt: skip
VERB_LEADS = frozenset({
    ",", "also", "and", "but", "can", "cannot", "could", "did", "do", "does", "either", "even", "far", "he", "i", "it",
    "may", "neither", "might", "must", "never", "nor", "not", "now", "or", "shall", "she", "should",
    "still", "that", "then", "they", "to", "we", "which", "who", "will", "would", "yet", "you",
})  # fmt: skip
#: Verbs whose plain form or third person is a noun as well.
NOUN_LIKE = frozenset({
    "accord", "aid", "aim", "appeal", "approach", "ask", "attack", "back", "ban", "bar", "bin",
    "bless", "block", "call", "cancel", "cause", "challenge", "champion", "claim", "condition",
    "deal", "debate", "delay", "demand", "desire", "dispute", "doubt", "drive", "drop", "duck", "favor",
    "favour", "fear", "fight", "focus", "freeze", "fund", "guarantee", "hail", "halt", "head",
    "hold", "hope", "host", "kill", "launch", "lead", "look", "mock", "need", "note", "object",
    "offer", "order", "pitch", "plan", "pledge", "praise", "press", "promise", "protest", "push",
    "query", "question", "regret", "release", "report", "request", "resist", "review", "rule",
    "seal", "second", "sign", "spike", "sponsor", "stall", "start", "state", "stop",
    "study", "support", "table", "talk", "time", "value", "veto", "voice", "vote", "vow", "want",
    "welcome", "wish",
})  # fmt: skip
THERE = frozenset({
    "among", "in", "needed", "on", "part", "present", "there",
})  # fmt: skip
CALLED = frozenset({
    "perceive", "perceived", "perceives",
    "believe", "believed", "believes", "brand", "branded", "call", "called", "calling", "calls", "cast", "casts",
    "characterise", "characterised", "characterises", "characterize", "characterized", "characterizes", "compare",
    "compared", "compares", "condemn", "condemned", "condemns", "consider", "considered", "considers", "criticise",
    "criticised", "criticises", "declare", "declared", "declares", "deem", "deemed", "deems", "denounce", "denounced",
    "denounces", "deride", "derided", "derides", "describe", "described", "describes", "describing", "dismiss",
    "dismissed", "dismisses", "dismissing", "dub", "dubbed", "find", "finds", "found", "hail", "hailed", "hails",
    "held", "hold", "holds", "judge", "judged", "judges", "keep", "label", "labelled", "lambast", "lambasted",
    "lambasts", "liken", "likened", "likens", "made", "makes", "mock", "mocked", "mocks", "paint", "painted", "paints", "portray", "portrayed",
    "portrays", "praise", "praised", "praises", "present", "presented", "presents", "rate", "rated", "rates",
    "reckon", "reckoned", "reckons", "refer", "referred", "refers", "regard", "regarded", "regards", "reject",
    "rejected", "rejects", "saw", "see", "sees", "slam", "slammed", "slams", "speak", "speaks", "spoke", "term",
    "termed", "terms", "think", "thinks", "thought", "treat", "treated", "treats", "view", "viewed", "views",
    "welcome", "welcomed", "welcomes",
})  # fmt: skip
#: Verbs that do so with "as" or "among" alone: "named guarantees as a condition".
NAMING = frozenset({
    "cite", "cited", "cites", "count", "counted", "counts", "list", "listed", "lists", "name", "named", "names", "put", "puts",
    "rank", "ranked", "ranks",
})  # fmt: skip
#: What stands between a subject and its verb, or between a matter and what is said of it.
AUXILIARIES = frozenset({
    "am", "are", "been", "being", "can", "cannot", "could", "did", "didn't", "do", "does",
    "doesn't", "don't", "had", "hadn't", "has", "hasn't", "have", "haven't", "is", "isn't", "may",
    "might", "must", "shall", "should", "was", "wasn't", "were", "will", "won't", "would",
    "wouldn't",
})  # fmt: skip
PREVERBAL = frozenset({
    "again", "also", "already", "always", "ever", "instead", "just", "long", "longer", "never", "not", "now", "often", "once", "only",
    "soon", "still", "then", "therefore", "thus", "yet",
})  # fmt: skip
ARTICLES = frozenset({"a", "an", "the"})
ADVERBS = PREVERBAL | frozenset({
    "all", "alone", "altogether", "both", "either", "even", "further", "in", "itself", "no", "nonetheless", "outright",
    "rather", "so", "together", "too",
})  # fmt: skip
PLACES = frozenset({"at", "for", "from", "in", "inside", "into", "of", "on", "to", "with"})
#: Nouns that stand for a matter before a relative clause: "an idea that Rome rejects".
LINKS = frozenset({
    "anything", "approach", "bid", "concession", "condition", "decision", "demand", "formula", "idea", "issue",
    "line", "matter", "measure", "move", "notion", "one", "option", "plan", "point", "possibility", "project",
    "promise", "proposal", "prospect", "question", "scenario", "scheme", "solution", "something", "step",
    "subject", "suggestion", "thing", "topic", "undertaking", "variant", "version",
})  # fmt: skip
#: Nouns of what may come, before what would happen then: "any scenario where troops would be sent".
EVENTS = frozenset({
    "agreement", "arrangement", "case", "deal", "format", "formula", "framework", "idea", "mission", "model", "operation",
    "option", "outcome", "plan", "proposal", "scenario", "scheme", "settlement", "setup", "situation", "solution", "step",
    "variant", "world",
})  # fmt: skip
#: Nouns of what somebody wants to be told, and not to be done: "more clarity on the mission".
OF_KNOWING = frozenset({
    "answer", "answers", "assessment", "briefing", "clarification", "clarity", "detail", "details", "explanation",
    "explanations", "guidance", "information", "news", "specifics", "transparency", "update", "updates",
})  # fmt: skip
#: How one comes to know, and what opens what is to be known: "to understand what the format would be".
KNOWING = frozenset({
    "clarify", "define", "determine", "establish", "explain", "find", "hear", "know", "knowing", "learn", "see", "understand",
    "understanding",
})  # fmt: skip
QUESTIONS = frozenset({"how", "what", "when", "where", "which", "who", "why"})
#: As in "the last thing that Moscow would allow".
LAST = frozenset({"last", "nothing"})
HAVING = frozenset({
    "carries", "carried", "carry", "count", "counts", "draw", "draws", "drew", "earn", "earned", "enjoy", "enjoyed", "enjoys", "find",
    "finds", "found", "gained", "get", "gets", "got", "had", "has", "have", "receive", "received", "receives", "win",
    "won",
})  # fmt: skip
MEETING = frozenset({
    "attracted", "attracts", "came", "comes", "drawn", "encounter", "encountered", "encounters", "face", "faced", "faces",
    "greeted", "hit", "meet", "meets", "met", "prompted", "prompts", "provoked", "provokes", "ran", "run", "runs", "sparked",
    "sparks", "triggered", "triggers",
})  # fmt: skip
SUPPORT = frozenset({
    "advocate", "applause", "approval", "assent", "backer", "backing", "blessing", "boost", "champion", "consent", "defender",
    "endorsement", "go-ahead", "nod", "praise", "support", "supporter", "sympathy", "thumbs-up", "yes",
})  # fmt: skip
RESISTANCE = frozenset({
    "condemnation", "disapproval", "foe", "hostility", "no", "objection", "objections", "opponent", "opposition", "outcry",
    "rebuke", "refusal", "rejection", "resistance", "scorn", "veto",
})  # fmt: skip
#: What is met with by whoever does not believe in it, or how he takes it: "a cool reception", "a warm welcome".
DOUBTING = frozenset({
    "criticism", "critic", "doubt", "doubts", "misgivings", "mockery", "protest", "protests", "reluctance", "reservations",
    "ridicule", "scepticism", "skepticism", "suspicion", "unease",
})  # fmt: skip
RECEPTIONS = frozenset({"echo", "reaction", "reception", "response", "welcome"})
COOL = frozenset({"chilly", "cold", "cool", "frosty", "hostile", "icy", "lukewarm", "muted", "sceptical", "skeptical", "tepid"})  # fmt: skip
WARM = frozenset({"enthusiastic", "favourable", "friendly", "positive", "warm"})
#: What leaves a question open, and what would settle it: "whether … depends", "… has not been decided".
UNSETTLED = frozenset({
    "depend", "depended", "depends", "hypothetical", "open", "premature", "uncertain", "unclear", "undecided", "unknown",
    "unsettled",
})  # fmt: skip
SETTLING = frozenset({
    "agreed", "answer", "answered", "clear", "comment", "confirm", "decide", "decided", "discuss", "know", "known",
    "reveal", "say", "said", "settled", "speculate", "tell", "told",
})  # fmt: skip
#: Prepositions that are a stance only behind a form of "be": "Italy is for the plan".
BARE_STATES = frozenset({"after", "behind", "for"})
#: Verbs that carry such a stance: "came out for", "stands behind", "voted for".
BEARING = frozenset({
    "came", "come", "comes", "out", "speak", "speaks", "spoke", "stand", "standing", "stands", "stood", "vote", "voted",
    "votes",
})  # fmt: skip
#: Last words of predicates of which "for Moscow" or "to Moscow" names the judge: "a red line for Moscow".
JUDGED = frozenset({
    "acceptable", "agenda", "anathema", "approval", "backing", "breaker", "conceivable", "condition", "consideration", "ears", "excluded", "far", "favour",
    "go", "ice", "imaginable", "impossible", "inconceivable", "indispensable", "intolerable", "limits", "line", "menu", "must", "negotiable", "no", "option",
    "priority",
    "question", "starter", "nonstarter", "support", "table", "taboo", "takers", "unacceptable", "unimaginable", "unthinkable", "well",
})  # fmt: skip
#: Negators that deny what follows within a few words: "nothing about the force has been agreed".
NOTHING = frozenset({"neither", "no", "nobody", "none", "not", "nothing"})
#: What may stand before a verb that takes its subject from the clause before: "and will not send".
SUBJECTLESS = frozenset({
    "also", "always", "and", "are", "both", "can", "cannot", "could", "did", "do", "does", "far", "had", "has", "have", "is", "may",
    "might", "must", "neither", "never", "no", "not", "now", "remain", "remained",
    "remains", "shall", "should", "so", "stays", "still", "then", "was", "were", "will", "would", "yet",
})  # fmt: skip
#: As in "is the only guarantee that works", "would be the surest way to peace".
SUPERLATIVES = frozenset({
    "best", "biggest", "cheapest", "cleanest", "easiest", "fairest", "fastest", "first", "greatest", "honest", "most", "only",
    "quickest", "real", "right", "safest", "shortest", "simplest", "soundest", "strongest", "surest", "true",
})  # fmt: skip
#: Such words that turn it: "the least convincing option", "the worst course".
LEAST = frozenset({"costliest", "least", "riskiest", "wrong", "worst"})
#: What tells behind "most" how hard a thing is, and not how good.
BURDENSOME = frozenset({
    "challenging", "complex", "complicated", "contentious", "controversial", "costly", "dangerous", "delicate", "difficult", "divisive",
    "expensive", "painful", "risky", "sensitive",
})  # fmt: skip
REMEDIES = frozenset({
    "answer", "assurance", "basis", "bulwark", "choice", "course", "cure", "decision", "defence", "defense", "deterrent",
    "fence", "format", "formula", "foundation", "guarantee", "guarantor", "idea", "instrument", "insurance", "means", "method",
    "option", "options", "outcome", "path", "place", "policy", "protection", "recipe", "remedy", "response", "road", "route",
    "safeguard", "shield", "signal", "solution", "step", "thing", "tool", "venue", "way",
})  # fmt: skip
#: Participles by which somebody is brought to an act, or left free for it: "must not be forced to cede".
BROUGHT = frozenset({
    "able", "allowed", "asked", "bullied", "coerced", "compelled", "encouraged", "enabled", "entitled", "expected",
    "forced", "free", "helped", "invited", "left", "made", "obliged", "ordered", "permitted", "persuaded", "pressed",
    "pressured", "pushed", "required", "told", "urged",
})  # fmt: skip
#: How a matter comes about, behind a modal: "could be part of the deal", "will be provided".
COMING = tuple(tuple(way.split()) for way in (
    "be a part of", "be part of", "be one part of", "be an element of", "be one element of", "be a component of", "form part of", "form a part of",
    "be included", "be provided", "be offered", "be given", "be granted", "be extended", "be supplied", "be delivered", "be made available",
    "be available", "be possible", "be put in place", "be in place", "be set up", "be established", "be arranged", "be secured", "be an option",
    "be one option", "be among the options", "be one of the options", "be forthcoming", "be built into", "be written into", "come into play",
    "come into force", "come into effect", "enter into force", "take effect", "become reality", "become a reality", "materialise", "materialize",
    "be built", "be introduced", "be reintroduced", "be brought back", "be created", "be launched", "be carried out", "be implemented", "be enforced",
    "be imposed", "be restored", "be resumed", "be renewed", "be prolonged", "be reopened", "be issued", "be sent", "be deployed", "be stationed",
    "be sold", "be bought", "be handed over", "be transferred", "be exchanged", "be used", "be paid", "be continued", "be kept", "be maintained",
    "go ahead", "exist", "play a role in", "play a part in", "have a role in", "have a place in", "belong to",
))  # fmt: skip
#: Of these a matter may be part and nobody be for it.
TALKS = frozenset({
    "agenda", "consultations", "conversation", "conversations", "debate", "discussion", "discussions", "negotiation", "negotiations",
    "question", "summit", "talks",
})  # fmt: skip
