"""The hash chain: each row's hash covers its own content and the hash of the row before it.

Whoever changes, drops or swaps a row must recompute all that follow; whoever has noted the last hash sees it. As in
Haber & Stornetta, "How to time-stamp a digital document" (1991).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

START = "0" * 64
"""What stands in for the hash before the first row."""


def digest(*parts: str | bytes) -> str:
    """The SHA-256 of some parts, each with its length before it, so that no two sequences of parts look alike."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def link(before: str, fields: Sequence[str | int]) -> str:
    """The hash of a row: `before` is the hash of the row before it, `fields` what the row is known by."""
    return hashlib.sha256((before + json.dumps(list(fields))).encode("ascii")).hexdigest()
