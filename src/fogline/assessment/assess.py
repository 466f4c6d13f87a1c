"""Keeps the conclusions in step with the records: rebuilt at any time, updated report by report.

    readings ▶ documents ▶ copies ▶ facts ▶ incidents ▶ relations ▶ control

What was concluded is stamped with the version of the rules and the last records that it rests on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from fogline.assessment import schema, search
from fogline.assessment.assessors import look_up
from fogline.assessment.control import update_control
from fogline.assessment.copies import Origins
from fogline.assessment.fact import Fact
from fogline.assessment.facts import Known, fact_in, fact_of, reviewed, row_of
from fogline.assessment.identity import KINDS as IDENTITY
from fogline.assessment.identity import Decided
from fogline.assessment.incidents import KINDS as ON_INCIDENTS
from fogline.assessment.incidents import Moved, join, leave, retie
from fogline.assessment.origins import changes_others, compare_with_known, retrace, traced
from fogline.assessment.registers import register_places, register_sources
from fogline.assessment.relations import relate
from fogline.ledger import Store
from fogline.ledger import schema as ledger
from fogline.ledger.codec import dumps, plain
from fogline.ledger.redactions import KIND as REDACT
from fogline.ledger.view import Judgement, Reading, View
from fogline.model import Claim, Report

BATCH = 50  # readings that are taken in within one transaction
ON_CLAIMS = frozenset({"accept", "correct", "reject", "undo"})
"""Kinds of judgement that change a fact. An `undo` takes back the judgement whose number it names."""


def assess(store: Store, step: Callable[[], None] = lambda: None) -> int:
    """Brings the conclusions up to the records; returns how many readings were taken in. `step` is called after each.

    Conclusions that another version of the rules made are dropped and made anew.
    """
    with store.transaction() as connection:
        _prepare(connection)
    count = 0
    while True:
        with store.transaction() as connection:
            taken = _next(connection)
            if taken is None:
                look_up(connection)
                connection.execute(update(schema.stamp).values(maps=_last(connection)[2]))
                return count
        for _ in range(taken):
            step()
        count += taken


def behind(view: View) -> bool:
    """Whether there are records that the conclusions do not take into account."""
    if not _tables_are_there(view.connection):
        return True
    stamp = view.connection.execute(select(schema.stamp)).first()
    now = (schema.VERSION, *_last(view.connection))
    return stamp is None or (stamp.version, stamp.readings, stamp.judgements, stamp.maps) != now


def drop(store: Store) -> None:
    """Drops all conclusions; `assess` makes them anew."""
    with store.transaction() as connection:
        search.drop(connection)
        schema.conclusions.drop_all(connection)


def _prepare(connection: Connection) -> None:
    if _tables_are_there(connection):
        stamp = connection.execute(select(schema.stamp)).first()
        if stamp is not None and stamp.version == schema.VERSION:
            return
    _clear(connection)


def _clear(connection: Connection) -> None:
    """Makes the tables anew, empty."""
    search.drop(connection)
    schema.conclusions.drop_all(connection)
    schema.conclusions.create_all(connection)
    search.create(connection)
    connection.execute(insert(schema.stamp).values(version=schema.VERSION, readings=0, judgements=0, maps=0))
    retie(View(connection))


def _tables_are_there(connection: Connection) -> bool:
    return bool(connection.dialect.has_table(connection, schema.stamp.name))


def _last(connection: Connection) -> tuple[int, int, int]:
    """The numbers of the last reading, the last judgement and the last map."""
    tables = (ledger.readings, ledger.judgements, ledger.maps)
    reading, judgement, map_ = (connection.execute(select(func.max(t.c.seq))).scalar() or 0 for t in tables)
    return reading, judgement, map_


def _next(connection: Connection) -> int | None:
    """Takes in the next readings, or else the judgements that are new; returns how many readings, None at the end."""
    view, stamp = View(connection), connection.execute(select(schema.stamp)).one()
    readings = list(view.readings(after=stamp.readings, most=BATCH))
    if readings:
        update_control(connection, {place for reading in readings for place in _take_in(view, reading)})
        connection.execute(update(schema.stamp).values(readings=readings[-1].seq))
        return len(readings)
    judgements = list(view.judgements(after=stamp.judgements))
    if not judgements:
        return None
    if any(j.kind == REDACT or j.kind in IDENTITY or (j.kind == "undo" and _on_identity(view, j)) for j in judgements):
        _clear(connection)  # names that were taken down, and keys of records, may stand in any table
    else:
        _judge(view, judgements)
    connection.execute(update(schema.stamp).values(judgements=judgements[-1].seq))
    return 0


def _take_in(view: View, reading: Reading) -> set[str]:
    """A reading's claims become facts, in place of those of an older reading of the same report.

    Returns the places of whose control something new is said.
    """
    report = view.report(reading.report)
    if report is None:
        return set()
    connection, old = view.connection, _facts(view.connection, schema.facts.c.report == reading.report)
    claims = view.numbered(reading.seq)
    day = _known(view, reading)
    _document(connection, report, reading, day, len(claims))
    compare_with_known(view, report)
    origins, together = traced(connection, report.id)
    known = _lent(view, report, day, origins, [claim for _, _, claim in claims])
    judged = _judged(view, [claim.id for _, _, claim in claims])
    found = [_fact(seq, number, claim, known, judged) for seq, number, claim in claims]
    new = [fact for fact in found if fact is not None]
    register_sources(
        connection, [(fact, claim.source) for fact, (_, _, claim) in zip(found, claims, strict=True) if fact]
    )
    if len(together) > 1:
        everybody = changes_others(connection, report.id, together)
        retrace(view, origins, together if everybody else [report.id])
    return _exchange(connection, old, new)


def _judge(view: View, judgements: Iterable[Judgement]) -> None:
    """Facts that people judged are made anew from their claims; incidents that they merged or split, too."""
    connection, judgements = view.connection, list(judgements)
    if any(j.kind in ON_INCIDENTS or j.kind == "undo" for j in judgements):
        relate(connection, retie(view))
    for claim_id in dict.fromkeys(j.target for j in judgements if j.kind in ON_CLAIMS):
        for document in connection.execute(_documents_of(claim_id)).all():
            report = view.report(document.report)
            assert report is not None  # documents are made of reports, and no report is ever removed
            for seq, number, claim in view.numbered(document.reading):
                if claim.id == claim_id:
                    origins, _ = traced(connection, report.id)
                    known = _lent(view, report, date.fromisoformat(document.known), origins, [claim])
                    new = _fact(seq, number, claim, known, _judged(view, [claim_id]))
                    old = _facts(connection, schema.facts.c.claim == seq)
                    update_control(connection, _exchange(connection, old, [new] if new else []))


def _exchange(connection: Connection, old: Sequence[Fact], new: Sequence[Fact]) -> set[str]:
    """Takes facts out and others in; returns the places whose status has to be drawn again."""
    gone, moved = [fact.claim for fact in old], Moved()
    if gone:
        moved = leave(connection, gone)
        search.remove(connection, gone)
        connection.execute(delete(schema.facts).where(schema.facts.c.claim.in_(gone)))
    if new:
        connection.execute(insert(schema.facts), [row_of(fact) for fact in new])
        search.add(connection, new)
    relate(connection, join(connection, new, moved))
    return {fact.place for fact in (*old, *new) if fact.place and fact.family == "control"}


def _lent(view: View, report: Report, day: date, origins: Origins, claims: Sequence[Claim]) -> Known:
    """What a report lends to some of its claims; their places are registered."""
    decided = Decided(view.judgements(kinds=(*IDENTITY, "undo")))
    places = register_places(view.connection, [claim.place for claim in claims if claim.place], decided)
    return Known(report, day, origins, places, decided)


def _on_identity(view: View, undo: Judgement) -> bool:
    """Whether an undo takes back a merge or split of records."""
    return any(j.seq == undo.body.get("judgement") for j in view.judgements(kinds=IDENTITY))


def _fact(seq: int, number: int, claim: Claim, known: Known, judged: Mapping[str, Sequence[Judgement]]) -> Fact | None:
    return reviewed(fact_of(claim, seq, number, known), [(j.kind, j.body) for j in judged.get(claim.id, ())])


def _facts(connection: Connection, condition: ColumnElement[bool]) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(condition))]


def _documents_of(claim_id: str) -> Select[Any]:
    """The documents of whose newest reading a claim is a part."""
    reading = select(ledger.claims.c.reading).where(ledger.claims.c.id == claim_id)
    return select(schema.documents).where(schema.documents.c.reading.in_(reading))


def _judged(view: View, claims: Sequence[str]) -> dict[str, list[Judgement]]:
    """What people decided on some claims, by claim, in order."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    table = ledger.judgements.c
    if view.connection.execute(select(table.seq).where(table.kind.in_(ON_CLAIMS)).limit(1)).first() is None:
        return found
    judgements = list(view.judgements(targets=claims))
    undone = {judgement.body.get("judgement") for judgement in judgements if judgement.kind == "undo"}
    for judgement in judgements:
        if judgement.kind in ON_CLAIMS and judgement.seq not in undone:
            found[judgement.target].append(judgement)
    return found


def _known(view: View, reading: Reading) -> date:
    """The day from which on a report's claims are known: its publication, or its addition where that is unknown."""
    return reading.published.end or date.fromisoformat((view.added(reading.report) or reading.at)[:10])


def _document(connection: Connection, report: Report, reading: Reading, known: date, claims: int) -> None:
    published = reading.published
    connection.execute(delete(schema.documents).where(schema.documents.c.report == report.id))
    connection.execute(
        insert(schema.documents).values(
            report=report.id,
            reading=reading.seq,
            title=report.title,
            publisher=report.publisher,
            agency=report.agency,
            url=report.url,
            name=report.external_id or report.path,
            language=report.language,
            published_from=published.start.isoformat() if published.start else None,
            published_to=published.end.isoformat() if published.end else None,
            basis=published.basis,
            known=known.isoformat(),
            words=len(report.text.split()),
            claims=claims,
            origin=report.id,
            warnings=dumps(plain((*report.warnings, *reading.warnings))),
        )
    )
