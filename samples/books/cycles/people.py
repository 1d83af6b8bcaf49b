"""Wages, social insurance and the tax withheld: booked at the end of a month, paid in the next."""

from __future__ import annotations

from datetime import date

from samples.books.draft import Draft, rounded
from samples.books.journal import Month
from samples.firms.calendar import month_end, month_start
from samples.firms.profile import WAGES_IN_COST

#: Where wages belong: account -> share, and the account of those who make what is sold, with the most that their wages
#: may be of the cost of sales.
_OFFICE = {
    "trade": {"selling_wages": 0.5, "admin_wages": 0.5},
    "manufacturing": {"selling_wages": 0.25, "admin_wages": 0.75},
    "catering": {"selling_wages": 0.75, "admin_wages": 0.25},
    "construction": {"admin_wages": 1.0},
    "services": {"selling_wages": 0.25, "admin_wages": 0.75},
}
_MAKERS = {
    "manufacturing": ("work_in_progress", 0.60),
    "construction": ("contract_costs", 0.60),
    "services": ("cost", 0.92),
}
#: Contributions in China, of the base: employers' and employees'.
_EMPLOYER, _EMPLOYEE = 0.26, 0.105
#: What a British firm and its people pay into the workplace pension, of wages: 8 per cent of the band between the limits.
_PENSION = 0.055


def makers(draft: Draft) -> tuple[str, float]:
    """The account of the wages of those who make what is sold, and the share of all wages that it gets.

    At most so much that wages leave room for materials or bought services in the cost of sales.
    """
    if draft.firm.industry not in _MAKERS:
        return "", 0.0
    account, of_cost = _MAKERS[draft.firm.industry]
    profile = draft.profile
    staff = max(profile.payroll * 12 * (1 + profile.levy), 1.0)
    return account, min(WAGES_IN_COST[draft.firm.industry], of_cost * profile.revenue * (1 - profile.gross_margin) / staff)


def employ(draft: Draft) -> None:
    """Book the wages of every month, and what is paid of them. Notes head count, persons insured, wages and base of each month."""
    profile = draft.profile
    source = draft.stream("people")
    payday = source.randint(5, 15)
    insured_day = source.choice((15, 25)) if draft.chinese else 0
    maker, share = makers(draft)
    for month in draft.months:
        grown = draft.plan.grown[month] ** 0.7
        heads = max(1, round(profile.headcount * grown))
        wages = rounded(profile.payroll * heads / max(profile.headcount, 1) * source.uniform(0.97, 1.04), 100)
        levy = round(wages * profile.levy)
        withheld = round(wages * profile.withheld)
        base = round(levy / _EMPLOYER) if draft.chinese else wages
        social = min(withheld, round(base * _EMPLOYEE)) if draft.chinese else 0
        name = f"{month:%Y-%m}"
        last = month_end(month.year, month.month)
        draft.book(f"wages-{name}", last, "wages", _accrual(draft, wages + levy, maker, share), "", draft.of("staff"))
        if maker:
            draft.conversion[month] = draft.conversion.get(month, 0) + round((wages + levy) * share)
        following = month_start(month, 1)
        _paid(draft, f"payroll-{name}", following.replace(day=payday), "payroll", wages - withheld, draft.of("staff"))
        if draft.chinese:
            insurer = draft.of("insurer") or draft.of("treasury")
            _paid(draft, f"insurance-{name}", following.replace(day=insured_day), "insurance", levy + social, insurer)
            _paid(draft, f"wagetax-{name}", following.replace(day=15), "wage_tax_paid", withheld - social, draft.of("treasury"))
        else:
            british = draft.firm.country == "GB"
            pension = min(levy + withheld, round(wages * _PENSION)) if british else 0
            _paid(draft, f"pension-{name}", following.replace(day=19), "insurance", pension, draft.of("insurer"))
            due = following.replace(day=22 if british else 15)
            _paid(draft, f"wagetax-{name}", due, "wage_tax_paid", levy + withheld - pension, draft.of("treasury"))
        if month >= month_start(draft.firm.first):
            insured = min(heads, max(0, round(profile.insured * grown)))
            kwh = draft.power_used[month]
            draft.facts.append(
                Month(first=month, headcount=heads, insured=insured, declared=heads, wages=wages, base=base, kwh=kwh, output=0)
            )


def _accrual(draft: Draft, total: int, maker: str, share: float) -> tuple[tuple[str, int], ...]:
    rows = []
    making = round(total * share) if maker else 0
    if making:
        rows.append((maker, making))
    left = total - making
    office = list(_OFFICE[draft.firm.industry].items())
    for index, (account, part) in enumerate(office):
        amount = left if index == len(office) - 1 else round((total - making) * part)
        left -= amount
        if amount:
            rows.append((account, amount))
    return (*rows, ("wages_payable", -total))


def _paid(draft: Draft, name: str, day: date, kind: str, amount: int, party: str) -> None:
    if amount > 0:
        postings = (("wages_payable", amount), ("bank_1", -amount))
        draft.book(name, draft.bank_day(day), kind, postings, "cf_payments_employees", party)  # type: ignore[arg-type]
