"""One of each card, plain ones and hard ones, for people who look at what they change.

The words of August 2025 are public quotations; what is marked as made up is made up.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.cards import (
    Card,
    change_card,
    fold_card,
    holding_card,
    holding_line,
    notice_card,
    text_card,
    unknown_card,
)
from bot.digests.card import digest_card
from bot.views import ChangeView, DigestView, Evidence, HoldingView, Notice
from watchers.model import Kind, Position, State, Via

_TODAY = date(2025, 8, 22)

_FOX = Evidence(
    speaker="Donald Trump",
    quotation="“You have my assurance, and I’m president,” Trump said when he was asked whether he "
    "could promise that there would be no American boots on the ground.",
    outlet="Fox News",
    url="https://www.foxnews.example/politics/trump-no-american-boots",
    said_on=date(2025, 8, 19),
    via=Via.QUOTE,
    position=Position.OPPOSES,
)
_HOUSE = replace(
    _FOX,
    speaker="Karoline Leavitt",
    quotation="The president has definitively stated that US boots will not be on the ground in Ukraine.",
    outlet="Reuters",
    url="https://www.reuters.example/world/white-house-rules-out-troops",
)
_US = ChangeView(
    id="us:us-troops:1",
    actor_id="us",
    actor="United States",
    claim_id="us-troops",
    claim="The United States sends ground troops or peacekeepers to Ukraine.",
    before=Position.OPEN,
    after=Position.OPPOSES,
    kind=Kind.REVERSAL,
    state=State.POSSIBLE,
    since=date(2025, 8, 19),
    evidence=(_FOX,),
    before_since=date(2025, 8, 18),
)
_LONG = replace(
    _US,
    actor="The Interparliamentary Assembly of Member Nations of the Commonwealth of Very Long Names",
    claim="A made-up proposition that does not end where it should, " * 6,
    evidence=(
        replace(
            _FOX,
            speaker="Her Excellency the Deputy Plenipotentiary for the Coordination of Names " * 2,
            quotation="A made-up sentence, long as they are in communiqués, goes on and on. " * 30,
            outlet="The Daily Advertiser, Examiner, Intelligencer and Evening Post of Everywhere",
        ),
    ),
)
_RIGHT_TO_LEFT = replace(
    _US,
    actor="المملكة العربية السعودية",
    claim="עמדה שהומצאה לשם הדוגמה (made up)",
    state=State.CONFIRMED,
    evidence=(
        replace(
            _FOX,
            speaker="فيصل بن فرحان",
            quotation="هذا الاقتباس (made up) ليس حقيقيا 🙂‍↕️ 👩🏽‍🚀 🇪🇺.",
            outlet="الجريدة",
            url="https://xn--mgba.example/خبر",
        ),
    ),
)
_HOSTILE = replace(
    _US,
    actor="**Bold** @everyone <@1> <#2>",
    claim="# A heading, ||hidden||, [a link](https://evil.example) and `code` (made up)",
    evidence=(
        replace(
            _FOX,
            quotation="> quoted @here, join discord.gg/abcdef or https://discord.com/invite/abc now (made up)",
            speaker="~~struck~~ _Jones_",
            url="javascript:alert(1)",
        ),
    ),
)
_HOLDING = HoldingView(
    actor_id="us",
    actor="United States",
    claim_id="us-troops",
    claim=_US.claim,
    position=Position.OPPOSES,
    since=date(2025, 8, 19),
    evidence=(_FOX, _HOUSE),
    last_heard=date(2025, 8, 20),
)
_POLAND = replace(
    _HOLDING,
    actor_id="poland",
    actor="Poland",
    position=Position.RELUCTANT,
    since=date(2025, 2, 17),
    last_heard=date(2025, 8, 18),
    evidence=(),
    contested=True,
)


def sample_cards() -> dict[str, Card]:
    """Every card by the name of what it shows."""
    confirmed = replace(
        _US,
        state=State.CONFIRMED,
        evidence=(_FOX, _HOUSE),
        witnesses=2,
        reason="a second independent witness reports it.",
    )
    withdrawn = replace(_US, state=State.WITHDRAWN, reason="the speaker took it back.")
    expired = replace(_US, state=State.EXPIRED, reason=None)
    contested = replace(
        _US, state=State.CONTESTED, reason="two ministers say the contrary of each other."
    )
    burst = [replace(confirmed, actor=f"{name} (made up)") for name in _NAMES]
    return {
        "possible": change_card(_US),
        "confirmed": change_card(confirmed),
        "withdrawn": change_card(withdrawn),
        "expired": change_card(expired),
        "contested": change_card(contested),
        "many at once": fold_card([*burst[:5], withdrawn, _US]),
        "very many at once": fold_card(burst * 3),
        "stance": holding_card(_HOLDING, today=_TODAY),
        "stance, contested": holding_card(_POLAND, today=_TODAY),
        "stances": text_card(
            _US.claim,
            [holding_line(h.actor, h, today=_TODAY) for h in (_HOLDING, _POLAND) for _ in range(3)],
        ),
        "nothing known": unknown_card("Portugal", _US.claim),
        "digest": digest_card(_digest(confirmed, contested)),
        "quiet digest": digest_card(
            DigestView(since=date(2025, 8, 11), until=date(2025, 8, 17), articles=4120, feeds=31)
        ),
        "notice": notice_card(
            Notice(
                key="sample",
                what="Discord does not let the bot post in the channel: 403 Missing Access",
                cure="In the channel's settings, Permissions, give the bot Send Messages.",
                at=datetime(2025, 8, 22, tzinfo=UTC),
            )
        ),
        "long names": change_card(_LONG),
        "right to left and emoji": change_card(_RIGHT_TO_LEFT),
        "hostile text": change_card(_HOSTILE),
    }


_NAMES = ["France", "United Kingdom", "Germany", "Italy", "Spain", "Norway", "Denmark", "Sweden"]


def _digest(*changes: ChangeView) -> DigestView:
    return DigestView(
        since=date(2025, 8, 18),
        until=date(2025, 8, 24),
        moved=changes[:1],
        heard=(replace(_US, state=State.HEARD, before_since=date(2025, 2, 12)),),
        contested=changes[1:],
        stale=(_POLAND,),
        down=("Der Standard: no answer in 10 s, since 20 Aug",),
        articles=4120,
        feeds=31,
    )
