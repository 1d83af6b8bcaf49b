"""A second set of papers, drawn after the first one was read whole."""

from __future__ import annotations

from tests.extract.invoice_sheet import Truth

AMOUNT_FIRST = """
 AMOUNT DUE                                                              Lark & Finch Marketing LLC
 $4,868.75                                                               77 W Wacker Dr, Suite 900
 by Aug 14, 2024                                                         Chicago, IL 60601
                                                                         Tax ID 36-4419027
 Invoice              LF-2024-118
 Issued               Jul 15, 2024
 Prepared for         Sunridge Dental Group, PLLC

 TOTAL        HOURS    RATE      WORK
 $2,250.00    15       $150      Campaign strategy, June
 $1,687.50    13.5     $125      Copywriting and landing pages
   $931.25    7.45     $125      Analytics set-up
                                 (tag manager, dashboards)
 $4,868.75    Grand total - no tax applies
"""
AMOUNT_FIRST_TRUTH = Truth(
    number="LF-2024-118", date="2024-07-15", due="2024-08-14", net=None, tax=None, total="4868.75", currency="USD",
    seller="Lark & Finch Marketing LLC", seller_id="36-4419027", buyer="Sunridge Dental Group, PLLC",
    lines=(
        ("Campaign strategy, June", "15", "150", "2250.00", None, None),
        ("Copywriting and landing pages", "13.5", "125", "1687.50", None, None),
        ("Analytics set-up (tag manager, dashboards)", "7.45", "125", "931.25", None, None),
    ),
)  # fmt: skip

WHOLESALE = """
 FENLAND FRUIT & VEG (WHOLESALE) LTD                                   Stand 14, New Spalding Market
 Company No. 07714402   VAT Reg. No. 118 3390 42                       Tel. 01775 555 018
 ------------------------------------------------------------------------------------------------
 INVOICE TO: The Bull Inn              DELIVER TO: Same                 INVOICE NO.: 203318
             Market Place                                               DATE/TAX POINT: 14.08.23
             Holbeach PE12 7LL                                          A/C: BULL01
 ------------------------------------------------------------------------------------------------
 PRODUCT                          ORIGIN     QTY  SIZE       PRICE      VALUE    VAT
 Potatoes Maris Piper             UK           4  25kg        9.50      38.00    Z
 Tomatoes vine                    NL           2  6kg        11.20      22.40    Z
 Strawberries                     UK           8  400g        2.15      17.20    Z
 Ice bags                         UK          10  2kg         1.40      14.00    S
 Orange juice                     ES           6  1L          1.95      11.70    S
 ------------------------------------------------------------------------------------------------
 VAT CODE   RATE     GOODS      VAT       TOTAL GOODS                           103.30
    Z       0.00     77.60     0.00       TOTAL VAT                               5.14
    S      20.00     25.70     5.14       INVOICE TOTAL                         108.44
 ------------------------------------------------------------------------------------------------
 Goods remain our property until paid for. Account terms 7 days: due 21.08.23
"""
WHOLESALE_TRUTH = Truth(
    number="203318", date="2023-08-14", due="2023-08-21", net="103.30", tax="5.14", total="108.44", currency="XXX",
    seller="FENLAND FRUIT & VEG (WHOLESALE) LTD", seller_id="118339042", buyer="The Bull Inn",
    lines=(
        ("Potatoes Maris Piper", "4", "9.50", "38.00", None, None),
        ("Tomatoes vine", "2", "11.20", "22.40", None, None),
        ("Strawberries", "8", "2.15", "17.20", None, None),
        ("Ice bags", "10", "1.40", "14.00", None, None),
        ("Orange juice", "6", "1.95", "11.70", None, None),
    ),
    rates=(("0", "77.60", "0.00"), ("0.2", "25.70", "5.14")),
)  # fmt: skip

