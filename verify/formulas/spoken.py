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
    "zh": {"children": "{}的各明细之和", "indirect": "补充资料中{}的各项之和", "lines_between": "{}之间各行之和"},
    "en": {"children": "the lines of {}", "indirect": "the reconciliation to {}", "lines_between": "the lines between {}"},
}
_SIGNS = {"eq": "=", "le": "≤", "ge": "≥"}


def formula_in_words(formula: Formula) -> Wording:
    """Both sides and the sign between them."""
    if formula.each_line:
        return Wording("每个项目（上期栏）= 同一项目（上期报表）", "each line (comparative column) = the same line (earlier statement)")
    sign = _SIGNS[formula.operator]
    return Wording(*(f"{in_words(formula.lhs, language)} {sign} {in_words(formula.rhs, language)}" for language in _LANGUAGES))


def in_words(node: Node, language: Language) -> str:
    """One side of a formula."""
    if isinstance(node, Name):
        label = label_of(node.concept)
        return (label.zh if language == "zh" else label.en) + ("" if node.at is None else _SUFFIXES[language][node.at])
    if isinstance(node, Number):
        return format(node.value, "f")
    if isinstance(node, Negative):
        return f"-({in_words(node.operand, language)})"
    if isinstance(node, Range):
        return f"[{in_words(node.low, language)}, {in_words(node.high, language)}]"
    if isinstance(node, Call):
        between = "与" if language == "zh" else " and "
        inside = between.join(in_words(argument, language) for argument in node.arguments)
        return _FUNCTIONS[language].get(node.function, node.function + "({})").format(inside)
    right = in_words(node.right, language)
    return f"{in_words(node.left, language)} {node.operator} {f'({right})' if isinstance(node.right, Binary) else right}"
