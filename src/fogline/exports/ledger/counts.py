"""Counts of claims and reports, and what a search finds, as plain values for JSON."""

from __future__ import annotations

from typing import Any

from fogline.exports.ledger.plain import fact_row, report_row, source_row
from fogline.query.coverage import Coverage, Reported
from fogline.query.facets import Days, Facets
from fogline.query.find import Found

Plain = dict[str, Any]


def facets_row(facets: Facets) -> Plain:
    """How many claims have which value."""
    return {
        "total": facets.total,
        "facets": {
            name: [{"value": value, "count": number} for value, number in counts.items()]
            for name, counts in facets.values.items()
        },
        "located": {"yes": facets.located, "no": facets.total - facets.located},
    }


def days_row(days: Days, by: str) -> Plain:
    """How many claims there are of each day."""
    return {
        "by": by,
        "days": [{"day": one.day.isoformat(), "total": one.total, "families": dict(one.families)} for one in days.days],
        "undated": days.undated,
    }


def coverage_row(coverage: Coverage) -> Plain:
    """What the ledger rests on, and what is missing."""
    return {
        "reports": coverage.reports, "copies": coverage.copies, "origins": coverage.origins,
        "days": [
            {"day": one.name, "reports": one.reports, "copies": one.copies, "claims": one.claims}
            for one in coverage.days
        ],
        "outlets": [{"publisher": one.name, **_reported(one)} for one in coverage.outlets],
        "languages": [{"language": one.name, **_reported(one)} for one in coverage.languages],
        "sides": [
            {"side": one.side, "claims": one.claims, "sources": one.sources, "origins": one.origins}
            for one in coverage.sides
        ],
        "matrix": [
            {"publisher": publisher, "side": side, "claims": number}
            for (publisher, side), number in coverage.matrix.items()
        ],
        "missing": dict(coverage.missing),
    }  # fmt: skip


def found_row(found: Found) -> Plain:
    """What a search found."""
    return {
        "places": [
            {
                "key": named.place.key, "name": named.place.name, "form": named.form, "country": named.place.country,
                "admin1": named.place.admin1, "lat": named.place.lat, "lon": named.place.lon,
                "claims": named.place.claims,
            }
            for named in found.places
        ],
        "sources": [source_row(source) for source in found.sources],
        "reports": [report_row(report) for report in found.reports],
        "claims": [fact_row(fact) for fact in found.claims],
        "claims_total": found.total,
    }  # fmt: skip


def _reported(one: Reported) -> Plain:
    return {
        "reports": one.reports, "copies": one.copies, "claims": one.claims, "first": one.first.isoformat(),
        "latest": one.latest.isoformat(),
    }  # fmt: skip
