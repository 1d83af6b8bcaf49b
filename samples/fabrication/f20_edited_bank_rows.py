"""F20 银行流水 改数: amounts of a genuine bank statement changed on the file.

What is done
    1 + ⌊20s⌋ rows of money in, on the statements of the fullest account, become 2 to 20 times as large (ten times: a zero is put in).
Strength
    Value added over the money in on those statements: rows and factors are chosen so that they come to it, as far as so few
    rows can.
Care
    0   the amounts alone: the chain of balances breaks at each of them
    1   the balances of the row and of those after it on its page (30 rows): the chain breaks where the next page begins
    2   all balances to the end, the closing balance, the totals, and every later statement of the account
Traces
    A broken chain; or an unbroken one with interest, the day's print balance, the books and the payers' invoices against
    it.
"""

from __future__ import annotations

from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.bank_rows import busiest, credits_of, months_covered, repaired, statement

#: Rows whose amounts others print too, or that a bank would see at a glance.
_SPARED = frozenset({"deposit_interest", "transfer", "loan_draw", "fiction"})
_FACTORS = (2, 3, 4, 5, 6, 8, 9, 10, 10, 10, 11, 12, 15, 20)
_SEEN = 60


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    documents = busiest(papers)
    rows = [
        (place, item)
        for place, document in enumerate(documents)
        for item, line in enumerate(statement(document).lines, start=1)
        if line.amount >= 10_000 and line.kind not in _SPARED
    ]
    count = min(1 + int(20 * dose.strength), len(rows))
    if not count:
        return None
    money_in = credits_of(documents)
    added: dict[tuple[int, int], int] = {}
    factors: dict[tuple[int, int], int] = {}
    left = round(money_in * dose.strength)
    for number in range(count):
        wanted = left / (count - number)
        free = [row for row in rows if row not in added]
        seen = source.sample(free, min(_SEEN, len(free)))
        choices = [
            (abs(_amount(documents, row) * (factor - 1) - wanted), row, factor) for row in seen for factor in dict.fromkeys(_FACTORS)
        ]
        _, row, factor = min(choices)
        added[row] = _amount(documents, row) * (factor - 1)
        factors[row] = factor
        left -= added[row]
    done = papers
    for document in repaired(documents, added, dose.care):
        done = done.replaced(document)
    touched = [documents[place] for place in sorted({place for place, _ in added})]
    return done, {
        "start": statement(touched[0]).start,
        "months": months_covered(touched),
        "account": statement(touched[0]).account_id,
        "edited": count,
        "value": sum(added.values()),
        "share": f"{sum(added.values()) / money_in:.4f}",
        "factors": tuple(factors[row] for row in sorted(factors)),
        "rows": tuple(statement(documents[place]).lines[item - 1].id for place, item in sorted(added)),
    }


def _amount(documents: list[Document], row: tuple[int, int]) -> int:
    return statement(documents[row[0]]).lines[row[1] - 1].amount


KIND = Intervention(code="F20", name="edited_bank_rows", split="develop", papers=_papers)
