from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fogline.reports import report_from_text

BODY = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."
MORE = "Officials in the town denied it. They said that their men still held both ends of the bridge and the mill."


def kinds(text: str) -> list[tuple[str, str]]:
    report = report_from_text(text)
    return [(s.kind, text[s.start : s.end]) for s in report.segments]


PIECES = st.sampled_from(
    [BODY, MORE, "\n", "\n\n", "\f", "\r\n", " ", "'No way back'", "Read more:", "https://example.org/2020/01/02/x",
     "Photo: Ana Reyes / AFP", "LIMA, May 3 (Reuters) - ", "By Ana Reyes", "Page 3 of 7", "(Reporting by Ana Reyes)",
     "- one", "…", "\u2028", "\x85", "Published 3 May 2020"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=30).map("".join)).filter(str.strip))
@example("\ud800 lone surrogate")
@example("\x1c\x1d odd white space \x1f")
def test_segments_come_in_order_lie_inside_and_lose_no_word(text: str) -> None:
    report = report_from_text(text)
    at = 0
    for segment in report.segments:
        assert at <= segment.start < segment.end <= len(text)
        assert not text[at : segment.start].strip()
        assert text[segment.start : segment.end].strip() == text[segment.start : segment.end]
        at = segment.end
    assert not text[at:].strip()
    assert report.text == text


def test_wrapped_lines_make_one_paragraph_each() -> None:
    text = (
        "The army said on Friday that it had taken\nthe bridge at Osten after three days of\n"
        "fighting on both banks of the river.\n\nOfficials in the town denied it, and they\n"
        "said that Osten's own men still held both\nends of the bridge.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_unwrapped_lines_are_paragraphs_of_their_own() -> None:
    assert [kind for kind, _ in kinds(f"{BODY}\n{MORE}\n{BODY}")] == ["body", "body", "body"]


def test_double_spaced_lines_make_one_paragraph() -> None:
    wrapped = (
        "The army said on Friday that it had taken\nthe bridge at Osten after three days of\n"
        "fighting on both banks of the river, and\nthat it would go on to the mill below,\n"
        "where officials in the town said their\nown men still held out."
    )
    assert len(kinds(wrapped.replace("\n", "\n\n"))) == 1


def test_wrapped_paragraphs_without_empty_lines_end_at_short_lines() -> None:
    text = (
        "The army said on Friday that it had taken\nthe bridge at Osten after three days of\nfighting.\n"
        "Officials in the town denied it, and they\nsaid that its own men still held both of\nits ends.\n"
    )
    assert len(kinds(text)) == 2


def test_a_sentence_over_a_page_break_stays_in_pieces_for_the_language_stage() -> None:
    text = "The army said on Friday that it had\n\n- 2 -\n\f\ntaken the bridge at Osten, on the river\nbelow the mill."
    assert [kind for kind, _ in kinds(text)] == ["body", "boilerplate", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("'No way back'", "crosshead"),
        ("No way back", "crosshead"),
        ("– ‘No way back’ –", "crosshead"),
        ("Related article: Talks open in Geneva", "related"),
        ("https://example.org/2020/05/03/talks-open", "link"),
        ("GENERAL SAYS THE TALKS IN GENEVA WILL OPEN ON MONDAY", "related"),
        ("Photo: Ana Reyes / AFP", "credit"),
        ("Advertisement", "boilerplate"),
        ("Share Tweet Post Email", "boilerplate"),
        ("Page 3 of 7", "boilerplate"),
        ("* * *", "boilerplate"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{MORE}") == [("body", BODY), (kind, line), ("body", MORE)]


def test_a_related_line_in_the_middle_of_a_wrapped_paragraph_is_cut_out() -> None:
    text = (
        "The army said on Friday that it had taken\nthe bridge at Osten after three days of\n"
        "Related article: Talks open in Geneva\n\nfighting on both banks of the river, with\nheavy loss.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["body", "related", "body"]


def test_caption_and_credit_are_told_apart() -> None:
    caption = "This photograph shows a burnt bus near the market of Osten on May 3, 2020."
    found = kinds(f"{caption} Ana REYES / AFP\n\n{BODY}")
    assert found == [("caption", caption), ("credit", "Ana REYES / AFP"), ("body", BODY)]


@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW, March 4. /TASS/.",
        "YEREVAN, MARCH 4, ARMENPRESS.",
        "New Delhi [India], March 4 (ANI):",
        "Lima, Peru –",
        "Moscow, Russia, May 3 -",
        "LIMA, May 3 (Reuters) -",
        "NAIROBI, Kenya (AP) —",
        "BAKU/YEREVAN",
        "OSTEN, Arda (Arda Free Press) –",
        "KABUL, Afghanistan (Jan. 25, 2013)",
        "(CNN) --",
    ],
)
def test_datelines_are_cut_from_the_first_paragraph(dateline: str) -> None:
    assert kinds(f"{dateline} {BODY}\n\n{MORE}") == [("dateline", dateline), ("body", BODY), ("body", MORE)]


@pytest.mark.parametrize("start", ["NATO Secretary General", "UNICEF", "HIMARS", "Lima – a city of millions –"])
def test_acronyms_are_no_datelines(start: str) -> None:
    text = f"{start} Officials said that the bridge at Osten had been lost and that nobody held the town."
    assert kinds(text) == [("body", text)]


def test_headlines_at_the_end_belong_to_other_articles() -> None:
    found = kinds(f"{BODY}\n\n{MORE}\n\nTalks open in Geneva\n\nFlood water reaches the capital's harbour")
    assert [kind for kind, _ in found] == ["body", "body", "related", "related"]


def test_running_heads_are_furniture() -> None:
    text = "\f".join(f"The Osten Courier {page}\n\n{BODY}\n\n" for page in (1, 2, 3))
    assert [kind for kind, _ in kinds(text)] == ["boilerplate", "body"] * 3


def test_texts_without_full_stops_stay_body() -> None:
    text = "Shelling near Osten since dawn\nTwo killed at the mill, says the mayor\nThe bridge is still ours"
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_hostile_texts_take_no_longer_than_others() -> None:
    for piece in (
        "A ",
        "By Ana ",
        "(",
        '"',
        "share ",
        "a\n",
        "A/",
        "- ",
        "http://x",
        "12:30 ",
        "Published 3 May 2020 ",
    ):
        text = piece * (60_000 // len(piece))
        assert report_from_text(text).segments


def test_tables_of_figures_are_told_apart() -> None:
    table = "Oblast        Killed   Wounded\nOsten             14        31\nKolva              2         5\n"
    text = f"{BODY}\n\n{table}\n{BODY}\n"
    found = report_from_text(text).segments
    assert [s.kind for s in found][-3:] == ["table", "table", "body"]
    assert [text[s.start : s.end] for s in found if s.kind == "table"] == table.splitlines()[1:]


def test_figures_in_running_text_make_no_table() -> None:
    text = f"{BODY}\n14 were wounded in Osten,  2 in Kolva.\n{BODY}"
    assert {s.kind for s in report_from_text(text).segments} == {"body"}


def test_posts_and_time_stamps_are_told_apart() -> None:
    post = "Bridge is gone, no way across tonight. — Ana Reyes (@anareyes) May 3, 2020"
    found = report_from_text(f"{BODY}\n\n14:05 GMT\n\n{BODY}\n\n{post}\n\n{BODY}").segments
    assert [s.kind for s in found] == ["body", "timestamp", "body", "post", "body"]
