"""News agencies and outlets: by which names they sign, and under which domains they publish."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from fogline.knowledge.load import load_yaml


class Outlet(BaseModel):
    """One entry of `knowledge/outlets.yaml`: `names` are signatures as printed; `agency` tells who sells copy."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    names: tuple[str, ...] = ()
    agency: bool = False
    domains: tuple[str, ...] = ()
    example: str


@cache
def outlets() -> tuple[Outlet, ...]:
    """All entries, in the order of the file."""
    return load_yaml("outlets.yaml", Outlet)


@cache
def names_pattern() -> str:
    """A pattern for any name of any outlet, longest first."""
    names = sorted(_by_name(), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", " ") for name in names) + ")"


def agency_in(text: str) -> str | None:
    """The first news agency that a text (a credit or a dateline) names."""
    for found in _names().finditer(text):
        outlet = _by_name()[" ".join(found[0].split())]
        if outlet.agency:
            return outlet.name
    return None


def outlet_named(text: str) -> str | None:
    """The outlet whose name is all of the text."""
    outlet = _by_name().get(" ".join(text.split()).strip("()[]|·-–—. "))
    return outlet.name if outlet else None


def outlet_at(url: str) -> str | None:
    """The outlet under whose domain a page stands."""
    host = (urlsplit(url).hostname or "").lower()
    for outlet in outlets():
        if any(host == domain or host.endswith("." + domain) for domain in outlet.domains):
            return outlet.name
    return None


@cache
def _by_name() -> dict[str, Outlet]:
    return {name: outlet for outlet in outlets() for name in (outlet.name, *outlet.names)}


@cache
def _names() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + names_pattern().replace(" ", r"\s+") + r"(?!\w)")
