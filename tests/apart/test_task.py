"""A task in a process apart is bounded, can be stopped, and costs the next one nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.apart import Task, within_limits
from fogline.apart.task import SMALL
from fogline.config import settings
from fogline.errors import ReportError, UsageError

HERE = "tests.apart.test_task"


def counted(most: int) -> Iterator[int]:
    yield from range(most)


def breaking(after: int) -> Iterator[int]:
    yield from range(after)
    raise UsageError("no more", next_step="Stop")


def endless(mark: str) -> Iterator[str]:
    Path(mark).write_text("begun")
    while True:
        pass
    yield mark


def large(megabytes: int, times: int) -> Iterator[bytes]:
    for _ in range(times):
        yield bytes(megabytes << 20)


def greedy() -> int:
    return len(bytes(1 << 40))


def length(text: str) -> int:
    return len(text)


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("FOGLINE_MAX_SECONDS", "0.5")
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_results_come_in_order_and_a_refusal_after_them() -> None:
    assert list(Task(f"{HERE}:counted", 300).results()) == list(range(300))
    *found, error = Task(f"{HERE}:breaking", 2).results()
    assert found == [0, 1] and isinstance(error, UsageError) and error.next_step == "Stop"
    with pytest.raises(UsageError, match="no more"):
        list(Task(f"{HERE}:breaking", 0).results())


def test_one_process_does_many_tasks() -> None:
    ids = {Task("os:getpid").result() for _ in range(5)}
    with pytest.raises(UsageError):
        list(Task(f"{HERE}:breaking", 0).results())
    assert len(ids | {Task("os:getpid").result()}) == 1


def test_large_results_wait_until_they_are_asked_for() -> None:
    assert sum(len(part) for part in Task(f"{HERE}:large", 4, 5).results()) == 20 << 20
    found = Task(f"{HERE}:large", 4, 5).results()
    assert len(next(found)) == 4 << 20
    found.close()  # type: ignore[attr-defined]  # the others are let go


def test_too_much_time_is_refused(seconds: None, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"took longer than 0\.5 seconds") as late:
        list(Task(f"{HERE}:endless", str(tmp_path / "mark"), next_step="Wait").results())
    assert late.value.next_step == "Wait"


def test_too_much_memory_is_refused() -> None:
    with pytest.raises(ReportError, match="needs more memory"):
        list(Task(f"{HERE}:greedy").results())
    assert list(Task(f"{HERE}:counted", 1).results()) == [0]


def test_a_task_is_stopped_from_another_thread(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    task = Task(f"{HERE}:endless", str(mark))
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.extend(task.results()))
    thread.start()
    while not mark.exists():
        thread.join(0.05)
    task.stop()
    thread.join(30)
    assert not thread.is_alive() and found == []
    assert list(task.results()) == []


def test_what_is_small_stays_here() -> None:
    assert within_limits(length, 3, "abc") == 3
    assert within_limits(length, SMALL + 1, "a" * (SMALL + 1)) == SMALL + 1
