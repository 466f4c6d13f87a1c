"""What is true of a place as the place of an event: how it stands to the event's word, never its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.claims.features import bin_of
from fogline.claims.lookup import Lookup
from fogline.claims.paths import Paths
from fogline.claims.setting import Setting
from fogline.model import Event, Place, Token

LONGEST_PHRASE = 4  # steps from a name up to the preposition of its phrase
_IN_SENTENCE = frozenset({"clause", "sentence before", "sentence after"})
_PHRASED = frozenset({"conj", "compound", "nmod", "appos"})
WIDE = frozenset({"region", "country"})
_FIRST = 3  # steps above a mention in which a participant of the event is looked for


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an event's own sentence: its steps from the event's word in the tree, and where it stands."""

    place: Place
    key: tuple[object, ...]
    steps: int
    stands: str


def key_of(place: Place) -> tuple[object, ...]:
    """What two mentions of one place share."""
    if place.precision == "country" or place.lat is None or place.lon is None:
        return (place.name,)
    return place.name, round(place.lat, 1), round(place.lon, 1)


def is_local(place: Place) -> bool:
    """Whether a mention locates by itself: a resolved name finer than a country."""
    return is_resolved(place) and not place.adjectival and place.precision != "country"


def is_resolved(place: Place) -> bool:
    """Whether more is known of a place than its country: a point, or the region of one that has none."""
    return place.lat is not None or place.admin1 is not None


