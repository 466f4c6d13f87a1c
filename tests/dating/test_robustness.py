from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest

from fogline.model import Document

WORDS = """
    the a last next this past previous early late mid- end of July 2019 1861 31 30 0 99999999999 1/0 3.5 1,000 day 109
    days weeks months years century decade ago later before after since until by for over almost nearly Friday night
    overnight dawn 4:30 a.m. GMT 2019-13-45 45.45.2019 1980s 490 BC every daily yesterday tomorrow today and to - war
    invasion now will was Christmas summer fall quarter first weekend year-end . . ,
"""


@pytest.mark.parametrize("published", [None, "2019-10-16", "0001-01-01", "9999-12-31"])
def test_no_heap_of_time_words_breaks_anything(published: str | None, date_report: Callable[..., Document]) -> None:
    chance = random.Random(7)
    text = " ".join(chance.choice(WORDS.split()) for _ in range(4000))
    document = date_report(text, published)
    assert len(document.times) == len(document.expressions) > 100
    for time in document.times:
        assert text[time.start : time.end] == time.text
        assert (time.begin is None) == (time.until is None)
        assert time.begin is None or time.begin <= time.until
    spans = sorted((t.start, t.end) for t in document.times)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
