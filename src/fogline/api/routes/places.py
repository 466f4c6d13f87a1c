"""Places with their status, dossiers, control on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from fogline.api.answers import CSV, GEOJSON, answer, features, listed, saved, table
from fogline.api.fresh import Fresh
from fogline.api.models.places import Dossier, PlacesOnMap
from fogline.api.parameters import AsKnown, Box, Cursor, Key, Limit, Text, Texts, box, some
from fogline.api.served import Ledgers, Served, Views
from fogline.api.told import UNCHANGED, forms, media
from fogline.assessment.contradictions import groups
from fogline.exports.ledger import geojson, plain, told
from fogline.ledger import View
from fogline.query import PlaceRow
from fogline.query import places as query
from fogline.query.columns import columns
from fogline.query.dossier import dossier, last_known
from fogline.query.listed import Listed
from fogline.query.standing import Told
from fogline.query.standing import told as statements_of

router = APIRouter(route_class=Fresh, responses=UNCHANGED)
MOST = 10_000
COLUMNS = (
    "key", "name", "lat", "lon", "geonames", "country", "admin1", "feature", "population", "forms", "claims", "first",
    "latest", "disputed", "status", "state", "holder", "from", "confirmed", "age",
)  # fmt: skip
Countries = Annotated[Texts | None, Query(description="A country by its code or English name.")]
Name = Annotated[Text | None, Query(description="A part of any form of the name.")]
OnDay = Annotated[date | None, Query(description="The day whose status is told; else that of the newest report.")]
Disputed = Annotated[bool | None, Query(description="With or without claims that cannot both hold.")]
Held = Annotated[bool | None, Query(description="With or without a status on the day.")]
Many = Annotated[int, Query(ge=1, le=MOST, description="How many places.")]


@router.get("/places", tags=["places"], summary="Places with their status on a day", responses=forms(PlacesOnMap))
def places(
    request: Request, served: Ledgers, view: Views, bbox: Box = None, country: Countries = None, q: Name = None,
    day: OnDay = None, as_known: AsKnown = None, disputed: Disputed = None, held: Held = None, limit: Many = 50,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """For a map: places with status, age and kinds of events, those with most claims first; `limit` allows all."""
    wanted = query.Places(box(bbox), some(country), q, day, as_known, disputed, held)
    found, shown = _found(served, view, wanted, limit, cursor)
    newest = last_known(view.connection)
    rows = (told.map_row(place, shown) for place in found.items)
    return listed(
        request, rows, found.next, found.total, day=shown.isoformat(), as_known=(as_known or newest).isoformat()
    )


@router.get("/places.csv", tags=["places"], summary="Places as CSV", responses=media(CSV, "A row for each place."))
def places_csv(
    served: Ledgers, view: Views, bbox: Box = None, country: Countries = None, q: Name = None, day: OnDay = None,
    as_known: AsKnown = None, disputed: Disputed = None, held: Held = None, limit: Many = MOST,
) -> Response:  # fmt: skip
    """The places that the filters leave, with their status on the day."""
    wanted = query.Places(box(bbox), some(country), q, day, as_known, disputed, held)
    found, shown = _found(served, view, wanted, limit)
    return table((_cells(told.map_row(place, shown)) for place in found.items), COLUMNS, "places")


@router.get(
    "/places.geojson", tags=["places"], summary="Places as GeoJSON", responses=media(GEOJSON, "A feature each.")
)
def places_geojson(
    served: Ledgers, view: Views, bbox: Box = None, country: Countries = None, q: Name = None, day: OnDay = None,
    as_known: AsKnown = None, disputed: Disputed = None, held: Held = None, limit: Many = MOST,
) -> Response:  # fmt: skip
    """The places that the filters leave, with their status on the day."""
    wanted = query.Places(box(bbox), some(country), q, day, as_known, disputed, held)
    found, shown = _found(served, view, wanted, limit)
    return features(geojson.places(found.items, shown)["features"], "places", day=shown.isoformat())


@router.get("/places/{key:path}", tags=["places"], summary="The dossier of a place", responses=forms(Dossier))
def one_place(served: Ledgers, view: Views, key: Key, as_known: AsKnown = None, limit: Limit = 200) -> Response:
    """Names and who uses them, status over time, a lane for each speaker, claims, disputes and tolls."""
    known, among = served.remembered(view, statements_of), served.remembered(view, groups)
    found = dossier(view.connection, key, as_known, limit, known, among)
    return answer({**plain.dossier_row(found), "users": _users(found.place)})


@router.get(
    "/control",
    tags=["control"],
    summary="Who says they hold which place",
    responses=media(GEOJSON, "A feature each."),
)
def control(
    served: Ledgers, view: Views, bbox: Box = None, country: Countries = None, day: OnDay = None,
    as_known: AsKnown = None,
) -> Response:  # fmt: skip
    """The places with a status on a day, as GeoJSON; with `as_known` from what was known on another day."""
    wanted = query.Places(box(bbox), some(country), day=day, as_of=as_known)
    shown, spans = query.control_on(
        view.connection, wanted, _known(served, view, wanted), served.remembered(view, query.atlas)
    )
    newest = last_known(view.connection)
    row = geojson.control(spans, shown)
    days = {"day": shown.isoformat(), "as_known": (as_known or newest).isoformat()}
    return answer({"type": row["type"], **days, "features": row["features"]}, media=GEOJSON)


@router.get(
    "/control.geojson", tags=["control"], summary="The same as a file", responses=media(GEOJSON, "A feature each.")
)
def control_geojson(
    served: Ledgers, view: Views, bbox: Box = None, country: Countries = None, day: OnDay = None,
    as_known: AsKnown = None,
) -> Response:  # fmt: skip
    """The same as `control`, to be saved."""
    response = control(served, view, bbox, country, day, as_known)
    response.headers.update(saved("control.geojson"))
    return response


def _found(
    served: Served, view: View, wanted: query.Places, limit: int, cursor: str | None = None
) -> tuple[Listed[query.PlaceOnMap], date]:
    known = _known(served, view, wanted)
    drawn = served.remembered(view, query.atlas)
    if wanted.as_of and wanted.as_of < last_known(view.connection):  # what is drawn of an earlier day is another one
        drawn = query.atlas_then(view.connection, drawn, served.remembered(view, columns), wanted.as_of)
    found = query.places_on(view.connection, wanted, known, drawn, limit=limit, cursor=cursor)
    return found, wanted.day or last_known(view.connection)


def _known(served: Served, view: View, wanted: query.Places) -> Told | None:
    """The statements that the status of an earlier day is made of, or that of an earlier day of knowledge."""
    newest = last_known(view.connection)
    earlier = any(day is not None and day < newest for day in (wanted.day, wanted.as_of))
    return served.remembered(view, statements_of) if earlier else None


def _users(place: PlaceRow) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form, user in place.forms.items():
        if user:
            found[form].append(user)
    return found


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    status = row.pop("status") or {}
    return {**row, **{key: value for key, value in status.items() if key != "claims"}}
