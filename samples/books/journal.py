"""Double entry in minor units: what every paper is printed from, and the three versions of it that a firm may keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple

from samples.books.accounts import RESULT
from samples.firms.firm import Firm

#: actual: what happened, and the bank saw.   stated: the books behind the statements for the lender.   filed: behind the tax returns.
View = Literal["actual", "stated", "filed"]
VIEWS: tuple[View, ...] = ("actual", "stated", "filed")

Kind = Literal[
    # selling
    "opening", "sale", "sale_return", "platform_sale", "receipt", "advance", "note_in", "note_cashed", "platform_payout", "cash_sale",
    "retention_release", "bad_debt", "refund",
    # buying and making
    "purchase", "purchase_return", "payment", "prepayment", "material_issue", "conversion", "completion", "progress_cost",
    # people
    "wages", "payroll", "insurance", "wage_tax_paid",
    # running
    "rent", "power", "freight", "office", "entertainment", "advertising", "platform_fee", "bank_fee", "other_cost", "stock_adjustment",
    # money
    "deposit_interest", "loan_draw", "loan_interest", "loan_repayment", "owner_in", "owner_out", "capital_in", "capital_out", "dividend",
    "private_in", "private_out", "transfer", "cash_withdrawn", "cash_deposited", "other_in", "other_out", "exchange",
    # assets and tax
    "capex", "disposal", "depreciation", "amortisation", "vat_closing", "vat_paid", "surcharges", "surcharges_paid", "stamp_tax",
    "income_tax", "income_tax_paid", "sales_tax_paid", "prior_year_tax", "grant",
    # closing
    "closing", "reserve",
    # what only fabrication books
    "fiction",
]  # fmt: skip


class Entry(NamedTuple):
    """One entry of the journal. Its postings add up to nothing.

    id        unique among all entries of a case: "e-1042"; an injected one starts with the code of its kind: "F02-3"
    day       on which the books have it
    postings  (account, minor units), a debit positive
    flow      concept of the cash flow statement that its money enters ("cf_receipts_customers"); "" without money or between own accounts
    party     id of the Party on the other side; "" without one
    deal      id of the deal (invoice) that it books; "" else
    settles   (deal id, minor units) of what a receipt or payment settles: the truth of matching. Where the money comes apart from the
              settling (a note that is cashed, money before the goods) both entries name the deal, and the one that moves receivables or
              payables settles it. The opening entry names what of older deals was settled before
    cleared   day on which the bank has it, when that is not `day`
    through   what a bank line shows instead of the party's own name (another payer, a platform); "" else
    note      a few words for the bank line's purpose, when it has its own; "" else
    """

    id: str
    day: date
    kind: Kind
    postings: tuple[tuple[str, int], ...]
    flow: str = ""
    party: str = ""
    deal: str = ""
    settles: tuple[tuple[str, int], ...] = ()
    cleared: date | None = None
    through: str = ""
    note: str = ""


class DealLine(NamedTuple):
    """One line of an invoice.   quantity: thousandths of a unit   price: minor units a unit, without tax   net, tax: minor units"""

    category: str
    name: str
    unit: str
    quantity: int
    price: int
    net: int
    tax: int
    rate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A sale or purchase.   day: of delivery, when it is booked   invoiced: when the invoice was made out, None when nobody wanted one

    due      when it should be paid
    number   of the invoice; "" without one
    kind     "sale", "purchase", "sale_return" (a credit note), "expense" (an invoice received for a service)
    reverses id of the deal that a credit note takes back
    status   what the tax bureau says of the invoice on the day of application
    """

    id: str
    kind: Literal["sale", "purchase", "sale_return", "expense"]
    day: date
    party: str
    lines: tuple[DealLine, ...]
    number: str = ""
    invoiced: date | None = None
    due: date | None = None
    reverses: str = ""
    status: Literal["valid", "voided", "reversed"] = "valid"
    currency: str = ""
    rate: str = ""

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    @property
    def tax(self) -> int:
        return sum(line.tax for line in self.lines)

    @property
    def gross(self) -> int:
        return self.net + self.tax


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What of a month is no money.   first: its first day   wages: gross, minor units   base: of social insurance, minor units"""

    first: date
    headcount: int
    insured: int
    declared: int
    wages: int
    base: int
    kwh: int
    output: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What a firm did, booked honestly.   entries: by day; the first is the opening balance, on the day before firm.first"""

    entries: tuple[Entry, ...]
    deals: tuple[Deal, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What one mess or fabrication does to some versions of the books.   source: its code"""

    source: str
    views: frozenset[View]
    dropped: frozenset[str] = frozenset()
    added: tuple[Entry, ...] = ()
    deals_dropped: frozenset[str] = frozenset()
    deals_added: tuple[Deal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledgers:
    """A firm's books and what was done to them, in order; a later overlay may drop what an earlier one added."""

    firm: Firm
    books: Books
    overlays: tuple[Overlay, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    #: Journals that were put together already, by the places of the overlays in them; a copy with other overlays begins with none.
    _made: dict[tuple[int, ...], tuple[Entry, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def entries(self, view: View) -> tuple[Entry, ...]:
        """The journal of that version, by day (within a day in the order of booking).

        A version that an overlay touched is closed anew: its entries of kind "closing" and "reserve" follow from its own year.
        """
        which = tuple(number for number, overlay in enumerate(self.overlays) if view in overlay.views)
        if not which:
            return self.books.entries
        if which not in self._made:
            entries: Iterable[Entry] = self.books.entries
            for overlay in (self.overlays[number] for number in which):
                entries = [*(entry for entry in entries if entry.id not in overlay.dropped), *overlay.added]
            self._made[which] = closed(sorted(entries, key=lambda entry: (entry.day, _LAST.get(entry.kind, 0))))
        return self._made[which]

    def deals(self, view: View) -> tuple[Deal, ...]:
        """The deals of that version, by day."""
        deals: Iterable[Deal] = self.books.deals
        for overlay in self.overlays:
            if view in overlay.views:
                deals = [*(deal for deal in deals if deal.id not in overlay.deals_dropped), *overlay.deals_added]
        return tuple(sorted(deals, key=lambda deal: deal.day))

    def laid(self, overlay: Overlay) -> Ledgers:
        """The same books with `overlay` on top.   Raises ValueError when an entry that it adds does not balance."""
        for entry in overlay.added:
            if sum(amount for _, amount in entry.postings):
                raise ValueError(f"{entry.id} of {overlay.source} does not balance: {entry.postings}")
        return replace(self, overlays=(*self.overlays, overlay))

    def set(self, **settings: object) -> Ledgers:
        """The same books with settings that record makers read (e.g. cash_flow="plug"); a later value of a name replaces an earlier."""
        return replace(self, settings={**self.settings, **settings})


def closed(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """`entries`, which stand by day, with the closing of each year taken from what was booked in it.

    Closings keep their ids and days. The reserve keeps its share: the tenth of a profit, nothing of a loss (company law, art. 210).
    """
    result: dict[str, int] = {}
    profit = 0
    done: list[Entry] = []
    for entry in entries:
        if entry.kind == "closing":
            moves = [(account, -amount) for account, amount in result.items() if amount]
            profit = -sum(amount for _, amount in result.items())
            done.append(entry._replace(postings=(*moves, ("retained", -profit))))
            result = {}
        elif entry.kind == "reserve":
            tenth = max(profit, 0) // 10
            done.append(entry._replace(postings=(("retained", tenth), ("surplus_reserve", -tenth))))
        else:
            for account, amount in entry.postings:
                if account in _RESULT:
                    result[account] = result.get(account, 0) + amount
            done.append(entry)
    return tuple(done)


_RESULT = frozenset(RESULT)
#: What a day ends with.
_LAST = {"closing": 1, "reserve": 2}


def balances(entries: Iterable[Entry], until: date | None = None) -> dict[str, int]:
    """Balance of each account after the entries up to `until` (all of them without one); debit positive, minor units."""
    result: dict[str, int] = {}
    for entry in entries:
        if until is not None and entry.day > until:
            continue
        for account, amount in entry.postings:
            result[account] = result.get(account, 0) + amount
    return result
