"""Lists of the ledger as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich import box
from rich.table import Table
from rich.text import Text

from fogline.assessment.control import Span
from fogline.assessment.fact import Fact
from fogline.exports import words
from fogline.exports.table import LONGEST, STANCES
from fogline.ledger import Judgement
from fogline.query import PlaceRow, ReportRow, SourceRow

FORMS = 4  # of a name that are shown


def grid(*columns: tuple[str, int]) -> Table:
    """An empty table with some columns, each with its share of the width; 0 is as wide as its content."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), header_style="bold")
    for title, ratio in columns:
        if ratio:
            table.add_column(title, ratio=ratio, overflow="fold")
        else:
            table.add_column(title, no_wrap=True)
    return table


def claims(facts: Iterable[Fact]) -> Table:
    """Claims: who says what of where and when, in which words, from which report."""
    table = grid(
        ("Known", 0), ("Source and side", 18), ("Claim", 16), ("Where, when, number", 20), ("In these words", 36)
    )
    for fact in facts:
        table.add_row(fact.known.isoformat(), speaker(fact), claim(fact), slots(fact), evidence(fact))
    return table


def speaker(fact: Fact) -> Text:
    """Who says so, through whom, and for which side."""
    name = words.plain(fact.source_name) if fact.kind != "narrator" else f"{fact.publisher or 'the report'} itself"
    through = f"\nthrough {', '.join(map(words.plain, fact.chain))}" if fact.chain else ""
    side = f"\nside: {words.plain(fact.side)}" if fact.side != "none" else ""
    return Text.assemble(name, (through + side, "bright_black"))


def claim(fact: Fact) -> Text:
    """Stance, event and who did it."""
    did = f"\nby {words.plain(fact.actor_side)}" if fact.actor_side else ""
    return Text.assemble((fact.stance, STANCES[fact.stance]), f"\n{words.EVENTS[fact.event]}", (did, "bright_black"))


def slots(fact: Fact) -> str:
    """Place, days and numbers, a line each."""
    relation = f"{fact.relation} " if fact.relation else ""
    where = f"{relation}{words.plain(fact.place_name)}" if fact.place_name else ""
    numbers = ", ".join(words.amount(amount) for amount in fact.quantities[:3])
    return "\n".join(filter(None, [where, days(fact), numbers]))


def days(fact: Fact) -> str:
    """The days of the event."""
    if fact.begin is None or fact.until is None:
        return ""
    return words.interval(fact.begin, fact.until, fact.time_kind or "throughout")


def evidence(fact: Fact) -> Text:
    """The words of the claim, and whether a person has looked at them."""
    mark = "" if fact.review == "open" else f" [{fact.review}]"
    return Text.assemble(f"“{words.shortened(words.plain(fact.words), LONGEST)}”", (mark, "bright_black"))


def reports(found: Iterable[ReportRow]) -> Table:
    """Reports, with what each is a copy of."""
    table = grid(("Published", 0), ("Outlet", 14), ("Report", 36), ("Claims", 0), ("Id", 24))
    for report in found:
        day = (
            words.interval(report.published_from, report.published_to, "sometime")
            if (report.published_from and report.published_to)
            else "unknown"
        )
        agency = f" ({report.agency})" if report.agency and report.agency != report.publisher else ""
        copy = "" if report.origin == report.id else "\ncopy"
        name = report.title or report.name or ""
        table.add_row(
            day, words.plain(f"{report.publisher or ''}{agency}"), Text.assemble(words.plain(name), (copy, "yellow")),
            str(report.claims), report.id[:19],
        )  # fmt: skip
    return table


def sources(found: Iterable[SourceRow]) -> Table:
    """Sources with their forms, claims and reports."""
    table = grid(("Source", 26), ("Kind", 0), ("Side", 12), ("Claims", 0), ("Origins", 0), ("Also told as", 30))
    for source in found:
        others = [form for form in source.aliases if form != source.name]
        side = "" if source.side == "none" else words.plain(source.side)
        table.add_row(
            words.plain(source.name), source.kind, side, str(source.claims), str(source.reports), _some(others)
        )
    return table


def places(found: Iterable[PlaceRow]) -> Table:
    """Places with their forms and claims."""
    table = grid(("Place", 20), ("Region", 16), ("Position", 0), ("Claims", 0), ("Also called", 30))
    for place in found:
        others = [f"{form} ({user})" if user else form for form, user in place.forms.items() if form != place.name]
        table.add_row(words.plain(place.name), region(place), position(place), str(place.claims), _some(others))
    return table


def control(found: Iterable[tuple[PlaceRow, Span]]) -> Table:
    """The status of places on a day."""
    table = grid(("Place", 18), ("Region", 14), ("Status", 34), ("Since", 0), ("Last confirmed", 0))
    for place, span in found:
        table.add_row(
            words.plain(place.name), region(place), words.plain(span.status), span.begin.isoformat(),
            span.confirmed.isoformat(),
        )  # fmt: skip
    return table


def judgements(found: Iterable[Judgement]) -> Table:
    """What people decided, in order."""
    table = grid(("N", 0), ("When", 0), ("Who", 10), ("Decided", 0), ("On", 20), ("Values", 24), ("Note", 20))
    for row in found:
        values = ", ".join(f"{key}={value}" for key, value in row.body.items() if not isinstance(value, list))
        table.add_row(
            str(row.seq), row.at[:16].replace("T", " "), words.plain(row.user), row.kind, words.plain(row.target),
            words.plain(values), words.plain(row.note),
        )  # fmt: skip
    return table


def region(place: PlaceRow) -> str:
    """Region and country of a place."""
    return ", ".join(words.plain(part) for part in (place.admin1, place.country) if part)


def position(place: PlaceRow) -> str:
    """The point of a place in degrees."""
    return "" if place.lat is None or place.lon is None else f"{place.lat:.3f} {place.lon:.3f}"


def counted(values: Mapping[str, int]) -> str:
    """Values with how often each is found."""
    return ", ".join(f"{words.plain(value)} {number}" for value, number in values.items())


def _some(forms: list[str]) -> str:
    more = ", …" if len(forms) > FORMS else ""
    return ", ".join(words.plain(form) for form in forms[:FORMS]) + more
