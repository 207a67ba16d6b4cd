"""Where the material that nobody here wrote is found, and how its absence is told."""

import os
from pathlib import Path

import pytest

_VARIABLE = "VOLTEFACE_SHARED"


def shared(*parts: str) -> Path:
    """A file or folder of the shared material; skips the test, with a reason, where it is not."""
    folder = os.environ.get(_VARIABLE)
    if not folder:
        pytest.skip(f"NOT TESTED on real material: {_VARIABLE} does not name its folder")
    path = Path(folder, *parts)
    if not path.exists():
        pytest.skip(f"NOT TESTED on real material: {_VARIABLE} has no {'/'.join(parts)}")
    return path


def files(*parts: str) -> list[Path]:
    return sorted(path for path in shared(*parts).iterdir() if path.is_file())
