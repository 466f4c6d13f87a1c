"""Names that the gazetteer lacks in this spelling: other romanisations, and villages too small to be listed.

A name in capitals that the words beside it call a place is looked up by its consonants in the countries that the report
is about; where that finds nothing, a type word ("the village of …") still makes it a place, without a position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.extraction.places.context import is_locative, type_word, undergoes
from fogline.extraction.places.gazetteer import Gazetteer, Hit
from fogline.extraction.places.gazetteer.countries import people
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.parents import Parents
from fogline.extraction.places.scan import Name, is_headline, run
from fogline.extraction.places.words import words
from fogline.model import Structure

_WITHIN = frozenset({"in", "at", "near", "outside", "around", "into", "toward", "towards"})
_IN_FOCUS = 0.3  # weight from which a country's places are looked through
_MOST_WORDS = 4
_WELL_KNOWN = 50_000  # people of a place whose name needs no second spelling


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name that is a place by the words beside it, and the class they tell; in no gazetteer.

    `typed` where a type word tells the class; else only a larger place named beside it makes it a place.
    """

    first: int
    last: int
    feature: str
    typed: bool = True


def countries_in(focus: Mapping[str, float]) -> tuple[str, ...]:
    """The countries that a report is about, most named first."""
    return tuple(sorted((c for c, w in focus.items() if w >= _IN_FOCUS), key=lambda c: (-focus[c], c)))[:4]


def respelled(
    structure: Structure, names: Sequence[Name], gazetteer: Gazetteer, countries: tuple[str, ...]
) -> list[Name]:
    """The names, those of small places with places of like spelling in the countries of the report beside them.

    Where the whole run of capitals is another spelling of a place there ("Khan Shaikhoun"), it is the name.
    """
    found: list[Name] = []
    for name in names:
        if not _is_small(name):
            found.append(name)
        elif (whole := _whole_run(structure, name, gazetteer, countries)) is None:
            found.append(replace(name, hits=(*name.hits, *_like(name, gazetteer, countries))))
        elif not found or found[-1].last <= whole.first:
            found.append(whole)
    return found


def _whole_run(structure: Structure, name: Name, gazetteer: Gazetteer, countries: tuple[str, ...]) -> Name | None:
    if (name.before, name.after) == (name.first, name.last) or name.after - name.before > 2 * _MOST_WORDS:
        return None
    folded = _key(structure, name.before, name.after)
    hits = gazetteer.similar(folded, countries)
    return Name(name.before, name.after, folded, hits, name.before, name.after) if hits else None


def _is_small(name: Name) -> bool:
    return all(h.record.feature == "settlement" and h.record.population < _WELL_KNOWN for h in name.hits)


def _like(name: Name, gazetteer: Gazetteer, countries: tuple[str, ...]) -> Iterator[Hit]:
    known = {h.record.id for h in name.hits}
    return (h for h in gazetteer.similar(name.key, countries) if h.record.id not in known)


def unlisted(
    structure: Structure, names: Sequence[Name], gazetteer: Gazetteer, countries: tuple[str, ...]
) -> tuple[list[Name], list[Unlisted]]:
    """Further names, found by their consonants, and names that no gazetteer has.

    The latter are places by a type word, or by the larger place that they are said to lie in.
    """
    around = Parents(structure, names)
    runs = list(_runs(structure, {i for n in names for i in range(n.first, n.last)}))
    placed: dict[str, str | None] = {}
    for first, last in runs:
        feature = _lower_type_word(structure, first, last)
        if feature or is_locative(structure, last - 1):
            folded = _key(structure, first, last)
            placed[folded] = placed.get(folded) or feature
    found: list[Name] = []
    unknown: list[Unlisted] = []
    for first, last in runs:
        folded = _key(structure, first, last)
        if folded not in placed:
            if undergoes(structure, last - 1) and around.of(first, last):
                unknown.append(Unlisted(first, last, "settlement", typed=False))
            continue
        hits = gazetteer.similar(folded, countries)
        feature = placed[folded]
        if hits:
            found.append(Name(first, last, folded, hits, first, last))
        elif feature in {"settlement", "district", "region"}:
            unknown.append(Unlisted(first, last, feature))
        elif feature is None and _is_in(structure, last - 1) and around.of(first, last):
            unknown.append(Unlisted(first, last, "settlement", typed=False))
    return found, unknown


def _is_in(structure: Structure, i: int) -> bool:
    """Whether something is done in or by it: people too are shot at and told of."""
    token = structure.tokens[i]
    return token.dep == "pobj" and structure.tokens[token.head].lower in _WITHIN


def _lower_type_word(structure: Structure, first: int, last: int) -> str | None:
    """The class told by a type word in lower case: in "Department of State" no place is named."""
    feature, after = type_word(structure, first, last)
    word = structure.tokens[last if after else max(first - 2, 0)]
    return feature if word.text.islower() or structure.tokens[first - 1].text.islower() else None


def _runs(structure: Structure, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns outside the names found so far, that nothing marks as persons or bodies."""
    tokens = structure.tokens
    for sentence in structure.sentences:
        if is_headline(tokens[sentence.first : sentence.last]):
            continue
        i = sentence.first
        while i < sentence.last:
            token = tokens[i]
            if token.pos != "PROPN" or not token.text[0].isupper() or i in covered:
                i += 1
                continue
            first, last = run(tokens, i, i + 1, sentence.first, sentence.last)
            if not covered.intersection(range(first, last)) and _may_name(structure, first, last):
                yield first, last
            i = max(last, i + 1)


def _may_name(structure: Structure, first: int, last: int) -> bool:
    tokens = structure.tokens[first:last]
    if not 1 <= len([t for t in tokens if t.text[0].isalpha()]) <= _MOST_WORDS or tokens[-1].text in {"-", "–"}:
        return False
    if tokens[-1].tag == "NNPS":  # a people
        return False
    barred = words("common") | words("title") | words("organisation") | words("street") | words("facility")
    return not any(t.lower in barred or t.text in people() or (t.text.isupper() and len(t.text) < 6) for t in tokens)


def _key(structure: Structure, first: int, last: int) -> str:
    return key("".join(t.text + " " for t in structure.tokens[first:last] if t.text not in {"-", "–"}))
