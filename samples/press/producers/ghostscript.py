"""Ghostscript: what "print to a PDF file" drivers run: pages distilled by its pdfwrite device."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from samples.press.display import Display, Metadata, Producer
from samples.press.embedding import written
from samples.press.programs import called, pdf_date


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display distilled by Ghostscript, dated `metadata.made`.   Raises WronglyCalled when Ghostscript is missing."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(written(display))
        marks = [f"/CreationDate ({_escaped(pdf_date(metadata.made))}) /ModDate ({_escaped(pdf_date(metadata.made))})"]
        marks += [f"/{key} <{_utf16(value)}>" for key, value in (("Title", metadata.title), ("Author", metadata.author)) if value]
        (folder / "info.ps").write_text(f"[ {' '.join(marks)} /DOCINFO pdfmark\n", "ascii")
        command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-sOutputFile=out.pdf"]
        called([*command, "in.pdf", "info.ps"], folder, metadata.made)
        return (folder / "out.pdf").read_bytes()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()


PRODUCER = Producer(name="ghostscript", split="develop", draw=draw, tools=("gs",), outlines=frozenset({"truetype", "cff"}))
