"""Titles that stand just before or after a person's name where the parse ties them to other words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict

from fogline.extraction.actors.lexicon import Match
from fogline.knowledge.load import load_yaml
from fogline.model import Token


class Rank(BaseModel):
    """A rank and how it is shortened before a name, lower case, without the stop."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rank: str
    short: tuple[str, ...]
    example: str


PERSON_NOUN = re.compile(r"(or|er|man|woman|ief|person)$")
_AFTER_COMMA = 9  # tokens after "Ann Hale," among which her title begins
_SINGULAR = frozenset({"NN", "NNP"})
_ENDS = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})


def title_beside(tokens: Sequence[Token], at: Mapping[int, Match], first: int, last: int) -> tuple[int, str] | None:
    """The governing token of the title beside the name at tokens `first` to `last` (not included), and the rule."""
    if (before := _title_before(tokens, at, first)) is not None:
        return before, "actors.title_before"
    if last < len(tokens) and tokens[last].text == ",":
        after = _title_after(tokens, at, last + 1)
        return (after, "actors.title_after") if after is not None else None
    return None


def _title_before(tokens: Sequence[Token], at: Mapping[int, Match], first: int) -> int | None:
    for i in (first - 1, first - 2):
        if i < 0 or tokens[i].sentence != tokens[first].sentence:
            return None
        if (match := at.get(i)) is not None:
            return match.last - 1 if _is_title(tokens, match) else None
        if tokens[i].text not in {",", "-"}:
            return None
    return None


def _title_after(tokens: Sequence[Token], at: Mapping[int, Match], start: int) -> int | None:
    for i in range(start, min(start + _AFTER_COMMA, len(tokens))):
        if tokens[i].pos in _ENDS or tokens[i].sentence != tokens[start - 1].sentence:
            return None
        match = at.get(i)
        if match is not None and match.meaning.type == "role" and match.meaning.who != "record":
            if _is_title(tokens, match):
                named = match.last < len(tokens) and tokens[match.last].pos == "PROPN"
                return None if named else match.last - 1  # else it is the title of the name that follows
            if tokens[match.last - 1].tag not in _SINGULAR:
                return None
    return None


def _is_title(tokens: Sequence[Token], match: Match) -> bool:
    noun = tokens[match.last - 1]
    who = match.meaning.who
    return (
        match.meaning.type == "role"
        and noun.tag in _SINGULAR
        and (who in {"person", "people"} or PERSON_NOUN.search(noun.lemma) is not None)
    )


def rank_in_full(word: str) -> str:
    """The full word of a rank as it stands before names ("gen." ▶ "general"); other words as they are."""
    return _ranks().get(word.rstrip("."), word)


@cache
def _ranks() -> dict[str, str]:
    return {short: row.rank for row in load_yaml("actors/ranks.yaml", Rank) for short in row.short}
