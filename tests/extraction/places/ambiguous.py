"""Sentences about settlements that share their name, each with one clue that tells which one is meant.

The names come from a country file in GeoNames format, read at run time; the sentences are templates of our own.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.geometry import kilometres

FAR_KM = 40.0  # namesakes nearer than that to one another are no test of anything
NEIGHBOUR_KM = 15.0
DIRECTIONS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")


@dataclass(frozen=True)
class Settlement:
    """A row of the file: its names in Latin letters, the first one its own."""

    names: tuple[str, ...]
    lat: float
    lon: float
    region: str

    def km(self, other: Settlement) -> float:
        return kilometres(self.lat, self.lon, other.lat, other.lon)


@dataclass(frozen=True)
class Question:
    """A report of a few sentences, the name in it that is asked for, and the settlement that it means."""

    kind: str
    text: str
    name: str
    meant: Settlement


PARENT = (
    "Shells hit the village of {name}, {region} region, on Monday, killing two people.",
    "Two people were killed in {name} in the {region} region on Tuesday.",
    "Troops entered {name} ({region} Oblast) overnight, officials said.",
    "A drone struck a farm in {region} region's {name} on Friday.",
    "The army said it had lost {name}, a settlement in {region} region.",
)
REPORT = (
    "The governor of the {region} region said power was out. Two houses burned down in {name} on Monday.",
    "A day of attacks on {region} region left four people dead. The worst strike was on {name}, rescuers said.",
    "Fighting went on across {region} Oblast. Residents of {name} were told to leave on Sunday.",
)
NEAR = (
    "Shells fell on {name} and {near} on Monday, the army said.",
    "Troops advanced from {near} towards {name} on Tuesday.",
    "The road between {near} and {name} came under fire.",
    "Rockets hit {near}. Hours later the village of {name} was shelled too.",
)
RELATION = (
    "Fighting went on in {name}, about {km} km {direction} of {near}, on Monday.",
    "Soldiers left the village of {name}, {km} kilometres {direction} of {near}.",
    "A bridge was blown up at {name}, which lies {km} km to the {direction} of {near}.",
)
SIDE = (
    "The head of the {republic} People's Republic said on Friday that {name} had been taken.",
    "Forces of the {republic} People's Republic entered {name}, they said on Monday.",
    "Officials of the {republic} People's Republic said two people were wounded in {name}.",
)


def settlements(file: Path, regions: dict[str, str]) -> list[Settlement]:
    """The rows with a known region; `regions` gives the English name for each first-level code."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        names = dict.fromkeys([row[1], *(n for n in row[3].split(",") if n.isascii() and n.isalpha())])
        if row[10] in regions:
            found.append(Settlement(tuple(names), float(row[4]), float(row[5]), regions[row[10]]))
    return found


class Generator:
    """Draws questions whose clue leaves one settlement only; the same seed draws the same ones."""

    def __init__(self, rows: list[Settlement], seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._by_name: dict[str, list[Settlement]] = defaultdict(list)
        for row in rows:
            for name in row.names:
                self._by_name[key(name)].append(row)
        self._rows = rows
        self._ambiguous = [r for r in rows if self._is_ambiguous(r.names[0])]
        self._single = [r for r in rows if len(self._by_name[key(r.names[0])]) == 1 and len(r.names[0]) > 5]

    def _is_ambiguous(self, name: str) -> bool:
        twins = self._by_name[key(name)]
        return name.isalpha() and name[0].isupper() and any(twins[0].km(t) > FAR_KM for t in twins[1:])

    def questions(self, of_each: int) -> Iterator[Question]:
        """As many of each kind."""
        makers: tuple[Callable[[Settlement], Question | None], ...] = (
            self._parent, self._report, self._near, self._relation, self._side,
        )  # fmt: skip
        for make in makers:
            left = of_each
            pool = self._ambiguous if make != self._side else [r for r in self._rows if len(r.names) > 1]
            for row in self._random.sample(pool, len(pool)):
                question = make(row) if left else None
                if question:
                    left -= 1
                    yield question

    def _others(self, row: Settlement, name: str) -> list[Settlement]:
        return [t for t in self._by_name[key(name)] if t.km(row) > 8.0]

    def _parent(self, row: Settlement, templates: tuple[str, ...] = PARENT, kind: str = "parent") -> Question | None:
        name = row.names[0]
        if any(t.region == row.region for t in self._others(row, name)):
            return None
        return Question(kind, self._random.choice(templates).format(name=name, region=row.region), name, row)

    def _report(self, row: Settlement) -> Question | None:
        return self._parent(row, REPORT, "report")

    def _near(self, row: Settlement) -> Question | None:
        name, near = row.names[0], self._neighbour(row, 2.0, NEIGHBOUR_KM)
        if near is None or any(t.km(near) < 4 * NEIGHBOUR_KM for t in self._others(row, name)):
            return None
        return Question("near", self._random.choice(NEAR).format(name=name, near=near.names[0]), name, row)

    def _relation(self, row: Settlement) -> Question | None:
        name, near = row.names[0], self._neighbour(row, 8.0, 40.0)
        if near is None or any(t.km(near) < 80.0 for t in self._others(row, name)):
            return None
        text = self._random.choice(RELATION).format(
            name=name, near=near.names[0], km=round(row.km(near)), direction=direction(near, row)
        )
        return Question("relation", text, name, row)

    def _side(self, row: Settlement) -> Question | None:
        name = self._random.choice(row.names[1:])
        if row.region not in {"Donetsk", "Luhansk"} or not self._is_ambiguous(name):
            return None
        if any(t.region == row.region for t in self._others(row, name)):
            return None
        return Question("side", self._random.choice(SIDE).format(name=name, republic=row.region), name, row)

    def _neighbour(self, row: Settlement, least: float, most: float) -> Settlement | None:
        near = [s for s in self._single if least <= s.km(row) <= most]
        return self._random.choice(near) if near else None


def direction(start: Settlement, end: Settlement) -> str:
    """The compass word that leads from one place to the other."""
    across = (end.lon - start.lon) * math.cos(math.radians(start.lat))
    return DIRECTIONS[round(math.degrees(math.atan2(across, end.lat - start.lat)) / 45) % 8]
