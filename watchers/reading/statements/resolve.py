"""Whose position a governed mention is: the speaker's or the subject's, told first or second hand.

Knows who speaks where, and chains that have a position. Knows no keyword; what becomes of it is a candidate's.
"""

from dataclasses import replace
from itertools import pairwise

from watchers.cues import CueClass
from watchers.model import Via
from watchers.reading.composition import Composed
from watchers.reading.knowledge import Knowledge
from watchers.reading.matter.mentions import Mention
from watchers.reading.speech.floor import Floor
from watchers.reading.speech.report import Report, innermost
from watchers.reading.stance.chain import Governed
from watchers.reading.stance.conditions import hinges
from watchers.reading.stance.guesses import is_guessed
from watchers.reading.stance.narrowing import is_for_now, is_narrowed, is_not_of_all, serves_another
from watchers.reading.stance.turns import Turn
from watchers.reading.statements.candidates import Candidates, Held, Stated
from watchers.reading.statements.doers import is_anothers_deed
from watchers.reading.text.document import Sentence
from watchers.reading.trace import Trace
from watchers.reading.voices.joint import PAPERS
from watchers.reading.voices.voice import Voice
from watchers.reading.words.clause_words import ADVERBS, AUXILIARIES, BE

#: Verbs of which the guide wants no position.
_NOT_IN_EARNEST = frozenset({"joke", "quip", "laugh"})
#: Verbs that say what somebody ought to have, in the mouth of another.
_NEEDS = frozenset({"need", "require", "deserve", "get", "receive"})
#: Rules by which a deed is told that somebody foresees.
_FORESEEN = frozenset({"act-would", "act-not-would"})
#: What foresees it, in the sentence or the one before.
_SCHEMES = PAPERS | {"agreement", "deal", "framework", "plan", "proposal", "scheme", "treaty"}
#: How those begin who are told of without a name.
_SOME = frozenset({
    "allies", "certain", "countries", "many", "members", "most", "other", "others", "people", "several", "some", "states", "voters",
})  # fmt: skip
_AGAINST = frozenset({CueClass.DOUBT, CueClass.PREVENT, CueClass.REJECT, CueClass.REFUSE})
_LINKING = frozenset({",", ";", ":", '"', "–", "and", "but", "or", "that"})
#: What is no subject before a verb: "would also", "on Monday", "under no circumstances will".
_NO_SUBJECT = (
    AUXILIARIES | ADVERBS | BE
    | frozenset({"it", "nobody", "none", "no", "one", "not", "never", "there", "this", "to", "under", "circumstances"})
)  # fmt: skip
#: What rules something out for whoever says so, or is his own.
_RULES = frozenset({
    "agreement", "army", "country", "nation", "side", "charter", "constitution", "deal", "decision", "history", "law", "laws", "line", "mandate", "policy", "position",
    "principle", "principles", "rules", "treaty",
})  # fmt: skip
#: Verbs of which nothing is left where they are denied, and what denies them.
_SAYING = frozenset({"announce", "claim", "confirm", "declare", "indicate", "say", "state", "suggest", "tell"})  # fmt: skip
_NEGATORS = frozenset({"longer", "never", "not", "stop", "stopped", "stops"})
_PARTING = frozenset({",", ";", "–", "and", "but"})
_FOR_PARTS = frozenset({"how", "what", "when", "where", "which", "who", "why"})

#: What others do with somebody who wants to join them.
_LET_IN = frozenset({"accepted", "admitted", "allowed", "invited", "let", "taken", "welcomed"})

#: Which of several a thing is of which nothing has been decided.
_PARTICULAR = frozenset({"concrete", "particular", "specific"})

#: Of whom somebody speaks as of his own: "Europe is ready", says Brussels.
_OWN: dict[tuple[str, ...], tuple[str, ...]] = {("eu",): ("europe",)}

#: A claim that was named and made no candidate, why, and where.
Miss = tuple[str, str, tuple[int, int]]


