"""The command where what it writes to takes no more."""

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
