"""Which room may know what: the direction of imports, and what the pure packages must not touch."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("watchers/**/*.py")])

PURE = (
    "watchers/model.py", "watchers/reading/", "watchers/ledger/", "bot/cards.py",
    "bot/alerts.py", "bot/configuration/diff.py", "bot/configuration/faults.py", "bot/digests/card.py", "bot/digests/rules.py",
    "bot/keywords/report.py", "bot/keywords/summary.py", "bot/names.py", "bot/payloads.py", "bot/preview.py", "bot/text.py", "bot/views.py",
    "watchers/second_reader/agreement.py", "watchers/second_reader/answers.py",
    "watchers/second_reader/batch.py", "watchers/second_reader/copies.py",
    "watchers/second_reader/figures.py", "watchers/second_reader/reading.py",
    "watchers/second_reader/prompts.py", "watchers/second_reader/sentences.py",
    "watchers/second_reader/speakers.py", "watchers/second_reader/verifying.py",
    "watchers/second_reader/servers.py", "watchers/second_reader/wire.py",
)  # fmt: skip
#: What would let time, chance, the disk or the network into a pure module.
IMPURE = {
    "asyncio", "datetime.now", "http", "importlib.resources", "io", "logging", "os", "pathlib",
    "random", "requests", "secrets", "shutil", "socket", "sqlite3", "structlog", "subprocess",
    "tempfile", "threading", "time", "urllib.request", "uuid",
}  # fmt: skip
IMPURE_CALLS = {"open", "print", "input", "now", "utcnow", "today", "read_text", "write_text"}

#: A library, and the only places that may import it.
KEPT_TO = {
    "discord": ("bot/discord/",),
    "httpx": ("watchers/fetch.py",),
    "httpcore": ("watchers/fetch.py", "watchers/network.py"),
    "feedparser": ("watchers/feeds/",),
    "trafilatura": ("watchers/articles/",),
    "sqlalchemy": ("watchers/store/",),
    "alembic": ("watchers/store/",),
    "openai": ("watchers/second_reader/client.py",),
}


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: imports are absolute"
            yield node.module


def under_type_checking(path):
    """Modules that are imported for their types alone."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for part in ast.walk(node):
                if isinstance(part, ast.ImportFrom):
                    yield part.module


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_keeps_to_its_room(path):
    name = name_of(path)
    typed = set(under_type_checking(path))
    for module in imports(path):
        root = module.split(".")[0]
        assert not (name.startswith("watchers/") and root == "bot"), f"{name} imports {module}"
        allowed = KEPT_TO.get(root)
        assert allowed is None or name.startswith(allowed) or module in typed, (
            f"{name} imports {module}"
        )


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p).startswith(PURE)], ids=name_of)
def test_a_pure_module_touches_nothing(path):
    for module in imports(path):
        assert module not in IMPURE, f"{name_of(path)} imports {module}"
        assert module.split(".")[0] not in IMPURE, f"{name_of(path)} imports {module}"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            word = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            assert word not in IMPURE_CALLS, f"{name_of(path)}:{node.lineno}: {word}()"


@pytest.mark.parametrize("room", ["reading", "ledger"])
def test_a_pure_room_knows_no_other_room(room):
    """`reading` and `ledger` know the records; not each other, the store or the settings."""
    others = {
        "reading",
        "ledger",
        "store",
        "feeds",
        "articles",
        "settings",
        "pipeline",
        "fetch",
    } - {room}
    for path in ROOT.glob(f"watchers/{room}/**/*.py"):
        for module in imports(path):
            parts = module.split(".")
            assert not (parts[0] == "watchers" and len(parts) > 1 and parts[1] in others), (
                f"{name_of(path)} imports {module}"
            )


#: The stages of the reader, in the order in which they work.
STAGES = (
    "text", "words", "voices", "speech", "matter", "clauses", "stance", "statements", "thread", "weighing",
)  # fmt: skip
STAGED = sorted(ROOT.glob("watchers/reading/*/*.py"))


@pytest.mark.parametrize("path", STAGED, ids=name_of)
def test_a_stage_of_the_reader_uses_those_before_it(path):
    before = STAGES[: STAGES.index(path.parent.name) + 1]
    for module in imports(path):
        parts = module.split(".")
        if parts[:2] == ["watchers", "reading"] and len(parts) == 4:
            assert parts[2] in before, f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", [p for p in MODULES if p.name != "__init__.py"], ids=name_of)
def test_a_module_opens_with_what_it_knows(path):
    assert ast.get_docstring(tree(path)), name_of(path)