class Resolver:
    """Resolves the positions of one article, one after another."""

    def __init__(self, knowledge: Knowledge, floor: Floor, candidates: Candidates) -> None:
        self._know, self._floor, self._candidates = knowledge, floor, candidates
        #: Every chain that has a position, whoever holds it, with the number of its sentence.
        self.governed: list[tuple[int, Governed, Composed]] = []
        self.misses: list[Miss] = []

    def hold(self, trace: Trace, chain: Governed, composed: Composed) -> None:
        """Make a candidate for each holder of a position, or note that there is none."""
        chain = _each_its_own(chain)
        token = chain.cue[0] if chain.cue else chain.mention.i
        words = trace.sentence.words
        self.governed.append((trace.sentence.index, chain, composed))
        if self._is_of_part(trace, chain, composed):
            self.miss(chain.mention, "only a part of the matter", trace.sentence)
            return
        report, outer = innermost(trace.reports, token)
        if chain.side == "echoed" and report is not None and report.i == chain.first:
            report = outer = (
                None  # "repeated his refusal to send soldiers, as did Poland": it did so itself
            )
        if report is not None and _is_unsaid(words, report, chain):
            self.miss(chain.mention, "not said", trace.sentence)
            return
        if report is not None and _is_of_speaker(report):
            report, outer = outer, None  # "I have said that …," he said
        if report is not None and _is_of_speaker(report):
            report = None
        if report is None and chain.subject == "matter" and token < chain.mention.i:
            report, outer = innermost(trace.reports, chain.mention.i)  # "Excluded, she said, is …"
        speaker, rule = self._speaker(trace, report, token, chain)
        held = [
            one
            for one in self._holders(chain, composed, report, speaker, rule)
            if not self._is_foreseen(trace, composed, one)
            and not (_is_of_another(one) and is_guessed(words, chain))
            and not self._is_anothers_deed(trace, chain, composed, one)
        ]
        if _is_quoted_he(trace.sentence, report, chain):
            held = [one for one in held if not one.rule.startswith("subject-is-speaker")]
        if composed.cue is None and _is_let_in(words, chain):
            held = [one for one in held if not one.rule.startswith(("we-", "subject-is-speaker"))]
        if chain.subject == "none" and (
            is_not_of_all(words, chain.first) or _is_of_some(words, report, chain, composed)
        ):
            held = []
        if not held:
            self.miss(chain.mention, "claim without speaker", trace.sentence)
        stated = Stated(trace=trace, chain=chain, composed=composed, token=token, report=report)
        for one in held:
            of_others = one.rule.startswith(("of-another", "demands")) or (
                one.rule.startswith("nobody's") and composed.demand
            )
            told = replace(stated, chain=_with_others(chain)) if of_others else stated
            self._candidates.add(told, _passed_on(one, report, outer))

    def overtake(self, sentence: Sentence, turn: Turn, *, is_reversed: bool) -> None:
        """What a sentence tells before its turn is past; where it `is_reversed`, the opposite is held now."""
        self._candidates.overtake(sentence, turn, is_reversed=is_reversed)

    @staticmethod
    def _is_of_part(trace: Trace, chain: Governed, composed: Composed) -> bool:
        """As in "rejects guarantees that Russia has not signed", "no decision on a specific force": of some, and not of all."""
        if composed.cue is CueClass.DEFER and chain.cue is not None:
            between = trace.sentence.words[
                chain.cue[1] : max(a for a, _ in chain.mention.anchors or ((chain.mention.i, 0),))
            ]
            if not _PARTICULAR.isdisjoint(between):
                return True
        negative = composed.position.direction * chain.mention.polarity < 0
        if not negative and chain.side not in ("right", "called"):
            return False
        if not negative and "negated" not in composed.rules:
            return False
        words = trace.sentence.words
        if negative and is_for_now(words, chain.mention):
            return True
        return is_narrowed(words, chain.mention, chain.cue) or (
            negative and serves_another(words, chain.mention, chain.first, trace.mentions)
        )

    def miss(self, mention: Mention, reason: str, sentence: Sentence) -> None:
        self.misses.append((mention.claim, reason, (sentence.start, sentence.end)))

    def _speaker(
        self, trace: Trace, report: Report | None, token: int, chain: Governed
    ) -> tuple[Voice | None, str]:
        """Who says what stands at a token, and by which rule."""
        sentence, voices, floor = trace.sentence, trace.voices, self._floor
        if report is not None:
            return report.source, report.rule
        author = floor.posts.get(sentence.paragraph, floor.author)
        if author is not None and not sentence.in_title:
            return author, "authored"
        if floor.closing is not None and floor.closing.apart:
            return floor.closing.source, "stated-by"
        if sentence.quote[token] >= 0:
            return floor.quoted(sentence, voices, token)
        if chain.side == "answer":
            return floor.answering(sentence, voices)
        if chain.side.startswith("loose") or not _may_go_on(chain):
            return None, "narrator"
        return floor.unquoted(sentence, voices, token)

    def _holders(
        self,
        chain: Governed,
        composed: Composed,
        report: Report | None,
        speaker: Voice | None,
        rule: str,
    ) -> list[Held]:
        if report is not None and speaker is None:
            return []
        if speaker is not None and not speaker.speaks:
            return []
        if report is not None and report.verb in _NOT_IN_EARNEST:
            return []
        is_regretted = report is not None and report.verb == "regret"
        if is_regretted and chain.subject not in ("voices", "inherited"):
            return []  # "regretted that guarantees would not be binding"
        if (
            report is not None
            and report.verb == "deny"
            and (hinges(chain.text) or not composed.act)
        ):
            return []  # "denied that it had made guarantees conditional on a withdrawal"
        if chain.subject in ("voices", "inherited"):
            return [
                held
                for voice in chain.subjects
                for held in self._by_subject(chain, composed, voice, speaker, rule)
                if not (is_regretted and held.rule.startswith("of-another"))
            ]
        if speaker is None:
            if composed.cue is None or composed.demand:
                return []
            return [
                Held(v, Via.REPORTED, "within-person")
                for v in chain.subjects
                if v.speaks and v.kind == "person"
            ]
        if chain.subject == "none":
            asks = chain.text.split(" ")[0] in _NEEDS
            towards = composed.position.direction * chain.mention.polarity
            if not composed.demand and not asks and towards > 0:
                return []
            return [Held(speaker, Via.REPORTED, f"nobody's-{rule}")]
        return [Held(speaker, Via.REPORTED, f"speaker-{rule}")]

    def _by_subject(
        self, chain: Governed, composed: Composed, voice: Voice, speaker: Voice | None, rule: str
    ) -> list[Held]:
        if voice.word in ("we", "i"):
            return [Held(speaker, Via.REPORTED, f"we-{rule}")] if speaker is not None else []
        if (
            voice.word == "they"
            and speaker is not None
            and (speaker.plural or len(speaker.actors) > 1)
        ):
            return [Held(speaker, Via.REPORTED, f"they-{rule}")]
        if not voice.actors:
            if composed.demand and speaker is not None:  # "NATO countries should spend more"
                return [Held(speaker, Via.REPORTED, f"demands-{rule}")]
            return []
        if speaker is None and chain.teller is not None:
            return [Held(voice, Via.SECONDHAND, "secondhand-owned", by=chain.teller)]
        if speaker is None:
            if composed.demand:
                return []
            return [Held(voice, Via.REPORTED, f"subject-{voice.kind}")]
        if set(voice.actors) & {*speaker.actors, *_OWN.get(speaker.actors, ())}:
            return [Held(speaker, Via.REPORTED, f"subject-is-speaker-{rule}")]
        needs = chain.text.split(" ")[0] in _NEEDS
        of_all = any(self._know.is_collective(actor) for actor in voice.actors)
        asked = composed.demand or (
            (composed.cue is None or needs)
            and (self._know.speaks_of(chain.mention.claim, voice.actors) or (needs and of_all))
        )
        if asked and voice.role not in (
            "object",
            "owner",
        ):  # not "Moscow's aim is to make Kyiv cede"
            return [Held(speaker, Via.REPORTED, f"of-another-{rule}")]
        return [Held(voice, Via.SECONDHAND, f"secondhand-{rule}", by=speaker)]

    def _is_anothers_deed(
        self, trace: Trace, chain: Governed, composed: Composed, held: Held
    ) -> bool:
        deed = self._know.topics.siblings.deeds_of.get(chain.mention.claim)
        return deed is not None and is_anothers_deed(
            trace, chain, composed, held, deed, is_of_many=self._know.is_collective(deed.doer)
        )

    def _is_foreseen(self, trace: Trace, composed: Composed, held: Held) -> bool:
        """As in "Under the plan Kyiv would withdraw": what a paper has a country do."""
        if held.rule != "subject-country" or _FORESEEN.isdisjoint(composed.rules):
            return False
        if trace.sentence.in_title or composed.act:
            return False
        before = self._candidates.document.sentences[max(0, trace.sentence.index - 1)]
        return not _SCHEMES.isdisjoint((*before.words, *trace.sentence.words))


