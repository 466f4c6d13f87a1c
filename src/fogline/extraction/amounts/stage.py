"""The amounts stage: adds `Document.amounts`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.extraction.amounts.bounds import Bounded, bounded, by_verb
from fogline.extraction.amounts.counted import Counted, counted
from fogline.extraction.amounts.excluded import why_excluded
from fogline.extraction.amounts.lexicon import Lexicon, lexicon
from fogline.extraction.amounts.numerals import Numeral, read_numeral
from fogline.extraction.amounts.ranges import read_range
from fogline.extraction.amounts.singular import ARTICLES, Single, by_article
from fogline.extraction.amounts.singular import by_verb as singles_by_verb
from fogline.extraction.amounts.wholes import with_wholes
from fogline.language.tree import subject
from fogline.model import Amount, Document, Sentence

_OPENERS = frozenset({"several", "few", "½", "¼", "¾", "⅓", "⅔"})


def amounts(document: Document) -> Document:
    """Adds the amounts of a document: numbers with their bounds, what they count and which are parts of others."""
    words = lexicon()
    found = [a for sentence in document.structure.sentences for a in _of_sentence(document, sentence, words)]
    found.sort(key=lambda a: (a.first, a.last))
    return replace(document, amounts=with_wholes(document.structure, found))


def _of_sentence(document: Document, sentence: Sentence, words: Lexicon) -> Iterator[Amount]:
    structure = document.structure
    tokens = structure.tokens
    at = sentence.first
    while at < sentence.last:
        token = tokens[at]
        at += 1
        if token.lower in ARTICLES:
            if (single := by_article(structure, token.i, words)) is not None:
                yield _single(document, single)
        elif token.lemma in words.harm_verbs:
            for single in singles_by_verb(structure, token.i, words):
                yield _single(document, single)
        elif token.lower in words.numerals or token.text[0].isdecimal() or token.lower in _OPENERS:
            numeral = read_numeral(tokens, token.i, sentence.last, words)
            if numeral is None:
                continue
            numeral = read_range(tokens, numeral, sentence.first, sentence.last, words)
            at = numeral.last
            if why_excluded(structure, numeral, sentence.first, sentence.last, words) is None:
                yield _amount(document, numeral, sentence, words)


def _amount(document: Document, numeral: Numeral, sentence: Sentence, words: Lexicon) -> Amount:
    structure = document.structure
    what = counted(structure, numeral, sentence.first, sentence.last, words)
    limits = bounded(structure, numeral, sentence.first, sentence.last, words, duration=what.category == "time")
    limits = by_verb(structure, what.head, limits, words)
    scope = limits.scope or _scope(document, what, words)
    return _built(document, limits, what, scope)


def _built(document: Document, limits: Bounded, what: Counted, scope: str | None) -> Amount:
    tokens = document.structure.tokens
    start, end = tokens[limits.first].start, tokens[limits.last - 1].end
    return Amount(
        start=start,
        end=end,
        text=document.report.text[start:end],
        first=limits.first,
        last=limits.last,
        head=what.head,
        low=limits.low,
        best=limits.best,
        high=limits.high,
        unit=what.unit,
        category=what.category,
        scope=scope,
        because=(what.because, *limits.because),
    )


def _single(document: Document, single: Single) -> Amount:
    token = document.structure.tokens[single.first]
    scope = "incremental" if token.lower == "another" else None
    rule = "amounts.singular" if single.derived else "amounts.article"
    limits = Bounded(single.first, single.last, None, 1.0, None, scope, ())
    amount = _built(document, limits, Counted(single.head, single.unit, single.category, rule), scope)
    return replace(amount, derived=True) if single.derived else amount


def _scope(document: Document, what: Counted, words: Lexicon) -> str | None:
    """Cumulative where the subject of the number's clause is a toll or a total."""
    structure = document.structure
    governor = structure.tokens[what.head]
    for _ in range(4):
        if governor.pos in {"VERB", "AUX"} or governor.head == governor.i:
            break
        governor = structure.tokens[governor.head]
        if governor.lemma in words.scopes_clause:
            return words.scopes_clause[governor.lemma]
    named = subject(structure, governor.i) if governor.pos in {"VERB", "AUX"} else None
    return words.scopes_clause.get(named.lemma) if named is not None else None
