"""Names of parties that the parser does not get to see.

A statistical parser reads "Armenian soldiers" and "Azerbaijani soldiers" in two ways, because it met one of the words
more often. It is therefore given one stand-in for all countries, one for all capitals, and so on: exchanging the
parties of a text then leaves its parse as it was. Tokens keep their own words and offsets; only labels and heads come
from the text with stand-ins. Names of more than one word are read as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.language import Language
from spacy.tokens import Doc

from fogline.knowledge.load import load_csv, load_yaml

TABLE = "language_standins.yaml"
_SEPARATOR = ";"  # between several names in one cell


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


@cache
def stand_ins() -> Mapping[str, str]:
    """Name ▶ the word that the parser reads in its place; the kind listed first wins."""
    found: dict[str, str] = {}
    for kind in load_yaml(TABLE, StandIn):
        for name in _names(kind):
            if name not in kind.not_names:
                found.setdefault(name, kind.reads_as)
    return found


def _names(kind: StandIn) -> Iterator[str]:
    for row in load_csv(kind.file, _Row):
        for name in getattr(row, kind.column).split(_SEPARATOR):
            if name[:1].isupper() and name.isalpha():
                yield name


def docs(nlp: Language, text: str) -> tuple[Doc, Doc]:
    """The tokens of a text as they stand, and the same with stand-ins for the parser; one object if there are none."""
    plain = nlp.make_doc(text)
    known = stand_ins()
    words = [token.text for token in plain]
    read = [known.get(word, word) for word in words]
    if read == words:
        return plain, plain
    return plain, Doc(nlp.vocab, words=read, spaces=[bool(token.whitespace_) for token in plain])
