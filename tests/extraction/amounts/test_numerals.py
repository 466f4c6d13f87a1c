"""Numbers that are spelled are read back: properties of the grammar of numerals."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from fogline.extraction.amounts.lexicon import lexicon
from fogline.extraction.amounts.numerals import Numeral, read_numeral
from fogline.extraction.amounts.ranges import read_range
from fogline.extraction.amounts.shares import one_in
from fogline.model import Token

SMALL = {
    0: "zero", 10: "ten", 1: "one", 11: "eleven", 2: "two", 12: "twelve", 3: "three", 13: "thirteen", 4: "four",
    14: "fourteen", 5: "five", 15: "fifteen", 6: "six", 16: "sixteen", 7: "seven", 17: "seventeen", 8: "eight",
    18: "eighteen", 9: "nine", 19: "nineteen",
}  # fmt: skip
TENS = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}
GROUPS = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
NOT_WORDS = st.text(alphabet="abxyz0123456789,.-/% ½", max_size=40)
MIXED = st.lists(
    st.sampled_from([*lexicon().numerals, "a", "and", "of", "-", "to", "in", "1", "2.5", "7,000"]), max_size=12
)


def tokens(text: str) -> tuple[Token, ...]:
    found = re.finditer(r"\w+(?:[.,]\w+)*|[^\w\s]", text)
    spans = [(m.start(), m.end(), m[0]) for m in found]
    return tuple(
        Token(i, start, end, word, word.lower(), word.lower(), "NUM", "CD", "nummod", i, 0)
        for i, (start, end, word) in enumerate(spans)
    )


def below_a_hundred(n: int) -> str:
    return SMALL[n] if n < 20 else TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")


def below_a_thousand(n: int) -> str:
    if n < 100:
        return below_a_hundred(n)
    return f"{SMALL[n // 100]} hundred" + (f" and {below_a_hundred(n % 100)}" if n % 100 else "")


def spelled(n: int) -> str:
    if n < 1000:
        return below_a_thousand(n)
    parts = []
    for size, name in GROUPS:
        if n >= size:
            parts.append(f"{below_a_thousand(n // size)} {name}")
            n %= size
    return " ".join([*parts, below_a_thousand(n)] if n else parts)


def read(text: str) -> Numeral | None:
    words = tokens(text)
    return read_numeral(words, 0, len(words), lexicon())


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_what_is_spelled_is_read_back(n: int) -> None:
    found = read(spelled(n))
    assert found is not None
    assert (found.best, found.last) == (n, len(tokens(spelled(n))))


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas_are_the_same(n: int) -> None:
    plain, grouped = read(str(n)), read(f"{n:,}")
    assert plain is not None and grouped is not None
    assert plain.best == grouped.best == n


@given(st.integers(min_value=1, max_value=999), st.sampled_from(GROUPS))
def test_digits_before_a_scale_are_multiplied(n: int, group: tuple[int, str]) -> None:
    size, name = group
    found = read(f"{n} {name}")
    assert found is not None
    assert found.best == n * size


@given(
    st.integers(min_value=1, max_value=10**6),
    st.integers(min_value=1, max_value=10**6),
    st.sampled_from(["to", "or", "-"]),
)
def test_a_range_holds_its_ends_in_order(a: int, b: int, joined: str) -> None:
    words = tokens(f"{a} {joined} {b}")
    first = read_numeral(words, 0, len(words), lexicon())
    assert first is not None
    found = read_range(words, first, 0, len(words), lexicon())
    if a < b:
        assert found.limits == (a, None, b)
    assert found.low is None or found.high is None or found.low < found.high


@given(st.integers(min_value=1, max_value=12), st.integers(min_value=1, max_value=12))
def test_one_in_some_is_a_share_of_less_than_all(a: int, b: int) -> None:
    words = tokens(f"{a} in {b}")
    first = read_numeral(words, 0, len(words), lexicon())
    assert first is not None
    found = one_in(words, first, len(words), lexicon())
    assert found.share == (a < b <= 10)
    assert not found.share or found.best == round(100 * a / b)


@given(NOT_WORDS | MIXED.map(" ".join))
def test_any_words_are_read_to_their_end_at_most(text: str) -> None:
    words = tokens(text)
    for i in range(len(words)):
        found = read_numeral(words, i, len(words), lexicon())
        if found is not None:
            assert 0 <= found.first <= i < found.last <= len(words)
            assert any(value is not None for value in found.limits)
            again = read_range(words, found, 0, len(words), lexicon())
            assert again.last >= found.last
