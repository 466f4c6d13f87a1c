"""The grammar of `knowledge/times_rules.yaml`, compiled: regular expressions over one symbol for each piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.errors import KnowledgeError
from fogline.extraction.times.lexer import Piece
from fogline.extraction.times.words import lexicon
from fogline.knowledge.load import load_yaml
from fogline.model import TimeType

_LEXER_KINDS = frozenset({
    "small", "year", "digits", "digits_pair", "ordinal", "decade", "iso_date", "numeric_date", "clock",
})  # fmt: skip
_PART = re.compile(r"(?P<literal>'[^']+')|<(?P<phrase>\w+)>|(?P<field>\w+)=|(?P<kind>\w+)|(?P<mark>[()|?*+])|\s+")
_FIRST_SYMBOL = 0xE000  # the private use area: no symbol is special in a regular expression
NOTHING = "\uf8ff"  # the symbol of a piece that no rule speaks of


class Rule(BaseModel):
    """One rule of the table, or a phrase that rules are made of (without `type`)."""

    model_config = ConfigDict(extra="forbid")

    id: str
    pattern: str
    type: TimeType | None = None
    check: str | None = None
    after: list[str] = []
    before: list[str] = []
    not_after: list[str] = []
    not_before: list[str] = []
    example: str | None = None
    not_: str | None = Field(None, alias="not")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits the pieces `first` to `last` (not included) of a sentence, with its fields."""

    rule: Rule
    first: int
    last: int
    fields: tuple[tuple[str, tuple[int, int]], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rules and the symbols of the pieces, by class and word."""

    rules: tuple[tuple[Rule, re.Pattern[str]], ...]
    symbols: dict[tuple[str, str], str]

    def encode(self, found: Sequence[Piece]) -> str:
        """One symbol for each piece."""
        symbols = self.symbols
        return "".join(
            symbols.get((p.kind, p.lower)) or (symbols.get((p.kind, "")) if p.kind else None) or NOTHING for p in found
        )

    def matches(self, found: Sequence[Piece]) -> Iterator[Match]:
        """All places where a rule fits; they may overlap."""
        encoded = self.encode(found)
        for rule, pattern in self.rules:
            for match in pattern.finditer(encoded):
                fields = tuple(
                    (name.partition("__")[0], match.span(name))
                    for name in pattern.groupindex
                    if match.span(name)[0] >= 0
                )
                yield Match(rule, match.start(), match.end(), fields)


@cache
def rules() -> tuple[Rule, ...]:
    """All entries of the table, phrases included."""
    return load_yaml("times_rules.yaml", Rule)


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    phrases = {rule.id: rule.pattern for rule in rules() if rule.type is None}
    literals = {m["literal"][1:-1] for rule in rules() for m in _PART.finditer(rule.pattern) if m["literal"]}
    keys = [(kind, "") for kind in sorted(lexicon().kinds | _LEXER_KINDS)]
    for word in sorted(literals):
        keys.append(("", word))
        if word in lexicon().single:
            keys.append((lexicon().single[word].kind, word))
    symbols = {key: chr(_FIRST_SYMBOL + n) for n, key in enumerate(keys)}
    compiled = tuple(
        (rule, re.compile(_Compiler(phrases, symbols).expression(rule.pattern))) for rule in rules() if rule.type
    )
    return Grammar(compiled, symbols)


class _Compiler:
    """Turns one pattern into a regular expression; a field that occurs twice gets numbered groups."""

    def __init__(self, phrases: dict[str, str], symbols: dict[tuple[str, str], str]) -> None:
        self.phrases, self.symbols = phrases, symbols
        self.used: dict[str, int] = {}

    def expression(self, pattern: str) -> str:
        out: list[str] = []
        pending: str | None = None
        for part in _PART.finditer(pattern):
            if part["field"]:
                pending = self._group(part["field"])
                continue
            if part["mark"] == "(":
                out.append(f"(?P<{pending}>" if pending else "(?:")
                pending = None
            elif part["mark"]:
                out.append(part["mark"])
            elif part["literal"] or part["kind"] or part["phrase"]:
                piece = self._piece(part)
                out.append(f"(?P<{pending}>{piece})" if pending else piece)
                pending = None
        return "".join(out)

    def _group(self, field: str) -> str:
        self.used[field] = self.used.get(field, 0) + 1
        return field if self.used[field] == 1 else f"{field}__{self.used[field]}"

    def _piece(self, part: re.Match[str]) -> str:
        if part["phrase"]:
            return f"(?:{self.expression(self.phrases[part['phrase']])})"
        if part["literal"]:
            fitting = [s for (_, word), s in self.symbols.items() if word == part["literal"][1:-1]]
        else:
            fitting = [s for (kind, _), s in self.symbols.items() if kind == part["kind"]]
        if not fitting:
            raise KnowledgeError(
                f"knowledge/times_rules.yaml: no class {part['kind']!r}", next_step="Correct the pattern"
            )
        return "[" + "".join(fitting) + "]"
