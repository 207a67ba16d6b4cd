"""Words of English noun phrases: determiners, titles, modifiers, what is no name. Knows no actor."""

#: Those who speak for a person: "Zelensky's office".
HIS_PEOPLE = frozenset({
    "administration", "adviser", "advisers", "aide", "aides", "bureau", "camp", "chief", "deputy",
    "entourage", "envoy", "government", "man", "mouthpiece", "office", "people", "press", "side",
    "spokesman", "spokesperson", "spokespeople", "spokeswoman", "staff", "team", "woman",
})  # fmt: skip
HOMES = frozenset({
    "administration", "cabinet", "coalition", "country", "delegation", "government", "ministry",
    "nation", "office", "side",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "about", "across", "against", "alongside", "among", "around", "at", "behind", "beside",
    "between", "by", "despite", "except", "for", "from", "in", "including", "inside", "into",
    "like", "near", "of", "on", "onto", "outside", "over", "since", "than", "through", "to",
    "toward", "towards", "under", "unlike", "upon", "via", "with", "within", "without",
})  # fmt: skip
#: Prepositions of those in whose company, or unlike whom, somebody does something.
COMPANIONS = frozenset({"alongside", "like", "unlike", "with"})
#: Verbs whose object is whom they address.
ADDRESSING = frozenset({
    "accused", "addressed", "asked", "asking", "assured", "called", "citing", "congratulated",
    "congratulating", "defeated", "echoed", "echoing", "greeted", "hosted", "hosting", "informed",
    "informs", "interviewed", "invited", "joined", "joining", "meet", "meeting", "meets", "met",
    "phoned", "praised", "praising", "pressed", "pressing", "quoted", "quoting", "received",
    "receiving", "reminded", "reminding", "replaced", "see", "seeing", "succeeded", "tell",
    "telling", "tells", "thank", "thanked", "thanking", "thanks", "told", "urged", "urging",
    "visited", "visiting",
})  # fmt: skip
PLACE_ONLY = frozenset({
    "across", "around", "at", "from", "in", "inside", "near", "outside", "through",
})  # fmt: skip
MODIFIERS = frozenset({
    "acting", "caretaker", "caretaker-run", "centre-left", "centre-right", "chief", "christian",
    "conservative", "current", "defence", "defense", "democratic", "deputy", "economy",
    "embassy", "energy", "european", "federal", "finance", "first", "foreign", "four",
    "government", "high-ranking", "interim", "interior", "justice", "lead", "leading",
    "left-wing", "liberal", "longtime", "main", "many", "military", "nationalist", "new",
    "official", "old", "outgoing", "own", "permanent", "populist", "presidential", "prime",
    "ranking", "right-wing", "second", "senior", "several", "social", "socialist", "some",
    "special", "state", "three", "top", "trade", "two", "unnamed", "veteran", "vice", "young",
})  # fmt: skip
#: Neighbours who are named together, and the words that must follow.
GROUPS = {
    "baltic": ("estonia", "latvia", "lithuania"),
    "nordic": ("denmark", "finland", "iceland", "norway", "sweden"),
    "benelux": ("belgium", "luxembourg", "netherlands"),
    "e3": ("france", "germany", "uk"),
    "visegrad": ("czechia", "hungary", "poland", "slovakia"),
}
GROUP_HEADS = frozenset({
    "capitals", "countries", "governments", "leaders", "ministers", "nations", "neighbours",
    "presidents", "states", "trio",
})  # fmt: skip
#: Nations that are spoken of together, without a name.
NATIONS = frozenset({
    "allies", "capitals", "countries", "governments", "nations", "neighbours", "partners", "states",
})  # fmt: skip
#: Groups of which members are named behind "like".
LIKENED = GROUP_HEADS | {"allies", "economies", "members", "powers"}
#: How some of several are counted, and what they are: "a number of European capitals".
SOME = frozenset({
    "certain", "dozen", "eight", "eleven", "few", "five", "four", "handful", "majority", "many", "most", "nine", "not",
    "number", "other", "seven", "several", "six", "some", "ten", "three", "twelve", "two",
})  # fmt: skip
MEMBERS = GROUP_HEADS | {"allies", "members"}
#: Who holds the same office elsewhere: "his Czech colleague".
COUNTERPARTS = frozenset({"colleague", "counterpart"})
#: What somebody may be called again by, once he was named: "the retired general", "the Social Democrat".
DESCRIPTIONS = frozenset({
    "academic", "admiral", "agrarian", "banker", "billionaire", "bureaucrat", "businessman",
    "businesswoman", "centrist", "colonel", "commando", "conservative", "democrat", "diplomat",
    "doctor", "economist", "engineer", "europhile", "eurosceptic", "ex-banker", "ex-general", "farmer",
    "federalist", "general", "historian", "host", "hardliner", "jurist", "lawyer", "left-winger",
    "leftist", "liberal", "lieutenant", "magnate", "millionaire", "moderate", "nationalist",
    "officer", "old-timer", "physician", "politician", "populist", "pragmatist", "professor",
    "republican", "right-winger", "sceptic", "scientist", "socialist", "soldier", "sovereigntist",
    "statesman", "technocrat", "tycoon", "veteran",
})  # fmt: skip
DETERMINERS = frozenset({
    "a", "an", "another", "her", "his", "its", "one", "that", "the", "their", "this", "two",
})  # fmt: skip
#: Offices that say nothing of whose they are unless a nation stands with them.
VAGUE = frozenset({
    "adviser", "aide", "ambassador", "diplomat", "envoy", "leader", "minister", "negotiator",
    "official", "official representative", "politician", "representative", "spokesman",
    "spokesperson", "spokeswoman", "top diplomat",
})  # fmt: skip
TITLES = frozenset({
    "adm", "admiral", "chancellor", "col", "dame", "dr", "gen", "general", "lady", "lord", "lt",
    "mr", "mrs", "ms", "pm", "premier", "president", "sir",
})  # fmt: skip
NOT_NAMES = frozenset({
    "a", "after", "all", "although", "an", "and", "any", "april", "are", "as", "asked", "at",
    "august", "background", "because", "before", "both", "but", "by", "could", "december",
    "details", "did", "do", "does", "earlier", "eight", "either", "even", "everybody",
    "everything", "february", "five", "for", "four", "friday", "from", "had", "has", "have",
    "he", "her", "here", "his", "how", "however", "i", "if", "in", "is", "it", "its", "january",
    "july", "june", "later", "march", "may", "meanwhile", "monday", "more", "mr", "mrs", "ms",
    "my", "neither", "never", "nine", "no", "nobody", "not", "nothing", "november", "october",
    "of", "on", "one", "only", "or", "our", "q", "quote", "read", "saturday", "september",
    "seven", "she", "since", "sir", "six", "source", "speaking", "such", "sunday", "ten", "that",
    "the", "their", "there", "these", "they", "this", "those", "though", "three", "thursday",
    "to", "tuesday", "two", "was", "we", "wednesday", "were", "what", "when", "where", "which",
    "while", "who", "why", "will", "with", "would", "yes", "your",
})  # fmt: skip
