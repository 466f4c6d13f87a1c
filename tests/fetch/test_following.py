"""Feeds round by round: what is new is fetched, what is not is not asked for, and what goes quiet is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fetch.conftest import Bench, outcomes
from tests.fetch.site import Reply, Site, article, rss

from fogline.config import settings
from fogline.errors import UsageError
from fogline.fetch import Done, feeds_of

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Made</title>
<entry><title>a</title><link rel="alternate" href="/1?utm_source=atom"/><updated>2025-05-01T09:00:00Z</updated></entry>
<entry><title>no link</title><id>urn:uuid:1</id></entry>
<entry><title>else</title><link href="mailto:a@b.example"/></entry>
<entry><title>file</title><link href="file:///etc/passwd"/></entry></feed>"""


def changing(body: Callable[[], Reply]) -> Callable[[int, dict[str, str]], Reply]:
    """A page with a tag, which answers 304 to who knows the tag."""

    def reply(times: int, headers: dict[str, str]) -> Reply:
        now = body()
        tag = f'"{hash(now.body)}"'
        if headers.get("if-none-match") == tag:
            return Reply(b"", 304, sort=None, headers={"ETag": tag})
        return Reply(now.body, sort=now.sort, headers={"ETag": tag, "Last-Modified": "Fri, 02 May 2025 10:00:00 GMT"})

    return reply


def test_new_pages_are_fetched_and_known_ones_are_not(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {f"/{n}": article(n) for n in range(5)}
    made = bench()
    for count in (2, 5, 5):
        web.pages["/feed"] = rss([f"{web.url}/{n}?utm_source=rss&fbclid=x{count}" for n in range(count)])
        web.pages |= {f"/{n}?utm_source=rss&fbclid=x{count}": article(n) for n in range(5)}
        made.round(f"{web.url}/feed")
    assert len(made.shelf.pages) == 5
    assert sum(asked.path[1].isdigit() for asked in web.asked) == 5
    assert [page.url.partition("?")[0][-1] for page in made.shelf.pages] == list("01234")  # the oldest first


def test_a_feed_that_has_not_changed_is_not_sent_again(bench: Callable[..., Bench], web: Site) -> None:
    links = [f"{web.url}/1"]
    web.pages |= {"/1": article(1), "/2": article(2), "/feed": changing(lambda: rss(links))}
    assert outcomes(bench().round(f"{web.url}/feed")) == ["listed", "new"]
    made = bench()  # over a restart
    assert outcomes(made.round(f"{web.url}/feed")) == ["unchanged"]
    assert web.asked[-1].headers["if-modified-since"] == "Fri, 02 May 2025 10:00:00 GMT"
    links.append(f"{web.url}/2")
    assert outcomes(made.round(f"{web.url}/feed")) == ["listed", "new"]


def test_a_page_is_added_again_only_where_it_has_changed(bench: Callable[..., Bench], web: Site) -> None:
    now = [article(1)]
    web.pages["/a"] = changing(lambda: now[0])
    made = bench()
    assert outcomes(made.add(f"{web.url}/a")) == ["new"]
    assert outcomes(made.add(f"{web.url}/a")) == ["unchanged"]
    now[0] = article(2)
    assert outcomes(made.add(f"{web.url}/a")) == ["new"]
    assert len(made.shelf.pages) == 2


def test_links_are_found_in_atom_and_those_to_elsewhere_are_left_out(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {"/feed": Reply(ATOM.encode(), sort="application/atom+xml"), "/1?utm_source=atom": article(1)}
    done = bench().round(f"{web.url}/feed")
    assert outcomes(done) == ["listed", "new"]
    assert [d.item.dated for d in done if isinstance(d, Done)] == [None, "2025-05-01"]


def test_two_addresses_of_one_page_are_one(bench: Callable[..., Bench], web: Site) -> None:
    for way in ("/x", "/y"):
        web.pages[way] = Reply(b"", 302, headers={"Location": "/a"})
    web.pages |= {"/a": article(1), "/feed": rss([f"{web.url}/x", f"{web.url}/y", f"{web.url}/a"])}
    made = bench()
    assert outcomes(made.round(f"{web.url}/feed")) == ["listed", "new", "known", "known"]
    assert len(made.shelf.pages) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>Sign in</body></html>",
        b"",
        b"\x89PNG",
        b"<rss",
    ],
)
def test_what_is_no_feed_is_told(bench: Callable[..., Bench], web: Site, body: bytes) -> None:
    web.pages |= {"/feed": Reply(body, sort="text/xml"), "/good": rss([f"{web.url}/1"]), "/1": article(1)}
    done = bench().round(f"{web.url}/feed", f"{web.url}/good")
    assert sorted(outcomes(done)) == ["failed", "listed", "new"]
    assert [d.error.code for d in done if isinstance(d, Done) and d.error] == ["report"]


