from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.errors import ReportError
from fogline.reports.decode import decode

ENGLISH = "The army said it had taken the bridge at Osten on Friday. “We hold it,” a spokesman said — no more.\r\n"
RUSSIAN = "Министерство обороны сообщило, что войска взяли мост у города Остен в пятницу вечером.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_give_the_same_text(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_western_code_page_is_told_and_warned_of() -> None:
    decoded = decode(ENGLISH.encode("cp1252"))
    assert decoded.text == ENGLISH
    assert [w.code for w in decoded.warnings] == ["encoding_guessed"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_cyrillic_code_pages_are_told(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


def test_old_macintosh_quotation_marks_are_told() -> None:
    text = "The army’s spokesman said it had taken the bridge – “for good” – after three days of fighting on the river."
    assert decode(text.encode("mac_roman")).text == text


def test_one_broken_byte_does_not_make_utf8_a_code_page() -> None:
    data = (ENGLISH * 3).encode().replace(b"bridge", b"bri\xffdge", 1)
    decoded = decode(data)
    assert "bri\N{REPLACEMENT CHARACTER}dge" in decoded.text
    assert "“We hold it,”" in decoded.text
    assert [w.code for w in decoded.warnings] == ["broken_bytes"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"text\0with\0zeros and more\0", "binary"),
        (bytes(range(32)) * 20, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(ReportError, match=what) as caught:
        decode(data)
    assert caught.value.next_step


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decode(data)
    except ReportError as error:
        assert error.next_step


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(str.strip))
def test_utf8_survives_unchanged(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text
