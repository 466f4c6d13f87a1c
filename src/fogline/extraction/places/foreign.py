"""Places of a report in another language than English: its words are looked up, without a parse.

No claim is made of them. Only what is surely a place is taken: countries, large towns, and towns of the countries that
the report names otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.extraction.places.focus import focus
from fogline.extraction.places.gazetteer import Gazetteer, Hit, gazetteer
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.inflected import names_of
from fogline.extraction.places.located import precision_of
from fogline.extraction.places.mention import alternatives
from fogline.extraction.places.resolve import Ranked
from fogline.extraction.places.scan import Name
from fogline.extraction.places.scores import of_name, prior
from fogline.extraction.places.unsure import rivals, without_point
from fogline.model import Document, Place, Structure

_WORD = re.compile(r"[^\W\d_][\w'’ʼ‘`\u0300-\u036f\u064b-\u0655-]*")
_MOST_WORDS = 3
_LEAST_LETTERS = 3
_LARGE = 100_000  # people of a town that is taken wherever it is named
_LEAST_PEOPLE = 1_000  # of a town in a country that the report names
_LEAST_PEOPLE_UNCASED = 20_000  # the same where a script has no capitals, so that any word may be a name
_IN_FOCUS = 1.8
_LEAST_LEAD = 0.7  # more than in English, since nothing else tells which of two towns is meant
_OWN = ("places.other_language",)


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of the text and the places that it may name; `alone` where no capitalised word stands beside it."""

    start: int
    end: int
    hits: tuple[Hit, ...]
    key: str
    alone: bool
    cased: bool


def foreign_places(document: Document) -> Document:
    """Adds the places that a report in another language names; one whose language is not known has none."""
    report = document.report
    if report.language is None:
        return document
    found = list(_scan(report.text, report.language, gazetteer()))
    weights = focus(Structure((), (), (), (), ()), [_name(f) for f in found if _tells_country(f)])
    taken = (_place(document, one, weights) for one in found)
    return replace(document, places=tuple(place for place in taken if place is not None))


def _scan(text: str, language: str, known: Gazetteer) -> Iterator[_Found]:
    words = list(_WORD.finditer(text))
    i = 0
    while i < len(words):
        found = _longest(text, words, i, language, known) if _may_bound(words[i].group()) else None
        if found is None:
            i += 1
        else:
            yield found[0]
            i = found[1]


def _longest(
    text: str, words: Sequence[re.Match[str]], i: int, language: str, known: Gazetteer
) -> tuple[_Found, int] | None:
    """The longest name that starts at a word, and the word after it."""
    for last in range(min(len(words), i + _MOST_WORDS), i, -1):
        start, end = words[i].start(), words[last - 1].end()
        stretch = text[start:end]
        if any(c in stretch for c in ",.;:()\n") or not _may_bound(words[last - 1].group()):
            continue
        for name in names_of(stretch, language):
            hits = tuple(known.named(name)) if len(name) >= _LEAST_LETTERS else ()
            if hits and not hits[0].fuzzy:
                beside = [
                    words[k].group() for k in (i - 1, last) if 0 <= k < len(words) and _touch(text, words, i, last, k)
                ]
                cased = stretch[0].isupper()
                alone = not any(len(word) >= _LEAST_LETTERS and word[0].isupper() for word in beside)
                return _Found(start, end, hits, key(name), alone, cased), last
    return None


def _touch(text: str, words: Sequence[re.Match[str]], first: int, last: int, k: int) -> bool:
    """Whether word `k`, the one before `first` or the one at `last`, is parted from the name by a space alone."""
    between = (
        text[words[k].end() : words[first].start()] if k < first else text[words[last - 1].end() : words[k].start()]
    )
    return between == " "


def _may_bound(word: str) -> bool:
    return len(word) >= 2 and not word[0].islower()


def _tells_country(found: _Found) -> bool:
    """Whether a name may tell what the report is about; small towns abroad share theirs with words in Latin letters."""
    return _is_large(found.hits[0]) or (found.cased and not found.key.isascii())


def _is_large(hit: Hit) -> bool:
    record = hit.record
    return record.feature == "country" or record.population >= _LARGE


def _name(found: _Found) -> Name:
    return Name(found.start, found.end, found.key, found.hits, found.start, found.end)


def _place(document: Document, found: _Found, weights: Mapping[str, float]) -> Place | None:
    ranked = sorted(
        (
            Ranked(
                h, prior(h.record) + of_name(h, found.hits) + _IN_FOCUS * weights.get(h.record.country or "", 0.0), _OWN
            )
            for h in found.hits
        ),
        key=lambda r: (-r.score, -r.hit.record.population, r.hit.record.id),
    )
    best = ranked[0]
    if not _is_surely(best, found, weights):
        return None
    record = best.hit.record
    text = document.report.text[found.start : found.end]
    place = Place(
        found.start, found.end, text, 0, 0, record.name, record.lat, record.lon, record.geonames, record.country,
        record.admin1, record.feature, precision_of(record), record.radius_m, best.because, alternatives(ranked),
        population=record.population or None,
    )  # fmt: skip
    others = rivals(ranked, _LEAST_LEAD)
    return without_point(place, best, others) if others else place


def _is_surely(best: Ranked, found: _Found, weights: Mapping[str, float]) -> bool:
    """Whether a word that is a place's name is that place here, and no person's name or common word."""
    record = best.hit.record
    if record.feature == "country":
        return True
    if found.cased and not found.alone:  # part of a person's or a body's name
        return False
    if record.population >= _LARGE:
        return True
    least = _LEAST_PEOPLE if found.cased else _LEAST_PEOPLE_UNCASED
    return weights.get(record.country or "", 0.0) > 0.3 and record.population >= least
