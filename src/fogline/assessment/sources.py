"""One record per source over all reports: persons, bodies and offices."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_csv, load_yaml
from fogline.model import Source

NAMELESS = frozenset({"witness", "unnamed", "imagery"})
"""Kinds whose speakers stay within their report: "a resident" of two reports is not one person."""
NARRATOR = "narrator"
LONGEST = 200  # characters of a key


class Generic(BaseModel):
    """Words of which names are made that many bodies bear."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: tuple[str, ...]
    example: str
    not_: str = Field(alias="not")


class _Country(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    name: str
    also: str = ""
    adjective: str = ""
    people: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """The record that a source belongs to, and why."""

    key: str
    name: str
    because: str


def identify(source: Source, report: str, publisher: str | None) -> Identity:
    """The record of a source of one report.

    A named source is one over all reports by its name, however the country in it is told ("Russia's Defence Ministry",
    "the Russian Ministry of Defense"). A name that many bodies bear ("General Staff") is one with its side. A source
    without a name of its own ("a resident") is one within its report; a report's own voice is that of its outlet.
    `report` is the one whose words they are: that which a copy repeats.
    """
    if source.kind == NARRATOR:
        key = folded(publisher) if publisher else report
        return Identity(_key(NARRATOR, key), publisher or NARRATOR, "sources.outlet" if publisher else "sources.report")
    name = source.name or (source.words.text if source.words else source.kind)
    if source.kind in NAMELESS or not is_named(name):
        return Identity(_key(report, source.kind, folded(name)), name, "sources.nameless_within_report")
    plain = canonical(name)
    if is_generic(plain):
        return Identity(_key("named", plain, folded(source.side)), name, "sources.common_name_of_a_side")
    return Identity(_key("named", plain), name, "sources.name")


@lru_cache(maxsize=10_000)
def canonical(name: str) -> str:
    """A folded name with the country's plain name for its adjective or possessive, in the order of the alphabet."""
    countries, forms = _countries()
    words = forms.sub(lambda told: countries[told[1]], folded(name))
    found = [_SPELLINGS.get(word, word) for word in words.split() if word not in _LITTLE]
    # Only names of offices are told in several orders: "Volodymyr Zelensky" keeps his.
    return " ".join(sorted(found)) if any(word in _generic() for word in found) else " ".join(found)


def is_generic(plain: str) -> bool:
    """Whether many bodies bear a name: all of its words are of `knowledge/identity_generic.yaml`."""
    return all(word in _generic() for word in plain.split())


def folded(name: str) -> str:
    """A name in small letters without marks, articles and signs, as keys have it."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return re.sub(r"^(?:(?:the|a|an) )+", "", " ".join(letters.split()))


def is_named(name: str) -> bool:
    """Whether it holds a name of its own: "ministry officials" does not."""
    return any(word[:1].isupper() for word in name.split())


_LITTLE = frozenset({"of", "the", "and", "for", "s"})
_SPELLINGS = {"defense": "defence"}


def _key(*parts: str) -> str:
    return ":".join(parts)[:LONGEST]


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for entry in load_yaml("identity_generic.yaml", Generic) for word in entry.words)


@cache
def _countries() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Every form of a country's name with its plain name, and the pattern that finds them, possessive or not."""
    found: dict[str, str] = {}
    for row in load_csv("actors/countries.csv", _Country):
        for forms in (row.name, row.also, row.adjective, row.people):
            for form in filter(None, map(folded, forms.split(";"))):
                found.setdefault(form, folded(row.name))
    longest_first = sorted(found, key=lambda form: (-len(form), form))
    return found, re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b(?: s\b)?")
