"""The scorer, the checker and the floors, on one small annotated report."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eval import breakdown, run
from eval.annotation import AnnotatedReport, occurrences, read_annotated, read_folder
from eval.check import faults
from eval.floors import Floors, digest, read_floors, write_floors
from eval.score import score

TEXT = "The army said on Monday that it had taken\n  Oldport.\n\nThe rebels denied that Oldport had fallen."
CLAIM: dict[str, Any] = {
    "id": "c1", "evidence": "it had taken Oldport", "trigger": "had taken", "event": "control.captured",
    "stance": "asserts", "source": "The army", "source_kind": "military", "source_side": "Freedonia",
    "actor_side": "Freedonia", "place": "Oldport", "place_name": "Oldport", "place_lat": 10.0, "place_lon": 20.0,
    "time_from": "2024-05-06", "time_to": "2024-05-06", "said_from": "2024-05-06", "said_to": "2024-05-06",
    "value": None, "unit": None, "value_low": None, "value_high": None, "against": None,
}  # fmt: skip
DENIAL = {
    **CLAIM, "id": "c2", "evidence": "The rebels denied that Oldport had fallen", "trigger": "had fallen",
    "stance": "denies", "source": "The rebels", "source_kind": "armed_group", "source_side": "rebels", "against": "c1",
}  # fmt: skip


@pytest.fixture
def annotated(tmp_path: Path) -> AnnotatedReport:
    return read_annotated(written(tmp_path, CLAIM, DENIAL))


def written(folder: Path, *claims: dict[str, Any]) -> Path:
    (folder / "r.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "r.json"
    path.write_text(json.dumps({"id": "r", "published": "2024-05-06", "publisher": None, "claims": claims}))
    return path


def words(part: str) -> dict[str, Any]:
    span = next(occurrences(TEXT, part))
    return {"start": span.start, "end": span.end, "text": TEXT[span.start : span.end]}


def perfect() -> list[dict[str, Any]]:
    common = {
        "event": "control.captured",
        "place": {**words("Oldport"), "name": "Oldport", "lat": 10.0, "lon": 20.1},
        "time": {**words("Monday"), "from": "2024-05-06", "to": "2024-05-06"},
        "said": {"from": "2024-05-06", "to": "2024-05-06"},
        "actor": {"side": "Freedonia"},
        "quantities": [],
    }
    army = {**words("The army"), "kind": "military", "side": "Freedonia", "name": None}
    rebels = {**words("The rebels"), "kind": "armed_group", "side": "Rebels", "name": None}
    claim = {
        "stance": "asserts",
        "source": army,
        "evidence": words("it had taken Oldport"),
        "trigger": words("had taken"),
    }
    denial = {
        "stance": "denies", "source": rebels, "evidence": words("Oldport had fallen"), "trigger": words("had fallen")
    }  # fmt: skip
    return [{**common, **claim, "against": None}, {**common, **denial, "against": "x"}]


def figures(annotated: AnnotatedReport, claims: list[dict[str, Any]]) -> dict[str, float]:
    return score([(annotated, {"claims": claims})]).figures()


def test_reading_all_as_annotated_scores_one_in_everything(annotated: AnnotatedReport) -> None:
    assert set(figures(annotated, perfect()).values()) == {1.0}


def test_reading_nothing_scores_zero(annotated: AnnotatedReport) -> None:
    assert set(figures(annotated, []).values()) == {0.0}


def test_a_claim_made_up_costs_precision(annotated: AnnotatedReport) -> None:
    made_up = {**perfect()[0], "event": "harm.killed"}
    assert figures(annotated, [*perfect(), made_up])["type_f1"] == pytest.approx(0.8)


def test_one_claim_read_twice_is_found_once(annotated: AnnotatedReport) -> None:
    claim = perfect()[0]
    assert figures(annotated, [claim, claim])["type_f1"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"stance": "hedges"}, "stance"),
        ({"source": {"kind": "narrator", "side": "none"}}, "source"),
        ({"actor": None}, "actor_side"),
        ({"place": {"name": "Newport", "lat": 40.0, "lon": 20.0}}, "place"),
        ({"time": {"from": "2024-05-01", "to": "2024-05-03"}}, "time"),
        ({"said": None}, "said"),
    ],
)
def test_a_wrong_field_is_counted_against_that_field(
    annotated: AnnotatedReport, change: dict[str, Any], lost: str
) -> None:
    claim, denial = perfect()
    found = figures(annotated, [{**claim, **change}, denial])
    assert found[lost] == 0.5
    assert found["type_f1"] == 1.0
    assert found["whole_f1"] == (1.0 if lost == "said" else 0.5)


def test_a_blown_up_trigger_finds_nothing(annotated: AnnotatedReport) -> None:
    whole = {"start": 0, "end": len(TEXT), "text": TEXT}
    claims = [{**claim, "trigger": whole, "evidence": whole} for claim in perfect()]
    assert figures(annotated, claims)["family_f1"] == 0.0


def test_a_span_that_is_not_in_the_text_is_ungrounded(annotated: AnnotatedReport) -> None:
    claims = perfect()
    claims[0]["trigger"] = {"start": 0, "end": 3, "text": "Its"}
    assert score([(annotated, {"claims": claims})]).ungrounded == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"evidence": "it had lost Oldport"}, "evidence"),
        ({"trigger": "fallen"}, "trigger"),
        ({"source": None}, "narrator"),
        ({"place": "Newport"}, "place"),
        ({"event": "control.taken"}, "event"),
        ({"time_to": None}, "time"),
        ({"place_lat": None}, "latitude"),
        ({"against": "c9"}, "c9"),
        ({"id": "c2"}, "twice"),
    ],
)
def test_the_checker_names_each_fault(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    found = faults(written(tmp_path, {**CLAIM, **change}, DENIAL))
    assert any(said in fault for fault in found)


def test_the_checker_passes_a_good_annotation(tmp_path: Path) -> None:
    assert faults(written(tmp_path, CLAIM, DENIAL)) == []


def test_floors_rise_and_never_sink() -> None:
    floors = Floors("old", {"type_f1": 0.5, "place": 0.8})
    raised = floors.raised({"type_f1": 0.6, "place": 0.7, "time": 0.5}, "new")
    assert raised.least == {"type_f1": pytest.approx(0.59), "place": 0.8, "time": pytest.approx(0.47)}
    assert raised.broken({"type_f1": 0.6, "place": 0.7, "time": 0.5}) == {"place": (0.7, 0.8)}


def test_the_shared_annotations_hold_to_the_same_rules(shared: Path) -> None:
    paths = sorted((shared / "gold" / "dev").glob("*.json"))
    assert paths
    assert [fault for path in paths for fault in faults(path)] == []


def test_a_folder_of_annotated_reports_is_scored_without_floors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, CLAIM, DENIAL)
    assert run.main([str(tmp_path)]) == 0
    assert "2 claims annotated" in capsys.readouterr().out


def test_raising_writes_floors_for_the_samples_and_keeps_higher_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    monkeypatch.setattr(run, "SAMPLES", folder)
    monkeypatch.setattr(run, "FLOORS", tmp_path / "floors.json")
    written(folder, CLAIM, DENIAL)
    write_floors(run.FLOORS, Floors("", {"type_f1": 0.999, "made_up": 0.0}))
    run.main([str(folder), "--raise"])
    floors = read_floors(run.FLOORS)
    assert floors.least["type_f1"] == 0.999
    assert floors.digest == digest(read_folder(folder))
    capsys.readouterr()
    written(folder, CLAIM)
    assert run.main([str(folder)]) == 1
    assert "changed since the floors were set" in capsys.readouterr().err


def test_a_faulty_annotation_is_not_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, {**CLAIM, "trigger": "fallen"})
    assert run.main([str(tmp_path)]) == 1
    assert "trigger" in capsys.readouterr().err


def test_a_breakdown_counts_claims_and_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = {**CLAIM, "id": "c3", "event": "harm.damage", "trigger": "said", "evidence": "The army said on Monday"}
    written(tmp_path, CLAIM, DENIAL, lost)
    monkeypatch.setattr("sys.argv", ["breakdown", str(tmp_path)])
    monkeypatch.setattr(breakdown, "read_with_fogline", lambda found: [(r, {"claims": perfect()}) for r in found])
    breakdown.main()
    told = capsys.readouterr().out
    assert "| none | 1 | 3 |" in told
    assert "| unknown | 1 | 3 |" in told
    assert "| control.captured | 2 | 2 | 2 | 1.00 | 1.00 | 1.00 |" in told
    assert "| harm.damage | 1 | 0 | 0 | 0.00 | 0.00 | 0.00 |" in told
    assert "| nothing is read at its words | 1 |" in told


def test_an_outlet_is_of_a_party_s_state_or_not(annotated: AnnotatedReport) -> None:
    states = {"Freedonia Times": "Freedonia"}
    note = annotated.annotation

    def of(publisher: str | None, *parties: str) -> str:
        given = note.model_copy(update={"publisher": publisher})
        given.__pydantic_extra__ = {"parties": list(parties)}
        return breakdown.standing(replace(annotated, annotation=given), states)

    assert of("Freedonia Times (wire)", "Freedonia", "rebels") == "a party's state"
    assert of("Freedonia Times", "Sylvania") == "another state"
    assert of(None, "Freedonia") == "unknown"
