"""What became of a source's claims to have taken places."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assessment.made import PLACE, day, fact

from fogline.assessment.assess import assess
from fogline.assessment.assessors import Assessed
from fogline.assessment.control import Statement, statements
from fogline.assessment.fact import Fact
from fogline.assessment.record import TrackRecord, track_record
from fogline.errors import ReportError, UsageError
from fogline.ledger import Store
from fogline.ledger.maps import Legend, maps_in
from fogline.query import Ledger

CAPTURED = fact("control.captured", "2025-02-07", by="Redland", actor="Redland")


def record(*told: Fact, maps: tuple[Assessed, ...] = ()) -> TrackRecord:
    own = statements(f for f in told if f.side == "Redland")
    return track_record("redland", own, {PLACE: statements(told)}, {PLACE: maps})


def test_an_unanswered_claim_is_open() -> None:
    (capture,) = record(CAPTURED).captures
    assert (capture.place_name, capture.day, capture.open, capture.denied_by) == ("Osten", day("2025-02-07"), True, ())


def test_a_denied_claim_that_is_conceded_later() -> None:
    found = record(
        CAPTURED,
        fact("control.captured", "2025-02-08", by="Blueland", actor="Redland", stance="denies"),
        fact("control.withdrawn", "2025-02-27", by="Blueland", actor="Blueland"),
    )
    (capture,) = found.captures
    assert (capture.denied_by, capture.conceded, capture.conceded_by) == (
        ("Blueland",),
        day("2025-02-27"),
        ("Blueland",),
    )
    assert found.days_to_concession == (20,)
    assert [found.count(what) for what in ("conceded", "denied", "reversed", "open")] == [1, 1, 0, 0]


def test_a_place_that_was_lost_again_is_reversed() -> None:
    (capture,) = record(CAPTURED, fact("control.withdrawn", "2025-04-01", by="Redland", actor="Redland")).captures
    assert (capture.reversed, capture.open) == (day("2025-04-01"), False)


def test_the_same_capture_told_again_is_one() -> None:
    again = fact("control.captured", "2025-02-20", by="Redland", actor="Redland")
    later = fact("control.captured", "2025-09-01", by="Redland", actor="Redland")
    found = record(CAPTURED, again, later)
    assert [c.claims for c in found.captures] == [(CAPTURED.claim, again.claim), (later.claim,)]


def test_what_others_took_is_no_claim_of_its_own() -> None:
    assert record(fact("control.captured", "2025-02-07", by="Redland", actor="Blueland")).captures == ()


def test_third_parties_concede_nothing() -> None:
    (capture,) = record(CAPTURED, fact("control.captured", "2025-02-09", by="none", actor="Redland")).captures
    assert capture.open


def test_an_assessor_confirms_it_later() -> None:
    maps = (
        Assessed("ISW", "Blueland", day("2025-02-01"), day("2025-02-19")),
        Assessed("ISW", "Redland", day("2025-02-20"), day("2025-03-01")),
        Assessed("Other", None, day("2025-02-01"), day("2025-03-01")),
    )
    (capture,) = record(CAPTURED, maps=maps).captures
    assert capture.mapped == {"ISW": day("2025-02-20"), "Other": None}


def conceding(one: Statement, before: list[Statement]) -> bool:
    """The rule of concessions as the docs tell it, said of one statement and all that was said before."""
    if one.says == "lost":
        return one.holder == one.speaker
    held = any(s.speaker == one.speaker and (s.says, s.holder) == ("holds", one.speaker) for s in before)
    denied = any(s.speaker == one.speaker and s.says == "not" for s in before)
    taken = any(s.captures and s.fact.target_side == one.speaker for s in before)
    return one.says == "holds" and one.holder != one.speaker and (held or denied or taken)


SIDES = st.sampled_from(["Redland", "Blueland"])
TOLD = st.lists(
    st.builds(
        lambda event, days, by, actor, stance, target: fact(
            event, (day("2025-02-01") + timedelta(days)).isoformat(), by=by, actor=actor, stance=stance,
            target_side=target,
        ),
        st.sampled_from(["control.captured", "control.captured", "control.held", "control.withdrawn"]),
        st.integers(0, 250), st.one_of(SIDES, st.just("none")), SIDES,
        st.sampled_from(["asserts", "asserts", "denies", "hedges"]), st.one_of(st.none(), SIDES),
    ),
    max_size=14,
)  # fmt: skip


@given(TOLD)
def test_what_is_looked_through_once_is_what_each_capture_would_find(told: list[Fact]) -> None:
    about = statements(told)
    for capture in record(*told).captures:
        admitted = [
            s for s in about
            if s.speaker != capture.side and s.holder in {capture.side, s.speaker}
            and s.begin >= capture.day - timedelta(days=30)
            and conceding(s, [b for b in about if b.begin <= s.begin])
        ]  # fmt: skip
        lost = [s.begin for s in about if s.speaker == capture.side and s.begin > capture.day and conceding(s, about)]
        assert capture.conceded == min((s.begin for s in admitted), default=None)
        assert set(capture.conceded_by) == {s.speaker for s in admitted}
        assert capture.reversed == min(lost, default=None)


@given(TOLD)
def test_each_capture_of_a_side_is_told_once_within_ninety_days(told: list[Fact]) -> None:
    captures = record(*told).captures
    taken = [
        f.claim for f in told
        if f.event == "control.captured" and f.stance == "asserts" and f.side == f.actor_side == "Redland"
    ]  # fmt: skip
    assert sorted(claim for capture in captures for claim in capture.claims) == sorted(taken)
    days = [capture.day for capture in captures]
    assert all(later - earlier > timedelta(days=90) for earlier, later in pairwise(days))


def square(west: float, south: float, size: float = 0.5, **properties: str) -> dict[str, object]:
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def written(folder: Path, name: str, *features: dict[str, object]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def test_maps_of_a_folder_come_by_day_and_a_broken_one_as_its_error(tmp_path: Path) -> None:
    written(tmp_path, "map_20250502.geojson", square(37, 49, name="Occupied"), square(36, 49, name="Unknown"))
    written(tmp_path, "2025-05-01.json", square(37, 49, name="Occupied"))
    (tmp_path / "2025-05-03.json").write_text("{")
    (tmp_path / "legend.json").write_text("{}")
    found = list(maps_in(tmp_path, Legend(key="name", sides={"Occupied": "Russia"})))
    assert [m.day.isoformat() for m in found if not isinstance(m, ReportError)] == ["2025-05-01", "2025-05-02"]
    assert all(list(m.areas) == ["Russia"] for m in found if not isinstance(m, ReportError))
    assert next(str(e) for e in found if isinstance(e, ReportError)).startswith("2025-05-03.json is no map")
    with pytest.raises(UsageError, match="no dated"):
        list(maps_in(tmp_path / "missing", Legend("Russia")))


def test_a_dossier_shows_what_the_maps_have(ledger: Ledger, filled: Store, tmp_path: Path) -> None:
    written(tmp_path, "2025-05-01.geojson", square(30, 40))
    written(tmp_path, "2025-05-02.geojson", square(37, 49))
    written(tmp_path, "2025-05-03.geojson", square(37, 49))
    for _ in range(2):
        for found in maps_in(tmp_path, Legend("Russia")):
            assert not isinstance(found, ReportError)
            with filled.writing() as writer:
                writer.add_map(assessor="Atlas", day=found.day, areas=found.areas)
    assess(filled)
    row = next(row for row in ledger.place("Izium").rows if row.speaker == "Atlas (map)")
    assert [(span.holder, span.begin.isoformat(), str(span.until)) for span in row.spans] == [
        (None, "2025-05-01", "2025-05-01"),
        ("Russia", "2025-05-02", "2025-05-03"),
    ]
    with filled.viewing() as view:
        assert view.counts()["maps"] == 3
    source = next(s for s in ledger.sources() if s.name == "Russia")
    assert [c.mapped for c in ledger.source(source.key).record.captures] == [{"Atlas": day("2025-05-02")}]
