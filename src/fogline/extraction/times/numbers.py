"""The value of a number written in figures, in words or in both."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.times.lexer import Piece


def number(found: Sequence[Piece]) -> str:
    """The number that the pieces write: a plain decimal, or the word of a vague one ("few", "several").

    >>> number([])
    ''
    """
    part, seen = 0.0, False
    for piece in found:
        if piece.kind == "vague":
            return piece.value
        if piece.lower == "/":
            return _fraction(found)
        if piece.kind not in {"cardinal", "article", "small", "digits", "digits_pair", "year", "clock", "half"}:
            continue
        value = float(piece.value.replace(":", "."))
        if value == 100 and piece.kind == "cardinal":
            part = max(part, 1) * 100
        elif piece.kind == "article" and seen:
            continue  # "half an hour"
        else:
            part += value
        seen = True
    return f"{part:g}" if seen else ""


def _fraction(found: Sequence[Piece]) -> str:
    """“1/2” and "2 1/2"."""
    *whole, top, _, bottom = found
    if float(bottom.value) == 0:
        return ""
    value = float(top.value) / float(bottom.value) + (float(whole[-1].value) if whole else 0.0)
    return f"{value:g}"
