"""Net, tax and total of an invoice: of all that the captions offer, what its arithmetic proves.

net + tax = total, with discounts, charges and roundings that are printed between them; the lines add up to the net or the total;
cash less change is the total; total less what was paid is what is left to pay. Nothing printed is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations, product

from extract.invoices.amounts import Candidate, Found
from extract.records import InvoiceAmountRole

#: Candidates of each kind that are weighed against each other; a longer list is cut, the surest first.
_MOST, _FEW = 12, 6
#: Amounts that may stand between net and total, and the sign that each has there, whatever is printed before it; 0: as printed.
_BETWEEN: dict[InvoiceAmountRole, int] = {"discount": -1, "shipping": 1, "retention": -1, "deduction": -1, "rounding": 0, "tip": 1}
_MOST_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen.

    nets     the printed net, or the subtotal with the discounts and charges that make it
    taxes    several where each rate is printed by itself
    proven   net + tax = total
    sure     ids of the candidates' chunks that some equation proves
    worth    what the net comes to where several amounts make it
    rival    another amount has as good a caption for the total, and nothing proves either
    """

    nets: tuple[Candidate, ...]
    taxes: tuple[Candidate, ...]
    total: Candidate | None
    proven: bool
    sure: frozenset[int] = field(default_factory=frozenset)
    rival: bool = False
    worth: Decimal | None = None

    @property
    def net(self) -> Candidate | None:
        return self.nets[0] if self.nets else None


def choose(found: Found, written: Decimal | None = None, sums: Sequence[Decimal] = ()) -> Chosen:
    """The net, tax and total that add up with the surest captions; failing that, the surest of each.

    written   the total in capital numerals, which picks the total where it is printed in figures too
    sums      what the lines add up to
    """
    every = [*found.fields["total"], *found.fields["payable"]]
    left = _left_to_pay(every, found)
    totals = _surest([one for one in every if id(one.chunk) not in left], sums, _MOST)
    if written is not None and any(abs(item.value) == abs(written) for item in totals):
        totals = [item for item in totals if abs(item.value) == abs(written)]
    nets, taxes = _surest(found.fields["net"], sums, _MOST), _surest(found.fields["tax"], (), _MOST)
    best = _added(totals, nets, taxes, found) or _adjusted(totals[:_FEW], nets[:_FEW], taxes[:_FEW], found) or _by_rates(totals, found)
    best = best or _in_parts(totals, nets, taxes) or _from_lines(totals, taxes, found, sums)
    if best is None:
        best = _unproven(totals, nets, taxes, found, sums)
    best = _rounded(best, totals, found)
    sure = {id(one.chunk) for one in (*best.nets, *best.taxes, *([best.total] if best.total else []))} if best.proven else set()
    if best.total is not None:
        if written is not None and abs(best.total.value) == abs(written):
            sure.add(id(best.total.chunk))
        if (best.total.value in sums and not _subtotal(best.total, totals)) or _backed(best.total, found):
            sure.add(id(best.total.chunk))
    sure.update(id(one.chunk) for one in best.nets[:1] if one.value in sums)
    rival = best.total is not None and id(best.total.chunk) not in sure and _rival(best.total, totals)
    return replace(best, sure=frozenset(sure), rival=rival)


def _left_to_pay(totals: Sequence[Candidate], found: Found) -> set[int]:
    """Chunks of what is left of a total that stands above, less a deposit, a retention or a tax withheld that stand between them."""
    taken = [one for role, one in found.others if role in ("paid", "retention") and one.value]
    left: set[int] = set()
    for total, rest in product(totals, totals):
        between = [abs(one.value) for one in taken if _at(total) < _at(one) < _at(rest)]
        if abs(rest.value) < abs(total.value) and any(
            total.value - sum(picked, Decimal(0)) == rest.value for count in (1, 2) for picked in combinations(between, count)
        ):
            left.add(id(rest.chunk))
    return left


def _at(one: Candidate) -> tuple[int, float]:
    return one.order, one.chunk.box.x0


def _added(totals: Sequence[Candidate], nets: Sequence[Candidate], taxes: Sequence[Candidate], found: Found) -> Chosen | None:
    """net + tax (+ a printed rounding) = total, by the surest captions."""
    best: tuple[float, Chosen] | None = None
    roundings = {Decimal(0), *(item.value for item in found.fields["rounding"])}
    for total, net in product(totals, nets):
        if total.chunk is net.chunk:
            continue
        for group in _tax_groups(taxes):
            if total.value - net.value - sum((item.value for item in group), Decimal(0)) not in roundings:
                continue
            if (not group and net.value == total.value and taxes) or abs(sum((item.value for item in group), Decimal(0))) > abs(net.value):
                continue
            if any(item.chunk is total.chunk or item.chunk is net.chunk for item in group):
                continue
            weight = total.weight + net.weight + sum(item.weight for item in group) / max(len(group), 1) + 0.001 * total.order
            if best is None or weight > best[0]:
                best = (weight, Chosen((net,), group, total, proven=bool(group)))
    return best[1] if best is not None else None


