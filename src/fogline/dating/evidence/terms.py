"""What names tell: who is in office, and which bodies and events are spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength, bound
from fogline.dating.evidence.cues import cues
from fogline.dating.window import LAST, Window
from fogline.knowledge.load import load_csv, load_yaml
from fogline.model import Document

NEAR = 7  # tokens before a surname in which its office is looked for
GRACE = timedelta(days=30)  # reports use an office somewhat beyond its term


@cache
def _no_longer() -> frozenset[str]:
    return frozenset(cues("no_longer"))


class Term(BaseModel):
    """A term of office (`knowledge/times_terms.csv`); `office` holds its names, parted by bars."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str
    surname: str
    office: str
    begin: date = Field(alias="from")
    until: date | None = None


class Beginning(BaseModel):
    """Names that came up on a day (`knowledge/times_beginnings.yaml`)."""

    model_config = ConfigDict(extra="forbid")

    id: str
    words: list[str]
    since: date
    example: str


@dataclass(frozen=True, slots=True)
class Held:
    """A mention of a person with an office: the terms that fit."""

    words: str
    terms: tuple[Term, ...]


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """The terms of office by surname."""
    by_surname: dict[str, list[Term]] = {}
    for term in load_csv("times_terms.csv", Term):
        by_surname.setdefault(term.surname, []).append(term)
    return {surname: tuple(found) for surname, found in by_surname.items()}


@cache
def beginnings() -> tuple[tuple[re.Pattern[str], Beginning], ...]:
    """The names with their days, ready for search."""
    entries = load_yaml("times_beginnings.yaml", Beginning)
    return tuple((re.compile(r"\b(?:" + "|".join(map(re.escape, e.words)) + r")\b"), e) for e in entries)


def from_terms(document: Document, dated_sentences: frozenset[int]) -> Iterator[Bound]:
    """Bounds from persons named with their office outside of sentences about another year."""
    mentions: dict[str, Held] = {}
    for held in _held(document, dated_sentences):
        mentions.setdefault(",".join(term.id for term in held.terms), held)
    latest = {_seat(held): max(t.begin for t in held.terms) for held in _by_age(mentions.values())}
    for held in mentions.values():
        if all(t.until is not None and t.until <= latest[_seat(held)] for t in held.terms):
            continue  # the successor is named too: then this one is spoken of as past
        window = Window.of(Days(t.begin, t.until + GRACE if t.until else LAST) for t in held.terms)
        yield Bound(window, Strength.FIRM, f"dating.in_office: “{held.words}”: {window.written}")


def _seat(held: Held) -> str:
    """Country or body and office: the seat that one person at a time holds."""
    return f"{held.terms[0].id.partition('.')[0]} {held.terms[0].office.partition(' ')[0]}"


def _by_age(mentions: Iterable[Held]) -> list[Held]:
    return sorted(mentions, key=lambda held: max(t.begin for t in held.terms))


def _held(document: Document, dated_sentences: frozenset[int]) -> Iterator[Held]:
    structure, text, known = document.structure, document.report.text, terms()
    tokens = structure.tokens
    for i, token in enumerate(tokens):
        if token.text not in known or token.sentence in dated_sentences:
            continue
        if i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN" and tokens[i + 1].text[0].isupper():
            continue  # a given name that is another's surname
        first = max(structure.sentences[token.sentence].first, i - NEAR)
        before = [t.lower for t in tokens[first:i]]
        if not _no_longer().isdisjoint(before):
            continue
        title = " ".join(text[tokens[first].start : token.start].lower().split())
        fitting = tuple(t for t in known[token.text] if any(_ends(title, office) for office in t.office.split("|")))
        fitting = _longest(title, fitting)
        if fitting:
            yield Held(" ".join(t.text for t in tokens[max(first, i - 3) : i + 1]), fitting)


def _ends(title: str, office: str) -> bool:
    """Whether the words before a surname hold an office, with no more than three words (given names) behind it."""
    _, found, rest = f" {title} ".rpartition(f" {office} ")
    return bool(found) and len(rest.split()) <= 3 and not any(mark in rest for mark in ',;:”"')


def _longest(title: str, fitting: tuple[Term, ...]) -> tuple[Term, ...]:
    """Of "president" and "vice president", or "president-elect", the office that is really named."""
    if re.search(r"vice(?: |-)president", title):
        return tuple(t for t in fitting if "vice" in t.office)
    if re.search(r"president\s*-\s*elect", title):
        return tuple(t for t in fitting if "elect" in t.office)
    return fitting


def from_beginnings(document: Document) -> Iterator[Bound]:
    """The latest of the days before which a name in the text was not in use."""
    text = document.report.text
    found = [
        (entry.since, match[0])
        for pattern, entry in beginnings()
        if any(w in text for w in entry.words) and (match := pattern.search(text))
    ]
    if found:
        since, words = max(found)
        yield bound(since, None, Strength.FIRM, "dating.name_in_use", f"“{words}”")
