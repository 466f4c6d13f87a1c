"""Finds what a number counts: the noun, what happened to those counted, the unit and its category."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extraction.amounts.lexicon import Harm, Lexicon
from fogline.extraction.amounts.numerals import Numeral
from fogline.language.tree import ancestors, children, subject
from fogline.model import Structure, Token

_QUALIFIES = frozenset({"nummod", "compound", "quantmod", "nmod", "amod", "det", "advmod", "npadvmod", "predet"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VICTIM = frozenset({"dobj", "nsubjpass", "nsubj", "npadvmod", "attr", "oprd", "ccomp"})
_TALLIES = frozenset({"number", "total", "count", "tally", "figure"})
_DAYS = frozenset({"today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                   "sunday"})  # fmt: skip
_GENERIC = frozenset({"people", "person", "other", "more", "life", "individual", "total", "number", "toll"})
_OF_PEOPLE = frozenset({"killed", "wounded", "displaced", "casualties"})  # what is done to people alone
_COMPANY = frozenset({"along", "together"})  # "killed along with two guards"
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
    harm = harm_of(structure, own if noun is None else noun, numeral.last, end, lexicon)
    if noun is None:
        return _bare(structure, own, harm, lexicon)
    token = tokens[noun]
    if harm is not None and harm.people and token.lemma in _GENERIC:
        return Counted(noun, harm.unit, "people", "amounts.harm")
    return Counted(noun, plural(token, lexicon), category_of(token, lexicon, harm), "amounts.noun")


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
    tally = _tallied(structure, own)
    if tally is not None:
        return Counted(own, plural(tally, lexicon), category_of(tally, lexicon), "amounts.tally")
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
        return numeral.last + 1 if tokens[numeral.last + 1].pos in _NOUNS else None
    if after is not None and after.tag == "NN" and numeral.last + 1 < end and tokens[numeral.last + 1].text == "-":
        return after.i  # "a three month-long siege"
    for spelled in range(numeral.last - 1, numeral.first - 1, -1):
        if (found := _governing_noun(structure, tokens[spelled], numeral.last)) is not None:
            return found
    return _noun_ahead(structure, numeral.last, end)


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


def _governing_noun(structure: Structure, token: Token, after: int) -> int | None:
    tokens = structure.tokens
    for _ in range(4):
        governor = tokens[token.head]
        if token.dep not in _QUALIFIES or governor.i == token.i:
            break
        if governor.i >= after:
            near = governor.pos in _NOUNS and governor.lower not in _DAYS and governor.i - after < _REACH
            if governor.lemma in _TALLIES:
                of = [t for t in children(structure, governor.i, "prep") if t.lower == "of"]
                return _object_of(structure, of[0].i) if of else None
            return governor.i if near else None
        token = governor
    return None


def harm_of(structure: Structure, token: int, after: int, end: int, lexicon: Lexicon) -> Harm | None:
    """What happened to those counted: by a state beside the number, a verb that governs it, or a toll."""
    tokens = structure.tokens
    if after < end and (state := lexicon.harm_states.get(tokens[after].lower)):
        return state
    for child in children(structure, token, "acl", "amod", "relcl"):
        found = lexicon.harm_verbs.get(child.lemma) or lexicon.harm_states.get(child.lower)
        suffered = child.tag in {"VBN", "JJ"} and (child.dep != "relcl" or children(structure, child.i, "nsubjpass"))
        if found is not None and suffered:
            return found
    return _by_toll(structure, token, lexicon) or _by_verb(structure, token, lexicon)


def _by_verb(structure: Structure, token: int, lexicon: Lexicon) -> Harm | None:
    tokens = structure.tokens
    at = _first_of_list(structure, tokens[token])
    verb = at if at.pos == "VERB" else tokens[at.head]
    if at is not verb and at.dep not in _VICTIM:
        return None
    if at.dep == "nsubj" and children(structure, verb.i, "dobj"):
        return None
    return (
        lexicon.harm_verbs.get(verb.lemma)
        or lexicon.harm_states.get(verb.lower)
        or _complement(structure, verb, lexicon)
        or (_suffered_next(structure, verb, lexicon) if at.dep in {"nsubj", "nsubjpass"} else None)
    )


def _suffered_next(structure: Structure, verb: Token, lexicon: Lexicon) -> Harm | None:
    """What the subject of a verb suffered in the next clause: "the gunmen opened fire and were killed"."""
    for joined in children(structure, verb.i, "conj"):
        own = children(structure, joined.i, "nsubj", "nsubjpass")
        if not own and children(structure, joined.i, "auxpass") and joined.lemma in lexicon.harm_verbs:
            return lexicon.harm_verbs[joined.lemma]
    return None


def _first_of_list(structure: Structure, at: Token) -> Token:
    """The first of the list that a noun stands in, past "along with" too; a verb where that hangs on the verb."""
    tokens = structure.tokens
    while True:
        above = tokens[at.head]
        if at.dep in {"conj", "appos"} and above.pos not in {"VERB", "AUX"}:
            at = above
        elif at.dep == "pobj" and above.lower == "with" and tokens[above.i - 1].lower in _COMPANY:
            along = above if tokens[above.head].lower not in _COMPANY else tokens[above.head]
            at = tokens[along.head]
        else:
            return at


def _complement(structure: Structure, verb: Token, lexicon: Lexicon) -> Harm | None:
    """The state in the verb's complement: "left 12 dead", "12 were dead"."""
    for child in children(structure, verb.i, "acomp", "oprd", "xcomp", "ccomp", "attr"):
        if found := lexicon.harm_states.get(child.lower):
            return found
    return None


