"""N13: gifts and staff goods, or an old machine sold: in the VAT return as sales, in the books not as revenue."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Deal, DealLine, Entry, Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import ALL


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    day = firm.first + timedelta(source.randint(40, (firm.last - firm.first).days - 40))
    net = max(firm.profile.revenue * source.randint(2, 20) // 1000, 50_000)
    tax = round(net * firm.profile.vat_rate)
    line = DealLine("", "视同销售" if firm.language == "zh" else "Goods given away", "", 1000, net, net, tax, firm.profile.vat_rate)
    deal = Deal(id="N13-1", kind="sale", day=day, party=firm.of("customer")[0].id if firm.of("customer") else "", lines=(line,))
    booked = Entry("N13-1", day, "other_cost", (("entertainment", tax), ("vat_payable", -tax)), deal=deal.id)
    # The tax is owed in every version; the sale itself is known to the return alone.
    after = ledgers.laid(Overlay(source="N13", views=ALL, added=(booked,)))
    after = after.laid(Overlay(source="N13", views=frozenset({"filed"}), deals_added=(deal,)))
    return after, {"net": net, "start": day, "entries": [booked.id], "deals": [deal.id]}


KIND = Intervention(
    code="N13",
    name="deemed_sale",
    split="develop",
    books=_books,
    languages=("zh",),
    suits=lambda ledgers: ledgers.firm.taxpayer == "general",
)
