"""`--engine llm` as a user meets it: settings, failures with codes, what it cost, and the ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_read import TEXT, Run, report, run
from tests.extraction.events.language_model.endpoint import Endpoint, Manner, claim, claims, status

import fogline
from fogline.api.readings.child import read as read_for_a_client
from fogline.config import settings
from fogline.extraction.events.language_model import LanguageModelError, language_model
from fogline.ledger import Store
from fogline.model import Document
from fogline.reports import report_from_text

__all__ = ["report", "run"]  # fixtures
CAPTURED = claim("had captured", "its forces had captured the town of Osten", event="control.captured")
Serve = Callable[..., Endpoint]


def forget() -> None:
    settings.cache_clear()
    language_model.cache_clear()


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """`serve(manner, …)` starts an endpoint and sets fogline to it."""
    endpoints: list[Endpoint] = []

    def started(*manners: Manner, **given: Any) -> Endpoint:
        endpoint = Endpoint(*manners).__enter__()
        endpoints.append(endpoint)
        told = {"llm_address": endpoint.address, "llm_model": "tiny-1", "llm_backoff": 0, "cache": tmp_path / "cache"}
        for name, value in {**told, **given}.items():
            monkeypatch.setenv(f"FOGLINE_{name.upper()}", str(value))
        forget()
        return endpoint

    # The places are compiled into the cache once for all tests, not for each.
    places = settings().cache
    (tmp_path / "cache").mkdir()
    for file in places.glob("*"):
        if file.is_file():
            (tmp_path / "cache" / file.name).symlink_to(file)
    yield started
    for endpoint in endpoints:
        endpoint.__exit__()
    monkeypatch.undo()
    forget()


def test_claims_are_those_of_the_model(run: Run, report: Path, serve: Serve) -> None:
    serve(claims(CAPTURED, claim("had fled")))
    done = run("read", report, "--engine", "llm", "-f", "jsonl", "-v")
    (row,) = map(json.loads, done.out.splitlines())
    assert [(told["event"], told["source"]["side"]) for told in row["claims"]] == [("control.captured", "Russia")]
    assert "event: llm tiny-1" in row["claims"][0]["because"]
    assert done.code == 0
    assert "language model: 1 requests, 100 tokens in, 20 out; 1 events, 1 proposals dropped" in done.err


@pytest.mark.parametrize("command", ["read", "add"])
def test_missing_settings_are_named(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    monkeypatch.setenv("FOGLINE_LEDGER", str(tmp_path / "ledger.sqlite"))
    forget()
    done = run(command, report, "--engine", "llm")
    forget()
    assert done.code == 2
    assert "FOGLINE_LLM_ADDRESS" in done.err


def test_a_report_that_fails_has_a_code_and_the_others_are_read(run: Run, tmp_path: Path, serve: Serve) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}\nThis is report {name}.\n")
    endpoint = serve(status(500), status(500), claims(CAPTURED), llm_tries=2)
    done = run("read", tmp_path / "a.txt", tmp_path / "b.txt", "--engine", "llm", "-f", "jsonl")
    assert done.code == 3
    assert [json.loads(line)["report"]["path"] for line in done.out.splitlines()] == [str(tmp_path / "b.txt")]
    (error,) = [line for line in done.err.splitlines() if line.startswith("error")]
    assert error.startswith(f"error [llm_busy] {tmp_path / 'a.txt'}: the language model's endpoint answers 500: no.")
    assert len(endpoint.asked) == 3


def test_a_refused_key_stops_no_run_and_is_shown_to_nobody(run: Run, tmp_path: Path, serve: Serve) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}\nThis is report {name}.\n")
    endpoint = serve(status(401, "bad key sk-0001"), llm_key="sk-0001")
    done = run("read", tmp_path / "a.txt", tmp_path / "b.txt", "--engine", "llm", "-v")
    assert done.code == 1
    assert done.err.count("error [llm_refused]") == 2
    assert "sk-0001" not in done.out + done.err
    assert len(endpoint.asked) == 1


def test_the_ledger_knows_which_model_read(run: Run, report: Path, serve: Serve, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    serve(status(503), claims(CAPTURED), llm_tries=1)
    assert run("add", report, "--engine", "llm", "--ledger", ledger).code == 1
    assert run("add", report, "--engine", "llm", "--ledger", ledger).code == 0
    assert "1 known already" in run("add", report, "--engine", "llm", "--ledger", ledger).err
    serve(claims(), llm_model="tiny-2")
    assert "1 read again" in run("add", report, "--engine", "llm", "--ledger", ledger).err
    with Store(ledger) as store, store.viewing() as view:
        (held,) = {reading.report for reading in view.readings()}
        assert [reading.engine.split(" ", 1)[1] for reading in view.readings(report=held)] == [
            "llm tiny-1",
            "llm tiny-2",
        ]


def test_python(serve: Serve, report: Path) -> None:
    serve(claims(CAPTURED), status(401))
    (told,) = fogline.read(TEXT, published="2025-05-02", engine="llm").claims
    assert told.trigger.text == "had captured"
    costs = fogline.llm_costs()
    assert (costs.requests, costs.tokens, costs.events) == (1, 120, 1)
    (again,) = fogline.read_files([str(report)], published="2025-05-02", engine="llm")
    assert isinstance(again, Document) and again.claims == (told,)
    assert fogline.llm_costs().kept == 1
    report.write_text(f"{TEXT} And more.")
    (failed,) = fogline.read_files([str(report)], engine="llm")
    assert isinstance(failed, LanguageModelError)
    (other,) = fogline.read_all([f"{TEXT} And more."], engine="rules")
    assert other.claims
    with pytest.raises(LanguageModelError):
        list(fogline.read_all([f"{TEXT} And more."], engine="llm"))
    with pytest.raises(fogline.FoglineError, match="oracle"):
        fogline.read(TEXT, engine="oracle")


def test_texts_that_clients_send_to_a_server_are_not_passed_on(serve: Serve) -> None:
    endpoint = serve(claims(CAPTURED), engine="llm")
    assert read_for_a_client(report_from_text(TEXT, language="en"))["claims"]
    assert endpoint.asked == []


def test_options_that_are_no_json(run: Run, report: Path, serve: Serve) -> None:
    serve(claims(), llm_options="{max_tokens: 5}")
    done = run("read", report, "--engine", "llm")
    assert (done.code, "llm_options" in done.err) == (2, True)
