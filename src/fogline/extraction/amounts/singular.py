"""One victim or object that no number counts: "killed a soldier", "another militant was captured", "the girl died"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extraction.amounts.counted import category_of, plural
from fogline.extraction.amounts.harms import harm_of
from fogline.extraction.amounts.lexicon import Lexicon
from fogline.extraction.amounts.victims import category_hurt, deed_of, is_group, last_of_name, victims
from fogline.language.tree import children
from fogline.model import Structure, Token

ARTICLES = frozenset({"a", "an", "another"})
_WEAPONS = frozenset({"drones", "missiles"})  # counted in attacks too: "a rocket landed on the port"
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_INDEFINITE = frozenset({"anyone", "someone", "nobody", "everyone", "nothing", "none", "one"})
_PERSONS_ALONE = frozenset({"detained"})  # whoever was arrested is a person; what was killed may be a bill
_PERSONAL = frozenset({"he", "him", "she", "her"})


@dataclass(frozen=True, slots=True)
class Single:
    """One person or thing: tokens `first` to `last` (not included) tell that it is one."""

    first: int
    last: int
    head: int
    unit: str
    category: str
    derived: bool
    number: float = 1.0


def by_article(structure: Structure, i: int, lexicon: Lexicon) -> Single | None:
    """The noun of the article at token `i`, where it is one that suffered the deed."""
    article = structure.tokens[i]
    if i and structure.tokens[i - 1].lower == "not":
        return None  # "not a single soldier"
    if article.dep == "det":
        noun = structure.tokens[article.head]
        if noun.i < i or noun.tag not in {"NN", "NNP"}:
            return None
        if is_group(noun, lexicon):
            return _of_size(structure, noun, i, lexicon)
    elif article.lower == "another" and article.dep in {"nsubjpass", "dobj", "nsubj"}:
        noun = article  # "another was killed"
    else:
        return None
    harm = harm_of(structure, noun.i, len(structure.tokens), 0, lexicon)
    named = last_of_name(structure, noun)
    thrown = category_of(named, lexicon)
    if thrown in _WEAPONS and noun.dep in _ROLES:
        return Single(i, i + 1, noun.i, plural(named, lexicon), thrown, False)
    category = category_hurt(named, deed_of(structure, noun), harm, lexicon)
    if harm is None or category is None:
        return None
    unit = harm.unit if noun is article else plural(named, lexicon)
    return Single(i, i + 1, noun.i, unit, category, False)


def by_deed(structure: Structure, at: int, lexicon: Lexicon) -> Iterator[Single]:
    """The victims of the deed at token `at`, told in the singular: by a name, a definite noun, "him"."""
    deed = structure.tokens[at]
    harm = lexicon.deeds.get(deed.lemma)
    if harm is None:
        return
    for noun in victims(structure, at):
        if noun.lower in _PERSONAL and harm.people:
            yield Single(noun.i, noun.i + 1, noun.i, harm.unit, "people", True)
        if noun.tag not in {"NN", "NNP"} or noun.lower in _INDEFINITE:
            continue
        if is_group(noun, lexicon):
            sized = _of_size(structure, noun, noun.i, lexicon) if _is_definite(structure, noun) else None
            if sized is not None:
                yield sized
            continue
        named = last_of_name(structure, noun)
        category = category_hurt(named, deed, harm, lexicon)
        known = noun.pos == "PROPN" or harm.id in _PERSONS_ALONE or category_of(named, lexicon) is not None
        if category is not None and known and _is_definite(structure, noun):
            yield Single(noun.i, noun.i + 1, noun.i, plural(named, lexicon), category, True)


def _of_size(structure: Structure, noun: Token, first: int, lexicon: Lexicon) -> Single | None:
    """Victims whose noun tells how many they are: "a couple", not "a couple of rockets"."""
    size = lexicon.group_sizes.get(noun.lemma)
    harm = harm_of(structure, noun.i, len(structure.tokens), 0, lexicon)
    if size is None or harm is None or not harm.people or any(t.lower == "of" for t in children(structure, noun.i)):
        return None
    return Single(first, noun.i + 1, noun.i, harm.unit, "people", True, size)


def _is_definite(structure: Structure, noun: Token) -> bool:
    """Whether the noun stands for one that is known: a name, "the leader", "rebel leader Okello"."""
    if any(t.dep == "nummod" for t in children(structure, noun.i)):
        return False
    marks = children(structure, noun.i, "det", "poss")
    if marks:
        return marks[0].lower not in ARTICLES | {"no", "any", "every", "each"}
    return noun.pos == "PROPN" or any(t.pos == "PROPN" for t in children(structure, noun.i, "appos"))
