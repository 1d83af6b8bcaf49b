"""The bank's print of the firm's account, from the cash legs of the ledger only."""

from __future__ import annotations

from datetime import date, timedelta

from samples.company import Firm
from samples.ledger import Books
from samples.ledger import Entry as Journal
from samples.papers.paper import Block, Column, Entry, Line, Paper, Row, Table, grouped, main_units

#: What a bank prints about each kind of entry.
TEXTS = {
    "zh": {
        "receipt": "货款",
        "payment": "付货款",
        "payroll": "代发工资",
        "insurance": "社保费",
        "rent": "房租",
        "power": "电费",
        "office": "办公费",
        "freight": "运费",
        "fee": "手续费",
        "loan_interest": "贷款利息",
        "loan_repayment": "归还贷款",
        "loan_draw": "贷款发放",
        "dividend": "分配利润",
        "equipment": "设备款",
        "deposit_interest": "结息",
        "vat_paid": "增值税",
        "surcharges_paid": "附加税费",
        "income_tax_paid": "企业所得税",
    },
    "en": {
        "receipt": "BGC",
        "payment": "FPO",
        "payroll": "BACS WAGES",
        "rent": "SO RENT",
        "power": "DD",
        "office": "DD",
        "freight": "FPO",
        "fee": "ACCOUNT CHARGES",
        "loan_interest": "LOAN INTEREST",
        "loan_repayment": "LOAN REPAYMENT",
        "dividend": "FPO DIVIDEND",
        "equipment": "FPO",
        "vat_paid": "HMRC VAT",
        "payroll_tax_paid": "HMRC PAYE/NIC",
        "income_tax_paid": "HMRC CORPORATION TAX",
    },
}


def chinese(firm: Firm, books: Books, first: date, last: date) -> Paper:
    """账户交易明细 from `first` to `last`: 借方 is money out, as the bank sees it."""
    lines, opening, closing, received, paid = _account(books, first, last)
    columns = (
        Column("交易日期", 0.1, "centre"),
        Column("摘要", 0.1),
        Column("借方发生额", 0.125, "right"),
        Column("贷方发生额", 0.125, "right"),
        Column("账户余额", 0.13, "right"),
        Column("对方户名", 0.235),
        Column("对方账号", 0.185),
    )
    rows = [Row((f"{first}", "承前余额", None, None, _figure("承前余额", first, opening, "opening"), None, None))]
    for item, (entry, balance) in enumerate(lines, 1):
        text = TEXTS["zh"][entry.kind]
        amount = _figure(text, entry.day, entry.cash, "amount", item)
        out, into = (amount, None) if entry.cash < 0 else (None, amount)
        rows.append(Row((f"{entry.day}", text, out, into, _figure(text, entry.day, balance, "balance", item), *entry.party)))
    totals = (_figure("合计", last, paid, "total_debits"), _figure("合计", last, received, "total_credits"))
    rows.append(Row(("合计", f"共{len(lines)}笔", *totals, None, None, None)))
    rows.append(Row((f"{last}", "期末余额", None, None, _figure("期末余额", last, closing, "closing"), None, None)))
    blocks: tuple[Block, ...] = (
        Line(centre=f"{firm.bank} 账户交易明细", size=14, strong=True, gap=4),
        Line(left=f"户名：{firm.name}", right=f"账号：{firm.account}", size=8.5, gap=10),
        Line(left=f"开户行：{firm.branch}", right="币种：人民币", size=8.5),
        Line(left=f"起止日期：{first} 至 {last}", right=f"打印日期：{_printed_on(last)}", size=8.5),
        Table(columns=columns, rows=tuple(rows), size=7.4, row_height=15.5),
    )
    return Paper(record="bank_statement", language="zh", face="hei", blocks=blocks, margin=32.0, footer="第 {page} 页 / 共 {pages} 页")


def english(firm: Firm, books: Books, first: date, last: date) -> Paper:
    """Business account statement from `first` to `last`, with the balance after each line."""
    lines, opening, closing, received, paid = _account(books, first, last)
    columns = (
        Column("Date", 0.13),
        Column("Description", 0.42),
        Column("Paid out £", 0.15, "right"),
        Column("Paid in £", 0.15, "right"),
        Column("Balance £", 0.15, "right"),
    )
    rows = [
        Row(
            (_british(first), "Balance brought forward", None, None, _figure("Balance brought forward", first, opening, "opening")),
            "strong",
        )
    ]
    for item, (entry, balance) in enumerate(lines, 1):
        text = " ".join(part for part in (TEXTS["en"][entry.kind], _payee(entry)) if part)
        amount = _figure(text, entry.day, entry.cash, "amount", item)
        out, into = (amount, None) if entry.cash < 0 else (None, amount)
        rows.append(Row((_british(entry.day), text, out, into, _figure(text, entry.day, balance, "balance", item))))
    totals = (_figure("Totals", last, paid, "total_debits"), _figure("Totals", last, received, "total_credits"))
    rows.append(Row((None, "Total paid out and paid in", *totals, None), "strong"))
    end = _figure("Balance carried forward", last, closing, "closing")
    rows.append(Row((_british(last), "Balance carried forward", None, None, end), "strong"))
    sort_code = f"20-{firm.account[1:3]}-{firm.account[3:5]}"
    blocks: tuple[Block, ...] = (
        Line(left=firm.bank, right="Business Current Account", size=14, strong=True, gap=4),
        Line(left=firm.name, right=f"Statement date {_british(_printed_on(last))}", size=9.5, gap=12),
        Line(left=firm.address, right=f"Sort code {sort_code}   Account number {firm.account}", size=9.5),
        Line(left=f"Your transactions from {_british(first)} to {_british(last)}", right="Currency: GBP", size=9.5, gap=10),
        Line(left="", size=3, gap=1),
        Table(columns=columns, rows=tuple(rows), frame="open", size=8.4, row_height=15.0),
    )
    return Paper(record="bank_statement", language="en", face="sans", blocks=blocks, margin=48.0, footer="Page {page} of {pages}")


def _account(books: Books, first: date, last: date) -> tuple[list[tuple[Journal, int]], int, int, int, int]:
    """The account's lines within the days, its balance before and after them, and what came in and went out."""
    lines = [(entry, balance) for entry, balance in books.ledger.bank_lines if first <= entry.day <= last]
    opening = books.ledger.balance("bank", first - timedelta(1))
    closing = books.ledger.balance("bank", last)
    received = sum(entry.cash for entry, _ in lines if entry.cash > 0)
    return lines, opening, closing, received, opening + received - closing


def _figure(label: str, day: date, minor: int, field: str, item: int | None = None) -> Entry:
    """A bank figure; an amount prints without its sign, in the column that says which way the money went."""
    value = main_units(minor)
    return Entry(
        label=label,
        concept=None,
        period=day,
        span="day",
        value=value,
        printed=grouped(abs(value) if field == "amount" else value),
        field=field,
        item=item,
    )


def _payee(entry: Journal) -> str:
    return (
        entry.party[0].upper()
        if entry.kind not in {"vat_paid", "payroll_tax_paid", "income_tax_paid", "loan_interest", "loan_repayment"}
        else ""
    )


def _printed_on(last: date) -> date:
    return last + timedelta(9)


def _british(day: date) -> str:
    return f"{day:%d} {('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')[day.month - 1]} {day.year}"
