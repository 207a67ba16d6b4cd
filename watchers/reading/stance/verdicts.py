"""What somebody's answer to a matter is: "Rome's answer to X was no", "Tajani on X: out of the question".

Knows nouns of answers and views, and the words that fill them. Knows no claim.
"""

from watchers.cues import CueClass, Frame
from watchers.reading.clauses.clauses import Governed
from watchers.reading.composition import Group
from watchers.reading.matter.mentions import Mention
from watchers.reading.stance.relatives import Relatives
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import ADVERBS, BE

_ANSWERS = frozenset({
    "answer", "attitude", "decision", "feelings", "judgement", "judgment", "line", "message", "opinion", "position", "reaction",
    "reply", "response", "stance", "stand", "verdict", "view", "views", "word",
})  # fmt: skip
_ON = frozenset({"about", "of", "on", "over", "regarding", "to", "toward", "towards"})
_ARTICLES = frozenset({"a", "an", "any", "idea", "of", "plan", "such", "the", "this"})
_FROM = frozenset({"from", "in", "of"})
_FILLED = {
    **dict.fromkeys(("hostile", "negative", "nein", "no", "nyet", "refusal", "rejection", "scathing"), CueClass.REJECT),
    **dict.fromkeys((
        "bleak", "cautious", "chilly", "cool", "critical", "dim", "doubtful", "frosty", "guarded", "lukewarm", "reluctant", "reserved",
        "sceptical", "skeptical", "unenthusiastic", "wary",
    ), CueClass.DOUBT),
    **dict.fromkeys((
        "affirmative", "enthusiastic", "favorable", "favourable", "ja", "oui", "positive", "supportive", "warm", "yes",
    ), CueClass.ENDORSE),
    **dict.fromkeys(("maybe", "perhaps"), CueClass.CONSIDER),
    **dict.fromkeys((
        "ambiguous", "ambivalent", "evasive", "mixed", "noncommittal", "non-committal", "open", "unclear", "undecided", "vague",
    ), CueClass.DEFER),
}  # fmt: skip
#: Tokens of "Rome's long-awaited" before "answer", and of "still a very firm" before "no".
_OWNED_MAX, _FILLING_MAX = 3, 5


class Verdicts(Relatives):
    """Finds what fills somebody's answer, position or view."""

    def _verdict(self, mention: Mention) -> Governed | None:
        k = min([mention.i, *(a for a, _ in mention.anchors)]) - 1
        while k > 0 and self.words[k] in _ARTICLES and self.words[k - 1] not in _ANSWERS:
            k -= 1
        if k < 1 or self.words[k] not in _ON:
            return None
        after = self._after_place(mention.j)
        if after >= len(self.words) - 1:
            return None
        link = self.words[after]
        voice = self._whose_answer(k)
        if voice is None and link == ":":
            voice = self._speaking_on(k)
        if voice is None or (link not in BE and link != ":"):
            return None
        return self._filled(mention, voice, after + 1)

    def _whose_answer(self, k: int) -> Voice | None:
        """As in "Rome's answer to", "the answer from Rome to"."""
        for voice in self.voices:
            if not voice.actors:
                continue
            if self.words[k - 1] in _ANSWERS and (
                (voice.role == "owner" and 0 <= k - 1 - voice.j <= _OWNED_MAX)
                or (voice.word in ("he", "she", "they") and voice.j == k - 1)
            ):
                return voice
            begin = voice.i - 1 - (self.words[voice.i - 1 : voice.i] == ["the"])
            if voice.j == k and self.words[begin] in _FROM and self.words[begin - 1] in _ANSWERS:
                return voice
        return None

    def _speaking_on(self, k: int) -> Voice | None:
        """As in "Tajani on X: …" at the head of a sentence."""
        if self.words[k] not in ("about", "on"):
            return None
        return next((v for v in self.voices if v.j == k and v.i <= 1 and v.actors), None)

    def _filled(self, mention: Mention, voice: Voice, begin: int) -> Governed | None:
        negated = False
        for k in range(begin, min(begin + _FILLING_MAX, len(self.words))):
            word = self.words[k]
            mark = next((c for c in self.cues if c.i == k and c.value.frame is Frame.ABOUT), None)
            cue_class = mark.value.cue_class if mark is not None else _FILLED.get(word)
            if cue_class is not None and not (word == "no" and self._is_of_noun(k + 1)):
                group = Group(cue_class, Frame.ABOUT, (), negated)
                cue = (k, mark.j if mark is not None else k + 1)
                return Governed(
                    mention, (group,), k, cue, "right", "voices", (voice,), form="plain", text=word
                )
            negated ^= any(n.i == k for n in self.negs)
            if not (word.isalpha() or "-" in word or word == '"') or word in ("and", "but", "that"):
                return None
        return None

    def _is_of_noun(self, k: int) -> bool:
        """As in "was no surprise", where "no" is no answer."""
        return k < len(self.words) and self.words[k].isalpha() and self.words[k] not in ADVERBS | {
            "as", "from", "he", "she", "they", "to",
        }  # fmt: skip
