"""Turns what was read into amounts: with the words they stand in, and the reasons."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.amounts.bounds import Bounded
from fogline.extraction.amounts.counted import Counted
from fogline.extraction.amounts.indefinite import Several
from fogline.extraction.amounts.singular import Single
from fogline.extraction.amounts.sums import Sum
from fogline.model import Amount, Document


def built(document: Document, limits: Bounded, what: Counted, scope: str | None) -> Amount:
    """The amount of a number with its limits and what it counts."""
    tokens = document.structure.tokens
    start, end = tokens[limits.first].start, tokens[limits.last - 1].end
    return Amount(
        start=start,
        end=end,
        text=document.report.text[start:end],
        first=limits.first,
        last=limits.last,
        head=what.head,
        low=limits.low,
        best=limits.best,
        high=limits.high,
        unit=what.unit,
        category=what.category,
        scope=scope,
        because=(what.because, *limits.because),
    )


def of_single(document: Document, single: Single) -> Amount:
    """The amount of one victim or object."""
    token = document.structure.tokens[single.first]
    scope = "incremental" if token.lower == "another" else None
    rule = "amounts.singular" if single.derived else "amounts.article"
    limits = Bounded(single.first, single.last, None, single.number, None, scope, ())
    amount = built(document, limits, Counted(single.head, single.unit, single.category, rule), scope)
    return replace(amount, derived=True) if single.derived else amount


def of_several(document: Document, several: Several) -> Amount:
    """The amount of victims that are told without a number: a least that follows from the word alone."""
    limits = Bounded(several.first, several.last, several.low, None, None, None, ())
    what = Counted(several.head, several.unit, several.category, f"amounts.indefinite.{several.entry}")
    return replace(built(document, limits, what, None), derived=True)


def of_sum(document: Document, total: Sum) -> Amount:
    """The amount of a list of victims."""
    limits = Bounded(total.first, total.last, total.low, total.best, total.high, None, ())
    what = Counted(total.head, total.harm.unit, "people", "amounts.sum")
    return replace(built(document, limits, what, None), derived=True)
