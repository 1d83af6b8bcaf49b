"""The lines of an MT940 customer statement (SWIFT FIN, category 9), with either manner of the field for the account owner."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from samples.papers.banks.figures import Figures, numbered
from samples.papers.paper import Entry
from samples.press.placed import Placed, Printed
from samples.records.record import BankLine, BankStatement

#: What the FIN character set x has beside letters and digits.
_LACKING = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")
_LONGEST = 65


def comma(value: Decimal) -> str:
    """1234,56: digits and a comma, no sign, no groups."""
    return f"{abs(value):f}".replace(".", ",")


def fin(text: str) -> str:
    """`text` in the characters that FIN allows; others become blanks."""
    return " ".join(_LACKING.sub(" ", text).split())


def written(record: BankStatement, owner_text: Callable[[BankLine], list[str]], *, reference: str) -> Printed:
    """One message.   owner_text: the lines of :86: for a row   reference: of the message, :20:

    Credits are C, debits D. Places are ":60F:", ":61:[n]" (n counts the :61: of the file) and ":62F:".
    """
    figures = Figures(record, amount_shown=comma, balance_shown=comma, with_sign=True)
    account = record.iban or f"{fin(record.sort_code).replace('-', '').replace(' ', '')}/{record.account}"
    places: list[Placed] = []
    opening = figures.opening("Opening balance")
    places.append(Placed(entry=opening, path=":60F:"))
    lines = [f":20:{reference}", f":25:{account}", f":28C:{record.number:05d}/001", _balance(":60F:", record.start, record, opening)]
    for row in numbered(record):
        line = row[1]
        amount = figures.amount(row)
        places.append(Placed(entry=amount, path=f":61:[{row[0]}]"))
        mark = "D" if line.amount < 0 else "C"
        kind = {"bank_fee": "NCHG", "deposit_interest": "NINT", "loan_interest": "NINT", "payroll": "NSAL"}.get(line.kind, "NTRF")
        own = fin(line.reference)[:16] or "NONREF"
        lines.append(f":61:{line.day:%y%m%d}{line.day:%m%d}{mark}{amount.printed}{kind}{own}")
        lines.append(":86:" + "\r\n".join(owner_text(line)))
    closing = figures.closing("Closing balance")
    places.append(Placed(entry=closing, path=":62F:"))
    lines += [_balance(":62F:", record.end, record, closing), "-"]
    return Printed(("\r\n".join(lines) + "\r\n").encode("ascii"), tuple(places))


def _balance(tag: str, day: date, record: BankStatement, entry: Entry) -> str:
    return f"{tag}{'D' if entry.value < 0 else 'C'}{day:%y%m%d}{record.currency}{entry.printed}"


def free_text(line: BankLine) -> list[str]:
    """:86: as prose, in lines of at most 65 signs."""
    text = fin(" ".join(part for part in (line.summary, line.counterparty, line.text) if part)) or "NO DETAILS"
    # No line of a field may begin as a tag or an end of message does.
    return [text[start : start + _LONGEST].strip(" :-") for start in range(0, len(text), _LONGEST)][:6]


def subfields(line: BankLine) -> list[str]:
    """:86: in subfields: 20 to 29 purpose, 31 account, 32 and 33 name of the other side."""
    text, name = fin(line.text or line.summary), fin(line.counterparty)
    parts = [f"?00{fin(line.summary)[:27]}"]
    parts += [f"?{20 + place}{text[start : start + 27]}" for place, start in enumerate(range(0, min(len(text), 270), 27))]
    if line.counterparty_account:
        parts.append(f"?31{fin(line.counterparty_account)[:34]}")
    parts += [f"?{32 + place}{name[start : start + 27]}" for place, start in enumerate(range(0, min(len(name), 54), 27))]
    code = "105" if line.amount < 0 else "166"
    return _packed(code, parts)


def _packed(code: str, parts: list[str]) -> list[str]:
    """Subfields put into lines of at most 65 signs, never broken inside one."""
    lines = [code]
    for part in parts:
        if len(lines[-1]) + len(part) > _LONGEST:
            lines.append("")
        lines[-1] += part
    return lines
