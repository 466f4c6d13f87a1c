"""The words that tell a caption, a credit, a link or page furniture from the report itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml
from fogline.model import SegmentKind
from fogline.reports.dates import DATE
from fogline.reports.outlets import names_pattern

Where = Literal["whole", "opens", "head", "tail"]
SPACES = 80  # white space within a cue at most: a wrap and an indent; any number made long runs of it slow
TAIL = 240  # characters at a paragraph's end in which a credit is looked for
_NAME_WORD = r"[^\W\d_a-z](?:\.|[\w'’-]*)"  # full stops stand after initials only
_NAME = rf"(?:{_NAME_WORD}(?: (?:{_NAME_WORD}|al-[\w'’-]+|bin|ibn|de|da|van|der|von|el|la))*)"


class Cue(BaseModel):
    """One entry of `knowledge/reports.yaml`.

    `where` says what the words decide: the `whole` paragraph that they fill, the paragraph that they `open` (up to
    `words` words long), or only themselves at the `head` or `tail` of one, whose remainder then is `rest` (None:
    whatever it is without them). In `pattern` and `byline` a space stands for any white space, `{name}` for a
    person's name, `{outlet}` for a name of an outlet or agency, `{date}` for a full date; capitals matter only if
    `cased`. `date` tells that the date in the words is the report's own.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: SegmentKind
    where: Where
    pattern: str
    cased: bool = False
    words: int = 60
    rest: SegmentKind | None = None
    byline: str | None = None
    date: bool = False
    example: str
    unlike: str | None = Field(default=None, alias="not")


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a paragraph, with the offsets of its words."""

    cue: Cue
    start: int
    end: int


@cache
def cues() -> tuple[Cue, ...]:
    """All entries, in the order of the file; where several fit, the first one counts."""
    return load_yaml("reports.yaml", Cue)


def find(where: Where, text: str, start: int, end: int) -> Match | None:
    """The first cue of a kind that fits `text[start:end]`."""
    matcher = _matcher(where)
    if where == "whole":
        found = matcher.pattern.fullmatch(text, start, end)
    elif where == "tail":
        found = matcher.pattern.search(text, max(start, end - TAIL), end)
    else:
        found = matcher.pattern.match(text, start, end)
    if found is None or found.lastgroup is None:
        return None
    return Match(matcher.cues[int(found.lastgroup[1:])], found.start(), found.end())


@cache
def byline_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern that takes the author's name out of a credit: its first group."""
    return re.compile(_expanded(pattern), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Matcher:
    pattern: re.Pattern[str]
    cues: Sequence[Cue]


@cache
def _matcher(where: Where) -> _Matcher:
    chosen = [cue for cue in cues() if cue.where == where]
    parts = [f"(?P<c{i}>{_flagged(cue)}{_END if where == 'tail' else ''})" for i, cue in enumerate(chosen)]
    # A credit starts with a word or a mark, never within a word: that spares most of the search.
    boundary = r"(?<!\w)" if where == "tail" else ""
    return _Matcher(re.compile(f"{boundary}(?:{'|'.join(parts)})"), chosen)


_END = r"\s*\Z"


def _flagged(cue: Cue) -> str:
    return f"(?:{_expanded(cue.pattern)})" if cue.cased else f"(?i:{_expanded(cue.pattern)})"


def _expanded(pattern: str) -> str:
    named = pattern.replace("{name}", f"(?-i:{_NAME})").replace("{outlet}", f"(?-i:{names_pattern()})")
    return named.replace(" ?", rf"\s{{0,{SPACES}}}").replace(" ", rf"\s{{1,{SPACES}}}").replace("{date}", DATE)
