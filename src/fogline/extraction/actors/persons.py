"""Persons by name: full and short names, and names told a sentence after the title."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.actors.lexicon import word_class
from fogline.extraction.actors.mention import Identity, Mention
from fogline.model import SourceKind, Structure

_NAMED_LATER = 2  # sentences after "the mayor said …" in which a bare name that speaks may be the mayor's
_OFFICE: frozenset[SourceKind] = frozenset({"government", "military", "authority", "armed_group", "analyst"})


class Persons:
    """The persons of one report, by their last names."""

    def __init__(self, structure: Structure, mentions: Sequence[Mention]) -> None:
        self.tokens = structure.tokens
        self.mentions = mentions
        self._by_surname: dict[str, list[Identity]] = {}
        self._by_first_name: dict[str, Identity] = {}

    def add(self, identity: Identity, mention: Mention) -> None:
        """Makes a person known under the name that a mention bears."""
        identity.words = self.words(mention)
        self._by_surname.setdefault(identity.words[-1], []).append(identity)
        if len(identity.words) > 1:
            self._by_first_name[identity.words[0]] = identity

    def fuller(self, identity: Identity, mention: Mention) -> bool:
        """Whether a mention bears a longer name of a person known by its end alone ("Lenk", then "Ada Lenk")."""
        words = self.words(mention)
        known = identity.words
        return len(words) > len(known) > 0 and words[-len(known) :] == known

    def find(self, mention: Mention) -> Identity | None:
        """The person of that name; two full names agree when they begin alike ("Sergei", "Serhiy")."""
        words = self.words(mention)
        for identity in reversed(self._by_surname.get(words[-1], [])):
            ends = identity.words[-len(words) :] == words or words[-len(identity.words) :] == identity.words
            if ends or words[0][0] == identity.words[0][0]:
                return identity
        return self._by_first_name.get(words[0]) if len(words) == 1 else None

    def titled_before(self, mention: Mention, index: int) -> Identity | None:
        """The office-holder of the sentences before whose name this is: "The mayor said … . Ann Hale said …"."""
        role = mention.reading.role
        if len(self.words(mention)) < 2 or (role is None and not self.speaks(mention)) or mention.reading.own:
            return None
        for before in range(index - 1, -1, -1):
            other = self.mentions[before]
            identity = other.identity
            if mention.sentence - other.sentence > _NAMED_LATER or (
                identity is not None and identity.words and other.subject
            ):
                break
            if identity is None or identity.who != "person" or identity.plural or identity.words:
                continue
            if role is not None and (other.reading.role is None or other.reading.role.id != role.id):
                continue
            if identity.kind in _OFFICE and other.reading.role is not None and other.sentence < mention.sentence:
                return identity
        return None

    def words(self, mention: Mention) -> tuple[str, ...]:
        """The words of a person's name, lower case, without particles and marks."""
        first, last = mention.reading.person or (mention.head, mention.head + 1)
        words = [t.lower for t in self.tokens[first:last] if t.pos != "PUNCT" and t.text not in {"-", "'", "’"}]
        return tuple(word for word in words if word not in {"al", "el", "the"}) or (self.tokens[mention.head].lower,)

    def speaks(self, mention: Mention) -> bool:
        """Whether a mention is the subject of a verb of speech."""
        governor = self.tokens[self.tokens[mention.head].head]
        return mention.subject and governor.lemma in word_class("speech")

    def like_one(self, mention: Mention) -> bool:
        """Whether a name is shown to be a person's: by a title or role, by speaking, or by first and last name."""
        reading, tokens = mention.reading, self.tokens
        if reading.role is not None or (reading.named is not None and reading.named.type == "person"):
            return True
        first, last = reading.person or (mention.head, mention.head + 1)
        before = tokens[first - 1].lower if first else ""
        if before in word_class("titles") or self.speaks(mention):
            return True
        return last - first > 1 and before != "the" and tokens[mention.head].dep not in {"pobj", "compound"}

    def gender(self, mention: Mention) -> str | None:
        """`f` or `m` where the words of a mention tell."""
        named = mention.reading.named
        if named is not None and named.type == "person":
            return named.gender
        words = {token.lower for token in self.tokens[max(0, mention.first - 1) : mention.last]}
        return "f" if words & word_class("female") else "m" if words & word_class("male") else None
