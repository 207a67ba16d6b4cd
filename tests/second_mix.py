"""A thousand articles as they come in: one in twenty speaks of a claim, a third repeats another.

Of the others one in ten is of a neighbouring matter: the same war, leaders, soldiers and guarantees.
"""

import random
from dataclasses import replace
from datetime import timedelta
from itertools import count

from tests.second_material import MACRON, corpus
from watchers.model import Article

RELEVANT_EACH, COPY_SHARE = 20, 1 / 3
NEIGHBOUR_SHARE = 0.1
#: Other news; {place}, {name} and {number} vary.
OTHER_NEWS = (
    "Drones hit an energy plant near {place} overnight, the regional governor said. {number} people "
    "were hurt and thousands were left without power. Repair crews worked until the morning.",
    "The central bank in {place} left its main rate at {number} percent. Inflation had slowed less "
    "than hoped, governor {name} told reporters, and wages were still rising fast.",
    "{name} scored twice as {place} beat the leaders {number}-1 on Saturday. The coach praised a "
    "young team that had lost its last three matches away from home.",
    "Police in {place} arrested {number} people over the theft of paintings from a museum. Two of the "
    "works, by {name}, have not been found. A court will hear the case next month.",
    "Farmers blocked the roads into {place} with {number} tractors, in protest against cheap grain. "
    "The agriculture minister promised talks with {name}, who leads their union.",
    "Storms cut off {number} villages around {place}. The mayor, {name}, asked people to stay at home "
    "until the river falls.",
    "A new film by {name} opened the festival of {place}. It runs for {number} minutes and tells of a "
    "teacher who comes home after the war.",
    "The company of {name} will build a battery plant in {place} with {number} jobs. Shares rose by "
    "four percent.",
    "Doctors in {place} went on strike for {number} days. The health minister called their demands "
    "too high; {name} of the doctors' union said that he had not been listened to.",
    "Scientists around {name} found {number} new species of beetle in the hills of {place}. The find "
    "shows how little is known of the soil, they write.",
    "Trump signed an order on steel tariffs of {number} percent. Markets in {place} fell, and {name}, "
    "an economist, warned of higher prices.",
)
#: What shares words with the claims and speaks of none.
NEIGHBOURS = (
    "The International Monetary Fund approved a loan of {number} billion dollars for Ukraine. Part of "
    "it is covered by loan guarantees of the European Union, said {name}, a spokesman in {place}.",
    "American soldiers and their German hosts began an exercise near {place} with {number} vehicles. "
    "It had been planned for a year, Colonel {name} said.",
    "UN peacekeepers in Lebanon came under fire for the {number}th time this year. Nobody was hurt, "
    "said {name}, who speaks for the mission in {place}.",
    "Russia and Ukraine exchanged {number} prisoners each near {place}, both sides said. {name}, who "
    "had waited for her son for two years, wept when the buses came.",
    "Serbia must do more for the rule of law before it can join the Union, said {name}, who presented "
    "a report of {number} pages in {place}.",
    "President Vladimir Putin met the president of Kazakhstan in {place} to speak about trade, which "
    "has grown by {number} percent. {name}, an analyst, called it a friendly visit.",
    "Ukraine's parliament passed the budget by {number} votes. Most of it goes to the army, said "
    "{name}, who sits on the finance committee. Teachers in {place} will be paid more.",
)
PLACES = (
    "Odesa",
    "Lyon",
    "Porto",
    "Graz",
    "Tartu",
    "Malmo",
    "Bari",
    "Gdansk",
    "Leeds",
    "Cluj",
    "Ghent",
)
NAMES = (
    "Ilona Varga",
    "Peter Strand",
    "Maria Costa",
    "Jan Novotny",
    "Eva Lind",
    "Omar Haddad",
    "Tom Reid",
)


def thousand(*, seed: int = 7, total: int = 1_000) -> list[Article]:
    """Articles in order of arrival; the same for the same seed."""
    chance = random.Random(seed)
    relevant = [
        item.article for item in corpus("wire", "extra-core", "winter-2025-26") if item.labels
    ]
    chance.shuffle(relevant)
    originals: dict[bool, list[Article]] = {True: [], False: []}
    source = iter(relevant)
    numbers = count()
    made = []
    for place in range(total):
        speaks = place % RELEVANT_EACH == 0
        earlier = originals[speaks]
        if earlier and chance.random() < COPY_SHARE:
            made.append(_copied(chance.choice(earlier[-40:]), next(numbers), chance))
            continue
        article = next(source) if speaks else _other(next(numbers), chance)
        earlier.append(article)
        made.append(replace(article, id=f"m{place}", url=f"https://mix.example/{place}"))
    start = MACRON.published
    return [replace(one, published=start + timedelta(seconds=n)) for n, one in enumerate(made)]


def _copied(article: Article, number: int, chance: random.Random) -> Article:
    """As other papers print it: another headline, another dateline, perhaps without the end."""
    text = article.text
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 3 and chance.random() < 0.5:
        text = "\n\n".join(paragraphs[:-1])
    return replace(
        article,
        id=f"c{number}",
        url=f"https://copies.example/{number}",
        outlet=f"Copy {number % 23}",
        title=f"{article.title} ({number})",
        text=f"(ANA) - {text}",
    )


def _other(number: int, chance: random.Random) -> Article:
    news = NEIGHBOURS if chance.random() < NEIGHBOUR_SHARE else OTHER_NEWS
    text = chance.choice(news).format(
        place=chance.choice(PLACES), name=chance.choice(NAMES), number=chance.randint(2, 90)
    )
    return replace(
        MACRON, title=f"News of the day, {number}", text=text, outlet=f"Paper {number % 31}"
    )
