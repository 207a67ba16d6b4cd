"""The command where what it writes to takes no more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

VOLTEFACE = str(Path(sys.executable).with_name("volteface"))
FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_one_clear_line(tmp_path):
    with FULL.open("w") as full:
        done = subprocess.run(
            [VOLTEFACE, "keywords", "us-troops", "--format", "json"],
            cwd=tmp_path,
            env={"HOME": str(tmp_path), "PATH": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "volteface: No space left on device\n"


def into_a_closed_pipe(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command where whoever reads its output has left, as in `… | head`."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            [VOLTEFACE, *arguments],
            cwd=folder,
            env={"HOME": str(folder), "PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["stance"],
        ["keywords", "us-troops"],
        ["keywords", "us-troops", "--format", "json"],
    ],
    ids=" ".join,
)
def test_a_command_ends_quietly_where_nobody_reads_any_more(tmp_path: Path, arguments: list[str]):
    done = into_a_closed_pipe(tmp_path, *arguments)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_what_was_to_be_saved_is_saved_though_nobody_reads_any_more(tmp_path: Path):
    arguments = ["canal", "--proposition", "The canal is widened.", "--keyword", "widen the canal"]
    assert into_a_closed_pipe(tmp_path, "new-claim", *arguments, "--save").returncode == 0
    assert "[claims.canal]" in (tmp_path / "config.toml").read_text()


def test_watching_does_not_end_as_if_all_were_well(tmp_path: Path):
    (tmp_path / "config.toml").write_text('[[feeds]]\nurl = "http://127.0.0.1:9/feed"\n')
    done = into_a_closed_pipe(tmp_path, "run", "--once")
    assert done.returncode == 1
    assert "volteface: the output was closed" in done.stderr


def test_without_any_output_a_command_still_runs(tmp_path: Path):
    done = subprocess.run(
        ["/bin/sh", "-c", f"{VOLTEFACE} stance >&-"],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
