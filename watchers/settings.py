"""The watchers' part of `config.toml`: what is watched, how it is fetched, judged and stored.

Knows the file's keys and what they may hold. Knows nothing of chats; `bot.settings` adds those.
"""

import re
from dataclasses import fields, is_dataclass
from datetime import timedelta
from typing import Annotated, Any, Literal, get_type_hints
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from watchers.feeds.records import PollPolicy
from watchers.fetched import FetchLimits
from watchers.ledger.policy import Policy

_DURATION = re.compile(r"(\d+)\s*(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def _duration(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    match = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if not match:
        raise ValueError('a time is a number with s, m, h or d, as in "15m"')
    try:
        return timedelta(**{_UNITS[match[2]]: int(match[1])})
    except OverflowError:
        raise ValueError("no clock reckons with so long a time") from None


#: The environment variable that holds the model's key; servers of one's own need none.
MODEL_KEY_VARIABLE = "VOLTEFACE_MODEL_KEY"

Duration = Annotated[timedelta, BeforeValidator(_duration)]
Text = Annotated[str, Field(min_length=1)]


def _worded(given: str) -> str:
    if not any(letter.isalnum() for letter in given):
        raise ValueError("must hold a letter or a digit")
    return given


#: What is looked for in texts.
Phrase = Annotated[Text, AfterValidator(_worded)]


class Section(BaseModel):
    """A table of the file; a key that it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class KeywordChanges(Section):
    """How a shipped claim's keywords are adjusted."""

    add: tuple[Phrase, ...] = ()
    remove: tuple[Phrase, ...] = ()
    #: Phrases that mean another matter: where one stands, the claim is not spoken of.
    exclude: tuple[Phrase, ...] = ()


class WatchSettings(Section):
    """What is watched, beside the `[claims]` and `[actors]` of the user's own."""

    seeds: bool = True
    #: "seeds", "none", or the path of a JSON Lines file of holdings.
    baseline: Text = "seeds"
    keywords: dict[str, KeywordChanges] = {}

    @model_validator(mode="before")
    @classmethod
    def _no_seeds_no_baseline(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("seeds") is False:
            return {"baseline": "none", **given}
        return given


class ClaimSettings(Section):
    """A claim of the user's own."""

    proposition: Phrase
    keywords: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    exclude: tuple[Phrase, ...] = ()


class ActorSettings(Section):
    """An actor of the user's own."""

    name: Phrase
    aliases: tuple[Phrase, ...] = ()
    #: People whose own words confirm a change.
    leaders: tuple[Phrase, ...] = ()


class FeedSettings(Section):
    """One feed."""

    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    #: The paper or station; without it, the feed's own title.
    outlet: Text | None = None
    #: The house behind the outlet: outlets of one owner are one witness.
    owner: Text | None = None
    #: How often to start with; it adapts to what the feed does.
    every: Annotated[Duration, Field(ge=timedelta(seconds=1))] = timedelta(minutes=15)
    #: It stays in the file and is not polled.
    paused: bool = False


class StoreSettings(Section):
    """Where everything is kept."""

    #: A database address; without it, SQLite in the user's data folder.
    url: Text | None = None


class ReadingSettings(Section):
    """Who reads the articles."""

    #: In this order; the rules read everything in any case.
    readers: tuple[Literal["rules", "model"], ...] = ("rules",)

    @field_validator("readers", mode="after")
    @classmethod
    def _rules_first(cls, readers: tuple[str, ...]) -> tuple[str, ...]:
        if readers not in (("rules",), ("rules", "model")):
            raise ValueError('must be ["rules"] or ["rules", "model"]')
        return readers


class ModelSettings(Section):
    """A language model behind an OpenAI-compatible address; its key never stands in this file."""

    #: With its version path, as in http://127.0.0.1:11434/v1.
    base_url: Text
    #: As the server calls it.
    name: Text
    #: For one whole answer.
    timeout: Annotated[Duration, Field(ge=timedelta(seconds=1))] = timedelta(minutes=2)
    #: Requests in hand at once.
    concurrency: Annotated[int, Field(ge=1, le=32)] = 2
    #: Tokens in and out that may be spent between two midnights, UTC.
    tokens_a_day: Annotated[int, Field(ge=0)] = 500_000
    #: Tokens after which an answer is cut off; a model that thinks aloud needs more.
    answer_tokens: Annotated[int, Field(ge=100)] = 2_000
    #: For a million tokens read and written, in the currency of your bill.
    input_price: Annotated[float, Field(ge=0)] = 0.0
    output_price: Annotated[float, Field(ge=0)] = 0.0

    @model_validator(mode="before")
    @classmethod
    def _no_key_here(cls, given: Any) -> Any:
        for name in ("key", "api_key", "token"):
            if isinstance(given, dict) and name in given:
                raise ValueError(f"the key never stands in this file: set {MODEL_KEY_VARIABLE}")
        return given

    @field_validator("base_url", mode="after")
    @classmethod
    def _plain_address(cls, address: str) -> str:
        try:
            parts = urlsplit(address)
            right = parts.scheme in ("http", "https") and bool(parts.hostname)
            named = parts.username is not None or parts.password is not None
        except ValueError:
            right = named = False
        if not right or address != address.strip():
            raise ValueError("must be an address that begins with http:// or https://")
        if named:
            raise ValueError(f"no name or password in the address: set {MODEL_KEY_VARIABLE}")
        return address.rstrip("/")


def _with_durations(name: str, field: Any, table: Any) -> Any:
    record = field.annotation if field else None
    if not (isinstance(record, type) and is_dataclass(record) and isinstance(table, dict)):
        return table
    hints = get_type_hints(record)
    read = dict(table)
    for part in fields(record):
        if part.name in table and hints[part.name] is timedelta:
            try:
                read[part.name] = _duration(table[part.name])
            except ValueError as error:
                raise ValueError(f"{name}.{part.name}: {error}") from None
    return read


_IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Identifier = Annotated[str, Field(pattern=_IDENTIFIER)]


class WatcherSettings(Section):
    """Everything that the watchers are told."""

    watch: WatchSettings = WatchSettings()
    claims: dict[Identifier, ClaimSettings] = {}
    actors: dict[Identifier, ActorSettings] = {}
    feeds: tuple[FeedSettings, ...] = ()
    fetch: FetchLimits = FetchLimits()
    polling: PollPolicy = PollPolicy()
    ledger: Policy = Policy()
    store: StoreSettings = StoreSettings()
    reading: ReadingSettings = ReadingSettings()
    model: ModelSettings | None = None

    @model_validator(mode="before")
    @classmethod
    def _durations_of_records(cls, given: Any) -> Any:
        """Read "15m" where a room's own record asks for a time; the rooms know no pydantic."""
        if not isinstance(given, dict):
            return given
        return {
            name: _with_durations(name, cls.model_fields.get(name), table)
            for name, table in given.items()
        }

    @model_validator(mode="after")
    def _feeds_once(self) -> "WatcherSettings":
        known: set[str] = set()
        for place, feed in enumerate(self.feeds):
            if feed.url in known:
                raise ValueError(f"feeds.{place}.url: {feed.url} stands there twice")
            known.add(feed.url)
        return self

    @model_validator(mode="after")
    def _a_model_to_read_with(self) -> "WatcherSettings":
        if "model" in self.reading.readers and self.model is None:
            raise ValueError("reading.readers: names the model, and there is no [model] table")
        return self
