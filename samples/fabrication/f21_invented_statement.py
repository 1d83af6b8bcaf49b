"""F21 假流水: bank statements made from nothing.

What is done
    Of the fullest account, a share of its statements, one after another up to the last, is replaced by rows that a simple
    process makes up: half as much money again comes in as truly did.
Strength
    Share of the months replaced.
Care
    0   equal gaps between rows, amounts rounded to the thousand, no fee, no interest, no tax, counterparties without
        accounts; the closing balance is what comes out, so that a later genuine statement opens with another
    1   amounts rounded to the hundred, counterparties with accounts; the last row brings the balance to the genuine closing
    2   days, sizes and kinds of rows as the genuine statement has them, with its fees, interest and taxes kept; to the
        genuine closing
Traces
    Too regular: equal gaps, no fees, interest or taxes, digits too uniform; no invoice fits.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.bank_rows import busiest, credits_of, months_covered, statement
from samples.firms.firm import Firm, Party
from samples.records.record import BankLine, BankStatement

_MORE = 1.5
#: Rows that go to whom the forger likes, and how often he writes a name as banks shorten it.
_TRADE = frozenset({"receipt", "advance", "cash_sale", "payment", "prepayment", "other_in", "other_out"})
_OTHERWISE = 0.11
_KEPT = frozenset(
    {"bank_fee", "deposit_interest", "vat_paid", "surcharges_paid", "income_tax_paid", "wage_tax_paid", "insurance", "stamp_tax"}
    | {"sales_tax_paid", "prior_year_tax", "loan_interest", "loan_repayment", "loan_draw", "payroll"}
)


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    documents = busiest(papers)
    if not documents:
        return None
    count = max(1, round(len(documents) * dose.strength))
    # Up to the last statement, or, of the careless, somewhere before it.
    end = len(documents) - (source.randint(0, min(2, len(documents) - count)) if dose.care == 0 else 0)
    chosen = documents[end - count : end]
    level = credits_of(documents) / len(documents)
    invented = _Invented(papers.ledgers.firm, source, dose.care, documents)
    done, opening = papers, statement(chosen[0]).opening
    for document in chosen:
        record = invented.statement(statement(document), opening, level)
        opening = record.closing
        done = done.replaced(replace(document, record=record, genuine=document.genuine or document.record, how="replaced"))
    return done, {
        "start": statement(chosen[0]).start,
        "months": months_covered(chosen),
        "account": statement(chosen[0]).account_id,
        "statements": len(chosen),
        "share": f"{len(chosen) / len(documents):.4f}",
        "documents": tuple(document.id for document in chosen),
    }


class _Invented:
    """How this forger makes rows up."""

    def __init__(self, firm: Firm, source: Random, care: int, documents: list[Document]) -> None:
        self.firm, self.source, self.care = firm, source, care
        genuine = [line for document in documents for line in statement(document).lines]
        # Who makes rows up from nothing thinks of trade.
        models = [line for line in genuine if line.kind not in _KEPT and (care == 2 or line.kind in _TRADE)]
        self.into = [line for line in models if line.amount > 0] or genuine
        self.out = [line for line in models if line.amount < 0] or genuine
        self.payers = firm.of("customer") or firm.of("platform") or firm.of("other")
        self.payees = firm.of("supplier") or firm.of("office") or firm.of("other")
        self.step = {0: 100_000, 1: 10_000, 2: 1}[care]
        self.serial = source.randint(100_000, 999_999)
        self.own: set[str] = set()

    def statement(self, genuine: BankStatement, opening: int, level: float) -> BankStatement:
        """A statement of the same days. `opening` is what the one before it closed with."""
        rows = self._as_genuine(genuine, level) if self.care == 2 else self._even(genuine, level)
        wanted = genuine.closing if self.care else None
        lines = self._chained(rows, opening, wanted)
        return replace(
            genuine,
            opening=opening,
            closing=lines[-1].balance if lines else opening,
            lines=lines,
            debits=-sum(line.amount for line in lines if line.amount < 0),
            credits=sum(line.amount for line in lines if line.amount > 0),
        )

    def _even(self, genuine: BankStatement, level: float) -> list[BankLine]:
        """Equal gaps, money in and out by turns."""
        days = (genuine.end - genuine.start).days + 1
        gap = max(days // max(min(len(genuine.lines), days), 8), 1)
        every = [genuine.start + timedelta(offset) for offset in range(gap - 1, days, gap)]
        turns = [1 if number % 2 == 0 else -1 for number in range(len(every))]
        mean = level * _MORE / max(sum(turn > 0 for turn in turns), 1)
        return [
            self._row(genuine, number, day, turn * self._rounded(mean * self.source.uniform(0.6, 1.4) * (1 if turn > 0 else 0.97)))
            for number, (day, turn) in enumerate(zip(every, turns, strict=True), start=1)
        ]

    def _as_genuine(self, genuine: BankStatement, level: float) -> list[BankLine]:
        """The genuine days and kinds, other amounts: drawn anew from those of the firm's own rows, raised."""
        scale = _MORE * level / max(genuine.credits, 1) if genuine.credits else _MORE
        scale = min(max(scale, 0.8), 3.0)
        rows: list[BankLine] = []
        for number, line in enumerate(genuine.lines, start=1):
            if line.kind in _KEPT:
                rows.append(line._replace(id=f"F21-{genuine.end:%Y%m}-{number}"))
                continue
            model = self.source.choice(self.into if line.amount > 0 else self.out)
            amount = round(model.amount * self.source.uniform(0.9, 1.1) * scale)
            rows.append(self._row(genuine, number, line.day, amount or line.amount)._replace(time=line.time))
        return rows

    def _row(self, genuine: BankStatement, number: int, day: date, amount: int) -> BankLine:
        party = self._party(amount)
        model = self.source.choice(self.into if amount > 0 else self.out)
        self.serial += 1
        # Rent goes to the landlord: the careful give other names to trade alone.
        if party is None or (self.care == 2 and model.kind not in _TRADE):
            name, account, bank = model.counterparty, model.counterparty_account, model.counterparty_bank
        else:
            other = self.care == 2 and party.aliases and self.source.random() < _OTHERWISE
            name, account, bank = party.aliases[0] if other else party.name, party.account, party.bank
        row = BankLine(
            id=f"F21-{genuine.end:%Y%m}-{number}",
            day=day,
            time=self._time() if model.time else "",
            amount=amount,
            balance=0,
            kind=model.kind,
            summary=model.summary,
            text=model.text,
            counterparty=name,
            counterparty_account=account if self.care else "",
            counterparty_bank=bank if self.care else "",
            reference=self._reference(len(model.reference), day),
        )
        self.own.add(row.id)
        return row

    def _time(self) -> str:
        if not self.care:
            return "10:00:00"
        return f"{self.source.randint(9, 16):02d}:{self.source.randint(0, 59):02d}:{self.source.randint(0, 59):02d}"

    def _reference(self, length: int, day: date) -> str:
        """A running number, filled with zeros; of the careful, one of the bank's form: in China it begins with the day."""
        if not length:
            return ""
        if self.care < 2:
            return str(self.serial).zfill(length)[:length]
        start = f"{day:%y%m%d}" if self.firm.country == "CN" else ""
        free = length - len(start)
        return f"{start}{self.source.randrange(10**free):0{free}d}"

    def _party(self, amount: int) -> Party | None:
        parties = self.payers if amount > 0 else self.payees
        return self.source.choice(parties) if parties else None

    def _rounded(self, amount: float) -> int:
        return max(round(amount / self.step), 1) * self.step

    def _chained(self, rows: list[BankLine], opening: int, wanted: int | None) -> tuple[BankLine, ...]:
        """The rows with their balances, none of them overdrawn; with `wanted` the last row of the forger's leads to that balance."""
        own = [place for place, row in enumerate(rows) if row.id in self.own]
        last = own[-1] if own and wanted is not None else -1
        amounts = [row.amount for row in rows]
        for _ in range(4 * len(rows)):
            if wanted is not None and last >= 0:
                amounts[last] += wanted - opening - sum(amounts)
            balances = list(accumulate(amounts, initial=opening))[1:]
            short = next((place for place, balance in enumerate(balances) if balance < 0), None)
            if short is None or not self._mended(amounts, [place for place in own if place <= short and place != last], -balances[short]):
                break
        balances = list(accumulate(amounts, initial=opening))[1:]
        chained = (row._replace(amount=amount, balance=balance) for row, amount, balance in zip(rows, amounts, balances, strict=True))
        return tuple(row for row in chained if row.amount)

    def _mended(self, amounts: list[int], own: list[int], missing: int) -> bool:
        """Make one of the forger's rows before that day so much better, the last payment that can bear it or else the last receipt."""
        more = -(-missing // self.step) * self.step
        payments = [place for place in own if amounts[place] < -more]
        receipts = [place for place in own if amounts[place] > 0]
        if not payments and not receipts:
            return False
        amounts[(payments or receipts)[-1]] += more
        return True


KIND = Intervention(code="F21", name="invented_statement", split="develop", papers=_papers)
