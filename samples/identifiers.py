"""Numbers that carry their own check: credit codes, VAT numbers, IBANs, routing and card numbers; and plain account numbers."""

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


_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_CREDIT_VALUE = {sign: value for value, sign in enumerate(_CREDIT_CODE)}
_ORGANISATION_VALUE = {sign: value for value, sign in enumerate(_ORGANISATION_CODE)}
_BODY = _CREDIT_CODE[:10] + "ABCDEFGH"
#: How many different enterprises `credit_code_of` tells apart in one region.
CREDIT_SERIALS = len(_BODY) ** 6
#: Prefixes that the American tax authority hands out with employer numbers.
_EIN_PREFIXES = ("20", "26", "27", "36", "38", "45", "46", "47", "81", "82", "83", "84", "85", "87", "88")


def credit_code_of(serial: int, region: str) -> str:
    """The credit code of enterprise `serial` (0 to CREDIT_SERIALS - 1) of `region`: as `credit_code`, from one draw instead of six."""
    signs = []
    for _ in range(6):
        serial, place = divmod(serial, len(_BODY))
        signs.append(_BODY[place])
    body = "MA" + "".join(signs)
    total = sum(_ORGANISATION_VALUE[sign] * weight for sign, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    check = "0123456789X0"[11 - total % 11]
    code = f"91{region}{body}{check}"
    rest = sum(_CREDIT_VALUE[sign] * weight for sign, weight in zip(code, _CREDIT_WEIGHTS, strict=True))
    return code + _CREDIT_CODE[(31 - rest % 31) % 31]


def employer_number(source: Random) -> str:
    """An American employer identification number, NN-NNNNNNN."""
    return f"{source.choice(_EIN_PREFIXES)}-{source.randrange(10**7):07d}"


def iban(country: str, bban: str) -> str:
    """The IBAN of `bban` (capital letters and digits) with its two check digits (ISO 13616, mod 97)."""
    figures = "".join(str(int(sign, 36)) for sign in f"{bban}{country}00")
    return f"{country}{98 - int(figures) % 97:02d}{bban}"


def routing_number(body: str) -> str:
    """The eight digits of `body` and the check digit of an American routing number (weights 3, 7, 1)."""
    total = sum(int(digit) * weight for digit, weight in zip(body, (3, 7, 1, 3, 7, 1, 3, 7), strict=True))
    return f"{body}{-total % 10}"


def card_number(body: str) -> str:
    """The digits of `body` and their Luhn digit (ISO/IEC 7812)."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return f"{body}{-total % 10}"
