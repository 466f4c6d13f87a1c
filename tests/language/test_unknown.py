"""A capitalised word that the parser never met is read as a name."""

from __future__ import annotations

import pytest

from fogline.language import structure
from fogline.model import Document, Token
from fogline.reports import report_from_text


def token(text: str, word: str) -> Token:
    tokens = structure(Document(report_from_text(text))).structure.tokens
    return next(t for t in tokens if t.text == word)


@pytest.mark.parametrize("name", ["Tarrouq", "Oyelaran", "Zhakiyanov", "Brzoska", "Mwangaza", "Ahvenainen"])
def test_an_unknown_surname_speaks(name: str) -> None:
    found = token(f"{name} said the army had left Kolu.", name)
    assert (found.pos, found.dep) == ("PROPN", "nsubj")
    found = token(f"Rebels freed Col. Hamid {name} on Monday.", name)
    assert (found.pos, found.dep) == ("PROPN", "dobj")


def test_an_unknown_town_is_captured() -> None:
    found = token("Rebels fought to capture Siverodonsk and two villages.", "Siverodonsk")
    assert (found.pos, found.dep) == ("PROPN", "dobj")
    assert found.lemma == "siverodonsk"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Yesterday shells fell on the town.", "Yesterday"),
        ("Airstrikes hit the town.", "Airstrikes"),
        ("Reportedly the town fell.", "Reportedly"),
        ("Having left, he slept.", "Having"),
    ],
)
def test_english_words_are_none(text: str, word: str) -> None:
    assert token(text, word).pos != "PROPN"
