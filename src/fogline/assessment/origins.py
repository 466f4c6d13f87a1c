"""Whose words a report's and a claim's are: reports compared as they come in, through rows of their sketches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from fogline.assessment import schema
from fogline.assessment.copies import PASSAGES, Likeness, Origins, Sketch, compare, furniture, is_running_story, sketch
from fogline.ledger.codec import dumps, loads, model, plain
from fogline.ledger.view import View
from fogline.model import Report

CANDIDATES = 12  # reports that a new one is compared with, those with most rows in common first
TOGETHER = 400  # reports of one text that are traced; more of them are one origin all the same


def compare_with_known(view: View, report: Report) -> None:
    """Keeps the sketch of a report, and its likeness to those that share rows with it, unless that is done."""
    connection, table = view.connection, schema.sketches
    if connection.execute(select(table.c.report).where(table.c.report == report.id)).first() is not None:
        return
    made = sketch(report)
    candidates = _candidates(connection, made)
    connection.execute(insert(table).values(report=report.id, digest=made.digest, words=made.words))
    if made.keys:
        rows = [{"report": report.id, "band": key.band, "value": key.value} for key in made.keys]
        connection.execute(insert(schema.bands), rows)
    printed = _furniture(connection, report, made)
    for name in candidates:
        other = view.report(name)
        if other is None:
            continue
        likeness = compare(report, other, printed)
        if likeness.kind != "none":
            connection.execute(
                insert(schema.likenesses).values(
                    report=report.id,
                    other=name,
                    kind=likeness.kind,
                    body=dumps(plain(likeness)),
                    version=is_running_story(report, other, likeness),
                )
            )


def traced(connection: Connection, report: str) -> tuple[Origins, list[str]]:
    """The origins of a report and of all that share text with it, and their ids in the order of publication."""
    names, waiting = {report}, [report]
    pairs: dict[tuple[str, str], Likeness] = {}
    table = schema.likenesses.c
    while waiting and len(names) <= TOGETHER:
        query = select(schema.likenesses).where(or_(table.report.in_(waiting), table.other.in_(waiting)))
        found = connection.execute(query).all()
        pairs.update({(row.report, row.other): model(loads(row.body), Likeness) for row in found})
        waiting = sorted({name for row in found for name in (row.report, row.other)} - names)
        names.update(waiting)
    ordered = _in_order(connection, names)
    known = set(ordered)
    told = [(a, b, likeness) for (a, b), likeness in sorted(pairs.items()) if {a, b} <= known]
    return Origins(ordered, told), ordered


def retrace(view: View, origins: Origins, reports: Iterable[str]) -> None:
    """Gives the facts of some reports the origins that follow now: another one may be the first of their text."""
    connection = view.connection
    for report in reports:
        document = connection.execute(select(schema.documents).where(schema.documents.c.report == report)).first()
        if document is None:
            continue
        own = origins.of_report(report).report
        if own != document.origin:
            query = update(schema.documents).where(schema.documents.c.report == report)
            connection.execute(query.values(origin=own))
        known = {
            row.claim: row.origin
            for row in connection.execute(
                select(schema.facts.c.claim, schema.facts.c.origin).where(schema.facts.c.report == report)
            )
        }
        changed = [
            {"_claim": seq, "origin": origin}
            for seq, _, claim in view.numbered(document.reading)
            if seq in known
            and (origin := origins.of_claim(report, claim.evidence.start, claim.evidence.end).report) != known[seq]
        ]
        if changed:
            query = update(schema.facts).where(schema.facts.c.claim == bindparam("_claim"))
            connection.execute(query.values(origin=bindparam("origin")), changed)


def changes_others(connection: Connection, report: str, ordered: Sequence[str]) -> bool:
    """Whether a new report may change the origins of those that share text with it.

    It does not where it is the last of them and all that it is like are of one origin already.
    """
    if ordered[-1:] != [report]:
        return True
    table = schema.likenesses.c
    like = connection.execute(select(table.other).where(table.report == report)).scalars().all()
    documents = schema.documents.c
    first = connection.execute(select(documents.origin).where(documents.report.in_(like)).distinct()).scalars().all()
    return len(first) > 1


def _candidates(connection: Connection, made: Sketch) -> Sequence[str]:
    if not made.keys:
        return []
    table = schema.bands.c
    query = (
        select(table.report)
        .where(table.value.in_([key.value for key in made.keys]))
        .group_by(table.report)
        .order_by(func.count().desc(), table.report)
    )
    return connection.execute(query.limit(CANDIDATES)).scalars().all()


def _furniture(connection: Connection, report: Report, made: Sketch) -> frozenset[int]:
    """What the report's outlet prints under every report."""
    passages = made.passages()
    if report.publisher is None or not passages:
        return frozenset()
    bands, documents = schema.bands.c, schema.documents.c
    ours = select(documents.report).where(documents.publisher == report.publisher)
    query = select(bands.value, func.count(bands.report.distinct()).label("holding")).where(
        bands.band == PASSAGES, bands.value.in_(passages), bands.report.in_(ours)
    )
    holding = {row.value: row.holding for row in connection.execute(query.group_by(bands.value))}
    reports = connection.execute(select(func.count()).select_from(ours.subquery())).scalar_one()
    return furniture(holding, reports)


def _in_order(connection: Connection, names: Iterable[str]) -> list[str]:
    table = schema.documents.c
    query = select(table.report).where(table.report.in_(sorted(names))).order_by(table.known, table.reading)
    return list(connection.execute(query).scalars())
