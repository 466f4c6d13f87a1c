"""A report is read in a process of its own, which has so much time and memory and is then killed."""

from __future__ import annotations

from typing import Any

from fogline.apart import Task
from fogline.config import Engine, settings
from fogline.errors import FoglineError, ReportError
from fogline.model import Report

SMALLER = "Send less at once"


def task_of(report: Report, seconds: float) -> Task:
    """The task of reading a report: its one result is the row of `fogline/1`, for which it has so long."""
    return Task(f"{__name__}:read", report, next_step=SMALLER, seconds=seconds)


def read(report: Report) -> dict[str, Any]:
    """The row of a report, read in the process apart.

    Raises:
        FoglineError: it cannot be read.
    """
    # Loaded here: the server itself never needs the parser.
    from fogline.exports.json import report_row
    from fogline.pipeline import analyse, stages_of

    # What strangers send is no reason to ask a language model that someone pays for.
    engine = Engine.RULES if settings().engine is Engine.LLM else settings().engine
    try:
        return report_row(analyse(report, stages_of(engine)))
    except (FoglineError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  # a fault of ours over one text; what it says may be no client's business
        raise ReportError(f"cannot be read ({type(error).__name__})", next_step="Please report it") from None
