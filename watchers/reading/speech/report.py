"""One report: who says, by which words, what. Knows no words of its own."""

from dataclasses import dataclass

from watchers.reading.voices.voice import Voice


@dataclass(frozen=True, slots=True)
class Report:
    """A report; `source` is `None` where somebody speaks whom the text does not let us know."""

    source: Voice | None
    #: Tokens of the report verb.
    i: int
    j: int
    #: Tokens of what is said.
    start: int
    end: int
    rule: str
    verb: str = "say"
    form: str = "past"

    def covers(self, token: int) -> bool:
        return self.start <= token < self.end and not self.i <= token < self.j


def innermost(reports: list[Report], token: int) -> tuple[Report | None, Report | None]:
    """The report that covers a token most closely, and the one around that."""
    over = [r for r in reports if r.covers(token)] if reports else []
    if len(over) < 2:
        return (over[0] if over else None), None
    over.sort(
        key=lambda r: (
            r.end - r.start if r.start > r.i or r.rule in ("dash", "colon") else 10_000 - r.i,
            abs(token - r.i),
        )
    )
    right = [r for r in over if r.start >= r.j]
    if right:
        inner = max(right, key=lambda r: r.start)
        outer = [r for r in over if r.i != inner.i]
        return inner, outer[0] if outer else None
    return over[0], over[1] if len(over) > 1 else None
