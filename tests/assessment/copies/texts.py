"""Reports made up for these tests."""

from __future__ import annotations

from datetime import date

from fogline.model import Report
from fogline.reports import report_from_text

STORY = (
    "Rebels of the M23 movement entered the lakeside city of Goma before dawn, residents said, after government troops "
    "had left their posts along the road from Sake.",
    "Two army officers said that about forty soldiers had been killed in the fighting around the airport, while the "
    "governor's office spoke of seventeen dead and more than a hundred wounded.",
    "A spokesman for the rebels denied that the prison had been opened by his men. He said the guards had run away and "
    "that order would be back in the streets within two days.",
    "Families with mattresses on their heads walked towards the border, where customs officers let them pass without "
    "papers until the barrier was closed shortly after noon.",
    "The United Nations mission said that three peacekeepers from South Africa had died when a mortar round hit their "
    "vehicle near the water works, and called on both sides to spare the hospitals.",
    "The province has changed hands several times since the nineteen-nineties, and its mines of tin and coltan paid "
    "for most of the armed groups that fight there.",
)
RETOLD = (
    "Goma fell overnight. People who live near the lake told of gunfire at three in the morning and of uniforms thrown "
    "into the gutters.",
    "Kinshasa gave a toll of seventeen; its own officers put the number of fallen soldiers at forty.",
    "South Africa confirmed the death of three of its peacekeepers in a mortar strike by the water works.",
    "Who opened the gates of the prison is disputed: the M23 says it was not they.",
)
ELSEWHERE = (
    "Azerbaijan's defence ministry said its units had raised the flag over the village of Karvachar on Wednesday, as "
    "agreed in the truce of the tenth of November.",
    "Villagers burnt their houses before they left for Vardenis, a reporter who drove with them wrote, and dug up "
    "the bones of their parents.",
    "Yerevan did not say how many of its soldiers were still missing, but the human rights defender counted more than "
    "two hundred prisoners whose names are known.",
    "Russian peacekeepers set up a post beside the monastery of Dadivank so that its monks could stay.",
)
DAY = date(2025, 1, 27)


def report(*paragraphs: str, publisher: str | None = None, **given: object) -> Report:
    """A report whose paragraphs stand apart by an empty line."""
    return report_from_text("\n\n".join(paragraphs), publisher=publisher, **given)  # type: ignore[arg-type]


def piece(report: Report, start: int, end: int) -> str:
    return report.text[start:end]
