"""The real `openai` client against a server that misbehaves in every way a server can."""

import json
import logging
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.model_double import (
    MODEL,
    Cut,
    Drip,
    Raw,
    Say,
    Script,
    Silence,
    Status,
    model_double,
)
from tests.second_material import prompt_for
from watchers.second_reader.client import Client
from watchers.second_reader.servers import Failed, Failure, Reply

KEY = "sk-very-secret-1234567890"


def client(double, *, key=KEY, timeout=5.0):
    return Client(
        base_url=double.base_url, model=MODEL, key=key, timeout_seconds=timeout, answer_tokens=500
    )


async def ask(*scripts: Script, patience: float = 5.0):
    async with model_double(scripts=[*scripts]) as double:
        asker = client(double, timeout=patience)
        try:
            return await asker.ask(prompt_for()), double
        finally:
            await asker.close()


async def test_a_question_goes_out_whole_and_the_answer_comes_back():
    outcome, double = await ask(Say(content='{"statements": []}', tokens=(900, 12)))
    assert outcome == Reply(content='{"statements": []}', input_tokens=900, output_tokens=12)
    (request,) = double.requests
    prompt = prompt_for()
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body == {
        "model": MODEL,
        "messages": prompt.messages,
        "max_tokens": 500,
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "positions", "strict": True, "schema": prompt.schema},
        },
    }


FAILURES = {
    "silence": (Silence(), Failure.TIMEOUT),
    "a byte now and then": (Drip(), Failure.TIMEOUT),
    "half a body": (Cut(), Failure.UNREACHABLE),
    "429": (Status(code=429), Failure.TOLD_TO_WAIT),
    "500": (Status(code=500), Failure.SERVER_ERROR),
    "503": (Status(code=503), Failure.SERVER_ERROR),
    "a wrong key": (Status(code=401), Failure.REFUSED),
    "a wrong model": (Status(code=404), Failure.REFUSED),
    "no JSON": (Raw(body=b"<html>welcome</html>"), Failure.SERVER_ERROR),
    "half a JSON": (Raw(body=b'{"choices": [{"message"'), Failure.SERVER_ERROR),
    "another JSON": (Raw(body=b'{"error": "no"}'), Failure.SERVER_ERROR),
    "no choices": (Raw(body=b'{"choices": []}'), Failure.SERVER_ERROR),
    "wrong types": (Raw(body=b'{"choices": {"message": 7}}'), Failure.SERVER_ERROR),
    "a list": (Raw(body=b"[1, 2]"), Failure.SERVER_ERROR),
    "nothing": (Raw(body=b""), Failure.SERVER_ERROR),
    "no text": (Raw(body=b"\xff\xfe\x00"), Failure.SERVER_ERROR),
}


@pytest.mark.parametrize(("script", "failure"), FAILURES.values(), ids=FAILURES)
async def test_a_failure_is_a_value(script, failure):
    began = time.monotonic()
    outcome, double = await ask(script, patience=0.5)
    assert isinstance(outcome, Failed)
    assert outcome.failure is failure
    assert time.monotonic() - began < 2.0
    assert len(double.requests) == 1, "nothing is retried here"


async def test_nobody_there_is_a_failure_too():
    async with model_double() as double:
        pass
    asker = client(double)
    outcome = await asker.ask(prompt_for())
    await asker.close()
    assert isinstance(outcome, Failed)
    assert outcome.failure is Failure.UNREACHABLE


WAITS = {
    "seconds": ("7", 7.0),
    "none": (None, None),
    "nonsense": ("soon", None),
    "for ever": ("inf", None),
    "before now": ("Mon, 01 Jan 2024 00:00:00 GMT", 0.0),
}


@pytest.mark.parametrize(("header", "seconds"), WAITS.values(), ids=WAITS)
async def test_how_long_a_server_wants_to_be_left_alone(header, seconds):
    headers = (("retry-after", header),) if header else ()
    outcome, _ = await ask(Status(code=429, headers=headers))
    assert outcome.wait_seconds == seconds


