"""English constructions that carry a position, each with its twin: the row's name says what is tried.

Sentences of an agency's plain style, written from the language. A rule that is new gets its rows here.
"""

import pytest

from tests.unit.reading.material import read

#: What is tried: (text, {(actor, claim, position)}).
ROWS: dict[str, tuple[str, set[tuple[str, str, str]]]] = {
    # -- a stance of another behind a matter that the sentence names
    "but another is opposed": (
        "France wants Ukraine to join NATO, but Germany is opposed.",
        {("france", "nato-membership", "supports"), ("germany", "nato-membership", "opposes")},
    ),
    "but another is opposed on another matter": (
        "France wants Ukraine to join NATO, but on sanctions Germany is opposed.",
        {("france", "nato-membership", "supports")},
    ),
    "while another has doubts": (
        "France backs Ukraine's accession to NATO, while the Dutch have their doubts.",
        {
            ("france", "nato-membership", "supports"),
            ("netherlands", "nato-membership", "reluctant"),
        },
    ),
    "debated, and another voted against": (
        "Ukraine's accession to NATO was put to the vote, and Hungary voted against.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "debated, and another voted against the budget": (
        "Ukraine's accession to NATO was put to the vote, and Hungary voted against the budget.",
        set(),
    ),
    "as for it, one will have none of it": (
        "As for Ukraine's accession to NATO, Hungary will have none of it.",
        {("hungary", "nato-membership", "opposes")},
    ),
    # -- a negation before an aside
    "does not, however, plan": (
        "Italy does not, however, plan to send troops to Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "has, unlike another, agreed": (
        "Hungary, which does not export grain, has, unlike Slovakia, agreed to Ukraine's accession to NATO.",
        {("hungary", "nato-membership", "supports")},
    ),
    # -- said without a report verb
    "gave assurances that": (
        "Donald Trump gave assurances that no American troops would be sent to Ukraine.",
        {("us", "us-troops", "opposes")},
    ),
    "gave no assurance that": (
        "Friedrich Merz gave no assurance that German soldiers would go to Ukraine.",
        set(),
    ),
    "was adamant that": (
        "Friedrich Merz was adamant that no German soldiers would go to Ukraine.",
        {("germany", "own-troops", "opposes")},
    ),
    "rejects the claim that": (
        "Friedrich Merz rejected Moscow's claim that German soldiers would go to Ukraine.",
        {("germany", "own-troops", "opposes")},
    ),
    # -- brought to an act
    "must not be forced to": (
        "Ukraine must not be forced to cede territory, Friedrich Merz said.",
        {("germany", "territorial-concessions", "opposes")},
    ),
    "will be forced to": (
        "Ukraine will be forced to cede territory, Vladimir Putin said.",
        {("russia", "territorial-concessions", "supports")},
    ),
    "should be allowed to": (
        "Ukraine should be allowed to join NATO, Radoslaw Sikorski said.",
        {("poland", "nato-membership", "supports")},
    ),
    # -- a passive with a modal: by whom goes without saying
    "could be considered": (
        "Ukraine's membership in NATO could be considered, Friedrich Merz said.",
        {("germany", "nato-membership", "open")},
    ),
    "was considered": ("Ukraine's membership in NATO was considered, Friedrich Merz said.", set()),
    "cannot be accepted": (
        "Territorial concessions cannot be accepted, Friedrich Merz said.",
        {("germany", "territorial-concessions", "opposes")},
    ),
    "must be accepted": (
        "Territorial concessions must be accepted, Viktor Orban said.",
        {("hungary", "territorial-concessions", "supports")},
    ),
    "will not be accepted": (
        "European troops in Ukraine will not be accepted, Sergei Lavrov said.",
        {("russia", "western-force", "opposes")},
    ),
    "have to be rejected": (
        "European troops in Ukraine have to be rejected, Sergei Lavrov said.",
        {("russia", "western-force", "opposes")},
    ),
    # -- a sentence of the matter's own words
    "has a place in": (
        "Ukraine has a place in NATO, Mark Rutte said.",
        {("nato", "nato-membership", "supports")},
    ),
    "has no place in": (
        "Ukraine has no place in NATO, JD Vance said.",
        {("us", "nato-membership", "opposes")},
    ),
    "belongs in": (
        "Ukraine belongs in the alliance, Mark Rutte said.",
        {("nato", "nato-membership", "supports")},
    ),
    "does not belong in": (
        "Ukraine does not belong in the alliance, JD Vance said.",
        {("us", "nato-membership", "opposes")},
    ),
    "no path for": (
        "There is no path for Ukraine into NATO, JD Vance said.",
        {("us", "nato-membership", "opposes")},
    ),
    # -- a share in the matter
    "will take part in": (
        "The United States will take part in security guarantees for Ukraine, Donald Trump said.",
        {("us", "security-guarantees", "supports")},
    ),
    "will not participate in": (
        "Slovakia will not participate in security guarantees for Ukraine, Robert Fico said.",
        {("slovakia", "security-guarantees", "opposes")},
    ),
    "deserves": (
        "Ukraine deserves security guarantees, Donald Tusk said.",
        {("poland", "security-guarantees", "supports")},
    ),
    # -- nouns of need
    "stressed the need for": (
        "Boris Pistorius stressed the need for a US backstop.",
        {("germany", "us-backstop", "supports")},
    ),
    "doubted the need for": (
        "Boris Pistorius doubted the need for a US backstop.",
        {("germany", "us-backstop", "reluctant")},
    ),
    "as the venue for": (
        "Emmanuel Macron suggested Geneva as the venue for a meeting between Putin and Zelensky.",
        {("france", "leaders-summit", "supports")},
    ),
    "raised the possibility of": (
        "Pedro Sanchez raised the possibility of sending Spanish soldiers to Ukraine.",
        {("spain", "own-troops", "open")},
    ),
    "left open the possibility of": (
        "Donald Trump left open the possibility of sending American soldiers to Ukraine.",
        {("us", "us-troops", "open")},
    ),
    # -- an adjective inside a cue
    "an active part in": (
        "Canada wants to play an active part in the security guarantees for Ukraine, Mark Carney said.",
        {("canada", "security-guarantees", "supports")},
    ),
    "no concrete plans to": (
        "Portugal has no concrete plans to send soldiers to Ukraine, Luis Montenegro said.",
        {("portugal", "own-troops", "reluctant")},
    ),
    "takes a negative view of": (
        "Russia takes a negative view of European troops in Ukraine.",
        {("russia", "western-force", "opposes")},
    ),
    # -- for and against
    "spoke out in favour of": (
        "Friedrich Merz spoke out in favour of robust security guarantees for Ukraine.",
        {("germany", "security-guarantees", "supports")},
    ),
    "spoke out against": (
        "Viktor Orban spoke out against a European force in Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    # -- what is said of a matter
    "does not believe that it is realistic": (
        "The United States does not believe that NATO membership for Ukraine is a realistic outcome.",
        {("us", "nato-membership", "opposes")},
    ),
    "the question does not arise": (
        "The question of German troops in Ukraine does not arise at present, Friedrich Merz said.",
        {("germany", "own-troops", "undecided")},
    ),
    "regards as combatants": (
        "Russia would regard US soldiers in Ukraine as combatants, Dmitry Peskov said.",
        {("russia", "us-troops", "opposes")},
    ),
    # -- who speaks and who is spoken of
    "between A and B, C said": (
        "There will be no meeting between Zelensky and Putin, Friedrich Merz said.",
        {("germany", "leaders-summit", "opposes")},
    ),
    "a pair with a predicate": (
        "A meeting between Putin and Zelensky should take place soon, Donald Trump said.",
        {("us", "leaders-summit", "supports")},
    ),
    "a first name spelt otherwise": (
        "No Bulgarian troops will be deployed to Ukraine, Prime Minister Rossen Zhelyazkov told parliament.",
        {("bulgaria", "own-troops", "opposes")},
    ),
    "who is told is no part of the matter": (
        "The United States will be part of security guarantees for Ukraine, Donald Trump told European leaders.",
        {("us", "security-guarantees", "supports")},
    ),
    "forces is a verb": (
        "Poland would not accept a peace that forces Ukraine to give up territory, Donald Tusk said.",
        {("poland", "territorial-concessions", "opposes")},
    ),
    # -- between the words of a cue
    "called on Monday for": (
        "Radoslaw Sikorski called on Monday for American soldiers in Ukraine.",
        {("poland", "us-troops", "supports")},
    ),
    "spoke out clearly against": (
        "Viktor Orban spoke out clearly against a European force in Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    "has not yet made up its mind about": (
        "Spain has not yet decided on sending soldiers to Ukraine, Margarita Robles said.",
        {("spain", "own-troops", "undecided")},
    ),
    # -- a frame behind the stance
    "when it comes to": (
        "Italy remains sceptical when it comes to a European force in Ukraine.",
        {("italy", "western-force", "reluctant")},
    ),
    "rules nothing out when it comes to": (
        "Denmark does not rule anything out when it comes to sending soldiers to Ukraine, Troels Lund Poulsen said.",
        {("denmark", "own-troops", "open")},
    ),
    "did not budge on the issue of": (
        "Vladimir Putin did not budge on the issue of Ukraine's membership of NATO.",
        {("russia", "nato-membership", "opposes")},
    ),
    # -- by what it is
    "is the only guarantee that works": (
        "NATO membership is the only security guarantee that works, Margus Tsahkna said.",
        {("estonia", "nato-membership", "supports")},
    ),
    "is not the only way": (
        "NATO membership is not the only way to protect Ukraine, Antonio Tajani said.",
        {("italy", "nato-membership", "reluctant")},
    ),
    "is the least convincing option": (
        "Sending European soldiers is the least convincing of all options, Giorgia Meloni said.",
        {("italy", "western-force", "reluctant")},
    ),
    "its place is in": (
        "Ukraine's place is in NATO, Jonas Gahr Store said.",
        {("norway", "nato-membership", "supports")},
    ),
    "its place is not in": (
        "Ukraine's place is not in NATO, Sergei Lavrov said.",
        {("russia", "nato-membership", "opposes")},
    ),
    "named as a condition": (
        "Friedrich Merz named binding guarantees for Ukraine as a condition for peace.",
        {("germany", "security-guarantees", "supports")},
    ),
    "among its conditions": (
        "Moscow lists the recognition of Crimea as Russian among its conditions.",
        {("russia", "territorial-concessions", "supports")},
    ),
    "only with": (
        "Peace can only last with firm security guarantees, Ruben Brekelmans said.",
        {("netherlands", "security-guarantees", "supports")},
    ),
    # -- soldiers
    "stays out of a mission": (
        "Hungary will stay out of any military mission in Ukraine, Viktor Orban said.",
        {("hungary", "own-troops", "opposes")},
    ),
    "soldiers stay at home": (
        "Slovak soldiers will stay at home, Robert Fico said.",
        {("slovakia", "own-troops", "opposes")},
    ),
    "others' soldiers join the force": (
        "Friedrich Merz hopes that American soldiers will take part in the force in Ukraine.",
        {("germany", "us-troops", "supports")},
    ),
    "military aid is no soldiers": (
        "Moscow called foreign military aid for Ukraine unacceptable.",
        set(),
    ),
    "declared itself ready to": (
        "Turkey has declared itself ready to send troops to Ukraine.",
        {("turkey", "own-troops", "supports")},
    ),
    "no plan here and no part there": (
        "Norway sees no plan for a force in Ukraine and will not send troops, Tore Sandvik said.",
        {("norway", "own-troops", "opposes")},
    ),
    "a situation where": (
        "The Kremlin has rejected any scenario where foreign troops would be stationed in Ukraine.",
        {("russia", "western-force", "opposes")},
    ),
    "a plan where is wanted": (
        "France backs a settlement where European troops are deployed to Ukraine.",
        {("france", "western-force", "supports")},
    ),
    "saying goes with the first subject": (
        "Keir Starmer insisted that Washington had to be involved, saying there must be an American backstop for the force.",
        {("uk", "us-backstop", "supports")},
    ),
    "it is nobody": (
        "Italy was host. It also remains unclear whether American troops would go to Ukraine.",
        set(),
    ),
    "it is ready": (
        "Italy was host. It is ready to send soldiers to Ukraine.",
        {("italy", "own-troops", "supports")},
    ),
    "clarity on": (
        "Sweden's Pal Jonson urged more clarity on a European force in Ukraine.",
        set(),
    ),
    "a subject told by another": (
        "Russia, Donald Trump said, has always made clear that it would not accept NATO forces in Ukraine.",
        {("russia", "western-force", "opposes")},
    ),
    "a list behind the matter": (
        "Three countries will send soldiers to Ukraine – Britain, France and Estonia.",
        {
            ("uk", "own-troops", "supports"),
            ("france", "own-troops", "supports"),
            ("estonia", "own-troops", "supports"),
        },
    ),
    "several, including": (
        "Several countries, including Germany and Italy, have refused to send troops to Ukraine.",
        {("germany", "own-troops", "opposes"), ("italy", "own-troops", "opposes")},
    ),
    "became the first to say": (
        "Keir Starmer became the first European leader to say he was ready to put British troops in Ukraine.",
        {("uk", "own-troops", "supports")},
    ),
    "signalled openness to": (
        "Volodymyr Zelensky signalled openness to talks with Vladimir Putin.",
        {("ukraine", "leaders-summit", "open")},
    ),
    "while another": (
        "Donald Trump voiced doubts about the war, while Russia rejected NATO troops in Ukraine.",
        {("russia", "western-force", "opposes")},
    ),
    "like a member": (
        "Donald Trump voiced support for NATO-like security guarantees for Ukraine.",
        {("us", "security-guarantees", "supports"), ("us", "article-5-guarantee", "supports")},
    ),
    "an outgoing prime minister is in office": (
        "Bulgaria will not send troops to Ukraine, outgoing Prime Minister Rosen Zhelyazkov assured lawmakers.",
        {("bulgaria", "own-troops", "opposes")},
    ),
    "viewed negatively": (
        "The Kremlin spokesman said Moscow viewed the presence of European troops in Ukraine negatively.",
        {("russia", "western-force", "opposes")},
    ),
    "its armed forces": (
        "Turkey's defence ministry said its armed forces were ready to join a European force in Ukraine.",
        {("turkey", "own-troops", "supports"), ("turkey", "western-force", "supports")},
    ),
    "a PM": (
        "Denmark's PM says no Danish soldiers will go to Ukraine.",
        {("denmark", "own-troops", "opposes")},
    ),
    # -- what is not told as done, and what is only talked of
    "soldiers sent elsewhere": (
        "Italy has deployed 1,900 soldiers around the Olympic venues, Guido Crosetto said.",
        set(),
    ),
    "a system handed to somebody": (
        "A guarantee that copied Article 5 was shown to Ukraine, Elina Valtonen said.",
        set(),
    ),
    "cannot accept": (
        "Hungary cannot accept Ukraine's membership of NATO, Viktor Orban said.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "cannot promise": (
        "Friedrich Merz cannot promise to send soldiers to Ukraine.",
        {("germany", "own-troops", "undecided")},
    ),
    "met to discuss": (
        "Mark Carney met in Ottawa with partners to discuss a European force in Ukraine.",
        set(),
    ),
    "is ready to discuss": (
        "Mark Carney is ready to discuss a European force in Ukraine.",
        {("canada", "western-force", "open")},
    ),
    "would not talk about": (
        "Mette Frederiksen would not talk about a European force in Ukraine.",
        {("denmark", "western-force", "undecided")},
    ),
    "will look at it when": (
        "Luis Montenegro will look at sending soldiers to Ukraine when there is a ceasefire.",
        {("portugal", "own-troops", "undecided")},
    ),
    "in exchange for": (
        "Volodymyr Zelensky could drop some demands in exchange for firm security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "what Russia will not consent to": (
        "Russia would never consent to a European force in Ukraine, Dmitry Peskov said.",
        {("russia", "western-force", "opposes")},
    ),
    "a claim's words in two clauses": (
        "Karoline Leavitt said U.S. boots would not be on the ground and that air support for Ukraine was an option.",
        set(),
    ),
    "would overburden": (
        "Johann Wadephul cautioned that sending German soldiers to Ukraine would probably overburden Germany.",
        {("germany", "own-troops", "reluctant")},
    ),
    "will send no soldiers": (
        "Poland will send no soldiers to Ukraine, Donald Tusk said.",
        {("poland", "own-troops", "opposes")},
    ),
    "said that it would send no troops": (
        "Petr Fiala confirmed that his country would send no soldiers to Ukraine but keep sending shells.",
        {("czechia", "own-troops", "opposes")},
    ),
    "reaffirmed that": (
        "Giorgia Meloni reaffirmed that no Italian troops would be deployed to Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "it is for others to decide": (
        "Emmanuel Macron said it was for Ukrainians alone to decide on their territory.",
        {("france", "territorial-concessions", "undecided")},
    ),
    "it is not for Russia to decide": (
        "It is not for Russia to decide who sends troops to Ukraine, Emmanuel Macron said.",
        {("france", "moscow-consent", "reluctant")},
    ),
    "does not consider it realistic to": (
        "Emmanuel Macron does not consider it realistic to send soldiers to Ukraine.",
        {("france", "own-troops", "opposes")},
    ),
    "another clause's predicate": (
        "Donald Trump said he did not think it practical to have Ukraine in NATO and that it was unlikely to get its land back.",
        {("us", "nato-membership", "opposes"), ("us", "territorial-concessions", "open")},
    ),
    "promised that they would not": (
        "Donald Tusk promised that Polish soldiers would not go to Ukraine.",
        {("poland", "own-troops", "opposes")},
    ),
    "insisted on a day that": (
        "Donald Tusk insisted on Tuesday that Polish soldiers would not go to Ukraine.",
        {("poland", "own-troops", "opposes")},
    ),
    "up to so many": (
        "Poland will send up to 2,000 troops to Ukraine, Donald Tusk said.",
        {("poland", "own-troops", "supports")},
    ),
    "said the idea is": (
        "Dmitry Peskov said the idea of European troops in Ukraine is absurd.",
        {("russia", "western-force", "opposes")},
    ),
    "said the plan was": (
        "Dmitry Peskov said the plan for European troops in Ukraine was absurd.",
        {("russia", "western-force", "opposes")},
    ),
    "would mean a conflict": (
        "European troops in Ukraine would mean a direct conflict, Dmitry Peskov said.",
        {("russia", "western-force", "opposes")},
    ),
    "withdrew an offer": (
        "Poland has withdrawn its offer to send soldiers to Ukraine, Donald Tusk said.",
        {("poland", "own-troops", "opposes")},
    ),
    "withdrew an objection": (
        "Poland dropped its opposition to sending soldiers to Ukraine, Donald Tusk said.",
        {("poland", "own-troops", "supports")},
    ),
    # -- what is threatened with
    "if it comes, we will respond": (
        "If Western troops arrive in Ukraine, Russia will respond with fire, the Kremlin said.",
        {("russia", "western-force", "opposes")},
    ),
    "will respond if it comes": (
        "Russia will respond if European troops are sent to Ukraine, Vladimir Putin said.",
        {("russia", "western-force", "opposes")},
    ),
    "a threat without a comma": (
        "If European troops were sent to Ukraine it would mean war, Sergei Lavrov said.",
        {("russia", "western-force", "opposes")},
    ),
    "in the event of": (
        "In the event of a deployment of European troops in Ukraine, Russia will retaliate, Sergei Lavrov said.",
        {("russia", "western-force", "opposes")},
    ),
    "an answer with flowers is no threat": (
        "If Western troops arrive in Ukraine, Kyiv will respond with flowers, Andrii Sybiha said.",
        set(),
    ),
    "if it is attacked is no threat": (
        "If European troops in Ukraine are attacked, the alliance will respond, Mark Rutte said.",
        set(),
    ),
    # -- what stands before a clause that is reported behind it
    "after a truce, …, she said": (
        "After a ceasefire, British troops will go to Ukraine, Keir Starmer said.",
        {("uk", "own-troops", "supports")},
    ),
    "if there is a truce, …, he said": (
        "If there is a ceasefire, Polish soldiers will not go to Ukraine, Donald Tusk said.",
        {("poland", "own-troops", "opposes")},
    ),
    "in his view, …, he said": (
        "In Warsaw's view, sending soldiers to Ukraine would be a mistake, Donald Tusk said.",
        {("poland", "own-troops", "opposes")},
    ),
    "in a city, he said …": (
        "In Paris, where talks went on, Keir Starmer said British troops would go to Ukraine.",
        {("uk", "own-troops", "supports")},
    ),
    # -- what stands between a verb and its noun
    "reiterated on a day its willingness": (
        "Keir Starmer reiterated on Monday his willingness to send British soldiers to Ukraine.",
        {("uk", "own-troops", "supports")},
    ),
    "declared for the first time its readiness": (
        "Keir Starmer declared for the first time his readiness to send British soldiers to Ukraine.",
        {("uk", "own-troops", "supports")},
    ),
    # -- what a government says it with
    "a decree of the government bars": (
        "A decree of the Czech government bars any deployment of Czech soldiers to Ukraine.",
        {("czechia", "own-troops", "opposes")},
    ),
    "the government's decision opens the way": (
        "The German government's decision opens the way for German soldiers in Ukraine.",
        {("germany", "own-troops", "supports")},
    ),
    "so does another, of its own": (
        "Poland opposes sending its soldiers to Ukraine and so does Spain.",
        {("poland", "own-troops", "opposes"), ("spain", "own-troops", "opposes")},
    ),
    # -- whose soldiers
    "peacekeeping troops of the sender": (
        "Keir Starmer said he was ready to put peacekeeping troops in Ukraine.",
        {("uk", "own-troops", "supports"), ("uk", "western-force", "supports")},
    ),
    "a peacekeeping contingent of the sender": (
        "Estonia is ready to send a military peacekeeping contingent of one company to Ukraine.",
        {("estonia", "own-troops", "supports"), ("estonia", "western-force", "supports")},
    ),
    "a peacekeeping contingent of others": (
        "Estonia is ready to send a peacekeeping contingent of European soldiers to Ukraine.",
        {("estonia", "western-force", "supports")},
    ),
    "others will have to": (
        "Radoslaw Sikorski said that the European Union would have to deploy forces to Ukraine.",
        {("poland", "western-force", "supports")},
    ),
    "the participation of another": (
        "Donald Tusk said Polish soldiers would not go to Ukraine. Without the participation of the United States "
        "there was no real chance for peace, he said.",
        {("poland", "own-troops", "opposes"), ("poland", "us-backstop", "supports")},
    ),
    "what soldiers would serve": (
        "Giorgia Meloni ruled out the use of Italian troops as part of the security guarantees for Kyiv.",
        {("italy", "own-troops", "opposes")},
    ),
    "what soldiers would be given for": (
        "Rome opposes the deployment of Italian soldiers in exchange for security guarantees.",
        {("italy", "own-troops", "opposes")},
    ),
    "soldiers alongside others": (
        "UK troops would serve side by side with French troops, Keir Starmer said.",
        {("uk", "own-troops", "supports")},
    ),
    "the idea is not ruled out": (
        "Donald Trump would not rule out the idea of putting American boots on the ground in Ukraine.",
        {("us", "us-troops", "open")},
    ),
    "a relative clause with a name in quotation marks": (
        'Italian Prime Minister Giorgia Meloni who took part in a meeting of the so-called "coalition of the willing" '
        "via video link has confirmed that Rome will not send its troops to Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "part of a deal": (
        "Donald Trump said US air support could be part of the deal.",
        {("us", "us-backstop", "open")},
    ),
    "part of talks": (
        "Donald Trump said US air support could be part of the negotiations.",
        set(),
    ),
    "two clauses of which one is told first": (
        "Donald Trump underscored that while some form of security arrangement could be developed, NATO expansion "
        "to include Kyiv would not be acceptable.",
        {("us", "nato-membership", "opposes")},
    ),
    "where opposition comes from": (
        "Opposition to sending troops to Ukraine comes from Germany, Italy and Spain.",
        {
            ("germany", "own-troops", "opposes"),
            ("italy", "own-troops", "opposes"),
            ("spain", "own-troops", "opposes"),
        },
    ),
    "the nature and extent of a contribution": (
        "Friedrich Merz spoke of German troops for Ukraine. The nature and extent of the German contribution will be "
        "decided by the Bundestag, the chancellor said.",
        set(),
    ),
    "the first leader to say": (
        "British Prime Minister Keir Starmer became the first European leader to say he was ready to put peacekeeping "
        "troops in Ukraine.",
        {("uk", "own-troops", "supports"), ("uk", "western-force", "supports")},
    ),
    "ready to set a bid aside": (
        "Volodymyr Zelensky told reporters that Ukraine is ready to set aside NATO membership in return for security "
        "guarantees.",
        {
            ("ukraine", "nato-membership", "reluctant"),
            ("ukraine", "security-guarantees", "supports"),
        },
    ),
    "there are countries that do not": (
        "Volodymyr Zelensky noted that there are three countries that do not support the NATO membership of Ukraine: "
        "Germany, Slovakia and Hungary.",
        {
            ("germany", "nato-membership", "reluctant"),
            ("slovakia", "nato-membership", "reluctant"),
            ("hungary", "nato-membership", "reluctant"),
        },
    ),
    "a force that is given something": (
        "Donald Trump has agreed to give their force in Ukraine an American backstop.",
        {("us", "us-backstop", "supports")},
    ),
    "peacekeeping troops of the subject": (
        "Sweden does not rule out the possibility of sending peacekeeping troops to Ukraine.",
        {("sweden", "own-troops", "open"), ("sweden", "western-force", "open")},
    ),
    "many others must": (
        "Ruben Brekelmans spoke of the peacekeeping force for Ukraine. Many countries must agree to take part in it, "
        "the Dutch minister said.",
        {("netherlands", "western-force", "supports")},
    ),
    "they are going to have to": (
        "JD Vance said Ukraine was going to have to give up territory.",
        {("us", "territorial-concessions", "supports")},
    ),
    "it goes on with the subject": (
        'Romania has joined the "coalition of the willing", but it will not send soldiers to Ukraine.',
        {("romania", "own-troops", "opposes")},
    ),
    # -- conditions and denials
    "would not, if not": (
        "Turkey said it would not send soldiers to Ukraine if it was not involved in all consultations.",
        {("turkey", "own-troops", "open")},
    ),
    "would not, if": (
        "Turkey said it would not send soldiers to Ukraine if Russia objected.",
        {("turkey", "own-troops", "opposes")},
    ),
    "did not deny that": (
        "Downing Street did not deny that British soldiers might go to Ukraine.",
        set(),
    ),
    "speculations that": (
        "There are speculations that Donald Trump may send American troops to Ukraine.",
        set(),
    ),
    "despite an owner's objections": (
        "Despite Russia's objections, discussions about a peacekeeping force in Ukraine continue.",
        set(),
    ),
    # -- several who share a verb
    "three in a list": (
        "Britain, France and Estonia will send soldiers to Ukraine.",
        {(one, "own-troops", "supports") for one in ("uk", "france", "estonia")},
    ),
    "three in a list, each its own": (
        "Italy, Poland and Spain have all ruled out sending soldiers to Ukraine.",
        {(one, "own-troops", "opposes") for one in ("italy", "poland", "spain")},
    ),
    "countries such as": (
        "Countries such as Italy and Poland have ruled out sending soldiers to Ukraine.",
        {("italy", "own-troops", "opposes"), ("poland", "own-troops", "opposes")},
    ),
    "the leaders of two": (
        "The leaders of Britain and France said they would send soldiers to Ukraine.",
        {("uk", "own-troops", "supports"), ("france", "own-troops", "supports")},
    ),
    "one like another": (
        "Poland, like Romania, will not send soldiers to Ukraine.",
        {("poland", "own-troops", "opposes"), ("romania", "own-troops", "opposes")},
    ),
    "a list behind a preposition": (
        "Soldiers from Belgium, Spain and Poland will not be sent to Ukraine.",
        set(),
    ),
    # -- another's word on the same, behind it
    "but another refuses to": (
        "Britain will send soldiers to Ukraine, but Poland refuses to.",
        {("uk", "own-troops", "supports"), ("poland", "own-troops", "opposes")},
    ),
    "while another has ruled it out": (
        "Britain will send soldiers to Ukraine, while Italy has ruled it out.",
        {("uk", "own-troops", "supports"), ("italy", "own-troops", "opposes")},
    ),
    "another, however, is opposed": (
        "France wants to send soldiers to Ukraine. Germany, however, is opposed.",
        {("france", "own-troops", "supports"), ("germany", "own-troops", "opposes")},
    ),
    "on a day, before a report and behind an opening phrase": (
        "Even with a truce, British troops will not go to Ukraine, Keir Starmer told the BBC on Sunday.",
        {("uk", "own-troops", "opposes")},
    ),
    # -- who is no longer against it
    "has dropped its opposition to membership": (
        "Hungary has dropped its opposition to Ukraine's membership of NATO, its foreign ministry said.",
        {("hungary", "nato-membership", "supports")},
    ),
    "has dropped its bid for membership": (
        "Ukraine has dropped its NATO bid, Volodymyr Zelensky said.",
        {("ukraine", "nato-membership", "opposes")},
    ),
    "could imagine": (
        "Donald Tusk said he could imagine Polish soldiers in western Ukraine.",
        {("poland", "own-troops", "open")},
    ),
    "what was ruled out last August is past": (
        "Donald Trump did not rule out American soldiers in Ukraine. Last August he ruled out American boots on the ground.",
        {("us", "us-troops", "open"), ("us", "us-troops", "opposes")},
    ),
    "a left-out verb does not gainsay the words that name it": (
        "Donald Trump did not rule out sending American soldiers to Ukraine. I do not want to, but it may come, he said.",
        {("us", "us-troops", "open")},
    ),
    # -- a country that only judges a force does not send it
    "a country rejects a force": (
        "Germany rejects a force in Ukraine.",
        {("germany", "western-force", "opposes")},
    ),
    "a country backs the deployment of a force": (
        "Spain supports the deployment of a force to Ukraine.",
        {("spain", "western-force", "supports")},
    ),
    "a country will not join a force": (
        "Germany will not join a peacekeeping force in Ukraine.",
        {("germany", "own-troops", "opposes")},
    ),
    "stands behind the force and stays at home": (
        "Rumen Radev said that Bulgaria stood behind the reassurance force in Ukraine, but that its troops would stay at home.",
        {("bulgaria", "western-force", "supports"), ("bulgaria", "own-troops", "opposes")},
    ),
    "has grown sceptical": (
        "Britain has grown sceptical of a Western force in Ukraine, John Healey said.",
        {("uk", "western-force", "reluctant")},
    ),
    "a refusal that is denied leaves it open": (
        "France has not rejected the idea of sending troops to Ukraine.",
        {("france", "own-troops", "open")},
    ),
    "who does not rule out organising it leaves it open": (
        "Vladimir Putin does not rule out organising a meeting with Volodymyr Zelensky.",
        {("russia", "leaders-summit", "open")},
    ),
    "no to ruling it out leaves it open": (
        'Donald Trump was asked if he would rule out sending American soldiers to Ukraine. "No," he said.',
        {("us", "us-troops", "open")},
    ),
    "yes to a negation behind the matter": (
        'Donald Trump was asked whether he could assure listeners that American soldiers would not go to Ukraine. "Yes," he said.',
        {("us", "us-troops", "opposes")},
    ),
    "asked to promise that they will not": (
        'Donald Trump was asked to promise that American soldiers would not go to Ukraine. "You have my word," he said.',
        {("us", "us-troops", "opposes")},
    ),
    "fresh words outweigh a restated willingness of a higher office": (
        "The Kremlin ruled out a summit of Vladimir Putin and Volodymyr Zelensky. "
        '"President Putin has repeatedly expressed his willingness to meet Zelensky," Dmitry Peskov said.',
        {("russia", "leaders-summit", "opposes")},
    ),
    "not planning a deployment": (
        "Britain said it was not planning a large deployment of troops in Ukraine.",
        {("uk", "own-troops", "reluctant")},
    ),
    "as long as it takes is no condition": (
        'Keir Starmer spoke of a commitment to keep British troops in Ukraine "for as long as it takes".',
        {("uk", "own-troops", "supports")},
    ),
    "providing tells how": (
        "Estonia is ready to help by providing troops for Ukraine, Kristen Michal said.",
        {("estonia", "own-troops", "supports")},
    ),
    "yes to a question in the negative": (
        'Donald Trump was asked whether no American troops would go to Ukraine. "You have my assurance," Trump said.',
        {("us", "us-troops", "opposes")},
    ),
    # -- whose a stance is, behind what its matter has or meets with
    "ran into opposition": (
        "Ukraine's membership of NATO ran into opposition from Viktor Orban.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "ran into opposition of nobody who governs": (
        "Ukraine's membership of NATO ran into opposition from analysts.",
        set(),
    ),
    "met with a flat no": (
        "A European force in Ukraine met with a flat no from Robert Fico.",
        {("slovakia", "western-force", "opposes")},
    ),
    "met with a cool reception": (
        "A European force in Ukraine met with a cool reception from Giorgia Meloni.",
        {("italy", "western-force", "reluctant")},
    ),
    "met with a reception": (
        "A European force in Ukraine met with a reception from Giorgia Meloni.",
        set(),
    ),
    "found a supporter": (
        "A European force in Ukraine found a supporter in Giorgia Meloni.",
        {("italy", "western-force", "supports")},
    ),
    "support came from": (
        "Support for a European force in Ukraine came from Giorgia Meloni.",
        {("italy", "western-force", "supports")},
    ),
    "support came from nobody who governs": (
        "Support for a European force in Ukraine came from former ministers in Italy.",
        set(),
    ),
    "the idea met with a flat no": (
        "Emmanuel Macron proposed a European force in Ukraine. The idea met with a flat no from Robert Fico.",
        {("france", "western-force", "supports"), ("slovakia", "western-force", "opposes")},
    ),
    "it has no place in a speech": (
        "Emmanuel Macron proposed a European force in Ukraine. It has no place in this evening, Robert Fico said.",
        {("france", "western-force", "supports")},
    ),
    "gave it the thumbs-up": (
        "Emmanuel Macron proposed a European force in Ukraine. Giorgia Meloni gave the idea the thumbs-up.",
        {("france", "western-force", "supports"), ("italy", "western-force", "supports")},
    ),
    "gave a deputy the thumbs-up": (
        "Emmanuel Macron proposed a European force in Ukraine. Giorgia Meloni gave a deputy the thumbs-up.",
        {("france", "western-force", "supports")},
    ),
    # -- what is said of a whole matter, behind what belongs to it
    "a matter in exchange for another": (
        "Territorial concessions in exchange for security guarantees for Ukraine would be a mistake, Robert Fico said.",
        {("slovakia", "territorial-concessions", "opposes")},
    ),
    "a matter as part of another": (
        "European troops as part of security guarantees for Ukraine are unacceptable, Robert Fico said.",
        {("slovakia", "western-force", "opposes")},
    ),
    "a veto over the other": (
        "A Russian veto over security guarantees for Ukraine would be a mistake, Robert Fico said.",
        {("slovakia", "moscow-consent", "opposes")},
    ),
    "a matter with its place and time": (
        "A meeting of Putin and Zelensky in Moscow next week would be a mistake, Robert Fico said.",
        {("slovakia", "leaders-summit", "opposes")},
    ),
    "a matter and the other": (
        "Security guarantees for Ukraine would be a mistake, and European troops there are unacceptable, Robert Fico said.",
        {("slovakia", "security-guarantees", "opposes"), ("slovakia", "western-force", "opposes")},
    ),
    "a part of any deal": (
        "A say for Moscow in security guarantees for Ukraine must be part of any deal, Robert Fico said.",
        {("slovakia", "moscow-consent", "supports")},
    ),
    "modelled on it, and a mistake": (
        "A guarantee for Ukraine modelled on NATO's Article 5 was out of the question, Robert Fico said.",
        {
            ("slovakia", "article-5-guarantee", "opposes"),
            ("slovakia", "security-guarantees", "opposes"),
        },
    ),
    "modelled on it": (
        "The guarantee for Ukraine was modelled on NATO's Article 5, Robert Fico said.",
        {
            ("slovakia", "article-5-guarantee", "supports"),
            ("slovakia", "security-guarantees", "supports"),
        },
    ),
    "like an article is no liking": (
        "Article 5-like guarantees for Ukraine would be a mistake, Robert Fico said.",
        {
            ("slovakia", "article-5-guarantee", "opposes"),
            ("slovakia", "security-guarantees", "opposes"),
        },
    ),
    "a leading role is no lead": (
        "A leading European role in the guarantees for Ukraine would be a mistake, Robert Fico said.",
        {("slovakia", "europe-leads", "opposes")},
    ),
    "a veto over it, and a stance behind": (
        "A Russian veto over the guarantees for Ukraine has the support of the Slovak government.",
        {("slovakia", "moscow-consent", "supports")},
    ),
    "a veto over it, opposed by": (
        "A Russian veto over the guarantees for Ukraine, opposed by the Slovak government, was discussed on Friday.",
        {("slovakia", "moscow-consent", "opposes")},
    ),
    "over is no end of what is declared": (
        "Slovakia has declared its support for a Russian veto over the guarantees for Ukraine.",
        {("slovakia", "moscow-consent", "supports")},
    ),
    "declared over": (
        "Robert Fico declared Ukraine's bid for NATO membership over.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "whose refusal it is": (
        "Slovakia's rejection of European leadership of the guarantees for Ukraine was clear.",
        {("slovakia", "europe-leads", "opposes")},
    ),
    "no to calls": (
        "Robert Fico said no to calls for a European force in Ukraine.",
        {("slovakia", "western-force", "opposes")},
    ),
    "no call": ("There was no call for a European force in Ukraine, Robert Fico said.", set()),
    # -- what stands between a subject and its verb
    "a clause with a date": (
        "Robert Fico, who met Vladimir Putin in May, rejects Ukraine's accession to NATO.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "a clause in dashes": (
        "Robert Fico – who met Vladimir Putin in May – rejects Ukraine's accession to NATO.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "what it is, with a year": (
        "Slovakia, a member of the EU since 2004, rejects Ukraine's accession to NATO.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "what it is, by another's name": (
        "Slovakia, a NATO member, rejects a European force in Ukraine.",
        {("slovakia", "western-force", "opposes")},
    ),
    "as expected": (
        "As expected, Robert Fico, who met Vladimir Putin in May, rejects Ukraine's accession to NATO.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "somebody expected it": (
        "As Robert Fico expected, Poland rejects Ukraine's accession to NATO.",
        {("poland", "nato-membership", "opposes")},
    ),
    "asked by reporters": (
        "Asked by reporters, Robert Fico rejected Ukraine's accession to NATO.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "asked by reporters, a clause between": (
        "Asked by reporters, Robert Fico, who met Vladimir Putin, is convinced that there is no alternative to NATO membership for Ukraine.",
        set(),
    ),
    "asked whether, with an aside": (
        "Asked whether, after a ceasefire, Slovakia would send troops to Ukraine, Robert Fico said no.",
        {("slovakia", "own-troops", "opposes")},
    ),
    "simply not": (
        "A European force in Ukraine would simply not be helpful, Robert Fico said.",
        {("slovakia", "western-force", "reluctant")},
    ),
    "not yet agreed": (
        "Robert Fico has not yet agreed to a European force in Ukraine.",
        {("slovakia", "western-force", "undecided")},
    ),
    "not agreed": (
        "Robert Fico would not agree to a European force in Ukraine.",
        {("slovakia", "western-force", "opposes")},
    ),
    "not yet committed": (
        "Slovakia has not yet committed troops to a force in Ukraine.",
        {("slovakia", "own-troops", "undecided")},
    ),
    "what another is after, told by the one concerned": (
        "Moscow's intention is to make Kyiv cede Donbas, Volodymyr Zelensky said.",
        {("russia", "territorial-concessions", "supports")},
    ),
    "what is asked of another": (
        "Kyiv must cede Donbas, Vladimir Putin said.",
        {("russia", "territorial-concessions", "supports")},
    ),
    "asked about it and silent": (
        "Asked about Ukraine's accession to NATO, Robert Fico left the room.",
        set(),
    ),
    # -- what is not chosen, not thought, not so
    "no deal rather than this": (
        "Viktor Orban would rather have no deal than Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "this rather than a bad peace": (
        "Viktor Orban would rather have Ukraine's membership of NATO than a bad peace.",
        {("hungary", "nato-membership", "supports")},
    ),
    "prefers another thing to somebody's own": (
        "Viktor Orban prefers talks to Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "not thought to help": (
        "Viktor Orban does not think that a European force in Ukraine would help.",
        {("hungary", "western-force", "reluctant")},
    ),
    "not thought to lead to war": (
        "Edgars Rinkevics does not think that a European force in Ukraine would lead to war.",
        set(),
    ),
    "the time not thought to be ripe": (
        "Viktor Orban does not believe that the time is ripe for Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "refuses to even discuss": (
        "Viktor Orban refuses to even discuss Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "as far as somebody is concerned": (
        "As far as Viktor Orban is concerned, Ukraine's membership of NATO is a mistake.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "as far as an analyst is concerned": (
        "As far as analysts are concerned, Ukraine's membership of NATO is a mistake.",
        set(),
    ),
    "anything but opposed": (
        "Viktor Orban is anything but opposed to Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "open")},
    ),
    "anything but convinced": (
        "Viktor Orban is anything but convinced of Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "held to be a mistake": (
        "Viktor Orban considers Ukraine's membership of NATO to be a mistake.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "in somebody's view": (
        "In the view of Viktor Orban, Ukraine's membership of NATO is necessary.",
        {("hungary", "nato-membership", "supports")},
    ),
    "in an analyst's view": (
        "In the view of analysts, Ukraine's membership of NATO is necessary.",
        set(),
    ),
    "considered too early to decide": (
        "Viktor Orban considers it too early to decide on Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "undecided")},
    ),
    "leaders discussed whether": (
        "Leaders in Brussels discussed whether Ukraine should join NATO.",
        set(),
    ),
    "would be wrong to prejudge": (
        "Viktor Orban said it would be wrong to prejudge Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "undecided")},
    ),
    "would be bold to begin with": (
        "Viktor Orban said it would be bold to begin with Ukraine's membership of NATO.",
        set(),
    ),
    "refused to give his consent": (
        "Viktor Orban refused to give his consent to Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "said of it that it would be a mistake": (
        '"It would be a mistake," Viktor Orban said of Ukraine\'s membership of NATO.',
        {("hungary", "nato-membership", "opposes")},
    ),
    "said of it that it will not happen": (
        "\"That won't happen,\" Viktor Orban said of Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    # -- negations that are none, and stances without one
    "no less opposed than": (
        "Italy is no less opposed to Ukraine's membership of NATO than Hungary.",
        {("italy", "nato-membership", "opposes")},
    ),
    "cannot support it strongly enough": (
        "Italy cannot support Ukraine's membership of NATO strongly enough.",
        {("italy", "nato-membership", "supports")},
    ),
    "cannot support what is not strong enough": (
        "Italy cannot support Ukraine's membership of NATO, that is clear enough.",
        {("italy", "nato-membership", "reluctant")},
    ),
    "does not support it strongly": (
        "Italy does not support Ukraine's membership of NATO.",
        {("italy", "nato-membership", "reluctant")},
    ),
    "does little to support it": (
        "Italy does little to support Ukraine's membership of NATO.",
        {("italy", "nato-membership", "reluctant")},
    ),
    "will do nothing to prevent it": (
        "Italy will do nothing to prevent Ukraine's membership of NATO.",
        {("italy", "nato-membership", "open")},
    ),
    "wants to avoid it": (
        "Italy wants to avoid Ukraine's membership of NATO at all costs.",
        {("italy", "nato-membership", "opposes")},
    ),
    "is not alone in rejecting": (
        "Hungary is not alone in rejecting Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "accepts nothing that leaves it out": (
        "Ukraine will accept no deal that excludes security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "accepts nothing without it": (
        "Ukraine will accept no deal without security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "accepted something without it": (
        "Ukraine accepted a compromise without security guarantees.",
        set(),
    ),
    # -- what ended a reading
    "an answer, and another sentence": (
        "Asked if Germany would send soldiers to Ukraine, Friedrich Merz said no. He spoke in Berlin.",
        {("germany", "own-troops", "opposes")},
    ),
    "an answer, and who did not": (
        "Asked if Germany would send soldiers to Ukraine, Friedrich Merz said yes. Emmanuel Macron did not.",
        {("germany", "own-troops", "supports"), ("france", "own-troops", "opposes")},
    ),
    "a text that is one word": ("According", set()),
    "a text that breaks off behind no": ("Ukraine's membership of NATO met with no", set()),
    # -- what is left open
    "declines to comment on what was said": (
        "Giorgia Meloni ruled out sending soldiers to Ukraine. Her office declined to comment on Italian soldiers in Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "undecided in a comment": (
        "Friedrich Merz backed sending soldiers to Ukraine, his aides said. In a comment for Bild, Friedrich Merz said it was undecided whether soldiers would go to Ukraine.",
        {("germany", "own-troops", "undecided")},
    ),
    "no decision yet": (
        "Italy will not make any decision yet on Ukraine's membership of NATO.",
        {("italy", "nato-membership", "undecided")},
    ),
    "will be decided by others": (
        "Ukraine's membership of NATO will be decided by the allies, Giorgia Meloni said.",
        {("italy", "nato-membership", "undecided")},
    ),
    "took note of": (
        "Italy took note of the plan for security guarantees for Ukraine.",
        {("italy", "security-guarantees", "undecided")},
    ),
    # -- whose will it is
    "is not ready to meet the speaker": (
        "Putin is not ready to meet me, Volodymyr Zelensky said.",
        {("russia", "leaders-summit", "opposes")},
    ),
    "doubts that another wants to": (
        "Emmanuel Macron doubts that Putin wants to meet Zelensky.",
        set(),
    ),
    "doubts that it will come": (
        "Emmanuel Macron doubts that Putin and Zelensky will meet.",
        {("france", "leaders-summit", "reluctant")},
    ),
    "ready for a meeting in any format": (
        "Vladimir Putin said he was ready to meet Volodymyr Zelensky in Moscow. Volodymyr Zelensky has said he is ready for a meeting in any format.",
        {("russia", "leaders-summit", "supports"), ("ukraine", "leaders-summit", "supports")},
    ),
    "is not afraid to": (
        "Volodymyr Zelensky is not afraid to meet Putin.",
        {("ukraine", "leaders-summit", "supports")},
    ),
    "will not give back": (
        "Russia will not give back Crimea, Dmitry Peskov said.",
        {("russia", "territorial-concessions", "supports")},
    ),
    # -- what would be wrong
    "would be wrong to": (
        "It would be wrong to send Italian soldiers to Ukraine, Giorgia Meloni said.",
        {("italy", "own-troops", "opposes")},
    ),
    "would be wrong not to": (
        "It would be wrong not to send Italian soldiers to Ukraine, Giorgia Meloni said.",
        {("italy", "own-troops", "supports")},
    ),
    "not doing it would be a mistake": (
        "Not sending Italian soldiers to Ukraine would be a mistake, Giorgia Meloni said.",
        {("italy", "own-troops", "supports")},
    ),
    "belongs elsewhere": (
        "Italian soldiers belong in Italy, not in Ukraine, Giorgia Meloni said.",
        set(),
    ),
    "has no choice but to": (
        "Italy has no choice but to send soldiers to Ukraine.",
        {("italy", "own-troops", "supports")},
    ),
    # -- what is said of a refusal, or of a lack
    "calls the refusal a mistake": (
        "Giorgia Meloni called Hungary's refusal of Ukraine's membership of NATO a mistake.",
        {("italy", "nato-membership", "supports")},
    ),
    "opposition is short-sighted": (
        "Opposition to Ukraine's membership of NATO is short-sighted, Giorgia Meloni said.",
        {("italy", "nato-membership", "supports")},
    ),
    "calls the idea a mistake": (
        "Giorgia Meloni called the idea of Ukraine's membership of NATO a mistake.",
        {("italy", "nato-membership", "opposes")},
    ),
    "the lack is unacceptable": (
        "The lack of security guarantees is unacceptable, Volodymyr Zelensky said.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "complains about the lack of": (
        "Volodymyr Zelensky complained about the lack of firm security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "laments the failure to back it": (
        "Donald Tusk lamented the failure of the others to back Ukraine's membership of NATO.",
        {("poland", "nato-membership", "supports")},
    ),
    "laments the failure to block it": (
        "Viktor Orban lamented the failure of the others to block Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "denies that it has dropped its demand": (
        "Ukraine denied that it had dropped its demand for security guarantees.",
        {("ukraine", "security-guarantees", "open")},
    ),
    "will settle for nothing less": (
        "Ukraine will settle for nothing less than membership of NATO.",
        {("ukraine", "nato-membership", "supports")},
    ),
    "did not complain about the lack of": (
        "Viktor Orban did not complain about the lack of security guarantees.",
        set(),
    ),
    "rejects claims of a lack of": (
        "Donald Tusk rejected claims of a lack of security guarantees.",
        set(),
    ),
    "refuses to share another's doubts": (
        "Poland refuses to share Hungary's doubts about Ukraine's membership of NATO.",
        {("poland", "nato-membership", "open"), ("hungary", "nato-membership", "reluctant")},
    ),
    "spoke of the lack of": (
        "Volodymyr Zelensky spoke of the lack of firm security guarantees.",
        set(),
    ),
    "in the absence of something else": (
        "In the absence of preparation a meeting between Zelensky and Putin makes no sense, Dmitry Peskov said.",
        {("russia", "leaders-summit", "opposes")},
    ),
    "shares another's doubts": (
        "Italy shares Hungary's doubts about Ukraine's membership of NATO.",
        {("italy", "nato-membership", "reluctant"), ("hungary", "nato-membership", "reluctant")},
    ),
    "does not share another's enthusiasm": (
        "Italy does not share Poland's enthusiasm for Ukraine's membership of NATO.",
        {("italy", "nato-membership", "reluctant"), ("poland", "nato-membership", "supports")},
    ),
    "will not budge from its refusal": (
        "Italy will not budge from its rejection of Ukraine's membership of NATO.",
        {("italy", "nato-membership", "opposes")},
    ),
    "at odds with another over it": (
        "Italy is at odds with Hungary over Ukraine's membership of NATO.",
        set(),
    ),
    # -- a judgement that is not shared
    "does not share the view that it is needed": (
        "Robert Fico does not share the view that a European force in Ukraine is needed.",
        {("slovakia", "western-force", "reluctant")},
    ),
    "does not share the view that it is a mistake": (
        "Robert Fico does not share the view that a European force in Ukraine is a mistake.",
        {("slovakia", "western-force", "open")},
    ),
    "rejects the claim that it means war": (
        "Robert Fico rejected the claim that a European force in Ukraine would mean war.",
        {("slovakia", "western-force", "open")},
    ),
    "rejects the idea that it is necessary": (
        "Viktor Orban rejected the idea that Ukraine's membership of NATO was necessary.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "is not convinced that it is needed": (
        "Viktor Orban is not convinced that Ukraine's membership of NATO is needed.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "shares the view that it is needed": (
        "Robert Fico shares the view that a European force in Ukraine is needed.",
        {("slovakia", "western-force", "supports")},
    ),
    "has no doubt that it would help": (
        "Robert Fico has no doubt that a European force in Ukraine would help.",
        {("slovakia", "western-force", "supports")},
    ),
    # -- behind an auxiliary
    "nor does he want": (
        "Viktor Orban will not go to Kyiv. Nor does Giorgia Meloni want a European force in Ukraine.",
        {("italy", "western-force", "opposes")},
    ),
    "nor has he ruled it out": (
        "Viktor Orban will not go to Kyiv. Nor has Giorgia Meloni ruled out a European force in Ukraine.",
        {("italy", "western-force", "open")},
    ),
    "never will he agree": (
        "Never will Viktor Orban agree to Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "nor is he against it": (
        "Viktor Orban will not go to Kyiv. Nor is Giorgia Meloni against a European force in Ukraine.",
        {("italy", "western-force", "open")},
    ),
    # -- whose it is, told otherwise than by a subject
    "one of those who want it": (
        "Giorgia Meloni is one of those who want a European force in Ukraine.",
        {("italy", "western-force", "supports")},
    ),
    "not one of those who want it": (
        "Giorgia Meloni is not one of those who want a European force in Ukraine.",
        set(),
    ),
    "among those who reject it is": (
        "Among those who reject Ukraine's membership of NATO is Viktor Orban.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "among its supporters is": (
        "Among the supporters of Ukraine's membership of NATO is Donald Tusk.",
        {("poland", "nato-membership", "supports")},
    ),
    "a no from a capital": (
        "There was a clear no to a European force in Ukraine from Rome.",
        {("italy", "western-force", "opposes")},
    ),
    "little chance in a capital": (
        "The idea of a European force in Ukraine has little chance in Rome.",
        {("italy", "western-force", "opposes")},
    ),
    "according to him, in the midst": (
        "A European force in Ukraine, according to Giorgia Meloni, is essential.",
        {("italy", "western-force", "supports")},
    ),
    "in his view, in the midst": (
        "A European force in Ukraine, in Giorgia Meloni's view, is out of the question.",
        {("italy", "western-force", "opposes")},
    ),
    "his view is that": (
        "Giorgia Meloni's view is that a European force in Ukraine is essential.",
        {("italy", "western-force", "supports")},
    ),
    "from a capital comes word that": (
        "From Rome comes word that a European force in Ukraine is essential.",
        {("italy", "western-force", "supports")},
    ),
    "in a capital no decision has been taken": (
        "In Rome no decision has been taken on a European force in Ukraine.",
        {("italy", "western-force", "undecided")},
    ),
    "nor has he decided on it": (
        "Viktor Orban will not go to Kyiv. Nor has Giorgia Meloni decided on a European force in Ukraine.",
        {("italy", "western-force", "undecided")},
    ),
    "what he thinks of it": (
        "What Giorgia Meloni thinks of a European force in Ukraine is not known.",
        set(),
    ),
    "not even": (
        "Viktor Orban does not even want Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "even": (
        "Donald Tusk would even welcome Ukraine's membership of NATO.",
        {("poland", "nato-membership", "supports")},
    ),
    "no longer fully": (
        "Viktor Orban no longer fully supports Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "no longer openly against it": (
        "Viktor Orban no longer openly opposes Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "open")},
    ),
    "no longer does he": (
        "No longer does Viktor Orban support Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    # -- the end of a matter, demanded
    "must go": (
        "Ukraine's bid for NATO has to go, Vladimir Putin said.",
        {("russia", "nato-membership", "opposes")},
    ),
    "must be given up": (
        "Ukraine's bid for NATO must be given up, Vladimir Putin said.",
        {("russia", "nato-membership", "opposes")},
    ),
    "must come off the table": (
        "Ukraine's bid for NATO must come off the table, Vladimir Putin said.",
        {("russia", "nato-membership", "opposes")},
    ),
    "must come": (
        "Ukraine's membership of NATO must come, Donald Tusk said.",
        {("poland", "nato-membership", "supports")},
    ),
    "is to join none": (
        "Ukraine is to join no military alliance, Vladimir Putin said.",
        {("russia", "nato-membership", "opposes")},
    ),
    "a thing needs it": (
        "The force needs a US backstop, Keir Starmer said.",
        {("uk", "us-backstop", "supports")},
    ),
    "whoever believes it": (
        "Whoever believes guarantees can be agreed against Moscow's will is dreaming, Robert Fico said.",
        set(),
    ),
    # -- what somebody tries in vain to get
    "failed to secure": (
        "Volodymyr Zelensky failed to secure firm security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "has so far not secured": (
        "Volodymyr Zelensky has so far not secured firm security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "failed to win support for": (
        "Emmanuel Macron failed to win support for a European force in Ukraine.",
        {("france", "western-force", "supports")},
    ),
    "failed to win support for its refusal of": (
        "Hungary did not win support for its rejection of Ukraine's NATO membership.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "could not persuade another": (
        "Volodymyr Zelensky could not persuade Donald Trump to offer security guarantees.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "failed to persuade another to send soldiers": (
        "Emmanuel Macron failed to persuade Friedrich Merz to send soldiers to Ukraine.",
        set(),
    ),
    "could not bring himself to": (
        "Robert Fico could not bring himself to support Ukraine's membership of NATO.",
        {("slovakia", "nato-membership", "reluctant")},
    ),
    "has not been convinced": (
        "Friedrich Merz has not been convinced of Ukraine's membership of NATO.",
        {("germany", "nato-membership", "reluctant")},
    ),
    "could not secure a majority against": (
        "Viktor Orban could not secure a majority against Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "failed to convince another that it is wrong": (
        "Viktor Orban failed to convince Donald Tusk that Ukraine's membership of NATO was wrong.",
        set(),
    ),
    "failed to endorse": (
        "Friedrich Merz failed to endorse Ukraine's membership of NATO.",
        {("germany", "nato-membership", "reluctant")},
    ),
    "lobbying another for": (
        "Keir Starmer is lobbying Donald Trump for an American backstop.",
        {("uk", "us-backstop", "supports")},
    ),
    # -- what is in preparation, and what is demanded
    "preparations are under way for": (
        "Karoline Leavitt said preparations were under way for a meeting between Zelensky and Putin.",
        {("us", "leaders-summit", "supports")},
    ),
    "no preparations are under way for": (
        "No preparations were under way for a meeting between Zelensky and Putin, Dmitry Peskov said.",
        set(),
    ),
    "somebody's condition is": (
        "Moscow's main condition is the withdrawal of Ukrainian troops from Donbas.",
        {("russia", "territorial-concessions", "supports")},
    ),
    "somebody's terms are unchanged": (
        "Russia's terms are unchanged: Ukraine must give up Donbas and stay out of NATO.",
        {
            ("russia", "territorial-concessions", "supports"),
            ("russia", "nato-membership", "opposes"),
        },
    ),
    # -- soldiers of others
    "wants another to send soldiers": (
        "Donald Trump wants Europe to send soldiers to Ukraine.",
        {("us", "western-force", "supports")},
    ),
    "urges another to send soldiers": (
        "Emmanuel Macron urged Germany to send soldiers to Ukraine.",
        {("france", "western-force", "supports")},
    ),
    "asks the Americans to send soldiers": (
        "Keir Starmer asked Donald Trump to send soldiers to Ukraine.",
        {("uk", "us-troops", "supports")},
    ),
    "European and American soldiers": (
        "Russia rejects European and American troops in Ukraine.",
        {("russia", "western-force", "opposes"), ("russia", "us-troops", "opposes")},
    ),
    "foreign, and especially European and American, soldiers": (
        "Foreign, and especially European and American, troops in Ukraine are unacceptable, Sergei Lavrov said.",
        {("russia", "western-force", "opposes"), ("russia", "us-troops", "opposes")},
    ),
    "Americans who are no soldiers": (
        "After talks with European and American leaders, Sergei Lavrov rejected European troops in Ukraine.",
        {("russia", "western-force", "opposes")},
    ),
    "asks its allies for soldiers": (
        "Estonia asked its allies for soldiers for Ukraine.",
        {("estonia", "western-force", "supports")},
    ),
    "asks parliament to send soldiers": (
        "Emmanuel Macron asked parliament to send soldiers to Ukraine.",
        {("france", "own-troops", "supports")},
    ),
    "agrees with another to send soldiers": (
        "Italy has agreed with France to send soldiers to Ukraine.",
        {("italy", "own-troops", "supports")},
    ),
    "promises another to send soldiers": (
        "Keir Starmer promised Zelensky to send soldiers to Ukraine.",
        {("uk", "own-troops", "supports")},
    ),
    "help for countries that send soldiers": (
        "Poland will support the countries that send troops to Ukraine, Donald Tusk said.",
        {("poland", "western-force", "supports")},
    ),
    "proposes to others to send soldiers": (
        "Emmanuel Macron proposed to allies to send soldiers to Ukraine.",
        {("france", "own-troops", "supports")},
    ),
    "one of the countries that send soldiers": (
        "France is one of the countries that will send soldiers to Ukraine.",
        {("france", "own-troops", "supports")},
    ),
    "logistics of a force": (
        "Poland would be the lead nation for the logistics of the multinational force in Ukraine, Donald Tusk said.",
        {("poland", "western-force", "supports")},
    ),
    # -- left to somebody
    "a decision belongs to": (
        "Any decision on territory belongs to the Ukrainians, Friedrich Merz said.",
        {("germany", "territorial-concessions", "undecided")},
    ),
    "somebody alone can decide": (
        "Ukraine alone can decide on its territory, Friedrich Merz said.",
        {("germany", "territorial-concessions", "undecided")},
    ),
    # -- what is left out, and who
    "everything except soldiers": (
        "Portugal will do everything for Ukraine except send soldiers.",
        {("portugal", "own-troops", "opposes")},
    ),
    "in ways other than": (
        "Croatia would help Ukraine in ways other than sending soldiers, Andrej Plenkovic said.",
        {("croatia", "own-troops", "opposes")},
    ),
    "short of, at the head": (
        "Short of sending soldiers to Ukraine, Portugal will do everything.",
        {("portugal", "own-troops", "opposes")},
    ),
    "instead of, at the head": (
        "Instead of sending soldiers to Ukraine, Italy will train Ukrainians, Giorgia Meloni said.",
        {("italy", "own-troops", "reluctant")},
    ),
    "everything including soldiers": (
        "Estonia will do everything for Ukraine, including sending soldiers, its prime minister said.",
        {("estonia", "own-troops", "supports")},
    ),
    "nothing short of": (
        "Nothing short of sending soldiers to Ukraine will stop Putin, Kaja Kallas said.",
        set(),
    ),
    "ruled out everything except": (
        "Denmark has ruled out everything except sending soldiers to Ukraine.",
        {("denmark", "own-troops", "opposes")},
    ),
    "all but one": (
        "All countries but Hungary will send soldiers to Ukraine.",
        {("hungary", "own-troops", "opposes")},
    ),
    "one but not another": (
        "Poland but not Hungary backs security guarantees for Ukraine.",
        {("poland", "security-guarantees", "supports")},
    ),
    "one and not another, in commas": (
        "Italy, and not France, rejects the European force in Ukraine.",
        {("italy", "western-force", "opposes")},
    ),
    "one but not another will act": (
        "France, but not Italy, will send soldiers to Ukraine.",
        {("france", "own-troops", "supports")},
    ),
    # -- a clause that leans on a matter
    "a force that two plan to send": (
        "The reassurance force that Paris and London plan to send to Ukraine would number 15,000.",
        {("france", "western-force", "supports"), ("uk", "western-force", "supports")},
    ),
    "a force that two spoke about": (
        "The reassurance force in Ukraine that Paris and London spoke about would number 15,000.",
        set(),
    ),
    "a contingent that two want, refused by a third": (
        "Russia rejects the contingent that France and Britain want to place in Ukraine.",
        {
            ("russia", "western-force", "opposes"),
            ("france", "western-force", "supports"),
            ("uk", "western-force", "supports"),
        },
    ),
    "a backstop that one has asked for, without that": (
        "The US backstop Starmer has asked for has not come.",
        {("uk", "us-backstop", "supports")},
    ),
    "what one wants is off the table for another": (
        "The NATO membership that Ukraine wants is off the table, Pete Hegseth said.",
        {("us", "nato-membership", "opposes"), ("ukraine", "nato-membership", "supports")},
    ),
    "what one demands is refused by another": (
        "The territorial concessions that Russia demands are unacceptable, Friedrich Merz said.",
        {
            ("germany", "territorial-concessions", "opposes"),
            ("russia", "territorial-concessions", "supports"),
        },
    ),
    "a professor said of it": (
        '"It would be a mistake," a professor in Hungary said of Ukraine\'s membership of NATO.',
        set(),
    ),
    # -- what is said of another's soldiers
    "how likely it is that another sends soldiers": (
        "Antonio Tajani thinks it unlikely that France will send soldiers to Ukraine.",
        set(),
    ),
    "doubts that others will send soldiers": (
        "Antonio Tajani doubts that other countries will send soldiers to Ukraine.",
        set(),
    ),
    "doubts that his own country will": (
        "Antonio Tajani doubts that Italy will send soldiers to Ukraine.",
        {("italy", "own-troops", "reluctant")},
    ),
    "welcomes that another sends soldiers": (
        "Antonio Tajani welcomed that France would send soldiers to Ukraine.",
        {("italy", "western-force", "supports")},
    ),
    "is against another's sending soldiers": (
        "Antonio Tajani is against France sending soldiers to Ukraine.",
        {("italy", "western-force", "opposes")},
    ),
    "is against soldiers of another": (
        "Viktor Orban rejects troops from member states in Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    # -- what is asked of no one, and what needs the leave of several
    "nobody asks for it": (
        "No one is asking Ukraine to give up territory, Marco Rubio said.",
        set(),
    ),
    "nobody wants it": (
        "Nobody in Rome wants Italian soldiers in Ukraine, Antonio Tajani said.",
        {("italy", "own-troops", "opposes")},
    ),
    "must be agreed between the sides": (
        "Any presence of European soldiers in Ukraine must be agreed between the parties, Sergei Lavrov said.",
        set(),
    ),
    "can be decided only in one place": (
        "A European force in Ukraine can be decided only in the United Nations, Robert Fico said.",
        set(),
    ),
    "must be agreed soon": (
        "Security guarantees for Ukraine must be agreed before a ceasefire, Volodymyr Zelensky said.",
        {("ukraine", "security-guarantees", "supports")},
    ),
    "called for a vote of parliament": (
        "Keir Starmer called for Parliament to vote on the deployment of British soldiers to Ukraine.",
        set(),
    ),
    "a veto of another is ruled out": (
        "Emmanuel Macron ruled out a Russian veto over the deployment of a European force in Ukraine.",
        {("france", "moscow-consent", "opposes")},
    ),
    "different views of two": (
        "Germany and France offered different views on a European force in Ukraine.",
        set(),
    ),
    # -- what is no such matter
    "how many soldiers an army has": (
        "Germany plans to raise the number of its soldiers to 260,000, Boris Pistorius said at a briefing on Ukraine.",
        set(),
    ),
    "the number of soldiers that one has promised": (
        "Britain will double the number of peacekeepers it has promised for Ukraine.",
        {("uk", "own-troops", "supports")},
    ),
    "the bloc is the Union": ("Ukraine hopes for membership of the bloc by 2027.", set()),
    # -- a stance that somebody gives up
    "drops a threat": (
        "Robert Fico dropped his threat to block Ukraine's membership of NATO.",
        {("slovakia", "nato-membership", "open")},
    ),
    "is ready to drop a demand": (
        "Volodymyr Zelensky is ready to drop his demand for Ukraine's membership of NATO.",
        {("ukraine", "nato-membership", "reluctant")},
    ),
    "refuses to drop a threat": (
        "Robert Fico refuses to drop his threat to veto Ukraine's membership of NATO.",
        {("slovakia", "nato-membership", "reluctant")},
    ),
    "shows no sign of dropping its opposition": (
        "Hungary showed no sign of dropping its opposition to a European force in Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    "its opposition has been lifted": (
        "Hungary's opposition to a European force in Ukraine has been lifted.",
        {("hungary", "western-force", "open")},
    ),
    "its support is waning": (
        "Hungary's support for a European force in Ukraine is waning.",
        {("hungary", "western-force", "reluctant")},
    ),
    "its support is not waning": (
        "Hungary's support for a European force in Ukraine is not waning.",
        {("hungary", "western-force", "supports")},
    ),
    "no change in its opposition": (
        "There has been no change in Hungary's opposition to a European force in Ukraine, Viktor Orban said.",
        {("hungary", "western-force", "opposes")},
    ),
    "ends what is no stance": (
        "Viktor Orban ended his visit to the force in Ukraine.",
        set(),
    ),
    "reconsiders its support": (
        "Hungary is reconsidering its support for a European force in Ukraine.",
        {("hungary", "western-force", "reluctant")},
    ),
    "will not reconsider its support": (
        "Hungary will not reconsider its support for a European force in Ukraine.",
        {("hungary", "western-force", "open")},
    ),
    "breaks a promise not to block": (
        "Hungary broke its promise not to block Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes")},
    ),
    "goes from one stance to another": (
        "Hungary has gone from opposing to supporting Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "supports")},
    ),
    "drops one thing and supports another": (
        "Hungary will drop its veto and support Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "supports")},
    ),
    "refuses to debate and support": (
        "Hungary will refuse to debate and support Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "withstands pressure": (
        "Hungary withstood pressure to support Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "reluctant")},
    ),
    "less hostile than before": (
        "Hungary is less hostile to Ukraine's membership of NATO than it was.",
        {("hungary", "nato-membership", "open")},
    ),
    # -- whose soldiers they would be, and how they would be allowed
    "soldiers would come from others": (
        "The soldiers in Ukraine would come from a coalition of European countries, Marco Rubio said.",
        {("us", "western-force", "supports")},
    ),
    "soldiers would come from our own": (
        "Most of the soldiers in Ukraine would come from Italy, Giorgia Meloni said.",
        {("italy", "own-troops", "supports")},
    ),
    # -- what somebody does not think
    "does not think it should": (
        "Italy does not think it should send soldiers to Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "does not think that its soldiers should": (
        "Italy does not think that Italian soldiers should go to Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "does not believe that another should": (
        "Antonio Tajani does not believe that Ukraine should join NATO.",
        {("italy", "nato-membership", "opposes")},
    ),
    "no longer believes that": (
        "Antonio Tajani no longer believes that Ukraine should join NATO.",
        {("italy", "nato-membership", "opposes")},
    ),
    "does not think that it should refuse": (
        "Italy does not think that it should refuse to send soldiers to Ukraine.",
        {("italy", "own-troops", "supports")},
    ),
    "thinks that it should not": (
        "Italy thinks that it should not send soldiers to Ukraine.",
        {("italy", "own-troops", "opposes")},
    ),
    "does not think so and will": (
        "Antonio Tajani does not think so and will send soldiers to Ukraine.",
        {("italy", "own-troops", "supports")},
    ),
    # -- of whom a stance is that somebody overcomes
    "overcomes the opposition of another": (
        "Italy hopes to overcome Hungary's opposition to Ukraine's membership of NATO.",
        {("hungary", "nato-membership", "opposes"), ("italy", "nato-membership", "supports")},
    ),
    "ends a meeting with a stance": (
        "Germany ended the meeting with a call for security guarantees for Ukraine.",
        {("germany", "security-guarantees", "supports")},
    ),
    "nobody can think that": (
        "Antonio Tajani said nobody could seriously think that Ukraine should join NATO.",
        {("italy", "nato-membership", "opposes")},
    ),
    "is not one of those who think that": (
        "Antonio Tajani said he was not one of those who think that Ukraine should join NATO.",
        set(),
    ),
    "wondered why": ("Antonio Tajani wondered why Italy should send soldiers to Ukraine.", set()),
    "stopped saying that": ("Antonio Tajani stopped saying that Ukraine should join NATO.", set()),
    "believes that another should have a say over": (
        "Antonio Tajani believes that Moscow should have a say over the guarantees.",
        {("italy", "moscow-consent", "supports")},
    ),
    "refused to accept and support": (
        "Friedrich Merz refused to accept and support Ukraine's membership of NATO.",
        {("germany", "nato-membership", "opposes")},
    ),
    "leaves open the option": (
        "Emmanuel Macron said he left open the option of sending troops to Ukraine.",
        {("france", "own-troops", "open")},
    ),
    # -- soldiers of those who are named behind, or whose plan it is
    "a presence by others": (
        "Italy rejected a military presence in Ukraine by NATO countries.",
        {("italy", "western-force", "opposes")},
    ),
    "boots by two countries": (
        "Slovakia opposed boots on the ground in Ukraine by France and Britain.",
        {("slovakia", "western-force", "opposes")},
    ),
    "a deployment by the two": (
        "Poland welcomed a troop deployment to Ukraine by the two countries.",
        {("poland", "western-force", "supports")},
    ),
    "a deployment by the end of the year": (
        "Poland ruled out a troop deployment to Ukraine by the end of the year.",
        {("poland", "own-troops", "opposes")},
    ),
    "a deployment by soldiers of one's own": (
        "Poland ruled out a deployment to Ukraine by Polish soldiers.",
        {("poland", "own-troops", "opposes")},
    ),
    "by a season, allies were told": (
        "Italy will send troops to Ukraine by spring, allies were told.",
        {("italy", "own-troops", "supports")},
    ),
    "by order of another": (
        "Poland will not send soldiers to Ukraine by order of Washington.",
        {("poland", "own-troops", "opposes")},
    ),
    "by the side of others": (
        "Merz ruled out German soldiers in Ukraine by the side of French ones.",
        {("germany", "own-troops", "opposes")},
    ),
    "one and others will": (
        "Finland and other countries will send troops to Ukraine.",
        {("finland", "own-troops", "supports")},
    ),
    "another's offer": (
        "Italy rejected the French offer to send troops to Ukraine.",
        {("italy", "western-force", "opposes")},
    ),
    "a call by others": (
        "Hungary is against a call by European leaders to send troops to Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    "another's plan": (
        "Poland welcomed Macron's plan to send troops to Ukraine.",
        {("poland", "western-force", "supports"), ("france", "own-troops", "supports")},
    ),
    "one's own plan": (
        "Poland dropped its plan to send troops to Ukraine.",
        {("poland", "own-troops", "opposes")},
    ),
    "foreign military units": (
        "Hungary is against any foreign military presence in Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    "thanked for being ready": (
        "Hungary thanked European countries for being ready to send troops to Ukraine.",
        {("hungary", "western-force", "supports")},
    ),
    "criticised for wanting to": (
        "Italy criticised other countries for wanting to send soldiers to Ukraine.",
        {("italy", "western-force", "reluctant")},
    ),
    "warned not to": (
        "Hungary warned France not to send soldiers to Ukraine.",
        {("hungary", "western-force", "opposes")},
    ),
    "hopes others will": (
        "Hungary hopes other countries will send soldiers to Ukraine.",
        set(),
    ),
    "the two countries will": (
        "France and Britain met in Paris. The two countries will send soldiers to Ukraine.",
        {("france", "own-troops", "supports"), ("uk", "own-troops", "supports")},
    ),
    # -- what must not be done to it
    "must not be weakened": (
        "Ukraine's security guarantees must not be watered down, Macron said.",
        {("france", "security-guarantees", "supports")},
    ),
    "must not be confused": (
        "Security guarantees for Ukraine must not be confused with membership, Macron said.",
        set(),
    ),
    "must not be used as": (
        "Ukraine's NATO membership must not be used as a pretext, Merz said.",
        set(),
    ),
    "must not be granted": (
        "Ukraine's NATO membership must not be granted, Fico said.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "must not be dropped": (
        "Ukraine's NATO membership must not be dropped, Stubb said.",
        set(),
    ),
    "must be reconsidered": (
        "Ukraine's NATO membership must be reconsidered, Macron said.",
        {("france", "nato-membership", "reluctant")},
    ),
    "must be struck from the text": (
        "Ukraine's NATO membership must be struck from the text, Fico said.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "must be treated with caution": (
        "Ukraine's security guarantees must be treated with caution, Fico said.",
        set(),
    ),
    "must be put in place": (
        "Ukraine's security guarantees must be put in place, Macron said.",
        {("france", "security-guarantees", "supports")},
    ),
    # -- two matters, and how they go together
    "neither of two": (
        "Neither Ukraine's NATO membership nor security guarantees for Ukraine are acceptable, Fico said.",
        {
            ("slovakia", "nato-membership", "opposes"),
            ("slovakia", "security-guarantees", "opposes"),
        },
    ),
    "one like the other": (
        "Security guarantees for Ukraine, like Ukraine's NATO membership, are unacceptable, Fico said.",
        {
            ("slovakia", "nato-membership", "opposes"),
            ("slovakia", "security-guarantees", "opposes"),
        },
    ),
    "as an alternative to the other": (
        "Italy rejects security guarantees for Ukraine as an alternative to Ukraine's NATO membership.",
        {("italy", "security-guarantees", "opposes")},
    ),
    "a link between them": (
        "Italy rejected a link between Ukraine's NATO membership and security guarantees for Ukraine.",
        set(),
    ),
    "it, behind whose matter it is": (
        "Italy backs Ukraine's NATO membership; it rejects territorial concessions to Russia.",
        {("italy", "nato-membership", "supports"), ("italy", "territorial-concessions", "opposes")},
    ),
    # -- a matter named twice, in two clauses
    "while another, the matter named again": (
        "Italy opposes NATO membership for Ukraine, while Poland supports Ukraine's accession to NATO.",
        {("italy", "nato-membership", "opposes"), ("poland", "nato-membership", "supports")},
    ),
    "a semicolon, and the matter named again": (
        "Italian Prime Minister Giorgia Meloni ruled out security guarantees for Ukraine; Poland's Donald Tusk welcomed "
        "binding guarantees for Kyiv.",
        {
            ("italy", "security-guarantees", "opposes"),
            ("poland", "security-guarantees", "supports"),
        },
    ),
    "and another said, the matter named again": (
        "Giorgia Meloni rejected NATO membership for Ukraine, and Donald Tusk said Poland would back NATO membership for "
        "Ukraine.",
        {("italy", "nato-membership", "opposes"), ("poland", "nato-membership", "supports")},
    ),
    "and not, the matter named again": (
        "Fico wants Ukraine to become a neutral state, and not NATO membership for Ukraine and not an invitation to NATO.",
        {("slovakia", "nato-membership", "opposes")},
    ),
    "one for whom it is, and another who backs what else": (
        "Italy opposes NATO membership for Ukraine and Poland supports binding guarantees.",
        {("italy", "nato-membership", "opposes"), ("poland", "security-guarantees", "supports")},
    ),
    "two who back it": (
        "Italy and Poland support binding guarantees for Ukraine.",
        {
            ("italy", "security-guarantees", "supports"),
            ("poland", "security-guarantees", "supports"),
        },
    ),
    "a bid to join is favoured": (
        "Poland favours Ukraine's bid to join NATO.",
        {("poland", "nato-membership", "supports")},
    ),
    "guarantees are favoured to membership": (
        "Poland favours security guarantees to NATO membership for Ukraine.",
        {
            ("poland", "nato-membership", "reluctant"),
            ("poland", "security-guarantees", "supports"),
        },
    ),
    # -- what a noun goes with, and what is said of the matter
    "the key to it lies elsewhere": (
        "The solution to the question of Ukraine's NATO membership must be found in Washington, Merz said.",
        set(),
    ),
    "it is the solution": (
        "Ukraine's NATO membership is the solution, Stubb said.",
        {("finland", "nato-membership", "supports")},
    ),
    "a threat to it": (
        "The biggest threat to security guarantees comes from Moscow, Macron said.",
        set(),
    ),
    "its obstacles must be removed": (
        "The obstacles to Ukraine's NATO membership must be removed, Macron said.",
        set(),
    ),
    "a decision on it must be taken": (
        "A decision on Ukraine's NATO membership must be taken in the summer, Macron said.",
        set(),
    ),
    "the debate on it is not over": (
        "The debate about Ukraine's NATO membership is not over, Macron said.",
        set(),
    ),
    "the dispute over it must end": (
        "The dispute over security guarantees for Ukraine must end, Macron said.",
        set(),
    ),
    "it must be part of it": (
        "Ukraine's NATO membership must be part of a settlement, Macron said.",
        {("france", "nato-membership", "supports")},
    ),
    "what a force is for, and what it would be": (
        "A Western contingent to guarantee peace in Ukraine would be a mistake, Orban said.",
        {("hungary", "western-force", "opposes")},
    ),
    "a planned force would be a mistake": (
        "The planned European force for Ukraine would be a mistake, Orban said.",
        {("hungary", "western-force", "opposes")},
    ),
    "guarantees of, in front of what they would be": (
        "Guarantees of Ukraine's security would be a mistake, Orban said.",
        {("hungary", "security-guarantees", "opposes")},
    ),
    "a summit of leaders would be a mistake": (
        "A summit of the Ukrainian and Russian leaders would be a mistake, Merz said.",
        {("germany", "leaders-summit", "opposes")},
    ),
    "a mistake to do it": (
        "It would be a mistake to invite Ukraine to join NATO, Fico said.",
        {("slovakia", "nato-membership", "opposes")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=list(ROWS))
def test_construction(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert set(read(text, title="Ukraine talks")) == expected
