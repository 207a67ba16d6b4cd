"""Who could hold a position in a sentence, and which parts they play there.

Knows voices, reports and who spoke or acted before. Knows no claim and no cue.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from watchers.reading.trace import Trace
from watchers.reading.voices.voice import Voice

#: Paragraphs for which the last speaker may still be speaking.
_SPEAKER_PARAGRAPHS = 2
#: The parts, the most telling first; one stands for all where facts are joined.
_PARTS = (
    "source", "last-0", "first-agent", "agent", "owner", "by", "object", "place", "adjective", "last-1", "last-2",
    "agent-before",
)  # fmt: skip

#: An actor, the voice that names it, and the parts it plays.
_Part = tuple[str, Voice | None, tuple[str, ...]]


@dataclass(slots=True)
class Holder:
    """An actor in play in a sentence, with the parts it plays there."""

    actor: str
    parts: set[str] = field(default_factory=set)
    #: The voice that names it; `None` where an adjective alone does, or only what went before.
    voice: Voice | None = None

    @property
    def part(self) -> str:
        """The most telling of its parts."""
        part = next((name for name in _PARTS if name in self.parts), "none")
        return f"{part}-pronoun" if "pronoun" in self.parts else part


class Holders:
    """Finds the actors in play in one sentence of an article after another."""

    def __init__(self, actors: Container[str]) -> None:
        self._actors = actors
        self._lead: frozenset[str] = frozenset()
        #: Paragraph and actor of the last subject.
        self._last_agent: tuple[int, str] = (-9, "")

    def find(self, trace: Trace) -> dict[str, Holder]:
        """Sources, subjects, owners, adjectives, the last speaker and the last subject."""
        found: dict[str, Holder] = {}
        for actor, voice, parts in (*_in_sentence(trace), *self._from_before(trace)):
            if actor in self._actors:
                holder = found.get(actor)
                if holder is None:
                    holder = found[actor] = Holder(actor)
                holder.parts.update(parts)
                holder.voice = holder.voice or voice
        for actor in self._lead & found.keys():
            found[actor].parts.add("lead")
        return found

    def remember(self, trace: Trace) -> None:
        """Take note of a sentence's subject for the sentences after it."""
        agents = [v for v in trace.voices if v.role == "agent" and v.actors]
        if agents:
            self._lead = self._lead or frozenset(agents[0].actors)
            self._last_agent = (trace.sentence.paragraph, agents[0].actors[0])

    def _from_before(self, trace: Trace) -> Iterable[_Part]:
        if trace.before is not None and trace.before_gap <= _SPEAKER_PARAGRAPHS:
            for actor in trace.before.actors:
                yield actor, trace.before, (f"last-{trace.before_gap}",)
        paragraph, actor = self._last_agent
        if actor and trace.sentence.paragraph - paragraph <= 1:
            yield actor, None, ("agent-before",)


def _in_sentence(trace: Trace) -> Iterable[_Part]:
    """Who is named in a sentence, and as what."""
    for report in trace.reports:
        for actor in report.source.actors if report.source is not None else ():
            yield actor, report.source, ("source", f"source-{report.rule}")
    first = True
    for voice in trace.voices:
        parts = [voice.role, f"{voice.kind}-{voice.role}"]
        if voice.word in ("he", "she", "they", "it"):
            parts.append("pronoun")
        if first and voice.role == "agent" and voice.actors:
            parts.append("first-agent")
            first = False
        for actor in voice.actors:
            yield actor, voice, tuple(parts)
    inside = {k for v in trace.voices for k in range(v.i, v.j)}
    for mark in trace.marks:
        if mark.kind == "adj" and mark.i not in inside:
            yield mark.value, None, ("adjective",)
