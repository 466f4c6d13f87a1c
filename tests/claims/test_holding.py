"""Whether words tell that a place was taken, or that someone holds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Document

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hamas controls the town of Rafah, the army said.", "control.held"),
        ("The town of Rafah is controlled by Hamas, the army said.", "control.held"),
        ("Shells fell on Hamas-controlled districts of Rafah.", "control.held"),
        ("Hamas fully controls the town of Rafah, the army said.", "control.captured"),
        ("The town of Rafah is under the control of Hamas, the army said.", "control.captured"),
        ("The fall of Rafah would allow Hamas to control the border.", "control.captured"),
        ("The army denied that Hamas controlled the town of Rafah.", "control.captured"),
        ("Hamas captured the town of Rafah, the army said.", "control.captured"),
    ],
)
def test_a_state_is_no_deed(read: Read, text: str, event: str) -> None:
    found = {claim.event for claim in read(text, "2024-05-08").claims if claim.event.startswith("control.")}
    assert found == {event}


def test_who_denies_a_state_contradicts_it(read: Read) -> None:
    text = "Hamas controls the town of Rafah, the army said. Hamas denied it."
    told, denied = (claim for claim in read(text, "2024-05-08").claims if claim.event.startswith("control."))
    assert (told.event, denied.stance, denied.against) == ("control.held", "denies", told.id)
