"""What the server serves: one ledger, kept up to date, and what is remembered of its present state."""

from __future__ import annotations

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar
from weakref import WeakKeyDictionary

from fastapi import Depends, Request
from sqlalchemy import Connection

from fogline.assessment.assess import assess
from fogline.assessment.contradictions import groups
from fogline.config import Settings
from fogline.errors import FoglineError
from fogline.ledger import View
from fogline.query import Ledger
from fogline.query.columns import columns
from fogline.query.coverage import coverage
from fogline.query.places import atlas
from fogline.query.records import every_source
from fogline.query.review import order
from fogline.query.standing import told
from fogline.query.state import State, state

T = TypeVar("T")
REMEMBERED = 50  # things of one kind
log = logging.getLogger("fogline.api")


class Served:
    """One ledger, open for asking by many threads at once.

    Raises:
        LedgerError: there is no ledger at the address, or it cannot be reached.
    """

    def __init__(self, address: str, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger(address)
        self.mark = f"{settings.token is not None} {settings.reading} {settings.map_style} {settings.max_upload}"
        self._assessing = threading.Lock()
        self._making: dict[Any, threading.Lock] = defaultdict(threading.Lock)
        self._remembered: dict[Any, tuple[str, Any]] = {}
        self._marks: WeakKeyDictionary[View, str] = WeakKeyDictionary()

    @contextmanager
    def viewing(self) -> Iterator[View]:
        """Records and conclusions as they are at this moment."""
        with self.ledger.viewing() as view:
            yield view

    def state(self) -> State:
        """The state of the ledger; where others have added records, conclusions are drawn from them meanwhile."""
        with self.viewing() as view:
            found = state(view)
        if found.behind and self._assessing.acquire(blocking=False):
            threading.Thread(target=self._assess, daemon=True).start()
        return found

    def remembered(self, view: View, make: Callable[[Connection], T], about: str = "") -> T:
        """What `make` makes of the ledger, which takes a while: made once for a state of the ledger.

        `about` tells apart what one function makes of several things; of these the last `REMEMBERED` are kept.
        """
        mark, key = self._mark(view), (f"{make.__module__}.{make.__qualname__}", about)
        with self._making[key[0]]:
            known, found = self._remembered.pop(key, ("", None))
            if known != mark:
                found = make(view.connection)
            self._remembered[key] = (mark, found)  # as the last one
            of_kind = [one for one in list(self._remembered) if one[0] == key[0]]
            for old in of_kind[:-REMEMBERED]:
                self._remembered.pop(old, None)
        made: T = found
        return made

    def prepare(self) -> None:
        """Makes what takes a while, before anybody asks for it."""
        try:
            with self.viewing() as view:
                wanted: tuple[Callable[[Connection], Any], ...] = (
                    columns, atlas, told, every_source, coverage, order, groups,
                )  # fmt: skip
                for make in wanted:
                    self.remembered(view, make)
        except FoglineError as error:
            log.warning("nothing was prepared: %s", error)

    def close(self) -> None:
        """Lets go of the ledger."""
        self.ledger.close()

    def _mark(self, view: View) -> str:
        """The mark of the state that a view shows, which stays the same as long as it is open."""
        found = self._marks.get(view)
        if found is None:
            found = self._marks[view] = state(view).mark
        return found

    def _assess(self) -> None:
        try:
            assess(self.ledger.store)
        except FoglineError as error:
            log.error("conclusions could not be drawn: %s", error)
        finally:
            self._assessing.release()


def served(request: Request) -> Served:
    """The ledger that a request asks."""
    found = request.app.state.served
    assert isinstance(found, Served)
    return found


def viewed(served: Annotated[Served, Depends(served)]) -> Iterator[View]:
    """The ledger at the moment of a request: all that one answer tells is of one state."""
    with served.viewing() as view:
        yield view


Ledgers = Annotated[Served, Depends(served)]
Views = Annotated[View, Depends(viewed)]
