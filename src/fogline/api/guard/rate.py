"""So many requests a minute of one client: a bucket of tokens each, which fills up again as time goes by."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from fogline.api.problems import problem_of
from fogline.errors import TooManyError

CLIENTS = 10_000  # that are remembered
MINUTE = 60.0


class Buckets:
    """The buckets of all clients; a client may use up a minute's requests at once, and then waits for new ones."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.size = float(a_minute)
        self._clock = clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, cost: float = 1.0) -> float:
        """Takes from a client's bucket; 0 where there was enough, else the seconds until there will be."""
        now = self._clock()
        level, at = self._held.pop(client, (self.size, now))
        level = min(self.size, level + (now - at) * self.size / MINUTE)
        lacking = cost - level
        self._held[client] = (level if lacking > 0 else level - cost, now)
        if len(self._held) > CLIENTS:
            self._held.popitem(last=False)
        return lacking * MINUTE / self.size if lacking > 0 else 0.0


class RateLimit:
    """Refuses what a client asks for beyond its rate."""

    def __init__(self, app: ASGIApp, buckets: Buckets) -> None:
        self.app = app
        self.buckets = buckets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self.app(scope, receive, send)
            return
        client = Request(scope).client
        seconds = self.buckets.wait(client.host if client else "")
        if not seconds:
            await self.app(scope, receive, send)
            return
        wait = str(math.ceil(seconds))
        error = TooManyError(
            "this client has used up its requests", next_step=f"Wait {wait} seconds", headers={"retry-after": wait}
        )
        await problem_of(error, scope["path"])(scope, receive, send)
