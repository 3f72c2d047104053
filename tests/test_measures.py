"""Span of control, layers, chain of command and rollup, on drawings small and very deep."""

from __future__ import annotations

from decimal import Decimal

import networkx as nx
import outline
import pytest

from orgraph.measures import chain_of_command, layers, span_of_control
from orgraph.rollup import Ledger, Lost, rollup

BAKERY = """
--- one.txt
Managing Director
  * Head Baker [fte=15; heads=Bakery]
    Bread Team [unit; fte=8]
    Cake Team [unit; fte=4]
    Night Team [unit; fte=3 planned]
--- two.txt
Managing Director
  * Shop Manager [fte=7]
  Head Baker [fte=15; inferred]
"""


def totals(drawing: str) -> tuple[str, str, dict[str, str]]:
    found = rollup(Ledger(outline.graph(drawing)))
    return str(found.fte_in_sources), str(found.fte_reachable), {lost.cause: str(lost.fte) for lost in found.fte_lost}


def test_span_of_control_counts_boxes_and_seats() -> None:
    graph = outline.graph(
        "Head Baker\n  Assistant\n  Shift Leader [seats=4]\n  Packer [seats=2..9]\n  Cake Team [unit]"
    )
    spans = span_of_control(graph)
    assert spans["position/org/head-baker"] == 7
    assert spans["position/org/assistant"] == 0
    assert "unit/org/cake-team" not in spans


def test_nobody_is_in_their_own_span() -> None:
    assert span_of_control(outline.graph("Head Baker\n  Head Baker")) == {"position/org/head-baker": 0}


def test_layers_count_from_the_top() -> None:
    found = layers(outline.graph(BAKERY))
    assert found["position/org/managing-director"] == 1
    assert found["position/org/head-baker"] == 2
    assert found["unit/org/cake-team"] == 3


def test_a_loop_has_no_layer() -> None:
    found = layers(outline.graph("Top\n  Low\nA\n  B\n    A"))
    assert set(found) == {"position/org/top", "position/org/low"}


def test_chain_of_command() -> None:
    graph = outline.graph(BAKERY)
    names = [graph.nodes[node]["label"] for node in chain_of_command(graph, "unit/org/cake-team")]
    assert names == ["Cake Team", "Head Baker", "Managing Director"]


def test_a_chain_prefers_the_stated_line_and_ends_in_a_loop() -> None:
    graph = outline.graph("Aunt\n  Child [inferred]\n--- two.txt\nUncle\n  Child\n--- three.txt\nChild\n  Uncle")
    assert chain_of_command(graph, "position/org/child") == ("position/org/child", "position/org/uncle")
    with pytest.raises(nx.NodeNotFound):
        chain_of_command(graph, "position/org/nobody")


def test_a_figure_counts_once_and_a_total_is_not_added_to_its_parts() -> None:
    assert totals(BAKERY) == ("22", "22", {})


def test_the_first_document_counts_where_two_disagree() -> None:
    drawing = "--- one.txt\nHead Baker\n  Cake Team [unit; fte=4]\n--- two.txt\nHead Baker\n  Cake Team [unit; fte=9]"
    assert totals(drawing) == ("4", "4", {})


def test_planned_in_one_document_and_not_in_the_other_is_the_same_staff() -> None:
    drawing = (
        "--- one.txt\nHead Baker\n  Cake Team [unit; fte=4]\n--- two.txt\nHead Baker\n  Cake Team [unit; fte=4 planned]"
    )
    assert totals(drawing) == ("4", "4", {})


def test_the_planned_staff_of_a_team_is_added_to_what_is_there() -> None:
    assert totals("Head Baker\n  Cake Team [unit; fte=4; fte=2 planned; fte=9 eliminated]")[0] == "6"


def test_ranges_and_wider_figures_are_left_out() -> None:
    assert totals("Head Baker\n  A [fte=4..5]\n  B [context fte=86]\n  C [headcount=3]\n  D [fte=2!]") == ("0", "0", {})


def test_parts_far_below_make_the_total() -> None:
    assert totals("Top [fte=100]\n  Middle\n    Low [fte=3]\n    Lower [fte=0.5]") == ("3.5", "3.5", {})


