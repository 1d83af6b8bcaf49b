"""Further invoices in English and other western languages that no layout was developed on, with all that they say."""

from __future__ import annotations

from tests.extract.invoice_sheet import Truth

SUBSCRIPTION = """
 Invoice                                                        Cobaltgrid
 Invoice number    7F2C11A9-0014
 Date of issue     November 12, 2024
 Date due          November 12, 2024

 Cobaltgrid, Inc.                 Bill to
 548 Market St, PMB 81211         Harlow Analytics Ltd
 San Francisco, California 94104  12 Garrett Street
 United States                    London EC1Y 0TY
 GB VAT GB372891044               United Kingdom
                                  GB VAT GB298114420

 $1,062.00 USD due November 12, 2024
 Pay online

 Description                           Qty     Unit price     Tax        Amount
 Team plan                               9         $90.00     20%       $810.00
 Nov 12 – Dec 12, 2024
 Extra storage (per 100 GB)              5         $15.00     20%        $75.00
 Nov 12 – Dec 12, 2024

                               Subtotal                                $885.00
                               Total excluding tax                     $885.00
                               VAT - United Kingdom (20% on $885.00)   $177.00
                               Total                                 $1,062.00
                               Amount due                        $1,062.00 USD
"""
SUBSCRIPTION_TRUTH = Truth(
    number="7F2C11A9-0014", date="2024-11-12", due="2024-11-12", net="885.00", tax="177.00", total="1062.00", currency="USD",
    seller="Cobaltgrid, Inc.", seller_id="GB372891044", buyer="Harlow Analytics Ltd", buyer_id="GB298114420",
    lines=(
        ("Team plan Nov 12 – Dec 12, 2024", "9", "90.00", "810.00", "0.2", None),
        ("Extra storage (per 100 GB) Nov 12 – Dec 12, 2024", "5", "15.00", "75.00", "0.2", None),
    ),
)  # fmt: skip

REMITTANCE = """
 Pike Electrical Contracting            INVOICE NO.   14471
 PO Box 318, Dayton, OH 45401           INVOICE DATE  9/6/2023
 Fed ID 31-1660482                      CUSTOMER ID   MIAMI03
                                        JOB           Panel upgrade, bldg. 4
 SOLD TO   Miami Valley Plating, Inc.
           2900 E River Rd
           Moraine, OH 45439

 HOURS    DESCRIPTION                         RATE        AMOUNT
 16.50    Journeyman electrician             92.00      1,518.00
  8.00    Apprentice                         54.00        432.00
          400A panel and breakers           lot         3,275.40
          Permit fee, City of Moraine                     185.00

                           LABOR        1,950.00
                           MATERIALS    3,460.40
                           SALES TAX      220.60
                           INVOICE TOTAL           5,631.00

 CURRENT     31-60 DAYS    61-90 DAYS    OVER 90     ACCOUNT BALANCE
 5,631.00    1,204.17      0.00          0.00        6,835.17
 - - - - - - - - - - - - detach and return with payment - - - - - - - - - -
 Customer ID MIAMI03    Invoice 14471    Amount due  $5,631.00    Due upon receipt
"""
REMITTANCE_TRUTH = Truth(
    number="14471", date="2023-09-06", net="5410.40", tax="220.60", total="5631.00", currency="USD",
    seller="Pike Electrical Contracting", seller_id="31-1660482", buyer="Miami Valley Plating, Inc.",
    lines=(
        ("Journeyman electrician", "16.50", "92.00", "1518.00", None, None),
        ("Apprentice", "8.00", "54.00", "432.00", None, None),
        ("400A panel and breakers", None, None, "3275.40", None, None),
        ("Permit fee, City of Moraine", None, None, "185.00", None, None),
    ),
)  # fmt: skip

