"""What is known of a kind of form: how its title looks, which captions decide, and what each column is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from extract.concepts import normalise
from extract.records import FormType, Span

#: Which day of the form a column is about: its last, the day before its first, or the last day of the year before.
Day = Literal["end", "before_start", "before_year"]
#: What stands in a column: amounts or counts, words (names, dates, classes), the number or the caption of the line.
Holds = Literal["amount", "words", "number", "label"]


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """A column by its caption.

    caption   pattern of the whole caption, normalised; of two rows of captions the upper one stands before a "/" (期末余额/借方)
    name      stable: "closing_debit", "balance", "opened"; "" where its span says all
    span      what its amounts cover; None: as the form
    unit      of a count: "kWh", "persons", …
    on        the last day that its caption names itself
    undated   its amounts are of another time than the form's, or nobody can say of which
    scale     that its caption states (余额（万元）); None: as the form
    concept   of a column whose caption is one of the form's lines: 申报人数, 收入总额
    headed    its caption is one of the form's lines, whatever concept that has
    by_word   a word of the caption says it, whatever stands around that
    """

    caption: str
    name: str = ""
    span: Span | None = None
    day: Day = "end"
    holds: Holds = "amount"
    unit: str | None = None
    on: date | None = None
    undated: bool = False
    scale: Decimal | None = None
    concept: str | None = None
    headed: bool = False
    by_word: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormKind:
    """One kind of form.

    form        stable id: "vat_general", "trial_balance", …
    titles      patterns of the title, searched in its normalised text
    captions    groups of captions.yaml whose labels its lines carry, the first that knows a label decides
    deciding    how many different labels of those groups must be met before a paper without its title is believed to be this form
    span        what its amounts cover where no column says so
    columns     the first meaning that fits a caption counts
    currency    where the paper names none; None: nobody can say
    label       name of the column of words that names a line where no column is made for that (a number of an invoice)
    instant     it is about one day: the latest day of its heading is its end
    whole       pattern of the line that stands for all others, in a table whose columns are headed by lines of the form
    outranked   (caption, pattern, concept): beside a line that fits the pattern, the line of that caption is this concept, or none
    sums        sums over lines that are known by their concepts or captions ("a=b+c-d?"; ? may be missing; a caption may be spelt in ways
                parted by "|"; ± for a term whose sign the form leaves out): where one holds, its figures are proved; one with "!" before
                it that does not hold puts recognised figures in doubt
    totalled    its last line is the sum of the others, column by column
    checks      sums that the form itself states, over the numbers of its lines: "17=12+13-14"
    """

    form: str
    type: FormType
    titles: tuple[str, ...]
    captions: tuple[str, ...] = ()
    deciding: int = 4
    span: Span = "month"
    columns: tuple[ColumnMeaning, ...] = ()
    currency: str | None = None
    label: str = ""
    instant: bool = False
    checks: tuple[str, ...] = ()
    totalled: bool = False
    sums: tuple[str, ...] = ()
    outranked: tuple[tuple[str, str, str | None], ...] = ()
    whole: str = r"合\s*计|总\s*计|total"

    def __post_init__(self) -> None:
        for pattern in (*self.titles, *(column.caption for column in self.columns)):
            re.compile(pattern)  # a pattern that does not compile fails at import, not on a paper
        if self.label and self.label not in {column.name for column in self.columns if column.holds == "words"}:
            raise ValueError(f"{self.form}: no column of words is called {self.label}")

    def titled(self, text: str) -> bool:
        """Whether `text` is a title of this form."""
        key = tight(text)
        return any(re.search(pattern, key) for pattern in self.titles)

    def meaning(self, caption: str) -> ColumnMeaning | None:
        """What the column under `caption` is about, None where this form knows no such column."""
        key = tight(caption)
        return next((column for column in self.columns if re.fullmatch(column.caption, key)), None)


def tight(text: str) -> str:
    """`text` for comparing: normalised as labels are, the slash between two rows of captions kept."""
    return "/".join(normalise(part) for part in text.split("/"))


#: Columns that forms share.
NUMBERS = (ColumnMeaning(r"行次|栏次|行号?|序号|box|line|ref|no|编号|#", "number", holds="number"),)
CODES = (
    ColumnMeaning(
        r"科目(?:编码|代码|编号)|编码|代码|n/c|code|account(?:code|no|number|#)|acctno|nominalcode|nominal",
        "number",
        holds="number",
    ),
)
LABELS = (
    ColumnMeaning(
        r"(?:申报|缴费|征收|所得|收入|计费)?项目(?:名称)?|(?:税|费|险)种(?:类型|名称)?|业务类型|类别|责任类型|计量点|主要指标|税\(费\)种|(?:会计|总账|明细)?科目(?:名称)?|名称|事项|指标|内容|摘要|(?:评估|抵押)?对象|资产(?:名称)?"
        r"|授信机构|机构(?:名称)?|发放机构|贷款机构|银行|returndetail|description|account(?:name)?|name|item|charges?|asset|lender|provider|creditor|institution|particulars|narrative|ledgeraccount|question|details?|measure|boxes?description",
        "label",
        holds="label",
    ),
)
CHINESE_PERIODS = (
    ColumnMeaning(r"(?:一般项目/?)?(?:本月|本期)(?:数|金额|发生额)?(?:/货物及劳务)?|本期数货物及劳务"),
    ColumnMeaning(r"(?:本月|本期)(?:数|金额)?/服务、?不动产和无形资产", "month_services"),
    ColumnMeaning(r"(?:一般项目/?)?(?:本年)?累计(?:金额|数)?(?:/货物及劳务)?", "", "year_to_date"),
    ColumnMeaning(r"本年累计(?:金额|数)?/服务、?不动产和无形资产", "year_services", "year_to_date"),
    ColumnMeaning(r"即征即退项目/(?:本月|本期)(?:数|金额)?", "refunded_month"),
    ColumnMeaning(r"即征即退项目/(?:本年)?累计(?:数|金额)?", "refunded_year", "year_to_date"),
)
