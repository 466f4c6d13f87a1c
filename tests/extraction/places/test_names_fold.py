"""Names meet over spellings: properties of the folds, and of the look-up by them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.extraction.places.gazetteer import gazetteer
from fogline.extraction.places.gazetteer.fold import bare, key, skeleton
from fogline.extraction.places.gazetteer.near import near_shapes

NAMES = ("Bakhmut", "Khan Sheikhoun", "Deir ez-Zor", "Ivano-Frankivsk", "Al Qaim", "Nyala", "El Fasher", "Lashkar Gah",
         "Myitkyina", "Palma", "Stepanakert", "Goma", "Marawi", "Misratah", "Tal Afar")  # fmt: skip
ACCENTS = ("", "\u0301", "\u0304", "\u0327")


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
    assert bare(bare(key(text))) or not bare(key(text))
    skeleton(key(text))  # takes whatever comes


@given(st.sampled_from(NAMES), st.data())
def test_case_accents_and_hyphens_do_not_matter(name: str, data: st.DataObject) -> None:
    accent, between = st.sampled_from(ACCENTS), st.sampled_from((" ", "-", "  "))
    letters = ((c.upper() if data.draw(st.booleans()) else c.lower()) for c in name)
    changed = "".join(c + data.draw(accent) if c.isalpha() else c for c in letters).replace(" ", data.draw(between))
    changed = data.draw(st.sampled_from((changed, unicodedata.normalize("NFC", changed))))
    assert gazetteer().named(changed) == gazetteer().named(name) != ()


@given(st.sampled_from(NAMES), st.data())
def test_other_vowels_are_found_by_the_consonants(name: str, data: st.DataObject) -> None:
    inner = [i for i, c in enumerate(name) if c in "aeiou" and 0 < i < len(name) - 1 and name[i - 1].isalpha()]
    at = data.draw(st.sampled_from(inner))
    changed = name[:at] + data.draw(st.sampled_from("aeiou")) + name[at + 1 :]
    wanted = {h.record.id for h in gazetteer().named(name)[:1]}
    found = [*gazetteer().named(changed), *gazetteer().nearest(changed, 40)]
    assert wanted <= {h.record.id for h in found}


@given(st.text("bdfghjklmnprst", min_size=3, max_size=8), st.data())
def test_one_slip_is_one_step_away(shape: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(shape) - 1))
    assert shape[:at] + shape[at + 1 :] in {*near_shapes(shape), shape}
    assert shape in {*near_shapes(shape[:at] + "z" + shape[at:]), shape[:at] + "z" + shape[at:]}


@pytest.mark.parametrize(("slip", "name"), [("Bakhmtu", "Bakhmut"), ("Kramatorks", "Kramatorsk"), ("Raqwa", "Raqqa")])
def test_slips_of_the_pen(slip: str, name: str) -> None:
    assert name in {h.record.name for h in gazetteer().nearest(slip)}
    assert all(h.fuzzy for h in gazetteer().nearest(slip))


def test_every_place_tells_its_source_and_licence() -> None:
    known = gazetteer()
    for name in ("Toretsk", "Donetsk", "Syria", "Darfur", "Euphrates", "eastern Ukraine"):
        for hit in known.named(name):
            assert known.sources[hit.record.source].licence, name


@pytest.mark.parametrize(("name", "language", "place"), [
    ("Сирия", "ru", "Syria"), ("سوريا", "ar", "Syria"), ("Ucrania", "es", "Ukraine"), ("Бахмут", None, "Bakhmut"),
])  # fmt: skip
def test_names_in_other_languages_are_found_but_not_looked_for(name: str, language: str | None, place: str) -> None:
    hits = gazetteer().named(name)
    assert (place, language) in {(h.record.name, h.language) for h in hits}
    assert not [h for h in gazetteer().find(key(name)) if h.record.name == place]


def test_settlements_tell_their_district() -> None:
    hit = next(h for h in gazetteer().named("Toretsk") if h.record.country == "UA")
    assert (hit.record.admin1, hit.record.admin2) == ("Donetsk", "Bakhmut")
