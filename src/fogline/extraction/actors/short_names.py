"""Names with their letters in brackets: "the Lemba Front (LF)", "the LF (Lemba Front)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fogline.language.tree import ancestors
from fogline.model import Structure, Token

_LONGEST = 10  # tokens between a name's first word and its bracket, and within the bracket
_LETTERS = range(2, 9)  # how many letters stand for a name
_NAMING = frozenset({"PROPN", "NOUN"})


def short_names(structure: Structure) -> Mapping[int, int]:
    """The governing token of each name that bears letters ▶ the token of the letters."""
    found: dict[int, int] = {}
    for opening in structure.tokens:
        if opening.text == "(" and opening.i:
            found.update(_pair(structure, opening))
    return found


def _pair(structure: Structure, opening: Token) -> Iterator[tuple[int, int]]:
    tokens = structure.tokens
    inside: list[Token] = []
    for token in tokens[opening.i + 1 : opening.i + 1 + _LONGEST]:
        if token.text == ")" or token.sentence != opening.sentence:
            break
        inside.append(token)
    before = tokens[opening.i - 1]
    if len(inside) == 1 and _is_letters(inside[0].text):
        for head in (before, *ancestors(structure, before.i)):
            if head.i > before.i or before.i - head.i > _LONGEST or head.sentence != before.sentence:
                return
            if head.pos in _NAMING and _fits(inside[0].text, _words_to(structure, head, before.i)):
                yield head.i, inside[0].i
                return
    elif len(inside) > 1 and _is_letters(before.text) and _fits(before.text, [t.text for t in inside]):
        outside = [t.i for t in inside if not inside[0].i <= t.head <= inside[-1].i]
        yield (outside or [inside[-1].i])[0], before.i


def _words_to(structure: Structure, head: Token, last: int) -> list[str]:
    """The words of a name from the first that hangs on its head to token `last`."""
    first = min([head.i, *(i for i in structure.children[head.i] if i < head.i)])
    return [t.text for t in structure.tokens[first : last + 1]]


def _is_letters(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return len(text) in _LETTERS and text.isalnum() and text[0].isupper() and 2 * capitals > len(text)


def _fits(letters: str, words: list[str]) -> bool:
    """Whether letters stand for a name: they begin as its first capitalised word does and follow its words' letters."""
    names = [word for word in words if word[:1].isupper() and word.lower() != "the"]
    if len(names) < 2 or names[0][0].upper() != letters[0].upper():
        return False
    rest = iter("".join(word.lower() for word in words if word.lower() != "the"))
    return all(letter in rest for letter in letters.lower())
