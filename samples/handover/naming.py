"""File names as borrowers give them. A name follows from what the paper is and how it came, never from what was done to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from random import Random

from samples.case import AnyRecord
from samples.firms.firm import Firm
from samples.records.record import BankStatement, Form, Invoice, Statement

#: What each paper is called, Chinese and English, most usual first.
_WORDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "balance_sheet": (("资产负债表", "资产负债表(盖章)", "负债表"), ("Balance sheet", "balance_sheet", "BS")),
    "income_statement": (("利润表", "损益表", "利润表(盖章)"), ("Profit and loss", "P&L", "income statement")),
    "cash_flow": (("现金流量表", "现金流"), ("Cash flow", "cashflow", "Cash flow statement")),
    "equity_changes": (("所有者权益变动表",), ("Statement of changes in equity",)),
    "notes": (("报表附注", "附注"), ("Notes to the accounts", "notes")),
    "trial_balance": (("科目余额表", "余额表"), ("Trial balance", "TB")),
    "register_issued": (("开票明细", "销项发票清单"), ("Sales invoices list", "Sales day book")),
    "register_received": (("进项发票清单", "取得发票明细"), ("Purchase invoices list", "Purchase day book")),
    "vat_general": (("增值税申报表", "增值税及附加税费申报表"), ("VAT return",)),
    "vat_small": (("增值税申报表(小规模)", "增值税申报表"), ("VAT return",)),
    "cit_annual": (("企业所得税年度申报表", "汇算清缴"), ("Corporation tax return",)),
    "cit_quarterly": (("企业所得税季度申报表", "所得税预缴"), ("Corporation tax instalment",)),
    "wage_tax": (("个税申报", "个人所得税扣缴申报表"), ("Payroll return",)),
    "social_insurance": (("社保缴费明细", "社保申报"), ("Social insurance",)),
    "uk_vat": (("VAT",), ("VAT return", "vat return")),
    "ct600": (("CT600",), ("CT600", "Corporation tax return")),
    "rti_fps": (("FPS",), ("Payroll summary", "FPS")),
    "us_1120": (("1120",), ("Form 1120", "tax return")),
    "us_941": (("941",), ("Form 941", "payroll tax")),
    "us_sales_tax": (("sales tax",), ("Sales tax return",)),
    "credit_report": (("企业征信报告", "征信"), ("Credit report",)),
    "loan_application": (("贷款申请表", "借款申请"), ("Loan application", "application form")),
    "valuation": (("抵押物评估报告", "评估报告"), ("Valuation", "valuation report")),
    "utility_bill": (("电费单", "电费发票"), ("Electricity bill", "power bill")),
    "bank_statement": (("银行流水", "对账单", "银行对账单", "账户明细"), ("Bank statement", "statement", "bank stmt")),
    "invoice": (("发票",), ("Invoice", "inv")),
}


def words(record: AnyRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What people call a paper of that kind, Chinese and English."""
    if isinstance(record, Form):
        return _WORDS.get(record.form, _WORDS.get(record.record, (("资料",), ("document",))))
    return _WORDS[record.record]


def style(source: Random) -> Callable[[AnyRecord, Firm, Random, str], str]:
    """How this borrower names files: one habit for the whole loan file. The answer names one paper, without its ending."""
    habit = source.choice(("plain", "plain", "dated", "firm", "underscored"))
    variant = source.randrange(3)

    def name(record: AnyRecord, firm: Firm, own: Random, press: str) -> str:
        if press == "photo":
            return _from_phone(firm, own)
        if press == "scan" and own.random() < 0.4:
            return _from_scanner(firm, own)
        return _described(record, firm, own, habit, variant)

    return name


