from __future__ import annotations

import pytest

from fogline.model import Report
from fogline.reports import report_from_text
from fogline.reports.languages import language_of

BODY = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."


def codes(report: Report) -> list[str]:
    return [warning.code for warning in report.warnings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Війська зайняли місто Остен, повідомив речник у п'ятницю.", "uk"),
        ("Войска заняли город после трёх дней боёв, сообщил в пятницу представитель министерства.", "ru"),
        ("قالت الوزارة يوم الجمعة إن قواتها سيطرت على الجسر بعد ثلاثة أيام من القتال.", "ar"),
        ("L'armée a pris le pont vendredi après trois jours de combats, selon le porte-parole du ministère.", "fr"),
        ("El ejército tomó el puente el viernes después de tres días de combates, dijo el portavoz.", "es"),
        ("Ordu köprüyü üç günlük çatışmadan sonra cuma günü aldığını açıkladı.", "tr"),
    ],
)
def test_other_languages_are_named_and_not_read(text: str, code: str) -> None:
    report = report_from_text(text)
    assert report.language == code and report.text == text
    assert codes(report) == ["not_english"] and "not read" in report.warnings[0].message


@pytest.mark.parametrize("text", ["Rebels retook Osten.", "Ceasefire!", "Troops entered Dorn at dawn.", BODY])
def test_short_english_is_known_by_its_words(text: str) -> None:
    assert report_from_text(text).language == "en"


@pytest.mark.parametrize("text", ["OK", "14:05", "Osten", "Minister Almar", "Control total", "Drone camp", "?!", "🙂"])
def test_a_few_words_are_no_english_without_evidence(text: str) -> None:
    report = report_from_text(text)
    assert report.language is None and codes(report) == ["language_unknown"]


def test_what_a_page_says_of_itself_counts_only_where_its_text_is_silent() -> None:
    assert language_of("Osten, Kolva", "en") == "en"
    assert language_of("Остен", "en") is None
    assert language_of(BODY, "ru") == "en"
    assert language_of("Війська зайняли місто Остен, повідомив речник у п'ятницю.", "en") == "uk"


def test_a_headline_in_another_script_is_told_apart() -> None:
    report = report_from_text(f"Армія взяла міст біля Остена\n\n{BODY}\n\n{BODY}")
    assert (report.segments[0].kind, report.segments[0].start) == ("foreign", 0)
    assert [s.kind for s in report.segments[1:]] == ["body", "body"]


def test_a_headline_of_an_english_feed_is_english_and_one_that_is_surely_not_stays_so() -> None:
    assert language_of("Kharkiv blackout", "en") == "en"
    assert language_of("Sumy: drone swarm downed", "en") == "en"
    assert language_of("Kharkiv blackout") is None
    assert language_of("Війська зайняли Остен", "en") != "en"
    assert language_of("L'armée a pris le pont après trois jours de combats, selon le ministère.", "en") == "fr"
