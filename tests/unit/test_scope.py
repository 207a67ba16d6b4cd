"""What a text that is read again changes in the ledger: what is new, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from watchers.actor_files import shipped_actors
from watchers.articles.rereading import ReadAgain
from watchers.ledger.speakers import Speakers
from watchers.model import Article, Authority, Position, Statement, Via, When
from watchers.reading_back import file_again
from watchers.scope import Scope, merged, said_in, scope_between
from watchers.store.asking import standing
from watchers.store.database import Database
from watchers.store.ledger import LedgerStore
from watchers.store.rereading import statements_of
from watchers.store.tables import metadata

POLAND = Statement(
    actor="poland",
    claim="own-troops",
    position=Position.OPPOSES,
    speaker="Donald Tusk",
    authority=Authority.LEADER,
    when=When.NOW,
    via=Via.QUOTE,
    evidence="“No,” said Tusk.",
    confidence=0.95,
)
CANAL = replace(POLAND, claim="canal", position=Position.SUPPORTS)
MODELS = replace(CANAL, actor="us", rules=("language-model-alone", "prompt-1"))
WEIGHED = replace(CANAL, rules=("mention-keyword", "model=0.69", "language-model-agrees"))
SCOPE = Scope(claims=frozenset({"canal"}))
MERGED = {
    "what is new joins what is known": ([POLAND], [CANAL], [POLAND, CANAL]),
    "nothing new is nothing to file": ([POLAND, CANAL], [CANAL], None),
    "outside the scope nothing is read anew": ([POLAND], [replace(POLAND, claim="x")], None),
    "what is read no longer leaves": ([POLAND, CANAL], [], [POLAND]),
    "what a model read stays": ([MODELS], [], None),
    "what it agreed with is the rules'": ([WEIGHED], [], []),
}


@pytest.mark.parametrize(("known", "read", "after"), MERGED.values(), ids=MERGED.keys())
def test_an_article_is_merged(known, read, after):
    assert merged(known, read, SCOPE, ()) == (None if after is None else tuple(after))


def test_what_a_person_marked_wrong_does_not_come_back():
    assert merged([POLAND], [CANAL], SCOPE, {said_in(CANAL)}) is None


def test_the_scope_is_what_is_new_or_is_said_otherwise():
    before = {("claim", "a"): "", ("claim", "b"): "1", ("actor", "x"): ""}
    now = {("claim", "a"): "", ("claim", "b"): "2", ("claim", "c"): "", ("actor", "y"): ""}
    assert scope_between(before, now) == Scope(
        claims=frozenset({"b", "c"}), actors=frozenset({"y"})
    )
    assert not scope_between(now, now)


def test_reading_again_and_back_again_leaves_the_ledger_as_it_was():
    """A keyword is added, taken away and added once more; a copy of the article stands through it."""
    at = datetime(2026, 11, 19, 12, tzinfo=UTC)
    text = "“No,” said Tusk. " + "The canal was talked about in Warsaw for hours on end. " * 5
    first = Article(
        id="a", url="https://a.example/1", title="No", text=text, published=at, outlet="A"
    )
    copy = replace(first, id="b", url="https://b.example/1", outlet="B")
    database = Database("sqlite://")
    metadata.create_all(database.engine)
    ledger = LedgerStore(Speakers(shipped_actors()).key)
    with database.write() as connection:
        for one in (first, copy):
            ledger.receive(connection, one, [POLAND], at)
        for read in ([POLAND, CANAL], [POLAND], [POLAND, CANAL]):
            for one in (first, copy):
                again = ReadAgain(article=one, statements=tuple(read))
                file_again(connection, ledger, again, SCOPE, at)
                assert {said_in(s) for s in statements_of(connection, one.url)} == {
                    said_in(s) for s in read
                }
            held = standing(connection, actor="poland", claim=None)
            assert {h.claim: h.position for h in held} == {s.claim: s.position for s in read}
    database.close()