def _is_unsaid(words: list[str], report: Report, chain: Governed) -> bool:
    """As in "has never said that it would send soldiers": it has not said so. "Did not say when" takes it for granted."""
    after = words[report.j : report.j + 1]
    return (
        report.verb in _SAYING
        and report.rule not in ("colon", "dash")
        and report.j <= chain.first
        and chain.side != "bare"
        and _PARTING.isdisjoint(words[report.j : chain.first])
        and words[report.i - 1] in _NEGATORS
        and not (after and after[0] in _FOR_PARTS)
    )


def _is_quoted_he(sentence: Sentence, report: Report | None, chain: Governed) -> bool:
    """As in '"He wants it," he said': in his own words nobody is "he"."""
    return (
        report is not None
        and sentence.quote[report.i] < 0
        and any(v.word in ("he", "she") and sentence.quote[v.i] >= 0 for v in chain.subjects)
    )


def _is_let_in(words: list[str], chain: Governed) -> bool:
    """As in "we will not be accepted into NATO": what others do with whoever says so."""
    lead = words[chain.first : chain.mention.j]
    return any(a in BE and b in _LET_IN for a, b in pairwise(lead))


def _is_of_some(
    words: list[str], report: Report | None, chain: Governed, composed: Composed
) -> bool:
    """As in "said that several allies oppose X", "warned that the opposition rejects X": theirs, and not the speaker's."""
    if report is None or not report.j <= chain.first or chain.side != "left":
        return False
    lead = words[report.j : chain.first]
    if report.verb == "tell":  # "told allies to forget it", "told reporters that many oppose it"
        lead = lead[lead.index("that") + 1 :] if "that" in lead else []
    if next((w in _SOME for w in lead if w.isalpha() and w != "that"), False):
        return True
    if composed.cue not in _AGAINST or len(composed.rules) > 1 or chain.noun or chain.form == "ing":
        return False
    begin = max((k + 1 for k, w in enumerate(lead) if w in _LINKING), default=0)
    subject = [w for w in lead[begin:] if w.isalpha() and w not in _NO_SUBJECT and w[-2:] != "ly"]
    return subject != [] and _RULES.isdisjoint(subject)


