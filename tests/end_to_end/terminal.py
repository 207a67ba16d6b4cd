"""A command at a terminal of its own, typed at as by a person."""

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: What ends a line, an input and a command at a keyboard.
ENTER, END_OF_INPUT, INTERRUPT = "\r", "\x04", "\x03"


@dataclass(slots=True)
class Terminal:
    process: subprocess.Popen[bytes]
    screen: int
    #: All that was shown.
    shown: str = ""
    #: How much of that was looked through by `expect`.
    seen: int = 0

    def expect(self, text: str, *, seconds: float = 60) -> None:
        """Wait until the text is shown, after all that was expected before."""
        end = time.monotonic() + seconds
        while (place := self.shown.find(text, self.seen)) < 0:
            assert self._read(end), f"{text!r} is not shown:\n{self.shown[self.seen :]}"
        self.seen = place + len(text)

    def type(self, keys: str) -> None:
        # As a person would: in the instant in which a prompt is shown, Python's readline misses a Ctrl-C.
        time.sleep(0.3)
        os.write(self.screen, keys.encode())

    def answer(self, line: str) -> None:
        self.type(line + ENTER)

    def end(self, *, seconds: float = 60) -> int:
        """The command's exit status."""
        end = time.monotonic() + seconds
        while self._read(end):
            pass
        return self.process.wait(timeout=seconds)

    def _read(self, end: float) -> bool:
        """Take what is shown next; whether there was something before the time was up."""
        if not select.select([self.screen], [], [], max(0.0, end - time.monotonic()))[0]:
            return False
        try:
            got = os.read(self.screen, 65_536)
        except OSError:  # how Linux says that nobody writes there any more
            return False
        self.shown += got.decode(errors="replace").replace("\r\n", "\n")
        return bool(got)


@contextmanager
def terminal(*arguments: str, folder: Path) -> Iterator[Terminal]:
    """`volteface` with these arguments, its input, output and errors at one terminal."""
    screen, keyboard = pty.openpty()
    fcntl.ioctl(keyboard, termios.TIOCSWINSZ, b"\x30\x00\x78\x00\x00\x00\x00\x00")  # 48 by 120
    process = subprocess.Popen(
        [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
        preexec_fn=_own_the_terminal,  # noqa: PLW1509 - no thread runs in the test
    )
    os.close(keyboard)
    try:
        yield Terminal(process, screen)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(screen)


def _own_the_terminal() -> None:
    """Make the child's input its controlling terminal, and let Ctrl-C reach it wherever the tests were started.

    What a shell starts with `&` is deaf to it, and so would its children be.
    """
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