def _adjusted(totals: Sequence[Candidate], nets: Sequence[Candidate], taxes: Sequence[Candidate], found: Found) -> Chosen | None:
    """The same with discounts, charges and what was kept back between net and total."""
    between = [(role, one) for role, one in found.others if role in _BETWEEN and one.value][: 2 * _MOST_BETWEEN]
    best: tuple[float, Chosen] | None = None
    for count in range(1, min(len(between), _MOST_BETWEEN) + 1):
        for picked in combinations(between, count):
            moved = sum((_signed(role, one) for role, one in picked), Decimal(0))
            kept = tuple(one for role, one in picked if role != "rounding")
            for total, net in product(totals, nets):
                if total.chunk is net.chunk or any(one.chunk in (total.chunk, net.chunk) for _, one in picked):
                    continue
                for group in _tax_groups(taxes):
                    tax = sum((item.value for item in group), Decimal(0))
                    if total.value - net.value - tax != moved or abs(tax) > abs(net.value):
                        continue
                    weight = total.weight + net.weight + sum(item.weight for item in group) / max(len(group), 1) - 0.2 * count
                    if best is None or weight > best[0]:
                        # What follows the tax, such as postage with tax in it, is no part of the net.
                        first = min((one.order for one in group), default=10**6)
                        inside = [(role, one) for role, one in picked if role != "rounding" and one.order <= first]
                        nets_of = (net, *(one for _, one in inside)) if group or not kept else ()
                        worth = net.value + sum((_signed(role, one) for role, one in inside), Decimal(0))
                        best = (weight, Chosen(nets_of, group, total, proven=True, worth=worth))
        if best is not None:
            return best[1]
    return None


def _by_rates(totals: Sequence[Candidate], found: Found) -> Chosen | None:
    """The bases and taxes of all rates make the total, give or take a printed rounding."""
    nets = tuple(rate.net for rate in found.rates if rate.net is not None)
    taxes = tuple(rate.tax for rate in found.rates if rate.tax is not None)
    if not nets or not taxes:
        return None
    come = sum((one.value for one in (*nets, *taxes)), Decimal(0))
    roundings = {Decimal(0), *(item.value for item in found.fields["rounding"])}
    total = next((item for item in totals if item.value - come in roundings), None)
    if total is None:
        return None
    told = tuple(one for one in taxes if one.value) or taxes[:1]
    return Chosen(nets, told, total, proven=True, worth=sum((one.value for one in nets), Decimal(0)))


def _in_parts(totals: Sequence[Candidate], nets: Sequence[Candidate], taxes: Sequence[Candidate]) -> Chosen | None:
    """A net that is printed in two or more parts, labour and materials, with a tax on both."""
    printed = sorted({id(one.chunk): one for one in nets}.values(), key=lambda one: one.order)
    for length in range(2, min(4, len(printed)) + 1):
        for start in range(len(printed) - length + 1):
            parts = tuple(printed[start : start + length])
            for total, tax in product(totals, taxes):
                others = {id(one.chunk) for one in (*parts, tax)}
                if id(total.chunk) not in others and sum((one.value for one in (*parts, tax)), Decimal(0)) == total.value and tax.value:
                    return Chosen(parts, (tax,), total, proven=True, worth=sum((one.value for one in parts), Decimal(0)))
    return None


def _from_lines(totals: Sequence[Candidate], taxes: Sequence[Candidate], found: Found, sums: Sequence[Decimal]) -> Chosen | None:
    """The lines less a printed discount, or with a printed charge, are the total."""
    between = [(role, one) for role, one in found.others if role in _BETWEEN and one.value][:_MOST_BETWEEN]
    for count in range(1, len(between) + 1):
        for picked in combinations(between, count):
            moved = sum((_signed(role, one) for role, one in picked), Decimal(0))
            for total in totals:
                if any(one + moved == total.value for one in sums) and all(one.chunk is not total.chunk for _, one in picked):
                    tax = next((one for one in taxes if abs(one.value) < abs(total.value)), None)
                    return Chosen((), (tax,) if tax else (), total, proven=True)
    return None


