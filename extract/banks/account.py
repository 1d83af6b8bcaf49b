"""Whose account a statement is of, at which bank, in what currency, and for what time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.banks.captions import Caption, Captioned, account_in, captions_of, currency_in, is_period, period_in
from extract.dates import find_dates
from extract.tables.lines import Row

_COMPANY = re.compile(
    r"\b(?:limited|ltd|llp|plc|inc|llc|l\.?l\.?c|corp|corporation|gmbh|co)\b\.?$|(?:公司|商行|经营部|个体工商户|合作社)$", re.IGNORECASE
)
_BANK_ZH = re.compile(r"[\u4e00-\u9fff]{2,16}?(?:银行|信用社|信用合作联社)(?:股份有限公司|有限责任公司)?")
_BANK_EN = re.compile(
    r"\b(?:Barclays|HSBC(?: UK| Hong Kong)?|Lloyds(?: Bank)?|NatWest|Santander|Monzo|Starling|Revolut|Metro Bank|TSB|Nationwide"
    r"|Halifax|Royal Bank of Scotland|Co-operative Bank|Bank of Scotland|Bank of America|Wells Fargo|Chase|Citibank|Standard Chartered)\b"
    r"|\b(?:[A-Z][\w&'-]+ ){1,4}Bank(?: plc| PLC| Limited| Ltd)?\b|\bBank of (?:[A-Z]\w+ ?){1,3}"
)
_PERIOD_LINE = re.compile(r"statement|period|from|to|thr(?:o?u|ough)|期间|起止|日期|时间|至", re.IGNORECASE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: Days from the first to the last of a period.
_LONGEST = 1100
#: Rows of the opening of a document in which its bank and holder are looked for.
_OPENING_ROWS = 40


@dataclass(frozen=True, slots=True)
class Account:
    """What the rows around a table say. None where they say nothing."""

    holder: str | None
    number: str | None
    bank: str | None
    currency: str | None
    start: date | None
    end: date | None
    printed_on: date | None
    captions: tuple[Captioned, ...]

    def first(self, caption: Caption) -> Captioned | None:
        """The first printed amount under `caption`."""
        return next((item for item in self.captions if item.caption == caption and item.amount() is not None), None)


def account_of(rows: Sequence[Row]) -> Account:
    """What `rows`, the heading and the foot of one statement, say about it."""
    captions = tuple(captions_of(rows))
    start, end = _period(captions, rows)
    printed = [day for item in captions if item.caption == "printed_on" for day in find_dates(item.value)[:1]]
    number = next((found for item in captions if item.caption == "account" and (found := account_in(item.value))), None)
    bank = _value(captions, "bank")
    return Account(
        holder=_value(captions, "holder") or _company_line(rows),
        number=number,
        bank=bank or _bank_line(rows),
        currency=next((code for item in captions if item.caption == "currency" and (code := currency_in(item.value))), None),
        start=start,
        end=end,
        printed_on=printed[0] if printed else None,
        captions=captions,
    )


def _value(captions: Sequence[Captioned], caption: Caption) -> str | None:
    return next((item.value for item in captions if item.caption == caption and len(item.value) > 1), None)


def _period(captions: Sequence[Captioned], rows: Sequence[Row]) -> tuple[date | None, date | None]:
    for item in captions:
        if item.caption == "period":
            start, end = period_in(item.value)
            if start is not None:
                return start, end
    start = next((day for item in captions if item.caption == "start" for day in find_dates(item.value)[:1]), None)
    end = next((day for item in captions if item.caption == "end" for day in find_dates(item.value)[:1]), None)
    if start is not None and end is not None:
        return start, end
    for row in rows[:_OPENING_ROWS]:
        if _PERIOD_LINE.search(row.text):
            first, last = period_in(row.text)
            if first is not None and first != last:
                return first, last
    if start is None and end is None:
        return _two_days(rows)
    return start, end


def _two_days(rows: Sequence[Row]) -> tuple[date | None, date | None]:
    """The first text of the opening that prints two days with nothing but a word for "to" between them, whatever it is called."""
    for row in rows[:_OPENING_ROWS]:
        for text in (*(chunk.text for chunk in row.chunks), row.text):
            first, last = period_in(text)
            if first is not None and last is not None and first < last and (last - first).days <= _LONGEST and is_period(text):
                return first, last
    return None, None


def _company_line(rows: Sequence[Row]) -> str | None:
    """The first line that is a firm's name, where the holder stands as an address without a caption."""
    for row in rows[:_OPENING_ROWS]:
        for chunk in row.chunks:
            text = chunk.text.strip(" ,，.:：")
            if 4 <= len(text) <= 60 and _COMPANY.search(text) and not _BANK_ZH.search(text) and not re.search(r"\bbank\b|:", text, re.I):
                return chunk.text.strip(" ,，:：")
    return None


def _bank_line(rows: Sequence[Row]) -> str | None:
    for pattern in (_BANK_ZH, _BANK_EN):
        for row in rows[:_OPENING_ROWS]:
            for chunk in row.chunks:
                found = pattern.search(chunk.text)
                if found and len(chunk.text) <= 60:
                    return found.group().strip()
    return None


def is_chinese(rows: Sequence[Row]) -> bool:
    """Whether the paper is in Chinese: at least a fifth of its letters are."""
    text = "".join(row.text for row in rows[:200])
    letters = sum(character.isalpha() for character in text)
    return letters > 0 and len(_CHINESE.findall(text)) * 5 >= letters
