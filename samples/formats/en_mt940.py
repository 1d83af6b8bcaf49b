"""MT940 with prose for the account owner."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.mt940 import free_text, written
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    return written(record, free_text, reference=f"ST{record.end:%y%m%d}{record.account[-6:]}")


WRITER = Writer(name="en_mt940", split="develop", suffix=".sta", suits=bank_statements("en", currencies=("GBP",)), write=write)
