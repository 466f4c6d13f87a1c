"""Documents of strangers are read in a process of their own, which has so much time and memory and is then killed."""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from queue import Empty, Queue
from threading import Thread

from fogline.config import settings
from fogline.errors import ReportError
from fogline.reports.formats.draft import Draft
from fogline.reports.formats.frames import DONE, Frame, read_frame, write_frame

SMALLER = "Split the document, or raise FOGLINE_MAX_SECONDS or FOGLINE_MAX_MEGABYTES"
AHEAD = 64  # drafts that the reader may be ahead of whoever takes them
_idle: list[_Worker] = []


def read_apart(reader: str, data: bytes, url: str | None) -> Iterator[Draft | ReportError]:
    """The drafts that a reader ("pdf.read_pdf") makes of some bytes, as they come from a process apart.

    Where it breaks down midway, what it had read comes first, then the error.

    Raises:
        ReportError: the reader refused the document, took too long, or broke down over it, before it made a draft.
    """
    worker = _taken()
    count, whole = 0, False
    try:
        for found in worker.read(reader, data, url):
            if isinstance(found, ReportError) and not count:
                whole = worker.is_ready
                raise found
            count += 1
            yield found
        whole = worker.is_ready
    finally:
        if whole:
            _idle.append(worker)
        else:
            worker.stop()


def _taken() -> _Worker:
    """A process that waits for work, or a new one; those of a parent that forked are not ours."""
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid() and worker.is_alive:
            return worker
    return _Worker()


class _Worker:
    """A process that reads one document after another."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.is_ready = False
        # A fresh interpreter, for a fork would count our memory against its limit; -P keeps the current folder's
        # modules out of it.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "fogline.reports.formats.worker", str(settings().max_megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        self._frames: Queue[Frame | None] = Queue(AHEAD)
        Thread(target=self._listen, args=(self._process, self._frames), daemon=True).start()

    @staticmethod
    def _listen(process: subprocess.Popen[bytes], frames: Queue[Frame | None]) -> None:
        assert process.stdout is not None
        while (frame := read_frame(process.stdout)) is not None:
            frames.put(frame)
        frames.put(None)

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def read(self, reader: str, data: bytes, url: str | None) -> Iterator[Draft | ReportError]:
        """What the reader makes of a document; only the time that we wait for it counts."""
        self.is_ready = False
        assert self._process.stdin is not None
        left = settings().max_seconds
        try:
            write_frame(self._process.stdin, pickle.dumps((reader, data, url)))
        except OSError:
            yield _broken()
            return
        while True:
            before = time.monotonic()
            try:
                frame = self._frames.get(timeout=max(left, 0.001))
            except Empty:
                yield ReportError(f"took longer than {settings().max_seconds:g} seconds to read", next_step=SMALLER)
                return
            left -= time.monotonic() - before
            if frame is None:
                yield _broken()
                return
            if frame == DONE:
                self.is_ready = True
                return
            yield pickle.loads(frame)

    def stop(self) -> None:
        """Kills the process."""
        self._process.kill()
        self._process.wait()
        while self.is_draining:
            pass

    @property
    def is_draining(self) -> bool:
        """Takes a frame that nobody wants any more, so that the listener can end; False where none is left."""
        try:
            return self._frames.get(timeout=1) is not None
        except Empty:
            return False


def _broken() -> ReportError:
    return ReportError("broke the reader, most likely for want of memory", next_step=SMALLER)


def _stop_all() -> None:
    for worker in _idle:
        if worker.owner == os.getpid():
            worker.stop()


atexit.register(_stop_all)
