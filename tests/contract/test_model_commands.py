"""`prompt`, `model export`, `model import`, `calibrate --reader model`, `evaluate --readers`, `replay`."""

import json
from datetime import UTC, datetime

import pytest

from bot.commands.compare import calibrate, compare
from bot.commands.model import export_requests, import_answers
from bot.commands.prompt import prompt
from bot.commands.replay import run as replay
from bot.model_check import check_model
from bot.settings import load_configuration
from tests.model_double import (
    MODEL,
    Say,
    Status,
    by_labels,
    model_double,
    model_double_beside,
    says,
)
from tests.second_material import CORPUS, corpus
from watchers.errors import Misuse

SET = CORPUS / "extra-core.jsonl"
NOBODY = "http://127.0.0.1:9/v1"


def settings(tmp_path, base_url=NOBODY, *, more=""):
    path = tmp_path / "config.toml"
    path.write_text(
        f'[store]\nurl = "sqlite:///{tmp_path}/s.sqlite"\n'
        '[reading]\nreaders = ["rules", "model"]\n'
        f'[model]\nbase_url = "{base_url}"\nname = "{MODEL}"\ntimeout = "5s"\n'
        f"input_price = 0.5\noutput_price = 2.0\n{more}"
    )
    return load_configuration(path)


def as_provider(requests: str, items) -> str:
    """The answers to a batch file, as a provider gives them."""
    answer = by_labels(items)
    lines = []
    for line in requests.splitlines():
        request = json.loads(line)
        said = answer(request["body"])
        assert isinstance(said, Say)
        body = {
            "model": "double-1-2026",
            "choices": [{"message": {"role": "assistant", "content": said.content}}],
            "usage": {"prompt_tokens": 2_000, "completion_tokens": 60},
        }
        response = {"status_code": 200, "request_id": "r", "body": body}
        lines.append(
            json.dumps(
                {"id": "b", "custom_id": request["custom_id"], "response": response, "error": None}
            )
        )
    return "\n".join(lines)


def test_a_batch_file_goes_out_and_its_answers_are_used_without_any_server(tmp_path, capsys):
    configured = settings(tmp_path)
    export_requests([SET], settings=configured)
    out, err = capsys.readouterr()
    requests = [json.loads(line) for line in out.splitlines()]
    assert 30 <= len(requests) <= 40
    assert f"{len(requests)} requests for 40 articles" in err
    assert requests[0].keys() == {"custom_id", "method", "url", "body"}
    assert (requests[0]["method"], requests[0]["url"]) == ("POST", "/v1/chat/completions")
    assert requests[0]["body"]["model"] == MODEL
    assert len({one["custom_id"] for one in requests}) == len(requests)
    assert all(len(one["custom_id"]) <= 64 for one in requests)

    answers = tmp_path / "answers.jsonl"
    answers.write_text(as_provider(out, corpus("extra-core")))
    import_answers([answers], settings=configured)
    assert f"{len(requests)} answers kept, 0 renewed, 0 lines without" in capsys.readouterr().out
    import_answers([answers], settings=configured)
    assert f"0 answers kept, {len(requests)} renewed" in capsys.readouterr().out

    export_requests([SET], settings=configured)
    out, err = capsys.readouterr()
    assert out == "", "what is answered is not asked again"

    compare([SET], settings=configured, by_claim=True)
    out, err = capsys.readouterr()
    assert err == ""
    assert f"{MODEL}: {len(requests)} answers, {2000 * len(requests):,} tokens read" in out
    total = next(line for line in out.splitlines() if line.startswith("all "))
    rules, model, both = (float(total.split()[n]) for n in (3, 6, 9))
    assert model > 0.9
    assert both >= rules
    assert out.splitlines()[-1].startswith("articles 40  P ")

    replay(
        [SET], settings=configured, labelled=False, baseline=None, inherited=None, as_lines=False
    )
    with_model = capsys.readouterr().out
    assert "40 articles" in with_model
    alone = load_configuration(tmp_path / "config.toml").model_copy(
        update={"reading": type(configured.reading)()}
    )
    replay([SET], settings=alone, labelled=False, baseline=None, inherited=None, as_lines=False)
    assert capsys.readouterr().out != with_model


REFUSED = {
    "an error": ({"response": None, "error": {"message": "expired"}}, "expired"),
    "a status": ({"response": {"status_code": 429, "body": {"error": {"message": "slow"}}}}, "HTTP 429: slow"),
    "no completion": ({"response": {"status_code": 200, "body": {}}}, "no chat completion"),
    "nothing": ({}, "no response"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "why"), REFUSED.values(), ids=REFUSED)
