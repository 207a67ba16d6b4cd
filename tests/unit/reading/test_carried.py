"""Positions on what the text is on, in sentences that do not say it: pointing words, acts, stances, "so does Italy".

Each row names the construction; the number is the direction, and a row without any must yield no statement.
"""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Via, When

FORCE = "A European force in Ukraine was discussed in Paris. "
SUMMIT = "A meeting between Putin and Zelensky was discussed in Paris. "
GUARANTEES = "Ukraine's security guarantees were discussed in Paris. "

ROWS = [
    (
        "a question put to somebody",
        'Friedrich Merz was asked: "Does Germany back a European force in Ukraine?" "That question does not arise," he said.',
        {("germany", "western-force"): 0},
    ),
    (
        "a question put to somebody",
        'Marco Rubio was asked: "Will the United States provide a backstop for the force?" He smiled.',
        {},
    ),
    (
        "a question not answered",
        "Asked about a European force in Ukraine, the White House declined to comment.",
        {("us", "western-force"): 0},
    ),
    (
        "a question not answered",
        "Whether Germany would back a European force in Ukraine, Friedrich Merz would not say.",
        {("germany", "western-force"): 0},
    ),
    ("in one word with the verb", FORCE + '"We\'re opposed," Robert Fico said.', {("slovakia", "western-force"): -1}),
    ("what is put off", FORCE + '"We will look at it in due course," Friedrich Merz said.', {("germany", "western-force"): 0}),
    ("object", FORCE + "Denmark supports it.", {("denmark", "western-force"): 1}),
    ("object", FORCE + "Robert Fico rejected it outright.", {("slovakia", "western-force"): -1}),
    ("object", FORCE + "Giorgia Meloni said Italy was against that.", {("italy", "western-force"): -1}),
    ("within a verb", SUMMIT + "Sergei Lavrov ruled it out.", {("russia", "leaders-summit"): -1}),
    ("said of", SUMMIT + '"It is out of the question," Sergei Lavrov said.', {("russia", "leaders-summit"): -1}),
    ("said of", SUMMIT + "That would be a mistake, Sergei Lavrov said.", {("russia", "leaders-summit"): -1}),
    ("said of", GUARANTEES + '"This is essential," Kaja Kallas said.', {("eu", "security-guarantees"): 1}),
    ("found to be", FORCE + "Hungary does not see it as realistic.", {("hungary", "western-force"): -1}),
    ("found to be", FORCE + "Finland finds it realistic.", {("finland", "western-force"): 1}),
    ("noun", FORCE + "Denmark welcomed the idea.", {("denmark", "western-force"): 1}),
    ("noun", FORCE + "Robert Fico opposes such a step.", {("slovakia", "western-force"): -1}),
    ("over a paragraph", FORCE + "\n\nIt rained.\n\nDenmark supports it.", {("denmark", "western-force"): 1}),
    ("a conjunction", FORCE + "Denmark insisted that the talks were useful.", {}),
    ("a conjunction", FORCE + "Denmark argued that any attack on trade was unacceptable.", {}),
    ("told of a case", FORCE + "Once it is agreed, the Danish king will travel.", {}),
    ("it is wrong to", SUMMIT + "It is wrong to raise taxes, Sergei Lavrov said.", {}),
    ("an attribute", SUMMIT + '"It is a difficult decision," Sergei Lavrov said.', {}),
    ("an own complement", FORCE + "Denmark supports the plan to lower taxes.", {}),
    ("an own complement", FORCE + "Denmark praised the idea of a common currency.", {}),
    ("another plan", "The plan for the railway is late. " + FORCE + "Denmark supports the plan.", {}),
    ("part of something", SUMMIT + "The role of Moscow in the project is to be settled.", {}),
    ("a question that came", SUMMIT + "When the question came there was no yes from Donald Trump.", {}),
    ("a topic that comes up", SUMMIT + "The topic would come up again, Donald Trump said.", {}),
    ("knowing of it", FORCE + "Denmark has grain, a person familiar with the matter said.", {}),
    ("no such thing", FORCE + "There was no such agreement, Donald Trump said.", {}),
    ("for a debate", FORCE + "Denmark is ready for the debate.", {("denmark", "western-force"): 1}),
    ("for a debate", FORCE + "Denmark will not open that debate.", {("denmark", "western-force"): 0}),
    ("two matters", FORCE + "Ukraine's accession to NATO was discussed too. Denmark supports it.", {}),
    ("joining in", FORCE + "Denmark will take part.", {("denmark", "own-troops"): 1}),
    ("joining in", FORCE + "Germany will not follow suit.", {("germany", "western-force"): -1}),
    ("joining in", FORCE + "Estonia would join in if its allies did.", {("estonia", "own-troops"): 1}),
    ("joining in", FORCE + "Italy refused to contribute.", {("italy", "own-troops"): -1}),
    ("joining in", GUARANTEES + "Denmark will take part.", {("denmark", "security-guarantees"): 1}),
    ("joining something else", FORCE + "Denmark will join the euro.", {}),
    ("joining something else", FORCE + "Denmark contributed to the museum.", {}),
    (
        "the same",
        "Denmark supports a European force in Ukraine. So does Sweden.",
        {("denmark", "western-force"): 1, ("sweden", "western-force"): 1},
    ),
    (
        "the same",
        "Hungary opposes a European force in Ukraine. Slovakia takes the same view.",
        {("hungary", "western-force"): -1, ("slovakia", "western-force"): -1},
    ),
    (
        "the opposite",
        "Denmark supports a European force in Ukraine. Hungary takes the opposite view.",
        {("denmark", "western-force"): 1, ("hungary", "western-force"): -1},
    ),
    ("several share a stance", FORCE + "Italy, Spain and Hungary are opposed.", {("italy", "western-force"): -1, ("spain", "western-force"): -1, ("hungary", "western-force"): -1}),
    ("several share a stance", FORCE + "Neither Italy nor Spain is in favour.", {("italy", "western-force"): -1, ("spain", "western-force"): -1}),
    ("several share a stance", FORCE + "Spain, like Italy, is in favour.", {("italy", "western-force"): 1, ("spain", "western-force"): 1}),
    ("company in commas shares it", FORCE + "Spain, together with Italy, is in favour.", {("italy", "western-force"): 1, ("spain", "western-force"): 1}),
    ("a place shares none", FORCE + "In Rome, Spain was in favour.", {("spain", "western-force"): 1}),
    ("the opposite behind a comma", FORCE + "France is in favour, Italy is not.", {("france", "western-force"): 1, ("italy", "western-force"): -1}),
    ("the opposite of a no", FORCE + "Italy is opposed, Spain is not.", {("italy", "western-force"): -1, ("spain", "western-force"): 1}),
    ("the opposite of a no", FORCE + "Italy rejects it. Spain does not.", {("italy", "western-force"): -1, ("spain", "western-force"): 1}),
    ("the opposite of a no", FORCE + "Italy has not ruled it out, Spain has.", {("italy", "western-force"): 1, ("spain", "western-force"): -1}),
    ("the same behind a no", FORCE + "Italy is opposed; Spain is, too.", {("italy", "western-force"): -1, ("spain", "western-force"): -1}),
    ("a verb left out", FORCE + "France is in favour, Italy against, Spain undecided.", {("france", "western-force"): 1, ("italy", "western-force"): -1, ("spain", "western-force"): 0}),
    ("all but one", FORCE + "All leaders backed it, with the exception of Viktor Orban.", {("hungary", "western-force"): -1}),
    ("all but one", "Everyone but Hungary backed Ukraine's bid to join NATO.", {("hungary", "nato-membership"): -1}),
    ("all agree but", FORCE + "Everyone agrees but Hungary is in favour.", {("hungary", "western-force"): 1}),
    ("all but two, who", "It was signed by every leader except Robert Fico and Viktor Orban, who reject Ukraine's bid to join NATO.", {("hungary", "nato-membership"): -1}),
    ("a matter and what it is for", "The talks turned on an American backstop for a European force in Ukraine. Denmark supports it.", {("denmark", "us-backstop"): 1}),
    ("its own word is no denial", 'Will Kyiv give up the Donbas? "No," said Emmanuel Macron.', {("france", "territorial-concessions"): -1}),
    ("what has been discussed", 'Will Kyiv give up the Donbas? "This has been discussed for long," said Emmanuel Macron.', {}),
    ("how likely it is", "Emmanuel Macron supports a Putin-Zelensky meeting but doubts that it will happen.", {("france", "leaders-summit"): 1}),
    ("told in the midst", FORCE + "That, Friedrich Merz said on Monday, would be a mistake.", {("germany", "western-force"): -1}),
    ("told in the midst", "A European force in Ukraine, Sergei Lavrov said, would not be accepted by Moscow.", {("russia", "western-force"): -1}),
    ("told in the midst", "Sending soldiers to Ukraine, Giorgia Meloni said, is not on the table.", {("italy", "own-troops"): -1}),
    ("told by an expert in the midst", "A European force in Ukraine, an expert said, is necessary.", {}),
    ("a verb of its own in the midst", FORCE + "It would, Friedrich Merz said, be late.", {}),
    ("two by their number", "Friedrich Merz and Emmanuel Macron spoke about a European force in Ukraine. Both are in favour.", {("germany", "western-force"): 1, ("france", "western-force"): 1}),
    ("two by their number", "Germany and France discussed a European force in Ukraine. The two countries reject it.", {("germany", "western-force"): -1, ("france", "western-force"): -1}),
    ("neither of two", "Germany and France discussed a European force in Ukraine. Neither is in favour.", {("germany", "western-force"): -1, ("france", "western-force"): -1}),
    ("neither of two", "Germany and France discussed a European force in Ukraine. Neither country supports it.", {("germany", "western-force"): -1, ("france", "western-force"): -1}),
    ("three by another number", "Germany, Italy and France discussed a European force in Ukraine. Both countries reject it.", {}),
    ("a list of capitals", "Should there be a European force in Ukraine?\n\nBERLIN: undecided.\n\nROME: opposed.", {("germany", "western-force"): 0, ("italy", "western-force"): -1}),
    ("talk of another matter", FORCE + "Ministers also spoke about a loan. Denmark is against it.", {}),
    ("talk of it again", FORCE + "Ministers also spoke about it in Rome. Denmark is against it.", {("denmark", "western-force"): -1}),
    ("such a noun", GUARANTEES + "Such commitments are necessary, Donald Trump said.", {("us", "security-guarantees"): 1}),
    ("such a noun", "The talks turned on an American backstop for a European force in Ukraine. Such support is not on the table, Donald Trump said.", {("us", "us-backstop"): -1}),
    ("a noun without such", GUARANTEES + "The commitments of the budget are necessary, Donald Trump said.", {}),
    ("an aside", FORCE + '"This is, of course, unacceptable to us," Sergei Lavrov said.', {("russia", "western-force"): -1}),
    ("for the moment", FORCE + '"For the moment nothing like that is planned," Donald Tusk said.', {("poland", "western-force"): -1}),
    ("would rather not", FORCE + "Hungary would rather not.", {("hungary", "western-force"): -1}),
    ("would rather not say", FORCE + "Hungary would rather not say.", {}),
    ("a wider war", FORCE + "It would lead to a wider war, Viktor Orban said.", {("hungary", "western-force"): -1}),
    ("words of two clauses", '"The Russians want the entire Donbas – we do not accept this," Volodymyr Zelensky said.', {}),
    ("talks on it are joined", "Canada joined a call on a peacekeeping force for Ukraine.", {}),
    ("not without", '"You cannot have a peacekeeping mission in Ukraine without having peace," Anthony Albanese said.', {("australia", "western-force"): 1}),
    ("less clear", "Friedrich Merz was less clear about Germany's contribution to security guarantees for Ukraine.", {("germany", "security-guarantees"): 0}),
    ("where it would stand", FORCE + "It would be stationed far from the front, John Healey said.", {("uk", "western-force"): 1}),
    ("where a bus would stand", "A bus for the delegation was bought. It would be stationed far from the front, John Healey said.", {}),
    ("present on it is no present", '"Troops should be present on the territory of Ukraine," Volodymyr Zelensky said.', {("ukraine", "western-force"): 1}),
    ("he in his own words", 'Volodymyr Zelensky spoke about Emmanuel Macron. "He wants to send soldiers to Ukraine," he said.', {}),
    ("nothing yet", FORCE + "Spain has made no decision.", {("spain", "western-force"): 0}),
    ("nothing yet", FORCE + "Spain has not yet decided.", {("spain", "western-force"): 0}),
    ("nothing yet", FORCE + "Pedro Sánchez declined to say whether Madrid agreed.", {("spain", "western-force"): 0}),
    ("nothing yet", FORCE + "Spain is not ruling anything out.", {("spain", "western-force"): 1}),
    ("an aspect", FORCE + "Spain did not say how many men it had.", {}),
    ("no answer", FORCE + "Spain did not comment.", {}),
    ("a question's own verb", "Would Turkish soldiers go to Ukraine? They would, Hakan Fidan said.", {("turkey", "own-troops"): 1}),
    ("a question's own verb", "Would Turkish soldiers go to Ukraine? They will not, Hakan Fidan said.", {("turkey", "own-troops"): -1}),
    ("a verb of its own behind it", "Would Turkish soldiers go to Ukraine? It would, Hakan Fidan said, be raining there.", {}),
    ("a yes on a condition", "Would Dutch soldiers go to Ukraine? If Washington provides the cover, then yes, Dick Schoof said.", {("netherlands", "own-troops"): 1}),
    ("a yes beside another matter", "Would Dutch soldiers go to Ukraine? Yes, but only with an American backstop, Dick Schoof said.", {("netherlands", "own-troops"): 1, ("netherlands", "us-backstop"): 1}),
    ("a question that goes on", "Would Turkish soldiers go to Ukraine? Yes, Hakan Fidan said. And Dutch ones? No, Dick Schoof said.", {("turkey", "own-troops"): 1, ("netherlands", "own-troops"): -1}),
    ("a question that goes on", "Would Turkish soldiers go to Ukraine? Yes, Hakan Fidan said. And Poland? Donald Tusk ruled it out.", {("turkey", "own-troops"): 1, ("poland", "own-troops"): -1}),
    ("a question that goes on", "Is Germany against a European force in Ukraine? Yes, said Friedrich Merz. What about Italy? Yes, said Antonio Tajani.", {("germany", "western-force"): -1, ("italy", "western-force"): -1}),
    ("it goes on to whom another tells of", "Should Ukraine join NATO? Yes, said Hakan Fidan. And Poland? No.", {("turkey", "nato-membership"): 1}),
    ("it goes on to a place", "Should Ukraine join NATO? In Poland? Donald Tusk smiled.", {}),
    ("under a heading", "It was about security guarantees for Ukraine.\n\nNATO membership for Ukraine\n\nFriedrich Merz considers the question premature. Donald Tusk backs the idea.", {("germany", "nato-membership"): 0, ("poland", "nato-membership"): 1}),
    ("behind a colon", "A European force in Ukraine: Viktor Orban is against it.", {("hungary", "western-force"): -1}),
    ("behind a colon", "A European force in Ukraine: Viktor Orban was late.", {}),
    ("another matter long before", GUARANTEES + "\n\nLater a European force in Ukraine came up. Denmark supports it.", {("denmark", "western-force"): 1}),
    ("another plan long before", GUARANTEES + "\n\nLater a European force in Ukraine came up. Denmark supports the decision.", {}),
    ("from a capital", FORCE + "From Warsaw came a clear no.", {("poland", "western-force"): -1}),
    ("from a capital", FORCE + "From Warsaw came no answer.", {}),
    ("it is called something", FORCE + "The Czech prime minister, Petr Fiala, called it unrealistic.", {("czechia", "western-force"): -1}),
    ("could imagine", FORCE + "Norway could imagine it.", {("norway", "western-force"): 1}),
    ("progressive", FORCE + "Spain is hesitating.", {("spain", "western-force"): -1}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("construction", "text", "expected"), ROWS, ids=[f"{c}: {t}" for c, t, _ in ROWS]
)
def test_carried(construction: str, text: str, expected: dict[tuple[str, str], int]) -> None:
    found = {
        (s.actor, s.claim): int(s.position.direction)
        for s in shipped_reader().read(article(text)).statements
        if s.when is When.NOW and s.via is not Via.SECONDHAND
    }
    assert found == expected, construction
