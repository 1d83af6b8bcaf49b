"""In what order kinds are planted: what others build on first, what is done to the finished papers last."""

from __future__ import annotations

from collections.abc import Iterable

#: F26 empties the books before anything is put in. F18 relabels parties before any are invented. Real movements of capital, bridge and
#: debt come before the circles that need money; made-up and mutual trade before the circles that are said to pay for it (F05).
#: What moves bookings that are there (F03, F16, F09, F10, F27) does so before the whole is scaled (F01). Statements of the bank that
#: are swapped (F22, F21) come before rows are edited (F20); nothing is edited after it was left out (F28).
ORDER = (
    *("F26", "F18", "F17", "F19", "F15", "F03", "F16", "F09", "F10", "F27", "F04", "F08", "F12", "F13", "F11", "F14", "F02", "F06", "F07"),
    *("F05", "F01", "F22", "F21", "F20", "F23", "F24", "F25", "F28"),
)
_PLACE = {code: place for place, code in enumerate(ORDER)}


def ordered(codes: Iterable[str]) -> tuple[str, ...]:
    """`codes`, each once, in the order in which they are to be planted; those that are no fabrication last."""
    return tuple(sorted(dict.fromkeys(codes), key=lambda code: (_PLACE.get(code, len(ORDER)), code)))
