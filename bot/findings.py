"""What a check found: one thing that was looked at, and the cure where it is wrong. Knows no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    is_right: bool
    what: str
    #: What to click or type; empty where it is right.
    cure: str = ""


def right(what: str) -> Finding:
    return Finding(is_right=True, what=what)


def wrong(what: str, cure: str) -> Finding:
    return Finding(is_right=False, what=what, cure=cure)
