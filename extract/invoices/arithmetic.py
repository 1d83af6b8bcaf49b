"""The arithmetic of an invoice's lines: which column is which where names leave it open, and which figures prove themselves.

quantity × unit price (less a discount) = net · net × rate = tax · net + tax = gross. Nothing printed is changed; of two readings of
the same print the one that an equation proves is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from extract.invoices.columns import NUMBERS, ItemHeader
from extract.invoices.items import Cell, Item
from extract.invoices.layout import ItemRole
from extract.invoices.printed import amount_in
from extract.numerals import Numeral

#: Half a cent on either side, and one more where a program rounds otherwise.
_CENT = Decimal("0.0101")
#: Whole numbers that are rates of tax where every cell of a column called "VAT" is one of them.
_RATES = frozenset(
    Decimal(rate)
    for rate in ("0", "1", "3", "5", "6", "7", "8", "9", "10", "11", "12", "13", "15", "19", "20", "21", "22", "23", "24", "25")
)
#: Columns among which products are looked for.
_MOST = 7

Mapped = Mapping[ItemRole, int]


def settle(header: ItemHeader, items: Sequence[Item]) -> None:
    """Gives each item its cells by what they are, and says which of them its own arithmetic proves or contradicts."""
    mapped = _mapped(header, items)
    for item in items:
        item.cells.update({role: item.numbers[index] for role, index in mapped.items() if index in item.numbers})
        _read_otherwise(item)
        extra = [item.numbers[index][0] for index, column in enumerate(header.columns) if column.role == "other" and index in item.numbers]
        for equation in _equations(item.cells, [one for one in extra if one.step < 1]):
            holds, roles = equation
            (item.proven if holds else item.broken).update(roles)
        item.broken -= item.proven
        _finish(item)


def _finish(item: Item) -> None:
    rate = item.cells.get("tax_rate")
    if rate is not None and 0 <= rate[0].value <= 100:  # 13% read as 131 is no rate
        item.tax_rate = rate[0].value / 100
    quantity = item.cells.get("quantity")
    if quantity is not None:
        item.quantity = quantity[0].value


def _mapped(header: ItemHeader, items: Sequence[Item]) -> dict[ItemRole, int]:
    """Each role's column: as named, unless the lines prove that quantity, price and net stand elsewhere."""
    filled = sorted({index for item in items for index in item.numbers if not _counts(header, items, index)})
    named: dict[ItemRole, int] = {}
    for index in sorted(filled, key=lambda one: not header.columns[one].known):
        role = header.columns[index].role
        if role == "tax" and role in named and _all(items, index, lambda value: value in _RATES):
            role = "tax_rate"
        named.setdefault(role, index)
    if "tax" in named and "tax_rate" not in named and _all(items, named["tax"], lambda value: value in _RATES) and len(filled) > 2:
        others = [index for index in filled if header.columns[index].role == "tax" and index != named["tax"]]
        if others or not _taxed(items, named):
            named["tax_rate"] = named.pop("tax")
            named.update({"tax": others[0]} if others else {})
    named = {role: index for role, index in named.items() if role in NUMBERS}
    if _products(items, named) * 2 < _full(items, named) or ("quantity" in named) != ("unit_price" in named):
        named = _searched(header, items, named, filled[:_MOST])
    net, tax = named.get("net"), named.get("tax")
    if net is not None and tax is not None and "gross" not in named and _grossed(items, named):
        named["gross"] = named.pop("net")
    return named


def _counts(header: ItemHeader, items: Sequence[Item], index: int) -> bool:
    """Whether a column that is called nothing of money counts the lines: 1, 2, 3."""
    if header.columns[index].role != "other":
        return False
    values = [item.numbers[index][0].value for item in items if index in item.numbers]
    return all(value == number for number, value in enumerate(values, int(values[0])))


def _all(items: Sequence[Item], index: int, holds: Callable[[Decimal], bool]) -> bool:
    cells = [item.numbers[index][0] for item in items if index in item.numbers]
    return bool(cells) and all(cell.step == 1 and holds(cell.value) for cell in cells)


def _taxed(items: Sequence[Item], named: Mapped) -> bool:
    """Whether net and what is called tax make the gross of the lines."""
    return any(_sum_holds(item.numbers, named, "net", "tax", "gross") for item in items)


def _sum_holds(numbers: Mapping[int, Cell], named: Mapped, one: ItemRole, other: ItemRole, total: ItemRole) -> bool:
    cells = [numbers.get(named[role]) if role in named else None for role in (one, other, total)]
    if any(cell is None for cell in cells):
        return False
    first, second, third = (cell[0].value for cell in cells if cell is not None)
    return abs(first + second - third) <= _CENT


