"""Settles who each mention is, on whose side, where its own words leave that open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from fogline.extraction.actors.enemies import name_enemies
from fogline.extraction.actors.identities import Identities
from fogline.extraction.actors.mention import Identity, Mention
from fogline.extraction.actors.phrases import owners
from fogline.extraction.actors.pronouns import Pronouns
from fogline.extraction.actors.reading import NO_SIDE
from fogline.language.tree import children
from fogline.model import SourceKind, Structure, Token

OWNER_REACH = 2  # sentences back in which "a statement" looks for the one that made it
DOMINANT = 0.75  # share of the mentions of a kind that must be of one side for the others to be taken as of it too
_BELONGING = frozenset({"of", "for", "from", "with"})
_LOCAL: frozenset[SourceKind] = frozenset({"authority", "unnamed", "government", "military"})
_STATES: frozenset[SourceKind] = frozenset({"government", "military"})
_OWNING: frozenset[SourceKind] = frozenset({"government", "military", "authority", "armed_group", "organization"})


def settle(found: Sequence[Mention], structure: Structure, country: str | None, places: Mapping[str, str]) -> None:
    """Gives every mention its identity, and a side to those whose own words show none.

    In this order: the side of the place of office (`places`: cities, lower case, with their country), of the one they
    are the same as, of the possessor ("its troops"), of the body named last ("a statement"), of the `country` in
    which the report is set, or of all others of its kind in the report.
    """
    identities, pronouns = Identities(structure, found), Pronouns(structure, found)
    by_head = {mention.head: mention for mention in found}
    for mention in found:
        _take_from_place(mention, structure, places)
    sides, states = _explicit_sides(found), _states(found)
    for index, mention in enumerate(found):
        if mention.pronoun:
            _settle_pronoun(index, mention, by_head, identities, pronouns)
            continue
        _take_from_possessor(mention, structure, by_head)
        identities.settle(index)
        if mention.refers_to is None and mention.side is None:
            _take_from_last(found, index, structure.tokens)
        if mention.side is None and mention.reading.home:
            _take(mention, None, _usual(sides, states, mention.kind, country), "actors.home")
        if mention.identity is not None:
            mention.identity.kind = mention.identity.kind or mention.kind
            mention.identity.side = mention.identity.side or mention.side
    _settle_speakers(found, structure, identities, pronouns)
    for mention in found:
        _complete(mention)
    name_enemies(found, pronouns, country)


def _settle_pronoun(
    index: int, mention: Mention, by_head: dict[int, Mention], identities: Identities, pronouns: Pronouns
) -> None:
    """Settles a pronoun whose noun stands before it."""
    if mention.antecedent is not None:
        noun = by_head.get(mention.antecedent)
        if noun is not None and noun.identity is not None:
            mention.kind, mention.side = noun.kind, noun.side
            identities.join(index, noun.identity, "actors.relative")
        return
    identity = pronouns.stands_for(index)
    if identity is not None:
        identities.join(index, identity, "actors.pronoun")
        identity.gender = identity.gender or pronouns.gender(mention)


def _settle_speakers(
    found: Sequence[Mention], structure: Structure, identities: Identities, pronouns: Pronouns
) -> None:
    """Settles "we" and "our troops" of quotations whose speaker is named after the words."""
    by_head = {mention.head: mention for mention in found}
    for index, mention in enumerate(found):
        if mention.pronoun and mention.identity is None and (identity := pronouns.speaker_of(mention)) is not None:
            identities.join(index, identity, "actors.pronoun")
        elif mention.side is None and mention.reading.role is not None:
            _take_from_possessor(mention, structure, by_head)
            _take_from_owner(mention, structure, by_head)


def _take_from_place(mention: Mention, structure: Structure, places: Mapping[str, str]) -> None:
    """Of "the Basra governor", "officials in Basra": the country of the place; such officials are local ones."""
    role = mention.reading.role
    if role is None or mention.side is not None or mention.reading.own or not (role.home or role.inherits is True):
        return
    if mention.kind not in _LOCAL:
        return
    for token in structure.tokens[mention.first : mention.last]:
        if token.pos == "PROPN" and (country := places.get(token.lower)) is not None:
            _take(mention, "authority" if mention.kind == "unnamed" else None, country, "actors.place_of_office")
            return


def _names_a_stranger(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether an unknown name stands before the role ("an SDKM spokesman"): then it is of that body, not another."""
    person = mention.reading.person
    stop = person[0] if person is not None else mention.head
    names = [token for token in tokens[mention.first : stop] if token.pos == "PROPN" and token.lower != "the"]
    return any(token.text.isupper() for token in names)


