"""Lists of feeds: OPML, as every feed reader exports it, or single addresses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from fogline.errors import UsageError
from fogline.fetch.web_address import is_address

LARGEST = 10 << 20  # bytes
_NEXT = "Give an OPML file, as feed readers export it, or addresses of feeds"


def feeds_of(sources: Iterable[str]) -> list[str]:
    """The addresses of feeds at some paths and addresses, each once, in order.

    Raises:
        UsageError: a file is missing, is no OPML, or names no feed.
    """
    found: list[str] = []
    for source in sources:
        found += [source] if is_address(source) else _listed(Path(source))
    return list(dict.fromkeys(found))


def _listed(file: Path) -> list[str]:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read ({error})", next_step=_NEXT) from None
    if len(data) > LARGEST:
        raise UsageError(f"{file} is larger than {LARGEST >> 20} MB", next_step=_NEXT)
    # Nothing beside the file is loaded, and no entity is put in: an OPML file may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UsageError(f"{file} is no OPML ({error})", next_step=_NEXT) from None
    found = [address for outline in root.iter("outline") if (address := _address(outline))]
    if not found:
        raise UsageError(f"{file} names no feed", next_step=_NEXT)
    return found


def _address(outline: etree._Element) -> str | None:
    for name, value in outline.attrib.items():
        if str(name).lower() == "xmlurl" and value.strip():
            return str(value).strip()
    return None