def _is_of_another(held: Held) -> bool:
    """Whether a position is told of somebody, and not by him."""
    return held.rule.startswith(("subject-", "secondhand")) and not held.rule.startswith(
        "subject-is-speaker"
    )


def _is_of_speaker(report: Report) -> bool:
    """As in "I have always said that": whoever speaks speaks of himself."""
    return report.source is not None and report.source.word in ("i", "we")


def _with_others(chain: Governed) -> Governed:
    """As in "Sikorski said the Union would have to send soldiers": not soldiers of the one who says so."""
    if chain.mention.doer not in ("own", "bare"):
        return chain
    return replace(chain, mention=replace(chain.mention, doer="west"))


def _each_its_own(chain: Governed) -> Governed:
    """As in "Italy, Poland and Spain ruled out sending soldiers": each of several its own, not the last one's."""
    if sum(len(v.actors) for v in chain.subjects) < 2:
        return chain
    is_one = any(chain.mention.doer in v.actors for v in chain.subjects)
    # "European countries sent troops: Italy, Spain"
    listed = chain.subjects[0].i >= chain.mention.j and chain.side != "fronted"
    if not is_one and not (listed and chain.mention.how == "men"):
        return chain
    return replace(chain, mention=replace(chain.mention, doer="own"))


def _passed_on(held: Held, report: Report | None, outer: Report | None) -> Held:
    """As in "Lula said Putin had told him that he was not against it": Lula's word for what Putin holds."""
    if report is None or outer is None or held.via is Via.SECONDHAND or not outer.covers(report.i):
        return held
    if outer.rule == "according-to" and outer.i:
        return held  # "guarantees that are credible in the eyes of Russia"
    by = outer.source
    if by is None or not by.speaks or set(by.actors) & set(held.voice.actors):
        return held
    return replace(held, via=Via.SECONDHAND, by=by, rule=f"passed-on-{outer.rule}")


def _may_go_on(chain: Governed) -> bool:
    """Whether a clause can be what a speaker says: it is on a matter, on nobody, or on "us"."""
    return chain.subject in ("matter", "impersonal", "none") or any(
        v.word in ("we", "i") for v in chain.subjects
    )
