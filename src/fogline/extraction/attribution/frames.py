"""Where a verb's content stands: one function for each frame of the lexicon."""

from __future__ import annotations

from collections.abc import Callable

from fogline.extraction.attribution.extents import clause, is_negated, noun_phrase, tight
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import FINITE, SUBJECTS, children, extent, subtree
from fogline.model import Structure

Finder = Callable[[Structure, int], set[int]]
_INFINITIVE = frozenset({"VB"})
_VERBAL = frozenset({"VERB", "AUX"})
REACH = 3  # tokens between a verb and the -ing form that it governs


def clausal(structure: Structure, verb: int) -> set[int]:
    """The clause that a verb governs, or the one that it is set into or after ("the town, he said, had fallen")."""
    found: set[int] = set()
    for child in children(structure, verb, "ccomp"):
        if not any(structure.tokens[i].text == ";" for i in range(child.i, verb)):  # else a sentence of its own
            found |= clause(structure, child.i, without=_circumstances(structure, child.i))
    if found and max(found) > verb:
        found |= _coordinated(structure, verb, max(found))
    return found or _around(structure, verb)


def _coordinated(structure: Structure, verb: int, end: int) -> set[int]:
    """A further reported clause that the parser hung on the cue ("said the road was open, but fuel was short")."""
    found: set[int] = set()
    speech = by_lemma("verb")
    for child in children(structure, verb, "conj"):
        finite = child.tag in FINITE or any(t.tag in FINITE for t in children(structure, child.i, "aux", "auxpass"))
        tells = child.lemma in speech and (
            is_negated(structure, child.i)
            or children(structure, child.i, "ccomp", "xcomp", "dobj", "prep", "parataxis")
        )
        if child.i > end and finite and _own_subject(structure, child.i) and not tells:
            found |= clause(structure, child.i)
    return found


def _circumstances(structure: Structure, verb: int) -> set[int]:
    """Clauses set off at the end in which the report speaks again ("…, even as missiles rained down")."""
    found: set[int] = set()
    stack = [verb]
    while stack:
        at = stack.pop()
        for child in children(structure, at):
            if child.dep == "advcl" and child.i > at and _set_off(structure, child.i):
                found.add(child.i)
            elif child.dep in {"conj", "xcomp", "advcl"}:
                stack.append(child.i)
    return found


def _set_off(structure: Structure, verb: int) -> bool:
    first = extent(structure, verb)[0]
    marks = {t.lower for t in children(structure, verb, "mark")}
    return structure.tokens[first - 1].pos == "PUNCT" and not marks.isdisjoint(group("circumstances"))


def _around(structure: Structure, verb: int) -> set[int]:
    """The clause around a parenthetical cue."""
    token = structure.tokens[verb]
    if token.head == verb or not any(t.dep in SUBJECTS for t in children(structure, verb)):
        return set()
    first, end = extent(structure, verb)
    if token.dep == "parataxis" or (
        token.dep in {"advcl", "dep", "ccomp"} and _parenthetical(structure, first, end - 1)
    ):
        if any((t.dep == "mark" or t.tag in {"WRB", "WDT"}) and t.lower != "as" for t in children(structure, verb)):
            return set()
        return clause(structure, token.head, without={verb}) | _carried_on(structure, verb)
    return set()


def _carried_on(structure: Structure, verb: int) -> set[int]:
    """The rest of the clause after a parenthetical cue ("the toll, she said, and could rise if the hall falls")."""
    found: set[int] = set()
    for child in children(structure, verb, "conj", "advcl"):
        first = extent(structure, child.i)[0]
        after = child.i > verb and structure.tokens[first - 1].text in {",", "and", "but", "or"}
        same = child.dep == "conj" and not _own_subject(structure, child.i) and child.lemma not in by_lemma("verb")
        marked = any(t.lower in group("reasons") for t in children(structure, child.i, "mark"))
        if after and (same or (child.dep == "advcl" and marked)):
            found |= clause(structure, child.i)
    return found


