"""Names of persons and bodies that no table knows: how far they reach, and who bears them again."""

from collections.abc import Callable

import pytest

from fogline.model import Actor

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
