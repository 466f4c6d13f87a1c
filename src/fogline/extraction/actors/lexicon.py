"""The names and nouns that name actors, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.extraction.actors.entries import WordsRow
from fogline.extraction.actors.meanings import Meaning, meanings
from fogline.knowledge.load import load_yaml
from fogline.model import Token

_INFIX = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])|(?<=[^\W\d_])(/)(?=[^\W\d_])")
_LENT = frozenset({"body", "person"})  # whose names places bear too
_NATIONS = frozenset({"country", "adjective", "capital"})
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN"})
_OWNER_REACH = 2  # words between a country and what belongs to it
_LONG = 3  # words
_ACRONYM = 5  # letters: up to here, capitals match as they are written only ("WHO", not "Who"; "LeT", not "Let")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (not included) that carry a meaning."""

    first: int
    last: int
    meaning: Meaning


_Phrase = tuple[tuple[str, ...], tuple[str, ...], Meaning]  # lower-case words, words as written, meaning


class Lexicon:
    """All phrases, by their first word; the longest match at a place wins."""

    def __init__(self, entries: Iterator[tuple[str, Meaning]]) -> None:
        self._phrases: dict[str, list[_Phrase]] = {}
        known: set[tuple[str, ...]] = set()
        for phrase, meaning in entries:
            words = tuple(cut(phrase))
            if words in known:
                continue
            known.add(words)
            lower = tuple(word.lower() for word in words)
            self._phrases.setdefault(lower[0], []).append((lower, words, meaning))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """The matches in a text, left to right, none overlapping."""
        lower = [token.lower.replace("’", "'") for token in tokens]
        found: list[Match] = []
        i, end = 0, len(tokens)
        while i < end:
            owned = bool(found) and _owns(tokens, found[-1], i)
            match = self._at(tokens, lower, i, owned) if lower[i] in self._phrases else None
            found.extend([match] if match else [])
            i = match.last if match else i + 1
        return found

    def _at(self, tokens: Sequence[Token], lower: list[str], i: int, owned: bool) -> Match | None:
        for words, written, meaning in self._phrases[lower[i]]:
            stop = i + len(words)
            if (owned and meaning.yields) or stop > len(tokens):
                continue
            if (
                tuple(lower[i:stop]) == words
                and tokens[i].sentence == tokens[stop - 1].sentence
                and (meaning.type == "role" or _same_words(tokens[i:stop], written))
                and not (meaning.type in _LENT and _names_place(tokens, stop))
            ):
                return Match(i, stop, meaning)
        return None

    def meaning(self, phrase: str) -> Meaning | None:
        """The meaning of exactly this phrase."""
        words = tuple(cut(phrase))
        lower = tuple(word.lower() for word in words)
        return next((m for low, _, m in self._phrases.get(lower[0], ()) if low == lower), None) if words else None


def _owns(tokens: Sequence[Token], nation: Match, i: int) -> bool:
    """Whether what begins at token `i` is a nation's: "Chad's powerful Security Council"."""
    between = tokens[nation.last : i]
    return (
        nation.meaning.type in _NATIONS
        and len(between) <= _OWNER_REACH
        and all(token.pos in _BETWEEN or token.lower in {"'s", "’s"} for token in between)
    )


def _names_place(tokens: Sequence[Token], after: int) -> bool:
    """Whether a name is only part of a place's: "Fars province", "Hariri hospital"."""
    return after < len(tokens) and tokens[after].lower in word_class("place_types")


def _same_words(tokens: Sequence[Token], written: tuple[str, ...]) -> bool:
    """Whether words are written as a name is; of long names the later words may be lower case ("Black Sea fleet")."""
    strict = len(written) < _LONG
    if written[0] == "The":
        tokens, written = tokens[1:], written[1:]
    return all(_same_case(t, w) for i, (t, w) in enumerate(zip(tokens, written, strict=True)) if strict or i < 2)


def _same_case(token: Token, word: str) -> bool:
    if (word.isupper() or word[-1:].isupper()) and 1 < len(word) <= _ACRONYM:
        return token.text == word
    return not word[0].isupper() or token.text[0].isupper()


def cut(phrase: str) -> list[str]:
    """The words of a phrase, cut as the parser's tokenizer cuts them."""
    words: list[str] = []
    for chunk in phrase.replace("’", "'").split():
        body = chunk[:-2] if chunk.endswith("'s") else chunk
        for piece in _INFIX.split(body):
            words.extend(re.findall(r"[(),]|'$|[^(),']+(?:'[^(),']+)*", piece or ""))
        words.extend(["'s"] if body != chunk else [])
    return words


@cache
def lexicon() -> Lexicon:
    """The lexicon of all tables."""
    return Lexicon(meanings())


@cache
def word_class(id: str) -> frozenset[str]:
    """The words of one class of `actors/words.yaml`."""
    return _word_classes()[id]


@cache
def _word_classes() -> dict[str, frozenset[str]]:
    return {row.id: frozenset(row.words) for row in load_yaml("actors/words.yaml", WordsRow)}
