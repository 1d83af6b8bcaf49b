"""English statements: the UK formats (FRS 102, FRS 105), IFRS and US GAAP by function or nature.

Their columns are headed by years or dates, which need no declaration.
"""

from __future__ import annotations

from extract.statements.layout import ColumnCaption, StatementLayout

LAYOUT = StatementLayout(
    seen="about thirty filings of small UK companies from a dozen accounting programs, eight scanned filings, made-up firms",
    titles={
        "balance_sheet": r"balance sheets?|statements? of financial (?:position|condition)|statements? of assets,? (?:and )?liabilities.*",
        "cash_flow": r"cash ?flow statements?|statements? of cash ?flows?|cash ?flows?",
        "income_statement": (
            r"(?:trading,? )?(?:and )?profit (?:and|&|or) loss(?: accounts?| statements?)?|income statements?|"
            r"statements? of (?:income|profit or loss|profit and loss|operations|earnings|comprehensive income|"
            r"total comprehensive income|income and retained earnings|revenues? and expenses|profit or loss and other comprehensive income)"
            r"(?: and retained earnings)?"
        ),
        "equity_changes": (r"statements? of changes in (?:equity|shareholders.? (?:equity|funds)|members.? equity|stockholders.? equity)"),
        "notes": r"notes?(?: to the)?(?: \w+){0,3} (?:financial statements|accounts)",
    },
    columns=(
        ColumnCaption(
            r"(?:budget|forecast|plan|target|projected|projection|variances?|var|varn|diff(?:erence)?|% ?(?:of|chg|change|var|inc|growth)?|"
            r"per ?cent(?:age)?|pct|change|chg|increase|decrease|inc|dec|growth|index|margin|mix|adjustments?|eliminations?|fav|adv|"
            r"favou?rable|unfavou?rable|adverse|over|under|remaining)(?:e?d)?",
            "other",
        ),
        ColumnCaption(r"sales|revenues?|turnover|income|better|worse"),
        ColumnCaption(r"year[\s-]to[\s-]date|y\.?t\.?d\.?|cumulative|to date", None, "year_to_date"),
        ColumnCaption(r"prior|previous|last|preceding|comparatives?|py|ly", "prior"),
        ColumnCaption(r"current(?: year| period)?|this|latest|cy|ty", "current"),
        ColumnCaption(r"(?:full )?years? end(?:ed|ing)|annual|full year|year end", None, "year"),
        ColumnCaption(r"quarters?(?: end(?:ed|ing))?|qtr|qtd", None, "quarter"),
        ColumnCaption(r"months? end(?:ed|ing)|mtd|month to date|month|monthly", None, "month"),
        ColumnCaption(r"actuals?", actual=True),
        ColumnCaption(r"totals?", total=True),
        ColumnCaption(
            r"fye?|ye|(?:un)?audited|(?:re|as )?restated|re-?presented|reclassified|reported|"
            r"years?|periods?|end(?:ed|ing)?|amounts?|balances?|"
            r"group|company|consolidated|dates?|calendar|fiscal|financial|draft|final|as reported|as previously reported"
        ),
    ),
    sections=(
        ("balance_sheet", r"(?:fixed|non-?current|long-?term)assets?|propertyandequipment", "noncurrent_assets"),
        ("balance_sheet", r"currentassets", "current_assets"),
        ("balance_sheet", r"creditors|currentliabilities|liabilities", "current_liabilities"),
        ("balance_sheet", r"(?:creditors)?amountsfallingdueafter(?:morethan)?oneyear", "noncurrent_liabilities"),
        ("balance_sheet", r"(?:creditors)?(?:amounts)?fallingduewithinoneyear", "current_liabilities"),
        ("balance_sheet", r"(?:non-?current|long-?term)liabilities", "noncurrent_liabilities"),
        ("balance_sheet", r"(?:capitaland)?reserves|(?:share|stock)holders'?equity|equity|financedby|representedby", "equity"),
        ("cash_flow", r"(?:cashflowsfrom)?operatingactivities", "operating"),
        ("cash_flow", r"(?:cashflowsfrom)?investingactivities", "investing"),
        ("cash_flow", r"(?:cashflowsfrom)?financingactivities", "financing"),
    ),
    label_captions=(
        r"(?:total )?assets|liabilities(?:,? (?:and|&|\+) )?(?:(?:share|stock|owner|member|partner)s?(?:holder)?s?['’]?s?['’]? ?)?"
        r"(?:equity|capital|deficit|funds)?"
        r"|equity (?:and|&) liabilities|net worth|particulars|description|items?|accounts?"
    ),
    note_captions=r"notes?(?: no\.?)?|ref\.?|line(?: no\.?)?",
)
