"""How probable it is that a claim is right: the keep model's chance, set right on wars that it had not seen."""

from __future__ import annotations

import math
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fogline.errors import KnowledgeError
from fogline.extraction.events.entries import is_told
from fogline.knowledge.load import FOLDER
from fogline.model import Event

MOST = 0.98  # of the surest claims somewhat more than this are right
MOST_UNMEASURED = 0.95
_LEAST = 1e-6


class Calibration(BaseModel):
    """A line through log odds: `slope` times the chance's, plus `offset` (Platt 1999)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    slope: float = Field(gt=0)
    offset: float


class Lines(BaseModel):
    """The lines of what rules find alone, and of what the reader weighs with them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: Calibration
    hybrid: Calibration


@cache
def calibration() -> Lines:
    """The lines of `knowledge/models/confidence.json`, which `eval.calibration` fits.

    Raises:
        KnowledgeError: the file is missing or damaged.
    """
    path = FOLDER / "models" / "confidence.json"
    try:
        return Lines.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise KnowledgeError(f"knowledge/models/{path.name}: {error}", next_step="Reinstall fogline") from None


def calibrated(chance: float, line: Calibration) -> float:
    """The confidence for a chance; the higher the one, the higher the other."""
    odds = math.log(max(chance, _LEAST) / max(1 - chance, _LEAST))
    return min(MOST, 1 / (1 + math.exp(-(line.slope * odds + line.offset))))


def confidence_of(event: Event) -> float:
    """The confidence of an event's claims, 0 to 1: how probable it is that an annotator finds one of its type there.

    What a language model says of itself was not held against wars left out, and is taken as it is.
    """
    if is_told(event):
        return min(MOST_UNMEASURED, event.weight)
    return calibrated(event.weight, calibration().rules if event.reading is None else calibration().hybrid)
