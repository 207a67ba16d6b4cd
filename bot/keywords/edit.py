"""What a claim's keywords should lose and gain, and the configuration's text with that done.

Knows phrases and the configuration; no terminal and no chat.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bot.configuration.edit import read_text, validated, with_keywords
from bot.watching import watchlist_of
from watchers.errors import Misuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a claim's keywords should lose and gain."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.add or self.remove or self.exclude)

    @property
    def phrases(self) -> tuple[str, ...]:
        """All that are changed."""
        return (*self.add, *self.remove, *self.exclude)

    def __str__(self) -> str:
        parts = [
            *(f"+ “{one}”" for one in self.add),
            *(f"- “{one}”" for one in self.remove),
            *(f"never with “{one}”" for one in self.exclude),
        ]
        return ", ".join(parts)


def edited(path: Path, claim: str, edit: Edit) -> str:
    """The configuration's text with the edit made. Raises `Misuse` where it cannot be made."""
    text = read_text(path)
    settings = validated(text, path)
    watched = {one.id: one for one in watchlist_of(settings).claims}
    check_claim(claim, watched)
    known = {word.casefold() for word in watched[claim].keywords}
    for phrase in edit.remove:
        change = settings.watch.keywords.get(claim)
        excluded = {one.casefold() for one in (change.exclude if change else ())}
        if claim not in settings.claims and phrase.casefold() not in known | excluded:
            raise Misuse(f"{claim}: “{phrase}” is not among its keywords")
    made = with_keywords(text, claim, add=edit.add, remove=edit.remove, exclude=edit.exclude)
    watchlist_of(validated(made, path))
    return made


def check_claim(claim: str, watched: Collection[str]) -> None:
    """Refuse a claim that is not watched, and name those that are."""
    if claim not in watched:
        known = ", ".join(sorted(watched))
        raise Misuse(f"no claim is called {claim!r}; there are {known}")
