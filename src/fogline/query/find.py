"""What a person may mean who types some words: places, sources, reports and claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.sources import folded
from fogline.query.pages import count, page
from fogline.query.query import Query
from fogline.query.records import PlaceRow, ReportRow, SourceRow, places, sources
from fogline.query.reports import Reports, reports

LOOKED_AT = 200  # places whose name holds the words, of which the best are shown


@dataclass(frozen=True, slots=True)
class Named:
    """A place, and the form of its name that fits the words."""

    place: PlaceRow
    form: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best of each kind; `claims` are those whose words hold all that was typed, `total` how many there are."""

    places: tuple[Named, ...]
    sources: tuple[SourceRow, ...]
    reports: tuple[ReportRow, ...]
    claims: tuple[Fact, ...]
    total: int


def find(connection: Connection, words: str, *, limit: int = 8, among: Sequence[SourceRow] | None = None) -> Found:
    """Places by a part of any form of the name, sources by name, reports by title, claims by their evidence.

    `among` are all sources, where they are at hand already.
    """
    if not words.strip():
        return Found((), (), (), (), 0)
    query = Query(text=words)
    return Found(
        _places(connection, words, limit), tuple(sources(connection, text=words, among=among)[:limit]),
        reports(connection, Reports(text=words), limit=limit).items,
        page(connection, query, limit=limit).facts, count(connection, query),
    )  # fmt: skip


def _places(connection: Connection, words: str, limit: int) -> tuple[Named, ...]:
    """The name itself first, then names that begin with the words, then those that hold them; of these by claims."""
    wish = folded(words)
    if not wish:
        return ()
    forms = schema.place_forms.c
    query = select(forms.folded, forms.place).where(forms.folded.contains(wish, autoescape=True))
    rows = connection.execute(query.order_by(func.length(forms.folded), forms.folded).limit(LOOKED_AT)).all()
    rank: dict[str, int] = {}
    for row in rows:
        rank.setdefault(row.place, 0 if row.folded == wish else 1 if row.folded.startswith(wish) else 2)
    found = sorted(places(connection, list(rank)), key=lambda p: (rank[p.key], -p.claims, p.name))
    return tuple(Named(place, _form(place, wish)) for place in found[:limit])


def _form(place: PlaceRow, wish: str) -> str:
    return next((form for form in (place.name, *place.forms) if wish in folded(form)), place.name)
