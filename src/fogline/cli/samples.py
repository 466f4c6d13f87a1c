"""The sample reports that come with the package, as reports to read."""

from __future__ import annotations

from collections.abc import Iterator

from fogline import samples
from fogline.errors import FoglineError
from fogline.model import Report
from fogline.reports import report_from_text


def sample_reports() -> Iterator[Report]:
    """The ten single samples, by name, each with its date and outlet.

    Raises:
        FoglineError: the package has lost them.
    """
    names = samples.names()
    if not names:
        raise FoglineError("the sample reports are missing", next_step="Reinstall fogline")
    for sample in map(samples.load, names):
        yield report_from_text(
            sample.text, published=sample.published, publisher=sample.publisher, external_id=sample.name
        )


def story_reports() -> Iterator[Report]:
    """The reports of all stories, the oldest first, each with its date, outlet and agency.

    Raises:
        FoglineError: the package has lost them.
    """
    found = samples.stories()
    if not found:
        raise FoglineError("the reports of the stories are missing", next_step="Reinstall fogline")
    for part in found:
        yield report_from_text(
            part.text,
            published=part.published,
            publisher=part.publisher,
            agency=part.agency,
            external_id=part.name,
        )


def every_report() -> Iterator[Report]:
    """The single samples and the reports of the stories."""
    yield from sample_reports()
    yield from story_reports()
