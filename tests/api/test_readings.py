"""Reading without keeping, the web app's files, and the real server."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient
from tests.api.conftest import HOME, Serve

from fogline.api import application
from fogline.api.readings import Desk, Sent
from fogline.api.readings.desk import HELD, WAITING
from fogline.config import Settings
from fogline.errors import BusyError
from fogline.web import App

READINGS = "/api/v1/readings"
TEXT = (
    "KYIV, Feb 7 (Reuters) - Russia said on Friday that its forces had captured the town of Izium.\n\n"
    "🚀 12 people were killed in Kharkiv, police said.\n"
)
FILE = {"content-type": "application/octet-stream"}


def read(client: TestClient, seconds: float = 120, **request: Any) -> Any:
    sent = client.post(READINGS, **request)
    assert sent.status_code == 202, sent.text
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        told = client.get(sent.headers["location"]).json()
        if told["state"] in {"done", "failed"}:
            return told
        time.sleep(0.1)
    raise AssertionError(f"not read within {seconds} seconds: {told}")


@pytest.fixture(scope="module")
def reader(ledger_file: Path) -> Iterator[TestClient]:
    with TestClient(application(str(ledger_file), Settings(rate=1_000_000)), base_url=HOME) as found:
        yield found


def test_a_text_is_read_and_nothing_is_kept(reader: TestClient) -> None:
    before = reader.get("/api/v1/about").json()["ledger"]
    told = read(reader, json={"text": TEXT, "published": "2025-02-07", "publisher": "Evening Post"})
    (row,) = told["results"]
    assert row["report"]["publisher"] == "Evening Post"
    claim = next(c for c in row["claims"] if c["event"] == "control.captured")
    assert row["report"]["text"][claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["text"]
    assert claim["time"]["to"] == "2025-02-07"
    assert reader.get("/api/v1/about").json()["ledger"] == before


def test_files_of_many_reports_and_of_none(reader: TestClient) -> None:
    lines = [json.dumps({"id": "one", "text": TEXT}), "no json", json.dumps({"id": "two", "text": "   "})]
    told = read(reader, content="\n".join(lines).encode(), headers=FILE, params={"name": "../secret/reports.jsonl"})
    assert [row["report"]["external_id"] for row in told["results"]] == ["one"]
    assert [problem["code"] for problem in told["problems"]] == ["report", "report"]
    assert "secret" not in json.dumps(told)
    page = f"<html><body><article><h1>News</h1><p>{TEXT * 4}</p><script>x()</script></article></body></html>"
    told = read(reader, content=page.encode(), headers=FILE, params={"name": "a.html", "published": "2025-02-07"})
    assert told["results"][0]["claims"]
    assert "x()" not in told["results"][0]["report"]["text"]
    told = read(reader, content=b"\x00\x01\x02" * 100, headers=FILE, params={"name": "a.bin"})
    assert (told["state"], told["problems"][0]["code"]) == ("failed", "report")


def test_progress_is_told_live(reader: TestClient) -> None:
    sent = reader.post(READINGS, json={"text": TEXT})
    with reader.stream("GET", f"{sent.headers['location']}/events") as told:
        assert told.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in told.iter_lines() if line]
    assert lines[-2] == "event: done"
    last = json.loads(lines[-1].removeprefix("data: "))
    assert (last["state"], last["reports_done"]) == ("done", 1)
    assert "results" not in last


def test_a_reading_is_stopped_and_forgotten(reader: TestClient) -> None:
    sent = reader.post(READINGS, json={"text": TEXT * 4000})
    assert reader.delete(sent.headers["location"]).status_code == 204
    assert reader.get(sent.headers["location"]).status_code == 404
    assert read(reader, json={"text": TEXT})["state"] == "done"


def test_a_text_that_takes_too_long_costs_the_server_nothing(serve: Serve) -> None:
    client = serve(max_seconds=0.01)
    told = read(client, json={"text": TEXT * 50})
    assert (told["state"], told["problems"][0]["code"]) == ("failed", "report")
    assert "longer than" in told["problems"][0]["message"]
    assert client.get("/api/v1/claims?limit=1").status_code == 200


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        ({"content": b"hello", "headers": {"content-type": "text/plain"}}, 415, "unsupported"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 400, "usage"),
        ({"json": {"text": ""}}, 400, "usage"), ({"json": {"words": "x"}}, 400, "usage"), ({"json": [1]}, 400, "usage"),
        ({"content": b"", "headers": FILE}, 400, "usage"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(reader: TestClient, request_: dict[str, Any], status: int, code: str) -> None:
    refused = reader.post(READINGS, **request_)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_server_may_be_told_not_to_read(serve: Serve) -> None:
    refused = serve(reading=False).post(READINGS, json={"text": TEXT})
    assert (refused.status_code, refused.json()["code"]) == (403, "read_only")


def test_the_desk_takes_no_more_than_it_can_hold_and_forgets() -> None:
    now = [0.0]
    desk = Desk(Settings(), clock=lambda: now[0])
    desk._working = True  # nobody reads
    taken = [desk.take(Sent(TEXT)) for _ in range(WAITING)]
    with pytest.raises(BusyError):
        desk.take(Sent(TEXT))
    taken[0].state = "done"
    now[0] = HELD + 1
    assert desk.find(taken[0].id) is None
    assert desk.find(taken[1].id) is taken[1]
    desk.close()
    assert desk.find(taken[1].id) is None


@pytest.fixture
def built(tmp_path: Path) -> App:
    """A built app, with a file beside it that is no part of it."""
    (tmp_path / "app" / "assets").mkdir(parents=True)
    (tmp_path / "app" / "index.html").write_text("<!doctype html><title>built</title>")
    (tmp_path / "app" / "favicon.svg").write_text("<svg/>")
    (tmp_path / "app" / ".hidden").write_text("hidden")
    (tmp_path / "app" / "assets" / "main-1a2b3c.js").write_text("export {}")
    (tmp_path / "secret.txt").write_text("secret")
    return App(tmp_path / "app")


def test_the_apps_files_and_routes(ledger_file: Path, built: App) -> None:
    with TestClient(application(str(ledger_file), Settings(rate=10_000), web=built), base_url=HOME) as client:
        script = client.get("/assets/main-1a2b3c.js")
        assert script.headers["content-type"] == "text/javascript; charset=utf-8"
        assert "immutable" in script.headers["cache-control"]
        for route in ("/", "/place/geonames:709354", "/source/named:dr. no", "/embed/map", "/reports"):
            page = client.get(route)
            assert (page.status_code, page.headers["cache-control"]) == (200, "no-cache")
            assert "built" in page.text
        assert client.get("/favicon.svg").headers["content-type"].startswith("image/svg+xml")
        for path in ("/assets/none.js", "/none.js", "/api/none", "/api"):
            assert client.get(path).status_code == 404
        for path in ("/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/.hidden", "/%2e%2e/secret.txt"):
            answered = client.get(path)
            assert "secret" not in answered.text.replace("secret.txt", "")
            assert answered.text != "hidden"


def test_without_the_app_a_page_tells_how_to_get_it(ledger_file: Path, tmp_path: Path) -> None:
    with TestClient(application(str(ledger_file), Settings(), web=App(tmp_path)), base_url=HOME) as client:
        page = client.get("/place/Goma")
        assert page.status_code == 200
        assert "not built" in page.text


def test_a_real_server_answers_many_at_once(ledger_file: Path) -> None:
    app = application(str(ledger_file), Settings(rate=10_000))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/api/v1"
        found: list[int] = []

        def ask(number: int) -> None:
            with urllib.request.urlopen(f"{address}/claims?limit={number + 1}") as answered:
                found.append(len(json.load(answered)["items"]))

        asking = [threading.Thread(target=ask, args=(number,)) for number in range(40)]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
        server.should_exit = True
        thread.join(20)
    assert sorted(found) == list(range(1, 41))


def test_serve_tells_its_address_and_serves(ledger_file: Path) -> None:
    command = [sys.executable, "-m", "fogline.cli.main", "serve", "--ledger", str(ledger_file), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            line = process.stderr.readline()
            address = line.split()[2]
            with urllib.request.urlopen(f"{address}/api/v1/health") as answered:
                assert json.load(answered) == {"status": "ok"}
        finally:
            process.terminate()


def test_serve_without_a_ledger_says_what_to_do(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "fogline.cli.main", "serve", "--ledger", str(tmp_path / "none.sqlite")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "fogline add" in done.stderr
