"""English words too general to say by themselves what a claim is about. Knows no claim and no text."""

from watchers.reading.words.inflect import verb_forms

#: Words of grammar, which name nothing.
GRAMMAR = frozenset(
    (  # noqa: SIM905 - read more easily as running words
        "a all an and any are as at be become becomes becoming been before both but by can do does done "
        "during each for from had has have he her his how if in into is it itself more most not of on one "
        "only or other others our out over own several she so some such than that the their them there "
        "these they this those through to under until up was we were what when where which while who "
        "whose will with within without would"
    ).split()
)
#: Words that by themselves name no matter.
GENERAL = frozenset(
    (  # noqa: SIM905 - read more easily as running words
        "first second third next last new old own step formal start open opening begin close end "
        "way path course part point place side line order time date day year early late change "
        "decision decide proposal plan process procedure position question issue matter right "
        "rule law state country nation government national international foreign public common "
        "joint general main large small big high low group body member leader minister meeting "
        "talk deal agreement accord treaty pact support help work power force use give take make "
        "send sell buy sale get put set let move run call need want hold keep bring raise cut "
        "free full final possible western eastern security peace war military political economic "
        "financial legal conditions term status level number share request notification together "
        "apart separately alone approval permission consent limit restriction strike hit target "
        "purchase delivery contribution service system programme program project model version "
        "proper market price value framework council board office inside outside without before "
        "after against between two three six seven eight ten hundred "
    ).split()
)
#: The same in all their forms: "took", "taking".
GENERAL_FORMS = GENERAL | {form for word in GENERAL for form in verb_forms(word)}
#: Words and families of what is done to many matters, none of which they name: "give", "an end to".
NO_MATTER = GENERAL | {
    "BUILD", "CUT", "DATE", "HALT", "LEAVE", "LIFT", "OPEN_UP", "RAISE", "TREATY",
}  # fmt: skip
