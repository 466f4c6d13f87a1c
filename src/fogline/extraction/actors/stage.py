"""The actors stage: adds `Document.actors`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.actors.context import Crowds, Setting
from fogline.extraction.actors.lexicon import lexicon
from fogline.extraction.actors.mention import Mention
from fogline.extraction.actors.mentions import mentions
from fogline.extraction.actors.reading import Reader
from fogline.extraction.actors.settling import settle
from fogline.model import Actor, Document, Structure


def actors(document: Document) -> Document:
    """Adds the actors of a document, in text order: one for each noun that names somebody who may act or speak."""
    structure = document.structure
    matches = lexicon().find(structure.tokens)
    reader = Reader(structure, matches)
    found = mentions(structure, matches, reader)
    _name_crowds(found, structure)
    settings = Setting(structure.tokens, matches)
    settle(found, structure, settings.home(), settings.places)
    return replace(document, actors=tuple(_actor(document, mention) for mention in found))


def _name_crowds(found: Sequence[Mention], structure: Structure) -> None:
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
    return Actor(
        start,
        end,
        document.report.text[start:end],
        mention.first,
        mention.last,
        mention.head,
        mention.identity.name if mention.identity is not None else None,
        mention.kind,
        mention.side,
        mention.because,
        mention.refers_to,
    )
