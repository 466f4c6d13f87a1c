"""fogline reads reports of armed conflict into a ledger of contested claims.

`fogline.read(text, published="2025-02-07").claims` are the claims of a report: each with its source, stance, event,
place, time and numbers, and the words of the report that it stands on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fogline.errors import FoglineError, ReportError, UsageError
from fogline.model import Claim, Document, Report
from fogline.version import __version__

if TYPE_CHECKING:
    from fogline.config import Engine
    from fogline.extraction.events.language_model import Costs
    from fogline.pipeline import Stage
    from fogline.query import Ledger

__all__ = [
    "Claim", "Document", "FoglineError", "Report", "ReportError", "__version__", "as_dict", "llm_costs",
    "open_ledger", "read", "read_all", "read_files",
]  # fmt: skip


def read(
    text: str,
    *,
    published: str | date | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    engine: Engine | str | None = None,
) -> Document:
    """Reads one report; its claims are `Document.claims`.

    Args:
        text: the report as plain text; spans in the result are offsets into it.
        published: the day it was published, as a date or as `2025-02-07`; None lets the text tell.
        publisher: the outlet that published it.
        agency: the news agency that first wrote it.
        title: its headline, where that is no part of the text.
        url: its own address.
        language: its language as `en`; None lets the text tell. Claims are read from English only.
        engine: what finds events, as `--engine`: "rules", "learned", "hybrid" or "llm"; None: as the settings say.

    Raises:
        ReportError: the text is empty or too long, or the language model did not read it.
        UsageError: `published` is no date, `engine` is none, or the settings name no language model for "llm".
    """
    # The parser and the tables take a second to load: nobody who only imports fogline should wait for them.
    from fogline.pipeline import analyse
    from fogline.reports import given_day, report_from_text

    report = report_from_text(
        text, published=given_day(published), publisher=publisher, agency=agency, title=title, url=url,
        language=language,
    )  # fmt: skip
    return analyse(report, _stages(engine))


def read_all(reports: Iterable[Report | str], *, engine: Engine | str | None = None) -> Iterator[Document]:
    """Reads reports (or their texts) one after the other, keeping none in memory."""
    from fogline.pipeline import analyse_all
    from fogline.reports import report_from_text

    given = (report_from_text(report) if isinstance(report, str) else report for report in reports)
    return analyse_all(given, _stages(engine))


def read_files(
    paths: Iterable[str], *, published: str | date | None = None, engine: Engine | str | None = None
) -> Iterator[Document | ReportError]:
    """Reads files, folders (`*.txt` below them) and `.jsonl` files of reports, in order.

    What cannot be read comes as its error in place of a document, so that the others are still read. `published`
    is the day of all reports that do not bring their own.
    """
    from fogline.pipeline import analyse
    from fogline.reports import given_day, read_paths

    stages = _stages(engine)
    for report in read_paths(paths, published=given_day(published)):
        try:
            yield report if isinstance(report, ReportError) else analyse(report, stages)
        except ReportError as error:
            yield error


def llm_costs() -> Costs:
    """What this process has asked of the language model of the settings so far: requests, tokens, money, dropped words.

    Raises:
        UsageError: the settings name no language model.
    """
    from fogline.extraction.events.language_model import language_model

    return language_model().costs


def _stages(engine: Engine | str | None) -> tuple[Stage, ...] | None:
    if engine is None:
        return None
    from fogline.config import Engine
    from fogline.pipeline import stages_of

    try:
        return stages_of(Engine(engine))
    except ValueError:
        raise UsageError(f"there is no engine {engine}", next_step=f"Give one of {', '.join(Engine)}") from None


def open_ledger(address: str | Path) -> Ledger:
    """Opens a ledger that is there, for asking.

    `with open_ledger("ledger.sqlite") as ledger: list(ledger.claims(Query(place="Goma")))`

    Raises:
        LedgerError: there is no ledger at the address (a file, or the URL of a PostgreSQL database).
    """
    from fogline.query import Ledger

    return Ledger(address)


def as_dict(document: Document) -> dict[str, Any]:
    """A document as plain values, in the form of the command line's JSON."""
    from fogline.exports.json import report_row

    return report_row(document)
