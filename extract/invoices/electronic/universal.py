"""UBL 2.1 Invoice: Peppol BIS 3, XRechnung in UBL and the national standards built on it.

Source: OASIS UBL 2.1; EN 16931-3-2 (binding of the semantic model to UBL).
"""

from extract.invoices.electronic.standard import ElectronicField, LineField, RateField, Standard

_SELLER, _BUYER = "AccountingSupplierParty/Party", "AccountingCustomerParty/Party"
_ADDRESS = ("StreetName", "AdditionalStreetName", "AddressLine/Line", "PostalZone", "CityName", "Country/IdentificationCode")


def _tax_ids(party: str) -> tuple[str, ...]:
    return (
        f"{party}/PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID",
        f"{party}/PartyTaxScheme/CompanyID",
        f"{party}/PartyLegalEntity/CompanyID",
    )


def _names(party: str) -> tuple[str, ...]:
    return f"{party}/PartyLegalEntity/RegistrationName", f"{party}/PartyName/Name"


FIELDS: dict[ElectronicField, tuple[str, ...]] = {
    "number": ("ID",),
    "date": ("IssueDate",),
    "due": ("DueDate", "PaymentMeans/PaymentDueDate"),
    "kind": ("InvoiceTypeCode", "CreditNoteTypeCode"),
    "currency": ("DocumentCurrencyCode", "LegalMonetaryTotal/TaxInclusiveAmount/@currencyID"),
    "seller_name": _names(_SELLER),
    "seller_tax_id": _tax_ids(_SELLER),
    "buyer_name": _names(_BUYER),
    "buyer_tax_id": _tax_ids(_BUYER),
    "net": ("LegalMonetaryTotal/TaxExclusiveAmount",),
    "tax": ("TaxTotal/TaxAmount",),
    "total": ("LegalMonetaryTotal/TaxInclusiveAmount", "LegalMonetaryTotal/PayableAmount"),
}
SELLER_ADDRESS = tuple(f"{_SELLER}/PostalAddress/{part}" for part in _ADDRESS)
BUYER_ADDRESS = tuple(f"{_BUYER}/PostalAddress/{part}" for part in _ADDRESS)
RATES = "TaxTotal/TaxSubtotal"
RATE_FIELDS: dict[RateField, tuple[str, ...]] = {
    "rate": ("TaxCategory/Percent", "Percent"), "net": ("TaxableAmount",), "tax": ("TaxAmount",),
}  # fmt: skip


def line_fields(quantity: str) -> dict[LineField, tuple[str, ...]]:
    """Paths from a line whose quantity is called `quantity`."""
    return {
        "description": ("Item/Name", "Item/Description"),
        "quantity": (quantity,),
        "unit": (f"{quantity}/@unitCode",),
        "unit_price": ("Price/PriceAmount",),
        "price_quantity": ("Price/BaseQuantity",),
        "net": ("LineExtensionAmount",),
        "tax_rate": ("Item/ClassifiedTaxCategory/Percent", "TaxTotal/TaxSubtotal/TaxCategory/Percent"),
        "tax": ("TaxTotal/TaxAmount",),
    }


STANDARD = Standard(
    name="UBL",
    root="Invoice",
    namespace="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    fields=FIELDS,
    seller_address=SELLER_ADDRESS,
    buyer_address=BUYER_ADDRESS,
    lines="InvoiceLine",
    line_fields=line_fields("InvoicedQuantity"),
    rates=RATES,
    rate_fields=RATE_FIELDS,
    credit=frozenset({"381", "261", "396", "532"}),
)
