"""Claims of a reading ▶ facts, with what people corrected; and facts ⇄ rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from fogline.assessment import schema
from fogline.assessment.copies import Origins
from fogline.assessment.corrections import corrected
from fogline.assessment.fact import Fact
from fogline.assessment.identity import Decided
from fogline.assessment.places import place_key
from fogline.assessment.sources import identify
from fogline.ledger.codec import dumps, loads, model, plain
from fogline.model import Claim, Report, Source

_FEW = 400  # facts that are asked for at once
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that"})
_COLUMNS = ("claim", "report", "number", "origin", "event", "stance", "source", "side", "actor_side", "place", "lat",
            "lon", "country", "admin1", "known", "confidence", "review", "incident", "words")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What a report lends to its claims.

    `day` is the one from which on they are known, `origins` tell whose words they are, `places` are the keys of its
    places (see `register_places`), `decided` is what people decided on who and where is the same.
    """

    report: Report
    day: date
    origins: Origins
    places: Mapping[tuple[str, str], str]
    decided: Decided


def fact_of(claim: Claim, seq: int, number: int, known: Known) -> Fact:
    """The fact of a claim; `seq` is its record's number, `number` its place in the report."""
    source, place, actor, target, time = claim.source, claim.place, claim.actor, claim.target, claim.time
    origin = known.origins.of_claim(known.report.id, claim.evidence.start, claim.evidence.end).report
    identity = identify(source, origin, known.report.publisher)
    form = source_form(source, identity.name)
    return Fact(
        claim=seq, id=claim.id, report=known.report.id, number=number,
        origin=origin, publisher=known.report.publisher, event=claim.event, stance=claim.stance,
        source=known.decided.source(identity.key, form),
        source_name=identity.name, kind=source.kind, side=source.side,
        chain=tuple(link.name or link.kind for link in source.chain[:-1]),
        actor=(actor.name or actor.words.text) if actor else None, actor_side=actor.side if actor else None,
        target=(target.name or target.words.text) if target else None, target_side=target.side if target else None,
        place=known.places[place_key(place), place.text] if place else None, place_name=place.name if place else None,
        relation=place.relation if place else None, lat=place.lat if place else None, lon=place.lon if place else None,
        country=place.country if place else None, admin1=place.admin1 if place else None,
        feature=place.feature if place else None, precision=place.precision if place else None,
        precision_m=place.precision_m if place else None, begin=time.begin if time else None,
        until=time.until if time else None, time_kind=time.kind if time else None,
        said=claim.said.until if claim.said else None, known=known.day, quantities=claim.quantities,
        against=claim.against, confidence=claim.confidence, review="open", words=claim.evidence.text,
        source_form=form, place_form=place.text if place else None, place_used_by=place.used_by if place else None,
    )  # fmt: skip


def source_form(source: Source, name: str) -> str:
    """What the report calls a source: its words, or its name where these are a pronoun or there are none."""
    words = source.words.text if source.words else name
    return name if words.lower() in _PRONOUNS else words


def reviewed(fact: Fact, judgements: Iterable[tuple[str, Mapping[str, Any]]]) -> Fact | None:
    """The fact after what people decided on it (kind and values, in order); None where the last word is `reject`."""
    found: Fact | None = fact
    for kind, values in judgements:
        match kind:
            case "accept":
                found = replace(found or fact, review="accepted")
            case "correct":
                found = replace(corrected(found or fact, values), review="corrected")
            case "reject":
                found = None
    return found


def row_of(fact: Fact) -> dict[str, Any]:
    """A fact as a row of `facts`."""
    return {
        **{name: getattr(fact, name) for name in _COLUMNS},
        "id": fact.id,
        "family": fact.family,
        "known": fact.known.isoformat(),
        "begin": fact.begin.isoformat() if fact.begin else None,
        "until": fact.until.isoformat() if fact.until else None,
        "body": dumps(plain(fact)),
    }


def fact_in(row: Row[Any]) -> Fact:
    """The fact that a row of `facts` holds."""
    return model({**loads(row.body), "incident": row.incident, "origin": row.origin}, Fact)


def facts_of(connection: Connection, claims: Collection[int]) -> dict[int, Fact]:
    """The facts of some claims, by the numbers of their records."""
    numbers, found = sorted(claims), dict[int, Fact]()
    for start in range(0, len(numbers), _FEW):
        query = select(schema.facts).where(schema.facts.c.claim.in_(numbers[start : start + _FEW]))
        found.update((row.claim, fact_in(row)) for row in connection.execute(query))
    return found
