"""The progress of a download or of adding many places, on standard error."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from fogline.cli.messages import console


@contextlib.contextmanager
def watching(*, shown: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell what is being done, how far, and of how much (0: not known); drawn on a terminal only."""
    screen = console()
    if not shown or not screen.is_terminal:
        yield lambda doing, done, of: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda doing, done, of: bar.update(task, description=doing, completed=done, total=of or None)
