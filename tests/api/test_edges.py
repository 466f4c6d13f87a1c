"""Ledgers that hold nothing or one odd thing, and docs that tell of every route and code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import HOME

from fogline.api import application
from fogline.api.problems import CODES
from fogline.config import Settings
from fogline.intake import take_in
from fogline.ledger import Store
from fogline.reports import report_from_text

API = "/api/v1"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
LISTS = (
    "/about", "/claims", "/claims.csv", "/claims.geojson", "/claims/facets", "/claims/days", "/claims/days?by=known",
    "/claims/places",
    "/reports", "/reports.csv", "/places", "/places.csv", "/places.geojson", "/places?as_known=2020-01-01", "/control",
    "/control?day=2020-01-01", "/incidents", "/incidents.csv", "/disputes", "/disputes.csv", "/sources", "/sources.csv",
    "/changes?since=2020-01-01", "/coverage", "/search?q=Goma", "/review/queue", "/review/judgements", "/health",
)  # fmt: skip


@pytest.mark.parametrize("texts", [(), ("Погода була гарна. " * 20,), ("Nothing happened.\n",)])
def test_a_ledger_without_claims_answers(tmp_path: Path, texts: tuple[str, ...]) -> None:
    with Store(tmp_path / "ledger.sqlite") as store:
        for _ in take_in(store, [report_from_text(text) for text in texts]):
            pass
    app = application(str(tmp_path / "ledger.sqlite"), Settings(rate=10_000))
    with TestClient(app, base_url=HOME) as client:
        for path in LISTS:
            answered = client.get(API + path)
            assert answered.status_code == 200, (path, answered.text)
        assert client.get(f"{API}/reports").json()["total"] == len(texts)
        assert client.get(f"{API}/places/Goma").status_code == 404


def test_half_characters_come_back(tmp_path: Path) -> None:
    """A text may hold a lone surrogate, which is no UTF-8: it comes back as the escape that JSON has for it."""
    text = "Russia said on Friday that its forces had captured the town of Izium. \ud83d\n"
    with Store(tmp_path / "ledger.sqlite") as store:
        assert [taken.outcome for taken in take_in(store, [report_from_text(text)])] == ["new"]
    app = application(str(tmp_path / "ledger.sqlite"), Settings(rate=10_000))
    with TestClient(app, base_url=HOME) as client:
        row = client.get(f"{API}/reports").json()["items"][0]
        assert client.get(f"{API}/reports/{row['id']}").json()["report"]["text"] == text
        assert client.get(f"{API}/claims.csv").status_code == 200
        assert client.get(f"{API}/reports/{row['id']}/original").status_code == 200


def test_every_route_and_code_is_described(client: TestClient) -> None:
    page = PAGE.read_text(encoding="utf-8")
    headings = [line for line in page.splitlines() if line.startswith("### ")]
    missing = []
    for path, operations in client.get(f"{API}/openapi.json").json()["paths"].items():
        base, ending = re.fullmatch(r"(.*?)(\.csv|\.geojson)?", path).groups()  # type: ignore[union-attr]
        for method in operations:
            told = [
                line for line in headings
                if f"{method.upper()} {base}`" in line or f"{method.upper()} {base}?" in line
            ]  # fmt: skip
            if not any(ending is None or ending in line for line in told) and f"{method.upper()} {path}`" not in page:
                missing.append(f"{method.upper()} {path}")
    assert missing == []
    assert [code for code in CODES if f"`{code}`" not in page] == []
