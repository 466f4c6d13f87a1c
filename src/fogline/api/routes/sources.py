"""Sources with their track records, coverage, search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from sqlalchemy import Connection
from starlette.responses import Response

from fogline.api.answers import CSV, answer, listed, table
from fogline.api.fresh import Fresh
from fogline.api.models.claims import Part
from fogline.api.models.sources import Coverage, Found, Profile, Source
from fogline.api.parameters import WORDS, Cursor, Key, Limit, Text, Texts, days, interval, some
from fogline.api.served import Ledgers, Served, Views
from fogline.api.told import UNCHANGED, forms, media
from fogline.exports.ledger import counts, plain
from fogline.ledger import View
from fogline.query.columns import columns
from fogline.query.coverage import coverage as covered
from fogline.query.find import find
from fogline.query.listed import part
from fogline.query.profile import Profile as Profiled
from fogline.query.profile import profile
from fogline.query.records import SourceRow, every_source
from fogline.query.records import sources as every
from fogline.query.standing import told
from fogline.samples.scores import scores

router = APIRouter(route_class=Fresh, responses=UNCHANGED)
COLUMNS = ("key", "name", "kind", "side", "aliases", "claims", "reports")
Sides = Annotated[Texts | None, Query(description="Whom the source speaks for.")]
Kinds = Annotated[Texts | None, Query(description="Kind of source: `government`, `military`, …")]
Name = Annotated[Text | None, Query(description="Words of any form of the name.")]


@router.get(
    "/sources", tags=["sources"], summary="Sources, those with most claims first", responses=forms(Part[Source])
)
def sources(
    request: Request, served: Ledgers, view: Views, side: Sides = None, kind: Kinds = None, q: Name = None,
    limit: Limit = 50, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Who makes the claims."""
    found = part(_chosen(served, view, side, kind, q), limit, cursor)
    return listed(request, map(plain.source_row, found.items), found.next, found.total)


@router.get("/sources.csv", tags=["sources"], summary="Sources as CSV", responses=media(CSV, "A row for each source."))
def sources_csv(
    served: Ledgers, view: Views, side: Sides = None, kind: Kinds = None, q: Name = None,
    limit: Annotated[int, Query(ge=1, le=100_000)] = 10_000,
) -> Response:  # fmt: skip
    """The sources that the filters leave."""
    found = _chosen(served, view, side, kind, q)[:limit]
    return table(map(plain.source_row, found), COLUMNS, "sources")


@router.get(
    "/sources/{key:path}", tags=["sources"], summary="One source and its track record", responses=forms(Profile)
)
def one_source(served: Ledgers, view: Views, key: Key) -> Response:
    """What it claims, and what became of its claims to have taken places. It counts; it passes no verdict."""

    def made(connection: Connection) -> Profiled:
        held = served.remembered(view, columns)
        among = served.remembered(view, every_source)
        return profile(connection, key, served.remembered(view, told), held, among)

    return answer(plain.profile_row(served.remembered(view, made, key)))


@router.get("/coverage", tags=["coverage"], summary="What the ledger rests on", responses=forms(Coverage))
def coverage(
    served: Ledgers,
    view: Views,
    known: Annotated[str | None, interval("Days on which the reports became known.")] = None,
    publisher: Annotated[Texts | None, Query(description="Outlet.")] = None,
    language: Annotated[Texts | None, Query(description="Language, as `en`.")] = None,
) -> Response:
    """Reports by day, outlet and language, claims by side, and what is missing; how well the reader reads."""
    wanted = days(known, "known")
    if known or publisher or language:
        found = covered(
            view.connection, since=wanted.first, until=wanted.last, publisher=some(publisher), language=some(language)
        )
    else:
        found = served.remembered(view, covered)
    return answer({**counts.coverage_row(found), "scores": scores()})


@router.get("/search", tags=["search"], summary="Places, sources, reports and claims by words", responses=forms(Found))
def search(
    served: Ledgers,
    view: Views,
    q: Annotated[str, Query(max_length=WORDS, description="What was typed.", examples=["Toretsk"])],
    limit: Annotated[int, Query(ge=1, le=50, description="How many of each.")] = 8,
) -> Response:
    """For a search box: the best of each kind."""
    return answer(counts.found_row(find(view.connection, q, limit=limit, among=served.remembered(view, every_source))))


def _chosen(
    served: Served, view: View, side: list[str] | None, kind: list[str] | None, words: str | None
) -> list[SourceRow]:
    among = served.remembered(view, every_source)
    return every(view.connection, side=some(side), kind=some(kind), text=words, among=among)
