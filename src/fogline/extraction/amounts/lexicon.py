"""The word lists of the amounts stage, as reviewed in `knowledge/amounts_*.yaml`, compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.numerals import Numeral

Phrase = tuple[str, ...]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: str
    example: str
    counter: str | None = Field(default=None, alias="not")


class Bound(_Entry):
    """Words beside a number that make it a least, a most or an approximate number."""

    side: Literal["before", "after", "verb"]
    effect: Literal["low", "high", "best"]
    words: tuple[str, ...]
    reads: tuple[float | None, float | None, float | None]


class Harm(_Entry):
    """What was done to those counted: the verbs, states and nouns that tell it, and the unit that names it.

    `tolls` are nouns that stand for a count, `deeds` nouns for what was done to those named after "of".
    """

    unit: str
    verbs: tuple[str, ...]
    states: tuple[str, ...]
    tolls: tuple[str, ...]
    deeds: tuple[str, ...] = ()
    people: bool


class Scope(_Entry):
    """Words that tell whether a number adds to an earlier count (`incremental`) or sums it up (`cumulative`).

    `time` words stand below the verb of the number's clause.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    clause: tuple[str, ...]
    time: tuple[str, ...]


class Category(_Entry):
    """A group of counted nouns, by lemma."""

    nouns: tuple[str, ...]


class Currency(_Entry):
    """Signs before a number of money, and the plain plural of its unit."""

    signs: tuple[str, ...]
    unit: str


class Plural(_Entry):
    """A noun (its `id`) whose plural does not follow from its ending."""

    plural: str


class Indefinite(_Entry):
    """Words (`nouns` before "of") for more than two without a number; `low` is the least that they can mean."""

    words: tuple[str, ...]
    nouns: tuple[str, ...]
    low: float = Field(gt=2)


class Group(_Entry):
    """Singular nouns for several people, who are `size` where the noun alone tells it ("a couple")."""

    nouns: tuple[str, ...]
    size: float | None = None


class Exclusion(_Entry):
    """Words beside a number that show that it counts nothing; with `case` they are compared as written.

    `joined` are words that a hyphen ties to it, `of` those before "of" and it, `only` the one number that the entry is
    about.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    case: bool = False
    only: str | None = None
    joined: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


class Earlier(_Entry):
    """How an earlier count is named: `phrases` before it, `nouns` of a count with `words`, `verbs` that change it.

    `reads` is the number that holds now.
    """

    phrases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    reads: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, indexed by word."""

    numerals: dict[str, Numeral]
    bounds_before: dict[Phrase, Bound]
    bounds_after: dict[Phrase, Bound]
    bounding_verbs: dict[str, Bound]
    scopes_before: dict[Phrase, str]
    scopes_after: dict[Phrase, str]
    scopes_clause: dict[str, str]
    scopes_time: dict[str, str]
    harm_verbs: dict[str, Harm]
    harm_states: dict[str, Harm]
    tolls: dict[str, Harm]
    deeds: dict[str, Harm]
    categories: dict[str, str]
    currencies: dict[str, str]
    plurals: dict[str, str]
    indefinite_words: dict[str, Indefinite]
    articled: frozenset[str]  # those among them that need their "a": "few" alone is hardly any
    indefinite_nouns: dict[str, Indefinite]
    excluded_before: dict[str, Exclusion]
    excluded_after: dict[str, Exclusion]
    excluded_joined: dict[str, Exclusion]
    excluded_of: dict[str, Exclusion]
    earlier_phrases: dict[Phrase, Earlier]
    earlier_words: frozenset[str]
    counts: frozenset[str]  # nouns that stand for a count
    changing: frozenset[str]
    group_sizes: dict[str, float]
    group_nouns: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The tables of this stage, read and checked on first use.

    Raises:
        KnowledgeError: a table breaks its schema.
    """
    bounds = load_yaml("amounts_bounds.yaml", Bound)
    harms = load_yaml("amounts_harm.yaml", Harm)
    exclusions = load_yaml("amounts_excluded.yaml", Exclusion)
    scopes = load_yaml("amounts_scopes.yaml", Scope)
    groups = load_yaml("amounts_groups.yaml", Group)
    earlier = load_yaml("amounts_earlier.yaml", Earlier)
    indefinite = load_yaml("amounts_indefinite.yaml", Indefinite)
    return Lexicon(
        numerals={word: n for n in load_yaml("amounts_numerals.yaml", Numeral) for word in n.words},
        bounds_before=_phrases(bounds, "before"),
        bounds_after=_phrases(bounds, "after"),
        bounding_verbs={word: b for b in bounds if b.side == "verb" for word in b.words},
        scopes_before={tuple(words.split()): s.id for s in scopes for words in s.before},
        scopes_after={tuple(words.split()): s.id for s in scopes for words in s.after},
        scopes_clause={word: s.id for s in scopes for word in s.clause},
        scopes_time={word: s.id for s in scopes for word in s.time},
        harm_verbs={word: h for h in harms for word in h.verbs},
        harm_states={word: h for h in harms for word in h.states},
        tolls={word: h for h in harms for word in (*h.tolls, *h.deeds)},
        deeds={word: h for h in harms for word in (*h.verbs, *h.deeds)},
        categories={noun: c.id for c in reversed(load_yaml("amounts_categories.yaml", Category)) for noun in c.nouns},
        currencies={sign: c.unit for c in load_yaml("amounts_currencies.yaml", Currency) for sign in c.signs},
        plurals={p.id: p.plural for p in load_yaml("amounts_plurals.yaml", Plural)},
        indefinite_words={word.removeprefix("a "): e for e in indefinite for word in e.words},
        articled=frozenset(word[2:] for e in indefinite for word in e.words if word.startswith("a ")),
        indefinite_nouns={noun: e for e in indefinite for noun in e.nouns},
        excluded_before={word: e for e in exclusions for word in e.before},
        excluded_after={word: e for e in exclusions for word in e.after},
        excluded_of={word: e for e in exclusions for word in e.of},
        excluded_joined={word: e for e in exclusions for word in e.joined},
        earlier_phrases={tuple(words.split()): e for e in earlier for words in e.phrases},
        earlier_words=frozenset(word for e in earlier for word in e.words),
        counts=frozenset(noun for e in earlier for noun in e.nouns),
        changing=frozenset(verb for e in earlier for verb in e.verbs),
        group_sizes={noun: g.size for g in groups for noun in g.nouns if g.size is not None},
        group_nouns=frozenset(noun for g in groups for noun in g.nouns),
    )


def _phrases(bounds: tuple[Bound, ...], side: str) -> dict[Phrase, Bound]:
    return {tuple(words.split()): b for b in bounds if b.side == side for words in b.words}
