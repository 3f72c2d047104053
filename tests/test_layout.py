"""The layout: every box once, no box over a box, no line over a box, whatever the shape of the organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from time import process_time

import pytest
from chart_factory import bare, claim, fte, organization, random_forest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from orgraph.chart.boxes import Box, Layout, Point
from orgraph.chart.formats.svg import generate_svg
from orgraph.chart.layout import lay_out
from orgraph.chart.marks import Mark
from orgraph.chart.metrics import covers, width
from orgraph.chart.proof import overlaps
from orgraph.chart.sheet import sheet
from orgraph.chart.style import GAP, PAD_X, TYPES
from orgraph.chart.trunks import ways
from orgraph.chart.wrap import wrap
from orgraph.model import Classification, Mention, Quantity, Unresolved

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
    assert overlaps(over)[0] == 1
    through = layout.lines[0]._replace(points=((second.x - 9, second.y + 9), (second.x + 300, second.y + 9)))
    assert overlaps(layout._replace(lines=(through,)))[1] == 1
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


@pytest.mark.parametrize("hundred", range(20))
def test_nothing_lies_over_a_box_in_two_thousand_organizations(hundred: int) -> None:
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        layout = lay_out(random_forest(seed, most=30), aspect=(0.5, 1.0, 1.6, 4.0)[seed % 4])
        assert faults(layout) == [], seed
        assert overlaps(layout) == (0, 0), seed


@pytest.mark.parametrize("aspect", [0.7, 1.0, 1.6, 2.5])
def test_a_sheet_has_the_shape_that_was_asked_for(aspect: float) -> None:
    for seed in range(60):
        layout = lay_out(random_forest(seed, most=200), aspect=aspect)
        paper = sheet(layout, "Name", aspect=aspect)
        assert 1 / 1.26 < paper.width / paper.height / aspect < 1.26
        right = max(box.x + box.width for box in layout.boxes) + paper.x
        assert 0 <= paper.x <= right <= paper.width


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
def test_twenty_thousand_boxes_without_recursion(shape: str) -> None:
    above = (lambda n: n - 1) if shape == "chain" else (lambda n: 0)
    layout = lay_out(bare((f"position/{n:06d}", f"position/{above(n):06d}") for n in range(1, 20_000)))
    assert len(layout.boxes) == 20_000
    assert len(layout.lines) == 19_999
    assert 0.5 < layout.width / layout.height < 4


def test_three_thousand_boxes_take_about_a_second() -> None:
    graph = bare((f"position/{n}", f"position/{(n - 1) // 6}") for n in range(1, 3000))
    start = process_time()
    assert sum(map(len, generate_svg(lay_out(graph)))) > 100_000
    assert process_time() - start < 4  # measured: 0.8 s on one slow core


def test_equal_graphs_have_equal_layouts() -> None:
    assert lay_out(random_forest(7)) == lay_out(random_forest(7))


def test_staff_stand_in_a_row_when_few_and_are_stacked_when_many() -> None:
    few = lay_out(organization([(f"position/{n}", "position/boss") for n in "abc"]))
    assert len({box.y for box in few.boxes if box.superior}) == 1
    many = lay_out(organization([(f"position/{n}", "position/boss") for n in "abcdefghijkl"]))
    assert len({box.x for box in many.boxes if box.superior}) < 5


# --- loops, further superiors and dotted lines ------------------------------------------------------


def roles(layout: Layout) -> set[tuple[str, str, str]]:
    return {(line.subordinate, line.superior, line.role) for line in layout.lines}


def test_a_loop_is_opened_at_one_line_and_marked() -> None:
    layout = lay_out(
        organization([("position/a", "position/b"), ("position/b", "position/c"), ("position/c", "position/a")])
    )
    assert len(layout.boxes) == 3
    assert roles(layout) == {
        ("position/a", "position/b", "loop"),
        ("position/b", "position/c", "tree"),
        ("position/c", "position/a", "tree"),
    }
    assert layout.boxes[0].marks == (Mark("line", "in a loop: reports to B"),)
    assert all(line.points for line in layout.lines)


def test_a_loop_is_opened_at_its_inferred_line() -> None:
    edges = [
        ("position/a", "position/b", "reports_to", "stated"),
        ("position/b", "position/a", "reports_to", "inferred"),
    ]
    assert ("position/b", "position/a", "loop") in roles(lay_out(organization(edges)))


def test_a_box_in_a_loop_hangs_under_a_superior_outside_of_it() -> None:
    layout = lay_out(
        organization([("position/a", "position/b"), ("position/b", "position/a"), ("position/b", "position/z")])
    )
    assert roles(layout) == {
        ("position/a", "position/b", "tree"),
        ("position/b", "position/z", "tree"),
        ("position/b", "position/a", "loop"),
    }


def test_a_box_that_reports_to_itself() -> None:
    layout = lay_out(organization([("position/a", "position/a")]))
    assert layout.boxes[0].marks == (Mark("line", "in a loop: reports to itself"),)
    assert layout.lines[0].points == ()


@pytest.mark.parametrize("count", [101, 5000])
def test_a_long_loop_loses_no_box(count: int) -> None:
    layout = lay_out(bare((f"position/{n:05d}", f"position/{(n + 1) % count:05d}") for n in range(count)))
    assert len(layout.boxes) == count
    assert sum(line.role == "loop" for line in layout.lines) == 1


def test_a_second_superior_gets_a_line_and_a_mark() -> None:
    edges = [
        ("position/a", "position/top"),
        ("position/b", "position/top"),
        ("position/x", "position/b", "reports_to", "stated"),
        ("position/x", "position/a", "reports_to", "inferred"),
    ]
    layout = lay_out(organization(edges))
    extra = next(line for line in layout.lines if line.role == "second")
    assert (extra.subordinate, extra.superior, extra.modality) == ("position/x", "position/a", "inferred")
    assert len(extra.points) > 2
    assert next(box for box in layout.boxes if box.id == "position/x").marks == (Mark("line", "also reports to A"),)
    assert faults(layout) == []


def test_a_functional_line_never_changes_the_superior() -> None:
    edges = [
        ("position/b", "position/a"),
        ("position/b", "position/0", "functional_line_to"),
        ("position/0", "position/a"),
    ]
    layout = lay_out(organization(edges))
    assert next(box for box in layout.boxes if box.id == "position/b").superior == "position/a"
    assert ("position/b", "position/0", "functional") in roles(layout)


def test_only_units_with_a_line_are_boxes() -> None:
    edges = [
        ("unit/team", "position/a"),
        ("position/a", "unit/branch", "in_unit"),
        ("unit/branch", "unit/all", "part_of"),
    ]
    layout = lay_out(organization(edges))
    assert [box.id for box in layout.boxes] == ["position/a", "unit/team"]
    assert layout.boxes[0].facts.unit == "Branch"


def test_boxes_without_lines_are_gathered_at_the_end() -> None:
    layout = lay_out(organization([("position/z", "position/y")], alone=["position/a", "position/b"]))
    assert [box.id for box in layout.boxes] == ["position/y", "position/z", "position/a", "position/b"]
    assert [box.isolated for box in layout.boxes] == [False, False, True, True]
    assert layout.headings[0].text == "No reporting line in the sources (2)"
    assert min(box.y for box in layout.boxes[2:]) > layout.headings[0].y > layout.boxes[1].y


def test_reading_order_is_tree_order() -> None:
    layout = lay_out(random_forest(3, most=60))
    for before, after in pairwise(layout.boxes):
        assert after.level <= before.level + 1
    assert all(1 <= box.rank <= box.of for box in layout.boxes)


def test_an_empty_graph_has_an_empty_layout() -> None:
    assert lay_out(organization()) == Layout(0, 0, (), (), (), ("director.txt",), ())


# --- assistants, groups and ghosts ------------------------------------------------------------------


def test_an_assistant_stands_beside_the_superior() -> None:
    labels = {"position/x": "Executive Assistant", "position/y": "Assistant Director"}
    layout = lay_out(organization([(f"position/{n}", "position/a") for n in "xyz"], labels))
    boss, aide, deputy, _ = layout.boxes
    assert (aide.y, aide.x) == (boss.y, boss.x + boss.width + GAP)
    assert deputy.y > boss.y + boss.height
    line = next(line for line in layout.lines if line.subordinate == "position/x")
    assert (touches(line.points[0], boss), touches(line.points[-1], aide)) == (True, True)
    assert faults(layout) == []


def test_an_assistant_who_leads_others_hangs_below() -> None:
    edges = [("position/x", "position/a"), ("position/b", "position/x")]
    boss, aide, _ = lay_out(organization(edges, {"position/x": "Executive Assistant"})).boxes
    assert aide.y > boss.y


def test_a_group_is_counted_or_measured() -> None:
    seats = {
        "position/a": {"seats": Quantity(measure="count", low=Decimal(4), high=Decimal(4))},
        "position/b": {"seats": Quantity(measure="fte", low=Decimal("8.67"), high=Decimal("8.67"))},
        "position/c": {"seats": Quantity(measure="count", low=Decimal(1), high=Decimal(1))},
    }
    boxes = lay_out(organization(more=seats)).boxes
    assert [box.facts.seats for box in boxes] == ["×4", "8.67 FTE", ""]


def test_a_superior_that_fits_no_post_is_a_ghost() -> None:
    mention = Mention(kind="position", text="Director", reference="X12")
    open_ = claim("position/b", "reports_to", "position/none")
    bound = replace(open_, claim=replace(open_.claim, value=mention), object=None)
    graph = organization(more={"position/b": {"claims": (bound,)}, "position/c": {"claims": (bound,)}})
    graph.graph["unresolved"] = (Unresolved(document="d1", mention=mention, reason="no row"),)
    layout = lay_out(graph)
    ghost = layout.boxes[0]
    assert (ghost.facts.title, ghost.facts.ghost, len(layout.boxes)) == ("Director", True, 3)
    assert {box.superior for box in layout.boxes[1:]} == {ghost.id}
    assert len(graph) == 2


# --- text in boxes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "cut"),
    [("W" * 5000, True), ("Director " * 600, True), ("Chief", False), ("長" * 90, True), ("i" * 5000, True)],
)
def test_text_stays_inside_its_box(title: str, cut: bool) -> None:
    layout = lay_out(organization(alone=["position/a"], labels={"position/a": title}))
    (box,) = layout.boxes
    for words in box.words:
        kind = TYPES[words.type]
        assert width(words.text, kind.size, kind.weight) <= box.width - 2 * PAD_X + 0.01
        assert 0 < words.baseline < box.height
    assert (box.words[-1].text[-1] == "…") == cut
    assert box.facts.title == title.strip()


def test_the_facts_of_a_box() -> None:
    code = Classification(code="EX-01", group="EX", level=1, qualifier="P")
    described = {
        "described_in": ("d1",),
        "classification": code,
        "position_number": "12345",
        "staff": (fte(15), fte(900, scope="context"), fte(12, status="planned")),
        "seats": Quantity(measure="count", low=Decimal(4), high=Decimal(4)),
    }
    graph = organization(
        [("position/a", "unit/u", "in_unit"), ("unit/t", "position/a")],
        more={"position/a": described, "unit/t": {"staff": (fte(17, 56), fte(0), fte("3.50", status="planned"))}},
    )
    post, team = lay_out(graph).boxes
    assert post.facts.unit == "U"
    assert post.facts.figures() == ("EX-01 (P)", "No. 12345", "×4", "15 FTE stated", "12 FTE planned")
    assert team.facts.figures() == ("17–56 FTE", "0 FTE", "3.5 FTE planned")
    assert (post.facts.described, team.facts.described) == (True, False)


def test_a_figure_is_not_broken_between_two_lines() -> None:
    staff = tuple(fte(n, measure="headcount") if n == 11 else fte(n) for n in (12, 11))
    more = {"position_number": "410230", "described_in": ("d1",), "staff": staff}
    (box,) = lay_out(organization(more={"position/a": more})).boxes
    assert [words.text for words in box.words[1:]] == ["No. 410230 · 12 FTE stated ·", "11 people stated"]


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (fte(8, approximate=True), "about 8 FTE"),
        (Quantity(measure="headcount", low=Decimal(5)), "5 or more people"),
        (Quantity(measure="person_years", high=Decimal(70)), "up to 70 person-years"),
        (fte("100"), "100 FTE"),
        (fte(None), ""),
    ],
)
def test_the_words_of_a_figure(quantity: Quantity, text: str) -> None:
    (box,) = lay_out(organization(more={"position/a": {"staff": (quantity,)}})).boxes
    assert " ".join(box.facts.staff) == text


def test_wrapping_keeps_every_letter_that_fits() -> None:
    assert wrap("one two three", 1000, 14, 400, 2) == ("one two three",)
    assert " ".join(wrap("one two three four", 60, 14, 400, 9)) == "one two three four"
    assert "".join(wrap("x" * 50, 60, 14, 400, 99)) == "x" * 50
    assert wrap("", 60, 14, 400, 2) == ()


def test_the_packaged_font_measures_letters() -> None:
    assert width("iiii", 10) < width("mmmm", 10)
    assert width("A", 20) == 2 * width("A", 10)
    assert covers("Ünïcode Œuvre — ×4 “17–56” …")


@pytest.mark.parametrize("seed", range(60))
def test_what_lines_of_one_superior_share_is_drawn_once(seed: int) -> None:
    layout = lay_out(random_forest(seed, most=70))
    drawn = ways(layout.lines)
    for superior in {line.superior for line in layout.lines}:
        mine = [number for number, line in enumerate(layout.lines) if line.superior == superior and line.role == "tree"]
        asked = [step for number in mine for step in pairwise(layout.lines[number].points)]
        given = [step for number in mine for way in drawn[number] for step in pairwise(way)]
        assert stretches(asked) == stretches(given)
        total = sum(high - low for spans in stretches(given).values() for low, high in spans)
        assert sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in given) == pytest.approx(total)
    for line, parts in zip(layout.lines, drawn, strict=True):
        assert line.role == "tree" or parts == ((line.points,) if line.points else ())
        assert not line.points or parts[-1][-1] == line.points[-1]  # each reaches its box


def stretches(steps: list[tuple[tuple[float, float], tuple[float, float]]]) -> dict[object, list[tuple[float, float]]]:
    """Where lines run: for each level and upright, the spans that steps cover together."""
    spans: dict[object, list[tuple[float, float]]] = {}
    for a, b in steps:
        axis = 0 if a[1] == b[1] else 1
        spans.setdefault((axis, a[1 - axis]), []).append((min(a[axis], b[axis]), max(a[axis], b[axis])))
    merged: dict[object, list[tuple[float, float]]] = {}
    for place, found in spans.items():
        whole: list[tuple[float, float]] = []
        for low, high in sorted(found):
            if whole and low <= whole[-1][1]:
                whole[-1] = whole[-1][0], max(whole[-1][1], high)
            else:
                whole.append((low, high))
        merged[place] = whole
    return merged
