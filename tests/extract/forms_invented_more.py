"""More forms of invented layouts, written after the others were read."""

from __future__ import annotations

from tests.extract.forms_invented import Invented

VAT_EXPORT = Invented(
    "zh-vat-general-list",
    "vat_general",
    "云台县金穗农机有限责任公司",
    "2024-12-01",
    "2024-12-31",
    ("_ month 2024-12-31", "_ year_to_date 2024-12-31"),
    """
电子税务局 > 申报信息查询 > 增值税及附加税费申报表（一般纳税人适用）
纳税人名称  云台县金穗农机有限责任公司        纳税人识别号  91370705MAB5A82510
所属期起  2024-12-01    所属期止  2024-12-31    申报日期  2025-01-10    状态  申报成功
序号   项目名称                                   本月数            本年累计数
1      按适用税率计税销售额                       330,000.00         2,905,110.20
2      按简易办法计税销售额                             0.00                 0.00
3      免税销售额                                       0.00                 0.00
4      销项税额                                    29,700.00           261,459.92
5      进项税额                                    18,220.15           199,340.71
6      上期留抵税额                                     0.00             1,204.00
7      进项税额转出                                     0.00                 0.00
8      应抵扣税额合计                              18,220.15           200,544.71
9      实际抵扣税额                                18,220.15           200,544.71
10     应纳税额                                    11,479.85            60,915.21
11     期末留抵税额                                     0.00                 0.00
12     应纳税额合计                                11,479.85            60,915.21
13     城市维护建设税本期应补（退）税额               573.99             3,045.76
14     教育费附加本期应补（退）费额                   344.40             1,827.46
15     地方教育附加本期应补（退）费额                 229.60             1,218.30
                                      第1页/共1页          导出时间：2025-02-11 09:14:33
""",
    """
按适用税率计税销售额 = 330,000.00 2,905,110.20 @vat_sales_taxable
按简易办法计税销售额 = 0.00 0.00
免税销售额 = 0.00 0.00
销项税额 = 29,700.00 261,459.92 @vat_output
进项税额 = 18,220.15 199,340.71 @vat_input
上期留抵税额 = 0.00 1,204.00 @vat_carried_forward_open
进项税额转出 = 0.00 0.00 @vat_input_transferred_out
应抵扣税额合计 = 18,220.15 200,544.71
实际抵扣税额 = 18,220.15 200,544.71
应纳税额 = 11,479.85 60,915.21
期末留抵税额 = 0.00 0.00 @vat_carried_forward_close
应纳税额合计 = 11,479.85 60,915.21 @vat_due
城市维护建设税本期应补（退）税额 = 573.99 3,045.76
教育费附加本期应补（退）费额 = 344.40 1,827.46
地方教育附加本期应补（退）费额 = 229.60 1,218.30
""",
)

