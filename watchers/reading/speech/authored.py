"""Texts that are somebody's own words throughout: a statement, a speech, a declaration as a government publishes it.

Knows how such a text is headed and handed over. Knows no claim and no position.
"""

from watchers.reading.text.document import Document, Sentence
from watchers.reading.voices.joint import runs, together
from watchers.reading.voices.voice import Voice

_TEXTS = frozenset({
    "address", "comment", "comments", "communique", "declaration", "letter", "message", "remarks", "speech", "statement", "words",
})  # fmt: skip
#: What goes before the kind of text, and what stands behind a heading that has its author first.
_LEADS = frozenset({
    "a", "doorstep", "evening", "full", "government", "joint", "keynote", "of", "official", "opening", "oral", "press", "special",
    "televised", "text", "the", "transcript", "video", "written",
})  # fmt: skip
_ENDS = frozenset({
    "about", "after", "ahead", "and", "at", "before", "concerning", "during", "following", "in", "on", "regarding", "to", "with", ".", ":", "–", "|",
})  # fmt: skip
_BY = frozenset({"by", "from", "of"})
#: What a text is in when it is its author's own, and the sentences in which he may still be named from outside.
FIRST_PERSON = frozenset({"i", "my", "our", "we"})
_STANDFIRST = 2
#: Tokens before an author, and sentences in which one may still be named for the text.
_LEAD_MAX, _OPENING = 4, 3
#: The number of the first sentence below a headline, which may be a heading itself.
_HEADING = 1


def named_author(sentence: Sentence, voices: list[Voice], *, headed: bool) -> Voice | None:
    """Whom a headline or one of the first sentences names for author of a text, that is `headed` as a statement or is not."""
    if sentence.index > _OPENING:
        return None
    author = _author_of(sentence, voices) if headed or sentence.index == _HEADING else None
    if author is not None or sentence.in_title:
        return author
    return _issuer_of(sentence, voices) or (_opener_of(sentence, voices) if headed else None)


def _author_of(sentence: Sentence, voices: list[Voice]) -> Voice | None:
    """Whom a heading names for author: "Joint statement by A and B on Ukraine", "The Prime Minister's speech in Paris"."""
    words = sentence.words
    at = next((k for k, word in enumerate(words) if word in _TEXTS), None)
    if at is None:
        return None
    if all(word in _LEADS for word in words[:at]):
        by = next((k for k in range(at + 1, len(words)) if words[k] in _BY), len(words))
        end = next((k for k in range(by, len(words)) if words[k] in _ENDS - {"and"}), len(words))
        own = [v for v in voices if by < v.i < end and v.speaks]
        return _as_one(own) if own and own[-1].j == end else None  # not "Statement by X stirs …"
    k = at
    while words[k - 1] in _LEADS:
        k -= 1
    own = [v for v in voices if v.j <= k and v.speaks]
    if own and own[-1].kind == "country" and own[-1].j == k:
        return None  # "Paris declaration": where, and not whose
    if not own or words[own[-1].j : k] not in ([], ["'"], ["'s"]):
        return None
    if not all(word in _LEADS for word in words[: own[0].i]):
        return None
    return None if words[at + 1 : at + 2] and words[at + 1] not in _ENDS else _as_one(own)


def _issuer_of(sentence: Sentence, voices: list[Voice]) -> Voice | None:
    """Who hands over what follows: "The ministry issued the following statement", "We, the leaders of A and B, …", "By A."."""
    words = sentence.words
    own = [v for v in voices if v.speaks]
    if words[:2] == ["we", ","]:
        return _of_us(words, own)
    if words[0] == "by" and own and own[0].i == 1 and own[0].kind == "person":
        return own[0] if words[own[0].j :] in ([], ["."]) else None
    at = next(
        (
            k
            for k in range(1, len(words) - 1)
            if words[k - 1 : k + 1] == ["the", "following"] and words[k + 1] in _TEXTS
        ),
        None,
    )
    if at is None:
        return None
    return _as_one([v for v in own if (v.j <= at if at > 1 else v.i > at)])


def _of_us(words: list[str], voices: list[Voice]) -> Voice | None:
    """Who "we" are, up to the comma that closes the list: "We, the leaders of A and B, met"."""
    listed = [run for run in runs(words, voices) if run.i <= _LEAD_MAX]
    return next((v for v in (*listed, *voices) if v.i <= _LEAD_MAX), None)


def is_headed(sentence: Sentence) -> bool:
    """Whether a headline calls what follows a statement or the like, by whomever: "Paris declaration"."""
    return not _TEXTS.isdisjoint(sentence.words)


def _opener_of(sentence: Sentence, voices: list[Voice]) -> Voice | None:
    """The several who are the subject where a text opens: "The leaders of A, B and C met in Paris"."""
    own = [*runs(sentence.words, voices), *(v for v in voices if len(v.actors) > 1)]
    return next((v for v in own if v.i <= _LEAD_MAX and v.role == "agent" and v.speaks), None)


def is_own_words(document: Document, author: Voice) -> bool:
    """Whether a text speaks as "we" or "I" outside of quotations, and not of its author by name."""
    body = [s for s in document.sentences if not s.in_title]
    if any(author.surname and author.surname in s.words for s in body[_STANDFIRST:]):
        return False
    return any(
        word in FIRST_PERSON and quote < 0
        for sentence in body
        for word, quote in zip(sentence.words, sentence.quote, strict=True)
    )


def _as_one(voices: list[Voice]) -> Voice | None:
    """Those who are named as authors, as one voice; the last of those who are named for one actor."""
    own = [*{v.actors: v for v in voices}.values()]
    return None if not own else own[0] if len(own) == 1 else together(own)
