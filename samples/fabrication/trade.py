"""Sales and purchases that never were: the deal, its invoice where the forger makes one out, and its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.books.cycles.sales import priced
from samples.books.journal import Deal, DealLine, Entry, Kind, Ledgers
from samples.firms import calendar
from samples.firms.firm import Firm, Good
from samples.streams import stream

#: An invoice of less than this, minor units, has one line.
_SMALL = 50_000
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-"
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


def lines(
    firm: Firm, source: Random, net: int, rate: float, *, buying: bool = False, goods: Sequence[Good] | None = None
) -> tuple[DealLine, ...]:
    """Lines of about `net`, as the honest invoices of such a firm have them: so many of them, whole pieces at about the usual price.

    buying   of what the firm buys, at cost; else of what it sells   goods: others than those
    """
    known = (firm.materials or firm.goods if buying else firm.goods) if goods is None else goods
    stocked = firm.industry in {"trade", "manufacturing"}
    count = 1 if net < _SMALL or not (stocked or buying) else source.choice((1, 2, 2, 3) if buying else (1, 1, 2, 3))
    left, found = net, []
    for index in range(count):
        part = left if index == count - 1 else round(left * source.uniform(0.3, 0.6))
        made = _line(firm, source, known, part, rate, buying=buying)
        left -= made.net
        found.append(made)
    return tuple(found)


def _line(firm: Firm, source: Random, goods: Sequence[Good], net: int, rate: float, *, buying: bool) -> DealLine:
    if not goods:
        return DealLine("", "", "", 1000, net, net, round(net * rate), rate)
    good = source.choice(goods)
    usual = _usual(firm, good, rate, buying=buying)
    # A builder bills work done, not pieces.
    piece = firm.industry == "construction" and not buying
    quantity, price = (1000, max(net, 1)) if piece else priced(max(net, 100), usual, source)
    value = quantity * price // 1000
    return DealLine(good.category, good.name, good.unit, quantity, price, value, round(value * rate), rate)


def _usual(firm: Firm, good: Good, rate: float, *, buying: bool) -> float:
    if not buying:
        return good.price
    return good.cost if deducts(firm) else good.cost / (1 + rate)


def cheaper(line: DealLine, share: float) -> DealLine:
    """The same line at a price lower by that share."""
    price = round(line.price * (1 - share))
    value = round(line.quantity * price / 1000)
    return line._replace(price=price, net=value, tax=round(value * line.rate))


def exactly(firm: Firm, source: Random, net: int, tax: int, rate: float, *, buying: bool = False) -> tuple[DealLine, ...]:
    """Lines that come to exactly `net` and `tax`: pieces of one good, and one piece at another price where they do not go up."""
    known = firm.materials or firm.goods if buying else firm.goods
    if not known:
        return (DealLine("", "", "", 1000, net, net, tax, rate),)
    good = source.choice(known)
    usual = max(round(_usual(firm, good, rate, buying=buying)), 1)
    pieces = round(net / usual) if net > 0 and not (firm.industry == "construction" and not buying) else 1
    if pieces < 2:
        return (DealLine(good.category, good.name, good.unit, 1000, net, net, tax, rate),)
    near = sorted(range(max(2, pieces * 3 // 4), pieces * 4 // 3 + 2), key=lambda count: abs(count - pieces))
    even = next((count for count in near[:400] if net % count == 0), 0)
    if even:
        return (DealLine(good.category, good.name, good.unit, even * 1000, net // even, net, tax, rate),)
    price = net // pieces
    most = price * (pieces - 1)
    first = round(tax * most / net)
    return (
        DealLine(good.category, good.name, good.unit, (pieces - 1) * 1000, price, most, first, rate),
        DealLine(good.category, good.name, good.unit, 1000, net - most, net - most, tax - first, rate),
    )


def deal(
    firm: Firm,
    source: Random,
    name: str,
    kind: str,
    day: date,
    party: str,
    lines: Sequence[DealLine],
    *,
    invoiced: bool,
    terms: int | None = None,
    at_once: bool = False,
) -> Deal:
    """A deal of that id.   kind: "sale", "purchase" or "expense"   terms: days to pay; None: as such a partner has them

    invoiced   with an invoice: of the same day when `at_once`, else with the lag that invoices have
    """
    assert kind in {"sale", "purchase", "expense"}
    own = kind == "sale"
    lag = 0 if at_once or not invoiced else _lag(source, day, own=own)
    made = min(day + timedelta(lag), max(firm.last, day))
    return Deal(
        id=name,
        kind="sale" if own else "purchase" if kind == "purchase" else "expense",
        day=day,
        party=party,
        lines=tuple(lines),
        number=NUMBERED if invoiced else "",
        invoiced=made if invoiced else None,
        due=made + timedelta(_terms(firm, party, own=own) if terms is None else terms),
        currency=firm.currency,
    )


def _lag(source: Random, day: date, *, own: bool) -> int:
    """Days from a delivery to its invoice."""
    if not own:
        return source.choice((0, 0, 0, 1, 2, 3, 5))
    lag = source.randint(1, 25)
    return lag if source.random() < 0.45 and (day + timedelta(lag)).month == day.month else 0


def _terms(firm: Firm, party: str, *, own: bool) -> int:
    """Days that partner has to pay, or gives: its own, else of the size that the firm's partners have."""
    known = firm.parties.get(party)
    if known is not None and known.terms:
        return known.terms
    usual = firm.profile.terms if own else firm.profile.purchase_terms
    return max(0, round(usual * stream(firm.seed, "fabricated terms", party).uniform(0.6, 1.4) / 5) * 5)


