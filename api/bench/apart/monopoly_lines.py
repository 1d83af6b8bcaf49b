"""monopoly-core: day and amount of each movement of a bank statement in PDF, by the bank that it knows or its general reader."""

from __future__ import annotations

import json
import sys

from monopoly.banks import BankDetector, banks
from monopoly.generic import GenericBank
from monopoly.pdf import PdfDocument, PdfParser
from monopoly.pipeline import Pipeline


def lines(path: str) -> list[list[str]]:
    """[ISO date, amount] of each movement; its own check of the sums is not asked, so that what it read counts."""
    document = PdfDocument(path)
    pipeline = Pipeline(PdfParser(BankDetector(document).detect_bank(banks) or GenericBank, document))
    statement = pipeline.extract(safety_check=False)
    return [[one.date, f"{one.amount:.2f}"] for one in pipeline.transform(statement)]


for line in sys.stdin:
    try:
        answer: object = lines(line.rstrip("\n"))
    except Exception as error:
        answer = {"failed": type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
