"""Ties from year to year and between statements: ROL, XST, PER."""

from __future__ import annotations

from datetime import timedelta

from tests.samples.clean_ties import Facts, near, tie

_KEPT = ("retained_earnings", "surplus_reserve")


@tie("ROL001")
def _retained(year: Facts) -> bool:
    moved = sum(year.change(k) for k in _KEPT)
    return moved == year.now["net_profit"] - year.now["eq_distributions"] + year.now["eq_prior_adjustments"]


@tie("ROL002")
def _retained_so_far(year: Facts) -> bool | None:
    firm, book = year.firm, year.books["stated"]
    if firm.last <= firm.year_ends[-1]:
        return None
    start = firm.year_ends[-1] + timedelta(days=1)
    told = book.notes(start, firm.last)
    now, then = book.position(firm.last), book.position(firm.year_ends[-1])
    moved = sum(now[k] - then[k] for k in _KEPT)
    return moved == book.result(start, firm.last)["net_profit"] - told["eq_distributions"] + told["eq_prior_adjustments"]


tie("ROL003")(lambda year: year.change("cash") == year.now["cf_net_increase"])
tie("ROL004")(lambda year: year.change("fixed_assets_cost") == year.now["fixed_asset_additions"] - year.now["fixed_asset_disposals_cost"])
tie("ROL005")(
    lambda year: year.change("accumulated_depreciation") == year.now["depreciation_charge"] - year.now["depreciation_on_disposals"]
)
tie("ROL006")(
    lambda year: year.change("inventories") == year.now["purchases"] + year.now["production_costs_added"] - year.now["cost_of_sales"]
)


def _due(year: Facts) -> int:
    return sum(year.change(k) for k in ("trade_receivables", "notes_receivable")) - sum(
        year.change(k) for k in ("advances_from_customers", "contract_liabilities")
    )


@tie("ROL007", "soft")
def _debtors(year: Facts) -> bool:
    sold = year.now["revenue"] * (1 + year.rate) - year.now["cf_receipts_customers"] - year.now["bad_debt_loss"]
    return abs(_due(year) - sold) <= 0.05 * year.now["revenue"]


@tie("ROL008", "soft")
def _creditors(year: Facts) -> bool:
    owed = year.change("trade_payables") + year.change("notes_payable") - year.change("prepayments")
    bought = year.now["purchases"] * (1 + year.bought_rate) - year.now["cf_payments_suppliers"]
    return abs(owed - bought) <= 0.05 * max(year.now["purchases"], year.now["cf_payments_suppliers"], 1)


@tie("ROL009")
def _wages(year: Facts) -> bool:
    return year.change("employee_benefits_payable") == year.now["staff_costs"] - year.now["cf_payments_employees"]


@tie("ROL010", "soft")
def _taxes(year: Facts) -> bool | None:
    if year.now["tax_receivable"] or year.opening["tax_receivable"]:
        return None
    levied = year.now.get("taxes_and_surcharges", 0)
    moved = year.now["vat_due"] + levied + year.now["income_tax"] - year.now["cf_taxes_paid"]
    return near(year.now["taxes_payable"], year.opening["taxes_payable"] + moved, 0.10)


_DEBT = ("short_term_borrowings", "long_term_borrowings")
tie("ROL011")(lambda year: sum(year.change(k) for k in _DEBT) == year.now["cf_borrowings_received"] - year.now["cf_principal_repaid"])
tie("ROL012")(lambda year: year.change("paid_in_capital") + year.change("capital_reserve") == year.now["cf_capital_received"])
tie("ROL013")(lambda year: year.now["intangible_assets"] <= year.opening["intangible_assets"] + year.now["cf_capex"])


@tie("ROL014")
def _interest_owed(year: Facts) -> bool:
    return near(
        year.now["interest_payable"],
        year.opening["interest_payable"] + year.now["interest_expense"] - year.now["cf_interest_paid"],
        0.10,
    )


@tie("ROL015")
def _reserve(year: Facts) -> bool | None:
    if not year.chinese:
        return None
    return 0 <= year.change("surplus_reserve") <= 0.1 * max(year.now["net_profit"], 0) + 1


@tie("ROL016")
def _carried(year: Facts) -> bool | None:
    if year.firm.taxpayer != "general":
        return None
    checked = []
    for form in year.forms("vat_general"):
        at = {line.number: line.amounts["month"] for line in form.lines if line.number}
        checked.append(at["20"] == max(at["13"] + at["12"] - at["14"] - at["11"], 0))
    return all(checked)


tie("ROL017")(lambda year: year.now["construction_in_progress"] <= year.opening["construction_in_progress"] + year.now["cf_capex"])

