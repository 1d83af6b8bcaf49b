"""What a column is about, by everything that stands above it: words of time, of side and of unit, in any wording and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from extract.dates import find_dates
from extract.forms.captions import meanings, unit_of
from extract.forms.layout import ColumnMeaning, FormKind, tight
from extract.forms.period import span_of
from extract.records import Span

#: A unit in a column's caption: 余额（万元）, Amount (£), £'000.
_UNIT = re.compile(
    r"[(（\[]\s*(?:单位[:：])?\s*(?:人民币)?(亿元|万元|千元|元|£|\$|gbp|usd|¥|￥|£?'?000s?)\s*[)）\]]|(?<=[a-z])\s*[£$]$|£['’]?000",
    re.IGNORECASE,
)
_SCALES = {"亿元": Decimal(100_000_000), "万元": Decimal(10_000), "千元": Decimal(1_000), "元": Decimal(1)}
_OPENING = re.compile(r"期初|年初|上期|上年(?:末|结转|余额)|起初|opening|beginning|start|b/?f(?:wd)?\b|broughtforward|prior(?:balance)?")
_YEAR = re.compile(r"本年|累计|全年|ytd|yeartodate")
_MOVED = re.compile(r"本期|本月|本季|当期|发生|movement|activity|period|change|transactions?|adjust|month")
_CLOSING = re.compile(r"期末|月末|年末|余额|closing|ending|balance|c/?f(?:wd)?\b|carriedforward|adjusted|final")
_DEBIT, _CREDIT = re.compile(r"借|debit|(?<![a-z])drs?(?![a-z])"), re.compile(r"贷|credit|(?<![a-z])crs?(?![a-z])")
_SIDE = re.compile(r"方向|借\W?贷|借或贷|d\W?r?/c\W?r?|dr\W?cr|debit/credit|side")
_CUMULATED = re.compile(r"累计|ytd|yeartodate|todate|cumulative")
_PRIOR = re.compile(r"上年|上期|去年|同期|prior|last|previous|comparative")


def meaning_of(kind: FormKind, path: Sequence[str]) -> ColumnMeaning | None:
    """What the column under the captions of `path` (top to bottom) is about; None where nothing of it is known."""
    texts = [text for text in path if text.strip()]
    if not texts:
        return None
    scale = _scale(texts)
    plain = [_UNIT.sub("", text).strip() for text in texts]
    plain = [text for text in plain if text]
    found = _declared(kind, texts) or _declared(kind, plain) or _told(kind, plain or texts)
    return replace(found, scale=scale) if found is not None and scale is not None and found.holds == "amount" else found


def unknown(path: Sequence[str], number: int, *, instant: bool = False) -> ColumnMeaning:
    """The column of amounts under captions that say nothing to this form: kept apart from those that it knows.

    instant   the form is about one day, so that all its columns are, which name no other time
    """
    dated = _dated(path)
    if dated is not None:
        return dated
    if instant and path and not _PRIOR.search(tight("".join(path))):
        return ColumnMeaning("", f"other_{number}", "instant", scale=_scale(path))
    return ColumnMeaning("", f"other_{number}", undated=True, scale=_scale(path))


def worded(path: Sequence[str]) -> bool:
    """Whether captions head words or rates and no amounts."""
    key = tight("".join(path))
    return bool(
        re.search(
            r"率$|比例|倍率|rate|%|编号|号码|代码|日期|名称|摘要|备注|证件|姓名|date|name|remark|note|reference|type|status|示数|单价|电价",
            key,
        )
    )


def _scale(texts: Sequence[str]) -> Decimal | None:
    for text in reversed(texts):
        found = _UNIT.search(text)
        if found is not None:
            word = (found[1] or "").lower()
            if "000" in found[0]:
                return Decimal(1000)
            return _SCALES.get(word)
    return None


def _declared(kind: FormKind, texts: Sequence[str]) -> ColumnMeaning | None:
    """By the patterns of the kind: the whole of the captions, then the lowest with one above it, then the lowest alone."""
    if not texts:
        return None
    lowest = texts[-1]
    tried = ["/".join(texts), "".join(texts)]
    tried += [f"{upper}/{lowest}" for upper in reversed(texts[:-1])] + [f"{upper}{lowest}" for upper in reversed(texts[:-1])]
    for text in tried if len(texts) > 1 else ():
        found = kind.meaning(text)
        if found is not None and found.holds == "amount":
            return found
    if kind.type == "trial_balance" and (side := _trial(texts)) is not None:
        return side
    if (
        kind.form in ("vat_small", "vat_general")
        and len(texts) > 1
        and any(re.match(r"(?:应税)?服务|不动产|无形资产", text) for text in texts)
    ):
        year = _CUMULATED.search("".join(texts)) is not None
        return ColumnMeaning("", "year_services" if year else "month_services", "year_to_date" if year else None)
    return kind.meaning("".join(texts)) or kind.meaning(lowest) or (kind.meaning(texts[0]) if len(texts) > 1 else None)


def _told(kind: FormKind, texts: Sequence[str]) -> ColumnMeaning | None:
    if kind.type == "trial_balance":
        return _trial(texts) or _dated(texts)
    if not texts:
        return None
    key = tight("".join(texts))
    known = next((one for text in (texts[-1], "".join(texts)) for one in meanings(kind.captions, text) if one.confidence == 1.0), None)
    if known is not None and kind.type in {"tax_return", "payroll_return", "utility_bill"}:
        return ColumnMeaning("", tight(texts[-1]), concept=known.concept, headed=True, unit=unit_of(texts[-1]))
    if worded(texts):
        return ColumnMeaning("", key[:24], holds="words")
    dated = _dated(texts)
    if dated is not None:
        return dated
    if kind.type in {"tax_return", "payroll_return"}:
        if _PRIOR.search(key):
            return ColumnMeaning("", "prior", undated=True)
        if _CUMULATED.search(key):
            return ColumnMeaning("", "", "year_to_date")
        if re.search(r"金额|税额|费额|应[缴纳补]|[已实]缴|合计|小计|amount|total|due|paid|收入", key) and len(key) <= 24:
            return ColumnMeaning("", key[:24])
        if re.fullmatch(r"(?:本月|本期|本季度?|当月|当期|thismonth|thisperiod|thisquarter|currentperiod)(?:数|金额|发生额|申报)?", key):
            return ColumnMeaning("")
    return None


def _trial(texts: Sequence[str]) -> ColumnMeaning | None:
    """A trial balance's column: the time by its own words, the side by its own."""
    key = tight("".join(texts))
    if _SIDE.search(key):
        return ColumnMeaning("", "side", holds="words")
    side = "debit" if _DEBIT.search(key) else "credit" if _CREDIT.search(key) else ""
    opening, year = _OPENING.search(key), _YEAR.search(key)
    moved, closing = _MOVED.search(key), _CLOSING.search(key)
    last = tight(texts[-1])
    english = not re.search(r"[一-鿿]", key)
    if opening and not re.search(r"发生", key):
        return ColumnMeaning("", f"opening_{side}".strip("_"), "instant", "before_start")
    if english and year and side and not moved:
        return ColumnMeaning("", f"closing_{side}", "instant")
    if english and year and (moved or side):
        return ColumnMeaning("", f"year_{side}".strip("_"), "year_to_date")
    if year and not english and not re.search(r"余额", key):
        return ColumnMeaning("", f"year_{side}".strip("_"), "year_to_date")
    if (moved and not (closing and not side)) and not re.search(r"期末", key):
        return ColumnMeaning("", f"period_{side}".strip("_"))
    if closing:
        return ColumnMeaning("", f"closing_{side}".strip("_"), "instant")
    if side and len(last) <= 14:
        return ColumnMeaning("", f"closing_{side}", "instant")
    return None


