"""Regions by their abbreviation behind a town: "Newport, Ky.", "Clifton, NJ", "(N.B.)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from fogline.extraction.places.gazetteer import Gazetteer, Hit, NameKind
from fogline.extraction.places.gazetteer.fold import key
from fogline.knowledge.load import load_csv
from fogline.knowledge.schemas.places import AbbreviationRow
from fogline.model import Token

_BEFORE = frozenset({",", "(", "-"})


def abbreviated(tokens: Sequence[Token], i: int, gazetteer: Gazetteer) -> tuple[int, str, tuple[Hit, ...]] | None:
    """The end, the key and the places of the abbreviation at a token, where it stands as one."""
    text, end = tokens[i].text, i + 1
    if text not in _rows() and end < len(tokens) and tokens[end].text == "." and tokens[end].start == tokens[i].end:
        text, end = text + ".", end + 1
    if text not in _rows() or not _stands(tokens, i, text):
        return None
    names = _rows()[text]
    found = [h for name, country in names for h in _regions(name, country, gazetteer)]
    folded = key(names[0][0]) if len(names) == 1 else f"{key(text)} abbreviated"
    return (end, folded, tuple(found)) if found else None


def _stands(tokens: Sequence[Token], i: int, text: str) -> bool:
    """Whether a name and a comma or bracket stand before it; "N.J." alone is plain enough."""
    if "." in text.rstrip("."):
        return True
    return (
        i > 1 and tokens[i - 1].text in _BEFORE and tokens[i - 2].text[-1].isalpha() and tokens[i - 2].text[0].isupper()
    )


def _regions(name: str, country: str, gazetteer: Gazetteer) -> list[Hit]:
    records = [h.record for h in gazetteer.find(key(name))]
    return [Hit(r, NameKind.REVIEWED) for r in records if r.feature == "region" and r.country == country][:1]


@cache
def _rows() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in load_csv("places_abbreviations.csv", AbbreviationRow):
        found[row.abbreviation].append((row.name, row.country))
    return dict(found)
