"""What the looks of an invoice register share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from samples.case import AnyRecord
from samples.papers.paper import Entry, grouped, main_units
from samples.records.record import Form, FormLine

#: A line with its number in the record, from 1.
Numbered = tuple[int, FormLine]
#: Form line that adds up the others.
TOTAL = "total"


def of_language(*currencies: str) -> Callable[[AnyRecord], bool]:
    """Suits registers in one of these currencies: a register has no other sign of its language."""
    return lambda record: isinstance(record, Form) and record.record == "invoice_register" and record.currency in currencies


def cell(form: Form, row: Numbered, column: str, show: Callable[[Decimal], str] = grouped) -> Entry | None:
    """The amount of a line in a column as an entry; its field is the figure's key name. None where the line has no amount there."""
    item, line = row
    if column not in line.amounts:
        return None
    place = next(one for one in form.columns if one.name == column)
    value = main_units(line.amounts[column])
    return Entry(
        label=line.texts.get("number") or line.label,
        concept=line.concept,
        period=place.period,
        span=place.span,
        value=value,
        printed=show(value),
        field=f"{line.name}/{column}",
        item=item,
    )


def numbered(form: Form) -> list[Numbered]:
    return list(enumerate(form.lines, start=1))


def issued(form: Form) -> bool:
    """Whether it lists invoices that the firm issued."""
    return form.form == "register_issued"