def test_a_feed_that_takes_too_long_is_left(
    bench: Callable[..., Bench], web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.pages["/feed"] = rss([f"{web.url}/{n}" for n in range(1_000)])
    monkeypatch.setenv("FOGLINE_MAX_SECONDS", "0.01")  # less than a process needs to begin
    settings.cache_clear()
    (done,) = bench().round(f"{web.url}/feed")
    settings.cache_clear()
    assert isinstance(done, Done)
    assert (done.outcome, done.error and done.error.code) == ("failed", "report")


def test_a_path_in_place_of_a_feed_is_not_opened(bench: Callable[..., Bench], web: Site, tmp_path: Path) -> None:
    """A feed parser may take a short text for a path or an address, and open it."""
    (tmp_path / "secret").write_bytes(rss([f"{web.url}/stolen"]).body)
    for text in (str(tmp_path / "secret"), f"{web.url}/other"):
        web.pages |= {"/feed": Reply(text.encode(), sort="text/xml"), "/other": rss([f"{web.url}/stolen"])}
        assert outcomes(bench().round(f"{web.url}/feed")) == ["failed"]
    assert web.times("/other") == 0


def test_pages_that_failed_are_taken_up_when_asked(bench: Callable[..., Bench], web: Site) -> None:
    web.pages |= {"/feed": rss([f"{web.url}/1"])}
    made = bench()
    assert outcomes(made.round(f"{web.url}/feed")) == ["listed", "failed"]
    web.pages["/1"] = article(1)
    assert outcomes(made.round(f"{web.url}/feed")) == ["listed"]
    made.follower.retry_failed()
    assert outcomes(made.round(f"{web.url}/feed")) == ["listed", "new"]


def test_a_feed_that_goes_quiet_is_told_and_one_that_fails_is_not_called_so(
    bench: Callable[..., Bench], web: Site
) -> None:
    web.pages |= {"/1": article(1), "/feed": rss([f"{web.url}/1"], title="Quiet Post"), "/gone": Reply(b"", 410)}
    feeds = [f"{web.url}/feed", f"{web.url}/gone"]
    made = bench(quiet_days=7)
    for days, quiet in ((0, []), (6, []), (3, ["Quiet Post"])):
        made.clock.pass_days(days)
        made.round(*feeds)
        assert [feed.title for feed in made.follower.quiet(feeds)] == quiet
    web.pages |= {"/2": article(2), "/feed": rss([f"{web.url}/1", f"{web.url}/2"], day="")}
    made.round(*feeds)
    assert made.follower.quiet(feeds) == []


def test_a_feed_that_brings_much_is_quiet_sooner(bench: Callable[..., Bench], web: Site) -> None:
    made = bench(quiet_days=7)
    for hour in range(8):
        web.pages |= {f"/{hour}": article(hour), "/feed": rss([f"{web.url}/{n}" for n in range(hour + 1)], day="")}
        made.round(f"{web.url}/feed")
        made.clock.pass_days(1 / 24)
    assert made.follower.quiet([f"{web.url}/feed"]) == []
    made.clock.pass_days(1.5)
    made.round(f"{web.url}/feed")
    (quiet,) = made.follower.quiet([f"{web.url}/feed"])
    assert quiet.days == pytest.approx(1.5 + 1 / 24, abs=0.01)


def test_only_one_follows_into_a_folder(bench: Callable[..., Bench]) -> None:
    with bench().follower.alone(), pytest.raises(UsageError, match="another fogline watch"), bench().follower.alone():
        pass


def test_feeds_are_listed_in_opml(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        '<opml version="2.0"><body><outline text="War"><outline type="rss" xmlUrl="https://a.example/rss"/>'
        '<outline text="B" xmlURL="https://b.example/atom "/></outline><outline text="none"/></body></opml>'
    )
    assert feeds_of([str(file), "https://a.example/rss", "https://c.example/"]) == [
        "https://a.example/rss", "https://b.example/atom", "https://c.example/",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", "no XML", "<opml><body/></opml>", "<opml><body><outline xmlUrl=''/></body></opml>",
        '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline text="&x;"/></opml>',
    ],
)  # fmt: skip
def test_what_is_no_list_of_feeds_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "feeds.opml").write_text(text)
    with pytest.raises(UsageError):
        feeds_of([str(tmp_path / "feeds.opml")])
    with pytest.raises(UsageError):
        feeds_of([str(tmp_path / "missing.opml")])
