"""Who is the same one: names, titles and epithets, bodies named again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.extraction.actors.mention import Identity, Mention
from fogline.extraction.actors.persons import Persons
from fogline.extraction.actors.reading import Reading
from fogline.extraction.actors.short_names import short_names
from fogline.extraction.actors.titles import PERSON_NOUN, rank_in_full
from fogline.model import SourceKind, Structure

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REACH = 12  # sentences back that an epithet such as "the official" may reach
_NEAR = 4  # sentences back for an epithet of another word ("the group" for a body's name)
_GROUPS: frozenset[SourceKind] = frozenset({"armed_group", "organization", "analyst", "journalist"})
_OFFICIALS: frozenset[SourceKind] = frozenset({"government", "military", "authority", "unnamed"})
_COVERS: dict[str, frozenset[SourceKind]] = {
    "official": _OFFICIALS,
    "group": _GROUPS,
    "organization": frozenset({"organization", "armed_group"}),
    "organisation": frozenset({"organization", "armed_group"}),
    "movement": frozenset({"armed_group"}),
    "agency": frozenset({"journalist", "organization", "authority"}),
    "institute": frozenset({"analyst"}),
    "institution": frozenset({"analyst", "organization"}),
    "tank": frozenset({"analyst"}),
    "party": frozenset({"armed_group", "government"}),
    "council": frozenset({"organization", "armed_group"}),
    "committee": frozenset({"organization"}),
    "body": frozenset({"organization"}),
    "monitor": frozenset({"organization"}),
    "watchdog": frozenset({"organization"}),
    "paper": frozenset({"journalist"}),
    "newspaper": frozenset({"journalist"}),
}
_BODIES = frozenset({"group", "body"})
_CROWDS = frozenset({"people", "group"})


class Identities:
    """The identities of one report, met in text order."""

    def __init__(self, structure: Structure, mentions: Sequence[Mention]) -> None:
        self.tokens = structure.tokens
        self._letters = short_names(structure)
        self._beside = {**self._letters, **{short: full for full, short in self._letters.items()}}
        self.mentions = mentions
        self.persons = Persons(structure, mentions)
        self._by_key: dict[tuple[str, str], Identity] = {}
        self._by_head = {mention.head: mention for mention in mentions}
        self._by_initials: dict[str, Identity] = {}
        self._by_last_word: dict[str, Identity] = {}

    def settle(self, index: int) -> None:
        """Gives a mention its identity, and what is known of that one to the mention."""
        mention = self.mentions[index]
        self.join(index, self._find(mention, index) or self._new(mention))

    def join(self, index: int, identity: Identity, reason: str | None = None) -> None:
        """Adds a mention to an identity and evens out what the two know."""
        mention, reading = self.mentions[index], self.mentions[index].reading
        mention.identity = identity
        if identity.mentions:
            mention.refers_to = identity.mentions[0] if identity.mentions[0] < index else None
            if reason or (mention.kind, mention.side) != (identity.kind, identity.side):
                mention.because = (*mention.because, reason or "actors.same_one")
        head = self.tokens[mention.head]
        if reading.named is not None and reading.named.type in _BODIES and mention.head > mention.first:
            self._by_last_word.setdefault(head.text, identity)
        if reading.role is not None and reading.role.who != "record":
            identity.roles.add(self._lemma(mention))
        if mention.head in self._letters:
            self._by_initials[self.tokens[self._letters[mention.head]].text.upper()] = identity
            identity.name = self._name(mention)
        if reading.person is not None and self._by_initials.get(self._acronym(mention) or "") is not identity:
            if not identity.words or (reading.named is None and self.persons.fuller(identity, mention)):
                self.persons.add(identity, mention)
                identity.name = self._name(mention)
            if identity.who == "unknown" and self.persons.like_one(mention):
                identity.who = "person"
        if identity.who == "body" and not mention.pronoun and reading.person is None:
            fuller = self._name(mention)
            if fuller.lower().endswith(f" {identity.name.lower()}"):
                identity.name = fuller  # "the ministry", told before "the defence ministry"
        identity.gender = identity.gender or self.persons.gender(mention)
        identity.kind = identity.kind or mention.kind
        identity.side = identity.side or mention.side
        untold = reading.role is not None and reading.alone and not reading.own and identity.kind is not None
        if mention.kind is None or mention.kind == "unnamed" or untold:
            mention.kind = identity.kind
        if mention.side is None and mention.kind == identity.kind:
            mention.side = identity.side
        identity.mentions.append(index)

    def _lemma(self, mention: Mention) -> str:
        word = mention.reading.role_word
        last = (word or self.tokens[mention.head].lemma).rsplit(" ", 1)[-1]
        return rank_in_full(last)

    def _find(self, mention: Mention, index: int) -> Identity | None:
        reading = mention.reading
        beside = self._by_head.get(self._beside.get(mention.head, -1))
        if beside is not None and beside.identity is not None:
            return beside.identity
        if (described := self._described(mention)) is not None:
            return described
        if (acronym := self._acronym(mention)) and acronym in self._by_initials:
            return self._by_initials[acronym]
        if reading.person is not None:
            key = self._key(mention)
            known = self._by_key.get(key) if key is not None and key[1] == "" else None
            return self.persons.find(mention) or known or self.persons.titled_before(mention, index)
        if key := self._key(mention):
            return self._by_key.get(key)
        part = self._by_last_word.get(self.tokens[mention.head].text)
        if part is not None and not reading.own and not (reading.role is not None and reading.role.home):
            return part
        if (
            reading.role is not None
            and (not reading.own or reading.role.id == "group")
            and self.tokens[mention.first].lower in _DEFINITE
        ):
            return self._antecedent(mention, index)
        return None

    def _described(self, mention: Mention) -> Identity | None:
        """The person whom an apposition describes ("Hale, the mayor")."""
        token = self.tokens[mention.head]
        governor = self._by_head.get(token.head)
        if token.dep != "appos" or governor is None or governor.identity is None or governor.identity.who != "person":
            return None
        if governor.reading.role is not None and "actors.apposition" not in governor.reading.because:
            return None  # a person of another office: a list, not an apposition
        role = mention.reading.role
        fits = mention.reading.person is not None or (role is not None and role.who in {"person", "people"})
        same = mention.kind in {None, governor.identity.kind}
        return governor.identity if fits and same and not self._plural(mention) else None

    def _key(self, mention: Mention) -> tuple[str, str] | None:
        reading = mention.reading
        if reading.named is not None and (reading.role is None or reading.named.type == "person"):
            return (reading.named.id, "")
        if reading.role is not None and reading.person is None and reading.owner is not None and mention.side:
            return (mention.side, self._lemma(mention))
        return None

    def _acronym(self, mention: Mention) -> str | None:
        """The letters of an unknown name in capitals ("the MoD"), upper case."""
        token = self.tokens[mention.head]
        capitals = sum(letter.isupper() for letter in token.text)
        unknown = mention.reading.named is None and mention.reading.role is None
        return token.text.upper() if unknown and capitals >= 2 and len(token.text) <= 7 else None

    def _antecedent(self, mention: Mention, index: int) -> Identity | None:
        """The last one that an epithet may stand for: of the same noun, else of a kind that the noun covers."""
        lemma = self._lemma(mention)
        plural = self._plural(mention)
        covered = _COVERS.get(lemma, frozenset())
        wider: Identity | None = None
        for before in range(index - 1, -1, -1):
            other = self.mentions[before]
            away = mention.sentence - other.sentence
            if away > _REACH:
                break
            identity = other.identity
            if identity is None or (identity.plural and not plural and identity.who == "people"):
                continue
            if lemma in identity.roles and plural == self._plural(self.mentions[identity.mentions[0]]):
                return identity
            if wider is None and not plural and away <= _NEAR and identity.kind in covered:
                wider = identity if identity.who == ("person" if lemma == "official" else "body") else None
        return wider

    def _plural(self, mention: Mention) -> bool:
        return mention.reading.person is None and self.tokens[mention.head].tag in {"NNS", "NNPS"}

    def _new(self, mention: Mention) -> Identity:
        reading, head = mention.reading, self.tokens[mention.head]
        who = _who(reading)
        if who == "body" and reading.role is not None and head.tag in {"NN", "NNP"} and PERSON_NOUN.search(head.lemma):
            who = "person"
        if reading.person is not None and not self.persons.like_one(mention):
            who = "unknown"
        identity = Identity(self._name(mention), mention.kind, mention.side, who)
        crowd = reading.role is None and reading.named is not None and reading.named.type in _CROWDS
        identity.plural = self._plural(mention) or crowd
        if key := self._key(mention):
            self._by_key.setdefault(key, identity)
        words = re.findall(r"[^\W\d_]+", self._name(mention))
        if len(words) > 1 and words[-1][0].isupper() and who == "body":
            self._by_last_word[words[-1]] = identity
        if len(words) > 1 and mention.kind is not None and reading.person is None:
            self._by_initials["".join(word[0] for word in words).upper()] = identity
            self._by_initials["".join(word[0] for word in words if word[0].isupper())] = identity
        return identity

    def _name_end(self, mention: Mention) -> int:
        """The end of a name with the "of …" that belongs to it ("Ministry of Defence")."""
        last, tokens = mention.head + 1, self.tokens
        if tokens[mention.head].pos != "PROPN" or last >= mention.last or tokens[last].lower != "of":
            return last
        end = last + 1
        while end < mention.last and (tokens[end].pos == "PROPN" or tokens[end].lower in {"the", "and", "of"}):
            end += 1
        return end if tokens[end - 1].pos == "PROPN" else last

    def _name(self, mention: Mention) -> str:
        reading = mention.reading
        named = reading.named
        if named is not None and named.name and (reading.role is None or named.type == "person"):
            return named.name
        first, last = reading.person or (mention.first, self._name_end(mention))
        while first < last - 1 and self.tokens[first].pos == "DET":
            first += 1
        words = " ".join(token.text for token in self.tokens[first:last])
        return re.sub(r" (?=-|['’]s?\b)|(?<=-) ", "", words)


def _who(reading: Reading) -> str:
    if reading.person is not None:
        return "person"
    meaning = reading.role or reading.named
    return meaning.who if meaning is not None else "unknown"
