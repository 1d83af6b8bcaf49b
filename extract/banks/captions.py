"""What stands around the table of a bank statement: holder, account, bank, currency, period, printed balances and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Literal

from extract.dates import find_dates, parse_date, parse_partial
from extract.numerals import Numeral, normalised, parse
from extract.tables.lines import Chunk, Row

Caption = Literal[
    "holder", "account", "bank", "currency", "period", "start", "end", "printed_on", "opening", "closing", "total_in", "total_out", "skip",
]  # fmt: skip

#: Printed captions. Longer ones are tried first; "skip" are captions that end a value and mean nothing here.
_NAMES: dict[Caption, tuple[str, ...]] = {
    "holder": (
        "户名", "帐户名称", "账户名称", "客户名称", "单位名称", "客户姓名", "姓名", "账户名", "开户名称", "公司名称",
        "存款人名称", "account name", "account holder", "customer name", "name of account", "account title",
        "name of customer",
    ),
    "account": (
        "账号", "帐号", "卡号", "账户号码", "客户账号", "本方账号", "支付宝账户", "账户", "帐户", "卡号/账号", "账号/卡号", "账号/户名",
        "微信号", "account number", "account no", "a/c no", "acct no", "a/c", "account nr", "iban", "a/c number", "account",
    ),
    "bank": (
        "开户行", "开户银行", "开户机构", "开户网点", "开户行名称", "账户行", "bank name", "bank",
    ),
    "currency": (
        "币种", "货币", "币别", "货币种类", "account currency", "currency",
    ),
    "period": (
        "起止日期", "查询期间", "查询时间段", "查询日期", "交易期间", "对账期间", "账单期间", "账单周期", "日期范围",
        "时间范围", "查询起止日期", "交易日期范围", "起讫日期", "期间", "statement period", "statement from",
        "period covered", "period",
        "交易日期", "账务日期", "记账期间", "查询区间", "交易区间",
        "for the period", "transactions from", "date range", "statement dates",
    ),
    "start": (
        "起始日期", "开始日期", "起始时间", "开始时间", "查询起始日期", "start date", "from date", "date from", "from",
    ),
    "end": (
        "截止日期", "终止日期", "结束日期", "终止时间", "结束时间", "截至日期", "截止时间", "查询截止日期", "end date",
        "to date", "date to",
    ),
    "printed_on": (
        "打印日期", "打印时间", "导出时间", "制表日期", "出单日期", "statement date", "date of statement", "printed on",
        "print date", "issue date", "as of",
    ),
    "opening": (
        "期初余额", "上期余额", "承前余额", "上月余额", "起始余额", "期初账户余额", "月初余额", "上页余额",
        "上期结余", "期初结余", "opening balance", "balance brought forward", "beginning balance", "previous balance", "start balance",
        "starting balance", "your opening balance", "brought forward", "balance at start", "balance at the start",
    ),
    "closing": (
        "期末余额", "本期余额", "截止余额", "月末余额", "期末账户余额", "账户余额", "当前余额", "期末结余", "closing balance",
        "balance carried forward", "ending balance", "end balance", "your closing balance", "new balance",
        "carried forward", "balance at end", "balance at the end",
    ),
    "total_in": (
        "贷方发生额合计", "贷方合计", "贷方发生总额", "贷方总额", "贷方累计发生额", "收入合计", "收入总额", "收入总金额",
        "转入合计", "存入合计", "贷方合计金额", "收入总计", "贷方发生额", "贷方总金额", "收入金额合计", "收入",
        "total paid in", "total money in", "total deposits", "total credits", "total receipts", "money in", "payments in",
        "paid in", "deposits", "total credit", "total in", "credits", "deposits and additions", "total additions",
    ),
    "total_out": (
        "借方发生额合计", "借方合计", "借方发生总额", "借方总额", "借方累计发生额", "支出合计", "支出总额", "支出总金额",
        "转出合计", "支取合计", "借方合计金额", "支出总计", "借方发生额", "借方总金额", "支出金额合计", "支出",
        "total paid out", "total money out", "total withdrawals", "total debits", "total payments", "money out",
        "payments out", "paid out", "withdrawals", "total debit", "total out", "debits", "withdrawals and debits", "total subtractions",
    ),
    "skip": (
        "借方笔数", "贷方笔数", "收入笔数", "支出笔数", "总笔数", "笔数", "页码", "页数", "验证码", "回单编号",
        "电子回单号", "柜员", "操作员", "网点", "sort code", "swift", "bic", "branch", "page", "sheet number",
        "statement number", "tel", "telephone", "overdraft limit", "number of transactions", "bank code", "交易类型",
        "导出类型", "导出交易类型",
    ),
}  # fmt: skip
_CAPTION_OF = {re.sub(r"\s", "", name): role for role, names in _NAMES.items() for name in names}
_ALTERNATION = "|".join(
    r"\s*".join(map(re.escape, name.split(" ") if name.isascii() else name))
    for name in sorted((name for names in _NAMES.values() for name in names), key=len, reverse=True)
)
#: A caption begins its text or follows a space or a closing mark, and is followed by a colon, a space, a digit or the end.
_CAPTION = re.compile(
    rf"(?:^|(?<=[\s；;，,|）)】\]]))(?P<name>{_ALTERNATION})\s*(?:[（(][^（）()]{{1,12}}[)）])?\s*(?P<mark>[:：]|(?=[\s￥¥£$€\d\-])|$)",
    re.IGNORECASE,
)
#: Captions whose value is an amount or a count.
_AMOUNTS: frozenset[Caption] = frozenset({"opening", "closing", "total_in", "total_out"})
_VALUES: frozenset[Caption | None] = frozenset({*_AMOUNTS, "skip"})
_CENTS = re.compile(r"\d[.,]\d{2}\D*$")
#: A British branch before the account there: no day, though it has the shape of one.
_SORT_CODE = re.compile(r"\d{2}-\d{2}-\d{2}\s+(?=\d{8}\b)")
_ONE_CHARACTER = re.compile(r"[\u4e00-\u9fff]")
_REST_OF_CAPTION = re.compile(r"[\u4e00-\u9fff]{1,2}\s*[:：]")
_COUNT = re.compile(r"\d+\s*(?:笔|transactions?|items?)\s*[,，]?", re.IGNORECASE)
_AMOUNT = re.compile(r"[(（]?-?\s?(?:[￥¥£$€]|RMB|CNY|GBP|USD|EUR|HKD)?\s?-?\d[\d,. ]*\d(?:\s?(?:CR|DR|OD)\b)?[)）]?|\d", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|through|thru|bis|至|到|[-~–—－～])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption with the text of its value and the chunk that prints it."""

    caption: Caption
    value: str
    chunk: Chunk
    row: Row

    def amount(self) -> tuple[str, Numeral] | None:
        """The amount that the value prints, as printed and as a number; None when it prints none."""
        body = _COUNT.sub("", self.value).strip()
        numeral = parse(body)
        if numeral is not None:
            return body, numeral
        found = _AMOUNT.search(body)
        if found is None:
            return None
        numeral = parse(found.group())
        return (found.group().strip(), numeral) if numeral is not None else None


