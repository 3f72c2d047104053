"""Throughput beside two libraries that find phrases in text: MB of text a second, on one core, in one run.

    pip install -e ".[bench]"
    python benchmarks/peers.py [FOLDER]      texts of a folder (default: the descriptions of data/)

Everybody gets the same texts, one after the other, turn by turn: orgraph reads the bytes and extracts every
claim; spaCy tokenizes (blank English) and runs a Matcher with eight token patterns of our cues; eyecite
finds citations with its default tokenizer. Median, least and most of five turns, in processor seconds, and
the ratio to orgraph, which a busy machine leaves as it is. A library that is not installed is named.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from orgraph.extract import extract
from orgraph.read.plain import plain

TURNS = 5
DATA = Path(__file__).parents[1] / "data"
Work = Callable[[bytes], object]


def ours() -> Work:
    """Read and extract."""
    return lambda data: extract(plain(data, "description.txt"))


def spacy() -> Work:
    """A blank pipeline and a Matcher that looks for the commonest of our cues."""
    model = import_module("spacy").blank("en")
    model.max_length = 20_000_000
    matcher = import_module("spacy.matcher").Matcher(model.vocab)
    lower, number = (lambda *words: [{"LOWER": word} for word in words]), {"LIKE_NUM": True}
    patterns = {
        "up": [lower("reports", "to"), lower("accountable", "to")],
        "peers": [[*lower("one", "of"), number, {"LOWER": "positions"}], lower("the", "others", "are")],
        "down": [lower("reporting", "to"), [*lower("direct", "reports"), {"ORTH": ":"}]],
        "staff": [[number, {"LOWER": {"IN": ["fte", "ftes", "employees"]}}], [*lower("staff", "of"), number]],
    }
    for name, alternatives in patterns.items():
        matcher.add(name, alternatives)
    return lambda data: matcher(model.make_doc(data.decode("utf-8")))


def eyecite() -> Work:
    """Every citation of a text."""
    get_citations = import_module("eyecite").get_citations
    return lambda data: get_citations(data.decode("utf-8"))


def measured(texts: list[bytes], workers: dict[str, Work]) -> dict[str, list[float]]:
    """MB/s of each turn; they take turns, so that a slow minute of the machine is everybody's."""
    size = sum(map(len, texts)) / 1e6
    speeds: dict[str, list[float]] = {name: [] for name in workers}
    for turn in range(TURNS + 1):
        for name, work in workers.items():
            gc.collect()
            started = time.process_time()
            for data in texts:
                work(data)
            if turn:  # the first one warms caches up
                speeds[name].append(size / (time.process_time() - started))
    return speeds


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".txt") and path.name != "README.md"]
    texts = [path.read_bytes() for path in paths]
    if not texts:
        sys.exit(f"{folder} holds no .md or .txt file")
    workers: dict[str, Work] = {"orgraph": ours()}
    for name, make in (("spacy", spacy), ("eyecite", eyecite)):
        try:
            workers[f"{name} {version(name)}"] = make()
        except ImportError:
            print(f"{name} is not installed and is left out: pip install -e '.[bench]'")
    speeds = measured(texts, workers)
    print(f"{len(texts)} texts, {sum(map(len, texts)) / 1e6:.3f} MB; MB/s of {TURNS} turns")
    print(f"{'':20}{'median':>8}{'least':>8}{'most':>8}{'orgraph is':>12}")
    base = statistics.median(speeds["orgraph"])
    for name, found in speeds.items():
        middle = statistics.median(found)
        print(f"{name:20}{middle:8.2f}{min(found):8.2f}{max(found):8.2f}{f'x{base / middle:.1f}':>12}")


if __name__ == "__main__":
    main()
