"""数电票: XML of the Chinese national platform's fully digital invoices, ordinary and special.

Seen: public programs that read such files, and one shortened toll invoice in the tests of one of them.
"""

from extract.invoices.electronic.standard import Standard

_SUMS = "EInvoiceData/BasicInformation"
_SELLER, _BUYER = "EInvoiceData/SellerInformation", "EInvoiceData/BuyerInformation"

STANDARD = Standard(
    name="数电票",
    root="EInvoice",
    fields={
        "number": ("TaxSupervisionInfo/InvoiceNumber", "Header/EIid"),
        "date": ("TaxSupervisionInfo/IssueTime", f"{_SUMS}/RequestTime"),
        "seller_name": (f"{_SELLER}/SellerName",),
        "seller_tax_id": (f"{_SELLER}/SellerIdNum",),
        "buyer_name": (f"{_BUYER}/BuyerName",),
        "buyer_tax_id": (f"{_BUYER}/BuyerIdNum",),
        "net": (f"{_SUMS}/TotalAmWithoutTax",),
        "tax": (f"{_SUMS}/TotalTaxAm",),
        "total": (f"{_SUMS}/TotalTax-includedAmount",),
        "written": (f"{_SUMS}/TotalTax-includedAmountInChinese",),
    },
    seller_address=(f"{_SELLER}/SellerAddr",),
    buyer_address=(f"{_BUYER}/BuyerAddr",),
    lines="EInvoiceData/IssuItemInformation",
    line_fields={
        "description": ("ItemName",),
        "quantity": ("Quantity",),
        "unit": ("MeaUnits",),
        "unit_price": ("UnPrice",),
        "net": ("Amount",),
        "tax_rate": ("TaxRate",),
        "tax": ("ComTaxAm",),
    },
    percent=False,
    currency="CNY",
)
