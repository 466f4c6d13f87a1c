"""Documents of strangers are read in a process of their own, which has so much time and memory and is then killed."""

from __future__ import annotations

import atexit
import multiprocessing
import resource
from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as Late
from functools import cache

from pebble import ProcessExpired, ProcessPool

from fogline.config import settings
from fogline.errors import ReportError
from fogline.reports.formats.draft import Draft

Reader = Callable[[bytes, str | None], Iterator[Draft]]
SMALLER = "Split the document, or raise FOGLINE_MAX_SECONDS or FOGLINE_MAX_MEGABYTES"


def read_apart(reader: Reader, data: bytes, url: str | None) -> list[Draft]:
    """The drafts that a reader makes of some bytes, made in a child process.

    Raises:
        ReportError: the reader refused the document, took too long, or broke down over it.
    """
    future = _pool().schedule(_read, args=(reader, data, url), timeout=settings().max_seconds)
    try:
        drafts: list[Draft] = future.result()
    except ReportError:
        raise
    except Late:
        raise ReportError(f"took longer than {settings().max_seconds:g} seconds to read", next_step=SMALLER) from None
    except (ProcessExpired, MemoryError):
        raise ReportError("broke the reader, most likely for want of memory", next_step=SMALLER) from None
    except Exception as error:  # noqa: BLE001  # whatever a parser stumbles over costs this one document alone
        raise ReportError(f"cannot be read ({type(error).__name__}: {error})", next_step="Give its text") from None
    return drafts


def _read(reader: Reader, data: bytes, url: str | None) -> list[Draft]:
    return list(reader(data, url))


@cache
def _pool() -> ProcessPool:
    # A fresh interpreter: a fork would bring along the parser's memory, and count it against the limit.
    pool = ProcessPool(
        max_workers=1, initializer=_limited, initargs=(settings().max_megabytes,),
        context=multiprocessing.get_context("spawn"),
    )  # fmt: skip
    atexit.register(pool.stop)
    return pool


def _limited(megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
