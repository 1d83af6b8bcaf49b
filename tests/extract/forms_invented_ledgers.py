"""Trial balances of invented layouts, in both languages."""

from __future__ import annotations

from tests.extract.forms_invented import Invented

TRIAL_DIRECTION = Invented(
    "zh-trial-balance-direction",
    "trial_balance",
    "江州市云帆软件有限公司",
    "2025-06-01",
    "2025-06-30",
    ("opening instant 2025-05-31", "period_debit month 2025-06-30", "period_credit month 2025-06-30", "closing instant 2025-06-30"),
    """
                                    发生额及余额表
核算单位：[001]江州市云帆软件有限公司      期间：2025.06-2025.06        币别：人民币      单位：元
科目编码    科目名称             方向     期初余额      本期借方       本期贷方     方向     期末余额
1001        库存现金              借      1,200.00        500.00         300.00     借       1,400.00
1002        银行存款              借    310,000.00    200,000.00     150,000.00     借     360,000.00
100201        华川银行基本户      借    300,000.00    200,000.00     140,000.00     借     360,000.00
100202        江岸银行一般户      借     10,000.00                    10,000.00     平
1122        应收账款              借     88,000.00    113,000.00     200,000.00     借       1,000.00
1602        累计折旧              贷     20,000.00                     1,000.00     贷      21,000.00
2202        应付账款              贷     50,000.00     50,000.00      30,000.00     贷      30,000.00
2221        应交税费              贷      3,100.50      3,100.50      13,000.00     贷      13,000.00
4001        实收资本              贷    300,000.00                                  贷     300,000.00
4103        本年利润              贷     26,099.50    100,000.00     100,000.00     贷      26,099.50
6001        主营业务收入          平                  100,000.00     100,000.00     平
6602        管理费用              平                   27,700.00                    借      27,700.00
            合计                                     594,300.50     594,300.00
""",
    """
库存现金 = 1,200.00 500.00 300.00 1,400.00 @cash_on_hand
银行存款 = 310,000.00 200,000.00 150,000.00 360,000.00 @bank_deposits
华川银行基本户 = 300,000.00 200,000.00 140,000.00 360,000.00
江岸银行一般户 = 10,000.00 ~ 10,000.00
应收账款 = 88,000.00 113,000.00 200,000.00 1,000.00 @trade_receivables
累计折旧 = 20,000.00 ~ 1,000.00 21,000.00 @accumulated_depreciation
应付账款 = 50,000.00 50,000.00 30,000.00 30,000.00 @trade_payables
应交税费 = 3,100.50 3,100.50 13,000.00 13,000.00 @taxes_payable
实收资本 = 300,000.00 ~ ~ 300,000.00 @paid_in_capital
本年利润 = 26,099.50 100,000.00 100,000.00 26,099.50 @retained_earnings
主营业务收入 = ~ 100,000.00 100,000.00 @revenue
管理费用 = ~ 27,700.00 ~ 27,700.00 @admin_expenses
合计 = ~ 594,300.50 594,300.00
""",
)


