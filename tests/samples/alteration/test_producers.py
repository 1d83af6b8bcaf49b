"""The same-font edit in files of every program that papers are made with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest

from extract.errors import WronglyCalled
from extract.place import Box
from samples.alteration.programs import installed
from samples.alteration.technique import Replacement
from samples.alteration.techniques import incremental_stream, same_font_stream
from samples.population.registry import declared
from samples.press.display import Display, Metadata, Page, Producer, Text

PRODUCERS: tuple[Producer, ...] = declared("samples.press.producers", "PRODUCER")
FONT = "uming"


@pytest.mark.parametrize("producer", PRODUCERS, ids=lambda producer: producer.name)
def test_a_figure_is_retyped_in_its_own_font(producer: Producer, read_words: Callable[..., list[tuple[str, Box]]]) -> None:
    missing = [tool for tool in producer.tools if not installed(tool)]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed; sh scripts/setup.sh dev installs it")
    texts = []
    for row, (label, figure) in enumerate((("货币资金", "1,234,567.89"), ("存货", "980,321.00"))):
        y = 140 + 20 * row
        texts.append(Text(x=60, y=y, width=10 * len(label), text=label, font=FONT, size=10))
        texts.append(Text(x=300 - 5 * len(figure), y=y, width=5 * len(figure), text=figure, font=FONT, size=10))
    display = Display(pages=(Page(width=595.28, height=841.89, texts=tuple(texts)),))
    try:
        content = producer.draw(display, Metadata(made=datetime(2025, 4, 1, 9, 0, tzinfo=UTC)))
    except WronglyCalled as error:
        pytest.skip(str(error))
    before = dict(read_words(content))
    one = Replacement(old="980,321.00", new="1,980,321.00", page=1, box=before["980,321.00"], font=FONT, size=10)
    for technique in (same_font_stream.TECHNIQUE, incremental_stream.TECHNIQUE):
        after = dict(read_words(technique.apply(content, [one], Random(1))))
        assert after.keys() == (before.keys() - {"980,321.00"}) | {"1,980,321.00"}
        assert abs(after["1,980,321.00"].x1 - before["980,321.00"].x1) < 0.3
