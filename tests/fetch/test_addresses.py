"""Only public addresses are reached: however they are spelled, after redirects, and when DNS changes its mind."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.conftest import Bench
from tests.fetch.site import Reply, Site, article

from fogline.fetch.addresses import may_reach

PRIVATE = [
    "127.0.0.1", "127.255.0.9", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254",
    "100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::",
    "::1", "::7f00:1", "fe80::1", "fec0::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:7f00:1::", "64:ff9b:1::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
SPELLINGS = [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "localhost", "169.254.169.254", "2852039166", "[fd00:ec2::254]", "0",
    "[::]",
]  # fmt: skip
NO_ADDRESSES = ["0177.0.0.1", "１２７.0.0.1", "①②⑦.0.0.1", "127.0.0.1%00.example", "[::1", "[v1.a]"]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not may_reach(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_reached(address: str) -> None:
    assert may_reach(ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_in_an_ipv6_one_is_judged_as_itself(address: IPv4Address) -> None:
    mapped = IPv6Address(f"::ffff:{address}")
    translated = IPv6Address(int(IPv6Address("64:ff9b::")) | int(address))
    assert may_reach(mapped) == may_reach(translated) == may_reach(address)


def test_what_is_allowed_is_reached_and_nothing_beside_it() -> None:
    allowed = [ip_network("10.1.0.0/16")]
    assert may_reach(ip_address("10.1.2.3"), allowed)
    assert may_reach(ip_address("::ffff:10.1.2.3"), allowed)
    assert not may_reach(ip_address("10.2.2.3"), allowed)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_machine_itself_is_refused_however_it_is_spelled(
    bench: Callable[..., Bench], web: Site, spelling: str
) -> None:
    port = web.host.rpartition(":")[2]
    assert bench(fetch_allow=()).code(f"http://{spelling}:{port}/a") == "fetch_address"
    assert web.asked == []


@pytest.mark.parametrize("host", NO_ADDRESSES)
def test_what_could_be_read_in_two_ways_is_no_host(bench: Callable[..., Bench], host: str) -> None:
    assert bench().code(f"http://{host}/a") == "fetch_scheme"


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/a", "http://169.254.169.254/latest/meta-data/", "http://[::1]:{port}/a",
        "http://2130706434:{port}/a", "http://0x7f.2:{port}/a", "http://[::ffff:127.0.0.2]:{port}/a",
        "http://10.0.0.1/", "//127.0.0.2:{port}/a",
    ],
)  # fmt: skip
def test_redirects_to_what_is_not_public_are_refused(bench: Callable[..., Bench], web: Site, target: str) -> None:
    web.pages["/start"] = Reply(b"", 302, headers={"Location": target.format(port=web.host.rpartition(":")[2])})
    assert bench().code(f"{web.url}/start") == "fetch_address"
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/start"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/a", "gopher://127.0.0.1/", "javascript:1"])
def test_redirects_to_other_schemes_are_refused(bench: Callable[..., Bench], web: Site, target: str) -> None:
    web.pages["/start"] = Reply(b"", 301, headers={"Location": target})
    assert bench().code(f"{web.url}/start") == "fetch_scheme"


@pytest.mark.parametrize("link", ["file:///etc/passwd", "ftp://example.org/a", "https:///nothing", "http://a b/c"])
def test_other_schemes_are_refused(bench: Callable[..., Bench], link: str) -> None:
    assert bench().code(link) == "fetch_scheme"


@pytest.mark.parametrize(("close", "code", "answered"), [(True, "fetch_address", 1), (False, None, 2)])
def test_a_name_that_changes_after_its_check_gains_nothing(
    bench: Callable[..., Bench], web: Site, close: bool, code: str | None, answered: int
) -> None:
    """The name is asked for once a connection; the address that was checked is the one that is connected to."""
    questions = []

    def resolve(host: str, port: int) -> list[str]:
        questions.append(host)
        return ["127.0.0.1"] if len(questions) == 1 else ["127.0.0.2"]

    web.pages["/robots.txt"] = Reply(b"", 404, headers={"Connection": "close"} if close else {})
    web.pages["/a"] = article(1)
    assert bench(resolve=resolve).code(f"http://turning.example:{web.host.rpartition(':')[2]}/a") == code
    assert len(web.asked) == answered
    assert len(questions) == 1 + close


def test_of_several_addresses_only_public_ones_are_connected_to(bench: Callable[..., Bench], web: Site) -> None:
    port = web.host.rpartition(":")[2]
    web.pages["/a"] = article(1)
    made = bench(resolve=lambda host, port: ["10.0.0.1", "169.254.169.254", "127.0.0.1"])
    assert made.code(f"http://mixed.example:{port}/a") is None
    assert len(made.shelf.pages) == 1


def test_a_proxy_of_the_environment_is_not_asked(
    bench: Callable[..., Bench], web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, web.url)
    assert bench(resolve=lambda host, port: ["10.0.0.1"]).code("http://inner.example/a") == "fetch_address"
    assert web.asked == []
