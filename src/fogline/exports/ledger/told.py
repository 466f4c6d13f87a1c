"""Single claims and reports with all that the ledger knows of them, and places for a map, as plain values for JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from fogline.assessment.control import Span
from fogline.exports.json import claim_row
from fogline.exports.json import report_row as reading_row
from fogline.exports.ledger.plain import fact_row, place_row, report_row, span_row
from fogline.query.claim import ClaimTold
from fogline.query.judgements import Judged
from fogline.query.places import PlaceOnMap
from fogline.query.reports import ReportTold

Plain = dict[str, Any]


def claim_told_row(told: ClaimTold) -> Plain:
    """One claim: as it stands, as it was read, how to cite it, what it is tied to, what people decided on it."""
    return {
        "claim": fact_row(told.fact) if told.fact else None,
        "read": claim_row(told.read),
        "number": told.number,
        "report": report_row(told.report),
        "cite": cite_row(told),
        "relations": [
            {"kind": r.kind, "direction": r.direction, "because": r.because, "claim": fact_row(r.fact)}
            for r in told.related
        ],
        "judgements": [judgement_row(one) for one in told.judgements],
    }


def cite_row(told: ClaimTold) -> Plain:
    """What a citation of a claim needs, and one made of it: words, source, outlet, date, hash of what is archived."""
    report, read = told.report, told.read
    words = told.fact.words if told.fact else read.evidence.text
    source = told.fact.source_name if told.fact else (read.source.name or read.source.kind)
    outlet = report.publisher or report.name
    published = _interval(report.published_from, report.published_to)
    where = ", ".join(filter(None, [source, outlet and f"in {outlet}", published or "publication date unknown"]))
    return {
        "words": words, "source": source, "outlet": outlet, "published": published, "url": report.url,
        "sha256": told.sha256, "added": told.added,
        "text": f"“{' '.join(words.split())}” ({where}; archived text sha256:{told.sha256})",
    }  # fmt: skip


def report_told_row(told: ReportTold) -> Plain:
    """All of one report: what was read of it, its claims as they stand now, its copies and readings."""
    row = reading_row(told.document)
    claims = [
        {**claim, "now": fact_row(told.facts[claim["id"]]) if claim["id"] in told.facts else None}
        for claim in row["claims"]
    ]
    return {
        "row": report_row(told.row),
        **{key: row[key] for key in ("report", "attributions", "places", "times", "amounts")},
        "claims": claims,
        "copies": [
            {"kind": c.kind, "version": c.version, "direction": c.direction, "report": report_row(c.report)}
            for c in told.copies
        ],
        "readings": [{"number": r.seq, "at": r.at, "engine": r.engine} for r in told.readings],
        "added": told.archived.added,
        "sha256": told.archived.sha256,
        "bytes": len(told.archived.data),
        "redacted": told.redacted,
    }


def judgement_row(judged: Judged) -> Plain:
    """What a person decided."""
    one = judged.judgement
    return {
        "number": one.seq, "at": one.at, "user": one.user, "kind": one.kind, "target": one.target, "body": one.body,
        "note": one.note, "undone": judged.undone,
    }  # fmt: skip


def map_row(shown: PlaceOnMap, day: date) -> Plain:
    """A place with its status on a day."""
    return {
        **place_row(shown.place), "first": shown.first.isoformat(), "latest": shown.latest.isoformat(),
        "events": dict(shown.families), "disputed": shown.disputed,
        "status": aged_row(shown.span, day) if shown.span else None,
    }  # fmt: skip


def aged_row(span: Span, day: date) -> Plain:
    """A status with its age: the days since it was last confirmed."""
    return {**span_row(span), "age": max(0, (day - span.confirmed).days)}


def _interval(begin: date | None, until: date | None) -> str | None:
    if begin is None or until is None:
        return None
    return begin.isoformat() if begin == until else f"{begin.isoformat()}/{until.isoformat()}"
