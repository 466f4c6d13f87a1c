"""An endpoint on this machine that answers as it is told to, well or badly, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Manner = Callable[["Handler"], None]
USAGE = {"prompt_tokens": 100, "completion_tokens": 20}


class Endpoint:
    """Answers each request in the next of its manners, the last one from then on."""

    def __init__(self, *manners: Manner) -> None:
        self.manners = list(manners)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.stopping = threading.Event()
        endpoint = self

        class Own(Handler):
            pass

        Own.endpoint = endpoint
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Own)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def texts(self) -> list[str]:
        """What stood between the marks of each request."""
        return [asked["messages"][1]["content"].split("\n", 1)[1].rsplit("\n", 1)[0] for asked in self.asked]

    def __enter__(self) -> Endpoint:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    endpoint: Endpoint
    protocol_version = "HTTP/1.1"  # connections are kept for the next request

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        manners = self.endpoint.manners
        self.endpoint.asked.append(json.loads(body))
        self.endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
        self.endpoint.paths.append(self.path)
        manner = manners.pop(0) if len(manners) > 1 else manners[0]
        with contextlib.suppress(OSError):  # whoever asked may be gone
            manner(self)

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


def claim(trigger: str, evidence: str | None = None, **fields: Any) -> dict[str, Any]:
    """A claim as a model tells it."""
    told = {"evidence": evidence or trigger, "trigger": trigger, "before": "", "event": "attack.shelling"}
    return {**told, "stance": "asserts", "confidence": 0.8, **fields}


def says(content: str, usage: Any = USAGE, **choice: Any) -> Manner:
    """Answers with these words of the model."""
    told = {"choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": "stop", **choice}]}
    body = json.dumps(told if usage is None else {**told, "usage": usage}).encode()
    return lambda handler: handler.send(body)


def claims(*told: Any, usage: Any = USAGE) -> Manner:
    """Answers with these claims."""
    return says(json.dumps({"claims": list(told)}), usage)


def status(code: int, message: str = "no", **headers: str) -> Manner:
    """Answers with an error."""
    return lambda handler: handler.send(json.dumps({"error": {"message": message}}).encode(), code, **headers)


def body(data: bytes, **headers: str) -> Manner:
    """Answers with these bytes."""
    return lambda handler: handler.send(data, **headers)


def chunked(content: bytes, broken: bool = False) -> Manner:
    """Answers with these bytes in two parts; `broken` leaves out that they have ended."""

    def parts(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for part in (content[:10], content[10:]):
            handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        if broken:
            handler.close_connection = True
        else:
            handler.wfile.write(b"0\r\n\r\n")

    return parts


def closing(manner: Manner) -> Manner:
    """Answers so, and closes the connection without having said that it would."""

    def closes(handler: Handler) -> None:
        manner(handler)
        handler.close_connection = True

    return closes


def silent(handler: Handler) -> None:
    """Says nothing until the end."""
    handler.endpoint.stopping.wait(30)


def reset(handler: Handler) -> None:
    """Breaks the connection off."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def endless(pause: float, part: bytes = b" ") -> Manner:
    """Begins an answer that never ends."""

    def drips(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Connection", "close")
        handler.end_headers()
        while not handler.endpoint.stopping.is_set():
            handler.wfile.write(part)
            time.sleep(pause)

    return drips


def dripping_headers(handler: Handler) -> None:
    """Sends the head of an answer byte by byte, and never all of it."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.endpoint.stopping.is_set():
        handler.wfile.write(b"a")
        time.sleep(0.05)
