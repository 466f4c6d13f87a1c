"""A report as it came: text, segments, and what is known of its origin."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

SegmentKind = Literal[
    "caption", "dateline", "body", "crosshead", "related", "link", "credit", "boilerplate", "table", "post",
    "timestamp", "foreign",
]  # fmt: skip
DateBasis = Literal["given", "stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with one job; segments do not overlap and come in order."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a stretch of the text stands in the document that it came from: "page 3", the path of an element."""

    start: int
    end: int
    where: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a reader should know of; `code` is stable, `message` says what and where."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Published:
    """When the report was published, as a closed interval of days; both ends None where nothing bounds it.

    `basis` says how it is known: `given` by the caller, `stated` in the text or its metadata, `inferred` from
    the text's own time expressions, `unknown`.
    """

    start: date | None
    end: date | None
    basis: DateBasis
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One document by one outlet. `text` is the decoded content, untouched; `data` the bytes that it came as.

    `data` is empty where the report came as a text. `locators` tell where in the original document stretches of the
    text stand; they are empty for plain text, whose offsets are those of the file.
    """

    id: str
    text: str
    segments: tuple[Segment, ...]
    published: Published
    external_id: str | None = None
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    warnings: tuple[Warning, ...] = ()
    data: bytes = field(default=b"", repr=False, compare=False)
    locators: tuple[Locator, ...] = ()
