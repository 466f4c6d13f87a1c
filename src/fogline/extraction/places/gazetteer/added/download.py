"""Downloads a dump from GeoNames or a mirror of it; what arrives broken is thrown away."""

from __future__ import annotations

import hashlib
import http.client
import re
import time
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from fogline.errors import GazetteerError, UsageError

TIMEOUT = 30.0  # seconds without a sign of the server
_LEAST = 1_000  # bytes in that time; less is a server that hangs while it drips
_CHUNK = 1 << 16
_DUMP = re.compile(r"[A-Za-z][A-Za-z0-9_-]{1,63}")
_NEXT = "The data that were there are untouched; try again later or set FOGLINE_PLACES_ADDRESS to a mirror"
Watcher = Callable[[str, int, int], None]


def dump_name(code: str) -> str:
    """The dump that is meant by a country's code ("ua": UA) or by its name (`allCountries`).

    Raises:
        UsageError: it can be neither.
    """
    if not _DUMP.fullmatch(code):
        raise UsageError(f"{code!r} is no country's code", next_step="Give one such as UA, or allCountries")
    return code.upper() if len(code) == 2 else code


def download(
    address: str, name: str, folder: Path, *, sha256: str | None = None, timeout: float = TIMEOUT,
    watch: Watcher = lambda *_: None,
) -> Path:  # fmt: skip
    """Fetches NAME.zip into the folder and returns its path, once its size and checksums are found right.

    Raises:
        UsageError: the address is not one of the web.
        GazetteerError: the server is out of reach, hangs, has no such file, or what came is not whole.
    """
    url = f"{address.rstrip('/')}/{name}.zip"
    if not url.startswith(("https://", "http://")):
        raise UsageError(f"{url} is no web address", next_step="Correct the setting places_address")
    target = folder / f".{name}.zip"
    part = folder / f".{name}.zip.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            found = _fetch(url, file, timeout, watch)
        if sha256 and found != sha256.casefold():
            raise GazetteerError(f"{url} has the SHA-256 {found}, not {sha256}", next_step=_NEXT)
        _check(part, url, name)
        part.replace(target)
    except urllib.error.HTTPError as error:
        step = f"Check the name {name}. {_NEXT}" if error.code == http.HTTPStatus.NOT_FOUND else _NEXT
        raise GazetteerError(f"{url}: the server answers {error.code} {error.reason}", next_step=step) from error
    except TimeoutError as error:
        raise GazetteerError(f"{url}: nothing came for {timeout:.0f} seconds", next_step=_NEXT) from error
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        raise GazetteerError(f"{url} cannot be fetched: {reason}", next_step=_NEXT) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _fetch(url: str, file: IO[bytes], timeout: float, watch: Watcher) -> str:
    """Writes what the server sends, and returns its SHA-256."""
    request = urllib.request.Request(url, headers={"User-Agent": "fogline", "Accept-Encoding": "identity"})
    total = hashlib.sha256()
    with urllib.request.urlopen(request, timeout=timeout) as response:
        announced = response.headers.get("Content-Length")
        size = int(announced) if announced and announced.isdigit() else 0
        got, mark, since = 0, 0, time.monotonic()
        while chunk := response.read1(_CHUNK):
            file.write(chunk)
            total.update(chunk)
            got += len(chunk)
            watch("downloading", got, size)
            if got - mark >= _LEAST:
                mark, since = got, time.monotonic()
            elif time.monotonic() - since > timeout:
                raise TimeoutError
    if announced is not None and got != size:
        raise GazetteerError(f"{url} broke off: {got:,} bytes of {announced} came", next_step=_NEXT)
    return total.hexdigest()


def _check(path: Path, url: str, name: str) -> None:
    """That the archive is whole, by its checksums, and holds the dump."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
            names = archive.namelist()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise GazetteerError(f"{url} is no whole ZIP file: {error}", next_step=_NEXT) from error
    if broken is not None:
        raise GazetteerError(f"{url}: the checksum of {broken} is wrong", next_step=_NEXT)
    if f"{name}.txt" not in names:
        raise GazetteerError(f"{url} holds no {name}.txt", next_step=_NEXT)
