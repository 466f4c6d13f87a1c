"""One record per source over all reports: persons, bodies and offices."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from fogline.model import Source

NAMELESS = frozenset({"witness", "unnamed", "imagery"})
"""Kinds whose speakers stay within their report: "a resident" of two reports is not one person."""
NARRATOR = "narrator"


@dataclass(frozen=True, slots=True)
class Identity:
    """The record that a source belongs to, and why."""

    key: str
    name: str
    because: str


def identify(source: Source, report: str, publisher: str | None) -> Identity:
    """The record of a source of one report.

    A named source is one over all reports by its name and side; one without a name of its own ("a resident") is one
    within its report; a report's own voice is that of its outlet.
    """
    if source.kind == NARRATOR:
        name = publisher or "narrator"
        key = f"{NARRATOR}:{folded(publisher)}" if publisher else f"{NARRATOR}:{report}"
        return Identity(key, name, "sources.outlet" if publisher else "sources.own_report")
    name = source.name or (source.words.text if source.words else source.kind)
    if source.kind in NAMELESS or not _named(name):
        return Identity(f"{report}:{source.kind}:{folded(name)}"[:200], name, "sources.nameless_within_report")
    side = "" if source.side == "none" else f":{folded(source.side)}"
    person = source.role is not None
    group = "person" if person else "body"
    return Identity(
        f"{group}:{folded(name)}{side}"[:200], name, "sources.person_by_name" if person else "sources.body_by_name"
    )


def folded(name: str) -> str:
    """A name in small letters without marks, articles and signs, as keys have it."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return re.sub(r"^(?:the|a|an) ", "", " ".join(letters.split()))


def _named(name: str) -> bool:
    """Whether it holds a name of its own: "ministry officials" does not."""
    return any(word[:1].isupper() for word in name.split())
