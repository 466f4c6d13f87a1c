"""The records of sources and places over all reports, filled as reports come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.identity import Decided
from fogline.assessment.places import Entry, is_name, place_key, point_of, same_place
from fogline.assessment.sources import folded, identify
from fogline.ledger.codec import dumps, loads
from fogline.model import Place, Source

FORMS = 200  # of a name that are kept; a record with more has them from errors or abuse


def register_sources(connection: Connection, told: Sequence[tuple[Fact, Source]]) -> None:
    """Adds the sources of new facts to their records, with the form of the name that each report used."""
    if not told:
        return
    table = schema.sources
    forms: dict[str, Counter[str]] = {}
    first: dict[str, tuple[Fact, Source]] = {}
    for fact, source in told:
        forms.setdefault(fact.source, Counter())[fact.source_form] += 1
        first.setdefault(fact.source, (fact, source))
    rows = connection.execute(select(table.c.key, table.c.aliases).where(table.c.key.in_(list(forms))))
    known = {row.key: loads(row.aliases) for row in rows}
    added = [
        {
            "key": key, "name": fact.source_name, "kind": fact.kind, "side": fact.side, "aliases": dumps(forms[key]),
            "because": identify(source, fact.origin, fact.publisher).because,
        }
        for key, (fact, source) in first.items()
        if key not in known
    ]  # fmt: skip
    if added:
        connection.execute(insert(table), added)
    if known:
        changed = [{"_key": key, "aliases": dumps(_together(aliases, forms[key]))} for key, aliases in known.items()]
        connection.execute(
            update(table).where(table.c.key == bindparam("_key")).values(aliases=bindparam("aliases")), changed
        )


def register_places(connection: Connection, told: Sequence[Place], decided: Decided) -> dict[tuple[str, str], str]:
    """Adds places to their records, with each form of the name and who uses it.

    Returns the key of the record of each place, by what `place_key` and the report's own form of the name say of it.
    """
    if not told:
        return {}
    keys = _matched(connection, told, decided)
    table = schema.places
    first: dict[str, Place] = {}
    forms: dict[str, dict[str, str]] = {}
    for place in told:
        key = keys[place_key(place), place.text]
        first.setdefault(key, place)
        found = forms.setdefault(key, {})
        for form in (place.name, *([place.text] if is_name(place) else [])):
            found[form] = place.used_by or found.get(form, "") if form == place.text else found.get(form, "")
    rows = connection.execute(select(table.c.key, table.c.forms).where(table.c.key.in_(list(first))))
    known = {row.key: loads(row.forms) for row in rows}
    added = [{**_place_row(key, place), "forms": dumps(forms[key])} for key, place in first.items() if key not in known]
    if added:
        connection.execute(insert(table), added)
    changed = {key: new for key, old in known.items() if (new := _more(old, forms[key])) != old}
    if changed:
        rows_changed = [{"_key": key, "forms": dumps(new)} for key, new in changed.items()]
        connection.execute(
            update(table).where(table.c.key == bindparam("_key")).values(forms=bindparam("forms")), rows_changed
        )
    _index_forms(connection, {key: forms[key] for key in first if key not in known or key in changed})
    return keys


def _matched(connection: Connection, told: Sequence[Place], decided: Decided) -> dict[tuple[str, str], str]:
    """The key of each place: its own where there is such a record, else that of a near one of its name."""
    table = schema.places.c
    names = {folded(place.name) for place in told}
    by_name: dict[str, list[Entry]] = {name: [] for name in names}
    rows = connection.execute(
        select(table.folded, table.key, table.lat, table.lon, table.feature).where(table.folded.in_(names))
    )
    for row in sorted(rows, key=lambda row: row.key):
        by_name[row.folded].append(Entry(row.key, row.lat, row.lon, row.feature))
    found: dict[tuple[str, str], str] = {}
    for place in told:
        key, entries = place_key(place), by_name[folded(place.name)]
        if not any(entry.key == key for entry in entries):
            near = same_place(place, entries)
            if near is None:
                lat, lon = point_of(place) or (None, None)
                entries.append(Entry(key, lat, lon, place.feature))
            key = near or key
        found[place_key(place), place.text] = decided.place(key, place.text)
    return found


def _together(aliases: dict[str, int], more: Mapping[str, int]) -> dict[str, int]:
    for form, times in more.items():
        if form in aliases or len(aliases) < FORMS:
            aliases[form] = aliases.get(form, 0) + times
    return aliases


def _more(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """The known forms with new ones, and with who uses a form where that was not known."""
    found = dict(old)
    for form, user in new.items():
        if (form not in found and len(found) < FORMS) or (user and not found.get(form, user)):
            found[form] = user
    return found


def _index_forms(connection: Connection, forms: Mapping[str, Iterable[str]]) -> None:
    if not forms:
        return
    table = schema.place_forms
    wanted = {(folded(form), key) for key, names in forms.items() for form in names}
    rows = connection.execute(select(table.c.folded, table.c.place).where(table.c.place.in_(list(forms))))
    missing = sorted(wanted - {(row.folded, row.place) for row in rows})
    if missing:
        connection.execute(insert(table), [{"folded": form, "place": key} for form, key in missing if form])


def _place_row(key: str, place: Place) -> dict[str, object]:
    lat, lon = point_of(place) or (None, None)
    return {
        "key": key, "name": place.name, "folded": folded(place.name), "lat": lat, "lon": lon,
        "geonames": place.geonames, "country": place.country, "admin1": place.admin1, "feature": place.feature,
        "population": place.population,
    }  # fmt: skip
