"""Soldiers who are not those of whoever speaks or acts: no army at all, those that withdraw, those whom others plan to send.

Knows the words around one noun. Knows no claim, and nothing of whose soldiers they are.
"""

from watchers.reading.matter.soldier_words import COLLECTIVE, HELP, PARTIES, WITHDRAWING
from watchers.reading.voices.voice_words import NATIONS
from watchers.reading.words.vocabulary import Mark

#: How many an army has, and tokens from there to its soldiers.
_NUMBER, _NUMBER_REACH = ["the", "number", "of"], 4
#: Tokens from "withdraw" to the soldiers.
_WITHDRAWN_REACH = 3
#: What somebody may have in mind, and tokens from there to what he would do.
_PLANS, _PLAN_REACH = (
    frozenset({
        "ambition", "ambitions", "appeal", "appeals", "call", "calls", "decision", "decisions", "demand", "demands", "desire", "idea",
        "ideas", "initiative", "intention", "intentions", "offer", "offers", "plan", "plans", "pledge", "pledges", "preparations",
        "promise", "promises", "proposal", "proposals", "push", "readiness", "request", "requests", "suggestion", "suggestions", "vow",
        "willingness", "wish",
    }),
    8,
)  # fmt: skip
#: Those of them that are put to others.
_ASKING = frozenset({"appeal", "call", "demand", "push", "request", "suggestion"})
_OF, _OWNING = frozenset({"by", "from", "of"}), frozenset({"adj", "land", "name", "person", "west"})
#: What may stand between whose a plan is and the plan.
_BEFORE_PLAN = frozenset(
    {"'s", "clear", "current", "declared", "draft", "latest", "new", "original", "public", "stated"}
)

#: Those who may send soldiers, what is said of them behind, and tokens from there to the act.
_SENDERS = NATIONS | {"members", "others", "powers", "those"}
_SENDING, _SENDERS_REACH = frozenset({"prepared", "ready", "that", "which", "who", "willing"}), 8
#: What is said of others before the act; what leads from whom one speaks to, to what he does; how that is told.
_MAY = frozenset({"can", "could", "may", "might", "must", "not", "should", "to", "will", "would"})
_OTHER = frozenset(
    {"european", "her", "his", "its", "many", "more", "nato", "other", "some", "their", "western"}
)
_TOWARDS = frozenset({"against", "for", "from"})
_WILLING = frozenset({
    "agreeing", "be", "being", "intending", "not", "offering", "planning", "prepared", "promising", "ready", "to", "trying", "wanting",
    "willing", "wishing",
})  # fmt: skip
#: What makes somebody one of them, and tokens from there to them.
_BELONGING = frozenset({
    "among", "belong", "belongs", "count", "counts", "first", "itself", "join", "joined", "joining", "joins", "lead", "leads", "like",
    "one",
})  # fmt: skip
_BELONGING_REACH = 4


def is_no_army(words: list[str], noun: Mark, marks: list[Mark]) -> bool:
    """As in "a peace that forces Ukraine to …", "must not be changed by force", "foreign military aid"."""
    behind = words[noun.j : noun.j + 2]
    counted = behind[:1] == ["to"] and behind[-1][0].isdigit()
    if counted and any(
        words[k - 1 : k + 2] == _NUMBER for k in range(noun.i - _NUMBER_REACH, noun.i - 1)
    ):
        return True  # "raise the number of its soldiers to 260,000"
    if words[noun.i : noun.j] == ["forces"]:
        return any(m.kind == "name" and m.i == noun.j for m in marks)
    if words[noun.i] == "force":
        return words[noun.i - 1] == "by" or words[noun.i - 2 : noun.i] == ["use", "of"]
    return words[noun.j - 1] == "military" and not HELP.isdisjoint(words[noun.j : noun.j + 1])


def is_withdrawn(words: list[str], noun: Mark) -> bool:
    """As in "demands that Kyiv withdraw troops": soldiers who are there, and of no force to come."""
    lead = words[max(0, noun.i - _WITHDRAWN_REACH) : noun.i]
    return not WITHDRAWING.isdisjoint(lead) and "to" not in lead


def sender_of(words: list[str], act: int, marks: list[Mark]) -> str:
    """Whose soldiers they are, where it is told of whom an act is: an actor's id or "west", else empty."""
    if _is_of_senders(words, act):
        return "west"
    return _planner_of(words, act, marks) or _addressee_of(words, act, marks)


def _addressee_of(words: list[str], act: int, marks: list[Mark]) -> str:
    """Whose they are in "thanked France for being ready to send troops", "warned its allies against sending troops"."""
    k = max(0, act - 1)
    while k > 1 and words[k] in _TOWARDS | _WILLING:
        k -= 1
    link = words[k + 1 : act]
    named = act > 0 and not link and words[act].endswith("ing")  # "opposes Macron sending troops"
    if not named and link[:2] != ["not", "to"] and _TOWARDS.isdisjoint(link[:1]):
        return ""
    if words[k] in NATIONS | {"europeans", "members"}:
        return "west"
    whose = {
        m.value[0] if m.kind == "person" else m.value
        for m in marks
        if m.kind in _OWNING and m.j == k + 1
    }
    if not whose or whose <= PARTIES or words[k - 1] == "and":
        return "west" if whose and words[k - 1] == "and" else ""
    told = link[:1] == ["not"]  # what he is not to do is nothing that he does
    return "west" if told or whose <= COLLECTIVE else str(whose.pop())


def _planner_of(words: list[str], act: int, marks: list[Mark]) -> str:
    """Whose the soldiers are that a plan would send: "the French offer to deploy troops", "Macron's call to send troops".

    A nation's where it would send its own, else "west"; empty where the words do not tell.
    """
    plan = next((k for k in range(act - 2, max(0, act - _PLAN_REACH), -1) if words[k] in _PLANS), 0)
    if not plan or words[act - 1] != "to":
        return ""
    behind = words[plan + 1 : act - 1]
    if behind:
        named = [m for m in marks if plan < m.i < act - 1] if behind[0] in _OF else []
    else:
        ends = {plan, plan - 1} if words[plan - 1] in _BEFORE_PLAN else {plan}
        named = [m for m in marks if m.j in ends]
    whose = {m.value[0] if m.kind == "person" else m.value for m in named if m.kind in _OWNING}
    if not whose or whose <= PARTIES | {"us"}:
        return ""
    asked = words[plan].removesuffix("s") in _ASKING
    return "west" if asked or len(whose) > 1 or whose <= COLLECTIVE else str(whose.pop())


def _is_of_senders(words: list[str], act: int) -> bool:
    """As in "will help the countries that send troops", "others sending troops": of others, where one is not said to be among them."""
    if words[act].endswith("ing") and words[act - 1] in _SENDERS:
        return True
    for k in range(act - 1, max(0, act - _SENDERS_REACH), -1):
        if words[k] in _SENDING and words[k - 1] in _SENDERS:
            return _BELONGING.isdisjoint(words[max(0, k - 1 - _BELONGING_REACH) : k - 1])
    return False
