"""One small tree of errors; each knows its code, what to do next, its exit code and its HTTP status."""

from __future__ import annotations


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


class ReportError(FoglineError):
    """One report cannot be read; the others still are. `path` is the file that it stands in, where that is known."""

    code = "report"
    exit_code = 3
    http_status = 422
    path: str | None = None


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
