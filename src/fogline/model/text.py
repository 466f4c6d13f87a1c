"""Positions in a report's text, and the structure that a parser found in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `report.text`, in Unicode code points; `end` is not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A span with the words that stand there: `report.text[start:end] == text`, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, with its place in the dependency tree.

    `i` is its index in `Structure.tokens`; `head` is the index of its governor (its own index for a root).
    `pos` is the universal tag, `tag` the Penn Treebank tag, `dep` the ClearNLP label that spaCy's English
    models use (`nsubj`, `dobj`, `ccomp`, …). `start` and `end` are offsets into `report.text`; the token of a
    word hyphenated over a line end covers both halves, so `text` may differ from the report's own characters.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` (included) to `last` (not included), in paragraph number `paragraph`."""

    index: int
    first: int
    last: int
    root: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences `first` to `last` (not included) of one segment; `kind` is the segment's kind."""

    index: int
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks.

    `start`/`end` are offsets of the words without the marks; `first`/`last` the tokens within. `scare` tells
    quotations of a word or two in running text ("priority") from speech. `continues` is the index of the quote
    that this one carries on from an earlier paragraph, where the opening mark was repeated without a closing one.
    """

    start: int
    end: int
    first: int
    last: int
    scare: bool = False
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """The language layer: tokens, sentences, paragraphs, quotations.

    `children[i]` holds the indices of the tokens that token `i` governs, in order.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[Quote, ...]
    children: tuple[tuple[int, ...], ...]