#: Names of balances and totals that nobody has listed, by their parts.
_FIRST_ZH = r"期初|月初|年初|日初|起初|初始|起始|开始|上期|上月|上年|上次|前期|昨日|承前|上页"
_LAST_ZH = r"期末|月末|年末|日终|终止|截止|截至|结束|本期|本月|本次|末期|期终|最后|最终"
_IN_ZH, _OUT_ZH = r"贷方|收入|存入|转入|收款|流入|入账|进账", r"借方|支出|支取|转出|付款|流出|出账"
_SUM_ZH = r"(?:发生|交易|金额|累计)*(?:合计|总额|总计|小计|总金额|累计|额合计)"
_IN_EN = r"credits?|deposits?|paid in|money in|receipts?|received|additions|incomings?"
_OUT_EN = r"debits?|withdrawals?|paid out|money out|payments?|spent|subtractions|outgoings?"
_NAME_PARTS: tuple[tuple[Caption, str], ...] = (
    ("opening", rf".{{0,2}}(?:{_FIRST_ZH})[^计]{{0,6}}(?:余额|结余|结存)"),
    ("closing", rf".{{0,2}}(?:{_LAST_ZH})[^计]{{0,6}}(?:余额|结余|结存)"),
    ("opening", r"(?:your |the )?(?:open|start|begin|previous|prior|initial|last statement|brought)\w*(?: \w+){0,2} balance(?: .{0,20})?"),
    ("opening", r"balance (?:at|on|as of)?\s?(?:the )?(?:start|open|begin|last statement|previous).{0,20}"),
    ("closing", r"(?:your |the )?(?:clos|end|final|new|carried)\w*(?: \w+){0,2} balance(?: .{0,20})?"),
    ("closing", r"balance (?:at|on|as of)?\s?(?:the )?(?:end|clos|this statement).{0,20}"),
    ("total_in", rf"(?:本期|本月|累计|合计|总)?(?:{_IN_ZH}){_SUM_ZH}|(?:累计|合计|总计|总)(?:{_IN_ZH})(?:发生额|金额|额)?"),
    ("total_out", rf"(?:本期|本月|累计|合计|总)?(?:{_OUT_ZH}){_SUM_ZH}|(?:累计|合计|总计|总)(?:{_OUT_ZH})(?:发生额|金额|额)?"),
    ("total_in", rf"total (?:\w+ )?(?:{_IN_EN}|in|amount in)(?: \w+){{0,2}}|(?:{_IN_EN})[, ]+(?:in )?totals?"),
    ("total_out", rf"total (?:\w+ )?(?:{_OUT_EN}|out|amount out)(?: \w+){{0,2}}|(?:{_OUT_EN})[, ]+(?:in )?totals?"),
)  # fmt: skip
_PARTS = tuple((caption, re.compile(pattern, re.IGNORECASE)) for caption, pattern in _NAME_PARTS)
_BRACKETED = re.compile(r"\s*[（(][^（）()]{1,12}[)）]\s*$")


