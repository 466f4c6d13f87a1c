"""Adds a file of places to the user's data: row by row in bounded memory, on from where an earlier run broke off."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer.added.draft import Draft, Progress, Values
from fogline.extraction.places.gazetteer.added.folder import draft_of, file_of
from fogline.extraction.places.gazetteer.added.known import BuiltIn
from fogline.extraction.places.gazetteer.added.recognise import reader
from fogline.extraction.places.gazetteer.added.rows import AddedName, AddedPlace, Bad, Item, MoreNames, Reader
from fogline.extraction.places.gazetteer.build import digest
from fogline.extraction.places.gazetteer.cities import is_foreign
from fogline.extraction.places.gazetteer.fold import bare, key
from fogline.extraction.places.gazetteer.groups import country_group
from fogline.extraction.places.gazetteer.records import NameKind, Source
from fogline.extraction.places.gazetteer.schema import NameRow, rank, shape_of, written

_BATCH = 20_000  # rows between two moments from which a run can go on
_END = 1 << 16  # bytes at either end of a file by which it is known again
_MOST_BAD = 0.5  # share of bad rows from which on the file is not what it seems
_LEAST_BARE = 3
OF_GEONAMES = Source("", "GeoNames", "CC BY 4.0", "https://www.geonames.org")


@dataclass(frozen=True)
class Addition:
    """What is to be added: a file, the data set's name, and what the user says of it."""

    path: Path
    name: str
    columns: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    licence: str | None = None
    address: str | None = None


Watcher = Callable[[str, int, int], None]  # what is being done, how far, of how much (0: unknown)


def add(addition: Addition, folder: Path, built_in: Path, watch: Watcher = lambda *_: None) -> Progress:
    """Makes a data set of a file; one of the same name is replaced when the new one is whole.

    Raises:
        UsageError: the file is missing or in no known format, or a column is.
        GazetteerError: nothing or little of the file can be used, or the data cannot be written.
    """
    form, rows = reader(addition.path, addition.columns)
    source = _source(addition, form)
    draft = Draft(draft_of(folder, addition.name), _mark(addition, form, source), source)
    with closing(draft), closing(BuiltIn(built_in)) as known:
        if not draft.progress.steps:
            _read(rows, draft, known, source.id, watch)
        done = draft.progress
        used = done.places + done.names + done.known
        if not used or done.bad > _MOST_BAD * (done.bad + used):
            draft.discard()
            raise GazetteerError(
                f"{addition.path}: {done.bad} rows are bad and {done.places + done.known} are good"
                + (f"; line {done.reasons[0][0]}: {done.reasons[0][1]}" if done.reasons else ""),
                next_step="Check that it is the right file; nothing was added",
            )
        for step in draft.finish():
            watch(step, 0, 0)
    try:
        draft_of(folder, addition.name).replace(file_of(folder, addition.name))
    except OSError as error:
        raise draft.fault(error) from error
    return done


def _read(rows: Reader, draft: Draft, known: BuiltIn, source: str, watch: Watcher) -> None:
    done = draft.progress
    maker = _Maker(known, source, done)
    count = 0
    for line, position, item in rows.rows(done.position, done.line):
        maker.take(line, item)
        done.position, done.line = position, line
        count += 1
        if count == _BATCH:
            draft.write(*maker.taken())
            watch("reading", position, rows.total)
            count = 0
    draft.write(*maker.taken())
    watch("reading", done.position, rows.total)


class _Maker:
    """Makes the rows of the tables."""

    def __init__(self, known: BuiltIn, source: str, done: Progress) -> None:
        self._known, self._source, self._done = known, source, done
        self._places: list[Values] = []
        self._names: list[Values] = []
        self._arabic = country_group("arabic")

    def taken(self) -> tuple[list[Values], list[Values]]:
        """The rows since the last time."""
        places, names = self._places, self._names
        self._places, self._names = [], []
        return places, names

    def take(self, line: int, item: Item) -> None:
        """Takes what a reader gave."""
        if isinstance(item, AddedPlace):
            self._place(line, item)
        elif isinstance(item, MoreNames):
            self._more(item)
        elif isinstance(item, Bad):
            self._done.note(line, item.reason)

    def _place(self, line: int, place: AddedPlace) -> None:
        folded = {k: n for n in reversed(place.names) if len(k := key(n.name)) > 1}
        if not folded:
            self._done.note(line, "no name of two letters or more")
            return
        same = self._known.same(place, key(place.names[0].name))
        if same is not None:
            folded = {k: n for k, n in folded.items() if not self._known.has_name(same, k, place.country)}
            if not folded:
                self._done.known += 1
                return
        self._done.places += 1
        number = self._done.places
        for k, name in folded.items():
            self._name(number, place, k, name)
        if place.country in self._arabic:
            for k, name in folded.items():
                without = bare(k)
                if without not in folded and len(without) >= _LEAST_BARE:
                    self._name(number, place, without, name, NameKind.BARE)
        values = (
            number, place.names[0].name, place.lat, place.lon, place.geonames, place.country, place.admin1,
            place.feature, place.population, place.radius_m, place.fame, place.admin2, self._source, same,
        )  # fmt: skip
        self._places.append(values)

    def _name(self, number: int, place: AddedPlace, folded: str, name: AddedName, kind: NameKind | None = None) -> None:
        hidden = place.hidden or is_foreign(name.name)
        kind = name.kind if kind is None else kind
        row = NameRow(
            folded, rank(kind, place.feature, place.population, hidden=hidden), kind, place.country,
            None if hidden else shape_of(folded, kind, place.feature), written(name.name, folded), name.language,
            name.former, name.used_by,
        )  # fmt: skip
        self._names.append(row.values(number))
        self._done.names += 1

    def _more(self, item: MoreNames) -> None:
        name, folded = item.name, key(item.name.name)
        if len(folded) > 1:
            order = rank(name.kind, "", self._known.population(item.geonames), hidden=is_foreign(name.name))
            spelling = written(name.name, folded)
            row = NameRow(folded, order, name.kind, None, None, spelling, name.language, name.former, name.used_by)
            self._names.append(row.values(item.geonames))
            self._done.names += 1


def _source(addition: Addition, form: str) -> Source:
    of_geonames = form.startswith("GeoNames")
    name = addition.source or (OF_GEONAMES.name if of_geonames else addition.path.name)
    licence = addition.licence or (OF_GEONAMES.licence if of_geonames and not addition.source else "not stated")
    address = addition.address or (OF_GEONAMES.address if of_geonames and not addition.source else "")
    return Source(addition.name, name, licence, address)


def _mark(addition: Addition, form: str, source: Source) -> str:
    """By what a half-made data set is known to be of this file, these options and this version of fogline."""
    total = hashlib.sha256(repr((form, sorted(addition.columns.items()), source, digest())).encode())
    with addition.path.open("rb") as file:
        size = file.seek(0, 2)
        total.update(str(size).encode())
        for start in (0, max(0, size // 2), max(0, size - _END)):
            file.seek(start)
            total.update(file.read(_END))
    return total.hexdigest()
