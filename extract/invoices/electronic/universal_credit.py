"""UBL 2.1 CreditNote. Its amounts are written positive; that they are owed the other way says the kind."""

from extract.invoices.electronic.standard import Standard
from extract.invoices.electronic.universal import BUYER_ADDRESS, FIELDS, RATE_FIELDS, RATES, SELLER_ADDRESS, line_fields

STANDARD = Standard(
    name="UBL",
    root="CreditNote",
    namespace="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
    fields=FIELDS,
    seller_address=SELLER_ADDRESS,
    buyer_address=BUYER_ADDRESS,
    lines="CreditNoteLine",
    line_fields=line_fields("CreditedQuantity"),
    rates=RATES,
    rate_fields=RATE_FIELDS,
    kind="credit_note",
)
