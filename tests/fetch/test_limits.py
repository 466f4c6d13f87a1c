"""Servers that send too much, too slowly, too little, or something else than they should."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.conftest import Bench
from tests.fetch.site import UNTOLD, Reply, Site, article

from fogline.fetch import FetchError
from fogline.fetch.packing import unpacked

MB = 1 << 20
PACKED = {"Content-Encoding": "gzip"}
BOMB = gzip.compress(bytes(200 * MB))


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b"x" * (2 * MB)), "fetch_size"),
        (Reply(b"x", length=2 * MB), "fetch_size"),
        (Reply(b"x" * (2 * MB), length=UNTOLD), "fetch_size"),
        (Reply(BOMB, headers=PACKED), "fetch_size"),
        (Reply(gzip.compress(BOMB), headers={"Content-Encoding": "gzip, gzip"}), "fetch_packing"),
        (Reply(b"no gzip at all", headers=PACKED), "fetch_packing"),
        (Reply(b"\x1b\x03", headers={"Content-Encoding": "br"}), "fetch_packing"),
        (Reply(gzip.compress(b"report" * 99)[:-20], headers=PACKED), "fetch_network"),
        (Reply(b"x" * 500, length=900), "fetch_network"),
        (Reply(b"x" * 500, hang_up=True), "fetch_network"),
        (Reply(b"GIF89a", sort="image/gif"), "fetch_type"),
        (Reply(b"x", sort="video/mp4"), "fetch_type"),
        (Reply(b"x", sort="text/javascript; charset=utf-8"), "fetch_type"),
        (Reply(b"gone", 410), "fetch_status"),
        (Reply(b"no", 403), "fetch_status"),
        (Reply(b"", 304), "fetch_status"),
        (Reply(b"busy", 503), "fetch_busy"),
        (Reply(b"slow down", 429, headers={"Retry-After": "nonsense"}), "fetch_busy"),
        (Reply(b"", 302), "fetch_redirect"),
        (Reply(b"", 302, headers={"Location": "http://[broken"}), "fetch_scheme"),
        (Reply(b"", 302, headers={"Location": "/a"}), "fetch_redirect"),
        (Reply(b"x", headers={f"X-{n}": "y" * 2000 for n in range(100)}), "fetch_network"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_code(bench: Callable[..., Bench], web: Site, reply: Reply, code: str) -> None:
    web.pages["/a"] = reply
    made = bench(fetch_tries=2)
    assert made.code(f"{web.url}/a") == code
    assert made.shelf.pages == []


def test_a_server_that_drips_is_left_when_its_time_is_over(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = Reply(b"x" * 400, pieces=400, pause=0.05)
    assert bench(fetch_seconds=0.5, fetch_tries=1).code(f"{web.url}/a") == "fetch_time"


def test_redirects_end_somewhere(bench: Callable[..., Bench], web: Site) -> None:
    for n in range(40):
        web.pages[f"/{n}"] = Reply(b"", 302, headers={"Location": f"/{n + 1}"})
    assert bench().code(f"{web.url}/0") == "fetch_redirect"
    assert web.times("/12") == 0


def test_a_page_behind_redirects_is_known_by_where_it_stands(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/short"] = Reply(b"", 301, headers={"Location": "/middle?utm_source=feed"})
    web.pages["/middle?utm_source=feed"] = Reply(b"", 307, headers={"Location": "/a"})
    web.pages["/a"] = article(1)
    made = bench()
    assert made.code(f"{web.url}/short") is None
    assert [page.url for page in made.shelf.pages] == [f"{web.url}/a"]


def test_what_is_packed_arrives_unpacked(bench: Callable[..., Bench], web: Site) -> None:
    body = article(1).body
    web.pages["/a"] = Reply(gzip.compress(body), headers=PACKED)
    web.pages["/b"] = Reply(zlib.compress(body), headers={"Content-Encoding": "deflate"})
    made = bench()
    made.add(f"{web.url}/a", f"{web.url}/b")
    assert [page.body for page in made.shelf.pages] == [body, body]


def test_a_page_of_no_told_kind_is_judged_by_its_bytes(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = Reply(article(1).body, sort=None)
    assert bench().code(f"{web.url}/a") is None


def test_no_server_at_all(bench: Callable[..., Bench]) -> None:
    assert bench(fetch_tries=1).code("http://127.0.0.1:9/a") == "fetch_network"


@given(st.binary(max_size=2000), st.integers(0, 3000), st.sampled_from(["gzip", "deflate", "x-gzip"]))
def test_any_bytes_unpack_or_are_refused(data: bytes, limit: int, way: str) -> None:
    """Whatever is packed comes back whole, or it is too large; whatever is not packed is refused."""
    packed = zlib.compress(data) if way == "deflate" else gzip.compress(data[:7]) + gzip.compress(data[7:])
    if len(data) <= limit:
        assert unpacked(packed, way, limit) == data
    else:
        with pytest.raises(FetchError):
            unpacked(packed, way, limit)
    with contextlib.suppress(FetchError):
        assert len(unpacked(data, way, limit)) <= limit
