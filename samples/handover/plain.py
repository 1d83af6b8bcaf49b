"""A paper as one file by a way that is given, not drawn: for loan files that anyone with the fonts can write again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random

from samples.case import AnyRecord, Document
from samples.firms.firm import Firm
from samples.formats.writer import Writer
from samples.handover.printing import clock
from samples.handover.sheaves import layouts
from samples.papers.layout import Look
from samples.papers.paper import Paper
from samples.population import registry
from samples.population.answers import File
from samples.press import marks
from samples.press.degradation import Degradation, Job
from samples.press.display import Display, Metadata, Producer
from samples.press.placed import Placed, Printed
from samples.press.typeset import display, placed
from samples.records.record import BankStatement, Invoice
from samples.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How one paper becomes a file.

    layout, face, producer   by name, for paper; "" for a data format
    degradation              by name: how it was scanned; "" for the file itself
    writer                   by name: the data format; "" for paper
    """

    layout: str = ""
    face: str = ""
    producer: str = ""
    degradation: str = ""
    writer: str = ""


def entries(document: Document, record: AnyRecord, way: Way, firm: Firm) -> tuple[Placed, ...]:
    """Every figure that `record` would print in place of the document's own, with no file made of it."""
    if way.writer:
        return _data(document, record, way, firm).figures
    return placed(display(_paper(document, record, way, firm)))


def file(document: Document, way: Way, firm: Firm, name: str) -> File:
    """The file of `document` under that name.   Raises WronglyCalled when a font is missing, KeyError for a way that nothing declares."""
    technique = ("retyped" if way.writer else "regenerated") if document.how else ""
    if way.writer:
        written = _data(document, document.record, way, firm)
        content, figures, pages, press = written.content, written.figures, 1, "data"
    else:
        content, figures, pages = _printed(document, way, firm)
        press = "scan" if way.degradation else "digital"
    return File(
        name=name,
        content=content,
        documents=(document.id,),
        figures=tuple((document.id, one) for one in figures),
        layouts=(way.layout or way.writer,),
        face=way.face,
        producer=way.producer,
        press=press,
        degradation=way.degradation,
        technique=technique,
        ways=(),
        pages=pages,
    )


def _look(document: Document, way: Way, firm: Firm) -> Look:
    return Look(firm=firm, face=way.face, hints=document.hints, source=stream(firm.seed, "look", document.id))


def _data(document: Document, record: AnyRecord, way: Way, firm: Firm) -> Printed:
    writers: dict[str, Writer] = {one.name: one for one in registry.declared("samples.formats", "WRITER")}
    return writers[way.writer].write(record, _look(document, way, firm))


def _paper(document: Document, record: AnyRecord, way: Way, firm: Firm) -> Paper:
    layout = {one.name: one for one in layouts()}[way.layout]
    return layout.draw(record, _look(document, way, firm))


def _printed(document: Document, way: Way, firm: Firm) -> tuple[bytes, tuple[Placed, ...], int]:
    """Content, figures, pages."""
    paper = _paper(document, document.record, way, firm)
    shown = display(paper)
    pages = len(shown.pages)
    producers: dict[str, Producer] = {one.name: one for one in registry.declared("samples.press.producers", "PRODUCER")}
    made = _made(document, firm)
    # A bank's or a seller's program paints its own seal; the borrower's is pressed on what he prints and scans.
    sealed = marks.painted(shown, marks.electronic(paper, shown)) if document.issuer != "firm" else shown
    content = producers[way.producer].draw(sealed, Metadata(made=made))
    if not way.degradation:
        return content, placed(shown), pages
    source = stream(firm.seed, "scanned", document.id)
    return _scanned(content, paper, shown, way, made + timedelta(days=source.randint(1, 5)), source)


def _scanned(
    content: bytes, paper: Paper, shown: Display, way: Way, made: datetime, source: Random
) -> tuple[bytes, tuple[Placed, ...], int]:
    scanners: dict[str, Degradation] = {one.name: one for one in registry.declared("samples.press.degrade", "DEGRADATION")}
    job = Job(content=content, made=made, damage=0.1, marks=marks.pressed(paper, shown, source))
    done = scanners[way.degradation].apply(job, source)
    figures = []
    for one in placed(shown):
        assert one.page is not None and one.box is not None
        page, box = done.moved(one.page, one.box)
        figures.append(replace(one, page=page, box=box))
    return done.files[0], tuple(figures), len(shown.pages)


def _made(document: Document, firm: Firm) -> datetime:
    """When its issuer made the file: in office hours."""
    source = stream(firm.seed, "made", document.id)
    record = document.record
    if isinstance(record, BankStatement):
        day = record.printed
    elif isinstance(record, Invoice):
        day = record.day
    else:
        day = record.period + timedelta(days=source.randint(5, 25))
    return datetime.combine(min(day, firm.applied), time(source.randint(8, 17), source.randint(0, 59)), tzinfo=clock(firm))
