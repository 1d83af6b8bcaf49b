"""A fourth set of papers, drawn after the first three were read whole."""

from __future__ import annotations

from tests.extract.invoice_sheet import Truth

PRINTER = """
 Redwing Print & Sign Ltd                                          Invoice date      11 Jun 2024
 Unit 12 Bessemer Park, Rotherham S60 1DX                          Invoice number    RW24-0663
 accounts@redwingprint.example                                     Due               11 Jul 2024
 VAT registered: GB 992 4417 03                                    Your order        LB/Expo

 Billed to                          Delivered to
 Lomas Bearings Ltd                 Hall 4 stand B22
 40 Don Street                      Event City
 Sheffield S9 2TR                   Manchester M17 8AS

 Qty    Item                                        Unit £      VAT       Total £
 500    A5 flyers 4/4 170gsm silk                     0.118      0%         59.00
 2      Roller banner 850mm                          64.000     20%        128.00
        inc. carry case and artwork
 1      Exhibition wall 3x2 hire                    210.000     20%        210.00

                                                   Net total              397.00
                                                   VAT                     67.60
                                                   Carriage (inc. VAT)     12.00
                                                   Invoice total         £476.60
"""
PRINTER_TRUTH = Truth(
    number="RW24-0663", date="2024-06-11", due="2024-07-11", net="397.00", tax="67.60", total="476.60", currency="GBP",
    seller="Redwing Print & Sign Ltd", seller_id="GB992441703", buyer="Lomas Bearings Ltd",
    lines=(
        ("A5 flyers 4/4 170gsm silk", "500", "0.118", "59.00", "0", None),
        ("Roller banner 850mm inc. carry case and artwork", "2", "64.000", "128.00", "0.2", None),
        ("Exhibition wall 3x2 hire", "1", "210.000", "210.00", "0.2", None),
    ),
)  # fmt: skip

SOFTWARE = """
 NIMBUS METRICS INC.                                                          INVOICE
 2261 Market Street #4021
 San Francisco, CA 94114                                   Invoice No.:   NM-88213
 EIN: 84-2217650                                           Invoice Date:  01/09/2025
                                                           Due Date:      02/08/2025
 Customer                                                  PO Number:     45-0099812
 Prairie Grain Cooperative
 1800 Elevator Rd
 Salina, KS 67401

 SKU        Product / Service                 Start        End          Qty      List      Disc.     Net price     Extended
 NM-PRO     Metrics Pro annual seat           01/09/25     01/08/26      25    240.00       15%        204.00     5,100.00
 NM-ONB     Onboarding package                                            1    900.00        0%        900.00       900.00

                                                                               Subtotal                        $6,000.00
                                                                               Sales tax (KS 6.5% on services)    $58.50
                                                                               Total                           $6,058.50
                                                                               Amount paid                         $0.00
                                                                               Balance due                     $6,058.50
"""
SOFTWARE_TRUTH = Truth(
    number="NM-88213", date="2025-01-09", due="2025-02-08", net="6000.00", tax="58.50", total="6058.50", currency="USD",
    seller="NIMBUS METRICS INC.", seller_id="84-2217650", buyer="Prairie Grain Cooperative",
    lines=(
        ("Metrics Pro annual seat", "25", "204.00", "5100.00", None, None),
        ("Onboarding package", "1", "900.00", "900.00", None, None),
    ),
)  # fmt: skip

DUTCH = """
 Van Dijk Installatietechniek B.V.                        Factuur
 Industrieweg 18                                          Factuurnummer   2024.0771
 5688 DP Oirschot                                         Factuurdatum    22-05-2024
 Kvk 17099812                                             Vervaldatum     05-06-2024
 BTW-nr NL811209987B01
                                                          Bakkerij Smulders
                                                          Kerkstraat 5
                                                          5611 GH Eindhoven

 Omschrijving                              Aantal      Prijs        BTW        Bedrag
 Onderhoud oven lijn 2                          3      78,00        21%        234,00
 Thermokoppel type K                            2      46,25        21%         92,50
 Voorrijkosten                                  1      35,00        21%         35,00

                                           Subtotaal                         € 361,50
                                           21% BTW over € 361,50             €  75,92
                                           Totaal te voldoen                 € 437,42
"""
DUTCH_TRUTH = Truth(
    number="2024.0771", date="2024-05-22", due="2024-06-05", net="361.50", tax="75.92", total="437.42", currency="EUR",
    seller="Van Dijk Installatietechniek B.V.", seller_id="NL811209987B01", buyer="Bakkerij Smulders",
    lines=(
        ("Onderhoud oven lijn 2", "3", "78.00", "234.00", "0.21", None),
        ("Thermokoppel type K", "2", "46.25", "92.50", "0.21", None),
        ("Voorrijkosten", "1", "35.00", "35.00", "0.21", None),
    ),
)  # fmt: skip

