"""Addresses of pages as they are written ▶ addresses that may be asked, and the key that one is known by."""

from __future__ import annotations

import re

import httpx
from courlan import normalize_url

from fogline.fetch.faults import Fault, FetchError

WEB = ("http", "https")
LONGEST = 4096  # characters; no site has longer ones, and traps for robots have
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"[A-Za-z0-9._:-]+")


def is_address(text: str) -> bool:
    """Whether a text is meant as an address rather than as a path: it begins with `https://` or the like."""
    return bool(_SCHEME.match(text))


def web_address(text: str) -> httpx.URL:
    """The address without name, password and fragment.

    Raises:
        FetchError: it is broken, or not one of http or https.
    """
    shown = text if len(text) <= 200 else f"{text[:200]}…"
    if len(text) > LONGEST:
        raise FetchError(Fault.SCHEME, f"{shown} is longer than {LONGEST:,} characters")
    try:
        url = httpx.URL(text.strip())
        known = url.scheme in WEB and bool(_HOST.fullmatch(url.raw_host.decode("ascii")))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(Fault.SCHEME, f"{shown} is no web address ({error})") from None
    if not known:
        raise FetchError(Fault.SCHEME, f"{shown} is no address of http or https")
    return url.copy_with(username=None, password=None, fragment=None)


def redirected(url: httpx.URL, target: str) -> httpx.URL:
    """Where a redirect leads.

    Raises:
        FetchError: nowhere, to another scheme, or from a safe connection to an open one.
    """
    try:
        found = web_address(str(url.join(target.strip())))
    except httpx.InvalidURL:
        raise FetchError(Fault.REDIRECT, "is redirected to what is no address") from None
    if url.scheme == "https" and found.scheme == "http":
        raise FetchError(Fault.REDIRECT, f"is redirected from https to {found}, where anyone on the way can change it")
    return found


def key_of(url: httpx.URL) -> str:
    """What an address is known by: without marks that track readers, and one however it is written."""
    try:
        return str(normalize_url(str(url)))
    except ValueError:
        return str(url)


def host_of(url: httpx.URL) -> str:
    """The host with its port, whose pace is kept."""
    return url.netloc.decode("ascii").lower()
