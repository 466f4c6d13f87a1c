"""Looks names up in the compiled gazetteer and in the places that the user added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.fuzz import ratio

from fogline.config import settings
from fogline.extraction.places.gazetteer.build import build, file_in
from fogline.extraction.places.gazetteer.fold import bare, key, skeleton
from fogline.extraction.places.gazetteer.groups import country_group
from fogline.extraction.places.gazetteer.merge import Hit, merged
from fogline.extraction.places.gazetteer.near import near_shapes
from fogline.extraction.places.gazetteer.records import NameKind, Source
from fogline.extraction.places.gazetteer.schema import HIDDEN
from fogline.extraction.places.gazetteer.store import Alike, Found, Store

MOST_HITS = 150  # places of one name that are weighed; "San José" has 500
_EVERY = HIDDEN << 1
_LEAST_LIKENESS = 62.0  # percent, of two spellings with one skeleton: "moqdadiyah" and "al miqdadiyah" have 75
_LEAST_LIKENESS_OF_SHORT = 80.0  # where the skeleton has two consonants
_LEAST_LIKENESS_OF_NEAR = 82.0  # where the consonants differ by one
_MOST_ALIKE = 400  # places of one skeleton in one country that are compared, most people first


class Gazetteer:
    """Gazetteer files, open for reading. Results are cached: one name of one text is asked for many times.

    The first file is the built-in one; `added` are the user's.

    Raises:
        GazetteerError: a file is no gazetteer.
    """

    def __init__(self, file: Path, added: Iterable[Path] = ()) -> None:
        self._own = Store(file)
        self._stores = [self._own, *(Store(path) for path in added)]
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.longest = lru_cache(maxsize=50_000)(self._longest)
        self.similar = lru_cache(maxsize=5_000)(self._similar)
        self.sources: dict[str, Source] = {s.id: s for store in self._stores for s in store.sources()}

    def _find(self, folded: str) -> tuple[Hit, ...]:
        """The places whose name folds to `folded`, most people first."""
        hits = self._named(folded, HIDDEN)
        without = bare(folded)
        if not hits and without != folded and len(without) > 2:
            hits = self._named(without, HIDDEN)
        return hits

    def _named(self, folded: str, below: int) -> tuple[Hit, ...]:
        if len(self._stores) == 1:
            return tuple(self._hit(0, found) for found in self._own.named(folded, below, MOST_HITS))
        rows = [(i, found) for i, store in enumerate(self._stores) for found in store.named(folded, below, MOST_HITS)]
        rows += self._of_others(folded, below)
        rows.sort(key=lambda row: (row[1].name.rank, row[0], row[1].place))
        return merged(self._hit(i, found) for i, found in rows[: 2 * MOST_HITS])[:MOST_HITS]

    def _of_others(self, folded: str, below: int) -> Iterator[tuple[int, Found]]:
        """The places of a name that stands in a file of names only."""
        for names in self._stores:
            for geonames, name in names.more(folded, below, MOST_HITS):
                for i, store in enumerate(self._stores):
                    found = store.by_geonames(geonames)
                    if found is not None:
                        yield i, replace(found, name=name, source=names.id)
                        break

    def _hit(self, store: int, found: Found, *, fuzzy: bool = False) -> Hit:
        record = found.record
        if found.same is not None:  # the user's file tells more names of a place that is built in
            record = self._own.place(found.same) or record
        if store and record is found.record:  # numbers of two files must not meet
            record = self._stores[store].numbered(record, store)
        name = found.name
        kind = NameKind.ALTERNATE if fuzzy else name.kind
        return Hit(record, kind, name.used_by, fuzzy, name.spelling, name.language, name.former, found.source)

    def _longest(self, word: str) -> int:
        """How many words the longest name has that starts with this folded word; 0 where none does."""
        return max(store.longest(word) for store in self._stores)

    def _similar(self, folded: str, countries: tuple[str, ...]) -> tuple[Hit, ...]:
        """Places of these countries whose romanised name has the consonants of `folded`, most alike first."""
        shape = skeleton(folded)
        least = _LEAST_LIKENESS if len(shape) > 2 else _LEAST_LIKENESS_OF_SHORT
        within = [c for c in countries if c in country_group("romanised")]
        alike = ((i, row) for i, s in enumerate(self._stores) for c in within for row in s.alike(shape, c, _MOST_ALIKE))
        return self._most_alike(folded, alike, least, 5)

    def _most_alike(
        self, folded: str, rows: Iterable[tuple[int, Alike]], least: float, most: int, *, skip: str | None = None
    ) -> tuple[Hit, ...]:
        without = bare(folded)
        best: dict[tuple[int, int], tuple[float, int]] = {}
        for store, (name, order, place) in rows:
            likeness = ratio(without, bare(name), score_cutoff=least)
            if likeness >= least and name != skip and likeness > best.get((store, place), (0.0, 0))[0]:
                best[store, place] = (likeness, order)
        ranked = sorted(best, key=lambda at: (-round(best[at][0] / 100, 1), best[at][1], at))
        found = ((i, self._stores[i].found(place)) for i, place in ranked[: 2 * most])
        return merged(self._hit(i, f, fuzzy=True) for i, f in found if f is not None)[:most]

    def named(self, name: str) -> Sequence[Hit]:
        """The places that go by a name as written in any language, most people first."""
        folded = key(name)
        return self._named(folded, _EVERY) or self._find(folded)

    def nearest(self, name: str, most: int = 10) -> Sequence[Hit]:
        """The places of the world whose name is nearly `name`: other romanisations first, then slips of the pen."""
        folded = key(name)
        shape = skeleton(folded)
        same = ((i, row) for i, store in enumerate(self._stores) for row in store.alike(shape, None, 4 * _MOST_ALIKE))
        hits = self._most_alike(folded, same, _LEAST_LIKENESS, most)
        if hits:
            return hits
        shapes = near_shapes(shape)
        slips = ((i, row) for i, store in enumerate(self._stores) for row in store.alike_any(shapes, 4 * _MOST_ALIKE))
        return self._most_alike(folded, slips, _LEAST_LIKENESS_OF_NEAR, most)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process with what the user added; the built-in file is compiled first if it is missing."""
    file = file_in(settings().cache)
    added = sorted(settings().places.glob("*.sqlite"))
    return Gazetteer(file if file.is_file() else build(settings().cache), added)


def is_compiled() -> bool:
    """Whether the gazetteer stands ready, so that a caller can say beforehand that compiling takes half a minute."""
    return file_in(settings().cache).is_file()
