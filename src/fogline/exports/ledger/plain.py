"""Claims, places, sources and reports of the ledger as plain values for JSON."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from fogline.assessment.control import Row as ControlRow
from fogline.assessment.control import Span
from fogline.assessment.disputes import Dispute
from fogline.assessment.fact import Fact
from fogline.assessment.tolls import Toll
from fogline.exports.edtf import edtf
from fogline.exports.json import amount_row
from fogline.query import Dossier, PlaceRow, Profile, ReportRow, SourceRow
from fogline.query.changes import NEWS, Changes, Tie
from fogline.query.events import Incident, IncidentRow
from fogline.query.standing import sort

Plain = dict[str, Any]
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (PlaceRow, SourceRow, ReportRow, IncidentRow)}


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
        "status": span.status, "state": sort(span), "holder": span.holder, "from": _iso(span.begin),
        "to": _iso(span.until), "confirmed": _iso(span.confirmed), "claims": list(span.claims), "because": span.because,
    }  # fmt: skip


def control_row(row: ControlRow) -> Plain:
    """What one speaker says of a place."""
    return {"speaker": row.speaker, "party": row.party, "spans": [span_row(span) for span in row.spans]}


def place_row(place: PlaceRow) -> Plain:
    """One place over all reports."""
    return {**_fields(place), "forms": dict(place.forms)}


def source_row(source: SourceRow) -> Plain:
    """One source over all reports."""
    return {**_fields(source), "aliases": dict(source.aliases)}


def report_row(report: ReportRow) -> Plain:
    """One report."""
    return {key: _iso(value) if isinstance(value, date) else value for key, value in _fields(report).items()}


def dossier_row(dossier: Dossier) -> Plain:
    """All that the ledger holds about one place."""
    return {
        "place": place_row(dossier.place),
        "as_of": _iso(dossier.as_of),
        "now": span_row(dossier.now) if dossier.now else None,
        "status": [span_row(span) for span in dossier.status],
        "rows": [control_row(row) for row in dossier.rows],
        "claims": [fact_row(fact) for fact in dossier.facts],
        "claims_total": dossier.count,
        "disputes": [dispute_row(dispute) for dispute in dossier.disputes],
        "tolls": [toll_row(toll) for toll in dossier.tolls],
        "others": [place_row(place) for place in dossier.others],
    }


def profile_row(profile: Profile) -> Plain:
    """One source with its track record."""
    record = profile.record
    return {
        "source": source_row(profile.source), "events": dict(profile.events), "stances": dict(profile.stances),
        "days": [{"day": _iso(day), "total": number} for day, number in profile.days.items()],
        "outlets": dict(profile.outlets),
        "captures": [
            {
                "place": c.place, "name": c.place_name, "side": c.side, "day": _iso(c.day), "claims": list(c.claims),
                "conceded": _iso(c.conceded), "conceded_by": list(c.conceded_by), "denied_by": list(c.denied_by),
                "reversed": _iso(c.reversed), "open": c.open,
                "maps": {name: _iso(day) for name, day in c.mapped.items()},
            }
            for c in record.captures
        ],
        "counts": {what: record.count(what) for what in ("conceded", "denied", "reversed", "open")},
        "days_to_concession": list(record.days_to_concession),
        "others": [source_row(source) for source in profile.others],
    }  # fmt: skip


def changes_row(changes: Changes, *, whole: bool = False) -> Plain:
    """What is new; claims that deny, concede or revise others by their ids, or `whole`."""
    return {
        "claims": [fact_row(fact) for fact in changes.facts],
        "claims_total": changes.count,
        **{kind: [_tie(tie, whole=whole) for tie in changes.of_kind(kind)] for kind in NEWS},
        "status": [
            {
                "place": change.place.key, "name": change.place.name,
                "before": span_row(change.before) if change.before else None,
                "now": span_row(change.now) if change.now else None,
            }
            for change in changes.status
        ],
    }  # fmt: skip


def dispute_row(dispute: Dispute) -> Plain:
    """What cannot both hold."""
    return {
        "incident": dispute.incident, "what": dispute.what, "place": dispute.place, "name": dispute.place_name,
        "since": _iso(dispute.since), "latest": _iso(dispute.latest),
        "sides": [{"side": s.side, "claims": [fact_row(fact) for fact in s.facts]} for s in dispute.sides],
        "contradictions": [
            {"claim": c.claim, "other": c.other, "because": c.because} for c in dispute.contradictions
        ],
    }  # fmt: skip


def dispute_lines(dispute: Dispute) -> list[Plain]:
    """The claims of a dispute, a line each."""
    return [
        {
            "incident": dispute.incident, "what": dispute.what, "place": dispute.place_name, "side": side.side,
            "known": _iso(fact.known), "source": fact.source_name, "stance": fact.stance, "event": fact.event,
            "claim": fact.id, "words": fact.words,
        }
        for side in dispute.sides
        for fact in side.facts
    ]  # fmt: skip


def incident_line(row: IncidentRow) -> Plain:
    """One event in a list."""
    return {
        key: _iso(value) if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
        for key, value in _fields(row).items()
    }


def incident_row(incident: Incident) -> Plain:
    """One event with its claims and tolls."""
    return {
        **incident_line(incident.row),
        "members": [{**fact_row(j.fact), "joined_to": j.to, "because": j.because} for j in incident.claims],
        "tolls": [toll_row(toll) for toll in incident.tolls],
    }


def toll_row(toll: Toll) -> Plain:
    """One count of an incident, each source's numbers over time."""
    return {
        "incident": toll.incident, "event": toll.event, "who": toll.who, "kind": toll.kind, "since": _iso(toll.since),
        "lowest": toll.lowest, "highest": toll.highest,
        "sources": [
            {
                "source": s.source, "name": s.name, "side": s.side,
                "numbers": [
                    {"day": _iso(n.day), "low": n.low, "best": n.best, "high": n.high, "scope": n.scope,
                     "claim": n.fact.id}
                    for n in s.numbers
                ],
            }
            for s in toll.sources
        ],
    }  # fmt: skip


def _fields(record: PlaceRow | SourceRow | ReportRow | IncidentRow) -> Plain:
    """A record's fields by name; `asdict` would copy all that is in them, which takes long over thousands of places."""
    return {name: getattr(record, name) for name in _NAMES[type(record)]}


def _tie(tie: Tie, *, whole: bool) -> Plain:
    later, earlier = (fact_row(f) if whole else f.id for f in (tie.later, tie.earlier))
    return {"later": later, "earlier": earlier, "because": tie.because}


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
