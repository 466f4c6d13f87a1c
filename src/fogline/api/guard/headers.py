"""Headers that bind the browser: only our own scripts, no framing but of what is meant for it, no guessing of types."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fogline.config import Settings

EMBEDDED = "/embed/"
"""Pages below this path may be framed by other sites."""
_API = "default-src 'none'; frame-ancestors 'none'"
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy(settings: Settings, *, embedded: bool) -> str:
    """The Content Security Policy of a page of the app; an online map style adds the sites that it loads from."""
    sites = "".join(f" {site}" for site in _sites(settings))
    return "; ".join(
        [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", f"img-src 'self' data: blob:{sites}",
            "font-src 'self'", f"connect-src 'self'{sites}", "worker-src 'self'", "manifest-src 'self'",
            "base-uri 'none'", "form-action 'self'", "frame-src 'self'",
            f"frame-ancestors {'*' if embedded else chr(39) + 'self' + chr(39)}",
        ]
    )  # fmt: skip


class SecurityHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.pages = {embedded: policy(settings, embedded=embedded) for embedded in (False, True)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        rule = _API if path.startswith("/api/") else self.pages[path.startswith(EMBEDDED)]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", rule)
            await send(message)

        await self.app(scope, receive, sending)


def _sites(settings: Settings) -> list[str]:
    """The sites of the map style and those that it names, as scheme and host."""
    told = [settings.map_style, *settings.map_hosts.split(",")]
    parts = [urlsplit(address.strip()) for address in told]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts if part.scheme == "https" and part.netloc})
