"""The accuracy ratchet: figures on a reference corpus may only rise.

    python benchmarks/ratchet.py CORPUS            compare with benchmarks/floor.json; exit 1 below the floor
    python benchmarks/ratchet.py CORPUS --raise    write the figures reached as the new floor

CORPUS is a folder with `score.py` (which takes `--json` and `--command`), documents and gold. What is held
is the figures of all documents; those of each kind stand in the floor for `accuracy.py` to compare with.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from judges import Corpus, Figures

FLOOR = Path(__file__).with_name("floor.json")
MARGIN = 0.0005  # rounding of a printed figure


def higher(found: Figures, floor: Figures) -> Figures:
    """The higher of two values of each figure."""
    known = ((name, (found.get(name), floor.get(name))) for name in sorted({*found, *floor}))
    return {name: round(max(v for v in values if v is not None), 4) for name, values in known if any(values)}


def main() -> None:
    command = f"{sys.executable} -m orgraph extract --format jsonl"
    found, kinds = Corpus(Path(sys.argv[1])).scored("--command", command)
    floor = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    of_kinds = floor.pop("kinds", {})
    if "--raise" in sys.argv:
        raised = {kind: higher(figures, of_kinds.get(kind, {})) for kind, figures in kinds.items()}
        kept = {**higher(found, floor), "kinds": raised}
        FLOOR.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    below = [name for name, value in floor.items() if (found.get(name) or 0.0) < value - MARGIN]
    for name, value in sorted(found.items()):
        print(f"{name:44} {value or 0.0:.3f}   floor {floor.get(name, 0):.3f}{'   BELOW' if name in below else ''}")
    if below and "--raise" not in sys.argv:
        sys.exit(f"ratchet: {len(below)} figures fell below their floor")


if __name__ == "__main__":
    main()
