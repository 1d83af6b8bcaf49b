"""Invoices, receipts, slips and credit notes on layouts drawn by chance, Chinese and English."""

from __future__ import annotations

from random import Random

from samples.case import Document
from samples.chance.invoices import chinese, western
from samples.firms.firm import Firm
from samples.papers.paper import Paper
from samples.population.splits import Split
from samples.records.record import Invoice


def fits(document: Document) -> bool:
    """Any invoice in the firm's own currency that has lines."""
    record = document.record
    return isinstance(record, Invoice) and not record.exchange_rate and bool(record.lines)


def paper(document: Document, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The invoice in `document` on a layout of that stream; what it comes to is made up anew."""
    record = document.record
    assert isinstance(record, Invoice)
    draw = chinese.paper if firm.language == "zh" else western.paper
    return draw(record, firm, source, face, split)
