"""A trial balance in English: ledger accounts with a debit or a credit, as before the books are closed."""

from __future__ import annotations

from extract.forms.layout import CODES, LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="trial_balance_en",
    type="trial_balance",
    titles=(r"trialbalance",),
    captions=("trial_balance",),
    deciding=10,
    span="year_to_date",
    columns=(
        ColumnMeaning(r"(?:opening(?:balance)?/?)(?:debits?|dr)\(?[£$]?\)?", "opening_debit", "instant", "before_start"),
        ColumnMeaning(r"(?:opening(?:balance)?/?)(?:credits?|cr)\(?[£$]?\)?", "opening_credit", "instant", "before_start"),
        ColumnMeaning(r"(?:(?:period|movements?|activity)/?)(?:debits?|dr)\(?[£$]?\)?", "period_debit"),
        ColumnMeaning(r"(?:(?:period|movements?|activity)/?)(?:credits?|cr)\(?[£$]?\)?", "period_credit"),
        ColumnMeaning(
            r"(?:(?:closing|ytd|yeartodate)(?:balance)?/?)?(?:debits?|dr)\(?(?:[£$]|gbp|usd)?\)?(?:-?yeartodate)?",
            "closing_debit",
            "instant",
        ),
        ColumnMeaning(
            r"(?:(?:closing|ytd|yeartodate)(?:balance)?/?)?(?:credits?|cr)\(?(?:[£$]|gbp|usd)?\)?(?:-?yeartodate)?",
            "closing_credit",
            "instant",
        ),
        ColumnMeaning(r"(?:account)?type|class", "type", holds="words"),
        *CODES,
        *LABELS,
        *NUMBERS,
    ),
    instant=True,
)
