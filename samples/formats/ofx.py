"""OFX bank statements: the same tree as SGML without closing tags (versions 1.x) or as XML (versions 2.x)."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from samples.papers.banks.figures import Figures, numbered, plain
from samples.press.placed import Placed, Printed
from samples.records.record import BankLine, BankStatement

_LIST = "/OFX/BANKMSGSRSV1/STMTTRNRS/STMTRS"
_SGML = (
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\n"
    "COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n"
)
_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
)
_TYPES = {"bank_fee": "SRVCHG", "deposit_interest": "INT", "loan_interest": "INT", "payroll": "PAYMENT"}


class _Tree:
    """Elements one after another.   closed: XML closes an element that has text, SGML does not"""

    def __init__(self, *, closed: bool) -> None:
        self.closed = closed
        self.parts: list[str] = []

    def open(self, *names: str) -> None:
        self.parts += [f"<{name}>" for name in names]

    def close(self, *names: str) -> None:
        self.parts += [f"</{name}>" for name in names]

    def leaf(self, name: str, text: str) -> None:
        self.parts.append(f"<{name}>{escape(text)}" + (f"</{name}>" if self.closed else ""))


def written(record: BankStatement, *, xml: bool, made: str) -> Printed:
    """One file.   made: "20250403061000"

    It has no opening balance and none after a row: the amounts and the closing one (LEDGERBAL) are all its figures.
    """
    figures = Figures(record, amount_shown=plain, balance_shown=plain, with_sign=True)
    tree = _Tree(closed=xml)
    places: list[Placed] = []
    tree.open("OFX", "SIGNONMSGSRSV1", "SONRS")
    _status(tree)
    tree.leaf("DTSERVER", made)
    tree.leaf("LANGUAGE", "ENG")
    tree.close("SONRS", "SIGNONMSGSRSV1")
    tree.open("BANKMSGSRSV1", "STMTTRNRS")
    tree.leaf("TRNUID", "1")
    _status(tree)
    tree.open("STMTRS")
    tree.leaf("CURDEF", record.currency)
    tree.open("BANKACCTFROM")
    tree.leaf("BANKID", (record.sort_code or record.bic or record.bank).replace("-", "")[:9])
    tree.leaf("ACCTID", record.account)
    tree.leaf("ACCTTYPE", "CHECKING")
    tree.close("BANKACCTFROM")
    tree.open("BANKTRANLIST")
    tree.leaf("DTSTART", _day(record.start))
    tree.leaf("DTEND", _day(record.end))
    for row in numbered(record):
        entry = figures.amount(row)
        places.append(Placed(entry=entry, path=f"{_LIST}/BANKTRANLIST/STMTTRN[{row[0]}]/TRNAMT"))
        _transaction(tree, record, row[0], row[1], entry.printed)
    tree.close("BANKTRANLIST")
    closing = figures.closing("LEDGERBAL")
    places.append(Placed(entry=closing, path=f"{_LIST}/LEDGERBAL/BALAMT"))
    tree.open("LEDGERBAL")
    tree.leaf("BALAMT", closing.printed)
    tree.leaf("DTASOF", _day(record.end))
    tree.close("LEDGERBAL", "STMTRS", "STMTTRNRS", "BANKMSGSRSV1", "OFX")
    head, encoding = (_XML, "utf-8") if xml else (_SGML, "cp1252")
    return Printed((head + "\n".join(tree.parts) + "\n").encode(encoding, "replace"), tuple(places))


def _status(tree: _Tree) -> None:
    tree.open("STATUS")
    tree.leaf("CODE", "0")
    tree.leaf("SEVERITY", "INFO")
    tree.close("STATUS")


def _day(day: date) -> str:
    return f"{day:%Y%m%d}120000"


def _transaction(tree: _Tree, record: BankStatement, item: int, line: BankLine, amount: str) -> None:
    check = line.summary.upper().startswith("CH") and line.amount < 0 and line.kind not in _TYPES
    tree.open("STMTTRN")
    tree.leaf("TRNTYPE", _TYPES.get(line.kind) or ("CHECK" if check else "DEBIT" if line.amount < 0 else "CREDIT"))
    tree.leaf("DTPOSTED", _day(line.day))
    tree.leaf("TRNAMT", amount)
    tree.leaf("FITID", f"{line.day:%Y%m%d}{record.account[-4:]}{item:05d}")
    name = (line.counterparty or line.text or line.summary or line.kind)[:32].strip()
    tree.leaf("NAME", name)
    memo = " ".join(part for part in (line.summary, line.text, line.reference) if part)[:255].strip()
    if memo:
        tree.leaf("MEMO", memo)
    tree.close("STMTTRN")
