"""Places, who is said to hold them, tolls."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from fogline.api.models.claims import Claim, Part
from fogline.api.models.events import Dispute, Toll


class Span(BaseModel):
    """A stretch of days with one status."""

    status: str = Field(examples=["claimed by Russia, denied by Ukraine"])
    state: str | None = Field(
        description="For a legend: `claimed`, `conceded`, `contested`, `third` (only third parties tell) or `silent`; "
        "null in a lane."
    )
    holder: str | None = Field(description="Who is said to hold it; null where that is open.")
    from_: str = Field(alias="from")
    to: str | None = Field(description="The last day of it; null while it lasts.")
    confirmed: str = Field(description="The last day of which a claim speaks.")
    claims: list[int] = Field(description="Record numbers of the claims that say so.")
    because: str = Field(description="The rule that it follows from.")


class Status(Span):
    """A status on a day."""

    age: int = Field(description="Days since it was last confirmed.")


class Lane(BaseModel):
    """What one speaker says of a place over time."""

    speaker: str
    party: bool = Field(description="Whether it is a party to the conflict; else it is an assessor or third parties.")
    spans: list[Span]


class Place(BaseModel):
    """One place over all reports."""

    key: str = Field(examples=["geonames:709354"])
    name: str
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: str
    population: int | None
    forms: dict[str, str] = Field(description="Forms of the name, each with who uses it, or an empty string.")
    claims: int


class PlaceOnMap(Place):
    """A place with its status on a day."""

    first: str = Field(description="The day on which the first claim about it became known.")
    latest: str = Field(description="The day on which the last one did.")
    events: dict[str, int] = Field(description="How many claims there are of which family of events.")
    disputed: bool
    status: Status | None = Field(description="Null where nothing is told of who holds it.")


class PlacesOnMap(Part[PlaceOnMap]):
    """Places with their status on a day."""

    model_config = ConfigDict(json_schema_extra={"description": "Places with their status on a day."})

    day: str | None
    as_known: str | None


class Dossier(BaseModel):
    """What the ledger holds about one place."""

    place: Place
    as_of: str
    now: Span | None
    status: list[Span] = Field(description="What follows for the place over time.")
    rows: list[Lane] = Field(description="What each speaker says over time, the parties first.")
    claims: list[Claim] = Field(description="In the order of the days that they tell of; the newest ones.")
    claims_total: int
    disputes: list[Dispute]
    tolls: list[Toll]
    users: dict[str, list[str]] = Field(description="Forms of the name that only some use, with who does.")
    others: list[Place] = Field(description="Other places that the name may mean.")


class FeatureCollection(BaseModel):
    """GeoJSON (RFC 7946): what has no point keeps its feature, with a null geometry."""

    type: str
    features: list[dict[str, Any]]
