"""A report is read in a process of its own, which has so much time and memory and is then killed."""

from __future__ import annotations

import multiprocessing
import resource
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as Late
from typing import Any

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from fogline.config import Settings
from fogline.errors import FoglineError, ReportError
from fogline.model import Report

PER_CHILD = 200  # reports that one process reads before a fresh one takes over
SMALLER = "Send less at once"


class Child:
    """The process that reads; it is started with the first report, and again after it had to be killed."""

    def __init__(self, settings: Settings) -> None:
        self._seconds = settings.max_seconds
        self._pool = ProcessPool(
            max_workers=1, max_tasks=PER_CHILD, initializer=_limited, initargs=(settings.max_megabytes,),
            context=multiprocessing.get_context("spawn"),
        )  # fmt: skip

    def begin(self, report: Report) -> ProcessFuture[Any]:
        """Starts reading a report; `cancel` of what it returns kills the process."""
        return self._pool.schedule(_read, args=(report,), timeout=self._seconds)

    def row(self, future: ProcessFuture[Any]) -> dict[str, Any] | None:
        """What was read, as `fogline/1`; None where it was cancelled.

        Raises:
            ReportError: it took too long, too much memory, or the reader broke down over it.
        """
        try:
            row: dict[str, Any] = future.result()
        except CancelledError:
            return None
        except FoglineError:
            raise
        except Late:
            raise ReportError(f"took longer than {self._seconds:g} seconds to read", next_step=SMALLER) from None
        except (ProcessExpired, MemoryError):
            raise ReportError("broke the reader, most likely for want of memory", next_step=SMALLER) from None
        except Exception as error:  # noqa: BLE001  # a fault of ours over one text must not cost the server
            raise ReportError(f"cannot be read ({type(error).__name__})", next_step="Please report it") from None
        return row

    def stop(self) -> None:
        """Kills the process."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _read(report: Report) -> dict[str, Any]:
    # Loaded here: the server itself never needs the parser.
    from fogline.exports.json import report_row
    from fogline.pipeline import analyse

    return report_row(analyse(report))


def _limited(megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
