"""Claims."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")
Open = ConfigDict(extra="allow")


class Part(BaseModel, Generic[Item]):
    """A part of a list."""

    model_config = ConfigDict(json_schema_extra={"description": "A part of a list."})

    items: list[Item]
    next: str | None = Field(description="The cursor of the next page; null on the last one.")
    total: int = Field(description="How many items there are in all.")


class Speaker(BaseModel):
    """Who makes a claim."""

    key: str = Field(description="The key of the source over all reports.", examples=["named:united nations"])
    name: str
    kind: str = Field(description="`government`, `military`, `narrator`, …")
    side: str = Field(description="The party that the source speaks for; `none` for third parties.")
    chain: list[str] = Field(description="Through whom it is told, outermost first.")


class Actor(BaseModel):
    """Who does the deed, or to whom it is done."""

    name: str | None
    side: str | None


class Where(BaseModel):
    """The place of a claim."""

    key: str = Field(examples=["geonames:709354"])
    name: str | None
    relation: str | None = Field(description="`outskirts of`, `20 km north of`, …")
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str | None
    precision: str | None
    precision_m: int | None = Field(description="Radius in metres in which the true point is believed to lie.")


class Time(BaseModel):
    """The days of an event."""

    from_: str = Field(alias="from", examples=["2025-02-06"])
    to: str = Field(examples=["2025-02-07"])
    kind: str | None = Field(description="`throughout` (every day of it) or `sometime` (one day of it at least).")
    edtf: str | None


class Quantity(BaseModel):
    """A number with its bounds as the text gives them, and what it counts."""

    start: int
    end: int
    text: str
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    category: str | None
    part_of: int | None
    scope: str | None
    derived: bool | None


class Claim(BaseModel):
    """One claim: who says what happened, where, when, how many, in which words."""

    model_config = Open

    id: str = Field(examples=["c3ba9dfbc620f39cd"])
    record: int = Field(description="The number of its record in the ledger.")
    report: str = Field(description="The report's id.")
    publisher: str | None
    origin: str = Field(description="The report whose words these first were: copies count once.")
    event: str = Field(examples=["control.captured"])
    stance: str = Field(examples=["asserts"])
    source: Speaker
    actor: Actor | None
    target: Actor | None
    place: Where | None = Field(description="Null where the text tells none.")
    time: Time | None = Field(description="Null where the days are unknown.")
    said: str | None = Field(description="The day on which the source said it.")
    known: str = Field(description="The day from which on the claim is known.", examples=["2025-02-07"])
    quantities: list[Quantity]
    words: str = Field(description="The words of the report that make the claim: text, never markup.")
    against: str | None = Field(description="The id of a claim of the same report that this one contradicts.")
    incident: int | None
    confidence: float = Field(description="How sure the reader is that the text makes this claim; not of its truth.")
    review: str = Field(description="`open`, `accepted` or `corrected`.")


class Counted(BaseModel):
    """A value, and how many claims have it."""

    value: str
    count: int


class Facets(BaseModel):
    """How many claims have which value; each facet is counted as if it were itself not filtered."""

    total: int
    facets: dict[str, list[Counted]]
    located: dict[str, int] = Field(description="`yes` and `no`: with and without a point on the map.")


class DayOfClaims(BaseModel):
    """How many claims there are of one day."""

    day: str
    total: int
    families: dict[str, int]


class DaysOfClaims(BaseModel):
    """How many claims there are of each day that has any."""

    by: str
    days: list[DayOfClaims]
    undated: int


class Judgement(BaseModel):
    """What a person decided."""

    number: int
    at: str
    user: str
    kind: str
    target: str
    body: dict[str, Any]
    note: str
    undone: bool = Field(description="Whether a later judgement took it back.")


class Cite(BaseModel):
    """What a citation needs."""

    words: str
    source: str
    outlet: str | None
    published: str | None
    url: str | None
    sha256: str = Field(description="Of the archived input, as its bytes came.")
    added: str
    text: str = Field(description="A citation made of all this.")


class ReportRow(BaseModel):
    """One report in a list."""

    id: str = Field(examples=["sha256:73671cc068bbaf68d531556c2f367290a4c6f0bae1e9748377a4a46c9bc7a7fb"])
    name: str | None = Field(description="Its own id or path.")
    title: str | None
    publisher: str | None
    agency: str | None
    url: str | None
    language: str | None
    published_from: str | None
    published_to: str | None
    basis: str = Field(description="How the date is known: `given`, `stated`, `inferred`, `unknown`.")
    known: str
    words: int
    claims: int
    origin: str = Field(description="The report that it copies, or itself.")


class Relation(BaseModel):
    """Another claim that this one is tied to."""

    kind: str = Field(description="`supports`, `denies`, `differs`, `revises`, `concedes` or `silent`.")
    direction: str = Field(description="`to` where this claim is the later one, `from` where the other is.")
    because: str
    claim: Claim


class ClaimTold(BaseModel):
    """One claim with all that the ledger knows of it."""

    claim: Claim | None = Field(description="As it stands now; null where it was rejected.")
    read: dict[str, Any] = Field(description="As it was read: a claim of `fogline/1`, with all spans and reasons.")
    number: int = Field(description="Its place among the claims of its report, from 1.")
    report: ReportRow
    cite: Cite
    relations: list[Relation]
    judgements: list[Judgement]
