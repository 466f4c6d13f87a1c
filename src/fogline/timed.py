"""Connections each step of which is held to the time that a request as a whole has left."""

from __future__ import annotations

import ssl
from collections.abc import Callable

import httpcore


class TimedStream(httpcore.NetworkStream):
    """A connection; `left` gives the seconds that the next step may take, and raises where the time is over."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Reads some bytes."""
        return self._stream.read(max_bytes, self._left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Writes all bytes."""
        self._stream.write(buffer, self._left())

    def close(self) -> None:
        """Closes it."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._left()), self._left)

    def get_extra_info(self, info: str) -> object:
        """What is known of it."""
        return self._stream.get_extra_info(info)
