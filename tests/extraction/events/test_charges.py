"""Who is said to have done a deed: the doer that a charge names, and the deed that it is about."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.extraction.events.charges import charges
from fogline.knowledge.schemas.charges import Charge
from fogline.model import Document, Event

ENTRIES = charges()

# text, word of the event, its type, word of the doer
DONE = [
    ("A shell hit the clinic in Gao. Chad blamed the rebels.", "blamed", "attack.shelling", "rebels"),
    ("Chad blamed the rebels for the shelling of the clinic in Gao.", "blamed", "attack.shelling", "rebels"),
    ("Rockets hit the clinic in Gao. Chad blamed it on the rebels.", "blamed", "attack.shelling", "rebels"),
    ("Chad blamed the air strike on Niger.", "blamed", "attack.airstrike", "Niger"),
    ("A car bomb went off in Gao. The militia claimed responsibility.", "claimed", "attack.explosion", "militia"),
    ("The militia took responsibility for the rocket fire.", "took", "attack.shelling", "militia"),
    ("The militia claimed responsibility for shelling the clinic.", "shelling", "attack.shelling", "militia"),
    ("Responsibility for the car bombing was claimed by the militia.", "claimed", "attack.explosion", "militia"),
    ("The air strike was attributed to Niger by the inquiry.", "strike", "attack.airstrike", "Niger"),
    ("Chad accused the militia of the car bombing in Gao.", "bombing", "attack.explosion", "militia"),
    ("Chad said that the militia was responsible for the car bombing.", "responsible", "attack.explosion", "militia"),
]
# text, word of the event that those who speak lay at one another's door
MUTUAL = [
    ("Chad and Niger accused each other of shelling the clinic.", "shelling"),
    ("Chad and Niger each accused the other of shelling the clinic.", "shelling"),
    ("Chad and Niger blamed one another for the air strike.", "blamed"),
    ("Chad and Niger traded accusations over the air strike.", "traded"),
]
# text, word that makes no charge
NO_CHARGE = [
    ("No group has claimed responsibility for the car bombing.", "claimed"),
    ("Chad blamed the drought for the famine.", "blamed"),
    ("The militia was not responsible for the car bombing.", "responsible"),
]


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    rows = [text for entry in ENTRIES for text in (*entry.example, *entry.not_)]
    return read_events(dict.fromkeys([*rows, *(row[0] for row in (*DONE, *MUTUAL, *NO_CHARGE))]))


def found(text: str) -> list[Event]:
    read, spans = document()
    start, end = spans[text]
    return [event for event in read.events if start <= event.start < end]


def word(i: int | None) -> str | None:
    return None if i is None else document()[0].structure.tokens[i].text


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_each_entry_finds_the_doer_in_its_example(entry: Charge) -> None:
    for text in entry.example:
        if entry.tells:
            assert entry.id in {event.entry for event in found(text)}, text
        else:
            assert "rebels" in {word(event.actor) for event in found(text)}, text


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.not_], ids=lambda entry: entry.id)
def test_no_entry_finds_what_it_must_not(entry: Charge) -> None:
    for text in entry.not_:
        assert "charge" not in {event.reply for event in found(text)}, text


@pytest.mark.parametrize(("text", "head", "kind", "doer"), DONE, ids=[row[0] for row in DONE])
def test_who_is_charged_did_the_deed(text: str, head: str, kind: str, doer: str) -> None:
    (event,) = [event for event in found(text) if word(event.head) == head]
    assert (event.type, word(event.actor)) == (kind, doer)


@pytest.mark.parametrize(("text", "head"), MUTUAL, ids=[row[0] for row in MUTUAL])
def test_a_charge_may_be_mutual(text: str, head: str) -> None:
    (event,) = [event for event in found(text) if word(event.head) == head]
    assert event.mutual and event.actor is None
    assert event.type.startswith("attack.")


@pytest.mark.parametrize(("text", "head"), NO_CHARGE, ids=[row[0] for row in NO_CHARGE])
def test_what_charges_nobody_is_no_charge(text: str, head: str) -> None:
    assert not [event for event in found(text) if word(event.head) == head and event.reply == "charge"]
