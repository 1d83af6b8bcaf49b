"""The two networks of the recogniser: where text stands, and what it says.

PP-OCRv6 small in ONNX form, from the rapidocr wheel; its post-processing of the detector (differentiable binarisation) is
used as it is. The recogniser is decoded here, because where each letter stands and how sure it is are needed, which the
wheel's own decoding gives up. Source: PaddleOCR; Liao et al., Real-time Scene Text Detection with Differentiable Binarization
(2020); Graves et al., Connectionist Temporal Classification (2006).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from rapidocr.ch_ppocr_det.utils import DBPostProcess
from rapidocr.utils.process_img import get_rotate_crop_image

from extract.ocr.lattice import columns_of, lattice_of

Pixels = NDArray[np.uint8]
Quads = NDArray[np.float32]

_DETECTOR, _RECOGNISER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
#: The detector's longest side. A4 comes to 123 dpi, where print of six points is found whole; twice that costs four times as much.
DETECT_SIDE = 1_440
_HEIGHT = 48
#: Crops are padded to the widest of their batch, and to this at least; the network was trained on no narrower ones.
_LEAST_WIDTH = 96
_MOST_WIDTH = 4_800
#: Columns of one batch: narrow crops go many at a time, long lines few, so that padding and memory stay small.
_BATCH_COLUMNS = 3_200
_MOST_BATCH = 16


@dataclass(frozen=True, slots=True)
class Line:
    """What one crop says.

    text       as recognised, letter by letter
    centres    where each letter stands, 0 (the crop's left side) to 1
    scores     the network's probability of each letter
    lattice    see lattice.py: a row for each step; None where it was not kept
    steps      where each step stands, as `centres`
    """

    text: str
    centres: tuple[float, ...]
    scores: tuple[float, ...]
    lattice: NDArray[np.float32] | None = None
    steps: NDArray[np.float64] | None = None

    @property
    def score(self) -> float:
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


class Models:
    """Both networks, loaded.   threads: of each, so that several processes share a machine without a fight"""

    def __init__(self, threads: int) -> None:
        self._detector = _session(_DETECTOR, threads)
        self._recogniser = _session(_RECOGNISER, threads)
        self._boxes = DBPostProcess(thresh=0.3, box_thresh=0.5, max_candidates=3_000, unclip_ratio=1.6, use_dilation=True)
        characters = self._recogniser.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ["", *characters, " "]
        self._columns = columns_of(self._characters)

    def detect(self, picture: Pixels) -> Quads:
        """Corners of each phrase, clockwise from its top left, in pixels; shape (n, 4, 2)."""
        height, width = picture.shape[:2]
        scale = min(1.0, DETECT_SIDE / max(height, width))
        small_height, small_width = (max(32, round(side * scale / 32) * 32) for side in (height, width))
        small = cv2.resize(picture, (small_width, small_height), interpolation=cv2.INTER_AREA)
        values = (small.astype(np.float32) / 255 - 0.5) / 0.5
        found = self._detector.run(None, {self._detector.get_inputs()[0].name: values.transpose(2, 0, 1)[np.newaxis]})[0]
        quads, _ = self._boxes(found, (height, width))
        return np.asarray(quads, dtype=np.float32).reshape(-1, 4, 2)

    def read(self, crops: Sequence[Pixels]) -> list[Line]:
        """What each crop says, in the order given."""
        widths = [min(_MOST_WIDTH, max(1, round(_HEIGHT * crop.shape[1] / crop.shape[0]))) for crop in crops]
        order = sorted(range(len(crops)), key=widths.__getitem__)
        lines: list[Line] = [Line("", (), ())] * len(crops)
        while order:
            batch = [order.pop(0)]
            while order and len(batch) < _MOST_BATCH and widths[order[0]] * (len(batch) + 1) <= _BATCH_COLUMNS:
                batch.append(order.pop(0))
            wide = max(_LEAST_WIDTH, *(widths[index] for index in batch), 0)
            values = np.zeros((len(batch), 3, _HEIGHT, wide), dtype=np.float32)
            for row, index in enumerate(batch):
                resized = cv2.resize(crops[index], (widths[index], _HEIGHT))
                values[row, :, :, : widths[index]] = ((resized.astype(np.float32) / 255 - 0.5) / 0.5).transpose(2, 0, 1)
            chances = self._recogniser.run(None, {self._recogniser.get_inputs()[0].name: values})[0]
            for row, index in enumerate(batch):
                lines[index] = self._decoded(chances[row], wide / widths[index])
        return lines

    def _decoded(self, chances: Any, stretch: float) -> Line:
        """Best path through the steps: repeated letters and blanks fall out."""
        best, steps = chances.argmax(axis=1), chances.shape[0]
        kept = [step for step in range(steps) if best[step] != 0 and (step == 0 or best[step] != best[step - 1])]
        centres = np.minimum(1.0, (np.arange(steps) + 0.5) / steps * stretch)
        text = "".join(self._characters[best[step]] for step in kept)
        return Line(
            text,
            tuple(float(centres[step]) for step in kept),
            tuple(float(chances[step, best[step]]) for step in kept),
            lattice_of(chances, self._columns) if any(letter.isdigit() for letter in text) else None,
            centres,
        )


def _session(name: str, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # Waiting threads sleep: a spinning one takes the core from the other process.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    path = files("rapidocr").joinpath("models", name)
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def crop(picture: Pixels, quad: NDArray[np.float32]) -> Pixels:
    """The phrase within `quad`, upright; a tall one is turned a quarter to the left."""
    return np.ascontiguousarray(get_rotate_crop_image(picture, quad.copy()))


def is_tall(quad: NDArray[np.float32]) -> bool:
    """Whether `crop` turns this phrase: it is at least one and a half times as tall as wide."""
    width = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[2] - quad[3]))
    height = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return bool(int(height) >= 1.5 * int(width))
