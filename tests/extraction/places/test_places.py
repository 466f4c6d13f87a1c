"""The places of a report, through the whole pipeline; all sentences are made up."""

from collections.abc import Callable

import pytest

from fogline.model import Document, Place

Read = Callable[..., Document]


def the(document: Document, text: str, number: int = 0) -> Place:
    found = [p for p in document.places if " ".join(p.text.split()) == text]
    assert len(found) > number, [p.text for p in document.places]
    return found[number]


def test_spans_are_the_reports_own_words(read: Read) -> None:
    text = "Shells fell on Kupyansk, Kharkiv\nregion, on Monday. The town has no power.\n"
    document = read(text)
    assert document.places
    for place in document.places:
        assert document.report.text[place.start : place.end] == place.text


def test_a_town_lies_in_the_region_named_beside_it(read: Read) -> None:
    document = read("A drone hit a bus in Pokrovske, Dnipropetrovsk region, Ukraine, killing two people.")
    assert the(document, "Pokrovske").admin1 == "Dnipropetrovsk"
    assert the(document, "Dnipropetrovsk region").feature == "region"


def test_a_place_that_no_table_has_lies_in_the_region_told_beside_it(read: Read) -> None:
    document = read("Troops raided a farm in Dorvali district, Helmand province. Shots rang out in Dorvali.")
    first, again = (p for p in document.places if p.name.startswith("Dorvali"))
    for place in (first, again):
        assert (place.country, place.admin1, place.lat) == ("AF", "Helmand", None)
    assert "places.none_in_larger_place" in first.because
    assert "places.within" in again.because


def test_a_namesake_in_another_country_than_the_region_is_not_taken(read: Read) -> None:
    place = the(read("Troops raided a farm in Chak district, Wardak province, on Monday."), "Chak district")
    assert (place.country, place.geonames) == ("AF", None)


def test_a_region_that_is_named_apart_tells_nothing(read: Read) -> None:
    document = read("Troops left Lviv on Monday. In Helmand province a bridge fell.")
    assert the(document, "Lviv").country == "UA"


def test_a_region_word_tells_the_region_from_its_town(read: Read) -> None:
    document = read("Rebels in Idlib province shelled the army on Friday. A bomb killed three people in Aleppo.")
    assert the(document, "Idlib province").feature == "region"
    assert the(document, "Aleppo").feature == "settlement"


def test_a_renamed_town_is_told_by_the_larger_place(read: Read) -> None:
    document = read("Moscow said its troops took the town of Dzerzhinsk in the Donetsk region of Ukraine.")
    place = the(document, "Dzerzhinsk")
    assert (place.name, place.country, place.used_by) == ("Toretsk", "UA", "Russia")
    assert any(a.country == "RU" for a in place.alternatives)


@pytest.mark.parametrize(
    "text",
    [
        "Russia's Defence Ministry said its forces in Donetsk had captured Dzerzhinsk.",
        "Troops of the Donetsk People's Republic entered Dzerzhinsk on Monday.",
        "Dzerzhinsk was shelled on Monday. Fighting went on near Horlivka and Bakhmut.",
    ],
)
def test_a_name_that_one_side_uses_is_told_by_the_front_it_lies_on(read: Read, text: str) -> None:
    place = the(read(text), "Dzerzhinsk")
    assert (place.name, place.used_by) == ("Toretsk", "Russia")


def test_the_namesake_is_taken_where_its_own_region_is_named(read: Read) -> None:
    text = "Ukraine's drones hit a plant in Dzerzhinsk. The governor of the Nizhny Novgorod region said so."
    assert the(read(f"{text} Russia vowed revenge."), "Dzerzhinsk").country == "RU"


def test_who_fights_in_a_large_town_does_not_move_it(read: Read) -> None:
    place = the(read("Russia said on Monday that its forces in Donetsk had been shelled."), "Donetsk")
    assert (place.country, place.admin1) == ("UA", "Donetsk")


def test_one_name_is_one_place_and_the_countries_named_decide(read: Read) -> None:
    libya = read("Fighting broke out in Tripoli on Sunday. Libya has two governments. Shells hit the port of Tripoli.")
    lebanon = read("Fighting broke out in Tripoli on Sunday. Lebanon sent troops. Shells hit the port of Tripoli.")
    assert {p.country for p in libya.places if p.text == "Tripoli"} == {"LY"}
    assert {p.country for p in lebanon.places if p.text == "Tripoli"} == {"LB"}


