"""What an invoice drawn by chance comes to: its lines, discounts, charges, taxes and what is left to pay, each as an amount of its own.

The firm, its customer and its goods are those of the population; how the sum is made up is drawn anew, so that it may be made up in ways
in which no book of the population makes it up. Every amount is rounded to the cent once, and every sum is a sum of printed amounts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Literal

from samples.records.record import Invoice

#: What may stand among the totals beside net, tax and total.
Role = Literal["discount", "shipping", "retention", "withheld", "paid", "payable"]
Mode = Literal["excluded", "included", "none"]

_CENT = Decimal("0.01")
_BRITISH = ((Decimal("0.20"),), (Decimal("0.20"),), (Decimal("0.05"),), (Decimal("0.20"), Decimal("0.05")), (Decimal("0.20"), Decimal(0)))
_EUROPEAN = ((Decimal("0.19"),), (Decimal("0.21"), Decimal("0.09")), (Decimal("0.23"),), (Decimal("0.20"), Decimal("0.055")))
_AMERICAN = ((Decimal("0.08875"),), (Decimal("0.0725"),), (Decimal("0.06"),), (Decimal("0.0925"),), (Decimal("0.07"),))
_MORE = ("", " type B", " 250 ml", " (set of 6)", ", blue", " 40x60", ", 2 m", " mk II", " spare")


def cents(value: Decimal) -> Decimal:
    """To the cent, halves away from zero."""
    return value.quantize(_CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Good:
    """One line.

    net       what the line comes to before tax, after its discount; with `included` prices that is worked out and not printed
    price     as printed: with tax where prices include it   discount: per cent off, zero for none   day: of its delivery
    """

    description: str
    code: str
    day: date
    unit: str
    quantity: Decimal
    price: Decimal
    discount: Decimal
    rate: Decimal
    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class Sale:
    """All of it.

    mode       whether the printed prices and line sums hold the tax
    lines_sum  what the printed line sums add up to   before: charges and discounts between the lines and the net
    bases      (rate, base, tax), highest rate first   after: what stands behind the total, the last one what is left to pay
    """

    mode: Mode
    goods: tuple[Good, ...]
    lines_sum: Decimal
    before: tuple[tuple[Role, Decimal], ...]
    net: Decimal
    bases: tuple[tuple[Decimal, Decimal, Decimal], ...]
    tax: Decimal
    total: Decimal
    after: tuple[tuple[Role, Decimal], ...] = field(default=())


def drawn(record: Invoice, source: Random, *, american: bool, european: bool = False) -> Sale:
    """How the sum of that record's goods is made up."""
    rates = source.choice(_AMERICAN if american else _EUROPEAN if european else _BRITISH)
    mode: Mode = (
        source.choice(("excluded", "excluded", "excluded", "included", "none"))
        if not american
        else source.choice(("excluded", "excluded", "none"))
    )
    if mode == "none":
        rates = (Decimal(0),)
    goods = tuple(_goods(record, source, rates, mode))
    sums = [good.gross if mode == "included" else good.net for good in goods]
    lines_sum = sum(sums, Decimal(0))
    before = tuple(_before(source, lines_sum)) if len(rates) == 1 and mode != "included" else ()
    bases = tuple(_bases(goods, rates, sum((amount for _, amount in before), Decimal(0)), mode))
    if mode == "included" and not any(tax for *_, tax in bases):
        mode = "none"
    net, tax = sum((base for _, base, _ in bases), Decimal(0)), sum((one for *_, one in bases), Decimal(0))
    return Sale(mode, goods, lines_sum, before, net, bases, tax, net + tax, tuple(_after(source, net, net + tax)))


