"""Cuts a sentence into pieces for the grammar: words, figures and marks with their class and value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.extraction.times.words import TimeWord, lexicon
from fogline.model import Token

_FIGURES = re.compile(
    r"(?P<iso_date>\d{4}-\d{1,2}-\d{1,2})(?!\d)|(?P<numeric_date>\d{1,2}([./])\d{1,2}\3(?:\d{4}|\d{2}))(?!\d)"
    r"|(?P<clock>\d{1,2}[:.]\d{2})(?!\d|\.\d)|(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b|(?P<grouped>\d{1,3}(?:,\d{3})+)"
    r"|(?P<decade>(?:\d{2})?\d0)['’]?s\b|(?P<number>\d+(?:\.\d+)?)|(?P<word>[^\W\d_]+\.?)|(?P<mark>\S)"
)
_ADDRESS = re.compile(r"://|www\.|[@#]\w|\w/[a-z][\w-]+/|[a-z]/\d{4}/")  # no day is told by the figures of a link
_POSSESSIVE = re.compile(r"['’]s$")
# Classes whose presence makes a sentence worth matching; the others mean a time only beside one of these.
ANCHORS = frozenset({
    "month", "weekday", "weekdays", "unit", "units", "quarter", "part", "part_point", "overnight", "season",
    "season_fall", "deictic", "deictic_night", "reference", "reference_adjective", "often", "feast", "half_day", "zone",
    "oclock", "period", "era", "year", "decade", "iso_date", "numeric_date", "clock",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one or several tokens, or a part of one; `last` is not included."""

    kind: str
    value: str
    lower: str
    start: int
    end: int
    first: int
    last: int


def pieces(tokens: Sequence[Token]) -> list[Piece]:
    """The pieces of a sentence, with words of several tokens ("a couple of") as one."""
    known, out = lexicon().single, []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.text[0].isdigit() or (
            len(token.text) > 1
            and not token.text.isalpha()
            and token.lower not in known
            and not _POSSESSIVE.match(token.text)
        ):
            j = i + 1
            while j < len(tokens) and tokens[j].start == tokens[j - 1].end and tokens[j].text[0] in "0123456789-:/.":
                j += 1
            out.extend(_split(tokens[i:j]))
            i = j
            continue
        out.append(_word(token, token.text, token.start, token.end))
        i += 1
    return _merged(out)


def _word(token: Token, text: str, start: int, end: int) -> Piece:
    lower = text.lower()
    entry = lexicon().single.get(lower)
    if entry is not None and entry.fits(text, token.tag):
        return Piece(entry.kind, entry.value, lower, start, end, token.i, token.i + 1)
    return Piece("", "", lower, start, end, token.i, token.i + 1)


def _split(run: Sequence[Token]) -> list[Piece]:
    """Pieces of tokens that stand together and hold figures or marks ("mid-2012", "2024-07-29", "24-hour")."""
    text, at = "".join(token.text for token in run), []
    for token in run:
        at.extend([token] * len(token.text))
    if len(run) == 1 and len(text) != run[0].end - run[0].start:  # hyphenated over a line end
        return [_word(run[0], text, run[0].start, run[0].end)]
    if _ADDRESS.search(text):
        return [Piece("", "", text.lower(), run[0].start, run[-1].end, run[0].i, run[-1].i + 1)]
    base, out = run[0].start, []
    for match in _FIGURES.finditer(text):
        first, last = at[match.start()], at[match.end() - 1]
        kind = match.lastgroup or ""
        start, end = base + match.start(), base + match.end()
        if kind in {"word", "mark"}:
            out.append(_word(first, match[0], start, end))
            continue
        value = match[kind].replace(",", "")
        out.append(Piece(_number_kind(kind, value), value, match[0].lower(), start, end, first.i, last.i + 1))
    return out


def _number_kind(kind: str, value: str) -> str:
    if kind not in {"number", "grouped"}:
        return kind
    if kind == "number" and value.isdigit():
        if len(value) <= 2 and 1 <= int(value) <= 31:
            return "small"
        if len(value) == 4 and 1000 <= int(value) < 2200:
            return "year"
        if len(value) == 2:
            return "digits_pair"
    return "digits"


def _merged(found: list[Piece]) -> list[Piece]:
    """Pieces of one phrase joined, longest phrase first."""
    phrases, out, i = lexicon().phrases, [], 0
    while i < len(found):
        piece = found[i]
        length, entry = _phrase(found, i) if piece.lower in phrases else (1, None)
        if entry is None:
            out.append(piece)
        else:
            last = found[i + length - 1]
            lower = " ".join(p.lower for p in found[i : i + length])
            out.append(Piece(entry.kind, entry.value, lower, piece.start, last.end, piece.first, last.last))
        i += length
    return out


def _phrase(found: Sequence[Piece], i: int) -> tuple[int, TimeWord | None]:
    for words, entry in lexicon().phrases[found[i].lower]:
        if i + len(words) <= len(found) and all(found[i + n].lower == word for n, word in enumerate(words)):
            return len(words), entry
    return 1, None
