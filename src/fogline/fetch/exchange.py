"""One request and its answer, within limits of time and size and of the kinds of content that are wanted."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Literal

import httpcore
import httpx

from fogline.fetch.addresses import Network
from fogline.fetch.connect import SILENCE, CheckedNetwork, Deadline, Resolver, system_resolver
from fogline.fetch.faults import Fault, FetchError
from fogline.fetch.packing import ASKED, unpacked

OK = 200
Cut = Literal["length", "time", "disconnect", "unspecified"]  # as WARC names why a body is not whole
_CUTS: dict[Fault, Cut] = {
    Fault.SIZE: "length",
    Fault.TIME: "time",
    Fault.NETWORK: "disconnect",
    Fault.TLS: "disconnect",
    Fault.TYPE: "unspecified",
}
Wanted = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `raw` is the body as it was sent, `cut` why it is not whole, `fault` what is wrong.

    `sent` are the headers of the request, `peer` is the address that was connected to.
    """

    url: str
    sent: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    peer: str | None = None
    fault: FetchError | None = None

    @property
    def cut(self) -> Cut | None:
        """Why the body is not whole; None where it is."""
        return None if self.fault is None else _CUTS.get(self.fault.fault)

    def header(self, name: str) -> str:
        """The value of a header, empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def content(self, limit: int) -> bytes:
        """The body unpacked, `limit` in bytes.

        Raises:
            FetchError: it cannot be unpacked, or is larger than that.
        """
        return unpacked(self.raw, self.header("content-encoding"), limit)


class Exchange:
    """Asks servers, one request at a time; connections are kept open for the next request of a host."""

    def __init__(
        self, *, agent: str, seconds: float, limit: int, allowed: Iterable[Network] = (),
        resolve: Resolver = system_resolver, trusted: ssl.SSLContext | None = None,
    ) -> None:  # fmt: skip
        """`seconds` for a request as a whole, `limit` in bytes of a body, `trusted` whose certificates are believed."""
        self._agent = agent
        self._limit = limit
        self._deadline = Deadline(seconds)
        self._pool = httpcore.ConnectionPool(
            ssl_context=trusted or httpx.create_ssl_context(),
            network_backend=CheckedNetwork(self._deadline, allowed=allowed, resolve=resolve),
            max_connections=10,
            keepalive_expiry=10,
        )

    def ask(self, url: httpx.URL, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        """The answer to a GET. `wanted` tells by its `Content-Type` whether a page is read at all.

        What goes wrong before there is an answer is raised, what goes wrong later stands in the answer.

        Raises:
            FetchError: the address may not be reached, or no answer came.
        """
        sent = {"Host": url.netloc.decode("ascii"), "User-Agent": self._agent, "Accept-Encoding": ASKED, **headers}
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        waits = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), SILENCE)}
        self._deadline.start()
        with _explained(), self._pool.stream("GET", target, headers=list(sent.items()), extensions=waits) as response:
            peer = _peer(response)  # before the body is read, for the connection may be closed then
            raw, fault = self._body(response, wanted)
            return Answer(
                str(url), tuple(sent.items()), response.status, _text(response.extensions.get("reason_phrase", b"")),
                tuple((_text(name), _text(value)) for name, value in response.headers), raw, peer, fault,
            )  # fmt: skip

    def close(self) -> None:
        """Closes what is open."""
        self._pool.close()

    def __enter__(self) -> Exchange:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _body(self, response: httpcore.Response, wanted: Wanted) -> tuple[bytes, FetchError | None]:
        """The body as it was sent, as far as it was read, and why no further."""
        told = {name.lower(): _text(value) for name, value in response.headers}
        sort = told.get(b"content-type", "")
        if response.status == OK and not wanted(sort):
            return b"", FetchError(Fault.TYPE, f"is {sort[:80] or 'of no kind'}, which fogline does not read")
        length = told.get(b"content-length", "")
        large = FetchError(Fault.SIZE, f"is larger than {self._limit / (1 << 20):g} MB")
        if length.isdecimal() and int(length) > self._limit:
            return b"", large
        raw = bytearray()
        try:
            with _explained():
                for chunk in response.iter_stream():
                    raw += chunk
                    if len(raw) > self._limit:
                        return bytes(raw[: self._limit]), large
        except FetchError as fault:
            return bytes(raw), fault
        return bytes(raw), None


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Errors of the network as errors that a user can act on."""
    try:
        yield
    except httpcore.TimeoutException:
        raise FetchError(Fault.TIME, f"said nothing for {SILENCE:g} seconds, or ran out of its time") from None
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        if isinstance(_cause(error), ssl.SSLError):
            raise FetchError(Fault.TLS, f"no safe connection ({error})") from None
        raise FetchError(Fault.NETWORK, f"the connection failed ({error or type(error).__name__})") from None


def _cause(error: BaseException) -> BaseException | None:
    return error.__cause__ or error.__context__


def _peer(response: httpcore.Response) -> str | None:
    stream = response.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream is not None else None
    return str(address[0]) if address else None


def _text(value: bytes) -> str:
    return value.decode("latin-1")
