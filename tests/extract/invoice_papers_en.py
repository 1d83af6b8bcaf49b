"""Invoices in English and other western languages that no layout was developed on, with all that they say."""

from __future__ import annotations

from tests.extract.invoice_sheet import Truth

UK_MERCHANT = """
 HARGREAVES BUILDERS MERCHANTS                                            T A X   I N V O I C E
 Unit 4 Canal Wharf, Huddersfield HD1 6RT
 Tel 01484 555 210    VAT Registration GB 417 2203 55    Reg. in England 03318842

 Account           H0447                          Document    0083812
 Cust Order        VERBAL/DAVE                    Tax Point   07.02.24
 Despatched        06.02.24                       Page        1 of 1

 Invoice Address                                  Delivered To
 Calderdale Roofing Co                            Plot 7, Moor View
 18 Station Road                                  Sowerby Bridge
 Halifax HX1 2AB                                  HX6 3PQ

 Qty   Code      Details                              Each    Disc %      Goods   V/C
 24    SLT2010   Spanish slate 20x10                 1.8500     10.0      39.96   1
 6     BRN25     Breathable membrane 50m            42.5000     15.0     216.75   1
                 (roll ends cut free of charge)
 120   NCU65     Copper clout nails 65mm             0.1120               13.44   1
 2     BKSAFE    Site safety handbook                9.9500               19.90   0

 V/C   Rate      Goods       VAT                                Goods Total         290.05
 1     20.00    270.15     54.03                                Carriage              0.00
 0      0.00     19.90      0.00                                VAT                  54.03
                                                                INVOICE VALUE      £344.08
 Settlement terms: 30 days end of month. E&OE. Payment due 31.03.24
"""
UK_MERCHANT_TRUTH = Truth(
    number="0083812", date="2024-02-07", due="2024-03-31", net="290.05", tax="54.03", total="344.08", currency="GBP",
    seller="HARGREAVES BUILDERS MERCHANTS", seller_id="GB417220355", buyer="Calderdale Roofing Co",
    lines=(
        ("Spanish slate 20x10", "24", "1.8500", "39.96", None, None),
        ("Breathable membrane 50m (roll ends cut free of charge)", "6", "42.5000", "216.75", None, None),
        ("Copper clout nails 65mm", "120", "0.1120", "13.44", None, None),
        ("Site safety handbook", "2", "9.9500", "19.90", None, None),
    ),
)  # fmt: skip

US_SHIPPED = """
 Great Basin Supply Co.                                              INVOICE
 1420 Industrial Pkwy
 Sparks, NV 89431                                       Invoice #      GB-20931
 FEIN 88-0421957                                        Date           03/04/2025
                                                        Terms          Net 30
                                                        Due            04/03/2025
 Bill To:                        Ship To:               P.O.           77-1180
 Truckee Outfitters LLC          Truckee Outfitters LLC
 Attn: Accounts Payable          Warehouse B
 10115 Donner Pass Rd            40 River St
 Truckee, CA 96161               Truckee, CA 96161

 Item #     Description                   Ordered   Shipped   B/O   Unit Price    Extended
 T-4410     4-person tent                      10         8     2       189.00    1,512.00
 S-0220     Sleeping bag, 20 deg F             24        24     0        64.50    1,548.00
 L-17       Lantern, LED                       30        30     0        18.25      547.50

                                                      Merchandise            $3,607.50
                                                      Less 5% discount        (180.38)
                                                      Freight                   142.00
                                                      Sales Tax 7.75%           265.59
                                                      Total                  $3,834.71
                                                      Deposit received       (1,000.00)
                                                      Balance Due            $2,834.71
"""
US_SHIPPED_TRUTH = Truth(
    number="GB-20931", date="2025-03-04", due="2025-04-03", net="3569.12", tax="265.59", total="3834.71", currency="USD",
    seller="Great Basin Supply Co.", seller_id="88-0421957", buyer="Truckee Outfitters LLC",
    lines=(
        ("4-person tent", "8", "189.00", "1512.00", None, None),
        ("Sleeping bag, 20 deg F", "24", "64.50", "1548.00", None, None),
        ("Lantern, LED", "30", "18.25", "547.50", None, None),
    ),
    amounts=(("net", "3607.50"), ("discount", "-180.38"), ("shipping", "142.00"), ("paid", "-1000.00"), ("payable", "2834.71")),
)  # fmt: skip

EU_RATES = """
 Nordbalt Components Sp. z o.o.
 ul. Przemyslowa 12, 80-001 Gdansk, Poland
 VAT UE: PL5842571906

 INVOICE FV/118/05/2024                                     Issue date: 2024-05-14
                                                            Sale date: 2024-05-10
 Seller: Nordbalt Components Sp. z o.o.                     Payment deadline: 2024-06-13
 Buyer: Kilkenny Marine Ltd, Dock Road, Waterford, Ireland  VAT: IE6388047V

 No  Name of goods or service         Qty   Unit  Net price   Net value   VAT   VAT amount   Gross value
 1   Winch handle, aluminium 254 mm    40   pcs       38,90    1~556,00   23%       357,88      1~913,88
 2   Printed manual                    40   pcs        4,20      168,00    8%        13,44        181,44
 3   Transport                          1   serv.    310,00      310,00   23%        71,30        381,30

                                            VAT rate     Net       VAT      Gross
                                                23%   1~866,00   429,18   2~295,18
                                                 8%     168,00    13,44     181,44
                                              Total   2~034,00   442,62   2~476,62
 To pay: 2~476,62 EUR
 In words: two thousand four hundred seventy-six EUR 62/100
 IBAN PL61 1090 1014 0000 0712 1981 2874
"""
EU_RATES_TRUTH = Truth(
    number="FV/118/05/2024", date="2024-05-14", due="2024-06-13", net="2034.00", tax="442.62", total="2476.62", currency="EUR",
    seller="Nordbalt Components Sp. z o.o.", seller_id="PL5842571906", buyer="Kilkenny Marine Ltd", buyer_id="IE6388047V",
    lines=(
        ("Winch handle, aluminium 254 mm", "40", "38.90", "1556.00", "0.23", "357.88"),
        ("Printed manual", "40", "4.20", "168.00", "0.08", "13.44"),
        ("Transport", "1", "310.00", "310.00", "0.23", "71.30"),
    ),
    rates=(("0.23", "1866.00", "429.18"), ("0.08", "168.00", "13.44")),
)  # fmt: skip