def test_persons_bodies_and_demonyms_are_no_places(read: Read) -> None:
    document = read(
        "Colonel Jack London said on Monday that the Russians and also President Lincoln Chafee had left early."
    )
    assert not document.places


@pytest.mark.parametrize(
    ("sentence", "text", "name"),
    [
        ("Russian-held villages were shelled on Monday.", "Russian", "Russia"),
        ("Sri Lankan troops entered a village on Monday.", "Sri Lankan", "Sri Lanka"),
        ("Gazan and Egyptian doctors met on Monday.", "Gazan", "Gaza Strip"),
        ("Gazan and Egyptian doctors met on Monday.", "Egyptian", "Egypt"),
    ],
)
def test_adjectives_name_a_place_where_nothing_happens(read: Read, sentence: str, text: str, name: str) -> None:
    place = the(read(sentence), text)
    assert (place.name, place.adjectival, place.of_people) == (name, True, True)


def test_adjectives_are_no_place_of_an_event(read: Read) -> None:
    document = read("Russian troops killed two people in Marhanets, Ukraine, on Monday.")
    assert {c.place.name for c in document.claims if c.place} <= {"Marhanets", "Ukraine"}


def test_countries_that_act_are_marked(read: Read) -> None:
    document = read("Ukraine said two people were killed in Russia. Kyiv denied that shells had hit Kursk.")
    assert the(document, "Ukraine").adjectival
    assert not the(document, "Russia").adjectival
    assert the(document, "Kyiv").adjectival
    assert not the(document, "Kursk").adjectival


@pytest.mark.parametrize(
    ("sentence", "text", "relation"),
    [
        ("Fighting went on at the outskirts of Baalbek.", "Baalbek", "outskirts of"),
        ("Fighting went on in Baalbek's outskirts.", "Baalbek", "outskirts of"),
        ("Troops dug in 20 km north of Baalbek.", "Baalbek", "20 km north of"),
        ("A convoy was attacked near Baalbek.", "Baalbek", "near"),
        ("A convoy was attacked in Baalbek.", "Baalbek", None),
    ],
)
def test_relations(read: Read, sentence: str, text: str, relation: str | None) -> None:
    place = the(read(sentence), text)
    assert place.relation == relation
    assert place.precision == ("near" if relation else "settlement")


def test_epithets_stand_for_the_place_that_fits(read: Read) -> None:
    document = read(
        "Government troops captured the town of Saraqib in Idlib province on Monday. "
        "Residents fled the town before it was shelled. Rebels attacked the army across the province."
    )
    town, province = the(document, "the town"), the(document, "the province")
    assert (town.name, province.name) == ("Saraqib", "Idlib")
    assert town.anchor is not None
    assert document.places[town.anchor].text == "Saraqib"


def test_an_epithet_that_names_its_place_stands_for_nothing_else(read: Read) -> None:
    document = read("Shells killed two people in Homs. Rebels seized the town of Saraqib on Monday.")
    assert all(p.anchor is None for p in document.places)


def test_the_capital_is_that_of_the_people_named(read: Read) -> None:
    document = read("Iraq closed its border. A car bomb killed nine people in the Iraqi capital on Sunday.")
    assert the(document, "the Iraqi capital").name == "Baghdad"


def test_sides_of_countries(read: Read) -> None:
    document = read("Two people were killed in eastern Ukraine and a school was hit in northern Syria.")
    assert the(document, "eastern Ukraine").feature == "area"
    assert the(document, "northern Syria").lat == pytest.approx(36.4, abs=0.4)


def test_exchanging_two_countries_exchanges_the_places(read: Read) -> None:
    text = "Three people were killed in {}, the army said. {} denied it."
    one, other = read(text.format("Jordan", "Jordan")), read(text.format("Lebanon", "Lebanon"))
    assert [(p.feature, p.adjectival, p.because) for p in one.places] == [
        (p.feature, p.adjectival, p.because) for p in other.places
    ]


def test_a_region_abbreviated_behind_a_town_tells_the_town(read: Read) -> None:
    document = read("Two people were killed in Lexington, Ky., on Monday. A fire broke out in Perth, WA, too.")
    assert the(document, "Lexington").admin1 == "Kentucky"
    assert (the(document, "Perth").country, the(document, "Ky.").feature) == ("AU", "region")


