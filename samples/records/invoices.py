"""Invoices, receipts and credit notes that the borrower hands in, and how a deal's invoice is numbered and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zlib import crc32

from samples.books.journal import Deal, DealLine, Entry, Ledgers
from samples.case import Document
from samples.firms.firm import Firm, Party
from samples.identifiers import credit_code
from samples.records.record import Identity, Invoice, InvoiceLine
from samples.streams import share, stream

#: From this day on nearly every Chinese invoice is fully digital (nationwide since December 2024).
_DIGITAL = date(2024, 12, 1)
#: Kind code in the QR text.
_QR = {
    "digital_special": "31",
    "digital_general": "32",
    "paper_special": "01",
    "paper_general": "04",
    "electronic_general": "10",
    "electronic_special": "08",
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """What an invoice is called.   kind: as Invoice has it   code, check: of the older Chinese kinds, "" else"""

    kind: str
    number: str
    code: str = ""
    check: str = ""


def numbered(firm: Firm, deal: Deal) -> Numbered:
    """Kind and number of a deal's invoice: the same on the invoice and in every register."""
    if firm.country != "CN":
        kind = "credit_note" if deal.kind == "sale_return" else "receipt" if deal.kind == "expense" and deal.gross < 20_000 else "invoice"
        return Numbered(kind, deal.number)
    special = _deducted(firm, deal)
    day = deal.invoiced or deal.day
    old = share(firm.seed, "invoice kind", deal.id)
    if old >= (0.03 if day >= _DIGITAL else 0.25) or deal.kind == "sale_return" or len(deal.number) != 20:
        return Numbered("digital_special" if special else "digital_general", deal.number)
    digits = stream(firm.seed, "invoice digits", deal.id)
    number, check = f"{digits.randrange(10**8):08d}", f"{digits.randrange(10**20):020d}"
    region = firm.tax_id[2:6] if deal.kind == "sale" else tax_id(firm, _party(firm, deal))[2:6]
    if special and day < _DIGITAL:
        return Numbered("paper_special", number, code=f"{region}{day:%y}3130")
    if special:
        return Numbered("digital_special", deal.number)
    kind = "electronic_general" if old < 0.12 else "paper_general"
    return Numbered(kind, number, code=f"0{region}{day:%y}00{'111' if kind == 'electronic_general' else '104'}"[:12], check=check)


def _deducted(firm: Firm, deal: Deal) -> bool:
    """Whether the buyer can deduct the tax, and so asks for a special invoice."""
    buyer_general = not _party(firm, deal).natural if deal.kind in {"sale", "sale_return"} else firm.taxpayer == "general"
    seller_general = firm.taxpayer == "general" if deal.kind in {"sale", "sale_return"} else deal.tax > 0
    return buyer_general and seller_general and share(firm.seed, "invoice special", deal.id) < 0.85


def _party(firm: Firm, deal: Deal) -> Party:
    found = firm.parties.get(deal.party)
    return found or Party(id=deal.party, role="other", name="个人" if firm.language == "zh" else "Cash sale", natural=True)


def invoices(ledgers: Ledgers, deals: tuple[Deal, ...], entries: Iterable[Entry]) -> Iterator[Document]:
    """Ten to sixty invoices of the last two years: large ones and paid ones more often than others.

    deals, entries   of the version "stated"

    An invoice says that it was issued, not that it still stands: one that was voided since is among them.

    Each deal draws its chance from a stream of its own, and the threshold follows from the honest books: a deal more or less moves no
    other invoice in or out. Setting that it reads: invoices (how many; default: drawn for the firm)
    """
    firm = ledgers.firm
    wanted = int(str(ledgers.settings.get("invoices", stream(firm.seed, "invoices").randint(10, 60))))
    since = firm.last - timedelta(days=730)
    settled = {deal for entry in entries for deal, _ in entry.settles}
    honest = sorted((_chance(firm, deal, deal.id in settled) for deal in ledgers.books.deals if _printed(deal, since, firm)), reverse=True)
    threshold = honest[min(wanted, len(honest)) - 1] if honest else 0.0
    credited = {deal.reverses for deal in deals if deal.reverses}
    numbers = {deal.id: numbered(firm, deal).number for deal in deals if deal.id in credited and deal.number}
    for deal in deals:
        if not _printed(deal, since, firm):
            continue
        # What was invoiced in another currency is always shown: it is what explains the rate.
        if _foreign(firm, deal) or _chance(firm, deal, deal.id in settled) >= threshold:
            issuer = "firm" if deal.kind in {"sale", "sale_return"} else "partner"
            yield Document(id=f"invoice-{deal.id}", record=invoice(firm, deal, numbers.get(deal.reverses, "")), issuer=issuer)  # type: ignore[arg-type]


def _foreign(firm: Firm, deal: Deal) -> bool:
    return bool(deal.rate) and deal.currency not in {"", firm.currency}


def _printed(deal: Deal, since: date, firm: Firm) -> bool:
    return bool(deal.number) and deal.invoiced is not None and since < deal.invoiced <= firm.last


