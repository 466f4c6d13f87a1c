"""Which records of the archive of fetched pages hold what a redaction removes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fogline.fetch.redacting import Holds, plain
from fogline.model import Report

_SENTENCE = 40  # characters from which on a line of a report is no chance likeness


def holding_report(report: Report) -> Holds:
    """Records of the report's address, and those in which a line of it stands, as in a feed."""
    lines = [line for part in report.text.splitlines() if len(line := plain(part)) >= _SENTENCE]
    lines += [plain(report.text)] if not lines and report.text.strip() else []

    def holds(url: str, text: str) -> bool:
        return (report.url is not None and url == report.url) or any(line in text for line in lines)

    return holds


def holding_names(pattern: re.Pattern[str], report: Report | None, changed: Iterable[str]) -> Holds:
    """Records with a name, and those of reports with it whose pages cannot be searched; or of one report alone."""
    addresses = {report.url} if report is not None else set(changed)
    within = None if report is None else holding_report(report)

    def holds(url: str, text: str) -> bool:
        if within is not None and not within(url, text):
            return False
        return url in addresses or pattern.search(text) is not None or pattern.search(url) is not None

    return holds
