"""Posts set into a report and signed after a dash: "The bridge is down. — Harbour Watch (@harbourwatch) May 3"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.model import Paragraph, Structure

_DASHES = frozenset({"—", "–", "--", "-"})
_LONGEST_NAME = 8  # tokens between the dash and the bracket
_DATE = 8  # tokens after the handle that may be the post's date


def posts(structure: Structure) -> Iterator[Draft]:
    """The drafts of signed posts; a signature that opens its paragraph signs the paragraph before."""
    (entry,) = by_lemma("phrase")["@"]
    for paragraph in structure.paragraphs:
        if paragraph.first == paragraph.last:
            continue
        begin, last = _bounds(structure, paragraph)
        for handle in range(begin, last):
            if not structure.tokens[handle].text.startswith(("@", "(@")):
                continue
            dash = _dash_before(structure, handle, begin)
            if dash is None:
                continue
            said = set(range(begin, dash)) or _paragraph_before(structure, paragraph)
            name = {i for i in range(dash + 1, handle) if structure.tokens[i].text not in {"(", "@"}}
            if said and name:
                yield Draft(entry, entry.stance, dash, {dash}, max(name), name, said, ["attribution.post"])
            begin = _after_signature(structure, handle, last)


def _bounds(structure: Structure, paragraph: Paragraph) -> tuple[int, int]:
    return structure.sentences[paragraph.first].first, structure.sentences[paragraph.last - 1].last


def _paragraph_before(structure: Structure, paragraph: Paragraph) -> set[int]:
    before = structure.paragraphs[paragraph.index - 1 : paragraph.index]
    return set(range(*_bounds(structure, before[0]))) if before and before[0].first < before[0].last else set()


def _dash_before(structure: Structure, handle: int, begin: int) -> int | None:
    """The dash that opens the signature of a handle in brackets."""
    if "(" not in {structure.tokens[handle - 1].text, structure.tokens[handle].text[:1]}:
        return None
    for i in range(handle - 1, max(begin, handle - _LONGEST_NAME) - 1, -1):
        if structure.tokens[i].text in _DASHES:
            return i
    return None


def _after_signature(structure: Structure, handle: int, last: int) -> int:
    """The token after the bracket and the date of a signature ("May 3, 2019")."""
    end = handle + 1
    for i in range(handle + 1, min(last, handle + 1 + _DATE)):
        token = structure.tokens[i]
        if token.lower[:3] in group("months") or token.text.isdigit() or token.text in {")", ",", "|", "@"}:
            end = i + 1
        elif i > handle + 1:
            break
    return end
