"""The API over PostgreSQL gives the answers that it gives over SQLite, and takes judgements there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from eval.ledger_speed import BY
from eval.made_ledger import documents
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient
from tests.api.conftest import HOME, TOKEN
from tests.ledger.conftest import server

from fogline.api import application
from fogline.assessment.assess import assess
from fogline.config import Settings
from fogline.ledger import Store

__all__ = ["server"]

API = "/api/v1"
REPORTS = 25
SIGNED = {"authorization": f"Bearer {TOKEN}"}
Pair = tuple[TestClient, TestClient]
PAGES = (
    "/claims?limit=200", "/claims?side=Redland&event=control&stance=denies", "/claims?q=bridge%20clinic",
    "/claims?bbox=30,46,31,48", "/claims?datetime=2023-02-01/2023-06-30&limit=100", "/claims?as_known=2023-06-01",
    "/claims?origins=true&confidence=0.8", "/claims/facets", "/claims/facets?side=Blueland",
    "/claims/places", "/claims/days", "/claims/days?by=known", "/claims.csv?limit=300", "/claims.geojson?limit=300",
    "/reports?limit=50", "/reports?q=day", "/places?limit=200", "/places?q=town%201&limit=50",
    "/places?day=2023-05-01&as_known=2023-05-01&limit=200", "/control?day=2024-01-01", "/control?as_known=2023-08-01",
    "/incidents?limit=100", "/disputes?limit=100", "/disputes.csv", "/sources", "/sources/Redland's%20army",
    "/changes?since=2024-01-01", "/coverage", "/search?q=town%202", "/search?q=clinic", "/review/queue?limit=50",
    "/about", "/claims?side=Nobody",
)  # fmt: skip
REFUSED = ("/places/Nowhere", "/sources/Nobody", "/claims?cursor=none", "/claims?bbox=1,2")


def _filled(address: str) -> str:
    """The address of a ledger with made reports, the same ones at the same times on each database."""
    seconds = iter(range(100_000))
    start = datetime(2025, 5, 3, 12, 0, tzinfo=UTC)
    with Store(address, clock=lambda: start + timedelta(seconds=next(seconds))) as store:
        for document in documents(REPORTS):
            with store.writing() as writer:
                writer.add(document, **BY)
        assess(store)
    return address


@pytest.fixture(scope="module")
def pair(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A server over SQLite and one over PostgreSQL."""
    engine = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE served"))
    engine.dispose()
    file = tmp_path_factory.mktemp("served") / "ledger.sqlite"
    addresses = (_filled(str(file)), _filled(server.format(name="served")))
    settings = Settings(rate=1_000_000, token=TOKEN)
    first, second = (TestClient(application(address, settings), base_url=HOME) for address in addresses)
    with first, second:
        yield first, second


def _told(client: TestClient, page: str) -> tuple[int, Any]:
    answered = client.get(API + page)
    told = answered.json() if "json" in answered.headers["content-type"] else answered.text
    if isinstance(told, dict):
        told.pop("request", None)
    return answered.status_code, told


@pytest.mark.parametrize("page", [*PAGES, *REFUSED])
def test_both_databases_give_the_same_answer(pair: Pair, page: str) -> None:
    ours, theirs = (_told(client, page) for client in pair)
    assert ours == theirs
    assert (ours[0] == 200) == (page in PAGES)


@pytest.mark.parametrize("path", ["/claims", "/reports", "/places", "/sources", "/incidents", "/review/queue"])
def test_pages_of_a_list_give_everything_once(pair: Pair, path: str) -> None:
    client, found, cursor = pair[1], list[str](), None
    while True:
        page = client.get(API + path, params={"limit": 70} | ({"cursor": cursor} if cursor else {})).json()
        found += [str(item.get("record") or item.get("key") or item["id"]) for item in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert len(found) == len(set(found)) == page["total"]


@pytest.mark.parametrize("kind", ["claim", "source", "place"])
def test_a_judgement_is_taken_and_taken_back(pair: Pair, kind: str) -> None:
    told = []
    for client in pair:
        client.headers.update(SIGNED)
        before = _told(client, "/sources"), _told(client, "/places?limit=200")
        decided = client.post(f"{API}/review/judgements", json=_decision(client, kind))
        assert decided.status_code == 201, decided.text
        after = _told(client, "/sources"), _told(client, "/places?limit=200")
        number = decided.json()["judgement"]["number"]
        undone = client.post(f"{API}/review/judgements/{number}/undo", json={"user": "ana", "note": ""})
        assert undone.status_code == 201, undone.text
        assert (_told(client, "/sources"), _told(client, "/places?limit=200")) == before != after
        told.append(after)
    assert told[0] == told[1]


def _decision(client: TestClient, kind: str) -> dict[str, str]:
    if kind == "claim":
        claim = client.get(f"{API}/claims?limit=1").json()["items"][0]["id"]
        return {"kind": "reject", "claim": claim, "user": "ana"}
    one, other = client.get(f"{API}/{kind}s?limit=2").json()["items"]
    return {"kind": f"merge_{kind}", kind: other["key"], "into": one["key"], "user": "ana"}
