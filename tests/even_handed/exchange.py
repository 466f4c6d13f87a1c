"""Puts two parties of a report in each other's place, and tells how the claims then differ."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from fogline.model import Claim, Document, Token

TABLE = Path(__file__).parent / "parties.yaml"
_QUALIFYING = frozenset({"amod", "compound", "nmod"})
_ARTICLE = re.compile(r"\b([Aa])(n?) $")


class Forms(BaseModel):
    """The words that name one party, and the name of its side where that is another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    adjective: str | None = None
    people: str | None = None
    capital: str | None = None
    words: dict[str, str] = {}
    side: str | None = None


class Pair(BaseModel):
    """Two parties and the reports in which they are exchanged."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    first: Forms
    second: Forms
    reports: tuple[str, ...]
    kinds: Literal["one", "two"] = "one"


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs of `parties.yaml`."""
    return TypeAdapter(tuple[Pair, ...]).validate_python(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


def pair_of(report: str) -> Pair:
    """The pair that is exchanged in a report."""
    return next(pair for pair in pairs() if report in pair.reports)


@dataclass(frozen=True)
class Exchanged:
    """A text with its parties exchanged; `starts` are the offsets at which words changed, `shifts` by how much."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def moved(self, offset: int) -> int:
        """Where what stood at `offset` stands now."""
        at = bisect_right(self.starts, offset) - 1
        return offset + (self.shifts[at] if at >= 0 else 0)


def exchanged(document: Document, pair: Pair) -> Exchanged:
    """The document's text with each word of one party replaced by the other's in the same form."""
    text = document.report.text
    at = {token.start: token for token in document.structure.tokens}
    forms = _forms(pair)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + r")\b")
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    done = shift = 0
    for match in pattern.finditer(text):
        own, other, form = forms[match[0]]
        word = _in_place(own, other, form, match[0], at.get(match.start()))
        before = _with_article(text[done : match.start()], word)
        shift += len(before) - (match.start() - done)
        parts += [before, word]
        shift += len(word) - len(match[0])
        starts.append(match.end())
        shifts.append(shift)
        done = match.end()
    return Exchanged("".join([*parts, text[done:]]), tuple(starts), tuple(shifts))


def _forms(pair: Pair) -> dict[str, tuple[Forms, Forms, str]]:
    """Each word that is replaced, with whose it is, whose stands in its place, and which form it is."""
    found: dict[str, tuple[Forms, Forms, str]] = {}
    for own, other in ((pair.first, pair.second), (pair.second, pair.first)):
        for form in ("name", "adjective", "people", "capital"):
            word = getattr(own, form)
            if word is not None and (form != "capital" or other.capital is not None):
                found.setdefault(word, (own, other, form))
        for word, instead in own.words.items():
            found[word] = (own, Forms(name=instead), "name")
    for word, (own, other, form) in list(found.items()):  # as in datelines and headlines
        found.setdefault(word.upper(), (own, other, form))
    return found


def _in_place(own: Forms, other: Forms, form: str, word: str, token: Token | None) -> str:
    qualifies = own.adjective is None and token is not None and token.dep in _QUALIFYING
    if own.adjective == own.name:
        form = "adjective" if token is not None and token.dep in _QUALIFYING else "name"
    instead = (other.adjective if form == "adjective" or qualifies else getattr(other, form)) or other.name
    return instead.upper() if word.isupper() and len(word) > 4 else instead


def _with_article(before: str, word: str) -> str:
    """The text before a word with "a" or "an" as the word asks for it."""
    vowel = word[0] in "AEIOU" or word in {"RSF", "SDF", "M23"}
    return _ARTICLE.sub(lambda m: f"{m[1]}{'n' if vowel else ''} ", before)


@dataclass(frozen=True)
class Difference:
    """A claim that reads otherwise once the parties are exchanged: in which field, what was due and what is read.

    `why` explains it where it is due:

    - `stays`: no word of the parties tells the side, so that it follows from what was not exchanged: a place ("the
      governor"), another name, the country that the report is set in. Such a side may stay or no longer be told.
    - `inferred`: the clause does not name who does the deed, so that it is told by the claims around it.
    - `party`: the source is of the side that is due, which counts as a party in one of the two texts alone, for who the
      parties are follows from all that is told of them, places and all.
    - `kind`: a state was put in the place of a group, and what is told of it is no claim any more.
    """

    words: str
    field: str
    was: str | None
    now: str | None
    why: str | None = None


def differences(before: Document, after: Document, change: Exchanged, pair: Pair) -> Iterator[Difference]:
    """The claims of `before` that have no counterpart in `after` with the parties exchanged."""
    sides = _sides(pair)
    read = {(c.trigger.start, c.event, _source_start(c)): c for c in after.claims}
    by_trigger = {(c.trigger.start, c.event): c for c in after.claims}
    for claim in before.claims:
        key = (change.moved(claim.trigger.start), claim.event)
        source = _source_start(claim)
        other = read.get((*key, change.moved(source) if source is not None else None)) or by_trigger.get(key)
        if other is None:
            yield Difference(claim.evidence.text, "claim", claim.event, None, "kind" if pair.kinds == "two" else None)
            continue
        for field, was, now, why in _fields(claim, other, sides, tuple(_forms(pair))):
            if was != now:
                once = field == "source side" and "none" in (was, now)
                if once and _same_belonging(_belongs(before, claim), _belongs(after, other), sides):
                    why = "party"
                yield Difference(claim.evidence.text, field, was, now, why)


def _fields(
    claim: Claim, other: Claim, sides: Mapping[str, str], forms: tuple[str, ...]
) -> Iterator[tuple[str, str | None, str | None, str | None]]:
    """What must be exchanged and no more: source, its side, the stance, the actor's side; and what explains another."""
    source, actor = claim.source, claim.actor
    untold = _untold(source.words.text if source.words else "", forms) and _untold(source.name or "", forms)
    stays = untold and (other.source.side == source.side or "none" in (other.source.side, source.side))
    yield "source side", sides.get(source.side, source.side), other.source.side, "stays" if stays else None
    yield "stance", claim.stance, other.stance, None
    side, now = actor.side if actor else None, other.actor.side if other.actor else None
    stays = actor is not None and _untold(actor.words.text, forms) and now in {side, None}
    why = "stays" if stays else None if _named(claim) or _named(other) else "inferred"
    yield "actor side", sides.get(side, side) if side else None, now, why
    yield "source", str(source.words is None), str(other.source.words is None), None


def _same_belonging(before: set[str], after: set[str], sides: Mapping[str, str]) -> bool:
    """Whether a source belongs to the side that is due."""
    return bool(before) and {sides.get(side, side) for side in before} == after


def _belongs(document: Document, claim: Claim) -> set[str]:
    """The side of a claim's source, party or not."""
    words = claim.source.words
    if words is None:
        return set()
    inside = [a for a in document.actors if words.start <= a.start and a.end <= words.end]
    return {a.side for a in inside if a.side is not None and a.name == claim.source.name}


def _named(claim: Claim) -> bool:
    """Whether the clause itself names who does the deed."""
    told = any(reason.startswith("actor:") and reason.endswith(", named") for reason in claim.because)
    return told and not any(reason.startswith("event: answers") for reason in claim.because)


def _untold(words: str, forms: tuple[str, ...]) -> bool:
    """Whether the words hold none of the words that were exchanged."""
    return not any(re.search(rf"\b{re.escape(form)}\b", words) for form in forms)


def _sides(pair: Pair) -> dict[str, str]:
    first, second = (forms.side or forms.name for forms in (pair.first, pair.second))
    return {first: second, second: first}


def _source_start(claim: Claim) -> int | None:
    return claim.source.words.start if claim.source.words is not None else None
