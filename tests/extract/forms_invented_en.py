"""English forms of invented layouts."""

from __future__ import annotations

from tests.extract.forms_invented import Invented

VAT_PORTAL = Invented(
    "en-vat-portal",
    "uk_vat",
    "Bramble & Finch Ltd",
    "2025-01-01",
    "2025-03-31",
    ("_ quarter 2025-03-31",),
    """
HM Revenue & Customs                                                     Business tax account
View VAT Return 01 Jan 2025 - 31 Mar 2025
Business name  Bramble & Finch Ltd                       VAT registration number  GB 980 7806 84
Submitted on 28 April 2025
VAT details
Box 1   VAT you charged on sales and other supplies                          £42,310.55
Box 2   VAT you owe on goods purchased from EC countries and
        brought into Northern Ireland                                             £0.00
Box 3   VAT you owe before deductions (this is the total of box 1 and 2)     £42,310.55
Box 4   VAT you have claimed back                                            £18,201.40
Box 5   Return total                                                         £24,109.15
Additional information
Box 6   Total value of sales and other supplies, excluding VAT                 £211,552
Box 7   Total value of purchases and other expenses, excluding VAT              £91,007
Box 8   Total value of supplied goods to EC countries and related costs
        (excluding VAT)                                                              £0
Box 9   Total value of goods purchased from EC countries and related
        costs (excluding VAT)                                                        £0
Pay by 7 May 2025
""",
    """
VAT you charged on sales and other supplies = 42,310.55 @vat_output
VAT you owe on goods purchased from EC countries and brought into Northern Ireland = 0.00
VAT you owe before deductions = 42,310.55
VAT you have claimed back = 18,201.40 @vat_input
Return total = 24,109.15 @vat_due
Total value of sales and other supplies, excluding VAT = 211,552 @vat_sales_taxable
Total value of purchases and other expenses, excluding VAT = 91,007
Total value of supplied goods to EC countries and related costs = 0
Total value of goods purchased from EC countries and related costs = 0
""",
)

VAT_BRIDGE = Invented(
    "en-vat-mtd-bridge",
    "uk_vat",
    "Calder Joinery Limited",
    "2025-04-01",
    "2025-06-30",
    ("_ quarter 2025-06-30",),
    """
                    VAT 100 Summary  -  Making Tax Digital submission receipt
Client: Calder Joinery Limited     VRN: 123456782      Period: 01/04/2025 to 30/06/2025     Status: Fulfilled
                                                                             GBP
VAT due in this period on sales and other outputs                    1     8,120.00
VAT due in this period on intra-community acquisitions of goods
made in Northern Ireland from EU Member States                       2         0.00
Total VAT due (the sum of boxes 1 and 2)                             3     8,120.00
VAT reclaimed in this period on purchases and other inputs
(including acquisitions from the EU)                                 4     9,455.38
Net VAT to be paid to HMRC or reclaimed by you
(difference between boxes 3 and 4)                                   5     1,335.38
Total value of sales and all other outputs excluding any VAT
(including your box 8 figure)                                        6    40,600.00
Total value of purchases and all other inputs excluding any VAT
(including your box 9 figure)                                        7    47,277.00
Total value of dispatches of goods and related costs excluding
any VAT, from Northern Ireland to EU Member States                   8         0.00
Total value of acquisitions of goods and related costs excluding
any VAT, made in Northern Ireland from EU Member States              9         0.00
Processing date: 2025-07-19T09:14:02Z   Form bundle number: 256660290587
""",
    """
VAT due in this period on sales and other outputs = 8,120.00 @vat_output
VAT due in this period on intra-community acquisitions of goods = 0.00
Total VAT due = 8,120.00
VAT reclaimed in this period on purchases and other inputs = 9,455.38 @vat_input
Net VAT to be paid to HMRC or reclaimed by you = 1,335.38 @vat_due
Total value of sales and all other outputs excluding any VAT = 40,600.00 @vat_sales_taxable
Total value of purchases and all other inputs excluding any VAT = 47,277.00
Total value of dispatches of goods and related costs excluding = 0.00
Total value of acquisitions of goods and related costs excluding = 0.00
""",
)

