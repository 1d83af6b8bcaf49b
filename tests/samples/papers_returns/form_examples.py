"""One small form of each kind, by hand."""

from __future__ import annotations

from datetime import date

from samples.records.record import Form, FormColumn, FormKind, FormLine, Span

_TAX: dict[str, tuple[FormKind, str, str, Span]] = {
    "vat_general": ("tax_return", "CNY", "增值税及附加税费申报表（一般纳税人适用）", "month"),
    "vat_small": ("tax_return", "CNY", "增值税及附加税费申报表（小规模纳税人适用）", "quarter"),
    "cit_annual": ("tax_return", "CNY", "企业所得税年度纳税申报表（A类）A100000", "year"),
    "cit_quarterly": ("tax_return", "CNY", "企业所得税月（季）度预缴纳税申报表（A类）A200000", "year_to_date"),
    "tax_certificate": ("tax_return", "CNY", "税收完税证明", "year"),
    "wage_tax": ("payroll_return", "CNY", "个人所得税扣缴申报表", "month"),
    "social_insurance": ("payroll_return", "CNY", "社会保险费缴费申报表", "month"),
    "uk_vat": ("tax_return", "GBP", "VAT Return", "quarter"),
    "ct600": ("tax_return", "GBP", "CT600 Company Tax Return summary", "year"),
    "rti_fps": ("payroll_return", "GBP", "Full Payment Submission summary", "month"),
    "us_1120": ("tax_return", "USD", "Form 1120 U.S. Corporation Income Tax Return", "year"),
    "us_941": ("payroll_return", "USD", "Form 941 Employer's Quarterly Federal Tax Return", "quarter"),
    "us_sales_tax": ("tax_return", "USD", "Sales and Use Tax Return", "quarter"),
}
_OTHER: tuple[FormKind, ...] = ("trial_balance", "credit_report", "loan_application", "valuation", "utility_bill")
#: (form, currency) of every form that has layouts.
ALL = (
    *((form, currency) for form, (_, currency, _, _) in _TAX.items()),
    *((form, cur) for form in _OTHER for cur in ("CNY", "GBP", "USD")),
)
_FIRST, _LAST = date(2025, 10, 1), date(2025, 12, 31)


def form(name: str, currency: str) -> Form:
    """The form of that name; the second line is nothing, the third negative."""
    if name in _TAX:
        record, _, title, span = _TAX[name]
        columns: tuple[tuple[str, str, Span], ...] = ((span, "本期数" if currency == "CNY" else "Amount", span),)
        if name.startswith("vat_"):
            columns += (("year", "本年累计", "year_to_date"),)
        return _made(record, name, title, currency, columns, _tax_lines(name, [column for column, _, _ in columns]))
    return _made(name, name, name.replace("_", " ").capitalize(), currency, _COLUMNS[name], _LINES[name])  # type: ignore[arg-type]


def _made(
    record: FormKind, name: str, title: str, currency: str, columns: tuple[tuple[str, str, Span], ...], lines: tuple[FormLine, ...]
) -> Form:
    return Form(
        record=record,
        form=name,
        title=title,
        entity="江州市顺达五金贸易有限公司" if currency == "CNY" else "Marsh & Dale Supplies Limited",
        currency=currency,
        start=_FIRST,
        end=_LAST,
        columns=tuple(FormColumn(name=column, caption=caption, period=_LAST, span=span) for column, caption, span in columns),
        lines=lines,
        head=(("Name", "one"), ("Number", "two"), ("Day", "2026-01-12")),
        foot=(("Date", "2026-01-15"),),
    )


