"""Finds quotations: pairs of quotation marks, also unbalanced ones and those that run over several paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.model import Paragraph, Quote, Sentence, Token

SCARE_WORDS = 3  # a quotation of up to three words without a verb is a word in quotation marks, not speech
Level = Literal["double", "single", "guillemet"]
Role = Literal["opens", "closes", "either"]

_MARKS: dict[str, tuple[Level, Role]] = {
    "“": ("double", "opens"),
    "„": ("double", "opens"),
    "‟": ("double", "opens"),
    "”": ("double", "closes"),
    "``": ("double", "opens"),
    "''": ("double", "either"),
    '"': ("double", "either"),
    "«": ("guillemet", "opens"),
    "»": ("guillemet", "closes"),
    "‘": ("single", "opens"),
    "’": ("single", "closes"),
    "'": ("single", "either"),
    "`": ("single", "opens"),
}
_BEFORE_OPENING = frozenset("([{–—-/“\"‘'«„")


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    level: Level
    role: Role


def find_quotes(
    tokens: Sequence[Token], sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph]
) -> tuple[Quote, ...]:
    """The quotations of a text, in order; those within another are part of it.

    A mark without its partner in its paragraph opens a quotation to the paragraph's end; where the next paragraph
    starts with a mark again, or closes a quotation that it did not open, that quotation continues it. A closing mark
    alone ends a quotation that began with its sentence. An opening mark within a quotation of the same kind shows that
    the first one's end was lost: it ends with its sentence.
    """
    found: list[Quote] = []
    unclosed: int | None = None
    for paragraph in paragraphs:
        if paragraph.first == paragraph.last:
            continue
        first, last = sentences[paragraph.first].first, sentences[paragraph.last - 1].last
        carried, unclosed = unclosed, None
        ahead = _opening(tokens, sentences, paragraphs, paragraph.index + 1)
        reopens = tokens[first].text if ahead == tokens[first].text else None
        for begin, end in _pairs(tokens, sentences, first, last, carried=carried is not None, reopens=reopens):
            if end <= begin:
                continue
            continues = carried if begin <= first + 1 else None
            found.append(_quote(tokens, sentences, begin, end, continues))
            if end == last:
                unclosed = len(found) - 1
    return tuple(found)


def _pairs(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    first: int,
    last: int,
    *,
    carried: bool,
    reopens: str | None,
) -> Iterator[tuple[int, int]]:
    """First and last token (not included) of the words of each outermost quotation of a paragraph.

    `reopens` is the mark that opens both this paragraph and the next, which then needs no partner here.
    """
    runs_on = False  # whether a single mark opens a quotation that the next paragraph carries on
    opened: _Mark | None = None
    depth = 0  # quotations open within the opened one
    marks = list(_marks(tokens, first, last))
    for place, mark in enumerate(marks):
        if opened is None:
            if mark.role == "closes":
                if mark.level != "single":
                    begin = first if carried else sentences[tokens[mark.at].sentence].first
                    yield begin, mark.at
            elif mark.level != "single" or _has_partner(tokens, marks[place + 1 :]):
                opened = mark
            elif mark.at == first and reopens is not None:
                opened, runs_on = mark, True
        elif mark.level != opened.level:
            continue
        elif mark.role != "opens" and depth == 0:
            yield opened.at + 1, mark.at
            opened = None
        elif mark.role != "opens":
            depth -= 1
        elif _nested(opened, marks[place + 1 :]):
            depth += 1
        else:
            yield opened.at + 1, min(mark.at, sentences[tokens[opened.at].sentence].last)
            opened, depth = mark, 0
        carried = False
    if opened is not None and (opened.level != "single" or runs_on):
        yield opened.at + 1, last


def _opening(
    tokens: Sequence[Token], sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph], index: int
) -> str | None:
    """The first token of a paragraph, if it has any."""
    if index >= len(paragraphs) or paragraphs[index].first == paragraphs[index].last:
        return None
    return tokens[sentences[paragraphs[index].first].first].text


def _marks(tokens: Sequence[Token], first: int, last: int) -> Iterator[_Mark]:
    low = False  # „ is closed by “, which elsewhere opens
    for i in range(first, last):
        known = _MARKS.get(tokens[i].text)
        if known is None:
            continue
        level, role = known
        if level == "single" and _is_apostrophe(tokens, i, first, last):
            continue
        if role == "either":
            role = _facing(tokens, i, first, last)
        elif low and tokens[i].text == "“":
            role = "closes"
        low = tokens[i].text == "„" or (low and role != "closes")
        yield _Mark(i, level, role)


def _facing(tokens: Sequence[Token], i: int, first: int, last: int) -> Role:
    """Which way a straight mark faces, by the white space around it."""
    before = i == first or tokens[i - 1].end < tokens[i].start or tokens[i - 1].text in _BEFORE_OPENING
    after = i + 1 == last or tokens[i].end < tokens[i + 1].start
    if before and not after:
        return "opens"
    return "closes" if after and not before else "either"


def _is_apostrophe(tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
    """Whether a single mark stands for left-out letters or a possessive ("the rebels’ camp", "’90s")."""
    if tokens[i].text in {"‘", "`"}:
        return False
    touches_next = i + 1 < last and tokens[i].end == tokens[i + 1].start
    touches_last = i > first and tokens[i - 1].end == tokens[i].start
    if touches_last and touches_next and tokens[i - 1].text[-1:].isalnum() and tokens[i + 1].text[:1].isalnum():
        return True
    if touches_next and not touches_last:
        return tokens[i].text == "’" or tokens[i + 1].text[:1].isdigit()
    return tokens[i].tag == "POS" and touches_last and tokens[i - 1].text.endswith("s")


def _has_partner(tokens: Sequence[Token], marks: Sequence[_Mark]) -> bool:
    """Whether a single mark that opens is closed before another opens; a lone one is an apostrophe."""
    for mark in marks:
        if mark.level == "single":
            return mark.role != "opens"
    return False


def _nested(opened: _Mark, marks: Sequence[_Mark]) -> bool:
    """Whether an opening mark within a quotation starts one inside it: both are closed before the next one opens."""
    closed = 0
    for mark in marks:
        if mark.level != opened.level:
            continue
        if mark.role == "opens":
            break
        closed += 1
    return closed >= 2


def _quote(
    tokens: Sequence[Token], sentences: Sequence[Sentence], first: int, last: int, continues: int | None
) -> Quote:
    words = [t for t in tokens[first:last] if t.pos != "PUNCT"]
    brief = len(words) <= SCARE_WORDS and not any(t.pos in {"VERB", "AUX"} and t.tag != "VBN" for t in words)
    scare = brief and not _is_exclamation(tokens, sentences, first, last)
    return Quote(tokens[first].start, tokens[last - 1].end, first, last, scare, continues)


def _is_exclamation(tokens: Sequence[Token], sentences: Sequence[Sentence], first: int, last: int) -> bool:
    """Whether a few words are an utterance ("Never," he said): set apart before, and with a mark of their own after."""
    if tokens[last - 1].text not in {",", ".", "!", "?", "…", "..."} or not tokens[first].text[:1].isupper():
        return False
    start = sentences[tokens[first].sentence].first
    return first - start <= 1 or tokens[max(start, first - 2)].text in {",", ":"}
