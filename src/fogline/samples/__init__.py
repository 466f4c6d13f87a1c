"""Ten reports written for fogline from public facts, with the claims that a reader finds in them.

They show what fogline does (`fogline demo`) and measure it (`make eval`). Events, figures and what named people said
are on the public record; the wording is this project's, and so is what unnamed speakers say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

PLACELESS = ("armenia-azerbaijan-2022-09-13", "russia-ukraine-2025-03-19")
"""The samples that name no place but the two parties: exchanging these must exchange the output and no more."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample report; `annotation` is its annotated claims and metadata."""

    name: str
    text: str
    published: date
    publisher: str
    annotation: dict[str, Any]


def names() -> list[str]:
    """The names of all samples, in alphabetical order."""
    return sorted(f.name.removesuffix(".txt") for f in files(__name__).iterdir() if f.name.endswith(".txt"))


def load(name: str) -> Sample:
    """One sample by its name.

    Raises:
        KeyError: there is no sample of this name.
    """
    if name not in names():
        raise KeyError(name)
    folder = files(__name__)
    annotation = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return Sample(
        name=name,
        text=(folder / f"{name}.txt").read_bytes().decode("utf-8"),
        published=date.fromisoformat(annotation["published"]),
        publisher=annotation["publisher"],
        annotation=annotation,
    )
