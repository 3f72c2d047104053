"""The accuracy ratchet: figures on a reference corpus may only rise.

    python benchmarks/ratchet.py CORPUS            compare with benchmarks/floor.json; exit 1 below the floor
    python benchmarks/ratchet.py CORPUS --raise    write the figures reached as the new floor

CORPUS is a folder with `score.py` (which takes `--json` and `--command`), documents and gold.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FLOOR = Path(__file__).with_name("floor.json")
MARGIN = 0.0005  # rounding of a printed figure


def measured(corpus: Path) -> dict[str, float]:
    """F1 of each group of facts and of budgets, precision of evidence."""
    command = f"{sys.executable} -m orgraph extract --format jsonl"
    run = subprocess.run(
        [sys.executable, str(corpus / "score.py"), "--json", "--command", command],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        sys.exit(f"ratchet: the scorer failed: {run.stderr.strip()[-400:]}")
    result = json.loads(run.stdout)
    figures = {
        kind.removeprefix("= "): figure["F1"]
        for kind, figure in result["figures"].items()
        if kind[0] == "=" or kind == "budget amount"
    }
    figures["evidence"] = result["figures"]["evidence"]["P"]
    return {name: round(value, 4) for name, value in sorted(figures.items())}


def main() -> None:
    corpus = Path(sys.argv[1])
    found = measured(corpus)
    floor = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    if "--raise" in sys.argv:
        kept = {name: max(value, floor.get(name, 0)) for name, value in found.items()}
        FLOOR.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    below = {name: (floor[name], found.get(name, 0.0)) for name in floor if found.get(name, 0.0) < floor[name] - MARGIN}
    for name in sorted(found):
        print(f"{name:44} {found[name]:.3f}   floor {floor.get(name, 0):.3f}{'   BELOW' if name in below else ''}")
    if below and "--raise" not in sys.argv:
        sys.exit(f"ratchet: {len(below)} figures fell below their floor")


if __name__ == "__main__":
    main()
