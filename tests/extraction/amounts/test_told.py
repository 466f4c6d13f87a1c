"""Victims in lists, shares of counts, parts that stand before their whole, and what a number sums up or adds to."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from fogline.extraction.amounts import amounts
from fogline.language import structure
from fogline.model import Amount, Document
from fogline.reports import report_from_text

Limits = tuple[float | None, float | None, float | None]


@cache
def read(text: str) -> tuple[Amount, ...]:
    return amounts(structure(Document(report_from_text(text)))).amounts


def total(text: str) -> Amount | None:
    return next((a for a in read(text) if "amounts.sum" in a.because), None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers killed a rebel commander and two guards.", (None, 3, None)),
        ("Soldiers killed a rebel commander and several of his men.", (4, None, None)),
        ("At least three nurses and a driver died.", (4, None, None)),
        ("Up to 20 rebels and two porters were killed.", (2, None, 22)),
        ("Police detained the smuggler along with three helpers.", (None, 4, None)),
        ("He was killed together with his driver.", (None, 2, None)),
        ("A couple and their three children were killed.", (None, 5, None)),
        ("Police announced the arrest of two bankers and a driver.", (None, 3, None)),
        ("The shelling killed a woman, her two sons and a neighbour.", (None, 4, None)),
        ("Gunmen killed the governor, the judge and a number of clerks.", (5, None, None)),
    ],
)
def test_listed_victims_are_summed(text: str, wanted: Limits) -> None:
    found = total(text)
    assert found is not None
    assert ((found.low, found.best, found.high), found.derived, found.category) == (wanted, True, "people")
    parts = [a for a in read(text) if a.part_of is not None]
    assert len(parts) > 1 and {read(text)[a.part_of or 0] for a in parts} == {found}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed the mayor, a lawyer and activist.",
        "The blast killed nine people, including two children.",
        "The blast killed 63 people and wounded 182.",
        "The army captured two soldiers and a tank.",
        "Soldiers detained several porters and multiple AK-47s.",
        "The senate killed the bill and the budget.",
    ],
)
def test_what_is_no_list_of_victims_has_no_sum(text: str) -> None:
    assert total(text) is None


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The airstrike hit the camp, killing several.", 3),
        ("Several gunmen opened fire and were killed.", 3),
        ("The raid ended in the killing of several of the men.", 3),
        ("A handful of sailors died.", 3),
        ("Rebels kidnapped many of the girls.", 4),
    ],
)
def test_victims_without_a_number_have_a_least(text: str, low: float) -> None:
    (found,) = [a for a in read(text) if a.best is None]
    assert ((found.low, found.high), found.derived) == ((low, None), True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Half of its 20,000 residents fled.", 10_000),
        ("The town had a population of 30,000, 90 percent of whom have fled.", 27_000),
        ("Its population of 30,000 has fallen by 90 percent.", 3_000),
    ],
)
def test_a_share_of_a_count_is_worked_out_and_says_so(text: str, wanted: float) -> None:
    (found,) = [a for a in read(text) if a.derived]
    assert (found.best, found.because) == (wanted, ("amounts.share_of_count",))
    assert text[found.start : found.end] == found.text


def test_a_share_and_a_count_of_other_things_are_kept_apart() -> None:
    assert not [a for a in read("Prices rose by 20 percent and 300 people marched.") if a.derived]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Gunners shot down 34 of 50 drones.", 34, 50),
        ("The navy lost two of its three tugs.", 2, 3),
        ("Of the 120 tents, 30 burned down.", 30, 120),
        ("It was home to 70,000 people, of whom 5,000 remain.", 5_000, 70_000),
        ("At least five people, among them three nurses, drowned.", 3, 5),
    ],
)
def test_a_part_knows_its_whole_on_either_side(text: str, part: float, whole: float) -> None:
    found = read(text)
    (tied,) = [a for a in found if a.part_of is not None]
    assert tied.best == part
    over = found[tied.part_of or 0]
    assert whole in (over.best, over.low)
    assert tied.unit == over.unit or tied.unit == "nurses"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Twelve miners were killed on Tuesday.", "incremental"),
        ("Overnight, twelve miners were killed.", "incremental"),
        ("Over the past 24 hours, twelve miners died.", "incremental"),
        ("Twelve miners have been killed since the war began.", "cumulative"),
        ("Since May, twelve miners have died.", "cumulative"),
        ("In all, twelve miners died.", "cumulative"),
        ("Rescuers found another body, bringing the toll to twelve.", "cumulative"),
        ("Twelve miners were killed.", None),
    ],
)
def test_scope_follows_from_the_clause(text: str, scope: str | None) -> None:
    (found,) = [a for a in read(text) if a.best == 12]
    assert found.scope == scope


@pytest.fixture(scope="module")
def numbers(read: Callable[..., Document]) -> Callable[[str, str], list[Limits]]:
    def of(text: str, event: str) -> list[Limits]:
        return [(q.low, q.best, q.high) for c in read(text).claims if c.event == event for q in c.quantities]

    return of


Numbers = Callable[[str, str], list[Limits]]


@pytest.mark.parametrize(
    ("text", "event", "wanted"),
    [
        ("The shelling killed a guard and two nurses over two days.", "harm.killed", (None, 3, None)),
        ("More than 100 sailors were killed and injured in the port.", "harm.wounded", (100, None, None)),
        ("Six gunmen attacked the post and were killed.", "harm.killed", (None, 6, None)),
        ("After the death of Marta Okoye, two suspects were detained in Kano.", "harm.killed", (None, 1, None)),
        ("Two men were taken into custody in Kano.", "harm.detained", (None, 2, None)),
        ("The army confirmed the capture of a rebel courier.", "harm.detained", (None, 1, None)),
    ],
)
def test_the_first_number_of_a_claim_is_of_its_victims(numbers: Numbers, text: str, event: str, wanted: Limits) -> None:
    assert numbers(text, event)[0] == wanted


def test_lengths_of_time_and_things_are_no_victims(numbers: Numbers) -> None:
    assert not numbers("Sailors were killed during the past 24 hours.", "harm.killed")
    assert numbers("Police seized five rifles and detained two men.", "harm.detained") == [(None, 2, None)]


def test_an_attack_counts_no_single_thing(numbers: Numbers) -> None:
    assert not numbers("Rebels attacked a bridge near Kano on Friday.", "attack.other")
    assert not numbers("An airstrike hit a bridge near Kano on Friday.", "attack.airstrike")
