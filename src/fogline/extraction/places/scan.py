"""Finds the stretches of a text that may name a place: the longest names of the gazetteer that start at a capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.extraction.places.abbreviations import abbreviated
from fogline.extraction.places.gazetteer import Gazetteer, Hit, Record
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.shortened import LARGE, shortened
from fogline.extraction.places.words import words
from fogline.extraction.places.wraps import HYPHENS, is_cut, word_at
from fogline.language.tree import SUBJECTS
from fogline.model import Structure, Token

_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an"})
_NEVER_STARTS = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "PART", "SCONJ", "NUM", "PUNCT", "ADV", "INTJ"})
_LEAST_CAPITALS = 0.7  # share of capitalised words from which a sentence counts as a headline
MOST_WORDS = 6
_ABBREVIATION = 3  # letters of an abbreviation at most
_WELL_KNOWN = 100_000  # people
_LAST_WORDS = frozenset(  # lower-case words that end a name of the reviewed tables
    {"region", "river", "corridor", "crossing", "plant", "airport", "dam", "bridge", "valley", "peninsula", "base",
     "forest", "mosque", "temple", "strait", "countryside"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens (`last` not included) that the gazetteer knows as a name.

    `before` and `after` are the bounds of the run of capitalised words that the name stands in.
    """

    first: int
    last: int
    key: str
    hits: tuple[Hit, ...]
    before: int
    after: int


def scan(structure: Structure, gazetteer: Gazetteer) -> Iterator[Name]:
    """The names of a text, in order, none overlapping."""
    tokens = structure.tokens
    for sentence in structure.sentences:
        headline = is_headline(tokens[sentence.first : sentence.last])
        i = sentence.first
        while i < sentence.last:
            if not _may_start(tokens, i, sentence.first):
                i += 1
                continue
            found = abbreviated(tokens, i, gazetteer) or _longest(tokens, i, sentence.last, gazetteer)
            if found is None and is_cut(tokens, i, i + MOST_WORDS):  # "Kharkiv-" and "based" are two words
                found = _longest(tokens, i, sentence.last, gazetteer, whole=False)
            if found is None:
                i += 1
                continue
            last, folded, hits = found
            if not headline and last == i + 1:
                hits = tuple(hit for hit in hits if not _is_abbreviation(tokens[i].text, hit.record))
            if not hits:
                i += 1
                continue
            before, after = (i, last) if headline else run(tokens, i, last, sentence.first, sentence.last)
            yield Name(i, last, folded, hits, before, after)
            i = last


def _is_abbreviation(text: str, record: Record) -> bool:
    """Whether a few capitals are rather an abbreviation than the town that is spelled likewise: "WA" is not Wa."""
    return len(text) <= _ABBREVIATION and text.isupper() and record.name != text and record.name.upper() == text


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether most longer words of a sentence are capitalised, so that capitals tell nothing."""
    longer = [t for t in tokens if t.text.isalpha() and len(t.text) > 3]
    return len(longer) > 3 and sum(t.text[0].isupper() for t in longer) >= _LEAST_CAPITALS * len(longer)


def run(tokens: Sequence[Token], first: int, last: int, low: int, high: int) -> tuple[int, int]:
    """The bounds of the capitalised words around tokens `first` to `last`, within `low` to `high`."""
    before, after = first, last
    while before > low and _continues(tokens, before - 1):
        before -= 1
    while after < high and _continues(tokens, after):
        after += 1
    return before, after


def _continues(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.text in HYPHENS:
        return 0 < i < len(tokens) - 1 and tokens[i - 1].end == token.start and tokens[i + 1].start == token.end
    if token.lower in _ARTICLES and i + 1 < len(tokens) and tokens[i + 1].text in HYPHENS:
        return True
    return token.text[0].isupper() and token.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB"}


def _may_start(tokens: Sequence[Token], i: int, first: int) -> bool:
    token = tokens[i]
    if token.text[0].isupper():
        if token.pos in _NEVER_STARTS and not (token.pos == "ADV" and (i > first or token.dep in SUBJECTS)):
            return token.lower in {"us", "u.s.", "u.s", "the"} and (token.text != "The" or i > first)
        return True
    return token.lower in _ARTICLES and i + 1 < len(tokens) and tokens[i + 1].text in HYPHENS


def _longest(
    tokens: Sequence[Token], i: int, end: int, gazetteer: Gazetteer, *, whole: bool = True
) -> tuple[int, str, tuple[Hit, ...]] | None:
    parts: list[str] = []
    best: tuple[int, str, tuple[Hit, ...]] | None = None
    longest = MOST_WORDS
    after, large = i, shortened().get(tokens[i].text, ("", False))[1]
    while after < min(end, i + 2 * MOST_WORDS):
        j, token = after, tokens[after]
        word, after = word_at(tokens, j) if whole else (token.text, j + 1)
        if after > end:
            break
        if token.text in HYPHENS and parts:
            continue
        folded = key(word)
        if token.tag == "POS" and folded and parts:  # within a name: "People's Republic"
            parts[-1] += folded
            continue
        if not folded or token.tag == "POS":
            break
        if not parts:
            folded = "saint" if folded == "st" else shortened().get(token.text, (folded, False))[0]
        parts.extend(folded.split(" "))
        if len(parts) > longest:
            break
        if j == i:
            longest = max(_longest_from(parts[0], gazetteer), _without_article(tokens, i, gazetteer))
            if not longest:
                break
        if not _may_end(token):
            continue
        joined = " ".join(parts)
        if len(parts) == 1 and (joined in words("common") or len(joined) < 2 or not _is_name(token)):
            continue
        hits = gazetteer.find(joined) or _without_apostrophe(joined, parts, gazetteer)
        if hits and (not large or hits[0].record.feature in LARGE):
            best = (after, joined, hits)
    return best


def _longest_from(word: str, gazetteer: Gazetteer) -> int:
    longest = gazetteer.longest(word)
    return longest or (1 if word.endswith("s") and gazetteer.longest(word[:-1]) else 0)


def _without_article(tokens: Sequence[Token], i: int, gazetteer: Gazetteer) -> int:
    """The length of the longest name that the word after an Arabic article starts, the article included."""
    if tokens[i].lower not in _ARTICLES or i + 2 >= len(tokens):
        return 0
    after = tokens[i + 2] if tokens[i + 1].text in HYPHENS else tokens[i + 1]
    longest = gazetteer.longest(key(after.text).split(" ")[0])
    return longest + 1 if longest else 0


def _without_apostrophe(folded: str, parts: Sequence[str], gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """The hits of a well-known name whose possessive lost its apostrophe ("Syrias army")."""
    if len(parts) > 1 or len(folded) < 5 or not folded.endswith("s"):
        return ()
    hits = gazetteer.find(folded[:-1])
    return hits if hits and (hits[0].record.feature == "country" or hits[0].record.population > _WELL_KNOWN) else ()


def _may_end(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.lower in _LAST_WORDS


def _is_name(token: Token) -> bool:
    """Whether one capitalised word alone is a name: "US" is one, "Us" and "IN" are not."""
    return token.lower != "us" or token.text in {"US", "U.S.", "U.S"}
