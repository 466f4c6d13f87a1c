"""Names whose larger place is told beside them, though the gazetteer has them elsewhere only; sentences are made up."""

from collections.abc import Callable

import pytest

from fogline.model import Document, Place

Read = Callable[..., Document]


def the(document: Document, text: str) -> Place:
    return next(p for p in document.places if p.text == text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Shells hit Krymske, Donetsk region, on Monday, killing two people.",
        "Two people were killed in Krymske in the Donetsk region of Ukraine on Monday.",
        "Troops entered the village of Krymske (Donetsk oblast) overnight.",
        "A drone burned a farm in Donetsk region's Krymske on Friday.",
    ],
)
def test_a_namesake_of_another_region_is_not_taken(read: Read, sentence: str) -> None:
    place = the(read(sentence), "Krymske")
    assert (place.name, place.country, place.admin1) == ("Krymske", "UA", "Donetsk")
    assert (place.lat, place.precision, place.geonames) == (None, "region", None)
    assert "places.none_in_larger_place" in place.because
    assert any(a.admin1 == "Luhansk" for a in place.alternatives)


def test_one_that_lies_in_the_region_named_is_taken(read: Read) -> None:
    place = the(read("Shells hit Krymske, Luhansk region, on Monday, killing two people."), "Krymske")
    assert (place.geonames, place.precision) == (703864, "settlement")


def test_a_list_tells_no_larger_place(read: Read) -> None:
    document = read("Shells hit the village of Krymske, Donetsk region and Kharkiv on Monday, Ukraine said.")
    assert the(document, "Krymske").admin1 == "Luhansk"


def test_a_country_that_speaks_is_no_larger_place(read: Read) -> None:
    document = read("Its troops had captured Avdiivka, Russia said on Monday. Ukraine denied it.")
    assert the(document, "Avdiivka").country == "UA"


def test_a_town_too_large_to_be_unknown_stays(read: Read) -> None:
    document = read("Shells hit Kramatorsk in the Luhansk region of Ukraine on Monday.")
    assert the(document, "Kramatorsk").admin1 == "Donetsk"


def test_the_district_named_beside_a_village_tells_where_it_is(read: Read) -> None:
    place = the(read("Shells fell on Novosilka, Volnovakha district, on Monday, Ukraine said."), "Novosilka")
    assert (place.admin1, place.precision, place.lat) == ("Donetsk", "district", None)


def test_in_a_country_alone_it_has_no_point(read: Read) -> None:
    place = the(read("Gunmen attacked the village of Kaya in Lainya county, South Sudan, killing nine."), "Kaya")
    assert (place.country, place.lat) == ("SS", None)
    assert any(a.country == "BF" for a in place.alternatives)


def test_a_name_in_no_gazetteer_lies_in_its_region(read: Read) -> None:
    document = read("Gunmen killed nine people in Zourkadi, in the Mopti region of Mali, on Monday.")
    place = the(document, "Zourkadi")
    assert (place.admin1, place.precision, place.feature) == ("Mopti", "region", "settlement")
    assert place.lat is None  # the middle of the region would be a guess


def test_a_person_in_a_region_is_no_place(read: Read) -> None:
    document = read("Gunmen fired at Zourkadi, a captain in the Mopti region of Mali, on Monday.")
    assert [p.text for p in document.places if "Zourkadi" in p.text] == []


def test_a_body_in_a_region_is_no_place(read: Read) -> None:
    document = read("He spoke to Zourkadi Mining in the Mopti region of Mali on Monday.")
    assert [p.text for p in document.places if "Zourkadi" in p.text] == []


def test_a_town_that_names_its_district_is_as_wide(read: Read) -> None:
    document = read("The army shelled a hill in Jisr al-Shughur district on Monday, Syrian rebels said.")
    place = the(document, "Jisr al-Shughur district")
    assert (place.feature, place.precision, place.precision_m) == ("district", "district", 25_000)


def test_what_happens_there_is_claimed_of_it_and_not_of_the_region(read: Read) -> None:
    document = read("Shells hit Krymske, Donetsk region, on Monday, killing two people.")
    assert {c.place.name for c in document.claims if c.place} == {"Krymske"}
