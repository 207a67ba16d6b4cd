"""Every known expression in two automata: names and claim words (whole text), cues (one sentence at a time).

Knows the seeds' words and their inflection; no position and no grammar.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from watchers.actors import Actor, Actors, Person
from watchers.claims import Claim, Family, Soldiers
from watchers.cues import CueClass, CueGroup, Cues, Frame
from watchers.reading.text.document import Sentence, fold
from watchers.reading.words.clause_forms import FINITE, clause_forms
from watchers.reading.words.inflect import filled, phrase_forms, plural, verb_forms, with_headline


@dataclass(slots=True, unsafe_hash=True)
class Mark:
    """One known expression at its tokens `i` to `j` (exclusive) of a sentence.

    An article has hundreds, and each is looked at dozens of times: slots are read three times as fast as the fields of
    a tuple, and not to be frozen halves the time to make one. Nobody changes it.
    """

    i: int
    j: int
    kind: str
    value: Any


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue mark carries: class, frame, and the form in which the verb stands."""

    cue_class: CueClass
    frame: Frame
    form: str
    negative: bool
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What an expression means; `case` tells how it must be written: any, Capital, Capitals or UPPER."""

    kind: str
    value: Any
    case: str = ""


#: Where an expression was found, from its first character to behind its last, and what it means.
Hit = tuple[int, int, Entry]


class Automaton:
    """Finds expressions in folded text, at word boundaries."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for phrase, entry in entries:
            folded = " ".join(fold(phrase).split())
            if folded and entry not in grouped[folded]:
                grouped[folded].append(entry)
        self._phrases = list(grouped)
        self._entries = [grouped[phrase] for phrase in self._phrases]
        self._search = AhoCorasick(self._phrases or ["\0"], matchkind=MatchKind.Standard)

    def find(self, folded: str, raw: str) -> list[Hit]:
        """Every expression, by start."""
        found, entries, size = [], self._entries, len(folded)
        for number, start, end in self._search.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            for entry in entries[number]:
                if entry.case and not _well_written(raw, start, end, entry.case):
                    continue
                found.append((start, end, entry))
        found.sort(key=itemgetter(1), reverse=True)  # the longer one first,
        found.sort(key=itemgetter(0))  # of those with one start
        return found


def _well_written(raw: str, start: int, end: int, case: str) -> bool:
    if case == "Capital":
        return raw[start].isupper() or raw[start].isdigit()
    if case == "Capitals":
        return all(word[:1].isupper() for word in raw[start:end].split())
    return raw[start:end].isupper()


def _case(name: str) -> str:
    letters = [c for c in name if c.isalpha()]
    if letters and all(c.isupper() for c in letters) and len(letters) <= 3:
        return "UPPER"
    return "Capital" if name[:1].isupper() else ""


def _case_of_title(name: str) -> str:
    """Of a name whose every word is capitalised, each must be: "US Open" is none in "US open to talks"."""
    words = name.split()
    return "Capitals" if len(words) > 1 and all(w[:1].isupper() for w in words) else _case(name)


def name_entries(actors: Actors) -> Iterable[tuple[str, Entry]]:
    """Names, adjectives, bodies, people of every actor."""
    for actor in actors:
        for blocker in actor.blockers:
            yield blocker, Entry("block", actor.id, _case_of_title(blocker))
        for name in {actor.name, *actor.names}:
            yield (
                name.removeprefix("the "),
                Entry("name", actor.id, _case(name.removeprefix("the "))),
            )
        for adjective in actor.adjectives:
            yield adjective, Entry("adj", actor.id, _case(adjective))
        for demonym in actor.demonyms:
            yield demonym, Entry("demonym", actor.id, "Capital")
        for body in actor.bodies:
            for name in body.names:
                if name[:1].isupper():
                    yield name, Entry("body", (actor.id, name), "Capital")
        for office in actor.offices:
            for title in office.titles:
                yield title, Entry("office", title.lower())
        for person in actor.people:
            yield from _person_entries(actor, person)


def _person_entries(actor: Actor, person: Person) -> Iterable[tuple[str, Entry]]:
    for name in {person.name, *person.aliases}:
        yield name, Entry("person", (actor.id, person), "Capital" if name[:1].isupper() else "")
    words = person.name.split()
    if len(words) > 1 and len(words[-1]) > 3:
        yield words[-1], Entry("person", (actor.id, person), "Capital")


def speaker_entries(cues: Cues) -> Iterable[tuple[str, Entry]]:
    """Offices, bodies and descriptions that go with no single actor."""
    for key, kind in (
        ("offices", "office"),
        ("bodies", "gbody"),
        ("officials", "official"),
        ("nobodies", "nobody"),
        ("former", "former"),
    ):
        for word in cues.lists[f"speakers.{key}"]:
            yield word, Entry(kind, word.lower(), _case(word))
    for word in cues.lists["speakers.offices"]:
        yield plural(word), Entry("offices", word)


