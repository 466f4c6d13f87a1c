"""More than two victims without a number: "killed several rebels", "a number of them were detained", "killing many"."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extraction.amounts.counted import plural
from fogline.extraction.amounts.harms import harm_of
from fogline.extraction.amounts.lexicon import Indefinite, Lexicon
from fogline.extraction.amounts.victims import category_hurt, deed_of
from fogline.language.tree import children
from fogline.model import Structure, Token

_BARE = frozenset({"dobj", "nsubjpass", "nsubj", "conj", "attr", "pobj"})
_MODIFIES = frozenset({"amod", "nummod", "quantmod"})
_DEEDS = frozenset({"killed", "wounded", "hurt", "detained", "captured", "missing", "casualties", "eliminated"})


@dataclass(frozen=True, slots=True)
class Several:
    """Victims told without a number by tokens `first` to `last` (not included); `low` is the least of them."""

    first: int
    last: int
    head: int
    low: float
    unit: str
    category: str
    entry: str


def by_word(structure: Structure, i: int, lexicon: Lexicon) -> Several | None:
    """The victims that the word at token `i` tells of, or None."""
    word = structure.tokens[i]
    articles = [t for t in children(structure, i, "det") if t.lower == "a"]
    if (entry := lexicon.indefinite_nouns.get(word.lower)) is not None:
        return _of(structure, word, articles[0].i, entry, lexicon) if articles else None
    entry = lexicon.indefinite_words[word.lower]
    noun = structure.tokens[word.head]
    if word.lower in lexicon.articled and (not i or structure.tokens[i - 1].lower != "a"):
        return None
    if word.dep in _MODIFIES and noun.i > i and noun.tag not in {"NN", "NNP"}:
        first = i - 1 if i and structure.tokens[i - 1].lower == "a" else i
        return _built(structure, (first, i + 1), noun, noun, entry, lexicon)
    if word.dep in _BARE:
        found = _of(structure, word, i, entry, lexicon)
        return _built(structure, (i, i + 1), word, None, entry, lexicon) if found is None else found
    return None


def _of(structure: Structure, word: Token, first: int, entry: Indefinite, lexicon: Lexicon) -> Several | None:
    """Those of "a number of rebels", "several of the guards"; nobody where no "of" follows."""
    for of in children(structure, word.i, "prep"):
        for noun in children(structure, of.i, "pobj"):
            if of.lower == "of" and noun.tag not in {"NN", "NNP"}:
                return _built(structure, (first, word.i + 1), word, noun, entry, lexicon)
    return None


def _built(
    structure: Structure, span: tuple[int, int], told: Token, noun: Token | None, entry: Indefinite, lexicon: Lexicon
) -> Several | None:
    harm = harm_of(structure, told.i, len(structure.tokens), 0, lexicon)
    if harm is None or harm.id not in _DEEDS:
        return None
    if noun is None or noun.pos == "PRON":
        return Several(*span, told.i, entry.low, harm.unit, "people", entry.id)
    category = category_hurt(noun, deed_of(structure, told), harm, lexicon)
    return None if category is None else Several(*span, noun.i, entry.low, plural(noun, lexicon), category, entry.id)