def _parenthetical(structure: Structure, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` stand between commas, dashes or quotation marks, or close the sentence."""
    tokens = structure.tokens
    opens = first > 0 and tokens[first - 1].pos == "PUNCT"
    closes = last + 1 >= len(tokens) or tokens[last + 1].pos == "PUNCT" or tokens[last].pos == "PUNCT"
    return opens and closes and last - first < 12


def infinitive(structure: Structure, verb: int) -> set[int]:
    """As in "vowed to fight": the infinitive; an object between is not part of it."""
    for child in children(structure, verb, "xcomp", "ccomp", "advcl"):
        if child.tag in _INFINITIVE and _has_to(structure, child.i) and not _own_subject(structure, child.i):
            return tight(structure, child.i)
    return set()


def addressee_infinitive(structure: Structure, verb: int) -> set[int]:
    """As in "urged Berlin to help": who is to do it and what."""
    for child in children(structure, verb, "xcomp", "ccomp", "advcl"):
        if child.tag in _INFINITIVE and _has_to(structure, child.i):
            found = tight(structure, child.i)
            for addressee in children(structure, verb, "dobj", "dative"):
                if verb < addressee.i < child.i:
                    found |= tight(structure, addressee.i)
            if _own_subject(structure, child.i) or len(found) > len(tight(structure, child.i)):
                return found
    for addressee in children(structure, verb, "dobj"):
        for child in children(structure, addressee.i, "acl", "relcl"):
            if child.tag in _INFINITIVE and _has_to(structure, child.i):
                return tight(structure, addressee.i)
    return set()


def gerund(structure: Structure, verb: int) -> set[int]:
    """As in "denied shelling the town", "denied having shelled the town"."""
    for child in children(structure, verb, "xcomp", "ccomp", "dobj", "advcl"):
        if child.pos not in _VERBAL or child.i < verb:
            continue
        perfect = [t.i for t in children(structure, child.i, "aux") if t.lower == "having"]
        form = perfect[0] if perfect else child.i
        if (perfect or child.tag == "VBG") and form - verb <= REACH:
            return tight(structure, child.i)
    return set()


def direct_object(structure: Structure, verb: int) -> set[int]:
    """As in "denied the report"."""
    found: set[int] = set()
    for child in children(structure, verb, "dobj"):
        if child.tag not in {"WP", "WDT"}:
            found |= tight(structure, child.i)
    return found


def predicate(structure: Structure, verb: int) -> set[int]:
    """As in "called the vote a sham", "described it as illegal": what is named, and what it is called."""
    named = {t.i for child in children(structure, verb, "dobj") for t in subtree(structure, child.i)}
    called: set[int] = set()
    for child in children(structure, verb, "oprd", "ccomp", "xcomp"):
        if child.tag not in {"VB", "VBG"} or child.lower == "be":
            called |= tight(structure, child.i)
    called |= _with_as(structure, verb)
    if not called and not _two_in_one(structure, named):
        return set()
    subject = children(structure, verb, "nsubjpass")
    return called | named | {t.i for child in subject for t in subtree(structure, child.i)}


def _two_in_one(structure: Structure, named: set[int]) -> bool:
    """Whether what is named and what it is called were read as one phrase ("called the vote a sham")."""
    if not named:
        return False
    articles = [i for i in named if structure.tokens[i].tag in {"DT", "PRP$"}]
    marks = [i for i in named if structure.tokens[i].tag in {"``", "''"} and i > min(named)]
    return len(articles) > 1 or bool(marks) or structure.tokens[max(named)].pos == "ADJ"


def as_phrase(structure: Structure, verb: int) -> set[int]:
    """As in "see the pact as a trap": like `predicate`, with "as" alone."""
    return predicate(structure, verb) if _with_as(structure, verb) else set()


def _with_as(structure: Structure, verb: int) -> set[int]:
    found: set[int] = set()
    for child in children(structure, verb, "prep", "advcl"):
        if child.lower == "as" or any(t.lower == "as" for t in children(structure, child.i, "mark", "prep")):
            found |= tight(structure, child.i)
    return found


def raising(structure: Structure, verb: int) -> set[int]:
    """As in "is believed to have fled", "appears to be": the subject and the infinitive."""
    for child in children(structure, verb, "xcomp", "ccomp", "oprd"):
        if child.dep != "xcomp" or _has_to(structure, child.i) or child.tag in {"VBN", "JJ"}:
            found = tight(structure, child.i)
            for subject in children(structure, verb, "nsubj", "nsubjpass"):
                found |= noun_phrase(structure, subject.i)
            return found
    return set()


def prepositional(structure: Structure, verb: int, preposition: str) -> tuple[set[int], int | None]:
    """What the preposition governs ("warned of an attack"), and the preposition's token."""
    for child in children(structure, verb, "prep", "prt", "agent", "dative"):
        if child.lower != preposition:
            continue
        found = tight(structure, child.i) - {child.i}
        if found and not _is_day(structure, child.i):
            return found, child.i
    for child in children(structure, verb, "xcomp", "ccomp", "advcl"):
        for mark in children(structure, child.i, "mark"):
            if mark.lower == preposition and child.tag == "VB":
                return tight(structure, child.i) - {mark.i}, mark.i
    for obj in children(structure, verb, "dobj", "nsubjpass"):
        for child in children(structure, obj.i, "prep"):
            if child.lower == preposition and child.i > verb:
                return tight(structure, child.i) - {child.i}, child.i
    return set(), None


def _is_day(structure: Structure, preposition: int) -> bool:
    """Whether a preposition tells when ("reported on Monday"), not what."""
    return any(t.lower in group("days") for t in children(structure, preposition, "pobj"))


def _has_to(structure: Structure, verb: int) -> bool:
    return any(t.lower == "to" for t in children(structure, verb, "aux", "mark"))


def _own_subject(structure: Structure, verb: int) -> bool:
    return any(t.dep in SUBJECTS for t in children(structure, verb))


FINDERS: dict[str, Finder] = {
    "clause": clausal,
    "infinitive": infinitive,
    "addressee infinitive": addressee_infinitive,
    "gerund": gerund,
    "object": direct_object,
    "predicate": predicate,
    "as": as_phrase,
    "raising": raising,
}
