"""Finds what a number counts: the noun, what happened to those counted, the unit and its category."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extraction.amounts.harms import harm_of
from fogline.extraction.amounts.lexicon import Harm, Lexicon
from fogline.extraction.amounts.numerals import Numeral
from fogline.language.tree import ancestors, children, subject
from fogline.model import Structure, Token

_QUALIFIES = frozenset({"nummod", "compound", "quantmod", "nmod", "amod", "det", "advmod", "npadvmod", "predet"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TALLIES = frozenset({"number", "total", "count", "tally", "figure"})
_DAYS = frozenset({"today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                   "sunday"})  # fmt: skip
_GENERIC = frozenset({"people", "person", "other", "more", "life", "individual", "total", "number", "toll"})
_OF_PEOPLE = frozenset({"killed", "wounded", "displaced", "casualties"})  # what is done to people alone
_JOINED = frozenset({"odd", "plus"})
_SQUARE = frozenset({"square", "sq", "sq."})
_REACH = 8  # words between a number and its noun: "12 heavily armed masked Islamist gunmen"


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun's token (the number's own where none is named), the unit and the category."""

    head: int
    unit: str | None
    category: str | None
    because: str


def counted(structure: Structure, numeral: Numeral, first: int, end: int, lexicon: Lexicon) -> Counted:
    """What a number of the sentence of tokens `first` to `end` counts."""
    tokens = structure.tokens
    own = numeral.last - 1
    if numeral.first > first and (money := lexicon.currencies.get(tokens[numeral.first - 1].lower)):
        return Counted(own, money, "money", "amounts.currency")
    noun = noun_of(structure, numeral, end)
    if numeral.share or _is_percent(tokens, numeral.last, end):
        return Counted(own if noun is None else noun, "percent", "share", "amounts.share")
    if [t.lower for t in tokens[numeral.last : min(numeral.last + 2, end)]] == ["-", "strong"]:
        return Counted(own, "people", "people", "amounts.strong")
    group = group_of(structure, own, lexicon) if noun is None else None
    at = own if noun is None else noun
    harm = harm_of(structure, at if group is None else group.i, numeral.last, end, lexicon)
    if noun is None and group is not None:
        return Counted(own, harm.unit if harm is not None and harm.people else "people", "people", "amounts.group")
    if noun is None:
        return _bare(structure, own, harm, lexicon)
    token = tokens[noun]
    if tokens[noun - 1].lower in _SQUARE and category_of(token, lexicon) == "distance":
        return Counted(noun, f"square {plural(token, lexicon)}", "area", "amounts.noun")
    if harm is not None and harm.people and token.lemma in _GENERIC:
        return Counted(noun, harm.unit, "people", "amounts.harm")
    return Counted(noun, plural(token, lexicon), category_of(token, lexicon, harm), "amounts.noun")


def group_of(structure: Structure, number: int, lexicon: Lexicon) -> Token | None:
    """The noun for several people whose number is told: "a family of four"."""
    of = structure.tokens[structure.tokens[number].head]
    group = structure.tokens[of.head]
    bound = of.lower == "of" and structure.tokens[number].dep == "pobj"
    return group if bound and group.tag == "NN" and group.lemma in lexicon.group_nouns - {"population"} else None


def category_of(token: Token, lexicon: Lexicon, harm: Harm | None = None) -> str | None:
    """The category of a counted noun; a name in the plural whose bearers were hurt counts people ("12 Samoans")."""
    known = lexicon.categories.get(token.lower) or lexicon.categories.get(token.lemma)
    if known is None and harm is not None and harm.unit in _OF_PEOPLE:
        plural = token.tag in {"NNPS", "NNS"} or token.text.endswith("s")  # the tagger takes some peoples for one name
        return "people" if plural and token.text[0].isupper() else None
    return known


def _bare(structure: Structure, own: int, harm: Harm | None, lexicon: Lexicon) -> Counted:
    """What a number without a noun counts: by what happened to them, a tally, or a city "of 30,000"."""
    if harm is not None:
        return Counted(own, harm.unit, "people" if harm.people else None, "amounts.bare")
    tally = _tally(structure, own)
    hurt = None if tally is None else _object_hurt(structure, tally, lexicon)
    if hurt is not None:
        return Counted(own, hurt.unit, "people" if hurt.people else None, "amounts.tally")
    noun = None if tally is None else _object_of(structure, tally)
    if noun is not None:
        token = structure.tokens[noun]
        return Counted(own, plural(token, lexicon), category_of(token, lexicon), "amounts.tally")
    for above in ancestors(structure, own):
        if above.pos not in {"ADP", "NUM"}:
            if lexicon.categories.get(above.lemma) == "places":
                return Counted(own, "residents", "people", "amounts.place_of")
            break
    return Counted(own, None, None, "amounts.bare")