TRIAL_NET = Invented(
    "zh-trial-balance-levels",
    "trial_balance",
    "云台县金穗农机有限责任公司",
    "2025-01-01",
    "2025-03-31",
    (
        "opening_debit instant 2024-12-31",
        "opening_credit instant 2024-12-31",
        "period_debit year_to_date 2025-03-31",
        "period_credit year_to_date 2025-03-31",
        "closing_debit instant 2025-03-31",
        "closing_credit instant 2025-03-31",
    ),
    """
                                          总账科目余额及发生额表
单位名称：云台县金穗农机有限责任公司              2025年1月至3月                                  金额单位：元
级次  科目代码   会计科目                期初借方余额   期初贷方余额   本期借方发生额  本期贷方发生额   期末借方余额   期末贷方余额
 1    1001       库存现金                    900.00                         5,000.00        5,100.00         800.00
 1    1002       银行存款                 88,000.00                       400,000.00      390,000.00      98,000.00
 2    1002-01      华川银行县支行         80,000.00                       400,000.00      390,000.00      90,000.00
 2    1002-02      城南农村商业银行        8,000.00                                                        8,000.00
 1    1122       应收账款                 41,000.00                       330,000.00      300,000.00      71,000.00
 2    1122-01      李屯合作社             41,000.00                       130,000.00      171,000.00
 2    1122-02      河东农场                                               200,000.00      129,000.00      71,000.00
 1    2202       应付账款                                   60,000.00     250,000.00      230,000.00                      40,000.00
 1    2211       应付职工薪酬                                9,900.00      29,700.00       29,700.00                       9,900.00
 1    3001       实收资本                                   50,000.00                                                    50,000.00
 1    3104       利润分配                                   10,000.00                                                    10,000.00
 1    5001       主营业务收入                                             330,000.00      330,000.00
 1    5602       管理费用                                                  29,700.00       29,700.00
                 借贷合计                129,900.00        129,900.00   1,374,400.00    1,314,500.00     169,800.00     109,900.00
""",
    """
库存现金 = 900.00 ~ 5,000.00 5,100.00 800.00 @cash_on_hand
银行存款 = 88,000.00 ~ 400,000.00 390,000.00 98,000.00 @bank_deposits
华川银行县支行 = 80,000.00 ~ 400,000.00 390,000.00 90,000.00
城南农村商业银行 = 8,000.00 ~ ~ ~ 8,000.00
应收账款 = 41,000.00 ~ 330,000.00 300,000.00 71,000.00 @trade_receivables
李屯合作社 = 41,000.00 ~ 130,000.00 171,000.00
河东农场 = ~ ~ 200,000.00 129,000.00 71,000.00
应付账款 = ~ 60,000.00 250,000.00 230,000.00 ~ 40,000.00 @trade_payables
应付职工薪酬 = ~ 9,900.00 29,700.00 29,700.00 ~ 9,900.00 @employee_benefits_payable
实收资本 = ~ 50,000.00 ~ ~ ~ 50,000.00 @paid_in_capital
利润分配 = ~ 10,000.00 ~ ~ ~ 10,000.00 @retained_earnings
主营业务收入 = ~ ~ 330,000.00 330,000.00 @revenue
管理费用 = ~ ~ 29,700.00 29,700.00 @admin_expenses
借贷合计 = 129,900.00 129,900.00 1,374,400.00 1,314,500.00 169,800.00 109,900.00
""",
)

WAGE_RECEIPT = Invented(
    "zh-wage-tax-key-values",
    "wage_tax",
    "云台县金穗农机有限责任公司",
    "2025-05-01",
    "2025-05-31",
    ("_ month 2025-05-31",),
    """
               综合所得个人所得税预扣预缴申报表（回执）
申报单位：云台县金穗农机有限责任公司
税款属期：2025年05月          申报日期：2025-06-08           金额单位：元（列至角分）
填报人数          11           其中：本月新增人数          1
收入合计      58,300.00        减除费用合计        55,000.00
应纳税所得额   1,204.11        应扣缴税额              36.12
已缴税额           0.00        应补（退）税额          36.12
""",
    """
填报人数 = 11 @iit_persons
本月新增人数 = 1
收入合计 = 58,300.00 @iit_wages
减除费用合计 = 55,000.00
应纳税所得额 = 1,204.11
应扣缴税额 = 36.12
已缴税额 = 0.00
应补（退）税额 = 36.12
""",
)

SOCIAL_RECEIPT = Invented(
    "zh-social-certificate",
    "social_insurance",
    "云台县金穗农机有限责任公司",
    "2025-03-01",
    "2025-03-31",
    ("due month 2025-03-31",),
    """
                    社会保险费缴纳证明
缴费单位名称：云台县金穗农机有限责任公司
费款所属期起止：2025-03-01 至 2025-03-31              开具日期：2025年4月20日
项目                                   金额（元）
参保缴费人数                                  12
缴费工资总额                           66,000.00
基本养老保险（单位缴纳）               10,560.00
基本养老保险（个人缴纳）                5,280.00
基本医疗保险                            5,940.00
失业保险                                  660.00
工伤保险                                  132.00
应缴合计                               22,572.00
""",
    """
参保缴费人数 = 12 @si_persons
缴费工资总额 = 66,000.00 @si_base
基本养老保险（单位缴纳） = 10,560.00
基本养老保险（个人缴纳） = 5,280.00
基本医疗保险 = 5,940.00
失业保险 = 660.00
工伤保险 = 132.00
应缴合计 = 22,572.00
""",
)

