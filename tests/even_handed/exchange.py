"""Puts two parties of a report in each other's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from fogline.model import Document, Token

TABLE = Path(__file__).parent / "parties.yaml"
_QUALIFYING = frozenset({"amod", "compound", "nmod"})
_INDEFINITE = re.compile(r"\b([Aa])(n?) $")
_DEFINITE = re.compile(r"\b([Tt]he) $")
_DATELINE = re.compile(r"\s*(?:[—–-]|\()")
_POSSESSIVE = re.compile(r"(['’])(s\b)?")
_OPENS = re.compile(r"(?:^|\n|[.!?:]\s+|[.!?]?[\"“]\s*)$")


class Forms(BaseModel):
    """The words that name one party, and the name of its side where that is another.

    `article`: the name takes "the" as a noun ("the RSF", but "Islamic State" and "M23"). `an`: it takes "an", though
    spelled with a consonant ("an RSF column").
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    adjective: str | None = None
    people: str | None = None
    capital: str | None = None
    words: dict[str, str] = {}
    side: str | None = None
    article: bool = False
    an: bool = False


class Pair(BaseModel):
    """Two parties and the reports in which they are exchanged.

    `kept` are names of others that hold a word of a party, and stay as they are.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    first: Forms
    second: Forms
    reports: tuple[str, ...]
    kept: tuple[str, ...] = ()
    kinds: Literal["one", "two"] = "one"


@cache
def pairs() -> tuple[Pair, ...]:
    """All pairs of `parties.yaml`."""
    return TypeAdapter(tuple[Pair, ...]).validate_python(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


def pair_of(report: str) -> Pair:
    """The pair that is exchanged in a report."""
    return next(pair for pair in pairs() if report in pair.reports)


@dataclass(frozen=True)
class Edit:
    """Words of a text, by offsets, and what stands in their place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Exchanged:
    """A text with its parties exchanged, and the edits that made it, in text order."""

    text: str
    edits: tuple[Edit, ...]

    def start(self, offset: int) -> int:
        """Where the words that began at `offset` begin now."""
        return self._moved(offset, opens=True)

    def end(self, offset: int) -> int:
        """Where the words that ended at `offset` end now."""
        return self._moved(offset, opens=False)

    def _moved(self, offset: int, *, opens: bool) -> int:
        shift = 0
        for edit in self.edits:
            if edit.start >= offset:
                break
            if offset < edit.end:
                return edit.start + shift + (0 if opens else len(edit.words))
            shift += len(edit.words) - (edit.end - edit.start)
        return offset + shift


def exchanged(document: Document, pair: Pair) -> Exchanged:
    """The document's text with each word of one party replaced by the other's in the same form, articles and all."""
    text = document.report.text
    at = {token.start: token for token in document.structure.tokens}
    forms = word_forms(pair)
    words = sorted((*forms, *pair.kept), key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
    edits: list[Edit] = []
    for match in pattern.finditer(text):
        if match[0] in pair.kept:
            continue
        own, other, form = forms[match[0]]
        edits += _edits(document, match, _in_place(own, other, form, match[0], at.get(match.start())), (own, other))
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += [text[done : edit.start], edit.words]
        done = edit.end
    return Exchanged("".join([*parts, text[done:]]), tuple(edits))


def _edits(document: Document, match: re.Match[str], word: str, parties: tuple[Forms, Forms]) -> list[Edit]:
    """A word in the place of another, with the article that it asks for."""
    own, other = parties
    text, start = document.report.text, match.start()
    named = word
    end, word = _possessive(document, match, word)
    before = text[max(0, start - 8) : start]
    if (indefinite := _INDEFINITE.search(before)) is not None:
        vowel = word[0] in "AEIOU" or (other.an and named == other.name)
        article = "n" if vowel else ""
        at = start - 1 - len(indefinite[2])
        changed = [Edit(at, start - 1, article)] if article != indefinite[2] else []
        return [*changed, Edit(start, end, word)]
    was, due = (p.article and w in _nouns(p, q) for p, q, w in ((own, other, match[0]), (other, own, named)))
    definite = _DEFINITE.search(before)
    if was and not due and definite is not None and _stands_alone(document, start, len(match[0])):
        return [Edit(start - len(definite[0]), end, word)]
    dateline = before.endswith(", ") and _DATELINE.match(text, end) is not None
    if due and not was and definite is None and not dateline and _stands_alone(document, start, len(match[0])):
        opens = _OPENS.search(text[:start]) is not None
        return [Edit(start, end, f"{'The' if opens else 'the'} {word}")]
    return [Edit(start, end, word)]


def _nouns(party: Forms, other: Forms) -> set[str]:
    """The words that are the party's own name, in full or short."""
    return {party.name, *(word for word, instead in party.words.items() if instead == other.name)}


def _possessive(document: Document, match: re.Match[str], word: str) -> tuple[int, str]:
    """Where the words end that are replaced, and the word with the ending that it takes as an owner ("Hamas'")."""
    mark = _POSSESSIVE.match(document.report.text, match.end())
    token = next((t for t in document.structure.tokens if t.start == match.end()), None)
    if mark is None or token is None or token.tag != "POS":
        return match.end(), word
    due = f"{mark[1]}{'' if word.endswith('s') else 's'}"
    return (match.end(), word) if due == mark[0] else (mark.end(), word + due)


def _stands_alone(document: Document, start: int, length: int) -> bool:
    """Whether a name is a noun phrase of its own, but for an article before it."""
    tokens = [t for t in document.structure.tokens if start <= t.start < start + length]
    if not tokens:
        return False
    head = tokens[-1]
    described = [i for i in document.structure.children[head.i] if i < tokens[0].i]
    if document.report.text[start + length : start + length + 1] == "-":
        return False
    return head.dep not in _QUALIFYING and all(document.structure.tokens[i].lower == "the" for i in described)


def word_forms(pair: Pair) -> dict[str, tuple[Forms, Forms, str]]:
    """Each word that is replaced, with whose it is, whose stands in its place, and which form it is."""
    found: dict[str, tuple[Forms, Forms, str]] = {}
    for own, other in ((pair.first, pair.second), (pair.second, pair.first)):
        for form in ("name", "adjective", "people", "capital"):
            word = getattr(own, form)
            if word is not None and (form != "capital" or other.capital is not None):
                found.setdefault(word, (own, other, form))
        found.setdefault(f"{own.name}s", (own, Forms(name=f"{other.name}s"), "name"))  # for want of an apostrophe
        for word, instead in own.words.items():
            found[word] = (own, other if instead == other.name else Forms(name=instead), "name")
    for word, (own, other, form) in list(found.items()):  # as in datelines and headlines
        found.setdefault(word.upper(), (own, other, form))
    return found


def _in_place(own: Forms, other: Forms, form: str, word: str, token: Token | None) -> str:
    qualifies = own.adjective is None and token is not None and token.dep in _QUALIFYING
    if own.adjective == own.name:
        form = "adjective" if token is not None and token.dep in _QUALIFYING else "name"
    elif form == "adjective" and own.adjective == own.people and token is not None and token.pos in {"NOUN", "PROPN"}:
        form = "adjective" if token.dep in _QUALIFYING else "people"
    instead = (other.adjective if form == "adjective" or qualifies else getattr(other, form)) or other.name
    return instead.upper() if word.isupper() and not {own.name, *own.words} & {word} else instead


def sides_of(pair: Pair) -> dict[str, str]:
    """The name of each party's side, with the one that stands in its place."""
    first, second = (forms.side or forms.name for forms in (pair.first, pair.second))
    return {first: second, second: first}
