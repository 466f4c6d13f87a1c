"""Lines that open with their speaker's name: transcripts, and quotations after a name and a colon."""

from __future__ import annotations

import pytest

from fogline.extraction.attribution import attributions
from fogline.language import structure
from fogline.model import Document
from fogline.reports import report_from_text

LABELS = [
    "JEAN-PAUL KITENGE",
    "MARK O'NEIL",
    "OMAR AL-BASRI",
    "MARIA van der BERG",
    "DR. ANA DE LA CRUZ",
    "AMAL bint OMAR",
    "PIET DOORN, MAYOR OF KORO",
    "WARDEN",
]


def turns(text: str) -> list[tuple[str, str]]:
    found = attributions(structure(Document(report_from_text(text)))).attributions
    return [
        (text[a.source[0].start : a.source[-1].end], text[a.content[0].start : a.content[-1].end])
        for a in found
        if a.entry == "phrase.transcript"
    ]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_in_capitals_names_the_speaker(label: str) -> None:
    text = f"PILOT: Rebels took the dam.\n{label}: The gate is shut.\nLater the storm passed."
    assert turns(text) == [("PILOT", "Rebels took the dam"), (label, "The gate is shut")]


def test_a_remark_in_brackets_is_no_name() -> None:
    text = "ANA LEE (through an interpreter): The gate is shut.\nWARDEN: It is open."
    assert turns(text) == [("ANA LEE", "The gate is shut"), ("WARDEN", "It is open")]


def test_other_labels_need_somebody_who_speaks_twice() -> None:
    lines = ["Osman al-Tahir: The gate is shut.", "Anna: It is open.", "Osman al-Tahir: It was shut."]
    assert [who for who, _ in turns("\n".join(lines))] == ["Osman al-Tahir", "Anna", "Osman al-Tahir"]
    assert turns("\n".join(lines[:2])) == []
    assert turns("\n".join([*lines[:2], "Piet Doorn: It was shut."])) == []


def test_what_is_told_between_two_turns_is_the_first_ones_and_after_the_last_the_reports() -> None:
    text = "WARDEN: The gate is shut.\nIt was shut at noon.\nPILOT: It is open.\nRebels took the dam."
    assert turns(text) == [("WARDEN", "The gate is shut.\nIt was shut at noon"), ("PILOT", "It is open")]


@pytest.mark.parametrize(
    "label", ["Jean-Paul Kitenge", "Amina Okelo, a teacher", "Gen. Adam Brown", "The mayor of Koro", "OKELO"]
)
def test_a_quotation_after_a_label_is_the_labels(label: str) -> None:
    line = f'{label}: "They burned the school. We hid in the maize."'
    text = f"Shells fell on Koro on Monday, and many fled.\n{line}\nIt rained."
    (found,) = attributions(structure(Document(report_from_text(text)))).attributions
    assert text[found.source[0].start : found.source[-1].end] == label
    assert text[found.content[0].start : found.content[-1].end] == "They burned the school. We hid in the maize"
    assert found.quoted == "direct"


@pytest.mark.parametrize("line", ['Update: "They burned the school."', 'It read as follows: "They burned the school."'])
def test_other_words_before_a_colon_are_nobodys_label(line: str) -> None:
    text = f"Shells fell on Koro on Monday.\n{line}"
    found = attributions(structure(Document(report_from_text(text)))).attributions
    assert not [a for a in found if "attribution.label_before_quotation" in a.because]