def test_a_line_without_an_answer_is_counted_with_its_reason(tmp_path, capsys, line, why):
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps({"custom_id": "k1", **line}) + "\n")
    import_answers([answers], settings=settings(tmp_path))
    out = capsys.readouterr().out
    assert "0 answers kept, 0 renewed, 1 lines without an answer" in out
    assert f"k1: {why}" in out


WRONG = {
    "no JSON": ("{", "answers.jsonl:1: not JSON"),
    "another file": ('{"id": "dev-1"}', "answers.jsonl:1: custom_id is missing"),
    "a list": ("[]", "answers.jsonl:1: custom_id is missing"),
}


@pytest.mark.parametrize(("content", "why"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_none_is_refused_with_its_line(tmp_path, content, why):
    answers = tmp_path / "answers.jsonl"
    answers.write_text(content)
    with pytest.raises(Misuse, match=why):
        import_answers([answers], settings=settings(tmp_path))
    with pytest.raises(Misuse, match="there is no such file"):
        import_answers([tmp_path / "none"], settings=settings(tmp_path))


def test_calibration_is_measured_kept_and_used(tmp_path, capsys):
    with model_double_beside(answer=by_labels(corpus("extra-core"))) as double:
        configured = settings(tmp_path, double.base_url)
        calibrate([SET], settings=configured)
        asked = len(double.requests)
        out = capsys.readouterr().out
        assert "both the same" in out
        assert f"{MODEL}, prompt 1, {asked} articles: alone it is trusted 0.8" in out
        calibrate([SET], settings=configured)
        assert len(double.requests) == asked, "answers are kept"
        compare([SET], settings=configured)


def test_without_a_server_what_is_there_is_compared(tmp_path, capsys):
    compare([SET], settings=settings(tmp_path))
    out, err = capsys.readouterr()
    assert "the model was not asked further: unreachable" in err
    assert "articles lack an answer" in out
    total = next(line for line in out.splitlines() if line.startswith("all "))
    assert total.split()[1:4] == total.split()[7:10], "both is what the rules say"


def test_a_server_that_refuses_is_asked_once(tmp_path, capsys):
    with model_double_beside(answer=lambda _: Status(code=401, message="who are you")) as double:
        compare([SET], settings=settings(tmp_path, double.base_url, more="concurrency = 1\n"))
        assert len(double.requests) == 1
    assert "HTTP 401: who are you" in capsys.readouterr().err


def test_the_prompt_is_printed_as_it_would_be_sent(tmp_path, capsys):
    article = tmp_path / "article.txt"
    article.write_text(
        "Macron weighs a force\nPresident Macron said France would send troops to Ukraine."
    )
    now = datetime(2025, 8, 18, tzinfo=UTC)
    configured = settings(tmp_path)
    prompt(str(article), settings=configured, as_lines=True, now=now)
    body = json.loads(capsys.readouterr().out)
    prompt(str(article), settings=configured, as_lines=False, now=now)
    out, err = capsys.readouterr()
    for message in body["messages"]:
        assert message["content"] in out
    assert err.startswith("\nprompt 1: about 2")


def test_the_prompt_needs_no_model(tmp_path, capsys):
    article = tmp_path / "article.txt"
    article.write_text("Rain\nIt rained.")
    path = tmp_path / "none.toml"
    path.write_text("")
    now = datetime(2025, 8, 18, tzinfo=UTC)
    prompt(str(article), settings=load_configuration(path), as_lines=False, now=now)
    assert "it names no claim and would not be sent" in capsys.readouterr().err


CHECKED = {
    "it answers": (says(), True, "answers; 1000 tokens read, 50 written"),
    "it refuses": (
        Status(code=401, message="who are you"),
        False,
        "refused: HTTP 401: who are you",
    ),
    "it rambles": (Say(content="Bonjour."), False, "cannot be read: no json"),
}


@pytest.mark.parametrize(("script", "is_right", "what"), CHECKED.values(), ids=CHECKED)
async def test_check_tries_the_model(tmp_path, script, is_right, what):
    async with model_double(answer=lambda _: script) as double:
        (finding,) = [one async for one in check_model(settings(tmp_path, double.base_url))]
    assert finding.is_right is is_right
    assert what in finding.what
    assert is_right or finding.cure
