"""QR codes as pictures: real ones, that a telephone reads."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

#: White around the code, modules: the standard asks for four, printed papers often have less.
_QUIET = 2


@lru_cache(maxsize=4096)
def qr_code(text: str, scale: int = 6) -> bytes:
    """`text` as a PNG in black and white, `scale` pixels a module; error correction level M."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = code.moduleCount + 2 * _QUIET
    image = Image.new("1", (size, size), 1)
    for row, modules in enumerate(code.modules):
        for column, dark in enumerate(modules):
            if dark:
                image.putpixel((column + _QUIET, row + _QUIET), 0)
    out = io.BytesIO()
    image.resize((size * scale, size * scale), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()
