"""A page fetched: politely, through redirects each of which is checked like the first address, and archived."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from fogline.fetch.archive import Archive, Record
from fogline.fetch.exchange import Answer, Exchange, Wanted
from fogline.fetch.faults import Fault, FetchError
from fogline.fetch.items import Validators
from fogline.fetch.politeness import Clock, Hosts, Robots, wait_asked
from fogline.fetch.web_address import host_of, redirected, web_address

REDIRECTS = 10
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED = 304
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: `url` where it was found in the end, `body` unpacked, `record` where it is in the archive."""

    url: str
    body: bytes
    sort: str
    record: Record
    validators: Validators


class Fetcher:
    """Fetches pages one after another."""

    def __init__(
        self, exchange: Exchange, archive: Archive, hosts: Hosts, robots: Robots, *, limit: int, clock: Clock
    ) -> None:
        """`limit` in bytes of a page."""
        self._exchange = exchange
        self._archive = archive
        self._hosts = hosts
        self._limit = limit
        self._clock = clock
        self._robots = robots

    def fetch(self, link: str, known: Validators, wanted: Wanted) -> Page | None:
        """The page at an address; None where it has not changed since it was `known`.

        Raises:
            FetchError: it cannot be fetched; says why.
        """
        url, seen = web_address(link), set[str]()
        while True:
            answer, record = self._asked(url, known, wanted, self._robots.delay(url, self._rules))
            if answer.status == _UNCHANGED and _condition(url, known):
                return None
            if answer.status not in _MOVED:
                return self._page(answer, record)
            seen.add(str(url))
            url = redirected(url, _target(answer))
            if str(url) in seen or len(seen) > REDIRECTS:
                raise FetchError(Fault.REDIRECT, f"is redirected in a circle, or more than {REDIRECTS} times")

    def kept(self, record: Record) -> Page:
        """A page that was fetched before, from the archive.

        Raises:
            ReportError: the archive no longer has it.
        """
        return self._page(self._archive.read(record), record)

    def _rules(self, url: httpx.URL) -> Answer:
        """A robots.txt, which no robots.txt forbids to fetch."""
        for _ in range(REDIRECTS):
            answer, _record = self._asked(url, Validators(), _anything, 0.0)
            if answer.status not in _MOVED:
                return answer
            url = redirected(url, _target(answer))
        raise FetchError(Fault.REDIRECT, f"robots.txt is redirected more than {REDIRECTS} times")

    def _asked(self, url: httpx.URL, known: Validators, wanted: Wanted, delay: float) -> tuple[Answer, Record]:
        """One answer, archived; trouble of the host is noted, so that it is left alone for a while."""
        host = host_of(url)
        self._hosts.turn(host, delay)
        try:
            answer = self._exchange.ask(url, _condition(url, known), wanted)
        except FetchError as error:
            if error.passing:
                self._hosts.in_trouble(host, None)
            raise
        record = self._archive.keep(answer)
        if answer.status in _BUSY:
            wait = wait_asked(answer, self._clock())
            self._hosts.in_trouble(host, wait)
            raise FetchError(Fault.BUSY, f"the server answers {answer.status} {answer.reason}".rstrip(), wait=wait)
        if answer.fault is not None:
            if answer.fault.passing:
                self._hosts.in_trouble(host, None)
            raise answer.fault
        self._hosts.went_well(host)
        return answer, record

    def _page(self, answer: Answer, record: Record) -> Page:
        if answer.status != httpx.codes.OK:
            raise FetchError(Fault.STATUS, f"the server answers {answer.status} {answer.reason}".rstrip())
        found = Validators(answer.header("etag"), answer.header("last-modified"), answer.url)
        return Page(answer.url, answer.content(self._limit), answer.header("content-type"), record, found)


def _anything(sort: str) -> bool:
    return True


def _condition(url: httpx.URL, known: Validators) -> dict[str, str]:
    """The headers that ask for a page only if it has changed."""
    if known.url != str(url):
        return {}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in asked.items() if value}


def _target(answer: Answer) -> str:
    if not (target := answer.header("location")):
        raise FetchError(Fault.REDIRECT, "is redirected, but not told where to")
    return target
