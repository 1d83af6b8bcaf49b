"""Sales and purchases that never were: the deal, its invoice where the forger makes one out, and its entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.books.journal import Deal, DealLine, Entry, Kind, Ledgers
from samples.firms import calendar
from samples.firms.firm import Firm, Good
from samples.streams import stream

#: Above this many pieces a line counts in whole ones.
_WHOLE = 5
#: Stands for the number of an invoice until the books know it.
NUMBERED = "?"
#: Digital invoices that a province gives out in a year, in the order of what numbers seen say.
_A_YEAR = 180_000_000


def parts(source: Random, total: int, count: int, spread: float = 0.5) -> list[int]:
    """`total` in `count` uneven parts that add up to it; minor units.   spread: of their logarithms"""
    weights = [source.lognormvariate(0, spread) for _ in range(count)]
    cuts, run = [0], 0.0
    for weight in weights:
        run += weight
        cuts.append(round(total * run / sum(weights)))
    cuts[-1] = total
    return [cuts[index + 1] - cuts[index] for index in range(count)]


def days_in(firm: Firm, source: Random, first: date, last: date, count: int) -> list[date]:
    """`count` working days from `first` to `last`, in order: a forger keeps to the calendar of business."""
    drawn = (first + timedelta(source.randint(0, max((last - first).days, 0))) for _ in range(count))
    return sorted(max(calendar.on_or_before(day, firm.country), first) for day in drawn)


def line(source: Random, goods: Sequence[Good], net: int, rate: float) -> DealLine:
    """One line of about `net`: whole pieces of a good of the firm's where that comes close, else one at a price of its own."""
    good = source.choice(goods) if goods else Good("", "", "", net, net)
    price = good.price
    if price <= 0 or net < _WHOLE * price:
        return DealLine(good.category, good.name, good.unit, 1000, net, net, round(net * rate), rate)
    pieces = round(net / price)
    # The price gives way a little, so that the line comes to the wanted amount within half a piece of it.
    price = round(net / pieces)
    value = pieces * price
    return DealLine(good.category, good.name, good.unit, pieces * 1000, price, value, round(value * rate), rate)


def deal(
    firm: Firm, source: Random, name: str, kind: str, day: date, party: str, lines: Sequence[DealLine], *, invoiced: bool, terms: int = 60
) -> Deal:
    """A deal of that id.   kind: "sale", "purchase" or "expense"   invoiced: with an invoice of the same day"""
    assert kind in {"sale", "purchase", "expense"}
    own = kind == "sale"
    return Deal(
        id=name,
        kind="sale" if own else "purchase" if kind == "purchase" else "expense",
        day=day,
        party=party,
        lines=tuple(lines),
        number=NUMBERED if invoiced else "",
        invoiced=day if invoiced else None,
        due=day + timedelta(terms),
        currency=firm.currency,
    )


def numbered(ledgers: Ledgers, deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """The deals, those invoiced with the number that their invoice bears.

    China: twenty digits, of which the last fifteen count through the province and the year. Elsewhere a forger's own invoices take the
    next numbers of the firm's series, whatever their day; suppliers have series of their own.
    """
    firm = ledgers.firm
    done: list[Deal] = []
    series: tuple[str, int] | None = None
    for one in deals:
        if one.number != NUMBERED:
            done.append(one)
            continue
        source = stream(firm.seed, "fabricated number", one.id)
        day = one.invoiced or one.day
        if firm.language == "zh":
            seller = firm.tax_id if one.kind == "sale" else firm.parties[one.party].tax_id if one.party in firm.parties else ""
            region = seller[2:4] if seller[2:4].isdigit() else "44"
            count = _A_YEAR * (day - date(day.year, 1, 1)).days // 366 + source.randrange(_A_YEAR // 366)
            number = f"{day:%y}{region}{2 if one.kind == 'sale' else source.choice('22237')}{count:015d}"
        elif one.kind == "sale":
            series = series or _own_series(ledgers)
            series = (series[0], series[1] + 1)
            number = f"{series[0]}{series[1]:05d}"
        else:
            number = f"{source.choice(('INV-', '', 'SI', 'A'))}{source.randint(120, 60_000):05d}"
        done.append(replace(one, number=number))
    return tuple(done)


def _own_series(ledgers: Ledgers) -> tuple[str, int]:
    """What the firm's invoices begin with, and the highest number of them."""
    best = ("INV-", 0)
    for one in ledgers.deals("stated"):
        digits = one.number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
        if one.kind == "sale" and digits.isdigit() and int(digits) > best[1]:
            best = (one.number[: len(one.number) - len(digits)], int(digits))
    return best


def sale_entry(name: str, done: Deal, cost: int, *, taxed: bool = True) -> Entry:
    """The entry of a sale on credit.   cost: of what is said to have left the stock; taxed: with VAT"""
    tax = done.tax if taxed else 0
    postings = [("receivables", done.net + tax), ("sales", -done.net)]
    if tax:
        postings.append(("vat_payable", -tax))
    if cost:
        postings += [("cost", cost), ("stock", -cost)]
    return Entry(name, done.day, "sale", tuple(postings), party=done.party, deal=done.id)


def deducts(firm: Firm) -> bool:
    """Whether the firm sets the tax on what it buys off against the tax on what it sells."""
    return firm.taxpayer in {"general", "uk_vat"}


def input_rate(firm: Firm) -> float:
    """Of tax on what it buys: none on the invoices that an American reseller receives."""
    return 0.0 if firm.taxpayer == "sales_tax" else firm.profile.input_rate


def held(firm: Firm, done: Deal, *, taxed: bool = True) -> tuple[int, int]:
    """What a purchase adds to cost or stock, and what of its tax can be set off.   taxed: with tax at all"""
    if not taxed:
        return done.net, 0
    return (done.net, done.tax) if deducts(firm) else (done.gross, 0)


def bought_as(firm: Firm, name: str, done: Deal, account: str, *, taxed: bool = True, kind: Kind = "purchase") -> Entry:
    """The entry of a purchase on credit.   account: that takes the goods   taxed: with input tax where the firm deducts it"""
    value, tax = held(firm, done, taxed=taxed)
    postings = [(account, value), ("payables", -value - tax)]
    if tax:
        postings.append(("vat_payable", tax))
    return Entry(name, done.day, kind, tuple(postings), party=done.party, deal=done.id)


def purchase_entry(firm: Firm, name: str, done: Deal, *, taxed: bool = True) -> Entry:
    """The same into stock."""
    return bought_as(firm, name, done, "stock", taxed=taxed)
