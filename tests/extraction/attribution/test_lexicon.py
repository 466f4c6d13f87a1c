"""Every cue of the lexicon matches its own example and leaves its counterexample alone."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from fogline.extraction.attribution import attributions
from fogline.extraction.attribution.lexicon import cues
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.attribution import Cue, Words
from fogline.language import structure
from fogline.model import Document
from fogline.reports import report_from_text


@cache
def _found() -> dict[str, frozenset[str]]:
    """The entries found in each sentence, all read at once as paragraphs of one report."""
    sentences = [s for cue in cues() for s in (cue.example, cue.not_) if s]
    report = report_from_text("\n\n".join(sentences), language="en")
    document = attributions(structure(Document(report)))
    found: dict[str, set[str]] = {sentence: set() for sentence in sentences}
    at = 0
    bounds = []
    for sentence in sentences:
        bounds.append((at, at + len(sentence), sentence))
        at += len(sentence) + 2
    for attribution in document.attributions:
        start = attribution.cue[0].start
        found[next(s for first, last, s in bounds if first <= start < last)].add(attribution.entry)
    return {sentence: frozenset(entries) for sentence, entries in found.items()}


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_example_matches(cue: Cue) -> None:
    assert cue.id in _found()[cue.example]


@pytest.mark.parametrize("cue", [cue for cue in cues() if cue.not_], ids=lambda cue: cue.id)
def test_counterexample_does_not_match(cue: Cue) -> None:
    assert cue.not_ is not None
    assert cue.id not in _found()[cue.not_]


def test_ids_are_unique() -> None:
    assert [key for key, n in Counter(cue.id for cue in cues()).items() if n > 1] == []


def test_lexicon_is_wide() -> None:
    assert len(cues()) >= 200


@pytest.mark.parametrize("words", load_yaml("attribution/groups.yaml", Words), ids=lambda words: words.id)
def test_group_shows_one_of_its_words(words: Words) -> None:
    tokens = structure(Document(report_from_text(f"It was so: {words.example}", language="en"))).structure.tokens
    assert {form for t in tokens for form in (t.lemma, t.lower)} & set(words.words)
