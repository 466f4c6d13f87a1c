"""What a noun phrase says of the one it names: kind of source, side, role, name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.actors.belonging import combined, merged
from fogline.extraction.actors.compounds import in_compound_adjective, relation, state_run
from fogline.extraction.actors.lexicon import Match
from fogline.extraction.actors.person_names import is_another, person_name
from fogline.extraction.actors.phrases import Phrase, apposed, owners, phrase
from fogline.extraction.actors.reading import NO_SIDE, Reading, described, is_personal, of_name, of_role, role_word
from fogline.extraction.actors.short_names import short_names
from fogline.extraction.actors.titles import PERSON_NOUN, title_beside
from fogline.model import Structure, Token

_STATE_KINDS = frozenset({"government", "military", "authority"})
_PARTIAL = frozenset({"blogger", "journalist", "unnamed"})  # kinds for which "pro-" tells the side
_DEPTH = 3  # how far a chain of "of" and apposition is followed


class Reader:
    """Reads the noun phrases of one text."""

    def __init__(self, structure: Structure, matches: Sequence[Match]) -> None:
        self.structure = structure
        letters = short_names(structure)
        self._of_bodies = {*letters, *letters.values()}
        self.tokens = structure.tokens
        self.at: dict[int, Match] = {i: match for match in matches for i in range(match.first, match.last)}
        self._known: dict[int, Reading] = {}

    def read(self, head: int, depth: int = 0) -> Reading:
        """The reading of the noun phrase that token `head` governs."""
        if head not in self._known:
            self._known[head] = Reading()  # stands while the phrase is read: a circular parse ends here
            self._known[head] = self._read(phrase(self.structure, head), depth)
        return self._known[head]

    def matches(self, first: int, last: int) -> list[Match]:
        """The matches among tokens `first` to `last` (not included)."""
        found = dict.fromkeys(self.at[i] for i in range(first, last) if i in self.at)
        return [match for match in found if match.first >= first]

    def _read(self, np: Phrase, depth: int) -> Reading:
        inside = self.matches(np.first, np.head + 1)
        role = self._role(np, inside)
        person = person_name(self.tokens, np, inside) if np.head not in self._of_bodies else None
        names = [match for match in inside if match.meaning.type != "role"]
        head_name = next((m for m in names if m.first <= np.head < m.last), None)
        if person is not None:
            others = [m for m in names if m.first >= person[0] and is_another(self.tokens, m, person, np.head)]
            names = [m for m in names if m not in others]
            inside = [m for m in inside if m not in others]
            head_name = None if head_name in others else head_name
        reading = Reading(person=person)
        if head_name is not None:
            reading = of_name(head_name, person)
        if role is not None:
            reading = self._from_role(np, role, inside, reading, depth)
        elif head_name is not None and head_name.meaning.type == "body":
            reading = self._overridden(reading, head_name, names)
        elif head_name is None and person is not None and depth < _DEPTH:
            reading = self._member(np, reading, inside, depth)
        reading = self._with_apposition(np, reading, depth)
        if reading.person is not None and reading.role is None and not reading.own and depth < _DEPTH:
            title = title_beside(self.tokens, self.at, *reading.person)
            if title is not None:
                reading = described(reading, self.read(title[0], depth + 1), title[1])
        return reading

    # the parts of a phrase

    def _role(self, np: Phrase, inside: list[Match]) -> Match | None:
        roles = [m for m in inside if m.meaning.type == "role" and not in_compound_adjective(self.tokens, m)]
        at_head = [m for m in roles if m.first <= np.head < m.last]
        if at_head:
            return at_head[-1]
        if self.tokens[np.head].pos == "PROPN":
            titles = [m for m in roles if m.meaning.who != "body" or PERSON_NOUN.search(self.tokens[m.last - 1].lemma)]
            return titles[-1] if titles else None
        return None

    def _member(self, np: Phrase, reading: Reading, inside: list[Match], depth: int) -> Reading:
        """A person named by the body alone ("Reuters' Ann Hale", "Ann Hale of the Red Cross")."""
        owner = Reading()
        for match in inside:
            if match.meaning.type != "role" and relation(self.tokens, match) == "member":
                owner = merged(owner, of_name(match))
        for possessor in (self.tokens[c] for c in self.structure.children[np.head] if self.tokens[c].dep == "poss"):
            if possessor.tag != "PRP$":
                owner = merged(owner, self._as_owner(possessor, depth))
        for preposition, noun in owners(self.structure, np.head):
            if preposition in {"of", "from", "at", "with", "for"}:
                owner = merged(owner, self._as_owner(noun, depth, preposition))
        if owner.kind is None or (owner.named is not None and owner.named.type in {"country", "capital", "adjective"}):
            return reading
        side = None if owner.kind in NO_SIDE else owner.side
        return replace(reading, kind=owner.kind, side=side, own=True, because=("actors.member", *owner.because[:2]))

    # what belongs to what

    def _overridden(self, reading: Reading, body: Match, names: list[Match]) -> Reading:
        """A body's name with another country before it is that country's ("Turkey's State Council")."""
        if body.meaning.rules:  # "Libya's Government of National Accord" is one of two there
            return reading
        for match in names:
            if match is not body and match.meaning.type in {"country", "adjective", "capital"} and reading.side:
                return replace(reading, side=match.meaning.side, because=(*reading.because, "actors.possessor"))
        return reading

    def _from_role(self, np: Phrase, role: Match, inside: list[Match], named: Reading, depth: int) -> Reading:
        meaning = role.meaning
        owner = self._owner(np, role, inside, depth)
        of_state = state_run(self.tokens, role)
        kind, side = combined(meaning, owner, self.tokens[role.last - 1].lemma, state_run=of_state)
        because = [f"actors.role:{meaning.id}", *owner.because[:2]]
        if named.named is not None and named.named.type == "person":
            crowd = (
                meaning.kind == "armed_group" and named.kind in _STATE_KINDS
            )  # "rebel commander NAME", now a minister
            if not crowd:
                side = named.named.side if owner.side is None or meaning.kind == "analyst" else owner.side
                kind = kind if meaning.kind and not meaning.inherits else named.kind
            because.extend(named.because if side == named.side else ())
        elif named.named is not None and named.named.type in {"group", "body", "country"}:
            kind, side = (named.kind or kind), (named.side or side)
            because.extend(named.because)
        return Reading(
            kind,
            side,
            meaning,
            role_word(self.tokens, role),
            named.named,
            owner.named,
            named.person,
            home=(meaning.home or owner.home)
            and side is None
            and not owner.own
            and (meaning.inherits != "side_state" or of_state),
            vague=meaning.vague and owner.side is None,
            own=owner.own or named.own,
            alone=owner == Reading(),
            because=tuple(because),
        )

    def _owner(self, np: Phrase, role: Match, inside: list[Match], depth: int) -> Reading:
        """Whose the role is: the body, group, country or person named before it or after "of", "for", "from"."""
        found, deed = Reading(), role.meaning.inherits == "deed"
        for other in inside:
            if other is role or (other.first > role.first and other.meaning.type != "adjective"):
                continue
            if other.meaning.type == "role":
                if other.meaning.kind and not self._qualifies(other):
                    found = merged(found, of_role(self.tokens, other))
                continue
            if other.first <= np.head < other.last and other.meaning.type == "person":
                continue
            if deed and other.meaning.type == "capital":
                continue  # "the Nairobi attack" may be one on Nairobi
            bond = relation(self.tokens, other)
            if bond == "none" or (bond == "pro" and role.meaning.kind not in _PARTIAL):
                continue
            reading = of_name(other)
            if bond == "led":
                reading = replace(reading, kind=None, because=("actors.led",))
            found = merged(found, reading)
        for possessor in (self.tokens[c] for c in self.structure.children[np.head] if self.tokens[c].dep == "poss"):
            if possessor.tag != "PRP$" and depth < _DEPTH:
                found = merged(found, self._as_owner(possessor, depth))
        for preposition, noun in owners(self.structure, np.head):
            if deed and preposition not in {"by", "from"}:
                continue
            if depth < _DEPTH and (preposition in {"of", "for", "from", "with", "at", "by"} or found.side is None):
                found = merged(found, self._as_owner(noun, depth, preposition))
        return found if found.side is not None or not role.meaning.home else self._owned_further_on(np, found)

    def _qualifies(self, role: Match) -> bool:
        """Whether a noun only qualifies here: in "rebel-held", "the official spokesman"."""
        adjective = role.meaning.who == "person" and self.tokens[role.last - 1].pos == "ADJ"
        return adjective or in_compound_adjective(self.tokens, role)

    def _owned_further_on(self, np: Phrase, found: Reading) -> Reading:
        """With a country after "of" anywhere in the phrase, where the parse has tied it to another word."""
        for match in self.matches(np.head + 1, np.last):
            owning = match.meaning.type in {"country", "capital", "group"}
            if owning and self.tokens[match.first - 1].lower in {"of", "the"}:
                return replace(found, side=match.meaning.side, named=match.meaning, own=True)
        return found

    def _as_owner(self, noun: Token, depth: int, preposition: str = "of") -> Reading:
        reading = self.read(noun.i, depth + 1)
        to_person = preposition == "to" and is_personal(reading)
        place = preposition in {"in", "on", "near", "inside", "within", "to"} and not to_person
        if place and not (reading.named and reading.named.type in {"country", "capital"}):
            return Reading()
        if place or (reading.role is None and reading.named is None):
            return Reading(None, reading.side, because=reading.because, own=reading.own)
        if reading.role is not None and reading.role.who == "record":
            return Reading()
        return replace(reading, named=reading.named or reading.owner)

    def _with_apposition(self, np: Phrase, reading: Reading, depth: int) -> Reading:
        if depth >= _DEPTH:
            return reading
        for noun in apposed(self.structure, np.head):
            if {noun.i, np.head} <= self._of_bodies:
                continue  # the same name in full, or in letters
            other = self.read(noun.i, depth + 1)
            bare = reading.role is None and (reading.named is None or reading.named.type == "person")
            rank = reading.person is not None and reading.side is None and not reading.own and other.own
            if other.role is not None and (bare or rank):
                reading = described(reading, other, "actors.apposition")
            elif reading.person is None and other.person is not None and reading.role and reading.role.who != "record":
                reading = replace(
                    reading,
                    person=other.person,
                    side=reading.side or other.side,
                    kind=other.kind if other.named is not None and reading.alone else reading.kind or other.kind,
                    home=reading.home and other.side is None,
                    because=(*reading.because, "actors.apposition"),
                )
        return reading