def family_entries(families: Iterable[Family]) -> Iterable[tuple[str, Entry]]:
    for family in families:
        yield from _words_of_family("fam", family.name, family.verbs, family.words)
        yield from _words_of_family("also", family.name, family.also_verbs, family.also)


def _words_of_family(
    kind: str, name: str, verbs: tuple[str, ...], words: tuple[str, ...]
) -> Iterable[tuple[str, Entry]]:
    for verb in verbs:
        for form, tag in phrase_forms(verb).items():
            yield form, Entry(kind, (name, tag))
    for word in words:
        case = "UPPER" if word == "us" else ""
        yield word, Entry(kind, (name, "noun"), case)
        if word.replace(" ", "").isalpha() and not word.endswith("s"):
            yield plural(word), Entry(kind, (name, "noun"))


def soldier_entries(soldiers: Soldiers) -> Iterable[tuple[str, Entry]]:
    for kind in ("men", "force", "west", "there", "elsewhere", "not_ours", "noun_act"):
        for word in getattr(soldiers, kind):
            yield word, Entry(kind, word)
            if kind in ("force", "noun_act") and not word.endswith("s"):
                yield plural(word), Entry(kind, word)
    for kind, verbs in (
        ("act", soldiers.act),
        ("joining", soldiers.joining),
        ("aloof", soldiers.aloof),
    ):
        for verb in verbs:
            for form, tag in phrase_forms(verb).items():
                yield form, Entry(kind, (verb, tag))


def claim_entries(claims: Iterable[Claim]) -> Iterable[tuple[str, Entry]]:
    """What makes a claim not named: phrases that mean another matter.

    One that shares a word with a shipped claim's own keywords only takes its words from it: "NATO members" from NATO.
    Another one of ours counts beside the claim ("talks with Putin's negotiators"); a user's, wherever it stands.
    """
    for claim in claims:
        own = {word for keyword in claim.keywords for word in fold(keyword).split()}
        ours = bool(claim.context) and not claim.doer
        for phrase in claim.exclude:
            if ">" in phrase and claim.context:
                continue  # read with the keywords
            if ours and not own.isdisjoint(fold(phrase).split()):
                kind = "taken"
            else:
                kind = "aside" if ours and phrase not in claim.excluded else "exclude"
            yield phrase, Entry(kind, claim.id)


_LISTS = {
    "modals.will": ("modal", "will"),
    "modals.would": ("modal", "would"),
    "modals.may": ("modal", "may"),
    "modals.must": ("modal", "must"),
    "negators.words": ("neg", ""),
    "conditions.words": ("cond", ""),
    "conditions.part_of_claim": ("part", ""),
    "conditions.even_if": ("even", ""),
    "conditions.foreign_leave": ("leave", ""),
    "reports.nouns": ("according", ""),
    "reports.ask": ("ask", ""),
    "answers.yes": ("answer", "yes"),
    "answers.no": ("answer", "no"),
    "answers.maybe": ("answer", "maybe"),
    "answers.open": ("answer", "open"),
    "time.past": ("past", ""),
    "time.still": ("still", ""),
    "speakers.anonymous": ("anonymous", ""),
}


_UNWILLING = ("not want to", "not wish to", "prefer not to")


def cue_entries(cues: Cues) -> Iterable[tuple[str, Entry]]:
    """Cues in all their forms, and the words that modify, report, ask and date."""
    for group in cues.groups:
        for words in (form for given in group.words for form in _possessed(given)):
            if group.frame is Frame.BARE:
                yield from _bare_entries(group.cue_class, words)
                continue
            if group.frame is Frame.CLAUSE:
                yield from _clause_entries(group.cue_class, words)
                continue
            if "…" in words:
                yield from _split_entries(group.cue_class, words)
                continue
            if group.frame is Frame.ABOUT and words.startswith(("a ", "an ", "the ")):
                yield from _bare_entries(group.cue_class, f"speak of {words}")
            negative = words.split()[0] in ("not", "never", "no")
            forms = (
                phrase_forms(words)
                if group.frame in (Frame.VERB, Frame.LEAVING, Frame.ABOUT_VERB)
                else dict.fromkeys(filled(words), "plain")
            )
            for form, tag in (*forms.items(), *_declined(group.cue_class, forms, _UNWILLING)):
                entry = Entry("cue", Cue(group.cue_class, group.frame, tag, negative, words))
                for written in with_headline(form):
                    yield written, entry
    for verb in cues.lists["reports.say"]:
        for form, tag in phrase_forms(verb).items():
            yield form, Entry("say", (verb, tag))
    for key, (kind, value) in _LISTS.items():
        for word in cues.lists[key]:
            yield word, Entry(kind, value or word)


def lexicon_of(cues: Cues) -> Automaton:
    """The automaton of a language's cues; the last one is kept.

    To compile it takes two thirds of a reader's time to begin, and claims and actors change while cues stay.
    """
    return _lexicon(cues.groups, tuple(cues.lists.items()))


