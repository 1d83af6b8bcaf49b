"""Why a formula could not be judged at all: what the loan file lacks."""

from __future__ import annotations

from verify.formulas.chart import label_of
from verify.formulas.formula import Formula
from verify.wording import Wording

_KIND_NAMES = {
    "balance_sheet": Wording("资产负债表", "balance sheet"),
    "income_statement": Wording("利润表", "income statement"),
    "cash_flow": Wording("现金流量表", "cash flow statement"),
    "equity_changes": Wording("所有者权益变动表", "statement of changes in equity"),
    "notes": Wording("附注", "notes"),
}
_FORMAT_NAMES = {
    "xqy": Wording("小企业会计准则格式", "small-enterprise"),
    "cas": Wording("企业会计准则格式", "general Chinese"),
    "cn": Wording("中国格式", "Chinese"),
    "uk": Wording("英国格式", "UK"),
    "uk_frs105": Wording("英国微型企业格式", "UK micro"),
    "western": Wording("西方按功能格式", "Western by-function"),
}


def nothing_to_judge(formula: Formula) -> Wording:
    if formula.occasions == "between_periods":
        return Wording(
            "文件中没有上一期间的报表可供核对。",
            "The loan file holds no earlier statement to compare the prior column with.",
        )
    if formula.occasions == "between_months":
        return Wording("文件中没有同一年不同月份的报表。", "The loan file holds no statements of several months of one year.")
    if formula.occasions == "papers":
        stated = label_of(formula.papers[0])
        return Wording(f"文件中没有“{stated.zh}”的资料。", f"No paper in the loan file states '{stated.en}'.")
    kinds = [_KIND_NAMES[kind] for kind in dict.fromkeys(kind for kind, _ in formula.sources())]
    names_zh, names_en = "、".join(kind.zh for kind in kinds), " and ".join(kind.en for kind in kinds)
    if formula.occasions == "across":
        return Wording(f"文件中没有期间相符的{names_zh}。", f"The loan file holds no {names_en} for one and the same period.")
    if "any" in formula.formats:
        return Wording(f"文件中没有{names_zh}。", f"The loan file holds no {names_en}.")
    layout = [_FORMAT_NAMES[name] for name in sorted(formula.formats)]
    return Wording(
        f"文件中没有{'、'.join(name.zh for name in layout)}的{names_zh}。",
        f"The loan file holds no {names_en} in {' or '.join(name.en for name in layout)} layout.",
    )
