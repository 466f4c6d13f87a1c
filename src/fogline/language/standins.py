"""Names of parties that the parser does not get to see.

A statistical parser reads "Armenian soldiers" and "Azerbaijani soldiers" in two ways, because it met one of the words
more often. It is therefore given one stand-in for all countries, one for all capitals, and so on: exchanging the
parties of a text then leaves its parse as it was. A name of several words ("Saudi Arabia") has one stand-in as well.
Tokens keep their own words and offsets; only labels and heads come from the text with stand-ins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.language import Language
from spacy.tokens import Doc

from fogline.knowledge.load import load_csv, load_yaml

TABLE = "language_standins.yaml"
_SEPARATOR = ";"  # between several names in one cell
_NAMING = re.compile(r"[^\W\d_]+|-|(?:[A-Z]\.){2,}")
_LONG = 4  # letters: shorter names in capitals may be abbreviations


class StandIn(BaseModel):
    """One kind of name: where the names are listed, and the word that the parser reads in their place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    file: str
    column: str
    reads_as: str
    not_names: frozenset[str] = frozenset()
    example: str


class _Row(BaseModel):
    """A row of a table of names; further columns are other stages' concern."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    name: str = ""
    also: str = ""
    adjective: str = ""
    people: str = ""
    capital: str = ""
    words: str = ""

    @property
    def given(self) -> str:
        """The first of two names."""
        parts = self.name.split()
        return parts[0] if len(parts) == 2 else ""

    @property
    def surname(self) -> str:
        """The second of two names, and what else the person is called."""
        parts = self.name.split()
        return _SEPARATOR.join([*parts[1:2], self.also])


@dataclass(frozen=True)
class Read:
    """A text as the parser gets it: `doc` holds its tokens, `firsts` for each the first token that it stands for.

    One more entry tells where the last one ends.
    """

    doc: Doc
    firsts: tuple[int, ...]


@cache
def stand_ins() -> Mapping[str, str]:
    """Name ▶ the word that the parser reads in its place; the kind listed first wins.

    The tokens of a name are parted by single spaces. A name in capitals, as in headlines, has a stand-in in capitals.
    """
    found: dict[str, str] = {}
    for kind in load_yaml(TABLE, StandIn):
        for name in _names(kind):
            if name not in kind.not_names:
                found.setdefault(name, kind.reads_as)
    for name, word in list(found.items()):
        if len(name) >= _LONG:
            found.setdefault(name.upper(), word.upper())
    return found


def _names(kind: StandIn) -> Iterator[str]:
    for row in load_csv(kind.file, _Row):
        for name in getattr(row, kind.column).split(_SEPARATOR):
            words = name.replace("-", " - ").split()
            if any(word[:1].isupper() for word in words) and all(_NAMING.fullmatch(word) for word in words):
                yield " ".join(words)


@cache
def _longest() -> Mapping[str, int]:
    """First word of a name ▶ the most words that a name with this first word has."""
    found: dict[str, int] = {}
    for name in stand_ins():
        words = name.split(" ")
        found[words[0]] = max(len(words), found.get(words[0], 0))
    return found


def as_read(words: Sequence[str]) -> list[str]:
    """The words as the parser reads them; of a name that one word stands for, all words but the last are empty."""
    read, firsts = _replaced(words, shouted=False)
    found = [""] * len(words)
    for word, after in zip(read, firsts[1:], strict=True):
        found[after - 1] = word
    return found


def docs(nlp: Language, text: str) -> tuple[Doc, Read]:
    """The tokens of a text as they stand, and the same with stand-ins for the parser; of one text if there are none."""
    plain = nlp.make_doc(text)
    words = [token.text for token in plain]
    read, firsts = _replaced(words, shouted=text.isupper())
    if read == words:
        return plain, Read(plain, tuple(range(len(words) + 1)))
    spaces = [bool(plain[after - 1].whitespace_) for after in firsts[1:]]
    doc = Doc(nlp.vocab, words=read, spaces=spaces)
    for token, first in zip(doc, firsts, strict=False):
        if token.text == plain[first].text:
            token.norm_ = plain[first].norm_  # of "n't" that is "not": only the tokenizer knows
    return plain, Read(doc, tuple(firsts))


def _replaced(words: Sequence[str], *, shouted: bool) -> tuple[list[str], list[int]]:
    """The words with stand-ins, and of each the first one that it stands for; one more entry tells the end.

    In a line that is `shouted`, all in capitals, a short word is no abbreviation ("IS").
    """
    known, longest = stand_ins(), _longest()
    read: list[str] = []
    firsts: list[int] = []
    at = 0
    while at < len(words):
        firsts.append(at)
        for length in range(longest.get(words[at], 0), 0, -1):
            name = " ".join(words[at : at + length])
            if name in known and not (shouted and len(name) < _LONG):
                read.append(known[name])
                at += length
                break
        else:
            read.append(words[at])
            at += 1
    return read, [*firsts, len(words)]
