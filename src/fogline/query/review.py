"""Review: what a person decides on claims, and in which order claims should be looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, case, cast, func, select, union

from fogline.assessment import schema
from fogline.assessment.assess import assess
from fogline.assessment.contradictions import KINDS as CONTRADICTS
from fogline.assessment.corrections import checked
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.identity import KINDS as IDENTITY
from fogline.errors import NotThereError, UsageError
from fogline.ledger import Store
from fogline.ledger import schema as ledger
from fogline.query.conditions import place_keys, source_keys
from fogline.query.records import places

UNDOABLE = frozenset({"accept", "correct", "reject", "merge", "split"}) | IDENTITY
"""The kinds of judgement that can be taken back."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Decides on claims in a person's name; each decision is appended to the ledger and shows at once.

    Every method returns the number of the judgement, by which `undo` takes it back.
    """

    store: Store
    user: str

    def __enter__(self) -> Reviewer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def accept(self, claim: str, *, note: str = "") -> int:
        """The claim is as the report has it."""
        return self._judge("accept", claim, {}, note)

    def correct(self, claim: str, values: Mapping[str, str | None], *, note: str = "") -> int:
        """Some of its fields are to have other values (see `corrections.FIELDS`)."""
        found = checked(values)
        if found.get("place_name"):
            found.update(self._place(str(found["place_name"])))
        return self._judge("correct", claim, found, note)

    def reject(self, claim: str, *, note: str = "") -> int:
        """The report makes no such claim."""
        return self._judge("reject", claim, {}, note)

    def merge(self, claim: str, other: str, *, note: str = "") -> int:
        """Two claims tell of one event."""
        self._known(other)
        if claim == other:
            raise UsageError("a claim cannot be merged with itself", next_step="Give two claims")
        return self._judge("merge", claim, {"with": other}, note)

    def split(self, claim: str, *, note: str = "") -> int:
        """A claim tells of another event than those that it was joined to."""
        return self._judge("split", claim, {}, note)

    def merge_sources(self, source: str, into: str, *, note: str = "") -> int:
        """Two records are one source; both are given by their key or by words of their names."""
        with self.store.viewing() as view:
            one, other = (source_keys(view.connection, name)[0] for name in (source, into))
        return self._judge_record("merge_source", one, {"into": other}, note)

    def split_source(self, source: str, form: str, *, note: str = "") -> int:
        """What reports call by `form` is another source than the rest of a record."""
        with self.store.viewing() as view:
            one = source_keys(view.connection, source)[0]
        return self._judge_record("split_source", one, {"form": form}, note)

    def merge_places(self, place: str, into: str, *, note: str = "") -> int:
        """Two records are one place; both are given by their key or by a form of their names."""
        with self.store.viewing() as view:
            one, other = (place_keys(view.connection, name)[0] for name in (place, into))
        return self._judge_record("merge_place", one, {"into": other}, note)

    def split_place(self, place: str, form: str, *, note: str = "") -> int:
        """What reports call by `form` is another place than the rest of a record."""
        with self.store.viewing() as view:
            one = place_keys(view.connection, place)[0]
        return self._judge_record("split_place", one, {"form": form}, note)

    def undo(self, judgement: int, *, note: str = "") -> int:
        """Takes a judgement back.

        Raises:
            NotThereError: there is no such judgement, or it cannot be taken back.
            UsageError: it was taken back before.
        """
        with self.store.viewing() as view:
            row = next((j for j in view.judgements(after=judgement - 1) if j.seq == judgement), None)
            undone = {j.body.get("judgement") for j in view.judgements(kinds=("undo",))}
        if row is None or row.kind not in UNDOABLE:
            raise NotThereError("judgement", f"there is no judgement {judgement} to undo")
        if judgement in undone:
            raise UsageError(f"judgement {judgement} was undone before", next_step="Nothing is left to undo")
        with self.store.writing() as writer:
            body = {"judgement": judgement}
            number = writer.judge(user=self.user, kind="undo", target=row.target, body=body, note=note)
        assess(self.store)
        return number

    def _judge_record(self, kind: str, key: str, body: Mapping[str, Any], note: str) -> int:
        if body.get("into") == key:
            raise UsageError("both are one record already", next_step="Give two keys; --format json shows them")
        with self.store.writing() as writer:
            number = writer.judge(user=self.user, kind=kind, target=key, body=body, note=note)
        assess(self.store)
        return number

    def _judge(self, kind: str, claim: str, body: Mapping[str, Any], note: str) -> int:
        self._known(claim)
        with self.store.writing() as writer:
            number = writer.judge(user=self.user, kind=kind, target=claim, body=body, note=note)
        assess(self.store)
        return number

    def _known(self, claim: str) -> None:
        table = ledger.claims.c
        with self.store.viewing() as view:
            if view.connection.execute(select(table.seq).where(table.id == claim).limit(1)).first() is None:
                raise NotThereError("claim", f"there is no claim {claim}")

    def _place(self, name: str) -> dict[str, Any]:
        """The fields of a place that the ledger knows by a name."""
        with self.store.viewing() as view:
            key = place_keys(view.connection, name)[0]
            place = places(view.connection, [key])[0]
        return {
            "place": key, "place_name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country,
            "admin1": place.admin1, "feature": place.feature, "relation": None,
        }  # fmt: skip


def queue(
    connection: Connection, *, limit: int = 50, skip: int = 0, ordered: Sequence[int] | None = None
) -> list[Fact]:
    """Claims that nobody has reviewed, those first that matter most.

    Disputed ones come first, then those of incidents with many origins, then those that the reader was least sure of.
    `ordered` is their order, where it is at hand already.
    """
    facts = schema.facts
    wanted = (order(connection) if ordered is None else ordered)[skip : skip + limit]
    rows = connection.execute(select(facts).where(facts.c.claim.in_(wanted)))
    found = {row.claim: fact_in(row) for row in rows}
    return [found[claim] for claim in wanted]


def order(connection: Connection) -> tuple[int, ...]:
    """The records of all claims that wait for review, in their order: takes a while on a large ledger."""
    facts = schema.facts
    weighed = (
        select(facts.c.claim)
        .outerjoin(schema.incidents, schema.incidents.c.id == facts.c.incident)
        .where(facts.c.review == "open")
        .order_by(_weight().desc(), facts.c.claim)
    )
    return tuple(connection.execute(weighed).scalars())


def _weight() -> ColumnElement[float]:
    """How much a claim matters: 2 where it is disputed, 1 for each further origin up to five, and its unsureness."""
    facts, relations = schema.facts.c, schema.relations.c
    ends = (select(end).where(relations.kind.in_(CONTRADICTS)) for end in (relations.claim, relations.other))
    many = func.coalesce(schema.incidents.c.origins, 1)
    disputed = facts.claim.in_(union(*ends))
    return case((disputed, 2.0), else_=0.0) + cast(many, Float) / (many + 4.0) + (1.0 - facts.confidence)