def _chance(firm: Firm, deal: Deal, paid: bool) -> float:
    """A weighted draw without replacement (Efraimidis and Spirakis): u to the power of one over the weight."""
    weight = (abs(deal.gross) / 100.0) ** 0.5 * (2.0 if paid else 1.0)
    return float(share(firm.seed, "invoice chosen", deal.id) ** (1.0 / max(weight, 1e-6)))


def tax_id(firm: Firm, party: Party) -> str:
    """The party's number; one of its own for a Chinese firm or office that the firm knows without it (a grid, a treasury)."""
    if party.tax_id or party.natural or firm.country != "CN":
        return party.tax_id
    return credit_code(stream(firm.seed, "credit code", party.id), firm.tax_id[2:8])


def _identity(firm: Firm, party: Party) -> Identity:
    number = tax_id(firm, party)
    return Identity(name=party.name, tax_id=number, address=party.address, phone=party.phone, bank=party.bank, account=party.account)


def own_identity(firm: Firm) -> Identity:
    """The firm as it stands on invoices, with its basic account."""
    account = firm.accounts[0]
    return Identity(name=firm.name, tax_id=firm.tax_id, address=firm.address, phone=firm.phone, bank=account.branch, account=account.number)


def invoice(firm: Firm, deal: Deal, credited: str = "") -> Invoice:
    """The invoice of a deal.   credited: number of the invoice that a credit note takes back; "" where none was made out

    A deal in a second currency is booked at its rate (home currency for one unit); its invoice is made out in that currency, each line
    converted and rounded, the totals added from the lines.
    """
    named = numbered(firm, deal)
    own, other = own_identity(firm), _identity(firm, _party(firm, deal))
    issued = deal.kind in {"sale", "sale_return"}
    sign = -1 if deal.kind == "sale_return" and deal.gross > 0 else 1
    rate = Decimal(deal.rate) if _foreign(firm, deal) else None
    lines = tuple(_line(line, rate, sign) for line in deal.lines)
    net, tax = sum(line.net for line in lines), sum(line.tax for line in lines)
    day = deal.invoiced or deal.day
    clerk = firm.people[2] if issued else stream(firm.seed, "clerk", deal.party).choice(_CLERKS[firm.language])
    reversed_note = f"被红冲蓝字数电票号码：{credited}" if firm.language == "zh" else f"Credits our invoice {credited}"
    return Invoice(
        kind=named.kind,
        deal=deal.id,
        direction="issued" if issued else "received",
        number=named.number,
        day=day,
        seller=own if issued else other,
        buyer=other if issued else own,
        lines=lines,
        net=net,
        tax=tax,
        total=net + tax,
        capital=net + tax,
        currency=deal.currency if rate else firm.currency,
        due=deal.due,
        code=named.code,
        check=named.check,
        qr=_qr(named, day, net, net + tax) if firm.country == "CN" else "",
        note=reversed_note if credited else "",
        issuer=clerk,
        exchange_rate=deal.rate if rate else "",
    )


_CLERKS = {"zh": ("王芳", "李静", "张敏", "刘洋", "陈洁", "赵磊", "周婷", "系统管理员"), "en": ("",)}


def _line(line: DealLine, rate: Decimal | None, sign: int) -> InvoiceLine:
    def converted(minor: int) -> int:
        return sign * (minor if rate is None else int((Decimal(minor) / rate).quantize(Decimal(1), ROUND_HALF_UP)))

    net = converted(line.net)
    quantity = Decimal(line.quantity) / 1000 * sign
    return InvoiceLine(
        category=line.category,
        description=line.name,
        unit=line.unit,
        quantity=_plain(quantity) if line.quantity else "",
        price=_price(net, quantity) if line.quantity else "",
        net=net,
        tax=converted(line.tax),
        rate=_rate(line.rate),
    )


def _rate(share_of_net: float) -> str:
    """0.2 as "0.20", 0.015 as "0.015"."""
    text = f"{Decimal(str(share_of_net)).normalize():f}"
    return f"{share_of_net:.2f}" if len(text) < 4 else text


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _price(net: int, quantity: Decimal) -> str:
    """The price of a unit with as many places as the line's arithmetic needs, two at least and thirteen at most."""
    exact = Decimal(net) / 100 / quantity
    for places in range(2, 14):
        price = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if (price * quantity).quantize(Decimal("0.01"), ROUND_HALF_UP) * 100 == net:
            break
    return f"{price:f}"


def _qr(named: Numbered, day: date, net: int, total: int) -> str:
    """The text of the QR code: older kinds carry the net amount, digital ones the total."""
    digital = named.kind.startswith("digital")
    amount = Decimal(total if digital else net).scaleb(-2)
    body = f"01,{_QR[named.kind]},{named.code},{named.number},{amount:f},{day:%Y%m%d},{named.check}"
    return f"{body},{crc32(body.encode()) & 0xFFFF:04X},"
