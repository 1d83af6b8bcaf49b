"""Words for bank lines where nothing better is known: one plain text for each kind of movement."""

from __future__ import annotations

from random import Random

from samples.books.journal import Kind
from samples.firms.firm import Country
from samples.population.splits import Split

_ZH: dict[str, tuple[str, str]] = {
    "receipt": ("转账", "货款"), "cash_sale": ("转账", "货款"), "advance": ("转账", "预付货款"), "platform_payout": ("代付", "商户结算款"),
    "note_cashed": ("托收", "票据到期款"), "retention_release": ("转账", "质保金"), "refund": ("转账", "退款"), "payment": ("转账", "货款"),
    "prepayment": ("转账", "预付款"), "payroll": ("代发", "工资"), "insurance": ("扣款", "社保费"), "wage_tax_paid": ("缴税", "个人所得税"),
    "rent": ("转账", "房租"), "power": ("扣款", "电费"), "freight": ("转账", "运费"), "bank_fee": ("手续费", "对公账户服务费"),
    "deposit_interest": ("结息", "活期利息"), "loan_draw": ("放款", "贷款发放"), "loan_interest": ("利息", "贷款利息"),
    "loan_repayment": ("还款", "归还贷款本金"), "owner_in": ("转账", "往来款"), "owner_out": ("转账", "往来款"),
    "capital_in": ("转账", "投资款"), "dividend": ("转账", "分红"), "transfer": ("转账", "本单位账户互转"),
    "cash_withdrawn": ("提现", "备用金"), "cash_deposited": ("现存", "营业款"), "capex": ("转账", "设备款"),
    "disposal": ("转账", "设备处置款"),
    "vat_paid": ("缴税", "增值税"), "surcharges_paid": ("缴税", "附加税费"), "stamp_tax": ("缴税", "印花税"),
    "income_tax_paid": ("缴税", "企业所得税"), "prior_year_tax": ("缴税", "企业所得税汇算清缴"), "grant": ("转账", "补助款"),
}  # fmt: skip
_EN: dict[str, tuple[str, str]] = {
    "receipt": ("BGC", "Invoice payment"), "cash_sale": ("CR", "Card takings"), "advance": ("BGC", "Deposit"),
    "platform_payout": ("BGC", "Settlement"), "payment": ("FPO", "Supplier payment"), "payroll": ("BP", "Wages"),
    "insurance": ("DD", "NIC"),
    "wage_tax_paid": ("DD", "PAYE"), "rent": ("SO", "Rent"), "power": ("DD", "Electricity"), "bank_fee": ("CHG", "Account charges"),
    "deposit_interest": ("INT", "Credit interest"), "loan_draw": ("CR", "Loan drawdown"), "loan_interest": ("DD", "Loan interest"),
    "loan_repayment": ("DD", "Loan repayment"), "owner_in": ("FPI", "Director's loan"), "owner_out": ("FPO", "Director's loan"),
    "transfer": ("TFR", "Transfer between accounts"), "vat_paid": ("DD", "VAT"), "income_tax_paid": ("FPO", "Corporation tax"),
    "sales_tax_paid": ("DD", "Sales tax"), "dividend": ("FPO", "Dividend"),
}  # fmt: skip


def summary(kind: Kind, country: Country, split: Split, source: Random) -> str:  # noqa: ARG001  the signature of narratives
    """摘要 or the type code of a movement."""
    return (_ZH if country == "CN" else _EN).get(kind, ("转账", "") if country == "CN" else ("FP", ""))[0]


def purpose(
    kind: Kind,
    country: Country,
    split: Split,  # noqa: ARG001  the signature of narratives
    source: Random,  # noqa: ARG001
    *,
    number: str = "",
    month: str = "",  # noqa: ARG001
    party: str = "",  # noqa: ARG001
) -> str:
    """用途, or the reference text of a movement."""
    text = (_ZH if country == "CN" else _EN).get(kind, ("", "往来款") if country == "CN" else ("", "Payment"))[1]
    return f"{text} {number}".strip() if country != "CN" else f"{text}{number}"