def _dated(texts: Sequence[str]) -> ColumnMeaning | None:
    """A column whose caption is a day or a year: other than the form's own."""
    for text in reversed(texts):
        days = find_dates(text)
        if len(days) == 1:
            return ColumnMeaning("", "", "instant", on=days[0])
        start, end = span_of(text)
        if end is not None and start is not None:
            return ColumnMeaning("", "", _span(start, end), on=end)
        year = re.fullmatch(r"(?:fy)?\s*((?:19|20)\d\d)(?:年度?)?", text.strip().lower())
        if year:
            return ColumnMeaning("", "", "year", on=date(int(year[1]), 12, 31))
    return None


def by_their_neighbours(found: Sequence[tuple[Sequence[str], ColumnMeaning | None]]) -> list[ColumnMeaning | None]:
    """The columns of a trial balance, a bare debit and credit between an opening and a closing balance known for the movements."""
    keys = [tight("".join(path)) for path, _ in found]
    timed = any(_OPENING.search(key) for key in keys) and any(_CLOSING.search(key) and not _OPENING.search(key) for key in keys)
    both = any("年初" in key for key in keys) and any("期初" in key for key in keys)
    result = []
    for key, (_, meaning) in zip(keys, found, strict=True):
        if both and "年初" in key and meaning is not None and meaning.holds == "amount":
            meaning = replace(meaning, name=meaning.name.replace("opening", "year_opening"), day="before_year")
        side = re.fullmatch(r"(借|debit|dr)s?方?(?:金额)?|(贷|credit|cr)s?方?(?:金额)?", key)
        if timed and side is not None and meaning is not None and meaning.holds == "amount":
            meaning = replace(meaning, name="period_debit" if side[1] else "period_credit", span=None)
        result.append(meaning)
    return result


def _span(start: date, end: date) -> Span:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    spans: dict[int, Span] = {1: "month", 3: "quarter", 12: "year"}
    return spans.get(months, "year_to_date")
