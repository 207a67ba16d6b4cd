"""Draw how an actor got where it stands: position over time, one mark a statement. Knows matplotlib.

Readable on a dark and on a light page: the picture has its own quiet ground. Knows no database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from watchers.errors import Trouble
from watchers.model import Position, Via

#: Pixels; Discord shows a picture at most 550 wide and loads it twice as large.
WIDTH, HEIGHT, DPI = 1100, 560, 110

_GROUND, _INK, _FAINT, _LINE = "#fbfaf7", "#26313d", "#d9d6cf", "#3b6ea5"

#: How each kind of witness is marked: shape, colour, what the legend says.
_MARKS = {
    Via.QUOTE: ("o", "#1f5f8b", "quoted"),
    Via.REPORTED: ("s", "#c2762c", "reported"),
    Via.ANONYMOUS: ("^", "#8c8c8c", "unnamed sources"),
    Via.SECONDHAND: ("x", "#b04a5a", "said of it by others"),
}
#: Marks of one day and position are set apart by so much of a step.
_SPREAD = 0.07


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One statement."""

    day: date
    position: Position
    via: Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A position from a day on."""

    since: date
    position: Position


def draw(title: str, stretches: Sequence[Stretch], marks: Sequence[Mark], *, until: date) -> bytes:
    """A PNG of the positions up to a day.

    Raises `Trouble` where matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
    except ImportError:
        raise Trouble(
            "charts need matplotlib: pip install 'volteface[charts]', or leave --chart out"
        ) from None
    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI)
    try:
        _dress(figure, axes, title)
        _draw_stretches(axes, stretches, until)
        _draw_marks(axes, marks)
        figure.autofmt_xdate(rotation=0, ha="center")
        figure.tight_layout()
        picture = BytesIO()
        figure.savefig(picture, format="png", facecolor=_GROUND)
        return picture.getvalue()
    finally:
        pyplot.close(figure)


def _dress(figure: Any, axes: Any, title: str) -> None:
    from matplotlib import dates

    figure.set_facecolor(_GROUND)
    axes.set_facecolor(_GROUND)
    axes.set_title(title, loc="left", color=_INK, fontsize=13, pad=14, wrap=True)
    axes.set_yticks([one.strength for one in Position], [one.value for one in Position])
    axes.set_ylim(-2.5, 2.5)
    axes.axhline(0, color=_FAINT, linewidth=1, zorder=0)
    axes.grid(axis="y", color=_FAINT, linewidth=0.6, zorder=0)
    scale: Any = dates
    locator = scale.AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(scale.ConciseDateFormatter(locator))
    axes.tick_params(colors=_INK, length=0, labelsize=10)
    for side in axes.spines.values():
        side.set_visible(False)


def _draw_stretches(axes: Any, stretches: Sequence[Stretch], until: date) -> None:
    if not stretches:
        return
    days = [one.since for one in stretches]
    last = max(until, days[-1] + timedelta(days=1))
    levels = [one.position.strength for one in stretches]
    axes.step(
        [*days, last],
        [*levels, levels[-1]],
        where="post",
        color=_LINE,
        linewidth=2.5,
        zorder=2,
        solid_joinstyle="round",
    )


def _draw_marks(axes: Any, marks: Sequence[Mark]) -> None:
    taken: dict[tuple[date, Position], int] = {}
    for via, (shape, colour, label) in _MARKS.items():
        mine = [mark for mark in marks if mark.via is via]
        heights = []
        for mark in mine:
            place = taken.get((mark.day, mark.position), 0)
            taken[mark.day, mark.position] = place + 1
            heights.append(mark.position.strength + _SPREAD * place)
        if mine:
            axes.scatter(
                [mark.day for mark in mine],
                heights,
                marker=shape,
                color=colour,
                s=42,
                zorder=3,
                label=label,
            )
    if marks:
        axes.legend(
            loc="upper center",
            bbox_to_anchor=(0.5, -0.12),
            ncols=4,
            frameon=False,
            labelcolor=_INK,
            fontsize=10,
        )
