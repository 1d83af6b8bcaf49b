"""Registers of the invoices issued and received, as the tax bureau's platform or the ledger lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samples.books.journal import Deal, Ledgers
from samples.case import Document
from samples.firms.firm import Firm
from samples.records.invoices import numbered, tax_id
from samples.records.record import Form, FormColumn, FormLine
from samples.streams import stream

_STATUS = {
    "zh": {"valid": "正常", "voided": "已作废", "reversed": "已红冲-全额"},
    "en": {"valid": "", "voided": "Void", "reversed": "Credited"},
}
_KIND = {
    "digital_special": "数电票（增值税专用发票）", "digital_general": "数电票（普通发票）", "paper_special": "增值税专用发票",
    "paper_general": "增值税普通发票", "electronic_general": "增值税电子普通发票", "invoice": "Invoice", "receipt": "Receipt",
    "credit_note": "Credit note",
}  # fmt: skip
_CAPTIONS = {
    "zh": ("金额", "税额", "价税合计"),
    "en": ("Net", "VAT", "Gross"),
}


def registers(ledgers: Ledgers, deals: tuple[Deal, ...]) -> Iterator[Document]:
    """The invoices of the last twelve to twenty-four months, issued and received.   deals: of the version "stated"

    texts of a line: "number", "code", "day", "party", "tax_id", "kind", "status"; amounts: "net", "tax", "total" (a credit note negative).
    """
    firm = ledgers.firm
    months = stream(firm.seed, "registers").choice((12, 12, 18, 24))
    count = firm.last.year * 12 + firm.last.month - months
    start = max(date(count // 12, count % 12 + 1, 1), firm.first)
    invoiced = sorted(
        ((deal.invoiced, deal.number, deal) for deal in deals if deal.number and deal.invoiced and start <= deal.invoiced <= firm.last),
        key=lambda row: row[:2],
    )
    issued = [deal for _, _, deal in invoiced if deal.kind in {"sale", "sale_return"}]
    received = [deal for _, _, deal in invoiced if deal.kind not in {"sale", "sale_return"}]
    for form, titles, listed in (
        ("register_issued", ("开具发票清单", "Sales day book"), issued),
        ("register_received", ("取得发票清单", "Purchase day book"), received),
    ):
        title = titles[firm.language == "en"]
        issuer = "tax_office" if firm.country == "CN" else "firm"  # the platform's export, or the firm's own day book
        yield Document(id=form, record=_register(firm, form, title, start, listed), issuer=issuer)  # type: ignore[arg-type]


def _register(firm: Firm, form: str, title: str, start: date, deals: list[Deal]) -> Form:
    captions = _CAPTIONS[firm.language]
    columns = tuple(
        FormColumn(name=name, caption=caption, period=firm.last, span="day")
        for name, caption in zip(("net", "tax", "total"), captions, strict=True)
    )
    lines = [_line(firm, deal) for deal in deals]
    valid = [line for line, deal in zip(lines, deals, strict=True) if deal.status == "valid"]
    total = {name: sum(line.amounts[name] for line in valid) for name in ("net", "tax", "total")}
    lines.append(FormLine(name="total", label="合计" if firm.language == "zh" else "Total", amounts=total))
    return Form(
        record="invoice_register",
        form=form,
        title=title,
        entity=firm.name,
        currency=firm.currency,
        start=start,
        end=firm.last,
        columns=columns,
        lines=tuple(lines),
        head=(("纳税人识别号", firm.tax_id), ("纳税人名称", firm.name)) if firm.language == "zh" else (("Company", firm.name),),
    )


def _line(firm: Firm, deal: Deal) -> FormLine:
    named = numbered(firm, deal)
    party = firm.parties.get(deal.party)
    sign = -1 if deal.kind == "sale_return" and deal.gross > 0 else 1
    day = deal.invoiced or deal.day
    net, tax = sign * deal.net, sign * deal.tax
    return FormLine(
        name=deal.id,
        label=party.name if party else "",
        amounts={"net": net, "tax": tax, "total": net + tax},
        texts={
            "number": named.number,
            "code": named.code,
            "day": day.isoformat(),
            "party": party.name if party else "",
            "tax_id": tax_id(firm, party) if party else "",
            "kind": _KIND.get(named.kind, named.kind),
            "status": _STATUS[firm.language][deal.status],
        },
    )
