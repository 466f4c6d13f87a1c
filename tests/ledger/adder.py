"""Adds made reports to a ledger: a process that the tests start, several at once, and kill. `adder.py LEDGER COUNT`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

from fogline.ledger import Store
from fogline.model import Claim, Document, Published, Report, Source, Words

TEXT = "The army of {n} said its forces had taken the town of {n}. It was denied."


def made(number: int) -> Document:
    """A report with three claims, the same for the same number."""
    text = TEXT.format(n=number)
    day = date(2025, 1, 1)
    claim = Claim(
        id=f"c{number}a", event="control.captured", stance="asserts",
        evidence=Words(0, len(text), text), trigger=Words(0, 3, text[:3]),
        source=Source("military", None, "the army", "A"), actor=None, target=None, place=None, time=None, said=None,
        quantities=(), against=None, confidence=0.5, because=("made",),
    )  # fmt: skip
    report = Report(f"sha256:{number:064}", text, (), Published(day, day, "given"), language="en")
    return Document(report, claims=(claim, replace(claim, id=f"c{number}b"), replace(claim, id=f"c{number}c")))


def main() -> None:
    """Adds them, one transaction each; says so before the first."""
    address, count = sys.argv[1], int(sys.argv[2])
    with Store(address) as store:
        sys.stdout.write("adding\n")
        sys.stdout.flush()
        for number in range(count):
            with store.writing() as writer:
                writer.add(made(number), engine="0 rules", knowledge="k")


if __name__ == "__main__":
    main()
