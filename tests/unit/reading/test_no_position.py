"""What looks like a position and is none, each beside its true twin: the row's name says what is tried."""

import pytest

from tests.unit.reading.material import reading
from watchers.model import Via, When

#: What is tried: (text, "actor claim direction" of each statement of now, joined by semicolons).
ROWS: dict[str, tuple[str, str]] = {
    # -- told by nobody of ours
    "a paper predicts": ("Britain will scrap its plan to send soldiers to Ukraine, The Times predicts.", ""),
    "a committee warns": ("Britain is preparing a force for Ukraine without American help, a committee of peers has warned.", ""),
    "a paper reported on a day": ("Germany will not send soldiers to Ukraine, Der Spiegel reported on Friday.", ""),
    "a study says": ("Germany would need 15,000 soldiers for a force in Ukraine, a study says.", ""),
    "a study in a headline's way": ("Study: Germany would need 15,000 soldiers for Ukraine.", ""),
    "the leader of a party": (
        'Sweden debated. "We want a force in Ukraine," said Nooshi Dadgostar, the leader of Sweden\'s Left Party.',
        "",
    ),
    "a minister of a country": (
        'Sweden debated. "We want a force in Ukraine," said Pål Jonson, the defence minister of Sweden.',
        "sweden western-force positive",
    ),
    "a list that goes on with somebody unknown": (
        "Poland, Estonia and Tuvalu oppose a European force in Ukraine.",
        "estonia western-force negative;poland western-force negative",
    ),
    "smaller parties": ("Smaller parties in the Bundestag demanded a ban on sending soldiers to Ukraine.", ""),
    "a spokesman says": ("Germany opposes sending soldiers to Ukraine, a spokesman said.", "germany own-troops negative"),
    "its statement says": ("Germany opposes sending soldiers to Ukraine, its statement said.", "germany own-troops negative"),
    "sources say": ("Germany opposes sending soldiers to Ukraine, sources in the government said.", "germany own-troops negative"),
    "which somebody noted": ("Germany opposes the European force in Ukraine, which Moscow noted.", "germany western-force negative"),
    "a matter that came up": ("Friedrich Merz said that security guarantees for Ukraine had come up.", ""),
    "a matter that will come": ("Friedrich Merz said that security guarantees for Ukraine must come.", "germany security-guarantees positive"),
    # -- a day is nothing to insist on
    "insisted on a day": ("Robert Fico insisted on Friday that foreign troops in Ukraine were unacceptable.", "slovakia western-force negative"),
    "insisted on it": ("Robert Fico insisted on foreign troops in Ukraine.", "slovakia western-force positive"),
    # -- whose soldiers: an office is none
    "a foreign minister's soldiers": ("The Estonian foreign minister opposes sending troops to Ukraine.", "estonia own-troops negative"),
    "foreign soldiers": ("The Estonian prime minister opposes sending foreign troops to Ukraine.", "estonia western-force negative"),
    "coalition parties' soldiers": ("The coalition parties rejected sending troops to Ukraine, the Estonian prime minister said.", "estonia own-troops negative"),
    "soldiers whom a Russian office rejects": ("The Russian foreign ministry rejected troops in Ukraine.", "russia western-force negative"),
    "soldiers whom Russia's office rejects": ("Russia's president has ruled out peacekeepers in Ukraine.", "russia western-force negative"),
    "Russian soldiers": ("The Estonian president rejects Russian troops in Ukraine.", ""),
    "his own soldiers": ("The Ukrainian president supports his troops in Ukraine.", ""),
    # -- what others expect of somebody
    "is expected to": ("Keir Starmer is expected to rule out British troops in Ukraine.", ""),
    "is likely to": ("Giorgia Meloni is likely to oppose a European force in Ukraine.", ""),
    "would likely": ("Giorgia Meloni would likely oppose a European force in Ukraine.", ""),
    "reportedly": ("Giorgia Meloni reportedly favours a European force in Ukraine.", ""),
    "appears to": ("Giorgia Meloni appears to favour a European force in Ukraine.", ""),
    "seems ready": ("Italy seems ready to send soldiers to Ukraine.", ""),
    "we stand ready": ('"We stand ready to send soldiers to Ukraine," Giorgia Meloni said.', "italy own-troops positive"),
    "expected among others": ("Italy is among the countries expected to send soldiers to Ukraine.", ""),
    "expects it of himself": ("Italy is unlikely to send soldiers to Ukraine, Giorgia Meloni said.", "italy own-troops negative"),
    "is known for it": ("Giorgia Meloni is known to oppose a European force in Ukraine.", "italy western-force negative"),
    # -- what some of several hold
    "some European countries": ("Some European countries oppose sending troops to Ukraine.", ""),
    "few European countries": ("Few European countries are ready to send troops to Ukraine.", ""),
    "a number of capitals": ("A number of European capitals rejected a force in Ukraine.", ""),
    "ten European countries": ("Ten European countries back a force in Ukraine.", ""),
    "European countries": ("European countries back a force in Ukraine.", "europe western-force positive"),
    "not all of them": ("Not all countries are ready to send troops to Ukraine, Kaja Kallas said.", ""),
    "the countries that would": ("Emmanuel Macron listed the countries that would send troops to Ukraine.", ""),
    "leaders who reject it": ("Emmanuel Macron met leaders who reject a force in Ukraine.", ""),
    "one of those that do": ("Poland is one of the countries that oppose sending troops to Ukraine.", "poland own-troops negative"),
    "as another demands": ("Volodymyr Zelensky ruled out ceding Donbas, as Moscow demands.", "ukraine territorial-concessions negative"),
    "none of the allies": (
        "None of the allies should press Zelensky over territorial concessions, Donald Tusk said.",
        "poland territorial-concessions negative",
    ),
    "did and said, behind a day": (
        "On Independence Day, Mark Carney visited Kyiv and said that Canada would not rule out sending troops to Ukraine.",
        "canada own-troops positive",
    ),
    "rules out accepting it as": ("Friedrich Merz ruled out accepting Ukraine as a member of NATO.", "germany nato-membership negative"),
    "accepts it as": ("Friedrich Merz said Germany would accept Ukraine as a member of NATO.", "germany nato-membership positive"),
    "admits that": ("Friedrich Merz admitted that Ukraine was far from NATO.", ""),
    "Europe, in Brussels": ("Ursula von der Leyen said Europe had plans for a force in Ukraine.", "eu western-force positive"),
    "what two have called it": (
        'Germany and Italy have described a European force in Ukraine as "counterproductive".',
        "germany western-force negative;italy western-force negative",
    ),
    "argued that it would": ("Viktor Orbán argued that Ukraine's NATO membership would reward nobody.", ""),
    "argued that it should": ("Viktor Orbán argued that Ukraine's NATO membership should come.", "hungary nato-membership positive"),
    "insisted that a deal would include it": (
        "Keir Starmer insisted that any deal would include NATO membership for Ukraine.",
        "uk nato-membership positive",
    ),
    "decided in May": ("Lithuania decided in May to send soldiers to Ukraine.", ""),
    # -- whom another is told to help is not who goes on
    "helps it but": ("Italy helps Ukraine but rejects a European force there.", "italy western-force negative"),
    "helps it, yet": ("Italy helps Ukraine, yet rules out a European force there.", "italy western-force negative"),
    "helps it and": ("Italy helps Ukraine and backs a European force there.", "italy western-force positive"),
    "helps it but so far": ("Italy helps Ukraine but so far does not rule out a European force there.", "italy western-force positive"),
    "gave it money, but": ("Italy gave Ukraine money, but rejected a European force there.", "italy western-force negative"),
    "hailed him as": ("Giorgia Meloni hailed Volodymyr Zelensky as a friend but rejected a European force in Ukraine.", "italy western-force negative"),
    "while it": ("Italy helps Ukraine while it rejects a European force there.", "italy western-force negative"),
    "condemns, yet": ("Italy condemns the war in Ukraine, yet rejects a European force there.", "italy western-force negative"),
    "wants it and": ("Giorgia Meloni says Ukraine rejects a European force.", ""),
    # -- two positions in a sentence
    "rejects one and, on a day, backs another": (
        "Italy rejects NATO membership for Ukraine and, on Monday, backed a European force there.",
        "italy nato-membership negative;italy western-force positive",
    ),
    "rejected one and instead proposed": (
        "Giorgia Meloni rejected a European force in Ukraine and instead proposed security guarantees.",
        "italy western-force negative;italy security-guarantees positive",
    ),
    "welcomed one and ruled out another": (
        "Italy welcomed security guarantees for Ukraine and ruled out NATO membership for it.",
        "italy security-guarantees positive;italy nato-membership negative",
    ),
    "neither nor": (
        "Italy backs neither security guarantees for Ukraine nor NATO membership for it.",
        "italy security-guarantees negative;italy nato-membership negative",
    ),
    "which another rejects": (
        "Italy backs security guarantees for Ukraine, which Russia rejects.",
        "italy security-guarantees positive;russia security-guarantees negative",
    ),
    "a demand that another rejects": (
        "Kyiv wants a European force in Ukraine, a demand that Moscow rejects.",
        "ukraine western-force positive;russia western-force negative",
    ),
    "but another insists on it": (
        "Kyiv rejects territorial concessions in Ukraine, but Washington insists on it.",
        "ukraine territorial-concessions negative;us territorial-concessions positive",
    ),
    "but another is reluctant": (
        "Kyiv demands security guarantees for Ukraine, but Washington is reluctant.",
        "ukraine security-guarantees positive;us security-guarantees negative",
    ),
    "called one thing and another": (
        "Giorgia Meloni called a European force in Ukraine dangerous and unacceptable.", "italy western-force negative",
    ),
    "a task force to work on it": ("Giorgia Meloni says task force with US to work on security guarantees for Ukraine", ""),
    "Italian support for it": ("Italian support for a European force in Ukraine is firm.", "italy western-force positive"),
    "rejected by, between commas": ("A European force in Ukraine, rejected by Italy, was debated in Paris.", "italy western-force negative"),
    "by rejecting it, she": ("By rejecting a European force in Ukraine, Giorgia Meloni angered Paris.", "italy western-force negative"),
    "left Paris rejecting it": ("Giorgia Meloni left Paris rejecting a European force in Ukraine.", "italy western-force negative"),
    "remains to be convinced": ("Italy remains to be convinced of a European force in Ukraine.", "italy western-force negative"),
    # -- names that are not whose the words are
    "according to a paper": ("According to The Telegraph, Britain could drop its plan to send troops to Ukraine.", ""),
    "told to leaders": (
        "Donald Trump told European leaders that he was open to security guarantees for Ukraine.",
        "us security-guarantees positive",
    ),
    # -- what is asked
    "received no request": ("India said it had received no request for peacekeepers in Ukraine.", ""),
    "received a request": ("Poland received a request for troops for Ukraine, Donald Tusk said.", ""),
    "turned a request down": ("Poland turned down a request for troops for Ukraine.", "poland own-troops negative"),
    "a plan of which something is said": (
        "Maria Zakharova said the plan for European troops in Ukraine was Macron's fantasy.",
        "",
    ),
    "a resolution against": ("The Sejm adopted a resolution against Polish troops in Ukraine.", "poland own-troops negative"),
    "a motion for": ("The Italian parliament rejected a motion for troops in Ukraine.", "italy own-troops negative"),
    "asks somebody about it": ("Donald Trump asked Zelensky about giving up Donbas.", ""),
    "asks somebody to": ("Donald Trump asked Zelensky to give up Donbas.", "us territorial-concessions positive"),
    "will be asked about it": ("Friedrich Merz will be asked about German troops in Ukraine at a party meeting.", ""),
    # -- those who are for or against
    "hits back at critics": ("Keir Starmer hit back at critics of his plan for troops in Ukraine.", ""),
    "is a critic himself": ("Viktor Orban is a critic of Ukraine's NATO membership.", "hungary nato-membership negative"),
    # -- what is still to be done
    "has yet to": ("Berlin has yet to back a European force in Ukraine.", "germany western-force neutral"),
    "neither one nor the other": (
        "Bulgaria will neither send soldiers to Ukraine nor pay for a force there.",
        "bulgaria own-troops negative",
    ),
    "would travel to meet": ("Volodymyr Zelensky said he would go to Istanbul to meet Putin.", "ukraine leaders-summit positive"),
    "would travel to speak": ("Volodymyr Zelensky said he would go to Istanbul to speak about Putin.", ""),
    "would hold talks with": ("Vladimir Putin said he would hold talks with Zelensky.", "russia leaders-summit positive"),
    # -- what happened
    "never met": ("Putin and Zelensky have never met since 2019.", ""),
    "met and spoke": ("Donald Trump met Zelensky in Washington and then spoke with Putin.", ""),
    "agreed to meet": ("Vladimir Putin has agreed to meet Zelensky.", "russia leaders-summit positive"),
    "has lost land": ("Ukraine has lost Crimea and most of Donbas to Russia.", ""),
    "has ceded land": ("Ukraine has ceded most of Donbas to Russia.", "ukraine territorial-concessions positive"),
    "hosts a meeting on it": ("Emmanuel Macron and Keir Starmer will host a meeting on the force for Ukraine.", ""),
    "talk near a matter": ("American and Ukrainian officials discussed security guarantees in Geneva.", ""),
    # -- what a paper has a country do
    "terms of a plan": ("A plan drawn up in Washington has been published. Kyiv would give up the rest of Donetsk region.", ""),
    "terms of a plan, no position of theirs": ("Under the plan, Poland would send troops to Ukraine.", ""),
    "no plan spoken of": ("Donald Tusk said the talks had been good. Poland would send troops to Ukraine.", "poland own-troops positive"),
    # -- such a deployment
    "such a deployment of one's own": (
        "Switzerland could send soldiers to Ukraine, a newspaper wrote. No such deployment is planned, the Swiss defence ministry said.",
        "switzerland own-troops negative",
    ),
    "such a mission of one's own": (
        "Polish soldiers could one day serve in Ukraine, a general said. Donald Tusk ruled out such a mission.",
        "poland own-troops negative",
    ),
    "such a deployment of Americans": (
        "A small American contingent in Ukraine would change much, a general said. The United States has ruled out such a deployment.",
        "us us-troops negative",
    ),
    "such a contribution": (
        "The Greek government was asked about Greek soldiers in Ukraine. Kyriakos Mitsotakis said such a contribution was not being considered.",
        "greece own-troops negative",
    ),
    "such a force": (
        "Britain and France plan a force for Ukraine. Germany supports such a mission, Friedrich Merz said.",
        "france western-force positive;germany western-force positive;uk western-force positive",
    ),
    # -- some, and not all
    "guarantees in which somebody has no part": (
        "Hungary rejects any guarantees for Ukraine in which Russia has no part, Viktor Orban said.",
        "",
    ),
    "guarantees that exist on paper": (
        "Spain does not want guarantees for Ukraine that exist only on paper, Pedro Sanchez said.",
        "",
    ),
    "a guarantee that nobody enforces": ("A guarantee for Ukraine that no one enforces is worthless, Radoslaw Sikorski said.", ""),
    "Europe alone": ("Latvia doubts that Europe alone can carry the guarantees for Ukraine, Edgars Rinkevics said.", ""),
    "the only guarantee": (
        "It is not realistic that the only guarantee for Ukraine is its own army, Mark Carney said.",
        "",
    ),
    "all that were offered": (
        "Russia rejects all the security guarantees that the Europeans have offered Ukraine, Sergei Lavrov said.",
        "russia security-guarantees negative",
    ),
    "guarantees at all": ("Russia rejects security guarantees for Ukraine, Sergei Lavrov said.", "russia security-guarantees negative"),
    "guarantees that hold": ("We need guarantees for Ukraine that hold, Radoslaw Sikorski said.", "poland security-guarantees positive"),
    # -- without
    "not without a mandate": ("Italy will not send soldiers to Ukraine without a UN mandate, Antonio Tajani said.", "italy own-troops positive"),
    "nobody without parliament": (
        "Germany's soldiers will not go to Ukraine without the Bundestag, Boris Pistorius said.",
        "germany own-troops positive",
    ),
    "hard to imagine without": (
        "A European force in Ukraine is hard to imagine without the Americans, Dick Schoof said.",
        "netherlands western-force positive",
    ),
    "with or without": (
        "Germany will not send soldiers to Ukraine, with or without a mandate, Friedrich Merz said.",
        "germany own-troops negative",
    ),
    "not without exception": ("Germany rejects sending soldiers to Ukraine without exception.", "germany own-troops negative"),
    "not without the adversary": (
        "Slovakia will not send soldiers to Ukraine without Russia's consent, Robert Fico said.",
        "slovakia own-troops negative;slovakia moscow-consent positive",
    ),
    "left out of a proposal": (
        "Meloni has suggested extending NATO's Article 5 to Ukraine without admitting the country to the alliance.",
        "italy article-5-guarantee positive",
    ),
    "left without promising": ("Merz left Kyiv without promising German soldiers for Ukraine.", ""),
    # -- the last word of a sentence
    "undecided, but does not exclude it": (
        "Canada has not decided whether to send soldiers to Ukraine, but Mark Carney does not rule it out.",
        "canada own-troops positive",
    ),
    "too early, but would not exclude it": (
        "It is too early to speak of Spanish soldiers in Ukraine, Pedro Sanchez said, but he would not exclude it.",
        "spain own-troops positive",
    ),
    "ready, but doubts it": (
        "Donald Trump says he is ready for a meeting of Putin and Zelensky, but he doubts that it will happen.",
        "us leaders-summit positive",
    ),
    # -- denied
    "neither confirms nor denies": (
        "The Kremlin would neither confirm nor deny a meeting between Putin and Zelensky.",
        "russia leaders-summit neutral",
    ),
    "did not deny": ("Downing Street did not deny that British soldiers would go to Ukraine.", ""),
    "denied a report": ("Downing Street denied a report that British soldiers would go to Ukraine.", "uk own-troops negative"),
    "denied that it had tied": (
        "Marco Rubio denied that Washington had made guarantees for Ukraine conditional on a withdrawal from the Donbas.",
        "",
    ),
    "did not take back": ("The minister did not take back his remark that Polish soldiers would go to Ukraine.", ""),
    "took back": ("Poland's defence minister took back his remark that Polish soldiers would go to Ukraine.", "poland own-troops neutral"),
    # -- only told of
    "offered different views": ("Friedrich Merz and Mark Rutte offered different views on guarantees for Ukraine.", ""),
    "offered an assessment": ("Emmanuel Macron offered an assessment of the plan to send troops to Ukraine.", ""),
    "kept their counsel": ("Britain and Germany signed a treaty and kept their counsel on a force for Ukraine.", ""),
    "discussed": ("Merz and Macron discussed the European force in Ukraine.", ""),
    "is discussing sending": ("Britain is discussing sending soldiers to Ukraine, Keir Starmer said.", "uk own-troops positive"),
    "offered soldiers": ("Emmanuel Macron offered French soldiers for Ukraine.", "france own-troops positive"),
    "gave its support": ("Emmanuel Macron gave his support to the European force in Ukraine.", "france western-force positive"),
    "a question is important": ("The territorial question is important, Dmitry Peskov said.", ""),
    "an issue is difficult": ("The issue of territory is the most difficult one, Yuri Ushakov said.", ""),
    "guarantees are key": ("Security guarantees for Ukraine are key, Radoslaw Sikorski said.", "poland security-guarantees positive"),
    "a row over talk": ("Friedrich Merz had a row over talk of a European force in Ukraine.", ""),
    # -- none of them
    "no member of the army": ("No member of the Croatian army will set foot in Ukraine, Zoran Milanovic said.", "croatia own-troops negative"),
    "none of our soldiers": ("None of our soldiers will go to Ukraine, Donald Tusk said.", "poland own-troops negative"),
    "all of our soldiers": ("All of our soldiers will go to Ukraine, Donald Tusk said.", "poland own-troops positive"),
    # -- soldiers in other places
    "a text on another force": (
        "A force for Haiti was approved on Tuesday. France supports the force, Emmanuel Macron said. The talks then turned to Ukraine.",
        "",
    ),
    "a text that has come to Ukraine": (
        "The ceasefire in Gaza holds. The talks then turned to Ukraine. Turkey is ready to send soldiers, Hakan Fidan said.",
        "turkey own-troops positive",
    ),
    "a text that goes on to another place": (
        "Poland will not send soldiers to Ukraine, Donald Tusk said. He flies to Gaza next.",
        "poland own-troops negative",
    ),
    "needed at home": ('"We need our soldiers at home," Robert Fico said of a mission in Ukraine.', "slovakia own-troops negative"),
    "needed in another country": (
        "Germany's soldiers are needed in Lithuania and a mission in Ukraine was not discussed, Boris Pistorius said.",
        "",
    ),
    "needed there": ("Germany's soldiers are needed in Ukraine, Boris Pistorius said.", "germany own-troops positive"),
    # -- what somebody may do about a matter, and what is to be known of it
    "a veto that is not given": ("Russian President Vladimir Putin would not have a veto over foreign troops in Ukraine, David Lammy said.", "uk moscow-consent negative"),
    "a veto that is not had": ("Vladimir Putin did not have a veto on security guarantees for Ukraine, Emmanuel Macron said.", "france moscow-consent negative"),
    "a say in a force": ("The Kremlin will have no say in a European force in Ukraine, Mark Rutte said.", "nato moscow-consent negative"),
    "a right to decide": ("Mark Rutte said Ukraine gets to decide on Western troops.", ""),
    "others with a veto": ("Hungary has a veto over Ukraine's NATO membership, Mark Rutte said.", ""),
    "a veto that is used": ("Hungary announced a veto on Ukraine's accession to NATO.", "hungary nato-membership negative"),
    "guarantees not had": ("Ukraine does not have security guarantees, Volodymyr Zelensky said.", ""),
    "important to know": ("Evika Silina said it was important to know what a European force in Ukraine would look like.", ""),
    "important to have": ("Evika Silina said it was important that there was a European force in Ukraine.", "latvia western-force positive"),
    "important to know, asked": ("Asked if Latvia would send soldiers to Ukraine, Evika Silina said it was important to understand what the format could be.", ""),
    "important, asked": ("Asked about a European force in Ukraine, Evika Silina said it was important.", "latvia western-force positive"),
    "no formal request": ("There has been no formal request for Canadian troops in Ukraine, Mark Carney said.", ""),
    "no proposal": ("There is no specific proposal to send Australian troops to Ukraine, Anthony Albanese said.", ""),
    "no plans": ("There are no plans to send Australian troops to Ukraine, Anthony Albanese said.", "australia own-troops negative"),
    "trusted for it": ("Emmanuel Macron warned against relying on Washington for Ukraine's security guarantees.", ""),
    "trusted at all": ("Volodymyr Zelensky relies on Washington for security guarantees.", "ukraine security-guarantees positive"),
    "a hard decision": ("Sending European troops to Ukraine is the most difficult decision, Giorgia Meloni said.", "italy western-force negative"),
    "the costliest option": ("Sending European troops to Ukraine is the riskiest option, Giorgia Meloni said.", "italy western-force negative"),
    "the best option": ("Sending European troops to Ukraine is the most effective option, Giorgia Meloni said.", "italy western-force positive"),
    "what it differs from": ("It would be something different from NATO membership for Ukraine, Giorgia Meloni said.", ""),
    "of which kind they are": ("Western peacekeepers in Ukraine will be NATO troops, Sergei Lavrov said.", ""),
    "occupation troops": ("Western peacekeepers in Ukraine would be an occupation force, Sergei Lavrov said.", "russia western-force negative"),
    "open to something else": (
        'A European force in Ukraine is being planned. Anthony Albanese said he was "open" to evaluating requests for assistance.', "",
    ),
    "open": ('A European force in Ukraine is being planned. Anthony Albanese said he was "open".', "australia western-force positive"),
    "another's security": ("Poland must guarantee the security of the eastern flank, Donald Tusk said of Ukraine.", ""),
    "control over land": ("Vladimir Putin wants Ukraine to cede control over Donetsk.", "russia territorial-concessions positive"),
    "America in talks": ("Donald Tusk spoke of an American backstop. Recep Tayyip Erdogan is determined to involve Donald Trump in the negotiations on Ukraine.", ""),
    # -- orders of words and what they leave out
    "nor will they": ("Nor will American troops be deployed in Ukraine, Pete Hegseth said.", "us us-troops negative"),
    "nor will theirs": ("Nor will United States troops be deployed in Ukraine, Pete Hegseth said.", "us us-troops negative"),
    "by force": ("European leaders said borders must not be changed by force in Ukraine.", "europe territorial-concessions negative"),
    "not in the form of": (
        "Donald Trump said Ukraine could get help, but not in the form of American troops.", "us us-troops negative",
    ),
    "an aim beside another": (
        '"Our priority must now be strengthening Ukraine and providing robust security guarantees," Kaja Kallas said.',
        "eu security-guarantees positive",
    ),
    "an aim of others": ("Analysts see the task as arming Ukraine and providing security guarantees.", ""),
    "despite what another opposes": (
        "Mark Rutte flew to Kyiv despite opposition to Ukraine's NATO membership by Moscow.", "russia nato-membership negative",
    ),
    "did not specify whether": ("Friedrich Merz did not specify whether he supported sending German troops to Ukraine.", "germany own-troops neutral"),
    "openness towards": ("Donald Trump expressed openness towards security guarantees for Ukraine.", "us security-guarantees positive"),
    "the old borders": ("Pete Hegseth called a return to Ukraine's pre-2014 borders unrealistic.", "us territorial-concessions positive"),
    "the old borders wanted": ("Volodymyr Zelensky insists on a return to Ukraine's pre-war borders.", "ukraine territorial-concessions negative"),
    "a foreign intervention": ("Moscow rejects foreign military intervention in Ukraine.", "russia western-force negative"),
    "its own intervention": ("Vladimir Putin defended Russia's military intervention in Ukraine.", ""),
    "after another said": (
        "Emmanuel Macron spoke a day after Sergei Lavrov said Western troops in Ukraine were unacceptable.",
        "russia western-force negative",
    ),
    "taken for targets": (
        'Sergei Lavrov said foreign troops in Ukraine would be considered "legitimate targets" by Moscow.', "russia western-force negative",
    ),
    "considered": ("Sending German troops to Ukraine is being considered by Berlin.", "germany own-troops positive"),
    "a meeting with America": ("Emmanuel Macron spoke of an American backstop. Kyiv is open to a meeting involving Donald Trump.", ""),
    "this was stated by": (
        'Volodymyr Zelensky spoke on Monday. This was stated by Kremlin spokesman Dmitry Peskov. '
        '"A meeting of Putin and Zelensky is pointless," he said.', "russia leaders-summit negative",
    ),
    "not meant to wage war": (
        '"The force is not meant to wage war on Russia," Emmanuel Macron said of the European force in Ukraine.', "",
    ),
    "an open answer avoided": ("Friedrich Merz avoided saying whether Germany would send troops to Ukraine.", "germany own-troops neutral"),
    "took part in a debate on": ("Friedrich Merz took part in a debate on Ukraine's accession to NATO.", ""),
    "led talks on": ("Friedrich Merz led the talks on a European force in Ukraine.", ""),
    "took part in it": ("Friedrich Merz said Germany would take part in a European force in Ukraine.", "germany own-troops positive;germany western-force positive"),
    "states that oppose it": ("Friedrich Merz listed the countries that have come out against sending soldiers to Ukraine.", ""),
    "states that back it": ("Friedrich Merz listed the countries that have expressed support for Ukraine's accession to NATO.", ""),
    "states that back it, by name": (
        "Friedrich Merz listed the countries that have come out for a European force in Ukraine: Spain and Latvia.",
        "spain western-force positive;latvia western-force positive",
    ),
    "one of the states that oppose it": ("Hungary is one of the countries that oppose Ukraine's accession to NATO.", "hungary nato-membership negative"),
    "to be ratified by all": ("Robert Fico said Ukraine's accession to NATO must be ratified by all members.", ""),
    "to be ratified": ("Volodymyr Zelensky said security guarantees for Ukraine must be ratified by Congress.", "ukraine security-guarantees positive"),
    "denied in passing": (
        "The Hungarian foreign ministry denied that Peter Szijjarto had addressed a withdrawal in exchange for security guarantees for Ukraine.", "",
    ),
    "according to another": (
        "According to Moscow, London and Paris support a European force in Ukraine.", "",
    ),
    "an issue that remains open": ("Alexander Stubb said the issue of a European force in Ukraine remained open.", "finland western-force neutral"),
    "no clarity": ("Dmitry Peskov said there was no clarity on a meeting of Putin and Zelensky.", "russia leaders-summit neutral"),
    "assessed negatively": ("Robert Fico assessed negatively a European force in Ukraine.", "slovakia western-force negative"),
    "no decisions yet": ("No decisions have yet been made on sending Croatian soldiers to Ukraine, Andrej Plenkovic said.", "croatia own-troops neutral"),
    "has not made any decision": ("Margarita Robles said Spain had not made any decision on sending troops to Ukraine.", "spain own-troops neutral"),
    "a plan that does not name it": (
        "Alexander Stubb said that even though the plan does not mention a European force in Ukraine, it is important to help.", "",
    ),
    "no troops, though it helps": (
        "Washington, Andrii Sybiha said, would help with planes, though no American troops on the ground in Ukraine.", "",
    ),
    "without Russia": (
        "Sergei Lavrov said security guarantees for Ukraine without Russia were a utopia.",
        "russia moscow-consent positive;russia security-guarantees negative",
    ),
    "not accepted": ('"During the war we will not be accepted into NATO," Volodymyr Zelensky said.', ""),
    "not accepted by those who say so": ('"Ukraine will not be accepted into NATO," Mark Rutte said.', "nato nato-membership negative"),
    "gratitude and support": (
        "Donald Tusk expressed gratitude for the visit and reaffirmed Poland's support for Ukraine's membership in NATO.",
        "poland nato-membership positive",
    ),
    "interest in details": ("Donald Tusk expressed interest in the details of the talks on Ukraine's membership in NATO.", ""),
    "assured that": ("Donald Tusk assured reporters that Ukraine was on the agenda of the talks.", ""),
    "security that is assured": ("Donald Tusk wants to assure the security of Ukraine.", "poland security-guarantees positive"),
    "an escalation": ("A European force in Ukraine would lead to an escalation, Viktor Orban said.", "hungary western-force negative"),
    "no prerequisites": ("There are no prerequisites for a meeting of Putin and Zelensky, Dmitry Peskov believes.", "russia leaders-summit negative"),
    "land that is recognised as another's": (
        "Gitanas Nauseda is convinced that the recognition of Crimea as Russian will not bring peace.",
        "lithuania territorial-concessions negative",
    ),
    "demands include": ("Vladimir Putin's demands include the cession of Donbas.", "russia territorial-concessions positive"),
    "a demand of another": ("According to Donald Tusk, the main demand of Vladimir Putin is to ban Ukraine from NATO.", ""),
    "a goal of another": ("Moscow's goal is to prevent Ukraine from joining NATO, Donald Tusk said.", ""),
    "a goal of his own": ("Donald Tusk said that his goal is to bring Ukraine into NATO.", "poland nato-membership positive"),
    "not just a threat": ("Ukraine's accession to NATO is not just a threat, Sergei Lavrov said.", "russia nato-membership negative"),
    "not a threat": ("Ukraine's accession to NATO is not a threat, Radoslaw Sikorski said.", "poland nato-membership positive"),
    "no decision on a specific one": ("Denmark has not made a decision on any specific deployment of troops to Ukraine, Troels Lund Poulsen said.", ""),
    "no decision on any": ("Denmark has not made a decision on any deployment of troops to Ukraine, Troels Lund Poulsen said.", "denmark own-troops neutral"),
    "Europe as a whole": ("Berlin is ready to assume responsibility for the security of Ukraine and Europe as a whole, Friedrich Merz said.", ""),
    "barred from it": ("Moscow demands that Ukraine be barred from joining NATO.", "russia nato-membership negative"),
    "not barred from it": ("Mark Rutte said Ukraine would not be barred from joining NATO.", "nato nato-membership positive"),
    "a guarantee against it": ("Moscow wants a guarantee that Ukraine will never join NATO.", "russia nato-membership negative"),
    "a report that claims it": (
        "Guo Jiakun refuted the media report claiming Chinese diplomats were discussing sending Chinese peacekeepers to Ukraine.",
        "china own-troops negative",
    ),
    "when it comes to it": ('"When it comes to sending troops to Ukraine, it is really dangerous," Peter Szijjarto said.', "hungary own-troops negative"),
    # -- whose soldiers
    "a proposal of others": ("Giorgia Meloni opposes the proposal by Britain and France to deploy troops in Ukraine.", "italy western-force negative"),
    "a proposal of nobody": ("Giorgia Meloni opposes the proposal to deploy troops in Ukraine.", "italy own-troops negative"),
    "sends peacekeeping forces": ("Athens has ruled out sending peacekeeping forces to Ukraine.", "greece own-troops negative"),
    "sends European peacekeeping forces": (
        "Athens has ruled out sending European peacekeeping forces to Ukraine.", "greece western-force negative",
    ),
    "withdraws troops": ("Vladimir Putin demanded that Kyiv withdraw troops from Donbas.", "russia territorial-concessions positive"),
    "withdraws its offer of troops": ("Tallinn withdrew its offer to send troops to Ukraine.", "estonia own-troops negative"),
    # -- look-alikes
    "a burden on Europe": ("Ankara's help is to ease the burden on European allies that plan a force in Ukraine.", "europe western-force positive"),
    "an agreement with Washington": ("Moscow is to sign a separate agreement with Washington on the war in Ukraine.", ""),
    "in his opinion": (
        "Recep Tayyip Erdogan spoke in Ankara. In his opinion, a meeting of Putin and Zelensky was necessary.", "turkey leaders-summit positive",
    ),
    "an American plan": ("European leaders welcomed the US plan to end the war in Ukraine.", ""),
    "American planes": ("Keir Starmer wants American planes to protect a European force in Ukraine.", "uk us-backstop positive;uk western-force positive"),
    "guarantees after the war": ("Kyiv is working with its allies to secure post-war guarantees to protect Ukraine.", "ukraine security-guarantees positive"),
    "a flank of NATO's": ("European allies are exploring ways to reinforce deterrence on NATO's eastern flank near Ukraine.", ""),
    "leaders who come to help": ("European leaders committed to come to Kyiv's aid in a future attack by Russia.", ""),
    "an agreement on a war": ("Emmanuel Macron wants an agreement to end Russia's war in Ukraine.", ""),
    "what role it would play": ("The text is not clear on exactly what role Washington would play in supporting the force in Ukraine.", ""),
    "how it could help": ("Leaders spoke about how Britain could support a European force in Ukraine.", ""),
    "for somebody to decide": (
        '"It is not for Moscow to decide whether Western troops go to Ukraine," Mark Rutte said.', "nato moscow-consent negative",
    ),
    "a former president's administration": (
        "Ukraine applied in 2022. Joe Biden's administration has maintained that Ukraine will eventually join NATO.", "",
    ),
    "a president's administration": (
        "Ukraine applied in 2022. Donald Trump's administration has maintained that Ukraine will never join NATO.",
        "us nato-membership negative",
    ),
    # -- groups
    "a group of whom none is named": (
        "Baltic leaders promised firm guarantees for Ukraine.",
        "estonia security-guarantees positive;latvia security-guarantees positive;lithuania security-guarantees positive",
    ),
    "a group of whom some are named": (
        "Nordic and Baltic leaders promised firm guarantees for Ukraine. Sweden and Estonia were the hosts.",
        "sweden security-guarantees positive;estonia security-guarantees positive",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=list(ROWS))
def test_position(text: str, expected: str) -> None:
    found = {
        f"{s.actor} {s.claim} {s.position.direction.name.lower()}"
        for s in reading(text).statements
        if s.when is When.NOW and s.via is not Via.SECONDHAND
    }
    assert found == set(filter(None, expected.split(";")))
