"""Print the papers of tests/golden/papers: one small paper of each class of layout, made up, of the side `develop`.

    python scripts/golden_papers.py                      each one that is not there yet
    python scripts/golden_papers.py zh_cash_flow …       those, anew

What stands on each is written by hand into the .txt beside it, from the picture (docs/reading.md says how). The file is kept, not this
recipe: a generator that draws otherwise tomorrow changes no paper that a person has read.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from PIL import Image

from samples.case import Document
from samples.firms.firm import Firm
from samples.papers.layout import Layout, Look
from samples.population.assemble import assembled
from samples.population.plan import Wanted, plan
from samples.population.registry import declared
from samples.population.splits import of
from samples.press.degradation import Degradation, Job
from samples.press.display import Display, Metadata, Producer
from samples.press.marks import handled
from samples.press.typefaces import faces
from samples.press.typeset import display, placed
from samples.streams import stream

FOLDER = Path(__file__).parents[1] / "tests" / "golden" / "papers"
_SEED = 4_012
_CASES = 40
_MADE = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
_PACKAGES = ("samples.papers.statements", "samples.papers.banks", "samples.papers.invoices", "samples.papers.returns")


@dataclass(frozen=True, slots=True)
class Recipe:
    """One paper.

    record    kind of record; of several that the layout prints the one with the fewest figures is taken, but no fewer than `least`
    way       of scanning or photographing; "" for the program's own file
    page      the only one that is kept, from 1
    """

    layout: str
    record: str
    way: str = ""
    page: int = 1
    least: int = 3


RECIPES: dict[str, Recipe] = {
    "zh_two_sided_grid": Recipe("zh_two_sided_grid", "balance_sheet"),
    "zh_account_form_unruled": Recipe("zh_unruled_sides", "balance_sheet"),
    "zh_report_form": Recipe("zh_vertical_report", "balance_sheet"),
    "zh_general_format": Recipe("zh_general_format", "balance_sheet"),
    "zh_income_statement": Recipe("zh_ledger_program", "income_statement"),
    "zh_income_statement_scan": Recipe("zh_vertical_report", "income_statement", "scan_office"),
    "zh_cash_flow": Recipe("zh_tax_filing", "cash_flow"),
    "zh_equity": Recipe("zh_audit_annex", "equity_changes"),
    "zh_notes": Recipe("zh_unruled_sides", "notes", least=12),
    "en_frs102": Recipe("en_uk_accountant", "balance_sheet"),
    "en_frs102_filed": Recipe("en_uk_small_filed", "balance_sheet"),
    "en_frs105": Recipe("en_uk_micro", "balance_sheet"),
    "en_ifrs": Recipe("en_ifrs_smes", "balance_sheet"),
    "en_cloud_balance": Recipe("en_cloud_report", "balance_sheet"),
    "en_management_pack": Recipe("en_management_pack", "income_statement"),
    "en_notes": Recipe("en_uk_small_filed", "notes", least=12),
    "en_us_balance": Recipe("en_us_program", "balance_sheet"),
    "en_us_income": Recipe("en_us_compilation", "income_statement"),
    "zh_bank_huachuan": Recipe("zh_bank_huachuan", "bank_statement", least=8),
    "zh_bank_donglin": Recipe("zh_bank_donglin", "bank_statement", least=8),
    "zh_bank_beichen": Recipe("zh_bank_beichen", "bank_statement", least=8),
    "zh_bank_mingde": Recipe("zh_bank_mingde", "bank_statement", least=8),
    "en_bank_albion": Recipe("en_bank_albion", "bank_statement", least=8),
    "en_bank_kestrel": Recipe("en_bank_kestrel", "bank_statement", least=8),
    "en_bank_severn": Recipe("en_bank_severn", "bank_statement", least=8),
    "en_bank_prairie": Recipe("en_bank_prairie", "bank_statement", least=8),
    "en_bank_kestrel_scan": Recipe("en_bank_kestrel", "bank_statement", "scan_office", least=12),
    "zh_invoice_digital": Recipe("zh_invoice_digital", "invoice"),
    "zh_invoice_paper_scan": Recipe("zh_invoice_paper", "invoice", "scan_photocopy"),
    "zh_invoice_electronic": Recipe("zh_invoice_electronic", "invoice"),
    "en_invoice_classic": Recipe("en_invoice_classic", "invoice"),
    "en_invoice_american": Recipe("en_invoice_american", "invoice"),
    "en_invoice_foreign": Recipe("en_invoice_foreign", "invoice"),
    "en_receipt_photo": Recipe("en_receipt_strip", "invoice", "photo_desk"),
    "zh_vat_main": Recipe("zh_vat_main_form", "tax_return"),
    "zh_vat_small": Recipe("zh_vat_small_form", "tax_return"),
    "zh_income_tax": Recipe("zh_income_tax_form", "tax_return", least=8),
    "zh_payroll": Recipe("zh_payroll_form", "payroll_return"),
    "zh_credit_report": Recipe("zh_credit_report_bureau", "credit_report"),
    "zh_power_bill": Recipe("zh_power_bill_notice", "utility_bill"),
    "zh_valuation": Recipe("zh_valuation_summary", "valuation"),
    "zh_loan_application": Recipe("zh_loan_application_form", "loan_application"),
    "zh_trial_balance": Recipe("zh_trial_balance_ledger", "trial_balance"),
    "zh_register": Recipe("zh_register_platform", "invoice_register"),
    "en_vat100": Recipe("en_uk_vat_return", "tax_return"),
    "en_us_941": Recipe("en_us_tax_form", "payroll_return"),
    "en_us_sales_tax": Recipe("en_us_tax_form", "tax_return"),
    "en_credit_report": Recipe("en_credit_report_bureau", "credit_report"),
    "en_power_bill": Recipe("en_power_bill", "utility_bill"),
    "en_valuation": Recipe("en_valuation_report", "valuation"),
    "en_loan_application": Recipe("en_loan_application_form", "loan_application"),
    "en_trial_balance": Recipe("en_trial_balance_program", "trial_balance"),
    "en_trial_balance_photo": Recipe("en_trial_balance_program", "trial_balance", "photo_desk"),
    "en_register": Recipe("en_register_day_book", "invoice_register"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """figures: on the page that is kept"""

    figures: int
    document: Document
    firm: Firm
    shown: Display


def found(names: Sequence[str]) -> dict[str, Found]:
    """For each recipe the paper with the fewest figures among the first cases."""
    layouts: dict[str, Layout] = {one.name: one for package in _PACKAGES for one in of("develop", declared(package, "LAYOUT"))}
    best: dict[str, Found] = {}
    wanted = Wanted(cases=_CASES, seed=_SEED, split="develop", share=0.0)
    for number in range(1, _CASES + 1):
        case = assembled(plan(wanted, number))
        for name in names:
            recipe = RECIPES[name]
            layout = layouts[recipe.layout]
            if layout.language != case.firm.language:
                continue
            for one in _candidates(case.papers.documents, case.firm, layout, recipe):
                if name not in best or one.figures < best[name].figures:
                    best[name] = one
    return best


def _candidates(documents: Sequence[Document], firm: Firm, layout: Layout, recipe: Recipe) -> Iterator[Found]:
    fit = [one for one in documents if one.record.record == recipe.record and layout.suits(one.record)]
    for document in fit[:6]:
        source = stream(firm.seed, "golden", document.id)
        face = source.choice([one.name for one in faces(firm.language, "develop", outlines=_producer(source).outlines)])
        shown = display(layout.draw(document.record, Look(firm=firm, face=face, hints=document.hints, source=source)))
        figures = sum(one.page == recipe.page for one in placed(shown))
        if figures >= recipe.least:
            yield Found(figures, document, firm, shown)


def _producer(source: object) -> Producer:
    """The program is the same for all: what differs between programs, the population's tests look at."""
    del source
    return next(one for one in declared("samples.press.producers", "PRODUCER") if one.name == "reportlab")


