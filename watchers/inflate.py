"""Undo a body's compression without ever holding more than the cap. Knows bytes; not HTTP."""

import zlib
from collections.abc import Iterator

_GZIP_MAGIC = b"\x1f\x8b"
#: zlib's window size with gzip's header, and with either header found by looking.
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
#: What zlib's header says in its low half: method "deflate" (RFC 1950).
_DEFLATE_METHOD = 8
#: Bytes inflated at a time: a bomb is noticed after one of these at most.
_STEP_BYTES = 65_536


class TooLarge(Exception):
    """The body is larger than the cap, once inflated."""


class Broken(Exception):
    """The body says it is compressed and is not, or ends in the middle."""


def looks_gzipped(body: bytes) -> bool:
    return body.startswith(_GZIP_MAGIC)


class Body:
    """Collects a body chunk by chunk, inflated on the way, up to `max_bytes`."""

    def __init__(self, *, encoding: str, max_bytes: int) -> None:
        self._encoding = encoding
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []
        self._size = 0
        self._inflater: _Inflater | None = None
        self._started = False

    def feed(self, chunk: bytes) -> Iterator[None]:
        """Take in a chunk, step by step: a small one may inflate to the cap, and others wait."""
        if not chunk:
            return
        if not self._started:
            self._started = True
            # Some servers announce gzip and send the plain text; what it starts with decides.
            if self._encoding == "gzip" and looks_gzipped(chunk):
                self._inflater = _Inflater(_GZIP_WINDOW)
            elif self._encoding == "deflate":
                self._inflater = _Inflater(_deflate_window(chunk))
        pieces = self._inflater.feed(chunk) if self._inflater else iter((chunk,))
        for piece in pieces:
            self._size += len(piece)
            if self._size > self._max_bytes:
                raise TooLarge(f"more than {self._max_bytes:,} bytes")
            self._parts.append(piece)
            yield

    @property
    def is_complete(self) -> bool:
        return self._inflater is None or self._inflater.is_complete

    def finish(self) -> bytes:
        if not self.is_complete:
            raise Broken("the compressed body ends in the middle")
        return b"".join(self._parts)


def gunzip(body: bytes, max_bytes: int) -> bytes:
    """Inflate a whole gzip file, such as a sitemap that is served as one."""
    whole = Body(encoding="gzip", max_bytes=max_bytes)
    for _ in whole.feed(body):
        pass
    return whole.finish()


def _deflate_window(chunk: bytes) -> int:
    """Deflate comes with zlib's header, or, from some servers, without."""
    has_header = (
        len(chunk) > 1
        and chunk[0] & 0x0F == _DEFLATE_METHOD
        and (chunk[0] << 8 | chunk[1]) % 31 == 0
    )
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS


class _Inflater:
    def __init__(self, window: int) -> None:
        self._window = window
        self._stream = zlib.decompressobj(window)
        self.is_complete = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while True:
                if self.is_complete:
                    if not looks_gzipped(data):
                        return  # nothing left, or padding after the last member
                    self._stream = zlib.decompressobj(self._window)
                piece = self._stream.decompress(data, _STEP_BYTES)
                if piece:
                    yield piece
                self.is_complete = self._stream.eof
                data = (
                    self._stream.unused_data if self.is_complete else self._stream.unconsumed_tail
                )
                # A full piece may leave output inside zlib although the input is used up.
                if not data and len(piece) < _STEP_BYTES:
                    return
        except zlib.error as error:
            raise Broken(f"the compressed body is damaged: {error}") from error