LETTER = """
                                                          Rowan Ellis
                                                          Illustration & Design
                                                          4 Quay Lane, Falmouth TR11 3LW
                                                          rowan@rowanellis.example

 Tidewater Books Ltd
 22 Market Strand
 Penryn TR10 8JT                                          21st August 2023

 Invoice 2023-031

 For cover artwork and six interior plates for "The Salt Road"                £1,450.00
 Additional revisions as agreed 9 August, 5 hours at £38.00 per hour            £190.00

 Total payable                                                                £1,640.00

 I am not registered for VAT. Please pay within 14 days, by 4th September 2023,
 to sort code 20-45-11, account 60133458.
"""
LETTER_TRUTH = Truth(
    number="2023-031", date="2023-08-21", due="2023-09-04", net=None, tax=None, total="1640.00", currency="GBP",
    seller="Rowan Ellis", buyer="Tidewater Books Ltd",
    lines=(
        ('For cover artwork and six interior plates for "The Salt Road"', None, None, "1450.00", None, None),
        ("Additional revisions as agreed 9 August, 5 hours at £38.00 per hour", None, None, "190.00", None, None),
    ),
)  # fmt: skip

CARRIED = """
 MERIDIAN OFFICE FURNITURE LTD                              SALES INVOICE
 VAT No. 731 8820 14                                        Invoice Nr. 550217     Sheet 1
 To: Barton & Slade Solicitors                              Invoice Date 30 Nov 2023
     7 Castle Street, Lincoln LN1 3AA                       Our Ref MOF/3391

 Line  Product                          Qty   Unit Net   Line Net   VAT Rate   Line VAT
 1     Desk 1600 oak                      6     214.00   1,284.00      20.0%     256.80
 2     Pedestal 3 drawer                  6      89.50     537.00      20.0%     107.40
 3     Task chair, mesh back              8     142.25   1,138.00      20.0%     227.60
                                       Carried forward   2,959.00                591.80
=== page ===
 MERIDIAN OFFICE FURNITURE LTD                              SALES INVOICE
 VAT No. 731 8820 14                                        Invoice Nr. 550217     Sheet 2
 Line  Product                          Qty   Unit Net   Line Net   VAT Rate   Line VAT
                                       Brought forward   2,959.00                591.80
 4     Meeting table 2400                 1     655.00     655.00      20.0%     131.00
 5     Stacking chair                    12      31.75     381.00      20.0%      76.20
                                    Total net                       3,995.00
                                    Total VAT                         799.00
                                    Total due in GBP                4,794.00
 Payment due by 30 December 2023
"""
CARRIED_TRUTH = Truth(
    number="550217", date="2023-11-30", due="2023-12-30", net="3995.00", tax="799.00", total="4794.00", currency="GBP",
    seller="MERIDIAN OFFICE FURNITURE LTD", seller_id="731882014", buyer="Barton & Slade Solicitors",
    lines=(
        ("Desk 1600 oak", "6", "214.00", "1284.00", "0.2", "256.80"),
        ("Pedestal 3 drawer", "6", "89.50", "537.00", "0.2", "107.40"),
        ("Task chair, mesh back", "8", "142.25", "1138.00", "0.2", "227.60"),
        ("Meeting table 2400", "1", "655.00", "655.00", "0.2", "131.00"),
        ("Stacking chair", "12", "31.75", "381.00", "0.2", "76.20"),
    ),
)  # fmt: skip

CREDIT = """
 Ashdown Textiles Limited                                 CREDIT NOTE
 Mill Lane, Oldham OL4 2QP   VAT No: GB 289 4471 06
                                                          Credit No      CR-00918
 Credit to:                                               Credit date    12/06/2024
 Fern & Co Interiors                                      Against invoice  INV-31207 dated 28/05/2024
 3 The Parade, Hove BN3 2PJ                               Customer       FER002

 Description                       Quantity     Price      VAT        Total
 Linen 140cm natural - faulty         -14.5     11.20    -32.48     -162.40
 Restocking fee waived                    0      0.00      0.00        0.00

                                             Net credit               (162.40)
                                             VAT credit                (32.48)
                                             Total credit             (194.88)
 This amount has been credited to your account. Currency: GBP
"""
CREDIT_TRUTH = Truth(
    kind="credit_note", number="CR-00918", date="2024-06-12", net="-162.40", tax="-32.48", total="-194.88", currency="GBP",
    seller="Ashdown Textiles Limited", seller_id="GB289447106", buyer="Fern & Co Interiors",
    lines=(
        ("Linen 140cm natural - faulty", "-14.5", "11.20", "-162.40", None, "-32.48"),
        ("Restocking fee waived", "0", "0.00", "0.00", None, "0.00"),
    ),
)  # fmt: skip

PAPERS = {
    name.lower(): (drawing, globals()[f"{name}_TRUTH"])
    for name, drawing in list(globals().items())
    if name.isupper() and not name.endswith("_TRUTH") and isinstance(drawing, str)
}
