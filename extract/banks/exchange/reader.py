"""A bank's exchange file to bank statements: by its format, one record for each statement in it."""

from __future__ import annotations

from extract.banks.exchange.bai2 import Bai2
from extract.banks.exchange.camt import Camt
from extract.banks.exchange.draft import Making
from extract.banks.exchange.mt940 import Mt940
from extract.banks.exchange.ofx import Ofx
from extract.document import DocumentWarning
from extract.page import Exchange
from extract.records import BankStatement
from extract.series import FigureSeries


def _statements(exchange: Exchange, making: Making) -> list[BankStatement]:
    if exchange.format == "mt940":
        return Mt940(making).read(exchange.nodes)
    if exchange.format == "camt":
        return Camt(making).read(exchange.nodes)
    if exchange.format == "ofx":
        return Ofx(making).read(exchange.nodes)
    return Bai2(making).read(exchange.nodes)


def read(exchange: Exchange, series: FigureSeries) -> tuple[list[BankStatement], list[DocumentWarning]]:
    """Every statement of the file, and what is odd about it."""
    making = Making(series)
    statements = _statements(exchange, making)
    if not statements:
        text = "It holds no account statement. Export the statement of the account and send that."
        making.warn("nothing-readable", text, "文件中没有账户对账单。请导出该账户的对账单后发送。")
    return statements, making.said()
