"""What is kept of a report so that its copies are found without comparing it with all others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fogline.assessment.copies.hashing import Hashes, mixed, run_hashes, word_hashes
from fogline.assessment.copies.words import told_words
from fogline.model import Report

SHINGLE = 3  # words: one word changed in ten leaves 54 % of the shingles of two texts in common, of five only 33 %
BANDS, ROWS = 24, 3  # texts with half of their shingles in common meet in 96 %, with one in fifty in 0.02 % of cases
PASSAGES = BANDS  # the number of the band that holds the marks of passages
RUN = 8  # words of a mark: shorter runs are stock phrases of every war
WINDOW = 11  # runs of which one is marked: every shared passage of RUN + WINDOW - 1 = 18 words is met for certain
_SEED = 1
_BATCH = 4096  # shingles hashed at once: bounds the memory that a very long text takes


class Key(NamedTuple):
    """One row of the index: reports that share a row may be copies. `value` fits a signed 64-bit column."""

    band: int
    value: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """The fingerprint of a report's own words.

    `digest` is the SHA-256 of the words (None without any): equal for texts that differ in case, marks and furniture
    alone. `signature` is the MinHash, 4 bytes a permutation. `keys` are the rows by which copies are found: two
    reports that share none share no run of 18 words and less than about half of their three-word runs.
    """

    digest: str | None
    words: int
    signature: bytes
    keys: tuple[Key, ...]

    def passages(self) -> tuple[int, ...]:
        """The values of the keys that stand for passages, by which an outlet's furniture is told."""
        return tuple(key.value for key in self.keys if key.band == PASSAGES)


def sketch(report: Report) -> Sketch:
    """The fingerprint of a report; the same on every machine."""
    told = told_words(report)
    if not told.words:
        return Sketch(None, 0, b"", ())
    hashes = word_hashes(told.words)
    shingles = run_hashes(hashes, min(SHINGLE, len(told)))
    signature = _signature(np.unique(shingles >> np.uint64(32)).astype(np.uint32))
    marked = sorted({value for _, value in marks(hashes)})
    return Sketch(
        hashlib.sha256(" ".join(told.words).encode("utf-8", "surrogatepass")).hexdigest(),
        len(told),
        signature.astype("<u4").tobytes(),
        (*_bands(signature), *(Key(PASSAGES, value) for value in marked)),
    )


def resemblance(one: Sketch, other: Sketch) -> float:
    """The estimated share, 0 to 1, of three-word runs of both texts that are in both."""
    if not one.signature or not other.signature:
        return 0.0
    return float(np.mean(np.frombuffer(one.signature, "<u4") == np.frombuffer(other.signature, "<u4")))


def marks(hashes: Hashes) -> list[tuple[int, int]]:
    """The least run of RUN words in every window of WINDOW runs, as its first word and its value (winnowing).

    Which runs are marked depends on the words around alone, so the same passage is marked alike in every text.
    """
    runs = run_hashes(hashes, RUN)
    if not len(runs):
        return []
    width = min(WINDOW, len(runs))
    windows = np.lib.stride_tricks.sliding_window_view(runs, width)
    places = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
    return list(zip(places.tolist(), runs[places].astype(np.int64).tolist(), strict=True))


def _signature(shingles: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The MinHash of a set of shingles."""
    sketched = _empty().copy()
    for start in range(0, len(shingles), _BATCH):
        sketched.update_batch(shingles[start : start + _BATCH].tolist())
    found: NDArray[np.uint32] = sketched.hashvalues
    return found


@cache
def _empty() -> Any:
    """The MinHash of nothing. The library is loaded here: it takes half a second, which who only asks is spared."""
    from datasketch import MinHash

    return MinHash(num_perm=BANDS * ROWS, seed=_SEED, hashfunc=int, scheme="affine32")


def _bands(signature: NDArray[np.uint32]) -> Iterator[Key]:
    rows = signature.reshape(BANDS, ROWS).astype(np.uint64)
    values = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        values = mixed(values * np.uint64(0x100000001B3) + rows[:, row])
    return (Key(band, value) for band, value in enumerate(values.astype(np.int64).tolist()))
