from __future__ import annotations

import pytest

from fogline.assessment.control.parts import Part, names_a_part, parts_known


@pytest.mark.parametrize("part", parts_known(), ids=lambda part: part.id)
def test_a_part_of_a_place_is_told_from_the_place(part: Part) -> None:
    for example in part.example:
        assert names_a_part(f"its troops had taken {example} on Friday", "X"), example
    for example in part.not_:
        assert not names_a_part(f"its troops had taken {example} on Friday", "X"), example


def test_without_the_words_for_the_place_nothing_is_a_part() -> None:
    assert not names_a_part("its troops had taken several streets", None)
