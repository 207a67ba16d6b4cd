"""Sentences as agencies write them every day, each with what must be read in it.

Written from the language, not from the corpus: a rule that breaks one of these breaks the news.
"""

import pytest

from tests.unit.reading.material import article, shipped_reader
from watchers.model import Position, Via, When

#: (title, text, {(actor, claim): position}); the position counts by its direction.
SENTENCES = [
    (
        "Ukraine talks",
        "Ukraine needs firm security guarantees, Emmanuel Macron said.",
        {("france", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Any deal must include robust security guarantees for Ukraine, Keir Starmer said.",
        {("uk", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky demanded legally binding guarantees.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Trump said the United States would help guarantee Ukraine's security.",
        {("us", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "There can be no peace without security guarantees for Ukraine, António Costa said.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Russia opposes any security guarantees for Ukraine, Sergei Lavrov said.",
        {("russia", "security-guarantees"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Security guarantees for Ukraine are essential, Ursula von der Leyen said.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Friedrich Merz called for strong security guarantees for Kyiv.",
        {("germany", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Washington is ready to offer Ukraine security guarantees, Marco Rubio said.",
        {("us", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "The EU stands ready to contribute to security guarantees for Ukraine, Kaja Kallas told reporters.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "The guarantees for Ukraine must be ratified by Congress, Volodymyr Zelensky insisted.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Trump offered Ukraine Article 5-like guarantees.",
        {("us", "article-5-guarantee"): "supports"},
    ),
    (
        "Ukraine talks",
        "Giorgia Meloni proposed guarantees modelled on NATO's Article 5.",
        {("italy", "article-5-guarantee"): "supports"},
    ),
    (
        "Ukraine talks",
        "Antonio Tajani said an Article 5-style guarantee was the best solution for Ukraine.",
        {("italy", "article-5-guarantee"): "supports"},
    ),
    (
        "Ukraine talks",
        "Vladimir Putin agreed to Article 5-like protection for Ukraine, the Kremlin said.",
        {("russia", "article-5-guarantee"): "supports"},
    ),
    (
        "Ukraine talks",
        "Friedrich Merz spoke out against Article 5-like protection for Ukraine.",
        {("germany", "article-5-guarantee"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Ukraine should get guarantees similar to Article 5, Emmanuel Macron said.",
        {("france", "article-5-guarantee"): "supports"},
    ),
    (
        "Ukraine talks",
        "Ukraine will not become a member of NATO, Donald Trump said.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Pete Hegseth said NATO membership for Ukraine was unrealistic.",
        {("us", "nato-membership"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "Robert Fico said he would never agree to Ukraine joining NATO.",
        {("slovakia", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Mark Rutte said Ukraine's path to NATO was irreversible.",
        {("nato", "nato-membership"): "supports"},
    ),
    (
        "Ukraine talks",
        "Vladimir Putin demanded that Ukraine give up its NATO ambitions.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Ukraine must be a neutral state, Sergei Lavrov said.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky said Ukraine could drop its NATO bid in exchange for guarantees.",
        {("ukraine", "nato-membership"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "Viktor Orbán said Hungary would veto Ukraine's accession to NATO.",
        {("hungary", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "“Ukraine can forget about NATO,” Donald Trump said.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "NATO membership for Ukraine is off the table, Keith Kellogg said.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Lithuania continues to support Ukraine's membership of NATO, Gitanas Nauseda said.",
        {("lithuania", "nato-membership"): "supports"},
    ),
    (
        "Ukraine talks",
        "Keir Starmer said a US backstop was essential.",
        {("uk", "us-backstop"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Trump said the US could provide air support to the European force in Ukraine.",
        {("us", "us-backstop"): "open"},
    ),
    (
        "Ukraine talks",
        "Europe needs an American backstop, Emmanuel Macron said.",
        {("france", "us-backstop"): "supports"},
    ),
    (
        "Ukraine talks",
        "Pete Hegseth ruled out American air cover for the European force in Ukraine.",
        {("us", "us-backstop"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Washington will support the coalition of the willing in Ukraine with intelligence, Marco Rubio said.",
        {("us", "us-backstop"): "supports"},
    ),
    (
        "Ukraine talks",
        "The United States will not provide a backstop, JD Vance said.",
        {("us", "us-backstop"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Russia must have a say over the guarantees for Ukraine, Sergei Lavrov said.",
        {("russia", "moscow-consent"): "supports"},
    ),
    (
        "Ukraine talks",
        "Moscow will not get a veto over the guarantees, Mark Rutte said.",
        {("nato", "moscow-consent"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Russia has no right to veto the deployment in Ukraine, Emmanuel Macron said.",
        {("france", "moscow-consent"): "opposes"},
    ),
    (
        "Ukraine talks",
        "It is not for Russia to decide who is stationed in Ukraine, Kaja Kallas said.",
        {("eu", "moscow-consent"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Nothing can be settled without Moscow's consent, Dmitry Peskov said.",
        {("russia", "moscow-consent"): "supports"},
    ),
    (
        "Ukraine talks",
        "Vladimir Putin cannot be given a veto, Keir Starmer said.",
        {("uk", "moscow-consent"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky rejected ceding the Donbas.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Ukraine will not give up its territory, Volodymyr Zelensky said.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Vladimir Putin demanded that Ukraine withdraw from Donetsk.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Trump said there would be some swapping of territories.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Ukraine talks",
        "Borders must not be changed by force, Ursula von der Leyen said.",
        {("eu", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Ukraine's territorial integrity must be respected, Johann Wadephul said.",
        {("germany", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Decisions on territory are for Ukraine to make, Friedrich Merz said.",
        {("germany", "territorial-concessions"): "undecided"},
    ),
    (
        "Ukraine talks",
        "Kyiv must pull its troops out of the Donbas, Dmitry Peskov said.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Ukraine talks",
        "Ukraine will have to give up land, JD Vance said.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky ruled out withdrawing Ukrainian troops from Donetsk.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Norway will never recognise Crimea as Russian, Espen Barth Eide said.",
        {("norway", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky said he was ready to meet Vladimir Putin.",
        {("ukraine", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "Recep Tayyip Erdogan offered to host a meeting between Putin and Zelensky.",
        {("turkey", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Trump said he was arranging a meeting between Putin and Zelensky.",
        {("us", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "There is no point in a meeting with Zelensky, Vladimir Putin said.",
        {("russia", "leaders-summit"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "Emmanuel Macron called for a trilateral summit of Trump, Putin and Zelensky.",
        {("france", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "Dmitry Peskov said a meeting of the two presidents was possible.",
        {("russia", "leaders-summit"): "open"},
    ),
    (
        "Ukraine talks",
        "Putin is not refusing to meet Zelensky, Dmitry Peskov said.",
        {("russia", "leaders-summit"): "open"},
    ),
    (
        "Ukraine talks",
        "A meeting between Putin and Zelensky is out of the question for now, Sergei Lavrov said.",
        {("russia", "leaders-summit"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Switzerland is ready to host a summit of Putin and Zelensky, Ignazio Cassis said.",
        {("switzerland", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "JD Vance said Europe would have to carry the burden of Ukraine's security.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Ukraine talks",
        "Europe must take the lead on the guarantees, Donald Trump said.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Ukraine talks",
        "The Europeans will be the first line of defence, Donald Trump said.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Ukraine talks",
        "Keir Starmer said Europe must do the heavy lifting.",
        {("uk", "europe-leads"): "supports"},
    ),
    (
        "Ukraine talks",
        "Emmanuel Macron said Europe was ready to shoulder the bulk of the guarantees.",
        {("france", "europe-leads"): "supports"},
    ),
    (
        "Ukraine talks",
        "Europe cannot carry the burden alone, Bart De Wever said.",
        {("belgium", "europe-leads"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "Friedrich Merz left open whether German soldiers would go to Ukraine.",
        {("germany", "own-troops"): "undecided"},
    ),
    (
        "Ukraine talks",
        "Micheál Martin said Ireland was prepared to send peacekeepers to Ukraine.",
        {("ireland", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Tusk reiterated that Poland had no plans to send troops to Ukraine.",
        {("poland", "own-troops"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "“Not a single Hungarian soldier will set foot in Ukraine,” Péter Szijjártó said.",
        {("hungary", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Spain would take part in a peacekeeping mission in Ukraine, José Manuel Albares said.",
        {("spain", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Denmark is ready to contribute soldiers to a European force in Ukraine, Mette Frederiksen said.",
        {("denmark", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "The decision to send Dutch troops to Ukraine has not been taken, Ruben Brekelmans said.",
        {("netherlands", "own-troops"): "undecided"},
    ),
    (
        "Ukraine talks",
        "Dmitry Peskov said European peacekeepers in Ukraine would be a direct threat to Russia.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Kaja Kallas welcomed the plan for a reassurance force in Ukraine.",
        {("eu", "western-force"): "supports"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky said foreign troops were needed in Ukraine.",
        {("ukraine", "western-force"): "supports"},
    ),
    (
        "Ukraine talks",
        "Any foreign troops in Ukraine would be legitimate targets, Vladimir Putin said.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Moscow will regard soldiers from NATO countries in Ukraine as legitimate targets, Maria Zakharova said.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Donald Trump said he had no problem with European peacekeepers in Ukraine.",
        {("us", "western-force"): "supports"},
    ),
    (
        "Ukraine talks",
        "China does not support the deployment of Western troops in Ukraine, Wang Yi said.",
        {("china", "western-force"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "“There will be no American boots on the ground in Ukraine,” Karoline Leavitt said.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Donald Trump did not rule out sending US troops to Ukraine.",
        {("us", "us-troops"): "open"},
    ),
    (
        "Ukraine talks",
        "You have my assurance that no American soldiers will be sent to Ukraine, Donald Trump said.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky asked for American troops in Ukraine.",
        {("ukraine", "us-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Poland has ruled out sending troops, while Britain has offered to contribute soldiers to a peacekeeping force in Ukraine.",
        {("poland", "own-troops"): "opposes", ("uk", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Donald Tusk said Warsaw did not plan to send soldiers to Ukraine, even after the war.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Italian Premier Giorgia Meloni reiterated that Italy would not put troops on the ground in Ukraine, her office said.",
        {("italy", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Romanian President Nicusor Dan also said no Romanian troops would go to Ukraine.",
        {("romania", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "The Kremlin on Friday rejected the idea of European troops being deployed to Ukraine, saying it would mean war.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Russia's foreign ministry said on Thursday that it would view any Western military presence in Ukraine as a threat.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Asked whether Germany would send troops to Ukraine, Friedrich Merz said it was too early to say.",
        {("germany", "own-troops"): "undecided"},
    ),
    (
        "Ukraine talks",
        "“We are not considering sending troops to Ukraine,” Pedro Sánchez told a news conference in Madrid.",
        {("spain", "own-troops"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "French President Emmanuel Macron said on Monday that France was ready to send soldiers to Ukraine as part of a reassurance force.",
        {("france", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Australia is open to contributing peacekeepers to Ukraine, its prime minister said.",
        {("australia", "own-troops"): "open"},
    ),
    (
        "Ukraine talks",
        "Norway's government has decided not to send soldiers to Ukraine, Prime Minister Jonas Gahr Støre told parliament.",
        {("norway", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Speaking in Brussels, Kaja Kallas said the EU backed the deployment of a European force to Ukraine.",
        {("eu", "western-force"): "supports"},
    ),
    (
        "Ukraine talks",
        "In a statement, the Chinese foreign ministry said reports that China would send peacekeepers to Ukraine were untrue.",
        {("china", "own-troops"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "Zelensky's office said Ukraine would welcome a foreign military contingent.",
        {("ukraine", "western-force"): "supports"},
    ),
    (
        "Ukraine talks",
        "Sergei Lavrov told reporters in Moscow that NATO troops in Ukraine were “absolutely unacceptable”.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Pete Hegseth has said that no American troops will be sent to Ukraine as part of any security guarantee.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "The White House said Trump had ruled out US boots on the ground in Ukraine.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Turkish Defence Ministry sources said Türkiye could contribute to a mission in Ukraine.",
        {("turkey", "own-troops"): "open"},
    ),
    (
        "Ukraine talks",
        "Donald Trump said he would not send American soldiers to Ukraine but might help with air support.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Estonia is prepared to contribute up to a company of soldiers to a mission in Ukraine, Prime Minister Kristen Michal wrote on X.",
        {("estonia", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Mark Carney said Canada would not exclude the presence of troops in Ukraine.",
        {("canada", "own-troops"): "open"},
    ),
    (
        "Ukraine talks",
        "Bulgaria will not take part in any military mission in Ukraine, Prime Minister Rosen Zhelyazkov said.",
        {("bulgaria", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Swedish Prime Minister Ulf Kristersson said Sweden would contribute with air surveillance but not with ground troops in Ukraine.",
        {("sweden", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "“No Hungarian troops will be going to Ukraine,” said Viktor Orbán.",
        {("hungary", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Dmitry Peskov, asked about the plan to send European troops to Ukraine, said Moscow was against it.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Kremlin rejects European peacekeepers in Ukraine",
        "The talks on Ukraine were held on Monday.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Macron: France ready to send troops to Ukraine",
        "The talks on Ukraine were held on Monday.",
        {("france", "own-troops"): "supports"},
    ),
    (
        "UK ready to put boots on the ground in Ukraine - Starmer",
        "The talks on Ukraine were held on Monday.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Italy rules out sending soldiers to Ukraine",
        "The talks on Ukraine were held on Monday.",
        {("italy", "own-troops"): "opposes"},
    ),
    (
        "Putin says Western troops in Ukraine would be 'legitimate targets'",
        "The talks on Ukraine were held on Monday.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Zelensky rejects giving up Donbas",
        "The talks on Ukraine were held on Monday.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Trump rules out NATO membership for Ukraine",
        "The talks on Ukraine were held on Monday.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Greece does not intend to send forces to Ukraine, government spokesman Pavlos Marinakis said.",
        {("greece", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "According to Downing Street, Keir Starmer told the leaders that Britain would contribute troops to the multinational force in Ukraine.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Robert Fico said that as long as he was prime minister, Slovakia would not send a single soldier to Ukraine.",
        {("slovakia", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Latvia has not decided whether to send troops to Ukraine, its foreign minister said.",
        {("latvia", "own-troops"): "undecided"},
    ),
    (
        "Ukraine talks",
        "Vladimir Putin warned that any troops deployed in Ukraine would be considered legitimate targets.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Belgian Prime Minister Bart De Wever promised on Saturday that Belgium would take part in a peacekeeping force in Ukraine.",
        {("belgium", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Maria Zakharova described the deployment of a multinational force in Ukraine as foreign intervention.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Finland would be willing to send peacekeepers to Ukraine, Alexander Stubb said on Tuesday, if the United States provided security guarantees.",
        {("finland", "own-troops"): "open"},
    ),
    (
        "Ukraine talks",
        "“We are ready to be part of a security force in Ukraine,” said Mette Frederiksen.",
        {("denmark", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Friedrich Merz has repeatedly said that Germany will not send soldiers to Ukraine.",
        {("germany", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "The British government confirmed on Friday that it would deploy troops to Ukraine after a ceasefire.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "Sending soldiers to Ukraine is out of the question for Poland, Prime Minister Donald Tusk said.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Sending soldiers to Ukraine is not on the agenda, Giorgia Meloni told the Senate.",
        {("italy", "own-troops"): "reluctant"},
    ),
    (
        "Ukraine talks",
        "Lithuania would send its troops if asked, Gitanas Nausėda said of the mission in Ukraine.",
        {("lithuania", "own-troops"): "open"},
    ),
    (
        "Ukraine talks",
        "Croatia will not be sending its soldiers to Ukraine, Andrej Plenković told reporters.",
        {("croatia", "own-troops"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Emmanuel Macron and Keir Starmer said they were ready to send troops to Ukraine.",
        {("france", "own-troops"): "supports", ("uk", "own-troops"): "supports"},
    ),
    (
        "Ukraine talks",
        "The leaders of France and Britain signed a declaration on the deployment of a multinational force to Ukraine.",
        {("france", "western-force"): "supports", ("uk", "western-force"): "supports"},
    ),
    (
        "Ukraine talks",
        "The European Council called for robust and credible security guarantees for Ukraine.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Ukraine talks",
        "EU leaders said in a joint statement that Ukraine's borders must not be changed by force.",
        {("eu", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Washington has made clear to Kyiv that it must give up the Donbas, a US official said.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky again ruled out any withdrawal from the Donbas. “We will not give up our land,” he said.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Ukraine talks",
        "Vladimir Putin insists that Ukrainian forces leave the Donetsk region.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Ukraine talks",
        "Yuri Ushakov said a meeting between Putin and Zelensky had never been ruled out.",
        {("russia", "leaders-summit"): "open"},
    ),
    (
        "Ukraine talks",
        "Recep Tayyip Erdoğan said Turkey was ready to host Putin and Zelensky.",
        {("turkey", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "Volodymyr Zelensky says he is ready for a meeting with Putin in any format.",
        {("ukraine", "leaders-summit"): "supports"},
    ),
    (
        "Ukraine talks",
        "Hungary will continue to block Ukraine's NATO membership, Péter Szijjártó said.",
        {("hungary", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Donald Tusk spoke in Warsaw about Ukraine. He said Poland would not send troops there.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "European leaders discussed sending troops to Ukraine. Italy is against it, Giorgia Meloni said.",
        {("italy", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Emmanuel Macron presented his plan for a force in Ukraine. Moscow rejected it.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Keir Starmer wants to send British soldiers to Ukraine. “We are ready,” he said.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Would Spain send troops to Ukraine? It is too early, José Manuel Albares answered.",
        {("spain", "own-troops"): "undecided"},
    ),
    (
        "Talks on Ukraine",
        "Friedrich Merz was asked whether German soldiers would go to Ukraine. “It is too early to say,” he replied.",
        {("germany", "own-troops"): "undecided"},
    ),
    (
        "Talks on Ukraine",
        "The Kremlin was asked about European peacekeepers in Ukraine. Dmitry Peskov said such a step was unacceptable.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Reactions to the plan for a European force in Ukraine:\n\nPoland: no troops, says Donald Tusk.\n\nEstonia: ready to send a company, says Kristen Michal.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "17:20 – Mette Frederiksen: Denmark is open to sending soldiers to Ukraine.",
        {("denmark", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "17:20 – Petr Pavel says Czech soldiers should be part of a peacekeeping force in Ukraine.",
        {("czechia", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Bulgaria will not send troops to Ukraine, Rosen Zhelyazkov told parliament. Greece will not either, Kyriakos Mitsotakis said.",
        {("bulgaria", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Pete Hegseth met the allies of Ukraine in Brussels. There will be no American troops in Ukraine, he told them. Nor does Washington see NATO membership as realistic.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Volodymyr Zelensky gave an interview. Ukraine needed guarantees first, he said. Without them a ceasefire would be worthless.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Sergei Lavrov gave a press conference. Troops from NATO countries on Ukrainian soil were unacceptable, the minister said.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "“Nobody wants war,” Robert Fico said. “But not one Slovak soldier will go to Ukraine.”",
        {("slovakia", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "“We will not give up Donbas,” Volodymyr Zelensky said.\n\n“It is our land.”",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The foreign ministers of France, Germany and Poland called for security guarantees for Ukraine in a joint statement.",
        {("poland", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Ursula von der Leyen welcomed Trump's willingness to give Ukraine security guarantees.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Marco Rubio dismissed the idea of American peacekeepers in Ukraine as unrealistic.",
        {("us", "us-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "The Hungarian government, a close ally of Moscow, opposes the deployment of European troops in Ukraine.",
        {("hungary", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Norway, which borders Russia, has so far ruled out sending soldiers to Ukraine.",
        {("norway", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Turkey has said it is prepared to send troops to Ukraine if a ceasefire is reached first.",
        {("turkey", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Kyiv insists on binding guarantees before any ceasefire.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Russia demands that Kyiv withdraw its army from the whole of the Donbas.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The United States has proposed that Ukraine leave the Donbas in return for guarantees.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Vladimir Putin wants Ukraine to stay out of NATO.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Washington opposes Ukraine's entry into NATO, a senior US official told reporters.",
        {("us", "nato-membership"): "opposes"},
    ),
]


@pytest.mark.parametrize(
    ("title", "text", "expected"), SENTENCES, ids=[text[:70] for _, text, _ in SENTENCES]
)
def test_ordinary_sentence(title: str, text: str, expected: dict[tuple[str, str], str]) -> None:
    found = {
        (s.actor, s.claim): s.position.direction
        for s in shipped_reader().read(article(text, title=title)).statements
        if s.via is not Via.SECONDHAND and s.when is When.NOW
    }
    wanted = {pair: Position(position).direction for pair, position in expected.items()}
    assert {pair: found.get(pair) for pair in wanted} == wanted
