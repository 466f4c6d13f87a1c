"""Rows of the ledger as CSV, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from fogline.exports.csv import safe

CLAIMS = (
    "id", "report", "publisher", "origin", "event", "stance", "source", "source_kind", "source_side", "actor",
    "actor_side", "target", "target_side", "place", "lat", "lon", "country", "admin1", "precision", "precision_m",
    "relation", "time", "time_from", "time_to", "said", "known", "low", "best", "high", "unit", "incident", "review",
    "confidence", "words",
)  # fmt: skip


def lines(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """A line of column names, then one for each row."""
    yield _line(columns)
    for row in rows:
        yield _line([_cell(row.get(column)) for column in columns])


def claim_cells(row: Mapping[str, Any]) -> dict[str, Any]:
    """A claim as `plain.fact_row` gives it, laid out in the columns `CLAIMS`."""
    place, time, number = row["place"] or {}, row["time"] or {}, (row["quantities"] or [{}])[0]
    actor, target = row["actor"] or {}, row["target"] or {}
    return {
        **{key: row[key] for key in CLAIMS if key in row and key not in {"source", "place", "time", "actor", "target"}},
        "source": row["source"]["name"], "source_kind": row["source"]["kind"], "source_side": row["source"]["side"],
        "actor": actor.get("name"), "actor_side": actor.get("side"),
        "target": target.get("name"), "target_side": target.get("side"),
        "place": place.get("name"),
        **{key: place.get(key) for key in ("lat", "lon", "country", "admin1", "precision", "precision_m", "relation")},
        "time": time.get("edtf"), "time_from": time.get("from"), "time_to": time.get("to"),
        **{key: number.get(key) for key in ("low", "best", "high", "unit")},
    }  # fmt: skip


def _cell(value: Any) -> Any:
    """Lists and tables within one cell, as a desk reads them."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key} ({what})" if what not in {"", None} else str(key) for key, what in value.items())
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _line(cells: Iterable[Any]) -> str:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerow([safe(cell) for cell in cells])
    return stream.getvalue()
