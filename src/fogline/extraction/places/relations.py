"""How a mention stands to its place: "outskirts of", "20 km north of"; and whether it locates at all."""

from __future__ import annotations

from fogline.extraction.places.capitals import is_capital
from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.offsets import offset_before
from fogline.extraction.places.words import words
from fogline.model import Structure

_EDGES = frozenset(
    {"outskirts", "suburb", "suburbs", "edge", "vicinity", "surroundings", "environs", "approaches", "countryside"}
)
_TOWARDS = frozenset({"direction", "axis"})  # a front named after the town it leads to
_BETWEEN = frozenset({"the", "of", "city", "town", "village", "settlement", "a", "strategic", "key"})
_NEAR = {
    "near": "near",
    "nearby": "near",
    "outside": "outside",
    "around": "around",
    "towards": "towards",
    "toward": "towards",
}
_ADJECTIVAL_DEPS = frozenset({"compound", "amod", "nmod", "npadvmod"})
_BESIDE_ACTOR = frozenset({"with", "by", "for", "against", "under", "of", "between"})  # "talks with Kyiv"
_ACTOR_DEPS = frozenset({"nsubj", "poss", "agent", *_ADJECTIVAL_DEPS})


def relation(structure: Structure, first: int, last: int) -> str | None:
    """The words that set a position off from the place, in a plain form, or None."""
    tokens = structure.tokens
    after = _word(structure, last + 1) if _word(structure, last) in {"'s", "’s", "'"} else _word(structure, last)
    if _word(structure, last) in {"'s", "’s", "'"} and after in words("direction"):
        after = _word(structure, last + 2)
    if after in _EDGES:
        return f"{after} of"
    if tokens[last - 1].lower in _TOWARDS:
        return "in the direction of"
    told = offset_before(structure, first)
    if told is not None:
        return told.plain
    at = first - 1
    while at >= 0 and tokens[at].lower in _BETWEEN:
        at -= 1
    if at < 0 or tokens[at].sentence != tokens[first].sentence:
        return None
    word = tokens[at].lower
    if word in _NEAR:
        return _NEAR[word]
    if "of" not in {tokens[at + 1].lower, word}:
        return None
    if word == "direction":
        return "in the direction of"
    return f"{word} of" if word in _EDGES else None


def is_adjectival(structure: Structure, last: int, record: Record, context: Context) -> bool:
    """Whether a mention qualifies or acts rather than locates ("Donetsk native", "Russia said", "Kyiv's offer")."""
    if context.locative or (context.feature and record.feature != "country"):
        return False
    token = structure.tokens[last - 1]
    governor = structure.tokens[token.head].lower
    if context.body:
        return True
    if governor in words("type_after") | words("facility") | words("part"):
        return False
    if record.feature == "country" or is_capital(record.geonames, record.country):
        if record.feature != "country" and token.dep == "pobj":
            return governor in _BESIDE_ACTOR
        return token.dep in _ACTOR_DEPS or (token.dep == "conj" and _coordinated_actor(structure, token.head))
    return token.dep in _ADJECTIVAL_DEPS or context.speaks


def _coordinated_actor(structure: Structure, head: int) -> bool:
    token = structure.tokens[head]
    return token.dep in _ACTOR_DEPS or (
        token.dep == "conj" and token.head != head and _coordinated_actor(structure, token.head)
    )


def _word(structure: Structure, i: int) -> str:
    return structure.tokens[i].lower if 0 <= i < len(structure.tokens) else ""