CT600 = Invented(
    "en-ct600-boxes",
    "ct600",
    "Calder Joinery Limited",
    "2024-04-01",
    "2025-03-31",
    ("_ year 2025-03-31",),
    """
                                     Company Tax Return
                       CT600 (2025) Version 3   for accounting periods starting on or after 1 April 2015
Company information
1     Company name                         Calder Joinery Limited
2     Company registration number          09876543
3     Tax reference                        1234567890
About this return
30    from   DD MM YYYY   01 04 2024            35    to   DD MM YYYY   31 03 2025
Tax calculation
Turnover
145   Total turnover from trade                                          £        1,250,440 . 00
150   Banks, building societies, insurance companies and other financial concerns
Income
155   Trading profits                                                    £          118,300 . 00
160   Trading losses brought forward set against trading profits         £            8,300 . 00
165   Net trading profits - box 155 minus box 160                        £          110,000 . 00
170   Bank, building society or other interest, and profits from
      non-trading loan relationships                                     £              250 . 00
235   Profits before other deductions and reliefs                        £          110,250 . 00
300   Profits before qualifying donations and group relief               £          110,250 . 00
315   Profits chargeable to Corporation Tax                              £          110,250 . 00
430   Corporation Tax                                                    £           27,562 . 50
435   Marginal relief                                                    £            2,096 . 25
440   Corporation Tax chargeable                                         £           25,466 . 25
475   Net Corporation Tax liability                                      £           25,466 . 25
510   Tax chargeable                                                     £           25,466 . 25
525   Self-assessment of tax payable                                     £           25,466 . 25
""",
    """
Total turnover from trade = 1,250,440.00 @cit_revenue
Trading profits = 118,300.00 @cit_profit
Trading losses brought forward set against trading profits = 8,300.00
Net trading profits = 110,000.00
Bank, building society or other interest, and profits from = 250.00
Profits before other deductions and reliefs = 110,250.00
Profits before qualifying donations and group relief = 110,250.00
Profits chargeable to Corporation Tax = 110,250.00 @cit_taxable_income
Corporation Tax = 27,562.50
Marginal relief = 2,096.25
Corporation Tax chargeable = 25,466.25
Net Corporation Tax liability = 25,466.25
Tax chargeable = 25,466.25 @cit_tax_due
Self-assessment of tax payable = 25,466.25
""",
)

F1120 = Invented(
    "en-1120-dotted",
    "us_1120",
    "Prairie Tool & Supply Inc",
    "2024-01-01",
    "2024-12-31",
    ("_ year 2024-12-31",),
    """
Form 1120                    U.S. Corporation Income Tax Return                         OMB No. 1545-0123
Department of the Treasury   For calendar year 2024 or tax year beginning       , 2024, ending      , 20        2024
Name: Prairie Tool & Supply Inc                                        B Employer identification number  47-1234567
Income
1a   Gross receipts or sales . . . . . . . . . . . . . . .   1a      2,450,118.
 b   Returns and allowances . . . . . . . . . . . . . . .    1b         10,118.
 c   Balance. Subtract line 1b from line 1a . . . . . . . . . . . . . . .    1c      2,440,000.
2    Cost of goods sold (attach Form 1125-A) . . . . . . . . . . . . . . .   2       1,610,000.
3    Gross profit. Subtract line 2 from line 1c . . . . . . . . . . . . .    3         830,000.
5    Interest . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .  5             412.
11   Total income. Add lines 3 through 10 . . . . . . . . . . . . . . . .   11         830,412.
Deductions
12   Compensation of officers (see instructions) . . . . . . . . . . . . .  12         120,000.
13   Salaries and wages (less employment credits) . . . . . . . . . . . .   13         340,250.
16   Rents . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .  16          60,000.
18   Interest (see instructions) . . . . . . . . . . . . . . . . . . . . .  18          14,200.
27   Total deductions. Add lines 12 through 26 . . . . . . . . . . . . . .  27         690,412.
28   Taxable income before net operating loss deduction and special deductions  28     140,000.
30   Taxable income. Subtract line 29c from line 28. See instructions . .   30         140,000.
31   Total tax (Schedule J, Part I, line 11) . . . . . . . . . . . . . . .  31          29,400.
""",
    """
Gross receipts or sales = 2450118
Returns and allowances = 10118
Balance. Subtract line 1b from line 1a = 2440000 @cit_revenue
Cost of goods sold = 1610000 @cit_cost
Gross profit = 830000
Interest = 412
Total income = 830412
Compensation of officers = 120000
Salaries and wages = 340250
Rents = 60000
Interest = 14200
Total deductions = 690412
Taxable income before net operating loss deduction and special deductions = 140000 @cit_profit
Taxable income. Subtract line 29c = 140000 @cit_taxable_income
Total tax = 29400 @cit_tax_due
""",
)

