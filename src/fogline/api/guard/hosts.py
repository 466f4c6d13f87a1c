"""By which names the server may be called, and which sites' pages may read from it.

On a loopback address only loopback names and pages are let in unless the settings say otherwise: else any web page that
its user visits could read the ledger, by asking for it or by a name that it points to this machine.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.api.problems import problem_of
from fogline.config import Settings
from fogline.errors import UsageError

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_LOOPBACK_SITE = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
ANY = "*"


@dataclass(frozen=True, slots=True)
class Doors:
    """Which names and which origins are let in; `ANY` lets all in, None for origins the loopback ones alone."""

    names: frozenset[str]
    origins: frozenset[str] | None

    def knows(self, host: str) -> bool:
        """Whether a Host header is a name of this server."""
        return ANY in self.names or re.sub(r":\d+$", "", host).lower() in self.names

    def admits(self, origin: str) -> bool:
        """Whether pages of an origin may read."""
        if self.origins is None:
            return _LOOPBACK_SITE.fullmatch(origin) is not None
        return ANY in self.origins or origin in self.origins


def doors(settings: Settings, host: str) -> Doors:
    """What is let in where the server listens on `host`."""
    inward = host == "localhost" or _is_loopback(host)
    names, origins = _listed(settings.hosts), _listed(settings.origins)
    return Doors(
        names or (LOOPBACK_NAMES if inward else frozenset({ANY})),
        origins or (None if inward else frozenset({ANY})),
    )


class HostCheck:
    """Refuses requests that call the server by a name that is not its own; allows pages of other sites to read."""

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        self.app = app
        self.doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self.doors.knows(headers.get("host", "")):
            error = UsageError("the server does not go by this name", next_step="Name it in FOGLINE_HOSTS")
            await problem_of(error, scope["path"])(scope, receive, send)
            return
        origin = headers.get("origin")
        if scope["method"] == "OPTIONS" and headers.get("access-control-request-method") in {"GET", "HEAD"}:
            await Response(status_code=204, headers=self._allowed(origin))(scope, receive, send)
            return
        reads = scope["method"] in {"GET", "HEAD"} and scope["path"].startswith("/api/")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and reads:
                answered = MutableHeaders(scope=message)
                answered.add_vary_header("Origin")
                answered.update(self._allowed(origin))
            await send(message)

        await self.app(scope, receive, sending)

    def _allowed(self, origin: str | None) -> dict[str, str]:
        """The headers by which pages of an origin may read, and no more than read."""
        if origin is None or not self.doors.admits(origin):
            return {}
        return {
            "access-control-allow-origin": ANY if ANY in (self.doors.origins or ()) else origin,
            "access-control-allow-methods": "GET, HEAD",
            "access-control-allow-headers": "If-None-Match",
            "access-control-expose-headers": "ETag, Link, Retry-After, Content-Disposition",
        }


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())
