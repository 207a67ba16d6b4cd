"""How the log is written: for people, or one JSON object a line. Knows records; writes to standard error.

Log calls name an event and its keys in the template, as in `"feed_checked feed=%s elapsed_ms=%d"`;
as JSON each key stays a key.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any, Literal

_KEY = re.compile(r"(\w+)=%[^ ]+")


class JsonFormatter(logging.Formatter):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(_fields(record, self), ensure_ascii=False, default=str)


def _fields(record: logging.LogRecord, formatter: logging.Formatter) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "room": record.name,
    }
    keys = _KEY.findall(str(record.msg))
    values = record.args if isinstance(record.args, tuple) else ()
    if keys and len(keys) == len(values):
        fields["event"] = str(record.msg).partition(" ")[0]
        fields |= dict(zip(keys, values, strict=True))
    else:
        fields["event"] = record.getMessage()
    if record.exc_info:
        fields["error"] = formatter.formatException(record.exc_info)
    return fields


def start_logging(level: str, form: Literal["text", "json"]) -> None:
    """Send our log to standard error; libraries are heard from `warning` up."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(asctime)s %(levelname)-7s %(message)s", "%Y-%m-%d %H:%M:%S")
    handler.setFormatter(JsonFormatter() if form == "json" else plain)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for room in ("bot", "watchers"):
        logging.getLogger(room).setLevel(level.upper())
    # The HTTP libraries write addresses with their queries, and discord.py what it sends.
    for noisy in ("httpx", "httpcore", "discord", "apscheduler", "trafilatura", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
