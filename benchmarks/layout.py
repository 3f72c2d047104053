"""Our layout beside Graphviz: seconds of the processor, shape of the page, overlaps, on synthetic organizations.

    python benchmarks/layout.py [BOXES...]      default: 200 1000 3000 20000
    python benchmarks/layout.py --svg 3000 -o FILE    only write the chart of one organization

Every organization is made anew from its size: spans of 3 to 9, titles of one to five words. Ours is layout and SVG
together, in this process; `dot` (polyline) is the program of the machine, if it has one, ended after LIMIT seconds.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import subprocess
import time
from pathlib import Path

import networkx as nx

from orgraph.chart.formats.dot import digraph
from orgraph.chart.formats.svg import generate_svg
from orgraph.chart.layout import lay_out
from orgraph.chart.proof import overlaps

LIMIT = 300.0
RANKS = ("Chief", "Director", "Manager", "Lead", "Senior Analyst", "Analyst", "Officer", "Engineer", "Clerk", "Planner")
FIELDS = ("Ports", "Ferries", "Pilotage", "Dredging", "Lighthouses", "Tolls", "Charts and Soundings", "Moorings")


def synthetic(boxes: int, seed: int = 1) -> nx.MultiDiGraph:
    """An organization of so many boxes, filled level by level with spans of 3 to 9."""
    dice = random.Random(seed)
    graph = nx.MultiDiGraph(sources={}, unresolved=())
    superiors: list[tuple[str, int]] = []
    for number in range(boxes):
        node, above = f"position/{number:07d}", superiors[0][0] if superiors else None
        rank = RANKS[dice.randrange(len(RANKS))]
        label = f"{rank}, {' and '.join(dice.sample(FIELDS, dice.randint(1, 2)))}"
        graph.add_node(node, kind="position", label=label, described_in=(), claims=(), staff=())
        if above is not None:
            graph.add_edge(node, above, key="reports_to", predicate="reports_to", modality="stated", claims=())
            superiors[0] = (above, superiors[0][1] - 1)
            if not superiors[0][1]:
                superiors.pop(0)
        superiors.append((node, dice.randint(3, 9)))
    return graph


def ours(graph: nx.MultiDiGraph) -> tuple[float, str, str]:
    """Seconds of layout and SVG, the shape of the chart, and what the proof finds."""
    start = time.process_time()
    layout = lay_out(graph)
    for _ in generate_svg(layout):
        pass
    spent = time.process_time() - start
    over, through = overlaps(layout)
    return spent, f"{layout.width / layout.height:.2f}", f"{over} overlaps, {through} lines through boxes"


def spent_by_children() -> float:
    """Seconds of the processor that ended child processes took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def dots(graph: nx.MultiDiGraph) -> tuple[float, str]:
    """Seconds of `dot` for the same boxes, and the shape of its drawing."""
    source = digraph(lay_out(graph), "", placed=False).source.replace("digraph organization {", POLYLINE)
    start = spent_by_children()
    try:
        done = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, timeout=LIMIT, check=True)
    except subprocess.TimeoutExpired:
        return LIMIT, "not finished"
    spent = spent_by_children() - start
    size = re.search(rb'<svg width="(\d+)pt" height="(\d+)pt"', done.stdout)
    return spent, f"{int(size[1]) / int(size[2]):.2f}" if size else "?"


POLYLINE = "digraph organization {\n\tsplines=polyline"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("boxes", nargs="*", type=int, default=[200, 1000, 3000, 20000])
    parser.add_argument("--svg", type=int, metavar="BOXES")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--no-dot", action="store_true", help="leave Graphviz out")
    chosen = parser.parse_args()
    if chosen.svg:
        chosen.output.write_text("".join(generate_svg(lay_out(synthetic(chosen.svg)), title="Synthetic")), "utf-8")
        return
    beside = shutil.which("dot") and not chosen.no_dot
    print(f"{'boxes':>8}{'ours s':>9}{'w:h':>6}   {'proof':36}{'dot s':>9}{'w:h':>14}")
    for boxes in chosen.boxes:
        graph = synthetic(boxes)
        spent, shape, proof = ours(graph)
        theirs = dots(graph) if beside else None
        tail = f"{theirs[0]:9.2f}{theirs[1]:>14}" if theirs else f"{'no dot':>9}"
        print(f"{boxes:8d}{spent:9.2f}{shape:>6}   {proof:36}{tail}", flush=True)


if __name__ == "__main__":
    main()
