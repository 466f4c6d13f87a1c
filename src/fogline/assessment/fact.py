"""The fact: one claim as the conclusions see it, with what people corrected, its records and its origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.model import Amount, EventType, Stance
from fogline.model.actor import SourceKind


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of the newest reading of its report.

    `claim` is the number of its record, `id` the claim's own. `origin` is the report whose words these first were: the
    unit in which agreement is counted. `source` and `place` are keys of records that hold over all reports; `place` is
    None where the text tells none, `lat`/`lon` (degrees) where it could not be located. `precision_m` is the radius in
    metres in which the true point is believed to lie. `begin` to `until` are the days of the event (`throughout` or
    `sometime`), None where unknown; `said` is the day on which the source spoke. `known` is the day from which on the
    claim is known: the report's publication, or its addition to the ledger where that is unknown. `against` is the `id`
    of a claim of the same report that it contradicts. `review` is `open`, `accepted` or `corrected`; one that was
    rejected is no fact. `words` is its evidence. `source_form` and `place_form`
    are what the report calls source and place, `place_used_by` is who uses that form.
    """

    claim: int
    id: str
    report: str
    number: int
    origin: str
    publisher: str | None
    event: EventType
    stance: Stance
    source: str
    source_name: str
    kind: SourceKind
    side: str
    chain: tuple[str, ...]
    actor: str | None
    actor_side: str | None
    target: str | None
    target_side: str | None
    place: str | None
    place_name: str | None
    relation: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    feature: str | None
    precision: str | None
    precision_m: int | None
    begin: date | None
    until: date | None
    time_kind: str | None
    said: date | None
    known: date
    quantities: tuple[Amount, ...]
    against: str | None
    confidence: float
    review: str
    words: str
    incident: int | None = None
    source_form: str = ""
    place_form: str | None = None
    place_used_by: str | None = None

    @property
    def family(self) -> str:
        """The event's family: control, attack, harm, people, aid, politics or other."""
        return self.event.partition(".")[0]

    @property
    def day(self) -> date:
        """The day by which it stands in order: the event's last, else that of saying, else that of being known."""
        return self.until or self.said or self.known
