"""Tables: how long a synthetic HR table takes at each step, beside what pandas takes merely to read the same file.

    python benchmarks/tables.py [ROWS ...]      10000 and 100000 without an argument

A row costs the same however many there are: the last column says how many microseconds of the processor, which
other work on the machine changes less than the seconds on the clock.
"""

from __future__ import annotations

import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from orgraph.check import examine
from orgraph.rdf.turtle import generate_turtle
from orgraph.survey import survey

T = TypeVar("T")
SPAN = 6  # reports of each manager


def write_table(path: Path, rows: int) -> None:
    """A tree of people, six reports each; one in a thousand reports to somebody who is not in the table."""
    with path.open("w", encoding="utf-8") as file:
        file.write("Employee ID,Manager ID,Name,Job Title,Department,Grade,FTE,Location\n")
        for number in range(rows):
            manager = "" if number == 0 else f"{(number - 1) // SPAN:07d}" if number % 1000 else "gone"
            unit = (number - 1) // (SPAN * SPAN) % 5000
            cells = (
                f"Person {number}",
                f"Officer {number % 997}",
                f"Unit {unit}",
                f"G{number % 9}",
                "1.0",
                f"City {number % 50}",
            )
            file.write(f"{number:07d},{manager},{','.join(cells)}\n")


def timed(name: str, rows: int, step: Callable[[], T]) -> T:
    clock, processor = time.perf_counter(), time.process_time()
    result = step()
    took, spent = time.perf_counter() - clock, time.process_time() - processor
    print(f"  {name:32}{took:9.2f} s {spent:9.2f} s of the processor {spent / rows * 1e6:7.1f} µs a row", flush=True)
    return result


def walk(path: Path, rows: int) -> None:
    """What `orgraph build` does with a table, without its charts and reports."""
    graph = timed("read, tabulate, resolve, build", rows, lambda: survey([str(path)]).graph)
    checked = timed("roll up, check", rows, lambda: examine(graph))
    assert checked.rollup.fte_in_sources == rows
    timed("write Turtle", rows, lambda: sum(map(len, generate_turtle(graph))))


def measure(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "staff.csv"
        write_table(path, rows)
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        timed("all of it", rows, lambda: walk(path, rows))
        try:
            import pandas as pd
        except ImportError:
            print("  pandas is not installed: pip install pandas, to see it beside")
        else:
            timed("pandas, to read the file", rows, lambda: pd.read_csv(path))
        print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    gc.disable()  # as the command line does
    for count in map(int, sys.argv[1:] or ("10000", "100000")):
        measure(count)
