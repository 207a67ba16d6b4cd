"""Stances by families of wording, one plain sentence each: clauses that lean on a matter, idioms, answers, and what is none.

Each row has the direction that is read ("+", "0", "-", or "x" for nothing), the actor, the claim and the sentence.
"""

import pytest

from tests.unit.reading.material import reading
from watchers.model import Via, When

_DIRECTIONS = {"+": "positive", "0": "neutral", "-": "negative", "x": ""}
ROWS = """
# fronted object
- italy western-force | The deployment of a multinational force in Ukraine? Rome wants none of it, Antonio Tajani said.
- spain security-guarantees | Security guarantees for Kyiv Pedro Sánchez has always refused, and he refused them again on Monday.
+ germany security-guarantees | Binding security guarantees for Ukraine Berlin would welcome, Friedrich Merz said.
# cleft
- germany western-force | What Berlin rejects is a European force in Ukraine, Friedrich Merz said.
+ italy security-guarantees | What Rome wants is security guarantees for Kyiv, Antonio Tajani said.
+ poland security-guarantees | What Donald Tusk asked for was binding security guarantees for Ukraine.
- spain western-force | What Madrid will not accept is a European force in Ukraine.
- germany western-force | What Friedrich Merz cannot imagine is the deployment of a multinational force in Ukraine.
+ italy security-guarantees | It is security guarantees for Kyiv that Rome wants, Antonio Tajani said.
- spain western-force | It is the deployment of a multinational force in Ukraine that Madrid objects to.
- germany western-force | One thing that Berlin will not accept is Western troops in Ukraine, Friedrich Merz said.
+ italy security-guarantees | The one thing that Rome insists on is security guarantees for Kyiv.
+ poland security-guarantees | All that Warsaw is asking for is binding security guarantees for Ukraine, Donald Tusk said.
- spain western-force | The last thing Madrid wants is Western troops in Ukraine, Pedro Sánchez said.
+ germany security-guarantees | The first thing Berlin wants is binding security guarantees for Ukraine, Friedrich Merz said.
+ italy security-guarantees | What matters to Rome is security guarantees for Kyiv, Antonio Tajani said.
- poland western-force | What worries Warsaw is Western troops in Ukraine, Donald Tusk said.
- spain western-force | What Pedro Sánchez finds unacceptable is a European force in Ukraine.
# lists behind a passive, a noun and what a matter meets with
+ poland western-force | A European force in Ukraine is backed by France, Poland and Estonia.
x germany western-force | A European force in Ukraine was rejected by Italy, Germany said nothing.
- slovakia nato-membership | Ukraine's accession to NATO was rejected by countries such as Hungary and Slovakia.
+ spain western-force | A European force in Ukraine has gained the support of countries such as France and Spain.
- hungary nato-membership | Emmanuel Macron's support for Ukraine's accession to NATO drew criticism from Slovakia and Hungary.
+ france nato-membership | Emmanuel Macron's support for Ukraine's accession to NATO drew criticism from Slovakia and Hungary.
x hungary nato-membership | Emmanuel Macron's opposition to Ukraine's accession to NATO drew criticism from Hungary.
- slovakia nato-membership | The rejection of Ukraine's accession to NATO by Hungary and Slovakia, expected for weeks, came on Monday.
+ italy western-force | Germany and Italy back a European force in Ukraine.
x italy western-force | Talks without Germany and Italy back a European force in Ukraine.
- italy western-force | Countries like Germany and Italy rejected a European force in Ukraine.
- italy western-force | Italy, like Germany, rejected a European force in Ukraine.
# what is denied of two
- italy western-force | Italy does not want or need a European force in Ukraine.
- italy western-force | Italy did not welcome or accept a European force in Ukraine.
+ italy western-force | Italy wants or needs a European force in Ukraine.
# what is criticised, and who
- italy western-force | Antonio Tajani sharply criticised the plan for Western troops in Ukraine.
x italy western-force | Antonio Tajani criticised Emmanuel Macron for speaking in public about a multinational force in Ukraine.
- slovakia western-force | Slovakia has backed down from a European force in Ukraine.
# what is made sure of
- germany western-force | Friedrich Merz said that Germany would ensure that a European force in Ukraine does not come about.
+ germany western-force | Friedrich Merz said that Germany would ensure that a European force in Ukraine comes about.
x germany western-force | Friedrich Merz said that Germany would ensure that a European force in Ukraine does not harm anybody.
# relative clause
- italy western-force | The Italian foreign minister, who opposes Western troops in Ukraine, said talks would go on.
- poland western-force | Poland, which has ruled out a European force in Ukraine, hosted the talks.
+ spain western-force | Madrid, which backs the deployment of a multinational force in Ukraine, hosted the talks.
+ germany security-guarantees | Berlin, for which binding security guarantees for Ukraine come first, sent no one.
- italy western-force | Rome, for which a European force in Ukraine is a red line, sent no one.
- poland western-force | Warsaw, where the deployment of a multinational force in Ukraine has been rejected by the government, sent no one.
- spain western-force | Western troops in Ukraine, which Madrid rejects, was on the agenda.
+ germany security-guarantees | Binding security guarantees for Ukraine, which Berlin demands, were on the agenda.
- italy western-force | The deployment of a multinational force in Ukraine, an idea that Rome rejects, was on the agenda.
- poland western-force | Western troops in Ukraine, to which Warsaw is opposed, was on the agenda.
+ spain security-guarantees | Security guarantees for Kyiv, for which Pedro Sánchez has fought, were on the agenda.
+ germany security-guarantees | Binding security guarantees for Ukraine, on which Berlin insists, were on the agenda.
- italy western-force | Western troops in Ukraine, of which Antonio Tajani wants to know nothing, was on the agenda.
- poland western-force | A European force in Ukraine, about which Donald Tusk has doubts, was on the agenda.
# apposition
- germany western-force | Friedrich Merz, an opponent of Western troops in Ukraine, flew home early.
+ italy western-force | Antonio Tajani, a supporter of a European force in Ukraine, flew home early.
+ poland security-guarantees | Donald Tusk, a champion of binding security guarantees for Ukraine, flew home early.
- spain western-force | Pedro Sánchez, a critic of Western troops in Ukraine, flew home early.
- germany western-force | Friedrich Merz, a sceptic of a European force in Ukraine, flew home early.
- italy western-force | Antonio Tajani, long a foe of the deployment of a multinational force in Ukraine, flew home early.
- poland western-force | Donald Tusk, no friend of Western troops in Ukraine, flew home early.
+ spain security-guarantees | Pedro Sánchez, the loudest advocate of security guarantees for Kyiv, flew home early.
+ germany western-force | Germany is among the supporters of the deployment of a multinational force in Ukraine.
- italy western-force | Italy is among the opponents of Western troops in Ukraine.
+ poland western-force | Poland is one of the driving forces behind a European force in Ukraine.
- italy western-force | Rome is in the camp of those who reject a European force in Ukraine.
# cue noun with of
- spain western-force | Madrid's rejection of Western troops in Ukraine were firm.
- germany western-force | The rejection of a European force in Ukraine by Berlin was firm.
- poland western-force | Polish opposition to Western troops in Ukraine have hardened, Donald Tusk said.
+ spain western-force | Spanish support for a European force in Ukraine has grown, Pedro Sánchez said.
- germany western-force | There is no support in Berlin for the deployment of a multinational force in Ukraine, Friedrich Merz said.
- italy western-force | There is no appetite in Rome for Western troops in Ukraine, Antonio Tajani said.
- poland western-force | There is no majority in the Polish government for a European force in Ukraine, Donald Tusk said.
- spain western-force | There is little enthusiasm in Madrid for the deployment of a multinational force in Ukraine.
+ germany western-force | There is support in Berlin for Western troops in Ukraine, Friedrich Merz said.
- italy western-force | Nobody in Rome wants a European force in Ukraine, Antonio Tajani said.
- poland western-force | No one in the Polish government supports the deployment of a multinational force in Ukraine, Donald Tusk said.
+ spain western-force | Everyone in the Spanish government supports Western troops in Ukraine, Pedro Sánchez said.
- germany western-force | Berlin's answer to a European force in Ukraine was no.
- italy western-force | Rome's answer to the deployment of a multinational force in Ukraine was a firm no.
+ poland western-force | Warsaw's answer to Western troops in Ukraine are yes.
- spain western-force | The answer from Madrid to a European force in Ukraine was no.
- germany western-force | Friedrich Merz's no to the deployment of a multinational force in Ukraine still stands.
+ italy western-force | Rome's yes to Western troops in Ukraine came on Monday.
- poland western-force | Warsaw's no to a European force in Ukraine is final.
- spain western-force | Madrid's veto of the deployment of a multinational force in Ukraine stands.
+ germany western-force | Berlin's blessing for Western troops in Ukraine came on Monday.
+ italy western-force | Rome gave its yes to a European force in Ukraine.
- poland western-force | Warsaw renewed its no to the deployment of a multinational force in Ukraine.
- spain western-force | Pedro Sánchez repeated his no to Western troops in Ukraine.
- italy western-force | Rome's position on the deployment of a multinational force in Ukraine is negative.
- poland western-force | Warsaw's attitude to Western troops in Ukraine are negative, Donald Tusk said.
+ spain western-force | Madrid's attitude to a European force in Ukraine is positive, Pedro Sánchez said.
- germany western-force | Berlin's view of the deployment of a multinational force in Ukraine is bleak.
- italy western-force | Antonio Tajani's verdict on Western troops in Ukraine: unacceptable.
- poland western-force | Donald Tusk on a European force in Ukraine: out of the question.
+ spain security-guarantees | Pedro Sánchez on security guarantees for Kyiv: indispensable.
# light verbs, idioms agreeing
+ poland western-force | Poland threw its weight behind Western troops in Ukraine.
+ germany western-force | Germany has warmed to the deployment of a multinational force in Ukraine.
+ poland western-force | Donald Tusk signalled his approval of a European force in Ukraine.
+ germany western-force | Germany cleared the path for Western troops in Ukraine.
+ poland western-force | Poland lifted its objections to the deployment of a multinational force in Ukraine.
+ germany western-force | Germany will not block a European force in Ukraine, Friedrich Merz said.
+ poland western-force | Poland can live with Western troops in Ukraine, Donald Tusk said.
+ germany western-force | Germany has joined the supporters of the deployment of a multinational force in Ukraine.
+ poland western-force | Poland put its signature under a European force in Ukraine.
+ germany western-force | Germany took a step towards Western troops in Ukraine.
+ poland western-force | Donald Tusk spoke out for the deployment of a multinational force in Ukraine.
+ germany security-guarantees | Friedrich Merz made himself an advocate of binding security guarantees for Ukraine.
+ poland western-force | Donald Tusk called on allies to back Western troops in Ukraine.
+ germany western-force | Friedrich Merz urged allies not to abandon the deployment of a multinational force in Ukraine.
+ poland security-guarantees | Donald Tusk pressed the Americans for binding security guarantees for Ukraine.
+ germany security-guarantees | Friedrich Merz put binding security guarantees for Ukraine at the top of the list.
+ poland western-force | For Donald Tusk there is no way around the deployment of a multinational force in Ukraine.
+ germany western-force | Friedrich Merz sees no alternative to a European force in Ukraine.
+ poland western-force | Donald Tusk regards Western troops in Ukraine as indispensable.
+ germany western-force | Friedrich Merz thinks the deployment of a multinational force in Ukraine necessary.
+ poland western-force | Donald Tusk declared himself in favour of a European force in Ukraine.
+ germany western-force | Friedrich Merz is convinced of Western troops in Ukraine.
+ poland western-force | Donald Tusk gave the deployment of a multinational force in Ukraine the green light.
+ germany western-force | A European force in Ukraine won the support of Berlin.
- poland western-force | A European force in Ukraine met resistance from Warsaw.
- germany western-force | Western troops in Ukraine are off the table for Berlin.
- poland western-force | The deployment of a multinational force in Ukraine found no favour with Donald Tusk.
- germany western-force | A European force in Ukraine goes too far for Berlin.
- poland western-force | Western troops in Ukraine are anathema to Warsaw.
# refusing
- poland western-force | Poland gave the cold shoulder to a European force in Ukraine.
- germany western-force | Germany put the brakes on Western troops in Ukraine.
- poland western-force | Poland dug in its heels over the deployment of a multinational force in Ukraine.
- germany western-force | Germany has slammed the door on a European force in Ukraine.
- germany western-force | Germany will not go along with the deployment of a multinational force in Ukraine, Friedrich Merz said.
- poland western-force | Poland washes its hands of a European force in Ukraine.
- germany western-force | Germany has no time for Western troops in Ukraine.
- poland western-force | Poland is not having any of the deployment of a multinational force in Ukraine.
- germany western-force | Germany has backed away from a European force in Ukraine.
- poland western-force | Poland drew a red line under Western troops in Ukraine.
- germany western-force | Germany lodged a protest against the deployment of a multinational force in Ukraine.
- poland western-force | Poland led the resistance to a European force in Ukraine.
- germany western-force | Germany vowed to block Western troops in Ukraine.
- poland western-force | Poland stands in the way of the deployment of a multinational force in Ukraine.
- germany western-force | Friedrich Merz made no secret of his dislike of a European force in Ukraine.
- poland western-force | Donald Tusk was scathing about Western troops in Ukraine.
- germany western-force | Friedrich Merz has nothing but scorn for the deployment of a multinational force in Ukraine.
- poland western-force | Donald Tusk made light of a European force in Ukraine.
- germany western-force | Friedrich Merz warned of the dangers of Western troops in Ukraine.
- poland western-force | Donald Tusk told allies to forget the deployment of a multinational force in Ukraine.
- germany western-force | Friedrich Merz called for an end to the debate on a European force in Ukraine.
- poland western-force | Donald Tusk thinks little of Western troops in Ukraine.
- germany western-force | Friedrich Merz believes the deployment of a multinational force in Ukraine to be a mistake.
- poland western-force | Donald Tusk sees more harm than good in a European force in Ukraine.
- germany western-force | Friedrich Merz sees a danger in Western troops in Ukraine.
- poland western-force | Donald Tusk cannot bring himself to support the deployment of a multinational force in Ukraine.
- germany western-force | Friedrich Merz ruled out any talk of a European force in Ukraine.
- poland western-force | Donald Tusk said he would rather resign than accept Western troops in Ukraine.
- germany western-force | Friedrich Merz said he could not support the deployment of a multinational force in Ukraine.
- poland western-force | Donald Tusk said there could be no question of a European force in Ukraine.
- poland western-force | Donald Tusk said the deployment of a multinational force in Ukraine would not fly.
- germany western-force | Friedrich Merz said a European force in Ukraine had been buried.
- poland western-force | Donald Tusk said nobody needed Western troops in Ukraine.
- germany western-force | Friedrich Merz said he saw no basis for the deployment of a multinational force in Ukraine.
# delaying
0 poland western-force | Poland wants to wait before deciding on the deployment of a multinational force in Ukraine.
0 germany western-force | Germany kicked a European force in Ukraine into the long grass.
0 poland western-force | Poland has not made up its mind on Western troops in Ukraine.
0 germany western-force | Germany has not yet taken a position on the deployment of a multinational force in Ukraine.
0 poland western-force | Poland is hedging its bets on a European force in Ukraine.
0 germany western-force | Germany gave no clear answer on Western troops in Ukraine.
0 poland western-force | Poland neither backed nor rejected the deployment of a multinational force in Ukraine.
0 germany western-force | Friedrich Merz did not want to commit himself on a European force in Ukraine.
0 poland western-force | Donald Tusk refused to be drawn on Western troops in Ukraine.
0 germany western-force | Friedrich Merz said it was too early for the deployment of a multinational force in Ukraine.
0 poland western-force | Donald Tusk said the question of a European force in Ukraine did not arise.
0 germany western-force | Friedrich Merz said Western troops in Ukraine were a matter for another day.
0 poland western-force | Donald Tusk said he had not decided about the deployment of a multinational force in Ukraine.
0 germany western-force | Friedrich Merz said a decision on a European force in Ukraine would come later.
0 poland western-force | Donald Tusk said no decision had been taken on Western troops in Ukraine.
# conditioning
+ germany western-force | Friedrich Merz would agree to the deployment of a multinational force in Ukraine under certain conditions.
+ poland western-force | Donald Tusk tied his support for a European force in Ukraine to American help.
+ germany western-force | Friedrich Merz attached conditions to his support for Western troops in Ukraine.
+ germany western-force | Friedrich Merz said a European force in Ukraine would be acceptable if parliament agreed.
+ poland western-force | Poland could imagine Western troops in Ukraine, Donald Tusk said.
+ germany western-force | Friedrich Merz refused to rule out the deployment of a multinational force in Ukraine.
+ poland western-force | Donald Tusk did not exclude a European force in Ukraine.
+ germany western-force | Friedrich Merz kept the door ajar for Western troops in Ukraine.
+ poland western-force | Donald Tusk floated the deployment of a multinational force in Ukraine.
+ germany western-force | Friedrich Merz raised the possibility of a European force in Ukraine.
+ poland western-force | Donald Tusk called Western troops in Ukraine conceivable.
+ germany western-force | Friedrich Merz said the deployment of a multinational force in Ukraine should not be ruled out.
+ poland western-force | Donald Tusk said he had nothing against a European force in Ukraine.
+ germany western-force | Friedrich Merz said Western troops in Ukraine were worth discussing.
+ poland western-force | Donald Tusk said he was not opposed to the deployment of a multinational force in Ukraine.
# precision twins: should be nothing (x) or direction
x spain western-force | Pedro Sánchez arrived in Kyiv to discuss a European force in Ukraine.
x italy western-force | Antonio Tajani praised the speech in which Macron had proposed Western troops in Ukraine.
x spain western-force | Pedro Sánchez asked who would pay for the deployment of a multinational force in Ukraine.
x germany western-force | Friedrich Merz said he would wait for the report on Western troops in Ukraine.
x italy western-force | Antonio Tajani rejected claims that a European force in Ukraine was his idea.
- poland western-force | Donald Tusk dismissed a report that the deployment of a multinational force in Ukraine had been agreed.
x spain western-force | Pedro Sánchez said Russia rejected Western troops in Ukraine.
x germany western-force | Friedrich Merz said that Putin would never accept a European force in Ukraine.
x italy western-force | Antonio Tajani noted that Hungary was against the deployment of a multinational force in Ukraine.
x poland western-force | Donald Tusk said critics called Western troops in Ukraine a mistake.
x spain western-force | Pedro Sánchez recalled that a European force in Ukraine had once been his idea.
x germany western-force | In 2023 Friedrich Merz ruled out the deployment of a multinational force in Ukraine.
x italy western-force | In 2023 Italy backed Western troops in Ukraine.
x poland western-force | As late as last month Donald Tusk was saying that a European force in Ukraine was out of the question.
x germany western-force | Friedrich Merz used to oppose Western troops in Ukraine.
x italy western-force | Until last week Antonio Tajani had opposed a European force in Ukraine.
x poland western-force | Donald Tusk once called the deployment of a multinational force in Ukraine madness.
x spain security-guarantees | Before the election Pedro Sánchez had promised security guarantees for Kyiv.
x germany western-force | If Germany were to back a European force in Ukraine, the coalition would break.
x italy western-force | Should Italy reject the deployment of a multinational force in Ukraine, the summit would fail.
x poland western-force | Will Poland back Western troops in Ukraine?
x spain western-force | Would Pedro Sánchez agree to a European force in Ukraine?
x germany western-force | Friedrich Merz was asked whether he supported the deployment of a multinational force in Ukraine.
x italy western-force | Antonio Tajani was urged to support Western troops in Ukraine.
x poland western-force | Macron urged Donald Tusk to support a European force in Ukraine.
x spain western-force | Macron called on Spain to back the deployment of a multinational force in Ukraine.
x germany western-force | Zelensky thanked Friedrich Merz for talks on Western troops in Ukraine.
x italy western-force | Macron hopes that Italy will support a European force in Ukraine.
x poland western-force | Macron expects Poland to reject the deployment of a multinational force in Ukraine.
x spain western-force | Analysts expect Spain to reject Western troops in Ukraine.
x germany western-force | Critics accuse Friedrich Merz of blocking a European force in Ukraine.
x italy western-force | Critics accused Italy of opposing the deployment of a multinational force in Ukraine.
x poland western-force | Donald Tusk faces calls to back Western troops in Ukraine.
x spain western-force | Pedro Sánchez is under pressure to support a European force in Ukraine.
x germany western-force | Friedrich Merz came under fire for his handling of the deployment of a multinational force in Ukraine.
x italy western-force | The opposition in Rome supports Western troops in Ukraine.
x poland western-force | Most Polishs oppose a European force in Ukraine, a poll found.
x spain western-force | A majority in Spain opposes the deployment of a multinational force in Ukraine, according to a poll.
x germany western-force | The German parliament debated Western troops in Ukraine.
x italy western-force | The Italian opposition rejects a European force in Ukraine.
x poland western-force | Former Polish officials back the deployment of a multinational force in Ukraine.
x spain western-force | Spanish voters reject Western troops in Ukraine.
x germany western-force | German newspapers praised a European force in Ukraine.
x italy western-force | Talks on the deployment of a multinational force in Ukraine were held in Rome on Monday.
x poland western-force | A conference on Western troops in Ukraine opened in Warsaw.
x spain western-force | Pedro Sánchez explained how a European force in Ukraine would work.
x italy western-force | Antonio Tajani did not mention Western troops in Ukraine.
x poland western-force | Donald Tusk said nothing about a European force in Ukraine.
x spain western-force | Pedro Sánchez and Macron discussed the deployment of a multinational force in Ukraine by telephone.
x germany western-force | Friedrich Merz will discuss Western troops in Ukraine with Macron on Monday.
x italy western-force | Antonio Tajani was briefed on a European force in Ukraine.
x poland western-force | Donald Tusk criticised the timing of the deployment of a multinational force in Ukraine.
x spain western-force | Pedro Sánchez complained about the cost of Western troops in Ukraine.
x germany western-force | Friedrich Merz rejected the first draft of a European force in Ukraine.
x italy western-force | Antonio Tajani opposed any change to the plan for the deployment of a multinational force in Ukraine.
x poland western-force | Donald Tusk rejected a delay of Western troops in Ukraine.
x spain western-force | Pedro Sánchez opposed a vote on a European force in Ukraine.
x germany western-force | Friedrich Merz backed a vote on the deployment of a multinational force in Ukraine.
x spain western-force | Pedro Sánchez rejected the Hungarian proposal to delay the deployment of a multinational force in Ukraine.
x germany western-force | Friedrich Merz opposes Western troops in Ukraine drawn up without Europe.
x italy western-force | Antonio Tajani does not want a European force in Ukraine that exists only on paper.
x poland western-force | The US will be the backstop of the deployment of a multinational force in Ukraine, Donald Tusk said.
x spain western-force | Pedro Sánchez believes that Trump wants Western troops in Ukraine.
x germany western-force | Friedrich Merz said the Kremlin saw a European force in Ukraine as a threat.
x italy western-force | Antonio Tajani accused Moscow of blocking the deployment of a multinational force in Ukraine.
x poland western-force | Donald Tusk blamed Russia for rejecting Western troops in Ukraine.
x spain western-force | Pedro Sánchez condemned Russia's rejection of a European force in Ukraine.
x germany western-force | Friedrich Merz regretted Hungary's opposition to the deployment of a multinational force in Ukraine.
x italy western-force | Antonio Tajani criticised Budapest for opposing Western troops in Ukraine.
x poland western-force | Donald Tusk mocked Orban's opposition to a European force in Ukraine.
x spain western-force | Pedro Sánchez understands Hungary's opposition to the deployment of a multinational force in Ukraine.
x italy western-force | Contrary to Italy, Hungary rejects a European force in Ukraine.
x poland western-force | Unlike Poland, Hungary rejects the deployment of a multinational force in Ukraine.
x spain western-force | Hungary, unlike Spain, opposes Western troops in Ukraine.
x germany western-force | At a meeting with Friedrich Merz, Orban ruled out a European force in Ukraine.
x italy western-force | In a call with Antonio Tajani, Orban rejected the deployment of a multinational force in Ukraine.
x poland western-force | Orban told Donald Tusk that Western troops in Ukraine were out of the question.
x spain western-force | Orban, a guest of Pedro Sánchez, rejected a European force in Ukraine.
x germany western-force | Orban rejected the deployment of a multinational force in Ukraine in a letter to Friedrich Merz.
x italy western-force | After talks with Antonio Tajani, Orban rejected Western troops in Ukraine.
x poland western-force | Standing next to Donald Tusk, Orban called a European force in Ukraine madness.
# answers in the question's own sentence
- poland own-troops | Asked if Polish soldiers could be deployed to Ukraine, Donald Tusk said no.
- sweden own-troops | Asked whether Sweden would send troops to Ukraine, Ulf Kristersson shook his head.
+ italy own-troops | To the question whether Italy would send soldiers to Ukraine, Giorgia Meloni replied: "Yes, of course."
- poland own-troops | To a question about Polish troops in Ukraine, Donald Tusk replied in the negative.
- germany own-troops | When reporters asked if Germany would send soldiers to Ukraine, Friedrich Merz said he saw no need.
0 germany own-troops | Friedrich Merz, asked about German soldiers in Ukraine, answered that it was too early.
0 spain own-troops | Questioned on whether Spain would send soldiers to Ukraine, Pedro Sánchez declined to answer.
- france own-troops | Emmanuel Macron was asked whether France would send troops to Ukraine and said no.
- france own-troops | A reporter asked whether France would send troops to Ukraine; Emmanuel Macron replied with a clear no.
+ spain own-troops | Asked whether Spain would send troops to Ukraine, the Spanish prime minister, Pedro Sánchez, said yes.
- germany own-troops | Asked whether he ruled out sending German soldiers to Ukraine, Friedrich Merz said yes.
+ germany own-troops | Asked whether he ruled out sending German soldiers to Ukraine, Friedrich Merz said no.
+ us us-troops | Asked if he would rule out US troops in Ukraine, Marco Rubio said he would not.
- us us-troops | Asked for an assurance that no US troops would be sent to Ukraine, Donald Trump replied: "You have my assurance."
- slovakia nato-membership | Asked whether Ukraine should join NATO, Robert Fico said no.
x ukraine nato-membership | Asked whether Ukraine should join NATO, Robert Fico said no.
- ukraine territorial-concessions | Asked whether Ukraine would give up Donbas, Volodymyr Zelensky said: "Never."
+ russia leaders-summit | Asked whether Putin was ready to meet Zelensky, Dmitry Peskov said he was.
x us western-force | Asked whether Russia would accept European troops in Ukraine, Donald Trump said yes.
x france own-troops | Asked whether he had discussed troops for Ukraine with Trump, Emmanuel Macron said yes.
x eu western-force | Asked whether the summit had discussed a force in Ukraine, António Costa said no.
- germany own-troops | Asked whether Germany would send soldiers to Ukraine, Friedrich Merz said it won't.
x poland own-troops | Asked whether he could say if Poland would send troops to Ukraine, Donald Tusk said no.
x uk own-troops | Asked when British soldiers would go to Ukraine, John Healey said: "We will see."
x uk own-troops | Asked how many soldiers Britain would send to Ukraine, John Healey declined to say.
x poland own-troops | Asked why Poland would not send soldiers to Ukraine, Donald Tusk declined to answer.
x france own-troops | Asked about French soldiers in Ukraine, Emmanuel Macron said the war must end.
# what it hinges on
+ germany own-troops | Germany's participation in a force in Ukraine hinges on American support, Friedrich Merz said.
x germany us-backstop | Friedrich Merz said the deployment of German soldiers to Ukraine depends on American support.
+ sweden own-troops | Ulf Kristersson has made Swedish participation in a force in Ukraine conditional on American support.
+ italy own-troops | Guido Crosetto tied the sending of Italian soldiers to Ukraine to US guarantees.
+ netherlands own-troops | Dick Schoof said any deployment of Dutch troops to Ukraine was contingent on a ceasefire.
0 italy own-troops | Whether Italy sends soldiers to Ukraine depends on parliament, Guido Crosetto said.
+ france security-guarantees | Lasting peace depends on security guarantees for Ukraine, Emmanuel Macron said.
+ ukraine security-guarantees | A ceasefire hinges on security guarantees for Ukraine, Volodymyr Zelensky said.
x france western-force | The size of the force in Ukraine depends on the talks, Emmanuel Macron said.
x ukraine security-guarantees | Ukraine depends on American weapons, Volodymyr Zelensky said.
# beyond talks
+ ukraine security-guarantees | Security guarantees for Ukraine are not negotiable, Volodymyr Zelensky said.
+ ukraine security-guarantees | Volodymyr Zelensky called security guarantees for Kyiv non-negotiable.
+ ukraine nato-membership | Ukraine's membership in NATO is not up for negotiation, Volodymyr Zelensky said.
- russia nato-membership | Ukraine's membership in NATO is not negotiable, Dmitry Peskov said.
- france territorial-concessions | Ukraine's territorial integrity is a red line, Emmanuel Macron said.
- ukraine territorial-concessions | Giving up Donbas is not negotiable for Ukraine, Volodymyr Zelensky said.
- russia western-force | Western troops in Ukraine are not negotiable for Moscow, Sergei Lavrov said.
- us us-troops | US troops in Ukraine are not up for discussion, Donald Trump said.
- us us-backstop | A US backstop is not up for discussion, Donald Trump said.
- russia western-force | Moscow insists that Western troops should not be sent to Ukraine.
x russia nato-membership | Russia has no veto over Ukraine's membership of NATO, Mark Rutte said.
x france own-troops | Emmanuel Macron praised Denmark: the country will send soldiers to Ukraine.
# lists and company
+ denmark own-troops | Three countries have said they would send soldiers to Ukraine: Britain, France and Denmark.
+ estonia own-troops | Three European countries have offered to send soldiers to Ukraine: Estonia, Latvia and Lithuania.
x europe western-force | Three European countries have ruled out sending soldiers to Ukraine: Poland, Italy and Spain.
- poland own-troops | Several governments – Poland, Italy and Spain among them – have ruled out sending soldiers to Ukraine.
- italy own-troops | Several governments have ruled out sending soldiers to Ukraine, among them Poland, Italy and Spain.
x poland own-troops | Several countries have ruled out sending troops to Ukraine: Poland shares a border with Russia.
- us nato-membership | The American plan, rejected by Kyiv, would bar Ukraine from NATO.
x france own-troops | All but three countries have ruled out sending soldiers to Ukraine: Britain, France and Denmark.
+ canada own-troops | Canada joined France and Britain in offering to send troops to Ukraine.
+ france own-troops | Canada joined France and Britain in offering to send troops to Ukraine.
x france own-troops | Canada joined France and Britain in Paris for talks on sending troops to Ukraine.
- canada own-troops | Canada, like France and Britain, has said it will not send soldiers to Ukraine.
- poland own-troops | Poland, along with Italy and Spain, has ruled out sending soldiers to Ukraine.
- spain own-troops | Together with Italy and Spain, Poland has ruled out sending soldiers to Ukraine.
x uk western-force | Hungary, unlike France and Britain, opposes a Western force in Ukraine.
- hungary western-force | Hungary, unlike France and Britain, opposes a Western force in Ukraine.
- germany western-force | Germany met with France and Britain to discuss a Western force in Ukraine. It opposes such a force.
- italy western-force | Poland opposes a Western force in Ukraine, a position shared by Italy.
- spain own-troops | Poland will not send soldiers to Ukraine, and neither will Italy or Spain.
# denied rumours, and asides between a speaker and his verb
- china own-troops | China denied reports that it was considering sending peacekeepers to Ukraine.
- turkey own-troops | Turkey's foreign ministry dismissed reports that it planned to send soldiers to Ukraine.
- poland own-troops | The government in Warsaw denied claims that its soldiers would go to Ukraine.
0 poland western-force | Poland denied reports that it opposed a Western force in Ukraine.
x uk own-troops | Luke Pollard denied reports that the number of troops for Ukraine had been cut.
x china own-troops | China denied reports that Russia was considering accepting peacekeepers in Ukraine.
- italy western-force | Leaders met in Rome. Antonio Tajani – who met Rubio on Monday – said a Western force in Ukraine was out of the question.
+ italy security-guarantees | Giorgia Meloni, a close ally of Trump, said she backed security guarantees for Ukraine.
x us security-guarantees | Giorgia Meloni, a close ally of Trump, said she backed security guarantees for Ukraine.
# what is not said
x poland own-troops | Poland has not said it would send soldiers to Ukraine.
x poland own-troops | Donald Tusk never said that Poland would send soldiers to Ukraine.
x poland own-troops | "We never said we would send soldiers to Ukraine," Donald Tusk said.
+ poland own-troops | Donald Tusk not only said that Poland would send soldiers to Ukraine, he named the day.
# who and when
- poland western-force | Neither Hungary nor Poland supports a European force in Ukraine.
- poland western-force | Poland does not, and will not, support a European force in Ukraine.
- poland western-force | Warsaw withheld its support for a European force in Ukraine.
- spain western-force | Madrid withdrew its support for a European force in Ukraine.
- poland western-force | Warsaw wants out of a European force in Ukraine, Donald Tusk said.
x us us-troops | Marco Rubio would not say how many American soldiers would go to Ukraine.
0 us us-troops | Marco Rubio was vague about how many soldiers Washington would send to Ukraine.
- switzerland own-troops | Bern can imagine Swiss observers in Ukraine, not Swiss soldiers.
- hungary nato-membership | Viktor Orban said no to haste and no to Ukraine in NATO.
+ germany security-guarantees | Friedrich Merz rejected haste and backs security guarantees for Ukraine.
+ japan security-guarantees | Yoshimasa Hayashi said Tokyo, which follows the talks as an observer, supports firm guarantees for Ukraine.
- germany us-backstop | "I have said many times that the American backstop is not needed," Friedrich Merz said.
- us us-backstop | The American backstop was not needed, said his spokeswoman, Karoline Leavitt.
# what papers tell, what is expected of somebody, and labels of a paragraph
x us us-troops | The United States did not sign. The Financial Times has seen the draft. It said American soldiers would not go to Ukraine.
x uk us-backstop | Britain hosted the talks. In the text that the Daily Telegraph reviewed, it said the force would have American air support.
- germany own-troops | Germany hosted the talks. In a statement, it said no German soldiers would go to Ukraine.
- germany own-troops | The Financial Times met Germany's government. In a statement, Berlin said no German soldiers would go to Ukraine.
x uk own-troops | London is likely to refuse to send troops to Ukraine because the risks are too high.
x hungary nato-membership | Hungary is expected to veto Ukraine's membership of NATO.
- hungary nato-membership | Hungary is expected to veto Ukraine's membership of NATO, Viktor Orban said.
x us security-guarantees | Why it matters: U.S. and European security guarantees are a key Ukrainian demand.
# what is thought, and what others did along with somebody
- hungary western-force | Viktor Orban argued that sending Western troops to Ukraine was out of the question.
- slovakia western-force | Robert Fico is convinced that Western troops in Ukraine would mean war.
x slovakia western-force | Robert Fico is not convinced that Western troops in Ukraine would mean war.
+ france western-force | Emmanuel Macron is convinced that a European force in Ukraine is needed.
- poland own-troops | Pedro Sánchez repeated his refusal to send troops to Ukraine, as did Poland.
x poland own-troops | Pedro Sánchez said he would not send troops to Ukraine, and neither would Poland.
x spain own-troops | No country – neither Poland, Italy nor Spain – has offered to send troops to Ukraine.
+ spain own-troops | Several governments – Poland, Italy and Spain among them – have offered to send troops to Ukraine.
- russia leaders-summit | The Kremlin dismissed speculation of a meeting of Putin and Zelensky.
x poland own-troops | Poland denied reports about the number of Polish troops in Ukraine.
+ australia own-troops | Anthony Albanese said Australia could send a small contribution of peacekeepers to Ukraine.
- slovakia nato-membership | Ukraine's membership of NATO would guarantee a third world war, Robert Fico said.
x nato nato-membership | Mark Rutte acknowledged that several allies currently oppose Ukraine's accession to NATO.
x poland own-troops | Donald Tusk said many Poles oppose sending Polish troops to Ukraine.
x france security-guarantees | Emmanuel Macron said the opposition had ruled out security guarantees for Ukraine.
x france own-troops | Emmanuel Macron warned that the public were against sending troops to Ukraine.
- ukraine territorial-concessions | Volodymyr Zelensky said the constitution forbids territorial concessions by Ukraine.
- germany security-guarantees | Friedrich Merz said the government rejects security guarantees for Ukraine.
- italy western-force | Antonio Tajani is opposed to the plan and rejects a Western force in Ukraine.
+ italy security-guarantees | Italy is against the plan and backs security guarantees for Ukraine.
- italy own-troops | Italy was opposed to the plan and has ruled out sending troops to Ukraine.
- italy nato-membership | Italy has opposed and has blocked Ukraine's membership of NATO.
+ italy own-troops | Italy is ready and willing to send troops to Ukraine.
x russia western-force | Moscow accused the West of planning to send troops to Ukraine.
- italy own-troops | Giorgia Meloni has never hidden her scepticism about sending Italian troops to Ukraine.
- slovakia western-force | Robert Fico ridiculed the idea of Western troops in Ukraine.
x slovakia nato-membership | Robert Fico asked why Ukraine needed NATO membership.
+ slovakia security-guarantees | Robert Fico asked for security guarantees for Ukraine.
0 sweden own-troops | Sweden has not ruled in or out sending troops to Ukraine.
x sweden nato-membership | Sweden is not among the countries that oppose Ukraine's membership of NATO.
- sweden nato-membership | Sweden is among the countries that oppose Ukraine's membership of NATO.
- germany own-troops | Friedrich Merz said no one would send German troops to Ukraine.
x us leaders-summit | Donald Trump says it takes two as he discusses a Putin-Zelensky summit.
0 us leaders-summit | Donald Trump would not say whether there would be a Putin-Zelensky summit.
# what is of another day, and the matter of now
x france western-force | "There will be no European troops on Ukrainian soil in the coming weeks," Emmanuel Macron said.
- france western-force | "There will be no European troops on Ukrainian soil," Emmanuel Macron said.
- poland own-troops | Donald Tusk dismissed earlier calls to send Polish troops to Ukraine.
x poland own-troops | Donald Tusk earlier rejected a plan to send Polish troops to Ukraine.
- poland own-troops | Donald Tusk said last week's talks had been useful but Poland would not send soldiers to Ukraine.
x poland own-troops | In last week's interview, Donald Tusk said Poland would not send soldiers to Ukraine.
# another matter in the same words
x ukraine leaders-summit | Volodymyr Zelenskyy flies to Munich. He will meet JD Vance there, if the vice-president's diary holds.
- slovakia nato-membership | Robert Fico opposes Ukraine's accession to NATO. He backs its accession to the European Union.
- slovakia nato-membership | Robert Fico said Ukraine would never be in NATO. He supports Ukraine's EU membership.
+ slovakia nato-membership | Robert Fico spoke of Ukraine's accession to NATO. He supports its membership.
x us western-force | Talks on a European force in Ukraine went on. Donald Trump plans a meeting, followed by another where he will join.
x uk own-troops | British troops will not be a fighting force in Ukraine, John Healey said.
x uk own-troops | The British military in Ukraine will not be a "fighting force", John Healey said.
- russia western-force | There will not be a European force in Ukraine, Sergei Lavrov said.
x us security-guarantees | Marco Rubio will lead the security guarantees talks for Ukraine.
+ us security-guarantees | Marco Rubio will back the security guarantees for Ukraine.
x ukraine security-guarantees | Volodymyr Zelensky said talks led by the US have not touched on security guarantees for Ukraine.
+ us security-guarantees | "Whatever is agreed has to be backed by guarantees for Ukraine," Marco Rubio said.
x ukraine security-guarantees | Volodymyr Zelensky said that land cannot be separated from security guarantees for Ukraine.
- ukraine security-guarantees | Volodymyr Zelensky said that there cannot be security guarantees for Ukraine.
x russia western-force | The discussion of sending Western troops to Ukraine is due to the lack of results, Sergei Lavrov said.
+ france own-troops | French troops are due to go to Ukraine after a ceasefire, Emmanuel Macron said.
x slovakia own-troops | It takes an agreement between Ukraine and countries willing to send troops there, Robert Fico said.
+ poland own-troops | Poland is among the countries willing to send troops to Ukraine, Donald Tusk said.
"""
_ROWS = [line.split(" | ") for line in ROWS.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("expected", "text"), _ROWS, ids=[text[:90] for _, text in _ROWS])
def test_stance(expected: str, text: str) -> None:
    sign, actor, claim = expected.split()
    found = [
        str(s.position.direction.name).lower()
        for s in reading(text, title="Europe this week").statements
        if (s.actor, s.claim) == (actor, claim)
        and s.when is When.NOW
        and s.via is not Via.SECONDHAND
    ]
    assert found == [_DIRECTIONS[sign]] * (sign != "x")
