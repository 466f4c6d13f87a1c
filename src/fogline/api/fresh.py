"""Answers that are not sent again: a weak entity tag of the ledger's state and the address (RFC 9110, 8.8.3)."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from fogline.api.served import served
from fogline.version import __version__

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Fresh(APIRoute):
    """A route whose answers follow from the ledger and the address alone."""

    def get_route_handler(self) -> Handler:
        """The handler of the route, with entity tags around it."""
        answering: Callable[[Request], Awaitable[Response]] = super().get_route_handler()

        async def handler(request: Request) -> Response:
            # Each answer holds a connection to the database: no more of them at once than there are threads.
            async with request.app.state.turns:
                return await _fresh(request)

        async def _fresh(request: Request) -> Response:
            if request.method not in {"GET", "HEAD"}:
                return await answering(request)
            tag = await run_in_threadpool(_tag, request)
            headers = {"etag": tag, "cache-control": "no-cache"}
            if matches(request.headers.get("if-none-match"), tag):
                return Response(status_code=304, headers=headers)
            response = await answering(request)
            if response.status_code == 200:
                response.headers.update(headers)
            return response

        return handler


def matches(given: str | None, tag: str) -> bool:
    """Whether an If-None-Match header names a tag, by weak comparison."""
    if given is None:
        return False
    known = {part.strip().removeprefix("W/") for part in given.split(",")}
    return "*" in known or tag.removeprefix("W/") in known


def _tag(request: Request) -> str:
    ledger = served(request)
    query = request.url.query
    said = f"{__version__} {ledger.mark} {ledger.state().mark} {request.url.path}?{query}"
    return f'W/"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'
