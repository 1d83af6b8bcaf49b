"""Train the component that tells what a damaged label means, from made-up firms of the side `develop` and the label table.

    python scripts/train_labels.py            (about ten minutes of one core; writes extract/statements/label_model)

The same run makes the same component on the same machine. `tieout bench labels` says what it is worth, on the side `test`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch
from thinc.util import fix_random_seed

from api.bench.labels_lines import Labelled, foreign, of_population
from extract.concepts import chart
from extract.statements.learned import NONE, TOKENIZER, register, text_of
from samples.wording import damaged

FOLDER = Path(__file__).resolve().parents[1] / "extract" / "statements" / "label_model"
STATEMENTS = ("balance_sheet", "income_statement", "cash_flow")
CASES, SEED = 80, 20_261
#: Faults in the copies that are shown of each label in each round.
_FAULTS = (0, 1, 1, 2, 2, 3)


def taught() -> list[Labelled]:
    """Each label once in each of its places: of the layouts, of the label table, and of papers that are no statement."""
    lines = list(of_population("develop", cases=CASES, seed=SEED))
    for concept in chart().concepts.values():
        if concept.statement in STATEMENTS:
            lines.extend(Labelled("", concept.statement, concept.section, label, concept.id) for label in concept.labels)
    return list(dict.fromkeys([*lines, *foreign("develop")]))


def shown(lines: Sequence[Labelled], source: random.Random) -> Iterator[tuple[str, str]]:
    """(text, class) of every line, damaged anew; one in four without its section, which a poor scan loses too."""
    for line in lines:
        section = line.section if source.random() < 0.75 else ""
        yield text_of(line.statement, section, damaged(line.label, source, source.choice(_FAULTS))), line.concept or NONE


def trained(lines: Sequence[Labelled], rounds: int) -> Language:
    register()
    fix_random_seed(SEED)
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    model = {
        "@architectures": "spacy.TextCatReduce.v1", "exclusive_classes": True, "use_reduce_first": False, "use_reduce_last": False,
        "use_reduce_max": True, "use_reduce_mean": True,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": 64, "attrs": ["ORTH"], "rows": [3000],
                "include_static_vectors": False},
            "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 64, "depth": 3, "window_size": 1, "maxout_pieces": 2},
        },
    }  # fmt: skip
    textcat = nlp.add_pipe("textcat", config={"model": model, "threshold": 0.0})
    classes = sorted({line.concept or NONE for line in lines})
    for name in classes:
        textcat.add_label(name)  # type: ignore[attr-defined]

    def examples(source: random.Random) -> list[Example]:
        made = [
            Example.from_dict(nlp.make_doc(text), {"cats": {one: float(one == name) for one in classes}})
            for text, name in shown(lines, source)
        ]
        source.shuffle(made)
        return made

    source = random.Random(SEED)  # noqa: S311
    first = examples(source)
    optimizer = nlp.initialize(lambda: first)
    for number in range(rounds):
        began = time.monotonic()
        losses: dict[str, float] = {}
        # Steps grow shorter towards the end, where the last rounds only settle what was learned.
        optimizer.learn_rate = 0.002 * (1 - number / rounds) + 0.0001
        for batch in minibatch(examples(source), size=64):  # type: ignore[no-untyped-call]
            nlp.update(batch, sgd=optimizer, drop=0.1, losses=losses)
        sys.stderr.write(f"round {number + 1} of {rounds}: loss {losses['textcat']:.4f}, {time.monotonic() - began:.0f} s\n")
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    lines = taught()
    sys.stderr.write(f"{len(lines)} labels, {len({line.concept for line in lines})} classes\n")
    nlp = trained(lines, options.rounds)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "config.cfg").write_text(nlp.config.to_str(), "utf-8")
    (options.out / "weights.bin").write_bytes(nlp.to_bytes(exclude=["vocab", "tokenizer"]))


if __name__ == "__main__":
    main()
