"""The last resort: a fault of ours becomes a problem that tells nothing of the server, and an entry in its log."""

from __future__ import annotations

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.api.problems import CODES, problem

log = logging.getLogger("fogline.api")


class Faults:
    """Catches what nothing else has caught."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception:
            if scope["type"] != "http":
                raise
            log.exception("%s %s failed", scope["method"], scope["path"])
            if begun:
                raise
            await problem(500, "failed", CODES["failed"][1], instance=scope["path"])(scope, receive, send)
