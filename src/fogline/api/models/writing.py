"""Judgements and texts that are sent to the server, and what it answers."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from fogline.api.models.claims import Claim, Judgement

NAME = 80  # characters of a user's name
NOTE = 2000
KEY = 500


def _printable(text: str) -> str:
    if any(unicodedata.category(c) in {"Cc", "Cs"} for c in text if c not in "\n\t"):
        raise ValueError("holds a control character")
    return text


def _name(text: str) -> str:
    name = " ".join(_printable(text).split())
    if not name:
        raise ValueError("is empty")
    return name


User = Annotated[
    str, Field(min_length=1, max_length=NAME, description="Who judges, as the ledger keeps it."), AfterValidator(_name)
]
Note = Annotated[
    str, Field(max_length=NOTE, description="Why; is kept with the judgement."), AfterValidator(_printable)
]
Key = Annotated[str, Field(min_length=1, max_length=KEY), AfterValidator(_printable)]
Value = Annotated[str, Field(max_length=KEY), AfterValidator(_printable)]


class Signed(BaseModel):
    """Who decides, and why."""

    model_config = ConfigDict(extra="forbid")

    user: User
    note: Note = ""


class Accept(Signed):
    """The claim is as the report has it."""

    kind: Literal["accept"]
    claim: Key


class Correct(Signed):
    """Fields of the claim are to have other values; null takes a field away."""

    kind: Literal["correct"]
    claim: Key
    values: dict[Key, Value | None] = Field(min_length=1, max_length=30, examples=[{"event": "attack.drone"}])


class Reject(Signed):
    """The report makes no such claim."""

    kind: Literal["reject"]
    claim: Key


class Merge(Signed):
    """Two claims tell of one event."""

    kind: Literal["merge"]
    claim: Key
    other: Key


class Split(Signed):
    """The claim tells of another event than those that it was joined to."""

    kind: Literal["split"]
    claim: Key


class MergeSource(Signed):
    """Two records are one source; each by its key or words of its name."""

    kind: Literal["merge_source"]
    source: Key
    into: Key


class SplitSource(Signed):
    """What reports call by a form is another source than the rest of the record."""

    kind: Literal["split_source"]
    source: Key
    form: Key


class MergePlace(Signed):
    """Two records are one place; each by its key or a form of its name."""

    kind: Literal["merge_place"]
    place: Key
    into: Key


class SplitPlace(Signed):
    """What reports call by a form is another place than the rest of the record."""

    kind: Literal["split_place"]
    place: Key
    form: Key


Decision = Annotated[
    Accept | Correct | Reject | Merge | Split | MergeSource | SplitSource | MergePlace | SplitPlace,
    Field(discriminator="kind"),
]


class Decided(BaseModel):
    """The judgement as the ledger keeps it, and the claim as it stands now (null where it was rejected)."""

    judgement: Judgement
    claim: Claim | None


class SentText(BaseModel):
    """A text to be read, with what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, examples=["Russia said on Friday that it had taken Toretsk."])
    published: date | None = Field(None, description="Its day of publication.", examples=["2025-02-07"])
    publisher: Key | None = None
    agency: Key | None = None
    title: Key | None = None
    url: Key | None = None


class Progress(BaseModel):
    """How far a reading is."""

    id: str
    state: Literal["waiting", "reading", "done", "failed"]
    reports_done: int
    reports_expected: int
    claims: int
    problems: list[dict[str, str]] = Field(description="What could not be read, and why.")


class Reading(Progress):
    """A reading with what was read so far."""

    results: list[dict[str, Any]] = Field(
        description="Objects of `fogline/1`, as `fogline read --format jsonl` prints them."
    )
