from __future__ import annotations

from datetime import date

import pytest

from fogline.exports.edtf import edtf


@pytest.mark.parametrize(
    ("begin", "until", "throughout", "sometime"),
    [
        ("2025-02-07", "2025-02-07", "2025-02-07", "2025-02-07"),
        ("2024-07-01", "2024-07-31", "2024-07", "2024-07"),
        ("2024-02-01", "2024-02-29", "2024-02", "2024-02"),
        ("2023-02-01", "2023-02-27", "2023-02-01/2023-02-27", "[2023-02-01..2023-02-27]"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("2022-01-01", "2024-12-31", "2022/2024", "[2022..2024]"),
        ("2024-06-01", "2024-08-31", "2024-06/2024-08", "[2024-06..2024-08]"),
        ("2025-02-03", "2025-02-07", "2025-02-03/2025-02-07", "[2025-02-03..2025-02-07]"),
        ("9999-12-01", "9999-12-31", "9999-12", "9999-12"),
    ],
)
def test_intervals(begin: str, until: str, throughout: str, sometime: str) -> None:
    days = date.fromisoformat(begin), date.fromisoformat(until)
    assert edtf(*days, "throughout") == throughout
    assert edtf(*days, "sometime") == sometime


def test_unknown_ends_give_nothing() -> None:
    assert edtf(None, date(2024, 1, 1)) is None
    assert edtf(date(2024, 1, 1), None) is None
