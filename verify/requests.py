"""What to ask the borrower for, in plain words, so that a finding can be settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify.finding import Finding
from verify.judgement import Request
from verify.reporting import where
from verify.wording import Wording


def requests_for(findings: Iterable[Finding]) -> Iterator[Request]:
    """One request for each thing to be handed in; findings that the same thing settles share it."""
    asked: dict[Wording, list[Finding]] = {}
    for finding in findings:
        if finding.verdict != "notice":
            asked.setdefault(_text(finding), []).append(finding)
    for text, settled in asked.items():
        amounts = [finding.amount for finding in settled if finding.amount is not None]
        yield Request(text, tuple(finding.id for finding in settled), max(amounts, default=None))


def _text(finding: Finding) -> Wording:
    first = finding.evidence[0]
    documents = list(dict.fromkeys(item.document for item in finding.evidence))
    if finding.verdict == "probable_misread":
        place_zh, place_en = where(first)
        return Wording(
            f"请提供更清晰的扫描件或原始电子文件：{place_zh}。",
            f"Please send a clearer scan or the original file of {place_en}.",
        )
    if finding.code == "BNK005":
        return Wording(
            "请提供报表日全部银行账户（含支付平台账户）的流水，以及银行存款余额调节表。",
            "Please send statements of all bank accounts and payment platforms for the reporting date, and the bank reconciliation.",
        )
    if finding.code.startswith("BNK"):
        return Wording(
            f"请从网上银行重新导出完整流水（电子原件）：{'、'.join(documents)}。",
            f"Please export the full statement again from online banking and send the file itself: {', '.join(documents)}.",
        )
    if finding.code.startswith("PER"):
        return Wording(
            f"请说明{'与'.join(documents)}中同一期间数字不同的原因；如有追溯重述，请提供附注。",
            f"Please explain why {' and '.join(documents)} differ for one and the same period; if figures were restated, send the note.",
        )
    if finding.code == "ROL001":
        return Wording(
            "请提供所有者权益变动表或利润分配决议。",
            "Please send the statement of changes in equity, or the resolution on the distribution of profit.",
        )
    return Wording(
        f"请提供{'、'.join(documents)}对应的科目余额表，并说明“{first.label}”的差异。",
        f"Please send the trial balance behind {', '.join(documents)} and explain the difference at '{first.label}'.",
    )
