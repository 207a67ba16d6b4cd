"""What a sentence holds of a matter, and what it says that others hold alike: each is handed on to be resolved.

Knows chains and short forms. Knows no speaker, and nothing of the sentences before.
"""

from dataclasses import replace

from watchers.cues import CueClass
from watchers.reading.composition import Composed, compose
from watchers.reading.matter.mentions import Mention, at
from watchers.reading.stance.chain import ChainFinder, Governed
from watchers.reading.statements.resolve import Resolver
from watchers.reading.thread.ellipsis import echoed, excepted, is_denied, told_again
from watchers.reading.thread.pointing import of_talk
from watchers.reading.thread.sayings import Saying
from watchers.reading.trace import Trace


class Holding:
    """Has the positions of one article resolved, and those that others share."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def _hold(self, trace: Trace, held: list[Saying]) -> bool:
        for chain, composed in held:
            self._resolver.hold(trace, chain, composed)
        return bool(held)

    def _stated(
        self, trace: Trace, chains: ChainFinder, mention: Mention, *, quiet: bool = False
    ) -> bool:
        """Resolve the positions on a mention; whether there are any. A `quiet` mention without one is no near miss."""
        governed = chains.govern(mention)
        if not governed and not quiet:
            self._resolver.miss(mention, "claim without a cue", trace.sentence)
        any_held = False
        for chain in governed:
            composed = compose(chain.groups)
            if composed is None:
                if not quiet:
                    self._resolver.miss(mention, "cue without a position", trace.sentence)
                continue
            if mention.how == "nearby" and not _is_sure(chain, composed):
                continue
            composed = of_talk(mention, composed)
            self._resolver.hold(trace, chain, composed)
            self._echoed(trace, chain, composed)
            any_held = True
        return any_held

    def _echoed(
        self, trace: Trace, chain: Governed, composed: Composed, start: int | None = None
    ) -> None:
        """As in "… and so will Italy", "… while Spain does not": the same of others, or the opposite."""
        if chain.side.startswith("loose"):
            return
        others = (
            [] if start is not None else excepted(trace.sentence.words, trace.voices, chain.first)
        )
        if chain.subject in ("voices", "inherited"):
            others += echoed(
                trace.sentence,
                trace.marks,
                trace.voices,
                max(chain.mention.j, chain.first) if start is None else start,
                negative=is_denied(chain, composed),
                at_head=start is not None,
            )
        for voice, sign in others:
            theirs = replace(
                chain, subjects=(voice,), subject="voices", cue=(voice.i, voice.j), side="echoed"
            )
            if any(chain.mention.doer in v.actors for v in chain.subjects):
                theirs = replace(theirs, mention=replace(chain.mention, doer="own"))
            if start is not None:
                theirs = replace(
                    theirs, mention=at(theirs.mention, voice.i, voice.j), first=voice.i
                )
            self._resolver.hold(trace, theirs, told_again(chain, composed, sign))

    def _take(self, trace: Trace, stances: list[Governed]) -> None:
        for chain in stances:
            composed = compose(chain.groups)
            if composed is not None:
                self._resolver.hold(trace, chain, composed)
                self._echoed(trace, chain, composed)


def _is_sure(chain: Governed, composed: Composed) -> bool:
    """Whether "it" is what was named right before in a text on several matters: not in "The minister is working on it"."""
    return (
        composed.cue is not CueClass.DEFER
        and chain.side != "called"
        and not any(v.kind == "office" for v in chain.subjects)
    )
