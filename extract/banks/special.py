"""Rows of a bank's table that are no movements: carried balances and totals, known by what they are called."""

from __future__ import annotations

import re
from typing import Literal

from extract.banks.captions import seems
from extract.banks.cells import Cells

SpecialKind = Literal["brought", "carried", "page_total", "total"]
_SPECIAL: tuple[tuple[SpecialKind, re.Pattern[str]], ...] = (
    (
        "page_total",
        re.compile(
            r"[日月周旬页]计|(?:本页|此页)?小计|本页合计|本页累计|(?:本|当|此|今)?[日页周旬](?:发生额)?(?:合计|小计|总计|累计|发生额)"
            r"|(?:page|daily|day|day's|week(?:ly)?) totals?|totals? (?:for|of) (?:the |this )?(?:day|page|week).*|sub-?\s?totals?",
            re.IGNORECASE,
        ),
    ),
    (
        "brought",
        re.compile(
            r"承前页|承上页|上页(?:结转|转入|承转)|(?:承|接)上页|上页余额|上期结余|期初结余|上期结转|上年结转|上月结转|上期余额|期初余额|月初余额|起始余额|昨日余额|承前余额"
            r"|(?:your )?(?:opening|start|starting|previous|beginning) balance|balance (?:b/?f|brought forward|at start.*)"
            r"|brought forward|b/?f(?:wd)?|balance from (?:previous|last) (?:statement|page)|start of period balance|saldovortrag",
            re.IGNORECASE,
        ),
    ),
    (
        "carried",
        re.compile(
            r"过次页|过下页|转下页|转次页|结转次页|(?:转|结)下页|结转下页|结转下期|结转下年|期末余额|期末结余|本期结余|月末余额|本期余额|截止余额"
            r"|(?:your )?(?:closing|end|ending|final|new) balance|balance (?:c/?f|carried forward|at end.*)"
            r"|carried forward|c/?f(?:wd)?|balance to (?:next|following) (?:statement|page)",
            re.IGNORECASE,
        ),
    ),
    (
        "total",
        re.compile(
            r"合计|总计|累计|本期合计|本月合计|合计金额|本期发生额合计|发生额合计|总合计|合\s*计|本期发生额"
            r"|(?:grand |ending |closing )?totals?(?: (?:for|this|of) (?:the )?(?:period|month|statement))?"
            r"|total (?:movements?|transactions?)"
            r"|totals? and (?:closing|ending) balance"
            r"|totals?:?.{0,3}",
            re.IGNORECASE,
        ),
    ),
)
#: What a row is whose caption only seems to be one (`seems`).
KIND_OF: dict[str, SpecialKind] = {"opening": "brought", "closing": "carried", "total_in": "total", "total_out": "total"}
#: Totals whose captions go on: they are known by the row having no date of its own.
_LONG_TOTAL = re.compile(
    r"(?:本页|本期|本月|本年)?(?:合计|总计|累计)|(?:totals?|turnover)\b(?=.*\b(?:paid|money|debits?|credits?|withdrawals?|deposits?|payments?|receipts?|checks?|fees|charges|additions|subtractions|in|out)\b)",
    re.IGNORECASE,
)
#: A colon ends a caption, and a movement does not begin with one.
CAPTION_END = re.compile(r"[:：]\s*$")


_SECTION_IN = re.compile(
    r"(?:[a-z&/\-]+ ){0,4}(?:deposits?|credits?|additions|receipts|money in|payments in|(?:payments|transfers) received"
    r"|interest (?:paid|earned))"
    r"(?: (?:and|&) (?:other )?(?:additions|credits|deposits|receipts))?(?: ?[(-]? ?continued\)?)?",
    re.IGNORECASE,
)
_SECTION_OUT = re.compile(
    r"(?:[a-z&/\-]+ ){0,4}(?:withdrawals?|checks? paid|checks|cheques|fees|charges|debits|subtractions|payments|purchases|money out"
    r"|payments out|transfers out)(?: (?:and|&) (?:other )?(?:debits|withdrawals|charges|subtractions|fees))?(?: ?[(-]? ?continued\)?)?",
    re.IGNORECASE,
)


def section_title(text: str) -> bool | None:
    """What the title of a table says of all its amounts: True for money out, False for money in, None for neither."""
    text = text.strip(" :")
    return False if _SECTION_IN.fullmatch(text) else True if _SECTION_OUT.fullmatch(text) else None


def special_kind(cells: Cells) -> SpecialKind | None:
    """What kind of carried balance or total a row is; None for a movement."""
    plain = _plain(cells.label)
    # A colon after the first words parts them from what else is printed on the line ("期末余额：… *** 打印结束 ***").
    first = cells.row.chunks[0].text
    named = _plain(first) if CAPTION_END.search(first) and cells.day is None else plain
    for kind, pattern in _SPECIAL:
        if pattern.fullmatch(plain) or pattern.fullmatch(named):
            return kind
    if (guess := seems(named)) is not None and guess in KIND_OF:
        return KIND_OF[guess]
    if cells.day is None and _LONG_TOTAL.match(plain):
        return "page_total" if plain.startswith("本页") else "total"
    return None


#: How many movements a total adds up, behind its name.
_COUNTED = re.compile(r"\s*[（(]?\s*共?\s*\d+\s*(?:笔|条|items?|transactions?|entries)\s*[)）]?\s*$", re.IGNORECASE)


def _plain(label: str) -> str:
    label = _COUNTED.sub("", label)
    body = re.sub(r"[\s:：.*\-]+$|^[\s:：.*\-]+", "", re.sub(r"\s+", " ", label))
    return body.replace(" ", "") if not body.isascii() else body