tie("XST001")(lambda year: year.now["cf_closing_cash"] == year.now["cash"])
tie("XST002")(lambda year: year.now["cf_opening_cash"] == year.opening["cash"])
tie("XST003")(lambda year: year.now["cfi_net_profit"] == year.now["net_profit"])
tie("XST004")(lambda year: year.now["cfi_depreciation"] == year.now["depreciation_charge"])
tie("XST005")(
    lambda year: year.now["depreciation_charge"] - year.now["depreciation_on_disposals"] == year.change("accumulated_depreciation")
)
tie("XST006")(lambda year: near(year.now["cfi_inventory_decrease"], -year.change("inventories"), 0.05))


@tie("XST007", "soft")
def _fewer_receivables(year: Facts) -> bool | None:
    if "cfi_receivables_decrease" not in year.printed:
        return None
    return near(year.now["cfi_receivables_decrease"], -year.change("receivables_total"), 0.10)


@tie("XST008", "soft")
def _more_payables(year: Facts) -> bool | None:
    if "cfi_payables_increase" not in year.printed:
        return None
    moved = year.change("total_current_liabilities") - year.change("short_term_borrowings")
    return near(year.now["cfi_payables_increase"], moved, 0.10)


tie("XST009")(lambda year: year.now["eq_profit"] == year.now.get("total_comprehensive_income", year.now["net_profit"]))
tie("XST010")(lambda year: year.now["eq_closing"] == year.now["total_equity"])


@tie("XST011", "soft")
def _received(year: Facts) -> bool:
    return near(year.now["cf_receipts_customers"], year.now["revenue"] * (1 + year.rate) - _due(year) - year.now["bad_debt_loss"], 0.05)


@tie("XST012", "soft")
def _paid(year: Facts) -> bool:
    bought = (year.now["cost_of_sales"] - year.now["production_costs_added"] + year.change("inventories")) * (1 + year.bought_rate)
    owed = year.change("trade_payables") + year.change("notes_payable") - year.change("prepayments")
    return near(year.now["cf_payments_suppliers"], bought - owed, 0.10)


@tie("XST013")
def _tax_fits(year: Facts) -> bool | None:
    return 0 <= year.now["income_tax"] <= 0.25 * max(year.now["profit_before_tax"], 0) * 1.1 + 1 if year.chinese else None


@tie("XST014", "range")
def _surcharges_fit(year: Facts) -> bool | None:
    if not year.chinese:
        return None
    due = year.now["vat_due"]
    return 0.05 * due <= year.now["taxes_and_surcharges"] <= 0.15 * due + 0.002 * year.now["revenue"]


@tie("XST015", "range")
def _interest_fits(year: Facts) -> bool | None:
    debt = sum(year.mean(k) for k in _DEBT)
    return 0.02 * debt <= year.now["interest_expense"] <= 0.12 * debt if debt else None


def _prior(year: Facts, kind: str, *concepts: str) -> bool | None:
    """The comparative column against last year's own statement: those lines, or every one."""
    mine = year.statement(kind, year.year_end)
    theirs = year.statement(kind, year.first - timedelta(days=1))
    if mine is None or theirs is None or len(mine.columns) < 2:
        return None
    then, own = mine.columns[-1].figures, theirs.columns[0].figures
    names = [name for name in concepts or own if name in own and name in then]
    return all(then[name] == own[name] for name in names) if names else None


tie("PER001")(lambda year: _prior(year, "balance_sheet", "total_assets"))


@tie("PER002")
def _each_line(year: Facts) -> bool | None:
    found = [answer for answer in (_prior(year, kind) for kind in ("balance_sheet", "income_statement", "cash_flow")) if answer is not None]
    return all(found) if found else None


tie("PER003")(lambda year: _prior(year, "balance_sheet", "total_equity"))
tie("PER004")(lambda year: _prior(year, "income_statement", "revenue"))
tie("PER005")(lambda year: _prior(year, "income_statement", "net_profit"))


@tie("PER006")
def _year_opening(year: Facts) -> bool | None:
    firm = year.firm
    interim = year.statement("balance_sheet", firm.last) if firm.last > firm.year_ends[-1] else None
    last = year.statement("balance_sheet", firm.year_ends[-1])
    if interim is None or last is None:
        return None
    return all(interim.columns[1].figures[k] == v for k, v in last.columns[0].figures.items() if k in interim.columns[1].figures)


@tie("PER007", "soft")
def _never_back(year: Facts) -> bool:
    book, start, months = year.books["stated"], year.first, []
    while start <= year.year_end:
        months.append(book.result(start, start)["revenue"])
        start = (start + timedelta(days=31)).replace(day=1)
    return min(months) >= 0


@tie("PER008", "range")
def _lines_move(year: Facts) -> bool:
    book, start = year.books["stated"], year.first + timedelta(days=31)
    lines = ("cash", "trade_receivables", "trade_payables", "inventories")
    now, then = book.position(start), book.position(year.first)
    alive = [k for k in lines if now[k] or then[k]]
    return sum(now[k] == then[k] for k in alive) <= 0.8 * len(alive)


@tie("PER009")
def _one_version(year: Facts) -> bool:
    seen = [(s.record, s.period) for s in year.statements]
    return len(seen) == len(set(seen))