def numbered(ledgers: Ledgers, deals: Iterable[Deal]) -> tuple[Deal, ...]:
    """The deals, those invoiced with the number that their invoice bears.

    China: twenty digits, of which the last fifteen count through the province and the year. Elsewhere a forger's own invoices take the
    next numbers of the firm's series, whatever their day; suppliers have series of their own, which go on by day.
    """
    all_deals = tuple(deals)
    new = sorted((one for one in all_deals if one.number == NUMBERED), key=lambda one: (one.invoiced or one.day, one.id))
    numbers: dict[str, str] = {}
    series: dict[str, Iterator[str]] = {}
    for one in new if ledgers.firm.language == "en" else ():
        own = one.kind == "sale"
        key = "" if own else one.party
        if key not in series:
            series[key] = _own_series(ledgers) if own else _series_of(ledgers, one)
        numbers[one.id] = next(series[key])
    if ledgers.firm.language == "zh":
        numbers = {one.id: _digital(ledgers.firm, one) for one in new}
    return tuple(replace(one, number=numbers[one.id]) if one.id in numbers else one for one in all_deals)


def _digital(firm: Firm, one: Deal) -> str:
    source = stream(firm.seed, "fabricated number", one.id)
    day = one.invoiced or one.day
    seller = firm.tax_id if one.kind == "sale" else firm.parties[one.party].tax_id if one.party in firm.parties else ""
    seller = seller if len(seller) >= 4 else firm.tax_id
    region = seller[2:4] if seller[2:4].isdigit() else "44"
    count = _A_YEAR * (day - date(day.year, 1, 1)).days // 366 + source.randrange(_A_YEAR // 366)
    return f"{day:%y}{region}{2 if one.kind == 'sale' else source.choice('22237')}{count:015d}"


def _own_series(ledgers: Ledgers) -> Iterator[str]:
    """The numbers after the highest of the firm's own invoices."""
    form, last = "INV-", 0
    for one in (*ledgers.books.deals, *ledgers.deals("stated")):
        digits = one.number.lstrip(_LETTERS)
        if one.kind == "sale" and digits.isdigit() and int(digits) > last:
            form, last = one.number[: len(one.number) - len(digits)], int(digits)
    while True:
        last += 1
        yield f"{form}{last:05d}"


def _series_of(ledgers: Ledgers, first: Deal) -> Iterator[str]:
    """The numbers of a supplier's invoices: after the last that it sent before, in a series of its own where it sent none."""
    source = stream(ledgers.firm.seed, "fabricated number", first.party)
    form, last, step = source.choice(("INV-", "", "SI", "A")), source.randint(120, 60_000), source.randint(2, 40)
    day = first.invoiced or first.day
    sent = [one for one in ledgers.books.deals if one.party == first.party and one.number and one.kind != "sale"]
    taken = {one.number for one in sent}
    before = [one for one in sent if (one.invoiced or one.day) <= day] or sent
    if before:
        number = max(before, key=lambda one: (one.invoiced or one.day, one.number)).number
        digits = number.lstrip(_LETTERS)
        form, last = number[: len(number) - len(digits)], int(digits)
    while True:
        last += source.randint(1, step)
        number = f"{form}{last:05d}"
        if number not in taken:
            yield number


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
