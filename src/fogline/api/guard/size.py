"""Bodies up to a size, whether or not they tell it beforehand; no null character in an address."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.api.problems import problem_of
from fogline.errors import FoglineError, TooLargeError, UsageError

LONGEST = 8000  # characters of an address


class SizeLimit:
    """Refuses bodies above `most` bytes, and addresses that no database takes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        error = self._address(scope) or self._told(Headers(scope=scope).get("content-length", "0"))
        if error is not None:
            await problem_of(error, scope["path"])(scope, receive, send)
            return
        await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts what comes; once it is too much, the app is told that the client has left, and the client is told."""
        received, over, begun = 0, False, False

        async def counting() -> Message:
            nonlocal received, over
            message = await receive()
            received += len(message.get("body", b""))
            over = over or received > self.most
            return {"type": "http.disconnect"} if over else message

        async def sending(message: Message) -> None:
            nonlocal begun
            if not over:
                begun = True
                await send(message)

        try:
            await self.app(scope, counting, sending)
        except Exception:
            if not over:
                raise
        if over and not begun:
            await problem_of(self._large(), scope["path"])(scope, receive, send)

    def _told(self, length: str) -> FoglineError | None:
        if not (length.isascii() and length.isdigit()):
            return UsageError("Content-Length is no number", next_step="Send the body's length in bytes")
        return self._large() if int(length[:20]) > self.most else None

    def _large(self) -> TooLargeError:
        return TooLargeError(
            f"the body has more than {self.most / 1e6:g} MB", next_step="Send less, or raise FOGLINE_MAX_UPLOAD"
        )

    def _address(self, scope: Scope) -> FoglineError | None:
        query = scope.get("query_string", b"")
        if "\0" in scope["path"] or b"%00" in query or b"\0" in query:
            return UsageError("the address holds a null character", next_step="Leave it out")
        if len(scope["path"]) + len(query) > LONGEST:
            return UsageError(f"the address has more than {LONGEST} characters", next_step="Ask for less at once")
        return None
