"""OFX of the versions 1.x."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.ofx import written
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    made = f"{record.printed:%Y%m%d}{look.source.randint(8, 17):02d}{look.source.randint(10, 59)}00"
    return written(record, xml=False, made=made)


WRITER = Writer(name="en_ofx_sgml", split="develop", suffix=".ofx", suits=bank_statements("en"), write=write)
