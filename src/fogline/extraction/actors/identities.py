"""Who is the same one: full and short names, titles and epithets, bodies named again."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.actors.lexicon import word_class
from fogline.extraction.actors.mention import Identity, Mention
from fogline.model import SourceKind, Structure, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REACH = 12  # sentences back that an epithet such as "the official" may reach
_GROUPS: frozenset[SourceKind] = frozenset({"armed_group", "organization", "analyst", "journalist"})
_OFFICIALS: frozenset[SourceKind] = frozenset({"government", "military", "authority", "unnamed"})
_ANY_OF = {
    "official": _OFFICIALS, "group": _GROUPS, "organization": frozenset({"organization", "armed_group"}),
    "movement": frozenset({"armed_group"}), "agency": frozenset({"journalist", "organization"}),
    "institute": frozenset({"analyst"}), "institution": frozenset({"analyst", "organization"}),
    "think": frozenset({"analyst"}), "party": frozenset({"armed_group", "government"}),
    "committee": frozenset({"organization"}), "body": frozenset({"organization"}),
}  # fmt: skip


class Identities:
    """The identities of one report, met in text order."""

    def __init__(self, structure: Structure, mentions: Sequence[Mention]) -> None:
        self.tokens = structure.tokens
        self.mentions = mentions
        self.all: list[Identity] = []
        self._by_key: dict[tuple[str, str], Identity] = {}
        self._by_surname: dict[str, list[Identity]] = {}

    def settle(self, index: int) -> None:
        """Gives a mention its identity, and what is known of that one to the mention."""
        mention = self.mentions[index]
        found = self._find(mention, index)
        if found is None:
            found = self._new(mention)
        self.join(index, found)

    def join(self, index: int, identity: Identity, reason: str | None = None) -> None:
        """Adds a mention to an identity and evens out what the two know."""
        mention = self.mentions[index]
        mention.identity = identity
        if identity.mentions:
            mention.refers_to = identity.mentions[0]
            if reason or (mention.kind, mention.side) != (identity.kind, identity.side):
                mention.because = (*mention.because, reason or "actors.same_one")
        reading = mention.reading
        if reading.role is not None and reading.role.who != "record":
            identity.roles.add(self._lemma(mention))
            identity.role_ids.add(reading.role.id)
        identity.kind = identity.kind or mention.kind
        identity.side = identity.side or mention.side
        inherits = reading.role is None or reading.role.who == identity.who
        mention.kind = (
            mention.kind if mention.kind and not (mention.kind == "unnamed" and identity.kind) else identity.kind
        )
        if inherits or mention.side is None:
            mention.side = mention.side or identity.side
        identity.mentions.append(index)

    def _lemma(self, mention: Mention) -> str:
        word = mention.reading.role_word
        return (word or self.tokens[mention.head].lemma).rsplit(" ", 1)[-1]

    def _find(self, mention: Mention, index: int) -> Identity | None:
        reading = mention.reading
        if reading.person is not None:
            return self._same_person(mention)
        if key := self._key(mention):
            return self._by_key.get(key)
        if reading.role is not None and not reading.own and self._definite(mention):
            return self._antecedent(mention, index)
        return None

    def _key(self, mention: Mention) -> tuple[str, str] | None:
        reading = mention.reading
        if reading.role is None and reading.named is not None:
            return (reading.named.id, "")
        if reading.role is not None and reading.own and (reading.named is not None) and mention.side:
            return (mention.side, self._lemma(mention))
        return None

    def _same_person(self, mention: Mention) -> Identity | None:
        words = self.name_words(mention)
        for identity in reversed(self._by_surname.get(words[-1], [])):
            if len(words) == 1 or len(identity.words) == 1 or words[0] == identity.words[0]:
                return identity
        named = mention.reading.named
        return self._by_key.get((named.id, "")) if named is not None and named.type == "person" else None

    def name_words(self, mention: Mention) -> tuple[str, ...]:
        """The words of a person's name, lower case, without particles and marks."""
        first, last = mention.reading.person or (mention.head, mention.head + 1)
        words = [t.lower for t in self.tokens[first:last] if t.text not in {"-", "'", "’"}]
        return tuple(w for w in words if w not in {"al", "el", "the"}) or (self.tokens[mention.head].lower,)

    def _definite(self, mention: Mention) -> bool:
        return self.tokens[mention.first].lower in _DEFINITE

    def _antecedent(self, mention: Mention, index: int) -> Identity | None:
        """The last one that an epithet may stand for: of the same noun, else of a kind that the noun covers."""
        lemma, role = self._lemma(mention), mention.reading.role
        plural = self.tokens[mention.head].tag in {"NNS", "NNPS"}
        kinds = _ANY_OF.get(lemma)
        wider: Identity | None = None
        for before in range(index - 1, -1, -1):
            other = self.mentions[before]
            if mention.sentence - other.sentence > _REACH:
                break
            identity = other.identity
            if identity is None or (identity.plural and not plural):
                continue
            if lemma in identity.roles:
                return identity
            fits = kinds is not None and identity.kind in kinds and not plural
            if fits and role is not None and wider is None and self._same_sort(lemma, identity, other, mention):
                wider = identity
        return wider

    def _same_sort(self, lemma: str, identity: Identity, other: Mention, mention: Mention) -> bool:
        near = mention.sentence - other.sentence <= 4
        if lemma == "official":
            return near and identity.who == "person"
        return near and identity.who == "body" and identity.side != mention.side

    def _new(self, mention: Mention) -> Identity:
        reading, tokens = mention.reading, self.tokens
        head = tokens[mention.head]
        who = (
            "person"
            if reading.person
            else reading.role.who
            if reading.role
            else reading.named.who
            if reading.named
            else "body"
        )
        if (
            who == "body"
            and reading.role is not None
            and head.tag == "NN"
            and head.lemma.endswith(("or", "er", "man", "ief"))
        ):
            who = "person"
        identity = Identity(self._name(mention), mention.kind, mention.side, who)
        identity.plural = (head.tag in {"NNS", "NNPS"} and reading.person is None) or (
            reading.named is not None and reading.named.type in {"people", "group"}
        )
        identity.gender = (
            reading.named.gender if reading.named is not None and reading.person else _gender(tokens, mention)
        )
        if reading.person is not None:
            identity.words = self.name_words(mention)
            self._by_surname.setdefault(identity.words[-1], []).append(identity)
            if reading.named is not None and reading.named.type == "person":
                self._by_key.setdefault((reading.named.id, ""), identity)
        elif key := self._key(mention):
            self._by_key.setdefault(key, identity)
        self.all.append(identity)
        return identity

    def _name(self, mention: Mention) -> str:
        reading = mention.reading
        if reading.named is not None and reading.named.name and (reading.person is not None or reading.role is None):
            return reading.named.name
        first, last = reading.person or (mention.first, mention.head + 1)
        while first < last - 1 and self.tokens[first].pos == "DET":
            first += 1
        return (
            " ".join(t.text for t in self.tokens[first:last])
            .replace(" - ", "-")
            .replace(" 's", "'s")
            .replace(" ’s", "’s")
        )


def _gender(tokens: Sequence[Token], mention: Mention) -> str | None:
    words = {token.lower for token in tokens[mention.first : mention.last]}
    return "f" if words & word_class("female") else "m" if words & word_class("male") else None
