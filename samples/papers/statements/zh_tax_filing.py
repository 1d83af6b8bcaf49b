"""The electronic tax office's export: a grid with the taxpayer's data above, 本期金额 beside 本年累计金额, zeros everywhere, A4 lying."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Line, Row, Table
from samples.papers.statements.chinese_captions import TITLES
from samples.papers.statements.chinese_form import Manner, drawn, form_number, print_time, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement

_APPLICABLE = {"xqy": "（适用执行小企业会计准则的企业）", "cas": "（适用已执行新金融准则、新收入准则和新租赁准则的一般企业）"}


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    current = statement.columns[0]
    # Balances and cumulative figures are of the year so far.
    first = current.period.replace(day=1) if current.span == "month" else current.period.replace(month=1, day=1)
    rows = (
        Row(("纳税人识别号", look.firm.tax_id, "纳税人名称", statement.entity)),
        Row(("税款所属期起", first.isoformat(), "税款所属期止", current.period.isoformat())),
        Row(("报送日期", print_time(statement, look)[:10], "资料状态", "初稿" if statement.draft else "已申报")),
    )
    return (
        Line(centre=f"{TITLES[statement.record]}{_APPLICABLE[statement.framework]}", size=13, strong=True, gap=4),
        Table(
            columns=(Column("", 0.15), Column("", 0.33), Column("", 0.15), Column("", 0.37)),
            rows=rows,
            header=False,
            size=8.2,
            row_height=15.0,
            gap=6,
        ),
        Line(left=form_number(statement, look), right=f"单位：{unit_text(statement, look)}", size=8.2, gap=3),
    )


def _closing(_statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(
            left="声明：此表是根据国家税收法律法规及相关规定填写的，本人（单位）对填报内容的真实性、可靠性、完整性负责。", size=7.6, gap=6
        ),
        Line(
            left=f"法定代表人：{look.firm.people[0]}",
            centre=f"办税人员：{look.firm.people[2]}",
            right="受理税务机关（章）：",
            size=8.2,
            gap=6,
        ),
    )


_MANNER = Manner(
    numbers=(Numbers(nil="0.00", filled=True), Numbers(nil="0.00", filled=True, grouping=False)),
    flows="filing",
    counted="all",
    heading=_heading,
    closing=_closing,
    size=8.2,
    row_height=15.2,
    halves_size=7.6,
    halves_height=11.2,
    margin=36.0,
    wide=(841.89, 595.28),
    wash=0.9,
    footer="打印时间：{printed}    第{page}页 共{pages}页",
)

LAYOUT = Layout(
    name="zh_tax_filing",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas"), units=(1,)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
