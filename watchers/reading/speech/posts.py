"""Posts that an article embeds, signed at their end: "We are ready. — Emmanuel Macron (@EmmanuelMacron) September 4, 2025".

Knows how a post is signed. Knows no claim and no position.
"""

from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice

#: Letters by which a month is known: "September 4, 2025" is all that may follow a handle.
_MONTHS = frozenset(
    {"apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "may", "nov", "oct", "sep"}
)


def signature_at(words: list[str]) -> int | None:
    """The token behind the dash of a signature with a handle in brackets; `None` where a sentence has none."""
    if "@" not in words:
        return None
    at = words.index("@")
    dash = next((k for k in range(at - 1, -1, -1) if words[k] in ("–", "-")), None)
    closing = next((k for k in range(at, len(words)) if words[k] == ")"), len(words))
    dated = all(not word.isalpha() or word[:3] in _MONTHS for word in words[closing + 1 :])
    if dash is None or words[at - 1] != "(" or not dated:
        return None
    return dash + 1


def signed_posts(sentence: Sentence, voices: list[Voice]) -> dict[int, Voice]:
    """The paragraph whose words are whose, for a sentence that ends with a signature: its own, or the one above it."""
    begin = signature_at(sentence.words)
    author = next((v for v in voices if v.i == begin and v.kind == "person" and v.speaks), None)
    if begin is None or author is None:
        return {}
    stands_alone = begin <= 1
    return {sentence.paragraph - stands_alone: author}
