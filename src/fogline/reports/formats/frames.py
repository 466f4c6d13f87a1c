"""What the process that reads documents and its parent say to each other: lengths and bytes over a pipe."""

from __future__ import annotations

import struct
from typing import IO

Frame = bytes
DONE: Frame = b""
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
