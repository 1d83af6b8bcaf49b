"""A valuer's report on collateral: what it is worth beside what the books, the insurer and the invoice say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine
from samples.records.workbook import Workbook
from samples.streams import stream

_NAMES = {
    "zh": {"property": "办公用房（业主名下）", "equipment": "机器设备及车辆", "stock": "库存商品及原材料"},
    "en": {"property": "Office premises (owner's)", "equipment": "Plant, machinery and vehicles", "stock": "Stock and materials"},
}
_CAPTIONS = {
    "zh": {"appraised": "评估价值", "book": "账面价值", "insured": "保险金额", "invoiced": "发票金额（原值）"},
    "en": {"appraised": "Appraised value", "book": "Book value", "insured": "Sum insured", "invoiced": "Invoiced cost"},
}


def valuations(book: Workbook) -> Iterator[Document]:
    """One report at the last year end. Equipment and stock are the firm's; property is the owner's and has no book value.

    book   of the version "actual": a valuer counts what is there
    """
    firm = book.firm
    day = firm.year_ends[-1]
    at = book.position(day)
    source = stream(firm.seed, "valuation")
    shares = [source.uniform(0.75, 1.1), source.uniform(0.7, 1.0), source.uniform(0.8, 1.1)]
    owned = source.random() < 0.5
    property_value = source.randrange(80, 900, 5) * (1_000_000 if firm.language == "zh" else 150_000)
    rows: list[tuple[str, dict[str, int]]] = []
    if owned:
        bought = int(property_value * shares[0]) // 10_000 * 10_000
        rows.append(("property", {"appraised": property_value, "insured": property_value // 2, "invoiced": bought}))
    if at["fixed_assets_cost"] > 0:
        worth = int(at["fixed_assets_net"] * shares[1]) // 10_000 * 10_000
        rows.append(
            ("equipment", {"appraised": worth, "book": at["fixed_assets_net"], "insured": worth, "invoiced": at["fixed_assets_cost"]})
        )
    if at["inventories"] > 0:
        worth = int(at["inventories"] * shares[2]) // 10_000 * 10_000
        rows.append(("stock", {"appraised": worth, "book": at["inventories"], "insured": worth}))
    captions, names = _CAPTIONS[firm.language], _NAMES[firm.language]
    lines = [FormLine(name=name, label=names[name], amounts=amounts) for name, amounts in rows]
    total = {column: sum(amounts.get(column, 0) for _, amounts in rows) for column in captions}
    lines.append(FormLine(name="total", label="合计" if firm.language == "zh" else "Total", amounts=total))
    record = Form(
        record="valuation",
        form="valuation",
        title="抵押物评估报告（摘要）" if firm.language == "zh" else "Valuation of collateral (summary)",
        entity=firm.name,
        currency=firm.currency,
        start=day,
        end=day,
        columns=tuple(FormColumn(name=name, caption=caption, period=day, span="instant") for name, caption in captions.items()),
        lines=tuple(lines),
        head=(("评估基准日" if firm.language == "zh" else "Date of valuation", day.isoformat()),),
        foot=(("报告日期" if firm.language == "zh" else "Date of report", (day + timedelta(days=source.randint(20, 60))).isoformat()),),
    )
    yield Document(id=f"valuation-{day.year}", record=record, issuer="valuer")
