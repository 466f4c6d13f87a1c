"""What a noun is, as far as event entries ask: its lexicon classes and what earlier stages found there."""

from __future__ import annotations

from fogline.extraction.events.lexicon import Lexicon
from fogline.model import Document, Token

_FORCES = frozenset({"military", "armed_group"})
_PLACES = ("settlement", "site", "area")
_THINGS = ("arms", "captive")  # what one captures as well
MEASURE = "measure"  # the class of nouns that stand for what follows "of"
IN_NAMES = "in names"  # the class of nouns that keep their classes as part of a name


class Nouns:
    """Answers whether the noun at a token satisfies a condition of an event entry."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._tokens = document.structure.tokens
        self._children = document.structure.children
        self._classes = lexicon.classes
        self._places = {i for place in document.places if not place.adjectival for i in range(place.first, place.last)}
        self._actors = {actor.head: actor for actor in document.actors}
        self.sides = {actor.head: actor.side for actor in document.actors if actor.side is not None}

    def satisfies(self, i: int | None, wanted: tuple[str, ...]) -> bool:
        """Whether the noun at token `i` (or one coordinated with it) is one of `wanted`; any noun if that is empty."""
        if i is None:
            return False
        return not wanted or any(self._one(token, wanted) for token in self._coordinated(i))

    def _coordinated(self, i: int) -> list[Token]:
        found = [self._tokens[i]]
        found += [self._tokens[c] for c in self._children[i] if self._tokens[c].dep == "conj"]
        if MEASURE in self._classes.get(found[0].lemma, ()):
            found += [
                self._tokens[n]
                for c in self._children[i]
                if self._tokens[c].lemma == "of"
                for n in self._children[c]
                if self._tokens[n].dep == "pobj"
            ]
        return found

    def _one(self, token: Token, wanted: tuple[str, ...]) -> bool:
        classes = self._classes.get(token.lemma, frozenset())
        if token.pos == "PROPN" and IN_NAMES not in classes:
            classes = frozenset()
        for want in wanted:
            if want.startswith("="):
                if token.lemma == want[1:] or token.lower == want[1:]:
                    return True
            elif want in classes or self._found(token, want):
                return True
        return False

    def _found(self, token: Token, want: str) -> bool:
        if want == "place":
            return token.i in self._places
        if want == "name":
            return token.pos == "PROPN"
        if want == "pronoun":
            return token.tag in {"PRP", "WP", "DT"} and token.pos == "PRON"
        if want == "number":
            return token.pos == "NUM"
        if want == "it":
            return self._is_place_told(token)
        actor = self._actors.get(token.i)
        if actor is None or (want == "force" and token.lower == "it" and token.dep in {"dobj", "nsubjpass"}):
            return False  # of a party to which "it" may point, nobody says that it was captured: that is a place
        if want == "actor":
            return actor.side is not None or actor.kind in _FORCES
        return want == "force" and actor.kind in _FORCES

    def _is_place_told(self, pronoun: Token) -> bool:
        """Whether "it" stands for a place: the last thing told in its sentence or the one before that can be taken."""
        if pronoun.lower != "it" or pronoun.pos != "PRON":
            return False
        for i in range(pronoun.i - 1, -1, -1):
            token = self._tokens[i]
            if token.sentence < pronoun.sentence - 1:
                return False
            actor = self._actors.get(i)
            acts = actor is not None and (actor.kind is not None or actor.side is not None)
            if token.pos not in {"NOUN", "PROPN"} or token.tag in {"NNS", "NNPS"} or acts:
                continue  # who acts is seldom what is taken: "Aldera said that it had taken it"
            if self._one(token, (*_PLACES, "place")):
                return True
            if self._one(token, _THINGS):
                return False
        return False
