"""Incidents, disputes and changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from fogline.api.answers import CSV, answer, listed, table
from fogline.api.fresh import Fresh
from fogline.api.models.claims import Part
from fogline.api.models.events import Changes, Dispute, Incident, IncidentRow
from fogline.api.parameters import AsKnown, Box, Cursor, Limit, Number, Text, Texts, box, days, interval
from fogline.api.served import Ledgers, Views
from fogline.api.told import UNCHANGED, forms, media
from fogline.assessment.contradictions import groups
from fogline.errors import UsageError
from fogline.exports.ledger import plain
from fogline.query import events
from fogline.query.changes import changes as changed
from fogline.query.columns import columns
from fogline.query.disputes import DISPUTES, Disputes, disputes_of
from fogline.query.standing import told
from fogline.query.state import newest_record

router = APIRouter(route_class=Fresh, responses=UNCHANGED)
INCIDENTS = (
    "id",
    "event",
    "place",
    "place_name",
    "lat",
    "lon",
    "begin",
    "until",
    "claims",
    "origins",
    "sides",
    "disputed",
)
LINES = ("incident", "what", "place", "side", "known", "source", "stance", "event", "claim", "words")
MOST = 10_000  # rows of a table
TIES = 50  # changed places and ties that are told at once, of the kinds that take long to work out
Place = Annotated[Text | None, Query(description="A place by its key or any form of its name.")]
Days = Annotated[str | None, interval("Days of the event.")]
Family = Annotated[Text | None, Query(description="A family of events: `control`, `attack`, `harm`, …")]
Least = Annotated[int, Query(ge=1, le=10_000, description="How many claims it must have.")]
What = Annotated[Texts | None, Query(description="`control`, `blame`, `count` or `event`.")]
Many = Annotated[int, Query(ge=1, le=MOST, description="How many.")]
FewDisputes = Annotated[int, Query(ge=1, le=DISPUTES, description="How many items the page holds.")]


@router.get("/incidents", tags=["incidents"], summary="Incidents, newest first", responses=forms(Part[IncidentRow]))
def incidents(
    request: Request, view: Views, place: Place = None, bbox: Box = None, datetime: Days = None, family: Family = None,
    least: Least = 2, as_known: AsKnown = None, limit: Limit = 50, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Events that several claims tell of."""
    wanted = _incidents(place, bbox, datetime, family, least, as_known)
    found = events.incident_page(view.connection, wanted, limit=limit, cursor=cursor)
    return listed(request, map(plain.incident_line, found.items), found.next, found.total)


@router.get("/incidents.csv", tags=["incidents"], summary="Incidents as CSV", responses=media(CSV, "A row each."))
def incidents_csv(
    view: Views, place: Place = None, bbox: Box = None, datetime: Days = None, family: Family = None, least: Least = 2,
    as_known: AsKnown = None, limit: Many = 1000,
) -> Response:  # fmt: skip
    """The incidents that the filters leave."""
    wanted = _incidents(place, bbox, datetime, family, least, as_known)
    found = events.incident_page(view.connection, wanted, limit=limit)
    return table(map(plain.incident_line, found.items), INCIDENTS, "incidents")


@router.get("/incidents/{id}", tags=["incidents"], summary="One incident", responses=forms(Incident))
def one_incident(view: Views, id: Number, as_known: AsKnown = None) -> Response:
    """One event with its claims, why each was joined, and its tolls."""
    return answer(plain.incident_row(events.incident(view.connection, id, as_known)))


@router.get("/disputes", tags=["disputes"], summary="Disputes, newest first", responses=forms(Part[Dispute]))
def disputes(
    request: Request, served: Ledgers, view: Views, place: Place = None, what: What = None, as_known: AsKnown = None,
    limit: FewDisputes = 50, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What cannot both hold, with both sides' words. Who is right is not said."""
    wanted = Disputes(place, tuple(what or ()), as_known)
    found = disputes_of(view.connection, wanted, served.remembered(view, groups), limit=limit, cursor=cursor)
    return listed(request, map(plain.dispute_row, found.items), found.next, found.total)


@router.get("/disputes.csv", tags=["disputes"], summary="Disputes as CSV", responses=media(CSV, "A row a claim."))
def disputes_csv(
    served: Ledgers, view: Views, place: Place = None, what: What = None, as_known: AsKnown = None, limit: Many = MOST
) -> Response:
    """The claims of the disputes that the filters leave."""
    wanted = Disputes(place, tuple(what or ()), as_known)
    found = disputes_of(view.connection, wanted, served.remembered(view, groups), limit=limit)
    return table((line for one in found.items for line in plain.dispute_lines(one)), LINES, "disputes")


@router.get("/changes", tags=["changes"], summary="What is new", responses=forms(Changes))
def changes(
    served: Ledgers, view: Views,
    since: Annotated[str, Query(max_length=40, examples=["2025-02-07", "2025-02-07T14:00:00Z"],
                                description="A day of publication, or a point in time of adding.")],
    place: Place = None, limit: Limit = 200,
) -> Response:  # fmt: skip
    """New claims, disputes, concessions, revised numbers and changed status."""
    found = changed(
        view.connection,
        _point(since),
        place,
        limit,
        TIES,
        served.remembered(view, told),
        served.remembered(view, columns),
    )
    now = newest_record(view.connection)
    return answer({"since": since, "now": now, **plain.changes_row(found, whole=True)})


def _incidents(
    place: str | None, bbox: str | None, datetime: str | None, family: str | None, least: int, as_known: date | None
) -> events.Incidents:
    told = days(datetime, "datetime")
    return events.Incidents(place, told.first, told.last, family, least, box(bbox), as_known)


def _point(text: str) -> date | datetime:
    """A day, or a point in time; without a zone it is UTC."""
    try:
        if len(text) <= len("2025-02-07"):
            return date.fromisoformat(text)
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise UsageError(f"since: {text} is no time", next_step="Give 2025-02-07 or 2025-02-07T14:00:00Z") from None