TRANSCRIPT = Invented(
    "en-us-transcript",
    "us_1120",
    "PRAIRIE TOOL & SUPPLY INC",
    None,
    "2023-12-31",
    ("_ year 2023-12-31",),
    """
This Product Contains Sensitive Taxpayer Data
                         Tax Return Transcript
Request Date: 05-02-2024        Response Date: 05-02-2024       Tracking Number: 100500900123
FORM NUMBER: 1120               TAX PERIOD: Dec. 31, 2023       EIN: 47-1234567
NAME(S) SHOWN ON RETURN: PRAIRIE TOOL & SUPPLY INC
Income
GROSS RECEIPTS OR SALES: ................................................ $2,100,500.00
RETURNS AND ALLOWANCES: ....................................................... $500.00
COST OF GOODS SOLD: ..................................................... $1,400,000.00
GROSS PROFIT: ............................................................. $700,000.00
TOTAL INCOME: ............................................................. $701,250.00
Deductions
SALARIES AND WAGES: ....................................................... $310,000.00
INTEREST DEDUCTION: ........................................................ $12,300.00
TOTAL DEDUCTIONS: ......................................................... $611,250.00
TAXABLE INCOME: ............................................................ $90,000.00
TOTAL TAX: ................................................................. $18,900.00
""",
    """
GROSS RECEIPTS OR SALES = 2100500.00 @cit_revenue
RETURNS AND ALLOWANCES = 500.00
COST OF GOODS SOLD = 1400000.00 @cit_cost
GROSS PROFIT = 700000.00
TOTAL INCOME = 701250.00
SALARIES AND WAGES = 310000.00
INTEREST DEDUCTION = 12300.00
TOTAL DEDUCTIONS = 611250.00
TAXABLE INCOME = 90000.00 @cit_profit
TOTAL TAX = 18900.00 @cit_tax_due
""",
)

PAYROLL = Invented(
    "en-rti-p32-months",
    "rti_fps",
    "Calder Joinery Limited",
    None,
    None,
    ("_ month 2025-09-05", "_ year_to_date 2025-09-05"),
    """
Real Time Information                 Full Payment Submission - Summary
Employer: Calder Joinery Limited      PAYE reference: 120/AB12345     Tax month 5: 6 August 2025 to 5 September 2025
                                              This period       Year to date
Number of employees                                    9                  10
Total taxable pay                              21,450.00          107,250.00
Tax deducted                                    2,810.40           14,052.00
Employee National Insurance                     1,118.32            5,591.60
Employer National Insurance                     2,301.77           11,508.85
Student loan deductions                           112.00              560.00
""",
    """
Number of employees = 9 10 @iit_persons
Total taxable pay = 21,450.00 107,250.00 @iit_wages
Tax deducted = 2,810.40 14,052.00
Employee National Insurance = 1,118.32 5,591.60
Employer National Insurance = 2,301.77 11,508.85
Student loan deductions = 112.00 560.00
""",
)

