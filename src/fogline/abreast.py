"""Reads many reports, several at the same time: each in a process apart, the results in the order of the reports."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from fogline.apart import Task
from fogline.config import Engine, settings
from fogline.errors import FaultError, FoglineError, ReportError
from fogline.machine import processors
from fogline.model import Document, Report
from fogline.reports.jsonl import named

AHEAD = 2  # reports for each process that are begun before the first of them is taken
WORTH = 8  # reports; fewer are read sooner than further processes are ready
LONG = 500_000  # characters; longer reports are read here, for a process apart may take only so much memory
_SECONDS = 86_400.0  # a process apart needs some limit; this one is none that a report comes to


@dataclass(frozen=True, slots=True)
class Reading:
    """A report that is read now, or as soon as its document is asked for."""

    report: Report
    _found: Callable[[], Document]

    def document(self) -> Document:
        """What was read.

        Raises:
            ReportError: the report cannot be read.
            FaultError: fogline stumbled over this report.
            FoglineError: fogline is not fit to read any.
        """
        try:
            return self._found()
        except ReportError as error:
            raise named(error, name_of(self.report)) from error


def jobs_for(reports: int, wanted: int | None, engine: Engine | None) -> int:
    """How many of so many reports are read at the same time: as many as are `wanted`, else one for each processor.

    A language model is asked one thing at a time, so that its costs can be told and bounded.
    """
    if (engine or settings().engine) is Engine.LLM:
        return 1
    return wanted or (processors() if reports >= WORTH else 1)


def readings(
    reports: Iterable[Report | ReportError],
    engine: Engine | None,
    *,
    jobs: int = 1,
    known: Callable[[Report], bool] = lambda report: False,
) -> Iterator[Reading | Report | ReportError]:
    """Each report as it is being read, in order; one that is `known` and what could not be opened come as they are."""
    begun: deque[Reading | Report | ReportError] = deque()
    with ThreadPoolExecutor(jobs) as readers:
        try:
            for report in reports:
                if isinstance(report, ReportError) or known(report):
                    begun.append(report)
                elif jobs == 1 or len(report.text) > LONG:
                    begun.append(Reading(report, partial(read, report, engine)))
                else:
                    task = Task(f"{__name__}:read", report, engine, seconds=_SECONDS)
                    begun.append(Reading(report, readers.submit(task.result).result))
                if jobs == 1 or len(begun) > AHEAD * jobs:
                    yield begun.popleft()
            while begun:
                yield begun.popleft()
        except BaseException:  # whoever wanted them has left
            readers.shutdown(cancel_futures=True)
            raise


def read(report: Report, engine: Engine | None) -> Document:
    """The document of a report.

    Raises:
        ReportError: the report cannot be read.
        FaultError: fogline stumbled over this report.
        FoglineError: fogline is not fit to read any.
    """
    from fogline import pipeline  # who only waits for other processes needs no parser

    try:
        return pipeline.analyse(report, pipeline.stages_of(engine) if engine is not None else None)
    except FoglineError:
        raise
    except Exception as error:  # a fault of ours over one report must not cost the others
        raise FaultError.of(error, f"while reading {name_of(report)}") from error


def name_of(report: Report) -> str:
    """What a report is called in messages: the id it came with, its path, or its own id."""
    return report.external_id or report.path or report.id
