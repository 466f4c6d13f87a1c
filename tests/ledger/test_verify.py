"""Whoever changes the ledger behind fogline's back is found out."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.ledger.audit import Fault, Head, verify
from fogline.ledger.redactions import redact_names, redact_report
from fogline.model import Document

BY = {"engine": "0.1.0 rules", "knowledge": "k1"}


@pytest.fixture
def filled(store: Store, documents: list[Document]) -> Store:
    for document in documents:
        with store.writing() as writer:
            writer.add(document, **BY)
            writer.judge(user="ana", kind="note", target="x", body={})
    return store


def faults(store: Store) -> list[str]:
    with store.viewing() as view:
        return [str(found) for found in verify(view) if isinstance(found, Fault)]


def test_an_untouched_ledger_is_sound(filled: Store) -> None:
    assert faults(filled) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE claims SET body = replace(body, 'asserts', 'denies') WHERE seq = 1", "claims 1: its content"),
        ("UPDATE reports SET body = '{}' WHERE seq = 2", "reports 2: its content"),
        ("UPDATE readings SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 1", "readings 1: its hash"),
        ("DELETE FROM judgements WHERE seq = 1", "judgements 2: rows 1 to 1 are missing"),
        ("UPDATE judgements SET digest = hash WHERE seq = 2", "judgements 2: its content"),
        ("UPDATE judgements SET kind = 'redact', body = '{' WHERE seq = 2", "judgements 2: its content"),
        ('UPDATE claims SET body = replace(body, \'"start":\', \'"start":"x","a":\') WHERE seq = 1', "claims 1: "),
        ("DELETE FROM claims WHERE seq = (SELECT max(seq) FROM claims)", "readings 2: it made"),
    ],
)
def test_a_changed_row_is_named(filled: Store, change: str, told: str) -> None:
    with filled.transaction() as connection:
        connection.execute(text(change))
    assert any(fault.startswith(told) for fault in faults(filled)), faults(filled)


def test_bytes_that_are_no_text_are_named(filled: Store) -> None:
    with filled.transaction() as connection:
        connection.execute(text("UPDATE reports SET text = :text WHERE seq = 1"), {"text": b"\xff\xff"})
    assert "reports 1: its content is not what was added" in faults(filled)


def test_what_differs_from_noted_heads_is_named(filled: Store) -> None:
    with filled.viewing() as view:
        noted = {found.table: found for found in verify(view) if isinstance(found, Head)}
    with filled.writing() as writer:
        writer.judge(user="ana", kind="note", target="y", body={})
    with filled.viewing() as view:
        assert not [found for found in verify(view, noted) if isinstance(found, Fault)]
    with filled.transaction() as connection:
        connection.execute(text("DELETE FROM judgements WHERE seq > 1"))
    with filled.viewing() as view:
        told = [str(found) for found in verify(view, noted)]
    assert "judgements 2: rows that were noted are not there any more" in told


def test_lost_rows_at_the_end_show_in_the_heads(filled: Store) -> None:
    def heads() -> dict[str, Head]:
        with filled.viewing() as view:
            return {found.table: found for found in verify(view) if isinstance(found, Head)}

    before = heads()
    with filled.transaction() as connection:
        connection.execute(text("DELETE FROM judgements WHERE seq = 2"))
    assert heads()["judgements"] != before["judgements"]
    assert heads()["claims"] == before["claims"]


def test_a_redacted_report_keeps_its_place_and_loses_its_words(filled: Store, documents: list[Document]) -> None:
    report = documents[0].report
    with filled.writing() as writer:
        redact_report(writer, report.id, user="ana", reason="court order 12/3")
    assert faults(filled) == []
    with filled.viewing() as view:
        kept = view.report(report.id)
        assert kept is not None
        assert set(kept.text) <= {"█", " ", "\n"}
        assert len(kept.text) == len(report.text)
        assert b"Izium" not in kept.data
        assert all("█" in claim.evidence.text for claim in view.claims(1))
        assert [claim.event for claim in view.claims(1)] == [claim.event for claim in documents[0].claims]
        (tombstone,) = [j for j in view.judgements() if j.kind == "redact"]
        assert (tombstone.user, tombstone.note, tombstone.target) == ("ana", "court order 12/3", report.id)


def test_a_name_goes_from_wherever_it_stands(filled: Store, documents: list[Document]) -> None:
    with filled.writing() as writer:
        redact_names(writer, ["a doctor", "doctor"], user="ana", reason="safety")
    assert faults(filled) == []
    with filled.viewing() as view:
        kept = view.report(documents[0].report.id)
        assert kept is not None
        assert "doctor" not in kept.text
        assert "Izium" in kept.text
        assert view.report(documents[1].report.id) == documents[1].report
        assert not any("doctor" in str(claim) for claim in view.claims(1))


def test_a_name_goes_from_what_people_noted(filled: Store, documents: list[Document]) -> None:
    claim = documents[0].claims[0].id
    with filled.writing() as writer:
        writer.judge(
            user="ana", kind="correct", target=claim, body={"source_name": "Olena Zabudko"}, note="Zabudko, by phone"
        )
        writer.judge(user="ana", kind="merge_source", target="person:olena zabudko", body={"into": "person:mayor"})
        redact_names(writer, ["Olena Zabudko", "Zabudko"], user="ana", reason="safety")
    assert faults(filled) == []
    with filled.viewing() as view:
        told = list(view.judgements())
        assert "zabudko" not in str(told).lower()
        assert [j.body["into"] for j in told if j.kind == "merge_source"] == ["person:mayor"]
    with filled.transaction() as connection:
        connection.execute(text("UPDATE judgements SET note = 'x' WHERE kind = 'correct'"))
    assert any("its content" in fault for fault in faults(filled))


def test_a_reason_may_not_hold_the_name(filled: Store) -> None:
    with pytest.raises(LedgerError, match="reason"), filled.writing() as writer:
        redact_names(writer, ["a doctor"], user="ana", reason="a doctor asked for it")


def test_notes_on_a_redacted_report_go_with_it(filled: Store, documents: list[Document]) -> None:
    claim, other = documents[0].claims[0].id, documents[1].claims[0].id
    with filled.writing() as writer:
        for target in (claim, other):
            writer.judge(
                user="ana",
                kind="correct",
                target=target,
                body={"place_name": "Izium", "stance": "denies"},
                note="“Izium”",
            )
        redact_report(writer, documents[0].report.id, user="ana", reason="court order 12/3")
    assert faults(filled) == []
    with filled.viewing() as view:
        of = {j.target: j for j in view.judgements(kinds=["correct"])}
    assert "Izium" not in str(of[claim])
    assert of[claim].body["stance"] == "denies"
    assert of[other].note == "“Izium”"


def test_a_change_after_a_redaction_is_still_found(filled: Store, documents: list[Document]) -> None:
    with filled.writing() as writer:
        redact_report(writer, documents[0].report.id, user="ana", reason="court order 12/3")
    with filled.transaction() as connection:
        connection.execute(text("UPDATE claims SET body = replace(body, 'asserts', 'denies') WHERE seq = 1"))
    assert faults(filled)


def test_nothing_is_redacted_without_a_reason_or_a_find(filled: Store, documents: list[Document]) -> None:
    with pytest.raises(LedgerError, match="reason"), filled.writing() as writer:
        redact_report(writer, documents[0].report.id, user="ana", reason=" ")
    with pytest.raises(LedgerError, match="nothing"), filled.writing() as writer:
        redact_names(writer, ["Nobody Atall"], user="ana", reason="safety")
    assert faults(filled) == []
