"""The language stage: report ▶ structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from fogline.config import settings
from fogline.language.blocks import Block, blocks
from fogline.language.parser import load_parser
from fogline.language.quotes import find_quotes
from fogline.language.standins import Read, docs
from fogline.language.unknown import read_again
from fogline.model import Document, Paragraph, Sentence, Structure, Token

_PART_OF_NAME = ("PROPN", "NNP", "compound")
BATCH = 64  # blocks parsed at once; more gains no speed on two cores and costs memory


def structure(document: Document) -> Document:
    """Adds tokens, sentences, paragraphs and quotations to a document."""
    nlp = load_parser(settings().pipeline)
    builder = _Builder()
    remaining = blocks(document.report)
    while batch := list(islice(remaining, BATCH)):
        texts = [docs(nlp, block.text) for block in batch]
        parses = nlp.pipe([read.doc for _, read in texts], batch_size=BATCH)
        plains = [plain for plain, _ in texts]
        reads = [replace(read, doc=parsed) for (_, read), parsed in zip(texts, parses, strict=True)]
        for block, plain, read in zip(batch, plains, read_again(nlp, plains, reads), strict=True):
            builder.add(block, plain, read)
    return replace(document, structure=builder.build())


class _Builder:
    """Collects parsed blocks into one structure with running indices."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.paragraphs: list[Paragraph] = []

    def add(self, block: Block, plain: Doc, read: Read) -> None:
        base, first_sentence = len(self.tokens), len(self.sentences)
        for span in read.doc.sents:
            self._add_sentence(block, plain, span, base, read.firsts)
        self.paragraphs.append(Paragraph(len(self.paragraphs), first_sentence, len(self.sentences), block.kind))

    def _add_sentence(self, block: Block, plain: Doc, span: SpacySpan, base: int, firsts: Sequence[int]) -> None:
        number, first = len(self.sentences), len(self.tokens)
        for t in span:
            last = base + firsts[t.i + 1] - 1  # of a name that one word stands for, the word that the others qualify
            for own in plain[firsts[t.i] : firsts[t.i + 1]]:
                i = own.i + base
                labels = (
                    (t.pos_, t.tag_, t.dep_, base + firsts[t.head.i + 1] - 1) if i == last else (*_PART_OF_NAME, last)
                )
                self._add_token(block, own, i, labels, t.lemma_.lower() if t.text == own.text else own.lower_, number)
        root = next(t.i for t in self.tokens[first:] if t.head == t.i)
        self.sentences.append(Sentence(number, first, len(self.tokens), root, len(self.paragraphs)))

    def _add_token(
        self, block: Block, own: SpacyToken, i: int, labels: tuple[str, str, str, int], lemma: str, sentence: int
    ) -> None:
        pos, tag, dep, head = labels
        stop = own.idx + len(own.text)
        self.tokens.append(
            Token(
                i=i,
                start=block.offsets[own.idx],
                end=block.offsets[stop - 1] + 1,
                text=own.text,
                lower=own.lower_,
                lemma=lemma,
                pos=pos,
                tag=tag,
                dep=dep,
                head=head,
                sentence=sentence,
            )
        )

    def build(self) -> Structure:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        tokens, sentences, paragraphs = tuple(self.tokens), tuple(self.sentences), tuple(self.paragraphs)
        return Structure(
            tokens, sentences, paragraphs, find_quotes(tokens, sentences, paragraphs), tuple(map(tuple, children))
        )
