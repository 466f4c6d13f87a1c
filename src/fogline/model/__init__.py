"""Frozen types without logic; imports nothing else of fogline."""

from fogline.model.actor import Actor, SourceKind
from fogline.model.amount import Amount
from fogline.model.attribution import Attribution, Quoted, Stance
from fogline.model.claim import Claim, Party, Relay, Said, Source, When
from fogline.model.document import Document
from fogline.model.event import Event, EventType, Modality, Reading, Reply
from fogline.model.place import Candidate, Place, Precision
from fogline.model.report import DateBasis, Locator, Published, Report, Segment, SegmentKind, Warning
from fogline.model.text import Paragraph, Quote, Sentence, Span, Structure, Token, Words
from fogline.model.when import IntervalKind, Time, TimeExpression, TimeType

__all__ = [
    "Actor",
    "Amount",
    "Attribution",
    "Candidate",
    "Claim",
    "DateBasis",
    "Document",
    "Event",
    "EventType",
    "IntervalKind",
    "Locator",
    "Modality",
    "Paragraph",
    "Party",
    "Place",
    "Precision",
    "Published",
    "Quote",
    "Quoted",
    "Reading",
    "Relay",
    "Reply",
    "Report",
    "Said",
    "Segment",
    "SegmentKind",
    "Sentence",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Structure",
    "Time",
    "TimeExpression",
    "TimeType",
    "Token",
    "Warning",
    "When",
    "Words",
]  # fmt: skip
