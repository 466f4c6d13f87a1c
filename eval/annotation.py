"""Annotated reports: the shape of an annotation and the place of its words in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from fogline.model import EventType, SourceKind, Span, Stance


class AnnotatedClaim(BaseModel):
    """One claim as an annotator wrote it down; every field must be there, `null` where the text tells nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    evidence: str = Field(min_length=1)
    trigger: str = Field(min_length=1)
    event: EventType
    stance: Stance
    source: str | None
    source_kind: SourceKind
    source_side: str
    actor_side: str | None
    place: str | None
    place_name: str | None
    place_lat: float | None = Field(ge=-90, le=90)
    place_lon: float | None = Field(ge=-180, le=180)
    time_from: date | None
    time_to: date | None
    said_from: date | None
    said_to: date | None
    value: float | None
    unit: str | None
    value_low: float | None
    value_high: float | None
    against: str | None

    @model_validator(mode="after")
    def _pairs_are_whole(self) -> AnnotatedClaim:
        if (self.source is None) != (self.source_kind == "narrator"):
            raise ValueError("a claim without a source is the narrator's, and no other is")
        if (self.place_lat is None) != (self.place_lon is None):
            raise ValueError("latitude and longitude go together")
        for name, first, last in (("time", self.time_from, self.time_to), ("said", self.said_from, self.said_to)):
            if (first is None) != (last is None) or (first and last and first > last):
                raise ValueError(f"{name}: {first} to {last} is no interval of days")
        return self

    @property
    def family(self) -> str:
        """The part of the event type before the dot."""
        return self.event.partition(".")[0]


class Annotation(BaseModel):
    """The claims of one report. `published` is the day the relative dates refer to."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: str
    published: date | None
    publisher: str | None
    claims: tuple[AnnotatedClaim, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """An annotated claim with the spans of its words; None where the text does not hold them."""

    claim: AnnotatedClaim
    evidence: Span | None
    trigger: Span | None
    source: Span | None


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A text with its located claims."""

    name: str
    text: str
    annotation: Annotation
    claims: tuple[Located, ...]


def read_annotated(path: Path) -> AnnotatedReport:
    """The report beside an annotation file: `NAME.txt` for `NAME.json`.

    Raises:
        OSError: one of the two files is missing.
        pydantic.ValidationError: the annotation breaks the rules of its fields.
    """
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    annotation = Annotation.model_validate_json(path.read_bytes())
    return AnnotatedReport(path.stem, text, annotation, tuple(_located(text, c) for c in annotation.claims))


def read_folder(folder: Path) -> Iterator[AnnotatedReport]:
    """All annotated reports of a folder by name."""
    return (read_annotated(path) for path in sorted(folder.glob("*.json")))


def occurrences(text: str, words: str, within: Span | None = None) -> Iterator[Span]:
    """Where `words` stand in the text as whole words; a line break or several blanks match one blank."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return
    left = r"\b" if words.strip()[0].isalnum() else ""
    right = r"\b" if words.strip()[-1].isalnum() else ""
    begin, end = (within.start, within.end) if within else (0, len(text))
    for match in re.compile(left + pattern + right).finditer(text, begin, end):
        yield Span(match.start(), match.end())


def _located(text: str, claim: AnnotatedClaim) -> Located:
    evidence = next(occurrences(text, claim.evidence), None)
    trigger = next(occurrences(text, claim.trigger, evidence), None) if evidence else None
    return Located(claim, evidence, trigger, _source(text, claim, evidence))


def _source(text: str, claim: AnnotatedClaim, evidence: Span | None) -> Span | None:
    """The source's words inside the evidence, else those nearest to it."""
    if not claim.source or not evidence:
        return None
    near = evidence.start
    inside = next(occurrences(text, claim.source, evidence), None)
    return inside or min(occurrences(text, claim.source), key=lambda s: abs(s.start - near), default=None)
