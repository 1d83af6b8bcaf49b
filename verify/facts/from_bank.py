"""Bank statements, month by month: what moved, what was left, and what it was for.

A month counts where every account of the firm is covered by statements on all its days: one account that is left out makes
each sum too small. An account whose first statement opens at zero has no earlier days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from extract.figure import Figure
from extract.records import Transaction
from verify.accounts import AccountStatement
from verify.case import Case, same_entity
from verify.evidence import Term
from verify.facts.derived import summed
from verify.facts.fact import DAY, YEARS, Fact, Stretch, gaps, months_within
from verify.flows_by_words import Knowledge, account_number, flow_of, owners_named, plain
from verify.formulas.chart import chart
from verify.wording import Wording

#: Flows that the classifier tells apart; those of owners only where a paper names them.
FLOWS = (
    "bank_customer_receipts", "bank_supplier_payments", "bank_payroll", "bank_social_insurance", "bank_tax_paid", "bank_loans_received",
    "bank_loan_repaid", "bank_interest_paid", "bank_rent_paid", "bank_utility_paid", "bank_own_transfers",
)  # fmt: skip
OF_OWNERS = ("bank_related_in", "bank_related_out")


@dataclass(frozen=True, slots=True)
class Holding:
    """All accounts of one holder.

    holder    as the first of them prints it; None where none does
    accounts  statements of each account, oldest first
    """

    holder: str | None
    accounts: tuple[tuple[AccountStatement, ...], ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """One statement with its rows in the order in which they are judged, and what each is for.   flows: None where unknown"""

    account: AccountStatement
    rows: tuple[Transaction, ...]
    flows: tuple[str | None, ...]

    def within(self, month: Stretch) -> list[tuple[Transaction, str | None]]:
        pairs = zip(self.rows, self.flows, strict=True)
        return [(row, flow) for row, flow in pairs if row.date is not None and month.start <= row.date <= month.end]


def facts(case: Case) -> Iterator[Fact]:
    """Totals, balances and flows of every month that all accounts of a holder cover."""
    for holding in holdings(case):
        currencies = {account[0].statement.currency for account in holding.accounts}
        months = covered_months(holding)
        if len(currencies) == 1 and months:
            yield from _of_holding(case, holding, months, currencies.pop())


def holdings(case: Case) -> list[Holding]:
    """The case's accounts by holder; an account that names none is taken as everyone's."""
    named: dict[str, list[tuple[AccountStatement, ...]]] = {}
    nameless: list[tuple[AccountStatement, ...]] = []
    for statements in case.accounts.values():
        holder = next((one.statement.holder for one in statements if one.statement.holder), None)
        if holder is None:
            nameless.append(statements)
        else:
            named.setdefault(next((known for known in named if same_entity(known, holder)), holder), []).append(statements)
    if not named:
        return [Holding(None, tuple(nameless))] if nameless else []
    return [Holding(holder, (*accounts, *nameless)) for holder, accounts in named.items()]


def covered_months(holding: Holding) -> list[Stretch]:
    """Calendar months whose days statements of every account cover, oldest first."""
    covered = [[stretch for one in account if (stretch := _days(one)) is not None] for account in holding.accounts]
    if not all(covered):
        return []
    every = sorted(stretch for stretches in covered for stretch in stretches)
    whole = Stretch(every[0].start, max(stretch.end for stretch in every))
    for account, stretches in zip(holding.accounts, covered, strict=True):
        first = min(stretches)
        opening = next((one.printed_opening for one in account if _days(one) == first), None)
        if opening is not None and opening.value == 0 and whole.start < first.start:
            stretches.append(Stretch(whole.start, first.start - DAY))
    return [month for month in months_within(whole) if not any(gaps(month, stretches) for stretches in covered)]


def _days(one: AccountStatement) -> Stretch | None:
    """The days that a statement covers; None where it was not read whole, has no dates, or has rows without one."""
    first, last = one.first_day, one.last_day
    if one.unread() is not None or first is None or last is None or not first <= last or not {first.year, last.year} <= set(YEARS):
        return None
    return None if any(row.date is None for row in one.statement.transactions) else Stretch(first, last)


def _of_holding(case: Case, holding: Holding, months: Sequence[Stretch], currency: str) -> Iterator[Fact]:
    owners = owners_named(case)
    known = Knowledge(
        accounts=frozenset(account_number(one.statement.account) for account in holding.accounts for one in account),
        names=frozenset(plain(one.statement.holder) for account in holding.accounts for one in account),
        owners=owners,
    )
    accounts = [[_held(one, known) for one in account if _days(one) is not None] for account in holding.accounts]
    remark = _counted([flow for account in accounts for one in account for flow in one.flows])
    for month in months:
        for concept, terms in _terms(accounts, month, (*FLOWS, *(OF_OWNERS if owners else ()))):
            at = Stretch(month.end, month.end) if concept == "bank_closing" else month
            at = Stretch(month.start, month.start) if concept == "bank_opening" else at
            yield Fact(
                concept=concept,
                stretch=at,
                terms=tuple(terms),
                hands="bank",
                currency=currency,
                entity=holding.holder,
                remark=remark if concept in FLOWS or concept in OF_OWNERS else None,
            )


def _held(one: AccountStatement, known: Knowledge) -> _Held:
    rows = tuple(row.transaction for row in one.rows())
    return _Held(one, rows, tuple(flow_of(row, known) for row in rows))


def _of_month(account: Sequence[_Held], month: Stretch) -> list[_Held] | None:
    """The statements of one account that make up the month, each day once; None where two of them share some of its days."""
    reaching = [one for one in account if _reaches(one, month)]
    whole = next((one for one in reaching if (days := _days(one.account)) is not None and days.holds(month)), None)
    if whole is not None:
        return [whole]
    covered = sorted(stretch for one in reaching if (stretch := _days(one.account)) is not None)
    return None if any(one.end >= other.start for one, other in pairwise(covered)) else reaching


def _terms(accounts: list[list[_Held]], month: Stretch, flows: Sequence[str]) -> Iterator[tuple[str, list[Term]]]:
    """Every concept with its terms, one for each statement that reaches into the month."""
    chosen = [_of_month(account, month) for account in accounts]
    if any(one is None for one in chosen):
        return
    reaching = [one for account in chosen for one in account or ()]
    yield "bank_credits_total", [term for one in reaching for term in _total(one, month, 1)]
    yield "bank_debits_total", [term for one in reaching for term in _total(one, month, -1)]
    for concept in flows:
        yield concept, [term for one in reaching for term in _flow(one, month, concept)]
    for concept, day in (("bank_opening", month.start - DAY), ("bank_closing", month.end)):
        balances = [_balance(account, day, concept) for account in accounts]
        found = [term for term in balances if term is not None]
        if len(found) == len(balances):
            yield concept, found


def _reaches(one: _Held, month: Stretch) -> bool:
    days = _days(one.account)
    return days is not None and days.start <= month.end and month.start <= days.end


def _total(one: _Held, month: Stretch, sign: int) -> Iterator[Term]:
    rows = [row.amount for row, _ in one.within(month)]
    yield from _summed(one, month, "credits" if sign > 0 else "debits", [(row, sign) for row in rows if sign * row.value > 0], rows)


def _flow(one: _Held, month: Stretch, concept: str) -> Iterator[Term]:
    """What the rows of a class come to, positive; of own transfers, what went out."""
    rows = one.within(month)
    incoming = concept in ("bank_customer_receipts", "bank_loans_received", "bank_related_in")
    sign = 1 if incoming else -1
    parts = [(row.amount, sign) for row, flow in rows if flow == concept and sign * row.amount.value > 0]
    yield from _summed(one, month, concept, parts, [row.amount for row, _ in rows])


def _summed(one: _Held, month: Stretch, concept: str, parts: Sequence[tuple[Figure, int]], rows: Sequence[Figure]) -> Iterator[Term]:
    balances = [figure for figure in (one.account.statement.opening, one.account.statement.closing) if figure is not None]
    name = f"{concept}-{one.account.ordinal + 1}-{month.end:%Y-%m}"
    known = concept if concept in chart() else f"bank_{concept}_total"
    term = summed(one.account.document, name, parts, seen=list(rows) or balances, concept=known)
    if term is not None:
        yield term


def _balance(account: list[_Held], day: date, concept: str) -> Term | None:
    """The balance after the last row up to `day`: as printed beside it, else the opening and what moved since."""
    before = [one for one in account if (days := _days(one.account)) is not None and days.start <= day + DAY]
    if not before:
        first = account[0].account
        opening = first.printed_opening
        return None if opening is None else first.term(opening, "", 1)
    one = before[-1]
    rows = [row for row in one.rows if row.date is not None and row.date <= day]
    opening = one.account.statement.opening
    if not rows:
        return None if opening is None else one.account.term(opening, "", 1)
    printed = rows[-1].balance
    if printed is not None:
        return one.account.term(printed, "", 1)
    if opening is None:
        return None
    parts = [(opening, 1), *((row.amount, 1) for row in rows)]
    return summed(one.account.document, f"{concept}-{one.account.ordinal + 1}-{day:%Y-%m-%d}", parts, concept=concept)


def _counted(flows: Sequence[str | None]) -> Wording | None:
    """How many rows fit no class."""
    unknown = sum(flow is None for flow in flows)
    if not unknown:
        return None
    return Wording(
        f"银行流水共{len(flows)}笔，其中{unknown}笔无法按摘要归类，未计入。",
        f"{unknown} of {len(flows)} rows of the bank statements fit no class by their words and are not counted.",
    )
