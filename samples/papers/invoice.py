"""Invoices: the fully digital Chinese VAT invoice (数电票), and a British VAT invoice."""

from __future__ import annotations

from datetime import date, timedelta

from samples.capitals import capitals
from samples.company import Firm, Partner
from samples.ledger import Deal, DealLine
from samples.papers.paper import Block, Column, Entry, Line, Paper, Row, Table, grouped, main_units


def _own(firm: Firm) -> Partner:
    return Partner(name=firm.name, tax_id=firm.tax_id, address=firm.address, bank=firm.branch, account=firm.account, terms=0)


def parties(firm: Firm, deal: Deal) -> tuple[Partner, Partner]:
    """Seller and buyer of `deal`."""
    if deal.kind == "sale":
        return _own(firm), firm.customers[deal.party]
    return firm.suppliers[deal.party], _own(firm)


def _figure(label: str, day: date, minor: int, field: str, item: int | None = None, sign: str = "") -> Entry:
    value = main_units(minor)
    return Entry(label=label, concept=None, period=day, span="day", value=value, printed=sign + grouped(value), field=field, item=item)


def chinese(firm: Firm, deal: Deal) -> Paper:
    """电子发票（增值税专用发票）: twenty-digit number, parties side by side, lines, total in capitals and in figures."""
    seller, buyer = parties(firm, deal)
    day = deal.day
    rows = [_chinese_line(line, day, item, firm.profile.vat) for item, line in enumerate(deal.lines, 1)]
    rows += [Row(("",))] * (5 - len(rows))
    rows.append(
        Row(
            (
                "合　　　计",
                None,
                None,
                None,
                None,
                _figure("合计金额", day, deal.net, "net", sign="¥"),
                None,
                _figure("合计税额", day, deal.tax, "tax", sign="¥"),
            ),
            "strong",
        )
    )
    items = Table(
        columns=(
            Column("项目名称", 0.28),
            Column("规格型号", 0.09, "centre"),
            Column("单位", 0.06, "centre"),
            Column("数量", 0.08, "right"),
            Column("单价", 0.12, "right"),
            Column("金额", 0.15, "right"),
            Column("税率/征收率", 0.11, "centre"),
            Column("税额", 0.13, "right"),
        ),
        rows=tuple(rows),
        frame="columns",
        size=8.4,
        row_height=15.0,
        gap=0,
    )
    blocks: tuple[Block, ...] = (
        Line(centre="电子发票（增值税专用发票）", size=16, strong=True, gap=0),
        Line(right=f"发票号码：{deal.number}", size=9, gap=2),
        Line(right=f"开票日期：{day.year}年{day.month:02d}月{day.day:02d}日", size=9),
        _chinese_parties(seller, buyer),
        items,
        *_chinese_foot(deal, seller),
        Line(left=f"开票人：{firm.people[2] if deal.kind == 'sale' else '系统管理员'}", size=9, gap=8),
    )
    # 210 by 140 mm, the size in which the tax platform renders these invoices.
    return Paper(record="invoice", language="zh", face="song", blocks=blocks, margin=30.0, height=396.85)


def _chinese_parties(seller: Partner, buyer: Partner) -> Table:
    return Table(
        columns=(Column("", 0.04, "centre"), Column("", 0.46), Column("", 0.04, "centre"), Column("", 0.46)),
        rows=(
            Row(("购", "", "销", "")),
            Row(("买", f"名称：{buyer.name}", "售", f"名称：{seller.name}")),
            Row(("方", "", "方", "")),
            Row(("信", f"统一社会信用代码/纳税人识别号：{buyer.tax_id}", "信", f"统一社会信用代码/纳税人识别号：{seller.tax_id}")),
            Row(("息", "", "息", "")),
        ),
        header=False,
        frame="columns",
        size=8.4,
        row_height=11.5,
    )


def _chinese_foot(deal: Deal, seller: Partner) -> tuple[Table, Table]:
    """The total in capitals and in figures, and the remarks."""
    total = Table(
        columns=(Column("", 0.2, "centre"), Column("", 0.45), Column("", 0.1, "centre"), Column("", 0.25)),
        rows=(
            Row(("价税合计（大写）", f"⊗{capitals(deal.gross)}", "（小写）", _figure("价税合计", deal.day, deal.gross, "total", sign="¥"))),
        ),
        header=False,
        size=9.0,
        row_height=20.0,
        gap=0,
    )
    remark = Table(
        columns=(Column("", 0.04, "centre"), Column("", 0.96)),
        rows=(Row(("备", f"销方开户银行：{seller.bank}　银行账号：{seller.account}")), Row(("注", ""))),
        header=False,
        frame="columns",
        size=8.4,
        row_height=18.0,
        gap=0,
    )
    return total, remark


def _chinese_line(line: DealLine, day: date, item: int, vat: int) -> Row:
    return Row(
        (
            f"*{line.category}*{line.name}",
            "",
            line.unit,
            str(line.quantity),
            _figure(line.name, day, line.price, "line_unit_price", item),
            _figure(line.name, day, line.net, "line_net", item),
            f"{vat / 10:g}%",
            _figure(line.name, day, line.tax, "line_tax", item),
        )
    )


def english(firm: Firm, deal: Deal) -> Paper:
    """A British VAT invoice: seller, buyer, VAT number, tax point, lines, net, VAT and total."""
    seller, buyer = parties(firm, deal)
    day = deal.day
    rows = [
        Row(
            (
                line.category,
                line.name,
                str(line.quantity),
                _figure(line.name, day, line.price, "line_unit_price", item),
                f"{firm.profile.vat / 10:g}%",
                _figure(line.name, day, line.net, "line_net", item),
            )
        )
        for item, line in enumerate(deal.lines, 1)
    ]
    rows += [
        Row((None, None, None, "Subtotal", None, _figure("Subtotal", day, deal.net, "net")), "subtotal"),
        Row((None, None, None, f"VAT at {firm.profile.vat / 10:g}%", None, _figure("VAT", day, deal.tax, "tax"))),
        Row((None, None, None, "Total due", None, _figure("Total due", day, deal.gross, "total", sign="£")), "total"),
    ]
    columns = (
        Column("Code", 0.11),
        Column("Description", 0.4),
        Column("Qty", 0.08, "right"),
        Column("Unit price £", 0.15, "right"),
        Column("VAT", 0.09, "right"),
        Column("Net £", 0.17, "right"),
    )
    terms = firm.customers[deal.party].terms if deal.kind == "sale" else firm.suppliers[deal.party].terms
    due = day + timedelta(terms)
    blocks: tuple[Block, ...] = (
        Line(left=seller.name, right="INVOICE", size=16, strong=True, gap=8),
        Line(left=seller.address, size=9, gap=6),
        Line(left=f"VAT registration number {seller.tax_id}", size=9),
        Line(left=f"Invoice to: {buyer.name}", right=f"Invoice number: {deal.number}", size=10, gap=26),
        Line(left=buyer.address, right=f"Invoice date: {_slashed(day)}", size=10),
        Line(left="", right=f"Due date: {_slashed(due)}", size=10),
        Line(left="", size=8, gap=6),
        Table(columns=columns, rows=tuple(rows), frame="open", size=9.4, row_height=20.0),
        Line(
            left=f"Please pay by bank transfer to {seller.name}, account number {seller.account}, quoting the invoice number.",
            size=8.5,
            gap=30,
        ),
    )
    return Paper(record="invoice", language="en", face=firm.style.face if deal.kind == "sale" else "sans", blocks=blocks, margin=56.0)


def _slashed(day: date) -> str:
    return f"{day:%d/%m/%Y}"
