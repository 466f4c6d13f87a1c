"""Looks names up in the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from fogline.config import settings
from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer.build import build, file_in
from fogline.extraction.places.gazetteer.fold import bare, key, skeleton
from fogline.extraction.places.gazetteer.records import NameKind, Record

MOST_HITS = 150  # places of one name that are weighed; "San José" has 500
_LEAST_LIKENESS = 0.62  # of two spellings with one skeleton: "moqdadiyah" and "al miqdadiyah" have 0.75


_LEAST_LIKENESS_OF_SHORT = 0.8  # where the skeleton has two consonants


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that goes by the name asked for; `fuzzy` where only its consonants agree with it."""

    record: Record
    kind: NameKind
    used_by: str | None = None
    fuzzy: bool = False


class Gazetteer:
    """A compiled gazetteer, open for reading. Results are cached: one name of one text is asked for many times."""

    def __init__(self, file: Path) -> None:
        try:
            self._base = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._base.execute("SELECT 1 FROM heads LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise GazetteerError(
                f"{file} is no gazetteer: {error}", next_step="Run: fogline gazetteer build"
            ) from error
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.longest = lru_cache(maxsize=50_000)(self._longest)
        self.similar = lru_cache(maxsize=5_000)(self._similar)

    def _find(self, folded: str) -> tuple[Hit, ...]:
        """The places whose name folds to `folded`, most people first."""
        hits = self._named(folded)
        without = bare(folded)
        if not hits and without != folded and len(without) > 2:
            hits = self._named(without)
        return hits

    def _named(self, folded: str) -> tuple[Hit, ...]:
        rows = self._base.execute(
            "SELECT p.*, n.kind, n.used_by FROM names n JOIN places p ON p.id = n.place WHERE n.key = ?"
            " ORDER BY p.feature != 'country', n.kind > 1, p.population DESC, p.id LIMIT ?",
            (folded, MOST_HITS),
        )
        return tuple(Hit(Record(*row[:11]), NameKind(row[11]), row[12]) for row in rows)

    def _longest(self, word: str) -> int:
        """How many words the longest name has that starts with this folded word; 0 where none does."""
        row = self._base.execute("SELECT longest FROM heads WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def _similar(self, folded: str, countries: tuple[str, ...]) -> tuple[Hit, ...]:
        """Places of these countries whose romanised name has the consonants of `folded`, most alike first."""
        shape = skeleton(folded)
        least = _LEAST_LIKENESS if len(shape) > 2 else _LEAST_LIKENESS_OF_SHORT
        found: dict[int, tuple[float, Hit]] = {}
        for country in countries:
            rows = self._base.execute(
                "SELECT p.*, s.key FROM skeletons s JOIN places p ON p.id = s.place"
                " WHERE s.country = ? AND s.skeleton = ?",
                (country, shape),
            )
            for row in rows:
                likeness = SequenceMatcher(None, bare(folded), bare(row[11]), autojunk=False).ratio()
                if likeness >= least and likeness > found.get(row[0], (0.0, None))[0]:
                    found[row[0]] = (likeness, Hit(Record(*row[:11]), NameKind.ALTERNATE, None, fuzzy=True))
        ranked = sorted(found.values(), key=lambda f: (-round(f[0], 1), -f[1].record.population, f[1].record.id))
        return tuple(hit for _, hit in ranked[:5])

    def named(self, name: str) -> Sequence[Hit]:
        """The places that go by a name as written, most people first."""
        return self.find(key(name))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process; compiled first where it is missing."""
    file = file_in(settings().cache)
    return Gazetteer(file if file.is_file() else build(settings().cache))


def is_compiled() -> bool:
    """Whether the gazetteer stands ready, so that a caller can say beforehand that compiling takes half a minute."""
    return file_in(settings().cache).is_file()
