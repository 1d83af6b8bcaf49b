"""The XML of older Chinese electronic VAT invoices (增值税电子发票), attached to their OFD as original_invoice.xml.

Seen: one genuine file.
"""

from extract.invoices.electronic.standard import ElectronicField, LineField, Standard

FIELDS: dict[ElectronicField, tuple[str, ...]] = {
    "number": ("InvoiceNo",),
    "code": ("InvoiceCode",),
    "check_code": ("InvoiceCheckCode",),
    "date": ("IssueDate",),
    "seller_name": ("Seller/SellerName",),
    "seller_tax_id": ("Seller/SellerTaxID",),
    "buyer_name": ("Buyer/BuyerName",),
    "buyer_tax_id": ("Buyer/BuyerTaxID",),
    "net": ("TaxExclusiveTotalAmount",),
    "tax": ("TaxTotalAmount",),
    "total": ("TaxInclusiveTotalAmount",),
    "qr": ("GraphCode",),
}
LINES = "GoodsInfos/GoodsInfo"
LINE_FIELDS: dict[LineField, tuple[str, ...]] = {
    "description": ("Item",),
    "quantity": ("Quantity",),
    "unit": ("MeasurementDimension",),
    "unit_price": ("Price",),
    "net": ("Amount",),
    "tax_rate": ("TaxScheme",),
    "tax": ("TaxAmount",),
}

STANDARD = Standard(
    name="增值税电子发票",
    root="eInvoice",
    fields=FIELDS,
    seller_address=("Seller/SellerAddrTel",),
    buyer_address=("Buyer/BuyerAddrTel",),
    lines=LINES,
    line_fields=LINE_FIELDS,
    percent=False,
    currency="CNY",
)