GERMAN = """
 Holzbau Brandl GmbH · Sägewerkstr. 4 · 83646 Bad Tölz

 Frau                                                     Rechnungs-Nr.:       24/0719
 Katharina Moser                                          Rechnungsdatum:      12.07.2024
 Lindenweg 9                                              Leistungszeitraum:   Juni 2024
 83661 Lenggries                                          Kunden-Nr.:          10388

 RECHNUNG

 Pos.  Bezeichnung                           Menge   Einh.      EP €        GP €
 1     Dachstuhl abbinden und richten         86,5   m²        64,00    5.536,00
 2     Unterspannbahn verlegen                86,5   m²         7,80      674,70
 3     Gerüst, pauschal                        1,0   psch     890,00      890,00
                                              Summe netto               7.100,70
                                              abzgl. 3 % Nachlass        -213,02
                                              Zwischensumme             6.887,68
                                              zzgl. 19 % USt            1.308,66
                                              Rechnungsbetrag           8.196,34 €
 Zahlbar bis 26.07.2024 ohne Abzug.
 Sparkasse Bad Tölz IBAN DE12 7005 4306 0000 1234 56   USt-IdNr. DE811204473
"""
GERMAN_TRUTH = Truth(
    number="24/0719", date="2024-07-12", due="2024-07-26", net="6887.68", tax="1308.66", total="8196.34", currency="EUR",
    seller="Holzbau Brandl GmbH", seller_id="DE811204473", buyer="Katharina Moser",
    lines=(
        ("Dachstuhl abbinden und richten", "86.5", "64.00", "5536.00", None, None),
        ("Unterspannbahn verlegen", "86.5", "7.80", "674.70", None, None),
        ("Gerüst, pauschal", "1.0", "890.00", "890.00", None, None),
    ),
)  # fmt: skip

SPANISH = """
 TALLERES MENDIETA, S.L.            FACTURA Nº: A-2024/0093
 C.I.F. B48220917                   Fecha: 05/03/2024
 Pol. Ind. Erletxe, 48960 Galdakao  Vencimiento: 04/04/2024
                                    Cliente: Transportes Olabarri S.A.
                                    N.I.F.: A48119302
 Concepto                         Cantidad     Precio      Dto.     Importe
 Revisión frenos tractora                2     210,00       10%      378,00
 Pastillas eje delantero                 4      64,50        0%      258,00
 Mano de obra                          5,5      42,00        0%      231,00
                            Base imponible    % IVA     Cuota IVA       TOTAL
                                    867,00      21%        182,07    1.049,07 €
"""
SPANISH_TRUTH = Truth(
    number="A-2024/0093", date="2024-03-05", due="2024-04-04", net="867.00", tax="182.07", total="1049.07", currency="EUR",
    seller="TALLERES MENDIETA, S.L.", seller_id="B48220917", buyer="Transportes Olabarri S.A.", buyer_id="A48119302",
    lines=(
        ("Revisión frenos tractora", "2", "210.00", "378.00", None, None),
        ("Pastillas eje delantero", "4", "64.50", "258.00", None, None),
        ("Mano de obra", "5.5", "42.00", "231.00", None, None),
    ),
)  # fmt: skip

TRADES = """
 J. R. Tolley Plumbing & Heating                                     Job sheet / Invoice
 Gas Safe 218834       mob 07700 900 118

 Customer:  Mrs P Adeyemi, 6 Orchard Close, Thame OX9 3PL            Ref: 1187
                                                                     Date: 19-2-2024

 Labour       6 hrs          @ 48.00            £288.00
 Materials    Pump UPS2                         £134.60
              Fittings                           £22.15
 Call out                                        £45.00
                                Subtotal        £489.75
                                VAT               nil
                                To pay          £489.75
 Many thanks. Bank: 30-99-50 01882644
"""
TRADES_TRUTH = Truth(
    number="1187", date="2024-02-19", net="489.75", tax=None, total="489.75", currency="GBP",
    seller="J. R. Tolley Plumbing & Heating", buyer="Mrs P Adeyemi",
    lines=(
        ("Labour 6 hrs @ 48.00", "6", "48.00", "288.00", None, None),
        ("Materials Pump UPS2", None, None, "134.60", None, None),
        ("Fittings", None, None, "22.15", None, None),
        ("Call out", None, None, "45.00", None, None),
    ),
)  # fmt: skip

