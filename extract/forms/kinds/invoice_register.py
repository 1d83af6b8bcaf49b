"""Lists of the invoices that a firm issued or received: the tax platform's export, a day book, a bookkeeper's sheet."""

from __future__ import annotations

from extract.forms.layout import ColumnMeaning, FormKind

KIND = FormKind(
    form="invoice_register",
    type="other",
    titles=(
        r"(?:开具|取得|销项|进项|收到)?发票(?:清单|明细表?|列表|台账|登记簿|汇总表|查询导出结果|基础信息)$|全量发票|(?:sales|purchases?)daybook"
        r"|invoices?(?:issued|received)|invoiceregister|invoicelist|(?:customer|supplier|sales|purchases?)invoice(?:report|listing|register|summary)"
        r"|invoice(?:listing|report|ledger)|(?:sales|purchases?)(?:register|ledger)listing",
    ),
    deciding=1,
    span="month",
    columns=(
        ColumnMeaning(
            r"(?:不含税)?金额(?:\(不含税\))?|不含税(?:金额|销售额|额)|(?:sub-?total|net)(?:amount|value|total)?\(?[£$]?\)?(?:\(?(?:gbp|usd)\)?)?"
            r"|amountexcl\.?(?:vat|tax)|(?:amount|total)ex\.?(?:vat|tax|gst)|taxableamount",
            "net", "instant",
        ),
        ColumnMeaning(
            r"税额|(?:vat|salestax|tax|gst|ofwhichtax)(?:amount)?\(?[£$]?\)?(?:\(?(?:gbp|usd)\)?)?", "tax", "instant"
        ),
        ColumnMeaning(
            r"价税合计|含税金额|合计金额|合计|(?:gross|total|invoice)(?:amount|value|total)?\(?[£$]?\)?(?:\(?(?:gbp|usd)\)?)?|amountinc\.?(?:vat|tax|gst)",
            "total", "instant",
        ),
        ColumnMeaning(r"paid|amountpaid|received|已收款?|已付款?|回款", "paid", "instant"),
        ColumnMeaning(r"balance|outstanding|amountdue|balancedue|未收款?|未付款?|欠款|余额", "balance", "instant"),
        ColumnMeaning(
            r"(?:数电票|数电发票|全电发票)?(?:发票)?号码|发票号|(?:invoice|inv|document)\.?(?:no|number|num|#|ref)?\.?|reference|number|docno"
            r"|(?:our|supplier|customer)ref\.?",
            "number", holds="words",
        ),
        ColumnMeaning(r"发票代码|代码", "code", holds="words"),
        ColumnMeaning(r"(?:开票)?日期|开票时间|(?:invoice|inv|issue|document|posting)?\.?date|dateissued", "day", holds="words"),
        ColumnMeaning(r"due|duedate|datedue|到期日", "due", holds="words"),
        ColumnMeaning(
            r"(?:购买?方|销售?方|客户|供应商|对方|购方|销方)(?:名称|单位)?|(?:customer|supplier|account|vendor|client|contact|payee)(?:name)?|name",
            "party", holds="words",
        ),
        ColumnMeaning(
            r"(?:购买?方|销售?方|对方|购方|销方)(?:纳税人)?(?:识别号|税号)|税号|(?:tax|vat)(?:number|no|id|regno)", "tax_id", holds="words"
        ),
        ColumnMeaning(r"(?:发票)?票种|发票类型|发票种类|type|kind", "kind", holds="words"),
        ColumnMeaning(r"(?:发票)?状态|status|是否认证|认证状态|抵扣状态", "status", holds="words"),
        ColumnMeaning(r"税率(?:/征收率)?|(?:vat|tax)rate|(?:vat|tax)%", "rate", holds="words"),
        # Of the goods, and of the export itself: words of the line, so that their numbers are taken for no amounts.
        ColumnMeaning(
            r"货物或应税劳务(?:、?服务)?名称|项目名称|品名|商品名称|货物名称|摘要|description|details|memo", "description", holds="words"
        ),
        ColumnMeaning(r"规格型号|规格|单位|数量|单价|税收分类编码|特定业务类型|unit|qty|quantity|unitprice|price", "goods", holds="words"),
        ColumnMeaning(
            r"发票来源|是否正数发票|发票风险等级|风险等级|开票人|收款人|复核人?|备注|nominal(?:code)?|vatcode|taxcode|currency|terms|project|"
            r"department|po(?:no|number)?|ageing|age",
            "remark", holds="words",
        ),
        ColumnMeaning(r"序号|#|行号|no\.?", "row", holds="number"),
    ),
    label="number",
)  # fmt: skip
