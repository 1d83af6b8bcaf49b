"""A third set of papers, drawn after the first two were read whole."""

from __future__ import annotations

from tests.extract.invoice_sheet import Truth

CARE = """
 Harbourside Nursery                                                    Statement of fees - Invoice
 Ofsted EY489120                                                        Invoice ref    HN/5512
 9 Quay Street, Poole BH15 1HA                                          Raised on      27 August 2024
                                                                        To be paid by  1 September 2024
 Parent/carer: Ms T Okoro
 Child: E.O.

 Date range              Sessions     Session fee     Funding       Fee
 02/09 - 06/09 2024             5           58.00     -120.00    170.00
 09/09 - 13/09 2024             5           58.00     -120.00    170.00
 16/09 - 20/09 2024             4           58.00     -120.00    112.00
 Lunches                       14            3.20                 44.80

                                     Total fees this month       496.80
                                     Balance brought forward      12.50
                                     Now payable                £509.30
"""
CARE_TRUTH = Truth(
    number="HN/5512", date="2024-08-27", due="2024-09-01", net=None, tax=None, total="496.80", currency="GBP",
    seller="Harbourside Nursery", buyer="Ms T Okoro",
    lines=(
        ("02/09 - 06/09 2024", "5", "58.00", "170.00", None, None),
        ("09/09 - 13/09 2024", "5", "58.00", "170.00", None, None),
        ("16/09 - 20/09 2024", "4", "58.00", "112.00", None, None),
        ("Lunches", "14", "3.20", "44.80", None, None),
    ),
)  # fmt: skip

HAULIER = """
 DENBIGH HAULAGE                               INVOICE
 Tel/Fax 01745 555019
 VAT Reg: 604 7718 32                          Our Invoice No.   D/7781
 To                                            Invoice Date      31/10/2023
 Clwyd Feeds Ltd                               Account           CLW01
 Ruthin Road
 Mold CH7 1UF

 Date       Docket   From        To           Tonnes    Rate £      £
 03/10/23   22817    Liverpool   Mold          24.62     11.40    280.67
 11/10/23   22840    Liverpool   Mold          25.10     11.40    286.14
 24/10/23   22876    Avonmouth   Wrexham       23.85     19.75    471.04
                                             Fuel surcharge 8%     83.03
                                             Nett                1,120.88
                                             VAT 20%               224.18
                                             Total               1,345.06
"""
HAULIER_TRUTH = Truth(
    number="D/7781", date="2023-10-31", net="1120.88", tax="224.18", total="1345.06", currency="GBP",
    seller="DENBIGH HAULAGE", seller_id="604771832", buyer="Clwyd Feeds Ltd",
    lines=(
        ("Liverpool Mold", "24.62", "11.40", "280.67", None, None),
        ("Liverpool Mold", "25.10", "11.40", "286.14", None, None),
        ("Avonmouth Wrexham", "23.85", "19.75", "471.04", None, None),
    ),
)  # fmt: skip

LAWYERS = """
 MERRICK STOWE LLP
 Attorneys at Law
 400 Grant Street, Suite 2100, Pittsburgh, PA 15219             Federal Tax ID: 25-1897734

 Allegheny Machine Works, Inc.                                   May 6, 2024
 Attn: General Counsel                                           Invoice No. 118845
 12 Foundry Way                                                  Client/Matter: 20914-0003
 Braddock, PA 15104                                              Terms: Payable upon receipt

 FOR PROFESSIONAL SERVICES RENDERED through April 30, 2024

 Date        Timekeeper    Description of services                      Hours      Rate       Amount
 04/03/2024  RMS           Review supply agreement; call with client     1.40    425.00       595.00
 04/11/2024  JTK           Draft amendment no. 2                         3.20    310.00       992.00
 04/26/2024  RMS           Negotiate indemnity terms with opposing       2.10    425.00       892.50
                           counsel; revise draft
                                                     Total hours         6.70
                                                     Fees                                   2,479.50
 Costs advanced
 04/29/2024                Courier                                                             38.75
                                                     Costs                                     38.75
                                                     TOTAL THIS INVOICE                    $2,518.25
                                                     Previous balance                      $1,100.00
                                                     Payment received 04/15/2024          ($1,100.00)
                                                     TOTAL DUE                             $2,518.25
"""
LAWYERS_TRUTH = Truth(
    number="118845", date="2024-05-06", net=None, tax=None, total="2518.25", currency="USD",
    seller="MERRICK STOWE LLP", seller_id="25-1897734", buyer="Allegheny Machine Works, Inc.",
    lines=(
        ("Review supply agreement; call with client", "1.40", "425.00", "595.00", None, None),
        ("Draft amendment no. 2", "3.20", "310.00", "992.00", None, None),
        ("Negotiate indemnity terms with opposing counsel; revise draft", "2.10", "425.00", "892.50", None, None),
    ),
)  # fmt: skip

ITALIAN = """
 Officine Bellotti S.r.l.                             FATTURA n. 212/2024 del 30/06/2024
 Via dei Mille 41, 25121 Brescia
 P.IVA 03312250178                                    Spett.le
                                                      Valtrompia Stampi S.p.A.
                                                      Via Artigiani 8, 25064 Gussago
                                                      P.IVA 01745930176
 Descrizione                          Q.tà    Prezzo unit.    Sconto %     Importo   IVA
 Tornitura albero D.80                  12          74,50        5,0        849,30    22
 Rettifica sede cuscinetto              24          18,00                   432,00    22

                                             Totale imponibile        1.281,30
                                             IVA 22%                    281,89
                                             Totale documento       € 1.563,19
 Scadenza 31/08/2024
"""
ITALIAN_TRUTH = Truth(
    number="212/2024", date="2024-06-30", due="2024-08-31", net="1281.30", tax="281.89", total="1563.19", currency="EUR",
    seller="Officine Bellotti S.r.l.", seller_id="03312250178", buyer="Valtrompia Stampi S.p.A.", buyer_id="01745930176",
    lines=(
        ("Tornitura albero D.80", "12", "74.50", "849.30", "0.22", None),
        ("Rettifica sede cuscinetto", "24", "18.00", "432.00", "0.22", None),
    ),
)  # fmt: skip

