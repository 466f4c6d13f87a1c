"""Exchanging two parties in a report exchanges them in what is read from it, and changes nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from fogline import samples
from fogline.exports.json import report_row
from fogline.model import Document, Structure

PARTIES: dict[str, tuple[tuple[str, str], ...]] = {
    "armenia-azerbaijan-2022-09-13": (
        ("Armenia", "Azerbaijan"),
        ("Armenian", "Azerbaijani"),
        ("Armenians", "Azerbaijanis"),
        ("Yerevan", "Baku"),
        ("Nikol", "Ilham"),
        ("Pashinyan", "Aliyev"),
    ),
    "russia-ukraine-2025-03-19": (
        ("Russia", "Ukraine"),
        ("Russian", "Ukrainian"),
        ("Russians", "Ukrainians"),
        ("Moscow", "Kyiv"),
        ("Vladimir", "Volodymyr"),
        ("Putin", "Zelensky"),
    ),
}
# What a map says of a party's country differs with the country: the claim's words and the name must not.
OF_THE_MAP = {"lat", "lon", "geonames", "country", "admin1", "precision_m", "alternatives"}
OFFSETS = {"start", "end", "id"}
Read = Callable[..., Document]


def exchanged(words: str, name: str) -> str:
    """The words with the two parties of a sample in each other's place."""
    other = {a: b for pair in PARTIES[name] for a, b in (pair, pair[::-1])}
    return re.sub(r"\b(?:" + "|".join(other) + r")\b", lambda m: other[m[0]], words)


def comparable(value: Any, told: Callable[[str], str], ids: dict[str, int]) -> Any:
    """A part of the output with its words as `told`, without offsets and the map, and with claim ids as their rank."""
    if isinstance(value, dict):
        return {k: comparable(v, told, ids) for k, v in value.items() if k not in OF_THE_MAP | OFFSETS}
    if isinstance(value, list):
        return [comparable(v, told, ids) for v in value]
    if isinstance(value, str):
        return ids[value] if value in ids else told(value)
    return value


def layers(document: Document, told: Callable[[str], str]) -> dict[str, list[Any]]:
    """The layers of a document, ready to be compared."""
    row = report_row(document)
    ids = {claim["id"]: rank for rank, claim in enumerate(row["claims"])}
    text = document.report.text
    said = [
        [[text[start:end] for start, end in a[part]] for part in ("source", "cue", "content")]
        for a in row["attributions"]
    ]
    found = {"attributions": said, **{layer: row[layer] for layer in ("times", "amounts", "places", "claims")}}
    return {layer: comparable(rows, told, ids) for layer, rows in found.items()}


def differences(before: Any, after: Any, at: str = "") -> Iterator[str]:
    """Where two parts of an output differ, each in a line."""
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for i, (b, a) in enumerate(zip(before, after, strict=True)):
            yield from differences(b, a, f"{at}/{i}")
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in before:
            yield from differences(before[key], after[key], f"{at}/{key}")
    elif before != after:
        yield f"{at}: {before!r:.200} ▶ {after!r:.200}"


def parse(structure: Structure | None) -> list[list[Any]]:
    """What the parser says of each token, without the words."""
    return [[t.pos, t.tag, t.dep, t.head, t.sentence] for t in structure.tokens] if structure else []


@pytest.fixture(scope="module", params=samples.PLACELESS)
def pair(request: pytest.FixtureRequest, read: Read) -> tuple[str, Document, Document]:
    """A sample as it stands and with its parties exchanged, both read."""
    sample = samples.load(request.param)
    day = sample.published.isoformat()
    return sample.name, read(sample.text, day), read(exchanged(sample.text, sample.name), day)


def test_the_samples_name_both_parties_and_exchanging_twice_gives_them_back() -> None:
    for name in samples.PLACELESS:
        text = samples.load(name).text
        assert exchanged(exchanged(text, name), name) == text
        assert all(word in text for pair in PARTIES[name][:2] for word in pair)


def test_the_parse_does_not_depend_on_which_party_is_named(pair: tuple[str, Document, Document]) -> None:
    _, plain, swapped = pair
    assert list(differences(parse(plain.structure), parse(swapped.structure))) == []


@pytest.mark.parametrize("layer", ["attributions", "times", "amounts", "places", "claims"])
def test_exchanging_the_parties_exchanges_them_and_changes_nothing_else(
    pair: tuple[str, Document, Document], layer: str
) -> None:
    name, plain, swapped = pair
    before = layers(plain, told=str)[layer]
    after = layers(swapped, told=partial(exchanged, name=name))[layer]
    assert list(differences(before, after)) == []
    assert before or layer == "places"