TWO_ROWS = """
 Kestrel Calibration Services Ltd
 Invoice  K-7719            Issued 02/01/2025          Payable by 01/02/2025
 VAT registration number 305 6628 17
 Client: Avon Aerospace plc, Filton, Bristol BS34 7QW    Your VAT: 188 0042 61

 Pos   Service
       Line total excl. VAT     VAT %     Units     Price per unit
 001   Torque wrench calibration, 10-100 Nm, UKAS certificate included,
       collection and return by courier
       £531.00                  20        9         £59.00
 002   Pressure gauge calibration 0-10 bar
       £186.00                  20        4         £46.50
 003   Out of tolerance report
       £25.00                   20        1         £25.00

 Sum of lines                 £742.00
 20% VAT on £742.00           £148.40
 Total incl. VAT              £890.40
"""
TWO_ROWS_TRUTH = Truth(
    number="K-7719", date="2025-01-02", due="2025-02-01", net="742.00", tax="148.40", total="890.40", currency="GBP",
    seller="Kestrel Calibration Services Ltd", seller_id="305662817", buyer="Avon Aerospace plc", buyer_id="188004261",
    lines=(
        ("Torque wrench calibration, 10-100 Nm, UKAS certificate included, collection and return by courier",
         "9", "59.00", "531.00", "0.2", None),
        ("Pressure gauge calibration 0-10 bar", "4", "46.50", "186.00", "0.2", None),
        ("Out of tolerance report", "1", "25.00", "25.00", "0.2", None),
    ),
)  # fmt: skip

INCLUSIVE = """
 The Copper Kettle Catering
 14 Mill Hill, Ludlow SY8 1BB                         INVOICE
 07700 900471                                         No: 118
                                                      Dated: 5-Oct-24
 Invoice for: Marches Wedding Barn Ltd
 Event: 28 September 2024

 Canapes for 80 guests (4 each)                        640.00
 Two-course lunch, 80 @ 32.50                        2,600.00
 Staff, 6 x 5hrs @ 15.00                               450.00
 Hire of linen                                         120.00
                                         Total       £3,810.00
 Price includes VAT at 20% of £635.00.  VAT Reg 227 1845 93
 Deposit paid 1 June                                -1,000.00
 Outstanding balance                                 2,810.00
"""
INCLUSIVE_TRUTH = Truth(
    number="118", date="2024-10-05", net=None, tax="635.00", total="3810.00", currency="GBP",
    seller="The Copper Kettle Catering", seller_id="227184593", buyer="Marches Wedding Barn Ltd",
    lines=(
        ("Canapes for 80 guests (4 each)", None, None, "640.00", None, None),
        ("Two-course lunch, 80 @ 32.50", "80", "32.50", "2600.00", None, None),
        ("Staff, 6 x 5hrs @ 15.00", None, None, "450.00", None, None),
        ("Hire of linen", None, None, "120.00", None, None),
    ),
    amounts=(("paid", "-1000.00"), ("payable", "2810.00")),
)  # fmt: skip

RETENTION = """
 Brannock Civil Engineering Ltd          Application / Invoice No 07      Valuation date 31/03/2024
 Contract: Drainage works, Phase 2       Tax invoice date 05/04/2024
 VAT: 648 2210 97                        Final date for payment 03/05/2024
 To: Severnside Developments LLP

 Description                                 Contract sum    % complete     Value to date
 1  Preliminaries                               18,000.00         75.0%         13,500.00
 2  Excavation and disposal                     46,500.00         90.0%         41,850.00
 3  Pipework and manholes                       61,200.00         55.0%         33,660.00

                         Gross valuation                                        89,010.00
                         Less retention 5%                                      (4,450.50)
                         Less previously certified                             (52,300.00)
                         Net amount of this application                         32,259.50
                         VAT @ 20%                                               6,451.90
                         Amount payable                                        £38,711.40
"""
RETENTION_TRUTH = Truth(
    number="07", date="2024-04-05", due="2024-05-03", net="32259.50", tax="6451.90", total="38711.40", currency="GBP",
    seller="Brannock Civil Engineering Ltd", seller_id="648221097", buyer="Severnside Developments LLP",
    lines=(
        ("Preliminaries", None, None, "13500.00", None, None),
        ("Excavation and disposal", None, None, "41850.00", None, None),
        ("Pipework and manholes", None, None, "33660.00", None, None),
    ),
    amounts=(("retention", "-4450.50"), ("deduction", "-52300.00")),
)  # fmt: skip

