"""The figures that must not be fallen below; they rise, and never sink."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eval.annotation import AnnotatedReport

SLACK = 0.01  # an F1 over some 400 claims moves by this much when two or three claims change hands
SHARE_SLACK = 0.03  # the share of a field is over the claims found: it sinks a little when more, and harder, are found
NO_FLOOR = frozenset({"against"})  # a handful of pairs: one of them moves the figure by a tenth and more


@dataclass(frozen=True, slots=True)
class Floors:
    """The least value of each figure, on reports with this digest."""

    digest: str
    least: dict[str, float]

    def broken(self, figures: dict[str, float]) -> dict[str, tuple[float, float]]:
        """The figures below their floor: name ▶ (figure, floor). A figure that is missing counts as 0."""
        now = {name: figures.get(name, 0.0) for name in self.least}
        return {name: (now[name], floor) for name, floor in self.least.items() if now[name] < floor}

    def raised(self, figures: dict[str, float], digest: str) -> Floors:
        """Floors just below the figures where that is higher, and as they were elsewhere."""
        names = sorted({*self.least, *figures} - NO_FLOOR)
        least = {n: max(self.least.get(n, 0.0), round(figures.get(n, 0.0) - _slack(n), 3)) for n in names}
        return Floors(digest, least)


def _slack(figure: str) -> float:
    return SLACK if figure.endswith("_f1") else SHARE_SLACK


def read_floors(path: Path) -> Floors:
    """The floors of a file; none where the file is missing."""
    if not path.exists():
        return Floors("", {})
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Floors(stored["reports"], stored["floors"])


def write_floors(path: Path, floors: Floors) -> None:
    """Writes floors as JSON for people to review."""
    path.write_text(json.dumps({"reports": floors.digest, "floors": floors.least}, indent=1) + "\n", encoding="utf-8")


def digest(reports: Iterable[AnnotatedReport]) -> str:
    """SHA-256 over texts and annotations, so that floors and the reports they were measured on stay together."""
    total = hashlib.sha256()
    for report in reports:
        total.update(report.text.encode())
        total.update(report.annotation.model_dump_json().encode())
    return total.hexdigest()
