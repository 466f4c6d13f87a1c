"""Fits the claims stage's models on annotated reports: `python -m eval.train_claims FOLDER`. Needs scikit-learn.

Run by hand, after `eval.train_reader`; what it writes, `knowledge/models/*.json`, is part of the package.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from eval.agreement import Row
from eval.annotation import AnnotatedReport, read_folder
from eval.fitting import Example, write
from eval.matching import match
from eval.reader.readings import left_out_reader
from fogline.claims.doer import Doers
from fogline.claims.features import Mentions
from fogline.claims.lookup import Lookup
from fogline.claims.ruling import stance_by_rule
from fogline.claims.sourcing import voice_of
from fogline.claims.stance_features import stance_features
from fogline.config import Engine
from fogline.model import Document, Event
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

KEEP_STRENGTH = 0.03  # by cross-validation over wars left out, as is the next
STANCE_STRENGTH = 0.1

Pairs = Sequence[tuple[AnnotatedReport, Document]]


def main() -> None:
    """Fits every model on a folder of annotated reports and writes them into the package."""
    ruled = [(report, read_unjudged(report, Engine.RULES)) for report in read_folder(Path(sys.argv[1]))]
    write("keep", keep_examples(ruled), KEEP_STRENGTH)
    write("stance", stance_examples(ruled), STANCE_STRENGTH)
    read = left_out_reader()
    both = [(report, read(report.name, document)) for report, document in ruled]
    write("keep_read", keep_examples(both), KEEP_STRENGTH)
    write("stance_read", stance_examples(both), STANCE_STRENGTH)


def read_unjudged(report: AnnotatedReport, engine: Engine) -> Document:
    """The report with every layer but its claims."""
    note = report.annotation
    given = report_from_text(report.text, published=note.published, publisher=note.publisher, external_id=report.name)
    return analyse(given, stages_of(engine)[:-1])


def keep_examples(pairs: Pairs) -> list[Example]:
    """A `claim` for each event mention that an annotated claim of its type matches, a `mention` for the others."""
    found = []
    for report, document in pairs:
        lookup = Lookup(document)
        rows = [row_of(lookup, event) for event in document.events]
        hits = {id(row) for _, row in match(report.claims, rows, "type")}
        described = Mentions(lookup, document.events).described()
        for row, (_, features) in zip(rows, described, strict=True):
            found.append(Example(report.name, tuple(features), "claim" if id(row) in hits else "mention"))
    return found


def stance_examples(pairs: Pairs) -> list[Example]:
    """The annotated stance for each event mention that an annotated claim of its type matches."""
    found = []
    for report, document in pairs:
        lookup = Lookup(document)
        doers = Doers(lookup, frozenset())  # parties matter for the sides of sources alone, and these are not told
        rows = [row_of(lookup, event) for event in document.events]
        stances = {id(row): annotated.claim.stance for annotated, row in match(report.claims, rows, "type")}
        for event, row in zip(document.events, rows, strict=True):
            if id(row) in stances:
                voice, actor = voice_of(lookup, event, frozenset()), doers.explicit(event)
                rule = stance_by_rule(lookup, event, voice, actor)
                features = tuple(stance_features(lookup, event, voice, actor, rule))
                found.append(Example(report.name, features, stances[id(row)]))
    return found


def row_of(lookup: Lookup, event: Event) -> Row:
    """An event as far as matching asks: type, trigger and evidence."""
    start, end = lookup.evidence_of(event)
    evidence = {"start": start, "end": end}
    return {"event": event.type, "trigger": {"start": event.start, "end": event.end}, "evidence": evidence}


if __name__ == "__main__":
    main()
