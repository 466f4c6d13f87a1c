"""Where claims are found and where not: `python -m eval.breakdown FOLDER…` reads annotated reports as users do.

Prints, as tables, F1 by war, by whether the outlet is of a party's own state, and by event type, and counts what is
missed or too much by kind. `eval/outlets.csv` tells the states of outlets; others count as unknown.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from eval.agreement import Row, same_name
from eval.annotation import AnnotatedReport, Located, read_folder
from eval.matching import Pair, family, match
from eval.reader.examples import war_of
from eval.run import read_with_fogline
from eval.score import Scores
from eval.spans import share_of_shorter, span_of

OUTLETS = Path(__file__).resolve().parent / "outlets.csv"
SHOWN = ("type_f1", "core_f1", "family_f1", "whole_f1", "firm_f1", "source", "stance")
Read = Sequence[tuple[AnnotatedReport, Row]]
Found = Sequence[tuple[AnnotatedReport, Row, list[Pair]]]  # with the pairs of one type


def main() -> None:
    """Prints the tables."""
    read = list(read_with_fogline(report for folder in sys.argv[1:] for report in read_folder(Path(folder))))
    states = dict(_states())
    print("\n".join(_by("war", read, [war_of(report) for report, _ in read])), end="\n\n")
    print("\n".join(_by("outlet", read, [standing(report, states) for report, _ in read])), end="\n\n")
    found = [(report, row, match(report.claims, row["claims"], "type")) for report, row in read]
    print("\n".join(_by_type(found)), end="\n\n")
    print("\n".join(_errors(found)))


def _states() -> Iterator[tuple[str, str]]:
    with OUTLETS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["state"]


def standing(report: AnnotatedReport, states: dict[str, str]) -> str:
    """Whether a report's outlet is of the state of a party that its annotation names."""
    publisher = report.annotation.publisher or ""
    state = next((state for name, state in states.items() if publisher.startswith(name)), None)
    if state is None:
        return "unknown"
    parties: list[str] = (report.annotation.model_extra or {}).get("parties") or []
    return "a party's state" if any(same_name(state, party) for party in parties) else "another state"


def _by(what: str, read: Read, groups: Sequence[str]) -> Iterator[str]:
    """A row of figures for each group of reports, the largest first."""
    scores: dict[str, Scores] = defaultdict(Scores)
    for (report, row), group in zip(read, groups, strict=True):
        scores[group].add(report, row)
    yield f"| {what} | reports | claims | {' | '.join(SHOWN)} |"
    yield "| --- " * (3 + len(SHOWN)) + "|"
    reports = Counter(groups)
    for group, found in sorted(scores.items(), key=lambda item: (-item[1].tallies["type"].gold, item[0])):
        figures = found.figures()
        cells = [f"{figures[name]:.3f}" if name in figures else "" for name in SHOWN]
        yield f"| {group} | {reports[group]} | {found.tallies['type'].gold:,} | {' | '.join(cells)} |"


def _by_type(read: Found) -> Iterator[str]:
    annotated: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for report, row, pairs in read:
        annotated.update(gold.claim.event for gold in report.claims)
        claimed.update(claim["event"] for claim in row["claims"])
        right.update(gold.claim.event for gold, _ in pairs)
    yield "| event type | annotated | read | right | precision | recall | F1 |"
    yield "| --- " * 7 + "|"
    for name, n in sorted(annotated.items()):
        hits, told = right[name], claimed[name]
        shares = (hits / max(1, told), hits / n, 2 * hits / (n + told))
        yield f"| {name} | {n:,} | {told:,} | {hits:,} | {' | '.join(f'{share:.2f}' for share in shares)} |"


def _errors(read: Found) -> Iterator[str]:
    """What is missed, what is too much, and what is wrong in the claims of the right type, by kind."""
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    scores = Scores()
    for report, row, pairs in read:
        found = {id(gold) for gold, _ in pairs}
        taken = {id(claim) for _, claim in pairs}
        rest = [claim for claim in row["claims"] if id(claim) not in taken]
        left = [gold for gold in report.claims if id(gold) not in found]
        missed.update(_at_its_words((gold, claim) for claim in rest if _meet(gold, claim)) for gold in left)
        extra.update(_of_extra(claim, left, report.claims) for claim in rest)
        for pair in pairs:
            scores.add_fields(pair)
    wrong = scores.asked - scores.agreed
    for title, counts in (("missed", missed), ("too much", extra), ("of the right type, but wrong in", wrong)):
        yield f"| {title} | claims |\n| --- | --- |"
        yield from (f"| {kind} | {n:,} |" for kind, n in counts.most_common())
        yield ""


def _meet(gold: Located, claim: Row) -> bool:
    return share_of_shorter(gold.trigger, span_of(claim.get("trigger"))) > 0


def _at_its_words(others: Iterable[tuple[Located, Row]]) -> str:
    """What is read instead at the words of a claim that is missed."""
    families = [gold.claim.family == family(claim) for gold, claim in others]
    if not families:
        return "nothing is read at its words"
    return "another type of its family is read there" if any(families) else "another family is read there"


def _of_extra(claim: Row, left: Sequence[Located], claims: Sequence[Located]) -> str:
    """What is annotated at the words of a claim that no annotated one matches."""
    if any(_meet(gold, claim) for gold in left):
        return "another type is annotated there"
    if any(_meet(gold, claim) for gold in claims):
        return "its words are those of a claim that is found"
    evidence = span_of(claim.get("evidence"))
    if any(share_of_shorter(gold.evidence, evidence) > 0 and gold.claim.event == claim["event"] for gold in claims):
        return "a claim of its type is annotated beside it"
    return "nothing like it is annotated there"


if __name__ == "__main__":
    main()
