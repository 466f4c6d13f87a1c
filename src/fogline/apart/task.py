"""One task for a process apart: a function by its name, what it is called with, and its results as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any, TypeVar

from fogline.apart.child import Child, given_back, taken
from fogline.config import settings

SMALLER = "Split the document, or raise FOGLINE_MAX_SECONDS or FOGLINE_MAX_MEGABYTES"
SMALL = 20_000
"""Characters or bytes that are read in this process. Of some thirty texts that were made to be slow, none of this
length took a second; to send each small text over a pipe and back would cost more than to read it."""
T = TypeVar("T")


class Task:
    """A function ("fogline.reports.formats.pdf:read_pdf") that is called in a process apart.

    Arguments and results are pickled. What the function yields comes as it is made; `next_step` is what a user is told
    where it took too much time or memory, `seconds` the time that it has, else that of the settings.
    """

    def __init__(
        self, function: str, *args: Any, next_step: str = SMALLER, seconds: float | None = None, **named: Any
    ) -> None:
        self._request = (function, args, named)
        self._next_step = next_step
        self._seconds = seconds
        self._child: Child | None = None
        self._lock = Lock()
        self._is_stopped = False

    def results(self) -> Iterator[Any]:
        """What the function yields, or the one value that it returns; nothing more once the task is stopped.

        Where it breaks down midway, what it had made comes first, then the error.

        Raises:
            FoglineError: it refused, took too long, or broke down, before it made anything.
        """
        with self._lock:
            if self._is_stopped:
                return
            self._child = child = taken()
        count, is_whole = 0, False
        try:
            for sort, value in child.answers(self._request, self._next_step, self._seconds or settings().max_seconds):
                if self._is_stopped:
                    return
                is_whole = sort in {"done", "failed"}
                if sort in {"failed", "spent"} and not count:
                    raise value
                if sort != "done":
                    count += 1
                    yield value
        finally:
            with self._lock:
                self._child = None
                is_whole = is_whole and not self._is_stopped
            if is_whole:
                given_back(child)
            else:
                child.stop()

    def result(self) -> Any:
        """The one thing that the function returns; None where the task was stopped.

        Raises:
            FoglineError: it refused, took too long, or broke down.
        """
        # To the end, so that the process is free for the next task.
        return next(iter([*self.results()]), None)

    def stop(self) -> None:
        """Ends the task, from any thread, and kills its process."""
        with self._lock:
            self._is_stopped = True
            if self._child is not None:
                self._child.kill()


def within_limits(function: Callable[..., T], size: int, *args: Any, **named: Any) -> T:
    """What a function of a module returns: called here if what it reads is small, else in a process apart.

    Raises:
        FoglineError: it refused, took too long, or broke down.
    """
    if size <= SMALL:
        return function(*args, **named)
    found: T = Task(f"{function.__module__}:{function.__qualname__}", *args, **named).result()
    return found
