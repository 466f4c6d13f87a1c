"""Which news agency's text two reports share, as their credits tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml
from fogline.model import Report
from fogline.reports.outlets import agency_in, outlets

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


def credited_in(text: str) -> Iterator[tuple[str, str]]:
    """The agencies that a text credits, each with the entry and the words that say so."""
    names = [name for name in _names() if name in text]
    if not names:  # most texts name none: spares the search
        return
    places = [found.span() for found in _any_of(tuple(names)).finditer(text)]
    for credit in credits_known():
        first = max(0, len(text) - TAIL) if credit.where == "tail" else 0
        last = min(len(text), HEAD) if credit.where == "head" else len(text)
        for start, end in places:
            if start < first or end > last:
                continue
            for found in pattern_of(credit).finditer(text, max(first, start - _NEAR), min(last, end + _NEAR)):
                for name in _any_of(tuple(names)).findall(found[0]):
                    if agency := agency_in(name):
                        yield agency, f"{credit.id}: {' '.join(found[0].split())}"


@cache
def pattern_of(credit: Credit) -> re.Pattern[str]:
    """The pattern of an entry, with the agencies' names and without regard to how its blanks are set."""
    named = credit.pattern.replace("{agency}", f"(?-i:{_any_of(_names()).pattern})")
    return re.compile(named.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _names() -> tuple[str, ...]:
    """The agencies' names, longest first."""
    names = {name for outlet in outlets() if outlet.agency for name in (outlet.name, *outlet.names)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names)})(?!\w)")


@cache
def _agency_named(name: str) -> str | None:
    """The agency whose name this is, however it is written."""
    for outlet in outlets():
        if outlet.agency and name.casefold() in {n.casefold() for n in (outlet.name, *outlet.names)}:
            return outlet.name
    return None
