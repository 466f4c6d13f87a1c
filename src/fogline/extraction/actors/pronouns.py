"""What pronouns stand for: the last fitting mention, subjects first; the speaker for "we" in a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.actors.lexicon import word_class
from fogline.extraction.actors.mention import Identity, Mention
from fogline.language.tree import accused, ancestors, children, subject
from fogline.model import Quote, Structure

_REACH = 3  # sentences
_FAR_REACH = 8  # sentences, for "he" and "she" where nobody fits nearer
_TAG_WORDS = 12  # tokens of a sentence such as "Hale said on Monday." after a quotation
_SPEAK = frozenset({"person", "body", "people"})
_AWAY = 2.0  # what a sentence's distance costs, against 2.5 that a subject gains
_SUBJECT_GAIN = 2.5
_SPEAKER_GAIN = 1.0  # for one who spoke, where the pronoun speaks
_ACCUSED_GAIN = 4.0  # more than a subject gains: who accuses speaks of another's deeds
_BODY_AS_MANY = 1.5  # what "they" for a single body costs


class Pronouns:
    """Resolves the pronouns of one text."""

    def __init__(self, structure: Structure, mentions: Sequence[Mention]) -> None:
        self.structure = structure
        self.tokens = structure.tokens
        self.mentions = mentions
        self._by_head = {mention.head: mention for mention in mentions}
        self._quote_at = {
            i: quote for quote in structure.quotes if not quote.scare for i in range(quote.first, quote.last)
        }

    def stands_for(self, index: int) -> Identity | None:
        """The identity that a pronoun stands for, None where none fits."""
        mention = self.mentions[index]
        word = self.tokens[mention.head].lower
        quote = self._quote_at.get(mention.head)
        if word in word_class("speaker"):
            return self.speaker_of(mention)
        best, found = -100.0, None
        told_of = {self._accused(mention), self._moved(mention)}
        personal = word_class("he") | word_class("she")
        speaker = self._speaker(quote) if quote is not None else None
        for before in range(index - 1, -1, -1):
            other = self.mentions[before]
            away = mention.sentence - other.sentence
            if away > (_REACH if found is not None or word not in personal else _FAR_REACH):
                break
            identity = other.identity
            if identity is None or identity is speaker or not self._agrees(word, identity):
                continue
            if away == 0 and self._tells_of(mention, other):
                continue
            score = self._score(mention, other, away, plural=word in word_class("they"), identity=identity)
            score += _ACCUSED_GAIN * (away == 0 and other.head in told_of)
            if score > best:
                best, found = score, identity
        return found

    def gender(self, mention: Mention) -> str | None:
        """`m` or `f` as a pronoun tells."""
        word = self.tokens[mention.head].lower
        return "m" if word in word_class("he") else "f" if word in word_class("she") else None

    def speaker_of(self, mention: Mention) -> Identity | None:
        """Who "we" and "I" in a quotation stand for, None for other pronouns and outside quotations."""
        quote = self._quote_at.get(mention.head)
        said_by_speaker = self.tokens[mention.head].lower in word_class("speaker")
        return self._speaker(quote) if quote is not None and said_by_speaker else None

    def voice(self, mention: Mention) -> Identity | None:
        """In whose words a mention stands: the speaker of its quotation, or of its sentence ("he said that …")."""
        quote = self._quote_at.get(mention.head)
        if quote is not None:
            return self._speaker(quote)
        said_by = self._sayer_in(mention.sentence, Quote(0, 0, mention.head, mention.head))
        return said_by.identity if said_by is not None else None

    def _score(self, mention: Mention, other: Mention, away: int, *, plural: bool, identity: Identity) -> float:
        score = -_AWAY * away - (mention.head - other.head) / 200
        if other.subject:
            score += _SUBJECT_GAIN
            if self._speaks(mention) and self._speaks(other):
                score += _SPEAKER_GAIN
        if other.pronoun:
            score += 0.3
        if self._dependent(other):
            score -= 1.0
        if plural and identity.who == "body":
            score -= _BODY_AS_MANY
        if away == 0 and self.tokens[other.head].head == self.tokens[mention.head].head and not other.subject:
            score -= 3.0  # arguments of one verb are different ones
        return score

    def _accused(self, mention: Mention) -> int | None:
        """Who does the deed that a pronoun stands in: the rebels in "accused the rebels of shelling their own town"."""
        for token in ancestors(self.structure, mention.head):
            if token.dep == "pcomp":
                return accused(self.structure, self.tokens[token.head])
        return None

    def _moved(self, mention: Mention) -> int | None:
        """Who is driven from a place of theirs: the rebels in "drove the rebels from their last foothold"."""
        noun = self.tokens[self.tokens[mention.head].head]
        preposition = self.tokens[noun.head]
        if self.tokens[mention.head].dep != "poss" or preposition.lower != "from":
            return None
        return next((t.i for t in children(self.structure, preposition.head, "dobj")), None)

    def _speaks(self, mention: Mention) -> bool:
        return mention.subject and self.tokens[self.tokens[mention.head].head].lemma in word_class("speech")

    def _tells_of(self, mention: Mention, other: Mention) -> bool:
        """Whether a mention stands in what the other one, before its verb, is said to say ("Three fell, they said")."""
        verb = self.tokens[mention.head].head
        below = other.head < mention.head and any(t.i == verb for t in ancestors(self.structure, other.head))
        return self._speaks(mention) and below

    def _dependent(self, mention: Mention) -> bool:
        """Whether a mention stands inside another noun phrase ("the mayor of Basra": Basra)."""
        token = self.tokens[mention.head]
        return token.dep in {"poss", "compound", "amod", "nmod"} or (
            token.dep == "pobj" and self.tokens[self.tokens[token.head].head].pos in {"NOUN", "PROPN"}
        )

    def _agrees(self, word: str, identity: Identity) -> bool:
        if word in word_class("he") or word in word_class("she"):
            gender = "m" if word in word_class("he") else "f"
            return identity.who == "person" and not identity.plural and identity.gender in {None, gender}
        if word in word_class("it"):
            return identity.who == "body" and not (identity.plural and identity.kind is None)
        return identity.who in {"body", "people"} or (identity.plural and identity.who == "person")

    def _speaker(self, quote: Quote | None) -> Identity | None:
        """Who utters a quotation: the subject of a verb of speech beside it, else of the sentences around it."""
        seen = 0
        while quote is not None and seen < 20:
            seen += 1
            first, last = self.tokens[quote.first].sentence, self.tokens[quote.last - 1].sentence
            for sentence in (last, first, *self._around(quote, first, last)):
                mention = self._sayer_in(sentence, quote)
                if mention is not None and (mention.identity is not None or sentence in {first, last}):
                    return mention.identity  # None as long as one named after the quotation is not settled
            quote = self.structure.quotes[quote.continues] if quote.continues is not None else None
        return None

    def _around(self, quote: Quote, first: int, last: int) -> tuple[int, int]:
        """The sentences beside a quotation, the likelier to name its speaker first: a short one on the same line."""
        sentences = self.structure.sentences
        if last + 1 < len(sentences):
            after = sentences[last + 1]
            near = after.paragraph == sentences[last].paragraph and after.first - quote.last <= 1
            if near and after.last - after.first <= _TAG_WORDS:
                return last + 1, first - 1
        return first - 1, last + 1

    def _sayer_in(self, sentence: int, quote: Quote) -> Mention | None:
        """Who speaks in a sentence outside a quotation: one who can, or whose mention is not settled yet."""
        if not 0 <= sentence < len(self.structure.sentences):
            return None
        extent = self.structure.sentences[sentence]
        for token in self.tokens[extent.first : extent.last]:
            if token.lemma in word_class("speech") and token.pos == "VERB" and not quote.first <= token.i < quote.last:
                said_by = subject(self.structure, token.i)
                mention = self._by_head.get(said_by.i) if said_by is not None else None
                if mention is not None and (mention.identity is None or mention.identity.who in _SPEAK):
                    return mention
        return None
