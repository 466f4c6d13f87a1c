"""The desk of readings: one after the other, each held for a while after it is done."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from fogline.apart import Task, within_limits
from fogline.api.problems import OURS
from fogline.api.readings.child import task_of
from fogline.config import Settings
from fogline.errors import BusyError, FoglineError, ReportError
from fogline.model import Report
from fogline.reports import report_from_text
from fogline.reports.formats.opened import Origin, reports_in

log = logging.getLogger("fogline.api")
HELD = 15 * 60.0  # seconds for which a reading is held after the last time that it was asked for
MOST_HELD = 32
WAITING = 8  # readings that may wait
MOST_REPORTS = 100  # of one file
SENT = "what was sent"

Outcome = Literal["waiting", "reading", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Sent:
    """What is to be read: a text with what is known of it, or the bytes of a file with its name."""

    text: str | None = None
    data: bytes = b""
    name: str | None = None
    published: date | None = None
    publisher: str | None = None
    agency: str | None = None
    title: str | None = None
    url: str | None = None

    def reports(self) -> Iterator[Report | ReportError]:
        """The reports in it.

        Raises:
            ReportError: nothing of it can be read.
        """
        if self.text is None:
            yield from reports_in(self.data, Origin(self.name, published=self.published))
            return
        yield within_limits(
            report_from_text, len(self.text), self.text, published=self.published, publisher=self.publisher,
            agency=self.agency, title=self.title, url=self.url,
        )  # fmt: skip


@dataclass
class Reading:
    """One reading and how far it is; `changes` counts up at each step."""

    id: str
    sent: Sent | None
    state: Outcome = "waiting"
    expected: int = 1
    results: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)
    changes: int = 0
    asked: float = 0.0
    stopped: bool = False
    task: Task | None = None

    def row(self, *, results: bool = True) -> dict[str, Any]:
        """It as plain values."""
        found = list(self.results)
        told = {
            "id": self.id, "state": self.state, "reports_done": len(found), "reports_expected": self.expected,
            "claims": sum(len(row["claims"]) for row in found), "problems": list(self.problems),
        }  # fmt: skip
        return {**told, "results": found} if results else told


class Desk:
    """Takes in what is sent, has it read by a child process, and forgets it after a while."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._clock = clock
        self._held: OrderedDict[str, Reading] = OrderedDict()
        self._waiting: deque[Reading] = deque()
        self._lock = threading.Lock()
        self._working = False

    def take(self, sent: Sent) -> Reading:
        """Takes something in to be read.

        Raises:
            BusyError: too much waits already.
        """
        with self._lock:
            self._forget()
            if len(self._waiting) >= WAITING:
                raise BusyError("too many texts wait to be read", next_step="Try again in a minute")
            reading = Reading(secrets.token_urlsafe(15), sent, asked=self._clock())
            self._held[reading.id] = reading
            self._waiting.append(reading)
            if not self._working:
                self._working = True
                threading.Thread(target=self._work, daemon=True).start()
        return reading

    def find(self, identity: str) -> Reading | None:
        """A reading by its id; None where there is none, or none any more."""
        with self._lock:
            self._forget()
            reading = self._held.get(identity)
            if reading is not None:
                reading.asked = self._clock()
            return reading

    def drop(self, reading: Reading) -> None:
        """Stops a reading and forgets it."""
        with self._lock:
            self._held.pop(reading.id, None)
            reading.stopped = True
            if reading in self._waiting:
                self._waiting.remove(reading)
            if reading.task is not None:
                reading.task.stop()

    def close(self) -> None:
        """Stops all."""
        for reading in list(self._held.values()):
            self.drop(reading)

    def _forget(self) -> None:
        """Lets go of readings that nobody has asked for since long, and of the oldest where there are too many."""
        ended = [r for r in self._held.values() if r.state in {"done", "failed"}]
        late = [r for r in ended if self._clock() - r.asked > HELD]
        spare = max(0, len(self._held) - MOST_HELD)
        for reading in {r.id: r for r in (*late, *ended[:spare])}.values():
            del self._held[reading.id]

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._working = False
                    return
                reading = self._waiting.popleft()
            try:
                self._read(reading)
            except FoglineError as error:
                _note(reading, error)
            except Exception:
                log.exception("a reading failed")
                _note(reading, ReportError("cannot be read", next_step="Send its text"))
            reading.sent = None
            reading.state = "done" if reading.results or not reading.problems else "failed"
            reading.changes += 1

    def _read(self, reading: Reading) -> None:
        reading.state, reading.changes = "reading", reading.changes + 1
        assert reading.sent is not None  # it is given away only after it was read
        found: list[Report] = []
        for report in reading.sent.reports():
            if isinstance(report, ReportError):
                _note(reading, report)
            elif len(found) == MOST_REPORTS:
                _note(reading, ReportError(f"holds more than {MOST_REPORTS} reports", next_step="Send it in parts"))
                break
            else:
                found.append(report)
        reading.expected = len(found)
        for report in found:
            if reading.stopped:
                return
            self._one(reading, report)

    def _one(self, reading: Reading, report: Report) -> None:
        with self._lock:
            if reading.stopped:
                return
            reading.task = task_of(report, self._settings.max_seconds)
        try:
            row = reading.task.result()
        except FoglineError as error:
            _note(reading, error, report.external_id or report.path)
        else:
            if row is not None:
                reading.results.append(row)
        reading.changes += 1


def _note(reading: Reading, error: FoglineError, name: str | None = None) -> None:
    """Notes what could not be read; a fault within the server is told to its log alone."""
    if error.code in OURS:
        log.error("reading: [%s] %s", error.code, error)
        error = ReportError("the server cannot read now", next_step="Its log tells why")
    told = {"name": name or SENT, "code": error.code, "message": error.message, "next_step": error.next_step}
    reading.problems.append(told)
    reading.changes += 1
