"""Claims: pages, facets, days, one claim; as CSV and GeoJSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from fogline.api.answers import CSV, GEOJSON, answer, features, listed, table
from fogline.api.fresh import Fresh
from fogline.api.models.claims import Claim, ClaimTold, DaysOfClaims, Facets, Part
from fogline.api.parameters import Cursor, Filters, Key, Limit
from fogline.api.served import Ledgers, Views
from fogline.api.told import UNCHANGED, forms, media
from fogline.assessment.fact import Fact
from fogline.exports.ledger import counts, csv, geojson, plain, told
from fogline.ledger import View
from fogline.query import Query as Wanted
from fogline.query import claim, facets, pages, spots
from fogline.query.columns import columns
from fogline.query.query import MOST

router = APIRouter(prefix="/claims", tags=["claims"], route_class=Fresh, responses=UNCHANGED)
files = APIRouter(tags=["claims"], route_class=Fresh, responses=UNCHANGED)
Many = Annotated[int, Query(ge=1, le=100_000, description="The most claims that the file holds.")]


@router.get("", summary="A page of claims, newest first", responses=forms(Part[Claim]))
def claims(
    request: Request, served: Ledgers, view: Views, query: Filters, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Claims by the day on which they became known, the newest first. All filters that are given must hold."""
    found = pages.page(view.connection, query, limit=limit, cursor=cursor)
    if query == Wanted():
        total = pages.count(view.connection, query)
    else:
        total = served.remembered(view, columns).count(view.connection, query)
    return listed(request, map(plain.fact_row, found.facts), found.next, total)


@files.get("/claims.csv", summary="Claims as CSV", responses=media(CSV, "A row for each claim."), response_model=None)
def claims_csv(view: Views, query: Filters, limit: Many = 10_000) -> Response:
    """The claims that the filters leave, newest first, as a table for spreadsheets."""
    rows = (csv.claim_cells(plain.fact_row(fact)) for fact in _taken(view, query, limit))
    return table(rows, csv.CLAIMS, "claims")


@files.get("/claims.geojson", summary="Claims as GeoJSON", responses=media(GEOJSON, "A feature for each claim."))
def claims_geojson(view: Views, query: Filters, limit: Many = 10_000) -> Response:
    """The claims that the filters leave, newest first, as features; those without a point have a null geometry."""
    return features((geojson.claim(fact) for fact in _taken(view, query, limit)), "claims")


@router.get("/facets", summary="How many claims have which value", responses=forms(Facets))
def claim_facets(served: Ledgers, view: Views, query: Filters) -> Response:
    """For filters: the values of event, family, stance, side, kind, country, publisher and review, most first."""
    return answer(counts.facets_row(facets.facets(view.connection, query, served.remembered(view, columns))))


@router.get("/days", summary="How many claims there are of each day", responses=forms(DaysOfClaims))
def claim_days(
    served: Ledgers, view: Views, query: Filters,
    by: Annotated[Literal["event", "known"], Query(description="First day of the event, or day of being known.")]
    = "event",
) -> Response:  # fmt: skip
    """For a line of days: counts by family, of the days that have any."""
    found = facets.days(view.connection, query, by, served.remembered(view, columns))
    return answer(counts.days_row(found, by))


@router.get(
    "/places", summary="How many claims there are at which place", responses=media(GEOJSON, "A feature for each place.")
)
def claim_places(served: Ledgers, view: Views, query: Filters) -> Response:
    """For a map: all claims that the filters leave, counted by place and point.

    Each feature has the place's key and name, how many claims it has by family of event, whether some claims about the
    place cannot both hold, and the last day on which one became known. `unplaced` counts the claims without a place.
    """
    return answer(geojson.spots(spots.spots(view.connection, query, served.remembered(view, columns))), media=GEOJSON)


@router.get("/{id}", summary="One claim with all its words", responses=forms(ClaimTold))
def one_claim(view: Views, id: Key) -> Response:
    """One claim as it stands and as it was read, how to cite it, its relations, and what people decided on it."""
    return answer(told.claim_told_row(claim.claim(view, id)))


def _taken(view: View, query: Wanted, most: int) -> Iterator[Fact]:
    """Claims up to `most`. The first page is asked for at once, so that a wrong filter is told before all else."""
    first = pages.page(view.connection, query, limit=min(most, MOST))

    def following() -> Iterator[Fact]:
        page, left = first, most
        while True:
            yield from page.facts[:left]
            left -= len(page.facts)
            if page.next is None or left <= 0:
                return
            page = pages.page(view.connection, query, limit=min(left, MOST), cursor=page.next)

    return following()
