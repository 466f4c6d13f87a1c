"""What the process that works apart and its parent say to each other: lengths and bytes over a pipe."""

from __future__ import annotations

import struct
from typing import IO, Literal

Frame = bytes
Sort = Literal["found", "failed", "spent", "done"]
"""A result; an error, after which nothing comes; one after which the process should end; the end of the results."""
_LENGTH = struct.Struct(">Q")


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Writes a frame and sends it off."""
    stream.write(_LENGTH.pack(len(frame)))
    stream.write(frame)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next frame; None where the other side is gone."""
    head = _read(stream, _LENGTH.size)
    return None if head is None else _read(stream, _LENGTH.unpack(head)[0])


def _read(stream: IO[bytes], length: int) -> bytes | None:
    data = stream.read(length)
    return data if len(data) == length else None
