"""税收完税证明: what the treasury received, tax by tax, in a financial year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samples.books.accounts import BANKS
from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine
from samples.records.workbook import Workbook, year_start

_TAXES = {
    "vat_paid": "增值税",
    "surcharges_paid": "城市维护建设税、教育费附加",
    "income_tax_paid": "企业所得税",
    "prior_year_tax": "企业所得税（汇算清缴）",
    "stamp_tax": "印花税",
    "wage_tax_paid": "个人所得税",
}


def certificates(book: Workbook, since: date) -> Iterator[Document]:
    """One for each financial year.   book: of the version "actual": the treasury knows what it got"""
    firm = book.firm
    for year_end in firm.year_ends:
        if year_end < since:
            continue
        first = year_start(year_end)
        paid = dict.fromkeys(_TAXES, 0)
        for (kind, _, account), amount in book.running.moved(first, year_end).items():
            if kind in paid and account in BANKS:
                paid[kind] -= amount
        lines = [FormLine(name=kind, label=_TAXES[kind], amounts={"paid": amount}) for kind, amount in paid.items() if amount]
        lines.append(FormLine(name="total", label="金额合计", amounts={"paid": sum(paid.values())}))
        record = Form(
            record="tax_return",
            form="tax_certificate",
            title="中华人民共和国税收完税证明",
            entity=firm.name,
            currency=firm.currency,
            start=first,
            end=year_end,
            columns=(FormColumn(name="paid", caption="实缴（退）金额", period=year_end, span="year"),),
            lines=tuple(lines),
            head=(("纳税人识别号", firm.tax_id), ("纳税人名称", firm.name)),
        )
        yield Document(id=f"tax_certificate-{year_end.year}", record=record, issuer="tax_office")
