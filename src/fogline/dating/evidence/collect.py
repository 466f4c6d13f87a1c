"""All findings about the publication date, in the order in which they are trusted."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.dating.evidence.ages import from_ages, from_battle_ages
from fogline.dating.evidence.battles import fought_in, from_battles
from fogline.dating.evidence.bound import Bound
from fogline.dating.evidence.dates import from_dates
from fogline.dating.evidence.distances import from_distances
from fogline.dating.evidence.events import from_events
from fogline.dating.evidence.found import Found
from fogline.dating.evidence.releases import from_releases
from fogline.dating.evidence.starts import from_starts
from fogline.dating.evidence.terms import from_beginnings, from_terms
from fogline.dating.evidence.weekdays import from_weekdays
from fogline.dating.evidence.yearless import from_yearless
from fogline.model import Document


def bounds(document: Document, found: Sequence[Found]) -> list[Bound]:
    """What the text with its expressions tells of the day that it was published on."""
    fought = fought_in(document)
    dated_sentences = frozenset(f.sentence for f in found if f.days is not None and f.kind == "body")
    all_found = [
        *from_dates(document, found),
        *from_releases(document),
        *from_distances(found),
        *from_ages(document, found),
        *from_starts(document, found),
        *from_terms(document, dated_sentences),
        *from_beginnings(document),
        *from_weekdays(found),
        *from_events(document, found),
        *from_battles(fought),
        *from_battle_ages(document, found, fought),
        *from_yearless(document, found),
    ]
    return sorted(all_found, key=lambda b: b.strength)
