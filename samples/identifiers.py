"""Numbers that carry their own check: Chinese credit codes, British VAT numbers, account numbers."""

from __future__ import annotations

from random import Random

_CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_CODE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def credit_code(source: Random, region: str) -> str:
    """A 18-character unified social credit code of an enterprise registered in `region` (six digits).

    Positions 9 to 17 are an organisation code with its own check character (GB 11714), 18 checks the whole (GB 32100-2015).
    """
    body = "MA" + "".join(source.choice(_CREDIT_CODE[:10] + "ABCDEFGH") for _ in range(6))
    total = sum(_ORGANISATION_CODE.index(sign) * weight for sign, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    rest = 11 - total % 11
    organisation = body + {10: "X", 11: "0"}.get(rest, str(rest))
    return with_credit_check("91" + region + organisation)


def with_credit_check(body: str) -> str:
    """The 17 characters of `body` and their check character (GB 32100-2015)."""
    total = sum(_CREDIT_CODE.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + _CREDIT_CODE[(31 - total % 31) % 31]


def british_vat_number(source: Random) -> str:
    """ "GB" and nine digits whose last two check the first seven (the older rule, mod 97)."""
    digits = [source.randint(1, 9), *(source.randint(0, 9) for _ in range(6))]
    rest = sum(digit * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 97
    return "GB" + "".join(map(str, digits)) + f"{97 - rest:02d}"


def number(source: Random, length: int, prefix: str = "") -> str:
    """`length` digits that start with `prefix`."""
    return prefix + "".join(str(source.randint(0, 9)) for _ in range(length - len(prefix)))
