"""Who is made to hold a position: descriptions, offices, pronouns, lists, papers, interviews, views; and who is not."""

import pytest

from tests.unit.reading.material import reading
from watchers.model import Via, When

OUT = "Membership of Ukraine in NATO is out of the question"
WAS_OUT = "Ukraine's accession to NATO was out of the question"

ROWS = {
    # -- reports in odd places
    "inserted": (f"{WAS_OUT}, Merz said on his way out; a European force in Ukraine was unacceptable.", {"germany": "Friedrich Merz"}),
    "parted by a clause": (f"Friedrich Merz, who had flown to Ankara to see President Recep Tayyip Erdogan, said {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "came from X, who said": (f"The answer came from Dmitry Peskov, who said {WAS_OUT}.", {"russia": "Dmitry Peskov"}),
    "he is convinced, behind it": (f"{OUT}, Viktor Orban is convinced.", {"hungary": "Viktor Orbán"}),
    "the prime minister is sure, behind it": (f'"{OUT}," the Hungarian prime minister is sure.', {"hungary": None}),
    "and he is sure": (f"{OUT}, and Viktor Orban is sure.", {}),
    "in the view of": (f"In Viktor Orban's view {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "as X sees it": (f"As Viktor Orban sees it, {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "for X": (f"For Viktor Orban, {OUT}.", {"hungary": "Viktor Orbán"}),
    "for a capital": (f"For Budapest, {OUT}.", {"hungary": "Hungarian government"}),
    "X's line": (f"Viktor Orban's position is that {OUT}.", {"hungary": "Viktor Orbán"}),
    "according to him": (f"Viktor Orban spoke in parliament on Monday. According to him, {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "in his words": (f"Viktor Orban spoke in parliament on Monday. In his words, {OUT}.", {"hungary": "Viktor Orbán"}),
    "on hold is no report": (f"The trip of Viktor Orban has been put on hold. {OUT}.", {}),
    "for whom is no view": ("A European force for Viktor Orban is a plan of others.", {}),
    # -- whoever tells behind a body without a nation
    "a bare body and its teller": ("The government has ruled out Ukraine's membership of NATO, the Slovak foreign minister said.", {"slovakia": "Slovak foreign minister"}),
    "a bare ministry and its teller": ("The ministry rejects Ukraine's membership of NATO, according to Robert Fico.", {"slovakia": "Robert Fico"}),
    "a bare country after another": ("Warsaw was silent. The country opposes Ukraine's membership of NATO, said Robert Fico.", {}),
    "a bare body, told by another": ("Berlin is split. The government rejects Ukraine's membership of NATO, Donald Tusk said.", {}),
    "in apposition, with a chief": ("The European Council chief rejected Ukraine's membership of NATO.", {"eu": None}),
    "citing another's statement": ("Citing a statement by Donald Trump, Robert Fico ruled out Ukraine's membership of NATO.", {"slovakia": "Robert Fico"}),
    "a post that another answers": (f"{OUT}.\n\n– Robert Fico (@RobertFicoSVK) replied on X.", {}),
    "text that breaks off behind this": ("Trump is to meet Putin. It is Italy", {}),
    "a bare body behind somebody": ("Warsaw is divided: the government rejects Ukraine's membership of NATO, an opposition leader said.", {}),
    # -- an office beside a name
    "an office in commas, on a day": (f"Robert Fico, the Slovak prime minister, said on Friday that {WAS_OUT}.", {"slovakia": "Robert Fico"}),
    "an office of a country in commas": (f"Robert Fico, the prime minister of Slovakia, told reporters {WAS_OUT}.", {"slovakia": "Robert Fico"}),
    "a clause in commas at the end": (f"{WAS_OUT}, Robert Fico, who met Emmanuel Macron on Monday, said.", {"slovakia": "Robert Fico"}),
    "an age in commas behind what is joined": ("Ukraine must not join NATO, Robert Fico, 61, said.", {"slovakia": "Robert Fico"}),
    "a day between a clause and its verb": (f"Robert Fico, who met Emmanuel Macron, on Friday said {WAS_OUT}.", {"slovakia": "Robert Fico"}),
    "a country in brackets": (f"{WAS_OUT}, Robert Fico (Slovakia) said.", {"slovakia": "Robert Fico"}),
    "a country before a name": (f"{WAS_OUT}, said Slovakia's Robert Fico.", {"slovakia": "Robert Fico"}),
    "a bare body and a clause in commas": ("The government supports Ukraine's membership of NATO, Edgars Rinkevics, who met Emmanuel Macron, said.", {"latvia": "Edgars Rinkēvičs"}),
    "the office of": (f"{WAS_OUT}, the office of the Slovak president said.", {"slovakia": "office of the Slovak president"}),
    "a nation behind a comma is no list": ("According to the government of Slovakia, Ukraine's accession to NATO cannot be accepted.", {"slovakia": "government"}),
    "two nations in a list": (f"According to the prime ministers of Slovakia and Hungary, {OUT}.", {"slovakia": None, "hungary": None}),
    "another's office is no apposition": (f"After a call with Donald Trump, the Slovak prime minister said {WAS_OUT}.", {"slovakia": "Slovak prime minister"}),
    "his office is his own": ("After a call with Donald Trump, the Slovak prime minister ruled out Ukraine's membership of NATO, his office said.", {"slovakia": "Slovak prime minister"}),
    "the president of a body": (f"António Costa, the Portuguese president of the European Council, said {WAS_OUT}.", {"eu": "António Costa"}),
    "a spokesman for a body": (f"{OUT}, a spokesman for the European Commission said.", {"eu": None}),
    "went on to say": (f"Robert Fico went on to say that {WAS_OUT}.", {"slovakia": "Robert Fico"}),
    "wants to say that": (f"Robert Fico wants to say that {WAS_OUT}.", {"slovakia": "Robert Fico"}),
    "wants to say more": ("Robert Fico wants to say more about Ukraine's membership of NATO.", {}),
    "wants to know": ("Robert Fico wants clarity about Ukraine's membership of NATO.", {}),
    "he, who is named behind": ("He rejected Ukraine's membership of NATO, Robert Fico said.", {"slovakia": "Robert Fico"}),
    "she, and a man behind": ("She rejected Ukraine's membership of NATO, Robert Fico said.", {}),
    "he is not several": ("Leaders met in Paris. He rejected Ukraine's membership of NATO, Robert Fico said.", {"slovakia": "Robert Fico"}),
    # -- records and posts
    "a delegate and his country": (f"JEAN DURAND (France) said {WAS_OUT}.", {"france": "JEAN DURAND"}),
    "a writer and his country": (f"Jean Durand (France) said {WAS_OUT}.", {}),
    "an office and its holder in brackets": (f"House of Commons: Ukraine.\n\nThe Prime Minister (Keir Starmer): {OUT}.", {"uk": "Keir Starmer"}),
    "the office again": (f"The Prime Minister (Keir Starmer): I am glad.\n\nThe Prime Minister: {OUT}.", {"uk": "Keir Starmer"}),
    "a post signed at its end": (f"{OUT}. — Robert Fico (@RobertFicoSVK) September 5, 2025", {"slovakia": "Robert Fico"}),
    "a post signed on a line of its own": (f"{OUT}.\n\n— Robert Fico (@RobertFicoSVK) September 5, 2025", {"slovakia": "Robert Fico"}),
    "a post of somebody unknown": (f"{OUT}. — A Watcher (@watcher) September 5, 2025", {}),
    "below a post": (f"Thanks. — Robert Fico (@RobertFicoSVK) September 5, 2025\n\nNobody knows more. {OUT}.", {}),
    "who will not say": ("Slovakia says Ukraine's membership of NATO is out of the question, and Germany won't say.", {"slovakia": None}),
    # -- several, whose verb is a noun as well
    "officials support": ("Polish officials support Ukraine's membership of NATO.", {"poland": None}),
    "officials in a capital back": ("Officials in Warsaw back Ukraine's membership of NATO.", {"poland": None}),
    "they, officials": ("Polish officials said they support Ukraine's membership of NATO.", {"poland": None}),
    "support of a place": ("In Warsaw support for Ukraine's membership of NATO grows.", {}),
    # -- titles
    "president of a republic": (f"{OUT}, according to President of the French Republic Emmanuel Macron.", {"france": "Emmanuel Macron"}),
    "president of the republic of": (f"{OUT}, according to President of the Republic of Lithuania Gitanas Nauseda.", {"lithuania": "Gitanas Nausėda"}),
    "secretary of a president": (
        f'"{OUT}," said Press Secretary of the President of the Russian Federation Dmitry Peskov.', {"russia": "Dmitry Peskov"},
    ),
    "a spokesman for a ministry of": (f"{OUT}, said a spokesman for the Ministry of Foreign Affairs of Finland.", {"finland": None}),
    "two offices of one": (
        f"{OUT}, according to Deputy Prime Minister and Minister of National Defence of Poland Wladyslaw Kosiniak-Kamysz.",
        {"poland": "Władysław Kosiniak-Kamysz"},
    ),
    "two offices of two": (
        f"Poland waits. The Deputy Prime Minister and Minister of Defence Boris Pistorius met. {WAS_OUT}, Boris Pistorius said.", {"germany": "Boris Pistorius"},
    ),
    "an FM": (f'"{OUT}," said Hungarian FM Peter Szijjarto.', {"hungary": "Péter Szijjártó"}),
    "a deputy of a chamber": (f"{OUT}, according to State Duma deputy Andrei Kolesnik.", {}),
    "a chairman in a chamber": (f"{OUT}, according to the chairman of the State Duma committee on defence.", {}),
    "a chamber": ("The State Duma has rejected Ukraine's accession to NATO.", {"russia": None}),
    # -- descriptions
    "the German": (f"Friedrich Merz met reporters in Paris. {WAS_OUT}, the German said.", {"germany": "Friedrich Merz"}),
    "the Dutchman at NATO": (f"Mark Rutte met reporters in Paris. {WAS_OUT}, said the Dutchman.", {"nato": "Mark Rutte"}),
    "the retired general": (f"Keith Kellogg met reporters in Kyiv. {WAS_OUT}, said the retired general.", {"us": "Keith Kellogg"}),
    "a retired general": (f"{WAS_OUT}, said a retired general.", {}),
    "his Czech colleague": (f"Donald Tusk listened in silence. His Czech colleague Jan Havranek said {WAS_OUT}.", {"czechia": "Jan Havranek"}),
    "a name behind an office": (f"The Russian ambassador in Copenhagen, Vladimir Barbin, said {WAS_OUT}.", {"russia": "Vladimir Barbin"}),
    "leaders of nobody": (f"The summit in Rome ended. {WAS_OUT}, leaders said.", {}),
    "the minister again": (f"Johann Wadephul, the German foreign minister, spoke in Rome. {WAS_OUT}, the minister said.", {"germany": "Johann Wadephul"}),
    "the office where the sentence is": (f"Moscow protested. In Berlin the chancellor said {WAS_OUT}.", {"germany": "the chancellor"}),
    "the holder by name": (f"{WAS_OUT}, the French president said. Emmanuel Macron then left.", {"france": "Emmanuel Macron"}),
    "a minister has no name": (f"{WAS_OUT}, a French minister said. Emmanuel Macron then left.", {"france": "French minister"}),
    "the house of an office": (f"Benjamin Netanyahu was in Rome. {WAS_OUT}, Viktor Orban's press chief said.", {"hungary": None}),
    "a second verb of the subject": (f"Viktor Orban thanked his host and said that {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "the host in apposition": (f"Donald Tusk listened. Viktor Orban, the host, said {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "two nations' leaders": (f"The British and French leaders said {WAS_OUT}.", {"uk": None, "france": None}),
    "three nations' officials": (f"{WAS_OUT}, Estonian, Latvian and Lithuanian officials said.", {"estonia": None, "latvia": None, "lithuania": None}),
    "two governments": ("The Polish and Romanian governments back Ukraine's membership of NATO.", {"poland": None, "romania": None}),
    "two nations' farmers": (f"{WAS_OUT}, Polish and Romanian farmers said.", {}),
    # -- who closes a sentence told it
    "a party's leader": ("Russia will never accept Ukraine's membership of NATO, the CDU leader said on Tuesday.", {}),
    "leaders of others": ("Russia will never accept Ukraine's membership of NATO, the British and French leaders said.", {}),
    "a colleague of another country": ("Russia will never accept Ukraine's membership of NATO, his Polish colleague added.", {}),
    "a chairman behind a name": ("Russia rejects Ukraine's membership of NATO in a letter to Zelensky, the chairman of the committee added.", {}),
    "its own minister": ("Russia will never accept Ukraine's membership of NATO, its foreign minister said on Tuesday.", {"russia": None}),
    # -- what somebody feels about another's deed
    "glad that another did": ("Viktor Orban is glad that Washington has ruled out Ukraine's membership of NATO.", {}),
    "glad that it is": (f"Viktor Orban is glad that {OUT}.", {"hungary": "Viktor Orbán"}),
    "regrets that another did": ("Boris Pistorius regretted that Washington had ruled out Ukraine's membership of NATO.", {}),
    "regrets that it is": (f"Boris Pistorius regretted that {WAS_OUT}.", {}),
    # -- pronouns
    "he again": (f"JD Vance gave an interview. He saw no way other than for Putin and Zelensky to talk, and {WAS_OUT}, he said.", {"us": "JD Vance"}),
    "he after a semicolon": (f"Moscow was told nothing. Friedrich Merz was more careful; {WAS_OUT}, he said.", {"germany": "Friedrich Merz"}),
    "he whose thoughts they were": (
        f"Viktor Orban spoke in Rome. It seemed to escape Friedrich Merz's mind when he said {WAS_OUT}.", {"germany": "Friedrich Merz"},
    ),
    "he behind although": (
        f"Viktor Orban was in Rome. Although Friedrich Merz is for talks, he has stressed that {WAS_OUT}.", {"germany": "Friedrich Merz"},
    ),
    # -- several who speak together
    "two together": (f"Donald Tusk and Friedrich Merz said {WAS_OUT}.", {"poland": "Donald Tusk", "germany": "Friedrich Merz"}),
    "a joint statement": (
        f"The statement was put out in the names of Emmanuel Macron, Friedrich Merz and Donald Tusk. It says that {OUT}.",
        {"france": "joint statement", "germany": "joint statement", "poland": "joint statement"},
    ),
    "the ministers of a list": (
        f"The foreign ministers of Germany, France and Poland met in Rome on Thursday. {WAS_OUT}, the ministers said.",
        {"germany": None, "france": None, "poland": None},
    ),
    "read a joint statement": (
        f'"{OUT}," read a joint statement signed by the leaders of Germany, France and Poland.',
        {"germany": "joint statement", "france": "joint statement", "poland": "joint statement"},
    ),
    "says the statement signed by": (
        f'"{OUT}," says the statement signed by Emmanuel Macron, Friedrich Merz and Donald Tusk.',
        {"france": "joint statement", "germany": "joint statement", "poland": "joint statement"},
    ),
    "the statement, signed by": (
        f"The statement, signed by the leaders of Germany, France and Poland, says that {OUT}.",
        {"germany": "joint statement", "france": "joint statement", "poland": "joint statement"},
    ),
    "signed by, told later": (
        f'"{OUT}," the leaders said in a joint statement.\n\nIt was signed by Emmanuel Macron, Friedrich Merz and Donald Tusk.',
        {"france": "Emmanuel Macron", "germany": "Friedrich Merz", "poland": "Donald Tusk"},
    ),
    "signed by two presidents of one": (
        "The statement was signed by Friedrich Merz, Donald Tusk, as well as Antonio Costa and President von der Leyen. "
        f"The heads of state met in Rome. The leaders agreed that {OUT}.",
        {"germany": "Friedrich Merz", "poland": "Donald Tusk", "eu": "Ursula von der Leyen"},
    ),
    "room for signatures": (
        f"The draft leaves room for the signatures of Germany, France and Poland. {OUT}, the draft says.", {},
    ),
    "endorsed by another": (
        "The plan endorsed by Trump was rejected by France, Germany and Italy. The Kremlin published a statement on Monday. "
        f"The statement says {OUT}.", {},
    ),
    "told to his party": (f"The prime minister of Spain told his party on Tuesday that {OUT}.", {"spain": None}),
    "their statement": (
        f"Emmanuel Macron, Friedrich Merz and Donald Tusk met in Rome. Their joint statement says that {OUT}.",
        {"france": "joint statement", "germany": "joint statement", "poland": "joint statement"},
    ),
    "it, a statement": (
        f'The leaders of Germany, France and Poland issued a joint statement on Monday. "{OUT}," it said.',
        {"germany": "joint statement", "france": "joint statement", "poland": "joint statement"},
    ),
    "they, of whom a headline has more": (
        f'European leaders met in Rome. The leaders of Germany, France and Poland issued a joint statement. "{OUT}," they said.',
        {"germany": None, "france": None, "poland": None},
    ),
    "a paper of one": (f"The memorandum of the Russian foreign ministry is short. {OUT}, the memorandum says.", {"russia": "memorandum"}),
    # -- plans speak for their authors
    "an American draft": ("The American draft would bar Ukraine from NATO.", {"us": None}),
    "a plan drawn up by": ("A plan drawn up by Washington says Ukraine would not join NATO.", {"us": None}),
    "a memorandum of a ministry": ("The memorandum of the Russian foreign ministry would bar Ukraine from NATO.", {"russia": None}),
    "a plan that comes again": (
        "A US plan was handed to Kyiv on Thursday. The 28-point draft, seen by reporters, says Ukraine would not join NATO.", {"us": None},
    ),
    "plans of two": (
        "A US plan was handed to Kyiv, and a European counter-proposal followed. The draft says Ukraine would not join NATO.", {},
    ),
    "a plan of nobody": ("A plan was handed to Kyiv. The draft says Ukraine would not join NATO.", {}),
    "a dream, behind a plan that is refused": ("Viktor Orban rejected the American plan on Monday. Ukraine in NATO, he said, was a dream.", {"hungary": "Viktor Orbán"}),
    # -- the floor
    "a quotation beside its subject": (f'Macron spoke of guarantees, Starmer said. For Viktor Orban it was simple: "{OUT}."', {"hungary": "Viktor Orbán"}),
    "a quotation after an act": (f'"We help," said Mark Rutte. Viktor Orban shook his head. "{OUT}."', {"hungary": "Viktor Orbán"}),
    "a quotation after an act of others": (
        f'Friedrich Merz said he had one aim. Days after Polish officials met in Rome, it was clear. "{OUT}."',
        {"germany": "Friedrich Merz"},
    ),
    "a long quotation, its speaker behind it": (
        f'Viktor Orban said the talks had been good. "It is simple. {OUT}. We have other tasks," Friedrich Merz said.',
        {"germany": "Friedrich Merz"},
    ),
    "a long quotation of an expert": (
        f'Viktor Orban said the talks had been good. "It is simple. {OUT}. We have other tasks," an expert said.', {},
    ),
    "a long quotation, him who speaks behind it": (
        f'Viktor Orban met Ursula von der Leyen. "{OUT}. We have other tasks," she said.', {"eu": "Ursula von der Leyen"},
    ),
    "a quotation of two paragraphs": (
        f'Viktor Orban was in Rome.\n\n"{OUT}.\n\n"We have other tasks," Friedrich Merz told reporters.',
        {"germany": "Friedrich Merz"},
    ),
    "quotations in paragraphs of their own": (
        f'"It is simple," Friedrich Merz said.\n\n"We have other tasks."\n\n"{OUT}."', {"germany": "Friedrich Merz"},
    ),
    "a quotation with its speaker before it": (
        f'Friedrich Merz told reporters: "It is simple. {OUT}." Viktor Orban nodded.', {"germany": "Friedrich Merz"},
    ),
    "speech goes on": (f"Friedrich Merz said that the talks had been good. {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "speech goes on, of another too": ("Friedrich Merz said that the talks had been good. As Paris knew, a bid of Ukraine's for NATO was out of the question.", {"germany": "Friedrich Merz"}),
    "speech goes on in the present": (f"Friedrich Merz says that the talks are good. {OUT}.", {"germany": "Friedrich Merz"}),
    "the narrator after speech": (f"Friedrich Merz said that the talks had been good. {OUT}.", {}),
    "an interview": (
        f"*Johann Wadephul has been foreign minister since May.*\n\n**What do you make of it?**\n\nI like it. We like it.\n\n"
        f"**And membership of the alliance?**\n\nI will be clear. {OUT}.",
        {"germany": "Johann Wadephul"},
    ),
    "readers' questions": (
        f"*Friedrich Merz met Donald Tusk. What readers asked.*\n\n**What was proposed?**\n\nA force.\n\n**And membership?**\n\n{OUT}.",
        {},
    ),
    # -- told in a sentence of its own
    "this was stated by": (f"{OUT}. This was stated by Viktor Orban at a briefing.", {"hungary": "Viktor Orbán"}),
    "this opinion was voiced by": (f"{OUT}.\n\nThis opinion was voiced on the radio by the Hungarian prime minister.", {"hungary": None}),
    "this was stated by, as an agency has it": (f'"{OUT}."\n\nAccording to dpa, this was stated by Viktor Orban.', {"hungary": "Viktor Orbán"}),
    "said this on the radio": (f"{OUT}. Viktor Orban said this on the radio.", {"hungary": "Viktor Orbán"}),
    "wrote this": (f"{OUT}.\n\nViktor Orban wrote this on Monday.", {"hungary": "Viktor Orbán"}),
    "wrote about this": (f"{OUT}.\n\nViktor Orban wrote about this in his memoirs.", {}),
    "never said this": (f"{OUT}. Viktor Orban never said this.", {}),
    "asked whether he said this": (f"{OUT}. Asked whether Viktor Orban said this, Robert Fico shrugged.", {}),
    "made worse by": (f"{OUT}. This was made worse by Viktor Orban.", {}),
    "it was reported by, that": (f"{OUT}. It was reported by Viktor Orban that a meeting is near.", {}),
    "said this of what another wants": ("France rejects Ukraine's accession to NATO. Viktor Orban said this on the radio.", {}),
    "said this week": (f"{OUT}. Viktor Orban said this week that he would go to Rome.", {}),
    "said this much": (f"{OUT}. Viktor Orban said this much: he would go to Rome.", {}),
    "this was criticised by": (f"{OUT}. This was criticised by Viktor Orban.", {}),
    "this was stated by an expert": (f"{OUT}. This was stated by an expert on the radio.", {}),
    "with reference to": (f"{OUT}, an agency reports with reference to Viktor Orban.", {"hungary": "Viktor Orbán"}),
    "with reference to a paper": ("Hungary rejects Ukraine's accession to NATO, an agency reports with reference to a newspaper.", {"hungary": None}),
    "as he noted, of nobody": (f"As Viktor Orban noted, {OUT}.", {"hungary": "Viktor Orbán"}),
    "as he noted on Monday": (f"As Viktor Orban noted on Monday, {OUT}.", {"hungary": "Viktor Orbán"}),
    "as another warned of it": ("As Moscow warned of war, Viktor Orban rejected Ukraine's accession to NATO.", {"hungary": "Viktor Orbán"}),
    "a statement of her press service": (
        "Giorgia Meloni was in Rome. According to a statement from her press service, she reiterated her opposition to Ukraine's accession to NATO.",
        {"italy": "Giorgia Meloni"},
    ),
    "his country's support": ("Viktor Orban declared his country's support for Ukraine's accession to NATO.", {"hungary": "Viktor Orbán"}),
    # -- datelines
    "two places in the dateline": (f"LONDON/KYIV, Oct 21 (TW) - European leaders said on Tuesday that {WAS_OUT}.", {"europe": "European leaders"}),
    # -- where the source stands
    "a comma and a dash": (f'"{OUT}", - said Viktor Orban.', {"hungary": "Viktor Orbán"}),
    "official Budapest": (f"According to official Budapest, {OUT}.", {"hungary": None}),
    "the head of a government": (f"The head of the Hungarian government said {WAS_OUT}.", {"hungary": None}),
    "the head of a ministry": (f"According to the head of Hungary's foreign ministry, {OUT}.", {"hungary": None}),
    "the head of a parliament": (f"The head of the Hungarian parliament said {WAS_OUT}.", {}),
    "a minister of two fields": (
        f"{OUT}, according to Minister of Foreign Affairs and Trade of Hungary Peter Szijjarto.", {"hungary": "Péter Szijjártó"},
    ),
    "quoted by an agency as saying": (f"The agency dpa quoted Friedrich Merz as saying that {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "the agency quotes him, behind it": (f'"{OUT}," the agency dpa quotes Viktor Orban.', {"hungary": "Viktor Orbán"}),
    "the agency quotes the words of, behind it": (f'"{OUT}", the agency dpa quoted the words of Viktor Orban.', {"hungary": "Viktor Orbán"}),
    "the agency quotes an expert, behind it": (f'"{OUT}," the agency dpa quotes an expert.', {}),
    "the agency quotes his critics": (f'"{OUT}," the agency dpa quotes Viktor Orban\'s critics.', {}),
    "assured that": (f"Viktor Orban assured reporters that {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "was quoted as saying": (f"Friedrich Merz was quoted by dpa as saying that {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "a press service": (f"{WAS_OUT}, the press service of the German government said.", {"germany": None}),
    "a statement from an office read": (f"{OUT}, a statement from Friedrich Merz's office read.", {"germany": None}),
    "a clause without commas": (f"Friedrich Merz who took part by video link has said that {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "the head of government": (f"Friedrich Merz was in Rome. The head of government said {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "the German also said": (f"Friedrich Merz was in Rome. The German also said {WAS_OUT}.", {"germany": "Friedrich Merz"}),
    "asked about the plan": (f"Asked about the plan, Viktor Orban said {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "a title behind the name": (f"Viktor Orban, Hungary's prime minister, said {WAS_OUT}.", {"hungary": "Viktor Orbán"}),
    "an owner before the name": (f"{OUT}, Italy's Giorgia Meloni said.", {"italy": "Giorgia Meloni"}),
    "a chief": (f"{OUT}, NATO chief Mark Rutte said.", {"nato": "Mark Rutte"}),
    "for a government": (f"{OUT}, a spokesman for the Hungarian government said.", {"hungary": None}),
    "told before the main clause": ("While Moscow insists that the time has not come, Viktor Orban has rejected Ukraine's membership of NATO.", {"hungary": "Viktor Orbán"}),
    "a source of anybody's": (f"Merz spoke in Berlin. {OUT}, according to a source cited by an agency.", {}),
    "sources behind a subject": ("Ukraine will not join NATO, sources said.", {}),
    "told on a day, before the main clause": (
        "Before Viktor Orban said, on Monday, that Ukraine would not join NATO, Kyiv had been calm.", {"hungary": "Viktor Orbán"},
    ),
    "a noun of two owners": ("Viktor Orban's rejection of Ukraine's accession to NATO is clear.", {"hungary": "Viktor Orbán"}),
    "the country": ("Slovenia waits. Foreign Minister Tanja Fajon said that the country opposed Ukraine's membership of NATO.", {"slovenia": "Tanja Fajon"}),
    "this nation": ("Viktor Orban told parliament that this nation would not agree to Ukraine's membership of NATO.", {"hungary": "Viktor Orbán"}),
    "an office that few are known to hold": (f"Denmark waits. {OUT}, a government spokesman said.", {"denmark": None}),
    "an office held with another": (f"Australia waits. {OUT}, the defence minister said.", {"australia": None}),
    "an office that it has not": (f"Germany waits. {OUT}, the prime minister said.", {}),
    "for a person": (f"{OUT}, a spokesman for Viktor Orban said.", {"hungary": None}),
    "adviser to a person": (f"An adviser to Viktor Orban said {WAS_OUT}.", {"hungary": None}),
    # -- who "he" is
    "he, an office of a country": (f"Diplomats are working on a meeting of Putin and Zelensky. The Slovak prime minister was asked on Monday. {WAS_OUT}, he said.", {"slovakia": "Slovak prime minister"}),
    "he, of whom nobody knows": (f"Zelensky spoke on Monday. A retired general was asked, too. {WAS_OUT}, he said.", {}),
    "he, a lawmaker": (f"Zelensky spoke on Monday. One opposition lawmaker was not convinced. {WAS_OUT}, he said.", {}),
    "he, behind two who met": (f"Viktor Orban knows of a meeting between Putin and Zelensky. {WAS_OUT}, he said.", {"hungary": "Viktor Orbán"}),
    "he, one of two men": (f"Robert Fico and Viktor Orban spoke in Prague. {WAS_OUT}, he said.", {}),
    "he, a man and a woman": (f"Robert Fico and Giorgia Meloni spoke in Prague. {WAS_OUT}, he said.", {"slovakia": "Robert Fico"}),
    "she, a man and a woman": (f"Robert Fico and Giorgia Meloni spoke in Prague. {WAS_OUT}, she said.", {"italy": "Giorgia Meloni"}),
    "the leader of the opposition": (f"Robert Fico spoke on Monday. The leader of the opposition said {WAS_OUT}.", {}),
    "the leader of a party": (f"Robert Fico spoke on Monday. The leader of the Greens said {WAS_OUT}.", {}),
    "the leader of the country": (f"Robert Fico spoke on Monday. The leader of the country said {WAS_OUT}.", {"slovakia": None}),
    "his answer": ("Robert Fico was asked about Ukraine's membership of NATO. His answer was short: no.", {"slovakia": "Robert Fico"}),
    "his answer was no": ("Robert Fico was asked about Ukraine's membership of NATO. His answer was no.", {"slovakia": "Robert Fico"}),
    "a capital's answer": ("Should Ukraine join NATO? Bratislava's answer was a clear no.", {"slovakia": None}),
    "an answer from a capital": ("Should Ukraine join NATO? The answer from Bratislava was no.", {"slovakia": None}),
    "an answer that is no surprise": ("Should Ukraine join NATO? Bratislava's answer was no surprise.", {}),
    "his position": ("Robert Fico spoke of Ukraine's membership of NATO. His position is that it would be a mistake.", {"slovakia": "Robert Fico"}),
    "for him": ("Robert Fico spoke of Ukraine's membership of NATO. For him that is out of the question.", {"slovakia": "Robert Fico"}),
    "for her party": ("Robert Fico spoke of Ukraine's membership of NATO. For her party it would be a mistake.", {}),
    "the message from a capital": (f"The message from Budapest was clear: {OUT}.", {"hungary": None}),
    "a message from nobody": (f"Reporters quoted a message from Budapest. {OUT}, an expert said.", {}),
    # -- several who put their names to one paper, told beside what it says
    "they wrote, and who signed": (
        f'European leaders published a statement on Saturday.\n\n"{OUT}," they wrote.\n\nThe statement was signed by Emmanuel Macron, '
        "Friedrich Merz and Donald Tusk.",
        {"france": None, "germany": None, "poland": None},
    ),
    "among the signatories": (
        f'European leaders put their names to a statement on Saturday. "{OUT}," it says.\n\nAmong the signatories are France\'s '
        "Emmanuel Macron, Germany's Friedrich Merz and Poland's Donald Tusk.",
        {"france": None, "germany": None, "poland": None},
    ),
    "in the name of": (f'"{OUT}," the statement begins, in the name of France, Germany and Poland.', {"france": None, "germany": None, "poland": None}),
    "on behalf of": (f'"{OUT}," said a statement on behalf of Macron, Merz and Tusk.', {"france": None, "germany": None, "poland": None}),
    "bears the signatures of": (f'The joint statement bears the signatures of the leaders of France and Poland. "{OUT}," it says.', {"france": None, "poland": None}),
    "room for the signatures of": (f'The draft leaves room for the signatures of Ukraine and Russia. "{OUT}," it says.', {}),
    "have signed, the text reads": (f'Emmanuel Macron and Friedrich Merz have signed a joint statement. "{OUT}," the text reads.', {"france": None, "germany": None}),
    "according to several": (f'"{OUT}," according to a joint statement signed by Emmanuel Macron and Donald Tusk.', {"france": None, "poland": None}),
    "several, a second verb": (f"Emmanuel Macron, Friedrich Merz and Donald Tusk spoke by telephone on Saturday and insisted that {OUT}.", {"france": None, "germany": None, "poland": None}),
    "all three": (f"Emmanuel Macron, Friedrich Merz and Donald Tusk spoke by telephone on Saturday. All three insisted that {OUT}.", {"france": None, "germany": None, "poland": None}),
    "a letter from several": (f"A joint letter from the leaders of France and Germany says that {OUT}.", {"france": None, "germany": None}),
    "one met another and said": (f"Emmanuel Macron met Friedrich Merz on Saturday and said that {OUT}.", {"france": None}),
    "a declaration in a city says": (f"Ministers signed a declaration in Paris which says that {OUT}.", {}),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_who_speaks(name: str) -> None:
    text, wanted = ROWS[name]
    title = "Wadephul: we like it" if name == "an interview" else ""
    found = {
        s.actor: s.speaker
        for s in reading(text, title=title).statements
        if s.when is When.NOW and s.via is not Via.SECONDHAND and s.claim == "nato-membership"
    }
    assert found.keys() == wanted.keys()
    assert {a: s for a, s in found.items() if wanted[a] is not None} == {
        a: s for a, s in wanted.items() if s is not None
    }
