"""F07 开后作废, 红冲: invoices issued for the loan file and cancelled when they have served.

What is done
    Sales to two or three buyers in the last two months of the books, with invoices that are printed for the file and
    cancelled.
Strength
    Net value of those invoices over the net value of the sales that were truly made in the same twelve months.
Care
    0   voided within the month: the stated books have the sale, the tax office does not, and its record says void
    1   reversed by a red invoice before the day of the application; declared when issued
    2   still valid on the day of the application, to be reversed after it; with cost, bought on credit from a made-up
        supplier
Traces
    Value concentrated in the last weeks; no money; the tax office's record of those invoices; red notes after the
    application date.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Literal

from samples.books.journal import Deal, Entry, Ledgers, View
from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, month_before, net_sales
from samples.fabrication.settling import settled
from samples.fabrication.trade import days_in, deal, exactly, input_rate, lines, parts, purchase_entry, sale_entry
from samples.records.invoices import invoice

_STATUS: tuple[Literal["voided", "reversed", "valid"], ...] = ("voided", "reversed", "valid")


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    period = Period(max(firm.first, month_before(firm.last, 1)), firm.last)
    year = Period(max(firm.first, month_before(firm.last, 11)), firm.last)
    target = round(net_sales(ledgers.entries("actual"), year) * dose.strength)
    if target <= 0:
        return None
    buyers = distinct(firm, source, "F07-buyer", "helper", source.randint(2, 3))
    supplier = distinct(firm, source, "F07-supplier", "helper", 1)
    count = source.randint(3, 8)
    entries: list[Entry] = []
    deals: list[Deal] = []
    missed = 0
    for number, (day, part) in enumerate(zip(days_in(firm, source, *period, count), parts(source, target, count), strict=True), start=1):
        sold = lines(firm, source, part + missed, firm.profile.vat_rate)
        missed += part - sum(item.net for item in sold)
        made = deal(firm, source, f"F07-s{number}", "sale", day, source.choice(buyers).id, sold, invoiced=True, at_once=True)
        made = replace(made, status=_STATUS[dose.care])
        deals.append(made)
        cost = 0
        if dose.care == 2:
            cost = round(made.net * (1 - firm.profile.gross_margin))
            bought = exactly(firm, source, cost, round(cost * input_rate(firm)), input_rate(firm), buying=True)
            purchase = deal(firm, source, f"F07-p{number}", "purchase", day, supplier[0].id, bought, invoiced=False)
            deals.append(purchase)
            entries.append(purchase_entry(firm, f"F07-p{number}", purchase, taxed=False))
        entries.append(sale_entry(f"F07-s{number}", made, cost))
    views: tuple[View, ...] = ("stated",) if dose.care == 0 else ("stated", "filed")
    done = laid(joined(ledgers, *buyers, *(supplier if dose.care == 2 else ())), "F07", views, added=entries, deals=deals)
    return settled(ledgers, done, "F07", stated=dose.care > 0), {
        "start": period.first,
        "months": 2,
        "buyers": tuple(buyer.name for buyer in buyers),
        "value": sum(one.net for one in deals if one.kind == "sale"),
        "invoices": tuple(one.id for one in deals if one.kind == "sale"),
        "status": _STATUS[dose.care],
    }


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    """Put the prints of the cancelled invoices into the file: a record keeper that prints valid invoices only would leave them out."""
    ledgers = papers.ledgers
    there = {document.id for document in papers.documents}
    printed = tuple(
        Document(id=f"invoice-{deal.id}", record=invoice(ledgers.firm, deal), issuer="firm")
        for deal in ledgers.deals("stated")
        if deal.id.startswith("F07-s") and f"invoice-{deal.id}" not in there
    )
    return (papers.added(*printed), {"printed": len(printed)}) if printed else None


KIND = Intervention(code="F07", name="cancelled_invoices", split="test", books=_books, papers=_papers)
