"""How fast a ledger is: `python -m eval.ledger_speed FOLDER [CLAIMS …]` (100,000 claims unless others are named).

For each size a ledger of made reports is written to FOLDER and measured: adding, assessing all of it, taking in one new
report, dossiers and pages of claims. One JSON line a size.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from eval.made_ledger import CLAIMS, documents
from fogline.assessment.assess import assess, drop
from fogline.ledger import Store
from fogline.query import Ledger, Query

BY = {"engine": "made", "knowledge": "none"}
ROUNDS = 20
ASKED = {
    "page": Query(),
    "page_by_side": Query(side="Redland", event="control.captured"),
    "page_by_text": Query(text="bridge clinic"),
    "page_around": Query(place="Town 44", radius_km=50),
}


def measured(folder: Path, claims: int) -> dict[str, Any]:
    """The figures of a ledger of about so many claims, in seconds unless the name says otherwise."""
    file = folder / f"made-{claims}.sqlite"
    for old in folder.glob(f"{file.name}*"):
        old.unlink()
    *made, late = documents(claims // CLAIMS + 1)
    found: dict[str, Any] = {}
    with Store(file) as store:
        found["add"] = _timed(lambda: _add(store, made))
        with store.viewing() as view:
            found["claims"] = view.counts()["claims"]
        found["added_a_second"] = round(found["claims"] / found["add"])
        found["assess"] = _timed(lambda: assess(store))
        _add(store, [late])
        found["take_in_one"] = _timed(lambda: assess(store))
        ledger = Ledger(store)
        found["dossier"] = _slowest(lambda n: ledger.place(f"Town {n * 7}"))
        for name, query in ASKED.items():
            found[name] = _slowest(_page(ledger, query))
        found["control_on_a_day"] = _timed(ledger.control)
        drop(store)
        found["rebuild"] = _timed(lambda: assess(store))
    found["megabytes"] = round(file.stat().st_size / 1e6)
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in found.items()}


def _add(store: Store, made: list[Any]) -> None:
    for document in made:
        with store.writing() as writer:
            writer.add(document, **BY)


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _slowest(work: Callable[[int], object]) -> float:
    """The 95th percentile of some rounds."""
    return sorted(_timed(partial(work, n)) for n in range(ROUNDS))[int(ROUNDS * 0.95) - 1]


def _page(ledger: Ledger, query: Query) -> Callable[[int], object]:
    return lambda _: ledger.page(query, limit=50)


if __name__ == "__main__":
    for size in map(int, sys.argv[2:] or ["100000"]):
        print(json.dumps(measured(Path(sys.argv[1]), size)))
