"""Cuts a report into blocks for the parser: one block a paragraph, line wraps and page breaks bridged.

A block's text is what a person would read aloud: white space is one space, words hyphenated over a line end are
joined. Each of its characters knows its offset in `report.text`, so that tokens can point into the file as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.model import Report, Segment

PARSED_KINDS = frozenset({"body", "caption", "crosshead", "dateline", "post"})
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_PIECE = re.compile(r"(?P<hyphen>(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-z]))|(?P<space>\s+)|(?P<words>[^\s-]+|-)")

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's text for the parser and, for each of its characters, the offset in the report."""

    kind: str
    text: str
    offsets: tuple[int, ...]


def blocks(report: Report) -> Iterator[Block]:
    """The blocks of a report, in order; segments that are no running text are left out."""
    joined: list[Segment] = []
    for segment in report.segments:
        if segment.kind not in PARSED_KINDS:
            continue
        if joined and not _carries_on(report.text, joined[-1], segment):
            yield _block(report.text, joined)
            joined = []
        joined.append(segment)
    if joined:
        yield _block(report.text, joined)


def _carries_on(text: str, before: Segment, after: Segment) -> bool:
    """Whether a sentence runs on over a page break, a link or a caption between two body segments."""
    if before.kind != "body" or after.kind != "body":
        return False
    start = text[after.start : after.end].lstrip()[:1]
    return start.islower() and not _ENDS_SENTENCE.search(text, before.start, before.end)


def _block(text: str, segments: list[Segment]) -> Block:
    characters: list[str] = []
    offsets: list[int] = []
    for segment in segments:
        if characters and characters[-1] != " ":
            characters.append(" ")
            offsets.append(segment.start)
        for piece in _PIECE.finditer(text, segment.start, segment.end):
            if piece["words"]:
                characters.extend(piece["words"])
                offsets.extend(range(piece.start(), piece.end()))
            elif piece["hyphen"]:
                if _keeps_hyphen(text, piece.start()):
                    characters.append("-")
                    offsets.append(piece.start())
            elif characters and characters[-1] != " ":
                characters.append(" ")
                offsets.append(piece.start())
    # No parser takes half of a surrogate pair, which broken JSON may hold.
    return Block(segments[0].kind, _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", "".join(characters)), tuple(offsets))


def _keeps_hyphen(text: str, hyphen: int) -> bool:
    """Whether the word before a hyphen at a line end is a name ("Russian-held") or stands alone ("anti-aircraft")."""
    word = re.search(r"[^\W\d_]+$", text[max(0, hyphen - 30) : hyphen])
    return word is not None and (
        word[0][0].isupper() or word[0].lower() in {"anti", "non", "pro", "self", "long", "well"}
    )
