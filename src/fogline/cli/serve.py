"""`fogline serve`: the web app and the HTTP API."""

from __future__ import annotations

import threading
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli import messages
from fogline.cli.options import Ledger
from fogline.errors import UsageError

if TYPE_CHECKING:
    from socket import socket

PORT = 8321
BACKLOG = 128  # connections that may wait
GRACE = 3  # seconds that open answers have to end in when the server is stopped


def serve(
    ledger: Ledger = None,
    host: Annotated[
        str,
        typer.Option("--host", help="Where to listen; 127.0.0.1 is this machine alone, 0.0.0.0 all networks."),
    ] = "127.0.0.1",
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help=f"Else {PORT}, or a free one where that is taken.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serves the ledger in the browser, and to programs at /api/v1."""
    import uvicorn

    from fogline.api import application
    from fogline.config import settings

    chosen = settings()
    app = application(chosen.ledger if ledger is None else ledger, chosen, host=host)
    listening = _listening(host, port)
    address = f"http://{_named(host)}:{listening.getsockname()[1]}"
    messages.note(f"fogline serves {address} ({'with writes' if chosen.token else 'read-only'}); Ctrl+C ends it")
    if open_:
        threading.Timer(1.0, webbrowser.open, [address]).start()
    config = uvicorn.Config(
        app, host=host, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=GRACE
    )
    uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int | None) -> socket:
    """A socket at the port asked for; where none is, at the usual one or a free one.

    Raises:
        UsageError: nobody can listen there.
    """
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in (PORT, 0) if port is None else (port,):
        found = socket.socket(family)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host.strip("[]"), number))
            found.listen(BACKLOG)
        except OSError as error:
            found.close()
            reason = error.strerror or str(error)
        else:
            return found
    raise UsageError(f"cannot listen on {host}: {reason}", next_step="Give another --host or --port")


def _named(host: str) -> str:
    """The address by which a browser of this machine finds the server."""
    if host in {"0.0.0.0", "::"}:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
