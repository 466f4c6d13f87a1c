"""Whether one report repeats another's text, and which passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.assessment.copies.agencies import Shared, shared_agency
from fogline.assessment.copies.align import Chain, shared_chains, size
from fogline.assessment.copies.formulas import without_formulas
from fogline.assessment.copies.outlet_furniture import stretches
from fogline.assessment.copies.sentences import sentence_shared
from fogline.assessment.copies.sketching import WINDOW
from fogline.assessment.copies.words import ToldWords, told_words
from fogline.model import Report, Span

# Measured on 89 pairs of reports on one war by 15 outlets, judged by reading (eval/copies.csv), and on all their pairs.
COPY = 0.6  # share of each text: wire texts with edits share 0.62 and more of both, a part taken over at most 0.4
PART = 24  # words: an outlet's own formulas ("a source at the command said …") reach 22, repeated sentences start at 26
SENTENCE = 18  # words that are a sentence of one of them: formulas of that length run over its ends
CREDITED_PART = 16  # words where both credit one agency: a sentence of its background has 18, names and titles less
CONTAINED = 0.5  # share of the shorter text: it has little of its own, so that no single passage need be long
SPEECH_COPY = 0.9  # share of each text where nearly all of it is one speaker's words
STOCK = 8  # words: shorter passages are stock phrases and count for no share

Kind = Literal["copy", "part", "none"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in two reports, `a` in the first and `b` in the second.

    `words` are the same in both, in this order; `quoted` of them stand in quotation marks.
    """

    a: Span
    b: Span
    words: int
    quoted: int

    @property
    def written(self) -> int:
        """The words that a writer chose: two reporters who quote one speaker share the others without copying."""
        return self.words - self.quoted


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of two reports is one text.

    `copy`: near the whole of each; `part`: a passage or more; `none`: nothing but stock phrases and quoted speech.
    `passages` are the shared ones, empty for `none`. `share_a` and `share_b` are the shares, 0 to 1, of each report's
    own words that stand in both. `agency` is the news agency whose text they share, None where the credits do not
    tell.
    """

    kind: Kind
    passages: tuple[Passage, ...]
    share_a: float
    share_b: float
    agency: str | None
    because: tuple[str, ...]

    def mirrored(self) -> Likeness:
        """The same with the reports exchanged."""
        turned = tuple(sorted((Passage(p.b, p.a, p.words, p.quoted) for p in self.passages), key=lambda p: (p.a, p.b)))
        return Likeness(self.kind, turned, self.share_b, self.share_a, self.agency, self.because)


def compare(a: Report, b: Report, furniture: frozenset[int] = frozenset()) -> Likeness:
    """Aligns two reports and says whether they share text; exchanging the reports mirrors the answer.

    `furniture` are the passages that their outlets print under every report (see `furniture`); without it
    "About us" counts as text.
    """
    one, other = _Text(told_words(a), furniture, "<"), _Text(told_words(b), furniture, ">")
    same_outlet = a.publisher is not None and a.publisher == b.publisher
    agency = shared_agency(a, b)
    if (other.own, other.told.words) < (one.own, one.told.words):
        return _judged(other, one, agency, same_outlet=same_outlet).mirrored()
    return _judged(one, other, agency, same_outlet=same_outlet)


class _Text:
    """A report's words; those that are furniture are masked, so that they are like no others."""

    def __init__(self, told: ToldWords, furniture: frozenset[int], mask: str) -> None:
        self.told = told
        self.words = list(told.words)
        self.furniture = stretches(told, furniture)
        for first, last in self.furniture:
            self.words[first:last] = [mask] * (last - first)
        self.own = len(self.words) - sum(last - first for first, last in self.furniture)

    def is_beside_furniture(self, first: int, last: int) -> bool:
        return any(first - end < WINDOW and start - last < WINDOW for start, end in self.furniture)


def _judged(one: _Text, other: _Text, agency: Shared, *, same_outlet: bool) -> Likeness:
    chains = [chain for chain in shared_chains(one.words, other.words) if _counts(chain, one, other)]
    if same_outlet:
        chains = without_formulas(chains, one.told, other.told, PART)
    found = [_passage(chain, one.told, other.told) for chain in chains]
    runs = [run for chain in chains for run in chain]
    shares = (
        _share([(run.a, run.length) for run in runs], one.own),
        _share([(run.b, run.length) for run in runs], other.own),
    )
    same = bool(one.own) and one.told.words == other.told.words
    least = CREDITED_PART if agency.credited else PART
    short = [c for p, c in zip(found, chains, strict=True) if SENTENCE <= p.written < PART]
    whole = max((sentence_shared(chain, one.told, other.told, SENTENCE) for chain in short), default=0)
    kind, why = _kind(found, shares, least, whole)
    if same:
        kind, why = "copy", "copies.same_words: the words are the same"
    if kind == "none":
        return Likeness("none", (), *shares, None, (why,))
    if kind == "part" and shares[0] < CONTAINED:
        found = [passage for passage in found if passage.written >= CREDITED_PART]
    return Likeness(kind, tuple(found), *shares, agency.name, (why, *agency.because))


def _kind(found: Sequence[Passage], shares: tuple[float, float], least: int, sentence: int) -> tuple[Kind, str]:
    """The decision with its reason.

    The first share is that of the shorter text; `least` words make a passage, `sentence` are those of the longest
    whole sentence that is shared.
    """
    words, written = sum(p.words for p in found), sum(p.written for p in found)
    told = f"{shares[0]:.0%} of the shorter and {shares[1]:.0%} of the longer text are shared"
    if min(shares) >= COPY and (written >= PART or (words >= PART and min(shares) >= SPEECH_COPY)):
        return "copy", f"copies.near_whole: {told}"
    if shares[0] >= CONTAINED and written >= PART:
        return "part", f"copies.contained: {told}"
    longest = max((p.written for p in found), default=0)
    if longest >= least:
        return "part", f"copies.passage: {longest} words in one passage, {told}"
    if sentence >= SENTENCE:
        return "part", f"copies.sentence: {sentence} words of one sentence, {told}"
    return "none", f"copies.none: {longest} words in the longest passage, {least} make one, {told}"


def _counts(chain: Chain, one: _Text, other: _Text) -> bool:
    """Whether a passage is more than a stock phrase and than what may be left over beside furniture."""
    if size(chain) < STOCK:
        return False
    first, last = chain[0], chain[-1]
    beside = one.is_beside_furniture(first.a, last.a + last.length)
    beside = beside or other.is_beside_furniture(first.b, last.b + last.length)
    return not beside or size(chain) >= WINDOW


def _share(runs: Iterable[tuple[int, int]], own: int) -> float:
    covered = end = 0
    for start, length in sorted(runs):
        covered += max(0, start + length - max(start, end))
        end = max(end, start + length)
    return covered / own if own else 0.0


def _passage(chain: Chain, one: ToldWords, other: ToldWords) -> Passage:
    quoted = sum(
        max(_quoted(one, run.a, run.a + run.length), _quoted(other, run.b, run.b + run.length)) for run in chain
    )
    first, last = chain[0], chain[-1]
    return Passage(
        one.span(first.a, last.a + last.length), other.span(first.b, last.b + last.length), size(chain), quoted
    )


def _quoted(told: ToldWords, first: int, last: int) -> int:
    return told.quoted[last] - told.quoted[first]
