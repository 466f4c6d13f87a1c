"""The words that make a claim: more than a noun that tells of a deed, less than what tells of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline import samples
from fogline.config import Engine
from fogline.model import Claim, Document
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

Read = Callable[..., Document]


def of(document: Document, event: str) -> Claim:
    (claim,) = [claim for claim in document.claims if claim.event == event]
    return claim


def test_a_noun_that_tells_of_a_deed_is_shown_with_its_clause(read: Read) -> None:
    claim = of(read("Several explosions were heard near the port at dawn."), "attack.explosion")
    assert claim.evidence.text == "Several explosions were heard near the port at dawn"


def test_what_tells_of_another_deed_is_no_part_of_it(read: Read) -> None:
    document = read("Rebels said they had captured the town of Koro, and residents said two people were killed.")
    captured, killed = of(document, "control.captured").evidence.text, of(document, "harm.killed").evidence.text
    assert "they had captured the town of Koro" in captured and "killed" not in captured
    assert "two people were killed" in killed and "captured" not in killed


@pytest.mark.parametrize("engine", [Engine.RULES, Engine.HYBRID])
def test_evidence_holds_the_trigger_and_says_why(engine: Engine) -> None:
    for name in samples.PLACELESS:
        document = analyse(report_from_text(samples.load(name).text), stages_of(engine))
        assert document.claims
        for claim in document.claims:
            assert claim.evidence.start <= claim.trigger.start < claim.trigger.end <= claim.evidence.end
            assert any(reason.startswith("evidence: model ") for reason in claim.because)
