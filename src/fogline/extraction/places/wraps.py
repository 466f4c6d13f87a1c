"""Words that a line end cuts in two with a hyphen: "Kramat-", "orsk"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.model import Token

HYPHENS = frozenset({"-", "–", "‐", "‑"})
_PARTS = 3  # tokens of such a word
_CUT = re.compile(r"(?<=[^\W\d_])[-–‐‑]\s+(?=[a-z])")


def joined(tokens: Sequence[Token], i: int) -> str | None:
    """The whole word that starts at a token, its hyphen left out, where a line end cuts it; it has three tokens.

    A hyphen that joins two names stands close to both, and the second one has a capital.
    """
    if i + _PARTS > len(tokens) or tokens[i + 1].text not in HYPHENS:
        return None
    start, hyphen, end = tokens[i : i + _PARTS]
    cut = hyphen.start == start.end and end.start > hyphen.end
    return start.text + end.text if cut and start.text.isalpha() and end.text.isalpha() and end.text.islower() else None


def is_cut(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a line end cuts a word that starts between two tokens."""
    return any(joined(tokens, i) is not None for i in range(first, min(last, len(tokens))))


def word_at(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """The word at a token, a cut one whole, and the token after it."""
    whole = joined(tokens, i)
    return (tokens[i].text, i + 1) if whole is None else (whole, i + _PARTS)


def unbroken(text: str) -> str:
    """The words of a text in one line, cut ones whole."""
    return " ".join(_CUT.sub("", text).split())
