"""The forms of English verbs and nouns. Knows spelling and irregular verbs; no meaning."""

from functools import cache, lru_cache

#: Plain form: (past, participle). Verbs of politics and what is reported of it.
_IRREGULAR = {
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bend": ("bent", "bent"), "bet": ("bet", "bet"), "bid": ("bid", "bid"),
    "bind": ("bound", "bound"), "break": ("broke", "broken"), "bring": ("brought", "brought"),
    "build": ("built", "built"), "buy": ("bought", "bought"), "cast": ("cast", "cast"),
    "catch": ("caught", "caught"), "choose": ("chose", "chosen"), "come": ("came", "come"),
    "cost": ("cost", "cost"), "cut": ("cut", "cut"), "deal": ("dealt", "dealt"),
    "dig": ("dug", "dug"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "feel": ("felt", "felt"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "forbid": ("forbade", "forbidden"),
    "foresee": ("foresaw", "foreseen"), "forget": ("forgot", "forgotten"),
    "forgo": ("forwent", "forgone"), "forswear": ("forswore", "forsworn"),
    "freeze": ("froze", "frozen"), "get": ("got", "got"), "give": ("gave", "given"),
    "go": ("went", "gone"), "hang": ("hung", "hung"), "have": ("had", "had"),
    "hear": ("heard", "heard"), "hit": ("hit", "hit"), "hold": ("held", "held"),
    "keep": ("kept", "kept"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"),
    "let": ("let", "let"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "overcome": ("overcame", "overcome"), "pay": ("paid", "paid"),
    "put": ("put", "put"), "quit": ("quit", "quit"), "read": ("read", "read"),
    "repay": ("repaid", "repaid"), "rewrite": ("rewrote", "rewritten"), "rip": ("ripped", "ripped"),
    "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"),
    "send": ("sent", "sent"), "set": ("set", "set"), "shake": ("shook", "shaken"),
    "shoot": ("shot", "shot"), "show": ("showed", "shown"), "shrink": ("shrank", "shrunk"),
    "shut": ("shut", "shut"), "sit": ("sat", "sat"), "speak": ("spoke", "spoken"),
    "spell": ("spelled", "spelled"), "spend": ("spent", "spent"), "split": ("split", "split"),
    "stand": ("stood", "stood"), "stick": ("stuck", "stuck"), "strike": ("struck", "struck"),
    "strive": ("strove", "striven"), "swear": ("swore", "sworn"), "take": ("took", "taken"),
    "tear": ("tore", "torn"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "throw": ("threw", "thrown"), "undertake": ("undertook", "undertaken"),
    "underwrite": ("underwrote", "underwritten"), "uphold": ("upheld", "upheld"),
    "wield": ("wielded", "wielded"), "win": ("won", "won"), "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"), "withstand": ("withstood", "withstood"), "write": ("wrote", "written"),
    "abet": ("abetted", "abetted"), "hitback": ("hit", "hit"), "cling": ("clung", "clung"), "grow": ("grew", "grown"),
    "hide": ("hid", "hidden"), "light": ("lit", "lit"), "shed": ("shed", "shed"), "sweep": ("swept", "swept"),
    "swing": ("swung", "swung"), "tread": ("trod", "trodden"),
}  # fmt: skip
_DOUBLED = frozenset(
    [
        "ban",
        "bar",
        "bat",
        "beg",
        "bid",
        "bin",
        "blot",
        "commit",
        "defer",
        "dig",
        "dim",
        "dip",
        "drag",
        "drop",
        "dub",
        "drum",
        "flip",
        "forbid",
        "nip",
        "shrug",
        "shut",
        "sidestep",
        "flog",
        "hem",
        "hug",
        "lag",
        "pat",
        "peg",
        "pin",
        "pop",
        "rig",
        "shred",
        "sap",
        "tag",
        "throb",
        "thin",
        "top",
        "tug",
        "wag",
        "duck-not",
        "forget",
        "grab",
        "hint-not",
        "infer",
        "jam",
        "let",
        "nod",
        "permit",
        "plan",
        "plot",
        "prefer",
        "prod",
        "quit",
        "refer",
        "regret",
        "rip",
        "rub",
        "rebut",
        "rid",
        "sag",
        "scrap",
        "set",
        "shed",
        "ship",
        "shun",
        "sit",
        "slam",
        "slap",
        "slip",
        "snub",
        "spot",
        "spur",
        "stem",
        "step",
        "stop",
        "swap",
        "swat",
        "tap",
        "tip",
        "trap",
        "trim",
        "wrap",
        "admit",
        "allot",
        "abhor",
        "compel",
        "concur",
        "confer",
        "control",
        "cut",
        "deter",
        "emit",
        "equip",
        "excel",
        "expel",
        "incur",
        "nix-not",
        "occur",
        "omit",
        "outfit",
        "patrol",
        "propel",
        "rebel",
        "recur",
        "remit",
        "repel",
        "submit",
        "transfer",
        "transmit",
        "veto-not",
        "hit",
        "get",
        "put",
        "run",
        "win",
        "begin",
        "bid",
        "cap",
        "curb-not",
        "curtail-not",
        "map",
        "chip",
        "quip",
        "beg",
        "drag",
        "flag",
        "hem",
        "hug",
        "jog",
        "nag",
        "spin",
        "tug",
    ]
)


#: Verbs that double their last letter in one spelling of English and not in the other.
_DOUBLED_IN_BRITAIN = frozenset(
    [
        "signal",
        "label",
        "cancel",
        "channel",
        "travel",
        "model",
        "level",
        "quarrel",
        "counsel",
        "fuel",
        "total",
    ]
)


@cache
def verb_forms(lemma: str) -> dict[str, str]:
    """Each form of a verb and what it is: base, s, past, part (participle) or ing."""
    if lemma == "be":
        return {
            "be": "base", "is": "s", "are": "s", "am": "s", "was": "past", "were": "past",
            "been": "part", "being": "ing",
        }  # fmt: skip
    past, part = _IRREGULAR.get(lemma) or (_with_ed(lemma),) * 2
    third = {"have": "has", "do": "does", "go": "goes"}.get(lemma) or plural(lemma)
    forms = {lemma: "base", third: "s", _with_ing(lemma): "ing"}
    if lemma in _DOUBLED_IN_BRITAIN:
        forms |= {lemma + "led": "past", lemma + "ling": "ing"}
    forms.setdefault(part, "part")
    if past != part or past not in forms:
        forms.setdefault(past, "past")
    elif forms[past] == "part":
        forms[past] = "past"
    return forms


@cache
def plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in ("go", "do", "veto", "echo"):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in _DOUBLED else "") + "ed"


def _with_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in _DOUBLED else "") + "ing"


#: Verbs that look like adverbs.
_LY_VERBS = frozenset(
    [
        "ally",
        "apply",
        "bully",
        "comply",
        "fly",
        "imply",
        "multiply",
        "rally",
        "rely",
        "reply",
        "supply",
    ]
)


def phrase_forms(phrase: str) -> dict[str, str]:
    """The forms of a verb phrase: its first verb is inflected, "not" or "never" before it stays.

    A "~" is filled with nothing, it, that, this and them.
    """
    lead, rest = [], phrase.split()
    while len(rest) > 1 and (
        rest[0] in ("not", "never") or (rest[0].endswith("ly") and rest[0] not in _LY_VERBS)
    ):
        lead.append(rest.pop(0))
    made: dict[str, str] = {}
    for form, tag in verb_forms(rest[0]).items():
        for one in filled(" ".join([*lead, form, *rest[1:]])):
            made.setdefault(one, tag)
    return made


#: Adjectives that say how much or which: a cue is the same with one of them.
_ADJECTIVES = (
    "active", "actual", "additional", "appropriate", "ardent", "binding", "central", "clear", "committed", "concrete",
    "considerable", "constructive", "current", "declared", "definite", "fierce", "final", "firm", "formal", "full",
    "fundamental", "further", "great", "immediate", "important", "joint", "key", "leading", "loud", "major", "meaningful",
    "military", "new", "official", "other", "outspoken", "particular", "present", "proper", "real", "serious", "significant",
    "similar", "small", "special", "specific", "staunch", "strong", "substantial", "such", "urgent", "vital", "vocal",
)  # fmt: skip


def filled(phrase: str) -> list[str]:
    if "*" in phrase:
        return [form for one in _qualified(phrase) for form in filled(one)]
    if "~" not in phrase:
        return [phrase]
    fillers = ("it", "that", "this", "them", "him", "us", "the idea", "the plan", "the proposal")
    return [" ".join(phrase.replace("~", filler).split()) for filler in ("", *fillers)]


def _qualified(phrase: str) -> list[str]:
    """A phrase with and without an adjective at its "*": "a* role" is "a role", "an active role"."""
    made = [" ".join(phrase.replace("a*", "a").replace("*", "").split())]
    for adjective in _ADJECTIVES:
        article = "an" if adjective[0] in "aeiou" else "a"
        made.append(phrase.replace("a*", f"{article} {adjective}").replace("*", adjective))
    return made


_ARTICLES = frozenset({"a", "an", "its", "the"})


def with_headline(form: str) -> tuple[str, ...]:
    """A form as it is, and as headlines have it: "shuts door on" for "shuts the door on"."""
    words = form.split()
    if len(words) < 3 or _ARTICLES.isdisjoint(words[1:-1]):
        return (form,)
    inner = [w for w in words[1:-1] if w not in _ARTICLES]
    return (form, " ".join([words[0], *inner, words[-1]])) if inner else (form,)


_SUFFIXES = (
    ("ational", "ate"), ("isation", "ise"), ("ization", "ise"), ("ations", "ate"), ("ation", "ate"),
    ("iveness", "ive"), ("ments", ""), ("ment", ""), ("ities", ""), ("ity", ""), ("ies", "y"),
    ("ied", "y"), ("ings", ""), ("ing", ""), ("ers", ""), ("ed", ""), ("es", ""), ("ly", ""),
    ("s", ""),
)  # fmt: skip
#: Words that would share the stem of another: a plan is no plane.
_APART = {"plane": "plane", "planes": "plane"}
#: Letters that a stem keeps at least.
_STEM_MIN = 4


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem: forms of one word mostly share it, different words mostly do not."""
    if word in _APART:
        return _APART[word]
    if not word.isalpha() or len(word) <= _STEM_MIN:
        return word[:-1] if word.endswith("s") and len(word) == _STEM_MIN else word
    for suffix, put in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM_MIN - 1:
            word = word[: -len(suffix)] + put
            break
    if len(word) > _STEM_MIN and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _STEM_MIN else word
