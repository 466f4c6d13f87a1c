"""Answers: JSON, parts of lists, CSV and GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import Response, StreamingResponse

from fogline.exports.ledger.csv import lines

JSON = "application/json"
GEOJSON = "application/geo+json"
CSV = "text/csv; charset=utf-8"
Plain = Mapping[str, Any]


def encoded(value: Any) -> bytes:
    """Plain values as JSON in UTF-8; where a text holds half a character, with all letters beyond ASCII escaped."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


def answer(value: Any, status: int = 200, *, media: str = JSON, headers: Mapping[str, str] | None = None) -> Response:
    """Plain values as an answer."""
    return Response(encoded(value), status, headers, media)


def listed(request: Request, items: Iterable[Plain], following: str | None, total: int, **more: Any) -> Response:
    """A part of a list, with the cursor of the next one."""
    headers = {"link": f'<{_further(request, following)}>; rel="next"'} if following else None
    return answer({"items": list(items), "next": following, "total": total, **more}, headers=headers)


def table(rows: Iterable[Plain], columns: Sequence[str], name: str) -> Response:
    """Rows as a CSV file to be saved."""
    parts = (line.encode("utf-8", "replace") for line in lines(rows, columns))
    return StreamingResponse(_gathered(parts), headers=saved(f"{name}.csv"), media_type=CSV)


def features(found: Iterable[Plain], name: str, **more: Any) -> Response:
    """Features as a GeoJSON file to be saved, one after the other."""
    return StreamingResponse(_gathered(_collection(found, more)), headers=saved(f"{name}.geojson"), media_type=GEOJSON)


def saved(name: str) -> dict[str, str]:
    """The headers of a file to be saved under a name."""
    return {"content-disposition": f'attachment; filename="{name}"'}


def _collection(found: Iterable[Plain], more: Plain) -> Iterator[bytes]:
    yield encoded({"type": "FeatureCollection", **more})[:-1] + b',"features":['
    for number, feature in enumerate(found):
        yield (b"," if number else b"") + encoded(feature)
    yield b"]}"


def _gathered(parts: Iterable[bytes], size: int = 1 << 16) -> Iterator[bytes]:
    """The same bytes in parts that are worth sending."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= size:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def _further(request: Request, cursor: str | None) -> str:
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "cursor"]
    return f"{request.url.path}?{urlencode([*kept, ('cursor', cursor or '')])}"
