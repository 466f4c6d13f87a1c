"""CSV: one claim a row, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from fogline.exports.edtf import edtf
from fogline.exports.json import Row, amount_row
from fogline.model import Claim, Document

COLUMNS = {
    "report_id": "the report's id",
    "report": "its own id or path",
    "publisher": "the outlet",
    "published": "publication date in EDTF",
    "claim_id": "the claim's id",
    "event": "event type",
    "stance": "the source's stance towards it",
    "source": "who says so, in the report's words; empty for the report's own voice",
    "source_kind": "kind of source",
    "source_name": "the source's name",
    "source_side": "its side, or none",
    "actor": "who does it, in the report's words",
    "actor_side": "the actor's side",
    "target": "to whom it is done, in the report's words",
    "target_side": "the target's side",
    "place": "the place, in the report's words",
    "place_name": "its plain English name",
    "lat": "latitude in decimal degrees (WGS 84)",
    "lon": "longitude in decimal degrees (WGS 84)",
    "precision": "how precise the position is",
    "time": "the day or days of the event in EDTF",
    "time_from": "first day",
    "time_to": "last day",
    "time_kind": "throughout or sometime",
    "said_from": "first day on which it may have been said",
    "said_to": "last day on which it may have been said",
    "low": "the first number's lower bound",
    "best": "the first number",
    "high": "the first number's upper bound",
    "unit": "what it counts",
    "against": "the id of the claim that it contradicts",
    "confidence": "how sure the reader is that the text makes this claim (0 to 1)",
    "trigger": "the words that name the event",
    "evidence": "the words that make the claim",
    "start": "offset of the evidence in the report's text, in code points",
    "end": "offset of its end",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def header() -> str:
    """The line of column names."""
    return _line(list(COLUMNS))


def lines(document: Document) -> Iterator[str]:
    """A line for each claim of a document."""
    for claim in document.claims:
        row = _report(document) | _claim(claim) | _slots(claim) | _number(claim)
        yield _line([row.get(column) for column in COLUMNS])


def safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that starts like one gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _line(cells: list[object] | list[str]) -> str:
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerow([safe(cell) for cell in cells])
    return stream.getvalue()


def _report(document: Document) -> Row:
    report, published = document.report, document.published
    return {
        "report_id": report.id,
        "report": report.external_id or report.path,
        "publisher": report.publisher,
        "published": edtf(published.start, published.end, "sometime"),
    }


def _claim(claim: Claim) -> Row:
    source = claim.source
    return {
        "claim_id": claim.id,
        "event": claim.event,
        "stance": claim.stance,
        "source": source.words.text if source.words else None,
        "source_kind": source.kind,
        "source_name": source.name,
        "source_side": source.side,
        "against": claim.against,
        "confidence": round(claim.confidence, 3),
        "trigger": claim.trigger.text,
        "evidence": claim.evidence.text,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
    }


def _slots(claim: Claim) -> Row:
    place, time, said = claim.place, claim.time, claim.said
    return {
        "actor": claim.actor.words.text if claim.actor else None,
        "actor_side": claim.actor.side if claim.actor else None,
        "target": claim.target.words.text if claim.target else None,
        "target_side": claim.target.side if claim.target else None,
        "place": place.text if place else None,
        "place_name": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "time": edtf(time.begin, time.until, time.kind) if time else None,
        "time_from": time.begin if time else None,
        "time_to": time.until if time else None,
        "time_kind": time.kind if time else None,
        "said_from": said.begin if said else None,
        "said_to": said.until if said else None,
    }


def _number(claim: Claim) -> Row:
    if not claim.quantities:
        return {}
    row = amount_row(claim.quantities[0])
    return {key: row[key] for key in ("low", "best", "high", "unit")}
