"""`fogline gazetteer install` against a server that misbehaves: what was there stays, and the message says why."""

from __future__ import annotations

import contextlib
import hashlib
import io
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.extraction.places.made import dump_row
from typer.testing import CliRunner, Result

from fogline.cli.gazetteer import app
from fogline.config import settings
from fogline.errors import FoglineError
from fogline.extraction.places.gazetteer import gazetteer


def packed(name: str, rows: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, rows)
        archive.writestr("readme.txt", "notes")
    return buffer.getvalue()


ROWS = "".join(dump_row(n, f"Zumba {n:05d}", 1, 36) for n in range(3000))
WHOLE = packed("KE.txt", ROWS)
NEWER = packed("KE.txt", dump_row(1, "Zumbaleko", 1, 36))
FLIPPED = bytes(byte ^ (0x55 if i == len(WHOLE) // 3 else 0) for i, byte in enumerate(WHOLE))
# What is sent, and the length that is announced (None: none is).
ANSWERS: dict[str, tuple[bytes, int | None]] = {
    "whole": (WHOLE, len(WHOLE)),
    "newer": (NEWER, len(NEWER)),
    "unannounced": (WHOLE, None),
    "cut": (WHOLE[:5000], len(WHOLE)),
    "cut-unannounced": (WHOLE[:5000], None),
    "too-short": (WHOLE, len(WHOLE) - 300),
    "flipped": (FLIPPED, len(FLIPPED)),
    "page": (b"<html>Please log in</html>", 26),
    "empty": (b"", 0),
    "other": (packed("UG.txt", ROWS), None),
}


class Handler(BaseHTTPRequestHandler):
    """Serves each of the answers below a folder of its own."""

    def do_GET(self) -> None:
        kind = self.path.split("/")[1]
        if kind == "busy":
            self.send_error(503)
        elif kind in {"hang", "drip"}:
            self._stall(kind)
        elif kind not in ANSWERS or not self.path.endswith("/KE.zip"):
            self.send_error(404)
        else:
            body, length = ANSWERS[kind]
            self.send_response(200)
            if length is not None:
                self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(body)

    def _stall(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(WHOLE)))
        self.end_headers()
        for byte in WHOLE[:60]:
            if kind == "drip":
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
            time.sleep(0.05)

    def handle(self) -> None:
        with contextlib.suppress(OSError):  # the client hangs up, as it should
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _own_places(places_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")
    gazetteer()


def install(monkeypatch: pytest.MonkeyPatch, address: str, *options: str) -> Result:
    monkeypatch.setenv("FOGLINE_PLACES_ADDRESS", address)
    settings.cache_clear()
    result = CliRunner().invoke(app, ["install", "ke", *options])
    gazetteer.cache_clear()
    return result


def left() -> list[str]:
    return sorted(path.name for path in settings().places.iterdir())


@pytest.mark.parametrize("kind", ["whole", "unannounced"])
def test_a_whole_download_is_added(server: str, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    checksum = hashlib.sha256(WHOLE).hexdigest()
    result = install(monkeypatch, f"{server}/{kind}/", "--sha256", checksum)
    assert result.exit_code == 0, result.output
    assert "KE: 3,000 places" in result.output
    assert gazetteer().named("Zumba 00042")
    assert left() == ["KE.sqlite"]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("cut", "broke off: 5,000 bytes"),
        ("cut-unannounced", "no whole ZIP file"),
        ("too-short", "no whole ZIP file"),
        ("flipped", "checksum|no whole ZIP file"),
        ("page", "no whole ZIP file"),
        ("empty", "no whole ZIP file"),
        ("other", "holds no KE.txt"),
        ("missing", "404"),
        ("busy", "503"),
        ("hang", "nothing came for"),
        ("drip", "nothing came for"),
    ],
)
def test_a_broken_download_changes_nothing(server: str, monkeypatch: pytest.MonkeyPatch, kind: str, says: str) -> None:
    assert install(monkeypatch, f"{server}/newer").exit_code == 0
    before = (settings().places / "KE.sqlite").read_bytes()
    result = install(monkeypatch, f"{server}/{kind}", "--timeout", "0.5")
    assert isinstance(result.exception, FoglineError), result.output
    assert result.exception.exit_code == 1
    assert any(word in str(result.exception) for word in says.split("|")), result.exception
    assert "untouched" in str(result.exception)
    assert (settings().places / "KE.sqlite").read_bytes() == before
    assert left() == ["KE.sqlite"]
    assert gazetteer().named("Zumbaleko")


def test_a_wrong_checksum_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = install(monkeypatch, f"{server}/whole", "--sha256", "0" * 64)
    assert "SHA-256" in str(result.exception)
    assert left() == []


def test_a_server_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    result = install(monkeypatch, "http://127.0.0.1:9")
    assert "cannot be fetched" in str(result.exception)


@pytest.mark.parametrize("address", ["file:///etc", "ftp://example.org", "nonsense"])
def test_only_the_web_is_asked(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    result = install(monkeypatch, address)
    assert isinstance(result.exception, FoglineError)
    assert result.exception.exit_code == 2


def test_a_newer_download_takes_the_place_of_the_older(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, f"{server}/whole")
    install(monkeypatch, f"{server}/newer")
    assert gazetteer().named("Zumbaleko")
    assert not gazetteer().named("Zumba 00042")
