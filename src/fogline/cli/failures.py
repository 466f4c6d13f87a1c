"""What could not be read: listed at the end of a run, and remembered so that `--retry-failed` takes it up again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fogline.cli import messages
from fogline.config import settings
from fogline.errors import FoglineError, ReportError, UsageError
from fogline.model import Report

LISTED = 20  # failures that are listed once more at the end; all were named when they happened


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, or not all of it: its path, the code of the error and the reason."""

    path: str
    code: str
    reason: str


class Failures:
    """The failures of one run, and those of earlier ones in the file `settings().failed`."""

    def __init__(self, paths: Sequence[str] | None, *, retry: bool, keep_going: bool) -> None:
        self._earlier = _loaded()
        self._found: list[Failed] = []
        self._keep_going = keep_going
        self.paths = [*(paths or ()), *self._again(paths or ())] if retry else list(paths or ())
        if not self.paths and not retry:
            raise UsageError("no path is given", next_step="Name a file or folder, or - for standard input")

    def _again(self, paths: Sequence[str]) -> list[str]:
        return [path for path in dict.fromkeys(failed.path for failed in self._earlier) if path not in paths]

    def add(self, error: FoglineError, report: Report | None = None) -> None:
        """Names a failure at once and remembers it.

        Raises:
            FoglineError: the error itself, where the run is to stop at the first one.
        """
        path = error.path if isinstance(error, ReportError) else None
        path = path or (_file_of(report.path) if report is not None and report.path else None)
        self._found.append(Failed(path or "", error.code, error.message))
        if not self._keep_going:
            self.save()
            raise error
        messages.failure(error)

    def close(self, *, quiet: bool) -> None:
        """Lists what failed, with code and reason, and remembers it; what was read this time is forgotten."""
        self.save()
        if quiet or len(self._found) < 2:
            return
        messages.note(f"{len(self._found)} could not be read (--retry-failed takes them up again):")
        for failed in self._found[:LISTED]:
            messages.note(f"  [{failed.code}] {failed.reason}")
        if len(self._found) > LISTED:
            messages.note(f"  … and {len(self._found) - LISTED} more")

    def save(self) -> None:
        """Writes the list: earlier failures that this run did not come upon, then its own."""
        kept = [failed for failed in self._earlier if not self._was_tried(failed.path)]
        own = [Failed(str(Path(f.path).absolute()), f.code, f.reason) for f in self._found if f.path]
        file = settings().failed
        if not kept and not own:
            file.unlink(missing_ok=True)
            return
        with suppress(OSError):  # a folder that cannot be written must not cost what was read
            file.parent.mkdir(parents=True, exist_ok=True)
            rows = [{"path": f.path, "code": f.code, "reason": f.reason} for f in (*kept, *own)]
            file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def _was_tried(self, path: str) -> bool:
        tried = Path(path)
        return any(tried.is_relative_to(Path(given).absolute()) for given in self.paths)


def _loaded() -> list[Failed]:
    found = []
    with suppress(OSError):
        for line in settings().failed.read_text(encoding="utf-8").splitlines():
            with suppress(ValueError, KeyError, TypeError):  # a broken line names nothing to retry
                row = json.loads(line)
                found.append(Failed(row["path"], row["code"], row["reason"]))
    return found


def _file_of(path: str) -> str | None:
    """The file on disk that a report came from; within archives its path goes on."""
    here = Path(path)
    return next((str(part) for part in (here, *here.parents) if part.is_file()), None)
