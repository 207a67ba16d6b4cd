"""Files that there is nothing to score in are named."""

from pathlib import Path

import pytest

from bot.commands.evaluate import evaluate
from watchers.errors import Misuse


@pytest.mark.parametrize("content", ["", "\n \n"], ids=["empty", "blank lines"])
def test_a_file_without_an_article_is_an_error_and_no_score(tmp_path: Path, content: str):
    path = tmp_path / "labelled.jsonl"
    path.write_text(content)
    with pytest.raises(Misuse, match=r"labelled.jsonl: there is no article in it"):
        evaluate([path])
