"""One victim or object that no number counts: "killed a soldier", "another militant was captured", "the girl died"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extraction.amounts.counted import category_of, harm_of, plural
from fogline.extraction.amounts.lexicon import Harm, Lexicon
from fogline.language.tree import children, conjuncts
from fogline.model import Structure, Token

ARTICLES = frozenset({"a", "an", "another"})
_PEOPLE = frozenset({
    "civilians", "children", "women", "soldiers", "officers", "fighters", "police", "journalists", "medics",
    "responders", "workers", "officials", "captives", "displaced", "people",
})  # fmt: skip
_THINGS = frozenset({"drones", "missiles", "aircraft", "vehicles", "ships", "weapons", "buildings"})
_WEAPONS = frozenset({"drones", "missiles"})  # counted in attacks too: "a rocket landed on the port"
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_GROUPS = frozenset({"population", "family", "household", "crew", "group", "convoy", "people", "number", "series"})
_CERTAIN = frozenset({"killed", "wounded"})  # entries whose verbs are done to people alone, whatever the noun
_SUFFERS = frozenset({"dobj", "nsubjpass"})
_INTRANSITIVE = frozenset({"die", "perish"})
_INDEFINITE = frozenset({"anyone", "someone", "nobody", "everyone", "nothing", "none", "one"})


@dataclass(frozen=True, slots=True)
class Single:
    """One person or thing: tokens `first` to `last` (not included) tell that it is one."""

    first: int
    last: int
    head: int
    unit: str
    category: str
    derived: bool


def by_article(structure: Structure, i: int, lexicon: Lexicon) -> Single | None:
    """The noun of the article at token `i`, where it is one that suffered the deed."""
    article = structure.tokens[i]
    if article.dep == "det":
        noun = structure.tokens[article.head]
        if noun.i < i or noun.tag not in {"NN", "NNP"}:
            return None
    elif article.lower == "another" and article.dep in {"nsubjpass", "dobj", "nsubj"}:
        noun = article  # "another was killed"
    else:
        return None
    harm = harm_of(structure, noun.i, len(structure.tokens), 0, lexicon)
    thrown = category_of(noun, lexicon)
    if thrown in _WEAPONS and noun.dep in _ROLES:
        return Single(i, i + 1, noun.i, plural(noun, lexicon), thrown, False)
    category = _fitting(noun, structure.tokens[noun.head], harm, lexicon)
    if harm is None or category is None:
        return None
    unit = harm.unit if noun is article else plural(noun, lexicon)
    return Single(i, i + 1, noun.i, unit, category, False)


def by_verb(structure: Structure, verb: int, lexicon: Lexicon) -> Iterator[Single]:
    """The victims of the deed at token `verb` that are told in the singular, by a name or a definite noun."""
    harm = lexicon.harm_verbs.get(structure.tokens[verb].lemma)
    if harm is None:
        return
    suffers = ("nsubj",) if structure.tokens[verb].lemma in _INTRANSITIVE else ("nsubjpass", "dobj")
    for victim in children(structure, verb, *suffers):
        for noun in conjuncts(structure, victim.i):
            if noun.tag in {"NN", "NNP"} and noun.lower not in _INDEFINITE and _is_definite(structure, noun):
                category = _fitting(noun, structure.tokens[noun.head], harm, lexicon)
                if category is not None and (noun.pos == "PROPN" or category_of(noun, lexicon) is not None):
                    yield Single(noun.i, noun.i + 1, noun.i, plural(noun, lexicon), category, True)


def _is_definite(structure: Structure, noun: Token) -> bool:
    if any(t.dep == "nummod" for t in children(structure, noun.i)):
        return False
    marks = children(structure, noun.i, "det", "poss")
    return noun.pos == "PROPN" if not marks else marks[0].lower not in ARTICLES | {"no", "any", "every", "each"}


def _fitting(noun: Token, governor: Token, harm: Harm | None, lexicon: Lexicon) -> str | None:
    """The category of the one noun where the deed can be done to it."""
    if harm is None or noun.lemma in _GROUPS:
        return None
    category = category_of(noun, lexicon)
    if (
        category is None
        and harm.id in _CERTAIN
        and (noun.dep in _SUFFERS or governor.lemma in _INTRANSITIVE)
        and governor.lemma in harm.verbs
    ):
        return "people"
    return category if category in (_PEOPLE if harm.people else _THINGS) else None
