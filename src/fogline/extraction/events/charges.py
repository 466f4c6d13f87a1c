"""Who is said to have done a deed: "blamed the army for it", "claimed responsibility", "accused each other of it".

The doer that a charge names is the deed's actor. A charge that tells the deed itself takes its type from the deed that
its own words name, else from the one that the report told just before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fogline.extraction.events.classes import Nouns
from fogline.extraction.events.kept_back import is_kept_back
from fogline.extraction.events.lexicon import POS, entries_by_word
from fogline.extraction.events.mention import mention
from fogline.extraction.events.referent import Referents
from fogline.extraction.events.roles import Roles, roles_of
from fogline.extraction.events.words import lemmas_of
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.charges import Charge
from fogline.language.tree import children
from fogline.model import Event, Structure, Token

WEIGHT = 0.5  # of claims among charges in annotated reports
BACK = 2  # sentences before a charge in which the deed stands that it does not name
SUBJECT = ("subject",)
EACH_OTHER = ("each other",)
_CHARGED = ("attack.", "harm.")  # what is told before and laid at somebody's door
_NAMED = (*_CHARGED, "control.", "politics.agreement")  # what a charge names and tells itself


@cache
def charges() -> tuple[Charge, ...]:
    """Every entry, in file order."""
    return load_yaml("events/charges.yaml", Charge)


@cache
def _by_word() -> dict[tuple[str, str], tuple[Charge, ...]]:
    return entries_by_word(charges(), ("verb", "adj", "adp"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A charge at a token: the heads of doer and deed, each None where the clause leaves it out."""

    entry: Charge
    token: Token
    roles: Roles
    doer: int | None
    deed: int | None


class Charges:
    """Finds the charges of one document among the events that the lexicon found."""

    def __init__(self, structure: Structure, nouns: Nouns, told: Sequence[Event]) -> None:
        self._structure = structure
        self._nouns = nouns
        self._heads = {event.head: event for event in told}
        self._referents = Referents(structure, told, nouns.sides)

    def applied(self) -> list[Event]:
        """The events with the doers that charges name, and the charges that tell a deed in their place."""
        changed = dict(self._heads)
        for token in self._structure.tokens:
            found = self._at(token)
            if found is None:
                continue
            deed = self._heads.get(found.deed) if found.deed is not None else None
            if deed is not None and (self._structure.tokens[deed.head].pos == "VERB" or not found.entry.tells):
                changed[deed.head] = self._with_doer(deed, found)
            elif deed is not None and not deed.type.startswith(_NAMED):
                continue
            elif found.entry.tells and (charge := self._charge(found, deed)) is not None:
                changed[token.i] = charge
                if deed is not None and token.dep not in {"acl", "relcl"}:  # "the blasts, blamed on them, killed ten"
                    changed.pop(deed.head, None)
        return sorted(changed.values(), key=lambda event: (event.start, event.end))

    def _at(self, token: Token) -> _Found | None:
        fitting = _by_word().get((POS.get(token.pos, ""), token.lemma), ())
        if not fitting or is_kept_back(self._structure, token):
            return None
        roles = roles_of(self._structure, token)
        found = [self._read(token, entry, roles) for entry in fitting if not entry.over or self._is_over(entry, roles)]
        told = [f for f in found if f.doer is not None or f.entry.doer == EACH_OTHER or roles.passive]
        return max(told, key=_fit, default=None)

    def _read(self, token: Token, entry: Charge, roles: Roles) -> _Found:
        doer, deed = (next(self._places(token, roles, where), None) for where in (entry.doer, entry.deed))
        return _Found(entry, token, roles, doer, deed)

    def _is_over(self, entry: Charge, roles: Roles) -> bool:
        return roles.object is not None and self._structure.tokens[roles.object].lemma in entry.over

    def _places(self, token: Token, roles: Roles, where: Sequence[str]) -> Iterator[int]:
        """The heads of what stands at one of the places, the word's own before its object's."""
        inner = roles_of(self._structure, self._structure.tokens[roles.object]) if roles.object is not None else Roles()
        for place in where:
            if place == "subject":
                yield from (i for i in (self._subject(token, roles),) if i is not None)
            elif place == "object":
                yield from (i for i in (roles.object,) if i is not None)
                yield from (c.i for c in children(self._structure, token.i, "pobj"))
            else:
                yield from (*roles.preps.get(place, ()), *inner.preps.get(place, ()))

    def _subject(self, token: Token, roles: Roles) -> int | None:
        """The subject; of "held the rebels responsible", where the adjective hangs on the object, that object."""
        governor = self._structure.tokens[token.head]
        if token.pos == "ADJ" and governor.pos in {"NOUN", "PROPN", "PRON"} and token.i > governor.i:
            return governor.i
        return roles.subject

    def _with_doer(self, deed: Event, found: _Found) -> Event:
        mutual = self._is_each_other(found)
        if mutual:
            return replace(deed, actor=None, mutual=True, speaker=found.roles.subject)
        noun = self._structure.tokens[deed.head].pos != "VERB"
        own = noun and self._nouns.satisfies(deed.actor, ("actor",))  # "blamed the West for the rebels' attack"
        return deed if own or found.doer is None else replace(deed, actor=found.doer)

    def _charge(self, found: _Found, deed: Event | None) -> Event | None:
        """The event that a charge tells, where there is a deed to be charged with."""
        told = self._referents.plainer(deed) if deed is not None else None
        why = "what it names"
        bare = found.deed is None and found.token.pos == "VERB"
        if told is None and (bare or self._refers_back(found.deed)) and self._is_party(found):
            told, why = (
                self._referents.told_before(found.token, found.token, found.roles.subject, BACK),
                "what was told before",
            )
            told = told if told is not None and told.type.startswith(_CHARGED) else None
        if told is None and not (found.entry.over and found.entry.doer == SUBJECT):
            return None
        mutual = self._is_each_other(found)
        charge = mention(
            self._structure,
            found.token,
            told.type if told is not None else "attack.other",
            found.entry.id,
            actor=None if mutual else found.doer,
            target=deed.target if deed is not None else None,
            weight=WEIGHT,
            completing=found.roles.object if found.entry.over else found.deed,
        )
        unsaid = found.roles.passive and found.roles.agent is None  # "were blamed on the rebels", by nobody knows whom
        return replace(
            charge,
            modality="possible" if unsaid and charge.modality == "actual" else charge.modality,
            because=(*charge.because, f"event: charges with {why}"),
            mutual=mutual,
            reply="charge",
            speaker=found.roles.subject if found.token.pos == "VERB" else None,
        )

    def _refers_back(self, i: int | None) -> bool:
        """Whether what one is charged with is told elsewhere: "blamed them for it", "for the incident"."""
        if i is None:
            return False
        token = self._structure.tokens[i]
        return token.lemma in lemmas_of("account") or token.lower in lemmas_of("pronoun")

    def _is_party(self, found: _Found) -> bool:
        return self._is_each_other(found) or self._nouns.satisfies(found.doer, ("actor",))

    def _is_each_other(self, found: _Found) -> bool:
        """Whether those who speak charge one another: "each other", "one another", "each accused the other"."""
        if found.entry.doer == EACH_OTHER:
            return True
        if found.doer is None:
            return False
        words = {t.lower for t in (self._structure.tokens[found.doer], *children(self._structure, found.doer, "det"))}
        return words in ({"each", "other"}, {"one", "another"}, {"the", "other"})


def _fit(found: _Found) -> tuple[bool, int]:
    """How well an entry fits: by its object first, then by what of doer and deed is there."""
    return bool(found.entry.over), (found.doer is not None) + (found.deed is not None)
