from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from fogline.extraction.amounts import amounts
from fogline.extraction.amounts.lexicon import (
    Bound,
    Category,
    Currency,
    Earlier,
    Exclusion,
    Group,
    Harm,
    Indefinite,
    Plural,
    Scope,
)
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.numerals import Numeral
from fogline.language import structure
from fogline.model import Amount, Document
from fogline.reports import report_from_text


@cache
def read(text: str) -> tuple[Amount, ...]:
    return amounts(structure(Document(report_from_text(text)))).amounts


def only(text: str) -> Amount:
    (found,) = [a for a in read(text) if not a.derived]
    return found


def limits(amount: Amount) -> tuple[float | None, float | None, float | None]:
    return amount.low, amount.best, amount.high


def by_id(entries: tuple[object, ...]) -> Callable[..., pytest.MarkDecorator]:
    return pytest.mark.parametrize("entry", entries, ids=lambda e: e.id)


@by_id(load_yaml("amounts_numerals.yaml", Numeral))
def test_each_numeral_reads_its_example(entry: Numeral) -> None:
    assert limits(read(entry.example)[0]) == entry.reads
    assert entry.counter is None or not read(entry.counter)


@by_id(load_yaml("amounts_bounds.yaml", Bound))
def test_each_bound_reads_its_example(entry: Bound) -> None:
    found = only(entry.example)
    assert limits(found) == entry.reads
    assert f"amounts.bound.{entry.id}" in found.because
    if entry.counter:
        assert f"amounts.bound.{entry.id}" not in only(entry.counter).because


@by_id(load_yaml("amounts_harm.yaml", Harm))
def test_each_harm_names_the_unit_of_a_bare_number(entry: Harm) -> None:
    assert only(entry.example).unit == entry.unit


@by_id(load_yaml("amounts_categories.yaml", Category))
def test_each_category_holds_the_noun_of_its_example(entry: Category) -> None:
    assert only(entry.example).category == entry.id


@by_id(load_yaml("amounts_currencies.yaml", Currency))
def test_each_currency_is_the_unit_of_its_example(entry: Currency) -> None:
    found = only(entry.example)
    assert (found.unit, found.category, found.best) == (entry.unit, "money", 12_000_000)


@by_id(load_yaml("amounts_plurals.yaml", Plural))
def test_each_irregular_plural_names_the_unit(entry: Plural) -> None:
    assert only(entry.example).unit == entry.plural


@by_id(load_yaml("amounts_scopes.yaml", Scope))
def test_each_scope_is_told(entry: Scope) -> None:
    assert only(entry.example).scope == entry.id


@by_id(load_yaml("amounts_excluded.yaml", Exclusion))
def test_excluded_numbers_count_nothing(entry: Exclusion) -> None:
    assert not read(entry.example)
    assert entry.counter is None or read(entry.counter)


@by_id(load_yaml("amounts_earlier.yaml", Earlier))
def test_an_earlier_count_is_no_second_one(entry: Earlier) -> None:
    assert [a.best for a in read(entry.example)] == [entry.reads]
    assert entry.counter is None or len(read(entry.counter)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Raising an earlier toll of three to five, the mayor spoke of a grave night.",
        "The mayor raised the death toll from three to five.",
        "The number of people killed in the strike rose from three to five.",
        "The toll rose to five people from three.",
        "The death toll rose by two to five.",
        "Officials put the death toll at five, up from an earlier figure of three.",
        "Five miners were killed, compared with an earlier report of three.",
    ],
)
def test_of_two_counts_the_later_one_is_told(text: str) -> None:
    assert [limits(a) for a in read(text)] == [(None, 5, None)]


def test_a_range_stays_one_where_nothing_changed() -> None:
    assert limits(only("The strike killed three to five miners.")) == (3, None, 5)
    assert limits(only("A toll of three to five was told.")) == (3, None, 5)


@by_id(load_yaml("amounts_indefinite.yaml", Indefinite))
def test_words_for_several_tell_the_least(entry: Indefinite) -> None:
    (found,) = read(entry.example)
    assert (limits(found), found.derived) == ((entry.low, None, None), True)
    assert entry.counter is None or not read(entry.counter)


@by_id(load_yaml("amounts_groups.yaml", Group))
def test_groups_are_as_many_as_they_say(entry: Group) -> None:
    (found,) = read(entry.example)
    assert (found.best, found.category) == (entry.size or 12, "people")


def test_no_noun_stands_in_two_categories() -> None:
    nouns = [noun for c in load_yaml("amounts_categories.yaml", Category) for noun in c.nouns]
    assert sorted(set(nouns)) == sorted(nouns)


