"""Any invoice: English captions, and what other languages share with them. Tried last; fills what other layouts leave open."""

from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="generic",
    signs=(),
    captions={
        "number": (
            "invoice number", "invoice no", "invoice nr", "invoice num", "invoice #", "invoice ref", "invoice reference",
            "invoice id", "tax invoice no", "inv no", "inv #", "inv number", "credit note number", "credit note no",
            "credit memo no", "bill number", "bill no", "bill #", "document number", "document no", "doc no",
            "receipt number", "receipt no", "receipt #", "application / invoice no", "credit number", "credit no", "credit ref",
            "credit note", "tax invoice number", "sales invoice no", "sales invoice", "our invoice", "invoice reference no", "inv ref",
            "self bill ref", "self-bill ref", "self bill no", "tax invoice", "inv", "document", "invoice", "receipt", "number", "#",
            "no", "nr",
        ),
        "date": (
            "invoice date", "date of invoice", "date of issue", "issue date", "issued on", "date issued", "tax point",
            "tax point date", "tax date", "billing date", "bill date", "document date", "credit note date",
            "invoice dated", "tax invoice date", "credit date", "invoice/tax point", "invoice date/tax point", "document dated",
            "raised on", "raised", "created on", "issued", "dated",
            "date",
        ),
        "due": (
            "due date", "payment due date", "payment due by", "payment due", "date due", "pay by", "due by", "due on", "due",
            "invoice due", "payment deadline", "payable by", "payable on", "final date for payment", "payment date due", "pay before",
            "to be paid by", "terms due", "settlement due", "due for payment", "payment required by", "payment date",
        ),
        "net": (
            "total excluding vat", "total excl vat", "total excl. vat", "total ex vat", "total excl tax",
            "total excl. gst", "total (excluding vat)", "total (excl. vat)", "total net amount", "net total", "total net",
            "net amount", "net invoice total", "amount excl vat", "amount before tax", "total before tax",
            "total before vat", "taxable amount", "sum of lines", "net credit", "subtotal ex gst", "subtotal", "sub total",
            "sub-total", "goods total", "net value", "net",
            "subtotal excl. vat", "subtotal excl vat", "subtotal (net)",
        ),
        "tax": (
            "total vat", "vat total", "total vat amount", "vat amount", "total tax", "tax total", "tax amount",
            "vat credit", "sales tax", "total gst", "gst amount", "vat", "gst", "hst", "tax", "vat at", "standard rate vat",
            "output vat",
        ),
        "total": (
            "grand total", "total including vat", "total incl vat", "total incl. vat", "total inc vat", "total inc. vat",
            "total (including vat)", "total (incl. vat)", "total (inc vat)", "total incl tax", "total incl. tax",
            "invoice total", "total gross", "gross total", "gross amount", "total amount", "total invoice amount",
            "total invoice value", "invoice amount", "total payable", "total amount payable", "credit total",
            "total credit", "total due", "total",
        ),
        "payable": (
            "amount due", "balance due", "amount payable", "total amount due", "balance", "please pay", "amount to pay",
            "net payable", "balance outstanding", "outstanding", "to pay", "total to pay", "now due",
        ),
        "seller": (
            "from", "seller", "supplier", "vendor", "sold by", "issued by", "bill from", "supplier details",
            "service provider",
        ),
        "buyer": (
            "bill to", "billed to", "invoice to", "sold to", "customer", "buyer", "to", "client", "invoiced to",
            "billing address", "credit to", "credited to", "invoice for", "messrs", "m/s", "issued by (customer)", "self-billed by",
            "parent/carer", "patient", "tenant", "issued to", "addressed to", "prepared for", "bill to address", "buyer name",
            "bill to party", "customer details", "bill-to", "customer name", "invoice address", "purchaser",
        ),
        "name": ("company name", "name", "company"),
        "address": ("registered address", "address"),
        "tax_id": (
            "vat registration number", "vat registration no", "vat reg no", "vat reg. no", "vat reg", "vat number",
            "vat no", "vat id", "vat identification number", "tax id", "tax number", "tax registration number",
            "fein", "fed id", "federal id", "federal tax id", "federal ein", "tin", "gst reg no", "gst no", "gst registration no",
            "gst id", "gst id no", "abn", "ein",
            "tax identification number", "vat regn no", "vat registration",
        ),
        "currency": ("currency", "invoice currency"),
        "skip": (
            "order number", "order no", "purchase order", "purchase order no", "po number", "po no", "customer number",
            "customer no", "account number", "account no", "delivery note", "delivery date", "order date", "ship date",
            "shipping date", "supply date", "print date", "date of supply", "period", "ship to",
            "deliver to", "delivery address", "terms", "payment terms", "company number", "company no", "company reg no",
            "registered number", "company registration no", "sort code", "customer ref", "your ref", "our ref", "ref",
            "reference", "sale date", "date of sale", "despatched", "dispatched", "valuation date", "event", "contract", "against invoice",
            "delivered to", "ship via", "phone", "tel", "telephone", "fax", "email", "website", "iban", "bic", "swift",
            "credit note to invoice", "original invoice", "job no", "notes", "page", "contact", "bank",
        ),
    },
    columns={
        "description": (
            "description", "item", "items", "details", "product", "service", "services", "particulars", "goods",
            "item description", "description of goods", "product description", "activity", "description of services",
            "item name", "work", "work done", "services provided", "for",
        ),
        "quantity": ("quantity", "qty", "units", "hours", "hrs", "no", "hours / units", "hours/units", "quantity supplied", "qty."),
        "unit_price": (
            "unit price", "price", "rate", "unit cost", "price per unit", "cost", "price each", "each",
            "hourly rate", "u/price", "unit price ex vat", "unit price (net)", "net price", "unit price excl. vat",
            "u. price", "@",
        ),
        "unit": ("unit", "uom", "u/m", "unit of measure", "measure", "um"),
        "net": (
            "amount", "net", "net amount", "line total", "total", "amount excl vat", "net total", "value", "total net",
            "net value", "line amount", "amount (net)", "extended", "ext price", "total excl. vat", "amount ex vat",
            "subtotal", "total price", "goods value",
        ),
        "gross": (
            "gross", "total incl vat", "amount incl vat", "gross amount", "total incl. vat", "total inc vat",
            "total (incl. vat)",
        ),
        "tax_rate": ("sales tax %", "vat %", "vat rate", "tax rate", "rate of vat", "tax %", "vat%", "gst rate", "vat (%)", "% vat"),
        "discount": ("discount", "disc", "disc %", "discount %", "less %"),
        "tax": ("vat", "tax", "sales tax", "vat amount", "tax amount", "gst", "gst amount"),
        "other": (
            "code", "item code", "sku", "date", "ref", "pos", "line", "item no",
            "part no", "tax code",
        ),
    },
)  # fmt: skip
