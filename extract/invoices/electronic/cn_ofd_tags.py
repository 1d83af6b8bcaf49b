"""The custom tags of a Chinese electronic invoice in OFD: they say which texts of the page are which field."""

from extract.invoices.electronic.cn_ofd import FIELDS, LINE_FIELDS, LINES
from extract.invoices.electronic.standard import Standard

STANDARD = Standard(
    name="OFD custom tags",
    root="eInvoice",
    namespace="custom-tags",
    fields={name: paths for name, paths in FIELDS.items() if name != "qr"},
    seller_address=("Seller/SellerAddrTel",),
    buyer_address=("Buyer/BuyerAddrTel",),
    lines=LINES,
    line_fields=LINE_FIELDS,
    percent=False,
    currency="CNY",
    copied=True,
)