def _full(items: Sequence[Item], named: Mapped) -> int:
    return sum(all(named.get(role, -1) in item.numbers for role in ("quantity", "unit_price", "net")) for item in items)


def _products(items: Sequence[Item], named: Mapped) -> int:
    """Lines whose quantity times price is their net."""
    count = 0
    for item in items:
        cells: dict[ItemRole, Cell] = {role: item.numbers[index] for role, index in named.items() if index in item.numbers}
        count += next((holds for holds, roles in _equations(cells) if "quantity" in roles), False)
    return count


def _grossed(items: Sequence[Item], named: Mapped) -> bool:
    """Whether every line's last amount is quantity × price with the tax on it, and not without."""
    full = [item for item in items if all(named.get(role, -1) in item.numbers for role in ("quantity", "unit_price", "net", "tax"))]

    def value(item: Item, role: ItemRole) -> Decimal:
        return item.numbers[named[role]][0].value

    taxed = [item for item in full if value(item, "tax")]
    return bool(taxed) and all(
        abs(value(item, "quantity") * value(item, "unit_price") + value(item, "tax") - value(item, "net")) <= _CENT for item in taxed
    )


def _searched(header: ItemHeader, items: Sequence[Item], named: dict[ItemRole, int], filled: Sequence[int]) -> dict[ItemRole, int]:
    """The columns of which one times another is a third on nearly every line; as named where no three are."""
    best, most = named, _products(items, named)
    for triple in permutations(filled, 3):
        changed = {role: index for role, index in named.items() if index not in triple and role not in ("quantity", "unit_price", "net")}
        changed.update(zip(("quantity", "unit_price", "net"), triple, strict=True))
        full = _full(items, changed)
        count = _products(items, changed)
        telling = sum(  # once anything is itself: such a line proves nothing
            all(item.numbers[index][0].value not in (0, 1) for index in triple[:2])
            for item in items
            if all(index in item.numbers for index in triple)
        )
        alike = sum(header.columns[index].role == role for role, index in changed.items())
        if full and count == full and telling and (count, alike) > (most, sum(header.columns[i].role == r for r, i in best.items())):
            best, most = changed, count
    return best


def _equations(cells: Mapping[ItemRole, Cell], extra: Sequence[Numeral] = ()) -> Iterator[tuple[bool, tuple[ItemRole, ...]]]:
    """Each equation that the cells can fill: whether it holds to the cent, and what stands in it. Those that nearly hold are left out."""
    numeral = {role: cell[0] for role, cell in cells.items()}
    quantity, price, net = (numeral.get(role) for role in ("quantity", "unit_price", "net"))
    tax, gross, rate, discount = (numeral.get(role) for role in ("tax", "gross", "tax_rate", "discount"))
    amount = net or gross
    if quantity and price and amount:
        roles: tuple[ItemRole, ...] = ("quantity", "unit_price", "net" if net else "gross")
        products = list(_product(quantity, price, discount))
        if tax and not net:
            products.extend([one + tax.value for one in products])
        products.extend([products[0] + other.value for other in extra])
        off = min(abs(product - amount.value) for product in products)
        if off <= _CENT:
            yield True, (*roles, "discount") if discount else roles
        elif off > abs(quantity.value) * price.step + _CENT + abs(price.value) * (quantity.step if quantity.step < 1 else 0):
            yield False, roles
    if net and tax and rate and 0 < rate.value <= 100:
        off = abs(net.value * rate.value / 100 - tax.value)
        if off <= 2 * _CENT:
            yield True, ("net", "tax", "tax_rate")
        elif off > Decimal("0.06"):
            yield False, ("net", "tax", "tax_rate")
    if net and tax and gross:
        yield abs(net.value + tax.value - gross.value) <= _CENT, ("net", "tax", "gross")


def _product(quantity: Numeral, price: Numeral, discount: Numeral | None) -> Iterator[Decimal]:
    product = quantity.value * price.value
    yield product
    if discount is not None:
        off = abs(discount.value)
        yield product * (1 - off / 100)
        yield product - off
        yield product - off * quantity.value


def _read_otherwise(item: Item) -> None:
    """Where an equation fails and another reading of one of its figures makes it hold, that reading is taken."""
    failing = {role for holds, roles in _equations(item.cells) if not holds for role in roles}
    for role in sorted(failing):
        numeral, chunk, row = item.cells[role]
        for text, _ in chunk.others if row.recognised else ():
            other = amount_in(text, ".")
            if other is None or other.value == numeral.value:
                continue
            changed = {**item.cells, role: (other, chunk, row)}
            verdicts = [holds for holds, roles in _equations(changed) if role in roles]
            if verdicts and all(verdicts):
                item.cells[role] = (other, replace(chunk, text=text), row)
                return
