"""A source's profile is the same whether it is told from the tables or from what is at hand in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from eval.ledger_speed import BY
from eval.made_ledger import documents
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.assessment.assess import assess
from fogline.ledger import Store
from fogline.model import Claim
from fogline.query.columns import columns
from fogline.query.profile import Profile, profile
from fogline.query.records import every_source
from fogline.query.standing import told

FACTS = schema.facts.c
REPORTS = 40


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with Store(tmp_path_factory.mktemp("profile") / "made.sqlite") as store:
        for number, document in enumerate(documents(REPORTS)):
            claims = tuple(map(_of_a_part, document.claims)) if number % 3 == 0 else document.claims
            with store.writing() as writer:
                writer.add(replace(document, claims=claims), **BY)
        assess(store)
        with store.viewing() as view:
            yield view.connection


def _of_a_part(claim: Claim) -> Claim:
    """The claim, about the outskirts of its place."""
    if claim.place is None:
        return claim
    return replace(claim, evidence=replace(claim.evidence, text=f"the outskirts of {claim.place.text}"))


def both(connection: Connection, source: str) -> tuple[Profile, Profile]:
    """A profile from the tables, and one from what a server keeps in memory."""
    held, known, among = columns(connection), told(connection), every_source(connection)
    return profile(connection, source), profile(connection, source, known, held, among)


def test_memory_and_tables_give_the_same_profile_of_each_source(connection: Connection) -> None:
    sources = every_source(connection)
    found = [both(connection, source.key) for source in sources]
    assert [memory for _, memory in found] == [tables for tables, _ in found]
    assert any(tables.record.captures for tables, _ in found)


def test_who_took_the_outskirts_of_a_place_took_no_place(connection: Connection) -> None:
    for source in every_source(connection):
        for capture in both(connection, source.key)[1].record.captures:
            words = [
                connection.execute(select(FACTS.words).where(FACTS.claim == claim)).scalar_one()
                for claim in capture.claims
            ]
            assert not any(text.startswith("the outskirts") for text in words)
