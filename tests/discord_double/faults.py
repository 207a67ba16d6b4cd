"""What may go wrong with one answer of the double. Knows no Discord."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any


class Cut(Enum):
    """When a connection is cut, seen from the double."""

    BEFORE_WORK = auto()  # nothing was done
    AFTER_WORK = auto()  # done, and nobody was told
    MID_ANSWER = auto()  # done, and half of the answer went out


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One misbehaviour, for so many requests that fit."""

    #: Start of the path after the version, and the method; empty fits all.
    path: str = ""
    method: str = ""
    times: int = 1
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    cut: Cut | None = None
    delay_seconds: float = 0.0

    def fits(self, method: str, path: str) -> bool:
        return path.startswith(self.path) and self.method in ("", method)


def rate_limited(*, via: bool, retry_after: float = 0.05, times: int = 1, **where: str) -> Fault:
    """A 429 as Discord sends it, or as what stands before Discord does: without `Via`."""
    body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": False}
    headers = {"Retry-After": str(retry_after), **({"Via": "1.1 google"} if via else {})}
    return Fault(status=429, headers=headers, body=body, times=times, **where)


def broken(status: int, *, times: int = 1, **where: str) -> Fault:
    return Fault(status=status, body="<html>upstream error</html>", times=times, **where)
