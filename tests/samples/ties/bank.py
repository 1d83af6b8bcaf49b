"""Ties of the bank statements, and between them and the books: BNK."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from samples.firms.calendar import is_bank_day
from samples.population.parameters import parameters
from samples.records.record import BankLine
from tests.samples.clean_ties import Facts, near, tie


@tie("BNK001")
def _chain(year: Facts) -> bool:
    for statements in year.bank.values():
        for statement in statements:
            balance = statement.opening
            for line in statement.lines:
                balance += line.amount
                if line.balance != balance:
                    return False
    return True


@tie("BNK002")
def _closing(year: Facts) -> bool:
    return all(s.closing == s.opening + sum(line.amount for line in s.lines) for many in year.bank.values() for s in many)


@tie("BNK003")
def _totals(year: Facts) -> bool:
    return all(
        s.credits == sum(line.amount for line in s.lines if line.amount > 0)
        and s.debits == -sum(line.amount for line in s.lines if line.amount < 0)
        for many in year.bank.values()
        for s in many
    )


@tie("BNK004")
def _follow(year: Facts) -> bool:
    return all(
        one.closing == other.opening and one.end + timedelta(days=1) == other.start
        for many in year.bank.values()
        for one, other in pairwise(many)
    )


@tie("BNK005")
def _same_as_books(year: Facts) -> bool:
    """Balance sheet and statements at the year's last day, added up from the rows themselves."""
    held = 0
    for many in year.bank.values():
        held += many[0].opening + sum(line.amount for s in many for line in s.lines if line.day <= year.year_end)
    return held == year.now["bank_deposits"] == year.now["bank_closing"]


def _lines(year: Facts) -> list[BankLine]:
    return [line for many in year.bank.values() for s in many for line in s.lines if year.first <= line.day <= year.year_end]


def _of_kinds(year: Facts, *kinds: str) -> int:
    return sum(line.amount for line in _lines(year) if line.kind in kinds)


tie("BNK006", "soft")(lambda year: near(year.now["bank_customer_receipts"], year.now["cf_receipts_customers"], 0.10))


@tie("BNK007", "range")
def _supported(year: Facts) -> bool:
    sold = year.now["revenue"] * (1 + year.rate) - max(year.change("trade_receivables"), 0)
    return year.now["bank_customer_receipts"] >= 0.7 * sold


tie("BNK008", "soft")(lambda year: near(year.now["bank_supplier_payments"], year.now["cf_payments_suppliers"], 0.15))


@tie("BNK009", "soft")
def _wages(year: Facts) -> bool:
    """Wages, and what is paid for employees to insurers and the treasury."""
    return near(-_of_kinds(year, "payroll", "insurance", "wage_tax_paid"), year.now["cf_payments_employees"], 0.15)


@tie("BNK010")
def _taxes(year: Facts) -> bool:
    kinds = ("vat_paid", "surcharges_paid", "stamp_tax", "income_tax_paid", "sales_tax_paid", "prior_year_tax")
    return near(-_of_kinds(year, *kinds), year.now["cf_taxes_paid"], 0.05) and year.now["bank_tax_paid"] == -_of_kinds(year, *kinds)


@tie("BNK011")
def _drawn(year: Facts) -> bool:
    return near(_of_kinds(year, "loan_draw"), year.now["cf_borrowings_received"], 0.05)


@tie("BNK012", "range")
def _interest(year: Facts) -> bool | None:
    debt = max(year.now[k] + year.now["long_term_borrowings"] for k in ("short_term_borrowings",))
    return year.now["bank_interest_paid"] <= 1.3 * 0.08 * debt if debt and year.now["bank_interest_paid"] else None


@tie("BNK013")
def _credit_report(year: Facts) -> bool | None:
    return near(year.now["credit_report_loans"], year.now["short_term_borrowings"] + year.now["long_term_borrowings"], 0.05)


@tie("BNK014", "range")
def _round_trips(year: Facts) -> bool:
    out: dict[str, list[tuple[date, int]]] = defaultdict(list)
    returned = 0
    for line in sorted(_lines(year), key=lambda line: (line.day, line.time)):
        if not line.counterparty or line.kind in {"transfer", "loan_draw", "loan_repayment"}:
            continue
        if line.amount < 0:
            out[line.counterparty].append((line.day, -line.amount))
        elif any(timedelta(0) <= line.day - day <= timedelta(days=7) for day, _ in out[line.counterparty]):
            returned += line.amount
    credited = sum(line.amount for line in _lines(year) if line.amount > 0)
    return returned <= 0.1 * credited


@tie("BNK015", "range")
def _deposit_interest(year: Facts) -> bool | None:
    if not year.chinese:
        return None
    rate = parameters()["events"]["demand_rate"]
    judged = []
    for many in year.bank.values():
        lines = [line for s in many for line in s.lines]
        for line in lines:
            if line.kind != "deposit_interest" or not year.first <= line.day <= year.year_end:
                continue
            start = line.day - timedelta(days=91)
            if start < many[0].start:
                continue
            balances, held, rows = [], many[0].opening + sum(x.amount for x in lines if x.day < start), iter(lines)
            moved: dict[date, int] = defaultdict(int)
            for row in rows:
                moved[row.day] += row.amount
            for back in range(91):
                held += moved[start + timedelta(days=back)]
                balances.append(held)
            usual = sum(balances) / len(balances) * rate / 4
            judged.append(0.4 * usual - 100 <= line.amount <= 2.5 * usual + 100)
    return sum(judged) >= 0.8 * len(judged) if judged else None


@tie("BNK016", "range")
def _spike(year: Facts) -> bool | None:
    if year.year_end + timedelta(days=15) > year.firm.last:
        return None
    balances, moved = [], defaultdict(int)
    held = 0
    start = year.year_end - timedelta(days=15)
    for many in year.bank.values():
        held += many[0].opening
        for s in many:
            for line in s.lines:
                if line.day < start:
                    held += line.amount
                else:
                    moved[line.day] += line.amount
    for ahead in range(31):
        held += moved[start + timedelta(days=ahead)]
        balances.append(held)
    return balances[15] <= 3 * max(median(balances), 1)


@tie("BNK017", "range")
def _rest_days(year: Facts) -> bool | None:
    """Payments to firms on rest days; what platforms and tills send comes every day."""
    counted = [line for line in _lines(year) if line.kind in {"receipt", "payment", "rent", "capex", "loan_repayment"}]
    resting = sum(not is_bank_day(line.day, year.firm.country) for line in counted)
    return resting <= 0.1 * len(counted) if counted else None


@tie("BNK018", "range")
def _first_digits(year: Facts) -> bool | None:
    """Receipts and payments against Benford: a mean absolute deviation below 0.05 is what firms of this size reach."""
    from math import log10

    amounts = [abs(line.amount) for line in _lines(year) if line.kind in {"receipt", "payment"}]
    if len(amounts) < 300:
        return None
    seen = [sum(str(amount)[0] == str(digit) for amount in amounts) / len(amounts) for digit in range(1, 10)]
    return sum(abs(share - log10(1 + 1 / digit)) for digit, share in enumerate(seen, start=1)) / 9 <= 0.05
