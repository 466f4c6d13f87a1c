"""Content encodings of HTTP ▶ the content, which grows no larger than it may."""

from __future__ import annotations

import zlib

from fogline.fetch.faults import Fault, FetchError

ASKED = "gzip"
"""What servers are told that they may pack with."""
_EITHER = 47  # zlib's code for "gzip or zlib, told by the first bytes"
_CHUNK = 1 << 16


def unpacked(raw: bytes, encoding: str, limit: int) -> bytes:
    """The content of a body that was packed as its `Content-Encoding` says; `limit` in bytes.

    Raises:
        FetchError: it is packed in a way that was not asked for, is broken, or unpacks to more than the limit.
    """
    ways = [way.strip().lower() for way in encoding.split(",") if way.strip()]
    ways = [way for way in ways if way != "identity"]
    if not ways or not raw:
        return raw
    if len(ways) > 1 or ways[0] not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError(Fault.PACKING, f"is packed as {encoding[:40]}, which was not asked for")
    return _inflated(raw, limit)


def _inflated(raw: bytes, limit: int) -> bytes:
    out = bytearray()
    waiting, whole = raw, False
    while waiting:
        unpacker = zlib.decompressobj(wbits=_EITHER)
        try:
            while not unpacker.eof and waiting:
                out += unpacker.decompress(waiting, _CHUNK)
                waiting = unpacker.unconsumed_tail
                if len(out) > limit:
                    raise FetchError(Fault.SIZE, f"unpacks to more than {limit / (1 << 20):g} MB")
        except zlib.error as error:
            if whole:
                break  # what follows is padding
            raise FetchError(Fault.PACKING, f"is packed, and broken ({error})") from None
        if not unpacker.eof:
            raise FetchError(Fault.NETWORK, "broke off in the middle of what was packed")
        waiting, whole = unpacker.unused_data, True
    return bytes(out)
