"""Folds names to keys under which their spellings meet.

Three folds, each coarser than the one before: `key` forgets case, accents, apostrophes and hyphens; `bare` also the
Arabic article; `skeleton` keeps the consonants of a romanised name, so that "Khan Sheikhoun" and "Khan Shaykhun" meet.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)  # fmt: skip
_DROPPED = re.compile(r"['’‘`ʻʼʽʾʿ′´\".]")
_SPACES = re.compile(r"[\s\-‐‑–—_/]+")
_ARTICLE = re.compile(r"(?:al|el|ad|adh|an|ar|as|ash|at|ath|az|ed|es|esh|er|et|ez|ul|il) (?=\S)")
_SKELETON = (
    (re.compile(r"(?:sh|sch|ch|tch|š)"), "s"),
    (re.compile(r"(?:dzh|dj|zh)"), "j"),
    (re.compile(r"(?:ts|tz)"), "c"),
    (re.compile(r"(?:kh|gh|dh|th|ph)"), lambda m: {"kh": "h", "gh": "g", "dh": "d", "th": "t", "ph": "f"}[m[0]]),
    (re.compile(r"[qkc]"), "k"),
    (re.compile(r"(?<=[^\s])[hw](?=\s|$)|(?<=[aeiou])[yw]|y"), ""),
    (re.compile(r"\b[aeiou]+"), "a"),
    (re.compile(r"(?<=\w)[aeiou]+"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def key(name: str) -> str:
    """A name without case, accents, apostrophes, dots; hyphens are spaces ("Ivano-Frankivs'k" → "ivano frankivsk")."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    folded = _SPACES.sub(" ", _DROPPED.sub("", name.casefold())).strip()
    return "saint " + folded[3:] if folded.startswith("st ") else folded


def bare(folded: str) -> str:
    """A key without a leading Arabic article ("al bab" → "bab")."""
    return _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) else folded


def skeleton(folded: str) -> str:
    """The consonants of a key, spellings of one sound merged ("khan sheikhoun" → "hn shn")."""
    out = bare(folded)
    for pattern, replacement in _SKELETON:
        out = pattern.sub(replacement, out)
    return out.strip()


def plain(name: str) -> str:
    """A romanised name without the marks of scholarly transliteration ("Khān Shaykhūn" → "Khan Shaykhun")."""
    decomposed = unicodedata.normalize("NFKD", re.sub(r"^[‘`ʻʿ’ʼ']|[‘`ʻʿ]", "", name).translate(_LETTERS_KEEPING_CASE))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_LETTERS_KEEPING_CASE = str.maketrans({"ə": "a", "Ə": "A", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})
