"""What people and banks write on the lines of a bank statement: type words, and purposes with numbers, months and slips of the pen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from samples.books.journal import Kind
from samples.firms import banks
from samples.firms.firm import Country
from samples.population.splits import Split

#: Kinds that say what another kind says, and where money comes in of which nothing more is known.
_LIKE: dict[str, str] = {
    "sale": "receipt", "sale_return": "refund", "platform_sale": "platform_payout", "note_in": "note_cashed", "purchase": "payment",
    "purchase_return": "other_in", "fiction": "receipt", "bad_debt": "other_out", "exchange": "transfer", "surcharges": "surcharges_paid",
    "income_tax": "income_tax_paid", "wages": "payroll", "prior_year_tax": "income_tax_paid", "surcharges_paid": "vat_paid",
    "grant": "other_in", "disposal": "other_in", "retention_release": "receipt", "capital_in": "owner_in", "capital_out": "owner_out",
    "advance": "receipt", "note_cashed": "receipt", "prepayment": "payment", "capex": "payment", "freight": "payment",
    "office": "other_cost", "entertainment": "other_cost", "advertising": "other_cost", "platform_fee": "other_cost",
    "progress_cost": "payment", "refund": "other_out",
}  # fmt: skip
#: The word of a bank for a kind, by the name it bears in the catalogue of banks.
_TERMS: dict[str, str] = {
    "bank_fee": "fee", "deposit_interest": "interest", "payroll": "payroll", "loan_draw": "loan", "loan_repayment": "repayment",
    "vat_paid": "tax", "surcharges_paid": "tax", "stamp_tax": "tax", "income_tax_paid": "tax", "wage_tax_paid": "tax",
}  # fmt: skip
#: How often a text with the invoice's number is taken where there is one, and how often the pen slips.
_NUMBERED, _SLIPS = 0.45, 0.012
#: What is typed by mistake in Chinese: the next word of the input method.
_MISTYPED = {"货款": "贷款", "材料款": "材枓款", "运费": "运废", "往来款": "往来歀", "房租": "房祖", "采购款": "采购欵", "定金": "订斤"}


@dataclass(frozen=True, slots=True)
class _Texts:
    summaries: tuple[str, ...]
    plain: tuple[str, ...]
    signed: tuple[str, ...]
    monthly: tuple[str, ...]
    numbered: tuple[str, ...]


@cache
def _file() -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(Path(__file__).with_name("narratives.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return content


@cache
def _texts(kind: str, country: Country, split: Split) -> _Texts:
    known = _file()[country]
    while kind not in known:
        kind = _LIKE.get(kind, "other_out" if kind != "other_out" else "other_in")
    texts = known[kind][split]
    purposes = texts["p"].split(";")
    return _Texts(
        summaries=tuple(texts["s"].split(";")),
        plain=tuple(text for text in purposes if "{" not in text) or ("",),
        signed=tuple(text for text in purposes if "{month}" not in text and "{number}" not in text) or ("",),
        monthly=tuple(text for text in purposes if "{month}" in text),
        numbered=tuple(text for text in purposes if "{number}" in text),
    )


def summary(kind: Kind, country: Country, split: Split, source: Random, *, bank: str = "") -> str:
    """摘要, or the type code or word of a movement.   bank: id of a bank, whose own word is taken where it has one"""
    term = _TERMS.get(kind, "")
    if bank and term:
        return banks.bank(bank).terms[term]
    return source.choice(_texts(kind, country, split).summaries)


def purpose(
    kind: Kind, country: Country, split: Split, source: Random, *, number: str = "", month: str | int | None = None, party: str = ""
) -> str:
    """用途, or the reference text of a movement; sometimes "".

    number   of the invoice that is paid   party: who writes it   month: 1 to 12, or "2025-03"
    """
    texts = _texts(kind, country, split)
    year, month = _month(month)
    form = source.random()
    chosen = texts.signed if party else texts.plain
    if number and texts.numbered and form < _NUMBERED:
        chosen = texts.numbered
    elif month and texts.monthly and form < 0.75:
        chosen = texts.monthly
    text = source.choice(chosen)
    if "{" in text:
        text = text.replace("{number}", number).replace("{month}", month).replace("{party}", party).replace("{year}", year)
        text = text.strip().removeprefix("年")
    return _slipped(text, country, source) if source.random() < _SLIPS else text


def _month(month: str | int | None) -> tuple[str, str]:
    """Year ("" when unknown) and month without a leading zero ("" when unknown)."""
    if month is None or month == "":
        return "", ""
    if isinstance(month, int):
        return "", str(month)
    year, _, rest = month.rpartition("-")
    return year, str(int(rest))


def _slipped(text: str, country: Country, source: Random) -> str:
    """The text with one slip: a wrong character in Chinese, two letters exchanged in English; never in a digit."""
    if country == "CN":
        for word, wrong in _MISTYPED.items():
            if word in text:
                return text.replace(word, wrong, 1)
        return text
    places = [place for place in range(1, len(text) - 1) if text[place : place + 2].isalpha() and text[place] != text[place + 1]]
    if not places:
        return text
    place = source.choice(places)
    return f"{text[:place]}{text[place + 1]}{text[place]}{text[place + 2 :]}"