@pytest.mark.parametrize(
    ("text", "wanted", "unit"),
    [
        ("Some 30,000 residents left the valley.", (None, 30000, None), "residents"),
        ("Between 3 and 5 bridges were blown up.", (3, None, 5), "bridges"),
        ("The salvo wounded 20-30 sailors.", (20, None, 30), "sailors"),
        ("Two to three million people need bread.", (2_000_000, None, 3_000_000), "people"),
        ("Hundreds of thousands of refugees crossed the river.", (200_000, None, 999_999), "refugees"),
        ("Several hundred rebels laid down their arms.", (200, None, 999), "rebels"),
        ("Half a million voters stayed at home.", (None, 500_000, None), "voters"),
        ("The loan is worth $733m.", (None, 733_000_000, None), "dollars"),
        ("The flood cut off 90 per cent of the province.", (None, 90, None), "percent"),
        ("More than two-thirds of the port burned.", (67, None, None), "percent"),
        ("A 72-hour truce was signed.", (None, 72, None), "hours"),
        ("The blast killed at least 16 people.", (16, None, None), "killed"),
        ("The dam drowned a city of 30,000.", (None, 30000, None), "residents"),
        ("The number of refugees rose to 4,000.", (None, 4000, None), "refugees"),
        ("The siege lasted two and a half years.", (None, 2.5, None), "years"),
        ("As many as 29 monks were hurt.", (None, None, 29), "monks"),
        ("No fewer than 12 tanks burned.", (12, None, None), "tanks"),
        ("They counted 473 400 shells.", (None, 473400, None), "shells"),
        ("From 30 to 40 divers drowned.", (30, None, 40), "divers"),
        ("Three in four villagers have left.", (None, 75, None), "percent"),
        ("Nine out of every ten wells are dry.", (None, 90, None), "percent"),
        ("A quarter of a million voters stayed at home.", (None, 250_000, None), "voters"),
        ("The fire burned 20 square kilometres.", (None, 20, None), "square kilometers"),
        ("They hold 12 sq km of marsh.", (None, 12, None), "square kilometers"),
        ("A family of four drowned.", (None, 4, None), "killed"),
        ("The 500-strong column turned back.", (None, 500, None), "people"),
        ("The number of dead stands at 2,345.", (None, 2345, None), "killed"),
        ("Some 30-odd lorries were left.", (None, 30, None), "lorries"),
        ("Almost three dozen suspected rebels were held.", (None, 36, None), "rebels"),
        ("Two Su-25 jets crashed.", (None, 2, None), "jets"),
    ],
)
def test_number_bounds_and_unit(text: str, wanted: tuple[float | None, ...], unit: str) -> None:
    found = only(text)
    assert limits(found) == wanted
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 rebels took the fort.",
        "The 28th brigade held the ridge.",
        "Marta Okoye, 42, lost her house.",
        "A seven-year-old was found alive.",
        "An S-300 battery and a Su-25 were seen near the ridge.",
        "Several farmers fled.",
        "It was the third raid on the port.",
        "The trial began on 12 May 2021 at 10:30.",
        "Children under the age of 12 may leave.",
        "Men between the ages of 18 and 60 had to stay.",
        "The vote was 14-1 in the council.",
        "A two-state plan was turned down.",
        "A quake of magnitude 6.1 was felt in the port.",
        "Not one sailor was lost.",
        "Not a single sailor was killed.",
        "Few sailors were killed.",
        "Flight MH17 and a T-72 on Route 60 were shown in 2014.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert not [a for a in read(text) if not a.derived]


def test_parts_know_their_whole() -> None:
    whole, children, women = read("The quake killed 30 people, including three children and two women.")
    assert (whole.part_of, children.part_of, women.part_of) == (None, 0, 0)


def test_a_part_without_noun_has_the_unit_of_its_whole() -> None:
    whole, part = read("Gunners shot down 34 drones, including 18 over the port.")
    assert (part.part_of, part.unit) == (0, whole.unit)


def test_killed_and_wounded_of_one_clause() -> None:
    killed, wounded = read("The blast killed 63 people and wounded 182.")
    assert (killed.unit, wounded.unit) == ("killed", "wounded")


@pytest.mark.parametrize(
    ("text", "unit", "derived"),
    [
        ("The shelling killed a soldier.", "soldiers", None),
        ("The shelling killed the girl.", "girls", True),
        ("Another militant was captured.", "militants", None),
        ("Marta Okoye was wounded.", "Okoye", True),
        ("Marta Okoye died in the fire.", "Okoye", True),
        ("A rocket landed near the port.", "rockets", None),
    ],
)
def test_one_victim_counts_as_one(text: str, unit: str, derived: bool | None) -> None:
    (found,) = read(text)
    assert (found.best, found.unit, found.derived) == (1, unit, derived)


def test_bearers_of_a_name_are_people_whatever_its_ending() -> None:
    found = [only(f"The blast killed 12 {name}.") for name in ("Samoans", "Kurds", "Israelis", "Poles")]
    assert {amount.category for amount in found} == {"people"}


def test_one_who_did_the_deed_is_not_counted() -> None:
    assert not read("A soldier spoke to the crowd.")


@pytest.mark.parametrize(
    "text",
    [
        "He saw 12 ²²² and ٣٤ of them.",
        "1/0 9/11 24/7 0/3 1,2,3 ,,, - 5 - - 7 to to 8.",
        "thousand of of thousands and a half a a dozen dozen",
        "99999999999999999999 men and 9999999999 trillion billion dollars",
        "one",
        "between 5 and",
        "up to at least about nearly 7 or more or less or so",
        "No. 5 no. 6 No",
    ],
)
def test_odd_text_is_read_without_fault(text: str) -> None:
    for amount in read(text):
        assert text[amount.start : amount.end] == amount.text
        assert any(value is not None for value in limits(amount))


def test_words_of_an_amount_stand_in_the_report() -> None:
    text = "Officials said more\nthan 40 people and\n1.5\nmillion sheep were lost."
    for amount in read(text):
        assert text[amount.start : amount.end] == amount.text
