"""Walk a newcomer through Discord's side of the set-up: what is right, what is not, what to click.

Knows the token, the channel and what the bot needs there. Posts nothing unless asked for a sample.
"""

from collections.abc import AsyncIterator

import discord

from bot.answering.replies import HELP
from bot.discord.access import FAULTS, LONGEST_OWN_WAIT, Access, explain, use_addresses
from bot.discord.embeds import embed_of
from bot.findings import Finding, right, wrong
from bot.samples import sample_cards
from bot.surfaces import NeedsAPerson

#: What the bot does in its channel, by the name of the permission in Discord's settings.
NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "embed_links": "Embed Links",
    "attach_files": "Attach Files",
    "read_message_history": "Read Message History",
}


async def check_discord(
    access: Access, channel: int | None, *, post: bool = False
) -> AsyncIterator[Finding]:
    """Findings in the order in which they are put right; what blocks the rest is the last."""
    use_addresses(access)
    client = discord.Client(
        intents=discord.Intents(guilds=True), max_ratelimit_timeout=LONGEST_OWN_WAIT
    )
    try:
        async for finding in _walk(client, access, channel, post=post):
            yield finding
    except FAULTS as error:
        yield _failed(error)
    finally:
        await client.close()


async def _walk(
    client: discord.Client, access: Access, channel: int | None, *, post: bool
) -> AsyncIterator[Finding]:
    await client.login(access.token)
    assert client.user is not None
    yield right(f"the token is valid: the bot is {client.user.name}")
    yield right(f"the application's id is {client.application_id}")
    assert client.application_id is not None
    yield right(f"to invite the bot, open {invite_link(client.application_id)}")
    if channel is None:
        yield wrong(
            "no channel is set",
            "In Discord: User Settings, Advanced, Developer Mode on; then right-click the "
            "channel, Copy Channel ID, and set discord.channel to it.",
        )
        return
    found, finding = await _find(client, channel)
    yield finding
    if found is None:
        return
    async for finding in _look(client, found):
        yield finding
    if post:
        sent = await found.send(embed=embed_of(sample_cards()["confirmed"]), silent=True)
        yield right(f"a sample was posted: {sent.jump_url}")


async def _find(
    client: discord.Client, channel: int
) -> tuple[discord.TextChannel | discord.Thread | None, Finding]:
    try:
        found = await client.fetch_channel(channel)
    except discord.NotFound:
        return None, wrong(
            f"there is no channel {channel}",
            "Right-click the channel, Copy Channel ID, and set discord.channel to it.",
        )
    except discord.Forbidden:
        return None, wrong(
            f"the bot cannot see channel {channel}",
            "Open the invitation above and choose the channel's server; if the bot is there "
            "already: the channel's settings, Permissions, add the bot, View Channel on.",
        )
    if not isinstance(found, discord.TextChannel | discord.Thread):
        return None, wrong(
            f"channel {channel} takes no messages (it is a {type(found).__name__})",
            "Choose a text channel and set discord.channel to its id.",
        )
    return found, right(f"the channel is #{found.name}")


async def _look(
    client: discord.Client, channel: discord.TextChannel | discord.Thread
) -> AsyncIterator[Finding]:
    """The bot's permissions in the channel, and its commands."""
    assert client.user is not None
    guild = await client.fetch_guild(channel.guild.id)
    there = {one.id: one for one in await guild.fetch_channels()}
    holder = channel.parent_id if isinstance(channel, discord.Thread) else channel.id
    place = there.get(holder)
    member = await guild.fetch_member(client.user.id)
    has = place.permissions_for(member) if place is not None else discord.Permissions.none()
    missing = [shown for name, shown in NEEDED.items() if not getattr(has, name)]
    if missing:
        yield wrong(
            f"in #{channel.name} the bot may not: {', '.join(missing)}",
            f"The channel's settings, Permissions, add the bot, and switch on {', '.join(missing)}.",
        )
    else:
        yield right(f"its permissions in #{channel.name} suffice")
    commands = {c.name for c in await discord.app_commands.CommandTree(client).fetch_commands()}
    unknown = sorted(name for name in HELP if name.removeprefix("/") not in commands)
    if unknown:
        yield wrong(
            f"not registered yet: {', '.join(unknown)}",
            "Start `volteface run`: it registers them. Where they stay away, open the invitation "
            "again, which asks for applications.commands.",
        )
    else:
        yield right(f"{len(HELP)} commands are registered")


def invite_link(application: int) -> str:
    """Asks for exactly what the bot needs."""
    permissions = discord.Permissions(**dict.fromkeys(NEEDED, True))
    return discord.utils.oauth_url(
        application, permissions=permissions, scopes=("bot", "applications.commands")
    )


def _failed(error: BaseException) -> Finding:
    meant = explain(error)
    if isinstance(meant, NeedsAPerson):
        return wrong(str(meant), meant.cure)
    return wrong(str(meant), "Look at https://discordstatus.com and your own network; try again.")