def noun_of(structure: Structure, numeral: Numeral, end: int) -> int | None:
    """The token of the noun that a number counts, or None where the number stands alone."""
    tokens = structure.tokens
    after = tokens[numeral.last] if numeral.last < end else None
    if after is not None and after.lower == "of":
        return _object_of(structure, after.i)
    if after is not None and after.text == "-" and numeral.last + 1 < end:
        joined = tokens[numeral.last + 1]
        if joined.lower in _JOINED:  # "30-odd lorries", "a 500-strong force"
            return _noun_ahead(structure, joined.i + 1, end)
        return joined.i if joined.pos in _NOUNS else None
    if after is not None and after.tag == "NN" and numeral.last + 1 < end and tokens[numeral.last + 1].text == "-":
        return after.i  # "a three month-long siege"
    for spelled in range(numeral.last - 1, numeral.first - 1, -1):
        if (found := _governing_noun(structure, tokens[spelled], numeral.last)) is not None:
            return found
    return _noun_ahead(structure, numeral.last, end)


def _after_type(structure: Structure, noun: int) -> int:
    """The noun after the name of a type: jets in "Su-25 jets"."""
    tokens = structure.tokens
    named = any(c.isdecimal() for c in tokens[noun].text) and noun + 1 < len(tokens)
    return noun + 1 if named and tokens[noun + 1].tag == "NNS" else noun


def _noun_ahead(structure: Structure, at: int, end: int) -> int | None:
    """The plural noun after a number that the parse has tied to something else: "three dozen suspected rebels"."""
    for token in structure.tokens[at : min(at + _REACH, end)]:
        if token.tag == "NNS":
            return token.i
        if token.tag not in {"JJ", "VBN", "VBG", "NN", "NNP"} or token.lower in _DAYS:
            return None
    return None


def _object_of(structure: Structure, preposition: int) -> int | None:
    return next((t.i for t in children(structure, preposition, "pobj") if t.pos in _NOUNS), None)


def _object_hurt(structure: Structure, preposition: int, lexicon: Lexicon) -> Harm | None:
    """The state that stands for those in it: "the number of dead"."""
    told = (lexicon.harm_states.get(t.lower) for t in children(structure, preposition, "pobj"))
    return next((harm for harm in told if harm is not None), None)


def _governing_noun(structure: Structure, token: Token, after: int) -> int | None:
    tokens = structure.tokens
    for _ in range(4):
        governor = tokens[token.head]
        if token.dep not in _QUALIFIES or governor.i == token.i:
            break
        if governor.lower in _SQUARE:
            token = governor
            continue
        if governor.i >= after:
            near = governor.pos in _NOUNS and governor.lower not in _DAYS and governor.i - after < _REACH
            if governor.lemma in _TALLIES:
                of = [t for t in children(structure, governor.i, "prep") if t.lower == "of"]
                return _object_of(structure, of[0].i) if of else None
            return _after_type(structure, governor.i) if near else None
        token = governor
    return None


def _tally(structure: Structure, token: int) -> int | None:
    """The "of" below a number that is told: in "the number of refugees rose to 12", "put the number of dead at 12"."""
    for above in ancestors(structure, token):
        if above.pos in {"VERB", "AUX"}:
            named = [subject(structure, above.i), *children(structure, above.i, "dobj")]
            tally = next((t for t in named if t is not None and t.lemma in _TALLIES), None)
            of = [] if tally is None else [p.i for p in children(structure, tally.i, "prep") if p.lower == "of"]
            return of[0] if of else None
        if above.pos not in {"ADP", "NUM"}:
            return None
    return None


def _is_percent(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    words = [t.lower for t in tokens[at : min(at + 2, end)]]
    return words[:1] in (["%"], ["percent"], ["percentage"]) or words == ["per", "cent"]


def plural(token: Token, lexicon: Lexicon) -> str:
    """The plain plural of a counted noun, in lower case unless it is a name."""
    if token.lower in lexicon.plurals:
        return lexicon.plurals[token.lower]
    if token.tag in {"NNS", "NNPS"} or token.lower in {"%", "people"}:
        return token.text if token.pos == "PROPN" else token.lower
    noun = token.lower
    if token.pos == "PROPN":
        return token.text
    for ending, man in (("woman", "women"), ("man", "men")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + man
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
