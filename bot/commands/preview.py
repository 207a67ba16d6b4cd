"""`volteface preview`: every card on one page, to look at. Writes one file; sends nothing."""

from pathlib import Path

from watchers.errors import Trouble


def preview(out: Path) -> str:
    """Write the page and say where it is."""
    from bot.preview import preview_page
    from bot.samples import sample_cards

    cards = sample_cards()
    try:
        out.write_text(preview_page(cards), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"--out: {out} cannot be written: {error.strerror}") from error
    return f"{len(cards)} cards in {out}; open it in a browser"
