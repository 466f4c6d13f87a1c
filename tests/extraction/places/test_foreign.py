"""Places of reports that are not in English: found by their words, with no claim made of them."""

from __future__ import annotations

import pytest

from fogline.extraction.places.gazetteer import gazetteer
from fogline.extraction.places.inflected import names_of
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.places import InflectionRow
from fogline.model import Document, Place
from fogline.pipeline import analyse
from fogline.reports import report_from_text

ROWS = load_yaml("places_inflections.yaml", InflectionRow)
UKRAINIAN = (
    "Речник повідомив у п'ятницю, що війська атакували позиції біля Торецька та Покровська. "
    "У Харкові внаслідок удару загинули троє людей. Володимир Мельник сказав, що в Авдіївці та Маріуполі тихо, "
    "а Міністерство оборони Росії мовчить."
)


def read(text: str) -> Document:
    return analyse(report_from_text(text))


def places(text: str) -> dict[str, Place]:
    return {place.text: place for place in read(text).places}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_example_leads_to_a_name_of_the_gazetteer(row: InflectionRow) -> None:
    words, name = row.example.split(" > ")
    forms = {form for language in row.languages for word in words.split() for form in names_of(word, language)}
    assert name in forms
    assert gazetteer().named(name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (UKRAINIAN, {"Торецька": "Toretsk", "Харкові": "Kharkiv", "Маріуполі": "Mariupol", "Росії": "Russia"}),
        (
            "Министерство обороны России сообщило в пятницу, что войска наступают под Покровском. "
            "По данным администрации, в Горловке погибли трое, взрывы слышали в Одессе.",
            {"Горловке": "Horlivka", "Одессе": "Odesa", "России": "Russia"},
        ),
        (
            "قال المرصد يوم الجمعة إن طائرات قصفت أحياء في شرق حلب ومدينة إدلب، ما أدى إلى مقتل خمسة أشخاص.",
            {"حلب": "Aleppo", "إدلب": "Idlib"},
        ),
        (
            "Die Armee hat nach eigenen Angaben in der Nacht Stellungen bei Charkiw angegriffen. In Deutschland und "
            "der Ukraine wurde der Angriff verurteilt, teilte der Gouverneur mit.",
            {"Charkiw": "Kharkiv", "Deutschland": "Germany", "Ukraine": "Ukraine"},
        ),
    ],
    ids=["uk", "ru", "ar", "de"],
)
def test_places_are_found_in_other_languages(text: str, found: dict[str, str]) -> None:
    told = places(text)
    assert {form: told[form].name for form in found if form in told} == found
    assert all(text[p.start : p.end] == p.text and p.because for p in told.values())


def test_a_person_is_no_town_and_no_claim_is_made() -> None:
    document = read(UKRAINIAN)
    assert not [p for p in document.places if p.text.startswith("Володимир")]
    assert document.claims == ()
    assert [w.code for w in document.report.warnings] == ["not_english"]


def test_one_name_of_two_towns_of_the_warring_countries_has_no_point() -> None:
    told = places(UKRAINIAN + " Воно заявило раніше про взяття Дзержинська.")
    assert told["Дзержинська"].lat is None
    assert "places.unsure" in told["Дзержинська"].because


@pytest.mark.parametrize(
    "text", ["1234 ???", "मंगलवार को सेना ने कहा कि पुल ले लिया गया है।", "你好，部队星期五占领了桥梁。"]
)
def test_what_cannot_be_located_stays_as_it_is(text: str) -> None:
    assert all(text[p.start : p.end] == p.text for p in read(text).places)
