"""The API against its own description: whatever is asked, the server answers as it says, and never fails."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient
from tests.api.conftest import HOME, TOKEN

from fogline.api import application
from fogline.config import Settings

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
HEADERS = {"authorization": f"Bearer {TOKEN}", "host": "127.0.0.1"}


@pytest.fixture(scope="module")
def described(ledger_file: Path, tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """The description of a server that takes writes, over a copy of the ledger."""
    file = shutil.copy(ledger_file, tmp_path_factory.mktemp("described") / "ledger.sqlite")
    app = application(str(file), Settings(rate=10_000_000, token=TOKEN))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HEADERS)


def ask_all(described: schemathesis.BaseSchema, count: int) -> None:
    """Sends `count` made requests to each route; tells of all that fail."""
    failed, asked = [], 0
    # What is told live goes on until it ends, and texts take seconds to read: these have tests of their own.
    for found in described.exclude(path_regex="/readings").get_all_operations():
        operation = found.ok()
        asked += 1

        @settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=CHECKS, headers=HEADERS)

        try:
            ask()
        except Exception as error:  # noqa: BLE001  # every kind of failure is told, with its request
            failed.append(f"{operation.label}: {type(error).__name__}: {error}"[:3000])
    assert failed == []
    assert asked > 30


def test_no_request_makes_the_server_fail(described: schemathesis.BaseSchema) -> None:
    ask_all(described, 5)


@pytest.mark.long
def test_no_request_of_many_makes_the_server_fail(described: schemathesis.BaseSchema) -> None:
    ask_all(described, 200)


def test_the_description_tells_of_every_route_and_parameter(client: TestClient) -> None:
    described = client.get(f"{HOME}/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    operations = [one for path in described["paths"].values() for one in path.values()]
    assert [one["operationId"] for one in operations if not (one.get("summary") and one.get("description"))] == []
    assert all("429" in one["responses"] for one in operations)
    models = described["components"]["schemas"].values()
    assert [model["title"] for model in models if not model.get("description")] == []
