"""Readings of reports by networks that had not seen their war, kept between two steps of training."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from fogline.extraction.events.learned import with_readings
from fogline.extraction.events.reader import Readings
from fogline.model import Document

READINGS = Path("build") / "readings.npz"


def left_out_reader() -> Callable[[str, Document], Document]:
    """What adds to a document, read by rules, the readings kept for the report of that name."""
    kept = np.load(READINGS)

    def read(name: str, document: Document) -> Document:
        readings = Readings(document.structure, kept[f"{name}/types"], kept[f"{name}/stances"])
        return replace(document, events=tuple(with_readings(document, document.events, readings)))

    return read
