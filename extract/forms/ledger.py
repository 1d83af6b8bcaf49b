"""The accounts of a trial balance: which line of the statements an account enters, and which accounts are parts of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.concepts import chart
from extract.forms.captions import Meaning, key_of, known, meanings
from extract.forms.layout import FormKind
from extract.forms.table import Line

_PARTS = re.compile(r"\s*(?:-|－|—|–|_|/|\\|:|：|·)\s*")
#: Signs of the shortest account name that another name is taken to begin with.
_WHOLE = 4
#: Accounts of both Chinese standards by the first four digits of their code, where those agree in what they mean.
_CODES = {
    "1001": "cash_on_hand", "1002": "bank_deposits", "1012": "other_monetary_funds", "1121": "notes_receivable",
    "1122": "trade_receivables", "1123": "prepayments", "1221": "other_receivables", "1403": "raw_materials",
    "1405": "finished_goods", "1601": "fixed_assets_cost", "1602": "accumulated_depreciation", "1604": "construction_in_progress",
    "1701": "intangible_assets", "1801": "long_term_deferred_expenses", "2001": "short_term_borrowings", "2201": "notes_payable",
    "2202": "trade_payables", "2203": "advances_from_customers", "2211": "employee_benefits_payable", "2221": "taxes_payable",
    "2231": "interest_payable", "2232": "dividends_payable", "2241": "other_payables", "2501": "long_term_borrowings",
}  # fmt: skip
#: Words of English account names that no list has, the narrower first.
_WORDS = tuple(
    (re.compile(pattern), concept)
    for pattern, concept in (
        (r"acc(?:um(?:ulated)?)?\.?\s*(?:dep|amort)|depreciation\s*[-:]|less:? depreciation", "accumulated_depreciation"),
        (r"\b(?:interest|bank) (?:expense|charges|fees|paid)|finance charges", "finance_costs"),
        (r"\b(?:expenses?|costs?|hire|repairs?|maintenance|insurance|rent|rates|utilities|wages|salar\w+|payroll)\b", "admin_expenses"),
        (r"\bpurchases\b|cost of (?:goods|sales)|\bcogs\b|direct (?:labou?r|materials)", "cost_of_sales"),
        (r"\b(?:other|interest|sundry|rental) income", "non_operating_income"),
        (r"\bsales\b(?! tax| ledger)|\brevenues?\b|fees earned|\bturnover\b", "revenue"),
        (r"\b(?:bank|checking|savings|chequing|deposit)\b.*\b(?:account|a/c)|checking|savings", "bank_deposits"),
        (r"petty cash|cash (?:drawer|register|float|on hand|in hand)", "cash_on_hand"),
        (r"(?:account|a/c)s? receivable|trade debtors|sales ledger", "trade_receivables"),
        (r"(?:account|a/c)s? payable|trade creditors|purchase ledger", "trade_payables"),
        (r"credit card", "other_payables"),
        (r"\b(?:vat|paye|payroll tax|sales tax|corporation tax|income tax)\b.*(?:payable|liability|control|due|owed)?$", "taxes_payable"),
        (r"(?:loan|note|mortgage|finance|hire purchase|line of credit).*(?:payable|bank|liability)|\bloan\b", "long_term_borrowings"),
        (
            r"equipment|vehicles?|machinery|furniture|fixtures|fittings|computers?|buildings?|leasehold|freehold|\bvans?\b",
            "fixed_assets_cost",
        ),
        (r"\b(?:inventory|stock)\b", "inventories"),
        (r"retained|profit and loss", "retained_earnings"),
        (r"(?:share|capital) (?:capital|stock)|common stock|paid.in capital|capital stock", "paid_in_capital"),
    )
)


def ledger_meanings(kind: FormKind, lines: Sequence[Line]) -> list[tuple[Meaning, ...]]:
    """The concept of each account, by its name, else by its code.

    An account whose parent is printed as well is a part of that one: it gets no concept, or a sum over the concept's lines would count
    it twice.
    """
    codes = {_digits(line.number) for line in lines if line.number}
    chinese = any(re.search(r"[一-鿿]{2}", line.label) for line in lines)
    return [() if _inside(line, codes) else _meaning(kind, line, chinese) for line in lines]


def _meaning(kind: FormKind, line: Line, chinese: bool) -> tuple[Meaning, ...]:
    name = _PARTS.split(line.label.strip(), maxsplit=1)[0] if chinese else line.label
    for label in dict.fromkeys((name, line.label)):
        told = meanings(kind.captions, label)
        if told:
            return told
    if chinese:  # the dash between an account and its part was not seen
        begun = [caption for caption in known(kind.captions) if len(caption) >= _WHOLE and key_of(line.label).startswith(caption)]
        if begun:
            return meanings(kind.captions, max(begun, key=len))
    concept = _CODES.get(_digits(line.number)[:4]) if chinese and line.number else None
    if concept is not None:
        return (Meaning(concept, 0.9),)
    for statement in ("balance_sheet", "income_statement"):
        found = chart().by_label.get((statement, key_of(name)))
        if found is not None and key_of(name) not in chart().ambiguous and not chart()[found].total:
            return (Meaning(found, 0.9),)
    if not chinese:
        plain = f" {line.label.lower()} "
        worded = next((concept for pattern, concept in _WORDS if pattern.search(plain)), None)
        if worded is not None:
            return (Meaning(worded, 0.85),)
    return ()


def _inside(line: Line, codes: set[str]) -> bool:
    """Whether the account above this one in a Chinese chart (1002 above 1002.01 or 100201) stands in the same balance."""
    own = _digits(line.number)
    if len(own) <= 4 or not re.search(r"[一-鿿]", line.label):
        return False
    return any(own[:length] in codes for length in range(4, len(own)))


def _digits(number: str | None) -> str:
    return re.sub(r"\D", "", number or "")
