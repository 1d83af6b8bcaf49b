"""Any bank: columns known by what banks usually call them, in Chinese and English, and a few EU languages. Tried last."""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank=None,
    signs=(),
    columns={
        "date": (
            "交易日期", "记账日期", "记帐日期", "入账日期", "交易日", "记账日", "日期", "发生日期", "业务日期", "会计日期",
            "交易时间", "记账时间", "入账时间", "时间", "date", "transaction date", "posting date", "posted date",
            "date posted", "post date", "booking date", "trans date", "txn date", "tran date", "entry date", "value date",
            "date of transaction", "date paid", "posted", "posted on", "effective date", "buchungstag", "datum",
        ),
        "out": (
            "借方发生额", "借方金额", "借方", "支出", "支出金额", "付款金额", "转出", "转出金额", "支取", "取出", "付出",
            "付出金额", "借方发生金额", "支出额", "借记金额", "paid out", "money out", "withdrawals", "withdrawal",
            "withdrawn", "debit", "debits", "debit amount", "amount debited", "payments", "payments out", "payment",
            "outgoing", "outgoings", "withdrawals and debits", "charges and debits", "money paid out", "debit dr", "dr",
            "soll", "belastung", "withdrawal amount", "subtractions",
            "withdrawals/debits", "debits/withdrawals", "outflow", "spent", "money spent", "出账金额",
            "支付金额", "付款",
        ),
        "in": (
            "贷方发生额", "贷方金额", "贷方", "收入", "收入金额", "收款金额", "转入", "转入金额", "存入", "收到金额",
            "贷方发生金额", "收入额", "贷记金额", "paid in", "money in", "deposits", "deposit", "deposited", "credit",
            "credits", "credit amount", "amount credited", "receipts", "receipt", "payments in", "incoming", "incomings",
            "deposits and credits", "money paid in", "credit cr", "cr", "haben", "gutschrift", "lodgements",
            "deposit amount", "additions",
            "deposits/credits", "credits/deposits", "inflow", "received", "money received", "入账金额",
            "收款",
        ),
        "amount": (
            "交易金额", "金额", "发生额", "发生金额", "交易额", "交易发生额", "收支金额", "amount", "transaction amount",
            "billing amount", "betrag", "umsatz", "value",
        ),
        "mark": (
            "借贷标志", "借贷", "借/贷", "收/支", "收支", "收支方向", "收付标志", "借贷方向", "方向", "收支类型",
            "交易方向", "收支标志", "借贷标识", "dr/cr", "cr/dr", "d/c", "c/d", "debit/credit", "credit/debit",
            "creditdebit", "credit debit indicator", "dc",
        ),
        "balance": (
            "余额", "账户余额", "帐户余额", "本次余额", "交易后余额", "当前余额", "联机余额", "可用余额", "结余",
            "交易余额", "账面余额", "balance", "running balance", "running bal", "bal", "ledger balance", "account balance",
            "balance carried",
            "closing balance", "saldo", "kontostand",
        ),
        "text": (
            "摘要", "用途", "附言", "备注", "交易类型", "交易摘要", "交易附言", "业务摘要", "商品", "商品说明", "摘要说明",
            "交易说明", "交易描述", "业务类型", "交易分类", "交易用途", "个性化信息", "用途摘要", "交易名称", "说明",
            "附言/用途", "摘要/附言", "摘要/用途", "描述", "交易种类", "description", "details", "particulars",
            "narrative", "narration", "transaction", "transactions", "transaction details", "transaction description",
            "payment type", "type", "payment type and details", "memo", "remarks", "transaction type", "activity",
            "reference", "payment reference", "verwendungszweck", "buchungstext", "your reference",
            "details of transaction", "what",
        ),
        "counterparty": (
            "对方户名", "对方名称", "交易对方", "对手信息", "收/付方名称", "收付方名称", "对方单位", "对方单位名称",
            "对方账户名称", "交易对手", "交易对手名称", "对手户名", "对方账户名", "交易对方名称", "交易对方户名",
            "收付款人名称", "对手名称", "对方", "counterparty", "counterparty name", "payee", "payee/payer", "payer/payee",
            "name", "beneficiary", "merchant", "counter party", "who",
        ),
        "counterparty_account": (
            "对方账号", "对方帐号", "对方账户", "对手账号", "交易对手账号", "交易对方账号", "收/付方账号", "收付方账号",
            "对方卡号", "对方账号/卡号", "counterparty account", "counterparty account number", "account of counterparty",
        ),
        "currency": ("币种", "货币", "币别", "交易币种", "currency", "ccy", "billing currency"),
        "status": ("交易状态", "当前状态", "状态", "status"),
        "reference": (
            "流水号", "凭证号", "凭证号码", "交易流水号", "交易序号", "柜员号", "柜员", "网点", "网点号", "日志号",
            "凭证种类", "凭证类型", "凭证", "交易单号", "商户单号", "交易订单号", "商家订单号", "交易流水", "序号", "行次",
            "编号", "回单编号", "业务编号", "柜员流水号", "交易网点", "交易机构", "transaction id", "transaction number",
            "cheque no", "cheque number", "check no", "check number", "chq no", "ref", "ref no", "reference no",
            "reference number", "no", "instrument id", "serial no", "bank reference", "line",
        ),
        "other": (
            "余额方向", "余额借贷", "余额标志", "余额借贷标志", "余额性质",
            "对方行名", "对方开户行", "对方银行", "对方行号", "对手行名", "收/付方行名", "交易渠道", "渠道", "收/付款方式",
            "支付方式", "起息日", "钞汇", "钞汇标志", "交易地点", "交易场所", "地区号", "应用号", "存期", "约转期",
            "通知种类", "利率", "本外币标志", "企业流水号", "balance currency", "branch", "channel", "sort code",
            "account number", "account", "category", "value dt", "time",
        ),
    },
    in_words=("贷", "收", "收入", "c", "cr", "credit", "crdt", "入账", "转入", "存入", "in", "+", "来账", "收方", "贷方", "收款"),
    out_words=("借", "支", "支出", "付", "d", "dr", "debit", "dbit", "出账", "转出", "支取", "out", "-", "往账", "付方",
               "借方", "付款"),
    neutral=("不计收支", "/", "其他"),
    void=("交易关闭", "已撤销", "失败", "交易失败", "cancelled", "reverted", "declined", "failed"),
)  # fmt: skip
