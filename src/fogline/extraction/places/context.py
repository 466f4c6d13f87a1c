"""What the words around a name tell: whether it is a place, of which kind, and in which larger place it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.extraction.places.offsets import Offset, offset_before
from fogline.extraction.places.parents import Parents
from fogline.extraction.places.scan import Name
from fogline.extraction.places.words import features, words
from fogline.extraction.places.wraps import HYPHENS
from fogline.model import Structure, Token

MOST_LINKING = 6  # tokens between a name and the distance that is told of it
_LONGEST_LIST = 16  # tokens of a list of names that share a type word
_SHARED = {
    "provinces": "province", "regions": "region", "districts": "district", "oblasts": "oblast", "states": "state",
    "governorates": "governorate", "counties": "county", "raions": "raion", "prefectures": "prefecture",
}  # fmt: skip
WINDOW = 9  # tokens between a name and the larger place beside it


@dataclass(frozen=True, slots=True)
class Context:
    """Signs for one mention.

    `feature` is the class told by a type word, `type_last` the token after it where it follows the name.
    `locative`: a preposition of place governs the name. `surname`: the capitals before it make it the end of a
    person's name; `person`: those after it the start of one, or of a street's. `body`: it opens the name of an
    organisation. `facility`: a word for a site or a part follows. `qualified`: a direction word stands before it.
    `speaks`: it is the subject of a verb of saying. `undergoes`: what is done to places is done to it. `containers` are
    the indices of names beside it that may be larger places, `parents` of those that the words say it lies in, the
    nearest first. `offset` is the distance or direction told from the name, `measured_from` the index of the name that
    its own distance is told from ("Lyman, 20 km north of Sloviansk").
    """

    feature: str | None
    type_last: int | None
    locative: bool
    surname: bool
    person: bool
    body: bool
    facility: bool
    qualified: bool
    speaks: bool
    undergoes: bool
    containers: tuple[int, ...]
    parents: tuple[int, ...]
    offset: Offset | None
    measured_from: int | None

    @property
    def placed(self) -> bool:
        """Whether the words beside the name say that it is a place."""
        return self.locative or self.feature is not None or self.facility or self.qualified or self.undergoes


def contexts(structure: Structure, names: Sequence[Name]) -> list[Context]:
    """The context of each name."""
    found = []
    around = Parents(structure, names)
    large = {n.last - 1 for n in names if n.hits[0].record.feature in {"country", "area"}}
    for index, name in enumerate(names):
        feature, type_last = type_word(structure, name.first, name.last)
        found.append(
            Context(
                feature=feature,
                type_last=type_last,
                locative=is_locative(structure, name.last - 1),
                surname=name.first - 1 not in large and _is_surname(structure, name),
                person=_is_first_name(structure, name),
                body=_is_body(structure, name),
                facility=_next_lower(structure, name.last) in words("facility") | (words("part") - words("direction")),
                qualified=_lower(structure, name.first - 1) in words("direction"),
                speaks=_speaks(structure, name),
                undergoes=undergoes(structure, name.last - 1),
                containers=tuple(_containers(structure, names, index)),
                parents=around.of(name.first, name.last),
                offset=offset_before(structure, name.first),
                measured_from=_measured_from(structure, names, index),
            )
        )
    return found


def is_locative(structure: Structure, i: int) -> bool:
    """Whether a preposition of place governs token `i`, also through a coordination ("in Kyiv and Lviv")."""
    tokens = structure.tokens
    token = tokens[i]
    for _ in range(5):
        if token.dep == "pobj":
            governor = tokens[token.head]
            return governor.lower in words("preposition") or _part_of_place(tokens, governor)
        if token.dep not in {"conj", "appos", "compound", "nmod", "poss"} or token.head == token.i:
            return False
        if token.dep in {"compound", "nmod", "poss"} and tokens[token.head].lower not in words("type_after") | words(
            "part"
        ):
            return False
        token = tokens[token.head]
    return False


def _part_of_place(tokens: Sequence[Token], governor: Token) -> bool:
    """Whether it is "of" after a word for a part or kind of place ("west of", "town of")."""
    if governor.lower != "of":
        return False
    noun = tokens[governor.head]
    return noun.lower in words("part") or noun.lower in words("type_before")


def type_word(structure: Structure, first: int, last: int) -> tuple[str | None, int | None]:
    """The class that a word beside a name tells ("Idlib province"), and the token after it where it follows."""
    after = _next_lower(structure, last)
    if after in features("type_after"):
        return features("type_after")[after], last + 1
    at = first - 1
    if _lower(structure, at) in {"the", '"', "“"}:
        at -= 1
    before = _lower(structure, at - 1 if _lower(structure, at) == "of" else first - 1)
    return features("type_before").get(before), None


def _is_surname(structure: Structure, name: Name) -> bool:
    """Whether a title or another name stands before it in one run of capitals ("Mr. Lviv", "Jack London")."""
    if name.first == 0:
        return False
    word = structure.tokens[name.first - 1]
    if word.lower in words("title") and word.text[0].isupper():
        return word.dep in {"compound", "amod", "nmod", "poss"} or name.before < name.first
    if name.before == name.first or word.pos != "PROPN" or word.text in {"-", "–"}:
        return False
    harmless = (
        words("direction") | words("organisation") | words("type_before") | words("type_after") | words("preposition")
    )
    return word.lower not in harmless and not _is_adjective(word)


def _is_first_name(structure: Structure, name: Name) -> bool:
    """Whether the capitals after the name make it the start of another one ("Paris Hilton", "Lviv Street")."""
    tokens = structure.tokens
    if name.after == name.last:
        return False
    word = tokens[name.last]
    if word.lower in words("street"):
        return True
    known = words("organisation") | words("type_after") | words("facility") | words("direction") | words("part")
    return (
        word.pos == "PROPN"
        and len(word.text) > 1
        and tokens[name.last - 1].head in range(name.last, name.after)
        and not any(t.lower in known for t in tokens[name.last : name.after])
    )


def _is_adjective(word: Token) -> bool:
    return word.pos == "ADJ" or word.lower.endswith(
        ("ian", "ish", "ese", "ern", "ist", "can", "aqi", "eli", "eni", "ani")
    )


def _is_body(structure: Structure, name: Name) -> bool:
    tokens = structure.tokens
    return any(t.lower in words("organisation") for t in tokens[name.last : name.after])


def _speaks(structure: Structure, name: Name) -> bool:
    token = structure.tokens[name.last - 1]
    return token.dep in {"nsubj", "conj"} and structure.tokens[token.head].lemma in words("speaking")


def undergoes(structure: Structure, i: int) -> bool:
    """Whether what is done in wars to places is done to token `i` ("seized Lviv", "the siege of Lviv")."""
    token = structure.tokens[i]
    governor = structure.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"}:
        return governor.lemma in words("deed")
    if token.dep == "pobj" and governor.lower in {"of", "over", "for", "on"}:
        return structure.tokens[governor.head].lemma in words("deed")
    return False


def _containers(structure: Structure, names: Sequence[Name], index: int) -> list[int]:
    """Names right after or before this one, with only bridging words between."""
    name, found = names[index], []
    if index + 1 < len(names) and bridged(structure, name.last, names[index + 1].first):
        found.append(index + 1)
        if index + 2 < len(names) and bridged(structure, names[index + 1].last, names[index + 2].first):
            found.append(index + 2)
    if index and bridged(structure, names[index - 1].last, name.first, comma=False):
        found.append(index - 1)
    return found


def _measured_from(structure: Structure, names: Sequence[Name], index: int) -> int | None:
    """The index of the next name, where a distance from it is told right after this one."""
    if index + 1 == len(names):
        return None
    told = offset_before(structure, names[index + 1].first)
    if told is None or told.km is None or not 0 <= told.first - names[index].last <= MOST_LINKING:
        return None
    between = structure.tokens[names[index].last : told.first]
    return index + 1 if all(t.lower in words("measuring") for t in between) else None


def bridged(structure: Structure, start: int, end: int, *, comma: bool = True) -> bool:
    """Whether only words that tie a place to a larger one stand in tokens `start` to `end` (not included)."""
    if not 0 < end - start <= WINDOW:
        return False
    between = structure.tokens[start:end]
    return all(t.lower in words("bridge") and (comma or t.text != ",") for t in between)


def _lower(structure: Structure, i: int) -> str:
    return structure.tokens[i].lower if 0 <= i < len(structure.tokens) else ""


def _next_lower(structure: Structure, i: int) -> str:
    """The word after a name; of a list that shares it, the one at its end ("Homs, Hama and Idlib provinces")."""
    shared = _shared_type_word(structure, i) if _lower(structure, i) in {"and", ","} else None
    return shared or _lower(structure, i)


def _shared_type_word(structure: Structure, i: int) -> str | None:
    """The plural type word at the end of a list of names that goes on at token `i`, in the singular."""
    tokens, joins = structure.tokens, 0
    for token in tokens[i : i + _LONGEST_LIST]:
        joins += token.lower == "and"
        if token.lower in _SHARED and joins:
            return _SHARED[token.lower]
        if token.lower not in {"and", ","} and token.text not in HYPHENS and not token.text[0].isupper():
            return None
    return None