def printed(name: str, one: Found) -> tuple[str, bytes]:
    """The file's name and content."""
    recipe = RECIPES[name]
    shown = Display(pages=one.shown.pages[recipe.page - 1 : recipe.page])
    content = _packed(_producer(None).draw(shown, Metadata(made=_MADE)))
    if not recipe.way:
        return f"{name}.pdf", content
    ways: dict[str, Degradation] = {way.name: way for way in declared("samples.press.degrade", "DEGRADATION")}
    source = stream(one.firm.seed, "golden", name)
    done = ways[recipe.way].apply(Job(content=content, made=_MADE, damage=0.2, marks=tuple(handled(shown, source))), source)
    return f"{name}.{done.suffix}", _lean(done.files[0]) if done.suffix == "jpg" else done.files[0]


def _lean(picture: bytes) -> bytes:
    """As a messenger sends it on: a third of the size."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").save(out, "JPEG", quality=50)
    return out.getvalue()


def _packed(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def main(names: Sequence[str]) -> None:
    """Write the papers of these names; of all that are not there yet where none is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    here = {path.stem for path in FOLDER.iterdir()}
    wanted = list(names) or [name for name in RECIPES if name not in here]
    for name, one in found(wanted).items():
        file, content = printed(name, one)
        (FOLDER / file).write_bytes(content)
        print(f"{file}  {len(content) // 1024} KB  {one.figures} figures  {one.document.id}")  # noqa: T201
    for name in sorted(set(wanted) - {path.stem for path in FOLDER.iterdir()}):
        print(f"{name}: no such paper among {_CASES} firms")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
