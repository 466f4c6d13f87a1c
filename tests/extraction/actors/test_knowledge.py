"""Every entry of the tables is found in its own example."""

import csv
from collections import Counter
from pathlib import Path

import pytest
import spacy
import yaml

import fogline.knowledge.load
from fogline.extraction.actors.entries import BodyRow, CountryRow, GroupRow, PersonRow, RoleRow, WordsRow
from fogline.extraction.actors.lexicon import lexicon, word_class
from fogline.knowledge.load import load_csv, load_yaml
from fogline.model import Token

FOLDER = Path(fogline.knowledge.load.FOLDER) / "actors"
TABLES = {
    "countries": load_csv("actors/countries.csv", CountryRow),
    "groups": load_csv("actors/groups.csv", GroupRow),
    "bodies": load_csv("actors/bodies.csv", BodyRow),
    "persons": load_csv("actors/persons.csv", PersonRow),
    "roles": load_yaml("actors/roles.yaml", RoleRow),
}
CUT = spacy.blank("en")


def found_in(sentence: str) -> set[str]:
    tokens = [
        Token(w.i, w.idx, w.idx + len(w), w.text, w.lower_, w.lower_, "X", "XX", "dep", w.i, 0)
        for w in CUT.make_doc(sentence)
    ]
    return {match.meaning.id for match in lexicon().find(tokens)}


@pytest.mark.parametrize("table", TABLES)
def test_each_entry_is_found_in_its_example(table: str) -> None:
    missed = [row.id for row in TABLES[table] if row.id not in found_in(row.example)]
    assert not missed


def test_no_entry_is_found_where_it_must_not_be() -> None:
    wrong = [row.id for row in TABLES["roles"] if getattr(row, "not_", None) and row.id in found_in(row.not_)]
    assert not wrong


@pytest.mark.parametrize("table", TABLES)
def test_ids_are_unique(table: str) -> None:
    assert not [id for id, count in Counter(row.id for row in TABLES[table]).items() if count > 1]


def test_word_classes_hold_a_word_of_their_example() -> None:
    for row in load_yaml("actors/words.yaml", WordsRow):
        words = {token.lower_ for token in CUT.make_doc(row.example)}
        assert words & word_class(row.id), row.id


def test_every_recognised_state_is_known() -> None:
    pycountry = pytest.importorskip("pycountry")
    known = {row.alpha2 for row in TABLES["countries"]}
    members = {"AF", "BR", "CD", "ER", "FR", "GE", "IN", "KP", "LK", "MM", "NG", "PH", "SS", "UA", "VE", "YE", "ZW"}
    assert members <= known
    assert known - {None} <= {country.alpha_2 for country in pycountry.countries}


def test_a_side_is_always_a_plain_name_of_a_country_or_group() -> None:
    plain = {row.name for row in TABLES["countries"]} | {row.side for row in TABLES["groups"]}
    unions = {"NATO", "European Union", "African Union", "Arab League", "ECOWAS", "Gulf Cooperation Council", "G7",
              "GNA", "West", "GNU", "Palestinian Authority"}  # fmt: skip
    sides = {row.side for table in ("bodies", "persons") for row in TABLES[table]} - {None}
    assert sides <= plain | unions, sides - plain - unions


def test_no_word_is_listed_twice_in_a_role_of_another_kind() -> None:
    rows = yaml.safe_load((FOLDER / "roles.yaml").read_text(encoding="utf-8"))
    words = Counter(word for row in rows for word in set(row["words"]))
    assert not [word for word, count in words.items() if count > 1]


def test_tables_are_plain_csv() -> None:
    for file in FOLDER.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        assert {len(row) for row in rows} == {len(rows[0])}, file.name
