"""What the tests of the language model share: a report, and a model at an endpoint of this machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.extraction.events.language_model.endpoint import Endpoint

from fogline.config import Settings
from fogline.extraction.events.language_model import LanguageModel
from fogline.language import structure
from fogline.model import Document, Event
from fogline.reports import report_from_text

TEXT = (
    "The army said on Friday that rebels had shelled the\nmarket of Dorvali, and that nine people were killed.\n\n"
    "A spokesman for the rebels denied that they had shelled the market. Nobody was killed, he said.\n"
)


def parsed(text: str = TEXT) -> Document:
    """A report as the events stage meets it, but for the layers that it does not ask."""
    return structure(Document(report_from_text(text, published=date(2024, 5, 3), language="en")))


def words(document: Document) -> list[str]:
    """The trigger of each event, as it stands in the text."""
    return [document.report.text[event.start : event.end] for event in document.events]


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def by_words(document: Document) -> dict[str, Event]:
    return dict(zip(words(document), document.events, strict=True))


@dataclass
class Asked:
    """A model at an endpoint, and the waits between its tries, which take no time."""

    endpoint: Endpoint
    folder: Path
    slept: list[float] = field(default_factory=list)

    def settings(self, **given: Any) -> Settings:
        told = {"llm_address": self.endpoint.address, "llm_model": "tiny-1", "cache": self.folder, "llm_seconds": 20}
        return Settings(**{**told, **given})

    def model(self, **given: Any) -> LanguageModel:
        return LanguageModel(self.settings(**given), sleep=self.slept.append)