F941 = Invented(
    "en-941-form",
    "us_941",
    "Prairie Tool & Supply Inc",
    "2025-04-01",
    "2025-06-30",
    ("_ quarter 2025-06-30",),
    """
Form 941 for 2025: Employer's QUARTERLY Federal Tax Return
Employer identification number (EIN)  47-1234567          Report for this Quarter of 2025
Name (not your trade name)  Prairie Tool & Supply Inc     [ ] 1: January, February, March
                                                          [X] 2: April, May, June
Part 1: Answer these questions for this quarter.
1   Number of employees who received wages, tips, or other compensation for the pay period  1          11
2   Wages, tips, and other compensation . . . . . . . . . . . . . . . . . . . .   2     142,800 . 00
3   Federal income tax withheld from wages, tips, and other compensation . . .    3      14,100 . 50
                                       Column 1                         Column 2
5a  Taxable social security wages      142,800 . 00      x 0.124 =     17,707 . 20
5c  Taxable Medicare wages & tips      142,800 . 00      x 0.029 =      4,141 . 20
6   Total taxes before adjustments. Add lines 3, 5e, and 5f . . . . . . . . . .   6      35,948 . 90
12  Total taxes after adjustments and nonrefundable credits . . . . . . . . . .  12      35,948 . 90
""",
    """
Number of employees who received wages, tips, or other compensation = 11 @iit_persons
Wages, tips, and other compensation = 142800.00 @iit_wages
Federal income tax withheld from wages, tips, and other compensation = 14100.50
Total taxes before adjustments = 35948.90
Total taxes after adjustments = 35948.90
""",
)

BUREAU = Invented(
    "en-business-credit-file",
    "credit_report",
    "Calder Joinery Limited",
    None,
    "2025-06-02",
    ("amount instant 2025-06-02", "balance instant 2025-06-02", "overdue instant 2025-06-02"),
    """
                Business Credit Report
Company name: Calder Joinery Limited         Company number: 09876543
Report date: 2 June 2025                     Credit score: 71 / 100
Credit agreements currently open
Lender                 Type of credit     Start date    End date     Original amount   Outstanding balance   Arrears    Status
Severn Bank            Term loan          14/02/2023    14/02/2028        60,000.00             40,000.00       0.00    Up to date
Northmere Finance      Hire purchase      01/09/2024    01/09/2027        24,000.00             18,250.00     640.00    1 month late
Total                                                                     84,000.00             58,250.00     640.00
""",
    """
Severn Bank = 60,000.00 40,000.00 0.00
Northmere Finance = 24,000.00 18,250.00 640.00
Total = 84,000.00 58,250.00 640.00
""",
)

ENERGY = Invented(
    "en-energy-bill-statement",
    "utility_bill",
    "Calder Joinery Limited",
    "2025-05-01",
    "2025-05-31",
    ("* month 2025-05-31",),
    """
Pennant Energy                                            Your electricity bill
Calder Joinery Limited                                    Account number 8812 4471 09
Unit 4, Mill Lane, Halifax                                Bill date: 4 June 2025
Billing period 1 May 2025 - 31 May 2025
Meter S1234567        Previous 44120 (A)     Latest 47320 (A)
Electricity used                       3,200 kWh @ 24.10p               £771.20
Standing charge                          31 days @ 62.00p                £19.22
Climate Change Levy                    3,200 kWh @ 0.801p                £25.63
Total charges before VAT                                                £816.05
VAT at 20%                                                              £163.21
Total amount due                                                        £979.26
""",
    """
Electricity used = 771.20
Standing charge = 19.22
Climate Change Levy = 25.63
Total charges before VAT = 816.05 @electricity_cost
VAT at 20% = 163.21
Total amount due = 979.26
""",
)

LAYOUTS = (VAT_PORTAL, VAT_BRIDGE, CT600, F1120, TRANSCRIPT, PAYROLL, F941, BUREAU, ENERGY)
