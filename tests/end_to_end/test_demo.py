"""`volteface demo` as a newcomer types it: the words, the kinds, the counts, no alert twice, nothing left."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

#: Seconds. It takes under ten; a loaded machine may take longer, and nobody should wait for ever.
PATIENCE = 120

VOLTEFACE = Path(sys.executable).with_name("volteface")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of this machine's own: no token, no configuration, no data folder."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "TMPDIR": str(home), "PYTHONUTF8": "1", **more}


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="demo-home-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def shown(home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [VOLTEFACE, "demo"],
        env=environment(home, COLUMNS="100"),
        cwd=home,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def alerts(output: str) -> list[str]:
    """Each panel's title with its claim and its move, on one line."""
    panels = re.findall(r"╭─ (.+?) ─*╮\n(.+?)╰", output, re.DOTALL)
    return [
        f"{title}: {' '.join(line.strip('│ ') for line in body.splitlines()[:4])}"
        for title, body in panels
    ]


def told(output: str, start: str, *parts: str) -> bool:
    return any(one.partition(" ")[2].startswith(start) and all(part in one for part in parts)
               for one in alerts(output))  # fmt: skip


def test_it_ends_well_and_says_nothing_on_standard_error(shown):
    assert (shown.returncode, shown.stderr) == (0, "")


ALERTS = {
    "what one witness reports is possible": (
        "Possible reversal: United States",
        "− opposes → + open",
    ),
    "a second witness confirms it": ("Confirmed reversal: United States", "− opposes → + open"),
    "the president's assurance the next day": (
        "Confirmed reversal: United States",
        "+ open → −− opposes",
    ),
    "a shift": ("Possible shift: Germany", "○ undecided → + open"),
    "overruled by a higher office": ("Withdrawn · Shift: Germany", "○ undecided → − reluctant"),
    "one that stays possible": ("Possible shift: Finland", "−− opposes → ○ undecided"),
}


@pytest.mark.parametrize("alert", ALERTS.values(), ids=ALERTS)
def test_an_alert_is_printed(shown, alert):
    assert told(shown.stdout, *alert), "\n".join(alerts(shown.stdout))


def test_the_assurance_is_told_in_the_presidents_words(shown):
    assert '"Well, you have my assurance, and I\'m president,"' in shown.stdout


def test_no_alert_is_printed_twice(shown):
    assert [one for one, times in Counter(alerts(shown.stdout)).items() if times > 1] == []


def test_a_withdrawn_change_and_each_confirmed_one_follow_a_possible_or_stand_alone(shown):
    """One that is told as confirmed is never told as possible after it."""
    state = {}
    for alert in alerts(shown.stdout):
        rest = alert.partition(" ")[2]
        word, _, change = rest.replace(" · Shift", " shift").partition(" ")
        assert not (word == "Possible" and state.get(change) == "Confirmed"), alert
        state[change] = word


@pytest.mark.parametrize("what", ["restatements", "copies", "recollections", "second-hand claims"])
def test_it_says_how_much_it_kept_quiet_about(shown, what):
    match = re.search(rf"^ *(\d+) {what}  +\w", shown.stdout, re.MULTILINE)
    assert match
    assert int(match[1]) >= 2


def test_it_says_what_it_could_not_read(shown):
    assert re.search(r"^ *1 consent wall ", shown.stdout, re.MULTILINE)
    assert re.search(r"^ *1 foreign page ", shown.stdout, re.MULTILINE)


def test_each_day_is_shown_with_the_way_to_go(shown):
    days = re.findall(r"\((\d+) of (\d+)\)", shown.stdout)
    assert [int(n) for n, _ in days] == list(range(1, int(days[0][1]) + 1))


def test_it_ends_with_where_they_stand(shown):
    table = shown.stdout.partition("Where they stand now")[2]
    troops = table.partition("The United States sends ground troops")[2].partition("\n\n")[0]
    assert re.search(
        r"−− opposes +United.States since 19 Aug", troops.replace("\N{NO-BREAK SPACE}", " ")
    )


def test_it_takes_under_a_minute(shown):
    seconds = re.search(r"36 articles in (\d+) seconds\.", shown.stdout)
    assert seconds
    assert int(seconds[1]) < 60


def test_it_leaves_nothing_behind(shown, home):
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_it_can_be_interrupted(home):
    started = subprocess.Popen(
        [VOLTEFACE, "demo"],
        env=environment(home),
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stdout
    while "(2 of" not in started.stdout.readline():
        assert started.poll() is None
    os.killpg(started.pid, signal.SIGINT)
    _, errors = started.communicate(timeout=PATIENCE)
    assert (started.returncode, errors) == (130, "")
    until = time.monotonic() + 15
    while group_lives(started.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not group_lives(started.pid)


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_terminal_without_utf8_gets_every_alert(home):
    done = subprocess.run(
        [VOLTEFACE, "demo"],
        env=environment(home, PYTHONUTF8="0", PYTHONIOENCODING="ascii"),
        cwd=home,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Confirmed reversal: United States" in done.stdout
