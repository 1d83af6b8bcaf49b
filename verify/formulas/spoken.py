"""A formula in words, with the names of its concepts instead of their ids."""

from __future__ import annotations

from typing import Literal

from verify.formulas.chart import label_of
from verify.formulas.expression import Binary, Call, Name, Negative, Node, Number, Range
from verify.formulas.formula import Formula
from verify.wording import Wording

Language = Literal["zh", "en"]
_LANGUAGES: tuple[Language, Language] = ("zh", "en")
_SUFFIXES = {
    "zh": {
        "open": "（期初）",
        "prior_column": "（上期栏）",
        "last_year_doc": "（上期报表）",
        "previous_month": "（上月）",
        "open_other_month": "（另一月年初）",
    },
    "en": {
        "open": " (opening)",
        "prior_column": " (comparative column)",
        "last_year_doc": " (earlier statement)",
        "previous_month": " (previous month)",
        "open_other_month": " (opening, other month)",
    },
}
_FUNCTIONS = {
    "zh": {
        "children": "{}的各明细之和",
        "indirect": "补充资料中{}的各项之和",
        "lines_between": "{}之间各行之和",
        "avg": "{}的期初期末平均",
        "max": "{}中较大者",
        "min": "{}中较小者",
        "abs": "{}的绝对值",
        "yoy": "{}的同比增长",
        "year_to_date": "{}（本年累计）",
        "sum_months": "{}各月之和",
        "rolling12": "{}（连续十二个月）",
        "q4_december_share": "{}中十二月所占份额",
        "correlation_monthly": "{}的月度相关系数",
        "industry_band": "行业通常范围",
    },
    "en": {
        "children": "the lines of {}",
        "indirect": "the reconciliation to {}",
        "lines_between": "the lines between {}",
        "avg": "the mean of opening and closing {}",
        "max": "the larger of {}",
        "min": "the smaller of {}",
        "abs": "the amount of {} without its sign",
        "yoy": "the growth of {} over a year",
        "year_to_date": "{} of the year to date",
        "sum_months": "the sum of the months' {}",
        "rolling12": "{} of twelve months",
        "q4_december_share": "December's share of {}",
        "correlation_monthly": "the monthly correlation of {}",
        "industry_band": "the usual range of the industry",
    },
}
_QUANTITIES = {
    "vat_rate": Wording("销项税率", "the rate of tax on sales"),
    "months": Wording("月数", "the number of months"),
}
_SIGNS = {
    "zh": {"eq": "=", "le": "≤", "ge": "≥", "in": "在范围内："},
    "en": {"eq": "=", "le": "≤", "ge": "≥", "in": "lies within"},
}


def formula_in_words(formula: Formula) -> Wording:
    """Both sides and the sign between them."""
    if formula.each_line:
        if formula.occasions == "between_months":
            return Wording(
                "每个项目（年初栏）= 同一项目（另一月的年初栏）", "each line (year-opening column) = the same line (of another month)"
            )
        return Wording("每个项目（上期栏）= 同一项目（上期报表）", "each line (comparative column) = the same line (earlier statement)")
    return Wording(*(_sentence(formula, language) for language in _LANGUAGES))


def _sentence(formula: Formula, language: Language) -> str:
    return f"{in_words(formula.lhs, language)} {_SIGNS[language][formula.operator]} {in_words(formula.rhs, language)}"


def in_words(node: Node, language: Language) -> str:
    """One side of a formula."""
    if isinstance(node, Name):
        label = _QUANTITIES.get(node.concept) or label_of(node.concept)
        return (label.zh if language == "zh" else label.en) + ("" if node.at is None else _SUFFIXES[language][node.at])
    if isinstance(node, Number):
        return format(node.value, "f")
    if isinstance(node, Negative):
        return f"-({in_words(node.operand, language)})"
    if isinstance(node, Range):
        return f"[{in_words(node.low, language)}, {in_words(node.high, language)}]"
    if isinstance(node, Call):
        if node.function == "industry_band":
            return _FUNCTIONS[language][node.function]
        between = "与" if language == "zh" else " and "
        inside = between.join(in_words(argument, language) for argument in node.arguments)
        return _FUNCTIONS[language].get(node.function, node.function + "({})").format(inside)
    right = in_words(node.right, language)
    return f"{in_words(node.left, language)} {node.operator} {f'({right})' if isinstance(node.right, Binary) else right}"
