"""The examples in the knowledge files are tests."""

from __future__ import annotations

import pytest

from fogline.knowledge.load import load_yaml
from fogline.reports import cues, outlets
from fogline.reports.english import CommonWords, is_english


@pytest.mark.parametrize("cue", cues.cues(), ids=lambda cue: cue.id)
def test_cue_finds_its_example_and_leaves_the_other_alone(cue: cues.Cue) -> None:
    found = cues.find(cue.where, cue.example, 0, len(cue.example))
    assert found is not None and found.cue.id == cue.id
    if cue.unlike is not None:
        other = cues.find(cue.where, cue.unlike, 0, len(cue.unlike))
        assert other is None or other.cue.id != cue.id


def test_cue_ids_are_unique() -> None:
    ids = [cue.id for cue in cues.cues()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("outlet", outlets.outlets(), ids=lambda outlet: outlet.id)
def test_outlet_is_recognised_in_its_example(outlet: outlets.Outlet) -> None:
    if outlet.agency:
        assert outlets.agency_in(outlet.example) == outlet.name
    else:
        assert any(name in outlet.example for name in (outlet.name, *outlet.names))


@pytest.mark.parametrize("entry", load_yaml("reports_english.yaml", CommonWords), ids=lambda entry: entry.id)
def test_english_is_told(entry: CommonWords) -> None:
    assert is_english(entry.example)
    assert not is_english(entry.unlike)


def test_a_terse_release_full_of_names_is_english() -> None:
    assert is_english(
        "Evening Operational Update. PORT KAVOR, Astoria. Coalition Marines came under fire while clearing a compound "
        "against suspected Free Astoria Movement fighters during Operation Daran, Kavor Province, today, killing two."
    )
