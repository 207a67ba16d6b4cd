"""A voice: somebody or something that is named in a sentence and could hold a position. Knows no text."""

from dataclasses import dataclass

from watchers.model import Authority

PRONOUNS = {"he": "m", "she": "f", "they": "", "it": "", "we": "", "i": ""}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that could hold a position, at tokens `i` to `j`."""

    i: int
    j: int
    #: country, person, office, body, official, nobody, pronoun
    kind: str
    #: The actors for which it would speak; more than one for "the two ministers".
    actors: tuple[str, ...]
    label: str
    gender: str = ""
    plural: bool = False
    #: agent, object (after a preposition), place, owner (before 's), by
    role: str = "agent"
    #: For a pronoun, the word; for a demonym, "demonym".
    word: str = ""
    authority: Authority = Authority.OFFICIAL
    #: The surname by which an article may name the person again.
    surname: str = ""
    #: For who speaks for a body of many nations, the countries that he or she comes from.
    native: tuple[str, ...] = ()
    #: Of several who speak together, each.
    members: "tuple[Voice, ...]" = ()

    @property
    def speaks(self) -> bool:
        return bool(self.actors) and self.kind != "nobody"

    def label_for(self, actor: str) -> str:
        """Who of several speaks for an actor."""
        return next((m.label for m in self.members if actor in m.actors), self.label)


def fits(voice: Voice, gender: str) -> bool:
    """Whether a voice may be a "he" or a "she", as `gender` asks for."""
    return not voice.plural and (not voice.gender or voice.gender == gender)
