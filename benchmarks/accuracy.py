"""Accuracy: every figure against its floor, by kind of document; the rules' own precision; the OCR ladder.

    python benchmarks/accuracy.py CORPUS             with the scorer of a reference corpus
    python benchmarks/accuracy.py                    with the invented organizations of data/
    python benchmarks/accuracy.py CORPUS --ladder    only the ladder

CORPUS is a folder with `score.py`, documents and gold. The floor is benchmarks/floor.json; `ratchet.py
CORPUS --raise` writes it. The ladder takes the clean texts and damages 0, 1, 2, 5 and 10 % of their
characters as a scan does (benchmarks/damage.py), three times with three seeds; its figures are means.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from damage import damaged
from judges import FIGURES, Corpus, Examples, Figures, Judge, Result, records
from precision import TABLE, judged
from ratchet import FLOOR, MARGIN

STEPS = (0.0, 0.01, 0.02, 0.05, 0.10)
SEEDS = (1, 2, 3)
WIDTH = 16


def against_floor(judge: Judge, floor: Mapping[str, object]) -> None:
    """A row for all documents and for each kind; behind each figure what it gained or lost."""
    result = judge.figures(records(judge.texts), judge.texts)
    known = floor.get("kinds", {})
    assert isinstance(known, dict)
    print(f"{'F1, and against the floor':28}" + "".join(f"{name:>{WIDTH}}" for name in FIGURES))
    print(_row("all documents", result.all, {k: v for k, v in floor.items() if isinstance(v, float)}))
    for kind, figures in result.kinds.items():
        print(_row(f"{kind} ({sum(1 for k in judge.kinds.values() if k == kind)})", figures, known.get(kind, {})))


def _row(name: str, figures: Figures, floor: Mapping[str, float]) -> str:
    return f"{name:28}" + "".join(f"{_cell(figures.get(figure), floor.get(figure)):>{WIDTH}}" for figure in FIGURES)


def _cell(value: float | None, floor: float | None) -> str:
    if value is None:
        return "-"
    change = value - floor if floor is not None else 0.0
    return f"{value:.3f}" + (f" {change:+.3f}" if abs(change) > MARGIN else " " * 7)


def by_rule(corpus: Path) -> None:
    """Each rule alone: facts right of facts stated, and what the committed table says."""
    committed = tomllib.loads(TABLE.read_text("utf-8"))
    print(f"{'precision by rule':28}{'right':>8}{'stated':>8}{'now':>8}{'committed':>11}")
    for rule, (right, stated) in judged(corpus).items():
        row = committed.get(rule)
        before = f"{row['right'] / row['stated']:.3f}" if row else "-"
        print(f"{rule:28}{right:8}{stated:8}{right / stated:8.3f}{before:>11}")


def ladder(judge: Judge) -> None:
    """The clean texts, more and more of their characters damaged."""
    clean = {name: text for name, text in judge.texts.items() if judge.is_clean(name)}
    print(f"{f'OCR ladder, {len(clean)} clean texts':28}" + "".join(f"{name:>{WIDTH}}" for name in FIGURES))
    for share in STEPS:
        results = []
        for seed in SEEDS if share else SEEDS[:1]:
            texts = {name: damaged(text, share, seed) for name, text in clean.items()}
            results.append(judge.figures(records(texts), texts))
        print(_row(f"{share:.0%} of characters damaged", _mean(results), {}))


def _mean(results: list[Result]) -> Figures:
    """The mean of each figure; a figure that one of them lacks is left out of it."""
    means: Figures = {}
    for figure in FIGURES:
        values = [value for result in results if (value := result.all.get(figure)) is not None]
        means[figure] = sum(values) / len(values) if values else None
    return means


def main() -> None:
    """Print the three tables."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", nargs="?", type=Path, help="folder with score.py, documents and gold")
    options.add_argument("--ladder", action="store_true", help="only the OCR ladder")
    chosen = options.parse_args()
    if chosen.corpus and not (chosen.corpus / "score.py").is_file():
        options.error(f"{chosen.corpus} has no score.py; give the folder of a reference corpus, or none for data/")
    judge: Judge = Corpus(chosen.corpus) if chosen.corpus else Examples()
    if not chosen.ladder:
        floor = json.loads(FLOOR.read_text("utf-8")) if chosen.corpus else {}
        against_floor(judge, floor)
        print()
        if chosen.corpus:
            by_rule(chosen.corpus)
            print()
    ladder(judge)


if __name__ == "__main__":
    main()
