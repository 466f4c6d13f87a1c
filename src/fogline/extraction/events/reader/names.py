"""Hides names from the reader: one word stands for any party, one for any place, one for every other name.

What the reader sees is then the same whoever is named, and as long: a name of several words is one word, with its
article where it has one of its own ("the Houthis", "Hamas").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.language.standins import TABLE, StandIn, as_read
from fogline.model import Document, Token

# Any words would do that the network's vocabulary holds in one piece.
PARTY, PLACE, NAME = "Russia", "Moscow", "Putin"
_PLACES, _PERSONS = frozenset({"capital"}), frozenset({"surname", "given"})
_PARTICLES = frozenset({"al", "el"})  # the Arabic article
_WORDY = frozenset({"DET", "PRON", "ADP", "AUX", "PART", "CCONJ", "SCONJ", "NUM", "PUNCT", "SPACE", "SYM"})
_QUALIFYING = frozenset({"amod", "nmod"})


def hidden(document: Document, seen: Collection[int], ordinary: Collection[str]) -> list[str | None]:
    """For each token what stands for the name that ends there, "" within a name, None where its own word is read.

    `ordinary` are words that are no names though a capital begins them ("Ministry"). The tokens `seen` keep theirs.
    """
    tokens = document.structure.tokens
    kinds: list[str | None] = list(_kinds(document, ordinary))
    for i in seen:
        kinds[i] = None
    for i in range(1, len(tokens) - 1):
        if _joins(tokens, kinds, i):
            kinds[i] = kinds[i - 1] = kinds[i + 1]
    found = [
        "" if kind is not None and i + 1 < len(tokens) and _goes_on(tokens, kinds, i) else kind
        for i, kind in enumerate(kinds)
    ]
    for token in tokens:
        if _own_article(token, kinds):
            found[token.i] = ""
    return found


def label(token: Token) -> tuple[str, str]:
    """Dependency and part of speech of a name: whether it is an adjective or a noun depends on which party it is."""
    return "compound" if token.dep in _QUALIFYING else token.dep, "PROPN"


def _kinds(document: Document, ordinary: Collection[str]) -> Iterator[str | None]:
    """The stand-in of each token that is part of a name."""
    structure = document.structure
    tabled = _tabled([token.text for token in structure.tokens])
    placed = {i for place in document.places for i in range(place.first, place.last)}
    timed = {i for e in document.expressions for i in range(e.first, e.last)}
    for token, known in zip(structure.tokens, tabled, strict=True):
        if known is not None:
            yield known
        elif token.i in timed or not token.text[:1].isupper() or token.pos in _WORDY:
            yield None
        elif token.i in placed:
            yield PLACE
        elif token.lower in ordinary or (token.pos != "PROPN" and token.i == structure.sentences[token.sentence].first):
            yield None
        else:
            yield NAME


def _tabled(words: Sequence[str]) -> list[str | None]:
    """The kind of each word that a table knows as a name, or as part of one."""
    kinds, others = _kind_of(), _groups()
    found: list[str | None] = []
    begun = 0
    for i, word in enumerate(as_read(words)):
        found.append(PARTY if word == words[i] and word in others else kinds.get(word))
        if word:
            found[begun:i] = [found[i]] * (i - begun)
            begun = i + 1
    return found


@cache
def _kind_of() -> Mapping[str, str]:
    """What the parser reads for a name ▶ what the reader does."""
    found: dict[str, str] = {}
    for kind in load_yaml(TABLE, StandIn):
        word = PLACE if kind.id in _PLACES else NAME if kind.id in _PERSONS else PARTY
        found |= {kind.reads_as: word, kind.reads_as.upper(): word}
    return found


@cache
def _groups() -> frozenset[str]:
    """Names of armed groups that the parser reads as they are."""
    return frozenset(name for kind in load_yaml(TABLE, StandIn) if kind.id == "group" for name in kind.not_names)


def _joins(tokens: Sequence[Token], kinds: Sequence[str | None], i: int) -> bool:
    """Whether a token is a hyphen within a name ("Nagorno-Karabakh", "al-Shabaab")."""
    if tokens[i].text != "-" or kinds[i] is not None or kinds[i + 1] is None:
        return False
    return kinds[i - 1] is not None or tokens[i - 1].lower in _PARTICLES


def _goes_on(tokens: Sequence[Token], kinds: Sequence[str | None], i: int) -> bool:
    """Whether the name at a token goes on with the next one."""
    return kinds[i] == kinds[i + 1] and tokens[i].sentence == tokens[i + 1].sentence


def _own_article(token: Token, kinds: Sequence[str | None]) -> bool:
    """Whether a token is "the" before a name that it belongs to."""
    after = token.i + 1
    return token.lower == "the" and after < len(kinds) and kinds[after] is not None and kinds[token.head] is not None
