"""The ledger as those who ask see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from fogline.assessment.assess import assess, behind
from fogline.assessment.control import Span
from fogline.assessment.disputes import Dispute
from fogline.assessment.fact import Fact
from fogline.ledger import Store, View
from fogline.model import Claim, Report
from fogline.query import dossier, events, pages, records
from fogline.query.changes import Changes, changes
from fogline.query.disputes import Disputes, disputes_of
from fogline.query.facets import Facets
from fogline.query.facets import facets as counted
from fogline.query.profile import Profile, profile
from fogline.query.query import MOST, Query
from fogline.query.standing import status_on


class Ledger:
    """A ledger that is open for asking: `claims`, `place`, `reports`, `sources` and what follows from them.

    Opening brings the conclusions up to the records; nothing that was reported is ever changed.

    Raises:
        LedgerError: there is no ledger at the address, or it cannot be reached.
    """

    def __init__(self, address: str | Path | Store, *, step: Callable[[], None] = lambda: None) -> None:
        self.store = address if isinstance(address, Store) else Store(address, create=False)
        with self.store.viewing() as view:
            late = behind(view)
        if late:
            assess(self.store, step)

    def claims(self, query: Query | None = None) -> Iterator[Fact]:
        """The claims that a query asks for, newest first, however many there are."""
        cursor: str | None = None
        while True:
            found = self.page(query, limit=MOST, cursor=cursor)
            yield from found.facts
            if (cursor := found.next) is None:
                return

    def page(self, query: Query | None = None, *, limit: int = 50, cursor: str | None = None) -> pages.Page:
        """One page of the claims that a query asks for."""
        with self.viewing() as view:
            return pages.page(view.connection, query or Query(), limit=limit, cursor=cursor)

    def count(self, query: Query | None = None) -> int:
        """How many claims a query asks for."""
        with self.viewing() as view:
            return pages.count(view.connection, query or Query())

    def facets(self, query: Query | None = None) -> Facets:
        """How many of the claims that a query asks for have which event, stance, side and so on (see `FACETS`)."""
        with self.viewing() as view:
            return counted(view.connection, query or Query())

    def place(self, name: str, as_of: date | None = None) -> dossier.Dossier:
        """The dossier of a place, by any form of its name."""
        with self.viewing() as view:
            return dossier.dossier(view.connection, name, as_of)

    def places(self) -> list[records.PlaceRow]:
        """The places that claims are about, those with most claims first."""
        with self.viewing() as view:
            return records.places(view.connection)

    def reports(self) -> list[records.ReportRow]:
        """The reports, newest first."""
        with self.viewing() as view:
            return records.reports(view.connection)

    def sources(self, *, side: str | None = None, kind: str | None = None) -> list[records.SourceRow]:
        """Who makes the claims, those with most first.

        Raises:
            UsageError: there is no such kind.
        """
        Query(kind=kind)  # refuses a kind that there is none of
        with self.viewing() as view:
            return records.sources(view.connection, side=side, kind=kind)

    def source(self, name: str) -> Profile:
        """One source, by words of its name: what it claims, and what became of its claims to have taken places."""
        with self.viewing() as view:
            return profile(view.connection, name)

    def disputes(self, place: str | None = None, as_of: date | None = None, *, limit: int = 50) -> list[Dispute]:
        """What cannot both hold, newest first, as it was known on a day."""
        with self.viewing() as view:
            return list(disputes_of(view.connection, Disputes(place, as_of=as_of), limit=limit).items)

    def incidents(
        self, *, place: str | None = None, since: date | None = None, until: date | None = None,
        family: str | None = None, least: int = 2, limit: int = 50, as_of: date | None = None,
    ) -> list[events.IncidentRow]:  # fmt: skip
        """Events that several claims tell of, newest first, as they were known on a day."""
        with self.viewing() as view:
            return events.incidents(
                view.connection, place=place, since=since, until=until, family=family, least=least, limit=limit,
                as_of=as_of,
            )  # fmt: skip

    def incident(self, number: int, as_of: date | None = None) -> events.Incident:
        """One event, with its claims and tolls, as it was known on a day."""
        with self.viewing() as view:
            return events.incident(view.connection, number, as_of)

    def changes(self, since: date | datetime, place: str | None = None) -> Changes:
        """What is new since a day of publication, or (for a point in time) since it was added."""
        with self.viewing() as view:
            return changes(view.connection, since, place)

    def control(self, day: date | None = None, as_of: date | None = None) -> list[tuple[records.PlaceRow, Span]]:
        """The status of each place on a day, or on that of the newest report; `as_of`: as it was known on a day."""
        with self.viewing() as view:
            spans = status_on(view.connection, day or as_of, as_of)
            known = {row.key: row for row in records.places(view.connection)}
            return [(known[key], span) for key, span in spans.items() if key in known]

    def reviewed(self) -> Iterator[tuple[Report, date | None, list[tuple[Claim, Fact]]]]:
        """The reports with claims that a person accepted or corrected, and these as read and as they are now."""
        by_report: dict[str, dict[int, Fact]] = {}
        for fact in [*self.claims(Query(review="accepted")), *self.claims(Query(review="corrected"))]:
            by_report.setdefault(fact.report, {})[fact.claim] = fact
        with self.viewing() as view:
            for row in records.reports(view.connection):
                facts, report = by_report.get(row.id), view.report(row.id)
                if facts and report is not None:
                    read = {seq: claim for seq, _, claim in view.claims_at(list(facts))}
                    yield report, row.published_to, [(read[seq], facts[seq]) for seq in sorted(facts)]

    def newest(self) -> date:
        """The day of the newest report: what is told of "now" is told of that day."""
        with self.viewing() as view:
            return dossier.last_known(view.connection)

    def close(self) -> None:
        """Lets go of the database."""
        self.store.close()

    @contextmanager
    def viewing(self) -> Iterator[View]:
        """Records and conclusions as they are at this moment, for several questions in a row."""
        with self.store.viewing() as view:
            yield view

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
