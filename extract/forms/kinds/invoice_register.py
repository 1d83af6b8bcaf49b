"""Lists of the invoices that a firm issued or received: the tax platform's export, a day book, a bookkeeper's sheet."""

from __future__ import annotations

from extract.forms.layout import ColumnMeaning, FormKind

KIND = FormKind(
    form="invoice_register",
    type="other",
    titles=(
        r"(?:开具|取得|销项|进项|收到)?发票(?:清单|明细表?|列表|台账|登记簿|汇总表)$|(?:sales|purchases?)daybook|invoices?(?:issued|received)|invoiceregister|invoicelist",
    ),
    deciding=1,
    span="month",
    columns=(
        ColumnMeaning(
            r"(?:不含税)?金额(?:\(不含税\))?|不含税(?:金额|销售额)|net(?:amount)?\(?[£$]?\)?|amountexcl\.?(?:vat|tax)", "net", "instant"
        ),
        ColumnMeaning(r"税额|(?:vat|salestax|tax|ofwhichtax)(?:amount)?\(?[£$]?\)?", "tax", "instant"),
        ColumnMeaning(r"价税合计|含税金额|合计金额|(?:gross|total)(?:amount)?\(?[£$]?\)?", "total", "instant"),
        ColumnMeaning(r"(?:数电票|数电发票)?(?:发票)?号码|invoice(?:no|number|#)?|reference|number|docno", "number", holds="words"),
        ColumnMeaning(r"发票代码|代码", "code", holds="words"),
        ColumnMeaning(r"(?:开票)?日期|开票时间|(?:invoice)?date", "day", holds="words"),
        ColumnMeaning(
            r"(?:购买?方|销售?方|客户|供应商|对方|购方|销方)(?:名称|单位)?|customer|supplier|account|name|vendor|client",
            "party",
            holds="words",
        ),
        ColumnMeaning(
            r"(?:购买?方|销售?方|对方|购方|销方)(?:纳税人)?(?:识别号|税号)|税号|(?:tax|vat)(?:number|no|id|regno)", "tax_id", holds="words"
        ),
        ColumnMeaning(r"(?:发票)?票种|发票类型|发票种类|type|kind", "kind", holds="words"),
        ColumnMeaning(r"(?:发票)?状态|status", "status", holds="words"),
        ColumnMeaning(r"税率(?:/征收率)?|(?:vat|tax)rate", "rate", holds="words"),
        ColumnMeaning(r"序号|#|行号", "row", holds="number"),
    ),
    label="number",
)
