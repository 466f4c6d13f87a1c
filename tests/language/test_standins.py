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
    words = [token.text for token in parsed(kind.example).tokens]
    runs = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    assert kind.reads_as in {stand_ins().get(run) for run in runs}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Three Peruvian gunners fled Chilean fire, Lima said.",
            "Three Chilean gunners fled Peruvian fire, Santiago said.",
        ),
        ("Kenya accused Uganda of shelling a Kenyan village.", "Uganda accused Kenya of shelling a Ugandan village."),
        ("LIMA, Peru (Wire) – Chile fired first.", "SANTIAGO, Chile (Wire) – Peru fired first."),
        ("Troops of Russian make haven’t left yet.", "Troops of Kenyan make haven’t left yet."),
        ("A U.S.-backed patrol came back.", "A Chad-backed patrol came back."),
        ("IS gunmen shot at the JNIM camp.", "JNIM gunmen shot at the IS camp."),
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


def test_a_name_of_several_words_is_parsed_as_one_word_is() -> None:
    text = "Saudi Arabia accused Boko Haram of shelling Saint Lucia."
    long, short = parsed(text).tokens, parsed("Peru accused Hamas of shelling Chad.").tokens
    heads = [t for t in long if t.dep != "compound"]
    assert [(t.pos, t.tag, t.dep) for t in heads] == [(t.pos, t.tag, t.dep) for t in short]
    assert [(t.text, long[t.head].text) for t in long if t.dep == "compound"] == [
        ("Saudi", "Arabia"),
        ("Boko", "Haram"),
        ("Saint", "Lucia"),
    ]
    assert [text[t.start : t.end] for t in long] == [t.text for t in long]
    assert [t.i for t in long] == list(range(len(long)))


def test_in_a_line_of_capitals_a_short_word_is_no_abbreviation() -> None:
    assert [t.pos for t in parsed("THE ROAD IS CLOSED").tokens if t.text == "IS"] != ["PROPN"]
    assert [t.pos for t in parsed("They fought IS there.").tokens if t.text == "IS"] == ["PROPN"]