def _explicit_sides(found: Sequence[Mention]) -> dict[SourceKind, Counter[str]]:
    sides: dict[SourceKind, Counter[str]] = {}
    for mention in found:
        if mention.kind is not None and mention.side is not None and mention.reading.role is not None:
            sides.setdefault(mention.kind, Counter())[mention.side] += 1
    return sides


def _states(found: Sequence[Mention]) -> frozenset[str]:
    """The states whose bodies or forces a report names as such ("Aldera's army")."""
    owned = [m for m in found if m.kind in _STATES and m.reading.role is not None and m.reading.owner is not None]
    return frozenset(m.side for m in owned if m.side is not None and m.reading.owner and m.reading.owner.state)


def _usual(
    sides: dict[SourceKind, Counter[str]], states: frozenset[str], kind: SourceKind | None, country: str | None
) -> str | None:
    """The side of those of a kind that show none: the country of the report, unless all others are another's.

    In a report set in no one country, a state's body or force is of the state whose bodies and forces alone it names.
    """
    seen = sides.get(kind) if kind is not None else None
    if seen and (kind != "authority" or country is None):
        side, count = max(seen.items(), key=lambda item: item[1])  # of equals the one met first
        if count >= 2 and count >= DOMINANT * sum(seen.values()) and (country is None or country not in seen):
            return side
    if country is None and kind in _STATES:
        return next(iter(states)) if len(states) == 1 else None
    return country


def _take(mention: Mention, kind: SourceKind | None, side: str | None, reason: str) -> None:
    if side is None and kind is None:
        return
    mention.kind, mention.side = kind or mention.kind, side
    mention.because = (*mention.because, reason)


def _take_from_possessor(mention: Mention, structure: Structure, by_head: dict[int, Mention]) -> None:
    """Of "its troops", "his office": the side of the one that the pronoun stands for."""
    role = mention.reading.role
    if role is None or mention.kind in NO_SIDE or not (role.inherits or role.home):
        return
    if mention.side is not None and role.inherits != "deed":  # whose deed it is, the one who did it tells best
        return
    for possessor in children(structure, mention.head, "poss"):
        owner = by_head.get(possessor.i)
        if owner is not None and owner.identity is not None and owner.side is not None:
            kind = owner.kind if role.inherits is True and owner.kind in _OWNING else None
            _take(mention, kind, owner.side, "actors.possessor")


def _take_from_owner(mention: Mention, structure: Structure, by_head: dict[int, Mention]) -> None:
    """Of "a spokesman for the group": kind and side of the group, once it is known which one is meant."""
    role = mention.reading.role
    if role is None or mention.side is not None or not role.inherits or role.inherits == "deed":
        return
    for preposition, noun in owners(structure, mention.head):
        owner = by_head.get(noun.i)
        if preposition in _BELONGING and owner is not None and owner.side is not None and owner.kind in _OWNING:
            _take(mention, owner.kind if role.inherits is True else None, owner.side, "actors.owner")
            if mention.identity is not None:
                mention.identity.kind, mention.identity.side = mention.kind, mention.identity.side or mention.side
            return


def _take_from_last(found: Sequence[Mention], index: int, tokens: Sequence[Token]) -> None:
    """Of "a statement": kind and side of the body or speaker named last."""
    mention = found[index]
    role = mention.reading.role
    if role is None or not role.orphan or not mention.reading.alone or _names_a_stranger(mention, tokens):
        return
    owner: Identity | None = None
    for before in range(index - 1, -1, -1):
        other = found[before]
        if mention.sentence - other.sentence > OWNER_REACH:
            break
        if other.identity is not None and other.kind in _OWNING and other.reading.role is not role:
            if other.subject:
                owner = other.identity
                break
            owner = owner or (other.identity if other.identity.who == "body" else None)
    if owner is not None:
        _take(mention, owner.kind, owner.side, "actors.named_last")


def _complete(mention: Mention) -> None:
    """What later mentions of the same one showed."""
    identity = mention.identity
    if identity is None:
        return
    if identity.kind is None and identity.who == "person" and identity.words:
        identity.kind = "witness"  # a person who is told to be nothing else
        mention.because = (*mention.because, "actors.person_without_office")
    if mention.kind is None and identity.kind is not None:
        mention.kind = identity.kind
    if mention.side is None and identity.side is not None and mention.kind == identity.kind:
        mention.side = identity.side