class Placing:
    """Describes candidates for the places of one document's events."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._structure = lookup.structure
        self._tokens = lookup.tokens
        self._paths = Paths(lookup.structure)

    def in_sentence(self, event: Event) -> list[Mention]:
        """The place mentions of an event's sentence, nearest in the tree first."""
        places = self._lookup.places_in(self._tokens[event.head].sentence)
        found = [
            Mention(p, key_of(p), self._paths.steps(event.head, p.last - 1), self.stands(event, p)) for p in places
        ]
        return sorted(found, key=lambda m: (m.steps, m.place.start))

    def said_of_others(self, near: Sequence[Mention]) -> set[tuple[object, ...]]:
        """The regions and countries of a sentence that only tell where the place named before them lies.

        In "shells fell on Krymske, Donetsk region" something happened in the town, whether or not its point is known.
        """
        after = {m.place.last: m.place for m in near if m.place.feature not in WIDE and not m.place.adjectival}
        told = [m for m in near if self._named_after_comma(m.place) and (m.place.first - 1) in after]
        return {m.key for m in told if is_resolved(after[m.place.first - 1])}

    def _named_after_comma(self, place: Place) -> bool:
        comma = self._tokens[place.first - 1].text if place.first else ""
        return place.feature in WIDE and not place.adjectival and comma == ","

    def stands(self, event: Event, place: Place) -> str:
        """Where a mention stands to an event: in its clause, its sentence, its paragraph, or before."""
        here, there = self._tokens[event.head].sentence, self._tokens[place.first].sentence
        if here == there:
            first, last = event.clause
            if first <= place.first < last:
                return "clause"
            return "sentence before" if place.start < event.start else "sentence after"
        sentences = self._structure.sentences
        return "paragraph" if sentences[here].paragraph == sentences[there].paragraph else "paragraph before"

    def of_none(self, setting: Setting, event: Event, near: Sequence[Mention]) -> tuple[str, ...]:
        """What speaks for no place."""
        local = min(2, sum(m.place.precision != "country" and not m.place.adjectival for m in near))
        family = setting["family"]
        crossed = [f"none+{name}={value}" for name, value in setting.items()]
        crossed += [f"none+{family}+{name}={setting[name]}" for name in ("follows", "tense", "voice", "at")]
        crossed += [f"none+{setting['type']}+places={setting['places']}", f"none+entry={event.entry}"]
        return ("none", *crossed, f"none+local={local}+{family}")

    def of_place(
        self,
        setting: Setting,
        event: Event,
        place: Place,
        stands: str,
        near: Sequence[Mention],
        told: Sequence[Place],
    ) -> Iterator[str]:
        """What is true of one place: `near` are the mentions of the sentence, `told` all candidates."""
        precision = place.precision if not place.adjectival else f"adjectival.{place.precision}"
        if not is_resolved(place) and place.precision != "country":
            precision += ".unresolved"
        family, core = setting["family"], setting["core"]
        yield from (f"stands={stands}", f"stands={stands}+{family}", f"stands={stands}+{setting['type']}")
        yield from (f"stands={stands}+{setting['follows']}", f"stands={stands}+{setting['modality']}+{core}")
        yield from (f"precision={precision}", f"precision={precision}+{family}", f"precision={precision}+{stands}")
        yield from (f"precision={precision}+{stands}+{core}", f"precision={precision}+{setting['tense']}")
        yield f"feature={place.feature}"
        if place.anchor is not None:
            yield f"epithet+{stands}"
        if place.relation is not None:
            yield f"relation+{stands}"
        yield from _company(place, stands, core, told)
        if stands in _IN_SENTENCE:
            yield from self._beside(setting, event, place, stands, near)
        elif stands != "far":
            gap = self._tokens[event.head].sentence - self._tokens[place.first].sentence
            yield from (f"gap={gap}+{stands}", f"gap={gap}+{core}")

    def _beside(
        self, setting: Setting, event: Event, place: Place, stands: str, near: Sequence[Mention]
    ) -> Iterator[str]:
        """What is true of a place in the event's own sentence."""
        family, core = setting["family"], setting["core"]
        coarse = "country" if place.precision == "country" else "adjectival" if place.adjectival else "local"
        side = "before" if place.start < event.start else "after"
        steps = bin_of(self._paths.steps(event.head, place.last - 1))
        yield from (f"steps={steps}", f"steps={steps}+{stands}", f"steps={steps}+{core}")
        yield f"away={bin_of(abs(place.first - event.head))}+{stands}"
        preposition, dep, top = self._governed(place)
        yield from (f"prep={preposition}", f"prep={preposition}+{coarse}", f"prep={preposition}+{family}")
        yield from (f"prep={preposition}+{stands}+{coarse}", f"prep={preposition}+{setting['type']}")
        yield from (f"dep={dep}+{coarse}+{side}", f"dep={dep}+{family}+{coarse}")
        path = self._paths.path(event.head, place.last - 1)
        yield from (f"path={path}", f"path={path}+{family}")
        scope = self._paths.scope(event.head, top)
        yield from (f"scope={scope}+{preposition}", f"scope={scope}+{coarse}+{stands}")
        yield f"scope={scope}+{preposition}+{family}"
        yield from _ranked(place, stands, near)
        yield from self._part(setting, event, place, preposition, coarse)
        if self._lookup.attributions_over(event)[:1] != self._voices(place):
            yield f"other_voice+{stands}"

    def _part(self, setting: Setting, event: Event, place: Place, preposition: str, coarse: str) -> Iterator[str]:
        """What part a place plays in the event: one who acts or suffers, or a word of theirs."""
        for actor in self._lookup.actors_in(place):
            yield from (f"actor={actor.kind}+{coarse}", f"actor={actor.kind}+{preposition}")
            if actor.head == event.actor:
                yield f"is_actor+{setting['family']}"
            if actor.head == event.target:
                yield f"is_target+{setting['family']}+{coarse}"
        above = self._paths.up(place.last - 1)[:_FIRST]
        if event.target in above:
            yield f"in_target={above.index(event.target)}+{setting['family']}+{coarse}"
        if event.actor in above:
            yield f"in_actor+{setting['family']}+{coarse}"

    def _voices(self, place: Place) -> list[int]:
        return self._lookup.attributions_at(place.start)[:1]

    def _governed(self, place: Place) -> tuple[str, str, int]:
        """The preposition that governs a mention ("-" where none does), its label, and what the phrase hangs on."""
        token = self._tokens[place.last - 1]
        for _ in range(LONGEST_PHRASE):
            if token.dep not in _PHRASED:
                break
            token = self._tokens[token.head]
        if token.dep != "pobj":
            return "-", token.dep, token.head
        preposition = self._tokens[token.head]
        return _function_word(preposition), token.dep, preposition.head


def _function_word(token: Token) -> str:
    return token.lower if token.pos in {"ADP", "SCONJ"} else f"<{token.pos}>"


def _company(place: Place, stands: str, core: str, told: Sequence[Place]) -> Iterator[str]:
    """Whether a finer place within a country or region is a candidate too."""
    finer = [p for p in told if p.country == place.country and p.precision != "country"]
    if place.precision == "country":
        yield f"finer={bool(finer)}+{stands}+{core}"
    elif place.precision == "region":
        within = any(p.admin1 == place.admin1 and p.precision != "region" for p in finer)
        yield f"finer={within}+{stands}+region"


def _ranked(place: Place, stands: str, near: Sequence[Mention]) -> Iterator[str]:
    """Which of the sentence's places a mention is, by steps in the tree and by order of words."""
    nearest = [m.place for m in near if m.place.precision != "country" and not m.place.adjectival]
    if place in nearest:
        order = sum(p.start < place.start for p in nearest)
        yield f"rank={min(3, nearest.index(place))}+{stands}"
        yield f"order={min(2, order)}+{len(nearest) > 1}"
