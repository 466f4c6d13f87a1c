"""What the server serves: one ledger, kept up to date, and what is remembered of its present state."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, Request

from fogline.assessment.assess import assess
from fogline.config import Settings
from fogline.errors import FoglineError
from fogline.ledger import View
from fogline.query import Ledger
from fogline.query.standing import Told, told
from fogline.query.state import State, state

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
        self._telling = threading.Lock()
        self._told: tuple[str, Told] | None = None

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

    def told(self, view: View) -> Told:
        """All statements about who holds which place: made once for a state of the ledger."""
        mark = state(view).mark
        with self._telling:
            if self._told is None or self._told[0] != mark:
                self._told = (mark, told(view.connection))
            return self._told[1]

    def close(self) -> None:
        """Lets go of the ledger."""
        self.ledger.close()

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