TRIAL_WIDE = Invented(
    "zh-trial-balance-eight-columns",
    "trial_balance",
    "城南春谷食品有限公司",
    "2024-01-01",
    "2024-12-31",
    (
        "opening_debit instant 2023-12-31",
        "opening_credit instant 2023-12-31",
        "period_debit year_to_date 2024-12-31",
        "period_credit year_to_date 2024-12-31",
        "year_debit year_to_date 2024-12-31",
        "year_credit year_to_date 2024-12-31",
        "closing_debit instant 2024-12-31",
        "closing_credit instant 2024-12-31",
    ),
    """
编制单位：城南春谷食品有限公司                      科 目 余 额 表                     2024年第1期至2024年第12期      单位：元
     科    目              期 初 余 额                本 期 发 生 额               本 年 累 计 发 生 额               期 末 余 额
                         借方          贷方          借方          贷方          借方           贷方          借方          贷方
1001 库存现金          2,000.00                    30,000.00     28,000.00     30,000.00      28,000.00      4,000.00
1002 银行存款        500,000.00                 3,000,000.00  2,800,000.00  3,000,000.00   2,800,000.00    700,000.00
1122 应收账款         60,000.00                   900,000.00    860,000.00    900,000.00     860,000.00    100,000.00
1405 库存商品        120,000.00                 1,500,000.00  1,400,000.00  1,500,000.00   1,400,000.00    220,000.00
2001 短期借款                      200,000.00    200,000.00    300,000.00    200,000.00     300,000.00                  300,000.00
2202 应付账款                       80,000.00    700,000.00    650,000.00    700,000.00     650,000.00                   30,000.00
2241 其他应付款                     12,000.00      2,000.00                    2,000.00                                  10,000.00
3001 实收资本                      300,000.00                                                                            300,000.00
3103 本年利润                       90,000.00  1,800,000.00  2,094,000.00  1,800,000.00   2,094,000.00                  384,000.00
      合    计       682,000.00    682,000.00  8,132,000.00  8,132,000.00  8,132,000.00   8,132,000.00  1,024,000.00  1,024,000.00
单位负责人：周谷                 会计机构负责人：李敏                  制表：李敏                    打印日期：2025-01-15
""",
    """
库存现金 = 2,000.00 ~ 30,000.00 28,000.00 30,000.00 28,000.00 4,000.00 @cash_on_hand
银行存款 = 500,000.00 ~ 3,000,000.00 2,800,000.00 3,000,000.00 2,800,000.00 700,000.00 @bank_deposits
应收账款 = 60,000.00 ~ 900,000.00 860,000.00 900,000.00 860,000.00 100,000.00 @trade_receivables
库存商品 = 120,000.00 ~ 1,500,000.00 1,400,000.00 1,500,000.00 1,400,000.00 220,000.00 @finished_goods
短期借款 = ~ 200,000.00 200,000.00 300,000.00 200,000.00 300,000.00 ~ 300,000.00 @short_term_borrowings
应付账款 = ~ 80,000.00 700,000.00 650,000.00 700,000.00 650,000.00 ~ 30,000.00 @trade_payables
其他应付款 = ~ 12,000.00 2,000.00 ~ 2,000.00 ~ ~ 10,000.00 @other_payables
实收资本 = ~ 300,000.00 ~ ~ ~ ~ ~ 300,000.00 @paid_in_capital
本年利润 = ~ 90,000.00 1,800,000.00 2,094,000.00 1,800,000.00 2,094,000.00 ~ 384,000.00 @retained_earnings
合计 = 682,000.00 682,000.00 8,132,000.00 8,132,000.00 8,132,000.00 8,132,000.00 1,024,000.00 1,024,000.00
""",
)


