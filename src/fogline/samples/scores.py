"""How the reader scores on the ten annotated samples, as it was measured when the package was made."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def scores() -> dict[str, Any] | None:
    """The scores in plain words; None where the package has none.

    `annotated` tells on what they were measured; each item has an `id`, a `value` from 0 to 1, and `words`.
    """
    file = files("fogline.samples") / "measured" / "scores.json"
    if not file.is_file():
        return None
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
