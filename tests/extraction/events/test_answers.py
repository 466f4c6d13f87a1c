"""Denials and silences that answer a claim told elsewhere: their type is that of what they answer."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.extraction.events.answers import answers
from fogline.knowledge.schemas.answers import Answer
from fogline.model import Document, Event

ENTRIES = answers()

# text, word of the answer, type of what it answers, whether it denies (else it withholds)
ANSWERED = [
    ("Chad said rebels shelled the clinic in Abeche. The rebels denied it.", "denied", "attack.shelling", True),
    (
        "The governor blamed the militia for the air strike, which the militia denies.",
        "denies",
        "attack.airstrike",
        True,
    ),
    (
        "Troops seized the port of Massawa, the governor said. The rebels rejected the claim.",
        "rejected",
        "control.captured",
        True,
    ),
    (
        "Rebels shot down a helicopter, Radio Sahel reported. The claim was false, the colonel said.",
        "was",
        "attack.intercept",
        True,
    ),
    (
        "Azania accused Borduria of bombarding the dam. Borduria called the accusation a lie.",
        "called",
        "attack.shelling",
        True,
    ),
    ("Forty civilians were killed, the monitor said. That is not true, the general said.", "is", "harm.killed", True),
    (
        "Warplanes bombed the market. The junta denied responsibility for the air strike.",
        "denied",
        "attack.airstrike",
        True,
    ),
    ("A drone attack hit the depot. The army declined to comment.", "declined", "attack.drone", False),
    ("A drone attack hit the depot. There was no immediate comment from the junta.", "was", "attack.drone", False),
    (
        "Missile strikes hit the barracks. The ministry did not respond to requests for comment.",
        "respond",
        "attack.missile",
        False,
    ),
    (
        "The rebels said they seized the airfield at Kidal. The claim could not be independently verified.",
        "verified",
        "control.captured",
        False,
    ),
    ("The colonel said 300 rebels were killed. It was not possible to confirm the toll.", "was", "harm.killed", False),
    (
        "A car bomb went off at the gate. No group has claimed responsibility for the bombing.",
        "claimed",
        "attack.explosion",
        False,
    ),
    (
        "A car bomb went off at the gate. There was no immediate claim of responsibility.",
        "was",
        "attack.explosion",
        False,
    ),
    ("The army did not say how many soldiers were killed.", "say", "harm.killed", False),
    (
        "Rebels shelled the clinic in Abeche that troops had captured in May, Chad said. The rebels denied it.",
        "denied",
        "attack.shelling",
        True,
    ),
    (
        "Sudanese jets bombed the market after Chad's troops shelled the camp, the envoy said. Sudan denied it.",
        "denied",
        "attack.airstrike",
        True,
    ),
    (
        "Chad's troops shelled the camp after Sudanese jets bombed the market, the envoy said. Sudan denied it.",
        "denied",
        "attack.airstrike",
        True,
    ),
    (
        "Drones struck the depot in Gao. Looters fled. The militia denied being behind the alleged attack.",
        "denied",
        "attack.drone",
        True,
    ),
    (
        "Warplanes bombed the market. The militia, which shelled Gao in May, denied the report.",
        "denied",
        "attack.airstrike",
        True,
    ),
    (
        "Warplanes bombed the market. The junta denied responsibility and said rebels had shelled the town.",
        "denied",
        "attack.airstrike",
        True,
    ),
    ("The spokesman gave no details of the air strike.", "gave", "attack.airstrike", False),
]
# text, word that is no answer
SILENT = [
    ("The army did not deny the shelling of the clinic.", "deny"),
    ("The army confirmed the loss of the jet.", "confirmed"),
    ("The envoy commented on the raid at length.", "commented"),
    ("The rebels claimed responsibility for the blast.", "claimed"),
    ("The colonel said that rebels shelled the clinic.", "said"),
    ("The claim was true, the colonel said.", "was"),
    ("The village was reached at dawn by the column.", "reached"),
]


def texts() -> list[str]:
    rows = [text for entry in ENTRIES for text in (*entry.example, *entry.not_)]
    return list(dict.fromkeys([*rows, *(row[0] for row in ANSWERED), *(row[0] for row in SILENT)]))


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    return read_events(texts())


def found(text: str) -> list[Event]:
    read, spans = document()
    start, end = spans[text]
    return [e for e in read.events if start <= e.start < end and e.entry.startswith("answer.")]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_each_entry_finds_its_example(entry: Answer) -> None:
    for text in entry.example:
        assert entry.id in {event.entry for event in found(text)}, text


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.not_], ids=lambda entry: entry.id)
def test_no_entry_finds_what_it_must_not(entry: Answer) -> None:
    for text in entry.not_:
        assert entry.id not in {event.entry for event in found(text)}, text


@pytest.mark.parametrize(("text", "head", "kind", "denies"), ANSWERED, ids=[row[0] for row in ANSWERED])
def test_an_answer_has_the_type_of_what_it_answers(text: str, head: str, kind: str, denies: bool) -> None:
    tokens = document()[0].structure.tokens
    (event,) = [e for e in found(text) if tokens[e.head].text == head]
    assert (event.type, event.negated) == (kind, denies)
    assert (event.modality == "unknown") is not denies


@pytest.mark.parametrize(("text", "word"), SILENT, ids=[row[0] for row in SILENT])
def test_what_is_told_is_no_answer(text: str, word: str) -> None:
    tokens = document()[0].structure.tokens
    assert word not in {tokens[e.head].text for e in found(text)}


def test_who_answers_is_named_by_the_answer() -> None:
    tokens = document()[0].structure.tokens
    speakers = {
        tokens[e.head].text: tokens[e.speaker].text
        for row in (ANSWERED[0], ANSWERED[7], ANSWERED[8])
        for e in found(row[0])
        if e.speaker is not None
    }
    assert speakers == {"denied": "rebels", "declined": "army", "was": "junta"}


def test_an_answer_points_at_the_event_it_answers() -> None:
    tokens = document()[0].structure.tokens
    (event,) = found(ANSWERED[0][0])
    assert event.answers is not None and tokens[event.answers].text == "shelled"