SELF_BILL = """
                                 SELF-BILLED INVOICE
 Issued by (customer)                          Supplier
 Portland Aggregates Ltd                       K & D Plant Hire
 Wharf Lane, Weymouth DT4 8DX                  3 Farm Cottages, Dorchester DT2 9PL
 VAT no. GB 771 0043 28                        VAT no. GB 358 2217 90

 Self bill ref: SB-004417      Tax point: 30-Nov-2023      Payment date: 29-Dec-2023

 Ticket     Machine              Days      Day rate        Net      VAT rate      VAT      Gross
 T-8817     13t excavator           9        185.00    1,665.00       20%      333.00   1,998.00
 T-8822     9t dumper               4         95.00      380.00       20%       76.00     456.00
 Totals                            13                  2,045.00                409.00   2,454.00
 The VAT shown is your output tax due to HM Revenue & Customs.
"""
SELF_BILL_TRUTH = Truth(
    number="SB-004417", date="2023-11-30", due="2023-12-29", net="2045.00", tax="409.00", total="2454.00", currency="XXX",
    seller="K & D Plant Hire", seller_id="GB358221790", buyer="Portland Aggregates Ltd", buyer_id="GB771004328",
    lines=(
        ("13t excavator", "9", "185.00", "1665.00", "0.2", "333.00"),
        ("9t dumper", "4", "95.00", "380.00", "0.2", "76.00"),
    ),
)  # fmt: skip

SUPERSTORE = """
       MEGA VALUE #1187
  4410 S 27TH ST MILWAUKEE WI 53221
  ST# 01187 OP# 009041 TE# 41 TR# 02219
  BANANAS       000000004011      1.62 F
  MILK GAL      007874235186      3.48 F
  BATTERY AA    004133303648     12.97 X
  SHIRT         019382211874     14.96 X
      SUBTOTAL                   33.03
      TAX 1  5.500 %              1.54
      TOTAL                      34.57
      DEBIT TEND                 34.57
      CHANGE DUE                  0.00
  # ITEMS SOLD 4
  11/23/24     17:42:18
"""
SUPERSTORE_TRUTH = Truth(
    kind="receipt", number="02219", date="2024-11-23", net="33.03", tax="1.54", total="34.57", currency="XXX", seller="MEGA VALUE #1187",
    lines=(
        ("BANANAS", None, None, "1.62", None, None),
        ("MILK GAL", None, None, "3.48", None, None),
        ("BATTERY AA", None, None, "12.97", None, None),
        ("SHIRT", None, None, "14.96", None, None),
    ),
)  # fmt: skip

ZH_SERVICE = """
                              电子发票（增值税专用发票）
                                                            发票号码：25312000000219770345
                                                            开票日期：2025年06月30日
 购买方信息 名称：苏州纳川生物技术有限公司                   销售方信息 名称：上海锐思企业管理咨询有限公司
 统一社会信用代码/纳税人识别号：91320505MA1X92TK7Q            统一社会信用代码/纳税人识别号：91310115MA1K4DXY2R
  项目名称                 规格型号   单位   数量      单价            金额        税率/征收率      税额
 *现代服务*技术服务费                  项     1    188679.245283     188679.25        6%         11320.75
 *咨询费*尽职调查报告编                份     2     23584.905660      47169.81        6%          2830.19
 制及咨询
  合      计                                                      ¥235849.06                  ¥14150.94
  价税合计（大写）      ⊗贰拾伍万圆整                          （小写）¥250000.00
  备注 购买方地址：苏州市吴中区 电话：0512-66881234 购方开户银行：中国农业银行 银行账号：10549901040017623
 开票人：沈洁       收款人：张敏     复核人：刘倩
"""
ZH_SERVICE_TRUTH = Truth(
    number="25312000000219770345", date="2025-06-30", net="235849.06", tax="14150.94", total="250000.00", currency="CNY",
    seller="上海锐思企业管理咨询有限公司", seller_id="91310115MA1K4DXY2R", buyer="苏州纳川生物技术有限公司", buyer_id="91320505MA1X92TK7Q",
    lines=(
        ("*现代服务*技术服务费", "1", "188679.245283", "188679.25", "0.06", "11320.75"),
        ("*咨询费*尽职调查报告编制及咨询", "2", "23584.905660", "47169.81", "0.06", "2830.19"),
    ),
)  # fmt: skip

ZH_PARKING = """
     停车费收据
  安泰停车场(建国路)
  车牌:豫A6K82T
  入场时间:2024-04-11 09:15:22
  出场时间:2024-04-11 14:40:05
  停车时长:5小时25分
  应收金额:¥30.00
  优惠金额:¥5.00
  实付金额:¥25.00
  支付方式:微信支付
  订单号:PK2404111440050831
"""
ZH_PARKING_TRUTH = Truth(
    kind="receipt", number="PK2404111440050831", date="2024-04-11", net=None, tax=None, total="25.00", currency="CNY",
    seller="安泰停车场(建国路)",
)  # fmt: skip

PAPERS = {
    name.lower(): (drawing, globals()[f"{name}_TRUTH"])
    for name, drawing in list(globals().items())
    if name.isupper() and not name.endswith("_TRUTH") and isinstance(drawing, str)
}
