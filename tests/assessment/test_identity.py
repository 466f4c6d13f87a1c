"""Who and where is the same over all reports, and what people decide on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.assessment.assess import assess
from fogline.assessment.places import Entry, same_place
from fogline.assessment.sources import Generic, canonical, folded, identify, is_generic, is_named
from fogline.errors import UsageError
from fogline.knowledge.load import load_yaml
from fogline.ledger import Store
from fogline.model import Document, Place, Source
from fogline.query import Ledger, Query
from fogline.query.review import Reviewer

GENERIC = load_yaml("identity_generic.yaml", Generic)


def source(name: str | None, side: str = "none", kind: str = "government") -> Source:
    return Source(kind, None, name, side)  # type: ignore[arg-type]


@pytest.mark.parametrize("entry", GENERIC, ids=lambda entry: entry.id)
def test_words_that_name_no_body_of_their_own(entry: Generic) -> None:
    assert is_generic(canonical(entry.example)), entry.example
    assert not is_generic(canonical(entry.not_)), entry.not_


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia's Defence Ministry", "the Russian Ministry of Defense"),
        ("Sudan's army", "the Sudanese army"),
        ("DR Congo's government", "the government of DR Congo"),
    ],
)
def test_a_country_may_be_told_in_many_ways(one: str, other: str) -> None:
    assert identify(source(one), "r1", None).key == identify(source(other), "r2", None).key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia's Defence Ministry", "Ukraine's Defence Ministry"), ("South Sudan's army", "Sudan's army"),
     ("Ivan Petrov", "Petr Ivanov")],
)  # fmt: skip
def test_other_names_are_others(one: str, other: str) -> None:
    assert identify(source(one), "r1", None).key != identify(source(other), "r1", None).key


def test_a_name_that_many_bear_is_one_with_its_side() -> None:
    keys = {identify(source("General Staff", side), "r", None).key for side in ("Redland", "Blueland")}
    assert len(keys) == 2
    assert identify(source("General Staff", "Redland"), "r1", None) == identify(
        source("General Staff", "Redland"), "r2", None
    )


def test_a_resident_of_one_report_is_none_of_another() -> None:
    resident = source("resident", kind="witness")
    assert identify(resident, "r1", None).key != identify(resident, "r2", None).key
    assert not is_named("ministry officials")


def test_the_narrator_is_the_outlet() -> None:
    narrator = source(None, kind="narrator")
    assert identify(narrator, "r1", "Morning Post").key == identify(narrator, "r2", "Morning Post").key
    assert identify(narrator, "r1", None).key != identify(narrator, "r2", None).key


@given(st.text())
def test_any_folded_name_stays_as_it_is(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def place(lat: float | None, lon: float | None, feature: str = "settlement") -> Place:
    return Place(0, 6, "Osten", 0, 0, "Osten", lat, lon, None, "UA", None, feature, "settlement", 3000)


@pytest.mark.parametrize(
    ("told", "known", "same"),
    [
        (place(48.0, 37.0), Entry("k", 48.1, 37.1, "settlement"), True),
        (place(48.0, 37.0), Entry("k", 49.0, 37.0, "settlement"), False),
        (place(48.0, 37.0), Entry("k", 48.0, 37.0, "region"), False),
        (place(48.0, 37.0, "region"), Entry("k", 49.0, 37.0, "region"), True),
        (place(None, None), Entry("k", None, None, "settlement"), True),
        (place(None, None), Entry("k", 48.0, 37.0, "settlement"), False),
    ],
)
def test_places_of_one_name_that_lie_near_are_one(told: Place, known: Entry, same: bool) -> None:
    assert same_place(told, [known]) == ("k" if same else None)


def test_people_merge_and_split_sources(ledger: Ledger, filled: Store) -> None:
    ana = Reviewer(filled, "ana")
    merged = ana.merge_sources("Ukraine's army", "Ukraine's military", note="one press office")
    names = {fact.source for fact in ledger.claims(Query(side="Ukraine"))}
    assert len(names) == 1
    split = ana.split_source("Ukraine's military", "Ukraine's army")
    assert len({fact.source for fact in ledger.claims(Query(side="Ukraine"))}) == 2
    ana.undo(split)
    ana.undo(merged)
    assert len({fact.source for fact in ledger.claims(Query(side="Ukraine"))}) == 2


def test_people_merge_places(ledger: Ledger, filled: Store, read: Callable[..., Document]) -> None:
    with filled.writing() as writer:
        document = read("Ukraine's army said its troops had left Balakliya.\n", published="2025-05-04")
        writer.add(document, engine="0.1.0 rules", knowledge="k1")
    assess(filled)
    ana = Reviewer(filled, "ana")
    before = len(ledger.place("Izium").facts)
    ana.merge_places("Balakliya", "Izium")
    assert len(ledger.place("Izium").facts) == before + 1
    with pytest.raises(UsageError, match="one record already"):
        ana.merge_places("Izium", "Izium")
