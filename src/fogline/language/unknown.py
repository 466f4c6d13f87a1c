"""Names that the parser does not take for names.

A word that it never met may be read as an adverb, adjective or verb ("Tarrouq said" like "Today said"), and then nobody
speaks and nothing is captured. A capitalised word that the pipeline's own English word lists do not hold is therefore
given a stand-in, and its text is parsed again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from fogline.knowledge.load import load_yaml
from fogline.language.standins import TABLE, Read, StandIn

_READS_AS = "surname"  # the kind of stand-in that unknown names get
_LEAST = 3  # letters of a name
_TABLES = ("lemma_index", "lemma_exc")
_MISREAD = frozenset({"ADV", "VERB", "INTJ", "X"})
_QUALIFYING = frozenset({"amod", "nmod", "compound"})  # "Bavarian troops": adjectives that may well be ones
_ENGLISH_ENDINGS = ("ing", "s")  # unlisted, but built as English builds them ("Airstrikes", "Carjacking")


def read_again(nlp: Language, plains: Sequence[Doc], reads: Sequence[Read]) -> list[Read]:
    """The texts, those in which the parse took names for other words parsed anew with stand-ins for these.

    `plains` are the tokens as they stand, `reads` the parses.
    """
    missed = [_missed(nlp, plain, read) for plain, read in zip(plains, reads, strict=True)]
    again = nlp.pipe(_with_stand_ins(nlp, read.doc, names) for read, names in zip(reads, missed, strict=True) if names)
    return [replace(read, doc=next(again)) if names else read for read, names in zip(reads, missed, strict=True)]


def _missed(nlp: Language, plain: Doc, read: Read) -> set[int]:
    """The tokens of a parse that are names and were read as other words."""
    missed = (token for token in read.doc if _is_missed(nlp, token))
    return {token.i for token in missed if token.text == plain[read.firsts[token.i]].text}


def _with_stand_ins(nlp: Language, doc: Doc, names: set[int]) -> Doc:
    words = [_stand_in() if token.i in names else token.text for token in doc]
    return Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def _is_missed(nlp: Language, token: Token) -> bool:
    text = token.text
    if len(text) < _LEAST or not text.isalpha() or not text[0].isupper():
        return False
    common = token.pos_ in {"NOUN", "ADJ"} and token.dep_ not in _QUALIFYING and not text.isupper()
    if token.pos_ not in _MISREAD and not common:
        return False
    return not text.endswith(_ENGLISH_ENDINGS) and _unlisted(nlp, token)


def _unlisted(nlp: Language, token: Token) -> bool:
    listed = _listed(nlp)
    return bool(listed) and listed.isdisjoint({token.lower_, token.lemma_.lower()}) and not token.is_stop


@cache
def _stand_in() -> str:
    return next(kind.reads_as for kind in load_yaml(TABLE, StandIn) if kind.id == _READS_AS)


@cache
def _listed(nlp: Language) -> frozenset[str]:
    """The English words that the lemmatizer of a pipeline has lists of, lower case; none where it has no lists."""
    return frozenset(_words(nlp))


def _words(nlp: Language) -> Iterator[str]:
    if not nlp.has_pipe("lemmatizer"):
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    for name in _TABLES:
        if lookups is not None and lookups.has_table(name):
            tables: Mapping[int, list[str] | dict[str, list[str]]] = lookups.get_table(name)
            for words in tables.values():
                yield from words
