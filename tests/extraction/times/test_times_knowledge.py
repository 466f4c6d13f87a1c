from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.extraction.times.grammar import Rule, rules
from fogline.extraction.times.words import ContextWords, TimeWord, entries
from fogline.knowledge.load import load_yaml
from fogline.model import Document

RULES = [rule for rule in rules() if rule.type]
Times = Callable[[str], Document]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_finds_its_example_and_nothing_in_its_counterexample(rule: Rule, times: Times) -> None:
    assert rule.example, "a rule needs an example"
    assert rule.id in {e.rule for e in times(rule.example).expressions}
    if rule.not_:
        assert rule.id not in {e.rule for e in times(rule.not_).expressions}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_every_word_stands_in_an_expression_of_its_example(entry: TimeWord, times: Times) -> None:
    assert _inside(entry, times(entry.example))
    if entry.not_:
        assert not _inside(entry, times(entry.not_))


def _inside(entry: TimeWord, document: Document) -> bool:
    return any(word.lower() in e.text.lower() for e in document.expressions for word in entry.words)


@pytest.mark.parametrize("entry", load_yaml("times_context.yaml", ContextWords), ids=lambda entry: entry.id)
def test_every_context_word_list_is_exemplified(entry: ContextWords) -> None:
    assert len(entry.words) == len(set(entry.words))
    assert any(word in f"{entry.example.lower()} " for word in entry.words)


def test_ids_are_unique() -> None:
    for ids in ([r.id for r in rules()], [e.id for e in entries()]):
        assert len(ids) == len(set(ids))
