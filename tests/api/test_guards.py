"""What stands before the routes: entity tags, problems, limits, hosts, origins, headers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import TOKEN, Serve

from fogline.api.guard.rate import Buckets
from fogline.ledger import Store

API = "/api/v1"


def test_an_answer_is_not_sent_again_until_the_ledger_changes(serve: Serve) -> None:
    client = serve(token=TOKEN)
    first = client.get(f"{API}/claims?limit=3")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(f"{API}/claims?limit=3", headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"{API}/claims?limit=4", headers={"if-none-match": tag}).status_code == 200
    claim = first.json()["items"][0]["id"]
    body = {"kind": "accept", "claim": claim, "user": "ana"}
    done = client.post(f"{API}/review/judgements", json=body, headers={"authorization": f"Bearer {TOKEN}"})
    assert done.status_code == 201
    changed = client.get(f"{API}/claims?limit=3", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.json()["items"][0]["review"] == "accepted"


def test_what_others_add_to_the_ledger_is_taken_in(serve: Serve) -> None:
    """Another process appends a judgement and draws no conclusions: the server does so by itself."""
    client = serve()
    claim = client.get(f"{API}/claims?limit=1").json()["items"][0]["id"]
    store: Store = client.app.state.served.ledger.store  # type: ignore[attr-defined]
    with Store(store.url.database or "") as other, other.writing() as writer:
        writer.judge(user="ana", kind="accept", target=claim, body={})
    for _ in range(200):
        found = client.get(f"{API}/claims/{claim}").json()["claim"]["review"]
        if found == "accepted" and not client.get(f"{API}/about").json()["ledger"]["behind"]:
            break
    assert found == "accepted"


def test_head_is_get_without_a_body(client: TestClient) -> None:
    got, head = client.get(f"{API}/sources"), client.head(f"{API}/sources")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == got.headers["etag"]


def test_answers_are_compressed(client: TestClient) -> None:
    with client.stream("GET", f"{API}/claims", headers={"accept-encoding": "gzip"}) as answered:
        assert answered.headers["content-encoding"] == "gzip"
        raw = b"".join(answered.iter_raw())
    assert json.loads(gzip.decompress(raw))["items"]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/claims?limit=0", 422, "usage"), ("/claims?bbox=1,2,3", 400, "usage"), ("/claims?bbox=1,9,3,4", 400, "usage"),
        ("/claims?datetime=soon", 400, "usage"), ("/claims?cursor=x", 400, "usage"), ("/claims?q=a%00b", 400, "usage"),
        ("/claims?incident=99999999999", 422, "usage"), ("/claims?known=2025-02-01/2025-01-01", 400, "usage"),
        ("/claims?place=Atlantis", 404, "not_found"), ("/places/Atlantis", 404, "not_found"),
        ("/claims/c0", 404, "not_found"), ("/reports/r0", 404, "not_found"), ("/incidents/0", 404, "not_found"),
        ("/sources/nobody%20of%20that%20name", 404, "not_found"), ("/readings/r0", 404, "not_found"),
        ("/nothing", 404, "not_found"), ("/changes?since=lately", 400, "usage"),
        ("/changes?since=0001-01-01T00:00:00%2B14:00", 400, "usage"), ("/claims?country=Atlantis", 400, "usage"),
        ("/claims?radius_km=5", 400, "usage"), (f"/claims?q={'a' * 9000}", 400, "usage"),
    ],
)  # fmt: skip
def test_errors_are_problem_details(client: TestClient, path: str, status: int, code: str) -> None:
    answered = client.get(API + path)
    assert (answered.status_code, answered.headers["content-type"]) == (status, "application/problem+json")
    told = answered.json()
    assert (told["status"], told["code"], told["type"]) == (status, code, f"{API}/problems/{code}")
    assert told["instance"] == (API + path).partition("?")[0].replace("%20", " ")
    assert told["title"]
    assert told["detail"]
    assert client.get(told["type"]).json()["code"] == code


def test_a_wrong_parameter_is_named(client: TestClient) -> None:
    told = client.get(f"{API}/claims?limit=many&confidence=2").json()
    assert {error["where"] for error in told["errors"]} == {"query.limit", "query.confidence"}


def test_a_fault_tells_nothing_of_the_server(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words at /a/path")

    client = serve()
    monkeypatch.setattr("fogline.query.pages.page", broken)
    answered = client.get(f"{API}/claims")
    assert (answered.status_code, answered.json()["code"]) == (500, "failed")
    assert "secret" not in answered.text
    assert "path" not in answered.text


def test_a_ledger_that_cannot_be_read_tells_no_path(serve: Serve) -> None:
    client = serve()
    served = client.app.state.served  # type: ignore[attr-defined]
    file = served.ledger.store.url.database
    served.ledger.store.close()
    with open(file, "r+b") as ledger:  # noqa: PTH123
        ledger.write(b"no database at all " * 4000)
    answered = client.get(f"{API}/claims")
    assert (answered.status_code, answered.json()["code"]) == (503, "ledger")
    assert "ledger.sqlite" not in answered.text
    assert str(file) not in answered.text


def test_a_client_has_so_many_requests_a_minute(serve: Serve) -> None:
    client = serve(rate=5)
    codes = [client.get(f"{API}/problems").status_code for _ in range(8)]
    assert codes == [200] * 5 + [429] * 3
    refused = client.get(f"{API}/problems")
    assert refused.json()["code"] == "too_many"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert client.get("/").status_code == 200


def test_a_bucket_fills_up_again() -> None:
    times: Iterator[float] = iter([0.0, 0.0, 0.0, 30.0, 30.0])
    buckets = Buckets(2, clock=lambda: next(times))
    assert [buckets.wait("a") for _ in range(2)] == [0, 0]
    assert buckets.wait("a") == pytest.approx(30.0)
    assert buckets.wait("a") == 0
    assert buckets.wait("b") == 0


def test_a_body_that_is_too_large_is_refused_told_or_not(serve: Serve) -> None:
    client = serve(max_upload=1)
    octets = {"content-type": "application/octet-stream"}
    told = client.post(f"{API}/readings", content=b"x" * 1_000_001, headers=octets)
    untold = client.post(f"{API}/readings", content=iter([b"x" * 600_000] * 3), headers=octets)
    for refused in (told, untold):
        assert (refused.status_code, refused.json()["code"]) == (413, "too_large")


def test_names_and_origins_that_are_not_the_servers_are_kept_out(serve: Serve) -> None:
    client = serve()
    assert client.get(f"{API}/health", headers={"host": "evil.example"}).status_code == 400
    assert client.get(f"{API}/health", headers={"host": "localhost:8321"}).status_code == 200
    near = client.get(f"{API}/claims?limit=1", headers={"origin": "http://localhost:5173"})
    assert near.headers["access-control-allow-origin"] == "http://localhost:5173"
    far = client.get(f"{API}/claims?limit=1", headers={"origin": "https://news.example"})
    assert "access-control-allow-origin" not in far.headers
    assert "Origin" in far.headers["vary"]


def test_a_server_for_others_lets_pages_of_all_sites_read_and_none_write(serve: Serve) -> None:
    client = serve(host="0.0.0.0", token=TOKEN)
    read = client.get(f"{API}/claims?limit=1", headers={"origin": "https://news.example", "host": "ledger.example"})
    assert read.headers["access-control-allow-origin"] == "*"
    asked = client.options(
        f"{API}/review/judgements",
        headers={"origin": "https://news.example", "access-control-request-method": "POST"},
    )
    assert "access-control-allow-origin" not in asked.headers
    asked = client.options(
        f"{API}/claims", headers={"origin": "https://news.example", "access-control-request-method": "GET"}
    )
    assert (asked.status_code, asked.headers["access-control-allow-methods"]) == (204, "GET, HEAD")
    some = serve(host="0.0.0.0", origins="https://news.example", hosts="ledger.example")
    names = {"host": "ledger.example"}
    assert (
        "access-control-allow-origin"
        not in some.get(f"{API}/health", headers={**names, "origin": "https://a.b"}).headers
    )
    allowed = some.get(f"{API}/health", headers={**names, "origin": "https://news.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://news.example"
    assert some.get(f"{API}/health", headers={"host": "other.example"}).status_code == 400


def test_pages_run_no_script_but_our_own(serve: Serve) -> None:
    client = serve(
        map_style="https://tiles.example/style.json", map_hosts="https://fonts.example, http://plain.example"
    )
    rule = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in rule
    assert "script-src 'self';" in rule
    assert "unsafe" not in rule
    assert "connect-src 'self' https://fonts.example https://tiles.example;" in rule
    assert "plain.example" not in rule
    assert "frame-ancestors 'self'" in rule
    assert "frame-ancestors *" in client.get("/embed/map").headers["content-security-policy"]
    answered = client.get(f"{API}/claims").headers
    assert answered["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answered["x-content-type-options"] == "nosniff"
    assert answered["referrer-policy"] == "no-referrer"
