"""Connections that reach only what was checked: a name is resolved once, and the checked address is connected to.

No second look-up lies between check and connection, so a name server that answers differently each time gains
nothing. TLS still checks the certificate against the name. No proxy of the environment is used.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_address

import httpcore

from fogline.fetch.addresses import Address, Network, may_reach
from fogline.fetch.faults import Fault, FetchError
from fogline.timed import TimedStream

Resolver = Callable[[str, int], Sequence[str]]
SILENCE = 20.0  # seconds that a server may say nothing


def system_resolver(host: str, port: int) -> list[str]:
    """The addresses of a host as this machine knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


class Deadline:
    """The time by which one request has to be over, however slowly the server drips."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def start(self) -> None:
        """Begins the time of a new request."""
        self._end = time.monotonic() + self._seconds

    def left(self) -> float:
        """Seconds that the next step may take.

        Raises:
            FetchError: the time is over.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchError(Fault.TIME, f"took longer than {self._seconds:g} seconds")
        return min(left, SILENCE)


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to public addresses and to networks that are allowed, to nothing else."""

    def __init__(self, deadline: Deadline, *, allowed: Iterable[Network], resolve: Resolver) -> None:
        self._deadline = deadline
        self._allowed = tuple(allowed)
        self._resolve = resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first address of the host that may be reached and answers.

        Raises:
            FetchError: no address of the host may be reached, or it has none.
        """
        failure: Exception | None = None
        for address in self._checked(host, port):
            try:
                stream = self._plain.connect_tcp(
                    str(address), port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return TimedStream(stream, self._deadline.left)
        assert failure is not None
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """Never connects.

        Raises:
            FetchError: always: a socket file belongs to this machine.
        """
        raise FetchError(Fault.ADDRESS, f"{path} is a socket of this machine")

    def _checked(self, host: str, port: int) -> list[Address]:
        try:
            found = [ip_address(text) for text in self._resolve(host, port)]
        except (OSError, ValueError) as error:  # ValueError: no name at all, as of labels too long
            raise FetchError(Fault.NETWORK, f"the host {host} is not known ({error})") from None
        permitted = [address for address in found if may_reach(address, self._allowed)]
        if found and not permitted:
            told = ", ".join(map(str, found))
            raise FetchError(Fault.ADDRESS, f"the host {host} is {told}, which is no public address")
        if not permitted:
            raise FetchError(Fault.NETWORK, f"the host {host} has no address")
        return permitted
