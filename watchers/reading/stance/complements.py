"""What stands behind a matter and belongs to it: "troops as part of security guarantees", "a meeting in Moscow next week".

Knows mentions and small words. What is said of the whole is `predicates.py`.
"""

from collections.abc import Iterable

from watchers.reading.matter.mentions import Mention
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import AUXILIARIES, BE
from watchers.reading.words.vocabulary import Mark

#: What opens a complement. "Without" is a condition and no complement: `conditions.py`.
_LINKS = frozenset({
    "about", "alongside", "as", "at", "between", "by", "during", "for", "from", "in", "of", "on", "over", "to", "under", "with", "within",
})  # fmt: skip
#: What opens a clause of its own.
_CLAUSES = frozenset(
    {"and", "but", "if", "or", "that", "when", "where", "which", "while", "who", "whose"}
)
#: What ends it: a verb's first word, a comma.
_ENDS = (BE - {"'s"}) | AUXILIARIES | {","}
#: Tokens of the longest complement, and of one that a comma ends: behind a longer one a verb may hide.
_LENGTH_MAX, _BEFORE_COMMA_MAX = 9, 5
#: What closes a name that a nation begins: "a summit of the Russian and Ukrainian | leaders would be", "of Ukraine | 's security".
_WHO = frozenset({"'s", "countries", "governments", "leaders", "members", "presidents", "states"})


def end_of_phrase(
    words: list[str],
    mention: Mention,
    others: list[Mention],
    cues: Iterable[Mark],
    voices: Iterable[Voice],
) -> int:
    """The token at which a matter ends with all that belongs to it; `mention.j` where that is not sure."""
    j = next((o.j for o in others if o.i == mention.j), mention.j)  # "Article 5-like guarantees"
    if words[j : j + 1] == [] or words[j] not in _LINKS | _WHO:
        return j
    reach = range(j, min(j + _LENGTH_MAX, len(words)))
    end = next((k for k in reach if words[k] in _ENDS), j)
    if words[end] == "," and end - j > _BEFORE_COMMA_MAX:
        return j
    phrase = words[j:end]
    if not all(word.replace("'", "").isalnum() for word in phrase if word != "-"):
        return j
    acts = any(v.role == "agent" and j <= v.i < end for v in voices)
    verbs = [c for c in cues if c.value.form in ("past", "s", "base") and j <= c.i < end]
    rules = any(not any(o.i <= c.i < o.j for o in others) for c in verbs)
    return j if acts or rules or not _CLAUSES.isdisjoint(phrase) else end


def whole_of(
    words: list[str],
    mention: Mention,
    others: list[Mention],
    cues: list[Mark],
    voices: list[Voice],
) -> Mention | None:
    """The matter to which one belongs that only says more of it: what is said behind them is said of that one."""
    link = mention.i - 1 - (words[mention.i - 1] in ("a", "any", "the"))
    return next(
        (
            other
            for other in others
            if other.claim != mention.claim
            and "and" not in words[other.i : max(other.j, mention.j)]
            and (
                other.j < mention.i < end_of_phrase(words, other, others, cues, voices)
                or (other.i < link < other.j <= mention.j and words[link] in _LINKS - {"to"})
            )
        ),
        None,
    )
