"""ZUGFeRD 1.0 (ZUGFeRD-invoice.xml), the German forerunner of Factur-X: the same sense under other names.

Source: ZUGFeRD 1.0, technical annex; UN/CEFACT CII 13B.
"""

from extract.invoices.electronic.standard import Standard

_DEAL = "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement"
_SETTLED = "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement"
_SUMS = f"{_SETTLED}/SpecifiedTradeSettlementMonetarySummation"
_ADDRESS = ("LineOne", "LineTwo", "PostcodeCode", "CityName", "CountryID")

STANDARD = Standard(
    name="ZUGFeRD 1.0",
    root="CrossIndustryDocument",
    namespace="urn:ferd:CrossIndustryDocument:",
    fields={
        "number": ("HeaderExchangedDocument/ID",),
        "date": ("HeaderExchangedDocument/IssueDateTime/DateTimeString",),
        "due": (f"{_SETTLED}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString",),
        "kind": ("HeaderExchangedDocument/TypeCode",),
        "currency": (f"{_SETTLED}/InvoiceCurrencyCode", f"{_SUMS}/GrandTotalAmount/@currencyID"),
        "seller_name": (f"{_DEAL}/SellerTradeParty/Name",),
        "seller_tax_id": (
            f"{_DEAL}/SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=VA]",
            f"{_DEAL}/SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=FC]",
        ),
        "buyer_name": (f"{_DEAL}/BuyerTradeParty/Name",),
        "buyer_tax_id": (f"{_DEAL}/BuyerTradeParty/SpecifiedTaxRegistration/ID[@schemeID=VA]",),
        "net": (f"{_SUMS}/TaxBasisTotalAmount",),
        "tax": (f"{_SUMS}/TaxTotalAmount",),
        "total": (f"{_SUMS}/GrandTotalAmount",),
    },
    seller_address=tuple(f"{_DEAL}/SellerTradeParty/PostalTradeAddress/{part}" for part in _ADDRESS),
    buyer_address=tuple(f"{_DEAL}/BuyerTradeParty/PostalTradeAddress/{part}" for part in _ADDRESS),
    lines="SpecifiedSupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
    line_fields={
        "description": ("SpecifiedTradeProduct/Name", "AssociatedDocumentLineDocument/IncludedNote/Content"),
        "quantity": ("SpecifiedSupplyChainTradeDelivery/BilledQuantity",),
        "unit": ("SpecifiedSupplyChainTradeDelivery/BilledQuantity/@unitCode",),
        "unit_price": ("SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/ChargeAmount",),
        "price_quantity": ("SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/BasisQuantity",),
        "net": ("SpecifiedSupplyChainTradeSettlement/SpecifiedTradeSettlementMonetarySummation/LineTotalAmount",),
        "tax_rate": ("SpecifiedSupplyChainTradeSettlement/ApplicableTradeTax/ApplicablePercent",),
    },
    rates=f"{_SETTLED}/ApplicableTradeTax",
    rate_fields={"rate": ("ApplicablePercent",), "net": ("BasisAmount",), "tax": ("CalculatedAmount",)},
    credit=frozenset({"381"}),
)