CAFE = """
          The Green Bean
       14 Castle St, Conwy
  Order 42         Eat in
  2024-08-03 12:51
  1 Soup of the day        £6.50
  2 Panini brie           £17.00
    + extra bacon          £1.50
  2 Cappuccino             £7.20
  Subtotal                £32.20
  Service 10%              £3.22
  To pay                  £35.42
  Card                    £35.42
"""
CAFE_TRUTH = Truth(
    kind="receipt", number="42", date="2024-08-03", net=None, tax=None, total="35.42", currency="GBP", seller="The Green Bean",
    lines=(
        ("Soup of the day", "1", None, "6.50", None, None),
        ("Panini brie", "2", None, "17.00", None, None),
        ("+ extra bacon", None, None, "1.50", None, None),
        ("Cappuccino", "2", None, "7.20", None, None),
    ),
)  # fmt: skip

ZH_VEHICLE = """
                           机动车销售统一发票
  开票日期 2023-11-16                发票代码 133012320660
  机打代码 133012320660              发票号码 00418827
  机打号码 00418827                  机器编号 539907883321
  购买方名称      宁波甬联冷链物流有限公司      纳税人识别号   91330203MA2GT5YH3X
  车辆类型   轻型厢式货车    厂牌型号   江铃牌JX5045XXY     产地   南昌
  价税合计   ⊗壹拾贰万捌仟圆整                    小写  ¥128000.00
  销货单位名称    宁波众通汽车销售服务有限公司   电话  0574-87651234
  纳税人识别号    91330212758896317R            账号  3901120009200145678
  增值税税率或征收率   13%    增值税税额  ¥14725.66    主管税务机关及代码
  不含税价   小写  ¥113274.34      完税凭证号码        吨位 1.495   限乘人数 3
"""
ZH_VEHICLE_TRUTH = Truth(
    number="00418827", date="2023-11-16", net="113274.34", tax="14725.66", total="128000.00", currency="CNY",
    seller="宁波众通汽车销售服务有限公司", seller_id="91330212758896317R", buyer="宁波甬联冷链物流有限公司", buyer_id="91330203MA2GT5YH3X",
)  # fmt: skip

ZH_MANY = """
                                电子发票（普通发票）              发票号码：25422000000118870023
                                                                  开票日期：2025年03月11日
 购买方信息  名称：荆州区李记五金店（个体工商户）            销售方信息  名称：武汉鑫耀灯饰照明有限公司
 统一社会信用代码/纳税人识别号：92421003MA4BL3QX8P             统一社会信用代码/纳税人识别号：914201050591988862
 序号 项目名称           规格型号      单位    数量     单价      金额       税率/征收率     税额
  1  *灯具*LED筒灯       7W 4000K      只      200      8.85    1769.91        13%       230.09
  2  *灯具*灯带          5050-60珠     米      300      4.42    1327.43        13%       172.57
  3  *灯具*开关电源      24V 200W      个       10     53.10     530.97        13%        69.03
  4  *灯具*开关电源      24V 200W      个       -1     53.10     -53.10        13%        -6.90
  5  *运输服务*运费                    次        1     91.74      91.74         9%         8.26
 合     计                                                    ¥3666.95                  ¥473.05
 价税合计（大写）   ⊗肆仟壹佰肆拾圆整                       （小写）¥4140.00
 备注  项目：荆州店三月补货
 开票人：周璐
"""
ZH_MANY_TRUTH = Truth(
    number="25422000000118870023", date="2025-03-11", net="3666.95", tax="473.05", total="4140.00", currency="CNY",
    seller="武汉鑫耀灯饰照明有限公司", seller_id="914201050591988862", buyer="荆州区李记五金店（个体工商户）", buyer_id="92421003MA4BL3QX8P",
    lines=(
        ("*灯具*LED筒灯", "200", "8.85", "1769.91", "0.13", "230.09"),
        ("*灯具*灯带", "300", "4.42", "1327.43", "0.13", "172.57"),
        ("*灯具*开关电源", "10", "53.10", "530.97", "0.13", "69.03"),
        ("*灯具*开关电源", "-1", "53.10", "-53.10", "0.13", "-6.90"),
        ("*运输服务*运费", "1", "91.74", "91.74", "0.09", "8.26"),
    ),
)  # fmt: skip

PAPERS = {
    name.lower(): (drawing, globals()[f"{name}_TRUTH"])
    for name, drawing in list(globals().items())
    if name.isupper() and not name.endswith("_TRUTH") and isinstance(drawing, str)
}
