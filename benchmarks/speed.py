"""How long whole commands take: the help page, and building a set of descriptions.

    python benchmarks/speed.py [SOURCE...]      default: data/digital-service/clean

Each command runs seven times after a warm-up; minimum, median and maximum of wall seconds are
printed, and beside them the same for `python -c pass`, so that figures of a noisy machine can be
read as ratios.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
ROOT = Path(__file__).parents[1]


def seconds(command: list[str]) -> list[float]:
    """Wall seconds of each counted run."""
    found = []
    for run in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if run:
            found.append(time.perf_counter() - start)
    return found


def main() -> None:
    sources = sys.argv[1:] or [str(ROOT / "data" / "digital-service" / "clean")]
    with tempfile.TemporaryDirectory() as out:
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "orgraph --help": [sys.executable, "-m", "orgraph", "--help"],
            "orgraph extract": [sys.executable, "-m", "orgraph", "extract", *sources],
            "orgraph build": [sys.executable, "-m", "orgraph", "build", *sources, "-o", out],
        }
        times = {name: seconds(command) for name, command in commands.items()}
    bare = statistics.median(times["python -c pass"])
    print(f"{'':18}{'min':>8}{'median':>8}{'max':>8}{'/ bare python':>15}")
    for name, found in times.items():
        middle = statistics.median(found)
        print(f"{name:18}{min(found):8.3f}{middle:8.3f}{max(found):8.3f}{middle / bare:15.1f}")


if __name__ == "__main__":
    main()
