"""The last of the invented layouts: letters, blocks of pairs, ledgers of many columns, lists by month."""

from __future__ import annotations

from tests.extract.forms_invented import Invented

LETTER = Invented(
    "zh-application-letter",
    "loan_application",
    "云台县金穗农机有限责任公司",
    None,
    None,
    ("* instant -",),
    """
                                贷款申请书
城南农村商业银行：
    我公司云台县金穗农机有限责任公司因采购春耕农机配件，特向贵行提出贷款申请，具体如下：
    申请金额为人民币80万元，申请期限12个月，用于购买农机配件。
    截至上月末，我公司资产总额512.30万元，负债总额为301.20万元，银行借款余额20万元。
    望贵行予以批准。
                                              申请单位：云台县金穗农机有限责任公司
                                              申请日期：2025年2月10日
""",
    """
申请金额 = 800000
申请期限 = 12
资产总额 = 5123000 @total_assets
负债总额 = 3012000 @total_liabilities
银行借款余额 = 200000 @bank_loans_note
""",
)

BLOCKS = Invented(
    "zh-credit-report-blocks",
    "credit_report",
    "城南春谷食品有限公司",
    None,
    "2025-09-12",
    ("* instant 2025-09-12",),
    """
                      企 业 信 用 报 告
企业名称：城南春谷食品有限公司          报告时间：2025-09-12
未结清信贷余额合计：1,800,000.00元      逾期总额合计：0.00元
一、未结清短期借款
授信机构：华川银行城南支行              业务种类：流动资金贷款
借款金额：1,000,000.00元                余额：1,000,000.00元
开立日期：2025-03-11                    到期日：2026-03-10           五级分类：正常
二、未结清中长期借款
授信机构：江岸银行股份有限公司          业务种类：固定资产贷款
借款金额：1,000,000.00元                余额：800,000.00元
""",
    """
未结清信贷余额合计 = 1800000 @credit_report_loans
逾期总额合计 = 0
借款金额 = 1000000
余额 = 1000000
借款金额 = 1000000
余额 = 800000
""",
)

WIDE_LEDGER = Invented(
    "zh-trial-balance-year-and-period-opening",
    "trial_balance",
    "江州市云帆软件有限公司",
    "2025-06-01",
    "2025-06-30",
    (
        "* instant 2024-12-31",
        "* instant 2024-12-31",
        "opening_debit instant 2025-05-31",
        "opening_credit instant 2025-05-31",
        "period_debit month 2025-06-30",
        "period_credit month 2025-06-30",
        "closing_debit instant 2025-06-30",
        "closing_credit instant 2025-06-30",
    ),
    """
科目余额表
公司名称：江州市云帆软件有限公司     期间：2025年6期     币别：人民币    单位：元
科目代码  科目名称         年初余额                  期初余额                  本期发生额                期末余额
                        借方         贷方         借方         贷方         借方         贷方         借方         贷方
1001      库存现金        800.00                 1,200.00                   500.00       300.00     1,400.00
1002      银行存款    250,000.00               310,000.00               200,000.00   150,000.00   360,000.00
2202      应付账款                 40,000.00                 50,000.00    50,000.00    30,000.00                30,000.00
3001      实收资本                210,800.00                261,200.00                                         261,200.00
          合计        250,800.00  250,800.00   311,200.00   311,200.00   250,500.00   180,300.00   361,400.00  291,200.00
""",
    """
库存现金 = 800.00 ~ 1,200.00 ~ 500.00 300.00 1,400.00 @cash_on_hand
银行存款 = 250,000.00 ~ 310,000.00 ~ 200,000.00 150,000.00 360,000.00 @bank_deposits
应付账款 = ~ 40,000.00 ~ 50,000.00 50,000.00 30,000.00 ~ 30,000.00 @trade_payables
实收资本 = ~ 210,800.00 ~ 261,200.00 ~ ~ ~ 261,200.00 @paid_in_capital
合计 = 250,800.00 250,800.00 311,200.00 311,200.00 250,500.00 180,300.00 361,400.00 291,200.00
""",
)

EPS = Invented(
    "en-payroll-this-period-only",
    "rti_fps",
    "Severn Stationers Ltd",
    "2025-01-06",
    "2025-02-05",
    ("_ month 2025-02-05",),
    """
Employer Payment Summary / P32 Employer Payment Record
Employer name    Severn Stationers Ltd           PAYE ref    475/SE1200
Tax period       6 January 2025 to 5 February 2025
Employees paid                                                     7
Gross pay                                                  16,204.00
Income tax                                                  1,801.20
Employee NIC                                                  612.48
Employer NIC                                                1,540.11
Less: Employment allowance                                   -416.67
Amount due to HMRC                                          3,537.12
""",
    """
Employees paid = 7 @iit_persons
Gross pay = 16,204.00 @iit_wages
Income tax = 1,801.20
Employee NIC = 612.48
Employer NIC = 1,540.11
Employment allowance = -416.67
Amount due to HMRC = 3,537.12
""",
)

SURVEYOR = Invented(
    "en-valuation-schedule",
    "valuation",
    "Calder Joinery Limited",
    None,
    "2025-03-31",
    ("book instant 2025-03-31", "appraised instant 2025-03-31", "insured instant 2025-03-31"),
    """
Valuation Report
Prepared for: Calder Joinery Limited                Valuation date: 31 March 2025
All figures in £
                                     Net book       Market          Sum
Asset                                   value        value      insured
Workshop, Mill Lane                   210,000      285,000      320,000
CNC router and saws                    48,200       39,500       55,000
Two delivery vans                      21,000       18,750       24,000
Total                                 279,200      343,250      399,000
""",
    """
Workshop, Mill Lane = 210,000 285,000 320,000
CNC router and saws = 48,200 39,500 55,000
Two delivery vans = 21,000 18,750 24,000
Total = 279,200 343,250 399,000
""",
)

LAYOUTS = (LETTER, BLOCKS, WIDE_LEDGER, EPS, SURVEYOR)
