"""The ways in which reports attribute: one sentence or passage each, with who says the words in question, and how."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from fogline.extraction.attribution import attributions
from fogline.extraction.coverage import Coverage
from fogline.language import structure
from fogline.model import Attribution, Document
from fogline.reports import report_from_text

# forms.txt: text | words in question | source ("-" where nobody is named) | stance. "/" stands for a line break.
FORMS = Path(__file__).with_name("forms.txt").read_text(encoding="utf-8").splitlines()


@cache
def read(text: str) -> tuple[Attribution, ...]:
    return attributions(structure(Document(report_from_text(text, language="en")))).attributions


def words(text: str, spans: object) -> str:
    return " / ".join(text[s.start : s.end] for s in spans)  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[:50])
def test_form(form: str) -> None:
    text, said, source, stance = form.split("|")
    text = text.replace("/", "\n")
    found = Coverage(read(text)).over(text.index(said))
    assert found
    inner = read(text)[found[0]]
    assert (words(text, inner.source) or "-", inner.stance) == (source, stance)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The governor could not be reached for comment.", "The governor"),
        ("Calls to the ministry went unanswered.", "the ministry"),
        ("A spokesman did not return calls seeking comment.", "A spokesman"),
        ("Requests for comment were not immediately answered by the embassy.", "the embassy"),
        ("Zembia made no comment.", "Zembia"),
    ],
)
def test_silence_about_everything(text: str, source: str) -> None:
    (silence,) = read(text)
    assert (words(text, silence.source), silence.stance, silence.content) == (source, "withholds", ())


@pytest.mark.parametrize(
    "after",
    [
        "The claim could not be independently verified.",
        "AFP could not verify the claim.",
        "Reuters was not able to verify this independently.",
        "The report could not be confirmed.",
    ],
)
def test_what_could_not_be_verified_is_what_was_said_before(after: str) -> None:
    text = f"The rebels said they had shot down a helicopter. {after}"
    withheld = [a for a in read(text) if a.stance == "withholds"]
    assert len(withheld) == 1
    assert "they had shot down a helicopter" in words(text, withheld[0].content)
    said = read(text)[Coverage(read(text)).over(text.index("shot"))[0]]
    assert (words(text, said.source), said.stance) == ("The rebels", "asserts")


@pytest.mark.parametrize(
    "text",
    [
        "Explainer: how rebels took the pass",
        "Rebels seize Koro airport - Kesh Times",
        "The army, it is feared by none, marched on.",
        "Ask yourself why the dam burst.",
        "Colonel Barre commands the southern garrison.",
        "“As I said, we tell them nothing.”",
        "The “liberators” looted the pharmacy.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert [a for a in read(text) if a.source] == []
