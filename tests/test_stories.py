"""The stories of the sample reports: several reports of one place that disagree, admit, repeat and revise."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fogline import samples
from fogline.cli.samples import every_report, story_reports
from fogline.model import Claim, Document

ALL = {report.name: report for report in samples.stories()}
FOLDER = Path(samples.__file__).parent / "stories"


@dataclass(frozen=True)
class Key:
    """What one report must be read to say: who (words that the source has), for which side, what of which place."""

    report: str
    source: str
    side: str
    event: str
    stance: str
    place: str
    least: float | None = None
    """The number of the claim, or its lower bound."""

    def is_in(self, document: Document) -> bool:
        return any(self._is(claim) for claim in document.claims)

    def _is(self, claim: Claim) -> bool:
        told = claim.source.words.text if claim.source.words else ""
        place = claim.place.name if claim.place else ""
        fields = (claim.source.side, claim.event, claim.stance, place)
        numbers = {n for amount in claim.quantities for n in (amount.low, amount.best)}
        return (
            self.source in f"{told} {claim.source.name}"
            and fields == (self.side, self.event, self.stance, self.place)
            and (self.least is None or self.least in numbers)
        )


# fmt: off
STORIES: dict[str, list[Key]] = {
    "toretsk": [
        Key("toretsk-2024-08-21", "Defence Ministry", "Russia", "control.captured", "asserts", "Niu-York"),
        Key("toretsk-2024-08-21", "Institute for the Study", "none", "control.advanced", "asserts", "Toretsk"),
        Key("toretsk-2024-09-26-courier", "governor", "Ukraine", "harm.killed", "asserts", "Toretsk", 2),
        Key("toretsk-2024-09-26-courier", "governor", "Ukraine", "harm.wounded", "asserts", "Toretsk", 2),
        Key("toretsk-2024-09-27-herald", "prosecutors", "Ukraine", "harm.killed", "asserts", "Toretsk", 3),
        Key("toretsk-2024-09-27-herald", "prosecutors", "Ukraine", "harm.wounded", "asserts", "Toretsk", 3),
        Key("toretsk-2024-10-11", "prosecutors", "Ukraine", "harm.killed", "asserts", "Toretsk", 4),
        Key("toretsk-2024-10-11", "head of Toretsk", "Ukraine", "control.captured", "asserts", "Toretsk"),
        Key("toretsk-2024-10-11", "Chynchyk", "Ukraine", "people.population", "asserts", "Toretsk", 1150),
        Key("toretsk-2025-01-13", "Kimakovsky", "Russia", "control.captured", "asserts", "Toretsk"),
        Key("toretsk-2025-01-13", "Khortytsia", "Ukraine", "control.captured", "denies", "Toretsk"),
        Key("toretsk-2025-02-07-courier", "Defence Ministry", "Russia", "control.captured", "asserts", "Toretsk"),
        Key("toretsk-2025-02-07-courier", "Ukraine's military", "Ukraine", "control.captured", "denies", "Toretsk"),
        Key("toretsk-2025-02-07-courier", "Khortytsia", "Ukraine", "control.captured", "denies", "Toretsk"),
        Key("toretsk-2025-02-08-post", "brigade", "Ukraine", "control.held", "asserts", "Toretsk"),
        Key("toretsk-2025-02-08-post", "Institute for the Study", "none", "control.captured", "hedges", "Toretsk"),
        Key("toretsk-2025-02-24", "Ukraine's military", "Ukraine", "control.captured", "asserts", "Toretsk"),
        Key("toretsk-2025-02-24", "blogger", "Russia", "control.advanced", "asserts", "Toretsk"),
    ],
    "goma": [
        Key("goma-2025-01-28", "rebels", "M23", "control.captured", "asserts", "Goma"),
        Key("goma-2025-01-28", "Congo's government", "DR Congo", "control.captured", "denies", "Goma"),
        Key("goma-2025-01-28", "hospitals", "none", "harm.killed", "asserts", "Goma", 17),
        Key("goma-2025-01-30", "officers of Congo's army", "DR Congo", "control.withdrawn", "asserts", "Goma"),
        Key("goma-2025-01-30", "hospitals", "none", "harm.killed", "asserts", "Goma", 100),
        Key("goma-2025-02-01", "Congo's government", "DR Congo", "harm.killed", "asserts", "Goma", 773),
        Key("goma-2025-02-01", "United Nations", "none", "harm.killed", "asserts", "Goma", 700),
        Key("goma-2025-02-05", "United Nations", "none", "harm.killed", "asserts", "Goma", 2900),
    ],
    "khartoum": [
        Key("khartoum-2025-03-24", "Sudan's army", "Sudan", "control.captured", "asserts", "Khartoum"),
        Key("khartoum-2025-03-24", "paramilitary group", "RSF", "control.held", "asserts", "Khartoum"),
        Key("khartoum-2025-03-24", "medical source", "none", "harm.killed", "asserts", "Omdurman", 3),
        Key("khartoum-2025-03-27", "Rapid Support Forces", "RSF", "control.withdrawn", "denies", "Khartoum"),
        Key("khartoum-2025-03-27", "doctors", "none", "harm.killed", "asserts", "Omdurman", 4),
        Key("khartoum-2025-03-30-herald", "leader", "RSF", "control.withdrawn", "asserts", "Khartoum"),
        Key("khartoum-2025-03-30-courier", "leader", "RSF", "control.withdrawn", "asserts", "Khartoum"),
    ],
    "hama": [
        Key("hama-2024-11-30", "army", "Syria", "control.withdrawn", "asserts", "Aleppo"),
        Key("hama-2024-12-04", "army", "Syria", "control.encircled", "denies", "Hama"),
        Key("hama-2024-12-04", "Observatory", "none", "harm.killed", "asserts", "Hama", 602),
        Key("hama-2024-12-05", "rebel commander", "Rebels", "control.advanced", "asserts", "Hama"),
        Key("hama-2024-12-05", "Defence Ministry", "Syria", "control.advanced", "denies", "Hama"),
        Key("hama-2024-12-06", "Syria's army", "Syria", "control.withdrawn", "asserts", "Hama"),
        Key("hama-2024-12-06", "ebels", "Rebels", "control.captured", "asserts", "Hama"),
        Key("hama-2024-12-06", "Observatory", "none", "harm.killed", "asserts", "Hama", 826),
    ],
}
# fmt: on


def test_there_are_stories_of_at_least_four_places_over_several_days() -> None:
    assert {report.story for report in ALL.values()} == set(STORIES)
    for story in STORIES:
        days = {report.published for report in ALL.values() if report.story == story}
        assert len(days) >= 3, story


def test_the_reports_come_in_order_of_days() -> None:
    days = [report.published for report in samples.stories()]
    assert days == sorted(days)


def test_every_report_has_its_day_in_its_name_and_says_what_it_is() -> None:
    for name, report in ALL.items():
        assert f"-{report.published.isoformat()}" in name
        assert 120 <= len(report.text.split()) <= 250, name
        assert "Sample report written for fogline" in report.text[-150:], name
        told = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        assert (told["id"], told["sample"]) == (name, True)


def test_stories_are_no_part_of_the_annotated_samples() -> None:
    assert not set(ALL) & set(samples.names())
    assert len(list(every_report())) == len(ALL) + len(samples.names())


def test_agency_copy_stands_in_two_papers_word_for_word() -> None:
    copies = Counter(report.text for report in ALL.values())
    text, times = copies.most_common(1)[0]
    twins = [report for report in ALL.values() if report.text == text]
    assert times == 2
    assert len({twin.publisher for twin in twins}) == 2
    assert {twin.agency for twin in twins} == {"fogline sample agency"}


def test_a_version_of_a_story_adds_drops_and_keeps_paragraphs() -> None:
    first = ALL["toretsk-2024-09-26-courier"].text.split("\n\n")
    second = ALL["toretsk-2024-09-27-herald"].text.split("\n\n")
    assert len(set(first) & set(second)) >= 4
    assert set(first[2:]) - set(second)
    assert set(second[2:]) - set(first)


def test_a_paper_shortens_what_another_printed_and_heads_it_anew() -> None:
    whole = ALL["khartoum-2025-03-30-herald"].text.split("\n\n")
    short = ALL["khartoum-2025-03-30-courier"].text.split("\n\n")
    assert whole[0] != short[0]
    assert set(short[1:]) < set(whole[1:])


def test_every_story_report_knows_its_day_outlet_and_agency_and_has_an_id_of_its_own() -> None:
    reports = list(story_reports())
    assert len({report.id for report in reports}) == len(ALL)
    for report in reports:
        told = ALL[report.external_id or ""]
        assert (report.publisher, report.agency) == (told.publisher, told.agency)
        assert (report.published.start, report.published.end) == (told.published, told.published)


@pytest.mark.parametrize("story", STORIES)
def test_the_claims_that_a_story_is_about_are_read(story: str, read: Callable[..., Document]) -> None:
    missing = [
        key
        for key in STORIES[story]
        if not key.is_in(read(ALL[key.report].text, ALL[key.report].published.isoformat()))
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("report", "denier"),
    [
        ("toretsk-2025-02-07-courier", "Ukraine"),
        ("toretsk-2025-01-13", "Ukraine"),
        ("hama-2024-12-05", "Syria"),
        ("khartoum-2025-03-24", "RSF"),
    ],
)
def test_a_dispute_within_one_report_is_tied(report: str, denier: str, read: Callable[..., Document]) -> None:
    document = read(ALL[report].text, ALL[report].published.isoformat())
    claims = {claim.id: claim for claim in document.claims}
    opposed = {(c.source.side, claims[c.against].source.side) for c in claims.values() if c.against}
    assert any(denier in pair and len(set(pair)) == 2 and "none" not in pair for pair in opposed)
