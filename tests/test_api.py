"""The Python interface."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fogline

TEXT = "Russia said on Friday its forces had captured the town of Avdiivka. Kyiv denied that the town was lost."


def test_read_gives_typed_claims() -> None:
    document = fogline.read(TEXT, published="2024-02-17", publisher="The Osten Courier")
    assert isinstance(document, fogline.Document)
    assert document.claims and all(isinstance(claim, fogline.Claim) for claim in document.claims)
    assert document.report.publisher == "The Osten Courier"
    assert document.published.start == date(2024, 2, 17)
    assert fogline.as_dict(document)["claims"][0]["evidence"]["text"] in TEXT


def test_dates_in_every_form_give_the_same() -> None:
    assert fogline.read(TEXT, published=date(2024, 2, 17)) == fogline.read(TEXT, published="2024-02-17")


def test_a_bad_date_says_what_to_do() -> None:
    with pytest.raises(fogline.FoglineError, match="2025-02-07"):
        fogline.read(TEXT, published="yesterday")


def test_read_all_keeps_the_order() -> None:
    texts = [document.report.text for document in fogline.read_all([TEXT, TEXT[:67]])]
    assert texts == [TEXT, TEXT[:67]]


def test_read_files_gives_errors_in_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(TEXT)
    failed, document = fogline.read_files([str(tmp_path)], published="2024-02-17")
    assert isinstance(failed, fogline.ReportError)
    assert isinstance(document, fogline.Document) and document.published.start == date(2024, 2, 17)


def test_every_public_name_is_there() -> None:
    assert all(hasattr(fogline, name) for name in fogline.__all__)
    assert len(fogline.__all__) <= 12


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert fogline.__version__ == project["project"]["version"]


def test_importing_is_quick() -> None:
    code = "import sys, fogline; sys.exit(any(name in sys.modules for name in ('spacy', 'rich', 'pydantic')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


WORDS = st.sampled_from(
    ["Russia", "Kyiv", "said", "denied", "had captured", "Avdiivka", "killed", "at least 10", "on Friday", "“", "”",
     ".", "\n\n", " ", "\r\n", "\f", "it", "that", "’s", "🔥", "ال", "\u202e", "\ud800", "\x00", "e\u0301", "-\n"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), st.text(max_size=120)).filter(str.strip))
def test_any_text_is_read_and_every_span_is_grounded(text: str) -> None:
    document = fogline.read(text, language="en", published="2024-02-17")
    assert document.report.text == text
    for claim in document.claims:
        spans = [claim.evidence, claim.trigger, claim.source.words, claim.source.cue, claim.place, *claim.quantities]
        spans += [party.words for party in (claim.actor, claim.target) if party]
        for span in filter(None, spans):
            assert text[span.start : span.end] == span.text
