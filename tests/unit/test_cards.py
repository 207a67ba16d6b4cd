"""Cards: what a reader sees in five seconds, and Discord's limits at every length."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import cards
from bot.cards import (
    Card,
    change_card,
    change_line,
    fold_card,
    holding_card,
    holding_line,
    text_card,
)
from bot.digests.card import digest_card
from bot.payloads import card_payload, change_payload, compose
from bot.samples import sample_cards
from bot.text import clean, cut, fitted, length, line, link, markdown, piece, plain
from bot.views import ChangeView, DigestView, Evidence, HoldingView
from tests.unit.alerts_material import TRUMP, US_TROOPS, change
from watchers.model import Kind, Position, State, Via


def shown(card: Card) -> list[str]:
    lines = [markdown(card.title), *map(markdown, card.lines)]
    return lines + [f"{f.name}: {markdown(f.value)}" for f in card.fields]


def test_a_confirmed_reversal() -> None:
    assert shown(change_card(US_TROOPS)) == [
        "✅ Confirmed reversal: United States",
        "**The United States sends ground troops or peacekeepers to Ukraine.**",
        "**+ open → −− opposes**",
        "> “You have my assurance,” he said of American troops, “and I am president.”",
        "— **Donald Trump**, Fox News · "
        "[foxnews.example ↗](https://www.foxnews.example/politics/trump-troops) · 19 Aug 2025",
        "Since: 19 Aug 2025",
        "Heard from: 1 independent witness",
        "Before: \\+ open since 18 Aug 2025",
    ]


ENDINGS = {
    "withdrawn": (State.WITHDRAWN, "he took it back", "**Withdrawn:** he took it back"),
    "expired": (State.EXPIRED, None, "**Expired:** no second witness came in time."),
}


@pytest.mark.parametrize(("state", "reason", "said"), ENDINGS.values(), ids=ENDINGS.keys())
def test_what_ended_is_struck_through_with_its_reason(
    state: State, reason: str | None, said: str
) -> None:
    title, claim, move, why, *_ = shown(change_card(replace(US_TROOPS, state=state, reason=reason)))
    assert "~~Reversal: United States~~" in title
    assert claim.startswith("~~")
    assert move == "~~+ open → −− opposes~~"
    assert why == said


def test_a_fold_lists_every_change_of_forty() -> None:
    card = fold_card([change(n) for n in range(40)])
    assert plain(card.title) == "40 changes within ten minutes"
    assert len(card.lines) == 40
    for number, one in enumerate(card.lines):
        assert f"**Actor {number}**: + open → −− opposes" in markdown(one)


SAFE = {
    "everyone": ("hello @everyone", "hello @\u200beveryone"),
    "a member": ("<@123> <@!123> <@&9>", "\\<@\u200b123\\> \\<@\u200b!123\\> \\<@\u200b&9\\>"),
    "a channel": ("<#1>", "\\<\\#\u200b1\\>"),
    "markup": ("*a* _b_ ~~c~~ `d` ||e||", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|"),
    "a heading": ("# big", "\\# big"),
    "a quotation mark of markup": ("> said", "\\> said"),
    "a list": ("- one", "\\- one"),
    "a numbered list": ("1. one", "1\u200b. one"),
    "a masked link": ("[bank](https://evil.example/x)", "\\[bank\\](evil.example/x)"),
    "an address": ("see https://evil.example now", "see evil.example now"),
    "an address in an address": ("hthttp://tp://evil.example", "evil.example"),
    "an invite": ("come to discord.gg/abc!", "come to (invite left out)"),
    "an invite by address": ("https://discord.com/invite/abc", "(invite left out)"),
    "a time stamp": ("<t:1700000000:R>", "\\<t:1700000000:R\\>"),
    "a terminal's escape": ("a\x1b[2Jb", "a \\[2Jb"),
    "text turned round": ("abc\u202edcba", "abcdcba"),
    "lines": ("one\n\n> two", "one \\> two"),
    "right to left": ("שלום", "\u2068שלום\u2069"),
}


@pytest.mark.parametrize(("given_text", "said"), SAFE.values(), ids=SAFE.keys())
def test_foreign_text_is_made_safe(given_text: str, said: str) -> None:
    assert markdown(line(piece(given_text))) == said


LINKS = {
    "plain": ("https://www.bbc.co.uk/news/1", "[bbc.co.uk ↗](https://www.bbc.co.uk/news/1)"),
    "brackets": (
        "https://a.example/x_(y)?q=[z]",
        "[a.example ↗](https://a.example/x_%28y%29?q=%5Bz%5D)",
    ),
    "a port": ("http://127.0.0.1:8080/a", "[127.0.0.1 ↗](http://127.0.0.1:8080/a)"),
    "another script": (
        "https://bücher.example/ü",
        "[xn--bcher-kva.example ↗](https://xn--bcher-kva.example/%C3%BC)",
    ),
    "a user name": ("https://bbc.co.uk@evil.example/", None),
    "a script": ("javascript:alert(1)", None),
    "a file": ("file:///etc/passwd", None),
    "nothing": ("", None),
    "a broken one": ("https://[::1", None),
    "a bad port": ("https://a.example:99999/", None),
    "one that is too long": ("https://a.example/" + "a" * 500, None),
}


@pytest.mark.parametrize(("url", "said"), LINKS.values(), ids=LINKS.keys())
def test_a_link_shows_its_own_host_or_is_none(url: str, said: str | None) -> None:
    made = link(url)
    assert (markdown(line(made)) if made else None) == said


CUTS = {
    "it fits": ("one two", 7, "one two"),
    "at a word": ("one two three", 9, "one two…"),
    "a word that is too long": ("abcdefgh", 4, "abc…"),
    "an emoji is not parted": ("👩🏽‍🚀👩🏽‍🚀", 9, "👩🏽‍🚀…"),
    "a flag is not parted": ("🇪🇺🇺🇦", 6, "🇪🇺…"),
    "an accent is not parted": ("e\u0301e\u0301e\u0301", 4, "e\u0301…"),
    "nothing fits": ("abc", 0, ""),
}


@pytest.mark.parametrize(("text", "room", "said"), CUTS.values(), ids=CUTS.keys())
def test_text_is_cut_at_a_word(text: str, room: int, said: str) -> None:
    assert cut(text, room) == said


FOREIGN = st.text(max_size=3000) | st.text(
    alphabet="*_~|`[]()<>#@\\ \u202e\u200d\u05d0\u0627🙂🇪e\u0301https://discord.gg/abc everyone",
    max_size=3000,
)


@st.composite
def changes(draw: st.DrawFn) -> ChangeView:
    evidence = Evidence(
        speaker=draw(FOREIGN),
        quotation=draw(FOREIGN),
        outlet=draw(FOREIGN),
        url=draw(st.none() | FOREIGN | st.just("https://a.example/" + "b" * 350)),
        said_on=draw(st.none() | st.dates()),
        via=draw(st.sampled_from(Via)),
    )
    return ChangeView(
        id="x",
        actor_id="a",
        actor=draw(FOREIGN),
        claim_id="c",
        claim=draw(FOREIGN),
        before=draw(st.sampled_from(Position)),
        after=draw(st.sampled_from(Position)),
        kind=draw(st.sampled_from(Kind)),
        state=draw(st.sampled_from(State)),
        since=draw(st.dates()),
        evidence=(evidence,) * draw(st.integers(0, 3)),
        witnesses=draw(st.integers(1, 10**6)),
        before_since=draw(st.none() | st.dates()),
        reason=draw(st.none() | FOREIGN),
    )


def assert_within_limits(card: Card) -> None:
    title, body = markdown(card.title), "\n".join(map(markdown, card.lines))
    assert 0 < length(title) <= cards.TITLE_MAX_CHARS
    assert length(body) <= cards.DESCRIPTION_MAX_CHARS
    assert len(card.fields) <= cards.FIELDS_MAX
    whole = length(title) + length(body) + length(card.footer) + 25
    for one in card.fields:
        assert 0 < length(one.name) <= cards.FIELD_NAME_MAX_CHARS
        assert 0 < length(markdown(one.value)) <= cards.FIELD_VALUE_MAX_CHARS
        whole += length(one.name) + length(markdown(one.value))
    assert whole <= cards.MESSAGE_MAX_CHARS


@settings(max_examples=60, deadline=None)
@given(changes())
def test_an_alert_is_within_limits_whatever_it_says(one: ChangeView) -> None:
    assert_within_limits(change_card(one))
    assert length(markdown(change_line(one))) <= cards.LIST_LINE_MAX_CHARS
    (again,) = compose([change_payload(one)], is_fold=False, fold_above=5)
    assert again == change_card(one)


@settings(max_examples=15, deadline=None)
@given(st.lists(changes(), min_size=1, max_size=3), st.integers(1, 40))
def test_a_list_is_within_limits_and_lists_all(some: list[ChangeView], count: int) -> None:
    many = (some * 40)[:count]
    card = fold_card(many)
    assert_within_limits(card)
    assert len(card.lines) == count


@settings(max_examples=15, deadline=None)
@given(changes(), st.integers(0, 60))
def test_stances_and_digests_are_within_limits(one: ChangeView, count: int) -> None:
    holding = HoldingView(
        actor_id="a",
        actor=one.actor,
        claim_id="c",
        claim=one.claim,
        position=one.after,
        since=one.since,
        evidence=one.evidence * 3,
        last_heard=one.since,
        pending=one,
    )
    assert_within_limits(holding_card(holding, today=one.since))
    digest = DigestView(
        since=one.since,
        until=one.since,
        moved=(one,) * count,
        heard=(one,) * count,
        first=(holding,) * count,
        contested=(one,) * count,
        stale=(holding,) * count,
        down=(one.actor,) * count,
    )
    assert_within_limits(digest_card(digest))
    lines = [holding_line(one.actor, holding, today=one.since)] * count
    assert_within_limits(text_card(one.claim or "x", lines))


@settings(max_examples=100, deadline=None)
@given(FOREIGN, st.integers(0, 300))
def test_a_cut_is_never_longer_and_a_clean_text_stays_clean(text: str, room: int) -> None:
    assert length(cut(text, room)) <= room
    assert clean(clean(text)) == clean(text)
    assert length(markdown(fitted(line(piece(text)), room))) <= room
    said = markdown(line(piece(text))).casefold()
    assert "@everyone" not in said
    assert "@here" not in said
    assert "discord.gg/" not in said
    assert "://" not in said


@pytest.mark.parametrize(("name", "card"), sample_cards().items(), ids=sample_cards().keys())
def test_every_sample_is_within_limits_and_comes_back_from_the_outbox(
    name: str, card: Card
) -> None:
    assert_within_limits(card)
    assert compose([card_payload(card)], is_fold=False, fold_above=5) == (card,), name


def test_a_change_comes_back_from_its_json_whole() -> None:
    assert ChangeView.from_json(US_TROOPS.to_json()) == US_TROOPS


def test_a_holding_says_how_fresh_it_is_and_what_is_doubtful() -> None:
    holding = HoldingView(
        actor_id="us",
        actor="United States",
        claim_id="us-troops",
        claim="Troops.",
        position=Position.OPPOSES,
        since=date(2025, 8, 19),
        evidence=(TRUMP,),
        last_heard=date(2026, 3, 8),
        inherited=True,
        contested=True,
        pending=replace(US_TROOPS, before=Position.OPPOSES, after=Position.OPEN),
    )
    said = "\n".join(shown(holding_card(holding, today=date(2026, 3, 9))))
    for part in (
        "−− opposes since 19 Aug 2025",
        "Contested",
        "A possible change stands beside it: −− opposes → + open.",
        "From the shipped baseline",
        "Last heard: 8 Mar 2026 (yesterday)",
    ):
        assert part in said
