"""Words around soldiers and what is done with them. Knows no claim."""

#: The name under which a mention of soldiers waits for its holder.
SOLDIERS = "soldiers"
#: Between the countries whose soldiers are named in one breath: "British and French forces".
JOINT = "+"
#: Who has no soldiers of its own, and who has no part in the force.
COLLECTIVE = frozenset({"eu", "europe", "nato", "un"})
PARTIES = frozenset({"belarus", "russia", "ukraine"})
#: Names of theirs that may be a subject before soldiers as well as their owner: "Putin ruled out peacekeepers".
PARTY_NAMES = PARTIES | {"kyiv", "moscow", "putin", "zelensky", "zelenskyy", "zelenskiy"}

OWN = frozenset({
    "her", "his", "its", "my", "our", "own", "their",
})  # fmt: skip
STOP = frozenset({
    "\"", "(", ")", ",", ":", ";", "against", "and", "are", "at", "be", "been", "but", "for",
    "if", "in", "is", "not", "on", "or", "said", "says", "that", "to", "was", "were", "which",
    "who", "will", "with", "would", "–",
})  # fmt: skip
#: Those of no name who would send soldiers, and not whoever speaks of them.
OTHERS = frozenset(
    {
        "allies",
        "countries",
        "governments",
        "nations",
        "neighbours",
        "others",
        "partners",
        "powers",
        "states",
        "west",
    }
)
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
    "be part of", "contribute", "contribution", "join", "part in", "participate", "participation",
    "role in", "take part",
})  # fmt: skip
#: Those of them that are had, by whoever is named with them: "Turkish participation", "the contribution of Italy".
SHARES_IN = frozenset({"contribution", "part in", "participation", "role in"})
#: Nouns that name an army wherever it is: they count only where it is sent somewhere.
ARMIES = frozenset({
    "armed contingent", "armed forces", "army", "boots", "company of soldiers", "forces",
    "military forces", "military presence", "military units", "personnel", "service members",
})  # fmt: skip
BREAKS = frozenset({
    "\"", ":", ";", "and", "are", "but", "he", "i", "if", "is", "it", "not", "said",
    "says", "she", "that", "they", "was", "we", "were", "which", "who", "will", "would", "–",
})  # fmt: skip
ANYBODY = frozenset({
    "anybody", "anyone", "battalion", "battalions", "brigade", "brigades", "forces", "men", "nobody", "none", "people", "personnel",
    "platoon", "regiment", "somebody", "someone", "unit", "units",
})  # fmt: skip
#: Those of them who can be nothing but people.
PERSONS = frozenset({"anybody", "anyone", "nobody", "none", "somebody", "someone"})
#: Acts whose object are people: "send Norwegians".
SENDING = frozenset({
    "commit", "contribute", "deploy", "despatch", "dispatch", "place", "put", "send", "station",
})  # fmt: skip
#: What is done with soldiers who are there.
WITHDRAWING = frozenset({
    "pull", "pulled", "pulling", "pullout", "pulls", "removal", "remove", "removed", "removes", "removing", "withdraw",
    "withdrawal", "withdrawing", "withdrawn", "withdraws", "withdrew",
})  # fmt: skip
#: What people do who are soldiers.
SERVING = frozenset({
    "be based", "be deployed", "be present", "be sent", "be stationed", "be there", "deploy",
    "fight", "go", "join", "land", "march", "participate", "serve", "set foot", "take part",
})  # fmt: skip
#: Groups of soldiers: "a company of Estonians".
CREWS = frozenset({
    "battalion", "battalions", "brigade", "brigades", "companies", "company", "contingent",
    "couple", "dozen", "dozens", "few", "force", "handful", "hundreds", "number", "platoon",
    "regiment", "squad", "thousands", "unit", "units",
})  # fmt: skip
#: Soldiers whom a country sends, where "force" and "mission" are everybody's.
UNITS = frozenset({"contingent", "contingents", "troops", "soldiers", "units"})
COUNTED = frozenset({
    "any", "few", "hundred", "hundreds", "no", "one", "single", "some", "thousand", "thousands",
    "uniformed", "armed",
})  # fmt: skip
NOBODY = frozenset({"no-one", "nobody", "none"})
#: What a country gives to a force that has been named.
OWN_AGAIN = frozenset({"contribution", "deployment", "involvement", "participation"})
#: What may follow a verb that has no object.
STANDS_ALONE = frozenset({
    "after", "and", "as", "because", "before", "but", "directly", "either", "even", "if", "itself",
    "later", "militarily", "no", "now", "once", "only", "or", "provided", "so", "somehow", "soon", "then", "there", "though", "today", "too", "under", "unless",
    "until", "when", "whatever", "while", "without", "yet",
})  # fmt: skip
#: What soldiers do who are not sent: "our soldiers stay at home".
AT_HOME = frozenset({"remain at home", "stay at home", "stay away", "stay home", "stay out"})
#: What is sent without soldiers: "foreign military aid".
HELP = frozenset({
    "aid", "assistance", "budget", "equipment", "hardware", "help", "industry", "intelligence", "spending", "supplies", "support",
})  # fmt: skip
#: Words that name other countries' soldiers, unless one of these is behind: "the foreign minister", "the coalition parties".
HOME_HEADS = {
    "coalition": frozenset({
        "agreement", "cabinet", "government", "leader", "leaders", "partner", "partners", "parties", "party", "treaty",
    }),
    "foreign": frozenset({
        "affairs", "chief", "committee", "minister", "ministers", "ministries", "ministry", "office", "policy", "secretaries",
        "secretary",
    }),
    "international": frozenset({"affairs", "development", "relations"}),
}  # fmt: skip