USAGE = """
 Stratus Cloud Services Ireland Ltd                          Tax Invoice
 Adelaide Quay, Dublin 2, IE                                 Invoice ID: SCS-EU-88120447
 VAT ID: IE3668997OH                                         Invoice Date: 2024-10-02
                                                             Billing Period: 2024-09-01 - 2024-09-30
 Bill To Address                                             Payment Due: 2024-11-01
 Ostler Robotics BV
 Keizersgracht 391, Amsterdam
 VAT ID NL862239411B01

 Service                         Usage Quantity    Unit         Rate (EUR)     Charges (EUR)
 Compute c4.large                      1,440.000   Hrs            0.084600            121.82
 Block storage                         2,048.000   GB-Mo          0.021000             43.01
 Data transfer out                       311.482   GB             0.080000             24.92
 Support plan                              1.000   Mo            29.000000             29.00

 Charges                                                         EUR 218.75
 Credits                                                         EUR -18.75
 VAT (0%, reverse charge)                                        EUR 0.00
 Total for this invoice                                          EUR 200.00
"""
USAGE_TRUTH = Truth(
    number="SCS-EU-88120447", date="2024-10-02", due="2024-11-01", net="200.00", tax="0.00", total="200.00", currency="EUR",
    seller="Stratus Cloud Services Ireland Ltd", seller_id="IE3668997OH", buyer="Ostler Robotics BV", buyer_id="NL862239411B01",
    lines=(
        ("Compute c4.large", "1440.000", "0.084600", "121.82", None, None),
        ("Block storage", "2048.000", "0.021000", "43.01", None, None),
        ("Data transfer out", "311.482", "0.080000", "24.92", None, None),
        ("Support plan", "1.000", "29.000000", "29.00", None, None),
    ),
)  # fmt: skip

STOCKIST = """
                                   PACIFIC RIM TOOL SUPPLY
                    9900 Harbor Ave SW, Seattle, WA 98126 · (206) 555-0188
 INVOICE NUMBER    INVOICE DATE    CUSTOMER NO.    CUSTOMER P.O.    TERMS       SALESPERSON
 0455182-IN        11/06/23        00-CASCADE      PO 8831          2%10 N30    MKL

 SOLD TO:                                     SHIP TO:
 CASCADE MILLWORK INC                         CASCADE MILLWORK INC
 2210 COMMERCE ST                             2210 COMMERCE ST
 TACOMA WA 98402                              TACOMA WA 98402

 ITEM NUMBER    UNIT    ORDERED    SHIPPED    BACKORD    PRICE       AMOUNT
 BLD-10-80      EA           12         12          0    58.40       700.80
 80T CARBIDE SAW BLADE 10IN
 DUST-BAG-5     PK            6          4          2    31.95       127.80
 FILTER BAGS PACK OF 5
 /FRT           EA            1          1          0    24.50        24.50
 FREIGHT CHARGE
                                                        NET INVOICE:      853.10
                                                        LESS DISCOUNT:      0.00
                                                        FREIGHT:            0.00
                                                        SALES TAX:         87.87
                                                        INVOICE TOTAL:    940.97
"""
STOCKIST_TRUTH = Truth(
    number="0455182-IN", date="2023-11-06", net="853.10", tax="87.87", total="940.97", currency="XXX",
    seller="PACIFIC RIM TOOL SUPPLY", buyer="CASCADE MILLWORK INC",
    lines=(
        ("80T CARBIDE SAW BLADE 10IN", "12", "58.40", "700.80", None, None),
        ("FILTER BAGS PACK OF 5", "4", "31.95", "127.80", None, None),
        ("FREIGHT CHARGE", "1", "24.50", "24.50", None, None),
    ),
)  # fmt: skip

