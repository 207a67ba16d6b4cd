"""What the model is asked about an article: instructions, claims, actors, sentences, answer's form.

Knows the guide's text, claims and actors as lines; no server. The same article, catalogue and guide
give the same prompt to the letter, so that an answer can be kept under its fingerprint.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from watchers.model import Act, Article, Position, Via, When
from watchers.reading.text.document import fold
from watchers.second_reader.sentences import Sheet, estimate_tokens, number_sentences, one_line

#: Tokens of a prompt besides the article: what a reading may cost before its text is counted.
FRAME_MAX_TOKENS = 2_500
#: The word for a field that has nothing to say; servers' grammars like it better than null.
NOTHING = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A claim or an actor as the prompt names it."""

    id: str
    line: str
    #: Folded phrases of which an article that speaks of it holds one.
    phrases: tuple[str, ...]

    def hits(self, folded: str) -> int:
        return sum(phrase in folded for phrase in self.phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that may be asked about, and how."""

    #: Kept with each statement.
    version: str
    #: Holds {claims} and {actors}.
    instructions: str
    claims: tuple[Item, ...]
    actors: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question to the model."""

    version: str
    #: Instructions, claims and actors.
    system: str
    #: The article.
    user: str
    schema: dict[str, Any]
    sheet: Sheet
    #: Ids of claims and actors for which there was no room.
    left_out: tuple[str, ...] = ()

    @property
    def frame_tokens(self) -> int:
        """An estimate of all that is sent besides the article."""
        return estimate_tokens(self.system) + estimate_tokens(_compact(self.schema))

    @property
    def tokens(self) -> int:
        return self.frame_tokens + estimate_tokens(self.user)

    @property
    def messages(self) -> list[dict[str, str]]:
        return [
            {"role": "system", "content": self.system},
            {"role": "user", "content": self.user},
        ]

    def key(self, model: str) -> str:
        """The same for the same question to the same model: text, claims, actors, instructions."""
        told = _compact([model, self.system, self.user, self.schema])
        return sha256(told.encode("utf-8", "replace")).hexdigest()[:40]


def build_prompt(article: Article, catalogue: Catalogue) -> Prompt:
    """The question about an article.

    All claims and actors where they fit, so that the prompt begins alike for every article; else
    those that the article names, most often named first.
    """
    sheet = number_sentences(article)
    whole = _prompt(article, sheet, catalogue, catalogue.claims, catalogue.actors)
    if whole.frame_tokens <= FRAME_MAX_TOKENS:
        return whole
    folded = fold(f"{article.title}\n{article.text}")
    actors = _fitting(
        catalogue.actors,
        folded,
        lambda some: _prompt(article, sheet, catalogue, catalogue.claims[:1], some),
    )
    claims = _fitting(
        catalogue.claims, folded, lambda some: _prompt(article, sheet, catalogue, some, actors)
    )
    return _prompt(article, sheet, catalogue, claims, actors)


def _fitting(
    items: Sequence[Item], folded: str, ask: Callable[[tuple[Item, ...]], Prompt]
) -> tuple[Item, ...]:
    """The items that the article names, as many as there is room for, in their own order."""
    ranked = sorted((item for item in items if item.hits(folded)), key=lambda i: -i.hits(folded))
    chosen: list[Item] = []
    for item in ranked:
        if ask((*chosen, item)).frame_tokens <= FRAME_MAX_TOKENS:
            chosen.append(item)
    return tuple(item for item in items if item in chosen)


def _prompt(
    article: Article,
    sheet: Sheet,
    catalogue: Catalogue,
    claims: tuple[Item, ...],
    actors: tuple[Item, ...],
) -> Prompt:
    chosen = {item.id for item in (*claims, *actors)}
    system = catalogue.instructions.replace("{claims}", "\n".join(one.line for one in claims))
    system = system.replace("{actors}", _actor_lines(actors))
    return Prompt(
        version=catalogue.version,
        system=system.strip(),
        user=_article_lines(article, sheet),
        schema=_schema([one.id for one in claims], [one.id for one in actors]),
        sheet=sheet,
        left_out=tuple(
            item.id for item in (*catalogue.claims, *catalogue.actors) if item.id not in chosen
        ),
    )


def _actor_lines(actors: Sequence[Item]) -> str:
    """Ids that speak for themselves on one line, the others explained."""
    plain = [one.id for one in actors if one.line == one.id]
    return "\n".join(
        [" ".join(plain)] * bool(plain) + [one.line for one in actors if one.line != one.id]
    )


def _article_lines(article: Article, sheet: Sheet) -> str:
    lines = [
        f"Outlet: {one_line(article.outlet) or 'unknown'}",
        f"Published: {article.published:%A %Y-%m-%d}",
    ]
    paragraph: int | None = None
    for sentence in sheet.sentences:
        if sentence.paragraph != paragraph:
            lines.append("")
            paragraph = sentence.paragraph
        lines.append(f"[{sentence.number}] {sentence.shown}")
    if sheet.cut:
        lines += ["", "(The article goes on; the rest is not shown.)"]
    return "\n".join(lines)


def _schema(claims: list[str], actors: list[str]) -> dict[str, Any]:
    """The answer's form, in the words that every server with structured output understands."""
    fields: dict[str, Any] = {
        "sentence": {"type": "integer"},
        "actor": {"type": "string", "enum": actors},
        "claim": {"type": "string", "enum": claims},
        "position": {"type": "string", "enum": [*Position]},
        "speaker": {"type": "string"},
        "when": {"type": "string", "enum": [*When]},
        "via": {"type": "string", "enum": [*Via]},
        "act": {"type": "string", "enum": [NOTHING, *Act]},
        "said_on": {"type": "string"},
    }
    return {
        "type": "object",
        "properties": {
            "statements": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": fields,
                    "required": [*fields],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["statements"],
        "additionalProperties": False,
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
