"""Who tells a headline: "Kremlin: no troops", "No troops – Kremlin", "No troops for Kyiv: Kremlin".

Knows colons and dashes. Knows no report verb, no claim and no position.
"""

from watchers.reading.speech.report import Report
from watchers.reading.text.document import Sentence
from watchers.reading.voices.voice import Voice

#: Tokens before a headline's colon that make a sentence.
_TOLD_MIN = 4
#: What tells behind such a colon and speaks for nobody.
_FINDINGS = frozenset({"analysis", "media", "poll", "report", "reports", "study", "survey"})


def told_in_headline(sentence: Sentence, voices: list[Voice]) -> Report | None:
    """As in "Kremlin: no troops", "No troops - Kremlin", "'No troops': Kremlin", and the same at the head of a live entry."""
    words = sentence.words
    if sentence.in_title and ":" in words[-3:-1] and not _FINDINGS.isdisjoint(words[-2:]):
        k = len(words) - (2 if words[-2] == ":" else 3)
        return Report(None, k, len(words), 0, k, "dash")
    for k, word in enumerate(words[:18]):
        if word == ":" and k and not _is_told_last(sentence, voices, k):
            lead = [v for v in voices if v.j <= k and v.role == "agent"]
            if lead and (lead[-1].j >= k - 1 or len(lead) == 1) and "?" not in words[:k]:
                first = lead[0]
                if (first.i <= 4 or sentence.in_title) and first.word != "it":
                    return Report(first, k, k + 1, k + 1, len(words), "colon")
            break
    if sentence.in_title:
        for k in range(len(words) - 1, 0, -1):
            if words[k] in ("–", "-") or (words[k] == ":" and _is_told_last(sentence, voices, k)):
                tail = [v for v in voices if v.i == k + 1 and v.j >= len(words) - 1]
                return Report(tail[0], k, k + 1, 0, k, "dash") if tail else None
    return None


def _is_told_last(sentence: Sentence, voices: list[Voice], k: int) -> bool:
    """As in the headlines "'No troops': Kremlin", "Moscow has no say over troops: NATO chief"."""
    return (
        sentence.in_title
        and (k >= _TOLD_MIN or sentence.words[k - 1] in ("'", '"'))
        and any(v.i == k + 1 and v.j >= len(sentence.words) - 1 for v in voices)
    )
