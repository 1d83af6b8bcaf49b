"""Small papers and cases for the tests of the outside."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document, DocumentWarning
from extract.figure import Figure, Reading
from extract.money import Money
from extract.place import Box, Place
from extract.records import FinancialStatement, PeriodFigure, StatementLine

LINES = (
    ("货币资金", "cash", "1,751,000.00"),
    ("应收账款", "trade_receivables", "900,000.00"),
    ("存货", "inventories", "900,000.00"),
    ("流动资产合计", "total_current_assets", "3,651,000.00"),
    ("资产总计", "total_assets", "5,251,000.00"),
    ("负债和所有者权益总计", "total_liabilities_and_equity", "5,251,000.00"),
)


@dataclass(frozen=True)
class Paper:
    """A printed balance sheet, as bytes and as it is read."""

    name: str
    data: bytes
    document: Document


def balance_sheet(name: str = "资产负债表 2025.pdf", lines: Sequence[tuple[str, str, str]] = LINES) -> Paper:
    """A one-page statement in Chinese whose current assets do not add up: 100,000.00 too much."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("STSong-Light", 16)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 70, "资产负债表")
    canvas.setFont("STSong-Light", 11)
    canvas.drawString(60, A4[1] - 100, "编制单位：海岚食品有限公司      2025年12月31日      单位：元")
    boxes = []
    for number, (label, _, printed) in enumerate(lines):
        baseline = A4[1] - 130 - 22 * number
        canvas.drawString(60, baseline, label)
        canvas.drawRightString(480, baseline, printed)
        width = pdfmetrics.stringWidth(printed, "STSong-Light", 11)
        boxes.append(Box(480 - width, A4[1] - baseline - 10, 480, A4[1] - baseline + 2))
    canvas.save()
    data = buffer.getvalue()
    return Paper(name, data, _document(name, data, lines, boxes))


def _document(name: str, data: bytes, lines: Sequence[tuple[str, str, str]], boxes: Sequence[Box]) -> Document:
    sha256 = hashlib.sha256(data).hexdigest()
    read = []
    for number, ((label, concept, printed), box) in enumerate(zip(lines, boxes, strict=True), 1):
        value = Decimal(printed.replace(",", ""))
        figure = Figure(
            id=f"f-{sha256[:8]}-{number}",
            printed=printed,
            money=Money(value, "CNY"),
            step=Decimal("0.01"),
            place=Place(sha256=sha256, page=1, box=box),
            confidence=0.9 if number == 2 else 0.9995,
            alternatives=(Reading(value - 100000, 0.06),) if number == 2 else (),
        )
        read.append(
            StatementLine(
                label=label, concept=concept, concept_confidence=1.0, page=1, figures=(PeriodFigure(date(2025, 12, 31), "instant", figure),)
            )
        )
    statement = FinancialStatement(
        statement="balance_sheet",
        entity="海岚食品有限公司",
        currency="CNY",
        scale=Decimal(1),
        scale_place=None,
        periods=(date(2025, 12, 31),),
        lines=tuple(read),
        page=1,
    )
    warning = DocumentWarning("scale-missing", "No unit line was found; amounts are taken as printed.", 1)
    return Document(
        name=name, sha256=sha256, media_type="application/pdf", pages=1, status="read", records=(statement,), warnings=(warning,)
    )


@pytest.fixture
def paper() -> Paper:
    return balance_sheet()


@pytest.fixture
def rendered() -> Callable[..., Mapping[int, Path]]:
    """Stands in for the contained renderer: the page as pdfium draws it, in this process (the paper is our own)."""

    def render(data: bytes, name: str, pages: Sequence[int], folder: Path, dpi: int = 110, password: str | None = None) -> dict[int, Path]:
        import pypdfium2

        made: dict[int, Path] = {}
        document = pypdfium2.PdfDocument(data, password=password)
        for page in pages:
            path = folder / f"{page}.png"
            document[page - 1].render(scale=dpi / 72).to_pil().save(path)
            made[page] = path
        document.close()
        return made

    return render


def _finding(paper: Paper, figures: Sequence[dict[str, Any]]) -> dict[str, Any]:
    labels = [label for label, _, _ in LINES]
    evidence = [
        {
            "document": paper.name,
            "sha256": paper.document.sha256,
            "figure": one["id"],
            "page": 1,
            "box": one["box"],
            "cell": None,
            "path": None,
            "label": label,
            "value": one["value"],
        }
        for one, label in zip(figures[:4], labels[:4], strict=True)
    ]
    return {
        "id": "c0ffee00c0ffee00",
        "code": "BAL004",
        "severity": "high",
        "verdict": "contradiction",
        "title": "Current assets add up",
        "title_zh": "流动资产合计",
        "explanation": "The lines add up to 3,551,000.00, the total says 3,651,000.00.",
        "explanation_zh": "各项之和为 3,551,000.00，合计为 3,651,000.00。",
        "expected": "3551000.00",
        "observed": "3651000.00",
        "difference": "100000.00",
        "tolerance": "0",
        "odds": {"misread": 0.2, "false": 0.8},
        "benefit": "up",
        "amount": "100000.00",
        "innocent_explanations": ["a line was missed by the reader"],
        "innocent_explanations_zh": ["漏读一行"],
        "counterfactuals": ["trade receivables of 1,000,000.00"],
        "evidence": evidence,
    }


@pytest.fixture
def case(paper: Paper) -> dict[str, Any]:
    """The JSON of a case with one broken tie, one that holds and one that was not run."""
    from api import wire

    document = wire.document(paper.document)
    figures = [line["figures"][0] for line in document["records"][0]["lines"]]
    finding = _finding(paper, figures)
    ties = [
        {
            "id": "BAL004",
            "status": "broken",
            "reason": None,
            "figures": [one["id"] for one in figures[:4]],
            "difference": "100000.00",
            "tolerance": "0",
        },
        {
            "id": "BAL001",
            "status": "holds",
            "reason": None,
            "figures": [one["id"] for one in figures[4:]],
            "difference": "0.00",
            "tolerance": "0",
        },
        {
            "id": "BNK001",
            "status": "not_run",
            "reason": "No bank statement was handed in.",
            "reason_zh": "没有银行流水。",
            "figures": [],
            "difference": None,
            "tolerance": None,
        },
    ]
    return {
        "case": {"id": "a-1", "name": "海岚食品 <2025>", "engine": "tieout 0.1.0", "ruleset": "2026.1"},
        "score": {
            "fabrication_probability": 0.93,
            "grade": "high",
            "calibrated_on": None,
            "reasons": [{"code": "BAL004", "weight": 2.1, "text": "Current assets do not add up", "text_zh": "流动资产加总不符"}],
        },
        "coverage": {"run": 2, "not_run": 1},
        "findings": [finding],
        "ties": ties,
        "support": [],
        "requests": [{"text": "Ask for the receivables ledger", "settles": ["BAL004"], "amount": "100000.00"}],
        "documents": [document],
    }