@lru_cache(maxsize=1)
def _lexicon(
    groups: tuple[CueGroup, ...], lists: tuple[tuple[str, tuple[str, ...]], ...]
) -> Automaton:
    return Automaton(cue_entries(Cues(groups=groups, lists=dict(lists), tones={})))


#: Words of a phrase that go with its holder, and what they may be.
_OF_HOLDER = {
    " its ": ("its", "his", "her", "their", "our", "my"),
    " itself ": ("itself", "himself", "herself", "themselves", "ourselves", "myself"),
}


def _possessed(phrase: str) -> Iterable[str]:
    """A phrase with "its" or "itself" for every holder: "gives his blessing to", "commits herself to"."""
    for word, others in _OF_HOLDER.items():
        if word in (padded := f" {phrase} "):
            return [padded.replace(word, f" {other} ").strip() for other in others]
    return (phrase,)


def _declined(
    cue_class: CueClass, forms: Mapping[str, str], unwilling: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Of "not say whether" what is in "wouldn't say whether", "is not going to" and "prefers not to say whether".

    Only of words that say nothing yet: in a refusal the verb alone says enough.
    """
    for form, tag in forms.items():
        if cue_class is CueClass.DEFER and tag == "base" and form.startswith("not "):
            verb = form.removeprefix("not ")
            yield f"'t {verb}", "past"
            yield f"not going to {verb}", "ing"
            yield f"'t going to {verb}", "past"
            for one in unwilling:
                yield from phrase_forms(f"{one} {verb}").items()


def _bare_entries(cue_class: CueClass, words: str) -> Iterable[tuple[str, Entry]]:
    """Verbs in all their forms; of "be opposed" the adjective, for which the reader asks a form of "be"."""
    negative = words.split(maxsplit=1)[0] in ("not", "never", "no")
    if words.startswith("be "):
        words = words.removeprefix("be ")
        yield words, Entry("bare", Cue(cue_class, Frame.BARE, "plain", negative, words))
        return
    forms = phrase_forms(words)
    for form, tag in (*forms.items(), *_declined(cue_class, forms)):
        entry = Entry("bare", Cue(cue_class, Frame.BARE, tag, negative, words))
        yield form, entry
        if form.startswith(("has not ", "have not ", "had not ")):
            yield form.replace(" not ", "n't ", 1), entry


def _clause_entries(cue_class: CueClass, words: str) -> Iterable[tuple[str, Entry]]:
    """A clause as it is spoken, shortened, and as it is reported.

    One that goes on as it likes, "it depends on …", is "open"; an answer without a verb is a "fragment".
    """
    whole, form = not FINITE.isdisjoint(words.split()), "plain"
    if words.endswith(" …"):
        words, form = words.removesuffix(" …"), "open"
    elif not whole:
        form = "fragment"
    entry = Entry("clause", Cue(cue_class, Frame.CLAUSE, form, True, words))
    for form in clause_forms(words) if whole else (words,):
        yield form, entry


def _split_entries(cue_class: CueClass, words: str) -> Iterable[tuple[str, Entry]]:
    """The part that stands behind the matter, with the forms of the verb before it: "put … on hold"."""
    verb, tail = words.split(" … ")
    cue = Cue(cue_class, Frame.VERB, "base", False, words)
    for form in filled(tail):
        yield form, Entry("tail", (cue, verb_forms(verb)))


#: Kinds of which all are kept, however they overlap.
_OVERLAPPING = frozenset({
    "fam", "also", "person", "adj", "name", "office", "body", "exclude", "aside", "taken", "act", "west",
})  # fmt: skip


def marks_by_sentence(
    sentences: Iterable[Sentence], hits: Sequence[Hit]
) -> Iterator[tuple[Sentence, list[Mark]]]:
    """Each sentence with what was found in it, as marks."""
    starts = [start for start, _, _ in hits]
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        yield sentence, marks_of(sentence, hits[first:last])


def marks_of(sentence: Sentence, hits: Iterable[Hit]) -> list[Mark]:
    """Hits as marks at tokens; of two of a kind that overlap, the longer one."""
    made: list[Mark] = []
    last: dict[str, int] = {}
    first, ends = sentence.starts[0], sentence.ends
    for start, end, entry in hits:
        if end <= first:
            continue  # in the dateline: "LONDON/KYIV, Oct 21 (TW) - European leaders …"
        i = bisect_right(ends, start)
        j = i + 1 if end <= ends[i] else bisect_right(ends, end - 1, i) + 1  # most are one word
        kind = entry.kind
        if kind not in _OVERLAPPING:
            if i < last.get(kind, 0) and not any(
                m.kind == kind and (m.i, m.j) == (i, j) for m in made[-6:]
            ):
                continue
            last[kind] = j
        made.append(Mark(i, j, kind, entry.value))
    return made
