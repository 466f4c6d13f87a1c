"""The place of an event: the places told of near it are ranked, and no place is one of the candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from fogline.claims.features import bin_of
from fogline.claims.lookup import Lookup
from fogline.claims.placing import Mention, Placing, is_local, key_of
from fogline.claims.setting import CORE, Setting, follows, setting_of
from fogline.claims.slots import Option, choose
from fogline.model import Event, Place

BACK = 3  # sentences before its own in which an event's place is looked for
MAIN = 2  # places most often named that are candidates everywhere
RECENT = 3  # places of the claims before that are candidates
FAR = "far"
_LEAST = {"paragraph before": 0.4, FAR: 0.3}  # chance; below, no place is right as often as the one carried on
_FINE = {"exact": 0, "near": 0, "settlement": 1, "district": 2, "region": 3, "country": 4}


class Where:
    """Places the events of one document, in order: an event without a place of its own may carry on the last one's."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._placing = Placing(lookup)
        self._counts = Counter(key_of(p) for p in lookup.places)
        self._total = self._counts.total()
        self._main = self._most_named()
        self._opening = next((p for p in lookup.places if is_local(p)), None)
        self._last: Place | None = None
        self._last_core: Place | None = None
        self._last_event: Event | None = None
        self._last_found = "none"
        self._recent: list[Place] = []
        self._countries: dict[int, Place] = {}

    def place_of(self, event: Event) -> tuple[Place | None, str]:
        """The most precise place of an event, and the reason."""
        chosen, chance = choose("place", self._options(event))
        self._remember(event, chosen)
        if chance < _LEAST.get(chosen.found, 0.0):
            return None, f"place: model place {chance:.2f}, {chosen.found}, too unsure to carry on"
        return chosen.value, f"place: model place {chance:.2f}, {chosen.found}"

    def _remember(self, event: Event, chosen: Option[Place | None]) -> None:
        place = chosen.value
        self._last, self._last_event, self._last_found = place, event, chosen.found
        if place is not None:
            self._recent = [place, *(p for p in self._recent if key_of(p) != key_of(place))][:RECENT]
            self._last_core = place if event.type.startswith(CORE) else self._last_core

    def _options(self, event: Event) -> list[Option[Place | None]]:
        """No place, then each place told of: in the sentence, before it, or of weight in the whole report."""
        near = self._placing.in_sentence(event)
        setting = self._setting(event, near)
        told = self._told(event, near)
        options: list[Option[Place | None]] = [Option(None, "none", self._placing.of_none(setting, event, near))]
        places = [place for place, _ in told.values()]
        roles = self._roles()
        for key, (place, stands) in told.items():
            features = self._placing.of_place(setting, event, place, stands, near, places)
            standing = self._standing(setting, key, place, stands, roles.get(key, ["new"]))
            options.append(Option(self._located(place), stands, (*features, *standing)))
        return options

    def _located(self, place: Place) -> Place:
        """A place as an event's; a country's centre is no place where things happen."""
        if place.precision != "country" or place.lat is None:
            return place
        found = self._countries.get(place.start)
        if found is None:
            found = self._countries[place.start] = replace(place, lat=None, lon=None)
        return found

    def _setting(self, event: Event, near: list[Mention]) -> Setting:
        first, last = event.clause
        inside = sum(first <= m.place.first < last for m in near)
        placed = "none" if self._last is None else "country" if self._last.precision == "country" else "local"
        return {
            **setting_of(self._lookup, event),
            "follows": f"{follows(self._lookup, event, self._last_event)}.{placed}",
            "places": f"{min(2, inside)}.{min(2, len(near))}",
        }

    def _told(self, event: Event, near: list[Mention]) -> dict[tuple[object, ...], tuple[Place, str]]:
        """Each place once, by its mention nearest to the event, with where that stands."""
        here = self._lookup.tokens[event.head].sentence
        told: dict[tuple[object, ...], tuple[Place, str]] = {}
        for mention in near:
            told.setdefault(mention.key, (mention.place, mention.stands))
        for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
            for place in reversed(self._lookup.places_in(sentence)):
                told.setdefault(key_of(place), (place, self._placing.stands(event, place)))
        for known in (self._last, self._last_core, *self._recent, *self._main, self._opening):
            if known is not None:
                told.setdefault(key_of(known), (known, FAR))
        for key in self._placing.said_of_others(near):
            told.pop(key, None)
        return told

    def _standing(
        self, setting: Setting, key: tuple[object, ...], place: Place, stands: str, roles: list[str]
    ) -> Iterator[str]:
        """What a place has been in the report so far."""
        kind = "country" if place.precision == "country" else "local"
        for role in roles:
            yield from (f"is={role}+{stands}", f"is={role}+{kind}+{setting['family']}")
            yield from (f"is={role}+{setting['follows']}", f"is={role}+{stands}+{setting['core']}+{setting['places']}")
        if "last" in roles:
            yield f"last_found={self._last_found}+{stands}"
            yield f"last_found={self._last_found}+{setting['follows']}"
        share = round(5 * self._counts[key] / max(1, self._total))
        yield from (f"named={bin_of(self._counts[key])}+{kind}", f"share={share}+{kind}")
        yield f"share={share}+{stands}+{setting['core']}"

    def _roles(self) -> dict[tuple[object, ...], list[str]]:
        """What each place is known as at this point of the report."""
        known = [("last", self._last), ("last_core", self._last_core), ("opening", self._opening)]
        known += [(f"main{rank}", place) for rank, place in enumerate(self._main)]
        known += [("recent", place) for place in self._recent]
        roles: dict[tuple[object, ...], list[str]] = {}
        for role, place in known:
            if place is not None:
                roles.setdefault(key_of(place), []).append(role)
        return roles

    def _most_named(self) -> list[Place]:
        """The places finer than a country that the report names most often, and the country."""
        places = self._lookup.places
        local = {key_of(p): p for p in reversed(places) if is_local(p)}
        countries = {key_of(p): p for p in reversed(places) if p.precision == "country" and not p.adjectival}
        order = sorted(local.values(), key=lambda p: (-self._counts[key_of(p)], _FINE[p.precision], p.start))
        return order[:MAIN] + sorted(countries.values(), key=lambda p: (-self._counts[key_of(p)], p.start))[:1]
