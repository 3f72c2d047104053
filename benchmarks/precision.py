"""How often each extraction rule is right on a reference corpus: the table that confidence comes from.

    python benchmarks/precision.py CORPUS            print the table
    python benchmarks/precision.py CORPUS --write    and write it to orgraph/confidence.toml

CORPUS is a folder with `score.py`, documents and gold. A rule is judged alone: the record that its
claims make by themselves is scored, and what it states right is set against all it states. A fact
that the gold does not hold at all (a unit, a location) cannot be judged and is not counted.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

from orgraph.export.record import record
from orgraph.extract import extract, rules
from orgraph.read import read

TABLE = Path(__file__).parents[1] / "orgraph" / "confidence.toml"
HEAD = """# How often each extraction rule was right on the reference corpus: facts right, facts stated.
# Written by benchmarks/precision.py; a rule that the corpus cannot judge has no row, and no confidence.

"""


def scorer(corpus: Path) -> ModuleType:
    """The corpus's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", corpus / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(corpus: Path) -> dict[str, tuple[int, int]]:
    """Facts right and facts stated, by rule."""
    score = scorer(corpus)
    right: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    for path in sorted((corpus / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        document = read(str(corpus / "documents" / f"{path.stem}.txt"))
        claims = extract(document)
        for rule in rules():
            own = [claim for claim in claims if claim.rule == rule.name]
            tally = score.Tally()
            score.score_document(tally, path.stem, gold, record(document, own), document.text)
            hits = sum(count for kind, count in tally.hit.items() if kind != "evidence")
            wrong = sum(
                count for kind, count in tally.extra.items() if kind != "evidence" and _says(tally, path.stem, kind)
            )
            right[rule.name] += hits
            stated[rule.name] += hits + wrong
    return {rule: (right[rule], stated[rule]) for rule in sorted(stated) if stated[rule]}


def _says(tally: object, document: str, kind: str) -> bool:
    """Whether the record states anything of a kind: an absent title is no statement."""
    notes = tally.notes  # type: ignore[attr-defined]
    return any(note[1] == "invented" and note[2] == kind and note[3] is not None for note in notes)


def main() -> None:
    table = judged(Path(sys.argv[1]))
    lines = [f'"{rule}" = {{ right = {right}, stated = {stated} }}' for rule, (right, stated) in table.items()]
    print(
        "\n".join(
            f"{line:60} {right / stated:.3f}" for line, (right, stated) in zip(lines, table.values(), strict=True)
        )
    )
    if "--write" in sys.argv:
        TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
