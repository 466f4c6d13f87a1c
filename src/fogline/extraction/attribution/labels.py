"""Labels that name a speaker before a colon: "ANA DE LA CRUZ-LEE, MAYOR (on the phone): …"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.attribution.lexicon import group
from fogline.model import Token

_LONGEST_NAME = 8  # tokens of the name alone
_MARKS = frozenset({".", "-", "'", "’", '"', "“", "”"})  # within a name: "J. O ' Hara", "Ana “Chiqui” Lee"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "PART", "PUNCT", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def speaker_length(label: Sequence[Token]) -> int:
    """How many tokens of a label are the speaker, without a remark in brackets; 0 where it names none."""
    end = next((k for k, token in enumerate(label) if token.text == "("), len(label))
    name, *office = parts(label[:end])
    if any(t.lower in group("labels") for t in label[:end]) or len(name) > _LONGEST_NAME:
        return 0
    named = bool(name) and all(_is_part(t) for t in name) and name[0].text[:1].isalpha()
    lettered = all(t.text[:1].isalpha() or t.text in _MARKS for part in office for t in part)
    return end if named and lettered else 0


def parts(label: Sequence[Token]) -> list[Sequence[Token]]:
    """The parts of a label between its commas: the name, then offices and places."""
    commas = [k for k, token in enumerate(label) if token.text == ","]
    return [label[i + 1 : k] for i, k in zip([-1, *commas], [*commas, len(label)], strict=True)]


def _is_part(token: Token) -> bool:
    return token.text[:1].isupper() or token.text in _MARKS or token.lower in group("name_particles")


def described_length(label: Sequence[Token]) -> int:
    """How many tokens of a label are the speaker, who may have no name ("The mayor of Koro: “…”"); 0 where none is."""
    if named := speaker_length(label):
        return named
    told = any(t.lower in group("labels") for t in label) or any(t.pos not in _NOMINAL for t in label)
    nouns = any(t.pos in _NOUNS for t in label) and label[0].pos in {"DET", *_NOUNS}
    return len(label) if nouns and not told and len(label) <= _LONGEST_NAME else 0
