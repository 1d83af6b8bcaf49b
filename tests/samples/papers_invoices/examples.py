"""Invoices and registers to try layouts and writers on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samples.records.record import Form, FormColumn, FormLine, Identity, Invoice, InvoiceLine

ZH_KINDS = ("digital_special", "digital_general", "paper_special", "paper_general", "electronic_general")
EN_KINDS = ("invoice", "receipt", "credit_note")
_QR = {"digital_special": "31", "digital_general": "32", "paper_special": "01", "paper_general": "04", "electronic_general": "10"}


def chinese(kind: str, *, lines: int = 2, sign: int = 1) -> Invoice:
    seller = Identity(
        name="宁波海曙申达五金贸易有限公司", tax_id="91330203MA2AGLW58K", address="宁波市海曙区灵桥路229号", phone="0574-87301122",
        bank="江岸银行宁波海曙支行", account="320045518820017364",
    )  # fmt: skip
    buyer = Identity(
        name="杭州顺和机电设备有限公司", tax_id="91330105MA27XPTK31", address="杭州市滨江区江南大道288号", phone="0571-88120045",
        bank="华川银行杭州滨江支行", account="4105338820174459031",
    )  # fmt: skip
    goods = tuple(
        InvoiceLine(
            category="金属制品", description=f"不锈钢法兰 DN{50 + 25 * item}", unit="件", quantity=str(sign * (120 + item)), price="86.4166666667",
            net=sign * (1_037_000 + 11 * item), tax=sign * (134_810 + item), rate="0.13",
        )
        for item in range(lines)
    )  # fmt: skip
    net, tax = sum(line.net for line in goods), sum(line.tax for line in goods)
    digital = kind.startswith("digital")
    number = "25332000000014209621" if digital else "81532753"
    amount = Decimal(net + tax if digital else net).scaleb(-2)
    code = "" if digital else "033002500211"
    check = "" if digital or kind == "paper_special" else "49753264642977383169"
    return Invoice(
        kind=kind, deal="d-1", direction="received", number=number, day=date(2025, 3, 14), seller=seller, buyer=buyer, lines=goods, net=net,
        tax=tax, total=net + tax, capital=net + tax, currency="CNY", code=code, check=check, issuer="王芳",
        qr=f"01,{_QR[kind]},{code},{number},{amount:f},20250314,{check},0816,",
        note="被红冲蓝字数电票号码：25332000000014209600" if sign < 0 else "",
    )  # fmt: skip


def english(kind: str, *, currency: str = "GBP", rate: str = "", lines: int = 3) -> Invoice:
    sign = -1 if kind == "credit_note" else 1
    seller = Identity(
        name="Pemberton Fasteners (Midlands) Limited", tax_id="GB345678927", address="Unit 4, Canal Works, Walsall WS2 8HX",
        phone="01922 496 011", bank="Severn & County Bank", account="20114477",
    )  # fmt: skip
    buyer = Identity(name="Aldgate Fixings Limited", tax_id="GB123456782", address="14 Foundry Lane, Leeds LS9 8AB")
    names = ("M12 anchor bolts, zinc plated", "Delivery", "Resin cartridge 300 ml", "Washers")
    goods = tuple(
        InvoiceLine(
            category=f"PF-{100 + item}", description=names[item % 4], unit="" if item == 1 else "pcs",
            quantity="" if item == 1 else str(sign * (12 + item)), price="" if item == 1 else "10.5", net=sign * (12_600 + 1_050 * item),
            tax=sign * (2_520 + 210 * item), rate="0.2",
        )
        for item in range(lines)
    )  # fmt: skip
    net, tax = sum(line.net for line in goods), sum(line.tax for line in goods)
    return Invoice(
        kind=kind, deal="d-2", direction="received", number="PF-20417", day=date(2025, 3, 14), seller=seller, buyer=buyer, lines=goods, net=net,
        tax=tax, total=net + tax, capital=net + tax, currency=currency, due=None if kind == "receipt" else date(2025, 4, 13),
        note="Credits our invoice PF-20399" if sign < 0 else "", exchange_rate=rate,
    )  # fmt: skip


def register(language: str = "zh", *, rows: int = 30, form: str = "register_issued") -> Form:
    chinese = language == "zh"
    end = date(2025, 12, 31)
    names = ("金额", "税额", "价税合计") if chinese else ("Net", "VAT", "Gross")
    columns = tuple(
        FormColumn(name=name, caption=caption, period=end, span="day") for name, caption in zip(("net", "tax", "total"), names, strict=True)
    )
    lines = []
    for item in range(rows):
        net, tax = (-1 if item == 7 else 1) * (123_456 + 777 * item), (-1 if item == 7 else 1) * (16_049 + item)
        lines.append(
            FormLine(
                name=f"d-{item}",
                label=("宁波海曙申达五金贸易有限公司", "苏州恒力金属制品厂")[item % 2] if chinese else "Hartwell Building Supplies",
                amounts={"net": net, "tax": tax, "total": net + tax},
                texts={
                    "number": f"2533200000001420{item:04d}" if chinese else f"INV-{4000 + item}",
                    "code": "",
                    "day": date(2025, 1 + item * 12 // rows, 1 + item % 28).isoformat(),
                    "party": "宁波海曙申达五金贸易有限公司" if chinese else "Hartwell Building Supplies",
                    "tax_id": "91330203MA2AGLW58K" if chinese else "GB345678927",
                    "kind": "数电票（增值税专用发票）" if chinese else "Invoice",
                    "status": ("已作废" if chinese else "Void") if item == 5 else ("正常" if chinese else ""),
                },
            )
        )
    valid = [line for item, line in enumerate(lines) if item != 5]
    total = {name: sum(line.amounts[name] for line in valid) for name in ("net", "tax", "total")}
    lines.append(FormLine(name="total", label="合计" if chinese else "Total", amounts=total))
    return Form(
        record="invoice_register",
        form=form,
        title="开具发票清单" if chinese else "Sales day book",
        entity="杭州顺和机电设备有限公司" if chinese else "Aldgate Fixings Limited",
        currency="CNY" if chinese else "GBP",
        start=date(2025, 1, 1),
        end=end,
        columns=columns,
        lines=tuple(lines),
        head=(("纳税人识别号", "91330105MA27XPTK31"), ("纳税人名称", "杭州顺和机电设备有限公司"))
        if chinese
        else (("Company", "Aldgate Fixings Limited"),),
    )
