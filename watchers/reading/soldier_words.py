"""Words around soldiers and what is done with them. Knows no claim."""

OWN = frozenset({
    "her", "his", "its", "my", "our", "own", "their",
})  # fmt: skip
STOP = frozenset({
    "\"", "(", ")", ",", ":", ";", "against", "and", "are", "at", "be", "been", "but", "for",
    "if", "in", "is", "not", "on", "or", "said", "says", "that", "to", "was", "were", "which",
    "who", "will", "with", "would", "–",
})  # fmt: skip
ECHO_NOUNS = frozenset({
    "contingent", "contribution", "deployment", "force", "involvement", "mission", "operation",
    "participation", "presence",
})  # fmt: skip
ECHO_LEADS = frozenset({
    "a", "an", "any", "his", "its", "such", "that", "the", "their", "this",
})  # fmt: skip
#: Acts that have no object: "our soldiers go", never "go soldiers".
WITHOUT_OBJECT = frozenset({
    "appear", "arrive", "be based", "be deployed", "be positioned", "be present", "be sent",
    "be stationed", "be there", "enter", "fight", "go", "have", "host", "land", "lead", "march",
    "move in", "serve", "set foot", "step",
})  # fmt: skip
JOINING = frozenset({
    "be part of", "contribute", "contribution", "join", "participate", "participation",
    "take part",
})  # fmt: skip
#: Nouns that name an army wherever it is: they count only where it is sent somewhere.
ARMIES = frozenset({
    "armed contingent", "armed forces", "army", "boots", "company of soldiers", "forces",
    "military forces", "military presence", "military units", "service members",
})  # fmt: skip
BREAKS = frozenset({
    "\"", ":", ";", "and", "are", "but", "he", "i", "if", "is", "it", "no", "not", "said",
    "says", "she", "that", "they", "was", "we", "were", "which", "who", "will", "would", "–",
})  # fmt: skip
ANYBODY = frozenset({
    "anybody", "anyone", "forces", "men", "nobody", "none", "people", "personnel", "somebody",
    "someone", "units",
})  # fmt: skip
