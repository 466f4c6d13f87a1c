"""A process that works apart: it does one task after another, and waits for the next one in between."""

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
from typing import Any

from fogline.apart.frames import Frame, Sort, read_frame, write_frame
from fogline.config import settings
from fogline.errors import ReportError

AHEAD = 64  # results that the process may be ahead of whoever takes them
LARGE = 1 << 20  # bytes; after a larger result no further one is taken over before it is asked for
TASKS = 200  # that one process does before a fresh one takes over, for parsers leak
Answer = tuple[Sort, Any]
_idle: list[Child] = []


class Child:
    """The process, seen from its parent."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._tasks = 0
        # A fresh interpreter, for a fork would count our memory against its limit, and what `multiprocessing` spawns
        # runs the caller's script again; -P keeps the current folder's modules out of it.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "fogline.apart.worker", str(settings().max_megabytes)],
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
            if len(frame) > LARGE:
                frames.join()
        frames.put(None)

    @property
    def is_usable(self) -> bool:
        """Whether it runs and is ours: those of a parent that forked are not."""
        return self.owner == os.getpid() and self._process.poll() is None and self._tasks < TASKS

    def answers(self, request: object, next_step: str, seconds: float) -> Iterator[Answer]:
        """What the process makes of a request; only the time that we wait for it counts."""
        self._tasks += 1
        assert self._process.stdin is not None
        left = seconds
        try:
            write_frame(self._process.stdin, pickle.dumps(request))
        except OSError:
            yield _broken(next_step)
            return
        while True:
            before = time.monotonic()
            try:
                frame = self._next(max(left, 0.001))
            except Empty:
                told = f"took longer than {seconds:g} seconds to read"
                yield "spent", ReportError(told, next_step=next_step)
                return
            left -= time.monotonic() - before
            answer: Answer = _broken(next_step) if frame is None else pickle.loads(frame)
            yield answer
            if answer[0] != "found":
                return

    def _next(self, seconds: float) -> Frame | None:
        frame = self._frames.get(timeout=seconds)
        self._frames.task_done()
        return frame

    def kill(self) -> None:
        """Kills the process; whoever waits for its results learns of it."""
        self._process.kill()

    def stop(self) -> None:
        """Kills the process, and lets go of what it had made."""
        self.kill()
        self._process.wait()
        while self._is_draining:
            pass

    @property
    def _is_draining(self) -> bool:
        """Takes a frame that nobody wants any more, so that the listener can end; False where none is left."""
        try:
            return self._next(1) is not None
        except Empty:
            return False


def taken() -> Child:
    """A process that waits for work, or a new one."""
    while _idle:
        child = _idle.pop()
        if child.is_usable:
            return child
        if child.owner == os.getpid():
            child.stop()
    return Child()


def given_back(child: Child) -> None:
    """Has a process that ended its task wait for the next one."""
    _idle.append(child)


def _broken(next_step: str) -> Answer:
    return "spent", ReportError("broke the reader, most likely for want of memory", next_step=next_step)


def _stop_all() -> None:
    for child in _idle:
        if child.owner == os.getpid():
            child.stop()


atexit.register(_stop_all)
