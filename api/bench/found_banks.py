"""What a bank file has as a whole: how many movements each statement has, and what all of them add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from api.bench.scoring import Found
from extract.document import Document
from extract.records import BankStatement


def of_bank_file(document: Document) -> Iterator[Found]:
    """Of each statement the number of its movements; of a file that tieout keeps apart by currency or account what all movements add up to.

    The truth of a file that names neither adds up everything in it.
    """
    statements = [record for record in document.records if isinstance(record, BankStatement)]
    for record in statements:
        yield _found("movements", Decimal(len(record.transactions)), doubtful=False)
    if len(statements) > 1:
        movements = [one for record in statements for one in record.transactions]
        doubtful = any(one.amount.doubtful for one in movements)
        yield _found("movements", Decimal(len(movements)), doubtful=False)
        yield _found("sum_of_amounts", sum((one.amount.value for one in movements), Decimal(0)), doubtful=doubtful)


def _found(field: str, value: Decimal, *, doubtful: bool) -> Found:
    return Found(kind="bank_statement", label="", field=field, period=None, value=value, printed_value=value, doubtful=doubtful)
