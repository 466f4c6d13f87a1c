"""Review over HTTP: tokens, every kind of judgement, who did it, taking back."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import TOKEN, Serve

from fogline.ledger import Store
from fogline.ledger.audit import Fault, verify

API = "/api/v1"
JUDGEMENTS = f"{API}/review/judgements"
SIGNED = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def writable(serve: Serve) -> TestClient:
    """A server that takes writes."""
    return serve(token=TOKEN)


def claim_of(client: TestClient, **filters: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{API}/claims", params={"limit": 1, **filters}).json()["items"][0]
    return found


def decide(client: TestClient, **body: Any) -> dict[str, Any]:
    answered = client.post(JUDGEMENTS, json={"user": "ana", **body}, headers=SIGNED)
    assert answered.status_code == 201, answered.text
    found: dict[str, Any] = answered.json()
    return found


def test_without_a_token_the_server_is_read_only(client: TestClient) -> None:
    body = {"kind": "accept", "claim": claim_of(client)["id"], "user": "ana"}
    refused = client.post(JUDGEMENTS, json=body, headers=SIGNED)
    assert (refused.status_code, refused.json()["code"]) == (403, "read_only")
    assert client.get(JUDGEMENTS).json()["total"] == 0


@pytest.mark.parametrize("given", [None, "Bearer wrong-token-wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"])
def test_writing_needs_the_token(writable: TestClient, given: str | None) -> None:
    body = {"kind": "accept", "claim": claim_of(writable)["id"], "user": "ana"}
    headers = {} if given is None else {"authorization": given.encode()}
    refused = writable.post(JUDGEMENTS, json=body, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (401, "unauthorized")
    assert refused.headers["www-authenticate"].startswith("Bearer")
    assert TOKEN not in refused.text
    assert writable.get(JUDGEMENTS).json()["total"] == 0


def test_tokens_cannot_be_guessed_quickly(serve: Serve) -> None:
    client = serve(token=TOKEN, rate=240)
    body = {"kind": "accept", "claim": "c0", "user": "ana"}
    codes = [
        client.post(JUDGEMENTS, json=body, headers={"authorization": "Bearer wrong-wrong-wrong-wrong"}).status_code
        for _ in range(6)
    ]
    assert codes == [401] * 4 + [429] * 2
    assert client.post(JUDGEMENTS, json={**body, "claim": claim_of(client)["id"]}, headers=SIGNED).status_code == 201


def test_a_judgement_stands_in_the_ledger_with_who_and_why(writable: TestClient) -> None:
    claim = claim_of(writable)
    told = decide(writable, kind="accept", claim=claim["id"], user="Ana  Шевченко", note="checked the photo")
    assert told["claim"]["review"] == "accepted"
    listed = writable.get(JUDGEMENTS, params={"claim": claim["id"]}).json()["items"]
    assert [(j["user"], j["kind"], j["note"], j["undone"]) for j in listed] == [
        ("Ana Шевченко", "accept", "checked the photo", False)
    ]
    served = writable.app.state.served  # type: ignore[attr-defined]
    with Store(served.ledger.store.url.database) as store, store.viewing() as view:
        assert [fault for fault in verify(view) if isinstance(fault, Fault)] == []


def test_a_correction_shows_and_is_taken_back(writable: TestClient) -> None:
    claim = claim_of(writable, place="Toretsk", event="control.captured")
    values = {"event": "attack.drone", "until": "2025-02-05", "place_name": "Dzerzhinsk", "low": "12", "actor": None}
    told = decide(writable, kind="correct", claim=claim["id"], values=values)
    assert (told["claim"]["event"], told["claim"]["review"], told["claim"]["actor"]) in [
        ("attack.drone", "corrected", None), ("attack.drone", "corrected", {"name": None, "side": "Russia"}),
    ]  # fmt: skip
    assert told["claim"]["place"]["key"] == claim["place"]["key"]
    number = told["judgement"]["number"]
    undone = writable.post(f"{JUDGEMENTS}/{number}/undo", json={"user": "olha"}, headers=SIGNED)
    assert undone.status_code == 201
    assert undone.json()["claim"] == claim
    assert [(j["kind"], j["user"], j["undone"]) for j in writable.get(JUDGEMENTS).json()["items"]] == [
        ("undo", "olha", False), ("correct", "ana", True),
    ]  # fmt: skip


def test_a_rejected_claim_is_gone_and_comes_back(writable: TestClient) -> None:
    claim, total = claim_of(writable), writable.get(f"{API}/claims").json()["total"]
    told = decide(writable, kind="reject", claim=claim["id"])
    assert told["claim"] is None
    assert writable.get(f"{API}/claims").json()["total"] == total - 1
    shown = writable.get(f"{API}/claims/{claim['id']}").json()
    assert (shown["claim"], shown["read"]["id"]) == (None, claim["id"])
    number = told["judgement"]["number"]
    writable.post(f"{JUDGEMENTS}/{number}/undo", json={"user": "ana"}, headers=SIGNED)
    assert writable.get(f"{API}/claims").json()["total"] == total


def test_claims_sources_and_places_are_merged_and_split(writable: TestClient) -> None:
    one, other = writable.get(f"{API}/claims", params={"limit": 2, "event": "harm.killed"}).json()["items"]
    decide(writable, kind="merge", claim=one["id"], other=other["id"])
    merged = [claim_of(writable, report=c["report"], event="harm.killed", q=f'"{c["words"]}"') for c in (one, other)]
    assert merged[0]["incident"] == merged[1]["incident"]
    decide(writable, kind="split", claim=one["id"])
    sources = writable.get(f"{API}/sources", params={"limit": 2}).json()["items"]
    told = decide(writable, kind="merge_source", source=sources[1]["key"], into=sources[0]["key"])
    assert told["claim"] is None
    first = writable.get(f"{API}/sources", params={"limit": 1}).json()["items"][0]
    assert first["claims"] == sources[0]["claims"] + sources[1]["claims"]
    decide(writable, kind="split_place", place="Toretsk", form="Dzerzhinsk")
    assert writable.get(f"{API}/places", params={"q": "Dzerzhinsk"}).json()["total"] >= 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"kind": "accept", "claim": "c0"}, 404, "not_found"), ({"kind": "praise", "claim": "c0"}, 422, "usage"),
        ({"kind": "accept"}, 422, "usage"), ({"kind": "accept", "claim": "c0", "user": "  "}, 422, "usage"),
        ({"kind": "accept", "claim": "c0", "user": "a\u0000b"}, 422, "usage"),
        ({"kind": "correct", "claim": None, "values": {"event": "attack.magic"}}, 400, "usage"),
        ({"kind": "correct", "claim": None, "values": {"until": "9999-12-31"}}, 400, "usage"),
        ({"kind": "correct", "claim": None, "values": {"best": "inf"}}, 400, "usage"),
        ({"kind": "correct", "claim": None, "values": {"colour": "red"}}, 400, "usage"),
        ({"kind": "correct", "claim": None, "values": {"place_name": "Atlantis"}}, 404, "not_found"),
        ({"kind": "correct", "claim": None, "values": {}}, 422, "usage"),
        ({"kind": "merge_source", "source": "nobody at all", "into": "Russia"}, 404, "not_found"),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_leaves_no_trace(
    writable: TestClient, body: dict[str, Any], status: int, code: str
) -> None:
    if body.get("claim", "") is None:
        body = {**body, "claim": claim_of(writable)["id"]}
    refused = writable.post(JUDGEMENTS, json={"user": "ana", **body}, headers=SIGNED)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert writable.get(JUDGEMENTS).json()["total"] == 0


def test_an_undo_of_nothing_is_refused(writable: TestClient) -> None:
    refused = writable.post(f"{JUDGEMENTS}/77/undo", json={"user": "ana"}, headers=SIGNED)
    assert (refused.status_code, refused.json()["code"]) == (404, "not_found")


def test_the_queue_begins_with_what_matters_most_and_shrinks(writable: TestClient) -> None:
    queue = writable.get(f"{API}/review/queue", params={"limit": 3}).json()
    decide(writable, kind="accept", claim=queue["items"][0]["id"])
    after = writable.get(f"{API}/review/queue", params={"limit": 3}).json()
    assert after["total"] == queue["total"] - 1
    assert after["items"][0]["id"] == queue["items"][1]["id"]
