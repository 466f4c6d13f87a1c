"""What the OpenAPI description says of answers: their forms, their other media types, the problems that may come."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from fogline.api.models.about import Problem
from fogline.api.problems import MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]
ALWAYS = (400, 404, 422, 429, 500, 503)
_PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_UNCHANGED = {"description": "As the client has it already (`If-None-Match`)."}


def forms(model: type[BaseModel], description: str = "", status: int = 200) -> Responses:
    """That a route answers with a form."""
    return {status: {"model": model, "description": description or HTTPStatus(status).phrase}}


def media(kind: str, description: str) -> Responses:
    """That a route answers with something else than JSON."""
    text = kind.startswith(("text/", "application/octet"))
    schema = {"type": "string"} if text else {"$ref": "#/components/schemas/FeatureCollection"}
    return {200: {"description": description, "content": {kind: {"schema": schema}}}}


def problems(*more: int) -> Responses:
    """The problems that every route may answer with, and `more`."""
    return {
        status: {"description": HTTPStatus(status).phrase, "content": _PROBLEM} for status in sorted({*ALWAYS, *more})
    }


UNCHANGED: Responses = {304: _UNCHANGED}
WRITES = problems(401, 403, 413)


def describe(app: FastAPI, also: tuple[type[BaseModel], ...]) -> None:
    """Makes the app's description: with the form of problems, and of what is no JSON to FastAPI."""

    def made() -> dict[str, Any]:
        if app.openapi_schema is None:
            described = get_openapi(
                title=app.title, version=app.version, openapi_version=app.openapi_version, summary=app.summary,
                description=app.description, routes=app.routes, tags=app.openapi_tags,
                license_info=app.license_info,
            )  # fmt: skip
            schemas = described.setdefault("components", {}).setdefault("schemas", {})
            wanted: tuple[type[BaseModel], ...] = (Problem, *also)
            for model in wanted:
                schemas.setdefault(model.__name__, model.model_json_schema(ref_template="#/components/schemas/{model}"))
            schemas.pop("HTTPValidationError", None)
            schemas.pop("ValidationError", None)
            app.openapi_schema = described
        return app.openapi_schema

    app.openapi = made  # type: ignore[method-assign]
