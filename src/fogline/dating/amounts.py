"""How much time a number with a unit is, and how TIMEX3 writes it."""

from __future__ import annotations

# How many "a few" and its like are taken for when days must be counted from them.
VAGUE = {"few": 3.0, "couple": 2.0, "several": 4.0, "dozens": 24.0, "": 3.0}
_LETTER = {"F": ("W", 2), "N": ("D", 1), "E": ("Y", 10), "C": ("Y", 100), "WE": ("WE", 1), "Q": ("Q", 1)}


def quantity(number: str) -> float:
    """The number that figures or a vague word stand for."""
    return VAGUE[number] if number in VAGUE else float(number)


def duration_value(number: str, unit: str) -> str:
    """The TIMEX3 value of a duration: `P2W`, `PT6H`, `PXM` for an unknown number of months."""
    letter, factor = _LETTER.get(unit, (unit, 1))
    prefix = "P"
    if letter.startswith("T"):
        prefix, letter = "PT", letter[1:]
    if number in VAGUE:
        return f"{prefix}X{_vague_letter(unit, letter)}"
    return f"{prefix}{float(number) * factor:g}{letter}"


def _vague_letter(unit: str, letter: str) -> str:
    return {"E": "E", "C": "C"}.get(unit, letter)
