"""What a role takes from the body or country that it belongs to: its kind and its side."""

from __future__ import annotations

from fogline.extraction.actors.meanings import Meaning
from fogline.extraction.actors.reading import NO_SIDE, Reading
from fogline.model import SourceKind

_KEPT = frozenset({"military", "authority"})  # kinds that a government's own people keep
_BY_NATION = frozenset({"adjective", "country", "capital", "people"})


def combined(role: Meaning, owner: Reading, word: str, *, state_run: bool) -> tuple[SourceKind | None, str | None]:
    """Kind and side of one named by a role that belongs to `owner`; `word` is the role's noun in the singular."""
    return _kind(role, owner), _side(role, owner, word, state_run)


def _kind(role: Meaning, owner: Reading) -> SourceKind | None:
    owned = owner.kind
    if role.inherits == "deed":
        return None
    if role.inherits == "source":
        return owned if owned in {"military", "authority"} else role.kind
    if role.inherits is True and owned is not None:
        if role.id == "diplomat" and owned == "organization" and owner.side is not None:
            return role.kind  # a country's envoy to the United Nations is that country's
        if role.id == "analyst":
            return "organization" if owned == "organization" else role.kind
        if owned == "government" and _by_nation(owner) and role.id != "official":
            return role.kind
        if owned == "government" and role.kind in _KEPT:
            return role.kind  # "a regime military source"
        return owned
    return role.kind


def _side(role: Meaning, owner: Reading, word: str, state_run: bool) -> str | None:
    named = owner.named
    if role.inherits == "side_state":
        return owner.side if state_run or (named is not None and named.type == "group") else None
    if _kind(role, owner) in NO_SIDE:
        return None
    if not role.inherits and not role.home and (named is None or named.state or named.type == "body"):
        return role.side  # "Syrian rebels" are not Syria's, nor are "Syria's allies"
    if role.kind == "armed_group" and named is not None and named.state and word != "fighter":
        return role.side  # "Syrian rebels" are not Syria's
    return owner.side if named is not None and owner.side else role.side or owner.side


def merged(first: Reading, second: Reading) -> Reading:
    """Two readings of one owner, in text order.

    A body's kind holds over a country's and an authority's over a group's ("the Hamas-run health ministry"); a
    group's side holds over a country's.
    """
    if first == Reading():
        return second
    kind, side, named = first.kind, first.side, first.named
    if second.kind is not None and (
        kind is None or (_by_nation(first) and not _by_nation(second)) or second.kind == "authority"
    ):
        kind = second.kind
    closer = first.named is not None and first.named.type == "capital" and _by_nation(second)
    if side is None or closer or (second.named is not None and second.named.type == "group" and second.side):
        side, named = second.side or side, second.named or named
    return Reading(
        kind, side, first.role or second.role, None, named or second.named,
        home=first.home or second.home,
        vague=first.vague and second.vague, own=first.own or second.own,
        because=(*first.because, *second.because),
    )  # fmt: skip


def _by_nation(reading: Reading) -> bool:
    return reading.role is None and reading.named is not None and reading.named.type in _BY_NATION
