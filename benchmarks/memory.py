"""Peak memory of `orgraph extract FOLDER -o FILE`, for folders of more and more documents.

    python benchmarks/memory.py [FOLDER]                 copies of its texts (default: data/); 250 to 2,000
    python benchmarks/memory.py --counts 100 5000 FOLDER

Each copy ends in a line of its own, so that no two have the same bytes. A command whose memory is flat in
the number of documents holds one document at a time, and writes its record before it reads the next.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
COUNTS = (250, 500, 1000, 2000)


def filled(place: Path, texts: list[bytes], count: int) -> Path:
    """A folder of so many documents, copies of the texts in turn."""
    folder = place / f"{count}"
    folder.mkdir()
    for index in range(count):
        (folder / f"{index:06}.md").write_bytes(texts[index % len(texts)] + f"\nCopy {index}.\n".encode())
    return folder


def peak(folder: Path, out: Path, form: str) -> tuple[float, float]:
    """Peak resident memory in MB, and wall seconds, of one command."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "orgraph", "extract", "--format", form, str(folder), "-o", str(out)]
    run = subprocess.Popen(command)
    _, code, usage = os.wait4(run.pid, 0)
    if code:
        sys.exit(f"the command failed with {os.waitstatus_to_exitcode(code)}")
    return usage.ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1)), time.perf_counter() - started


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, default=DATA, help="texts to copy (default: data/)")
    options.add_argument("--counts", nargs="+", type=int, default=COUNTS, metavar="N", help="documents in each folder")
    options.add_argument("--format", choices=("jsonl", "json", "text", "html"), default="jsonl")
    chosen = options.parse_args()
    paths = [path for path in sorted(chosen.folder.rglob("*")) if path.suffix in (".md", ".txt")]
    texts = [path.read_bytes() for path in paths]
    if not texts:
        options.error(f"{chosen.folder} holds no .md or .txt file")
    print(f"{'documents':>10}{'MB of text':>12}{'MB written':>12}{'peak MB':>10}{'seconds':>10}")
    with tempfile.TemporaryDirectory() as place:
        for count in chosen.counts:
            folder, out = filled(Path(place), texts, count), Path(place) / "out"
            used, seconds = peak(folder, out, chosen.format)
            size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            print(f"{count:10}{size:12.1f}{out.stat().st_size / 1e6:12.1f}{used:10.1f}{seconds:10.1f}", flush=True)


if __name__ == "__main__":
    main()
