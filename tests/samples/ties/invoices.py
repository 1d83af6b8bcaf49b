"""Ties of invoices and tax returns: INV."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from samples.books.accounts import BANKS, MONEY
from samples.records.record import Invoice
from tests.samples.clean_ties import Facts, cell, near, tie

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@tie("INV001")
def _line(year: Facts) -> bool:
    for invoice in year.invoices:
        for line in invoice.lines:
            if not line.quantity:
                continue
            quantity, price = Decimal(line.quantity), Decimal(line.price)
            last = Decimal(1).scaleb(int(price.as_tuple().exponent))
            if abs(quantity * price - Decimal(line.net) / 100) > abs(quantity) * last / 2 + Decimal("0.005"):
                return False
    return True


@tie("INV002")
def _tax(year: Facts) -> bool | None:
    if not year.chinese:
        return None
    return all(abs(line.tax - line.net * Decimal(line.rate)) <= 1 for invoice in year.invoices for line in invoice.lines)


tie("INV003")(lambda year: all(i.total == i.net + i.tax == sum(x.net + x.tax for x in i.lines) for i in year.invoices))
tie("INV004")(lambda year: all(i.total == i.capital for i in year.invoices) if year.chinese else None)


def _qr(invoice: Invoice) -> bool:
    fields = invoice.qr.split(",")
    amount = invoice.total if invoice.kind.startswith("digital") else invoice.net
    printed = [invoice.code, invoice.number, f"{Decimal(amount) / 100:.2f}", f"{invoice.day:%Y%m%d}", invoice.check]
    return fields[0] == "01" and fields[2:7] == printed and len(fields) == 9


tie("INV005")(lambda year: all(_qr(i) for i in year.invoices) if year.chinese else None)


def _credit_code(code: str) -> bool:
    values = [_ALPHABET.index(sign) for sign in code]
    return (sum(value * pow(3, place, 31) for place, value in enumerate(values[:17])) + values[17]) % 31 == 0


@tie("INV006")
def _codes(year: Facts) -> bool | None:
    if not year.chinese:
        return None
    codes = {party.tax_id for i in year.invoices for party in (i.seller, i.buyer) if len(party.tax_id) == 18}
    return all(_credit_code(code) for code in codes)


@tie("INV007")
def _invoiced_sales(year: Facts) -> bool | None:
    """Month by month: invoices of the register against what the return's schedule has as invoiced."""
    if year.firm.taxpayer != "general":
        return None
    by_month: dict[str, int] = {}
    for form in year.forms("register_issued"):
        for line in form.lines:
            if line.name != "total" and line.texts["status"] == "正常":
                month = line.texts["day"][:7]
                by_month[month] = by_month.get(month, 0) + line.amounts["net"]
    judged = []
    for form in year.forms("vat_general"):
        month = f"{form.end:%Y-%m}"
        if month in by_month:
            judged.append(near(cell(form, "s1_invoiced", "month"), by_month[month], 0.02))
    return all(judged) if judged else None


tie("INV008", "soft")(lambda year: near(year.now["inv_issued_net"], year.now["revenue"], 0.10) if year.chinese else None)
tie("INV009")(lambda year: near(year.now["vat_sales_taxable"], year.now["revenue"], 0.05) if year.chinese else None)


@tie("INV010")
def _cit_revenue(year: Facts) -> bool | None:
    forms = [form for form in year.forms("cit_annual") if form.end == year.year_end]
    return cell(forms[0], "revenue", "year") == year.now["revenue"] == year.now["cit_revenue"] if forms else None


@tie("INV011")
def _cit_profit(year: Facts) -> bool | None:
    forms = [form for form in year.forms("cit_annual") if form.end == year.year_end]
    return cell(forms[0], "profit", "year") == year.now["profit_before_tax"] == year.now["cit_profit"] if forms else None


@tie("INV012")
def _cit_tax(year: Facts) -> bool | None:
    """The tax due; and the return's own arithmetic down to it."""
    forms = [form for form in year.forms("cit_annual") if form.end == year.year_end]
    if not forms:
        return None
    at = {line.name: line.amounts["year"] for line in forms[0].lines if line.amounts}
    adjusted = at["profit"] - at["foreign"] + at["increase"] - at["decrease"] - at["exempt"] + at["foreign_losses"]
    taxable = at["adjusted"] - at["reduced"] - at["losses"] - at["venture"]
    inner = (
        at["adjusted"] == adjusted
        and at["taxable"] == max(taxable, 0)
        and abs(at["full"] - at["taxable"] * Decimal("0.25")) <= 1
        and at["tax"] == at["full"] - at["relief"] - at["credit"]
    )
    return inner and near(year.now["income_tax"], at["tax"], 0.05)


@tie("INV013", "range")
def _received(year: Facts) -> bool:
    spent = year.now["cost_of_sales"] + year.change("inventories") + year.now["fixed_asset_additions"]
    spent += (
        year.now.get("sga_expenses", 0) if "selling_expenses" not in year.now else year.now["selling_expenses"] + year.now["admin_expenses"]
    )
    return year.now["inv_received_net"] <= 1.25 * spent


@tie("INV014", "range")
def _bought(year: Facts) -> bool | None:
    if year.firm.taxpayer != "general" or year.firm.industry not in {"trade", "manufacturing"}:
        return None
    return year.now["inv_received_net"] >= 0.5 * year.now["purchases"]


@tie("INV015")
def _input(year: Facts) -> bool | None:
    """Input tax against invoices received; those of the month before the year may be deducted in it."""
    if year.firm.taxpayer != "general":
        return None
    return year.now["vat_input"] <= year.now["inv_received_tax"] * 1.05 + 1


@tie("INV016", "soft")
def _output(year: Facts) -> bool | None:
    """Soft: sales that nobody wants an invoice for are declared as well."""
    return near(year.now["vat_output"], year.now["inv_issued_tax"], 0.05) if year.firm.taxpayer == "general" else None


@tie("INV017", "range")
def _matched(year: Facts) -> bool | None:
    """By value, of what was settled of invoiced sales in the year: the part that met neither a bank row nor stands in receivables."""
    numbers = {deal.id for deal in year.ledgers.deals("stated") if deal.kind == "sale" and deal.number}
    met = missed = 0
    for entry in year.ledgers.entries("actual"):
        if year.first <= entry.day <= year.year_end:
            value = sum(amount for deal, amount in entry.settles if deal in numbers)
            if any(account in BANKS for account, _ in entry.postings):
                met += value
            elif entry.kind not in {"note_in", "advance"} or any(account in MONEY for account, _ in entry.postings):
                missed += value
    return missed <= 0.35 * (met + missed) if met + missed else None


tie("INV018")(lambda year: len({(i.code, i.number, i.seller.name) for i in year.invoices}) == len(year.invoices))


@tie("INV019", "range")
def _reversed(year: Facts) -> bool | None:
    if not year.chinese:
        return None
    taken_back = sum(deal.net for deal in year.ledgers.deals("stated") if deal.kind == "sale_return" or deal.status != "valid")
    return abs(taken_back) <= 0.1 * max(year.now["inv_issued_net"], 1)


@tie("INV020", "range")
def _in_order(year: Facts) -> bool | None:
    """Own numbers of an English firm rise with the dates (a Chinese digital number says nothing)."""
    if year.chinese:
        return None
    rows = sorted((i.day, i.number) for i in year.invoices if i.direction == "issued" and i.kind == "invoice")
    turned = sum(one[1] > other[1] for one, other in pairwise(rows))
    return turned <= 0.05 * len(rows) if len(rows) > 5 else None
