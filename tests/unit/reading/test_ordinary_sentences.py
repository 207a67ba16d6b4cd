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
    (
        "Talks on Ukraine",
        "Ukraine must be made safe from another Russian attack, Friedrich Merz said.",
        {("germany", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Berlin wants Ukraine's security to be guaranteed by treaty, a government spokesman said.",
        {("germany", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The bloc's top diplomat said Ukraine had to receive credible security guarantees.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Finnish leader said Ukraine should be given strong guarantees.",
        {("finland", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Paris and London called for robust security guarantees for Kyiv.",
        {("france", "security-guarantees"): "supports", ("uk", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Baltic states want binding security guarantees for Ukraine.",
        {
            ("estonia", "security-guarantees"): "supports",
            ("latvia", "security-guarantees"): "supports",
            ("lithuania", "security-guarantees"): "supports",
        },
    ),
    (
        "Talks on Ukraine",
        "Tokyo will play its part in guaranteeing Ukraine's security, Shigeru Ishiba said.",
        {("japan", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine's future security has to be anchored in binding commitments, António Costa said.",
        {("eu", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Moscow sees no need for security guarantees for Kyiv, Maria Zakharova said.",
        {("russia", "security-guarantees"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Italy is working on a system of guarantees for Ukraine, Antonio Tajani said.",
        {("italy", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Without guarantees there will be no lasting peace, Volodymyr Zelensky warned.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Washington has promised to protect Ukraine after the war, Steve Witkoff said.",
        {("us", "security-guarantees"): "supports"},
    ),
    (
        "Trump: US will help guarantee Ukraine's security",
        "Trump: US will help keep Ukraine secure",
        {("us", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky's chief of staff Andriy Yermak said guarantees had to be in place before any deal was signed.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Europe must put a force on the ground in Ukraine to keep the peace, Emmanuel Macron said.",
        {("france", "western-force"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "A European contingent should patrol Ukraine after a ceasefire, Kestutis Budrys said.",
        {("lithuania", "western-force"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "London favours stationing a multinational contingent in Ukraine, John Healey said.",
        {("uk", "western-force"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Foreign soldiers on Ukrainian soil would mean war with Russia, Dmitry Medvedev said.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The Kremlin rejected any presence of Western armies in Ukraine.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Moscow would treat any foreign contingent in Ukraine as a legitimate target, Sergei Lavrov said.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Russia would never accept soldiers from the NATO bloc next door, Sergei Ryabkov said, referring to the planned European force in Ukraine.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Mark Rutte praised the coalition's plan to station soldiers in Ukraine.",
        {("nato", "western-force"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Viktor Orbán said a Western military presence in Ukraine would drag Europe into war.",
        {("hungary", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Peter Szijjarto called the plan to send European troops to Ukraine dangerous.",
        {("hungary", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Beijing is not considering taking part in a peacekeeping mission in Ukraine, its foreign ministry said.",
        {("china", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Giorgia Meloni doubts that a European force in Ukraine would work.",
        {("italy", "western-force"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "The E3 leaders reaffirmed their backing for a multinational force in Ukraine.",
        {
            ("france", "western-force"): "supports",
            ("uk", "western-force"): "supports",
            ("germany", "western-force"): "supports",
        },
    ),
    (
        "Starmer: multinational force for Ukraine will go ahead after ceasefire",
        "Starmer: force for Ukraine will go ahead",
        {("uk", "western-force"): "supports"},
    ),
    (
        "Tusk: no Polish troops for Ukraine",
        "Talks on Ukraine went on in Paris.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Poland won't send troops to Ukraine, says Tusk",
        "The talks were held in Paris.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Macron open to sending soldiers to Ukraine",
        "The talks on Ukraine were held in Paris.",
        {("france", "own-troops"): "open"},
    ),
    (
        "Merz floats German troops for Ukraine",
        "The talks on Ukraine were held in Paris.",
        {("germany", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Warsaw's chief diplomat said Poland would not send its army to Ukraine.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Donald Tusk spoke after the summit in Paris on Ukraine. His country would not be sending any soldiers, he said.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Dick Schoof said the Netherlands would do its part, but that no decision had been taken on sending troops to Ukraine.",
        {("netherlands", "own-troops"): "undecided"},
    ),
    (
        "Talks on Ukraine",
        "Mette Frederiksen was asked about a force in Ukraine. Danish soldiers could take part, she said.",
        {("denmark", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Jonas Gahr Støre said Norway would contribute to the force in Ukraine.",
        {("norway", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Sweden's Ulf Kristersson said his country could offer Gripen jets and minesweepers, and soldiers in Ukraine if the mandate was clear.",
        {("sweden", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Bucharest will not be sending any troops across the border into Ukraine, Nicușor Dan said.",
        {("romania", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Sofia has no intention of sending its military to Ukraine, Rosen Zhelyazkov said.",
        {("bulgaria", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Australia's Anthony Albanese said he would look at sending peacekeepers to Ukraine.",
        {("australia", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Dublin is prepared to put Irish peacekeepers in Ukraine, Micheál Martin said.",
        {("ireland", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Estonian prime minister, Kristen Michal, offered up to a company of soldiers for Ukraine.",
        {("estonia", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Latvia's prime minister said it was too soon to say whether Latvian soldiers would go to Ukraine.",
        {("latvia", "own-troops"): "undecided"},
    ),
    (
        "Talks on Ukraine",
        "Boris Pistorius left open whether the Bundeswehr would be sent to Ukraine.",
        {("germany", "own-troops"): "undecided"},
    ),
    (
        "Talks on Ukraine",
        "The Bundeswehr will not be deployed in Ukraine, Johann Wadephul said.",
        {("germany", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Prague is not planning to send any troops to Ukraine, Petr Fiala said.",
        {("czechia", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Athens ruled out Greek participation in any force in Ukraine.",
        {("greece", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Polish soldiers will not set foot in Ukraine, Wladyslaw Kosiniak-Kamysz said.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Karol Nawrocki's spokesman said the president was opposed to any Polish military involvement in Ukraine.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Ottawa is weighing whether to send troops to Ukraine.",
        {("canada", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Slovenia would consider sending soldiers to Ukraine under a UN mandate, Robert Golob said.",
        {("slovenia", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "No Italian soldier will set foot in Ukraine, Guido Crosetto said.",
        {("italy", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The White House said sending US troops to Ukraine was not on the table.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "JD Vance said American servicemen would not be fighting or patrolling in Ukraine.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Trump won't send troops to Ukraine, White House says",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Asked if US troops would go to Ukraine, Karoline Leavitt said the president had ruled it out.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Europe will have to shoulder most of the burden, JD Vance said of the guarantees for Ukraine.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Pete Hegseth said Europe must provide the overwhelming share of help to Ukraine.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Europeans are ready to take the lead in guaranteeing Ukraine's security, Keir Starmer said.",
        {("uk", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "It is for Europe to do the heavy lifting, Emmanuel Macron said.",
        {("france", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "European nations are going to be the first line of defence for Ukraine, Trump told Fox News.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Alexander Stubb said Europe would be in the driving seat on guarantees for Ukraine, with America in support.",
        {("finland", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine should enjoy the same protection as NATO members without joining the alliance, Giorgia Meloni said.",
        {("italy", "article-5-guarantee"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Steve Witkoff said Washington was prepared to give Ukraine Article 5-like protection.",
        {("us", "article-5-guarantee"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "An attack on Ukraine should be treated as an attack on all of its partners, Antonio Tajani said.",
        {("italy", "article-5-guarantee"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Rome is pushing for a guarantee along the lines of NATO's Article 5.",
        {("italy", "article-5-guarantee"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Ursula von der Leyen welcomed Donald Trump's readiness to offer Ukraine Article 5-like guarantees.",
        {("eu", "article-5-guarantee"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "A NATO-style mutual defence clause for Ukraine would be unacceptable, Dmitry Peskov said.",
        {("russia", "article-5-guarantee"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "There is no place for Ukraine in NATO, Robert Fico said.",
        {("slovakia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Slovakia would block Ukraine's entry to the alliance, Robert Fico said.",
        {("slovakia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Russia wants Ukraine to renounce its ambition to join NATO, Dmitry Peskov said.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Trump: no NATO membership for Ukraine",
        "Trump: no NATO for Ukraine",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Keith Kellogg said Ukraine in NATO was not up for discussion.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine's NATO membership would cross a red line, Vladimir Putin said.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "We do not need Moscow's permission to deploy in Ukraine, Emmanuel Macron said.",
        {("france", "moscow-consent"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "China should be among the guarantors of Ukraine's security along with Russia, Sergei Lavrov said.",
        {("russia", "moscow-consent"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Alexander Stubb said Moscow had no say in the matter of guarantees for Ukraine.",
        {("finland", "moscow-consent"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Kyiv will not let Russia veto its guarantees, Volodymyr Zelensky said.",
        {("ukraine", "moscow-consent"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine must leave the Donbas, Vladimir Putin said.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Volodymyr Zelensky said Ukrainians would not hand their land to the occupier.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Kyiv's constitution forbids it from trading land, Zelensky said.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Friedrich Merz said Ukraine must not be forced into giving up territory.",
        {("germany", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Donald Trump said both sides would have to give up some land.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Paris will never recognise Russia's annexation of Crimea, Jean-Noël Barrot said.",
        {("france", "territorial-concessions"): "opposes"},
    ),
    (
        "Zelensky ready to discuss territory with Putin",
        "Zelensky open to discussing territory with Putin",
        {("ukraine", "territorial-concessions"): "open"},
    ),
    (
        "Talks on Ukraine",
        "The Nordic countries said that borders could not be redrawn by force.",
        {
            ("sweden", "territorial-concessions"): "opposes",
            ("norway", "territorial-concessions"): "opposes",
            ("finland", "territorial-concessions"): "opposes",
            ("denmark", "territorial-concessions"): "opposes",
        },
    ),
    (
        "Talks on Ukraine",
        "European leaders insisted that international borders must not be changed by force.",
        {("europe", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Vladimir Putin is ready to meet the Ukrainian leader, but only at the end of the talks, Yuri Ushakov said.",
        {("russia", "leaders-summit"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Volodymyr Zelensky said he was ready for talks with Putin in any format.",
        {("ukraine", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Switzerland would be ready to host a meeting of Putin and Zelensky, Ignazio Cassis said.",
        {("switzerland", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Putin sees no point in meeting Zelensky for now, the Kremlin said.",
        {("russia", "leaders-summit"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Donald Trump wants Putin and Zelensky to sit down together.",
        {("us", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Budapest offered to host the summit between Putin and Zelensky.",
        {("hungary", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Friedrich Merz said a meeting between Zelensky and Putin was plainly not going to happen.",
        {("germany", "leaders-summit"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "The Vatican has offered to host talks between the Ukrainian and Russian presidents.",
        {("vatican", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "America will help from the air but not on the ground, Trump said of the force in Ukraine.",
        {("us", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Keir Starmer urged Donald Trump to underwrite the force in Ukraine.",
        {("uk", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Washington stands ready to provide the coalition with intelligence and air defence, officials said, to back the force in Ukraine.",
        {("us", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "A statement from Downing Street said Britain was ready to put soldiers in Ukraine.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "In a joint statement, the leaders of France, Germany and Britain said Ukraine must receive robust security guarantees.",
        {
            ("france", "security-guarantees"): "supports",
            ("germany", "security-guarantees"): "supports",
            ("uk", "security-guarantees"): "supports",
        },
    ),
    (
        "Talks on Ukraine",
        "Emmanuel Macron met Keir Starmer in London. They agreed that Ukraine needed strong security guarantees.",
        {("france", "security-guarantees"): "supports", ("uk", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Macron and Merz agreed that Ukraine must have reliable security guarantees.",
        {
            ("france", "security-guarantees"): "supports",
            ("germany", "security-guarantees"): "supports",
        },
    ),
    (
        "Talks on Ukraine",
        "Tusk spoke to reporters in Warsaw. There would be no Polish soldiers in Ukraine, the prime minister said.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Starmer briefed lawmakers on Ukraine. Britain, he said, would play a leading part in the force and was ready to put boots on the ground.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Meloni repeated her position on Ukraine on Tuesday. Italy would not send troops.",
        {("italy", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky was clear. Ukraine would not cede any territory to Russia.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "EU backs European force for Ukraine, says Kallas",
        "The talks on Ukraine went on in Brussels.",
        {("eu", "western-force"): "supports"},
    ),
    (
        "Kremlin rules out Putin-Zelensky meeting for now",
        "The talks on Ukraine were held on Monday.",
        {("russia", "leaders-summit"): "opposes"},
    ),
    (
        "Russia: foreign troops in Ukraine unacceptable",
        "The talks on Ukraine were held on Monday.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Spain could send troops to Ukraine, foreign minister says",
        "The talks on Ukraine were held on Monday.",
        {("spain", "own-troops"): "open"},
    ),
    (
        "Hegseth: Ukraine NATO membership not realistic",
        "The talks on Ukraine were held on Monday.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Zelensky wants guarantees before elections",
        "The talks on Ukraine were held on Monday.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Orban vows to block Ukraine's NATO membership",
        "The talks on Ukraine were held on Monday.",
        {("hungary", "nato-membership"): "opposes"},
    ),
    (
        "Zelensky: Ukraine will not give up Donbas",
        "The talks on Ukraine were held on Monday.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Trump urges Ukraine to cede Donbas",
        "The talks on Ukraine were held on Monday.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Turkey offers to host Putin and Zelensky",
        "The talks on Ukraine were held on Monday.",
        {("turkey", "leaders-summit"): "supports"},
    ),
    (
        "Britain would send troops to Ukraine, Healey says",
        "The talks on Ukraine were held on Monday.",
        {("uk", "own-troops"): "supports"},
    ),
    (
        "Lithuania pledges soldiers for Ukraine force",
        "The talks on Ukraine were held on Monday.",
        {("lithuania", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Dutch government is considering sending soldiers to Ukraine, Ruben Brekelmans said.",
        {("netherlands", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Romania's president said the country would not send soldiers to Ukraine but would serve as a logistics hub.",
        {("romania", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Finland is not planning to send troops to Ukraine, Petteri Orpo told broadcaster Yle.",
        {("finland", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Latvia has not yet decided whether to send soldiers to Ukraine, Evika Silina said.",
        {("latvia", "own-troops"): "undecided"},
    ),
    (
        "Talks on Ukraine",
        "Estonia's government approved a plan to send up to 150 soldiers to Ukraine.",
        {("estonia", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Denmark's foreign minister, Lars Løkke Rasmussen, said Copenhagen was open to sending troops.",
        {("denmark", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Japan will not dispatch troops to Ukraine, Chief Cabinet Secretary Yoshimasa Hayashi said.",
        {("japan", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "New Zealand would consider contributing peacekeepers in Ukraine, Christopher Luxon said.",
        {("new-zealand", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Portugal would take part in a peace mission in Ukraine, Luis Montenegro said.",
        {("portugal", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Ireland's Simon Harris said Dublin would be willing to join a peacekeeping mission in Ukraine.",
        {("ireland", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Czech Republic has no plans to station troops in Ukraine, Jana Cernochova said.",
        {("czechia", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Giorgia Meloni's government has repeatedly said it will not send troops to Ukraine.",
        {("italy", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky said thousands of foreign troops should be stationed in Ukraine as part of the guarantees.",
        {("ukraine", "western-force"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Any deployment of European soldiers in Ukraine would be seen as an escalation, Dmitry Peskov said.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Sergei Shoigu warned that a deployment of NATO peacekeepers in Ukraine could lead to World War Three.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Moscow has made clear that it will not tolerate NATO troops in Ukraine.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Washington does not object to European troops in Ukraine, Donald Trump said.",
        {("us", "western-force"): "open"},
    ),
    (
        "Talks on Ukraine",
        "There will not be American forces in Ukraine, Marco Rubio said.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Trump has promised voters that he will not put American soldiers in harm's way in Ukraine.",
        {("us", "us-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Donald Trump promised American help with the guarantees, saying Europe would be the first line of defence.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Europe must take responsibility for its own security and that of Ukraine, Macron said.",
        {("france", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The bulk of the force will have to come from Europe, Keir Starmer said.",
        {("uk", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "JD Vance said the Europeans would have to play the leading role in securing Ukraine.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Germany supports Article 5-type guarantees for Ukraine, Wadephul said.",
        {("germany", "article-5-guarantee"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine joining NATO is not going to happen, Trump said.",
        {("us", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Moscow demands guarantees that Ukraine will never be admitted to NATO.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky insisted that NATO membership was the best guarantee for Ukraine.",
        {("ukraine", "nato-membership"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Peter Pellegrini said Ukraine's NATO membership was a red line for Slovakia.",
        {("slovakia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "It is not up to Putin to decide about foreign troops in Ukraine, Macron said.",
        {("france", "moscow-consent"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Moscow has no veto over Ukraine's choices, Mark Rutte said.",
        {("nato", "moscow-consent"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The Kremlin said guarantees could not be agreed without Russia.",
        {("russia", "moscow-consent"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky ruled out recognising Crimea as Russian.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine will never recognise the occupied territories as Russian, Andrii Sybiha said.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Russia insists that Ukraine hand over all of Donetsk and Luhansk.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Trump suggested Ukraine could give up Crimea.",
        {("us", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Kyiv should be ready to make territorial concessions, Orban said.",
        {("hungary", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Russia's gains must not be rewarded with Ukrainian land, Kaja Kallas said.",
        {("eu", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky proposed a meeting with Putin in Istanbul.",
        {("ukraine", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Putin said he was ready to meet Zelensky in Moscow.",
        {("russia", "leaders-summit"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky rejected an invitation to meet Putin in Moscow.",
        {("ukraine", "leaders-summit"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Trump said he would set up a three-way meeting with Putin and Zelensky.",
        {("us", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Macron urged Washington to provide a backstop for European troops.",
        {("france", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Trump pledged air cover for European troops in Ukraine.",
        {("us", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The United States would monitor the ceasefire with drones and satellites, Witkoff said.",
        {("us", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Speaking after the meeting, Donald Tusk insisted that Polish soldiers would stay at home and would not go to Ukraine.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Emmanuel Macron's office said France was prepared to deploy soldiers to Ukraine once the guns fell silent.",
        {("france", "own-troops"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The German defence ministry said it had no plans for a deployment of the Bundeswehr in Ukraine.",
        {("germany", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "The Polish president, Karol Nawrocki, said he would never sign off on sending troops to Ukraine.",
        {("poland", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "“Croatian soldiers will not go to Ukraine,” President Zoran Milanovic said.",
        {("croatia", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "“We are not going to send troops to Ukraine,” Viktor Orban told state radio.",
        {("hungary", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "“If the conditions are right, Norwegian soldiers can be part of the force in Ukraine,” Jonas Gahr Støre said.",
        {("norway", "own-troops"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Bart De Wever said Belgium would help by air and by sea, but would not send ground troops to Ukraine.",
        {("belgium", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The European Commission president hailed the plans for a multinational force in Ukraine.",
        {("eu", "western-force"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Russian foreign ministry dismissed plans for a European force in Ukraine as dangerous.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The Chinese foreign ministry denied that Beijing would send peacekeepers to Ukraine.",
        {("china", "own-troops"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "Kazakhstan's president said his country would not send soldiers to Ukraine.",
        {("kazakhstan", "own-troops"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "A Kremlin spokesman said European troops in Ukraine were not acceptable to Moscow.",
        {("russia", "western-force"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "The US secretary of state said there would be security guarantees for Ukraine.",
        {("us", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The French president said Kyiv needed guarantees that would hold.",
        {("france", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Ukrainian leader thanked Donald Trump for his readiness to provide security guarantees.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Kyiv wants the US Congress to ratify the guarantees for Ukraine.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Security guarantees must come before a ceasefire, Andriy Yermak wrote on Telegram.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Sybiha stressed that Ukraine needs legally binding guarantees, not promises.",
        {("ukraine", "security-guarantees"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Robert Fico told parliament that Ukraine had no place in the alliance.",
        {("slovakia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Kyiv's membership of NATO is not on the agenda, Friedrich Merz said.",
        {("germany", "nato-membership"): "reluctant"},
    ),
    (
        "Talks on Ukraine",
        "The Kremlin repeated that Ukraine's membership in NATO was unacceptable.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Ukraine must never join NATO, Vladimir Putin said.",
        {("russia", "nato-membership"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky said Ukraine would not withdraw its troops from Donetsk.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "“We will not give our land to the occupier,” Volodymyr Zelensky said in a video address.",
        {("ukraine", "territorial-concessions"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Moscow insists that Kyiv cede the rest of Donetsk region.",
        {("russia", "territorial-concessions"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "The Baltic leaders rejected any territorial concessions by Ukraine.",
        {
            ("estonia", "territorial-concessions"): "opposes",
            ("latvia", "territorial-concessions"): "opposes",
            ("lithuania", "territorial-concessions"): "opposes",
        },
    ),
    (
        "Talks on Ukraine",
        "Keith Kellogg called for a meeting between Zelensky and Putin.",
        {("us", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Zelensky said he was prepared to meet Putin anywhere but in Russia.",
        {("ukraine", "leaders-summit"): "open"},
    ),
    (
        "Talks on Ukraine",
        "Saudi Arabia is ready to host talks between Putin and Zelensky.",
        {("saudi-arabia", "leaders-summit"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Russia must not be allowed to decide Ukraine's guarantees, Andrii Sybiha said.",
        {("ukraine", "moscow-consent"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "No guarantees without Russia, the Kremlin said.",
        {("russia", "moscow-consent"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "European troops need an American backstop, Donald Tusk said.",
        {("poland", "us-backstop"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Trump ruled out any American role in the force in Ukraine.",
        {("us", "us-backstop"): "opposes"},
    ),
    (
        "Talks on Ukraine",
        "Pete Hegseth said Europe must take the lead on security guarantees for Ukraine.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Europe must carry the main burden, Donald Trump said, calling the guarantees for Ukraine a European matter.",
        {("us", "europe-leads"): "supports"},
    ),
    (
        "Talks on Ukraine",
        "Boris Pistorius said European states would take the lead in protecting Ukraine.",
        {("germany", "europe-leads"): "supports"},
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
