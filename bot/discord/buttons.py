"""The buttons under an alert. They carry the alert's mark and so work after any restart.

Knows their looks and ids; what they answer is handed in by the client.
"""

import discord

BUTTONS = {"evidence": "Evidence", "history": "History", "wrong": "Wrong?"}
#: Matches the ids that `button_id` makes.
ID_PATTERN = r"vf:(?P<does>evidence|history|wrong):(?P<mark>vf[a-z2-7]{16})"


def button_id(does: str, mark: str) -> str:
    return f"vf:{does}:{mark}"


def alert_view(mark: str | None) -> discord.ui.View:
    """The buttons for an alert; none where there is no change to ask about."""
    view = discord.ui.View(timeout=None)
    if mark is not None:
        for does, label in BUTTONS.items():
            view.add_item(
                discord.ui.Button(
                    label=label,
                    custom_id=button_id(does, mark),
                    style=discord.ButtonStyle.secondary,
                )
            )
    return view