def means(label: str) -> Caption | None:
    """What `label` is the caption of, when it is one as a whole."""
    return _CAPTION_OF.get(re.sub(r"\s", "", label.strip(" :：").lower()))


def seems(label: str) -> Caption | None:
    """What `label` is the caption of by its parts ("终止余额", "Receipts total"): a balance or a total."""
    body = _BRACKETED.sub("", label.strip(" :：.*"))
    if len(body) > 48:
        return None
    plain = body if body.isascii() else re.sub(r"\s", "", body)
    return next((caption for caption, pattern in _PARTS if pattern.fullmatch(plain)), None)


def names_values(row: Row) -> bool:
    """Whether a row is only captions of balances and totals, two or more, whose values stand beneath them."""
    return sum((means(chunk.text) or seems(chunk.text)) in _VALUES for chunk in row.chunks) >= 2 and all(
        parse(chunk.text) is None for chunk in row.chunks
    )


def _closed_up(row: Row) -> Row:
    """`row` with captions that are set to one width ("户    名：…") put together again."""
    chunks: list[Chunk] = []
    for chunk in row.chunks:
        before = chunks[-1] if chunks else None
        if before is not None and _ONE_CHARACTER.fullmatch(before.text) and _REST_OF_CAPTION.match(chunk.text):
            chunks[-1] = replace(chunk, text=before.text + chunk.text, box=before.box.union(chunk.box), words=before.words + chunk.words)
        else:
            chunks.append(chunk)
    return row if len(chunks) == len(row.chunks) else replace(row, chunks=tuple(chunks))


def captions_of(rows: Sequence[Row]) -> Iterator[Captioned]:
    """Every known caption of `rows` with its value: behind it, in the next chunk of its row, or beneath it."""
    rows = [_closed_up(row) for row in rows]
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].page == row.page else None
        for position, chunk in enumerate(row.chunks):
            matches = list(_CAPTION.finditer(chunk.text))
            if (guess := _seeming(chunk)) is not None:
                caption, value = guess
                home = (chunk, row) if value else _value_chunk(caption, row, position, below)
                if home is not None and _fits(caption, value or home[0].text):
                    yield Captioned(caption, value or home[0].text.strip(" ：:"), *home)
                    continue
            for number, match in enumerate(matches):
                end = matches[number + 1].start() if number + 1 < len(matches) else len(chunk.text)
                if not _is_caption(match, caption := _CAPTION_OF[re.sub(r"\s", "", match.group("name").lower())], chunk.text):
                    continue
                value = chunk.text[match.end() : end].strip(" ：:；;，,|[]【】")
                if value:
                    if match.group("mark") or _fits(caption, value):
                        yield Captioned(caption, value, chunk, row)
                    continue
                home = _value_chunk(caption, row, position, below)
                if home is not None:
                    yield Captioned(caption, home[0].text.strip(" ：:"), home[0], home[1])


def _seeming(chunk: Chunk) -> tuple[Caption, str] | None:
    """A balance or total of an unlisted name, and what the same chunk prints behind its colon."""
    head, _, tail = chunk.text.replace("：", ":").partition(":")
    if means(head) is not None:
        return None
    caption = seems(head)
    return (caption, tail.strip()) if caption is not None else None


def _is_caption(match: re.Match[str], caption: Caption, text: str) -> bool:
    """Whether an English word is a caption and not part of a sentence or a name: with a colon, alone, or before a number."""
    if match.group("mark") or not match.group("name").isascii():
        return True
    alone = match.end() >= len(text.rstrip())
    if caption in {"holder", "bank"}:
        return match.start() == 0 and alone
    return match.start() == 0 or caption in {"account", "skip", "opening", "closing", "total_in", "total_out"}


