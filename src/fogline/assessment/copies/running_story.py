"""What changed between two versions of one outlet's running story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rapidfuzz.distance import Indel, Levenshtein

from fogline.assessment.copies.likeness import CONTAINED, Likeness
from fogline.assessment.copies.sentences import Sentence, sentences
from fogline.assessment.copies.words import told_words
from fogline.model import Report, Span

CHANGED = 0.5  # share of words that two sentences have in common at least, of both: below it they say different things
DAYS = 3  # a story that is told again later is a new one on the same matter
_CANDIDATES = 4  # sentences of the other version that are compared in full
_COMMON = 8  # a pair of words in more sentences than this tells none from another


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that was reworded: `old` in the old text, `new` in the new one, and the words exchanged.

    Each of `words` is what stood there and what stands there now, as printed; one of them is empty where words were
    put in or taken out.
    """

    old: Span
    new: Span
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Version:
    """The sentences of a new version beside those of the old: put in, taken out, reworded, and how many stayed.

    `added` are spans of the new text, `dropped` of the old one; a sentence that only moved is kept.
    """

    added: tuple[Span, ...]
    dropped: tuple[Span, ...]
    changed: tuple[Change, ...]
    kept: int

    @property
    def because(self) -> tuple[str, ...]:
        """The counts in words."""
        counts = f"{self.kept} kept, {len(self.changed)} changed, {len(self.added)} added, {len(self.dropped)} dropped"
        return (f"copies.version: of the sentences {counts}",)


def is_running_story(a: Report, b: Report, likeness: Likeness) -> bool:
    """Whether two reports are versions of one story.

    They are of one known outlet (or page), have half of the shorter one in common and were published within DAYS of
    one another, as far as their dates are known.
    """
    same_outlet = a.publisher is not None and a.publisher == b.publisher
    same_page = a.url is not None and a.url == b.url
    if not (same_outlet or same_page) or max(likeness.share_a, likeness.share_b) < CONTAINED:
        return False
    return likeness.kind != "none" and _days_between(a, b) <= DAYS


def versions(old: Report, new: Report) -> Version:
    """Which sentences were added, dropped and changed; time grows with the length of the texts."""
    before, after = sentences(told_words(old)), sentences(told_words(new))
    gone, come = _unequal(before, after)
    pairs = _reworded(gone, come)
    changed = tuple(
        Change(gone[i].span, come[j].span, tuple(_exchanged(gone[i], come[j]))) for i, j in sorted(pairs, key=_second)
    )
    old_changed, new_changed = {i for i, _ in pairs}, {j for _, j in pairs}
    return Version(
        tuple(sentence.span for j, sentence in enumerate(come) if j not in new_changed),
        tuple(sentence.span for i, sentence in enumerate(gone) if i not in old_changed),
        changed,
        len(after) - len(come),
    )


def _unequal(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of each version that the other does not have, word by word."""
    left = Counter(sentence.words for sentence in before)
    come: list[Sentence] = []
    for sentence in after:
        if left[sentence.words] > 0:
            left[sentence.words] -= 1
        else:
            come.append(sentence)
    gone: list[Sentence] = []
    for sentence in reversed(before):
        if left[sentence.words] > 0:
            left[sentence.words] -= 1
            gone.append(sentence)
    return gone[::-1], come


def _reworded(gone: Sequence[Sentence], come: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Pairs of sentences that are one sentence in other words, the most alike first."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, sentence in enumerate(gone):
        for pair in _word_pairs(sentence):
            index[pair].append(i)
    alike: list[tuple[float, int, int]] = []
    for j, sentence in enumerate(come):
        shared = Counter(
            i for pair in _word_pairs(sentence) if len(index.get(pair, ())) <= _COMMON for i in index.get(pair, ())
        )
        for i, _ in shared.most_common(_CANDIDATES):
            likeness = Indel.normalized_similarity(gone[i].words, sentence.words)
            if likeness >= CHANGED:
                alike.append((-likeness, i, j))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(alike):
        if i not in taken[0] and j not in taken[1]:
            pairs.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return pairs


def _word_pairs(sentence: Sentence) -> set[tuple[str, str]]:
    words = sentence.words
    return set(pairwise(words))


def _exchanged(old: Sentence, new: Sentence) -> Iterator[tuple[str, str]]:
    """What stood between the words that both have, and what stands there now."""
    was = now = 0
    for block in Levenshtein.editops(old.words, new.words).as_matching_blocks():
        if block.a > was or block.b > now:
            yield old.printed(was, block.a), new.printed(now, block.b)
        was, now = block.a + block.size, block.b + block.size


def _days_between(a: Report, b: Report) -> int:
    """The least number of days between two publication dates; 0 where one is not known."""
    first = max(filter(None, (a.published.start, b.published.start)), default=date.min)
    last = min(filter(None, (a.published.end, b.published.end)), default=date.max)
    return max(0, (first - last).days) if last < date.max and first > date.min else 0


def _second(pair: tuple[int, int]) -> int:
    return pair[1]
