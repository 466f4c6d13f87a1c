"""One finding about the publication date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from fogline.dating.window import Window


class Strength(IntEnum):
    """How far a finding is to be trusted; findings are taken in this order, and one that clashes is set aside."""

    STATED = 0  # the text gives the date as its own
    CERTAIN = 1  # a day told as past
    FIRM = 2  # it follows from words that count from the day of speech, or from who is in office
    USUAL = 3  # what reporters mostly do


@dataclass(frozen=True, slots=True)
class Bound:
    """Days that the publication date lies in, with the words and the rule that say so."""

    window: Window
    strength: Strength
    because: str


def bound(begin: date | None, until: date | None, strength: Strength, rule: str, words: str) -> Bound:
    """A bound with its reason in words: what is quoted and which days follow."""
    window = Window.between(begin, until)
    return Bound(window, strength, f"{rule}: {' '.join(words.split())}: {window.written}")
