"""cairo: the drawing library behind the print dialogs of free desktop programs, by way of poppler's pdftocairo."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from samples.press.display import Display, Metadata, Producer
from samples.press.embedding import written
from samples.press.programs import called
from samples.press.redated import redated


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as cairo writes it, dated `metadata.made`; it passes on no title.   Raises WronglyCalled when pdftocairo is missing."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(written(display))
        # Else it makes the page a hair smaller, for printers that reach no edge.
        called(["pdftocairo", "-pdf", "-noshrink", "-nocenter", "in.pdf", "out.pdf"], folder, metadata.made)
        return redated((folder / "out.pdf").read_bytes(), metadata.made)


PRODUCER = Producer(name="cairo", split="test", draw=draw, tools=("pdftocairo",), outlines=frozenset({"truetype", "cff"}))
