"""The word lists of the places stage: ids, and examples that hold their words."""

import re
from collections.abc import Callable

from fogline.extraction.places.adjectives import named_by
from fogline.extraction.places.gazetteer import gazetteer
from fogline.extraction.places.gazetteer.countries import people
from fogline.knowledge.load import load_csv, load_yaml
from fogline.knowledge.schemas.places import (
    AbbreviationRow,
    CalledRow,
    CountryGroup,
    EpithetRow,
    PeopleRow,
    ShortenedRow,
    WordRow,
)
from fogline.model import Document


def test_ids_are_unique() -> None:
    for name, schema in (("places_words.yaml", WordRow), ("places_epithets.yaml", EpithetRow)):
        ids = [row.id for row in load_yaml(name, schema)]  # type: ignore[type-var]
        assert len(ids) == len(set(ids))


def test_examples_hold_a_word_of_their_row() -> None:
    for row in load_yaml("places_words.yaml", WordRow):
        words = set(re.findall(r"[\w'.-]+|,", row.example.lower())) | set(re.findall(r"\w+", row.example.lower()))
        inflected = {w.removesuffix(end) for w in words for end in ("s", "ed", "d", "")} | {"say", "retake"}
        assert row.words & inflected, row.id
    for epithet in load_yaml("places_epithets.yaml", EpithetRow):
        assert set(epithet.nouns) & set(re.findall(r"\w+", epithet.example.lower())), epithet.id


def test_groups_hold_country_codes() -> None:
    for group in load_yaml("places_groups.yaml", CountryGroup):
        assert all(re.fullmatch("[A-Z]{2}", code) for code in group.countries)


def test_words_for_peoples_lead_to_their_country() -> None:
    assert {people()[w] for w in ("Ukrainian", "Ukrainians")} == {"UA"}
    assert (people()["Iraqi"], people()["Somali"], people()["Azeri"]) == ("IQ", "SO", "AZ")


def test_words_for_areas_lead_to_their_area() -> None:
    for row in load_csv("places_people.csv", PeopleRow):
        place = named_by(row.word)
        assert place is not None, row.word
        assert place in [h.record for h in gazetteer().named(row.place)], row.word
        assert place.country == row.country, row.word
        assert re.search(rf"\b{row.word}\b", row.example), row.word
        assert not re.search(rf"\b{row.word}\b", row.not_), row.word


def test_abbreviations_lead_to_their_region(read: Callable[..., Document]) -> None:
    rows = load_csv("places_abbreviations.csv", AbbreviationRow)
    document = read(" ".join(row.example for row in rows))
    found = {(p.text.rstrip("."), p.name) for p in document.places}
    for row in rows:
        assert row.abbreviation in row.example
        meant = {r.name for r in rows if r.abbreviation == row.abbreviation}
        assert any((row.abbreviation.rstrip("."), name) in found for name in meant), row.abbreviation
    assert not [p.text for p in read(" ".join(row.not_ for row in rows)).places]


def test_regions_that_nouns_call_so_are_in_the_gazetteer() -> None:
    for row in load_yaml("places_called.yaml", CalledRow):
        assert set(row.nouns) & set(re.findall(r"\w+", row.example.lower())), row.id
        for name in row.places:
            assert any(h.record.feature in {"area", "region", "country"} for h in gazetteer().named(name)), name


def test_words_in_short_start_a_place(read: Callable[..., Document]) -> None:
    for row in load_csv("places_shortened.csv", ShortenedRow):
        assert any(p.text.startswith(row.word) for p in read(row.example).places), row.word
        assert not any(p.text.startswith(row.word) for p in read(row.not_).places), row.word
