"""Reports written for fogline from public facts: ten single ones with their claims, and the stories of four places.

The ten (`names`, `load`) come with the claims that a reader finds in them; they show what fogline does and measure it
(`make eval`). The reports of a story (`stories`) follow one place over days or months, as several outlets print it: a
side claims the place, the other denies it, an admission comes later, tolls change, and agency copy stands in two papers
(word for word, shortened, or brought up to date). Their claims are not annotated.

Events, figures and what named people said are on the public record; the wording is this project's, and so is what
unnamed speakers say, numbers that prosecutors, doctors and the like give in a story among it. All outlets are invented.
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


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One report of a story, which is named by its place; `agency` is who first wrote it, if not the publisher."""

    name: str
    story: str
    text: str
    published: date
    publisher: str
    agency: str | None


def names() -> list[str]:
    """The names of the ten single samples, in alphabetical order."""
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


def stories() -> list[StoryReport]:
    """The reports of all stories, by day and then by name; those of one story are told by `story`."""
    folder = files(__name__) / "stories"
    return sorted(
        (_story_report(f.name.removesuffix(".txt")) for f in folder.iterdir() if f.name.endswith(".txt")),
        key=lambda report: (report.published, report.name),
    )


def _story_report(name: str) -> StoryReport:
    folder = files(__name__) / "stories"
    told = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return StoryReport(
        name=name,
        story=told["story"],
        text=(folder / f"{name}.txt").read_bytes().decode("utf-8"),
        published=date.fromisoformat(told["published"]),
        publisher=told["publisher"],
        agency=told["agency"],
    )
