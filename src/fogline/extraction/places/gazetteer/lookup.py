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
# Of what the user added, those with most people, and none without where a built-in place has the name: all of the world
# has hamlets, and a report can only mean those of the countries that it deals with, which `within` adds.
MOST_ADDED = 3
_EVERY = HIDDEN << 1
_LEAST_LIKENESS = 62.0  # percent, of two spellings with one skeleton: "moqdadiyah" and "al miqdadiyah" have 75
_LEAST_LIKENESS_OF_SHORT = 80.0  # where the skeleton has two consonants
_LEAST_LIKENESS_OF_NEAR = 82.0  # where the consonants differ by one
_MOST_ALIKE = 400  # places of one skeleton in one country, or in the world, that are compared, most people first
_MOST_SLIPS = 40  # of each skeleton that a slip of the pen may have made


class Gazetteer:
    """Gazetteer files, open for reading. Results are cached: one name of one text is asked for many times.

    The first file is the built-in one; `added` are the user's.

    Raises:
        GazetteerError: a file is no gazetteer.
    """

    def __init__(self, file: Path, added: Iterable[Path] = ()) -> None:
        self._own = Store(file)
        self._stores = [self._own, *(Store(path, number) for number, path in enumerate(added, start=1))]
        self._added = {s.id for store in self._stores[1:] for s in store.sources()}
        self._first = lru_cache(maxsize=20_000)(self._in_reports)
        self._local = lru_cache(maxsize=5_000)(self._with_those_of)
        self.similar = lru_cache(maxsize=5_000)(self._similar)
        self.sources: dict[str, Source] = {s.id: s for store in self._stores for s in store.sources()}

    def find(self, folded: str) -> tuple[Hit, ...]:
        """The places whose name folds to `folded`, most people first; of each file added no more than `MOST_ADDED`."""
        return self._first(folded)[0]

    def within(self, folded: str, countries: tuple[str, ...]) -> tuple[Hit, ...]:
        """The places that `find` gives, and those of these countries for which it had no room."""
        hits, _, more = self._first(folded)
        return hits if more is None else self._local(folded, countries)

    def forget(self) -> None:
        """Drops the answers that are kept, so that the next ones come from the files."""
        for answers in (self._first, self._local, self.similar, *(store.longest for store in self._stores)):
            answers.cache_clear()

    def _in_reports(self, folded: str) -> tuple[tuple[Hit, ...], list[Found], str | None]:
        """The places of a name that reports are searched for, and their rows; the key under which there are more."""
        found, cut = self._named(folded, HIDDEN, MOST_ADDED)
        without = bare(folded)
        if not found and without != folded and len(without) > 2:
            folded = without
            found, cut = self._named(folded, HIDDEN, MOST_ADDED)
        return self._hits(found), found, folded if cut else None

    def _with_those_of(self, folded: str, countries: tuple[str, ...]) -> tuple[Hit, ...]:
        """The places that `find` gives, and all of these countries."""
        _, found, name = self._first(folded)
        added = (store.named_in(name or folded, HIDDEN, countries, MOST_HITS) for store in self._stores[1:])
        return self._hits([*found, *(f for some in added for f in some)])

    def _named(self, folded: str, below: int, most: int) -> tuple[list[Found], bool]:
        """The places of a key, of each file added at most `most`; whether there are more."""
        own = self._own.named(folded, below, MOST_HITS)
        found, cut = list(own), False
        first_word, *others = folded.split(" ")
        for store in self._stores[1:]:
            if below <= HIDDEN and store.longest(first_word) <= len(others):
                continue  # it has no name that long: most names are in one file alone
            first = store.named(folded, below, most)
            taken = [f for f in first if f.record.population or below > HIDDEN] if own else first
            found += taken
            cut = cut or len(first) == most or len(taken) < len(first)
        return (found, cut) if len(self._stores) == 1 else ([*found, *self._of_others(folded, below, most)], cut)

    def _hits(self, found: list[Found]) -> tuple[Hit, ...]:
        """What was found in the files, each place once, in the order of rank."""
        if all(f.source not in self._added for f in found):
            return tuple(self._hit(f) for f in found)
        ordered = sorted(found, key=lambda f: (f.name.rank, f.record.id))
        return merged(self._hit(f) for f in ordered)[: 2 * MOST_HITS]

    def _of_others(self, folded: str, below: int, most: int) -> Iterator[Found]:
        """The places of a name that stands in a file of names only."""
        for names in self._stores:
            for geonames, name in names.more(folded, below, most):
                found = next((f for store in self._stores if (f := store.by_geonames(geonames)) is not None), None)
                if found is not None:
                    yield replace(found, name=name, source=names.id)

    def _hit(self, found: Found, *, fuzzy: bool = False) -> Hit:
        record = found.record
        if found.same is not None:  # the user's file tells more names of a place that is built in
            record = self._own.place(found.same) or record
        name = found.name
        kind = NameKind.ALTERNATE if fuzzy else name.kind
        return Hit(record, kind, name.used_by, fuzzy, name.spelling, name.language, name.former, found.source)

    def longest(self, word: str) -> int:
        """How many words the longest name has that starts with this folded word; 0 where none does."""
        return max(store.longest(word) for store in self._stores)

    def _similar(self, folded: str, countries: tuple[str, ...]) -> tuple[Hit, ...]:
        """Places of these countries whose romanised name has the consonants of `folded`, most alike first."""
        shape = skeleton(folded)
        least = _LEAST_LIKENESS if len(shape) > 2 else _LEAST_LIKENESS_OF_SHORT
        within = [c for c in countries if c in country_group("romanised")]
        alike = ((i, row) for i, s in enumerate(self._stores) for c in within for row in s.alike(shape, c, _MOST_ALIKE))
        return self._most_alike(folded, alike, least, 5)

    def _most_alike(self, folded: str, rows: Iterable[tuple[int, Alike]], least: float, most: int) -> tuple[Hit, ...]:
        without = bare(folded)
        best: dict[tuple[int, int], tuple[float, int]] = {}
        by_name: dict[str, float] = {}
        for store, (name, order, place) in rows:
            likeness = by_name.get(name, -1.0)
            if likeness < 0:
                likeness = by_name[name] = ratio(without, bare(name), score_cutoff=least)
            if likeness >= least and likeness > best.get((store, place), (0.0, 0))[0]:
                best[store, place] = (likeness, order)
        ranked = sorted(best, key=lambda at: (-round(best[at][0] / 100, 1), best[at][1], at))
        found = ((i, self._stores[i].found(place)) for i, place in ranked[: 2 * most])
        return merged(self._hit(f, fuzzy=True) for i, f in found if f is not None)[:most]

    def named(self, name: str, most: int = 30) -> Sequence[Hit]:
        """The places that go by a name as written in any language, most people first; `most` of each file added."""
        folded = key(name)
        return self._hits(self._named(folded, _EVERY, most)[0]) or self.find(folded)

    def nearest(self, name: str, most: int = 10) -> Sequence[Hit]:
        """The places of the world whose name is nearly `name`: other romanisations first, then slips of the pen."""
        folded = key(name)
        shape = skeleton(folded)
        same = ((i, row) for i, store in enumerate(self._stores) for row in store.alike(shape, None, _MOST_ALIKE))
        hits = self._most_alike(folded, same, _LEAST_LIKENESS, most)
        if hits:
            return hits
        shapes = near_shapes(shape)
        stores = tuple(enumerate(self._stores))
        slips = ((i, row) for s in shapes for i, store in stores for row in store.alike(s, None, _MOST_SLIPS))
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