def test_capitals_that_speak_are_marked(read: Read) -> None:
    document = read("Damascus denied that its troops had entered the village.")
    assert the(document, "Damascus").adjectival


def test_a_front_is_named_after_the_town_it_leads_to(read: Read) -> None:
    place = the(read("Troops advanced in the Pokrovsk direction in Ukraine."), "Pokrovsk direction")
    assert (place.name, place.relation, place.precision) == ("Pokrovsk", "in the direction of", "near")


def test_there_is_the_place_named_last(read: Read) -> None:
    document = read("Rebels entered the town of Saraqib in Syria on Monday. Two people were killed there, they said.")
    assert the(document, "there").name == "Saraqib"
    assert not [p for p in read("Rebels entered Saraqib, Syria. There is no power.").places if p.text == "There"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighting spread in Sumy on Monday. Residents fled the border region after drones hit farms.", "Sumy"),
        ("The Taliban captured Kunduz on Monday. Soldiers left the province at night.", "Kunduz"),
        ("Israel bombed Rafah on Monday. No aid truck reached the besieged enclave.", "Gaza Strip"),
        ("Soldiers shelled Stepanakert on Monday. Nobody can leave the enclave.", "Nagorno-Karabakh"),
        ("A depot burned in Sevastopol on Monday. Power failed on the peninsula.", "Crimea"),
    ],
)
def test_a_region_is_the_one_around_the_town_spoken_of(read: Read, text: str, name: str) -> None:
    place = read(text).places[-1]
    assert (place.name, place.feature in {"region", "area"}) == (name, True)
    assert place.because == ("places.around_settlement",)


def test_the_region_alone_may_be_half_a_continent(read: Read) -> None:
    document = read("Fighting spread in Sumy on Monday. Diplomats warned of war in the region.")
    assert [p.text for p in document.places] == ["Sumy"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russian shells killed two people in Kramat-\norsk on Monday.", "Kramatorsk"),
        ("Syrian jets bombed Deir\nez-Zor on Tuesday.", "Deir ez-Zor"),
        ("Shells fell on Nagorno-\nKarabakh on Monday.", "Nagorno-Karabakh"),
        ("Ukrain-\nian troops left on Monday.", "Ukraine"),
        ("Khan You-\nnis was bombed on Monday.", "Khan Yunis"),
        ("Russian-\nheld villages were shelled on Monday.", "Russia"),
        ("A Kharkiv-\nbased group counted two dead on Monday.", "Kharkiv"),
        ("Clashes went on in N. Kivu on Monday.", "North Kivu"),
        ("Shells fell on Vovchansk, Kharkiv obl., on Monday.", "Kharkiv"),
    ],
)
def test_names_cut_by_a_line_end_and_in_short(read: Read, text: str, name: str) -> None:
    assert name in {p.name for p in read(text).places}


def test_a_hyphen_within_a_line_cuts_no_name(read: Read) -> None:
    document = read("Shells hit a Kramat- or Lviv-made tank on Monday.")
    assert "Kramatorsk" not in {p.name for p in document.places}


@pytest.mark.parametrize("verb", ["condemned the strike", "said it was a lie", "warned of more", "urged restraint"])
@pytest.mark.parametrize("capital", ["Washington", "Moscow", "Tehran", "London"])
def test_a_capital_that_speaks_is_the_government(read: Read, capital: str, verb: str) -> None:
    document = read(f"{capital} {verb} on Monday. Two people were killed in Seattle.")
    place = the(document, capital)
    assert place.adjectival
    assert place.country == {"Washington": "US", "Moscow": "RU", "Tehran": "IR", "London": "GB"}[capital]
    assert place.name != "Washington" or place.admin1 == "Columbia"
    assert {c.place.name for c in document.claims if c.place} <= {"Seattle"}


def test_a_list_shares_its_type_word(read: Read) -> None:
    document = read("Strikes killed ten people in Homs, Hama and Idlib provinces in Syria.")
    assert [(p.name, p.feature) for p in document.places[:3]] == [(n, "region") for n in ("Homs", "Hama", "Idlib")]


def test_both_names_of_a_town_are_kept(read: Read) -> None:
    document = read("Azerbaijan said its police entered Khankendi, which Armenians call Stepanakert.")
    assert (the(document, "Khankendi").name, the(document, "Khankendi").used_by) == ("Stepanakert", "Azerbaijan")
    assert the(document, "Stepanakert").name == "Stepanakert"
