"""The numbers of the policy, each with its unit and why it is what it is. Knows nothing else.

The `[ledger]` table of the configuration has these keys and no others.
"""

from dataclasses import dataclass

#: Ten years: longer than any span of the policy can mean.
DAYS_MAX = 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How much it takes to move a holding."""

    #: Independent witnesses that confirm a change where no direct quotation does. In the simulation
    #: a third one halves the wrong changes and costs a third of the true ones.
    witnesses: int = 2
    #: Independent anonymous witnesses that make a change possible.
    leaks: int = 2
    #: Days, the last one included, that a possible change waits for its next witness, counted from
    #: the day of its first. Weekly papers and translated editions come within two weeks.
    window_days: int = 14
    #: 0.0 to 1.0: a direct quotation read with less does not confirm by itself.
    quote_confidence: float = 0.9
    #: 0.0 to 1.0: how likely it must be that not every one of the witnesses was misread, taken for
    #: independent: two at 0.8 come to 0.96, two at 0.76 to 0.94. Where readings from 0.65 move, it takes the
    #: simulation's false alerts from 2.8 to 1.7 in 1,000 articles.
    joint_confidence: float = 0.95
    #: 0.0 to 1.0: a statement read with less supports what is held and never moves it. In the simulation 0.65
    #: tells one change in twenty more, and twice the false alerts.
    mover_confidence: float = 0.76
    #: Days after a leader's word on which a lower office's contrary word moves nothing.
    shield_days: int = 2
    #: Days that two words of one rank may lie apart and still contradict each other.
    dispute_days: int = 2
    #: Days up to a denial, correction or retraction whose contrary statements it strikes.
    strike_days: int = 14
    #: Days after which a holding of the shipped baseline that nobody was heard to repeat is
    #: inherited: the first contrary word updates it without an alert.
    inherited_days: int = 45
    #: Share, 0.0 to 1.0, of the shorter text's runs of eight words that makes two articles copies.
    copy_containment: float = 0.35
    #: Words from which a quotation is long enough to be known again.
    quotation_words: int = 10
    #: News agencies by the names they are credited with, beside those that are known.
    agencies: tuple[str, ...] = ()

    @property
    def reach_days(self) -> int:
        """How far before its own day a word can change what the fold makes of others."""
        return max(self.strike_days, self.window_days) + self.dispute_days + self.shield_days

    def __post_init__(self) -> None:
        for name in (
            "quote_confidence",
            "joint_confidence",
            "mover_confidence",
            "copy_containment",
        ):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise ValueError(f"{name} is a share, from 0.0 to 1.0")
        for name in ("witnesses", "leaks", "quotation_words"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is at least 1")
        for name in ("window_days", "shield_days", "dispute_days", "strike_days", "inherited_days"):
            if not 0 <= getattr(self, name) <= DAYS_MAX:
                raise ValueError(f"{name} is a number of days, from 0 to {DAYS_MAX}")


DEFAULT = Policy()
