"""What is known of a claim's keywords, as rows: how often met, when last, and what is wrong with them.

Pure: knows counts and days. Where they come from is `bot.keywords.scan`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchers.keyword_hits import Keyword

#: Share of all kept texts from which a keyword says nothing any more.
DROWNS_FROM = 0.10


class Flaw(StrEnum):
    """What is wrong with a keyword."""

    #: No kept text meets it.
    NEVER = "never hits"
    #: So many texts meet it that it tells nothing apart.
    DROWNS = "drowns"
    #: A shorter keyword of the claim meets all that it could.
    SHADOWED = "shadowed"


@dataclass(slots=True, kw_only=True)
class Hits:
    """What meets a keyword; grows as texts are counted."""

    texts: int = 0
    #: Of these, articles that the ledger has a statement of on the claim.
    speaking: int = 0
    last: datetime | None = None

    def count(self, at: datetime, *, speaks: bool) -> None:
        self.texts += 1
        self.speaking += speaks
        self.last = max(self.last or at, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A keyword with what is known of it."""

    claim: str
    keyword: str
    texts: int
    share: float
    speaking: int
    last: datetime | None
    flaws: tuple[Flaw, ...]
    #: The keyword that makes it idle.
    shadow: str | None


def rows_of(
    keywords: Sequence[Keyword],
    hits: Mapping[Keyword, Hits],
    shadows: Mapping[Keyword, Keyword],
    *,
    texts: int,
) -> list[Row]:
    """A row for each keyword; the claims in their order, what is met most often first."""
    claims = list(dict.fromkeys(one.claim for one in keywords))
    made = [_row(one, hits.get(one, Hits()), shadows.get(one), texts) for one in keywords]
    return sorted(made, key=lambda row: (claims.index(row.claim), -row.texts))


def _row(keyword: Keyword, hits: Hits, shadow: Keyword | None, texts: int) -> Row:
    share = hits.texts / texts if texts else 0.0
    flaws = [
        flaw
        for flaw, is_so in (
            (Flaw.NEVER, texts > 0 and not hits.texts),
            (Flaw.DROWNS, share >= DROWNS_FROM),
            (Flaw.SHADOWED, shadow is not None),
        )
        if is_so
    ]
    return Row(
        claim=keyword.claim,
        keyword=keyword.phrase,
        texts=hits.texts,
        share=share,
        speaking=hits.speaking,
        last=hits.last,
        flaws=tuple(flaws),
        shadow=shadow.phrase if shadow else None,
    )
