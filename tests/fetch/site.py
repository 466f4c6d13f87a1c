"""A web site on this machine that behaves and misbehaves as told, and keeps a list of what it was asked."""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

UNTOLD = -1  # a length that is not announced
ARTICLE = "KYIV, May {day} (Reuters) - The army said on Friday its forces had captured the town of {n}.\n"


@dataclass
class Reply:
    """What is answered: `length` announced (None: what the body has), the body in so many pieces with pauses."""

    body: bytes = b""
    status: int = 200
    sort: str | None = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    pieces: int = 1
    pause: float = 0.0  # seconds before each piece
    hang_up: bool = False  # after half of the body


@dataclass(frozen=True)
class Asked:
    """One request, and whether its answer went out as a whole."""

    path: str
    headers: dict[str, str]
    status: int
    at: float


Page = Reply | Callable[[int, dict[str, str]], Reply]


class Site:
    """Pages by path; a page may be a function of how often it was asked and of the headers."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self._news = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def reply(self, path: str, headers: dict[str, str]) -> Reply:
        """The answer to a request."""
        page = self.pages.get(path, Reply(b"no such page", 404))
        return page if isinstance(page, Reply) else page(self.times(path), headers)

    def note(self, asked: Asked) -> None:
        """Keeps what was asked."""
        with self._news:
            self.asked.append(asked)
            self._news.notify_all()

    def times(self, path: str, *, status: int | None = None) -> int:
        """How often a page was asked for."""
        return sum(a.path == path and status in {None, a.status} for a in list(self.asked))

    def wait_for(self, count: int) -> None:
        """Waits until so many requests were answered."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.asked) >= count, timeout=300)

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else head and body, written apart, are 40 ms apart

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = site.reply(self.path, headers)
            try:
                self._send(reply)
            except OSError:
                self.close_connection = True
            site.note(Asked(self.path, headers, 0 if reply.hang_up else reply.status, time.monotonic()))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            if reply.sort is not None:
                self.send_header("Content-Type", reply.sort)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.status != 304 and reply.length != UNTOLD:
                self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            step = max(1, -(-len(reply.body) // reply.pieces))
            for start in range(0, len(reply.body), step):
                if reply.pause:
                    time.sleep(reply.pause)
                if reply.hang_up and start + step > len(reply.body) // 2:
                    self.wfile.write(reply.body[start : start + step // 2])
                    self.close_connection = True
                    return
                self.wfile.write(reply.body[start : start + step])
                self.wfile.flush()
            self.close_connection = reply.length is not None

        def handle(self) -> None:
            with contextlib.suppress(OSError):
                super().handle()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    return Handler


@contextlib.contextmanager
def site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that runs; with `tls` it speaks https."""
    running = Site(tls)
    try:
        yield running
    finally:
        running.close()


def article(number: int) -> Reply:
    """A short report as plain text, which is read fast."""
    return Reply(ARTICLE.format(day=number % 28 + 1, n=f"Town{number}").encode(), sort="text/plain; charset=utf-8")


def rss(links: Sequence[str], *, day: str = "Fri, 02 May 2025 10:00:00 GMT", title: str = "Made News") -> Reply:
    """A feed of links, the newest first as feeds have them."""
    items = "".join(
        f"<item><title>t</title><link>{link}</link><guid>{link}</guid><pubDate>{day}</pubDate></item>"
        for link in reversed(links)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'
    return Reply(feed.encode(), sort="application/rss+xml")
