"""Reports that are read at the same time come as if they had been read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.abreast import WORTH, Reading, jobs_for, readings
from fogline.config import Engine, settings
from fogline.errors import FaultError, ReportError
from fogline.intake import take_in
from fogline.ledger import Store
from fogline.machine import processors
from fogline.model import Document, Report
from fogline.reports import report_from_text

TOLD = "The army said on Friday that rebels had attacked the town of Kelbat. {} soldiers were killed, it said."


def reports(number: int) -> Iterator[Report]:
    return (report_from_text(TOLD.format(n + 2)) for n in range(number))


def documents(number: int, jobs: int) -> list[Document]:
    found = readings(reports(number), Engine.RULES, jobs=jobs)
    return [one.document() for one in found if isinstance(one, Reading)]


def test_the_same_documents_in_the_same_order() -> None:
    assert documents(12, jobs=2) == documents(12, jobs=1)


def test_what_is_not_read_stands_at_its_place() -> None:
    first, second, third = reports(3)
    error = ReportError("is empty")
    found = list(readings([first, error, second, third], Engine.RULES, jobs=2, known=lambda report: report is second))
    assert isinstance(found[0], Reading) and found[0].report is first
    assert found[1:3] == [error, second]
    assert isinstance(found[3], Reading) and found[3].document().claims


def test_a_process_that_breaks_costs_its_own_reports_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fogline.apart.child._idle", [])  # none that has more memory
    monkeypatch.setenv("FOGLINE_MAX_MEGABYTES", "64")  # too little for any parser
    settings.cache_clear()
    try:
        found = [one for one in readings(reports(3), Engine.RULES, jobs=2) if isinstance(one, Reading)]
        for one in found:
            with pytest.raises(ReportError, match=f"{one.report.id}.*"):
                one.document()
    finally:
        settings.cache_clear()
    assert len(found) == 3


def test_a_fault_is_named_with_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Document:
        raise KeyError("some stage")

    monkeypatch.setattr("fogline.pipeline.analyse", broken)
    (found,) = readings(reports(1), Engine.RULES)
    assert isinstance(found, Reading)
    with pytest.raises(FaultError, match=f"KeyError: 'some stage', while reading {found.report.id}"):
        found.document()


def test_nothing_is_read_that_nobody_waits_for() -> None:
    taken = []

    def given() -> Iterator[Report]:
        for report in reports(500):
            taken.append(report)
            yield report

    found = readings(given(), Engine.RULES, jobs=2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 10


def test_how_many_are_read_at_the_same_time() -> None:
    assert jobs_for(WORTH, None, Engine.HYBRID) == processors()
    assert jobs_for(WORTH - 1, None, Engine.HYBRID) == 1
    assert jobs_for(1, 5, Engine.RULES) == 5
    assert jobs_for(1000, 5, Engine.LLM) == 1


def test_a_report_that_comes_twice_is_added_once(tmp_path: Path) -> None:
    taken = take_in(Store(tmp_path / "ledger.sqlite"), [*reports(2), *reports(2)], Engine.RULES, jobs=2)
    assert [one.outcome for one in taken] == ["new", "new", "known", "known"]
