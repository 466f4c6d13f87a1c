"""The ledger that a command works on."""

from __future__ import annotations

from fogline.config import settings
from fogline.ledger import Store


def opened(address: str | None, *, create: bool = False) -> Store:
    """The ledger at an address, or the one of the settings.

    Raises:
        LedgerError: there is none (without `create`), or it cannot be reached.
    """
    return Store(settings().ledger if address is None else address, create=create)
