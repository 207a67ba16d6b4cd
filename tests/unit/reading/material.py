"""A compiled reader and short ways to ask it, for the reading tests."""

from datetime import UTC, datetime
from functools import cache

from watchers.model import Article, Statement
from watchers.reading.reader import Reader, Reading
from watchers.watchlist import OwnActor, OwnClaim, Watchlist, build_watchlist

TUESDAY = datetime(2025, 9, 9, 12, tzinfo=UTC)


def rules_alone(watchlist: Watchlist) -> Reader:
    """A reader without the model's veto: these tests are about the rules."""
    return Reader(
        actors=watchlist.actors,
        world=watchlist.world,
        claims=watchlist.claims,
        families=watchlist.families,
        soldiers=watchlist.soldiers,
        cues=watchlist.cues,
    )


@cache
def shipped_reader() -> Reader:
    return rules_alone(build_watchlist())


@cache
def own_reader() -> Reader:
    """What a configuration alone defines: a moratorium that the shipped claims know nothing of."""
    return rules_alone(
        build_watchlist(
            seeds=False,
            claims={
                "sweden-joins": OwnClaim(
                    proposition="Sweden becomes a member of NATO.",
                    keywords=("Sweden's NATO membership", "Swedish accession", "Sweden's NATO bid"),
                ),
                "harbour-ban": OwnClaim(
                    proposition="The government bans cruise ships from the old harbour.",
                    keywords=(
                        "ban on cruise ships",
                        "cruise ships in the old harbour",
                        "cruise ship ban",
                    ),
                ),
            },
            actors={
                "turkey": OwnActor(
                    name="Turkey",
                    aliases=("Ankara", "Recep Tayyip Erdogan", "Erdoğan", "Turkish parliament"),
                    leaders=("Erdogan",),
                ),
                "sweden": OwnActor(
                    name="Sweden", aliases=("Stockholm", "Ulf Kristersson", "Swedes")
                ),
                "ruritania": OwnActor(
                    name="Ruritania",
                    aliases=("Strelsau", "Rudolf Elphberg", "Ruritanian government"),
                ),
            },
        )
    )


def article(text: str, *, title: str = "", published: datetime = TUESDAY) -> Article:
    return Article(id="a", url="", title=title, text=text, published=published, outlet="")


def reading(text: str, *, title: str = "", reader: Reader | None = None) -> Reading:
    return (reader or shipped_reader()).read(article(text, title=title))


def read(text: str, *, title: str = "", reader: Reader | None = None) -> list[tuple[str, str, str]]:
    """(actor, claim, position) of each statement."""
    return [
        (s.actor, s.claim, str(s.position))
        for s in reading(text, title=title, reader=reader).statements
    ]


def only(text: str, *, reader: Reader | None = None) -> Statement:
    """The one statement of a text."""
    (statement,) = reading(text, reader=reader).statements
    return statement
