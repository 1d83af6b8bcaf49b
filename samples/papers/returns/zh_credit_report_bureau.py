"""企业信用报告 of the bureau: numbered parts, grids, a stamp of the querying office."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.credit_sections import Parts, drawn
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("（自主查询版）", pairs="grid", size=17, unit="金额单位：元"),
    closing=signed(declaration="本报告中的信息由相关机构提供，征信中心不对其真实性和准确性作保证。"),
    numbers=Numbers(nil="0.00"),
    number="",
    item="项目",
    row_height=18.0,
    size=8.6,
    wash=0.92,
    footer="第{page}页 共{pages}页",
)
_PARTS = Parts(
    loans="一、信贷交易信息明细（中长期借款、短期借款）",
    totals="二、信息概要",
    history="三、还款表现（历史余额）",
    texts=(("opened", "开立日期"), ("due", "到期日"), ("class", "五级分类")),
    item="授信机构",
)

LAYOUT = Layout(
    name="zh_credit_report_bureau",
    split="develop",
    language="zh",
    suits=suits("credit_report"),
    draw=lambda record, look: drawn(record, look, _PAGE, _PARTS),
)
