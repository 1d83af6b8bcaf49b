"""N18: one account, or one month of it, that nobody thought of handing in."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers
from samples.records.record import BankStatement


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    statements = [document for document in papers.documents if isinstance(document.record, BankStatement) and not document.how]
    accounts = sorted({document.record.account_id for document in statements if isinstance(document.record, BankStatement)})
    if len(accounts) > 1 and source.random() < 0.5:
        account = source.choice(accounts[1:])
        lost = [one.id for one in statements if isinstance(one.record, BankStatement) and one.record.account_id == account]
    elif len(statements) > 2:
        lost = [source.choice(statements[:-1]).id]
    else:
        return None
    return papers.without(*lost), {"papers": lost}


KIND = Intervention(code="N18", name="forgotten_account", split="develop", papers=_papers)
