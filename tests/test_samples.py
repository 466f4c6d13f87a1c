"""The sample reports: well annotated, and read no worse than before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from eval import run
from eval.check import faults

from fogline import samples

FOLDER = Path(samples.__file__).parent


def test_there_are_ten_samples_about_several_wars() -> None:
    assert len(samples.names()) == 10
    assert len({samples.load(name).annotation["conflict"] for name in samples.names()}) >= 4


@pytest.mark.parametrize("name", samples.names())
def test_a_sample_is_a_report_of_ordinary_length_and_says_what_it_is(name: str) -> None:
    sample = samples.load(name)
    assert 200 <= len(sample.text.split()) <= 600
    assert "Sample report written for fogline" in sample.text[-150:]
    assert sample.annotation["sample"] is True
    assert sample.annotation["id"] == name


@pytest.mark.parametrize("name", samples.names())
def test_the_annotation_of_a_sample_holds_to_the_guidelines(name: str) -> None:
    assert faults(FOLDER / f"{name}.json") == []


def test_one_sample_breaks_a_sentence_at_a_page_end() -> None:
    assert any(re.search(r"[a-z]\n[^.]*?\f", samples.load(name).text) for name in samples.names())


def test_an_unknown_sample_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        samples.load("nowhere")


def test_the_samples_are_read_no_worse_than_the_floors(capsys: pytest.CaptureFixture[str]) -> None:
    code = run.main([])
    printed = capsys.readouterr()
    assert code == 0, printed.err + printed.out