async def test_a_date_to_come_back_at():
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    outcome, _ = await ask(Status(code=429, headers=(("retry-after", at),)))
    assert 85 < outcome.wait_seconds <= 90


EMPTY = {"null": None, "empty": ""}


@pytest.mark.parametrize("content", EMPTY.values(), ids=EMPTY)
async def test_an_empty_answer_is_an_answer(content):
    outcome, _ = await ask(Say(content=content, tokens=None))
    assert outcome == Reply(content="", input_tokens=prompt_for().tokens, output_tokens=0)


async def test_an_answer_can_be_stored_whatever_is_in_it():
    outcome, _ = await ask(Say(content='{"statements": []}\0 \ud800'))
    assert outcome.content == '{"statements": []} ?'


async def test_a_server_without_structured_output_is_asked_for_plain_json():
    async with model_double(
        answer=lambda body: (
            Status(code=400, message="json_schema is not supported")
            if body.get("response_format", {}).get("type") == "json_schema"
            else Say(content="{}")
        )
    ) as double:
        asker = client(double)
        first = await asker.ask(prompt_for())
        second = await asker.ask(prompt_for())
        await asker.close()
    assert (first.requests, second.requests) == (2, 1), "it is learned once"
    assert [r.body["response_format"]["type"] for r in double.requests] == [
        "json_schema",
        "json_object",
        "json_object",
    ]


async def test_a_server_that_takes_no_response_format_is_asked_without():
    def answer(body):
        return Status(code=422) if "response_format" in body else Say(content="{}")

    async with model_double(answer=answer) as double:
        asker = client(double)
        outcome = await asker.ask(prompt_for())
        await asker.close()
    assert isinstance(outcome, Reply)
    assert outcome.requests == 3


async def test_a_model_that_takes_neither_temperature_nor_max_tokens():
    def answer(body):
        if "temperature" in body:
            return Status(code=400, message="'temperature' does not support 0 with this model")
        if "max_tokens" in body:
            return Status(code=400, message="use 'max_completion_tokens' instead")
        return Say(content="{}")

    async with model_double(answer=answer) as double:
        asker = client(double)
        outcome = await asker.ask(prompt_for())
        await asker.close()
    assert isinstance(outcome, Reply)
    last = double.requests[-1].body
    assert last["max_completion_tokens"] == 500
    assert last["response_format"]["type"] == "json_schema"


async def test_a_question_that_is_refused_in_every_form_is_refused():
    outcome, double = await ask(*[Status(code=400, message="the text is too long")] * 9)
    assert isinstance(outcome, Failed)
    assert (outcome.failure, len(double.requests)) == (Failure.REFUSED, 3)
    assert "the text is too long" in outcome.detail


async def test_the_key_is_in_no_log_error_or_repr(caplog, capfd, monkeypatch):
    monkeypatch.setenv("OPENAI_LOG", "debug")
    caplog.set_level(logging.DEBUG)
    for name in ("openai", "httpx2", "httpcore2", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    echo = Status(code=401, message=f"Incorrect API key provided: {KEY}.")
    async with model_double(scripts=[echo, Raw(body=KEY.encode()), Silence()]) as double:
        asker = client(double, timeout=0.5)
        outcomes = [await asker.ask(prompt_for()) for _ in range(3)]
        shown = [repr(asker), *map(repr, outcomes)]
        await asker.close()
    assert all(request.headers["authorization"].endswith(KEY) for request in double.requests)
    records = [record.getMessage() + str(record.args) for record in caplog.records]
    out, err = capfd.readouterr()
    assert KEY not in json.dumps([*shown, *records, out, err])
    assert "***" in shown[1]


async def test_nothing_that_the_environment_holds_for_another_server_is_sent(monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, f"private-{name}")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/elsewhere")
    async with model_double() as double:
        asker = client(double, key=None)
        await asker.ask(prompt_for())
        await asker.close()
    (request,) = double.requests
    assert "private" not in json.dumps(request.headers)
    assert request.headers["authorization"] == "Bearer none"
