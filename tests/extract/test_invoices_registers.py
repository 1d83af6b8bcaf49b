"""Lists of invoices that no layout was developed on: the tax platform's own export, reports of bookkeeping programs, a bookkeeper's sheet."""

from __future__ import annotations

import pytest

from extract.flow import read
from extract.records import Form, StatementLine

PLATFORM = """全量发票查询导出结果
序号,发票代码,发票号码,数电发票号码,销方识别号,销方名称,购方识别号,购买方名称,开票日期,货物或应税劳务名称,规格型号,单位,数量,单价,金额,税率,税额,价税合计,发票来源,发票票种,发票状态,是否正数发票,发票风险等级,开票人,备注
1,,,24372000000219904417,91370203773506817R,青岛海澜五金机电有限公司,91370700MA3CHK2M4K,潍坊启晟建材有限公司,2024-11-08 10:22:31,*通用设备*截止阀,DN50,只,12,83.19,998.23,13%,129.77,1128.00,电子发票服务平台,数电发票（普通发票）,正常,是,正常,王海燕,
2,3200214130,08164427,,91320594MA1X7T4H52,苏州锐驰精密机械厂,91370700MA3CHK2M4K,潍坊启晟建材有限公司,2024-11-12 09:01:05,*机床零件*滚珠丝杠,2510,根,4,1150.44,4601.77,13%,598.23,5200.00,增值税发票管理系统,增值税专用发票,正常,是,正常,陈芳,
3,,,24372000000230011234,91370203773506817R,青岛海澜五金机电有限公司,91370700MA3CHK2M4K,潍坊启晟建材有限公司,2024-11-20 15:40:00,*通用设备*截止阀,DN50,只,-1,83.19,-83.19,13%,-10.81,-94.00,电子发票服务平台,数电发票（普通发票）,正常,否,正常,王海燕,被红冲
"""
SHEET = """进项发票台账,,,,,,,
开票日期,发票号码,供应商,品名,不含税额,税额,合计,是否认证
2024.3.5,24332000000012345678,宁波恒通物流有限公司,运费,1000.00,90.00,1090.00,已认证
2024.3.18,24332000000012345699,杭州云栖软件有限公司,软件服务,5660.38,339.62,6000.00,未认证
"""
CUSTOMERS = """Northgate Timber Ltd
Customer Invoice Report
From 01/03/2024 to 31/03/2024
Inv Date,Inv #,Client,Due Date,Subtotal,Tax,Total,Paid,Balance
04/03/2024,INV-1180,Calder Homes,03/04/2024,1200.00,240.00,1440.00,1440.00,0.00
11/03/2024,INV-1181,Hythe & Sons,10/04/2024,310.50,62.10,372.60,0.00,372.60
19/03/2024,CN-0044,Calder Homes,,-100.00,-20.00,-120.00,0.00,-120.00
"""
SUPPLIERS = """Purchase Invoice Listing
Date,Type,Supplier Name,Supplier Ref,Our Ref,Nominal,Net Amount (GBP),VAT Code,VAT Amount (GBP),Gross Amount (GBP)
2024-03-04,PI,Oakwood Supplies,88213,P0012,5000,250.00,T1,50.00,300.00
2024-03-09,PC,Oakwood Supplies,CR77,P0013,5000,-25.00,T1,-5.00,-30.00
"""


def figures(line: StatementLine) -> dict[str, str]:
    return {one.column: str(one.figure.value) for one in line.figures}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (PLATFORM, {
            "24372000000219904417": {"net": "998.23", "tax": "129.77", "total": "1128.00"},
            "08164427": {"net": "4601.77", "tax": "598.23", "total": "5200.00"},
            "24372000000230011234": {"net": "-83.19", "tax": "-10.81", "total": "-94.00"},
        }),
        (SHEET, {
            "24332000000012345678": {"net": "1000.00", "tax": "90.00", "total": "1090.00"},
            "24332000000012345699": {"net": "5660.38", "tax": "339.62", "total": "6000.00"},
        }),
        (CUSTOMERS, {
            "INV-1180": {"net": "1200.00", "tax": "240.00", "total": "1440.00", "paid": "1440.00", "balance": "0.00"},
            "INV-1181": {"net": "310.50", "tax": "62.10", "total": "372.60", "paid": "0.00", "balance": "372.60"},
            "CN-0044": {"net": "-100.00", "tax": "-20.00", "total": "-120.00", "paid": "0.00", "balance": "-120.00"},
        }),
        (SUPPLIERS, {
            "88213": {"net": "250.00", "tax": "50.00", "total": "300.00"},
            "CR77": {"net": "-25.00", "tax": "-5.00", "total": "-30.00"},
        }),
    ],
    ids=["platform", "sheet", "customers", "suppliers"],
)  # fmt: skip
def test_every_amount_of_a_list_of_invoices(text: str, wanted: dict[str, dict[str, str]]) -> None:
    document = read(text.encode(), "list.csv")
    (form,) = document.records
    assert document.status == "read" and isinstance(form, Form) and form.form == "invoice_register"
    assert {line.label: figures(line) for line in form.lines} == wanted


def test_day_and_firm_of_each_invoice_are_kept() -> None:
    (form,) = read(CUSTOMERS.encode(), "list.csv").records
    assert isinstance(form, Form)
    texts = dict(form.lines[0].texts)
    assert (texts["day"], texts["party"], texts["due"]) == ("2024-03-04", "Calder Homes", "2024-04-03")
