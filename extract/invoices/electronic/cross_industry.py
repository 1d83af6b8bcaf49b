"""UN/CEFACT Cross Industry Invoice D16B: Factur-X, ZUGFeRD 2 and XRechnung in CII. Seen: 11 genuine-looking files of the standard's makers.

Source: EN 16931-3-3 (binding of the semantic model to CII).
"""

from extract.invoices.electronic.standard import Standard

_DEAL = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement"
_SETTLED = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement"
_SUMS = f"{_SETTLED}/SpecifiedTradeSettlementHeaderMonetarySummation"
_ADDRESS = ("LineOne", "LineTwo", "LineThree", "PostcodeCode", "CityName", "CountryID")

STANDARD = Standard(
    name="CII",
    root="CrossIndustryInvoice",
    namespace="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:",
    fields={
        "number": ("ExchangedDocument/ID",),
        "date": ("ExchangedDocument/IssueDateTime/DateTimeString",),
        "due": (f"{_SETTLED}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString",),
        "kind": ("ExchangedDocument/TypeCode",),
        "currency": (f"{_SETTLED}/InvoiceCurrencyCode", f"{_SUMS}/GrandTotalAmount/@currencyID"),
        "seller_name": (f"{_DEAL}/SellerTradeParty/Name",),
        "seller_tax_id": (
            f"{_DEAL}/SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=VA]",
            f"{_DEAL}/SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=FC]",
        ),
        "buyer_name": (f"{_DEAL}/BuyerTradeParty/Name",),
        "buyer_tax_id": (
            f"{_DEAL}/BuyerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=VA]",
            f"{_DEAL}/BuyerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=FC]",
        ),
        "net": (f"{_SUMS}/TaxBasisTotalAmount",),
        "tax": (f"{_SUMS}/TaxTotalAmount",),
        "total": (f"{_SUMS}/GrandTotalAmount",),
    },
    seller_address=tuple(f"{_DEAL}/SellerTradeParty/PostalTradeAddress/{part}" for part in _ADDRESS),
    buyer_address=tuple(f"{_DEAL}/BuyerTradeParty/PostalTradeAddress/{part}" for part in _ADDRESS),
    lines="SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
    line_fields={
        "description": ("SpecifiedTradeProduct/Name", "AssociatedDocumentLineDocument/IncludedNote/Content"),
        "quantity": ("SpecifiedLineTradeDelivery/BilledQuantity",),
        "unit": ("SpecifiedLineTradeDelivery/BilledQuantity/@unitCode",),
        "unit_price": ("SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount",),
        "price_quantity": ("SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity",),
        "net": ("SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",),
        "tax_rate": ("SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent",),
    },
    rates=f"{_SETTLED}/ApplicableTradeTax",
    rate_fields={"rate": ("RateApplicablePercent",), "net": ("BasisAmount",), "tax": ("CalculatedAmount",)},
    credit=frozenset({"381", "261", "396", "532"}),
)
