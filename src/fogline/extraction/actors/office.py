"""The office of a person and whose it is, in the report's words: "secretary" of "the national security council"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.actors.lexicon import Match, lexicon
from fogline.extraction.actors.mention import Mention
from fogline.extraction.actors.phrases import core_extent, owners
from fogline.extraction.actors.reader import Reader
from fogline.language.tree import children
from fogline.model import Structure

Extent = tuple[int, int]
_OF = frozenset({"of", "for", "at", "from", "with"})
_NAMES = frozenset({"group", "body", "country", "capital", "adjective", "people"})
_NOT_NAMED = frozenset({"appos", "case"})  # neither what a body is called besides nor its "'s" is of its name


def office(structure: Structure, reader: Reader, mention: Mention) -> tuple[Extent | None, Extent | None]:
    """The tokens of the office that a mention names and of the body whose office it is, first and last (not included).

    Both are None for bodies and crowds, and where the mention tells no office.
    """
    if mention.pronoun:
        return None, None
    for match in reader.matches(mention.first, mention.last):
        if match.meaning.type == "role" and match.meaning.who == "person" and _is_person(structure, match):
            return _taken_apart(structure, match) or (
                (match.first, match.last),
                _body(structure, reader, mention, match),
            )
    return None, None


def _taken_apart(structure: Structure, role: Match) -> tuple[Extent, Extent | None] | None:
    """An office that the tables hold in one with whose it is: "head of the administration", "army spokesman"."""
    tokens = structure.tokens
    of = next((i for i in range(role.first, role.last) if tokens[i].lower == "of"), None)
    if of is not None:
        return (role.first, of), (of + 1, role.last)
    before = lexicon().meaning(" ".join(token.lower for token in tokens[role.first : role.last - 1]))
    if before is not None and before.type == "role" and before.who in {"body", "people"}:
        first = role.first - (role.first > 0 and tokens[role.first - 1].tag in {"JJ", "NNP"})
        return (role.last - 1, role.last), (first, role.last - 1)
    return None


def _is_person(structure: Structure, match: Match) -> bool:
    return structure.tokens[match.last - 1].tag in {"NN", "NNP", "NNS", "NNPS"}


def _body(structure: Structure, reader: Reader, mention: Mention, role: Match) -> Extent | None:
    """After "of" or "for", else as a possessor, else named before the role within the phrase."""
    for i in range(role.first, role.last):
        for preposition, noun in owners(structure, i):
            if preposition in _OF:
                return core_extent(structure, noun.i, without=_NOT_NAMED)
    for i in (role.last - 1, mention.head):
        for possessor in children(structure, i, "poss"):
            if possessor.tag != "PRP$" and possessor.i < role.first:
                return _named_from(reader, possessor.i, role) or core_extent(structure, possessor.i, without=_NOT_NAMED)
    return _named_before(structure, reader, mention.first, role)


def _named_before(structure: Structure, reader: Reader, first: int, role: Match) -> Extent | None:
    """As in "Israeli army spokesman", "Basra governor"."""
    before = [m for m in reader.matches(first, role.first) if m.meaning.type in _NAMES or _is_body(m)]
    begin = before[0].first if before else role.first
    while begin > first and structure.tokens[begin - 1].pos == "PROPN":
        begin -= 1
    return (begin, role.first) if begin < role.first else None


def _named_from(reader: Reader, possessor: int, role: Match) -> Extent | None:
    """As in "Ukraine's army spokesman": the body between possessor and role with the possessor."""
    between: Sequence[Match] = [m for m in reader.matches(possessor + 1, role.first) if _is_body(m)]
    return (possessor, role.first) if between else None


def _is_body(match: Match) -> bool:
    return match.meaning.type == "role" and match.meaning.who in {"body", "people"}
