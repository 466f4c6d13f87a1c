"""Why a page was not fetched: one code each, and whether trying again can help."""

from __future__ import annotations

from enum import StrEnum

from fogline.errors import ReportError


class Fault(StrEnum):
    """What kept a page away; the values are the codes that users see."""

    SCHEME = "fetch_scheme"
    ADDRESS = "fetch_address"
    ROBOTS = "fetch_robots"
    REDIRECT = "fetch_redirect"
    STATUS = "fetch_status"
    SIZE = "fetch_size"
    TYPE = "fetch_type"
    PACKING = "fetch_packing"
    BUSY = "fetch_busy"
    TIME = "fetch_time"
    NETWORK = "fetch_network"
    TLS = "fetch_tls"


PASSING = frozenset({Fault.BUSY, Fault.TIME, Fault.NETWORK, Fault.TLS})
"""What may be gone a while later; the others stay until someone changes something."""

_NEXT = {
    Fault.SCHEME: "Give an http or https address",
    Fault.ADDRESS: "If the machine is yours, allow its network with FOGLINE_FETCH_ALLOW",
    Fault.ROBOTS: "Ask the site, or save the page by hand and add the file",
    Fault.REDIRECT: "Open it in a browser and give the address that it ends at",
    Fault.STATUS: "Check the address",
    Fault.SIZE: "Raise FOGLINE_FETCH_MEGABYTES, or save it by hand and add the file",
    Fault.TYPE: "Give the address of a page, a feed or a document",
    Fault.PACKING: "Save the page by hand and add the file",
    Fault.BUSY: "Try again later",
    Fault.TIME: "Try again later, or raise FOGLINE_FETCH_SECONDS",
    Fault.NETWORK: "Check the address and the network, or try again later",
    Fault.TLS: "Check the address; if the server is yours, renew its certificate",
}


class FetchError(ReportError):
    """A page cannot be fetched. `wait` is how many seconds the server asked to wait, if it did."""

    http_status = 502

    def __init__(self, fault: Fault, message: str, *, wait: float | None = None) -> None:
        super().__init__(message, next_step=_NEXT[fault])
        self.fault = fault
        self.code = str(fault)
        self.wait = wait

    @property
    def passing(self) -> bool:
        """Whether trying again later can help."""
        return self.fault in PASSING
