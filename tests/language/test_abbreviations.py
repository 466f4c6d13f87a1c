"""Abbreviated ranks end no sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.knowledge.load import load_yaml
from fogline.language.parser import Abbreviations
from fogline.model import Document

WORDS = [
    (word, kind.example) for kind in load_yaml("language_abbreviations.yaml", Abbreviations) for word in kind.words
]


@pytest.mark.parametrize(("word", "example"), WORDS)
def test_an_abbreviation_is_one_token_within_its_sentence(
    read: Callable[..., Document], word: str, example: str
) -> None:
    own = next(w for w, text in WORDS if text == example and w in text)
    structure = read(example.replace(own, word)).structure
    assert word in [token.text for token in structure.tokens]
    assert len(structure.sentences) == 1
