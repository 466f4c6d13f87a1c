"""Live blogs without JSON-LD are split into posts by their markup."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.reports.formats.reading import of_kind, read_reports, where

POSTS = [
    ("p1", "2025-02-08T00:40:00Z", "00:40 GMT", "Bridge retaken", "The army said it had retaken the bridge."),
    ("p2", "2025-02-07T18:05:00Z", "18:05 GMT", "Market shelled", "Shells fell on the market, killing three people."),
    ("p3", "2025-02-07T14:30:00Z", "14:30 GMT", "Talks end", "Talks ended without a truce, officials told reporters."),
]  # fmt: skip


def page(posts: str, title: str = "War live: all updates") -> str:
    head = f'<title>{title}</title><meta property="og:site_name" content="Evening Post">'
    return f'<html lang="en"><head>{head}</head><body><main><h1>{title}</h1>{posts}</main></body></html>'


def post(anchor: str, when: str, told: str, heading: str, words: str) -> str:
    return (
        f'<article id="{anchor}" class="post block"><div class="meta"><time datetime="{when}">{told}</time></div>'
        f"<h2>{heading}</h2><p>{words}</p><button>Share</button></article>"
    )


def test_each_post_is_a_report_with_its_own_day_and_segments(tmp_path: Path) -> None:
    found = read_reports(tmp_path, "blog.html", page("".join(post(*one) for one in POSTS)))
    assert [report.published.end for report in found] == [date(2025, 2, 8), date(2025, 2, 7), date(2025, 2, 7)]
    assert [report.title for report in found] == ["Bridge retaken", "Market shelled", "Talks end"]
    assert [report.external_id for report in found] == ["post 1", "post 2", "post 3"]
    first = found[0]
    assert first.publisher == "Evening Post" and first.language == "en"
    assert of_kind(first, "timestamp") == ["00:40 GMT"] and of_kind(first, "crosshead") == ["Bridge retaken"]
    assert of_kind(first, "body") == [POSTS[0][4]] and "Share" not in first.text
    assert "article[1]" in where(first, "retaken the bridge")


def test_a_page_that_is_not_live_or_lists_headlines_stays_whole(tmp_path: Path) -> None:
    words = "The army said on Friday that it had taken the bridge at Osten after three days of fighting. "
    story = f"<article><p>{words * 3}</p><p>{words * 2}</p></article>"
    card = '<li class="card"><a href="/{}">{}</a> <time datetime="{}">{}</time></li>'
    cards = "".join(card.format(anchor, heading, when, told) for anchor, when, told, heading, _ in POSTS)
    assert len(read_reports(tmp_path, "list.html", page(f"{story}<ul>{cards}</ul>"))) == 1
    comments = "".join(post(*one) for one in POSTS).replace('class="post', 'class="comment')
    assert len(read_reports(tmp_path, "comments.html", page(f"{story}<section>{comments}</section>"))) == 1


def test_control_characters_beside_a_time_stamp_do_no_harm(tmp_path: Path) -> None:
    blog = page("".join(post(*one) for one in POSTS)).replace("</time>", "</time>\x14\x14")
    found = read_reports(tmp_path, "blog.html", blog)
    assert [report.title for report in found] == ["Bridge retaken", "Market shelled", "Talks end"]
    assert POSTS[1][4] in found[1].text
