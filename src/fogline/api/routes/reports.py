"""Reports: a list, one with all that was read of it, the input as it came."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from fogline.api.answers import CSV, answer, listed, saved, table
from fogline.api.fresh import Fresh
from fogline.api.models.claims import Part, ReportRow
from fogline.api.models.reports import ReportTold
from fogline.api.parameters import AsKnown, Cursor, Key, Limit, Text, Texts, days, interval, some
from fogline.api.served import Views
from fogline.api.told import UNCHANGED, forms, media
from fogline.exports.ledger import plain, told
from fogline.query import reports as query

router = APIRouter(tags=["reports"], route_class=Fresh, responses=UNCHANGED)
COLUMNS = (
    "id", "name", "title", "publisher", "agency", "url", "language", "published_from", "published_to", "basis", "known",
    "words", "claims", "origin",
)  # fmt: skip
Outlets = Annotated[Texts | None, Query(description="Outlet.")]
Agencies = Annotated[Texts | None, Query(description="News agency that first wrote it.")]
Languages = Annotated[Texts | None, Query(description="Language, as `en`.")]
Known = Annotated[str | None, interval("Days on which the reports became known.")]
Words = Annotated[Text | None, Query(description="Words of the title or the name.")]
Copies = Annotated[bool | None, Query(description="Only copies of others, or none of them.")]


def _wanted(
    publisher: list[str] | None, agency: list[str] | None, language: list[str] | None, known: str | None,
    as_known: date | None, q: str | None, copies: bool | None,
) -> query.Reports:  # fmt: skip
    found = days(known, "known")
    last = min((day for day in (found.last, as_known) if day), default=None)
    return query.Reports(some(publisher), some(agency), some(language), found.first, last, q, copies)


@router.get("/reports", summary="Reports, newest first", responses=forms(Part[ReportRow]))
def reports(
    request: Request, view: Views, publisher: Outlets = None, agency: Agencies = None, language: Languages = None,
    known: Known = None, as_known: AsKnown = None, q: Words = None, copies: Copies = None, limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Reports by the day on which they became known, and which of them are copies."""
    wanted = _wanted(publisher, agency, language, known, as_known, q, copies)
    found = query.reports(view.connection, wanted, limit=limit, cursor=cursor)
    return listed(request, map(plain.report_row, found.items), found.next, found.total)


@router.get("/reports.csv", summary="Reports as CSV", responses=media(CSV, "A row for each report."))
def reports_csv(
    view: Views, publisher: Outlets = None, agency: Agencies = None, language: Languages = None, known: Known = None,
    as_known: AsKnown = None, q: Words = None, copies: Copies = None,
    limit: Annotated[int, Query(ge=1, le=100_000)] = 10_000,
) -> Response:  # fmt: skip
    """The reports that the filters leave, newest first."""
    wanted = _wanted(publisher, agency, language, known, as_known, q, copies)
    found = query.reports(view.connection, wanted, limit=limit)
    return table(map(plain.report_row, found.items), COLUMNS, "reports")


@router.get("/reports/{id}", summary="One report with all that was read of it", responses=forms(ReportTold))
def one_report(view: Views, id: Key) -> Response:
    """Text, segments, attributions, places, times, amounts, claims with all spans, copies, versions and readings."""
    return answer(told.report_told_row(query.report(view, id)))


@router.get(
    "/reports/{id}/original", summary="The input as it came", responses=media("application/octet-stream", "Its bytes.")
)
def original(view: Views, id: Key) -> Response:
    """The archived input byte by byte, to be saved: it is never shown as markup."""
    found = query.archived(view, id)
    name = "".join(c for c in id if c.isalnum())[:80]
    headers = {**saved(f"{name}.bin"), "content-security-policy": "sandbox; default-src 'none'"}
    return Response(found.data, headers=headers, media_type="application/octet-stream")
