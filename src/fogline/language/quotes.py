"""Finds quotations: pairs of quotation marks, also those that run over several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model import Paragraph, Quote, Sentence, Token

_OPEN = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''", '"': '"'}
_STRAIGHT = {'"', "''", "``"}
SCARE_WORDS = 3  # a quotation of up to three words without a verb is a word in quotation marks, not speech


def find_quotes(
    tokens: Sequence[Token], sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph]
) -> tuple[Quote, ...]:
    """The quotations of a text, in order.

    A mark without its partner in its paragraph opens a quotation to the paragraph's end; where the next paragraph
    starts with a mark again, that quotation continues it.
    """
    found: list[Quote] = []
    open_last: int | None = None
    for paragraph in paragraphs:
        if paragraph.first == paragraph.last:
            continue
        first, last = sentences[paragraph.first].first, sentences[paragraph.last - 1].last
        starts_with_mark = tokens[first].text in _OPEN
        carried = open_last if starts_with_mark else None
        open_last = None
        for opening, closing in _pairs(tokens, first, last):
            if closing - opening < 2:
                continue
            continues = carried if opening == first else None
            found.append(_quote(tokens, opening + 1, closing, continues))
            if closing == last:
                open_last = len(found) - 1
    return tuple(found)


def _pairs(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """Indices of opening and closing marks; `last` stands for a closing mark that is missing."""
    pairs: list[tuple[int, int]] = []
    opening: int | None = None
    closers = ""
    for i in range(first, last):
        mark = tokens[i].text
        if opening is None:
            if mark in _OPEN and not _is_apostrophe(tokens, i):
                opening, closers = i, '"' if mark in _STRAIGHT else _OPEN[mark]
        elif (mark in closers or (closers == '"' and mark in _STRAIGHT)) and not _is_apostrophe(tokens, i):
            pairs.append((opening, i))
            opening = None
    if opening is not None and tokens[opening].text != "‘":
        pairs.append((opening, last))
    return pairs


def _is_apostrophe(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    return token.text in {"’", "‘"} and (
        token.tag == "POS"
        or (i > 0 and token.text == "’" and tokens[i - 1].end == token.start and tokens[i - 1].text.endswith("s"))
    )


def _quote(tokens: Sequence[Token], first: int, last: int, continues: int | None) -> Quote:
    words = [t for t in tokens[first:last] if t.pos != "PUNCT"]
    scare = len(words) <= SCARE_WORDS and not any(t.pos in {"VERB", "AUX"} and t.tag != "VBN" for t in words)
    return Quote(tokens[first].start, tokens[last - 1].end, first, last, scare, continues)
