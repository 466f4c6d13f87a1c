"""What the learned models judge: which mentions are claims, and with which stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.claims.features import Mentions
from fogline.claims.keep import LEAST
from fogline.claims.lookup import Lookup
from fogline.model import Document

Read = Callable[..., Document]
DAY = "2024-05-03"
NAMES = ("armenia", "azerbaijan", "lachin", "kelbajar")


@pytest.mark.parametrize(
    ("text", "event", "stance"),
    [
        ("Armenian troops captured the town of Lachin, the Defence Ministry said.", "control.captured", "asserts"),
        ("Armenia denied that its troops had captured the town of Lachin.", "control.captured", "denies"),
        ("Officials warned that the army could attack the port within days.", "attack.other", "expects"),
        ("Armenia vowed to retake the town of Lachin.", "politics.goal", "intends"),
    ],
)
def test_a_claim_has_the_stance_of_its_words(read: Read, text: str, event: str, stance: str) -> None:
    assert stance in {claim.stance for claim in read(text, DAY).claims if claim.event == event}


def test_a_claim_names_the_models_and_their_scores(read: Read) -> None:
    (claim,) = read("Shelling killed nine people in Lachin on Thursday.", DAY).claims[-1:]
    assert any(reason.startswith("event: model keep 0.") for reason in claim.because)
    assert any(reason.startswith("stance: model stance ") for reason in claim.because)
    assert LEAST <= claim.confidence <= 1


def test_asides_are_mentions_but_no_claims(read: Read) -> None:
    document = read("The raid killed nine people in Lachin. Asked how he was, the old man who sold apples smiled.", DAY)
    assert {claim.event for claim in document.claims} >= {"harm.killed"}
    heads = {document.structure.tokens[event.head].text for event in document.events}
    told = {claim.trigger.text for claim in document.claims}
    assert "sold" in heads - told


def test_the_models_are_told_no_names(read: Read) -> None:
    text = "Azerbaijani forces shelled Lachin, Armenia said. Armenian guns in Kelbajar answered Azerbaijan's fire."
    document = read(text, DAY)
    told = [feature for _, features in Mentions(Lookup(document), document.events).described() for feature in features]
    assert told
    assert not [feature for feature in told for name in NAMES if name in feature.lower()]
