from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from fogline.exports.card import card
from fogline.exports.disputes import dispute_table, disputes
from fogline.exports.table import table
from fogline.exports.words import plain, shortened

from .made import claims, document


def printed(what: object, width: int) -> str:
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(what)
    stream = console.file
    assert isinstance(stream, StringIO)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 100, 160])
def test_table_shows_every_claim_within_the_width(width: int) -> None:
    text = printed(table(document(), width), width)
    assert max(map(len, text.splitlines())) <= width
    together = " ".join(text.split())
    for word in ("osten.txt", "Courier", "2031-05-02", "Veld", "asserts", "denies", "withholds", "captured", "≥ 10"):
        assert word in together
    assert "which is a guess" in together


def test_table_says_how_many_claims_it_leaves_out() -> None:
    assert "and 2 more" in printed(table(document(), 100, 1), 100)


def test_card_gives_each_field_its_words_and_reason() -> None:
    text = printed(card(document(), 1), 140)
    for word in ("Claim 1 of 3", "control.captured", "“had taken”", "events.take", "attribution.say", "Osten", "≥ 10"):
        assert word in text


def test_card_names_the_claim_it_contradicts() -> None:
    assert "claim 1: Veld asserts captured" in printed(card(document(), 2), 140)


def test_disputes_pair_the_claims() -> None:
    assert [(a.id, b.id) for a, b in disputes(document())] == [("c1", "c2")]
    assert "Osten was lost" in printed(dispute_table([document()]), 120)


def test_a_report_cannot_steer_the_terminal() -> None:
    first = claims()[0]
    hostile = replace(first, evidence=replace(first.evidence, text="its \x1b[2J\u202e forces \x07had taken\x9b"))
    text = printed(table(replace(document(), claims=(hostile,)), 100), 100)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_plain_and_shortened() -> None:
    assert plain(" a\r\n  b\u200f\tc ") == "a b c"
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"