def _rounded(chosen: Chosen, totals: Sequence[Candidate], found: Found) -> Chosen:
    """With the total after a printed rounding or discount, where that is printed too."""
    for rounding in found.fields["rounding"]:
        rounded = [
            one for one in totals if chosen.total is not None and rounding.value and one.value == chosen.total.value + rounding.value
        ]
        if rounded and (chosen.net is None or chosen.net.chunk is not rounded[0].chunk):
            return replace(chosen, total=rounded[0], proven=True)
    if chosen.total is None or chosen.proven:
        return chosen
    between = [one for role, one in found.others if role == "discount" and one.value and one.chunk is not chosen.total.chunk]
    for discount in between:
        left = [one for one in totals if one.value == chosen.total.value - abs(discount.value) and one.order > chosen.total.order]
        if left:
            return replace(chosen, total=left[0], proven=True)
    return chosen


def _unproven(
    totals: Sequence[Candidate], nets: Sequence[Candidate], taxes: Sequence[Candidate], found: Found, sums: Sequence[Decimal]
) -> Chosen:
    """The surest of each; a total that the lines, or cash and change, prove before one that only its caption names."""
    backed = next((item for item in totals if _backed(item, found)), None)
    first = backed or next((item for item in totals if item.value in sums and not _subtotal(item, totals)), totals[0] if totals else None)
    below = next((item for item in nets if first is None or (abs(item.value) <= abs(first.value) and item.chunk is not first.chunk)), None)
    below = below or _only([item for item in nets if first is None or item.chunk is not first.chunk])
    tax = next((item for item in taxes if first is None or abs(item.value) < abs(first.value) or first.value == 0), None) or _only(taxes)
    return Chosen((below,) if below else (), (tax,) if tax else (), first, proven=False)


def _signed(role: InvoiceAmountRole, one: Candidate) -> Decimal:
    sign = _BETWEEN[role]
    return one.value if not sign else sign * abs(one.value)


def _backed(total: Candidate, found: Found) -> bool:
    """Whether cash and change, a deposit and what is left, or the same amount printed again say so."""
    by_role: dict[InvoiceAmountRole, list[Candidate]] = {}
    for role, one in found.others:
        if one.chunk is not total.chunk:
            by_role.setdefault(role, []).append(one)
    for cash, change in product(by_role.get("cash", ()), by_role.get("change", ())):
        if cash.value and abs(cash.value) - abs(change.value) == total.value:
            return True
    for paid, left in product(by_role.get("paid", ()), by_role.get("payable", ())):
        if paid.value and total.value - abs(paid.value) == left.value:
            return True
    again = [one for role in ("total", "payable", "cash") for one in _of(by_role, role) if one.value == total.value]
    return bool(total.value) and bool(again)


def _subtotal(total: Candidate, totals: Sequence[Candidate]) -> bool:
    """Whether a larger total follows, so that the lines above make up a part of it."""
    return any(one.order > total.order and abs(one.value) > abs(total.value) and one.weight >= total.weight - 0.5 for one in totals)


def _of(by_role: dict[InvoiceAmountRole, list[Candidate]], role: str) -> Iterator[Candidate]:
    for key, found in by_role.items():
        if key == role:
            yield from found


def _rival(total: Candidate, totals: Sequence[Candidate]) -> bool:
    """Whether another amount has nearly as good a caption."""
    return any(one.value != total.value and one.weight > total.weight - 0.3 for one in totals if one.chunk is not total.chunk)


def _only(items: Sequence[Candidate]) -> Candidate | None:
    """The one amount that the captions offer: what is printed stands, also where it makes no sense beside the total."""
    return items[0] if len({item.value for item in items}) == 1 else None


def _surest(items: Sequence[Candidate], sums: Sequence[Decimal], most: int) -> list[Candidate]:
    """The likeliest candidates first; of equal captions the one printed last, which is the foot of the invoice."""
    return sorted(items, key=lambda item: (-item.weight - (0.5 if item.value in sums else 0.0), -item.order))[:most]


def _tax_groups(taxes: Sequence[Candidate]) -> list[tuple[Candidate, ...]]:
    """Each tax amount alone, runs of neighbours that may be one rate each, and none at all."""
    printed = sorted(taxes, key=lambda item: item.order)
    groups: list[tuple[Candidate, ...]] = [(item,) for item in taxes]
    for length in range(2, min(5, len(printed)) + 1):
        groups.extend(tuple(printed[start : start + length]) for start in range(len(printed) - length + 1))
    groups.append(())
    return groups
