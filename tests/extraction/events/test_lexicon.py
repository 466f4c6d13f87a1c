"""Every entry of the event tables finds its event in its own examples, and not where it must not."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.extraction.events.lexicon import all_triggers, all_weapons
from fogline.extraction.events.modality_cues import Cue
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.events import Trigger, Weapon
from fogline.model import Document, Event

TRIGGERS = all_triggers()
CUES = load_yaml("events/modality.yaml", Cue)


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    """All examples in one document, and where each stands."""
    rows = [
        *(text for trigger in TRIGGERS for text in (*trigger.example, *trigger.not_)),
        *(text for weapon in all_weapons() for text in weapon.example),
        *(cue.example for cue in CUES),
    ]
    return read_events(dict.fromkeys(rows))


def events(text: str) -> list[Event]:
    found, spans = document()
    start, end = spans[text]
    return [event for event in found.events if start <= event.start < end]


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.id)
def test_each_entry_finds_its_example(trigger: Trigger) -> None:
    for text in trigger.example:
        assert trigger.id in {event.entry for event in events(text)}, text


@pytest.mark.parametrize("trigger", [t for t in TRIGGERS if any(t.not_)], ids=lambda trigger: trigger.id)
def test_no_entry_finds_what_it_must_not(trigger: Trigger) -> None:
    for text in trigger.not_:
        assert trigger.id not in {event.entry for event in events(text)}, text


@pytest.mark.parametrize("weapon", all_weapons(), ids=lambda weapon: weapon.id)
def test_each_weapon_decides_the_type_of_its_attack(weapon: Weapon) -> None:
    for text in weapon.example:
        assert weapon.event in {event.type for event in events(text)}, text


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_each_cue_changes_the_standing_of_its_event(cue: Cue) -> None:
    reasons = {reason for event in events(cue.example) for reason in event.because}
    assert f"stance: {cue.id}" in reasons


def test_ids_are_unique() -> None:
    ids = [trigger.id for trigger in TRIGGERS]
    assert len(set(ids)) == len(ids)
