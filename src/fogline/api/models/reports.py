"""Reports."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from fogline.api.models.claims import ReportRow


class Copy(BaseModel):
    """A report that shares text with another one."""

    kind: str = Field(description="`copy`, or `part` where only a part is shared.")
    version: bool = Field(description="Whether both are versions of one story of one outlet.")
    direction: str = Field(description="`to` where the other report was added earlier, else `from`.")
    report: ReportRow


class ReadBy(BaseModel):
    """One reading of a report: when, by which version and engine."""

    number: int
    at: str
    engine: str


class ReportTold(BaseModel):
    """All of one report."""

    row: ReportRow
    report: dict[str, Any] = Field(description="The report of `fogline/1`: text, segments, date, warnings.")
    attributions: list[dict[str, Any]]
    places: list[dict[str, Any]]
    times: list[dict[str, Any]]
    amounts: list[dict[str, Any]]
    claims: list[dict[str, Any]] = Field(
        description="Claims of `fogline/1` with all spans; `now` is the claim as it stands, null where it was rejected."
    )
    copies: list[Copy]
    readings: list[ReadBy]
    added: str
    sha256: str = Field(description="Of the archived input, as its bytes came.")
    bytes: int
    redacted: bool = Field(description="Whether its text was taken down.")
