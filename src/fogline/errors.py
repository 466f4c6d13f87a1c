"""One small tree of errors; each knows its code, what to do next, its exit code and its HTTP status."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar


class FoglineError(Exception):
    """Something went wrong that a user can act on.

    `message` says what and where, `next_step` what to do about it. `code` is stable and documented.
    """

    code = "failed"
    exit_code = 1
    http_status = 500

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message}. {self.next_step}" if self.next_step else self.message


class UsageError(FoglineError):
    """The command, an option or a setting is wrong."""

    code = "usage"
    exit_code = 2
    http_status = 400


class NotThereError(UsageError):
    """The ledger does not hold what was asked for; `what` is a place, source, claim, report, incident or judgement."""

    code = "not_found"
    http_status = 404
    LISTED: ClassVar[Mapping[str, str]] = {
        "place": "fogline places lists them",
        "source": "fogline sources lists who is in it",
        "claim": "fogline claims --format json shows their ids",
        "report": "fogline reports --format json shows their ids",
        "incident": "fogline incidents lists them",
        "judgement": "fogline review list shows them",
    }

    def __init__(self, what: str, message: str) -> None:
        super().__init__(message, next_step=self.LISTED[what])
        self.what = what


class ReportError(FoglineError):
    """One report cannot be read; the others still are. `path` is the file that it stands in, where that is known."""

    code = "report"
    exit_code = 3
    http_status = 422
    path: str | None = None


class FaultError(FoglineError):
    """A fault of fogline's own, with the place in the code that a report of it needs."""

    @classmethod
    def of(cls, error: Exception, *notes: str) -> FaultError:
        """The fault that an error shows, and what was being done."""
        frame = traceback.extract_tb(error.__traceback__)[-1]
        what = str(error).splitlines()[0][:200] if str(error) else "no message"
        told = ", ".join([f"{type(error).__name__}: {what}", *notes])
        return cls(
            f"fogline has a fault: {told} ({Path(frame.filename).name}, line {frame.lineno})",
            next_step="Please report it with the command and, if you can, the text that was read",
        )


class KnowledgeError(FoglineError):
    """A file of `knowledge/` breaks its schema."""

    code = "knowledge"


class ModelError(FoglineError):
    """The language pipeline is missing or its files are not the recorded ones."""

    code = "model"


class GazetteerError(FoglineError):
    """The places database is missing or broken."""

    code = "gazetteer"


class LedgerError(FoglineError):
    """The ledger is missing, is none, was written by a newer fogline, or cannot be reached."""

    code = "ledger"
    http_status = 503


class ServiceError(FoglineError):
    """A request to the server that is refused for what it is, not for what it asks: see the subclasses."""

    http_status = 400

    def __init__(self, message: str, *, next_step: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message, next_step=next_step)
        self.headers = dict(headers or {})


class UnauthorizedError(ServiceError):
    """The token is missing or wrong."""

    code = "unauthorized"
    http_status = 401


class ReadOnlyError(ServiceError):
    """The server takes no writes, or none of this kind."""

    code = "read_only"
    http_status = 403


class MethodError(ServiceError):
    """The route does not know this method."""

    code = "method"
    http_status = 405


class TooLargeError(ServiceError):
    """The body is larger than the server takes."""

    code = "too_large"
    http_status = 413


class UnsupportedError(ServiceError):
    """The body is of a kind that the route does not take."""

    code = "unsupported"
    http_status = 415


class TooManyError(ServiceError):
    """The client sends more requests than the server takes."""

    code = "too_many"
    http_status = 429


class BusyError(ServiceError):
    """The server has its hands full."""

    code = "busy"
    http_status = 503
