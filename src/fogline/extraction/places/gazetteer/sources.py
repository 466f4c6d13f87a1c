"""Where the built-in records come from."""

from __future__ import annotations

from fogline.extraction.places.gazetteer.records import Source

GEONAMES = Source("geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org")
COUNTRIES = Source(
    "countries", "ISO 3166 by pycountry, Unicode CLDR by Babel, countryinfo", "LGPL 2.1, BSD 3-Clause, MIT",
    "https://www.iso.org/iso-3166-country-codes.html",
)  # fmt: skip
REVIEWED = Source("fogline", "fogline's reviewed tables", "Apache 2.0")
BUILT_IN = (GEONAMES, COUNTRIES, REVIEWED)