def test_staff_in_a_loop_is_lost() -> None:
    assert totals("Top\n  Low [fte=2]\nA\n  B [fte=5]\n    A [fte=3]") == ("10", "2", {"loop": "8"})


def test_what_hangs_below_a_loop_is_lost_with_it_and_is_part_of_its_totals() -> None:
    drawing = "Top\n  Low [fte=2]\nA\n  B [fte=5]\n    A [fte=3]\n    C\n      D [fte=7]"
    assert totals(drawing) == ("9", "2", {"loop": "7"})


def test_a_loop_that_hangs_under_a_top_is_reached() -> None:
    assert totals("Top\n  A [fte=1]\n    B [fte=2]\n      A") == ("3", "3", {})


def test_staff_below_a_self_report_is_lost() -> None:
    assert totals("Top\n  Low [fte=2]\nA\n  A\n  B [fte=5]") == ("7", "2", {"self_report": "5"})


def test_a_self_report_with_a_real_superior_loses_nothing() -> None:
    assert totals("Top\n  A [to=A]\n    B [fte=5]") == ("5", "5", {})


def test_staff_without_a_line_is_lost() -> None:
    assert totals("Top\n  Low [fte=2]\nStray Team [unit; fte=4]\nStray [fte=1]") == ("7", "2", {"no_line": "5"})


def test_a_described_position_without_a_line_is_a_top() -> None:
    assert totals("* Driver [fte=4]") == ("4", "4", {})


def test_a_unit_and_its_head_are_one_box() -> None:
    drawing = "--- one.txt\nTop\n  Bakery [unit; fte=15]\n--- two.txt\nTop\n  * Head Baker [fte=15; heads=Bakery]"
    assert totals(drawing) == ("15", "15", {})
    assert totals("* Head Baker [heads=Bakery]\n  Cake Team [unit; fte=4]\nBakery [unit; fte=15]") == ("4", "4", {})


def test_a_unit_without_a_line_stands_below_the_unit_that_contains_it() -> None:
    drawing = "* Head Baker [heads=Bakery]\nCake Team [unit; fte=4; part_of=Bakery]"
    assert totals(drawing) == ("4", "4", {})


def test_two_superiors_count_staff_once() -> None:
    assert totals("Top\n  A\n    C [fte=5; to=B]\n  B") == ("5", "5", {})


def test_what_is_lost_is_a_sum_of_causes() -> None:
    found = rollup(
        Ledger(outline.graph("Top\n  Low [fte=2]\nA\n  A\n  B [fte=5]\nC\n  D [fte=0.1]\n    C\nStray [fte=1]"))
    )
    assert found.fte_lost == (
        Lost("loop", Decimal("0.1"), ("position/org/c", "position/org/d")),
        Lost("no_line", Decimal(1), ("position/org/stray",)),
        Lost("self_report", Decimal(5), ("position/org/a",)),
    )
    assert found.fte_in_sources == found.fte_reachable + sum(lost.fte for lost in found.fte_lost)


def bare(lines: list[tuple[str, str]]) -> nx.MultiDiGraph:
    """A graph of lines alone, from subordinate to superior."""
    graph = nx.MultiDiGraph(sources={}, unresolved=())
    nodes = sorted({node for line in lines for node in line})
    graph.add_nodes_from(
        nodes,
        kind="position",
        label="x",
        seats=None,
        claims=(),
        described_in=(),
        position_number=None,
        post_status=None,
    )
    for low, high in lines:
        graph.add_edge(low, high, key="reports_to", predicate="reports_to", modality="stated", claims=())
    return graph


def test_a_chain_of_a_hundred_thousand() -> None:
    size = 100_000
    graph = bare([(f"p{number + 1:06}", f"p{number:06}") for number in range(size)])
    assert len(chain_of_command(graph, f"p{size:06}")) == size + 1
    assert max(layers(graph).values()) == size + 1
    assert rollup(Ledger(graph)).fte_in_sources == 0


def test_a_ring_of_ten_thousand() -> None:
    size = 10_000
    graph = bare([(f"p{number}", f"p{(number + 1) % size}") for number in range(size)])
    assert len(chain_of_command(graph, "p0")) == size
    assert layers(graph) == {}
    assert set(span_of_control(graph).values()) == {1}
