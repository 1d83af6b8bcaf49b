"""F06 虚开, 对开, 环开: invoices without goods, issued and received in a ring of firms.

What is done
    In the last four to eight months of the last financial year the firm issues invoices to a ring of 2 to 4 young firms and
    receives as much from them. The invoices are really made out, so the books for the lender and those for the tax office
    have them.
Strength
    Net value issued to the ring over the true net sales of that year.
Care
    0   issued and received on the same day for the same sum, just below the cap of an invoice; the balances stay open
    1   the sums received are 0 to 2 % lower and up to five days apart; the balances are netted in the books after one to two
        months
    2   as 1, and money goes round for a part of it, less a fee of 2 to 8 %, where the accounts hold enough
Traces
    Sales and purchases grow in step while the tax does not; sums near the cap; new partners on both sides; no money, or
    money in a circle.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.cycles import Cycling, cycled, open_of
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, last_year, month_before, net_sales
from samples.fabrication.settling import settled
from samples.fabrication.trade import cheaper, days_in, deal, lines, parts, purchase_entry, sale_entry
from samples.firms.firm import Party

#: Net value of one invoice that a version of the form allows, minor units: the largest that still leaves several is used.
_CAPS = (100_000_000, 10_000_000, 1_000_000)
#: Cycled by the most careful ring, of the value on paper.
_PAID = 0.4


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    target = round(net_sales(ledgers.entries("actual"), year) * dose.strength)
    if target <= 0:
        return None
    months = source.randint(4, 8)
    period = Period(max(year.first, month_before(year.last, months - 1)), year.last)
    ring = distinct(firm, source, "F06-ring", "helper", source.randint(2, 4))
    done = joined(ledgers, *ring)
    entries, deals = mutual(done, source, dose.care, "F06", period, ring, target)
    done = laid(done, "F06", ("stated", "filed"), added=entries, deals=deals)
    done = settled(ledgers, done, "F06", stated=dose.care > 0)
    drawn: dict[str, object] = {
        "start": period.first,
        "months": months,
        "ring": tuple(party.name for party in ring),
        "value": sum(one.net for one in deals if one.kind == "sale"),
        "invoices": len(deals),
    }
    if dose.care == 2:
        how = Cycling(
            code="F06-money",
            wanted=round(target * _PAID),
            period=Period(period.first, firm.last),
            out=ring,
            back=ring,
            fee=(0.02, 0.08),
            care=2,
            owed=open_of(done, "payables", ("F06",)),
            owing=open_of(done, "receivables", ("F06",)),
        )
        paid = cycled(done, source, how)
        if paid is not None:
            done = paid.ledgers
            drawn |= {"paid": paid.credits, "rows": paid.rows}
    return done, drawn


def mutual(
    ledgers: Ledgers, source: Random, care: int, code: str, period: Period, ring: tuple[Party, ...], target: int
) -> tuple[list[Entry], list[Deal]]:
    """Sales to the ring that come to `target`, and purchases from it that come to as much."""
    firm = ledgers.firm
    cap = next((limit for limit in _CAPS if target >= 3 * limit), max(target // 3, 100))
    count = -(-target * 21 // (cap * 20))
    entries: list[Entry] = []
    deals: list[Deal] = []
    sums = [cap * source.randint(930, 999) // 1000 for _ in range(count)] if care == 0 else parts(source, target, count, 0.15)
    for number, (day, net) in enumerate(zip(days_in(firm, source, *period, count), sums, strict=True), start=1):
        buyer, seller = source.sample(ring, 2)
        sold = lines(firm, source, net, firm.profile.vat_rate)
        less = source.uniform(0, 0.02) if care else 0.0
        bought = tuple(cheaper(line, less) for line in sold)
        before = day - timedelta(source.randint(0, 5)) if care else day
        out = deal(firm, source, f"{code}-s{number}", "sale", day, buyer.id, sold, invoiced=True, at_once=True)
        back = deal(
            firm, source, f"{code}-p{number}", "purchase", max(before, period.first), seller.id, bought, invoiced=True, at_once=True
        )
        deals += [back, out]
        received = purchase_entry(firm, f"{code}-p{number}", back)
        entries += [received, sale_entry(f"{code}-s{number}", out, received.postings[0][1])]
        netted = day + timedelta(source.randint(30, 60))
        if care == 1 and netted <= firm.last:
            least = min(out.gross, back.gross)
            settles = ((out.id, least), (back.id, least))
            entries.append(
                Entry(
                    f"{code}-n{number}", netted, "fiction", (("payables", least), ("receivables", -least)), party=buyer.id, settles=settles
                )
            )
    return entries, deals


def _suits(ledgers: Ledgers) -> bool:
    return net_sales(ledgers.entries("actual"), last_year(ledgers)) > 0


KIND = Intervention(code="F06", name="sham_invoices", split="develop", books=_books, suits=_suits)
