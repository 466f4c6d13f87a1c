"""The form of a gazetteer file: its tables, and the rank by which the places of one name are ordered."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extraction.places.gazetteer.fold import skeleton
from fogline.extraction.places.gazetteer.records import NameKind

FORM = 1  # raised with every change that makes older files unfit
TABLES = f"""
PRAGMA user_version = {FORM};
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, geonames INTEGER,
  country TEXT, admin1 TEXT, feature TEXT NOT NULL, population INTEGER NOT NULL, radius_m INTEGER NOT NULL,
  fame INTEGER NOT NULL, admin2 TEXT, source TEXT NOT NULL, same INTEGER);
CREATE TABLE heap (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, kind INTEGER NOT NULL,
  country TEXT, skeleton TEXT, spelling TEXT, language TEXT, former INTEGER NOT NULL, used_by TEXT);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, kind INTEGER NOT NULL,
  country TEXT, skeleton TEXT, spelling TEXT, language TEXT, former INTEGER NOT NULL, used_by TEXT,
  PRIMARY KEY (key, rank, place)) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, name TEXT NOT NULL, licence TEXT NOT NULL, address TEXT NOT NULL);
CREATE TABLE heads (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
# Each step is a wait of its own for a file of many millions of names. Names come in the file's order and are put into
# that of their keys, so that all of a name lies on one page or two; the indexes take the room that is left.
FINISH = (
    "INSERT OR IGNORE INTO names SELECT * FROM heap ORDER BY key, rank, place, rowid",
    "DROP TABLE heap",
    "CREATE INDEX names_by_skeleton ON names (skeleton, country, rank, place, key) WHERE skeleton IS NOT NULL",
    "CREATE INDEX places_by_geonames ON places (geonames) WHERE geonames IS NOT NULL",
    f"""INSERT INTO heads SELECT substr(key, 1, instr(key || ' ', ' ') - 1),
      max(min(6, length(key) - length(replace(key, ' ', '')) + 1)) FROM names WHERE rank < {1 << 44} GROUP BY 1""",
)
PLACE_COLUMNS = 14
HIDDEN = 1 << 44  # rank from which on a name is found by who asks for it, but not looked for in reports
_NO_COUNTRY, _NOT_ITS_OWN = 1 << 43, 1 << 42
_MOST_PEOPLE = (1 << 40) - 1
_SHORTEST_SKELETON = 2  # consonants; a shorter one is shared by too many places


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of a place as the file holds it, without the place's number."""

    key: str
    rank: int
    kind: NameKind
    country: str | None
    skeleton: str | None
    spelling: str | None
    language: str | None
    former: bool
    used_by: str | None

    def values(self, place: int) -> tuple[str | int | None, ...]:
        """The row of the table."""
        return (
            self.key, place, self.rank, int(self.kind), self.country, self.skeleton, self.spelling, self.language,
            int(self.former), self.used_by,
        )  # fmt: skip


def rank(kind: NameKind, feature: str, population: int, *, hidden: bool = False) -> int:
    """The order of the places of one name: countries, then places whose own name it is, then most people."""
    score = _MOST_PEOPLE - min(population, _MOST_PEOPLE)
    if feature != "country":
        score |= _NO_COUNTRY
    if kind > NameKind.REVIEWED:
        score |= _NOT_ITS_OWN
    return score | HIDDEN if hidden else score


def shape_of(folded: str, kind: NameKind, feature: str) -> str | None:
    """The consonants by which other spellings of a name are found; None where it is too short or a country's."""
    if kind == NameKind.BARE or feature == "country":
        return None
    shape = skeleton(folded)
    return shape if len(shape.replace(" ", "")) >= _SHORTEST_SKELETON else None


def written(name: str, folded: str) -> str | None:
    """The spelling, where the key does not tell it."""
    return None if name.casefold() == folded else name
