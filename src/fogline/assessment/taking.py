"""Takes readings and judgements into the conclusions: claims become facts, facts are joined, related and weighed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select

from fogline.assessment import schema, search
from fogline.assessment.control import put_off
from fogline.assessment.copies import Origins
from fogline.assessment.fact import Fact
from fogline.assessment.facts import Known, fact_in, fact_of, reviewed, row_of
from fogline.assessment.identity import KINDS as IDENTITY
from fogline.assessment.identity import Decided
from fogline.assessment.incidents import Moved, join, leave
from fogline.assessment.origins import changes_others, compare_with_known, retrace, traced
from fogline.assessment.registers import register_places, register_sources
from fogline.assessment.relations import relate
from fogline.ledger import schema as ledger
from fogline.ledger.codec import dumps, plain
from fogline.ledger.view import Judgement, Reading, View
from fogline.model import Claim, Report, Source

ON_CLAIMS = frozenset({"accept", "correct", "reject", "undo"})
"""Kinds of judgement that change a fact. An `undo` takes back the judgement whose number it names."""


class Taking:
    """Takes in readings one after another; their facts are exchanged together, which costs far less than one by one."""

    def __init__(self, view: View) -> None:
        self._view, self._connection = view, view.connection
        self._reports: set[str] = set()
        self._old: list[Fact] = []
        self._new: list[Fact] = []
        self._told: list[tuple[Fact, Source]] = []
        self._decided, self._is_judged = _decided(view), _is_judged(view)

    def take(self, reading: Reading) -> None:
        """A reading's claims become facts, in place of those of an older reading of the same report."""
        report = self._view.report(reading.report)
        if report is None:
            return
        if report.id in self._reports:
            self.exchange()
        view, connection = self._view, self._connection
        self._old += _facts(connection, schema.facts.c.report == report.id)
        claims = view.numbered(reading.seq)
        day = _known(view, reading)
        _document(connection, report, reading, day, len(claims))
        compare_with_known(view, report)
        origins, together = traced(connection, report.id)
        known = _lent(connection, report, day, origins, [claim for _, _, claim in claims], self._decided)
        judged = _judged(view, [claim.id for _, _, claim in claims]) if self._is_judged else {}
        found = [_fact(seq, number, claim, known, judged) for seq, number, claim in claims]
        found = self._as_first_told(found)
        self._told += [(fact, claim.source) for fact, (_, _, claim) in zip(found, claims, strict=True) if fact]
        if len(together) > 1:
            self._retrace(report.id, origins, together)
        self._reports.add(report.id)
        self._new += [fact for fact in found if fact is not None]

    def _as_first_told(self, facts: Sequence[Fact | None]) -> list[Fact | None]:
        """Facts in which copies have the days of the claims that they repeat, word for word."""
        origins = {fact.origin for fact in facts if fact is not None and fact.origin != fact.report}
        if not origins:
            return list(facts)
        told = [*_facts(self._connection, schema.facts.c.report.in_(origins)), *self._new]
        first = {(f.report, f.event, f.stance, f.words): f for f in told if f.report in origins}
        found: list[Fact | None] = []
        for fact in facts:
            same = first.get((fact.origin, fact.event, fact.stance, fact.words)) if fact is not None else None
            if fact is not None and same is not None and fact.review != "corrected":
                fact = replace(fact, begin=same.begin, until=same.until, time_kind=same.time_kind, said=same.said)
            found.append(fact)
        return found

    def exchange(self) -> None:
        """Puts the facts of what was taken in into the tables, and joins and relates them."""
        register_sources(self._connection, self._told)
        put_off(self._connection, _exchange(self._connection, self._old, self._new))
        self._reports, self._old, self._new, self._told = set(), [], [], []

    def _retrace(self, report: str, origins: Origins, together: Sequence[str]) -> None:
        if changes_others(self._connection, report, together):
            self.exchange()  # the others' facts must stand in the tables to be given their origins
            retrace(self._view, origins, together)
        else:
            retrace(self._view, origins, [report])


def judge(view: View, judgements: Iterable[Judgement]) -> None:
    """Facts that people judged are made anew from their claims."""
    connection, decided = view.connection, _decided(view)
    for claim_id in dict.fromkeys(j.target for j in judgements if j.kind in ON_CLAIMS):
        for document in connection.execute(_documents_of(claim_id)).all():
            report = view.report(document.report)
            assert report is not None  # documents are made of reports, and no report is ever removed
            for seq, number, claim in view.numbered(document.reading):
                if claim.id == claim_id:
                    origins, _ = traced(connection, report.id)
                    known = _lent(connection, report, date.fromisoformat(document.known), origins, [claim], decided)
                    new = _fact(seq, number, claim, known, _judged(view, [claim_id]))
                    old = _facts(connection, schema.facts.c.claim == seq)
                    put_off(connection, _exchange(connection, old, [new] if new else []))


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


def _decided(view: View) -> Decided:
    """What people decided on who and where is the same."""
    return Decided(view.judgements(kinds=(*IDENTITY, "undo")))


def _lent(
    connection: Connection, report: Report, day: date, origins: Origins, claims: Sequence[Claim], decided: Decided
) -> Known:
    """What a report lends to some of its claims; their places are registered."""
    places = register_places(connection, [claim.place for claim in claims if claim.place], decided)
    return Known(report, day, origins, places, decided)


def _fact(seq: int, number: int, claim: Claim, known: Known, judged: Mapping[str, Sequence[Judgement]]) -> Fact | None:
    return reviewed(fact_of(claim, seq, number, known), [(j.kind, j.body) for j in judged.get(claim.id, ())])


def _facts(connection: Connection, condition: ColumnElement[bool]) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(condition))]


def _documents_of(claim_id: str) -> Select[Any]:
    """The documents of whose newest reading a claim is a part."""
    reading = select(ledger.claims.c.reading).where(ledger.claims.c.id == claim_id)
    return select(schema.documents).where(schema.documents.c.reading.in_(reading))


def _is_judged(view: View) -> bool:
    """Whether people decided anything on claims."""
    table = ledger.judgements.c
    query = select(table.seq).where(table.kind.in_(ON_CLAIMS)).limit(1)
    return view.connection.execute(query).first() is not None


def _judged(view: View, claims: Sequence[str]) -> dict[str, list[Judgement]]:
    """What people decided on some claims, by claim, in order."""
    found: dict[str, list[Judgement]] = defaultdict(list)
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
