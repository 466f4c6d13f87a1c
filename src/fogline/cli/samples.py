"""The sample reports that come with the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import fogline
from fogline.errors import FoglineError
from fogline.model import Report
from fogline.reports import report_from_text

FOLDER = Path(fogline.__file__).parent / "samples"


def sample_reports() -> Iterator[Report]:
    """The samples, by name, each with the date and outlet that stand in the file beside it.

    Raises:
        FoglineError: the package has lost them.
    """
    files = sorted(FOLDER.glob("*.txt"))
    if not files:
        raise FoglineError("the sample reports are missing", next_step="Reinstall fogline")
    for file in files:
        beside = file.with_suffix(".json")
        facts = json.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
        yield report_from_text(
            file.read_bytes().decode("utf-8"),
            published=date.fromisoformat(facts["published"]) if facts.get("published") else None,
            publisher=facts.get("publisher"),
            external_id=file.stem,
        )
