"""Every entry of the tables is found in its own example."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml

import fogline.knowledge.load
from fogline.extraction.actors.entries import BodyRow, CountryRow, GroupRow, PersonRow, RoleRow, WordsRow
from fogline.extraction.actors.lexicon import cut, lexicon, word_class
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
Row = Any
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


@pytest.mark.parametrize("table", TABLES)
def test_no_entry_is_found_where_it_must_not_be(table: str) -> None:
    wrong = [row.id for row in TABLES[table] if row.not_ and row.id in found_in(row.not_)]
    assert not wrong


def phrases(table: str, row: Row) -> list[str]:
    if table == "countries":
        return [row.name, *row.also, *row.adjective, *row.people, *row.capital]
    return [row.name, *row.also] if table == "persons" else list(row.words)


def test_no_name_means_two_things() -> None:
    meanings: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for table in ("countries", "groups", "bodies", "persons"):
        for row in TABLES[table]:
            for phrase in phrases(table, row):
                meanings.setdefault(tuple(cut(phrase)), set()).add((table, row.id))
    shared = {" ".join(words) for words, owners in meanings.items() if len(owners) > 1}
    assert shared == {"Congolese"}  # of the two Congos; it counts for the larger


def test_every_state_has_an_adjective_a_people_and_a_capital() -> None:
    states = [row for row in TABLES["countries"] if row.alpha2 and not row.stateless]
    lacking = {row.id for row in states if not (row.adjective and row.people and row.capital)}
    assert lacking == {"be", "hk", "va"}  # "Brussels" is the European Union's; Hong Kong; the Vatican has no people


def test_all_members_of_the_united_nations_are_known() -> None:
    pycountry = pytest.importorskip("pycountry")
    official = {country.alpha_2 for country in pycountry.countries}
    assert len({row.alpha2 for row in TABLES["countries"]} & official) >= 193


def test_the_tables_cover_the_wars_of_the_world() -> None:
    least = {"countries": 200, "groups": 400, "bodies": 1500, "persons": 2000, "roles": 40}
    assert {table: len(rows) >= least[table] for table, rows in TABLES.items()} == dict.fromkeys(least, True)


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