VALUATION = Invented(
    "zh-valuation-property",
    "valuation",
    "云台县金穗农机有限责任公司",
    None,
    "2025-04-30",
    ("appraised instant 2025-04-30", "book instant 2025-04-30"),
    """
                      房地产抵押估价结果报告（摘要）
估价委托人：城南农村商业银行                 产权人：云台县金穗农机有限责任公司
价值时点：2025年4月30日                      币种：人民币      单位：万元
序号   估价对象              建筑面积(㎡)     账面价值      评估价值
1      办公楼                    620.50          180.00        251.30
2      仓库                    1,200.00           95.40        120.00
3      国有土地使用权          3,333.30           60.00        110.50
       合计                                      335.40        481.80
""",
    """
办公楼 = 2513000 1800000
仓库 = 1200000 954000
国有土地使用权 = 1105000 600000
合计 = 4818000 3354000
""",
)

ENGLISH_APPLICATION = Invented(
    "en-application-form",
    "loan_application",
    "Bramble & Finch Ltd",
    None,
    None,
    ("* instant -", "* year -"),
    """
Business Loan Application
Section A - About your business
Legal name of business: Bramble & Finch Ltd          Company number: 09876543
Date of application: 14 May 2025
Section B - The loan
How much would you like to borrow?                   £75,000
Over what term?                                      36 months
Purpose of loan                                      New delivery van and working capital
Section C - Your finances
Annual turnover                                      £612,400
Net profit                                           £48,250
Total assets                                         £301,000
Total liabilities                                    £142,700
Existing bank loans                                  £22,500
Number of employees                                  8
""",
    """
How much would you like to borrow? = 75000
Over what term? = 36
Annual turnover = ~ 612400 @revenue
Net profit = ~ 48250 @net_profit
Total assets = 301000 @total_assets
Total liabilities = 142700 @total_liabilities
Existing bank loans = 22500 @bank_loans_note
Number of employees = 8
""",
)

AGED_VAT = Invented(
    "en-vat-accounting-print",
    "uk_vat",
    "Severn Stationers Ltd",
    "2024-11-01",
    "2025-01-31",
    ("_ quarter 2025-01-31",),
    """
Severn Stationers Ltd
VAT Return
For the period 1 November 2024 to 31 January 2025
VAT scheme: Standard (accrual)
                                                                                     Amount
VAT due on sales and other outputs                                   Box 1        18,440.12
VAT due on acquisitions from other EC Member States                  Box 2             0.00
Total VAT due                                                        Box 3        18,440.12
VAT reclaimed on purchases and other inputs                          Box 4        21,005.90
VAT to reclaim from HMRC                                             Box 5        -2,565.78
Total value of sales, excluding VAT                                  Box 6           92,200
Total value of purchases, excluding VAT                              Box 7          105,029
Total value of supplies of goods to the EU                           Box 8                0
Total value of acquisitions of goods from the EU                     Box 9                0
""",
    """
VAT due on sales and other outputs = 18,440.12 @vat_output
VAT due on acquisitions from other EC Member States = 0.00
Total VAT due = 18,440.12
VAT reclaimed on purchases and other inputs = 21,005.90 @vat_input
VAT to reclaim from HMRC = -2,565.78 @vat_due
Total value of sales, excluding VAT = 92,200 @vat_sales_taxable
Total value of purchases, excluding VAT = 105,029
Total value of supplies of goods to the EU = 0
Total value of acquisitions of goods from the EU = 0
""",
)