def _value_chunk(caption: Caption, row: Row, position: int, below: Row | None) -> tuple[Chunk, Row] | None:
    if caption in _AMOUNTS:
        following = list(takewhile(lambda chunk: _CAPTION.match(chunk.text) is None, row.chunks[position + 1 :]))
        with_cents = [chunk for chunk in following if _CENTS.search(chunk.text) and _fits(caption, chunk.text)]
        if with_cents:  # how many there were may stand before what they add up to
            return with_cents[0], row
    if position + 1 < len(row.chunks):
        right = row.chunks[position + 1]
        if _CAPTION.match(right.text) is None and _fits(caption, right.text):
            return right, row
    if below is not None:
        box = row.chunks[position].box
        for chunk in below.chunks:
            if chunk.box.overlap_x(box) > 0 and _CAPTION.match(chunk.text) is None and _fits(caption, chunk.text):
                return chunk, below
    return None


def _fits(caption: Caption, value: str) -> bool:
    """Whether `value` can be what `caption` asks for; a caption without a colon may be just a word of a sentence."""
    if caption in _AMOUNTS:
        return parse(_COUNT.sub("", value)) is not None
    if caption in {"period", "start", "end", "printed_on"}:
        return bool(find_dates(value))
    if caption == "account":
        return sum(character.isdigit() for character in value) >= 4 and len(value) <= 45 and not find_dates(_SORT_CODE.sub("", value))
    if caption == "currency":
        return currency_in(value) is not None
    return 1 < len(value) <= 80 and parse(value) is None


_CURRENCY_NAMES = (
    ("人民币", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("美元", "USD"), ("USD", "USD"), ("US$", "USD"), ("$", "USD"),
    ("港币", "HKD"), ("港元", "HKD"), ("HK$", "HKD"), ("HKD", "HKD"), ("欧元", "EUR"), ("EUR", "EUR"), ("€", "EUR"),
    ("英镑", "GBP"), ("GBP", "GBP"), ("£", "GBP"), ("POUND STERLING", "GBP"), ("STERLING", "GBP"), ("日元", "JPY"),
    ("JPY", "JPY"), ("SGD", "SGD"), ("AUD", "AUD"), ("CAD", "CAD"), ("CHF", "CHF"), ("MYR", "MYR"), ("NZD", "NZD"),
    ("SEK", "SEK"), ("NOK", "NOK"), ("DKK", "DKK"), ("PLN", "PLN"), ("INR", "INR"),
)  # fmt: skip


def currency_in(text: str) -> str | None:
    """The currency that `text` names first, by its code, its sign or its Chinese name; None when it names none."""
    body = text.upper()
    best: tuple[int, str] | None = None
    for name, code in _CURRENCY_NAMES:
        pattern = rf"(?<![A-Z]){re.escape(name)}(?![A-Z])" if name.isalpha() and name.isascii() else re.escape(name)
        match = re.search(pattern, body)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), code)
    return best[1] if best else None


def account_in(value: str) -> str | None:
    """The account number at the start of `value`: digits, stars and letters with their inner spaces and dashes taken out."""
    body = normalised(value)
    if "@" in body:
        return body.split()[0]
    body = _SORT_CODE.sub("", body)
    match = re.match(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b|[\dXx*•]+(?:[ -][\dXx*•]+)*|[A-Z0-9*-]{6,34}", body)
    if match is None:
        return None
    number = re.sub(r"[ \-]", "", match.group())
    return number if sum(character.isdigit() for character in number) >= 4 else None


def period_in(text: str) -> tuple[date | None, date | None]:
    """First and last day of the period that `text` prints, `1 January to 31 January 2025` included."""
    numbers = [int(number) for number in re.findall(r"(?<!\d)\d{1,2}[/-](\d{1,2})[/-]\d{2,4}", text)]
    dates = find_dates(text, day_first=not any(number > 12 for number in numbers))
    if len(dates) >= 2:
        return min(dates[:2]), max(dates[:2])
    if len(dates) == 1:
        first = _TO.split(text, maxsplit=1)[0].strip(" :：[]")
        if parse_date(first) is None:
            begin = re.search(r"\d|[A-Z][a-z]{2,8} \d", first)
            words = first[begin.start() :] if begin else first
            start = parse_partial(words, dates[0].year)
            if start is not None:
                return (start if start <= dates[0] else start.replace(year=start.year - 1)), dates[0]
        return None, dates[0]
    return None, None


def is_period(text: str) -> bool:
    """Whether `text` prints two days and between them nothing but a dash or a word for "to"."""
    if len(find_dates(text)) != 2:
        return False
    between = (match for match in re.finditer(rf"(?<=[\d日号]){_TO.pattern}(?=\d|[A-Z][a-z]{{2}})", text, re.IGNORECASE))
    return any(len(find_dates(text[: match.start()])) == 1 == len(find_dates(text[match.end() :])) for match in between)
