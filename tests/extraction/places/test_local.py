"""Of many added namesakes those with most people are weighed, and all those of the countries dealt with; made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.extraction.places.made import added, dump_row, known, written

from fogline.extraction.places.gazetteer.lookup import MOST_ADDED
from fogline.model import Document

NAME = "Zumbaleko"
COUNTRIES = ("KE", "TZ", "UG", "ET", "SO", "SS", "RW", "BI", "MW", "ZM", "AO", "GA")
pytestmark = pytest.mark.usefixtures("places_folder")


def namesakes(tmp_path: Path) -> None:
    """One of each country, the first ones with most people; the last country has two, of which one is hidden."""
    people = [(code, 5_000 - 100 * n) for n, code in enumerate(COUNTRIES)]
    rows = [
        dump_row(88_000_000 + n, NAME, 1.0 + 2 * n, 20.0 + n, country=code, people=count)
        for n, (code, count) in enumerate(people)
    ]
    rows.append(dump_row(88_000_099, NAME, -1.0, 11.0, country=COUNTRIES[-1], code="H.STM"))
    added(written(tmp_path / "all.txt", rows))


def countries(hits: object) -> list[str | None]:
    return [hit.record.country for hit in hits]  # type: ignore[attr-defined]


def test_find_gives_those_with_most_people(tmp_path: Path) -> None:
    namesakes(tmp_path)
    assert countries(known().find(NAME.lower())) == list(COUNTRIES[:MOST_ADDED])


def test_within_adds_those_of_the_countries_asked_for(tmp_path: Path) -> None:
    namesakes(tmp_path)
    hits = known().within(NAME.lower(), (COUNTRIES[0], COUNTRIES[-1]))
    assert countries(hits) == [*COUNTRIES[:MOST_ADDED], COUNTRIES[-1]], "each once, and no stream"


def test_within_gives_what_find_gives_where_none_was_left_out(tmp_path: Path) -> None:
    rows = [dump_row(88_000_000 + n, NAME, 1.0 + 2 * n, 36.0, country="KE") for n in range(MOST_ADDED - 1)]
    added(written(tmp_path / "few.txt", rows))
    assert known().within(NAME.lower(), ("KE", "TZ")) == known().find(NAME.lower())


def test_forgotten_answers_come_from_the_files_again(tmp_path: Path) -> None:
    namesakes(tmp_path)
    gazetteer = known()
    first = gazetteer.within(NAME.lower(), (COUNTRIES[-1],))
    gazetteer.forget()
    again = gazetteer.within(NAME.lower(), (COUNTRIES[-1],))
    assert again == first
    assert again is not first


def test_a_report_means_the_small_one_of_its_own_country(tmp_path: Path, read: Callable[..., Document]) -> None:
    namesakes(tmp_path)
    known()
    for at, country in ((0, "Kenya"), (-2, "Angola"), (-1, "Gabon")):
        document = read(f"Soldiers of {country} entered the village of {NAME} on Monday. {country} said so.")
        place = next(p for p in document.places if p.text == NAME)
        assert place.country == COUNTRIES[at], country
