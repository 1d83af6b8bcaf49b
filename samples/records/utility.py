"""Power bills: kilowatt-hours, price and amount of each month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine
from samples.records.workbook import Workbook
from samples.streams import share


def power_bills(book: Workbook, since: date) -> Iterator[Document]:
    """A bill for each month with power.   book: of the version "actual"

    Kilowatt-hours are held in hundredths (see notes.COUNTS). The amount is what the books have for the month, tax apart.
    """
    firm = book.firm
    supplier = next(iter(firm.of("utility")), None)
    chinese = firm.language == "zh"
    reading = int(share(firm.seed, "meter") * 500_000)
    for month in book.ledgers.books.months:
        before, reading = reading, reading + month.kwh
        if month.first < since.replace(day=1) or not month.kwh:
            continue
        end = (month.first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        net, tax = billed(book, month.first)
        if not net:
            net = month.kwh * firm.profile.kwh_price
        price = (Decimal(net) / 100 / month.kwh).quantize(Decimal("0.0001"))
        amounts = (
            ("kwh", "用电量（千瓦时）" if chinese else "Units used (kWh)", 100 * month.kwh, "electricity_kwh"),
            ("net", "电费金额" if chinese else "Charges", net, "electricity_cost"),
            ("tax", "税额" if chinese else "VAT", tax, None),
            ("total", "应缴电费" if chinese else "Total to pay", net + tax, None),
        )
        texts = {"previous": str(before), "current": str(reading), "price": f"{price:f}"}
        lines = [
            FormLine(name=name, label=label, concept=concept, amounts={"month": amount}, texts=texts if name == "kwh" else {})
            for name, label, amount, concept in amounts
        ]
        record = Form(
            record="utility_bill",
            form="utility_bill",
            title="电费通知单" if chinese else "Electricity bill",
            entity=firm.name,
            currency=firm.currency,
            start=month.first,
            end=end,
            columns=(FormColumn(name="month", caption="本月" if chinese else "This month", period=end, span="month"),),
            lines=tuple(lines),
            head=(
                ("供电单位" if chinese else "Supplier", supplier.name if supplier else ""),
                ("户名" if chinese else "Customer", firm.name),
                ("户号" if chinese else "Account", f"{int(share(firm.seed, 'power account') * 10**10):010d}"),
            ),
        )
        yield Document(id=f"utility_bill-{end:%Y-%m}", record=record, issuer="utility")


def billed(book: Workbook, day: date) -> tuple[int, int]:
    """Net amount and VAT of the power booked in the month of `day`."""
    moved = book.running.moved(day, day)
    net = tax = 0
    for (kind, _, account), amount in moved.items():
        if kind == "power" and amount > 0:
            if account == "vat_payable":
                tax += amount
            elif account not in {"payables", "other_payables"}:
                net += amount
    return net, tax
