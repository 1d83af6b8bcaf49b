"""F28 选择性提供: a bank account, a month or pages left out of what is handed in.

What is done
    One of three: every statement of an account, a run of statements, or rows in the middle of statements with the pages
    that they stand on (the rest keeps its page numbers). What comes closest to the strength is taken among those that the
    file allows.
Strength
    Share of the file's bank transactions that is left out.
Care
    0   statements out of the middle   1   statements at the beginning or the end, or an account   2   pages only, inside statements
    A file of one account has no account to leave out, and one of few rows no pages: then statements are.
Traces
    Transfers to an account that nobody handed in; gaps between statements; page numbers missing, a chain that breaks
    between two pages.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.bank_rows import PAGE, by_account, statement


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    accounts = by_account(papers)
    total = sum(_rows(documents) for documents in accounts.values())
    statements = [document for documents in accounts.values() for document in documents]
    if total == 0 or len(statements) < 2:
        return None
    wanted = max(round(total * dose.strength), 1)
    if dose.care == 2:
        answer = _without_pages(papers, source, statements, wanted)
        if answer is not None:
            done, gone, names = answer
            return done, _drawn("pages", names, gone, total, statements)
    if dose.care == 1 and len(accounts) > 1:
        name = min(accounts, key=lambda account: (abs(_rows(accounts[account]) - wanted), account))
        left_out = accounts[name]
        return papers.without(*(document.id for document in left_out)), _drawn("account", left_out, _rows(left_out), total, left_out)
    left_out = _statements(accounts, source, wanted, at_edge=dose.care > 0)
    return papers.without(*(document.id for document in left_out)), _drawn("months", left_out, _rows(left_out), total, left_out)


def _rows(documents: list[Document]) -> int:
    return sum(len(statement(document).lines) for document in documents)


def _drawn(what: str, documents: list[Document], gone: int, total: int, about: list[Document]) -> Drawn:
    return {
        "start": min(statement(document).start for document in about),
        "months": len({(statement(document).end.year, statement(document).end.month) for document in documents}),
        "what": what,
        "documents": tuple(document.id for document in documents),
        "value": gone,
        "share": f"{gone / total:.4f}",
    }


def _statements(accounts: dict[str, list[Document]], source: Random, wanted: int, *, at_edge: bool) -> list[Document]:
    """Statements of the fullest account, one run of them: in the middle where there is one, or at an edge. One is always handed in."""
    documents = max(accounts.values(), key=lambda found: (len(found), _rows(found)))
    if len(documents) < 2:
        return documents
    runs = []
    for length in range(1, len(documents)):
        edges = [0, len(documents) - length]
        inside = list(range(1, len(documents) - length))
        for start in edges if at_edge or not inside else inside:
            run = documents[start : start + length]
            runs.append((abs(_rows(run) - wanted), run))
    best = min(distance for distance, _ in runs)
    return source.choice([run for distance, run in runs if distance <= best + wanted // 20])


def _without_pages(papers: Papers, source: Random, statements: list[Document], wanted: int) -> tuple[Papers, int, list[Document]] | None:
    """Whole pages of 30 rows out of the middle of statements; balances and totals stay as printed, so that the gap shows."""
    pages = [
        (document, page)
        for document in statements
        for page in range(1, (len(statement(document).lines) - 1) // PAGE)
        if len(statement(document).lines) > 2 * PAGE
    ]
    if not pages:
        return None
    source.shuffle(pages)
    chosen = pages[: max(1, round(wanted / PAGE))]
    done, touched = papers, []
    for document in statements:
        gone = sorted(page for one, page in chosen if one.id == document.id)
        if not gone:
            continue
        record = statement(document)
        kept = tuple(line for place, line in enumerate(record.lines) if place // PAGE not in gone)
        after = replace(document, record=replace(record, lines=kept), genuine=document.genuine or record, how="edited")
        # The layout starts a new page where rows are missing, and numbers it as if they were there.
        done = done.replaced(after.hinted(missing_pages=tuple(page + 1 for page in gone), rows_a_page=PAGE))
        touched.append(document)
    return done, len(chosen) * PAGE, touched


KIND = Intervention(code="F28", name="selective_hand_in", split="test", papers=_papers)
