"""Long runs on the annotated reports beside the checkout: how much is found (how fast: `python -m eval.speed`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.annotation import read_folder
from eval.run import read_with_fogline
from eval.score import Scores, score

pytestmark = pytest.mark.long

LEAST = {
    "dev": {"family_f1": 0.58, "type_f1": 0.50, "core_f1": 0.58, "whole_f1": 0.12, "firm_f1": 0.35},
    "train": {"family_f1": 0.50, "type_f1": 0.42, "core_f1": 0.50, "whole_f1": 0.12, "firm_f1": 0.35},
}
LEAST_SHARES = {"source": 0.75, "source_side": 0.75}


def scores(folder: Path) -> Scores:
    return score(read_with_fogline(read_folder(folder)))


@pytest.mark.parametrize("part", sorted(LEAST))
def test_reports_of_other_wars_are_read_well_enough(shared: Path, part: str) -> None:
    found = scores(shared / "gold" / part)
    figures = found.figures()
    assert found.ungrounded == 0
    low = {n: (figures[n], least) for n, least in {**LEAST[part], **LEAST_SHARES}.items() if figures[n] < least}
    assert low == {}
