"""科目余额表: every ledger account with its opening balance, movements and closing balance, each on two sides."""

from __future__ import annotations

from extract.forms.layout import CODES, LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="trial_balance",
    type="trial_balance",
    titles=(r"科目余额表|科目余额明细表|发生额及余额表|总账余额表|试算平衡表",),
    captions=("trial_balance",),
    deciding=8,
    span="year_to_date",
    columns=(
        ColumnMeaning(
            r"(?:期初|年初)(?:余额)?/?\(?借方?\)?(?:余额|金额)?|借方(?:期初|年初)余额", "opening_debit", "instant", "before_start"
        ),
        ColumnMeaning(
            r"(?:期初|年初)(?:余额)?/?\(?贷方?\)?(?:余额|金额)?|贷方(?:期初|年初)余额", "opening_credit", "instant", "before_start"
        ),
        ColumnMeaning(r"本年累计(?:发生额)?/?\(?借方?\)?(?:金额|发生额)?", "year_debit", "year_to_date"),
        ColumnMeaning(r"本年累计(?:发生额)?/?\(?贷方?\)?(?:金额|发生额)?", "year_credit", "year_to_date"),
        ColumnMeaning(r"本期(?:发生额?)?/?\(?借方?\)?(?:金额|发生额)?|借方(?:本期)?发生额?", "period_debit"),
        ColumnMeaning(r"本期(?:发生额?)?/?\(?贷方?\)?(?:金额|发生额)?|贷方(?:本期)?发生额?", "period_credit"),
        ColumnMeaning(r"期末(?:余额)?/?\(?借方?\)?(?:余额|金额)?|借方期末余额", "closing_debit", "instant"),
        ColumnMeaning(r"期末(?:余额)?/?\(?贷方?\)?(?:余额|金额)?|贷方期末余额", "closing_credit", "instant"),
        ColumnMeaning(r"(?:期初|年初)余额", "opening", "instant", "before_start"),
        ColumnMeaning(r"期末余额|余额", "closing", "instant"),
        ColumnMeaning(r"方向|(?:期初|期末)?(?:余额)?方向", "side", holds="words"),
        ColumnMeaning(r"(?:科目)?(?:级次|级别|层级)", "level", holds="words"),
        *CODES,
        *LABELS,
        *NUMBERS,
    ),
    currency="CNY",
)
