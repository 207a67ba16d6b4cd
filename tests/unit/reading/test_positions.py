"""Which position a sentence reports, construction by construction: plain sentences with known claims and actors.

Each row names the construction that carries the position; the number is its direction.
"""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Via, When

#: (construction, text, {(actor, claim): direction}); nothing where a sentence must yield no statement.
SENTENCES = [
    (
        "fronted",
        "Ukraine's accession to NATO Robert Fico would never sign.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "fronted",
        "German soldiers in Ukraine Friedrich Merz did not rule out.",
        {("germany", "own-troops"): 1},
    ),
    (
        "fronted",
        "Security guarantees for Ukraine the Kremlin calls unacceptable.",
        {("russia", "security-guarantees"): -1},
    ),
    (
        "fronted",
        "Security guarantees for Ukraine Emmanuel Macron considers indispensable.",
        {("france", "security-guarantees"): 1},
    ),
    (
        "fronted",
        "Whether Germany would send soldiers to Ukraine, Friedrich Merz left open.",
        {("germany", "own-troops"): 0},
    ),
    (
        "fronted",
        "Excluded, Kaja Kallas said, is a Russian veto over the guarantees.",
        {("eu", "moscow-consent"): -1},
    ),
    (
        "fronted",
        "Indispensable, Volodymyr Zelensky said, are firm security guarantees for Ukraine.",
        {("ukraine", "security-guarantees"): 1},
    ),
    (
        "relative predicates",
        "Ukraine's membership in NATO is something that Donald Trump will not accept.",
        {("us", "nato-membership"): -1},
    ),
    (
        "relative predicates",
        "Sending soldiers to Ukraine is not something Italy would consider, Antonio Tajani said.",
        {("italy", "own-troops"): -1},
    ),
    (
        "relative predicates",
        "Sending soldiers to Ukraine is a step that Rome has ruled out.",
        {("italy", "own-troops"): -1},
    ),
    (
        "relative predicates",
        "A European force in Ukraine is an idea that Paris has always supported.",
        {("france", "western-force"): 1},
    ),
    (
        "relative predicates",
        "Sending soldiers to Ukraine is an idea that France does not exclude.",
        {("france", "own-troops"): 1},
    ),
    (
        "relative predicates",
        "A European force in Ukraine is the last thing that Moscow would allow.",
        {("russia", "western-force"): -1},
    ),
    (
        "relative predicates",
        "Ukraine's membership in NATO is what Russia opposes most, Sergei Lavrov said.",
        {("russia", "nato-membership"): -1},
    ),
    (
        "relative predicates",
        "Security guarantees are what Ukraine needs, Emmanuel Macron said.",
        {("france", "security-guarantees"): 1},
    ),
    (
        "relative predicates",
        "A European force in Ukraine remains a project that Warsaw backs, Donald Tusk said.",
        {("poland", "western-force"): 1},
    ),
    (
        "behind the matter",
        "Giving up territory is out of the question, Volodymyr Zelensky said.",
        {("ukraine", "territorial-concessions"): -1},
    ),
    (
        "behind the matter",
        "For Ukraine, giving up territory is a red line.",
        {("ukraine", "territorial-concessions"): -1},
    ),
    (
        "behind the matter",
        "For the Kremlin, NATO membership of Ukraine is a red line.",
        {("russia", "nato-membership"): -1},
    ),
    (
        "behind the matter",
        "For Poland, sending soldiers to Ukraine is out of the question.",
        {("poland", "own-troops"): -1},
    ),
    (
        "behind the matter",
        "For Moscow a European force in Ukraine is unacceptable.",
        {("russia", "western-force"): -1},
    ),
    (
        "behind the matter",
        "NATO membership is the only way to protect Ukraine, Kaja Kallas said.",
        {("eu", "nato-membership"): 1},
    ),
    (
        "behind the matter",
        "There is no alternative to security guarantees for Ukraine, Friedrich Merz said.",
        {("germany", "security-guarantees"): 1},
    ),
    (
        "behind the matter",
        "There is no substitute for NATO membership, Volodymyr Zelensky said.",
        {("ukraine", "nato-membership"): 1},
    ),
    (
        "behind the matter",
        "Ukraine's NATO membership is dead, Robert Fico said.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "behind the matter",
        "A European force in Ukraine makes no sense, Giorgia Meloni said.",
        {("italy", "western-force"): -1},
    ),
    (
        "behind the matter",
        "A European force in Ukraine makes sense, Alexander Stubb said.",
        {("finland", "western-force"): 1},
    ),
    (
        "behind the matter",
        "A meeting between Putin and Zelensky is pointless for now, Dmitry Peskov said.",
        {("russia", "leaders-summit"): -1},
    ),
    (
        "behind the matter",
        "A meeting between Putin and Zelensky is long overdue, Recep Tayyip Erdogan said.",
        {("turkey", "leaders-summit"): 1},
    ),
    (
        "behind the matter",
        "Security guarantees for Ukraine come first, Volodymyr Zelensky said.",
        {("ukraine", "security-guarantees"): 1},
    ),
    (
        "behind the matter",
        "Ukraine has no place in NATO, Viktor Orban said.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "behind the matter",
        "Ukraine does not belong in NATO, Robert Fico said.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "behind the matter",
        "Western troops in Ukraine have the full backing of Finland, Alexander Stubb said.",
        {("finland", "western-force"): 1},
    ),
    (
        "behind the matter",
        "A European force in Ukraine has London's support.",
        {("uk", "western-force"): 1},
    ),
    (
        "behind the matter",
        "A European force in Ukraine enjoys Berlin's support.",
        {("germany", "western-force"): 1},
    ),
    (
        "nominal",
        "Berlin repeated its opposition to Ukraine joining NATO.",
        {("germany", "nato-membership"): -1},
    ),
    (
        "nominal",
        "Viktor Orban's no to NATO membership for Ukraine stands.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "nominal",
        "Robert Fico confirmed his readiness for a meeting between Putin and Zelensky in Bratislava.",
        {("slovakia", "leaders-summit"): 1},
    ),
    (
        "nominal",
        "Berlin voiced its scepticism about a European force in Ukraine.",
        {("germany", "western-force"): -1},
    ),
    (
        "nominal",
        "The refusal of Poland to send soldiers to Ukraine is final, Donald Tusk said.",
        {("poland", "own-troops"): -1},
    ),
    (
        "nominal",
        "Donald Tusk's refusal to send soldiers to Ukraine is well known.",
        {("poland", "own-troops"): -1},
    ),
    (
        "nominal",
        "Donald Tusk explained his refusal to send soldiers to Ukraine.",
        {("poland", "own-troops"): -1},
    ),
    (
        "nominal",
        "The Kremlin's rejection of a European force in Ukraine has not changed.",
        {("russia", "western-force"): -1},
    ),
    (
        "nominal",
        "Kyiv has our support for NATO membership, Edgars Rinkevics said.",
        {("latvia", "nato-membership"): 1},
    ),
    (
        "light verbs",
        "Pedro Sanchez gave his blessing to a European force in Ukraine.",
        {("spain", "western-force"): 1},
    ),
    (
        "light verbs",
        "Giorgia Meloni poured cold water on a European force in Ukraine.",
        {("italy", "western-force"): -1},
    ),
    (
        "light verbs",
        "Alexander Stubb threw his weight behind a European force in Ukraine.",
        {("finland", "western-force"): 1},
    ),
    (
        "light verbs",
        "Dmitry Peskov shut the door on a meeting between Putin and Zelensky.",
        {("russia", "leaders-summit"): -1},
    ),
    (
        "light verbs",
        "Dmitry Peskov left the door open to a meeting between Putin and Zelensky.",
        {("russia", "leaders-summit"): 1},
    ),
    (
        "light verbs",
        "Viktor Orban put his foot down on NATO membership for Ukraine.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "light verbs",
        "Mark Carney lent his support to security guarantees for Ukraine.",
        {("canada", "security-guarantees"): 1},
    ),
    (
        "light verbs",
        "Donald Trump gave a green light to security guarantees for Ukraine.",
        {("us", "security-guarantees"): 1},
    ),
    (
        "light verbs",
        "Robert Fico made no secret of his opposition to NATO membership for Ukraine.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "light verbs",
        "Keir Starmer came down in favour of security guarantees for Ukraine.",
        {("uk", "security-guarantees"): 1},
    ),
    (
        "light verbs",
        "Sergei Lavrov took aim at a European force in Ukraine.",
        {("russia", "western-force"): -1},
    ),
    (
        "light verbs",
        "Hungary gave up its resistance to security guarantees for Ukraine.",
        {("hungary", "security-guarantees"): 1},
    ),
    (
        "light verbs",
        "Hungary lifted its veto on security guarantees for Ukraine.",
        {("hungary", "security-guarantees"): 1},
    ),
    (
        "light verbs",
        "Friedrich Merz put the sending of soldiers to Ukraine on hold.",
        {("germany", "own-troops"): -1},
    ),
    (
        "light verbs",
        "Paris has put its plan for a European force in Ukraine on ice.",
        {("france", "western-force"): -1},
    ),
    (
        "light verbs",
        "Robert Fico wants nothing to do with a European force in Ukraine.",
        {("slovakia", "western-force"): -1},
    ),
    (
        "demands",
        "Russia must have no veto over security guarantees, Kaja Kallas said.",
        {("eu", "moscow-consent"): -1},
    ),
    (
        "demands",
        "Ukraine must stay out of NATO, Vladimir Putin said.",
        {("russia", "nato-membership"): -1},
    ),
    (
        "demands",
        "Ukraine cannot do without security guarantees, Mette Frederiksen said.",
        {("denmark", "security-guarantees"): 1},
    ),
    (
        "demands",
        "No peace without security guarantees for Ukraine, Mette Frederiksen said.",
        {("denmark", "security-guarantees"): 1},
    ),
    (
        "demands",
        "No ceasefire will hold without security guarantees for Ukraine, Andrii Sybiha said.",
        {("ukraine", "security-guarantees"): 1},
    ),
    (
        "demands",
        "Ukraine will have to give up territory, Donald Trump said.",
        {("us", "territorial-concessions"): 1},
    ),
    (
        "demands",
        "Putin and Zelensky have to meet, Recep Tayyip Erdogan said.",
        {("turkey", "leaders-summit"): 1},
    ),
    (
        "demands",
        "Putin should meet Zelensky, Emmanuel Macron said.",
        {("france", "leaders-summit"): 1},
    ),
    ("demands", "Zelensky urged Putin to meet him.", {("ukraine", "leaders-summit"): 1}),
    (
        "demands",
        "What Ukraine needs is security guarantees, Keir Starmer said.",
        {("uk", "security-guarantees"): 1},
    ),
    (
        "demands",
        "What Ukraine does not need is a European force, Viktor Orban said.",
        {("hungary", "western-force"): -1},
    ),
    (
        "demands",
        "The first thing Ukraine needs is security guarantees, Keir Starmer said.",
        {("uk", "security-guarantees"): 1},
    ),
    (
        "demands",
        "It is time for Putin and Zelensky to meet, Emmanuel Macron said.",
        {("france", "leaders-summit"): 1},
    ),
    (
        "demands",
        "It is vital that Ukraine gets security guarantees, Emmanuel Macron said.",
        {("france", "security-guarantees"): 1},
    ),
    (
        "passives",
        "Sending soldiers to Ukraine was ruled out by Giorgia Meloni.",
        {("italy", "own-troops"): -1},
    ),
    (
        "passives",
        "A European force in Ukraine was rejected by the Kremlin.",
        {("russia", "western-force"): -1},
    ),
    (
        "passives",
        "A European force in Ukraine is opposed by Hungary.",
        {("hungary", "western-force"): -1},
    ),
    (
        "passives",
        "A European force in Ukraine is backed by Denmark.",
        {("denmark", "western-force"): 1},
    ),
    (
        "passives",
        "A European force in Ukraine is not supported by Slovakia.",
        {("slovakia", "western-force"): -1},
    ),
    (
        "passives",
        "Security guarantees for Ukraine were welcomed by Ursula von der Leyen.",
        {("eu", "security-guarantees"): 1},
    ),
    (
        "passives",
        "Ukraine should not be admitted to NATO, Viktor Orban said.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "passives",
        "No Polish soldiers will be sent to Ukraine, Donald Tusk said.",
        {("poland", "own-troops"): -1},
    ),
    (
        "passives",
        "A European force in Ukraine cannot be excluded, Emmanuel Macron said.",
        {("france", "western-force"): 1},
    ),
    (
        "passives",
        "A European force in Ukraine has been ruled out, Boris Pistorius said.",
        {("germany", "western-force"): -1},
    ),
    (
        "passives",
        "Nothing about a European force in Ukraine has been agreed, Boris Pistorius said.",
        {("germany", "western-force"): 0},
    ),
    (
        "comparatives",
        "Italy wants security guarantees for Ukraine instead of a European force, Giorgia Meloni said.",
        {("italy", "security-guarantees"): 1, ("italy", "western-force"): -1},
    ),
    (
        "comparatives",
        "Italy prefers security guarantees for Ukraine to a European force, Giorgia Meloni said.",
        {("italy", "security-guarantees"): 1, ("italy", "western-force"): -1},
    ),
    (
        "comparatives",
        "Giorgia Meloni prefers security guarantees for Ukraine.",
        {("italy", "security-guarantees"): 1},
    ),
    (
        "comparatives",
        "NATO membership is the best guarantee for Ukraine, Mark Rutte said.",
        {("nato", "nato-membership"): 1},
    ),
    (
        "comparatives",
        "Anything but NATO membership for Ukraine would be acceptable, Sergei Lavrov said.",
        {("russia", "nato-membership"): -1},
    ),
    (
        "contrast",
        "Yes to security guarantees for Ukraine, no to a European force, Giorgia Meloni said.",
        {("italy", "security-guarantees"): 1, ("italy", "western-force"): -1},
    ),
    (
        "contrast",
        "Security guarantees yes, NATO membership no, Robert Fico said of Ukraine.",
        {("slovakia", "security-guarantees"): 1, ("slovakia", "nato-membership"): -1},
    ),
    (
        "contrast",
        "Slovakia supports security guarantees for Ukraine but not NATO membership, Robert Fico said.",
        {("slovakia", "security-guarantees"): 1, ("slovakia", "nato-membership"): -1},
    ),
    (
        "contrast",
        "Slovakia supports security guarantees for Ukraine, but NATO membership it rejects, Robert Fico said.",
        {("slovakia", "security-guarantees"): 1, ("slovakia", "nato-membership"): -1},
    ),
    (
        "contrast",
        "Unlike Poland, Sweden will send soldiers to Ukraine, Ulf Kristersson said.",
        {("sweden", "own-troops"): 1},
    ),
    (
        "contrast",
        "Unlike Sweden, Poland will not send soldiers to Ukraine, Donald Tusk said.",
        {("poland", "own-troops"): -1},
    ),
    (
        "contrast",
        "France backs security guarantees for Ukraine, and so does Italy.",
        {("france", "security-guarantees"): 1, ("italy", "security-guarantees"): 1},
    ),
    (
        "contrast",
        "Hungary opposes NATO membership for Ukraine, and so does Slovakia.",
        {("hungary", "nato-membership"): -1, ("slovakia", "nato-membership"): -1},
    ),
    (
        "contrast",
        "France will send soldiers to Ukraine, and so will Britain.",
        {("france", "own-troops"): 1, ("uk", "own-troops"): 1},
    ),
    (
        "contrast",
        "Poland will not send soldiers to Ukraine, nor will Romania.",
        {("poland", "own-troops"): -1, ("romania", "own-troops"): -1},
    ),
    (
        "contrast",
        "Poland will not send soldiers to Ukraine and neither will Romania.",
        {("poland", "own-troops"): -1, ("romania", "own-troops"): -1},
    ),
    (
        "contrast",
        "Neither Greece nor Bulgaria will send soldiers to Ukraine.",
        {("greece", "own-troops"): -1, ("bulgaria", "own-troops"): -1},
    ),
    (
        "contrast",
        "Both Greece and Bulgaria oppose a European force in Ukraine.",
        {("greece", "western-force"): -1, ("bulgaria", "western-force"): -1},
    ),
    (
        "contrast",
        "France supports a European force in Ukraine, Italy does not.",
        {("france", "western-force"): 1, ("italy", "western-force"): -1},
    ),
    (
        "contrast",
        "Italy does not support a European force in Ukraine, while France does.",
        {("italy", "western-force"): -1, ("france", "western-force"): 1},
    ),
    (
        "double negation, implicatives",
        "Boris Pistorius would not say no to a European force in Ukraine.",
        {("germany", "western-force"): 1},
    ),
    (
        "double negation, implicatives",
        "Boris Pistorius did not refuse a European force in Ukraine.",
        {("germany", "western-force"): 1},
    ),
    (
        "double negation, implicatives",
        "Giorgia Meloni has no objection to security guarantees for Ukraine.",
        {("italy", "security-guarantees"): 1},
    ),
    (
        "double negation, implicatives",
        "Keir Starmer is not opposed to Ukraine joining NATO.",
        {("uk", "nato-membership"): 1},
    ),
    (
        "double negation, implicatives",
        "It is not impossible that Germany will send soldiers to Ukraine, Friedrich Merz said.",
        {("germany", "own-troops"): 1},
    ),
    (
        "double negation, implicatives",
        "Germany cannot refuse to send soldiers to Ukraine, Friedrich Merz said.",
        {("germany", "own-troops"): 1},
    ),
    (
        "double negation, implicatives",
        "Berlin never said no to sending soldiers to Ukraine, Friedrich Merz said.",
        {("germany", "own-troops"): 1},
    ),
    (
        "double negation, implicatives",
        "Robert Fico does not believe in NATO membership for Ukraine.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "double negation, implicatives",
        "Robert Fico sees no room for Ukraine in NATO.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "double negation, implicatives",
        "Hungary agreed not to block security guarantees for Ukraine.",
        {("hungary", "security-guarantees"): 1},
    ),
    (
        "double negation, implicatives",
        "Hungary will not stand in the way of Ukraine joining NATO, Peter Szijjarto said.",
        {("hungary", "nato-membership"): 1},
    ),
    (
        "conditions",
        "Sweden will send soldiers to Ukraine only if the United States backs the mission, Ulf Kristersson said.",
        {("sweden", "own-troops"): 1},
    ),
    (
        "conditions",
        "Sweden will not send soldiers to Ukraine unless the United States backs the mission, Ulf Kristersson said.",
        {("sweden", "own-troops"): 1},
    ),
    (
        "conditions",
        "Without American support Sweden will not send soldiers to Ukraine, Ulf Kristersson said.",
        {("sweden", "own-troops"): 1},
    ),
    (
        "conditions",
        "Italy would send soldiers to Ukraine provided the United Nations asked for it, Guido Crosetto said.",
        {("italy", "own-troops"): 1},
    ),
    (
        "conditions",
        "Finland will only send soldiers to Ukraine with an American backstop, Petteri Orpo said.",
        {("finland", "own-troops"): 1},
    ),
    (
        "conditions",
        "Vladimir Putin will meet Zelensky only after a deal is ready, Dmitry Peskov said.",
        {("russia", "leaders-summit"): 1},
    ),
    (
        "undecided",
        "It is too early to say whether Denmark will send soldiers to Ukraine, Mette Frederiksen said.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Whether Denmark will send soldiers to Ukraine is not decided, Mette Frederiksen said.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Whether Denmark sends soldiers to Ukraine remains to be seen, Mette Frederiksen said.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Denmark has not decided whether to send soldiers to Ukraine, Mette Frederiksen said.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Denmark has made no decision about sending soldiers to Ukraine, Mette Frederiksen said.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Mette Frederiksen would not say whether Denmark would send soldiers to Ukraine.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Mette Frederiksen declined to say if Danish soldiers would go to Ukraine.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "Mette Frederiksen refused to be drawn on sending Danish soldiers to Ukraine.",
        {("denmark", "own-troops"): 0},
    ),
    (
        "undecided",
        "It is up to Ukraine to decide on territorial concessions, Mark Rutte said.",
        {("nato", "territorial-concessions"): 0},
    ),
    (
        "undecided",
        "Decisions about territory must be taken by Ukraine, Friedrich Merz said.",
        {("germany", "territorial-concessions"): 0},
    ),
    (
        "undecided",
        "Parliament must approve sending German soldiers to Ukraine, Friedrich Merz said.",
        {("germany", "own-troops"): 0},
    ),
    (
        "undecided",
        "Sending soldiers to Ukraine would have to be approved by the Bundestag, Friedrich Merz said.",
        {("germany", "own-troops"): 0},
    ),
    (
        "supports",
        "Guarantees for Ukraine must be ratified by Congress, Volodymyr Zelensky said.",
        {("ukraine", "security-guarantees"): 1},
    ),
    (
        "undecided",
        "Only Ukraine can decide on territorial concessions, Ursula von der Leyen said.",
        {("eu", "territorial-concessions"): 0},
    ),
    (
        "undecided",
        "Berlin has not made up its mind about sending soldiers to Ukraine.",
        {("germany", "own-troops"): 0},
    ),
    (
        "undecided",
        "Berlin has yet to decide on sending soldiers to Ukraine.",
        {("germany", "own-troops"): 0},
    ),
    (
        "undecided",
        "The question of German soldiers in Ukraine is not on the agenda, Friedrich Merz said.",
        {("germany", "own-troops"): -1},
    ),
    (
        "undecided",
        "The question of German soldiers in Ukraine remains open, Friedrich Merz said.",
        {("germany", "own-troops"): 0},
    ),
    (
        "undecided",
        "The time has not come to discuss Spanish soldiers in Ukraine, Margarita Robles said.",
        {("spain", "own-troops"): 0},
    ),
    (
        "undecided",
        "Spain will decide later about soldiers for Ukraine, Margarita Robles said.",
        {("spain", "own-troops"): 0},
    ),
    (
        "undecided",
        "Spain will decide on soldiers for Ukraine when the time comes, Margarita Robles said.",
        {("spain", "own-troops"): 0},
    ),
    (
        "undecided",
        "Discussions about Spanish soldiers in Ukraine are premature, Margarita Robles said.",
        {("spain", "own-troops"): 0},
    ),
    (
        "undecided",
        "Canberra is still weighing whether to send soldiers to Ukraine, Anthony Albanese said.",
        {("australia", "own-troops"): 1},
    ),
    (
        "threats",
        "Western troops in Ukraine would be legitimate targets, Vladimir Putin said.",
        {("russia", "western-force"): -1},
    ),
    (
        "threats",
        "Western troops in Ukraine would be destroyed, Dmitry Medvedev said.",
        {("russia", "western-force"): -1},
    ),
    (
        "threats",
        "Sending European troops to Ukraine would mean war, Sergei Lavrov said.",
        {("russia", "western-force"): -1},
    ),
    (
        "threats",
        "Moscow would regard European troops in Ukraine as a threat.",
        {("russia", "western-force"): -1},
    ),
    (
        "threats",
        "Moscow would treat European troops in Ukraine as an occupying force, Maria Zakharova said.",
        {("russia", "western-force"): -1},
    ),
    (
        "threats",
        "European troops in Ukraine would face Russian fire, Maria Zakharova warned.",
        {("russia", "western-force"): -1},
    ),
    (
        "actions",
        "Canada has joined the list of countries that will send soldiers to Ukraine.",
        {("canada", "own-troops"): 1},
    ),
    (
        "actions",
        "Emmanuel Macron signed the declaration on a European force in Ukraine.",
        {("france", "western-force"): 1},
    ),
    (
        "actions",
        "Hungary voted against Ukraine's accession to NATO.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "actions",
        "Kyiv has applied to join NATO, Volodymyr Zelensky said.",
        {("ukraine", "nato-membership"): 1},
    ),
    (
        "actions",
        "The Seimas in Vilnius has ratified Ukraine's accession to NATO, Gitanas Nauseda said.",
        {("lithuania", "nato-membership"): 1},
    ),
    (
        "actions",
        "Preparations for a meeting between Putin and Zelensky are under way, Marco Rubio said.",
        {("us", "leaders-summit"): 1},
    ),
    (
        "acts and time",
        "The Kremlin denied that Putin had agreed to meet Zelensky.",
        {("russia", "leaders-summit"): -1},
    ),
    (
        "acts and time",
        "Germany no longer rules out sending soldiers to Ukraine, Friedrich Merz said.",
        {("germany", "own-troops"): 1},
    ),
    (
        "acts and time",
        "Germany no longer supports NATO membership for Ukraine, Friedrich Merz said.",
        {("germany", "nato-membership"): -1},
    ),
    (
        "acts and time",
        "Italy continues to oppose a European force in Ukraine, Giorgia Meloni said.",
        {("italy", "western-force"): -1},
    ),
    (
        "acts and time",
        "Italy remains opposed to a European force in Ukraine, Giorgia Meloni said.",
        {("italy", "western-force"): -1},
    ),
    (
        "called / considers",
        "Guido Crosetto considers a European force in Ukraine impossible.",
        {("italy", "western-force"): -1},
    ),
    (
        "called / considers",
        "Guido Crosetto finds a European force in Ukraine superfluous.",
        {("italy", "western-force"): -1},
    ),
    (
        "called / considers",
        "Donald Tusk thinks a European force in Ukraine is necessary.",
        {("poland", "western-force"): 1},
    ),
    (
        "called / considers",
        "Robert Fico sees Ukraine's NATO membership as a mistake.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "called / considers",
        "Robert Fico described Ukraine's NATO membership as the start of a third world war.",
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "called / considers",
        "Dmitry Peskov dismissed talk of a meeting between Putin and Zelensky as premature.",
        {("russia", "leaders-summit"): 0},
    ),
    (
        "called / considers",
        "Maria Zakharova compared a European force in Ukraine to an occupation.",
        {("russia", "western-force"): -1},
    ),
    (
        "called / considers",
        "Viktor Orban spoke of Ukraine's NATO membership as a danger to Hungary.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "called / considers",
        "Rustem Umerov called security guarantees the key to peace.",
        {("ukraine", "security-guarantees"): 1},
    ),
    (
        "verbless",
        '"No NATO membership for Ukraine," Donald Trump said.',
        {("us", "nato-membership"): -1},
    ),
    (
        "verbless",
        "No to NATO membership for Ukraine, Viktor Orban said.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "verbless",
        "Security guarantees first, Volodymyr Zelensky said.",
        {("ukraine", "security-guarantees"): 1},
    ),
    (
        "verbless",
        '"Never NATO troops in Ukraine," Maria Zakharova wrote.',
        {("russia", "western-force"): -1},
    ),
    (
        "said of",
        '"Unthinkable," Donald Tusk said of Polish soldiers in Ukraine.',
        {("poland", "own-troops"): -1},
    ),
    (
        "said of",
        '"A mistake," Viktor Orban said of Ukraine\'s NATO membership.',
        {("hungary", "nato-membership"): -1},
    ),
    (
        "said of",
        '"I do not rule it out," Dick Schoof said of Dutch soldiers in Ukraine.',
        {("netherlands", "own-troops"): 1},
    ),
    (
        "said of",
        '"We are against it," Robert Fico said about NATO membership for Ukraine.',
        {("slovakia", "nato-membership"): -1},
    ),
    (
        "said of",
        '"This is the right thing to do," Keir Starmer said of a European force in Ukraine.',
        {("uk", "western-force"): 1},
    ),
    (
        "said of",
        "Asked about Ukraine joining NATO, Viktor Orban said it would never happen.",
        {("hungary", "nato-membership"): -1},
    ),
    (
        "said of",
        "On a European force in Ukraine Rome remains sceptical.",
        {("italy", "western-force"): -1},
    ),
    (
        "said of",
        "When it comes to soldiers for Ukraine, Warsaw says no.",
        {("poland", "own-troops"): -1},
    ),
    (
        "stances on the topic",
        "A European force in Ukraine was discussed in Paris. Robert Fico said he was opposed.",
        {("slovakia", "western-force"): -1},
    ),
    (
        "stances on the topic",
        "A European force in Ukraine was discussed in Paris. Denmark is in favour.",
        {("denmark", "western-force"): 1},
    ),
    (
        "stances on the topic",
        "A European force in Ukraine was discussed in Paris. Giorgia Meloni is sceptical.",
        {("italy", "western-force"): -1},
    ),
    (
        "stances on the topic",
        "A European force in Ukraine was discussed in Paris. Mark Carney would not commit himself.",
        {("canada", "western-force"): 0},
    ),
    (
        "stances on the topic",
        "A European force in Ukraine was discussed in Paris. Would Denmark agree?",
        {},
    ),
    (
        "stances on the topic",
        "A European force in Ukraine was discussed in Paris. Denmark agreed to host the next meeting.",
        {},
    ),
    (
        "never without",
        "Nothing will hold unless Ukraine gets firm security guarantees, Keir Starmer said.",
        {("uk", "security-guarantees"): 1},
    ),
    (
        "never without",
        "Security guarantees without Russia are not worth the paper, Sergei Lavrov said.",
        {("russia", "moscow-consent"): 1},
    ),
    (
        "never without",
        "Security guarantees without Russia are a road to nowhere, Sergei Lavrov said.",
        {("russia", "moscow-consent"): 1},
    ),
    (
        "for and after are no stance",
        "For Ukraine and its security guarantees a long night began.",
        {},
    ),
    (
        "for and after are no stance",
        "After a European force in Ukraine was discussed, Emmanuel Macron left.",
        {},
    ),
    (
        "offered to the force",
        "Britain is ready to send soldiers to a European force in Ukraine, Keir Starmer said.",
        {("uk", "own-troops"): 1, ("uk", "western-force"): 1},
    ),
    (
        "months ahead",
        "France will send soldiers to Ukraine in October, Emmanuel Macron said.",
        {("france", "own-troops"): 1},
    ),
    (
        "an inverted condition",
        "Should Ukraine join NATO, Dmitry Peskov will have much to explain.",
        {},
    ),
]


@pytest.mark.parametrize(
    ("construction", "text", "expected"), SENTENCES, ids=[f"{c}: {t[:60]}" for c, t, _ in SENTENCES]
)
def test_position(construction: str, text: str, expected: dict[tuple[str, str], int]) -> None:
    found = {
        (s.actor, s.claim): s.position.direction
        for s in shipped_reader().read(article(text, title="Talks on Ukraine")).statements
        if s.via is not Via.SECONDHAND and s.when is When.NOW
    }
    wanted = expected or found  # a row without any expects nothing at all
    assert {pair: found.get(pair) for pair in wanted} == expected, construction
