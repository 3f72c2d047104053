"""The layout: every box once, no box over a box, no line over a box, whatever the shape of the organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from time import process_time

import pytest
from chart_factory import fte, organization, random_forest
from hypothesis import given
from hypothesis import strategies as st

from orgraph.chart.boxes import Box, Layout, Point
from orgraph.chart.layout import lay_out
from orgraph.chart.metrics import covers, width
from orgraph.chart.style import PAD_X, TYPES
from orgraph.chart.wrap import wrap

CELL = 400.0


def overlap(one: Box, two: Box) -> bool:
    """Whether two rectangles share area."""
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


def crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether a segment runs through the inside of a rectangle (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for at, step, near, far in (
        (start[0], end[0] - start[0], box.x + 0.01, box.x + box.width - 0.01),
        (start[1], end[1] - start[1], box.y + 0.01, box.y + box.height - 0.01),
    ):
        if step == 0:
            if not near < at < far:
                return False
        else:
            enter, leave = sorted(((near - at) / step, (far - at) / step))
            low, high = max(low, enter), min(high, leave)
    return low < high


def cells(x: float, y: float, right: float, down: float) -> Iterator[tuple[int, int]]:
    for column in range(int(x // CELL), int(right // CELL) + 1):
        for row in range(int(y // CELL), int(down // CELL) + 1):
            yield column, row


def faults(layout: Layout) -> list[str]:
    """Every overlap of boxes and every line through a box; a grid keeps the pairs few, and forgets none."""
    grid: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in layout.boxes:
        for cell in cells(box.x, box.y, box.x + box.width, box.y + box.height):
            grid[cell].append(box)
    found = {
        f"{one.id} over {two.id}" for near in grid.values() for one, two in combinations(near, 2) if overlap(one, two)
    }
    for line in layout.lines:
        for start, end in pairwise(line.points):
            (left, right), (top, low) = sorted((start[0], end[0])), sorted((start[1], end[1]))
            for cell in cells(left, top, right, low):
                found |= {
                    f"{line.role} {line.subordinate} > {line.superior} through {box.id}"
                    for box in grid.get(cell, ())
                    if crosses(start, end, box)
                }
    return sorted(found)


def touches(point: Point, box: Box) -> bool:
    x, y = point
    inside = box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
    return inside and (x in (box.x, box.x + box.width) or y in (box.y, box.y + box.height))


def test_the_tests_of_this_file_can_fail() -> None:
    graph = organization([("position/b", "position/a"), ("position/c", "position/a")])
    layout = lay_out(graph)
    first, second, third = layout.boxes
    over = layout._replace(boxes=(first, second, third._replace(x=second.x + 5, y=second.y + 5)))
    assert any("over" in fault for fault in faults(over))
    slanted = layout.lines[0]._replace(points=((second.x - 9, second.y - 9), (second.x + 300, second.y + 300)))
    assert any("through" in fault for fault in faults(layout._replace(lines=(slanted,))))
    assert crosses((0, 5), (10, 5), first._replace(x=2, y=0, width=5, height=10))
    assert not crosses((0, 0), (10, 0), first._replace(x=2, y=0, width=5, height=10))


@pytest.mark.parametrize("seed", range(250))
def test_nothing_lies_over_a_box(seed: int) -> None:
    graph = random_forest(seed, most=60)
    layout = lay_out(graph, aspect=(0.7, 1.6, 3.0)[seed % 3])
    assert faults(layout) == []
    drawn = {node for node in graph if node.startswith("position/") or graph.degree(node)}
    assert sorted(box.id for box in layout.boxes) == sorted(drawn)
    boxes = {box.id: box for box in layout.boxes}
    for line in layout.lines:
        if line.points:
            assert touches(line.points[0], boxes[line.superior])
            assert touches(line.points[-1], boxes[line.subordinate])
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.points))
    for box in layout.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= layout.width + 0.01
        assert box.y + box.height <= layout.height + 0.01


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=120), st.floats(0.3, 5))
def test_any_tree_is_drawn_whole(choices: list[int], aspect: float) -> None:
    edges = [(f"position/{n + 1}", f"position/{choice % (n + 1)}") for n, choice in enumerate(choices)]
    layout = lay_out(organization(edges), aspect=aspect)
    assert faults(layout) == []
    assert sum(line.role == "tree" for line in layout.lines) == len(edges)


@pytest.mark.parametrize("seed", range(40))
def test_every_edge_is_a_line_or_a_mark(seed: int) -> None:
    graph = random_forest(seed)
    layout = lay_out(graph)
    lines = sorted((line.subordinate, line.superior, line.predicate) for line in layout.lines)
    assert lines == sorted(graph.edges(keys=True))
    marks = {box.id: box.marks for box in layout.boxes}
    for line in layout.lines:
        assert line.points or line.role != "tree"
        assert line.role == "tree" or marks[line.subordinate]


@pytest.mark.parametrize("count", [400, 3000])
@pytest.mark.parametrize("span", [2, 8])
def test_a_large_tree_keeps_the_shape_of_a_page(count: int, span: int) -> None:
    layout = lay_out(organization([(f"position/{n}", f"position/{(n - 1) // span}") for n in range(1, count)]))
    assert faults(layout) == []
    assert 0.9 < layout.width / layout.height < 2.6
    assert sum(box.width * box.height for box in layout.boxes) > 0.15 * layout.width * layout.height


@pytest.mark.parametrize("shape", ["chain", "star", "caterpillar", "many roots"])
def test_a_thousand_boxes_of_any_shape(shape: str) -> None:
    superior = {"chain": lambda n: n - 1, "star": lambda n: 0, "caterpillar": lambda n: (n - 1) // 2 * 2}
    if shape == "many roots":
        edges = [(f"position/{n}-b", f"position/{n}-a") for n in range(500)]
    else:
        edges = [(f"position/{n:04d}", f"position/{superior[shape](n):04d}") for n in range(1, 1000)]
    layout = lay_out(organization(edges))
    assert faults(layout) == []
    assert len(layout.lines) == len(edges)
    if shape != "caterpillar":
        assert 0.5 < layout.width / layout.height < 4


@pytest.mark.parametrize("shape", ["chain", "star"])
def test_a_hundred_thousand_boxes(shape: str, large: dict[str, Layout]) -> None:
    assert len(large[shape].boxes) == 20_001
    assert 0.5 < large[shape].width / large[shape].height < 4


@pytest.fixture(scope="module")
def large() -> dict[str, Layout]:
    chain = [(f"position/{n + 1:06d}", f"position/{n:06d}") for n in range(20_000)]
    star = [(f"position/{n + 1:06d}", "position/000000") for n in range(20_000)]
    return {"chain": lay_out(organization(chain)), "star": lay_out(organization(star))}
