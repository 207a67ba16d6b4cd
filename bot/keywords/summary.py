"""What a trial of keywords came to, in numbers. Pure: knows trials and which changes are told."""

from collections.abc import Iterable

from bot.settings import Configuration
from watchers.ledger.records import kind_of
from watchers.model import State
from watchers.trying import Move, Trial


def alerts_among(moves: Iterable[Move], settings: Configuration) -> list[Move]:
    """The moves that would be told, by the kinds that the configuration names."""
    told = settings.alerts
    return [
        move
        for move in moves
        if kind_of(move.before, move.after) in told.kinds
        and not (told.only_confirmed and move.state is not State.CONFIRMED)
    ]


def summary(trial: Trial, settings: Configuration) -> dict[str, tuple[int, int]]:
    """What comes and what goes, in numbers."""
    articles = trial.articles
    return {
        "articles": (
            sum(a.speaks and not a.spoke for a in articles),
            sum(a.spoke and not a.speaks for a in articles),
        ),
        "statements": (sum(len(a.come) for a in articles), sum(len(a.go) for a in articles)),
        "changes": (len(trial.moves_come), len(trial.moves_go)),
        "alerts": (
            len(alerts_among(trial.moves_come, settings)),
            len(alerts_among(trial.moves_go, settings)),
        ),
    }


def met_lines(trial: Trial) -> list[str]:
    """How many texts meet each phrase: one that changes nothing may be met, or not."""
    return [
        f"“{phrase}” is met by {f'{count:,}' if count else 'none'} of the texts"
        for phrase, count in trial.met.items()
    ]
