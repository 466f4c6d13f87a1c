"""The tokens of a person's name in a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.actors.lexicon import Match, word_class
from fogline.extraction.actors.phrases import Phrase
from fogline.model import Token

_SAME_START = 4  # letters that two spellings of one first name share ("Abdel", "Abdelfattah")


def person_name(tokens: Sequence[Token], np: Phrase, inside: Sequence[Match]) -> tuple[int, int] | None:
    """First and last token (not included) of the proper name that a phrase ends in and that no other table has."""
    if tokens[np.head].pos != "PROPN":
        return None
    taken = {
        i
        for match in inside
        if match.meaning.type != "person" and not _ends_name(tokens, np, match)
        for i in range(match.first, match.last)
    }
    if np.head in taken:
        return None
    first = np.head
    while first - 1 >= np.first and first - 1 not in taken and _belongs_to_name(tokens[first - 1]):
        first -= 1
    while first < np.head and (
        not tokens[first].text[0].isalnum() or tokens[first].lower in word_class("titles") | {"the"}
    ):
        first += 1
    return (first, np.head + 1)


def _ends_name(tokens: Sequence[Token], np: Phrase, match: Match) -> bool:
    """Whether an adjective is a surname here ("Anna German"): it ends a phrase after a capitalised word."""
    if match.meaning.type not in {"adjective", "people"} or match.last != np.head + 1 or match.first <= np.first:
        return False
    before = tokens[match.first - 1]
    return before.pos == "PROPN" and before.text.istitle() and match.last - match.first == 1


def is_another(tokens: Sequence[Token], match: Match, person: tuple[int, int], head: int) -> bool:
    """Whether a known name is part of somebody else's ("Jane Carney" is not Mark Carney)."""
    if match.meaning.type == "person" and match.last <= head:
        return True
    if match.meaning.type in {"adjective", "people"}:
        return True
    known = match.meaning.name or ""
    first = tokens[person[0]].text[:_SAME_START]
    return match.meaning.type == "person" and person[0] < match.first and not known.startswith(first)


def _belongs_to_name(token: Token) -> bool:
    if token.lower in word_class("titles"):
        return False
    return token.pos == "PROPN" or token.text in {"-", "’", "'"} or token.lower in word_class("particles")
