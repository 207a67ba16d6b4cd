"""Go through the kept texts with a configuration's reader: to count keywords, or to try others.

Knows the store and the workers; what comes of it is shown by whoever asked.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.keywords.report import Hits, Row, rows_of
from bot.settings import Configuration
from bot.watching import WorkerReader, compile_reader, sources_of, watchlist_of, worker_reader
from watchers.articles.making import prepare_reader, this_reader
from watchers.articles.publishers import Publishers
from watchers.articles.rereading import Again, shown_text
from watchers.errors import Trouble
from watchers.keyword_hits import Keyword, KeywordHits, keywords_of, shadows
from watchers.ledger.speakers import Speakers
from watchers.reading_back import to_read_again
from watchers.store import rereading
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.rereading import KeptText
from watchers.trying import Progress, Trial, scan, try_out
from watchers.workers import READERS, WorkerLimits, Workers, WorkFailed


async def try_configuration(
    settings: Configuration,
    claim: str,
    *,
    database: Database,
    now: datetime,
    progress: Progress,
    processes: int = 2,
    phrases: tuple[str, ...] = (),
) -> Trial:
    """What a claim would come to under a configuration that is not in force. Raises `Trouble`.

    `phrases` are those that come and go, where nothing else is changed.
    """
    watchlist = watchlist_of(settings)
    async with _workers(settings, processes) as workers:
        try:
            return await try_out(
                claim,
                database=database,
                workers=workers,
                ledger=LedgerStore(Speakers(watchlist.actors).key, settings.ledger),
                sources=sources_of(settings),
                now=now,
                progress=progress,
                phrases=phrases,
                # A user's own claim is found by what its keywords share: each bears on the others.
                all_texts=claim in settings.claims or not phrases,
            )
        except WorkFailed as error:
            raise Trouble(f"the kept texts could not be read: {error.detail}") from error


async def count_keywords(
    settings: Configuration,
    claims: frozenset[str],
    *,
    database: Database,
    progress: Progress,
) -> tuple[list[Row], int, datetime | None]:
    """A row for each keyword, how many texts were looked through, and when the oldest was fetched."""
    watchlist = watchlist_of(settings)
    keywords = keywords_of(watchlist, claims)
    counter = KeywordHits(watchlist, compile_reader(watchlist), keywords)
    hits: dict[Keyword, Hits] = {}
    texts = 0
    with database.read() as connection:
        oldest = rereading.oldest_text(connection)
        speaking = {one: rereading.speaking_keys(connection, (one,), ()) for one in claims}

    nobody = Publishers(())  # whose a text is makes no difference to its keywords

    def prepare(some: Sequence[KeptText]) -> list[Again]:
        return [to_read_again(text, nobody, frozenset()) for text in some]

    async with _workers(settings, 2) as workers:
        try:
            scanned = scan(database, workers, prepare, keywords_in_all, keywords, progress=progress)
            async for text, met in scanned:
                texts += 1
                for keyword in met:
                    speaks = text.key in speaking[keyword.claim]
                    hits.setdefault(keyword, Hits()).count(text.fetched_at, speaks=speaks)
        except WorkFailed as error:
            raise Trouble(f"the kept texts could not be read: {error.detail}") from error
    rows = rows_of(list(counter.elements), hits, shadows(counter.elements), texts=texts)
    return rows, texts, oldest


def keywords_in_all(
    texts: Sequence[Again], keywords: tuple[Keyword, ...]
) -> tuple[frozenset[Keyword], ...]:
    """The worker's task: the keywords that each text meets."""
    reader = this_reader()
    assert isinstance(reader, WorkerReader)
    return tuple(reader.keywords_in(shown_text(one), keywords) for one in texts)


def _workers(settings: Configuration, processes: int) -> Workers:
    prepare = worker_reader(watchlist_of(settings))
    limits = WorkerLimits(processes=processes)
    return Workers(limits, prepare=prepare_reader, prepare_args=(prepare,), preload=READERS)
