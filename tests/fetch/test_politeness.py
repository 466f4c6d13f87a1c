"""robots.txt, a name in each request, a pace for each host, and patience with one in trouble."""

from __future__ import annotations

import email.utils
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.fetch.conftest import Bench, outcomes
from tests.fetch.site import Reply, Site, article, rss

import fogline
from fogline.config import Settings
from fogline.fetch import Done

ROBOTS = b"User-agent: *\nDisallow: /inner/\nUser-agent: fogline\nDisallow: /no/\nAllow: /no/but\nCrawl-delay: 7\n"


def test_robots_txt_is_minded(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {"/robots.txt": Reply(ROBOTS, sort="text/plain"), "/no/a": article(1), "/no/but": article(2)}
    web.pages["/way"] = Reply(b"", 302, headers={"Location": "/no/a"})
    made = bench()
    assert [made.code(f"{web.url}{path}") for path in ("/no/a", "/no/but", "/way")] == [
        "fetch_robots", None, "fetch_robots",
    ]  # fmt: skip
    assert web.times("/no/a") == 0
    assert web.times("/robots.txt") == 1


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b"gone", 404), None),
        (Reply(b"no", 403), None),
        (Reply(b"busy", 503), "fetch_busy"),
        (Reply(b"x", hang_up=True, length=9), "fetch_network"),
        (Reply(b"", 302, headers={"Location": "/robots.txt"}), None),
        (Reply(b"User-agent: *\nDisallow:\n" + b"Disallow: /*x*\n" * 200_000), None),
        (Reply(b"\xff\xfe\0<html>", sort="text/html"), None),
    ],
    ids=["gone", "forbidden", "busy", "broken", "circle", "endless", "garbage"],
)
def test_a_robots_txt_that_cannot_be_read(
    bench: Callable[..., Bench], web: Site, reply: Reply, code: str | None
) -> None:
    web.pages |= {"/robots.txt": reply, "/a": article(1)}
    assert bench(fetch_tries=1).code(f"{web.url}/a") == code
    assert web.times("/a") == (code is None)


def test_robots_txt_is_asked_for_again_after_a_day(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {"/a": article(1), "/b": article(2), "/c": article(3)}
    made = bench()
    made.add(f"{web.url}/a")
    made.clock.pass_days(0.5)
    bench().add(f"{web.url}/b")
    assert web.times("/robots.txt") == 1
    made.clock.pass_days(0.6)
    web.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /\n")
    assert made.code(f"{web.url}/c") == "fetch_robots"


def test_each_request_says_who_asks(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = article(1)
    bench(contact="desk@news.example").add(f"{web.url}/a")
    assert {asked.headers["user-agent"] for asked in web.asked} == {
        f"fogline/{fogline.__version__} (+desk@news.example)"
    }
    assert all("cookie" not in asked.headers and "authorization" not in asked.headers for asked in web.asked)


def test_a_contact_cannot_add_headers() -> None:
    with pytest.raises(ValueError, match="contact"):
        Settings(contact="a\r\nCookie: b")


def test_names_and_passwords_in_addresses_are_not_sent(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = article(1)
    made = bench()
    made.add(f"http://user:secret@{web.host}/a#part")
    assert [page.url for page in made.shelf.pages] == [f"{web.url}/a"]
    assert all("authorization" not in asked.headers for asked in web.asked)


def test_a_host_has_its_pace_and_another_one_does_not_wait(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {f"/{n}": article(n) for n in range(3)}
    made = bench(fetch_pace=2)
    made.add(*(f"{web.url}/{n}" for n in range(3)))
    assert sum(made.clock.slept) == pytest.approx(6)  # robots.txt and three pages
    made.add(f"http://localhost:{web.host.rpartition(':')[2]}/0")
    assert sum(made.clock.slept) == pytest.approx(8)  # the other host's page waits for its robots.txt alone


def test_the_pace_holds_over_restarts_and_the_site_may_ask_for_a_slower_one(
    bench: Callable[..., Bench], web: Site
) -> None:
    web.pages |= {"/robots.txt": Reply(ROBOTS), **{f"/{n}": article(n) for n in range(3)}}
    made = bench(fetch_pace=2)
    made.add(f"{web.url}/0", f"{web.url}/1")
    assert sum(made.clock.slept) == pytest.approx(2 + 7)
    bench(fetch_pace=2).add(f"{web.url}/2")
    assert sum(made.clock.slept) == pytest.approx(2 + 7 + 7)


def test_a_failing_page_is_tried_again_with_longer_waits(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = lambda times, headers: article(1) if times >= 3 else Reply(b"", 500)
    made = bench(fetch_backoff=10)
    assert outcomes(made.add(f"{web.url}/a")) == ["new"]
    assert made.clock.slept == pytest.approx([10, 20, 40])


@pytest.mark.parametrize("as_date", [False, True])
def test_retry_after_is_minded(bench: Callable[..., Bench], web: Site, as_date: bool) -> None:
    made = bench(fetch_backoff=1, fetch_patience=300)
    until = made.clock.time + timedelta(seconds=100)
    asked = email.utils.format_datetime(until, usegmt=True) if as_date else "100"
    web.pages["/a"] = lambda times, headers: article(1) if times else Reply(b"", 429, headers={"Retry-After": asked})
    web.pages["/b"] = article(2)
    assert outcomes(made.add(f"{web.url}/a", f"{web.url}/b")) == ["new", "new"]
    assert sum(made.clock.slept) == pytest.approx(100)
    # Nothing of the host was asked for in the meantime, not even the other page.
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/a", "/a", "/b"]


def test_what_is_put_off_for_long_is_left_for_a_later_run(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/a"] = lambda times, headers: article(1) if times else Reply(b"", 503, headers={"Retry-After": "3600"})
    made = bench()
    (done,) = made.add(f"{web.url}/a")
    assert isinstance(done, Done)
    assert (done.outcome, done.item.code) == ("later", "fetch_busy")
    assert outcomes(made.round()) == ["later"]
    assert web.times("/a") == 1
    made.clock.pass_days(0.1)
    assert outcomes(made.round()) == ["new"]


def test_a_host_that_is_down_costs_the_others_nothing(bench: Callable[..., Bench], web: Site) -> None:
    web.pages["/feed"] = rss(["http://127.0.0.1:9/down", *(f"{web.url}/{n}" for n in range(5))])
    web.pages |= {f"/{n}": article(n) for n in range(5)}
    made = bench(fetch_backoff=200)
    assert sorted(outcomes(made.round(f"{web.url}/feed"))) == ["later", "listed", *["new"] * 5]
