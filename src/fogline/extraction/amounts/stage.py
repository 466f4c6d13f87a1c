"""The amounts stage: adds `Document.amounts`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.extraction.amounts.bounds import bounded, by_verb
from fogline.extraction.amounts.building import built, of_several, of_single, of_sum
from fogline.extraction.amounts.counted import counted
from fogline.extraction.amounts.excluded import why_excluded
from fogline.extraction.amounts.indefinite import by_word
from fogline.extraction.amounts.lexicon import Lexicon, lexicon
from fogline.extraction.amounts.numerals import Numeral, read_numeral
from fogline.extraction.amounts.ranges import read_range
from fogline.extraction.amounts.scope import scope_of
from fogline.extraction.amounts.shares import one_in, products
from fogline.extraction.amounts.singular import ARTICLES, by_article, by_deed
from fogline.extraction.amounts.sums import by_token, sum_of
from fogline.extraction.amounts.wholes import Listed, with_wholes
from fogline.model import Amount, Document, Sentence, Token

_OPENERS = frozenset({"several", "few", "½", "¼", "¾", "⅓", "⅔"})


def amounts(document: Document) -> Document:
    """Adds the amounts of a document: numbers with their bounds, what they count and which are parts of others."""
    words = lexicon()
    found: list[Amount] = []
    listed: Listed = {}
    for sentence in document.structure.sentences:
        own = list(_of_sentence(document, sentence, words))
        found.extend(own)
        found.extend(products(document.structure, document.report.text, own))
        found.extend(_sums(document, sentence, own, words, listed))
    found.sort(key=lambda a: (a.first, -a.last))
    return replace(document, amounts=with_wholes(document.structure, found, listed))


def _sums(
    document: Document, sentence: Sentence, own: Sequence[Amount], words: Lexicon, listed: Listed
) -> Iterator[Amount]:
    """The sums of the victims that a sentence lists; `listed` learns which amounts they hold."""
    if len(own) < 2:
        return
    counts = by_token(own)
    for token in document.structure.tokens[sentence.first : sentence.last]:
        if token.lemma in words.deeds:
            total = sum_of(document.structure, token.i, counts, words)
            if total is not None:
                listed.update(dict.fromkeys(total.members, (total.first, total.last)))
                yield of_sum(document, total)


def _of_sentence(document: Document, sentence: Sentence, words: Lexicon) -> Iterator[Amount]:
    structure = document.structure
    tokens = structure.tokens
    at = sentence.first
    while at < sentence.last:
        token = tokens[at]
        at += 1
        if token.lower in ARTICLES:
            if (single := by_article(structure, token.i, words)) is not None:
                yield of_single(document, single)
        elif token.lemma in words.deeds:
            yield from (of_single(document, single) for single in by_deed(structure, token.i, words))
        elif token.lower in words.numerals or token.text[0].isdecimal() or token.lower in _OPENERS:
            numeral = read_numeral(tokens, token.i, sentence.last, words)
            if numeral is None:
                yield from _several(document, token, words)
                continue
            numeral = one_in(
                tokens, read_range(tokens, numeral, sentence.first, sentence.last, words), sentence.last, words
            )
            at = numeral.last
            if why_excluded(structure, numeral, sentence.first, sentence.last, words) is None:
                yield _amount(document, numeral, sentence, words)
        else:
            yield from _several(document, token, words)


def _several(document: Document, token: Token, words: Lexicon) -> Iterator[Amount]:
    if token.lower in words.indefinite_words or token.lower in words.indefinite_nouns:
        several = by_word(document.structure, token.i, words)
        if several is not None:
            yield of_several(document, several)


def _amount(document: Document, numeral: Numeral, sentence: Sentence, words: Lexicon) -> Amount:
    structure = document.structure
    what = counted(structure, numeral, sentence.first, sentence.last, words)
    limits = bounded(structure, numeral, sentence.first, sentence.last, words, duration=what.category == "time")
    limits = by_verb(structure, what.head, limits, words)
    scope = limits.scope or scope_of(structure, what.head, what.category, words)
    return built(document, limits, what, scope)
