"""Poll the feeds that are due and store what they bring. Puts the parts together; decides nothing.

What an answer means is in `answers` and `parsing`, when to ask again in `advance` and `intervals`,
whom to tell what in `health`. Entries and validators are stored in one transaction, so that no
process that dies can have the one without the other.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus

from watchers.feeds.advance import after_success, after_trouble, decide_brief, is_archive
from watchers.feeds.answers import trouble_of_answer, trouble_of_failure
from watchers.feeds.health import decide_alarms
from watchers.feeds.parsing import parse_feed
from watchers.feeds.records import (
    Alarm,
    FeedProblem,
    FeedSource,
    FeedState,
    ParsedFeed,
    PollPolicy,
    Trouble,
)
from watchers.fetch import Fetcher
from watchers.fetched import FetchFailed, Response
from watchers.store import feeds as feed_store
from watchers.store.database import Connection
from watchers.store.entries import EntryCounts, store_entries
from watchers.store.thread import DatabaseThread
from watchers.workers import Workers, WorkFailed

_NOTHING = EntryCounts(total=0, new=0, edited=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOutcome:
    """What one poll of one feed came to."""

    url: str
    #: Entries of the answer; all zero where it was the one we have, or none.
    counts: EntryCounts = _NOTHING
    #: `None`: the poll went well.
    trouble: Trouble | None = None
    alarms: tuple[Alarm, ...] = ()
    elapsed_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """A poll before it is recorded."""

    parsed: ParsedFeed
    response: Response | None = None
    body_hash: str = ""
    asked_in_full: bool = True

    @property
    def trouble(self) -> Trouble | None:
        return self.parsed.trouble


class Poller:
    """Polls feeds that are due. One feed is never polled twice at once."""

    def __init__(
        self,
        sources: Iterable[FeedSource],
        *,
        database: DatabaseThread,
        fetcher: Fetcher,
        workers: Workers,
        clock: Callable[[], datetime],
        policy: PollPolicy | None = None,
    ) -> None:
        self._sources = {source.url: source for source in sources}
        self._database = database
        self._fetcher = fetcher
        self._workers = workers
        self._clock = clock
        self._policy = policy or PollPolicy()
        self._in_hand: dict[str, asyncio.Task[FeedOutcome]] = {}

    def use(self, sources: Iterable[FeedSource], fetcher: Fetcher, policy: PollPolicy) -> None:
        """Poll other feeds from now on, or in another way; polls in hand end as they began.

        `register` must have been called with them before.
        """
        self._sources = {source.url: source for source in sources}
        self._fetcher, self._policy = fetcher, policy

    async def register(self, sources: Iterable[FeedSource] | None = None) -> None:
        """Make the store know the configured feeds; once, before the first poll of them."""
        now = self._clock()
        sources = tuple(self._sources.values() if sources is None else sources)
        await self._database.write(
            lambda connection: feed_store.register_feeds(connection, sources, now=now)
        )

    async def start_due(self) -> list[asyncio.Task[FeedOutcome]]:
        """Begin to poll each feed that is due and not in hand; does not wait for any."""
        now, urls = self._clock(), tuple(self._sources)
        due = await self._database.read(
            lambda connection: feed_store.due_feeds(connection, urls, now=now)
        )
        return [self._start(state) for state in due if state.url not in self._in_hand]

    async def poll_due(self) -> tuple[FeedOutcome, ...]:
        """Poll every feed that is due, and wait for all of them."""
        return tuple(await asyncio.gather(*await self.start_due()))

    async def finish(self) -> None:
        """Wait for what is in hand; a request that has not begun is not made any more."""
        self._fetcher.stop()
        await asyncio.gather(*self._in_hand.values(), return_exceptions=True)

    def _start(self, state: FeedState) -> asyncio.Task[FeedOutcome]:
        work = self._poll(state, self._sources[state.url])
        task = asyncio.create_task(work, name=f"poll {state.url}")
        self._in_hand[state.url] = task
        task.add_done_callback(lambda _: self._in_hand.pop(state.url, None))
        return task

    async def _poll(self, state: FeedState, source: FeedSource) -> FeedOutcome:
        answer = await self._ask(state)
        if answer.trouble and not state.first_success_at and answer.parsed.named_feeds:
            # A page was configured; it says itself where its feed is.
            state = replace(state, fetch_url=answer.parsed.named_feeds[0])
            answer = await self._ask(state)
        return await self._database.write(
            lambda connection: self._record(connection, state, source, answer)
        )

    async def _ask(self, state: FeedState) -> _Answer:
        now = self._clock()
        in_full = (
            state.first_success_at is None
            or state.last_full_at is None
            or now - state.last_full_at >= self._policy.full_every
            or not (state.etag or state.last_modified)
        )
        try:
            response = await self._fetcher.get(
                state.fetch_url,
                headers={} if in_full else _validators(state),
                max_bytes=self._policy.max_bytes,
            )
        except FetchFailed as error:
            return _Answer(parsed=ParsedFeed(trouble=trouble_of_failure(error)))
        trouble = trouble_of_answer(response, asked_in_full=in_full, now=now)
        self._hold_host(response.url, trouble)
        if trouble is not None:
            return _Answer(parsed=ParsedFeed(trouble=trouble), response=response)
        body_hash = hashlib.sha256(response.body).hexdigest() if response.body else state.body_hash
        parsed = ParsedFeed()
        if body_hash != state.body_hash:
            parsed = await self._parse(response)
        return _Answer(parsed=parsed, response=response, body_hash=body_hash, asked_in_full=in_full)

    async def _parse(self, response: Response) -> ParsedFeed:
        content_type = response.headers.get("content-type", "")
        try:
            return await self._workers.run(
                parse_feed,
                response.body,
                response.url,
                content_type,
                seconds=self._policy.parse_seconds,
            )
        except WorkFailed as error:
            detail = f"the feed cannot be parsed: {error.detail}"
            return ParsedFeed(trouble=Trouble(problem=FeedProblem.UNPARSABLE, detail=detail))

    def _record(
        self, connection: Connection, state: FeedState, source: FeedSource, answer: _Answer
    ) -> FeedOutcome:
        now, policy = self._clock(), self._policy
        counts = _NOTHING
        if answer.trouble is not None:
            after = after_trouble(state, answer.trouble, policy=policy, now=now)
        else:
            counts = store_entries(
                connection,
                state.id,
                answer.parsed.entries,
                now=now,
                silent_if=lambda entry: is_archive(entry, state, policy),
                brief=decide_brief(answer.parsed.entries, state, policy),
            )
            after = self._succeeded(state, source, answer, counts, now)
        alarms = decide_alarms(
            after,
            feed_store.raised_alarms(connection, state.id),
            total=counts.total,
            known=counts.known,
            was_known_before=state.first_success_at is not None,
            policy=policy,
            now=now,
        )
        feed_store.save_feed(connection, after)
        feed_store.add_alarms(connection, state.id, alarms)
        return FeedOutcome(
            url=state.url,
            counts=counts,
            trouble=answer.trouble,
            alarms=alarms,
            elapsed_ms=answer.response.elapsed_ms if answer.response else 0,
        )

    def _succeeded(
        self,
        state: FeedState,
        source: FeedSource,
        answer: _Answer,
        counts: EntryCounts,
        now: datetime,
    ) -> FeedState:
        response = answer.response
        assert response is not None
        is_same = response.status == HTTPStatus.NOT_MODIFIED
        after = after_success(
            state,
            source,
            answer.parsed,
            new=counts.new,
            cache_control=response.headers.get("cache-control", ""),
            policy=self._policy,
            now=now,
        )
        return replace(
            after,
            fetch_url=response.moved_to or after.fetch_url,
            etag=response.headers.get("etag", after.etag if is_same else ""),
            last_modified=response.headers.get(
                "last-modified", after.last_modified if is_same else ""
            ),
            body_hash=answer.body_hash,
            last_full_at=now if answer.asked_in_full else after.last_full_at,
        )

    def _hold_host(self, url: str, trouble: Trouble | None) -> None:
        """What one feed's server asked for holds for its whole host, where the policy says so."""
        wait = trouble.wait_seconds if trouble else None
        if wait and self._policy.wait_by_host:
            longest = self._policy.backoff_ceiling.total_seconds()
            self._fetcher.hold(url, seconds=min(wait, longest))


def _validators(state: FeedState) -> dict[str, str]:
    return {
        name: value
        for name, value in (
            ("if-none-match", state.etag),
            ("if-modified-since", state.last_modified),
        )
        if value
    }
