"""The loan application: what the borrower asks for, and what he says of himself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine
from samples.records.workbook import Workbook, year_start
from samples.streams import stream

_PURPOSES = {
    "zh": {
        "trade": ("采购商品、备货", "支付供应商货款"), "manufacturing": ("采购原材料", "购置生产设备"),
        "catering": ("新店装修", "采购食材、支付房租"),
        "construction": ("项目垫资、采购材料", "支付分包款"), "services": ("支付人员工资及日常经营周转", "项目投入"),
    },
    "en": {
        "trade": ("Purchase of stock", "Working capital"), "manufacturing": ("Purchase of machinery", "Raw materials"),
        "catering": ("Fit-out of a second site", "Working capital"), "construction": ("Contract funding", "Plant purchase"),
        "services": ("Working capital", "Recruitment and equipment"),
    },
}  # fmt: skip
_LABELS = {
    "zh": {
        "sum": "申请金额", "term": "申请期限（月）", "purpose": "借款用途", "revenue": "上年度营业收入", "profit": "上年度净利润",
        "assets": "资产总额", "debts": "负债总额", "loans": "银行借款余额",
        "other_debts": "其他借款（含民间借贷）", "employees": "员工人数",
        "related": "关联企业", "with_related": "与其上年度交易额", "goods": "用款计划：货款", "running": "用款计划：日常周转",
    },
    "en": {
        "sum": "Amount requested", "term": "Term (months)", "purpose": "Purpose", "revenue": "Turnover, last year",
        "profit": "Net profit, last year", "assets": "Total assets", "debts": "Total liabilities", "loans": "Bank loans",
        "other_debts": "Other borrowings", "employees": "Employees", "related": "Related company",
        "with_related": "Trade with it, last year",
        "goods": "Use of funds: suppliers", "running": "Use of funds: running costs",
    },
}  # fmt: skip


def applications(book: Workbook) -> Iterator[Document]:
    """The application form.   book: of the version "stated": the borrower says what his statements say"""
    firm = book.firm
    year_end = firm.year_ends[-1]
    year = book.period(year_start(year_end), year_end)
    source = stream(firm.seed, "application")
    step = 5_000_000 if year["revenue"] > 200_000_000 else 1_000_000
    asked = max(int(year["revenue"] * source.uniform(0.08, 0.25)) // step, 1) * step
    goods = int(asked * source.choice((0.6, 0.7, 0.8))) // 10_000 * 10_000
    purpose = source.choice(_PURPOSES[firm.language][firm.industry])
    owed = year["bank_loans_note"]
    amounts = {
        "sum": (asked, None), "goods": (goods, None), "running": (asked - goods, None), "revenue": (year["revenue"], "revenue"),
        "profit": (year["net_profit"], "net_profit"), "assets": (year["total_assets"], "total_assets"),
        "debts": (year["total_liabilities"], "total_liabilities"), "loans": (owed, "bank_loans_note"),
        "other_debts": (_owed_to_persons(book, year_end), None),
    }  # fmt: skip
    texts = {
        "purpose": purpose,
        "term": str(source.choice((6, 12, 12, 12, 24, 36))),
        "employees": str(book.ledgers.books.months[-1].headcount if book.ledgers.books.months else 0),
    }
    labels = _LABELS[firm.language]
    lines = [
        FormLine(name=name, label=labels[name], concept=concept, amounts={"stated": amount}) for name, (amount, concept) in amounts.items()
    ]
    lines += [FormLine(name=name, label=labels[name], texts={"stated": text}) for name, text in texts.items() if text]
    lines += _related(book, labels, year_start(year_end), year_end)
    chinese = firm.language == "zh"
    record = Form(
        record="loan_application",
        form="loan_application",
        title="企业借款申请书" if chinese else "Business loan application",
        entity=firm.name,
        currency=firm.currency,
        start=year_start(year_end),
        end=year_end,
        columns=(FormColumn(name="stated", caption="申请人填写" if chinese else "Applicant's answer", period=year_end, span="year"),),
        lines=tuple(lines),
        head=(
            ("申请人" if chinese else "Applicant", firm.name),
            ("法定代表人" if chinese else "Director", firm.people[0]),
            ("地址" if chinese else "Address", firm.address),
        ),
        foot=(("申请日期" if chinese else "Date", firm.applied.isoformat()),),
    )
    yield Document(id="loan_application", record=record, typed=True)


def _owed_to_persons(book: Workbook, day: date) -> int:
    """What persons have lent the firm, as these books call it, and not got back."""
    lent = {"private_in": 1, "private_out": -1}
    return sum(
        lent[entry.kind] * abs(amount)
        for entry in book.entries
        if entry.kind in lent and entry.day <= day
        for account, amount in entry.postings
        if account == "other_payables"
    )


def _related(book: Workbook, labels: dict[str, str], first: date, last: date) -> Iterator[FormLine]:
    """The firms of the family that the borrower names, two lines each: the name, and what was traded with it in the year, with tax."""
    for party in book.firm.of("related"):
        if party.natural or not party.disclosed:
            continue
        deals = (
            deal for deal in book.ledgers.deals("stated") if deal.party == party.id and deal.status == "valid" and first <= deal.day <= last
        )
        yield FormLine(name=party.id, label=labels["related"], texts={"stated": party.name})
        yield FormLine(name=f"{party.id}-traded", label=labels["with_related"], amounts={"stated": sum(deal.gross for deal in deals)})
