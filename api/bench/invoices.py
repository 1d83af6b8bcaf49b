"""Real invoices with their truth: net, tax, total and the amounts of their lines.

Fields are compared as amounts to the last digit, each by its own name; lines are not told apart, so a line's amount is right where
the invoice has it as often as the truth. Numbers, dates and names are held to the same truth in the tests.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf

from api.bench.scoring import Expected
from api.bench.truths import Paper


def facturx_invoices(folder: Path) -> Iterator[Paper]:
    """Factur-X files twice: as handed in, where the XML inside is read, and without it, where the page must tell.

    The truth comes from that XML, so the first group shows only that nothing is lost.
    """
    for row in _rows(folder):
        fields = row["fields"]
        expected = (
            _money("net", fields["amount_ex_tax"]),
            _money("tax", fields["tax"]),
            _money("total", fields["total"]),
            *(_money("line_net", line["amount"]) for line in fields["line_items"]),
        )
        yield Paper(path=folder / row["file"], group="facturx_invoices, data", expected=expected)
        yield Paper(path=folder / row["file"], group="facturx_invoices, page", expected=expected, alone=True)


def without_attachments(data: bytes) -> bytes:
    """The same PDF with nothing embedded."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for name in list(document.attachments):
            del document.attachments[name]
        document.save(out)
    return out.getvalue()


def cn_ofd_invoices(folder: Path) -> Iterator[Paper]:
    """Chinese invoices in OFD, read from the XML attached in them and compared with their page."""
    for row in _rows(folder):
        fields = row["fields"]
        lines = [
            _money(name, line[key])
            for line in fields["line_items"]
            for name, key in (("line_net", "Amount"), ("line_tax", "TaxAmount"), ("line_unit_price", "Price"))
        ]
        totals = (_money("net", fields["amount_ex_tax"]), _money("tax", fields["tax"]), _money("total", fields["total"]))
        yield Paper(path=folder / row["file"], group="cn_ofd_invoices", expected=(*totals, *lines))


def invoice2data_invoices(folder: Path) -> Iterator[Paper]:
    """Invoices of another extractor's tests. Its truth has not every field; its line sums are with tax where the page says so."""
    for row in _rows(folder):
        fields: Mapping[str, Any] = row["fields"]
        expected = [_money(name, str(fields[key])) for name, key in (("total", "amount"), ("net", "amount_untaxed")) if key in fields]
        expected.extend(_money("line_unit_price", str(line["price_unit"])) for line in fields.get("lines", ()) if "price_unit" in line)
        if expected:
            yield Paper(path=folder / row["file"], group="invoice2data_invoices", expected=tuple(expected))


#: Class -> how its papers are listed; all lie in a sibling folder that not everyone has.
CLASSES: Mapping[str, Callable[[Path], Iterator[Paper]]] = {
    "facturx_invoices": facturx_invoices,
    "cn_ofd_invoices": cn_ofd_invoices,
    "invoice2data_invoices": invoice2data_invoices,
}


def _money(field: str, text: str) -> Expected:
    value = Decimal(text)
    return Expected(kind="invoice", label=field, field=field, period=None, value=value, printed_value=value)


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
