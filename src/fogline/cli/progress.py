"""A progress bar on standard error, for people who wait for many reports."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fogline.cli.messages import console

MANY = 2  # reports from which on a bar is worth while


@contextlib.contextmanager
def progress(total: int, *, shown: bool) -> Iterator[Callable[[], None]]:
    """A function to call after each report; the bar is only drawn on a terminal."""
    screen = console()
    if not shown or total < MANY or not screen.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)
