"""The list of disputes: to its end, with its number, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, create_engine, insert
from tests.assessment.made import day, fact

from fogline.assessment import schema
from fogline.assessment.contradictions import groups
from fogline.assessment.fact import Fact
from fogline.assessment.facts import row_of
from fogline.query.disputes import Disputes, disputes_of

MANY = 1010
TAKEN = fact("control.captured", "2025-02-07", by="Redland", actor="Redland")
DENIED = fact("control.captured", "2025-02-08", by="Blueland", actor="Redland", stance="denies")


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    schema.conclusions.create_all(engine)
    with engine.connect() as found:
        yield found


def put(connection: Connection, facts: Iterable[Fact], pairs: Iterable[tuple[Fact, Fact]]) -> None:
    """Facts, and which of them deny which earlier one."""
    connection.execute(insert(schema.facts), [row_of(one) for one in facts])
    told = [
        {"claim": a.claim, "other": b.claim, "kind": "denies", "place": a.place, "known": a.known.isoformat(),
         "because": "made"}
        for a, b in pairs
    ]  # fmt: skip
    connection.execute(insert(schema.relations), told)


def made(one: Fact, number: int, *, known: str | None = None) -> Fact:
    """The same fact as that of another incident and place."""
    return replace(
        one, claim=10 * number + one.claim % 10, id=f"{one.id} {number}", incident=number, place=f"geonames:{number}",
        known=day(known) if known else one.known,
    )  # fmt: skip


def test_disputes_are_listed_to_the_end_with_their_number(connection: Connection) -> None:
    both = [(made(replace(DENIED, claim=2), n), made(replace(TAKEN, claim=1), n)) for n in range(1, MANY + 1)]
    put(connection, [one for pair in both for one in pair], both)
    among, found, cursor = groups(connection), list[int](), None
    while True:
        page = disputes_of(connection, Disputes(what=("control",)), among, limit=200, cursor=cursor)
        found += [dispute.incident for dispute in page.items]
        assert page.total == MANY
        if (cursor := page.next) is None:
            break
    assert found == list(range(MANY, 0, -1))
    assert disputes_of(connection, Disputes(what=("blame",)), among).total == 0


def test_what_only_a_later_claim_ties_together_was_two_disputes_before(connection: Connection) -> None:
    pairs = [(made(replace(DENIED, claim=2), n), made(replace(TAKEN, claim=1), n)) for n in (1, 2)]
    tie = replace(made(replace(DENIED, claim=3), 1, known="2025-03-01"), incident=3)
    put(connection, [*(one for pair in pairs for one in pair), tie], [*pairs, *((tie, taken) for _, taken in pairs)])
    for among in (None, groups(connection)):
        (now,) = disputes_of(connection, Disputes(), among).items
        assert len(now.contradictions) == 4
        then = disputes_of(connection, Disputes(as_of=day("2025-02-10")), among)
        assert [(one.incident, len(one.contradictions)) for one in then.items] == [(2, 1), (1, 1)]
        assert disputes_of(connection, Disputes(as_of=day("2025-02-07")), among).total == 0
