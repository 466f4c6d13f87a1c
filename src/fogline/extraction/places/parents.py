"""The larger places that the words beside a name say it lies in: "Krymske, Donetsk region", "Kaya in Lainya county"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.extraction.places.scan import Name
from fogline.extraction.places.words import features, words
from fogline.language.tree import SUBJECTS
from fogline.model import Structure

_OPENS = frozenset({",", "(", "in", "within"})
_LISTS = frozenset({"and", "or", "&"})
_POSSESSIVE = frozenset({"'s", "’s"})
_TURNS_AWAY = frozenset({"of", "from", "border"})  # "south of Donetsk", "on the border" lie elsewhere
_MOST_BETWEEN = 9  # tokens
_MOST_PARENTS = 3


class Parents:
    """Finds the names of one document that are told as what another stretch of it lies in."""

    def __init__(self, structure: Structure, names: Sequence[Name]) -> None:
        self._structure, self._tokens, self._names = structure, structure.tokens, names
        self._first: Mapping[int, int] = {name.first: i for i, name in enumerate(names)}
        self._end: Mapping[int, int] = {name.last: i for i, name in enumerate(names)}

    def of(self, first: int, last: int) -> tuple[int, ...]:
        """The indices of the names that tokens `first` to `last` are said to lie in, the nearest one first."""
        return (*self._before(first), *self._behind(first, last))

    def _before(self, first: int) -> Iterator[int]:
        """The region in "Donetsk region's Krymske"; what a country has may lie elsewhere."""
        if self._word(first - 1) not in _POSSESSIVE:
            return
        end = first - 1 - (self._word(first - 2) in features("type_after"))
        index = self._end.get(end)
        if index is not None and self._names[index].hits[0].record.feature in {"region", "area"}:
            yield index

    def _behind(self, first: int, last: int) -> Iterator[int]:
        at, found = self._past_type_word(last), 0
        while found < _MOST_PARENTS:
            start = self._opened(at)
            if start is None:
                return
            comma, index = self._word(at) == ",", self._first.get(start)
            if index is None:
                end = self._unknown(start)
                if end is None:
                    return
                at, found = end, found + 1
                continue
            name = self._names[index]
            end = self._past_type_word(name.last)
            if self._acts(name.last - 1, end) or (comma and self._is_listed(first, name, end)):
                return
            yield index
            at, found = end, found + 1

    def _opened(self, at: int) -> int | None:
        """The token at which a larger place may start, after what leads to it; None where nothing does."""
        if self._word(at) not in _OPENS:
            return None
        for i in range(at + 1, min(at + 1 + _MOST_BETWEEN, len(self._tokens))):
            token = self._tokens[i]
            if token.sentence != self._tokens[at].sentence:
                return None
            if token.text[0].isupper() or i in self._first:
                return i
            if token.lower not in words("bridge") or (token.text in _OPENS and token.text == ","):
                return None
            if token.lower == "of" and self._tokens[i - 1].lower in words("part") | _TURNS_AWAY:
                return None
        return None

    def _unknown(self, start: int) -> int | None:
        """The token after a larger place that no gazetteer names ("Lainya county"), by its type word."""
        end = start
        while end < len(self._tokens) and self._tokens[end].text[0].isupper() and end - start < 4:
            end += 1
        known = features("type_after").get(self._word(end))
        return end + 1 if end > start and known in {"region", "district"} else None

    def _past_type_word(self, last: int) -> int:
        return last + (self._word(last) in features("type_after"))

    def _acts(self, i: int, end: int) -> bool:
        """Whether it is the subject of what follows, or has something of its own ("Krymske, Russia's target")."""
        return self._tokens[i].dep in SUBJECTS or self._word(end) in _POSSESSIVE

    def _is_listed(self, first: int, name: Name, end: int) -> bool:
        """Whether a name behind a comma is one more of a list, and not what the first one lies in."""
        if self._word(end) in _LISTS or (self._word(end) == "," and self._word(end + 1) in _LISTS):
            return True
        if self._word(first - 1) == "," and first - 1 in self._end:
            return True
        following = self._first.get(end + 1) if self._word(end) == "," else None
        return following is not None and not self._holds(following, name)

    def _holds(self, index: int, inner: Name) -> bool:
        outer = self._names[index].hits[0].record
        return outer.feature == "country" or (
            outer.feature in {"region", "area"} and inner.hits[0].record.feature == "district"
        )

    def _word(self, i: int) -> str:
        return self._tokens[i].lower if 0 <= i < len(self._tokens) else ""