BAKERY = """
      DAILY CRUMB BAKEHOUSE
   Kings Parade, Cambridge CB2
     VAT 334 9018 25
  12 May 2024  09:31   #0087
  Sourdough lge       x2     9.00
  Almond croissant    x3    10.20
  Flat white          x1     3.40
  ---------------------------
  Items 6
  TOTAL                   £22.60
  Paid VISA ****3321      £22.60
  VAT included @20%        £0.57
"""
BAKERY_TRUTH = Truth(
    kind="receipt", number="0087", date="2024-05-12", net=None, tax="0.57", total="22.60", currency="GBP",
    seller="DAILY CRUMB BAKEHOUSE", seller_id="334901825",
    lines=(
        ("Sourdough lge", "2", None, "9.00", None, None),
        ("Almond croissant", "3", None, "10.20", None, None),
        ("Flat white", "1", None, "3.40", None, None),
    ),
)  # fmt: skip

PHARMACY = """
   FARMASI KASIH IBU SDN BHD (998120-T)
   GST ID : 001298563072
   TAX INVOICE
   Inv No : FK-118820    28/11/2017 17:20
   Paracetamol 500mg
    2   4.50                9.00 ZR
   Vitamin C 1000mg
    1  38.16               38.16 SR
   Thermometer
    1  21.20               21.20 SR
   TOTAL INC GST (RM)      68.36
   ROUNDING                -0.01
   NET TOTAL               68.35
   CASH                   100.00
   CHANGE                  31.65
   SR 6%      56.00         3.36
   ZR 0%       9.00         0.00
"""
PHARMACY_TRUTH = Truth(
    kind="receipt", number="FK-118820", date="2017-11-28", net="65.00", tax="3.36", total="68.35", currency="MYR",
    seller="FARMASI KASIH IBU SDN BHD (998120-T)", seller_id="001298563072",
    lines=(
        ("Paracetamol 500mg", "2", "4.50", "9.00", None, None),
        ("Vitamin C 1000mg", "1", "38.16", "38.16", None, None),
        ("Thermometer", "1", "21.20", "21.20", None, None),
    ),
)  # fmt: skip

GAS = """
 PETROL MART #228  I-80 EXIT 147
 LINCOLN NE 68512
 06/09/2024 06:58:13 AM
 TRAN# 9018824  PUMP# 06
 UNLEADED   CREDIT
 GALLONS     12.418
 $/GAL       $3.299
 FUEL TOTAL  $ 40.97
 CAR WASH    $ 10.00
 SUBTOTAL    $ 50.97
 TAX         $  0.73
 TOTAL       $ 51.70
 MASTERCARD XXXXXXXXXXXX4410
 APPROVED AUTH# 071882
"""
GAS_TRUTH = Truth(
    kind="receipt", number="9018824", date="2024-06-09", net="50.97", tax="0.73", total="51.70", currency="USD",
    seller="PETROL MART #228",
    lines=(
        ("FUEL TOTAL", None, None, "40.97", None, None),
        ("CAR WASH", None, None, "10.00", None, None),
    ),
)  # fmt: skip

ZH_RESTAURANT = """
        川味轩酒家
        结 账 单
  台号: A12      人数: 4
  单据号: 20231208012
  开台: 2023-12-08 18:05
  结账: 2023-12-08 19:47
  --------------------------------
  菜名           数量   单价    金额
  水煮鱼            1  88.00   88.00
  宫保鸡丁          1  42.00   42.00
  米饭              4   3.00   12.00
  酸梅汤(扎)        1  36.00   36.00
  --------------------------------
  消费合计:                   178.00
  折扣(9折):                  -17.80
  抹零:                        -0.20
  实付金额:                   160.00
  支付宝:                     160.00
"""
ZH_RESTAURANT_TRUTH = Truth(
    kind="receipt", number="20231208012", date="2023-12-08", net=None, tax=None, total="160.00", currency="CNY", seller="川味轩酒家",
    lines=(
        ("水煮鱼", "1", "88.00", "88.00", None, None),
        ("宫保鸡丁", "1", "42.00", "42.00", None, None),
        ("米饭", "4", "3.00", "12.00", None, None),
        ("酸梅汤(扎)", "1", "36.00", "36.00", None, None),
    ),
)  # fmt: skip