def _by_toll(structure: Structure, token: int, lexicon: Lexicon) -> Harm | None:
    for above in ancestors(structure, token):
        found = lexicon.tolls.get(above.lemma) or lexicon.tolls.get(above.lower)
        if found is not None and above.pos not in {"VERB", "AUX"}:
            return found
        if above.pos in {"VERB", "AUX"}:
            named = [subject(structure, above.i), *children(structure, above.i, "dobj")]
            tolls = [lexicon.tolls.get(t.lemma) for t in named if t is not None and t.i != token]
            return next((t for t in tolls if t is not None), None)
        if above.pos not in {"ADP", "NUM", "SCONJ"}:
            return None
    return None


def _tallied(structure: Structure, token: int) -> Token | None:
    """The noun whose number is told: refugees in "the number of refugees rose to 12"."""
    for above in ancestors(structure, token):
        named = subject(structure, above.i) if above.pos in {"VERB", "AUX"} else None
        if named is not None:
            if named.lemma not in _TALLIES:
                return None
            of = [p for p in children(structure, named.i, "prep") if p.lower == "of"]
            found = _object_of(structure, of[0].i) if of else None
            return None if found is None else structure.tokens[found]
        if above.pos not in {"ADP", "NUM", "VERB", "AUX"}:
            return None
    return None


def _is_percent(tokens: tuple[Token, ...], at: int, end: int) -> bool:
    words = [t.lower for t in tokens[at : min(at + 2, end)]]
    return words[:1] in (["%"], ["percent"], ["percentage"]) or words == ["per", "cent"]


def plural(token: Token, lexicon: Lexicon) -> str:
    """The plain plural of a counted noun, in lower case unless it is a name."""
    if token.tag in {"NNS", "NNPS"} or token.lower in {"%", "people"}:
        return token.text if token.pos == "PROPN" else token.lower
    noun = token.lower
    if token.pos == "PROPN" and noun not in lexicon.plurals:
        return token.text
    if noun in lexicon.plurals:
        return lexicon.plurals[noun]
    for ending, man in (("woman", "women"), ("man", "men")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + man
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
