"""The Chinese forms: 会小企01–03表, 会企01–03表, the tax bureau's electronic filing and what bookkeeping programs print after them."""

from __future__ import annotations

from extract.statements.layout import ColumnCaption, StatementLayout

LAYOUT = StatementLayout(
    seen="the official forms' line lists (财会〔2011〕17号, 财会〔2019〕6号), a quarterly report of a listed company, made-up firms",
    titles={
        "balance_sheet": r"资产负债表",
        "cash_flow": r"现金流量表",
        "income_statement": r"利润表|损益表|利润及利润分配表|收益表",
        "equity_changes": r"(?:所有者|股东)权益变动表",
        "notes": r"(?:财务|会计)报表附注",
    },
    spaced=True,
    columns=(
        ColumnCaption(r"本年累计|累计金额|累计数|年累计", "current", "year_to_date"),
        ColumnCaption(r"本季", "current", "quarter"),
        ColumnCaption(r"本月", "current", "month"),
        ColumnCaption(r"上年同期|上年累计|上年金额|上年数|上期金额|上期数|上年度|去年同期|上年发生额|上期发生额", "prior"),
        ColumnCaption(r"年初余额|年初数|期初余额|期初数|上年年末余额|上年末余额|上年期末余额|年初金额|期初金额", "open"),
        ColumnCaption(r"期末余额|期末数|年末余额|年末数|期末金额|本期余额", "current"),
        ColumnCaption(r"本期金额|本期数|本年金额|本年数|本年度|本期发生额|本年发生额", "current"),
    ),
    sections=(
        ("balance_sheet", r"流动资产", "current_assets"),
        ("balance_sheet", r"非流动资产|长期资产|固定资产及其他", "noncurrent_assets"),
        ("balance_sheet", r"流动负债", "current_liabilities"),
        ("balance_sheet", r"非流动负债|长期负债", "noncurrent_liabilities"),
        ("balance_sheet", r"(?:所有者|股东|业主)权益(?!.*(?:合计|总计)).*", "equity"),
        ("cash_flow", r"经营活动产生的现金流量", "operating"),
        ("cash_flow", r"投资活动产生的现金流量", "investing"),
        ("cash_flow", r"筹资活动产生的现金流量", "financing"),
        ("cash_flow", r"补充资料.*|.*净利润调节为经营活动现金流量.*", "indirect"),
    ),
    label_captions=r"资产|项目|负债(?:和|及)(?:所有者|股东)?权益.*",
    note_captions=r"行次|附注|注释|行号",
)
