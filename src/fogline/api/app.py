"""The application: routes, guards, errors, the web app's files."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from fogline.api.faults import Faults
from fogline.api.guard.headers import SecurityHeaders
from fogline.api.guard.heads import Heads
from fogline.api.guard.hosts import HostCheck, doors
from fogline.api.guard.rate import Buckets, RateLimit
from fogline.api.guard.size import SizeLimit
from fogline.api.models.places import FeatureCollection
from fogline.api.problems import handle_problems
from fogline.api.readings import Desk
from fogline.api.routes import about, claims, events, places, readings, reports, review, sources
from fogline.api.served import Served
from fogline.api.told import describe, problems
from fogline.config import Settings
from fogline.version import __version__
from fogline.web import App

ROOT = "/api/v1"
TURNS = 8  # answers that are made at once
SMALLEST = 500  # bytes that are worth compressing
COMPRESSION = 5  # as small as 9 to within a few percent, in a third of the time
TAGS = {
    "claims": "Who says what happened, where, when, and in which words.",
    "reports": "What was published: texts, and all that was read of them.",
    "places": "Places with who is said to hold them, and dossiers.",
    "control": "Who is said to hold which place on a day, as GeoJSON.",
    "incidents": "Events that several claims tell of.",
    "disputes": "What cannot both hold.",
    "sources": "Who makes the claims, and what became of them.",
    "changes": "What is new.",
    "coverage": "What the ledger rests on, and what is missing.",
    "search": "Places, sources, reports and claims by words.",
    "review": "What people decide on claims; writing needs the token.",
    "readings": "Reading a text or a file without keeping it.",
    "about": "The server, its words and its errors.",
}
DESCRIPTION = """\
fogline reads war reports into a ledger of contested claims: who says what happened, where, when, and who denies it. It
shows what sources say and where they disagree, and never decides who is right.

All texts of reports are given as they stand: show them as text, never as markup. Offsets count Unicode code points."""


def application(address: str, settings: Settings, *, host: str = "127.0.0.1", web: App | None = None) -> FastAPI:
    """The application over one ledger, to be served on `host`.

    Raises:
        LedgerError: there is no ledger at the address, or it cannot be reached.
    """
    app = FastAPI(
        title="fogline", version=__version__, summary="A ledger of contested claims", description=DESCRIPTION,
        openapi_url=f"{ROOT}/openapi.json", docs_url=None, redoc_url=None, lifespan=_running,
        license_info={"name": "Apache 2.0", "identifier": "Apache-2.0"},
        openapi_tags=[{"name": name, "description": text} for name, text in TAGS.items()],
        middleware=_guards(settings, host), redirect_slashes=False,
    )  # fmt: skip
    app.state.served, app.state.desk = Served(address, settings), Desk(settings)
    app.state.attempts = Buckets(settings.rate)
    for router in (
        claims.router, claims.files, reports.router, places.router, events.router, sources.router, review.router,
        readings.router, about.router, about.alive,
    ):  # fmt: skip
        app.include_router(router, prefix=ROOT, responses=problems())
    _serve_files(app, web or App())
    handle_problems(app)
    describe(app, also=(FeatureCollection,))
    return app


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    threading.Thread(target=app.state.served.prepare, daemon=True).start()
    app.state.turns = anyio.CapacityLimiter(TURNS)
    try:
        yield
    finally:
        app.state.desk.close()
        app.state.served.close()


def _guards(settings: Settings, host: str) -> list[Middleware]:
    """The guards, the outermost first."""
    return [
        Middleware(Heads),
        Middleware(SecurityHeaders, settings=settings),
        Middleware(HostCheck, doors=doors(settings, host)),
        Middleware(GZipMiddleware, minimum_size=SMALLEST, compresslevel=COMPRESSION),
        Middleware(RateLimit, buckets=Buckets(settings.rate)),
        Middleware(SizeLimit, most=settings.max_upload * 1_000_000),
        Middleware(Faults),
    ]


def _serve_files(app: FastAPI, web: App) -> None:
    """Everything outside the API is a file of the web app, or one of its routes."""

    @app.get("/{path:path}", include_in_schema=False)
    def file(request: Request, path: str) -> Response:
        found = None if path == "api" or path.startswith("api/") else web.answer(path)
        if found is None:
            raise HTTPException(404)
        return found
