"""invoice2data: the fields that it finds on an invoice in PDF by the templates that it ships, as its command line does."""

from __future__ import annotations

import json
import logging
import sys

from invoice2data import extract_data
from invoice2data.extract.loader import read_templates

_TEMPLATES = read_templates()
logging.disable(logging.CRITICAL)


def fields(path: str) -> list[list[str]]:
    """[name, amount] of each amount; nothing of an invoice that none of its templates knows."""
    found = extract_data(path, templates=_TEMPLATES) or {}
    named = [[name, str(found[name])] for name in ("amount", "amount_untaxed", "amount_tax") if name in found]
    lines = [line for line in found.get("lines") or () if isinstance(line, dict)]
    return named + [[name, str(line[name])] for line in lines for name in ("price_unit", "price_subtotal") if name in line]


for line in sys.stdin:
    try:
        answer: object = fields(line.rstrip("\n"))
    except Exception as error:
        answer = {"failed": type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
