"""The few words that a forger has bank lines say."""

from __future__ import annotations

from samples.firms.firm import Firm

_PHRASES = {
    "goods": ("货款", "Payment for goods"),
    "current": ("往来款", "Current account"),
    "loan": ("借款", "Loan"),
    "repayment": ("还款", "Loan repayment"),
    "instalment": ("还本付息", "Loan instalment"),
    "capital": ("投资款", "Share subscription"),
    "prepaid": ("预付货款", "Payment on account"),
    "service": ("服务费", "Service fee"),
    "equipment": ("设备款", "Equipment"),
    "wages": ("工资", "Wages"),
}  # fmt: skip


def phrase(firm: Firm, name: str) -> str:
    """What a bank line says about a payment of that kind, in the firm's language."""
    return _PHRASES[name][0 if firm.language == "zh" else 1]