TRIAL_SAGE = Invented(
    "en-trial-balance-nominal",
    "trial_balance_en",
    "Severn Stationers Ltd",
    None,
    "2025-01-31",
    ("closing_debit instant 2025-01-31", "closing_credit instant 2025-01-31"),
    """
Date: 14/02/2025                        Severn Stationers Ltd                         Page: 1
Time: 10:22:41                       Period Trial Balance
To Period: Month 10, January 2025
N/C     Name                                       Debit          Credit
0030    Office Equipment                       14,200.00
0031    Office Equipment Depreciation                           6,100.00
1001    Stock                                  38,450.20
1100    Debtors Control Account                51,007.33
1200    Bank Current Account                    9,114.02
2100    Creditors Control Account                              27,310.15
2200    Sales Tax Control Account                               4,120.00
3000    Ordinary Shares                                           100.00
3200    Profit and Loss Account                                18,002.40
4000    Sales North                                           301,220.00
5000    Materials Purchased                   160,880.00
7000    Gross Wages                            70,201.00
7100    Rent                                   13,000.00
                                    Totals:   356,852.55      356,852.55
""",
    """
Office Equipment = 14,200.00 @fixed_assets_cost
Office Equipment Depreciation = ~ 6,100.00 @accumulated_depreciation
Stock = 38,450.20 @finished_goods
Debtors Control Account = 51,007.33 @trade_receivables
Bank Current Account = 9,114.02 @bank_deposits
Creditors Control Account = ~ 27,310.15 @trade_payables
Sales Tax Control Account = ~ 4,120.00 @taxes_payable
Ordinary Shares = ~ 100.00 @paid_in_capital
Profit and Loss Account = ~ 18,002.40 @retained_earnings
Sales North = ~ 301,220.00 @revenue
Materials Purchased = 160,880.00 @cost_of_sales
Gross Wages = 70,201.00 @admin_expenses
Rent = 13,000.00 @admin_expenses
Totals: = 356,852.55 356,852.55
""",
)

POWER_US = Invented(
    "en-power-bill-us",
    "utility_bill",
    "Lakeshore Catering LLC",
    "2025-02-12",
    "2025-03-13",
    ("* month 2025-03-13",),
    """
GREAT PLAINS POWER COOPERATIVE                          Electricity Bill
Account holder: Lakeshore Catering LLC                  Account No. 4471-2209
Service period: Feb 12, 2025 to Mar 13, 2025            Statement date: Mar 15, 2025
Total usage (kWh)                        4,812
Energy charges                         $577.44
Demand charges                         $120.00
Current charges                        $697.44
Sales tax                               $41.85
Amount due                             $739.29
""",
    """
Total usage = 4,812 @electricity_kwh
Energy charges = 577.44
Demand charges = 120.00
Current charges = 697.44 @electricity_cost
Sales tax = 41.85
Amount due = 739.29
""",
)

CREDIT_SUMMARY = Invented(
    "zh-credit-report-summary-grid",
    "credit_report",
    "云台县金穗农机有限责任公司",
    None,
    "2025-05-20",
    ("* instant 2025-05-20",),
    """
企业信用报告（自主查询版）
被查询机构名称：云台县金穗农机有限责任公司          查询时间：2025-05-20 09:00:12
信息概要                                            单位：元
首次有信贷交易的年份   2019        发生信贷交易的机构数     4
当前有未结清信贷交易的机构数    2   首次有相关还款责任的年份   --
未结清信贷余额合计    1,350,000.00      其中：被追偿余额           0.00
关注类余额                 0.00         不良类余额                 0.00
对外担保余额         200,000.00         授信总额         2,000,000.00
""",
    """
未结清信贷余额合计 = 1350000.00 @credit_report_loans
被追偿余额 = 0.00
关注类余额 = 0.00
不良类余额 = 0.00
对外担保余额 = 200000.00
授信总额 = 2000000.00
""",
)

LAYOUTS = (
    VAT_EXPORT, TRIAL_NET, WAGE_RECEIPT, SOCIAL_RECEIPT, VALUATION, ENGLISH_APPLICATION, AGED_VAT, TRIAL_SAGE, POWER_US, CREDIT_SUMMARY,
)  # fmt: skip
