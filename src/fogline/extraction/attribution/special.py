"""Frames of single verbs: claimed responsibility, quoted as saying, called on to, accused of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from fogline.extraction.attribution.extents import clause, relatives, tight
from fogline.extraction.attribution.frames import clausal
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import children
from fogline.model import Structure


@dataclass(frozen=True, slots=True)
class Find:
    """Content, words that belong to the cue, and a source that is not the verb's subject with its relaying one."""

    content: set[int]
    cue: frozenset[int] = frozenset()
    relayed: int | None = None

    @property
    def found(self) -> bool:
        """Whether the frame is there, with content or without ("declined to comment")."""
        return bool(self.content or self.cue)


_NONE = Find(set())


def responsibility(structure: Structure, verb: int) -> Find:
    """As in "claimed responsibility for the blast"."""
    for obj in children(structure, verb, "dobj"):
        if obj.lower in {"responsibility", "credit"}:
            for prep in (*children(structure, obj.i, "prep"), *children(structure, verb, "prep")):
                if prep.lower == "for":
                    content = clause(structure, prep.i, without=relatives(structure, prep.i)) - {prep.i}
                    return Find(content, frozenset({obj.i, prep.i}))
    return _NONE


def quoted(structure: Structure, verb: int) -> Find:
    """As in "quoted X as saying Y", "X was quoted as saying Y": X says Y, the verb's subject relays it."""
    for prep in children(structure, verb, "prep", "advcl", "mark"):
        saying = next((t for t in children(structure, prep.i) if t.tag == "VBG"), prep if prep.tag == "VBG" else None)
        if saying is None or not (prep.lower == "as" or structure.tokens[saying.i - 1].lower == "as"):
            continue
        content: set[int] = set()
        for child in children(structure, saying.i, "ccomp", "dobj", "xcomp", "parataxis"):
            content |= clause(structure, child.i)
        content = content or clausal(structure, verb) or _before(structure, verb)
        speaker = next(iter(children(structure, verb, "dobj", "nsubjpass")), None)
        cue = frozenset({saying.i - 1, saying.i})
        return Find(content, cue, speaker.i if speaker else None)
    return _NONE


def _before(structure: Structure, verb: int) -> set[int]:
    """The clause before, where the parse joins the cue to it without an "and" ("X fell, the agency quoted …")."""
    token = structure.tokens[verb]
    if token.dep != "conj" or token.head > verb or children(structure, token.head, "cc"):
        return set()
    return clause(structure, token.head, without={verb})


def appeal(structure: Structure, verb: int) -> Find:
    """As in "called on X to do Y": content is "X to do Y"."""
    for prep in children(structure, verb, "prep", "prt"):
        if prep.lower in {"on", "upon"}:
            content = clause(structure, prep.i) - {prep.i}
            for child in children(structure, verb, "xcomp", "advcl", "ccomp"):
                if child.tag == "VB":
                    content |= clause(structure, child.i)
            return Find(content, frozenset({prep.i}))
    return _NONE


def accused(structure: Structure, verb: int) -> Find:
    """As in "accused X of doing Y": content is "X of doing Y", as the deed needs its doer."""
    for prep in children(structure, verb, "prep"):
        if prep.lower == "of":
            content = clause(structure, prep.i, without=relatives(structure, prep.i))
            for obj in children(structure, verb, "dobj", "nsubjpass"):
                content |= clause(structure, obj.i, without=relatives(structure, obj.i))
            return Find(content)
    for obj in children(structure, verb, "dobj"):
        for prep in children(structure, obj.i, "prep"):
            if prep.lower == "of" and any(t.tag == "VBG" for t in children(structure, prep.i)):
                return Find(clause(structure, obj.i))
    return _NONE


def whom(structure: Structure, verb: int, *, prepositions: frozenset[str]) -> Find:
    """As in "thanked X for Y", "likened X to Y": content is whom and what for."""
    objects = children(structure, verb, "dobj", "dative", "nsubjpass")
    preps = list(children(structure, verb, "prep"))
    for obj in objects:
        preps.extend(children(structure, obj.i, "prep"))
    for prep in preps:
        if prep.lower in prepositions and prep.i > verb and objects:
            content = tight(structure, prep.i)
            for obj in objects:
                content |= tight(structure, obj.i)
            return Find(content)
    return _NONE


def toll(structure: Structure, verb: int) -> Find:
    """As in "put the death toll at 40"."""
    for obj in children(structure, verb, "dobj"):
        if obj.lemma in group("counts"):
            content = clause(structure, obj.i)
            for prep in children(structure, verb, "prep"):
                if prep.lower in {"at", "as", "of"}:
                    content |= clause(structure, prep.i)
            return Find(content)
    return _NONE


def details(structure: Structure, verb: int) -> Find:
    """As in "did not give details of the plan"."""
    for obj in children(structure, verb, "dobj"):
        if obj.lemma in group("details"):
            cue, content = {obj.i}, set()
            for prep in (*children(structure, obj.i, "prep"), *children(structure, verb, "prep")):
                if prep.lower in {"of", "on", "about", "for", "to"} and prep.i > obj.i:
                    cue.add(prep.i)
                    content |= tight(structure, prep.i) - {prep.i}
            return Find(content, frozenset(cue))
    return _NONE


def to_speak(structure: Structure, verb: int) -> Find:
    """As in "declined to say whether": the refusal and the verb are the cue, what was asked is the content."""
    for child in children(structure, verb, "xcomp", "ccomp"):
        if child.tag == "VB" and child.lemma in group("speaking"):
            cue = frozenset(range(verb, child.i + 1)) | {
                t.i
                for t in children(structure, child.i, "prep")
                if t.lower in {"on", "about", "to"} and t.i == child.i + 1
            }
            return Find(clause(structure, child.i) - cue, cue)
    return _NONE


def inquiries(structure: Structure, verb: int) -> Find:
    """As in "did not return calls", "requests were not answered by the embassy"."""
    for obj in children(structure, verb, "dobj", "nsubjpass"):
        if obj.lemma in group("inquiries"):
            return Find(set(), frozenset({obj.i}))
    return _NONE


def to_exclude(structure: Structure, verb: int) -> Find:
    """As in "refused to rule out a raid", "declined to deny it": what stays possible is the content."""
    for child in children(structure, verb, "xcomp", "ccomp"):
        if child.lemma in group("excluding"):
            particle = {t.i for t in children(structure, child.i, "prt")}
            cue = frozenset(range(verb, max(particle | {child.i}) + 1))
            return Find(clause(structure, child.i) - cue, cue)
    return _NONE


def account(structure: Structure, verb: int) -> Find:
    """As in "questioned the report": an object that is itself something said."""
    said = by_lemma("noun")
    for obj in children(structure, verb, "dobj", "nsubjpass"):
        if obj.lemma in said or obj.lemma in group("accounts"):
            return Find(clause(structure, obj.i))
    return _NONE


SPECIAL: dict[str, Callable[[Structure, int], Find]] = {
    "responsibility": responsibility,
    "quoted": quoted,
    "appeal": appeal,
    "accused": accused,
    "toll": toll,
    "details": details,
    "whom for": partial(whom, prepositions=frozenset({"for", "with", "on", "over"})),
    "whom to": partial(whom, prepositions=frozenset({"to", "with"})),
    "to speak": to_speak,
    "to exclude": to_exclude,
    "inquiries": inquiries,
    "account": account,
}
