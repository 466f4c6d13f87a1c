"""Which entry of the lexicon a token matches, if any."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extraction.events.classes import Nouns
from fogline.extraction.events.lexicon import POS, Lexicon
from fogline.extraction.events.roles import Roles, roles_of
from fogline.extraction.events.words import lemmas_of
from fogline.knowledge.schemas.events import Pattern, Trigger
from fogline.language.tree import children
from fogline.model import Structure, Token

_ADVERBS = frozenset({"home"})  # nouns that taggers take for adverbs ("is home to")
_PLAIN_MODIFIERS = frozenset({"det", "poss", "case"})


@dataclass(frozen=True, slots=True)
class Match:
    """A token that an entry matches, with its arguments."""

    token: Token
    entry: Trigger
    roles: Roles


class Matcher:
    """Matches tokens of one document against the lexicon."""

    def __init__(self, structure: Structure, lexicon: Lexicon, nouns: Nouns) -> None:
        self._structure = structure
        self._lexicon = lexicon
        self._nouns = nouns

    def match(self, token: Token) -> Match | None:
        """The most specific entry that the token matches; among equals the first in file order."""
        pos = "noun" if token.lower in _ADVERBS else POS.get(token.pos)
        entries = self._lexicon.triggers.get((pos, token.lemma)) if pos else None
        if pos == "adj" and not entries and token.tag in {"VBN", "JJ"}:
            entries = self._lexicon.triggers.get(("verb", token.lemma))
        if not entries:
            return None
        roles = roles_of(self._structure, token)
        senses = self._lexicon.senses.get((entries[0].part_of_speech, token.lemma), ())
        if any(self._specificity(token, sense, roles) is not None for sense in senses):
            return None
        best: tuple[int, Trigger] | None = None
        for entry in entries:
            score = self._specificity(token, entry, roles)
            if score is not None and (best is None or score > best[0]):
                best = score, entry
        return Match(token, best[1], roles) if best else None

    def _specificity(self, token: Token, entry: Pattern, roles: Roles) -> int | None:
        """How many conditions of the entry hold; None if one of them fails."""
        tests = [*self._argument_tests(token, entry, roles), *self._form_tests(token, entry, roles)]
        return len(tests) if all(tests) else None

    def _argument_tests(self, token: Token, entry: Pattern, roles: Roles) -> list[bool]:
        tests: list[bool] = []
        single = ((entry.subject, roles.subject), (entry.agent, roles.agent))
        tests += [self._nouns.satisfies(i, wanted) for wanted, i in single if wanted is not None]
        if entry.object is not None:
            tests.append(any(self._nouns.satisfies(i, entry.object) for i in self._objects(token, entry, roles)))
        for wanted, lemma in ((entry.of, "of"), (entry.by, "by"), (entry.in_, "in"), (entry.from_, "from")):
            if wanted is not None:
                tests.append(self._any_object(roles, (lemma, "under") if lemma == "in" else (lemma,), wanted))
        if entry.prep:
            tests.append(self._any_prep(entry, roles))
        if entry.modifier is not None:
            tests.append(any(self._modifies(i, entry.modifier) for i in roles.modifiers))
        if entry.complement is not None:
            tests.append(any(self._nouns.satisfies(i, entry.complement) for i in roles.complements))
        return tests

    def _form_tests(self, token: Token, entry: Pattern, roles: Roles) -> list[bool]:
        tests: list[bool] = []
        if entry.particle:
            near = set(roles.particles) | set(roles.preps) | {self._next(token)}
            tests.append(bool(near & set(entry.particle)))
        if entry.modified:
            tests.append(self._is_modified(token))
        if entry.number:
            tests.append(any(self._structure.tokens[i].pos == "NUM" for i in roles.modifiers))
        if entry.singular:
            tests.append(token.tag in {"NN", "NNP"})
        if entry.passive:
            tests.append(roles.passive)
        if entry.intransitive:
            tests.append(roles.object is None and not roles.passive)
        if entry.infinitive:
            tests.append(self._has_infinitive(token))
        if entry.lapsed:
            tests.append(self._is_lapsed(token))
        if entry.factual:
            tests.append(self._has_fact(token))
        if entry.purpose:
            tests.append(token.dep in {"advcl", "acl", "relcl"} and self._has_to(token))
        if entry.done and self._is_of_noun(token):
            tests.append(False)
        if entry.governed_by is not None:
            tests.append(self._structure.tokens[token.head].lemma in entry.governed_by)
        if entry.subject_of:
            tests.append(self._is_doer(token, entry.subject_of))
        if entry.not_governed_by and self._structure.tokens[token.head].lemma in entry.not_governed_by:
            tests.append(False)
        tests += [self._is_hyphenated(token)] if entry.hyphen else []
        if not entry.hyphen and entry.verb and self._is_hyphenated(token):
            tests.append(False)
        return tests

    def _objects(self, token: Token, entry: Pattern, roles: Roles) -> list[int]:
        found = [] if roles.object is None else [roles.object]
        found += roles.complements
        if entry.adp:
            found += [c.i for c in children(self._structure, token.i, "pobj")]
        return found

    def _any_object(self, roles: Roles, lemmas: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
        return any(self._nouns.satisfies(i, wanted) for lemma in lemmas for i in roles.preps.get(lemma, ()))

    def _any_prep(self, entry: Pattern, roles: Roles) -> bool:
        for lemma, wanted in entry.prep.items():
            objects = roles.preps.get(lemma)
            if objects is not None and (not wanted or any(self._nouns.satisfies(i, wanted) for i in objects)):
                return True
            if not wanted and lemma in roles.particles:
                return True
        return False

    def _modifies(self, i: int, wanted: tuple[str, ...]) -> bool:
        token = self._structure.tokens[i]
        inner = [token, *children(self._structure, i, "compound", "amod", "npadvmod", "conj", "punct")]
        plain = {w[1:] if w.startswith("=") else w for w in wanted}
        if any(t.lemma in plain or t.lower in plain for t in inner):
            return True
        return self._nouns.satisfies(i, wanted)

    def _is_modified(self, token: Token) -> bool:
        return any(
            c.dep not in _PLAIN_MODIFIERS for c in children(self._structure, token.i) if c.dep != "punct"
        ) or any(c.dep == "poss" for c in children(self._structure, token.i))

    def _has_infinitive(self, token: Token) -> bool:
        return any(
            c.dep in {"xcomp", "acl", "advcl", "ccomp", "relcl"} and self._has_to(c)
            for c in children(self._structure, token.i)
        )

    def _is_of_noun(self, token: Token) -> bool:
        """Whether it is what a noun is for ("an operation to seize"), and no attempt, of which the outcome is told."""
        noun = self._structure.tokens[token.head]
        return token.dep in {"acl", "relcl"} and self._has_to(token) and noun.lemma not in lemmas_of("tried")

    def _is_lapsed(self, token: Token) -> bool:
        """Whether it was so, and is so no more."""
        over = [token.i, token.head] if token.dep in {"prep", "acomp"} else [token.i]
        beside = [c for i in over for c in children(self._structure, i) if c.lower in lemmas_of("lapsed")]
        return any(c.lower != "longer" or self._before(c) == "no" for c in beside)

    def _before(self, token: Token) -> str:
        return self._structure.tokens[token.i - 1].lower if token.i else ""

    def _has_fact(self, token: Token) -> bool:
        clauses = children(self._structure, token.i, "ccomp")
        return bool(clauses) and not any(self._is_wanted(token, clause) for clause in clauses)

    def _is_wanted(self, token: Token, clause: Token) -> bool:
        """Whether a clause tells what is to be done: "that they leave", "that they should leave"."""
        auxiliaries = children(self._structure, clause.i, "aux", "auxpass")
        if any(c.lower in {"should", "must"} for c in auxiliaries):
            return True
        finite = auxiliaries[0] if auxiliaries else clause
        return finite.tag == "VB" or (finite.tag == "VBP" and finite.lemma != "be" and token.tag == "VBD")

    def _has_to(self, verb: Token) -> bool:
        return any(c.tag == "TO" for c in children(self._structure, verb.i))

    def _is_doer(self, noun: Token, verbs: tuple[str, ...]) -> bool:
        """Whether a noun is the subject of one of the verbs, or the agent of its passive."""
        governor = self._structure.tokens[noun.head]
        if noun.dep == "pobj" and governor.dep == "agent":
            return self._structure.tokens[governor.head].lemma in verbs
        return noun.dep == "nsubj" and governor.lemma in verbs

    def _is_hyphenated(self, token: Token) -> bool:
        before = self._structure.tokens[token.i - 1] if token.i else None
        return before is not None and before.text in {"-", "‑", "–"} and before.end == token.start

    def _next(self, token: Token) -> str:
        after = token.i + 1
        return self._structure.tokens[after].lower if after < len(self._structure.tokens) else ""
