"""Claims, places, sources and reports of the ledger as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from fogline.assessment.control import Row as ControlRow
from fogline.assessment.control import Span
from fogline.assessment.fact import Fact
from fogline.exports.edtf import edtf
from fogline.exports.json import amount_row
from fogline.query import Dossier, PlaceRow, ReportRow, SourceRow

Plain = dict[str, Any]


def fact_row(fact: Fact) -> Plain:
    """One claim of the ledger."""
    return {
        "id": fact.id,
        "record": fact.claim,
        "report": fact.report,
        "publisher": fact.publisher,
        "origin": fact.origin,
        "event": fact.event,
        "stance": fact.stance,
        "source": {
            "key": fact.source, "name": fact.source_name, "kind": fact.kind, "side": fact.side,
            "chain": list(fact.chain),
        },
        "actor": {"name": fact.actor, "side": fact.actor_side} if fact.actor or fact.actor_side else None,
        "target": {"name": fact.target, "side": fact.target_side} if fact.target or fact.target_side else None,
        "place": _place(fact),
        "time": _time(fact),
        "said": _iso(fact.said),
        "known": _iso(fact.known),
        "quantities": [amount_row(a) for a in fact.quantities],
        "words": fact.words,
        "against": fact.against,
        "incident": fact.incident,
        "confidence": round(fact.confidence, 3),
        "review": fact.review,
    }  # fmt: skip


def span_row(span: Span) -> Plain:
    """One stretch of days with one status."""
    return {
        "status": span.status, "holder": span.holder, "from": _iso(span.begin), "to": _iso(span.until),
        "confirmed": _iso(span.confirmed), "claims": list(span.claims), "because": span.because,
    }  # fmt: skip


def control_row(row: ControlRow) -> Plain:
    """What one speaker says of a place."""
    return {"speaker": row.speaker, "party": row.party, "spans": [span_row(span) for span in row.spans]}


def place_row(place: PlaceRow) -> Plain:
    """One place over all reports."""
    return {**asdict(place), "forms": dict(place.forms)}


def source_row(source: SourceRow) -> Plain:
    """One source over all reports."""
    return {**asdict(source), "aliases": dict(source.aliases)}


def report_row(report: ReportRow) -> Plain:
    """One report."""
    return {key: _iso(value) if isinstance(value, date) else value for key, value in asdict(report).items()}


def dossier_row(dossier: Dossier) -> Plain:
    """All that the ledger holds about one place."""
    return {
        "place": place_row(dossier.place),
        "as_of": _iso(dossier.as_of),
        "now": span_row(dossier.now) if dossier.now else None,
        "status": [span_row(span) for span in dossier.status],
        "rows": [control_row(row) for row in dossier.rows],
        "claims": [fact_row(fact) for fact in dossier.facts],
        "others": [place_row(place) for place in dossier.others],
    }


def _place(fact: Fact) -> Plain | None:
    if fact.place is None:
        return None
    return {
        "key": fact.place, "name": fact.place_name, "relation": fact.relation, "lat": fact.lat, "lon": fact.lon,
        "country": fact.country, "admin1": fact.admin1, "feature": fact.feature, "precision": fact.precision,
        "precision_m": fact.precision_m,
    }  # fmt: skip


def _time(fact: Fact) -> Plain | None:
    if fact.begin is None or fact.until is None:
        return None
    return {
        "from": _iso(fact.begin), "to": _iso(fact.until), "kind": fact.time_kind,
        "edtf": edtf(fact.begin, fact.until, fact.time_kind or "throughout"),
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
