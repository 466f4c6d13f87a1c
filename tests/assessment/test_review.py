"""What people decide on claims: it shows at once, stays on record, and can be taken back."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.assessment.joining import Joined, counted
from tests.assessment.made import fact

from fogline.assessment.assess import assess, drop
from fogline.assessment.fact import Fact
from fogline.errors import UsageError
from fogline.exports.gold import annotation
from fogline.ledger import Store
from fogline.ledger.redactions import redact_names
from fogline.query import Ledger, Query
from fogline.query.events import incidents
from fogline.query.review import Reviewer, queue


@pytest.fixture
def ana(filled: Store) -> Reviewer:
    return Reviewer(filled, "ana")


def captured(ledger: Ledger) -> Fact:
    return next(f for f in ledger.claims(Query(event="control.captured")) if f.stance == "asserts")


def test_an_accepted_claim_is_marked_and_leaves_the_queue(ledger: Ledger, ana: Reviewer) -> None:
    claim = captured(ledger)
    ana.accept(claim.id, note="checked against the text")
    assert captured(ledger).review == "accepted"
    with ana.store.viewing() as view:
        assert claim.id not in [fact.id for fact in queue(view.connection)]
        (judgement,) = view.judgements()
    assert (judgement.user, judgement.kind, judgement.note) == ("ana", "accept", "checked against the text")


def test_a_corrected_field_changes_what_is_found_and_concluded(ledger: Ledger, ana: Reviewer) -> None:
    claim = captured(ledger)
    assert "claimed by Russia" in ledger.place("Izium").status[0].status
    ana.correct(claim.id, {"actor_side": "Wagner", "begin": "2025-05-01", "until": "2025-05-01"})
    corrected = captured(ledger)
    assert (corrected.actor_side, corrected.begin, corrected.review) == ("Wagner", date(2025, 5, 1), "corrected")
    assert "claimed by Wagner" in ledger.place("Izium").status[0].status
    assert [f.id for f in ledger.claims(Query(actor_side="wagner"))] == [claim.id]


def test_numbers_are_corrected_and_taken_away(ledger: Ledger, ana: Reviewer) -> None:
    killed = next(iter(ledger.claims(Query(event="harm.killed"))))
    ana.correct(killed.id, {"best": "12", "low": ""})
    (fact,) = [f for f in ledger.claims(Query(event="harm.killed")) if f.id == killed.id]
    assert (fact.quantities[0].low, fact.quantities[0].best) == (None, 12)
    ana.correct(killed.id, {"best": "none"})
    (fact,) = [f for f in ledger.claims(Query(event="harm.killed")) if f.id == killed.id]
    assert not [a for a in fact.quantities if a.best == 12]


def test_a_place_is_corrected_by_its_name_and_taken_away(ledger: Ledger, ana: Reviewer) -> None:
    claim = captured(ledger)
    ana.correct(claim.id, {"place_name": "none"})
    assert captured(ledger).place is None
    ana.correct(claim.id, {"place_name": "Izium"})
    assert captured(ledger).place == claim.place
    with pytest.raises(UsageError, match="Nowhere"):
        ana.correct(claim.id, {"place_name": "Nowhere at all"})


def test_a_rejected_claim_is_gone_from_all_answers_and_comes_back(ledger: Ledger, ana: Reviewer) -> None:
    claim, before = captured(ledger), ledger.count()
    number = ana.reject(claim.id)
    assert ledger.count() == before - 1
    assert claim.claim not in [c for span in ledger.place("Izium").status for c in span.claims]
    ana.undo(number)
    assert ledger.count() == before
    assert captured(ledger) == claim


def test_undo_takes_back_one_judgement_and_leaves_the_others(ledger: Ledger, ana: Reviewer) -> None:
    claim = captured(ledger)
    first = ana.correct(claim.id, {"stance": "hedges"})
    ana.correct(claim.id, {"actor_side": "Wagner"})
    ana.undo(first)
    assert (captured(ledger).stance, captured(ledger).actor_side) == ("asserts", "Wagner")


def test_rebuilding_gives_the_same_facts(ledger: Ledger, ana: Reviewer) -> None:
    claim = captured(ledger)
    ana.correct(claim.id, {"actor_side": "Wagner"})
    ana.reject(next(iter(ledger.claims(Query(event="harm.killed")))).id)
    before = list(ledger.claims())
    drop(ana.store)
    assess(ana.store)
    assert list(ledger.claims()) == before


@pytest.mark.parametrize(
    "values", [{}, {"evidence": "other words"}, {"event": "control.lost"}, {"begin": "Friday"}, {"stance": ""}]
)
def test_a_wrong_correction_is_refused(ledger: Ledger, ana: Reviewer, values: dict[str, str | None]) -> None:
    with pytest.raises(UsageError):
        ana.correct(captured(ledger).id, values)
    with ana.store.viewing() as view:
        assert list(view.judgements()) == []


def test_what_is_not_there_cannot_be_judged(ana: Reviewer) -> None:
    with pytest.raises(UsageError, match="no claim"):
        ana.accept("c0")
    with pytest.raises(UsageError, match="no judgement"):
        ana.undo(7)


def test_reviewed_claims_become_annotated_reports(ledger: Ledger, ana: Reviewer, tmp_path: Path) -> None:
    claim = captured(ledger)
    ana.correct(claim.id, {"actor_side": "Wagner"})
    ana.accept(next(iter(ledger.claims(Query(event="harm.killed")))).id)
    ((report, published, pairs),) = ledger.reviewed()
    row = annotation(report, published, pairs)
    text = " ".join(report.text.split())
    assert [c["event"] for c in row["claims"]] == ["control.captured", "harm.killed"]
    assert row["claims"][0]["actor_side"] == "Wagner"
    assert all(" ".join(c["evidence"].split()) in text and c["trigger"] in report.text for c in row["claims"])
    json.dumps(row)


def test_rival_counts_wait_for_review_before_what_nobody_contests() -> None:
    alone = fact("harm.killed", "2024-01-04", by="Blueland", quantities=counted(1))
    many = fact("harm.killed", "2024-05-04", by="Blueland", quantities=counted(40))
    few = fact("harm.killed", "2024-05-04", by="Redland", quantities=counted(3))
    joined = Joined([alone], [many], [few])
    assert {kind for *_, kind in joined.relations()} == {"differs"}
    with joined.engine.connect() as connection:
        assert [f.claim for f in queue(connection)] == [many.claim, few.claim, alone.claim]
        assert [row.disputed for row in incidents(connection, least=2)] == [True]


def test_incidents_are_those_that_were_known_on_a_day(ledger: Ledger) -> None:
    now = ledger.incidents(least=1)
    first = min(fact.known for fact in ledger.claims())
    assert ledger.incidents(least=1, as_of=first - timedelta(days=1)) == []
    assert ledger.incidents(least=1, as_of=max(fact.known for fact in ledger.claims())) == now
    then = ledger.incidents(least=1, as_of=first)
    assert sum(row.claims for row in then) == len([f for f in ledger.claims() if f.known == first])


def test_a_redacted_name_is_gone_from_the_conclusions(ledger: Ledger, ana: Reviewer) -> None:
    assert any("doctor" in source.name for source in ledger.sources())
    with ana.store.writing() as writer:
        redact_names(writer, ["a doctor", "doctor"], user="ana", reason="safety")
    assess(ana.store)
    assert not any("doctor" in str(source) for source in ledger.sources())
    assert not any("doctor" in fact.words for fact in ledger.claims())
