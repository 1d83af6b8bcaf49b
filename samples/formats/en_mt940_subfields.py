"""MT940 with subfields for the account owner."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.mt940 import subfields, written
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    return written(record, subfields, reference=f"{look.source.randrange(10**9):09d}")


WRITER = Writer(name="en_mt940_subfields", split="test", suffix=".mt940", suits=bank_statements("en", currencies=("GBP",)), write=write)
