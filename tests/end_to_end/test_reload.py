"""The configuration is changed while it runs: the whole of it is taken, or none."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from tests.discord_double import world
from tests.discord_double.server import Double, discord_double
from tests.end_to_end.running import LOOPBACK, running
from tests.end_to_end.small_web import Paper, Story, small_paper


def story(title: str, text: str) -> Story:
    return Story(
        title=title, paragraphs=[text] * 4, published=datetime.now(UTC).replace(microsecond=0)
    )


def configuration(paper: Paper, folder: Path, more: str = "") -> str:
    feed = f'[[feeds]]\nurl = "{paper.feed_url}"\noutlet = "Paper"\nevery = "1s"\n'
    return f'{LOOPBACK}\n[store]\nurl = "sqlite:///{folder / "store.sqlite"}"\n{more}\n{feed}'


async def test_a_save_is_taken_whole_and_a_broken_one_leaves_the_old_in_force(tmp_path: Path):
    config = tmp_path / "config.toml"
    async with small_paper() as paper:
        config.write_text(configuration(paper, tmp_path))
        async with running(config) as bot:
            await bot.until_event("reload_ready")

            config.write_text(configuration(paper, tmp_path, "[alerts]\nfold_above = 7"))
            await bot.until_event("configuration_taken")
            assert [e["what"] for e in bot.events("configuration_changed")] == [
                "alerts.fold_above: 5 → 7"
            ]

            config.write_text(configuration(paper, tmp_path, "[alerts]\nfold_abov = 9"))
            await bot.until_event("configuration_refused")
            assert "did you mean fold_above?" in bot.events("configuration_refused")[0]["what"]
            assert f"{config}:" in bot.events("configuration_refused")[0]["what"]
            await bot.until(lambda: any("Put it right and save it again" in s for s in bot.shown))

            config.write_text(configuration(paper, tmp_path, "[store]"))
            await bot.until_event("configuration_refused", count=2)
            assert "not TOML" in bot.events("configuration_refused")[1]["what"]

            config.unlink()
            await bot.until_event("configuration_refused", count=3)

            config.write_text(configuration(paper, tmp_path, "[alerts]\nfold_above = 9"))
            await bot.until_event("configuration_taken", count=2)
            assert bot.events("configuration_changed")[-1]["what"] == "alerts.fold_above: 7 → 9"


async def test_many_saves_and_an_editors_rename_are_one_change(tmp_path: Path):
    config = tmp_path / "config.toml"
    async with small_paper() as paper:
        config.write_text(configuration(paper, tmp_path))
        async with running(config) as bot:
            await bot.until_event("reload_ready")
            for number in range(10):
                whole = configuration(paper, tmp_path, f"[alerts]\nfold_above = {number + 6}")
                config.write_text(whole[: len(whole) // 2])  # as an editor that writes in pieces
                await asyncio.sleep(0.05)
                draft = tmp_path / f"config.toml.{number}"
                draft.write_text(whole)
                draft.rename(config)
                await asyncio.sleep(0.05)
            await bot.until_event("configuration_taken")
            await asyncio.sleep(2.5)
            assert [e["what"] for e in bot.events("configuration_changed")] == [
                "alerts.fold_above: 5 → 15"
            ]
            assert bot.events("configuration_refused") == []


async def test_sighup_reads_the_file_again_though_it_says_the_same(tmp_path: Path):
    config = tmp_path / "config.toml"
    async with small_paper() as paper:
        config.write_text(configuration(paper, tmp_path))
        async with running(config) as bot:
            await bot.until_event("reload_ready")
            bot.hang_up()
            await bot.until_event("configuration_taken")
            assert bot.events("configuration_taken")[0]["changes"] == 0


async def test_a_channel_is_added_while_it_runs_and_told_what_changes_and_what_is_wrong(
    tmp_path: Path,
):
    config = tmp_path / "config.toml"
    async with small_paper() as paper, discord_double() as double:
        config.write_text(configuration(paper, tmp_path))
        discord = (
            f'[discord]\nchannel = "{world.CHANNEL_ID}"\napi_base = "{double.api_base}"\n'
            f'gateway = "{double.gateway_address}"\n'
        )
        async with running(config, DISCORD_TOKEN=world.TOKEN) as bot:
            await bot.until_event("reload_ready")
            config.write_text(
                configuration(paper, tmp_path, f"{discord}[alerts]\ntell_reloads = true")
            )
            await bot.until(lambda: len(double.messages()) == 1, seconds=30)
            assert "alerts.tell_reloads: False → True" in shown(double)[0]
            await bot.until_event("commands_registered")

            operator = f"[alerts]\noperator_channel = {world.CHANNEL_ID}"
            config.write_text(configuration(paper, tmp_path, f"{discord}{operator}\nkinds = 3"))
            await bot.until_event("configuration_refused")
            config.write_text(configuration(paper, tmp_path, f"{discord}{operator}"))
            await bot.until(lambda: len(double.messages()) == 2, seconds=30)
            config.write_text(configuration(paper, tmp_path, f"{discord}{operator}\nkind = 3"))
            await bot.until(lambda: len(double.messages()) == 3, seconds=30)
            assert "did you mean kinds?" in shown(double)[2].replace("\\", "")


def shown(double: Double) -> list[str]:
    return [one["embeds"][0]["description"].replace("\\", "") for one in double.messages()]
