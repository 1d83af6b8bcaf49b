"""A small firm of each country and its statements, by hand, to try layouts on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

from samples.firms.firm import Account, Firm, Framework, Party, Profile
from samples.papers.layout import Look
from samples.records.frameworks.catalogue import FORMS
from samples.records.record import Statement, StatementColumn, StatementKind

PROFILE = Profile(
    revenue=600_000_000, growth=0.1, gross_margin=0.2, margin_noise=0.02, tickets=40, terms=30, terms_deviation=10, purchase_terms=30,
    purchase_terms_deviation=10, cash_share=0.1, retention=0.0, retention_months=0, vat_rate=0.13, input_rate=0.13, stock_days=40,
    payroll=10_000_000, headcount=12, insured=9, levy=0.2, withheld=0.1, rent=2_000_000, power=300_000, kwh_price=80, overheads=1_000_000,
    freight_share=0.01, entertainment_share=0.005, loan=100_000_000, loan_rate=0.045, loan_style="rollover", owner_loan=0, owner_card=0.0,
    notes_share=0.0, invoices_wanted=0.8, platform_fee=0.0, fixed_assets=90_000_000, capex=5_000_000, capital=100_000_000, dividend=0,
    opening_cash=30_000_000,
)  # fmt: skip


def firm(framework: Framework = "xqy", seed: int = 7) -> Firm:
    chinese = framework in {"xqy", "cas"}
    american = framework in {"us_gaap", "us_tax"}
    owner = Party(id="owner", role="owner", name="周立德" if chinese else "Helen Marsh", natural=True)
    return Firm(
        seed=seed,
        split="develop",
        language="zh" if chinese else "en",
        country="CN" if chinese else "US" if american else "GB",
        industry="trade",
        framework=framework,
        taxpayer="general" if chinese else "sales_tax" if american else "uk_vat",
        currency="CNY" if chinese else "USD" if american else "GBP",
        name="江州市顺达五金贸易有限公司" if chinese else "Lakewood Fittings Inc." if american else "Marsh & Dale Supplies Limited",
        short_name="顺达五金" if chinese else "Lakewood" if american else "Marsh & Dale",
        tax_id="91350100M000100Y43" if chinese else "36-1234567" if american else "GB980780684",
        company_number="" if chinese else "05123987",
        legal_form="有限责任公司" if chinese else "corporation" if american else "private company limited by shares",
        city="江州" if chinese else "Milton" if american else "Hexham",
        address="江州市城南区建设路18号" if chinese else "18 Market Street, Hexham NE46 1AA",
        phone="0591-83300112" if chinese else "01434 600111",
        founded=date(2014, 5, 6),
        people=("周立德", "钱敏", "孙晓雯") if chinese else ("Helen Marsh", "Peter Dale", "Ann Roe"),
        bookkeeper="agency",
        software="ledger",
        micro=False,
        accounts=(Account(id="bank_1", bank="huachuan", bank_name="华川银行", branch="城南支行", number="6200001122334455"),),
        parties={"owner": owner},
        goods=(),
        materials=(),
        profile=PROFILE,
        first=date(2024, 1, 1),
        last=date(2025, 12, 31),
        year_ends=(date(2024, 12, 31), date(2025, 12, 31)),
        applied=date(2026, 3, 9),
    )


def look(of: Firm, hints: Mapping[str, object] | None = None) -> Look:
    return Look(firm=of, face="song" if of.language == "zh" else "serif", hints=hints or {}, source=Random(of.seed))


def statement(
    record: StatementKind, framework: Framework = "xqy", *, unit: int = 1, month: bool = False, loss: bool = False, draft: bool = False
) -> Statement:
    """This year and last; month: December beside the cumulative figures, as the Chinese forms have it."""
    of = firm(framework)
    days = (date(2025, 12, 31), date(2024, 12, 31))
    columns = []
    for index, day in enumerate(days):
        make = {
            "balance_sheet": _position,
            "income_statement": _performance,
            "cash_flow": _flows,
            "equity_changes": _equity,
            "notes": _notes,
        }
        figures = kept(make[record](1 - index / 8, loss), record, framework)
        if record == "balance_sheet":
            columns.append(StatementColumn(period=day, span="instant", months=0, figures=figures))
        elif month and record in {"income_statement", "cash_flow"}:
            span = ("year_to_date", "month")[index]
            columns.append(StatementColumn(period=days[0], span=span, months=(12, 1)[index], figures=figures))
        else:
            columns.append(StatementColumn(period=day, span="year", months=12, figures=figures))
    inner: tuple[tuple[str, str, tuple[int, ...]], ...] = ()
    if record == "income_statement" and framework != "frs105":
        inner = (("Rent", "sga_expenses", (24_000_011, 21_000_000)), ("Carriage", "sga_expenses", (3_141_592, 2_718_281)))
        if framework in {"xqy", "cas"}:
            inner = (("租赁费", "admin_expenses", (24_000_011, 21_000_000)), ("运费", "selling_expenses", (3_141_592, 2_718_281)))
    return Statement(
        record=record,
        framework=framework,
        entity=of.name,
        currency=of.currency,
        unit=unit,
        columns=tuple(columns),
        draft=draft,
        inner=inner,
    )


def kept(figures: Mapping[str, int], record: StatementKind, framework: Framework) -> dict[str, int]:
    """Those figures that the form of the framework has."""
    form = getattr(FORMS[framework], record) or tuple(figures)
    return {name: amount for name, amount in figures.items() if name in form}


def _scaled(figures: Mapping[str, int], share: float) -> dict[str, int]:
    return {name: round(amount * share) for name, amount in figures.items()}


def _position(share: float, loss: bool) -> dict[str, int]:
    leaf = _scaled(
        {
            "cash_on_hand": 512_345, "bank_deposits": 38_123_467, "other_monetary_funds": 0, "notes_receivable": 5_000_000,
            "trade_receivables": 61_234_501, "prepayments": 4_000_077, "other_receivables": 1_200_000, "due_from_related": 0,
            "tax_receivable": 0, "raw_materials": 11_222_333, "work_in_progress": 0, "finished_goods": 44_555_666,
            "other_current_assets": 0, "fixed_assets_cost": 90_000_000, "accumulated_depreciation": 32_123_456,
            "construction_in_progress": 0, "intangible_assets": 2_345_678, "development_expenditure": 0, "long_term_deferred_expenses": 0,
            "short_term_borrowings": 50_000_000, "notes_payable": 0, "trade_payables": 33_210_123, "advances_from_customers": 1_800_000,
            "contract_liabilities": 0, "employee_benefits_payable": 4_321_098, "taxes_payable": 2_109_876, "interest_payable": 0,
            "dividends_payable": 0, "other_payables": 12_000_000, "due_to_related": 3_000_000, "long_term_borrowings": 20_000_000,
            "paid_in_capital": 50_000_000, "capital_reserve": 0, "surplus_reserve": 5_000_000,
        },
        share,
    )  # fmt: skip
    leaf["cash"] = leaf["cash_on_hand"] + leaf["bank_deposits"] + leaf["other_monetary_funds"]
    owed = ("notes_receivable", "trade_receivables", "prepayments", "other_receivables", "due_from_related", "tax_receivable")
    leaf["receivables_total"] = sum(leaf[name] for name in owed)
    leaf["inventories"] = leaf["raw_materials"] + leaf["work_in_progress"] + leaf["finished_goods"]
    leaf["fixed_assets_net"] = leaf["fixed_assets_cost"] - leaf["accumulated_depreciation"]
    leaf["total_current_assets"] = leaf["cash"] + leaf["receivables_total"] + leaf["inventories"]
    leaf["total_noncurrent_assets"] = leaf["fixed_assets_net"] + leaf["intangible_assets"]
    leaf["total_assets"] = leaf["total_current_assets"] + leaf["total_noncurrent_assets"]
    due = (
        "short_term_borrowings", "notes_payable", "trade_payables", "advances_from_customers", "contract_liabilities",
        "employee_benefits_payable", "taxes_payable", "interest_payable", "dividends_payable", "other_payables", "due_to_related",
    )  # fmt: skip
    if loss:
        leaf["short_term_borrowings"] += 150_000_000
    leaf["total_current_liabilities"] = sum(leaf[name] for name in due)
    leaf["creditors_after_one_year"] = leaf["total_noncurrent_liabilities"] = leaf["long_term_borrowings"]
    leaf["total_liabilities"] = leaf["total_current_liabilities"] + leaf["long_term_borrowings"]
    leaf["total_equity"] = leaf["net_assets"] = leaf["total_assets"] - leaf["total_liabilities"]
    leaf["retained_earnings"] = leaf["total_equity"] - leaf["paid_in_capital"] - leaf["surplus_reserve"]
    leaf["total_liabilities_and_equity"] = leaf["total_assets"]
    leaf["net_current_assets"] = leaf["total_current_assets"] - leaf["total_current_liabilities"]
    leaf["total_assets_less_current_liabilities"] = leaf["total_assets"] - leaf["total_current_liabilities"]
    return leaf


def _performance(share: float, loss: bool) -> dict[str, int]:
    result = _scaled(
        {
            "revenue": 612_345_678, "cost_of_sales": 489_012_345, "taxes_and_surcharges": 1_234_567, "urban_maintenance_tax": 700_000,
            "education_surcharge": 300_000, "property_stamp_taxes": 234_567, "selling_expenses": 23_456_789, "advertising_expense": 3_000_001,
            "admin_expenses": 67_890_123, "entertainment_expense": 1_000_000, "finance_costs": 4_567_890, "interest_expense": 4_500_000,
            "interest_income": 12_345, "non_operating_income": 100_000, "non_operating_expenses": 50_000, "bad_debt_loss": 50_000,
            "income_tax": 1_234_500, "raw_materials_consumed": 489_012_345, "staff_costs": 40_000_000, "depreciation_amortisation": 9_000_000,
            "other_income": 0,
        },
        share,
    )  # fmt: skip
    if loss:
        result["admin_expenses"] += 90_000_000
    result["gross_profit"] = result["revenue"] - result["cost_of_sales"]
    result["sga_expenses"] = result["selling_expenses"] + result["admin_expenses"]
    result["operating_profit"] = result["gross_profit"] - result["taxes_and_surcharges"] - result["sga_expenses"] - result["finance_costs"]
    result["profit_before_tax"] = result["operating_profit"] + result["non_operating_income"] - result["non_operating_expenses"]
    result["net_profit"] = result["profit_before_tax"] - result["income_tax"]
    return result


def _flows(share: float, loss: bool) -> dict[str, int]:
    flow = _scaled(
        {
            "cf_receipts_customers": 650_000_123, "cf_other_operating_in": 1_000_000, "cf_payments_suppliers": 540_000_456,
            "cf_payments_employees": 41_000_000, "cf_taxes_paid": 15_000_789, "cf_other_operating_out": 30_000_000, "cf_capex": 5_000_000,
            "cf_borrowings_received": 50_000_000, "cf_principal_repaid": 60_000_000, "cf_interest_paid": 4_500_000,
            "cf_dividends_paid": 2_000_000, "cf_opening_cash": 35_135_934,
        },
        share,
    )  # fmt: skip
    flow["cf_operating_in_total"] = flow["cf_receipts_customers"] + flow["cf_other_operating_in"]
    flow["cf_operating_out_total"] = (
        flow["cf_payments_suppliers"] + flow["cf_payments_employees"] + flow["cf_taxes_paid"] + flow["cf_other_operating_out"]
    )
    flow["cf_operating_net"] = flow["cf_operating_in_total"] - flow["cf_operating_out_total"] - (90_000_000 if loss else 0)
    flow["cf_investing_net"] = -flow["cf_capex"]
    flow["cf_dividends_interest_paid"] = flow["cf_interest_paid"] + flow["cf_dividends_paid"]
    flow["cf_financing_net"] = flow["cf_borrowings_received"] - flow["cf_principal_repaid"] - flow["cf_dividends_interest_paid"]
    flow["cf_net_increase"] = flow["cf_operating_net"] + flow["cf_investing_net"] + flow["cf_financing_net"]
    flow["cf_closing_cash"] = flow["cf_opening_cash"] + flow["cf_net_increase"]
    flow |= {
        "cfi_net_profit": 26_000_000, "cfi_depreciation": 9_000_000, "cfi_finance_costs": 4_500_000, "cfi_inventory_decrease": -3_000_000,
        "cfi_receivables_decrease": -12_000_000,
    }  # fmt: skip
    flow["cfi_payables_increase"] = flow["cf_operating_net"] - 24_500_000
    return flow


def _equity(share: float, loss: bool) -> dict[str, int]:
    opening = round(100_000_000 * share)
    profit = -40_000_000 if loss else 26_000_000
    return {
        "eq_opening": opening, "eq_profit": profit, "eq_capital_movement": 0, "eq_distributions": 2_000_000, "eq_reserve_transfer": 2_600_000,
        "eq_closing": opening + profit - 2_000_000,
    }  # fmt: skip


def _notes(share: float, loss: bool) -> dict[str, int]:
    del loss
    figures = _scaled(
        {"depreciation_charge": 9_000_000, "fixed_asset_additions": 5_000_000, "purchases": 480_000_000, "staff_costs": 40_000_000}, share
    )
    return {**_position(share, False), **figures, "employees_average": 1200}
