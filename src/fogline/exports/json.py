"""The JSON contract: one object a report (schema `fogline/1`)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from fogline.exports.edtf import edtf
from fogline.model import Amount, Candidate, Claim, Document, Party, Place, Published, Relay, Source, Time, Words

SCHEMA = "fogline/1"
Row = dict[str, Any]


def report_row(document: Document) -> Row:
    """One report and all that was read from it, as plain values ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "report": _report(document),
        "attributions": [
            {
                "source": [[s.start, s.end] for s in a.source],
                "cue": [[s.start, s.end] for s in a.cue],
                "content": [[s.start, s.end] for s in a.content],
                "quoted": a.quoted,
            }
            for a in document.attributions
        ],
        "places": [place_row(p) for p in document.places],
        "times": [_time(t) for t in document.times],
        "amounts": [amount_row(a) for a in document.amounts],
        "claims": [claim_row(c) for c in document.claims],
    }


def dumps(row: Any) -> str:
    """Plain values as one line of JSON in UTF-8 letters, keys in the order of the contract."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def claim_row(claim: Claim) -> Row:
    """One claim as plain values."""
    place = place_row(claim.place) if claim.place else None
    return {
        "id": claim.id,
        "event": claim.event,
        "stance": claim.stance,
        "evidence": asdict(claim.evidence),
        "trigger": asdict(claim.trigger),
        "source": _source(claim.source),
        "actor": _party(claim.actor),
        "target": _party(claim.target),
        "place": place,
        "time": {**_words(claim.time.words), **_days(claim.time.begin, claim.time.until, claim.time.kind)}
        if claim.time
        else None,
        "said": {"from": claim.said.begin.isoformat(), "to": claim.said.until.isoformat()} if claim.said else None,
        "quantities": [amount_row(a) for a in claim.quantities],
        "against": claim.against,
        "confidence": round(claim.confidence, 3),
        "because": list(claim.because),
    }


def place_row(place: Place) -> Row:
    """One place mention as plain values."""
    return {
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
        "country": place.country,
        "admin1": place.admin1,
        "feature": place.feature,
        "precision": place.precision,
        "precision_m": place.precision_m,
        "relation": place.relation,
        "anchor": place.anchor,
        "anchor_point": list(place.anchor_point) if place.anchor_point else None,
        "used_by": place.used_by,
        "because": "; ".join(place.because),
        "alternatives": [_candidate(c) for c in place.alternatives],
    }


def amount_row(amount: Amount) -> Row:
    """One amount as plain values; whole numbers are written without a decimal point."""
    return {
        "start": amount.start,
        "end": amount.end,
        "text": amount.text,
        "low": _number(amount.low),
        "best": _number(amount.best),
        "high": _number(amount.high),
        "unit": amount.unit,
        "category": amount.category,
        "part_of": amount.part_of,
        "scope": amount.scope,
        "derived": amount.derived,
    }


def _report(document: Document) -> Row:
    report = document.report
    return {
        "id": report.id,
        "external_id": report.external_id,
        "path": report.path,
        "text": report.text,
        "title": report.title,
        "publisher": report.publisher,
        "agency": report.agency,
        "byline": report.byline,
        "url": report.url,
        "language": report.language,
        "published": _published(document.published),
        "segments": [asdict(s) for s in report.segments],
        "warnings": [asdict(w) for w in (*report.warnings, *document.warnings)],
    }


def _published(published: Published) -> Row:
    return {
        "from": published.start.isoformat() if published.start else None,
        "to": published.end.isoformat() if published.end else None,
        "edtf": edtf(published.start, published.end, "sometime"),
        "basis": published.basis,
        "because": "; ".join(published.because) or None,
    }


def _time(time: Time) -> Row:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        **_days(time.begin, time.until, time.kind),
        "because": "; ".join(time.because),
    }


def _days(begin: date | None, until: date | None, kind: str) -> Row:
    return {
        "from": begin.isoformat() if begin else None,
        "to": until.isoformat() if until else None,
        "edtf": edtf(begin, until, kind),
        "kind": kind,
    }


def _source(source: Source) -> Row:
    return {
        "kind": source.kind,
        **_words(source.words),
        "name": source.name,
        "side": source.side,
        "cue": source.cue.text if source.cue else None,
        "quoted": source.quoted,
        "role": _words(source.role) if source.role else None,
        "body": _words(source.body) if source.body else None,
        "chain": [_relay(link) for link in source.chain],
    }


def _relay(link: Relay) -> Row:
    cue = link.cue.text if link.cue else None
    return {"kind": link.kind, **_words(link.words), "name": link.name, "side": link.side, "cue": cue}


def _party(party: Party | None) -> Row | None:
    return {**asdict(party.words), "name": party.name, "side": party.side} if party else None


def _candidate(candidate: Candidate) -> Row:
    return asdict(candidate)


def _words(words: Words | None) -> Row:
    return asdict(words) if words else {"start": None, "end": None, "text": None}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
