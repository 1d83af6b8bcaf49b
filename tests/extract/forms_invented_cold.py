"""Layouts read once more after all others: a tax certificate by rows, a company tax summary, a lender's ledger of months."""

from __future__ import annotations

from tests.extract.forms_invented import Invented

CERTIFICATE = Invented(
    "zh-tax-certificate-rows",
    "tax_certificate",
    "江州市云帆软件有限公司",
    "2024-01-01",
    "2024-12-31",
    ("paid year 2024-12-31",),
    """
                           中华人民共和国 税收完税证明
填发日期：2025年1月20日               税务机关：国家税务总局江州市税务局
纳税人名称   江州市云帆软件有限公司       纳税人识别号   91350100M000100Y43
税款所属期：2024年1月1日至2024年12月31日
税  种               入（退）库日期      实缴（退）金额
增值税               2024-12-16              310,220.15
企业所得税           2024-10-22               40,000.00
城市维护建设税       2024-12-16               21,715.41
印花税               2024-07-15                3,600.00
金额合计（大写）叁拾柒万伍仟伍佰叁拾伍元伍角陆分      ￥375,535.56
""",
    """
增值税 = 310,220.15
企业所得税 = 40,000.00
城市维护建设税 = 21,715.41
印花税 = 3,600.00
""",
)

COMPUTATION = Invented(
    "en-corporation-tax-summary",
    "ct600",
    "Severn Stationers Ltd",
    "2024-02-01",
    "2025-01-31",
    ("_ year 2025-01-31",),
    """
Severn Stationers Ltd
Corporation Tax Return - Summary
Accounting period: 1 February 2024 to 31 January 2025
                                            Box              £
Turnover                                    145        365,820
Trading profits                             155         61,204
Losses brought forward                      160              -
Profits chargeable to corporation tax       315         61,204
Corporation tax at 19%/25%                  430         12,980
Marginal relief                             435            402
Tax payable                                 525         12,578
""",
    """
Turnover = 365,820 @cit_revenue
Trading profits = 61,204 @cit_profit
Losses brought forward = -
Profits chargeable to corporation tax = 61,204 @cit_taxable_income
Corporation tax at 19%/25% = 12,980
Marginal relief = 402
Tax payable = 12,578
""",
)

QUARTER = Invented(
    "zh-cit-quarterly-list",
    "cit_quarterly",
    "江州市云帆软件有限公司",
    "2025-07-01",
    "2025-09-30",
    ("_ year_to_date 2025-09-30",),
    """
申报表：居民企业所得税季度预缴申报表（A类，2021年版）
企业名称：江州市云帆软件有限公司        所属期：2025年第三季度        申报状态：已申报      金额单位：元
项目                                              累计金额
营业收入                                      6,120,400.00
营业成本                                      4,400,112.05
利润总额                                        802,310.44
减：弥补以前年度亏损                                  0.00
实际利润额                                      802,310.44
应纳所得税额                                    200,577.61
减：减免所得税额                                160,462.09
减：本年实际已缴纳所得税额                       30,000.00
本期应补（退）所得税额                           10,115.52
""",
    """
营业收入 = 6,120,400.00 @cit_revenue
营业成本 = 4,400,112.05 @cit_cost
利润总额 = 802,310.44 @cit_profit
弥补以前年度亏损 = 0.00
实际利润额 = 802,310.44
应纳所得税额 = 200,577.61
减免所得税额 = 160,462.09
本年实际已缴纳所得税额 = 30,000.00
本期应补（退）所得税额 = 10,115.52
""",
)

LAYOUTS = (CERTIFICATE, COMPUTATION, QUARTER)
