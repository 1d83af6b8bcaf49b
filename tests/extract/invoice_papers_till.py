"""Till slips and receipts that no layout was developed on, with all that they say."""

from __future__ import annotations

from tests.extract.invoice_sheet import Truth

DINER = """
        BLUE HERON DINER
      211 Main St, Brattleboro VT 05301
           (802) 555-0147
  Check #: 4471        Table 12
  Server: Kim          10/07/2024 7:42 PM
  --------------------------------------
  2 Cheeseburger                  25.90
  1 Fish & Chips                  17.50
  3 Iced Tea                       8.25
  --------------------------------------
  Subtotal                        51.65
  VT Meals Tax 9%                  4.65
  Total                           56.30
  Tip                             10.00
  Visa XXXX1182                   66.30
     Thank you! Come again
"""
DINER_TRUTH = Truth(
    kind="receipt", number="4471", date="2024-10-07", net="51.65", tax="4.65", total="56.30", currency="XXX", seller="BLUE HERON DINER",
    lines=(
        ("Cheeseburger", "2", None, "25.90", None, None),
        ("Fish & Chips", "1", None, "17.50", None, None),
        ("Iced Tea", "3", None, "8.25", None, None),
    ),
)  # fmt: skip

UK_TILL = """
          GREENLEES HARDWARE
        88 High Street, Kelso TD5 7JB
          VAT No 664 0917 23
  03/11/2023 14:06  Till 2  Op 07  Trans 88213
  Hinge brass 75mm pr        £4.50 A
  Wood screws 4x40 200pk     £6.25 A
  Childs gloves              £3.99 Z
  Masonry paint 5L          £27.00 A
  4 x 1.75
  Sandpaper sheet            £7.00 A
  TOTAL 5 ITEMS             £48.74
  CASH                      £50.00
  CHANGE DUE                 £1.26
  VAT ANALYSIS
  Code  Rate     Net    VAT   Gross
  A     20.0%  37.29   7.46   44.75
  Z      0.0%   3.99   0.00    3.99
  Please retain for returns within 28 days
"""
UK_TILL_TRUTH = Truth(
    kind="receipt", number="88213", date="2023-11-03", net="41.28", tax="7.46", total="48.74", currency="GBP",
    seller="GREENLEES HARDWARE", seller_id="664091723",
    lines=(
        ("Hinge brass 75mm pr", None, None, "4.50", None, None),
        ("Wood screws 4x40 200pk", None, None, "6.25", None, None),
        ("Childs gloves", None, None, "3.99", None, None),
        ("Masonry paint 5L", None, None, "27.00", None, None),
        ("Sandpaper sheet", "4", "1.75", "7.00", None, None),
    ),
)  # fmt: skip

MALAY = """
       KEDAI RUNCIT SERI MAJU
    No 14, Jalan Mawar 3, Taman Seri
       43000 Kajang, Selangor
     NO. SYKT: 001284471-K
  Tarikh : 02/06/2019   Masa : 11:20
  No. Resit : R-00931
  Barang            Kuantiti  Harga   Jumlah
  Beras 10kg           1      38.90    38.90
  Gula pasir 1kg       3       2.95     8.85
  Telur gred A         1      12.60    12.60
  JUMLAH KECIL                         60.35
  Pelarasan                             0.00
  JUMLAH BESAR                      RM 60.35
  TUNAI                             RM 70.00
  BAKI                              RM  9.65
         TERIMA KASIH
"""
MALAY_TRUTH = Truth(
    kind="receipt", number="R-00931", date="2019-06-02", net="60.35", tax=None, total="60.35", currency="MYR",
    seller="KEDAI RUNCIT SERI MAJU",
    lines=(
        ("Beras 10kg", "1", "38.90", "38.90", None, None),
        ("Gula pasir 1kg", "3", "2.95", "8.85", None, None),
        ("Telur gred A", "1", "12.60", "12.60", None, None),
    ),
)  # fmt: skip

EXCHANGE = """
        ORBIT MOBILE ACCESSORIES
   GOODS SOLD ARE NOT REFUNDABLE
   EXCHANGE WITHIN 7 DAYS WITH RECEIPT
  TAX INVOICE
  Bill: OMA/1187       Date: 14/03/18
  USB CABLE 2M
     2 X 15.90              31.80 SR
  SCREEN PROTECTOR
     1 X 25.00              25.00 SR
  Total Qty: 3
  Sub-total                 56.80
  Disc 10%                  -5.68
  Total Before Rounding     51.12
  Rounding Adj.             -0.02
  Amount Due                51.10
  Cash Tendered            101.10
  Change                    50.00
  GST Summary    Amount(RM)  Tax(RM)
  SR @ 6%            48.23     2.89
"""
EXCHANGE_TRUTH = Truth(
    kind="receipt", number="OMA/1187", date="2018-03-14", net=None, tax=None, total="51.10", currency="MYR",
    seller="ORBIT MOBILE ACCESSORIES",
    lines=(
        ("USB CABLE 2M", "2", "15.90", "31.80", None, None),
        ("SCREEN PROTECTOR", "1", "25.00", "25.00", None, None),
    ),
)  # fmt: skip

CARD = """
     Northgate Filling Station
     A19 Northbound YO7 3HG
     VAT: 901 2284 56
     Receipt 556120
     21-JAN-2025 08:15
     PUMP 4  DIESEL
     42.68 litres @ 1.439 per litre
     Fuel                       GBP 61.42
     Coffee reg                  GBP 3.25
     --------------------------
     BALANCE TO PAY            GBP 64.67
     CONTACTLESS               GBP 64.67
     AUTH CODE 882107
     incl. VAT 20%              GBP 10.78
"""
CARD_TRUTH = Truth(
    kind="receipt", number="556120", date="2025-01-21", net=None, tax="10.78", total="64.67", currency="GBP",
    seller="Northgate Filling Station", seller_id="901228456",
    lines=(
        ("Fuel", None, None, "61.42", None, None),
        ("Coffee reg", None, None, "3.25", None, None),
    ),
)  # fmt: skip

PAPERS = {
    name.lower(): (drawing, globals()[f"{name}_TRUTH"])
    for name, drawing in list(globals().items())
    if name.isupper() and not name.endswith("_TRUTH") and isinstance(drawing, str)
}
