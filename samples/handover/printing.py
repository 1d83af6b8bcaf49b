"""From papers to one file: layout, typesetting, a program's PDF or a data format, alteration in the file, the way to the lender."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from random import Random

from samples.alteration.technique import CannotAlter, Media, Replacement, Technique
from samples.case import AnyRecord, Document
from samples.firms.firm import Firm
from samples.handover.left_out import kept_back, without_pages
from samples.handover.sheaves import Sheaf, hand
from samples.papers.layout import Look
from samples.papers.paper import Entry, Paper
from samples.population import registry
from samples.population.splits import Split, of
from samples.press.display import Display, Metadata, Producer, Text
from samples.press.typefaces import faces
from samples.press.typeset import display
from samples.records.record import BankStatement, Invoice
from samples.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A sheaf set on pages, before a program has made a file of it.

    shown     what the file shall say
    genuine   what its issuer's file said, when somebody altered it; else None
    owners    for each page, the document that it belongs to
    papers    each paper with its own pages, for the seals that belong on it
    """

    sheaf: Sheaf
    shown: Display
    genuine: Display | None
    owners: tuple[str, ...]
    face: str
    producer: Producer
    metadata: Metadata
    papers: tuple[tuple[Paper, Display], ...]


def composed(sheaf: Sheaf, firm: Firm, split: Split) -> Set:
    """The papers of `sheaf` on pages.   Raises WronglyCalled when a font is missing."""
    first = sheaf.documents[0]
    producer = _producer(first, firm, split)
    face = _face(first, firm, split, producer)
    papers = [_drawn(document, document.record, sheaf, firm, face) for document in sheaf.documents]
    shown = [_pages(document, paper, sheaf, firm, face) for document, paper in zip(sheaf.documents, papers, strict=True)]
    genuine = None
    if any(document.how == "edited" and not kept_back(document) for document in sheaf.documents):
        genuine = [
            own if kept_back(document) else display(_drawn(document, document.genuine or document.record, sheaf, firm, face))
            for document, own in zip(sheaf.documents, shown, strict=True)
        ]
    joined = _joined(shown)
    if producer.one_size and len({(page.width, page.height) for page in joined.pages}) > 1:
        producer = _able(producer, stream(firm.seed, "producer", "sizes", first.id), split)
    return Set(
        sheaf=sheaf,
        shown=joined,
        genuine=_joined(genuine) if genuine is not None else None,
        owners=tuple(document.id for document, one in zip(sheaf.documents, shown, strict=True) for _ in one.pages),
        face=face,
        producer=producer,
        metadata=Metadata(made=_made(first, firm)),
        papers=tuple(zip(papers, shown, strict=True)),
    )


def _drawn(document: Document, record: AnyRecord, sheaf: Sheaf, firm: Firm, face: str) -> Paper:
    layout = sheaf.layouts[sheaf.documents.index(document)]
    look = Look(firm=firm, face=face, hints=document.hints, source=stream(firm.seed, "look", document.id))
    return layout.draw(record, look)


def _pages(document: Document, paper: Paper, sheaf: Sheaf, firm: Firm, face: str) -> Display:
    """The paper on pages: of a paper of which pages were kept back, the others of the bank's whole print."""
    if kept_back(document) and document.genuine is not None:
        handed_in = without_pages(document, _drawn(document, document.genuine, sheaf, firm, face))
        if handed_in is not None:
            return handed_in
    return display(paper)


def _joined(displays: Iterable[Display]) -> Display:
    return Display(pages=tuple(page for one in displays for page in one.pages))


def _producer(document: Document, firm: Firm, split: Split) -> Producer:
    """The program of whoever made the file: a bank's is the same for all its customers, a forger's is the borrower's own."""
    choices: list[Producer] = of(split, registry.declared("samples.press.producers", "PRODUCER"))
    if document.how == "replaced":
        return stream(firm.seed, "producer", "own").choice(choices)
    if isinstance(document.record, BankStatement):
        # Banks print thousands a day: none starts an office program for each.
        fast = [one for one in choices if one.many is None]
        return stream(0, "producer", document.record.bank).choice(fast)
    whose = "own" if document.issuer == "firm" and not isinstance(document.record, Invoice) else hand(document.record)
    return stream(firm.seed, "producer", whose).choice(choices)


