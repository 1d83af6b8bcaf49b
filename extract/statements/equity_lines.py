"""What the lines and the columns of a statement of changes in equity mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.concepts import normalise
from extract.dates import find_dates
from extract.statements.label import by_table

#: Components of equity by what stands above their column, the more special first.
_COMPONENTS: tuple[tuple[str, str], ...] = (
    (r"^(?:所有者|股东)?权益(?:合计|总计)$|^(?:合计|总计)$|total(?!.*compre)|shareholders'?(?:equity|funds)$", "total_equity"),
    (
        r"实收资本|股本|called-?upshare|sharecapital|commonstock|issuedcapital|ordinaryshares?|capitalstock|members'?capital|partners'?capital",
        "paid_in_capital",
    ),
    (r"资本公积|sharepremium|paid-?in|additionalpaid|capitalreserve|capitalredemption", "capital_reserve"),
    (r"库存股|treasury|ownshares", "treasury_stock"),
    (r"其他综合收益|othercomprehensive|revaluationreserve|hedgingreserve|translationreserve", "other_comprehensive_income"),
    (r"盈余公积|surplusreserve|statutoryreserve|legalreserve", "surplus_reserve"),
    (r"未分配利润|retained(?:earnings|profits?)|profitand(?:loss)?|profit&loss|accumulated|revenuereserve|^reserves$", "retained_earnings"),
)
#: Lines by their normalised label, the more special first; None: a subtotal or a heading of what stands below it.
_LINES: tuple[tuple[str, str | None], ...] = (
    (r"(?:上年年末余额|上年末余额|上期期末余额)$", "before_adjustments"),
    (r"(?:本年|本期|年|期)初余额$", "eq_opening"),
    (r"(?:本年|本期|年|期)末余额$", "eq_closing"),
    (
        r"会计政策变更|前期差错更正|以前年度损益调整|prior(?:year|period)adjust|correctionoferror|changesinaccounting|effectofchange",
        "eq_prior_adjustments",
    ),
    (r"增减变动(?:金额|额)|^利润分配$|内部结转|total(?:transactions|contributions|distributions|changes)|movementsintheyear", None),
    (r"综合收益总额|totalcomprehensive(?:income|loss|\(loss\))", "eq_profit"),
    (r"^净利润$|^(?:net)?(?:profit|loss|income|earnings|surplus|deficit|\(loss\)/profit|profit/\(loss\)).*", "eq_profit"),
    (r"所有者投入和?减少资本|所有者投入资本$|股东投入", "eq_capital_movement"),
    (
        r"issueof|sharesissued|capitalintroduced|capitalcontribut|contributionsby|proceedsfrom|newshare|repurchase|buy-?back",
        "eq_capital_movement",
    ),
    (r"提取(?:法定|任意)?盈余公积|transfer(?:red)?(?:s)?to(?:the)?(?:legal|statutory|surplus|capital)?reserves?", "eq_reserve_transfer"),
    (
        r"对(?:所有者|股东|投资者).*分配|向投资者分配|应付(?:利润|股利)|dividends?(?!receiv)|distributions?|drawings|withdrawals",
        "eq_distributions",
    ),
    (r"othermovements?|^其他$|专项储备", "eq_other"),
)
_OPENING = re.compile(
    r"(?:start|beginning)of|broughtforward|opening|^(?:as?)?at1[a-z]|^(?:balance,?)?(?:as?)?(?:at)?(?:1(?:st)?january|january1)"
)
_CLOSING = re.compile(r"endof|carriedforward|closing")
_BALANCE = re.compile(
    r"^(?:balances?|equity|(?:as)?at|shareholders'?(?:funds|equity)|retainedearnings|total(?:equity)?)\b|^(?:balances?|asat|at)"
)


@dataclass(frozen=True, slots=True)
class EquityLine:
    """concept: id, "before_adjustments", or None   day: that a balance names, None where it names none"""

    concept: str | None
    confidence: float
    day: date | None = None


def component_of(caption: str) -> str | None:
    """The concept of a column's caption."""
    key = re.sub(r"[（(].*?[)）]|减[:：]?", "", re.sub(r"\s+", "", caption.lower().replace("’", "'")))
    return next((concept for pattern, concept in _COMPONENTS if re.search(pattern, key)), None)


def line_of(label: str) -> EquityLine:
    """What a line is: a balance, a movement, or nothing that is known.

    A balance with a date and no word of start or end is left open ("eq_balance"): where it stands decides.
    """
    key = re.sub(r"^[(（]?[一二三四五六七八九十\d]+[)）][、.]?", "", normalise(label)).replace("’", "'")
    dates = find_dates(label)
    day = max(dates) if dates else None
    if _OPENING.search(key) and not _CLOSING.search(key):
        return EquityLine("eq_opening", 1.0, day)
    if _CLOSING.search(key):
        return EquityLine("eq_closing", 1.0, day)
    if day is not None and (_BALANCE.match(key) or re.match(r"^\d", key)):
        return EquityLine("eq_opening" if (day.day, day.month) == (1, day.month) else "eq_balance", 0.95, day)
    for pattern, concept in _LINES:
        if re.search(pattern, key):
            return EquityLine(concept, 0.95 if concept is not None else 0.0, day)
    return EquityLine(by_table("equity_changes", label), 1.0)


def halves_of(components: Sequence[str | None]) -> list[int]:
    """For each column the half it belongs to: the second begins where a component comes for the second time."""
    half, seen, found = 0, set[str](), []
    for component in components:
        if component is not None and component in seen:
            half, seen = half + 1, set()
        if component is not None:
            seen.add(component)
        found.append(half)
    return found
