"""All of `config.toml`: the watchers' part and the channel's. Knows where the file is looked for."""

import os
from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_config_path, user_data_path
from pydantic import BeforeValidator, Field, SecretStr, field_validator, model_validator

from watchers.errors import Misuse
from watchers.model import Kind
from watchers.settings import Duration, Section, WatcherSettings
from watchers.settings_file import misuse_of, parse_settings, read_settings_file

FILE_NAME = "config.toml"
TOKEN_VARIABLE = "DISCORD_TOKEN"  # noqa: S105 - the variable's name, not a token


def _digits(given: object) -> object:
    return int(given) if isinstance(given, str) and given.isdigit() else given


#: Discord's ids may stand in quotes or not.
ChannelId = Annotated[int, Field(gt=0), BeforeValidator(_digits)]


class DiscordSettings(Section):
    """The channel; the token itself never stands in this file."""

    #: A channel's id: "Copy Channel ID" in Discord's developer mode.
    channel: ChannelId | None = None
    token_file: Path | None = None
    #: Another Discord-compatible server or a double, with its version path.
    api_base: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    gateway: Annotated[str, Field(pattern=r"^wss?://\S+$")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_token_here(cls, given: object) -> object:
        if isinstance(given, dict) and "token" in given:
            raise ValueError(
                f"the token never stands in this file: set {TOKEN_VARIABLE} or token_file"
            )
        return given


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class RouteSettings(Section):
    """Changes of these actors and claims go to a channel of their own; left out, any will do."""

    channel: ChannelId
    actors: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()


class AlertSettings(Section):
    """Which changes are told, where, and who is pinged for them."""

    #: Leave out what only one witness reports.
    only_confirmed: bool = False
    kinds: frozenset[Kind] = frozenset({Kind.REVERSAL, Kind.SHIFT})
    routes: tuple[RouteSettings, ...] = ()
    #: The one role that is pinged for changes of a kind, by its id.
    roles: Mapping[Kind, ChannelId] = {}
    #: Where the operator is told of feeds and channels that fail, beside the log.
    operator_channel: ChannelId | None = None
    #: What changed in this file while it runs is told where alerts go, and not to the operator alone.
    tell_reloads: bool = False
    #: More changes than this within the window become one message.
    fold_above: Annotated[int, Field(ge=1, le=20)] = 5
    fold_window: Duration = timedelta(minutes=10)


class DigestSettings(Section):
    """What is summed up in the channel, and when."""

    every: Literal["daily", "weekly", "never"] = "weekly"
    #: Local time.
    at: time = time(8)
    #: Of a weekly digest, and of the sign of life of a daily one that has nothing to tell.
    weekday: Weekday = "monday"
    timezone: str = "UTC"

    @field_validator("timezone")
    @classmethod
    def _known(cls, given: str) -> str:
        try:
            ZoneInfo(given)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError('a time zone is written like "Europe/Berlin"') from None
        return given


class LogSettings(Section):
    """What is written to standard error while it runs."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    #: For people, or one JSON object a line.
    format: Literal["text", "json"] = "text"


class Configuration(WatcherSettings):
    """The whole file."""

    discord: DiscordSettings = DiscordSettings()
    alerts: AlertSettings = AlertSettings()
    digest: DigestSettings = DigestSettings()
    log: LogSettings = LogSettings()

    def token(self) -> SecretStr | None:
        """The bot's token, from the environment or else from `discord.token_file`.

        Raises `Misuse` where the file is named and cannot be read or is empty.
        """
        given = os.environ.get(TOKEN_VARIABLE, "").strip()
        path = self.discord.token_file
        if not given and path is not None:
            try:
                given = path.expanduser().read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                raise Misuse(f"discord.token_file: {path} cannot be read: {error}") from error
            if not given:
                raise Misuse(f"discord.token_file: {path} is empty")
        return SecretStr(given) if given else None

    def store_url(self) -> str:
        """Where everything is kept: as configured, else SQLite in the user's data folder."""
        return self.store.url or f"sqlite:///{user_data_path('volteface') / 'volteface.sqlite'}"


def load_configuration(path: Path | None) -> Configuration:
    """The configuration in `path`, or where it is looked for, or the defaults where there is none.

    Raises `Misuse` with file, line, key and cure.
    """
    if path is None:
        path = find_configuration()
    if path is None:
        return Configuration()
    return parse_configuration(read_settings_file(path), name=str(path))


def parse_configuration(text: str, *, name: str) -> Configuration:
    """The configuration in a file's text; `name` is what errors call it. Raises `Misuse`."""
    from bot.configuration.faults import faults_in

    settings = parse_settings(text, Configuration, name=name)
    if faults := list(faults_in(settings)):
        raise misuse_of(text, faults, name=name)
    return settings


def find_configuration() -> Path | None:
    """`config.toml` in the working folder, else in the user's configuration folder."""
    places = (Path(FILE_NAME), user_config_path("volteface") / FILE_NAME)
    # A folder of that name is found too: reading it says what is wrong, and silence would not.
    return next((place for place in places if place.exists()), None)