HONG_KONG = """
 KWONG TAI TRADING CO. LIMITED  廣泰貿易有限公司
 Flat B, 9/F, Wah Fung Ind. Bldg., Kwai Chung, N.T.
                            INVOICE 發票
 Messrs. 客戶:  Luen Hing Restaurant Supplies      Invoice No. 發票編號:  KT240716
                33 Ferry Street, Yau Ma Tei         Date 日期:  16/07/2024
                                                    Payment Due 到期日:  15/08/2024
 Item   Description 貨品名稱             Quantity 數量   Unit Price 單價   Amount 金額
  1     Bamboo steamer 8"                     60 pcs          18.50        1,110.00
  2     Soy sauce 5L                          24 tins         42.00        1,008.00
                                         Total 合計           HK$          2,118.00
 E. & O. E.
"""
HONG_KONG_TRUTH = Truth(
    number="KT240716", date="2024-07-16", due="2024-08-15", net=None, tax=None, total="2118.00", currency="HKD",
    seller="KWONG TAI TRADING CO. LIMITED", buyer="Luen Hing Restaurant Supplies",
    lines=(
        ('Bamboo steamer 8"', "60", "18.50", "1110.00", None, None),
        ("Soy sauce 5L", "24", "42.00", "1008.00", None, None),
    ),
)  # fmt: skip

AUSTRALIAN = """
                                     TAX INVOICE
 Wattle Creek Plumbing Pty Ltd                         ABN 51 824 753 556
 8 Sturt Ave, Griffith NSW 2680                        Invoice: WC-2209
                                                       Invoice date: 4 Mar 2024
 To  Riverina Hotels Group                             Due date: 18 Mar 2024
     ABN 83 914 571 673
 Job: Replace hot water unit, Area Hotel

 Description                     Qty    Price ex GST      GST     Amount inc GST
 Rheem 315L electric HWU           1        1,180.00   118.00           1,298.00
 Labour                          4.5           96.00    43.20             475.20
                                        Subtotal ex GST                1,612.00
                                        GST 10%                          161.20
                                        TOTAL AUD inc GST             $1,773.20
"""
AUSTRALIAN_TRUTH = Truth(
    number="WC-2209", date="2024-03-04", due="2024-03-18", net="1612.00", tax="161.20", total="1773.20", currency="AUD",
    seller="Wattle Creek Plumbing Pty Ltd", seller_id="51824753556", buyer="Riverina Hotels Group", buyer_id="83914571673",
    lines=(
        ("Rheem 315L electric HWU", "1", "1180.00", None, None, "118.00"),
        ("Labour", "4.5", "96.00", None, None, "43.20"),
    ),
)  # fmt: skip

FRENCH = """
 Menuiserie Lefort SARL                               FACTURE N° F2024-0387
 3 rue des Tilleuls, 35400 Saint-Malo                 Date : 18/09/2024
 SIRET 512 884 203 00017  TVA FR41512884203           Échéance : 18/10/2024
                                                      Client : Hôtel de la Plage
                                                      12 quai Saint-Vincent
                                                      35400 Saint-Malo
 Désignation                         Qté    P.U. HT     TVA    Total HT
 Fenêtre chêne 120x135                 4     685,00     10%    2~740,00
 Pose et finitions                     1     920,00     10%      920,00
 Quincaillerie laiton                 12      14,50     20%      174,00
                                    Total HT                   3~834,00 €
                                    TVA 10 %                     366,00 €
                                    TVA 20 %                      34,80 €
                                    Total TTC                  4~234,80 €
                                    Acompte versé             -1~200,00 €
                                    Reste à payer              3~034,80 €
"""
FRENCH_TRUTH = Truth(
    number="F2024-0387", date="2024-09-18", due="2024-10-18", net="3834.00", tax="400.80", total="4234.80", currency="EUR",
    seller="Menuiserie Lefort SARL", seller_id="FR41512884203", buyer="Hôtel de la Plage",
    lines=(
        ("Fenêtre chêne 120x135", "4", "685.00", "2740.00", "0.1", None),
        ("Pose et finitions", "1", "920.00", "920.00", "0.1", None),
        ("Quincaillerie laiton", "12", "14.50", "174.00", "0.2", None),
    ),
    amounts=(("paid", "-1200.00"), ("payable", "3034.80")),
)  # fmt: skip

PAPERS = {
    name.lower(): (drawing, globals()[f"{name}_TRUTH"])
    for name, drawing in list(globals().items())
    if name.isupper() and not name.endswith("_TRUTH") and isinstance(drawing, str)
}
