"""VAT and sales invoices in English, United Kingdom and Ireland, United States, Commonwealth. Captions are the generic ones."""

from extract.invoices import generic
from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="English invoice",
    signs=(
        "invoice|credit note|credit memo",
        "total|amount due|balance due",
        "invoice no|invoice number|invoice date|bill to|invoice to|vat|subtotal|due date",
    ),
    captions=generic.LAYOUT.captions,
    columns=generic.LAYOUT.columns,
    decimal=".",
    precedence=6,
)
