"""The process that reads documents, which `child.py` starts: `python -m fogline.reports.formats.worker MEGABYTES`."""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from typing import IO

from fogline.errors import ReportError
from fogline.reports.formats.draft import Draft
from fogline.reports.formats.frames import DONE, read_frame, write_frame

Reader = Callable[[bytes, str | None], Iterator[Draft]]


def main(megabytes: int) -> None:
    """Reads documents from standard input until that ends, within so much memory."""
    _limit(megabytes)
    # Whatever a parser prints must not get between the frames.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        name, data, url = pickle.loads(frame)
        del frame
        _answer(out, name, data, url)


def _answer(out: IO[bytes], name: str, data: bytes, url: str | None) -> None:
    try:
        for draft in _reader(name)(data, url):
            write_frame(out, pickle.dumps(draft))
        write_frame(out, DONE)
        return
    except ReportError as refused:
        error = refused
    except MemoryError:
        error = ReportError(
            "needs more memory than a reader may take", next_step="Split it, or raise FOGLINE_MAX_MEGABYTES"
        )
    except Exception as fault:  # noqa: BLE001  # whatever a parser stumbles over costs this one document alone
        told = f"{type(fault).__name__}: {fault}"[:300]
        error = ReportError(f"cannot be read ({told})", next_step="Give its text")
    write_frame(out, pickle.dumps(error))
    write_frame(out, DONE)


def _reader(name: str) -> Reader:
    module, function = name.split(".")
    reader: Reader = getattr(importlib.import_module(f"fogline.reports.formats.{module}"), function)
    return reader


def _limit(megabytes: int) -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limits; the time limit holds there as well
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(int(sys.argv[1]))
