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
        ColumnCaption(
            r"预算|计划|目标|差异|差额|完成率|完成|增减|增长|变动|升降|同比|环比|比重|占比|占.{0,6}(?:比例?|%)|百分比|比例|比率|结构比?|[±+-]?[%％‰]",
            "other",
        ),
        ColumnCaption(r"额|率|幅度|数额|比例|情况|百分点"),
        ColumnCaption(
            r"(?:自?[1一]月?)?[至到—–~～-](?:本|当)月(?:末|止)?(?:累计)?|(?:截[至止]|至)?(?:本|当)月(?:末|止)累计",
            "current",
            "year_to_date",
        ),
        ColumnCaption(r"年初至.{0,6}?(?:累计|末|止|今)", "current", "year_to_date"),
        ColumnCaption(r"(?:年|期)初|(?:上年度?|去年|上期)(?:年|期)?[末底]", "open"),
        ColumnCaption(r"(?:上年|去年|上期)?同[期月季]|上年度?|去年度?|上期|前期", "prior"),
        ColumnCaption(r"本年累计|本期累计|当年累计|年累计", "current", "year_to_date"),
        ColumnCaption(r"累计", None, "year_to_date"),
        ColumnCaption(r"本季度?|当季", "current", "quarter"),
        ColumnCaption(r"本月|当月", "current", "month"),
        ColumnCaption(r"期末|年末|月末|季末|期终|本期|本年度?|当期|当年|今年", "current"),
        ColumnCaption(r"季度|季", None, "quarter"),
        ColumnCaption(r"月度", None, "month"),
        ColumnCaption(r"年度|全年", None, "year"),
        ColumnCaption(r"合计|总计", total=True),
        ColumnCaption(r"实际", actual=True),
        ColumnCaption(r"余额|金额|数|发生|账面(?:余额|价值)?|已审|未审|(?:未)?经?审计|调整后|调整前|重述|追溯|末|止|截至|年|月|日|栏"),
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
    label_captions=(
        r"负债(?:和|及|与|、)?(?:所有者|股东|业主)?(?:权益|净资产)(?:[（(]或?(?:股东|所有者|业主)权益[)）])?(?:项目|类)?|(?:所有者|股东)权益(?:项目|类)?"
        r"|(?:资产|负债)(?:项目|类)?|(?:报表|财务|会计)?项目(?:名称)?|(?:会计)?科目(?:名称)?|摘要|指标"
    ),
    note_captions=r"行次|附注号?|注释号?|行号|序号|编号|附注编号",
)
