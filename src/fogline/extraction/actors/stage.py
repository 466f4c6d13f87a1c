"""The actors stage: adds `Document.actors`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.actors.context import Crowds, Setting
from fogline.extraction.actors.lexicon import lexicon
from fogline.extraction.actors.mention import Mention
from fogline.extraction.actors.mentions import mentions
from fogline.extraction.actors.office import office
from fogline.extraction.actors.reader import Reader
from fogline.extraction.actors.rulers import put_under_rulers
from fogline.extraction.actors.settling import settle
from fogline.language.tree import words
from fogline.model import Actor, Document, Structure, Words


def actors(document: Document) -> Document:
    """Adds the actors of a document, in text order: one for each noun that names somebody who may act or speak."""
    structure = document.structure
    matches = lexicon().find(structure.tokens)
    reader = Reader(structure, matches)
    speaking = frozenset(a.source_head for a in document.attributions if a.source_head is not None)
    found = mentions(structure, matches, reader, speaking)
    _name_crowds(found)
    settings = Setting(structure.tokens, matches)
    settle(found, structure, settings.home(), settings.places)
    put_under_rulers(found)
    _tell_offices(found, structure, reader)
    return replace(document, actors=tuple(_actor(document, mention) for mention in found))


def _tell_offices(found: Sequence[Mention], structure: Structure, reader: Reader) -> None:
    """Gives each person the first office that a mention tells."""
    for mention in found:
        identity = mention.identity
        if identity is not None and identity.who == "person" and identity.body is None:
            role, body = office(structure, reader, mention)
            if identity.role is None or body is not None:
                identity.role, identity.body = role or identity.role, body


def _name_crowds(found: Sequence[Mention]) -> None:
    """Gives words for crowds the side that they have in this report."""
    bound: dict[str, Counter[str]] = {}
    for mention in found:
        reading = mention.reading
        if reading.role is not None and reading.owner is not None and reading.owner.type == "group" and reading.side:
            bound.setdefault(reading.role.id, Counter())[reading.side] += 1
    groups = Counter(m.side for m in found if m.side and m.reading.named and m.reading.named.type == "group")
    crowds = Crowds([mention.side for mention in found], bound, groups)
    for mention in found:
        mention.side = crowds.wider(mention.side, mention.reading.named or mention.reading.owner)
    nearest: str | None = None
    for mention in found:
        reading = mention.reading
        if reading.named is not None and reading.named.type == "group":
            nearest = mention.side
        elif reading.role is not None and reading.role.kind == "armed_group" and reading.role.side == mention.side:
            mention.side = crowds.side(mention.side, reading.role.id, nearest)


def _actor(document: Document, mention: Mention) -> Actor:
    tokens = document.structure.tokens
    start, end = tokens[mention.first].start, tokens[mention.last - 1].end
    identity = mention.identity
    return Actor(
        start,
        end,
        document.report.text[start:end],
        mention.first,
        mention.last,
        mention.head,
        identity.name if identity is not None else None,
        mention.kind,
        mention.side,
        mention.because,
        mention.refers_to,
        role=_told(document, identity.role if identity is not None else None),
        body=_told(document, identity.body if identity is not None else None),
    )


def _told(document: Document, extent: tuple[int, int] | None) -> Words | None:
    if extent is None:
        return None
    tokens = document.structure.tokens
    return words(document.report.text, tokens[extent[0]].start, tokens[extent[1] - 1].end)
