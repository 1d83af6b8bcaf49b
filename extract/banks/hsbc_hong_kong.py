"""HSBC Hong Kong, export of an integrated account's movements as delimited text. Seen: 1 genuine file.

The amount is signed, and each row names its own currency.
"""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank="HSBC Hong Kong",
    signs=("Billing amount", "Billing currency", "Balance currency"),
    columns={
        "date": ("Date",),
        "text": ("Description",),
        "amount": ("Billing amount",),
        "currency": ("Billing currency",),
        "balance": ("Balance",),
        "other": ("Balance currency",),
    },
    day_first=True,
    order="newest_first",
)
