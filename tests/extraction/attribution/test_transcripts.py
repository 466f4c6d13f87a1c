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
