"""Papers as data: what a bank's export or a bookkeeper's workbook holds, and how it was changed when somebody changed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from samples.alteration.technique import Replacement
from samples.case import AnyRecord, Document
from samples.firms.firm import Firm
from samples.formats.writer import Writer
from samples.handover.printing import altered
from samples.handover.sheaves import Sheaf, one_record
from samples.papers.layout import Look
from samples.population import registry
from samples.population.splits import Split
from samples.press.placed import Placed, Printed
from samples.records.record import BankStatement
from samples.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """A data file.   technique: how it was altered; "retyped" when the changed figures were simply typed over the old ones"""

    content: bytes
    suffix: str
    figures: tuple[tuple[str, Placed], ...]
    technique: str


def transcribed(sheaf: Sheaf, firm: Firm, split: Split) -> Transcribed:
    """The papers of `sheaf` in their data format, with the paper that each figure belongs to."""
    writer: Writer = next(one for one in registry.declared("samples.formats", "WRITER") if one.name == sheaf.writer)
    record = one_record(sheaf.documents)
    first = sheaf.documents[0]
    shown = _written(writer, record, first, firm)
    technique = ""
    if any(document.how == "edited" for document in sheaf.documents):
        issued = [replace(document, record=_issued(document)) for document in sheaf.documents]
        shown, technique = _altered(writer, _written(writer, one_record(issued), first, firm), shown, first, firm, split)
    suffix = writer.suffix if writer.suffix.startswith(".") else PurePath(f"x.{writer.suffix}").suffix
    return Transcribed(content=shown.content, suffix=suffix, figures=_owned(sheaf.documents, shown.figures), technique=technique)


def _issued(document: Document) -> AnyRecord:
    """What its issuer wrote."""
    return document.genuine if document.how == "edited" and document.genuine is not None else document.record


def _written(writer: Writer, record: AnyRecord, document: Document, firm: Firm) -> Printed:
    source = stream(firm.seed, "look", document.id)
    return writer.write(record, Look(firm=firm, face="", hints=document.hints, source=source))


def _altered(writer: Writer, genuine: Printed, shown: Printed, document: Document, firm: Firm, split: Split) -> tuple[Printed, str]:
    """A workbook altered by a technique; any other format, and a workbook that no technique works on, typed over."""
    if not writer.suffix.endswith("xlsx") or len(genuine.figures) != len(shown.figures):
        return shown, "retyped"
    changes = [
        Replacement(old=old.entry.printed, new=new.entry.printed, cell=old.cell or "")
        for old, new in zip(genuine.figures, shown.figures, strict=True)
        if old.entry.value != new.entry.value
    ]
    done = altered(genuine.content, changes, split, "workbook", stream(firm.seed, "altered", document.id))
    if done is None:
        return shown, "retyped"
    return Printed(done.content, shown.figures), done.technique


def _owned(documents: Sequence[Document], figures: Sequence[Placed]) -> tuple[tuple[str, Placed], ...]:
    """Each figure with its own paper; a row of an export over months has the number that it has in its month's statement."""
    if len(documents) == 1:
        return tuple((documents[0].id, one) for one in figures)
    starts: list[tuple[int, str]] = []
    rows = 0
    for document in documents:
        assert isinstance(document.record, BankStatement)
        starts.append((rows, document.id))
        rows += len(document.record.lines)
    found = []
    for one in figures:
        item = one.entry.item
        if item is None:
            first = one.entry.field == "opening"
            found.append((documents[0 if first else -1].id, one))
            continue
        start, owner = max(pair for pair in starts if pair[0] < item)
        found.append((owner, replace(one, entry=replace(one.entry, item=item - start))))
    return tuple(found)
