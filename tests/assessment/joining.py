"""Made facts put into incidents, without reports: a small database in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import create_engine, delete, insert, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import row_of
from fogline.assessment.incidents import join, leave
from fogline.assessment.incidents.sight import Sight, sight
from fogline.assessment.relations import relate
from fogline.model import Amount


def seen(fact: Fact) -> Sight:
    """What the rules see of a fact."""
    return sight(row_of(fact)["body"], fact.origin)


def counted(number: float, who: str = "people", *, low: bool = False, scope: str | None = None) -> tuple[Amount, ...]:
    """A number of a claim; a lower bound where `low`."""
    least, best = (number, None) if low else (None, number)
    return (Amount(0, 1, str(number), 0, 0, 0, least, best, None, "killed", who, scope=scope),)


class Joined:
    """Facts in tables of their own, joined and related as they come."""

    def __init__(self, *reports: Sequence[Fact]) -> None:
        self.engine = create_engine("sqlite://")
        schema.conclusions.create_all(self.engine)
        for facts in reports:
            self.exchange([], facts)

    def exchange(self, gone: Collection[int], new: Sequence[Fact]) -> None:
        """Takes facts out and others in, as a report does that is read again."""
        with self.engine.begin() as connection:
            moved = leave(connection, list(gone)) if gone else None
            connection.execute(delete(schema.facts).where(schema.facts.c.claim.in_(gone)))
            if new:
                connection.execute(insert(schema.facts), [row_of(fact) for fact in new])
            relate(connection, join(connection, new, moved))

    def incidents(self) -> set[frozenset[int]]:
        """The claims of each incident."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.rows(schema.facts.c.claim, schema.facts.c.incident):
            found[row[1]].add(row[0])
        return {frozenset(claims) for claims in found.values()}

    def together(self, *facts: Fact) -> bool:
        """Whether some facts are of one incident."""
        return any({fact.claim for fact in facts} <= claims for claims in self.incidents())

    def relations(self, kind: str | None = None) -> set[tuple[int, int, str]]:
        """The relations, of one kind or all."""
        table = schema.relations.c
        return {row for row in self.rows(table.claim, table.other, table.kind) if kind in (None, row[2])}

    def rows(self, *columns: Any) -> list[tuple[Any, ...]]:
        """Some columns of a table, in order."""
        with self.engine.connect() as connection:
            return sorted((tuple(row) for row in connection.execute(select(*columns))), key=repr)

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that was concluded."""
        tables = (schema.members, schema.incidents, schema.relations)
        found = {table.name: self.rows(*table.columns) for table in tables}
        return found | {"facts": self.rows(schema.facts.c.claim, schema.facts.c.incident)}


def reports(facts: Iterable[Fact]) -> list[list[Fact]]:
    """Facts by report, in order."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.report].append(fact)
    return list(found.values())
