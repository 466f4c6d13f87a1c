"""Who the source of a claim is, and the one name that it has throughout a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Document

Read = Callable[..., Document]
DAY = "2024-05-03"  # a Friday

# text, words of one event, the source's words and name; "" for the report's own voice
SOURCES = [
    # what pictures are cited for is said by who cites them
    (
        "The army had left the port of Hodeidah, according to Reuters, which cited footage.",
        "left",
        "Reuters",
        "Reuters",
    ),
    (
        "A UN report, citing satellite images, said soldiers had burned 30 villages.",
        "burned",
        "A UN report",
        "UN report",
    ),
    # headlines whose clause has no auxiliary
    ("Army says 10 killed in Bara", "killed", "Army", "Army"),
    ("Police say dozens wounded in blast", "wounded", "Police", "Police"),
    ("Kenya says three killed in Ugandan strike on Busia", "killed", "Kenya", "Kenya"),
    ("Ten killed in Khartoum shelling - army", "killed", "army", "army"),
    ("Ten killed in shelling, says army", "killed", "army", "army"),
    ("Bridge destroyed in Kherson — officials", "destroyed", "officials", "officials"),
    # a place before a headline's colon
    ("Ethiopia: drone strike kills 20", "kills", "", ""),
    ("Gaza: 20 killed in strikes", "killed", "", ""),
    ("Nairobi: 20 wounded in blast", "wounded", "", ""),
    ("Nairobi: Ugandan drone strike kills 20", "kills", "Nairobi", "Kenya"),
    ("Uganda: Kenya shelled Busia", "shelled", "Uganda", "Uganda"),
    ("UN: drone strike kills 20", "kills", "UN", "United Nations"),
    ("Defence ministry: drone strike kills 20", "kills", "Defence ministry", "Defence ministry"),
    # a dateline without a day, under a title
    (
        "Dozens flee market\n\nNyala, Sudan - Witnesses said a drone killed 20 people.",
        "killed",
        "Witnesses",
        "Witnesses",
    ),
    # a surname that no table and no parser knows
    ("Col. Hamid Tarrouq left. Tarrouq said the army killed 12 people in Bara.", "killed", "Tarrouq", "Hamid Tarrouq"),
    ("Nobody came. Oyelaran told reporters that rebels had killed two guards.", "killed", "Oyelaran", "Oyelaran"),
]


@pytest.mark.parametrize(("text", "event", "words", "name"), SOURCES)
def test_source(read: Read, text: str, event: str, words: str, name: str) -> None:
    found = [claim for claim in read(text, DAY).claims if event in claim.trigger.text]
    told = {(c.source.words.text if c.source.words else "", c.source.name or "") for c in found}
    assert told == {(words, name)}


def test_who_cites_a_source_is_no_part_of_the_evidence(read: Read) -> None:
    text = "Jets bombed the port of Bhamo, according to local officials, cited by Radio Free Asia."
    (claim,) = read(text, DAY).claims
    assert claim.evidence.text == "Jets bombed the port of Bhamo, according to local officials"
    assert [link.words.text for link in claim.source.chain if link.words] == ["Radio Free Asia", "local officials"]
