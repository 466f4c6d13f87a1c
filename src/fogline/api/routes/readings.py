"""Reading without keeping: a text or a file is sent, and its claims come back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response, StreamingResponse

from fogline.api.answers import answer, encoded
from fogline.api.models.writing import Reading as ReadingForm
from fogline.api.models.writing import SentText
from fogline.api.readings import Desk, Reading, Sent
from fogline.api.served import Ledgers
from fogline.api.told import forms, media, problems
from fogline.errors import FoglineError, ReadOnlyError, UnsupportedError, UsageError

router = APIRouter(prefix="/readings", tags=["readings"])
FILE = "application/octet-stream"
JSON = "application/json"
LOOK = 0.2  # seconds between two looks at how far a reading is
QUIET = 15.0  # seconds after which a sign of life is sent


class GoneError(FoglineError):
    """There is no such reading, or none any more."""

    code = "not_found"
    http_status = 404


def desk(request: Request, served: Ledgers) -> Desk:
    """The desk of readings.

    Raises:
        ReadOnlyError: the server does not read for others.
    """
    if not served.settings.reading:
        raise ReadOnlyError("this server reads no texts", next_step="Run fogline read on your own machine")
    found = request.app.state.desk
    assert isinstance(found, Desk)
    return found


Desks = Annotated[Desk, Depends(desk)]


def reading(desk: Desks, id: Annotated[str, Path(max_length=60)]) -> Reading:
    """A reading by its id.

    Raises:
        GoneError: there is none, or none any more.
    """
    found = desk.find(id)
    if found is None:
        raise GoneError("there is no such reading, or it was too long ago", next_step="Send the text again")
    return found


Found = Annotated[Reading, Depends(reading)]
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": SentText.model_json_schema()},
            FILE: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@router.post(
    "", summary="Send a text or a file to be read", status_code=202, openapi_extra=_BODY,
    responses={**forms(ReadingForm, status=202), **problems(403, 413, 415)},
)  # fmt: skip
async def send(
    request: Request, desk: Desks,
    name: Annotated[str | None, Query(max_length=200, description="Name of the file; its end tells its kind.")] = None,
    published: Annotated[date | None, Query(description="Day of publication of what brings none.")] = None,
) -> Response:  # fmt: skip
    """Takes in a text (JSON) or the bytes of a file; ask at `Location` how far it is. Nothing goes into the ledger."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {JSON, FILE}:
        raise UnsupportedError(f"send {JSON} with a text, or {FILE}", next_step="Set Content-Type")
    data = await request.body()
    sent = _text(data) if kind == JSON else _file(data, name, published)
    found = desk.take(sent)
    return answer(found.row(), 202, headers={"location": f"/api/v1/readings/{found.id}"})


@router.get("/{id}", summary="How far a reading is, and its claims", responses=forms(ReadingForm))
def result(reading: Found) -> Response:
    """The reading with what was read so far; it is forgotten a quarter of an hour after it was last asked for."""
    return answer(reading.row(), headers={"cache-control": "no-store"})


@router.get(
    "/{id}/events", summary="How far a reading is, as it goes on", responses=media("text/event-stream", "Events.")
)
async def events(request: Request, reading: Found) -> Response:
    """Server-sent events: `progress` at each change, `done` at the end; then fetch the reading."""
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_told(request, reading), headers=headers, media_type="text/event-stream")


@router.delete("/{id}", summary="Stop and forget a reading", status_code=204, responses={204: {"description": "Gone."}})
def forget(desk: Desks, reading: Found) -> Response:
    """Stops it, if it is still going on, and forgets what was sent and read."""
    desk.drop(reading)
    return Response(status_code=204)


async def _told(request: Request, reading: Reading) -> AsyncIterator[bytes]:
    seen, quiet = -1, 0.0
    while not await request.is_disconnected():
        if reading.changes != seen:
            seen, quiet = reading.changes, 0.0
            name = "done" if reading.state in {"done", "failed"} else "progress"
            yield b"event: " + name.encode() + b"\ndata: " + encoded(reading.row(results=False)) + b"\n\n"
            if name == "done":
                return
        elif reading.stopped:
            return
        await asyncio.sleep(LOOK)
        quiet += LOOK
        if quiet >= QUIET:
            quiet = 0.0
            yield b": waiting\n\n"


def _text(data: bytes) -> Sent:
    try:
        found = SentText.model_validate(json.loads(data))
    except (ValueError, RecursionError) as error:
        from pydantic import ValidationError

        if isinstance(error, ValidationError):
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "the body"
            raise UsageError(f"{where}: {first['msg']}", next_step="Send text, and what is known of it") from None
        raise UsageError("the body is no JSON", next_step="Send an object with a text") from None
    return Sent(
        found.text, published=found.published, publisher=found.publisher, agency=found.agency, title=found.title,
        url=found.url,
    )  # fmt: skip


def _file(data: bytes, name: str | None, published: date | None) -> Sent:
    if not data:
        raise UsageError("the body is empty", next_step="Send the file's bytes")
    base = (name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return Sent(data=data, name=base or None, published=published)
