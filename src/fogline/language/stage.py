"""The language stage: report ▶ structure."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from fogline.config import settings
from fogline.language.blocks import Block, blocks
from fogline.language.parser import load_parser
from fogline.language.quotes import find_quotes
from fogline.language.standins import docs
from fogline.language.unknown import read_again
from fogline.model import Document, Paragraph, Sentence, Structure, Token

BATCH = 64  # blocks parsed at once; more gains no speed on two cores and costs memory


def structure(document: Document) -> Document:
    """Adds tokens, sentences, paragraphs and quotations to a document."""
    nlp = load_parser(settings().pipeline)
    builder = _Builder()
    remaining = blocks(document.report)
    while batch := list(islice(remaining, BATCH)):
        texts = [docs(nlp, block.text) for block in batch]
        parses = nlp.pipe([read for _, read in texts], batch_size=BATCH)
        for block, (plain, read), parsed in zip(batch, texts, parses, strict=True):
            builder.add(block, plain, read_again(nlp, plain, read, parsed))
    return replace(document, structure=builder.build())


class _Builder:
    """Collects parsed blocks into one structure with running indices."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.paragraphs: list[Paragraph] = []

    def add(self, block: Block, plain: Doc, parsed: Doc) -> None:
        base, first_sentence = len(self.tokens), len(self.sentences)
        for span in parsed.sents:
            self._add_sentence(block, plain, span, base)
        self.paragraphs.append(Paragraph(len(self.paragraphs), first_sentence, len(self.sentences), block.kind))

    def _add_sentence(self, block: Block, plain: Doc, span: SpacySpan, base: int) -> None:
        number, first = len(self.sentences), len(self.tokens)
        for t in span:
            own = plain[t.i]
            start, stop = own.idx, own.idx + len(own.text)
            self.tokens.append(
                Token(
                    i=t.i + base,
                    start=block.offsets[start],
                    end=block.offsets[stop - 1] + 1,
                    text=own.text,
                    lower=own.lower_,
                    lemma=t.lemma_.lower() if t.text == own.text else own.lower_,
                    pos=t.pos_,
                    tag=t.tag_,
                    dep=t.dep_,
                    head=t.head.i + base,
                    sentence=number,
                )
            )
        root = next(t.i for t in self.tokens[first:] if t.head == t.i)
        self.sentences.append(Sentence(number, first, len(self.tokens), root, len(self.paragraphs)))

    def build(self) -> Structure:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        tokens, sentences, paragraphs = tuple(self.tokens), tuple(self.sentences), tuple(self.paragraphs)
        return Structure(
            tokens, sentences, paragraphs, find_quotes(tokens, sentences, paragraphs), tuple(map(tuple, children))
        )
