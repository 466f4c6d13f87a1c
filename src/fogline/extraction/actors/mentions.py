"""Finds the mentions of a text: noun phrases that name somebody, names within them, pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from fogline.extraction.actors.compounds import backs, relation
from fogline.extraction.actors.lexicon import Match, word_class
from fogline.extraction.actors.mention import Mention
from fogline.extraction.actors.phrases import Phrase, heads, owners, phrase
from fogline.extraction.actors.reader import Reader
from fogline.extraction.actors.reading import Reading, of_name, of_role
from fogline.language.tree import ancestors
from fogline.model import Structure, Token

BACKER = "actors.backer"  # reason of a name that stands in "Chad-backed": it does no more than to back
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_CLAUSE_DEPTH = 5  # governors between a relative pronoun and its noun
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def mentions(
    structure: Structure, matches: Sequence[Match], reader: Reader, speaking: frozenset[int] = frozenset()
) -> list[Mention]:
    """The mentions in text order, one for each governing token.

    `speaking` are the heads of sources: a name that speaks is a mention however the parse ties it.
    """
    found = list(_phrases(structure, reader, speaking))
    persons = [mention.reading.person for mention in found if mention.reading.person is not None]
    found.extend(_names_within(structure, matches, persons))
    by_head: dict[int, Mention] = {}
    for mention in found:
        by_head.setdefault(mention.head, mention)
    return [by_head[head] for head in sorted(by_head)]


def _phrases(structure: Structure, reader: Reader, speaking: frozenset[int]) -> Iterator[Mention]:
    pronouns = frozenset().union(*map(word_class, ("he", "she", "it", "they", "speaker")))
    for token in heads(structure, speaking):
        if token.lower in pronouns and token.pos in {"PRON", "DET"} and token.dep != "expl":
            yield _mention(token, Phrase(token.i, token.i, token.i + 1), Reading(), pronoun=True)
            continue
        if token.tag in _RELATIVE:
            if (noun := _antecedent(structure, token)) is not None:
                own = Phrase(token.i, token.i, token.i + 1)
                yield replace(_mention(token, own, Reading(), pronoun=True), antecedent=noun)
            continue
        match = reader.at.get(token.i)
        if match is not None and match.meaning.type != "role" and governor(structure, match) != token.i:
            continue
        if not token.text[-1].isalnum() or (token.lower in word_class("calendar") and token.i not in reader.at):
            continue
        reading = reader.read(token.i)
        if token.lower in word_class("quantities"):
            reading = _members(structure, reader, token)
        if (
            reading.role is not None
            or reading.named is not None
            or reading.person is not None
            or token.pos == "PROPN"
            or (token.i in speaking and _stands_apart(structure, token))
            or sum(map(str.isupper, token.text)) > 1
            or token.lower in word_class("quantities")
        ):
            np = phrase(structure, token.i)
            if match is not None and match.meaning.type != "role":  # the whole of a name, however the parse ties it
                np = Phrase(np.head, min(np.first, match.first), max(np.last, match.last))
            yield _mention(token, np, reading)


def _stands_apart(structure: Structure, token: Token) -> bool:
    """Whether a capitalised word opens a line before a colon, as a speaker's name does."""
    first = structure.sentences[token.sentence].first
    after = structure.tokens[token.i + 1 : token.i + 2]
    return token.i == first and token.text[:1].isupper() and bool(after) and after[0].text == ":"


def _antecedent(structure: Structure, pronoun: Token) -> int | None:
    """The noun whose relative clause a pronoun opens ("the troops that fled")."""
    token = pronoun
    for governor_ in islice(ancestors(structure, pronoun.i), _CLAUSE_DEPTH):
        if token.dep == "relcl":
            return governor_.i
        token = governor_
    return None


def _members(structure: Structure, reader: Reader, token: Token) -> Reading:
    """The reading of "one of the officials", "some of the rebels": that of those they are of."""
    for preposition, noun in owners(structure, token.i):
        if preposition in {"of", "among"}:
            return replace(reader.read(noun.i), person=None)
    return Reading("unnamed", because=("actors.quantity",))


def _names_within(
    structure: Structure, matches: Sequence[Match], persons: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    ends: dict[int, int] = {}  # of the longest person's name that each token stands in
    for first, last in persons:
        ends.update((i, max(last, ends.get(i, 0))) for i in range(first, last))
    for match in matches:
        if match.meaning.type == "role":
            if match.meaning.kind is not None and _holds(structure, match):
                yield _mention(
                    structure.tokens[match.last - 1],
                    Phrase(match.last - 1, match.first, match.last),
                    of_role(structure.tokens, match),
                )
            continue
        backer = backs(structure.tokens, match)
        if relation(structure.tokens, match) == "none" and not backer:
            continue
        if match.meaning.type == "person" and match.last < ends.get(match.first, 0):
            continue  # a first name that is a known person's surname
        token = structure.tokens[governor(structure, match)]
        reading = of_name(match)
        if backer:
            reading = replace(reading, because=(*reading.because, BACKER))
        yield _mention(token, Phrase(token.i, match.first, match.last), reading)


def _holds(structure: Structure, match: Match) -> bool:
    """Whether a word for a force or body is the first half of "rebel-held", "government-controlled"."""
    tokens, hyphen = structure.tokens, match.last
    if hyphen + 1 >= len(tokens) or tokens[hyphen].text != "-" or (match.first and tokens[match.first - 1].text == "-"):
        return False
    return tokens[hyphen + 1].lower in word_class("holding")


def governor(structure: Structure, match: Match) -> int:
    """The token of a match that the others hang on: the last one whose own governor stands outside."""
    outside = [i for i in range(match.first, match.last) if not match.first <= structure.tokens[i].head < match.last]
    roots = [i for i in range(match.first, match.last) if structure.tokens[i].head == i]
    nouns = [i for i in outside if structure.tokens[i].pos in _NOUNS]  # of "Doctors Without Borders" the doctors
    return (nouns or outside or roots or [match.last - 1])[-1]


def _mention(token: Token, np: Phrase, reading: Reading, *, pronoun: bool = False) -> Mention:
    return Mention(
        token.i, np.first, np.last, token.sentence, token.dep in _SUBJECT, reading, pronoun,
        reading.kind, reading.side, because=reading.because,
    )  # fmt: skip
