"""Places told through a country: "Iraq's capital", "Ukraine's east", "the country's south", "the east"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from fogline.extraction.places.capitals import capital_of
from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.located import located
from fogline.extraction.places.sides import side_named, side_of_country
from fogline.extraction.places.words import words
from fogline.language.tree import children
from fogline.model import Document, Place, Structure, Token

_SIDE_NAMED = 20  # more than any count of places


def derived(document: Document, found: Sequence[Place]) -> list[Place]:
    """The mentions of capitals and sides of countries that name the country, or leave it to the context."""
    structure = document.structure
    named = sorted(found, key=lambda p: p.start)
    owner = {p.last - 1: p for p in named if p.feature == "country"}
    return [
        located(document, first, token.i + 1, record, (rule,))
        for token in structure.tokens
        if token.pos in {"NOUN", "PROPN"} and (token.lower == "capital" or side_named(token.lower))
        for first, record, rule in _told(structure, token, owner, named)
    ]


def _told(
    structure: Structure, token: Token, owner: dict[int, Place], named: Sequence[Place]
) -> Iterator[tuple[int, Record, str]]:
    """The first token, the record and the rule of a mention that ends at `token`."""
    for possessor in _possessors(structure, token):
        country = owner.get(possessor.i)
        first = country.first if country else possessor.i
        if country is None and possessor.lower in {"country", "nation"}:
            country = _topic(named, token)
            first -= first > 0 and structure.tokens[first - 1].lower == "the"
        record = _part(country, token.lower)
        if record:
            yield first, record, "places.of_country"
        return
    if _word(structure, token.i + 1) == "of" and _word(structure, token.i + 3) in {"country", "nation"}:
        record = _part(_topic(named, token), token.lower)
        first = token.i - (_word(structure, token.i - 1) == "the")
        if record:
            yield first, record, "places.of_country"
        return
    alone = token.i > 1 and structure.tokens[token.i - 1].lower == "the" and token.lower != "capital"
    if alone and _locates(structure, token):
        record = _part(_topic(named, token), token.lower)
        if record:
            yield token.i - 1, record, "places.side_of_topic"


def _possessors(structure: Structure, token: Token) -> list[Token]:
    """The possessor in the parse, or by its place before the token where the parse went astray."""
    if token.i > 1 and structure.tokens[token.i - 1].lower in {"'s", "’s", "'", "’"}:
        return [structure.tokens[token.i - 2]]
    return children(structure, token.i, "poss")


def _part(country: Place | None, word: str) -> Record | None:
    if country is None or country.country is None:
        return None
    return capital_of(country.country) if word == "capital" else side_of_country(word, country.name, country.country)


def _locates(structure: Structure, token: Token) -> bool:
    """Whether "the east" is where something happens, and not the east of something named after it."""
    governor = structure.tokens[token.head].lower
    return token.dep == "pobj" and governor in words("preposition") and _word(structure, token.i + 1) not in {"of", "-"}


def _topic(found: Sequence[Place], token: Token) -> Place | None:
    """The country that most places before a token lie in; of equals the one named last.

    Where the same side of a country was named before ("eastern Ukraine"), it is that country.
    """
    earlier = [p for p in found if p.first < token.i and p.country]
    side = side_named(token.lower)
    counts: Counter[str | None] = Counter()
    for place in earlier:
        counts[place.country] += 1 if place.adjectival else 2
        if side and place.feature == "area" and place.name.startswith(side):
            counts[place.country] += _SIDE_NAMED
    countries = [p for p in earlier if p.feature == "country"]
    return max(enumerate(countries), key=lambda row: (counts[row[1].country], row[0]))[1] if countries else None


def _word(structure: Structure, i: int) -> str:
    return structure.tokens[i].lower if 0 <= i < len(structure.tokens) else ""
