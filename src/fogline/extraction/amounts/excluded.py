"""Tells numbers that count nothing: years, days of the month, clock times, ages, names, addresses, calibres."""

from __future__ import annotations

from fogline.extraction.amounts.earlier import is_earlier
from fogline.extraction.amounts.lexicon import Exclusion, Lexicon
from fogline.extraction.amounts.numerals import Numeral
from fogline.model import Structure, Token

_YEARS = range(1900, 2101)
_AGE_WORDS = frozenset({"old", "olds"})
_CLOSES_AGE = frozenset({",", ".", ")", ";"})
_ONE_HEADS = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "–"})
_VICTIM = frozenset({"dobj", "nsubjpass"})


def why_excluded(structure: Structure, numeral: Numeral, first: int, end: int, lexicon: Lexicon) -> str | None:
    """The reason why a number of the sentence of tokens `first` to `end` counts nothing, or None."""
    tokens = structure.tokens
    before = tokens[numeral.first - 1] if numeral.first > first else None
    after = tokens[numeral.last] if numeral.last < end else None
    if numeral.plain and _is_year(tokens, numeral, before, after):
        return "year"
    if _is_age(tokens, numeral, first, end):
        return "age"
    if is_earlier(tokens, numeral, first, end, lexicon):
        return "earlier"
    for neighbour, table in ((before, lexicon.excluded_before), (after, lexicon.excluded_after)):
        entry = _entry(neighbour, table)
        if entry is not None and _applies(entry, tokens, numeral, neighbour):
            return entry.id
    if after is not None and numeral.plain and _is_address(tokens, numeral, end, lexicon):
        return "address"
    if numeral.first - 2 >= first and [t.lower for t in tokens[numeral.first - 2 : numeral.first]] == ["no", "."]:
        return "named"
    if after is not None and after.text == "-" and numeral.last + 1 < end:
        entry = lexicon.excluded_joined.get(tokens[numeral.last + 1].lower)
        if entry is not None:
            return entry.id
    if before is not None and before.lower == "of" and numeral.first - 2 >= first:
        entry = lexicon.excluded_of.get(tokens[numeral.first - 2].lower)
        if entry is not None and (after is None or after.tag != "NNS"):
            return entry.id
    if numeral.plain and _is_score(tokens, numeral, first, end):
        return "score"
    if numeral.best == 1 and before is not None and before.lower == "not":
        return "none"
    if numeral.plain and _names_its_governor(tokens, numeral, before):
        return "name"
    if (
        tokens[numeral.last - 1].lower == "one"
        and numeral.best == 1
        and not _counts_one(tokens, numeral, after, lexicon)
    ):
        return "pronoun"
    return None


def _entry(token: Token | None, table: dict[str, Exclusion]) -> Exclusion | None:
    if token is None:
        return None
    found = table.get(token.text) or table.get(token.lower)
    return None if found is not None and found.case and token.text not in found.before + found.after else found


def _applies(entry: Exclusion, tokens: tuple[Token, ...], numeral: Numeral, neighbour: Token | None) -> bool:
    if entry.only is not None:
        one = tokens[numeral.last - 1]
        precedes = neighbour is not None and neighbour.i < one.i
        return one.lower == entry.only and not (precedes and one.dep == "nummod" and one.head > one.i)
    if entry.id in {"month", "may"}:
        return numeral.plain and (numeral.best or numeral.high or 0) <= 31
    if entry.id == "named":
        return numeral.plain and tokens[numeral.last - 1].head < numeral.last
    return True


def _is_year(tokens: tuple[Token, ...], numeral: Numeral, before: Token | None, after: Token | None) -> bool:
    opening = tokens[numeral.first]
    if len(opening.text) != 4 or not opening.text.isdecimal() or int(opening.text) not in _YEARS:
        return False
    counts = after is not None and after.tag == "NNS" and tokens[numeral.last - 1].head == after.i
    if not counts or before is None or before.lower in {"than", "about", "over"}:
        return not counts
    return before.pos in {"ADP", "SCONJ", "DET", "PRON", "PUNCT", "SYM"} or before.lower in {"early", "late", "mid"}


def _is_age(tokens: tuple[Token, ...], numeral: Numeral, first: int, end: int) -> bool:
    following = [t.lower for t in tokens[numeral.last : min(numeral.last + 4, end)]]
    if following[:1] and following[0].startswith("year-old"):
        return True
    if "".join(following[:2]) in {"-year-old", "yearsold", "yearsof"} or "".join(following[:3]) in {"-year-"}:
        return len(following) < 4 or following[-1] in _AGE_WORDS or following[1] in _AGE_WORDS
    if following[:2] == ["years", "old"] or following[:3] == ["years", "of", "age"]:
        return True
    leading = [t.lower for t in tokens[max(numeral.first - 2, first) : numeral.first]]
    if leading in (["age", "of"], ["young", "as"], ["old", "as"], ["ages", "of"]):
        return True
    if [t.lower for t in tokens[max(numeral.first - 4, first) : numeral.first - 2]] == ["ages", "of"]:
        return leading[-1] == "and"  # "the ages of 18 and 60"
    opens = tokens[numeral.first - 1] if numeral.first > first else None
    named = tokens[numeral.first - 2] if numeral.first - 1 > first else None
    return (
        numeral.plain
        and opens is not None
        and named is not None
        and opens.text in {",", "("}
        and named.pos == "PROPN"
        and following[:1] != []
        and following[0] in _CLOSES_AGE
        and 0 < (numeral.best or 0) < 110
    )


def _is_score(tokens: tuple[Token, ...], numeral: Numeral, first: int, end: int) -> bool:
    """Whether it is a side of "3-1" or "14-1": two numbers with a hyphen that are no range, since they fall."""
    for at, step in ((numeral.last, 1), (numeral.first - 1, -1)):
        other = at + step
        if not (first < at < end - 1 and first <= other < end and tokens[at].text in _HYPHENS):
            continue
        near, far = tokens[at - step].text, tokens[other].text
        if near.isdecimal() and far.isdecimal():
            left, right = (near, far) if step > 0 else (far, near)
            return len(left + right) < 10 and int(left) > int(right)
    return False


def _is_address(tokens: tuple[Token, ...], numeral: Numeral, end: int, lexicon: Lexicon) -> bool:
    for token in tokens[numeral.last : min(numeral.last + 3, end)]:
        if not token.text[0].isupper():
            return False
        entry = lexicon.excluded_after.get(token.lower)
        if entry is not None and entry.id == "address":
            return True
    return False


def _names_its_governor(tokens: tuple[Token, ...], numeral: Numeral, before: Token | None) -> bool:
    """Whether the number is the name of the noun before it: "Resolution 1701", "Brigade 12"."""
    token = tokens[numeral.last - 1]
    return (
        before is not None
        and token.dep == "nummod"
        and token.head == before.i
        and (before.pos == "PROPN" or before.pos == "NUM")
    )


def _counts_one(tokens: tuple[Token, ...], numeral: Numeral, after: Token | None, lexicon: Lexicon) -> bool:
    """Whether "one" is a number: before its noun ("one guard"), or a victim ("killed one", "one dead")."""
    token = tokens[numeral.last - 1]
    if numeral.last - numeral.first > 1:
        return True
    if after is not None and after.lower in {"'s", "’s"}:
        return False
    if after is not None and (after.lower in lexicon.harm_states or after.lower in {"more", "other"}):
        return True
    governor = tokens[token.head]
    if token.dep == "nummod":
        return governor.i > token.i and governor.pos in _ONE_HEADS
    return token.dep in _VICTIM and governor.lemma in lexicon.harm_verbs
