"""The parser does not see which party is named."""

from __future__ import annotations

import pytest

from fogline.knowledge.load import load_yaml
from fogline.language import structure
from fogline.language.standins import TABLE, StandIn, stand_ins
from fogline.model import Document, Structure
from fogline.reports import report_from_text


def parsed(text: str) -> Structure:
    return structure(Document(report_from_text(text))).structure


@pytest.mark.parametrize("kind", load_yaml(TABLE, StandIn), ids=lambda kind: kind.id)
def test_the_example_of_each_kind_holds_a_name_of_it(kind: StandIn) -> None:
    assert kind.reads_as in {stand_ins().get(token.text) for token in parsed(kind.example).tokens}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Three Peruvian gunners fled Chilean fire, Lima said.",
            "Three Chilean gunners fled Peruvian fire, Santiago said.",
        ),
        ("Kenya accused Uganda of shelling a Kenyan village.", "Uganda accused Kenya of shelling a Ugandan village."),
    ],
)
def test_two_parties_are_parsed_alike(one: str, other: str) -> None:
    labels = [[(t.pos, t.tag, t.dep, t.head) for t in parsed(text).tokens] for text in (one, other)]
    assert labels[0] == labels[1]


def test_tokens_keep_their_own_words_and_offsets() -> None:
    text = "Armenians fled.  Azerbaijan's army said Yerevan\nwas calm."
    tokens = parsed(text).tokens
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    assert {"Armenians", "Azerbaijan", "Yerevan"} <= {t.text for t in tokens}
    assert "russia" not in {t.lemma for t in tokens}


def test_a_word_that_is_more_often_no_name_is_left_alone() -> None:
    assert not {"May", "Power", "Bush"} & set(stand_ins())
