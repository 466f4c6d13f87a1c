"""Politeness to hosts: a pace for each, longer waits for one in trouble, and what its robots.txt asks for."""

from __future__ import annotations

import email.utils
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
from protego import Protego

from fogline.fetch.exchange import Answer
from fogline.fetch.faults import Fault, FetchError
from fogline.fetch.state import State

ROBOT = "fogline"
"""The name that robots.txt may speak to."""
DAY = 86_400.0
ROBOTS_LIMIT = 500 << 10  # bytes of a robots.txt that count, as RFC 9309 has it
LONGEST = DAY  # seconds that a host is waited for at most, whatever it asks
_DOUBLINGS = 12  # after which the wait is longest anyway
Clock = Callable[[], datetime]
Get = Callable[[httpx.URL], Answer]


class Hosts:
    """When each host may be asked again, over all processes and over restarts."""

    def __init__(
        self,
        state: State,
        *,
        pace: float,
        backoff: float,
        patience: float,
        clock: Clock,
        sleep: Callable[[float], None],
    ) -> None:
        """In seconds: `pace` between requests, `backoff` after a first failure, `patience` to wait for a host."""
        self._state = state
        self._pace = pace
        self._backoff = backoff
        self._patience = patience
        self._clock = clock
        self._sleep = sleep

    def turn(self, host: str, delay: float = 0.0) -> None:
        """Waits for the host's turn and takes it. `delay` is the pace that the host itself asks for.

        Raises:
            FetchError: it is too far off.
        """
        now = self._clock().timestamp()
        with self._state.writing() as write:
            row = write.execute("SELECT ready FROM hosts WHERE host = ?", (host,)).fetchone()
            start = max(now, row["ready"] if row else 0.0)
            if start - now > self._patience:
                told = f"{host} is to be left alone for {start - now:.0f} seconds"
                raise FetchError(Fault.BUSY, told, wait=start - now)
            write.execute(
                "INSERT INTO hosts (host, ready) VALUES (?, ?) ON CONFLICT DO UPDATE SET ready = excluded.ready",
                (host, start + max(self._pace, min(delay, LONGEST))),
            )
        if start > now:
            self._sleep(start - now)

    def went_well(self, host: str) -> None:
        """The host answered as it should."""
        with self._state.writing() as write:
            write.execute("UPDATE hosts SET failures = 0 WHERE host = ? AND failures > 0", (host,))

    def in_trouble(self, host: str, wait: float | None) -> None:
        """The host did not answer, or asked to be left alone for so many seconds: it is."""
        now = self._clock().timestamp()
        with self._state.writing() as write:
            row = write.execute("SELECT failures FROM hosts WHERE host = ?", (host,)).fetchone()
            failures = row["failures"] + 1 if row else 1
            write.execute(
                "INSERT INTO hosts (host, ready, failures) VALUES (?1, ?2, ?3)"
                " ON CONFLICT DO UPDATE SET ready = MAX(ready, ?2), failures = ?3",
                (host, now + self.after(failures, wait), failures),
            )

    def after(self, failures: int, wait: float | None = None) -> float:
        """How many seconds to wait after so many failures in a row; `wait` is what the server asked for."""
        doubled: float = self._backoff * 2 ** min(failures - 1, _DOUBLINGS)
        return min(LONGEST, max(doubled, wait or 0.0))


class Robots:
    """What robots.txt allows, kept for a day."""

    def __init__(self, state: State, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._parsed: dict[str, tuple[float, Protego]] = {}

    def delay(self, url: httpx.URL, get: Get) -> float:
        """The seconds between requests that the site asks for; `get` fetches a robots.txt, through redirects.

        Raises:
            FetchError: the site asks not to fetch this page, or does not say at the moment what it asks.
        """
        rules = self._rules(url, get)
        if not rules.can_fetch(str(url), ROBOT):
            raise FetchError(Fault.ROBOTS, f"robots.txt of {url.host} asks not to fetch it")
        return rules.crawl_delay(ROBOT) or 0.0

    def _rules(self, url: httpx.URL, get: Get) -> Protego:
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        now = self._clock().timestamp()
        at, rules = self._parsed.get(origin, (0.0, None))
        if rules is None or not 0 <= now - at < DAY:
            at, body = self._body(origin, url, now, get)
            rules = Protego.parse(body[:ROBOTS_LIMIT].decode("utf-8", "replace"))
            self._parsed[origin] = at, rules
        return rules

    def _body(self, origin: str, url: httpx.URL, now: float, get: Get) -> tuple[float, bytes]:
        query = "SELECT at, body FROM robots WHERE origin = ?"
        row = self._state.connection.execute(query, (origin,)).fetchone()
        if row is not None and 0 <= now - row["at"] < DAY:
            return row["at"], row["body"]
        body = _asked(url.copy_with(raw_path=b"/robots.txt"), get)
        with self._state.writing() as write:
            write.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, now, body))
        return now, body


def _asked(url: httpx.URL, get: Get) -> bytes:
    """What is there. No such file allows all; a server that fails allows nothing for the time being (RFC 9309)."""
    try:
        answer = get(url)
        return answer.content(2 * ROBOTS_LIMIT) if answer.status == httpx.codes.OK else b""
    except FetchError as error:
        if error.fault in {Fault.REDIRECT, Fault.PACKING, Fault.SIZE}:
            return b""
        raise


def wait_asked(answer: Answer, now: datetime) -> float | None:
    """The seconds that a `Retry-After` asks for: a number, or a date; None where there is none that makes sense."""
    text = answer.header("retry-after").strip()
    if text.isdecimal():
        return float(min(int(text[:9]), LONGEST))
    try:
        until = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    seconds = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    return min(max(seconds.total_seconds(), 0.0), LONGEST)