def _goods(record: Invoice, source: Random, rates: Sequence[Decimal], mode: Mode) -> list[Good]:
    lines = list(record.lines)
    many = source.random()
    wanted = source.randint(24, 60) if many < 0.1 else source.randint(2, 9) if many < 0.6 else len(lines)
    discounted = source.random() < 0.2
    coded = source.choice(("plain", "dotted", "comma", "letters"))
    sign = -1 if record.kind == "credit_note" and source.random() < 0.6 else 1
    goods: list[Good] = []
    for number in range(max(wanted, 1)):
        line = lines[number % len(lines)]
        base = abs(line.net) or 10_000
        quantity = (
            Decimal(source.choice((1, 2, 3, 4, 5, 8, 10, 12, 24, 100))) if source.random() < 0.8 else Decimal(source.randint(1, 160)) / 4
        )
        price = cents(Decimal(base) / 100 / quantity * Decimal(source.uniform(0.3, 1.2))) or _CENT
        if source.random() < 0.1:
            price = price + Decimal(source.randint(1, 99)) / 10_000
        discount = Decimal(source.choice((5, 10, 15, 20))) if discounted and source.random() < 0.6 else Decimal(0)
        rate = source.choice(rates)
        sum_ = cents(quantity * price * (100 - discount) / 100)
        if not sum_:
            continue
        tax = cents(sum_ * rate / (1 + rate)) if mode == "included" else cents(sum_ * rate)
        goods.append(
            Good(
                description=line.description + (source.choice(_MORE) if number >= len(lines) else ""),
                code=_code(source, coded), day=record.day - timedelta(days=source.randint(0, 25)),
                unit=line.unit or "each", quantity=sign * quantity, price=price, discount=discount, rate=rate,
                net=sign * (sum_ - tax if mode == "included" else sum_), tax=sign * tax,
            )
        )  # fmt: skip
    return goods or _goods(record, source, rates, mode)


def _code(source: Random, way: str) -> str:
    """An item's number; of some catalogues it looks like an amount."""
    number = source.randint(10_000, 999_999)
    return {"plain": str(number), "dotted": f"{number // 100}.{number % 100:02d}", "comma": f"{number:,}"}.get(way, f"AB-{number}")


def _before(source: Random, lines_sum: Decimal) -> list[tuple[Role, Decimal]]:
    found: list[tuple[Role, Decimal]] = []
    if source.random() < 0.25:
        found.append(("discount", -cents(lines_sum * source.choice((Decimal("0.05"), Decimal("0.1"), Decimal("0.025"))))))
    if source.random() < 0.15 and lines_sum > 0:
        found.append(("shipping", cents(Decimal(source.choice((495, 1250, 2500, 7500))) / 100)))
    return [one for one in found if one[1]]


def _bases(goods: Sequence[Good], rates: Sequence[Decimal], moved: Decimal, mode: Mode) -> list[tuple[Decimal, Decimal, Decimal]]:
    bases = []
    for rate in sorted(rates, reverse=True):
        own = [good for good in goods if good.rate == rate]
        if not own:
            continue
        base = sum((good.net for good in own), Decimal(0)) + moved
        tax = sum((good.tax for good in own), Decimal(0)) if mode == "included" or not moved else cents(base * rate)
        bases.append((rate, base, tax))
    return bases


def _after(source: Random, net: Decimal, total: Decimal) -> list[tuple[Role, Decimal]]:
    """A deposit, what is kept back, a tax withheld; what is left."""
    kind = source.random()
    if total <= 1 or kind > 0.3:
        return []
    if kind < 0.15:
        first: tuple[Role, Decimal] = ("paid", -cents(total * source.choice((Decimal("0.2"), Decimal("0.3"), Decimal("0.5")))))
    elif kind < 0.22:
        first = ("retention", -cents(net * Decimal("0.05")))
    else:
        first = ("withheld", -cents(net * Decimal("0.1")))
    return [first, ("payable", total + first[1])]


def without_tax_on_lines(sale: Sale) -> Sale:
    """The tax worked out on the base of each rate and not line by line, as most programs do it."""
    if sale.mode != "excluded":
        return sale
    bases = tuple((rate, base, cents(base * rate)) for rate, base, _ in sale.bases)
    tax = sum((one for *_, one in bases), Decimal(0))
    total = sale.net + tax
    after = sale.after
    if after:
        after = (after[0], ("payable", total + after[0][1]))
    return replace(sale, bases=bases, tax=tax, total=total, after=after)
