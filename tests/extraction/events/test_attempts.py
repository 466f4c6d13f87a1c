"""What is tried is an aim; what was tried and failed is the deed, told as not done."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.model import Document

# sentence, type of the event told of the deed that was tried or meant, whether it is negated
ATTEMPTS = [
    ("The army made an attempt to capture the fort.", "politics.goal", False),
    ("A failed attempt to capture the fort ended on Sunday.", "control.captured", True),
    ("The army tried unsuccessfully to capture the fort.", "control.captured", True),
    ("Attempts to capture the fort failed.", "control.captured", True),
    ("The rebels foiled an attempt to capture the fort.", "control.captured", True),
    ("The failed campaign to seize the fort ended in May.", "control.captured", True),
    ("The army had no plan to capture the fort.", "politics.goal", True),
    ("The army launched an operation to retake the fort.", "politics.goal", False),
    ("The army managed to retake the fort.", "control.captured", False),
]


@cache
def _read() -> tuple[Document, dict[str, tuple[int, int]]]:
    return read_events(sentence for sentence, *_ in ATTEMPTS)


@pytest.mark.parametrize(("sentence", "kind", "negated"), ATTEMPTS)
def test_an_attempt_is_an_aim_until_it_failed(sentence: str, kind: str, negated: bool) -> None:
    document, spans = _read()
    start, end = spans[sentence]
    events = [event for event in document.events if start <= event.start < end]
    told = {(event.type, event.negated) for event in events if event.type in {"politics.goal", "control.captured"}}
    assert told == {(kind, negated)}
