"""pikepdf: pages written as content streams by a program of somebody's own, as banks' output systems do, and saved with pikepdf."""

from __future__ import annotations

import io

import pikepdf

from samples.press.display import Display, Metadata, Producer
from samples.press.embedding import written
from samples.press.programs import pdf_date


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as content streams with subset fonts, dated `metadata.made`."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(written(display))) as file:
        file.docinfo["/Producer"] = f"pikepdf {pikepdf.__version__}"
        file.docinfo["/CreationDate"] = pdf_date(metadata.made)
        for key, value in (("/Title", metadata.title), ("/Author", metadata.author)):
            if value:
                file.docinfo[key] = value
        file.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


PRODUCER = Producer(name="pikepdf", split="develop", draw=draw, outlines=frozenset({"truetype", "cff"}))
