"""How fogline uses the machine that it runs on."""

from __future__ import annotations

import gc
import os

_NEW_OBJECTS = 20_000


def processors() -> int:
    """The processors that this process may use, where the system tells; else all that there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def collect_rarely() -> None:
    """Has Python look for garbage after more new objects than it would: reading makes many, and hardly any in circles.

    For processes that are fogline's own; a program that uses the library keeps its own setting.
    """
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
