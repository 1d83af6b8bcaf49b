"""The credit bureau's report: every loan of the firm by lender, what is overdue, and what it stands surety for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from samples.books.journal import Entry
from samples.case import Document
from samples.firms.firm import Firm
from samples.records.loans import LOAN_ACCOUNTS, loans
from samples.records.record import Form, FormColumn, FormLine
from samples.streams import stream


def credit_reports(firm: Firm, entries: Iterable[Entry]) -> Iterator[Document]:
    """One report.   entries: of the version "actual"

    Columns "amount" and "balance" are minor units, "overdue" too; texts: "lender", "opened", "due", "class". It tells the balances at
    firm.last and, in the foot, those at each year end, as a lender reads both from the bureau's repayment history.
    """
    entries = tuple(entry for entry in entries if any(account in LOAN_ACCOUNTS for account, _ in entry.postings))
    chinese = firm.language == "zh"
    source = stream(firm.seed, "credit report")
    lines: list[FormLine] = []
    total = 0
    for loan in loans(firm, entries, firm.last):
        party = firm.parties.get(loan.lender)
        # Private lenders do not report to the bureau.
        if party is not None and party.role not in {"lender"}:
            continue
        total += loan.balance
        opened = loan.drawn or firm.first
        lines.append(
            FormLine(
                name=loan.lender or "loan",
                label=party.name if party else "",
                amounts={"amount": max(loan.amount, loan.balance), "balance": loan.balance, "overdue": 0},
                texts={
                    "lender": party.name if party else "",
                    "opened": opened.isoformat(),
                    "due": (opened + timedelta(days=365)).isoformat(),
                    "class": ("正常" if chinese else "Current") if loan.balance else ("结清" if chinese else "Settled"),
                },
            )
        )
    lines.append(
        FormLine(
            name="total",
            label="未结清信贷余额合计" if chinese else "Total outstanding",
            concept="credit_report_loans",
            amounts={"balance": total},
        )
    )
    surety = int(firm.profile.revenue * source.uniform(0.05, 0.4)) // 1_000_000 * 1_000_000 if source.random() < 0.12 else 0
    lines.append(
        FormLine(name="guarantees", label="相关还款责任（对外担保）余额" if chinese else "Guarantees given", amounts={"balance": surety})
    )
    for day in firm.year_ends:
        owed = sum(loan.balance for loan in loans(firm, entries, day) if _reports(firm, loan.lender))
        label = f"{day.year}年12月末信贷余额" if chinese else f"Balance at {day.isoformat()}"
        lines.append(FormLine(name=f"history-{day.year}", label=label, amounts={"history": owed}))
    yield Document(id="credit_report", record=_form(firm, tuple(lines), chinese), issuer="credit_bureau")


def _reports(firm: Firm, lender: str) -> bool:
    party = firm.parties.get(lender)
    return party is None or party.role == "lender"


def _form(firm: Firm, lines: tuple[FormLine, ...], chinese: bool) -> Form:
    captions = (
        ("amount", "借款金额" if chinese else "Original amount"),
        ("balance", "余额" if chinese else "Balance"),
        ("overdue", "逾期总额" if chinese else "Overdue"),
        ("history", "月末余额" if chinese else "Balance then"),
    )
    reported: date = min(firm.applied, firm.last + timedelta(days=20))
    return Form(
        record="credit_report",
        form="credit_report",
        title="企业信用报告" if chinese else "Commercial credit report",
        entity=firm.name,
        currency=firm.currency,
        start=firm.first,
        end=firm.last,
        columns=tuple(FormColumn(name=name, caption=caption, period=firm.last, span="instant") for name, caption in captions),
        lines=lines,
        head=(
            ("企业名称" if chinese else "Company", firm.name),
            ("统一社会信用代码" if chinese else "Company number", firm.tax_id if chinese else firm.company_number),
            ("报告日期" if chinese else "Date of report", reported.isoformat()),
        ),
    )