def _described(record: AnyRecord, firm: Firm, own: Random, habit: str, variant: int) -> str:
    chinese, english = words(record)
    zh = firm.language == "zh"
    choices = chinese if zh else english
    word = choices[variant % len(choices)]
    when = _when(record, zh=zh)
    if isinstance(record, Invoice) and own.random() < 0.5:
        return record.number.replace("/", "-") or f"{word}{when}"
    if isinstance(record, BankStatement) and own.random() < 0.3:
        word = f"{record.bank_name}{word}" if zh else f"{record.bank_name} {word}"
    joined = {
        "plain": f"{word}{when}" if zh else f"{word} {when}",
        "dated": f"{when}{word}" if zh else f"{when} {word}",
        "firm": f"{firm.short_name}{when}{word}" if zh else f"{firm.short_name} - {word} {when}",
        "underscored": f"{word}_{when}",
    }[habit]
    return joined if habit != "underscored" or zh else joined.replace(" ", "_")


def _when(record: AnyRecord, *, zh: bool) -> str:
    if isinstance(record, BankStatement):
        first, last = record.start, record.end
        if (first.year, first.month) == (last.year, last.month):
            return f"{last:%Y}年{last.month}月" if zh else f"{last:%b %Y}"
        return f"{first:%Y}年{first.month}月-{last:%Y}年{last.month}月" if zh else f"{first:%b %Y} to {last:%b %Y}"
    if isinstance(record, Invoice):
        return f"{record.day:%Y%m%d}"
    day = record.period
    if isinstance(record, Statement) and (day.month == 12 or not zh):
        return f"{day:%Y}"
    return f"{day:%Y}年{day.month}月" if zh else f"{day:%b %Y}"


def _from_scanner(firm: Firm, own: Random) -> str:
    if firm.language == "zh":
        return own.choice((f"扫描件{own.randint(1, 60):03d}", f"扫描{firm.applied:%Y%m%d}{own.randint(1, 99):02d}"))
    return own.choice(
        (f"scan{own.randint(1, 400):04d}", f"Scan_{firm.applied:%Y%m%d}_{own.randint(1, 60):02d}", f"SKM_C{own.randint(10**6, 10**7)}")
    )


def _from_phone(firm: Firm, own: Random) -> str:
    stamp = f"{firm.applied:%Y%m%d}"
    clock = f"{own.randint(8, 21):02d}{own.randint(0, 59):02d}{own.randint(0, 59):02d}"
    if firm.language == "zh":
        return own.choice(
            (f"微信图片_{stamp}{clock}", f"IMG_{stamp}_{clock}", f"mmexport{_milliseconds(firm) + own.randrange(86_400_000)}")
        )
    return own.choice(
        (f"IMG_{own.randint(1000, 9999)}", f"IMG_{stamp}_{clock}", f"PXL_{stamp}_{clock}", f"WhatsApp Image {firm.applied:%Y-%m-%d}")
    )


def _milliseconds(firm: Firm) -> int:
    """The day of the application as a messenger counts time."""
    return (firm.applied - date(1970, 1, 1)).days * 86_400_000


def folder(record: AnyRecord, firm: Firm, *, sorted_in_folders: bool) -> str:
    """The folder that a tidy borrower puts that paper in; "" for the top one."""
    if not sorted_in_folders:
        return ""
    zh = firm.language == "zh"
    if isinstance(record, Invoice):
        return "发票/" if zh else "Invoices/"
    if isinstance(record, BankStatement):
        return "银行流水/" if zh else "Bank/"
    if isinstance(record, Form) and record.record in {"tax_return", "payroll_return"}:
        return "纳税申报/" if zh else "Tax/"
    return ""


def unique(name: str, ending: str, taken: set[str]) -> str:
    """`name` with `ending`, without signs that a system forbids; numbered, as file managers do, when `taken` has it. Adds it there."""
    clean = "".join("-" if sign in '\\:*?"<>|' else sign for sign in name).strip(" .")
    result, number = f"{clean}{ending}", 1
    while result.casefold() in taken:
        number += 1
        result = f"{clean} ({number}){ending}"
    taken.add(result.casefold())
    return result