TRIAL_XERO = Invented(
    "en-trial-balance-prior-year",
    "trial_balance_en",
    "Calder Joinery Limited",
    None,
    "2025-03-31",
    ("closing_debit instant 2025-03-31", "closing_credit instant 2025-03-31", "* instant 2024-03-31"),
    """
Trial Balance
Calder Joinery Limited
As at 31 March 2025
Account Code    Account                      Account Type       Debit - Year to date    Credit - Year to date    31 Mar 2024
200             Sales                        Revenue                                             1,250,440.00    (1,101,300.00)
310             Cost of Goods Sold           Direct Costs                 760,100.00                                 702,000.00
477             Wages & Salaries             Overhead                     240,040.00                                 221,000.00
600             Business Bank Account        Bank                          71,300.00                                  44,120.00
610             Accounts Receivable          Current Asset                188,000.00                                 160,500.00
710             Office Equipment             Fixed Asset                   30,000.00                                  30,000.00
711             Less Acc. Depreciation       Fixed Asset                                            12,000.00        (9,000.00)
800             Accounts Payable             Current Liability                                      61,000.00       (77,320.00)
900             Bank Loan                    Non-current Liability                                    40,000.00       (50,000.00)
960             Retained Earnings            Equity                        74,000.00                                  80,000.00
970             Ordinary Share Capital       Equity                                                    100.00          (100.00)
                Total                                                   1,363,440.00             1,363,540.00              0.00
""",
    """
Sales = ~ 1,250,440.00 (1,101,300.00) @revenue
Cost of Goods Sold = 760,100.00 ~ 702,000.00 @cost_of_sales
Wages & Salaries = 240,040.00 ~ 221,000.00 @admin_expenses
Business Bank Account = 71,300.00 ~ 44,120.00 @bank_deposits
Accounts Receivable = 188,000.00 ~ 160,500.00 @trade_receivables
Office Equipment = 30,000.00 ~ 30,000.00 @fixed_assets_cost
Less Acc. Depreciation = ~ 12,000.00 (9,000.00) @accumulated_depreciation
Accounts Payable = ~ 61,000.00 (77,320.00) @trade_payables
Bank Loan = ~ 40,000.00 (50,000.00) @long_term_borrowings
Retained Earnings = 74,000.00 ~ 80,000.00 @retained_earnings
Ordinary Share Capital = ~ 100.00 (100.00) @paid_in_capital
Total = 1,363,440.00 1,363,540.00 0.00
""",
)


TRIAL_MOVES = Invented(
    "en-trial-balance-movements",
    "trial_balance_en",
    "Lakeshore Catering LLC",
    "2024-01-01",
    "2024-12-31",
    (
        "opening instant 2023-12-31",
        "period_debit year_to_date 2024-12-31",
        "period_credit year_to_date 2024-12-31",
        "closing instant 2024-12-31",
    ),
    """
Lakeshore Catering LLC
Working Trial Balance
January 1, 2024 through December 31, 2024
                                        Beginning                                        Ending
Acct    Description                       Balance         Debits        Credits         Balance
1010    Checking account                12,400.00     610,000.00     601,200.00       21,200.00
1200    Accounts receivable              8,000.00     590,000.00     585,500.00       12,500.00
1500    Equipment                       40,000.00           0.00           0.00       40,000.00
2000    Accounts payable                -9,000.00     300,000.00     302,500.00      -11,500.00
2500    Note payable - bank            -30,000.00      12,000.00           0.00      -18,000.00
3000    Members' equity                -21,400.00           0.00           0.00      -21,400.00
4000    Food sales                           0.00           0.00     590,000.00     -590,000.00
5000    Food purchases                       0.00     302,500.00           0.00      302,500.00
6100    Payroll expense                      0.00     264,700.00           0.00      264,700.00
        Totals                               0.00   2,079,200.00   2,079,200.00            0.00
""",
    """
Checking account = 12,400.00 610,000.00 601,200.00 21,200.00 @bank_deposits
Accounts receivable = 8,000.00 590,000.00 585,500.00 12,500.00 @trade_receivables
Equipment = 40,000.00 0.00 0.00 40,000.00 @fixed_assets_cost
Accounts payable = -9,000.00 300,000.00 302,500.00 -11,500.00 @trade_payables
Note payable - bank = -30,000.00 12,000.00 0.00 -18,000.00 @short_term_borrowings
Members' equity = -21,400.00 0.00 0.00 -21,400.00
Food sales = 0.00 0.00 590,000.00 -590,000.00 @revenue
Food purchases = 0.00 302,500.00 0.00 302,500.00 @cost_of_sales
Payroll expense = 0.00 264,700.00 0.00 264,700.00 @admin_expenses
Totals = 0.00 2,079,200.00 2,079,200.00 0.00
""",
)


LAYOUTS = (TRIAL_DIRECTION, TRIAL_WIDE, TRIAL_XERO, TRIAL_MOVES)
