"""Taxes follow the books that are filed: the bank pays what the returns say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samples.books.accounts import BANKS
from samples.books.journal import Ledgers, balances
from samples.fabrication.settling import settled, turnover_taxes
from samples.records.returns.chinese_vat import MonthlyVat
from samples.records.workbook import Workbook

from .planted import honest, planted


def _paid(ledgers: Ledgers) -> dict[date, int]:
    """Last day of a month -> turnover tax that the bank paid in the month after it."""
    found: dict[date, int] = {}
    for entry in ledgers.entries("actual"):
        if entry.kind == "vat_paid":
            month = entry.day.replace(day=1) - timedelta(1)
            found[month] = found.get(month, 0) - sum(amount for account, amount in entry.postings if account in BANKS)
    return found


def test_honest_taxes_are_worked_out_as_they_were_booked() -> None:
    ledgers = honest("zh")
    due = {end: tax.due for end, tax in turnover_taxes(ledgers.firm, ledgers.entries("filed")).items() if tax.due}
    paid = {end: amount for end, amount in _paid(ledgers).items() if ledgers.firm.first <= end}
    assert {end: due[end] for end in due if end in paid} == paid
    assert settled(ledgers, ledgers, "F01") is ledgers


@pytest.mark.parametrize("care", [0, 1, 2])
@pytest.mark.parametrize("code", ["F01", "F04", "F06", "F08", "F09", "F26", "F27"])
def test_the_bank_pays_what_the_monthly_returns_say(code: str, care: int) -> None:
    done, _ = planted(code, care=care)
    paid = _paid(done)
    due = done.firm.last - timedelta(45)
    for end, lines in MonthlyVat(Workbook(done, "filed")).months.items():
        if end < due:
            assert lines["24"] == paid.get(end, 0), end


@pytest.mark.parametrize("code", ["F01", "F08"])
def test_less_profit_filed_is_less_income_tax_paid(code: str) -> None:
    def paid(ledgers: Ledgers) -> int:
        return sum(
            amount for entry in ledgers.entries("actual") if entry.kind == "income_tax_paid" for _, amount in entry.postings if amount > 0
        )

    done, _ = planted(code, care=1)
    assert paid(done) < paid(honest("zh"))
    assert balances(done.entries("filed")).get("income_tax_payable", 0) <= 0
