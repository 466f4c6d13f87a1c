"""Groups of words that answers and charges are about or hang on."""

from __future__ import annotations

from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.answers import AnswerWords


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {group.id: frozenset(group.lemmas) for group in load_yaml("events/answer_words.yaml", AnswerWords)}


def answer_words(group: str) -> frozenset[str]:
    """The lemmas of a group of `answer_words.yaml`."""
    return _groups()[group]
