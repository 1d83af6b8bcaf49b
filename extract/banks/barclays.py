"""Barclays, UK business and personal current account, printed statement. No genuine file seen yet: columns as commonly described."""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank="Barclays",
    signs=("Barclays", "Money out|Paid out", "Money in|Paid in"),
    columns={
        "date": ("Date",),
        "text": ("Description", "Details"),
        "out": ("Money out", "Money out £", "Paid out"),
        "in": ("Money in", "Money in £", "Paid in"),
        "balance": ("Balance", "Balance £"),
    },
    day_first=True,
    decimal=".",
    order="oldest_first",
    currency="GBP",
)
