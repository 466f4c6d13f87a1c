"""Checks annotations against their texts: `python -m eval.check FOLDER_OR_JSON…` prints each fault, exits 1 on any."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from eval.annotation import AnnotatedReport, Located, occurrences, read_annotated


def faults(path: Path) -> list[str]:
    """What is wrong with one annotation file, each fault in a line that names file and claim."""
    try:
        report = read_annotated(path)
    except ValidationError as error:
        return [f"{path.name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    except (OSError, UnicodeDecodeError) as error:
        return [f"{path.name}: {error}"]
    return [f"{path.name}: {fault}" for fault in _report_faults(report)]


def _report_faults(report: AnnotatedReport) -> Iterator[str]:
    ids = [c.id for c in report.annotation.claims]
    yield from (f"{i}: this id stands twice" for i in sorted({i for i in ids if ids.count(i) > 1}))
    for located in report.claims:
        yield from (f"{located.claim.id}: {fault}" for fault in _claim_faults(report.text, located, ids))


def _claim_faults(text: str, located: Located, ids: list[str]) -> Iterator[str]:
    claim = located.claim
    if located.evidence is None:
        yield f"the text does not hold the evidence {claim.evidence!r}"
    elif located.trigger is None:
        yield f"the evidence does not hold the trigger {claim.trigger!r}"
    for name, words in (("source", claim.source), ("place", claim.place)):
        if words and next(occurrences(text, words), None) is None:
            yield f"the text does not hold the {name} {words!r}"
    if claim.against is not None and claim.against not in ids:
        yield f"against {claim.against!r}, which is no claim of this report"


def main(arguments: list[str]) -> int:
    """Prints the faults of all files named and returns the exit code."""
    paths = [f for a in arguments for f in (sorted(Path(a).glob("*.json")) if Path(a).is_dir() else [Path(a)])]
    found = [fault for path in paths for fault in faults(path)]
    for fault in found:
        print(fault)
    print(f"{len(paths)} files, {len(found)} faults")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
