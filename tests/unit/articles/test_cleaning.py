"""What is taken out of a text, and what is not."""

import pytest

from watchers.articles.cleaning import cleaned

FIRST = "The minister said on Tuesday that no soldiers would be sent, whatever the talks came to."
SECOND = "Her spokesman repeated it an hour later, and added that nobody had asked the question."


@pytest.mark.parametrize(
    "intruder",
    [
        "Read also: Minister rejects peacekeepers • Dollar falls • Rain in the south",
        "RELATED: Cyclone bill passes | Eggs: why the shelves are bare",
        "See also: What the guarantees would mean",
        "More from The Paper: Grain corridor | Poll",
        "— Read more: Ten charts",
        "Watch: Minister speaks to reporters",
        "Subscribe to our channel and be the first to know.",
        "Sign up to our newsletter for more.",
        "Follow us on Telegram for news from the front.",
        "Support us or become our patron!",
        "Advertisement",
        "Published 20 November 2026 at 10:00",
        "3 min read",
        "© The Paper. Reproduction by permission only.",
        "File photo: The minister at the border",
        "Image source, Getty Images",
        "Getty Images",
        "A soldier stands guard near the border, November 2026. REUTERS/A. Photographer",
        "The minister in Kyiv on Tuesday [A. Photographer/AFP]",
        "Soldiers march in the capital. (AP Photo/A. Photographer)",
        "The post Minister says no appeared first on The Paper.",
    ],
)
def test_an_intruder_between_paragraphs_goes_and_they_stay(intruder: str) -> None:
    text = f"{FIRST}\n{intruder}\n{SECOND}"
    assert cleaned(text, titles=()) == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "paragraph",
    [
        "No.",
        "Even if the Americans asked?",
        "“We will not go.”",
        "What would change her mind?",
        "Read by her spokesman, the statement says that no soldiers will be sent.",
        "Watching the border is not our task, she said.",
        "The photo shows the minister, who rejected the plan, with her advisers in the capital.",
        "KYIV",
        "Reuters reported on Monday that Warsaw would send no soldiers.",
        "More than forty countries have joined, she said.",
        "Related questions were put off until Friday, the ministry said.",
    ],
)
def test_what_belongs_to_the_article_stays(paragraph: str) -> None:
    text = f"{FIRST}\n{paragraph}\n{SECOND}"
    assert cleaned(text, titles=()) == f"{FIRST}\n\n{paragraph}\n\n{SECOND}"


TAIL = "12:30\nExclusive\nMinister rejects peacekeepers\n- Chancellor backs force\nWill they go?"


@pytest.mark.parametrize(
    "heading",
    ["Read also:", "Related content", "Most popular stories", "More news", "Tags:", "Trending"],
)
def test_a_list_under_a_heading_goes(heading: str) -> None:
    assert cleaned(f"{FIRST}\n{SECOND}\n{heading}\n{TAIL}", titles=()) == f"{FIRST}\n\n{SECOND}"


def test_an_article_that_goes_on_after_a_list_is_kept_whole() -> None:
    text = f"{FIRST}\nRead also:\nMinister rejects peacekeepers\nWill they go?\n{SECOND}"
    assert cleaned(text, titles=()) == f"{FIRST}\n\n{SECOND}"


def test_a_list_without_heading_goes_from_the_end() -> None:
    text = (
        f"{FIRST}\n{SECOND}\nMinister rejects force\nPremier backs force\n11:20\nRain in the south"
    )
    assert cleaned(text, titles=()) == f"{FIRST}\n\n{SECOND}"


def test_a_last_line_without_full_stop_is_no_list() -> None:
    text = f"{FIRST}\n{SECOND}\nThe talks go on"
    assert cleaned(text, titles=()).endswith("The talks go on")


def test_the_headline_is_not_repeated_in_the_text() -> None:
    text = f"Minister says “no”\n{FIRST}\n{SECOND}"
    assert cleaned(text, titles=("Minister says 'No'",)) == f"{FIRST}\n\n{SECOND}"


def test_an_article_that_stands_there_twice_is_read_once() -> None:
    assert cleaned(f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}", titles=()) == f"{FIRST}\n\n{SECOND}"


def test_a_fact_box_above_the_headline_is_no_part_of_the_article() -> None:
    text = f"- 33% of the force\nSource: the ministry\nMinister says no\n{FIRST}\n{SECOND}"
    assert cleaned(text, titles=("Minister says no",)) == f"{FIRST}\n\n{SECOND}"
