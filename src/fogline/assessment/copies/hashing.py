"""Numbers for words and for runs of words: the same on every machine and in every process."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd: no factor of it is lost in 64 bits
_STEPS = ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53), (33, 1))  # the last steps of MurmurHash3


def word_hashes(words: Sequence[str]) -> Hashes:
    """A number for each word."""
    return np.fromiter((crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))


def run_hashes(hashes: Hashes, length: int) -> Hashes:
    """A number for each run of `length` words, in order; empty where there are fewer words."""
    count = len(hashes) - length + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    found = np.zeros(count, np.uint64)
    for place in range(length):
        found = found * _BASE + hashes[place : place + count]
    return mixed(found)


def mixed(values: Hashes) -> Hashes:
    """The values with all their bits mixed, so that their order says nothing of the words."""
    for shift, factor in _STEPS:
        values = (values ^ (values >> np.uint64(shift))) * np.uint64(factor)
    return values
