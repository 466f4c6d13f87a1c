"""Which news agency's text two reports share, as their credits tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml
from fogline.model import Report
from fogline.reports.outlets import outlets

HEAD, TAIL = 400, 160  # characters at a report's beginning and end
_NEAR = 80  # characters before and after an agency's name in which the words of a credit stand


class Credit(BaseModel):
    """An entry of `knowledge/copies_credits.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    where: Literal["anywhere", "head", "tail"]
    pattern: str
    example: str
    unlike: str = Field(alias="not")


@dataclass(frozen=True, slots=True)
class Shared:
    """The agency that a text shared by two reports is from, if told; `credited`: two outlets, and each credits it."""

    name: str | None
    credited: bool
    because: tuple[str, ...] = ()


@cache
def credits_known() -> tuple[Credit, ...]:
    """All entries, in the order of the file."""
    return load_yaml("copies_credits.yaml", Credit)


def shared_agency(a: Report, b: Report) -> Shared:
    """The agency that both reports credit, else the only one that is credited at all."""
    one, other = agencies_of(a), agencies_of(b)
    both = sorted(name for name in one if name in other)
    if both:
        outlets_differ = a.publisher is not None and b.publisher is not None and a.publisher != b.publisher
        return Shared(both[0], outlets_differ, tuple(sorted({one[both[0]], other[both[0]]})))
    found = {**one, **other}
    if len(found) == 1:
        name, reason = next(iter(found.items()))
        return Shared(name, False, (reason,))
    return Shared(None, False)


@lru_cache(maxsize=64)
def agencies_of(report: Report) -> Mapping[str, str]:
    """The agencies whose text a report says to print, each with the reason.

    An agency that credits no other prints its own.
    """
    found: dict[str, str] = {}
    if report.agency:
        found[_agency_named(report.agency) or report.agency] = f"copies.agency: {report.agency}"
    for name, reason in credited_in(report.text):
        found.setdefault(name, reason)
    if not found and report.publisher and (own := _agency_named(report.publisher)):
        found[own] = f"copies.own: {report.publisher}"
    return found


def credited_in(text: str) -> list[tuple[str, str]]:
    """The agencies that a text credits, each with the entry and the words that say so."""
    names = tuple(name for name in _names() if name.split()[0] in text)
    if not names:  # most texts name none: spares the search
        return []
    named = _any_of(names)
    places = [found.span() for found in named.finditer(text)]
    found_in: dict[tuple[str, str], None] = {}
    for credit in credits_known():
        first = max(0, len(text) - TAIL) if credit.where == "tail" else 0
        last = min(len(text), HEAD) if credit.where == "head" else len(text)
        for start, end in places:
            if first <= start and end <= last:
                near = max(first, start - _NEAR), min(last, end + _NEAR)
                for found in pattern_of(credit).finditer(text, *near):
                    why = f"{credit.id}: {' '.join(found[0].split())}"
                    found_in |= {(_agency(name), why): None for name in named.findall(found[0])}
    return list(found_in)


@cache
def pattern_of(credit: Credit) -> re.Pattern[str]:
    """The pattern of an entry, with the agencies' names and without regard to how its blanks are set."""
    spaced = credit.pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(spaced.replace("{agency}", f"(?-i:{_any_of(_names()).pattern})"), re.IGNORECASE)


@cache
def _names() -> tuple[str, ...]:
    """The agencies' names, longest first."""
    names = {name for outlet in outlets() if outlet.agency for name in (outlet.name, *outlet.names)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    patterns = (re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


@cache
def _agency_named(name: str) -> str | None:
    """The agency whose name this is, however it is written."""
    for outlet in outlets():
        if outlet.agency and name.casefold() in {n.casefold() for n in (outlet.name, *outlet.names)}:
            return outlet.name
    return None


def _agency(name: str) -> str:
    """The agency that signs with a name of `_names`, however its blanks are set."""
    plain = " ".join(name.split())
    return _agency_named(plain) or plain
