"""The compiled gazetteer: look-up by name, spellings, tables."""

from pathlib import Path

import pytest

from fogline.errors import GazetteerError
from fogline.extraction.places.gazetteer import Gazetteer, Record, gazetteer
from fogline.extraction.places.gazetteer.fold import bare, key, plain, skeleton
from fogline.extraction.places.gazetteer.tables import AreaRow, aliases, areas
from fogline.knowledge.load import load_csv


def top(name: str, feature: str | None = None) -> Record:
    return next(h.record for h in gazetteer().named(name) if feature is None or h.record.feature == feature)


def test_keys_meet_over_case_accents_apostrophes_and_hyphens() -> None:
    assert key("Ivano-Frankivs'k") == key("IVANO FRANKIVSK") == "ivano frankivsk"
    assert key("Łódź") == "lodz"
    assert key("St. Petersburg") == key("Saint Petersburg")
    assert bare("al bab") == "bab"
    assert bare("alabama") == "alabama"


def test_skeletons_meet_over_romanisations() -> None:
    assert skeleton(key("Moqdadiyah")) == skeleton(key("Al Miqdadiyah"))
    assert skeleton("sermin") == skeleton("sarmin")
    assert skeleton("donetsk") != skeleton("luhansk")
    assert plain("Khān Shaykhūn") == "Khan Shaykhun"


@pytest.mark.parametrize(
    ("name", "feature", "country", "admin1"),
    [
        ("Toretsk", "settlement", "UA", "Donetsk"),
        ("Khan Younis", "settlement", "PS", "Gaza Strip"),
        ("Anbar", "region", "IQ", "Anbar"),
        ("Kursk", "region", "RU", "Kursk"),
        ("Idlib Governorate", "region", "SY", "Idlib"),
        ("Syria", "country", "SY", None),
        ("Nagorny Karabakh", "area", "AZ", None),
        ("eastern Ukraine", "area", "UA", None),
        ("northern Sudan", "area", "SD", None),
        ("Euphrates", "water", None, None),
    ],
)
def test_names_of_all_kinds(name: str, feature: str, country: str | None, admin1: str | None) -> None:
    record = top(name, feature)
    assert (record.feature, record.country, record.admin1) == (feature, country, admin1)


def test_a_renamed_town_keeps_both_names_and_who_uses_the_old_one() -> None:
    hits = [h for h in gazetteer().named("Dzerzhinsk") if h.record.country == "UA"]
    assert (hits[0].record.name, hits[0].used_by) == ("Toretsk", "Russia")


def test_every_alias_leads_to_its_town() -> None:
    for row in aliases():
        found = [h.record for h in gazetteer().named(row.alias) if h.record.name == row.name]
        assert found, row.id
        assert row.alias in row.example, row.id
        if row.lat is not None and row.lon is not None:
            assert abs(found[0].lat - row.lat) + abs(found[0].lon - row.lon) < 0.6, row.id


def test_every_area_is_found_and_named_in_its_example() -> None:
    for named in areas():
        assert any(h.record.id == named.record.id for h in gazetteer().named(named.record.name)), named.record.name
    for row in (*load_csv("places_areas.csv", AreaRow), *load_csv("places_waters.csv", AreaRow)):
        assert any(name and name.casefold() in row.example.casefold() for name in (row.name, *row.names.split("|"))), (
            row.id
        )


def test_similar_spellings_are_found_in_the_countries_asked_for() -> None:
    found = gazetteer().similar("moqdadiyah", ("IQ",))
    assert found[0].record.country == "IQ"
    assert found[0].fuzzy
    assert not gazetteer().similar("moqdadiyah", ("UA",))


def test_a_broken_file_is_refused_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "gazetteer-x.sqlite"
    broken.write_bytes(b"no database")
    with pytest.raises(GazetteerError, match="gazetteer-x"):
        Gazetteer(broken)
