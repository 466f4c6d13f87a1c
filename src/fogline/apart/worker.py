"""The process that works apart, which `child.py` starts: `python -m fogline.apart.worker MEGABYTES`."""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

from fogline.apart.frames import Sort, read_frame, write_frame
from fogline.errors import FoglineError, ReportError
from fogline.machine import collect_rarely


def main(megabytes: int) -> None:
    """Calls what standard input names until that ends, within so much memory."""
    _limit(megabytes)
    collect_rarely()
    # Whatever a parser prints must not get between the frames.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        name, args, named = pickle.loads(frame)
        del frame
        _answer(out, name, args, named)


def _answer(out: IO[bytes], name: str, args: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        found = _function(name)(*args, **named)
        for one in found if isinstance(found, Iterator) else (found,):
            _tell(out, "found", one)
        _tell(out, "done")
    except FoglineError as refused:
        _tell(out, "failed", refused)
    except MemoryError:
        told = "needs more memory than a reader may take"
        _tell(out, "spent", ReportError(told, next_step="Split it, or raise FOGLINE_MAX_MEGABYTES"))
    except Exception as fault:  # noqa: BLE001  # whatever a parser stumbles over costs this one document alone
        told = f"{type(fault).__name__}: {fault}"[:300]
        _tell(out, "failed", ReportError(f"cannot be read ({told})", next_step="Give its text"))


def _tell(out: IO[bytes], sort: Sort, value: object = None) -> None:
    write_frame(out, pickle.dumps((sort, value)))


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _limit(megabytes: int) -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limits; the time limit holds there as well
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(int(sys.argv[1]))
