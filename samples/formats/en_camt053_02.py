"""CAMT.053 in version 02."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.camt053 import written
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    made = f"{record.printed}T0{look.source.randint(4, 7)}:{look.source.randint(10, 59)}:00"
    return written(record, "02", made=made)


WRITER = Writer(name="en_camt053_02", split="develop", suffix=".xml", suits=bank_statements("en", currencies=("GBP",)), write=write)
