"""All relations of one claim to those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.assessment.incidents.sight import Sight
from fogline.assessment.relations.agreement import concession, losers_of, revision, silence, support
from fogline.assessment.relations.denials import denial, rival_counts


@dataclass(frozen=True, slots=True)
class Relation:
    """`claim` stands to `other` as `kind` says, by the rule `because`.

    `kind`: supports, denies, differs (counts that cannot both hold), revises, concedes, silent.
    """

    claim: Sight
    other: Sight
    kind: str
    because: str


def related(claim: Sight, earlier: Sequence[Sight]) -> list[Relation]:
    """The relations of a claim to earlier ones, which come in the order of the ledger.

    A claim in a copy adds nothing to those of other reports: it is related to its own report's alone.
    """
    near = [other for other in earlier if other.report == claim.report] if claim.copied else earlier
    return [
        *_contradictions(claim, near), *_supports(claim, near), *_revisions(claim, near),
        *_concessions(claim, near), *_silences(claim, near),
    ]  # fmt: skip


def _contradictions(claim: Sight, earlier: Sequence[Sight]) -> Iterator[Relation]:
    for other in earlier:
        if other.copied and other.report != claim.report:
            continue
        for one, two in ((claim, other), (other, claim)):
            because = denial(one, two)
            if because is not None:
                yield Relation(one, two, "denies", because)
                break
        because = rival_counts(claim, other)
        if because is not None:
            one, two = sorted((claim, other), key=lambda c: c.order)
            yield Relation(two, one, "differs", because)


def _supports(claim: Sight, earlier: Sequence[Sight]) -> Iterator[Relation]:
    """One support for each other origin: its first claim that says the same."""
    origins: set[str] = set()
    for other in earlier:
        because = support(claim, other) if other.origin not in origins else None
        if because is not None:
            origins.add(other.origin)
            yield Relation(claim, other, "supports", because)


def _revisions(claim: Sight, earlier: Sequence[Sight]) -> Iterator[Relation]:
    """A claim revises the last one before it; where an older report comes late, the first one after revises it."""
    before = [(other, because) for other in earlier if (because := revision(claim, other)) is not None]
    if before:
        other, because = max(before, key=lambda pair: pair[0].order)
        yield Relation(claim, other, "revises", because)
    since = [(other, because) for other in earlier if (because := revision(other, claim)) is not None]
    if since:
        other, because = min(since, key=lambda pair: pair[0].order)
        yield Relation(other, claim, "revises", because)


def _concessions(claim: Sight, earlier: Sequence[Sight]) -> Iterator[Relation]:
    losers = losers_of(earlier)
    for other in earlier:
        if other.copied:
            continue
        because = concession(claim, other, losers)
        if because is not None:
            yield Relation(claim, other, "concedes", because)
            continue
        because = concession(other, claim, losers)
        if because is not None:
            yield Relation(other, claim, "concedes", because)


def _silences(claim: Sight, earlier: Sequence[Sight]) -> Iterator[Relation]:
    found = silence(claim, earlier)
    if found is not None:
        yield Relation(claim, found[0], "silent", found[1])
