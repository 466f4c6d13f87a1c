"""The records of sources and places over all reports, filled as reports come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select, update

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.places import place_key
from fogline.assessment.sources import folded, identify
from fogline.ledger.codec import dumps, loads
from fogline.model import Place, Source

FORMS = 200  # of a name that are kept; a record with more has them from errors or abuse


def register_sources(connection: Connection, told: Iterable[tuple[Fact, Source]]) -> None:
    """Adds the sources of new facts to their records, with the form of the name that each report used."""
    table = schema.sources
    for fact, source in told:
        form = source.words.text if source.words else fact.source_name
        row = connection.execute(select(table.c.aliases).where(table.c.key == fact.source)).first()
        if row is None:
            because = identify(source, fact.report, fact.publisher).because
            connection.execute(
                insert(table).values(
                    key=fact.source,
                    name=fact.source_name,
                    kind=fact.kind,
                    side=fact.side,
                    aliases=dumps({form: 1}),
                    because=because,
                )
            )
            continue
        aliases = loads(row.aliases)
        if form in aliases or len(aliases) < FORMS:
            aliases[form] = aliases.get(form, 0) + 1
            connection.execute(update(table).where(table.c.key == fact.source).values(aliases=dumps(aliases)))


def register_places(connection: Connection, told: Sequence[Place]) -> None:
    """Adds places to their records, with each form of the name and who uses it."""
    for key, place in {place_key(place): place for place in told}.items():
        forms = {p.text: p.used_by or "" for p in told if place_key(p) == key and p.text}
        forms.setdefault(place.name, "")
        row = connection.execute(select(schema.places.c.forms).where(schema.places.c.key == key)).first()
        known = loads(row.forms) if row is not None else {}
        added = {form: user for form, user in forms.items() if form not in known or (user and not known[form])}
        if row is None:
            connection.execute(insert(schema.places).values(**_place_row(key, place), forms=dumps(forms)))
        elif added and len(known) < FORMS:
            connection.execute(
                update(schema.places).where(schema.places.c.key == key).values(forms=dumps({**known, **added}))
            )
        _index_forms(connection, key, added)


def _index_forms(connection: Connection, key: str, forms: Iterable[str]) -> None:
    table = schema.place_forms
    for form in {folded(form)[:200] for form in forms} - {""}:
        query = select(table.c.place).where(table.c.folded == form, table.c.place == key)
        if connection.execute(query).first() is None:
            connection.execute(insert(table).values(folded=form, place=key))


def _place_row(key: str, place: Place) -> dict[str, object]:
    lat, lon = place.anchor_point or (place.lat, place.lon)
    return {
        "key": key, "name": place.name, "folded": folded(place.name), "lat": lat, "lon": lon,
        "geonames": place.geonames, "country": place.country, "admin1": place.admin1, "feature": place.feature,
        "population": place.population,
    }  # fmt: skip
