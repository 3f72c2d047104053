"""A chart placed and drawn by Graphviz: its program if the machine has it, else the one that pygraphviz brings.

Graphviz runs in a process of its own, with a limit: it may crash on a chart, or never come to an end.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec

from orgraph.chart.boxes import Layout
from orgraph.chart.formats.dot import digraph
from orgraph.errors import CannotDraw

LIMIT = 120.0  # seconds
_CHILD = """
import sys
import pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())
sys.stdout.buffer.write(graph.draw(format=sys.argv[1], prog="dot"))
"""


def graphviz(layout: Layout, title: str, format: str, *, limit: float = LIMIT) -> bytes:
    """The chart as svg, png or pdf. CannotDraw where there is no Graphviz, or it does not come to an end."""
    source: bytes = digraph(layout, title, placed=False).source.encode()
    try:
        done = subprocess.run(_command(format), input=source, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        raise CannotDraw(f"Graphviz has not drawn {len(layout.boxes)} boxes in {limit:g} seconds") from None
    if done.returncode or not done.stdout:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise CannotDraw(f"Graphviz could not draw the chart: {said[-1] if said else f'exit {done.returncode}'}")
    drawn: bytes = done.stdout
    return drawn


def _command(format: str) -> list[str]:
    program = shutil.which("dot")
    if program:
        return [program, f"-T{format}"]
    if not _bundled():
        raise CannotDraw("no Graphviz here: pip install 'orgraph[graphviz]', or install the program dot")
    return [sys.executable, "-c", _CHILD, format]


def _bundled() -> bool:
    """Whether pygraphviz, which brings a Graphviz of its own, is installed."""
    try:
        return find_spec("pygraphviz") is not None
    except ValueError:  # a module that was blocked
        return False
