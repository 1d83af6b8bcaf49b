"""CAMT.053 bank to customer statements (ISO 20022), in the two versions that banks send."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from lxml import etree

from samples.papers.banks.figures import Figures, numbered, plain
from samples.papers.paper import Entry
from samples.press.placed import Placed, Printed
from samples.records.record import BankLine, BankStatement

Version = Literal["02", "08"]
_ROOT = "/Document/BkToCstmrStmt/Stmt"
#: Domain, family and subfamily of the ISO bank transaction codes by kind; the rest are credit transfers.
_CODES = {
    "bank_fee": ("ACMT", "MDOP", "CHRG"),
    "deposit_interest": ("ACMT", "MCOP", "INTR"),
    "loan_interest": ("LDAS", "MDOP", "INTR"),
    "loan_draw": ("LDAS", "FTLN", "DDWN"),
    "loan_repayment": ("LDAS", "FTLN", "RPMT"),
}


def written(record: BankStatement, version: Version, *, made: str) -> Printed:
    """One message of one statement.   made: its time of creation, "2025-04-03T06:10:00" """
    figures = Figures(record, amount_shown=plain, balance_shown=plain)
    places: list[Placed] = []

    def amount(parent: etree._Element, name: str, entry: Entry, path: str, **attributes: str) -> None:
        element = etree.SubElement(parent, name, attributes)
        element.text = f"{abs(entry.value):f}"
        places.append(Placed(entry=entry, path=f"{_ROOT}/{path}"))

    space = f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"
    root = etree.Element("Document", nsmap={None: space})  # type: ignore[dict-item]  # the stubs know no default namespace
    message = etree.SubElement(root, "BkToCstmrStmt")
    _texts(etree.SubElement(message, "GrpHdr"), MsgId=f"STMT{record.end:%Y%m%d}{record.account[-6:]}", CreDtTm=made)
    statement = etree.SubElement(message, "Stmt")
    _texts(
        statement, Id=f"{record.account[-8:]}-{record.number}", ElctrncSeqNb=str(record.number), LglSeqNb=str(record.number), CreDtTm=made
    )
    _texts(etree.SubElement(statement, "FrToDt"), FrDtTm=f"{record.start}T00:00:00", ToDtTm=f"{record.end}T23:59:59")
    _account(statement, record, version)
    for place, (code, day, entry) in enumerate(
        (("OPBD", record.start, figures.opening("OPBD")), ("CLBD", record.end, figures.closing("CLBD"))), start=1
    ):
        balance = etree.SubElement(statement, "Bal")
        etree.SubElement(etree.SubElement(etree.SubElement(balance, "Tp"), "CdOrPrtry"), "Cd").text = code
        amount(balance, "Amt", entry, f"Bal[{place}]/Amt", Ccy=record.currency)
        etree.SubElement(balance, "CdtDbtInd").text = _side(entry.value)
        _day(balance, "Dt", day)
    summary = etree.SubElement(statement, "TxsSummry")
    received = [line for line in record.lines if line.amount >= 0]
    for name, count, entry in (
        ("TtlCdtNtries", len(received), figures.credits("Total credits", plain)),
        ("TtlDbtNtries", len(record.lines) - len(received), figures.debits("Total debits", plain)),
    ):
        total = etree.SubElement(summary, name)
        etree.SubElement(total, "NbOfNtries").text = str(count)
        amount(total, "Sum", entry, f"TxsSummry/{name}/Sum")
    for row in numbered(record):
        element = etree.SubElement(statement, "Ntry")
        etree.SubElement(element, "NtryRef").text = str(row[0])
        amount(element, "Amt", figures.amount(row), f"Ntry[{row[0]}]/Amt", Ccy=record.currency)
        _entry(element, row[1], version)
    _named(root, space)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return Printed(content, tuple(places))


def _named(root: etree._Element, space: str) -> None:
    """Every element into the namespace of its version."""
    for element in root.iter():
        element.tag = f"{{{space}}}{element.tag}"
    etree.cleanup_namespaces(root)


def _texts(parent: etree._Element, **texts: str) -> None:
    for name, text in texts.items():
        etree.SubElement(parent, name).text = text


def _side(value: Decimal) -> str:
    return "DBIT" if value < 0 else "CRDT"


def _day(parent: etree._Element, name: str, day: date) -> None:
    etree.SubElement(etree.SubElement(parent, name), "Dt").text = f"{day}"


def _account(statement: etree._Element, record: BankStatement, version: Version) -> None:
    account = etree.SubElement(statement, "Acct")
    identity = etree.SubElement(account, "Id")
    if record.iban:
        etree.SubElement(identity, "IBAN").text = record.iban
    else:
        etree.SubElement(etree.SubElement(identity, "Othr"), "Id").text = record.account
    etree.SubElement(account, "Ccy").text = record.currency
    etree.SubElement(etree.SubElement(account, "Ownr"), "Nm").text = record.holder
    institution = etree.SubElement(etree.SubElement(account, "Svcr"), "FinInstnId")
    if record.bic:
        etree.SubElement(institution, "BIC" if version == "02" else "BICFI").text = record.bic
    etree.SubElement(institution, "Nm").text = record.bank_name


def _entry(element: etree._Element, line: BankLine, version: Version) -> None:
    debit = line.amount < 0
    etree.SubElement(element, "CdtDbtInd").text = "DBIT" if debit else "CRDT"
    if version == "02":
        etree.SubElement(element, "Sts").text = "BOOK"
    else:
        etree.SubElement(etree.SubElement(element, "Sts"), "Cd").text = "BOOK"
    _day(element, "BookgDt", line.day)
    _day(element, "ValDt", line.day)
    domain, family, sub = _CODES.get(line.kind, ("PMNT", "ICDT" if debit else "RCDT", "DMCT"))
    code = etree.SubElement(etree.SubElement(element, "BkTxCd"), "Domn")
    etree.SubElement(code, "Cd").text = domain
    _texts(etree.SubElement(code, "Fmly"), Cd=family, SubFmlyCd=sub)
    details = etree.SubElement(etree.SubElement(element, "NtryDtls"), "TxDtls")
    _texts(etree.SubElement(details, "Refs"), EndToEndId=line.reference or "NOTPROVIDED")
    if line.counterparty:
        _counterparty(details, line, version, "Cdtr" if debit else "Dbtr")
    text = " ".join(part for part in (line.summary, line.text) if part)
    if text:
        etree.SubElement(etree.SubElement(details, "RmtInf"), "Ustrd").text = text[:140]


def _counterparty(details: etree._Element, line: BankLine, version: Version, role: str) -> None:
    parties = etree.SubElement(details, "RltdPties")
    party = etree.SubElement(parties, role)
    if version == "08":
        party = etree.SubElement(party, "Pty")
    etree.SubElement(party, "Nm").text = line.counterparty
    if line.counterparty_account:
        identity = etree.SubElement(etree.SubElement(parties, f"{role}Acct"), "Id")
        etree.SubElement(etree.SubElement(identity, "Othr"), "Id").text = line.counterparty_account
