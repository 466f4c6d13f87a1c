"""Reviewed claims as annotated reports, in the format that readers are scored and trained with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from fogline.assessment.fact import Fact
from fogline.model import Amount, Claim, Report


def annotation(report: Report, published: date | None, reviewed: Iterable[tuple[Claim, Fact]]) -> dict[str, Any]:
    """One report with its reviewed claims: the words as the reader found them, the values as a person left them."""
    pairs = list(reviewed)
    numbers = {claim.id: f"c{number}" for number, (claim, _) in enumerate(pairs, 1)}
    sides = sorted({fact.side for _, fact in pairs if fact.side != "none"})
    return {
        "id": report.external_id or report.id.removeprefix("sha256:")[:16],
        "published": published.isoformat() if published else None,
        "publisher": report.publisher,
        "agency": report.agency,
        "conflict": None,
        "parties": sides,
        "claims": [{"id": numbers[claim.id], **_claim(claim, fact, numbers)} for claim, fact in pairs],
    }


def _claim(claim: Claim, fact: Fact, numbers: dict[str, str]) -> dict[str, Any]:
    named = claim.place is not None and fact.place_name is not None
    return {
        "evidence": claim.evidence.text,
        "trigger": claim.trigger.text,
        "event": fact.event,
        "stance": fact.stance,
        "source": claim.source.words.text if claim.source.words else None,
        "source_kind": fact.kind,
        "source_side": fact.side,
        "actor_side": fact.actor_side,
        "place": claim.place.text if claim.place is not None and named else None,
        "place_name": fact.place_name,
        "place_lat": fact.lat,
        "place_lon": fact.lon,
        "time_from": fact.begin.isoformat() if fact.begin else None,
        "time_to": fact.until.isoformat() if fact.until else None,
        "said_from": claim.said.begin.isoformat() if claim.said else None,
        "said_to": fact.said.isoformat() if fact.said else None,
        **_number(next((a for a in fact.quantities if not a.derived), None)),
        "against": numbers.get(claim.against or ""),
    }


def _number(amount: Amount | None) -> dict[str, Any]:
    if amount is None:
        return {"value": None, "value_low": None, "value_high": None, "unit": None}
    return {"value": amount.best, "value_low": amount.low, "value_high": amount.high, "unit": amount.unit}
