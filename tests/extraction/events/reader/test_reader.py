"""The reader that ships: its files, and what it adds to the rules."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest

from fogline.config import Engine
from fogline.errors import ModelError
from fogline.extraction.events.reader import card as cards
from fogline.extraction.events.reader import network as networks
from fogline.model import Document, Report
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

TEXT = (
    "The army said on Friday it had captured the village of Koro. A spokesman for the rebels denied it.\n\n"
    "“We will keep fighting until the last soldier leaves,” he said. Three people were killed, medics said."
)
LARGEST = 30_000_000  # bytes


def report() -> Report:
    return report_from_text(TEXT, language="en")


def read_by(engine: Engine) -> Document:
    return analyse(report(), stages_of(engine))


def test_rules_alone_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(networks, "Network", None)
    networks.network.cache_clear()
    found = read_by(Engine.RULES)
    assert found.claims and all(event.reading is None for event in found.events)


def test_each_event_says_what_the_reader_makes_of_it() -> None:
    events = read_by(Engine.HYBRID).events
    assert {event.entry for event in read_by(Engine.RULES).events} <= {event.entry for event in events}
    for event in events:
        assert event.reading is not None
        assert 0 <= event.reading.rival <= 1 and 0 <= event.reading.own <= event.reading.family <= 1
        assert math.isclose(sum(chance for _, chance in event.reading.stances), 1, abs_tol=1e-3)


def test_the_reader_finds_events_by_itself() -> None:
    found = read_by(Engine.LEARNED)
    assert found.events and all(event.entry.startswith("reader.") for event in found.events)
    assert "harm.killed" in {claim.event for claim in found.claims}
    assert all(claim.because[0].startswith("event: reader ") for claim in found.claims)


def test_a_damaged_network_is_not_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in cards.card().files:
        shutil.copyfile(cards.MODELS / name, tmp_path / name)
    with (tmp_path / networks.NETWORK).open("r+b") as file:
        file.seek(1000)
        file.write(b"\0\0\0\1")
    monkeypatch.setattr(networks, "MODELS", tmp_path)
    with pytest.raises(ModelError, match=networks.NETWORK):
        networks.Network()


def test_the_network_is_small() -> None:
    assert (cards.MODELS / networks.NETWORK).stat().st_size <= LARGEST
