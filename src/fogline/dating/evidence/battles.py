"""What a report opens with: a battle of known days that is told as news dates the report to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.window import Window
from fogline.knowledge.load import load_csv
from fogline.model import Document

OPENING = 3  # sentences of running text, besides the headings, in which a report names its subject
AFTERWARDS = timedelta(days=7)  # how long an ended battle is still news
MENTIONS = 2  # a place named once may be background
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPENS = frozenset({"body", "crosshead", "dateline"})


class Battle(BaseModel):
    """A battle, siege or operation: its places, words of which a report about it holds one, first and last day.

    A row of `knowledge/times_battles.csv`; places and words are parted by bars. A place that was fought over twice with
    the same words has a row for each time.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str
    places: str
    with_: str = Field(alias="with")
    begin: date = Field(alias="from")
    until: date = Field(alias="to")


@cache
def battles() -> tuple[tuple[tuple[str, ...], tuple[str, ...], Battle], ...]:
    """The battles with the names of their places and the words that must stand in the text."""
    table = load_csv("times_battles.csv", Battle)
    return tuple((tuple(b.places.split("|")), tuple(b.with_.split("|")), b) for b in table)


def fought_in(document: Document) -> dict[str, list[Battle]]:
    """The battles that a report opens with, by the name of the place; a place may have seen several."""
    text, opening = document.report.text, _opening(document)
    found: dict[str, list[Battle]] = {}
    for places, words, battle in battles():
        named = next((place for place in places if place in opening and _count(place, opening)), None)
        if named is None or not any(word in text for word in words):
            continue
        if sum(_count(place, text) for place in places if place in text) >= MENTIONS:
            found.setdefault(named, []).append(battle)
    return found


def _count(place: str, text: str) -> int:
    """How often a name stands in a text as whole words."""
    return len(re.findall(rf"\b{re.escape(place)}\b", text))


def from_battles(found: Mapping[str, Sequence[Battle]]) -> Iterator[Bound]:
    """Bounds from the battles that a report opens with; those at one place are one bound with several windows."""
    for place, fought in found.items():
        window = Window.of(Days(b.begin, b.until + AFTERWARDS) for b in fought)
        ids = ", ".join(b.id for b in fought)
        yield Bound(window, Strength.USUAL, f"dating.battle: the report opens with “{place}” ({ids}): {window.written}")


def _opening(document: Document) -> str:
    """The headings and the first sentences, without those that tell of a year."""
    structure, text, body = document.structure, document.report.text, 0
    found: list[str] = []
    for sentence in structure.sentences:
        kind = structure.paragraphs[sentence.paragraph].kind
        if kind not in _OPENS or sentence.first == sentence.last:
            continue
        body += kind == "body"
        words = text[structure.tokens[sentence.first].start : structure.tokens[sentence.last - 1].end]
        if not _YEAR.search(words):
            found.append(words)
        if body == OPENING:
            break
    return "\n".join(found)
