"""Shop receipts in English: till slips with a total, cash and change. Seen: 32 photographed genuine ones."""

from extract.invoices import generic
from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="receipt",
    kind="receipt",
    signs=(
        "total|net amt|nett amt|jumlah|balance to pay|amount incl|amount due|to pay",
        "cash|change|cashier|receipt|visa|mastercard|tender|rounding|tax invoice|gst summary|"
        "contactless|tunai|baki|resit|card sale|card£|card$|cardrm|takeaway|server:",
    ),
    unless=(
        "bank transfer", "sort code",
        "due on receipt|upon receipt", "ship to|invoice address|invoice for",
        "payment due|due date|date due|payable by|remittance", "iban|bsb", "settlement terms|terms: net|net 30",
    ),
    captions={
        "number": (
            "receipt no", "receipt number", "receipt #", "rcpt no", "bill no", "bill #", "slip no", "invoice no",
            "tax invoice no", "inv no", "document no", "doc no", "invoice #", "trans no", "transaction no", "check no",
            "cash bill no", "invoice number", "no resit", "resit no", "no invois", "check #", "check", "chk", "chk no", "order #",
            "order no", "order",
            "ticket no", "ticket", "receipt", "trans", "trans #", "tran #", "tr #", "tran", "transaction", "bill", "invoice",
            "number", "our reference", "invoice id", "document number", "invoice nr", "invoice ref",
        ),
        "date": ("date", "invoice date", "bill date", "date/time", "date time", "doc date", "receipt date", "tarikh",
            "date of issue", "issue date", "issued", "dated",
            "tax point"),
        "net": (
            "total excluding gst", "total excl. gst", "total (excluding gst)", "total excl gst",
            "total sales (excluding gst)", "sub total", "subtotal", "sub-total", "total before gst", "taxable amount",
            "total excluding sr", "total sales excluding gst", "jumlah kecil",
        ),
        "tax": (
            "total gst", "gst payable", "gst amount", "gst", "tax", "vat", "service tax", "sales tax", "gst @6%",
            "gst 6%", "total tax", "add gst", "tax amount", "add total gst amt",
        ),
        "total": (
            "total rounded", "total rm incl. of gst", "rounded total", "total (inclusive of gst)", "total inclusive gst", "total incl gst",
            "total incl. gst", "total including gst", "total inclusive of gst", "total sales (inclusive gst)",
            "total sales (inclusive of gst)", "total sales inclusive gst", "total amount incl gst",
            "total amt incl. gst@6%", "total (incl. gst)", "grand total", "nett total", "net total", "total payable",
            "total amount payable", "amount payable", "total due", "total amount", "total sales", "total amt", "total rm",
            "total", "nett", "amount due", "total after rounding", "total (rm)", "total with gst", "total (gst incl)",
            "total amount (incl. of gst)", "rounded total (rm)", "total amt payable", "total payment", "bill total",
            "total net amt", "net amt", "nett amt", "jumlah besar", "jumlah keseluruhan", "balance to pay", "amount incl gst", "jumlah",
        ),
        "payable": (
            "balance due", "amount", "cash", "tunai", "visa", "mastercard", "visa card", "master card", "paid amount", "cash paid",
        ),
        "rounding": ("rounding", "rounding adjustment", "rounding adj", "round adj", "rounding amount", "roundings", "pelarasan"),
        "buyer": ("customer", "bill to", "sold to", "client", "invoice to", "billed to", "received from", "to"),
        "tax_id": (
            "gst reg no", "gst id no", "gst id", "gst no", "gst reg. no", "gst registration no", "gst reg", "vat no",
            "gst",
        ),
        "skip": (
            *generic.LAYOUT.captions["skip"],
            "change", "change due", "baki", "masa", "cashier",
            "total qty", "total quantity", "total item", "total items", "total discount", "total savings", "item count",
            "table", "counter", "member", "salesperson", "sales person", "time", "total number of items", "no of items",
            "total no of items", "discount",
        ),
    },
    columns=generic.LAYOUT.columns,
    decimal=".",
    precedence=4,
)  # fmt: skip
