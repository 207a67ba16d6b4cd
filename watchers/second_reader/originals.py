"""The articles that a model has read or is reading, and what a near-copy takes over from them.

Knows the store and the index of copies. An article's own earlier version is no original: what was
changed in it is what matters.
"""

from datetime import datetime, timedelta

from watchers.second_reader.answers import Unreadable
from watchers.second_reader.bench import Bench
from watchers.second_reader.copies import Copies, sketch
from watchers.second_reader.reading import Question, SecondReading
from watchers.second_reader.verifying import Checked
from watchers.store.model_answers import answer_of
from watchers.store.model_readings import StoredReading, reading, recent_readings
from watchers.store.thread import DatabaseThread

#: A story is copied within days; texts of older ones are no longer compared.
COPIES_FOR = timedelta(days=7)
COPIES_MAX = 2_000


class Originals:
    """Which article is read for which; used on one event loop."""

    def __init__(self, database: DatabaseThread, reading: SecondReading, bench: Bench) -> None:
        self._database, self._reading, self._bench = database, reading, bench
        self._copies = Copies()
        self._urls: dict[int, str] = {}
        self._loaded = False

    def use(self, reading: SecondReading) -> None:
        self._reading = reading

    async def load(self, now: datetime) -> None:
        """What was read before the program was started; once."""
        if self._loaded:
            return
        recent = await self._database.read(
            lambda connection: recent_readings(connection, since=now - COPIES_FOR, limit=COPIES_MAX)
        )
        sketches = await self._bench.do(
            lambda: [(number, url, sketch("", text)) for number, url, text in reversed(recent)]
        )
        for number, url, made in sketches:
            self._urls[number] = url
            self._copies.add(number, made)
        self._loaded = True

    def original_of(self, stored: StoredReading, question: Question) -> int | None:
        """The article that is read for this one; `None` where it is one itself, from now on."""
        while (number := self._copies.original_of(question.sketch)) not in (None, stored.id):
            assert number is not None
            if self._urls.get(number) != stored.article.url or not stored.article.url:
                return number
            self.drop(number)
        self.add(stored, question)
        return None

    def add(self, stored: StoredReading, question: Question) -> None:
        self._urls[stored.id] = stored.article.url
        self._copies.add(stored.id, question.sketch)

    def drop(self, number: int) -> None:
        """It was not read after all, so nothing can be its copy."""
        self._urls.pop(number, None)
        self._copies.drop(number)

    async def carried(self, number: int, copy: StoredReading) -> tuple[str, Checked] | None:
        """The original's answer by its key, as far as it holds for the copy; `None` without one."""
        original = await self._database.read(lambda connection: reading(connection, number))
        key = original.answer if original is not None else None
        if original is None or key is None:
            return None
        answer = await self._database.read(lambda connection: answer_of(connection, key))
        if answer is None:
            return None

        def carry() -> Checked | Unreadable:
            checked = self._reading.check(answer.content, original.article)
            if isinstance(checked, Unreadable):
                return checked
            return self._reading.carried(checked, copy.article)

        checked = await self._bench.do(carry)
        return None if isinstance(checked, Unreadable) else (key, checked)
