"""Names of persons and bodies that no table knows: how far they reach, and who bears them again."""

from collections.abc import Callable

import pytest

from fogline.extraction.actors import actors
from fogline.extraction.attribution import attributions
from fogline.language import structure
from fogline.model import Actor, Document
from fogline.reports import report_from_text

Read = Callable[[str], tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("RSF spokesman Col. Hamid Tarrouq denied it. Tarrouq said the army fled.", "Tarrouq", "Hamid Tarrouq"),
        (
            "Salma Belhadj-Toumi, a nurse, said troops fled. Belhadj-Toumi said so.",
            "Belhadj-Toumi",
            "Salma Belhadj-Toumi",
        ),
        ("Lenkova dismissed it. Daria Lenkova, a minister, said troops fled.", "Lenkova", "Daria Lenkova"),
        ("Gen. Sidi Ould Bahri said troops fled. Bahri told reporters so.", "Bahri", "Sidi Ould Bahri"),
    ],
)
def test_a_surname_alone_is_the_person_named_in_full(read: Read, text: str, words: str, name: str) -> None:
    found = [actor for actor in read(text) if actor.text == words]
    assert [actor.name for actor in found] == [name]


def test_a_name_that_speaks_is_a_mention_however_the_parse_ties_it() -> None:
    text = "Osman al-Tahir: Rebels shelled the gate.\nAnna: It was shut.\nOsman al-Tahir: They fled."
    found = actors(attributions(structure(Document(report_from_text(text))))).actors
    assert {"Osman al-Tahir", "Anna"} <= {actor.name for actor in found}


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("The Lemba Front (LF) said it fled. The LF said so.", "The LF", "Lemba Front"),
        ("The LF (Lemba Front) said it fled. The Lemba Front said so.", "The Lemba Front", "Lemba Front"),
        ("The Ministry of Health (MoH) said it fled. The MoH said so.", "The MoH", "Ministry of Health"),
        ("The Tula Rights Network (TRN) said rebels fled. TRN said so.", "TRN", "Tula Rights Network"),
    ],
)
def test_letters_in_brackets_stand_for_the_name_before_them(read: Read, text: str, letters: str, name: str) -> None:
    found = [actor for actor in read(text) if actor.text == letters]
    assert {actor.name for actor in found} == {name}
    assert {actor.kind for actor in found} != {"witness"}


def test_other_letters_in_brackets_are_somebody_else(read: Read) -> None:
    found = {actor.text: actor.name for actor in read("Ada Lo (AP) said rebels fled. AP said so.")}
    assert found["AP"] == "Associated Press"