ZH_SALES_SLIP = """
                       杭州顺达五金建材销售单
 客户：宁波海曙恒泰装饰工程部                          单号：XS-20240611-008
 电话：0574-8735 6610                                  日期：2024-06-11
 序号   品名            规格        单位    数量     单价       金额     备注
  1     镀锌方管        40*40*2     米       120    18.50    2220.00
  2     膨胀螺栓        M10*100     套       300     1.20     360.00
  3     石膏板          1200*2400   张        60    23.80    1428.00   9.5厚
 合计                                       480             4008.00
 合计金额（大写）：肆仟零捌元整                     已付：2000.00   欠款：2008.00
 制单：李萍         送货：王师傅         客户签字：
"""
ZH_SALES_SLIP_TRUTH = Truth(
    kind="receipt", number="XS-20240611-008", date="2024-06-11", net=None, tax=None, total="4008.00", currency="CNY",
    seller="杭州顺达五金建材", buyer="宁波海曙恒泰装饰工程部",
    lines=(
        ("镀锌方管", "120", "18.50", "2220.00", None, None),
        ("膨胀螺栓", "300", "1.20", "360.00", None, None),
        ("石膏板", "60", "23.80", "1428.00", None, None),
    ),
)  # fmt: skip

ZH_TAXI_STYLE = """
                         电子发票（铁路电子客票）
   发票号码：24319110234000087712                 开票日期：2024年08月19日
   上海虹桥站          G7505           杭州东站
   2024年08月17日  09:12开    05车11F号    二等座
   票价：￥73.00
   3301061988****2417   陈晓东
   购买方名称：杭州溪桥信息技术有限公司   统一社会信用代码：91330106MA2KXQ7T5C
   电子客票号：1911023481097712034871
"""
ZH_TAXI_STYLE_TRUTH = Truth(
    number="24319110234000087712", date="2024-08-19", net=None, tax=None, total="73.00", currency="CNY",
    buyer="杭州溪桥信息技术有限公司", buyer_id="91330106MA2KXQ7T5C",
)  # fmt: skip

ZH_WIDE = """
                               深 圳 增 值 税 电 子 普 通 发 票
 发票代码: 044032300111        发票号码: 51188207        开票日期: 2023年05月30日       校验码: 62180 37741 09825 44163
 购买方  名    称: 广州市天河区亮点广告设计工作室(个体工商户)      纳税人识别号: 92440101MA5ARC4Y8N
 销售方  名    称: 深圳市彩虹桥印刷有限公司                        纳税人识别号: 914403007152889161
 序号  货物或应税劳务、服务名称   单位   税率    数量        不含税单价     不含税金额      税额       价税合计
  1    *印刷品*宣传画册           册     13%      500       15.0442478       7522.12      977.88      8500.00
  2    *印刷品*名片               盒     13%       20       44.2477876        884.96      115.04      1000.00
  3    *印刷品*折扣                      13%                                 -398.23      -51.77      -450.00
 合计                                                                        8008.85     1041.15
 价税合计(大写): 玖仟零伍拾圆整                                    (小写): ￥9050.00
 收款人: 何敏    复核: 林坚    开票人: 何敏
"""
ZH_WIDE_TRUTH = Truth(
    number="51188207", date="2023-05-30", net="8008.85", tax="1041.15", total="9050.00", currency="CNY",
    seller="深圳市彩虹桥印刷有限公司", seller_id="914403007152889161",
    buyer="广州市天河区亮点广告设计工作室(个体工商户)", buyer_id="92440101MA5ARC4Y8N",
    lines=(
        ("*印刷品*宣传画册", "500", "15.0442478", "7522.12", "0.13", "977.88"),
        ("*印刷品*名片", "20", "44.2477876", "884.96", "0.13", "115.04"),
        ("*印刷品*折扣", None, None, "-398.23", "0.13", "-51.77"),
    ),
)  # fmt: skip

PAPERS = {
    name.lower(): (drawing, globals()[f"{name}_TRUTH"])
    for name, drawing in list(globals().items())
    if name.isupper() and not name.endswith("_TRUTH") and isinstance(drawing, str)
}
