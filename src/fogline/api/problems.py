"""Errors as problem details (RFC 9457), with fogline's codes; none tells a path, a stack or a secret."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from fogline.errors import FoglineError, NotThereError, ServiceError

log = logging.getLogger("fogline.api")
MEDIA_TYPE = "application/problem+json"
TYPES = "/api/v1/problems"
CODES: Mapping[str, tuple[str, str]] = {
    "usage": ("Wrong parameter or body", "a parameter or the body is wrong; `errors` tells which"),
    "unauthorized": ("No valid token", "the request needs `Authorization: Bearer TOKEN` with the server's token"),
    "read_only": ("Not allowed here", "the server takes no writes, for no token is configured, or no readings"),
    "not_found": ("Not there", "the ledger does not hold what was asked for, or there is no such route"),
    "method": ("Method not allowed", "the route does not know this method"),
    "too_large": ("Too large", "the body is larger than the server takes"),
    "unsupported": ("Unsupported media type", "the body is of a kind that the route does not take"),
    "report": ("Report cannot be read", "a text or file that was sent cannot be read"),
    "too_many": ("Too many requests", "the client sends more than the server takes; `Retry-After` tells when to go on"),
    "failed": ("The server failed", "a fault of the server, which its log tells of"),
    "ledger": ("The ledger cannot be reached", "the server's ledger is missing, locked or broken; its log tells more"),
    "busy": ("Busy", "the server has its hands full; try again in a moment"),
}
"""For each code of an error its title, and when it comes."""
_BY_STATUS = {
    400: "usage", 401: "unauthorized", 403: "read_only", 404: "not_found", 405: "method", 413: "too_large",
    415: "unsupported", 422: "usage", 429: "too_many",
}  # fmt: skip
_LISTED = {
    "place": "GET /api/v1/places lists them", "source": "GET /api/v1/sources lists them",
    "claim": "GET /api/v1/claims lists them", "report": "GET /api/v1/reports lists them",
    "incident": "GET /api/v1/incidents lists them", "judgement": "GET /api/v1/review/judgements lists them",
}  # fmt: skip
OURS = frozenset({"knowledge", "model", "gazetteer", "ledger", "failed"})
"""Codes whose message is for the server's log alone: it may name files."""


def problem(
    status: int, code: str, detail: str, *, instance: str, next_step: str = "",
    errors: Iterable[Mapping[str, str]] = (), headers: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    """An answer that tells what is wrong and what to do."""
    body: dict[str, Any] = {
        "type": f"{TYPES}/{code}", "title": CODES[code][0], "status": status, "code": code, "detail": detail,
    }  # fmt: skip
    if next_step:
        body["next_step"] = next_step
    body["instance"] = instance
    if told := list(errors):
        body["errors"] = told
    return Response(json.dumps(body), status, headers, MEDIA_TYPE)


def problem_of(error: FoglineError, instance: str) -> Response:
    """The answer for an error of fogline; what went wrong within the server is told to its log alone."""
    if error.code in OURS:
        log.error("%s: [%s] %s", instance, error.code, error)
        code = error.code if error.code in CODES else "failed"
        return problem(error.http_status, code, CODES[code][1], instance=instance)
    step = _LISTED[error.what] if isinstance(error, NotThereError) else error.next_step
    headers = error.headers if isinstance(error, ServiceError) else None
    return problem(error.http_status, error.code, error.message, instance=instance, next_step=step, headers=headers)


def handle_problems(app: FastAPI) -> None:
    """Makes every error of an app an answer of this form."""
    app.add_exception_handler(FoglineError, _fogline)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)


def _fogline(request: Request, error: Exception) -> Response:
    assert isinstance(error, FoglineError)
    return problem_of(error, request.url.path)


def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = [
        {"where": ".".join(map(str, one["loc"])), "message": str(one["msg"]).removeprefix("Value error, ")}
        for one in error.errors()
    ]
    first = told[0] if told else {"where": "the request", "message": "cannot be read"}
    detail = f"{first['where']}: {first['message']}"
    return problem(422, "usage", detail, instance=request.url.path, errors=told, next_step="Correct what errors names")


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _BY_STATUS.get(error.status_code, "failed" if error.status_code >= 500 else "usage")
    detail = CODES[code][1] if error.status_code >= 500 else HTTPStatus(error.status_code).phrase
    return problem(error.status_code, code, detail, instance=request.url.path, headers=error.headers)
