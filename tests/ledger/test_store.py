"""What is written comes back, once, in order, and what reads cannot write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from fogline.errors import LedgerError
from fogline.ledger import Store
from fogline.model import Document
from fogline.reports import read_paths, report_from_text

BY = {"engine": "0.1.0 rules", "knowledge": "k1"}


def test_reports_and_claims_come_back_as_they_were_read(store: Store, documents: list[Document]) -> None:
    for document in documents:
        with store.writing() as writer:
            writer.add(document, **BY)
    with store.viewing() as view:
        readings = list(view.readings())
        assert [view.report(reading.report) for reading in readings] == [d.report for d in documents]
        assert [view.claims(reading.seq) for reading in readings] == [list(d.claims) for d in documents]
        assert view.layers(1).places == documents[0].places
        assert view.layers(1).attributions == documents[0].attributions
        assert readings[0].published == documents[0].published


def test_a_report_is_kept_once_and_a_newer_reading_beside_the_old_one(store: Store, documents: list[Document]) -> None:
    with store.writing() as writer:
        first = writer.add(documents[0], **BY)
        again = writer.add(documents[0], **BY)
        newer = writer.add(documents[0], engine="0.2.0 rules", knowledge="k1")
    assert (first.new_report, again.reading, newer.new_report, newer.reading) == (True, None, False, 2)
    with store.viewing() as view:
        assert view.counts() == {
            "reports": 1, "readings": 2, "claims": 2 * len(documents[0].claims), "judgements": 0, "maps": 0,
        }  # fmt: skip
        assert [reading.engine for reading in view.readings(report=documents[0].report.id)] == [
            "0.1.0 rules",
            "0.2.0 rules",
        ]


def test_the_input_is_kept_byte_by_byte(store: Store, tmp_path: Path) -> None:
    data = "Кулі й гради: Russia’s army “said” 🙂 it had left Izium.\r\n\x0c".encode("utf-16")
    (tmp_path / "a.txt").write_bytes(data)
    (report,) = read_paths([str(tmp_path / "a.txt")])
    assert not isinstance(report, Exception)
    with store.writing() as writer:
        writer.add(Document(report), **BY)
    with store.viewing() as view:
        kept = view.report(report.id)
    assert kept is not None
    assert (kept.data, kept.text) == (data, report.text)


@pytest.mark.parametrize("odd", ["a\x00b said so.", "a lone \ud800 surrogate said so.", "e\u0301 🙂 \u202e said."])
def test_any_text_is_kept(store: Store, odd: str) -> None:
    report = report_from_text(odd, title=odd)
    with store.writing() as writer:
        writer.add(Document(report), **BY)
    with store.viewing() as view:
        assert view.report(report.id) == report


def test_nothing_is_kept_of_a_transaction_that_fails(store: Store, documents: list[Document]) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as writer:
        writer.add(documents[0], **BY)
        raise ZeroDivisionError
    with store.viewing() as view:
        assert set(view.counts().values()) == {0}


def test_a_view_cannot_write(store: Store) -> None:
    with pytest.raises(LedgerError), store.viewing() as view:
        view.connection.execute(text("DELETE FROM reports"))
    with store.writing() as writer:
        assert writer.judge(user="ana", kind="note", target="x", body={}) == 1


def test_what_was_added_shows_at_once_and_judgements_stay_in_order(store: Store) -> None:
    for note in ("one", "two"):
        with store.writing() as writer:
            writer.judge(user="ana", kind="note", target="x", body={"n": note}, note=note)
    with store.viewing() as view:
        assert [(j.seq, j.user, j.note, j.body) for j in view.judgements(targets=["x"])] == [
            (1, "ana", "one", {"n": "one"}),
            (2, "ana", "two", {"n": "two"}),
        ]


def test_a_ledger_is_opened_again(address: str, clock: Callable[[], datetime], documents: list[Document]) -> None:
    with Store(address, clock=clock) as store, store.writing() as writer:
        writer.add(documents[0], **BY)
    with Store(address, clock=clock, create=False) as store, store.viewing() as view:
        assert view.counts()["reports"] == 1


def test_what_is_no_ledger_is_refused(address: str, tmp_path: Path) -> None:
    url = address if "://" in address else f"sqlite:///{address}"
    with create_engine(url).begin() as connection:
        connection.execute(text("CREATE TABLE shopping (item TEXT)"))
    with pytest.raises(LedgerError, match="no ledger"):
        Store(address)
    (tmp_path / "notes.txt").write_text("This is a note, and no database at all. " * 40)
    with pytest.raises(LedgerError, match=r"notes\.txt"):
        Store(tmp_path / "notes.txt")
    with pytest.raises(LedgerError, match="no ledger yet"):
        Store(tmp_path / "missing.sqlite", create=False)
    with pytest.raises(LedgerError, match="mysql"):
        Store("mysql://localhost/x")


def test_a_ledger_of_a_newer_fogline_is_left_alone(address: str) -> None:
    Store(address).close()
    url = address if "://" in address else f"sqlite:///{address}"
    with create_engine(url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer"):
        Store(address)
