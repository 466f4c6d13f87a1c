"""The columns in memory leave the same claims as the tables do, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from eval.ledger_speed import BY
from eval.made_ledger import documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.assessment.assess import assess
from fogline.ledger import Store
from fogline.query import Query
from fogline.query.columns import columns
from fogline.query.conditions import conditions

FACTS = schema.facts.c
REPORTS = 12


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with Store(tmp_path_factory.mktemp("columns") / "made.sqlite") as store:
        for document in documents(REPORTS):
            with store.writing() as writer:
                writer.add(document, **BY)
        assess(store)
        with store.viewing() as view:
            yield view.connection


def some(connection: Connection, column: Any) -> st.SearchStrategy[Any]:
    """None, one value of a column or several, and one that no claim has."""
    held = sorted(value for value in connection.execute(select(column).distinct()).scalars() if value is not None)
    one = st.sampled_from([*held, "Nobody"])
    return st.one_of(st.none(), one, st.lists(one, min_size=1, max_size=3).map(tuple))


def days(connection: Connection) -> st.SearchStrategy[date | None]:
    """None, or a day about those on which claims became known."""
    first = min(map(date.fromisoformat, connection.execute(select(FACTS.known)).scalars()))
    return st.one_of(st.none(), st.integers(-40, 400).map(lambda n: first + timedelta(days=n)))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_asked_both_tell_the_same(connection: Connection, data: st.DataObject) -> None:
    day, north, east = days(connection), st.floats(-90, 90), st.floats(-180, 180)
    asked = {
        "side": some(connection, FACTS.side), "actor_side": some(connection, FACTS.actor_side),
        "stance": st.sampled_from([None, "denies", ("asserts", "hedges")]),
        "event": st.sampled_from([None, "control", "attack.shelling", ("harm", "control.captured")]),
        "kind": st.sampled_from([None, "military", ("government", "unnamed")]),
        "publisher": some(connection, schema.documents.c.publisher),
        "country": st.sampled_from([None, "UA", ("SY", "UA")]), "review": st.sampled_from([None, "open", "accepted"]),
        "located": st.sampled_from([None, True, False]), "origins_only": st.booleans(),
        "confidence": st.sampled_from([None, 0.5, 0.9]),
        "box": st.one_of(st.none(), st.tuples(east, north, east, north)),
        "since": day, "until": day, "known_since": day, "known_until": day, "as_of": day,
        "text": st.sampled_from([None, "clinic"]),
    }  # fmt: skip
    names = data.draw(st.lists(st.sampled_from(sorted(asked)), max_size=4, unique=True))
    given_ = {name: data.draw(asked[name], label=name) for name in names}
    box = given_.get("box")
    if box is not None and box[1] > box[3]:
        given_["box"] = (box[0], box[3], box[2], box[1])
    for first, last in (("since", "until"), ("known_since", "known_until")):
        if (one := given_.get(first)) and (other := given_.get(last)):
            given_ |= {first: min(one, other), last: max(one, other)}
    query = Query(**given_)
    held = columns(connection)
    rows = held.rows(connection, query)
    told = held.claims if rows is None else held.claims[rows]
    wanted = connection.execute(select(FACTS.claim).where(*conditions(connection, query))).scalars()
    assert np.sort(told).tolist() == sorted(wanted)
    assert held.count(connection, query) == len(told)
