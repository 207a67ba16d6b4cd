"""What a configuration says of claims and actors that are not there, and words in it that can do nothing.

Knows the shipped claims' and actors' names and the configuration's own. Reads no text of articles.
"""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from bot.settings import Configuration
from watchers.actor_files import shipped_actors
from watchers.claims import Claim, load_claims
from watchers.reading.text.document import fold
from watchers.settings_file import Place


@cache
def _shipped_claims() -> tuple[Claim, ...]:
    return load_claims().claims


def faults_in(settings: Configuration) -> Iterator[tuple[Place, str]]:
    """Keys and names that nothing answers to: where they stand, and what is wrong."""
    if settings.watch.keywords:
        yield from _changed_claims(settings)
    if settings.alerts.routes:
        yield from _routes(settings)


def _changed_claims(settings: Configuration) -> Iterator[tuple[Place, str]]:
    shipped = [claim.id for claim in _shipped_claims()]
    for name in settings.watch.keywords:
        place = ("watch", "keywords", name)
        if name in settings.claims:
            yield place, f"is a claim of your own: write them under [claims.{name}]"
        elif name not in shipped:
            yield place, f"there is no such shipped claim{_nearest(name, shipped)}"


def _routes(settings: Configuration) -> Iterator[tuple[Place, str]]:
    seeds = settings.watch.seeds
    claims = {*settings.claims, *((c.id for c in _shipped_claims()) if seeds else ())}
    actors = {*settings.actors, *((a.id for a in shipped_actors()) if seeds else ())}
    for number, route in enumerate(settings.alerts.routes):
        for key, named, known in (
            ("actors", route.actors, actors),
            ("claims", route.claims, claims),
        ):
            for name in sorted(named - known):
                place = ("alerts", "routes", number, key)
                yield place, f"{name} is not watched{_nearest(name, known)}"


def idle_in(settings: Configuration) -> Iterator[str]:
    """Words that can never do anything, a line each; they are no fault, since seeds may change."""
    shipped = {claim.id: claim for claim in _shipped_claims()}
    for name, change in settings.watch.keywords.items():
        if not settings.watch.seeds:
            yield f"watch.keywords.{name}: no shipped claim is watched, since watch.seeds is false"
            continue
        # What soldiers are called is read without keywords: there any phrase can be taken away.
        if not shipped[name].doer:
            keywords = shipped[name].keywords
            known = {word.casefold() for word in keywords}
            for phrase in change.remove:
                if phrase.casefold() not in known:
                    near = _nearest(phrase, keywords)
                    yield f"watch.keywords.{name}.remove: “{phrase}” is not among its keywords{near}"
        yield from _excluded(f"watch.keywords.{name}.add", change.add, change.exclude)
    for name, claim in settings.claims.items():
        yield from _excluded(f"claims.{name}.keywords", claim.keywords, claim.exclude)


def _excluded(where: str, keywords: Collection[str], exclude: Collection[str]) -> Iterator[str]:
    for keyword in keywords:
        for phrase in exclude:
            if f" {fold(phrase)} " in f" {fold(keyword)} ":
                yield f"{where}: “{keyword}” never counts, since “{phrase}” is excluded"
                break


def _nearest(name: str, known: Iterable[str]) -> str:
    written = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), written, n=1)
    return f"; did you mean {written[close[0]]}?" if close else ""