def _tax_lines(name: str, columns: list[str]) -> tuple[FormLine, ...]:
    names = {
        "vat_general": ("1", "11", "21", "s1_invoiced", "s2_certified"), "cit_annual": ("revenue", "foreign", "rate", "tax"),
        "uk_vat": ("box1", "box2", "box5", "box6"), "us_1120": ("1a", "18", "30", "L15"), "wage_tax": ("persons", "income", "tax"),
        "social_insurance": ("persons", "base", "injury", "total"), "rti_fps": ("employees", "pay", "withheld"), "us_941": ("1", "2", "3"),
    }.get(name, ("1", "9", "15", "20"))  # fmt: skip
    lines = []
    for place, line in enumerate(names):
        counted = line in {"persons", "employees"} or (name == "us_941" and line == "1")
        amount = 1200 if counted else (123_456_700, 0, -765_400, 4_200)[place % 4]
        amounts = {} if line == "rate" else {column: amount * (1 + index) for index, column in enumerate(columns)}
        texts = {columns[0]: "25%"} if line == "rate" else {}
        concept = "iit_persons" if counted else None
        lines.append(FormLine(name=line, label=f"Line {line}", number=str(place + 1), concept=concept, amounts=amounts, texts=texts))
    return tuple(lines)


_SIDES = ("opening_debit", "opening_credit", "period_debit", "period_credit", "closing_debit", "closing_credit")
_COLUMNS: dict[str, tuple[tuple[str, str, Span], ...]] = {
    "trial_balance": tuple((side, side.replace("_", " "), "instant") for side in _SIDES),
    "credit_report": tuple((column, column, "instant") for column in ("amount", "balance", "overdue", "history")),
    "loan_application": (("stated", "Answer", "year"),),
    "valuation": tuple((column, column, "instant") for column in ("appraised", "book", "insured", "invoiced")),
    "utility_bill": (("month", "This month", "month"),),
}
_LINES = {
    "trial_balance": (
        FormLine(name="bank_1", label="Bank", number="1002.01", amounts={"opening_debit": 500, "period_debit": 12_345_678, "closing_debit": 9}),
        FormLine(name="payables", label="Creditors", number="2202", amounts={"opening_credit": 700, "closing_credit": 1_000_001}),
        FormLine(name="total", label="Total", amounts=dict.fromkeys(_SIDES, 123456)),
    ),
    "credit_report": (
        FormLine(
            name="lender-1",
            label="A bank",
            amounts={"amount": 50_000_000, "balance": 40_000_000, "overdue": 0},
            texts={"opened": "2024-03-01", "due": "2025-03-01", "class": "正常"},
        ),
        FormLine(name="total", label="Owed", concept="credit_report_loans", amounts={"balance": 40_000_000}),
        FormLine(name="guarantees", label="Guarantees", amounts={"balance": 0}),
        FormLine(name="history-2024", label="2024", amounts={"history": 30_000_000}),
    ),
    "loan_application": (
        FormLine(name="sum", label="Sum", amounts={"stated": 30_000_000}),
        FormLine(name="other_debts", label="Other borrowings", amounts={"stated": 0}),
        FormLine(name="profit", label="Profit", concept="net_profit", amounts={"stated": -1_234_567}),
        FormLine(name="purpose", label="Purpose", texts={"stated": "Stock"}),
    ),
    "valuation": (
        FormLine(name="property", label="Premises", amounts={"appraised": 90_000_000, "insured": 45_000_000, "invoiced": 80_000_000}),
        FormLine(name="total", label="Total", amounts={"appraised": 90_000_000, "book": 0, "insured": 45_000_000, "invoiced": 80_000_000}),
    ),
    "utility_bill": (
        FormLine(
            name="kwh",
            label="Units",
            concept="electricity_kwh",
            amounts={"month": 410_500},
            texts={"previous": "1000", "current": "5105", "price": "0.8123"},
        ),
        FormLine(name="net", label="Charges", concept="electricity_cost", amounts={"month": 333_449}),
        FormLine(name="tax", label="Tax", amounts={"month": 0}),
        FormLine(name="total", label="To pay", amounts={"month": 333_449}),
    ),
}  # fmt: skip
