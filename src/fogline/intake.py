"""Reports in, ledger kept: reads what the ledger does not hold yet and appends it, a report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from fogline.abreast import Reading, readings
from fogline.config import Engine, settings
from fogline.errors import FaultError, FoglineError, ReportError
from fogline.fetch import Page
from fogline.knowledge.digest import knowledge_digest
from fogline.ledger import Store
from fogline.model import Published, Report
from fogline.reports.formats.opened import Origin, reports_in
from fogline.reports.jsonl import named
from fogline.version import __version__


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one report: `new` to the ledger, read `again` by this version, `known` already, or `failed`."""

    report: Report | None
    outcome: str
    claims: int = 0
    error: FoglineError | None = None


def take_in(
    store: Store, reports: Iterable[Report | ReportError], engine: Engine | None = None, *, jobs: int = 1
) -> Iterator[Taken]:
    """Adds reports to the ledger, each in a transaction of its own, and tells what became of each.

    A report that this version has read with the same knowledge is not read again. One that cannot be read comes as a
    failure, and the others still follow. `jobs` are read at the same time.
    """
    chosen = settings().engine if engine is None else engine
    reader = f"{__version__} {chosen}"
    if chosen is Engine.LLM:  # another model reads anew
        reader += f" {settings().llm_model}"

    def known(report: Report) -> bool:
        with store.viewing() as view:
            return view.has(report.id, engine=reader, knowledge=knowledge_digest())

    for found in readings(reports, chosen, jobs=jobs, known=known):
        if isinstance(found, ReportError):
            yield Taken(None, "failed", error=found)
        else:
            yield _take(store, found, reader) if isinstance(found, Reading) else Taken(found, "known")


def take_page(
    store: Store, page: Page, *, published: date | None = None, listed: date | None = None, engine: Engine | None = None
) -> Iterator[Taken]:
    """Adds the reports of a page that was fetched.

    `published` is the day that is given for it, `listed` the one that a feed told, which counts if the page tells none.
    """
    origin = Origin(path=page.url, url=page.url, published=published, media=page.sort)
    return take_in(store, (_dated(report, listed) for report in _reports(page.body, origin)), engine)


def _reports(data: bytes, origin: Origin) -> Iterator[Report | ReportError]:
    try:
        yield from reports_in(data, origin)
    except ReportError as error:
        yield named(error, origin.path or "")


def _dated(report: Report | ReportError, listed: date | None) -> Report | ReportError:
    if isinstance(report, ReportError) or listed is None or report.published.basis != "unknown":
        return report
    return replace(report, published=Published(listed, listed, "stated", (f"reports.feed: {listed}",)))


def _take(store: Store, reading: Reading, reader: str) -> Taken:
    report = reading.report
    try:
        document = reading.document()
    except (ReportError, FaultError) as error:
        return Taken(report, "failed", error=error)
    with store.writing() as writer:
        added = writer.add(document, engine=reader, knowledge=knowledge_digest())
    if added.reading is None:  # another process was faster, or the same report came just before
        return Taken(report, "known")
    return Taken(report, "new" if added.new_report else "again", added.claims)
