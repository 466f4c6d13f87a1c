"""The same bytes give the same output, without clock and network, whatever the text."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from eval.score import is_grounded, spans
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import fogline
from fogline import samples
from fogline.exports.json import report_row
from fogline.model import Document

FOLDER = Path(samples.__file__).parent
NAME = "khartoum-2025-03-21"
PIECES = [
    "Kyiv", "the army", "said", "denied", "on Friday", "at least 10", "killed", "“", "”", '"', "'", "\n", "\n\n", "\f",
    "\r\n", "(AFP)", "—", "👩‍🚒", "غزة", "\u200f", "\u200b", "\x00", "e\u0301", ".", ",", "http://a.example/2020/01/02",
    "2,000", "%", "Aug. 3",
]  # fmt: skip


def command_line(seed: str, *names: str) -> bytes:
    paths = [str(FOLDER / f"{name}.txt") for name in names]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "fogline.cli.main", "read", *paths, "--format", "jsonl", "--quiet"]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_two_runs_give_the_same_bytes_under_any_hash_seed() -> None:
    first = command_line("1", NAME)
    assert first.count(b"\n") == 1
    assert command_line("20", NAME) == first


@pytest.mark.long
def test_all_samples_give_the_same_bytes_under_any_hash_seed() -> None:
    assert len({command_line(seed, *samples.names()) for seed in ("0", "1", "2", "3")}) == 1


def test_a_report_reads_the_same_after_others(read: Callable[..., Document]) -> None:
    sample = samples.load(NAME)
    before = report_row(fogline.read(sample.text))
    read(samples.load(samples.names()[0]).text)
    assert report_row(fogline.read(sample.text)) == before


def test_reading_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert fogline.read(samples.load(NAME).text).report.id


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30), st.sampled_from(["", " "]))
@example(["“"] * 30, "")
@example(["said"] * 30, " ")
@example(["\f\n", "Kyiv", "\n\f\n", "denied"], "\n")
def test_every_span_of_any_text_is_grounded(pieces: list[str], between: str) -> None:
    text = between.join(pieces) + " Kyiv said 3 people were killed in Lviv on Friday."
    document = fogline.read(text)
    assert document.report.text == text
    assert [part for part in spans(report_row(document)) if not is_grounded(text, part)] == []
