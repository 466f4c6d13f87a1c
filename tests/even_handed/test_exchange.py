"""Exchanging two parties in a report exchanges what its claims say of them; other differences have a reason.

Claims are compared one to one and both ways: event, evidence, stance, source with its kind and side, the doer's side.
What stays where it was has to: a governor's side follows from the place, and the places are not exchanged.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ConfigDict
from tests.even_handed.compare import Comparison, compare
from tests.even_handed.exchange import Forms, Pair, exchanged, pair_of, pairs

import fogline
from fogline import samples
from fogline.knowledge.load import load_csv
from fogline.language.standins import stand_ins
from fogline.model import Document

Read = Callable[..., Document]
LEAST = 0.97  # of the claims, where places stand beside the parties
EVENTS = frozenset({"claim", "event", "stance"})  # what is told and how firmly, not who tells and does
MOST_EVENTS = 0.01  # of the claims

TEMPLATES = (
    "The {a.adjective} army said on Friday its troops had captured the ridge. {b.name} denied it.",
    "{a.name} said its forces shot down two {b.adjective} drones overnight, killing no one.",
    "Three {b.adjective} soldiers were killed and nine wounded in {a.adjective} shelling, {b.capital} said.",
    "{a.name}'s defence ministry accused {b.name} of breaking the truce. {b.name}'s foreign minister rejected it.",
    "The {a.adjective} president vowed to retake the hills. {b.adjective} officials said they would fight on.",
    "State media in {a.name}, citing the defence ministry, said {b.adjective} troops had withdrawn from the bridge.",
    "It was not clear whether {a.name} still held the base. {b.capital} did not comment.",
    "{a.capital} may have fired the missile, a {b.adjective} general said. The {a.adjective} military did not respond.",
    "{a.name} and {b.name} said their troops had repelled attacks.",
    "“We have taken the town,” a {a.adjective} commander said. “The {b.people} are running.”",
)


def compared(read: Read, name: str, text: str, day: str) -> Comparison:
    """How the claims of a report differ once its parties are exchanged."""
    pair = pair_of(name)
    before = read(text, day)
    change = exchanged(before, pair)
    assert change.text != text, f"{name} names neither party of {pair.id}"
    return compare(before, read(change.text, day), change, pair)


def shared_reports(folder: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.glob("*.txt")):
        note = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield path.stem, path.read_text(encoding="utf-8"), note["published"]


def share(found: dict[str, Comparison], title: str) -> tuple[float, str]:
    """The share of claims that are exchanged or differ for a reason, and an account of the reasons and the rest."""
    total = sum(comparison.claims for comparison in found.values())
    odd = sum(len(comparison.odd()) for comparison in found.values())
    same = total - sum(len(comparison.differing()) for comparison in found.values())
    listed = [(name, difference) for name, comparison in found.items() for difference in comparison.differences]
    reasons = Counter(difference.why for _, difference in listed if difference.why is not None)
    lines = [
        f"{title}: {total} claims, {same} exchanged throughout, {odd} differ unexplained; explained {dict(reasons)}"
    ]
    lines += [f"  {name}: {d.field}: {d.was} > {d.now}: {d.words!r}" for name, d in listed if d.why is None]
    account = "\n".join(lines)
    sys.stdout.write(f"{account}\n")  # shown by `pytest -rP`
    return 1 - odd / total, account


def test_in_samples_without_places_every_claim_is_exchanged(read: Read) -> None:
    for name in samples.PLACELESS:
        sample = samples.load(name)
        found = compared(read, name, sample.text, sample.published.isoformat())
        assert found.claims > 0
        assert found.differences == ()


def test_in_the_samples_each_difference_is_explained(read: Read) -> None:
    listed = [samples.load(name) for name in samples.names()]
    found = {s.name: compared(read, s.name, s.text, s.published.isoformat()) for s in listed}
    reached, account = share(found, "samples")
    assert reached >= LEAST, account


def test_in_reports_of_other_wars_each_difference_is_explained(read: Read, shared: Path) -> None:
    reports = shared_reports(shared / "gold" / "dev")
    found = {name: compared(read, name, text, day) for name, text, day in reports}
    reached, account = share(found, "reports of other wars")
    assert reached >= LEAST, account


def test_the_default_engine_is_even_handed_too(shared: Path) -> None:
    def read(text: str, published: str) -> Document:
        return fogline.read(text, published=published)

    listed = [samples.load(name) for name in samples.names()]
    found = {s.name: compared(read, s.name, s.text, s.published.isoformat()) for s in listed}
    found |= {name: compared(read, name, text, day) for name, text, day in shared_reports(shared / "gold" / "dev")}
    reached, account = share(found, "by default")
    assert reached >= LEAST, account
    odd = {
        (name, difference.claim)
        for name, comparison in found.items()
        for difference in comparison.differences
        if difference.field in EVENTS and difference.why is None
    }
    sys.stdout.write(f"events and stances: {len(odd)} claims differ unexplained\n")
    assert len(odd) <= MOST_EVENTS * sum(comparison.claims for comparison in found.values()), account


def test_each_pair_names_a_report_once() -> None:
    listed = [name for pair in pairs() for name in pair.reports]
    assert len(listed) == len(set(listed))
    assert set(samples.names()) <= set(listed)


class _Country(Forms):
    """A row of the table of countries; its further columns do not matter here."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    stateless: str | None = None


def countries() -> list[Forms]:
    """The states whose names are single words that the parser has stand-ins for, and name nothing else.

    Peoples and territories have no army and no ministry of their own that a report could mean without naming them.
    """
    rows = load_csv("actors/countries.csv", _Country)
    known = stand_ins()
    states = [row for row in rows if not row.stateless]
    forms = [(row, (row.name, row.adjective, row.people, row.capital)) for row in states]
    plain = [row for row, words in forms if all(w is not None and w.isalpha() and w in known for w in words)]
    seen = Counter(row.adjective for row in plain)
    return [row for row in plain if seen[row.adjective] == 1 and row.name != row.people]


COUNTRIES = countries()


def test_there_are_countries_to_choose_from() -> None:
    assert len(COUNTRIES) > 80


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.sampled_from(COUNTRIES),
    second=st.sampled_from(COUNTRIES),
    template=st.sampled_from(TEMPLATES),
)
def test_any_two_countries_can_be_exchanged(read: Read, first: Forms, second: Forms, template: str) -> None:
    if first == second:
        return
    pair = Pair(id="any", first=first, second=second, reports=())
    before = read(template.format(a=first, b=second), "2024-05-04")
    change = exchanged(before, pair)
    assert compare(before, read(change.text, "2024-05-04"), change, pair).odd() == set()
