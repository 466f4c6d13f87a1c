from __future__ import annotations

import csv
from io import StringIO

import pytest

from fogline.exports.csv import COLUMNS, header, lines, safe

from .made import document


def test_one_row_a_claim_under_the_documented_columns() -> None:
    rows = list(csv.DictReader(StringIO(header() + "".join(lines(document())))))
    assert [row["claim_id"] for row in rows] == ["c1", "c2", "c3"]
    assert list(rows[0]) == list(COLUMNS)
    first = rows[0]
    assert (first["source"], first["source_side"], first["stance"]) == ("Veld", "Veld", "asserts")
    assert (first["place_name"], first["lat"], first["time"]) == ("Osten", "-1.5", "2031-05-02")
    assert (first["low"], first["best"], first["unit"]) == ("10", "", "soldiers")
    assert rows[1]["against"] == "c1"


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Osten", -1.5, None, "a=b"])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert safe(cell) == cell