def _able(producer: Producer, source: Random, split: Split) -> Producer:
    """Another program, that prints sheets of several sizes in one file and embeds the same fonts."""
    declared: list[Producer] = of(split, registry.declared("samples.press.producers", "PRODUCER"))
    return source.choice([one for one in declared if not one.one_size and one.outlines >= producer.outlines])


def _face(document: Document, firm: Firm, split: Split, producer: Producer) -> str:
    known = [face.name for face in faces(firm.language, split, outlines=producer.outlines)]
    record = document.record
    source = stream(0, "face", record.bank) if isinstance(record, BankStatement) else stream(firm.seed, "face", hand(record))
    return source.choice(known)


def _made(document: Document, firm: Firm) -> datetime:
    """When its issuer made the file: in office hours, some days after what it is about."""
    source = stream(firm.seed, "made", document.id)
    record = document.record
    if isinstance(record, BankStatement):
        day = record.printed
    elif isinstance(record, Invoice):
        day = record.day
    else:
        day = min(record.period + timedelta(source.randint(5, 25)), firm.applied)
    at = time(source.randint(8, 17), source.randint(0, 59), source.randint(0, 59))
    return datetime.combine(day, at, tzinfo=clock(firm))


#: Hours ahead of UTC of the clocks there; British and American ones without summer time, which no date of a paper shows.
_AHEAD = {"CN": 8, "GB": 0, "US": -5}


def clock(firm: Firm) -> timezone:
    """The time zone of the firm and of those who make its papers."""
    return timezone(timedelta(hours=_AHEAD[firm.country]))


@dataclass(frozen=True, slots=True)
class Altered:
    """A file after somebody altered figures in it.   technique: how; "regenerated" when it was made anew with the changed figures"""

    content: bytes
    technique: str


def altered(content: bytes, changes: Sequence[Replacement], split: Split, media: Media, source: Random) -> Altered | None:
    """The file `content` with figures changed, by a technique that works on it; None when none does, or nothing is to be changed."""
    if not changes:
        return None
    techniques: list[Technique] = of(split, registry.declared("samples.alteration.techniques", "TECHNIQUE"))
    fit = [technique for technique in techniques if technique.media == media]
    for technique in source.sample(fit, len(fit)):
        try:
            return Altered(technique.apply(content, changes, source), technique.name)
        except CannotAlter:
            continue
    return None


def replacements(made: Set) -> list[Replacement]:
    """What has to change on the issuer's pages; nothing when the changed paper is built otherwise than the genuine one."""
    if made.genuine is None:
        return []
    old = {_name(number, text.entry): (number, text) for number, text in _figures(made.genuine)}
    new = {_name(number, text.entry): (number, text) for number, text in _figures(made.shown)}
    if set(old) != set(new):
        return []
    found = []
    for name, (page, text) in old.items():
        _, other = new[name]
        if text.text != other.text:
            found.append(_replacement(page, text, other))
    return found


def _figures(shown: Display) -> Iterable[tuple[int, Text]]:
    return ((number, text) for number, page in enumerate(shown.pages, 1) for text in page.texts if text.entry is not None)


def _name(page: int, entry: Entry | None) -> tuple[object, ...]:
    assert entry is not None
    return page, entry.label, entry.concept, entry.period, entry.span, entry.field, entry.item


def _replacement(page: int, text: Text, other: Text) -> Replacement:
    right = abs((text.x + text.width) - (other.x + other.width)) < 0.5
    return Replacement(
        old=text.text,
        new=other.text,
        page=page,
        box=text.box,
        font=text.font,
        size=text.size,
        baseline=text.y,
        align="right" if right else "left",
    )


def on_genuine_pages(made: Set) -> Display:
    """The pages as the issuer printed them, with the changed figures in their places: what an altered file shows, and where."""
    if made.genuine is None:
        return made.shown
    new = {_name(number, text.entry): text for number, text in _figures(made.shown)}
    pages = []
    for number, page in enumerate(made.genuine.pages, 1):
        texts = tuple(text if text.entry is None else _moved(text, new[_name(number, text.entry)]) for text in page.texts)
        pages.append(replace(page, texts=texts))
    return Display(pages=tuple(pages))


def _moved(old: Text, new: Text) -> Text:
    return old if old.text == new.text else replace(new, y=old.y, box=new.box)
