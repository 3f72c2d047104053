"""Views: which boxes are drawn, what they say, their colours, and what is told of those left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from chart_factory import fte, organization
from msgspec.structs import replace

from orgraph.chart import draw
from orgraph.chart.content import gather
from orgraph.chart.layout import lay_out, place
from orgraph.chart.marks import Mark
from orgraph.chart.select import select
from orgraph.chart.style import TINTS
from orgraph.chart.view import View
from orgraph.errors import AmbiguousNode, UnknownName
from orgraph.model import Quantity, Text

EDGES = [("position/b", "position/a"), ("position/c", "position/a"), ("position/d", "position/b"),
         ("position/e", "position/b"), ("position/f", "position/d"), ("position/g", "position/f")]  # fmt: skip


def drawn(view: View) -> str:
    return "".join(box.facts.title.lower() for box in lay_out(organization(EDGES), view=view).boxes)


@pytest.mark.parametrize(
    ("view", "boxes"),
    [
        (View(), "abdfgec"),
        (View(depth=1), "abc"),
        (View(depth=0), "a"),
        (View(root="B"), "bdfge"),
        (View(root="B", depth=1), "bde"),
        (View(root="D", up=1), "bdfg"),
        (View(root="D", up=9), "abdfg"),
        (View(focus="D"), "abdfge"),
        (View(focus="D", up=1, depth=1), "bdfe"),
        (View(focus="F", up=2, depth=1), "bdfg"),
        (View(focus="A", depth=1), "abc"),
        (View(collapse=("B",)), "abc"),
        (View(root="B", collapse=("D", "E")), "bde"),
        (View(root="A", focus="G"), "abdfgec"),
    ],
)
def test_the_boxes_of_a_view(view: View, boxes: str) -> None:
    assert drawn(view) == boxes


def test_what_is_left_out_is_told_where_it_hangs() -> None:
    layout = lay_out(organization(EDGES), view=View(root="B", collapse=("D",)))
    marks = {box.facts.title: [mark.text for mark in box.marks] for box in layout.boxes}
    assert marks == {"B": ["reports to A, not shown here"], "D": ["+ 2 below, not shown here"], "E": []}
    assert all(text in " ".join(words.text for words in layout.boxes[0].words) for text in marks["B"])


def test_a_focus_is_highlighted_and_a_lost_one_is_refused() -> None:
    layout = lay_out(organization(EDGES), view=View(focus="D"))
    assert [box.id for box in layout.boxes if box.focus] == ["position/d"]
    with pytest.raises(UnknownName, match="box of this view"):
        lay_out(organization(EDGES), view=View(root="D", focus="C"))


def test_boxes_are_named_by_title_number_and_unit() -> None:
    edges = [*EDGES, ("position/d", "unit/labs", "heads_unit")]
    graph = organization(edges, more={"position/c": {"position_number": "700"}})
    for name, top in (("d", "position/d"), ("700", "position/c"), ("Labs", "position/d"), ("position/b", "position/b")):
        assert lay_out(graph, view=View(root=name)).boxes[0].id == top
    with pytest.raises(UnknownName):
        lay_out(graph, view=View(root="Nobody at all"))
    twice = organization(EDGES, {"position/b": "Head", "position/c": "Head"})
    with pytest.raises(AmbiguousNode):
        lay_out(twice, view=View(root="Head"))


@pytest.mark.parametrize("view", [View(show=("grade",)), View(color="mood")])
def test_unknown_facts_and_colours_are_refused(view: View) -> None:
    with pytest.raises(UnknownName):
        gather(organization(EDGES), view)


def test_boxes_say_what_they_are_asked_for() -> None:
    more = {"position/a": {"position_number": "7", "location": "Port", "staff": (fte(3),)}}
    graph = organization(more=more)
    (box,) = lay_out(graph, view=View(show=("number", "location"))).boxes
    assert [words.text for words in box.words] == ["A", "No. 7 · Port"]
    (box,) = lay_out(graph, view=View(show=())).boxes
    assert [words.text for words in box.words] == ["A"]


# --- what is below ----------------------------------------------------------------------------------


def below(graph: object) -> dict[str, str]:
    content = gather(graph, View(show=("below",)))  # type: ignore[arg-type]
    return {fact.title: fact.below for fact in content.facts if fact.below}


def test_fte_below_keeps_planned_apart_and_never_adds_a_total_to_its_parts() -> None:
    edges = [("position/b", "position/a"), *((f"unit/{team}", "position/b") for team in "xyz")]
    staff = {"position/b": fte(12), "unit/x": fte(8), "unit/y": fte(4), "unit/z": fte(3, status="planned")}
    graph = organization(edges, more={node: {"staff": (figure,)} for node, figure in staff.items()})
    assert below(graph) == {"A": "12 FTE below", "B": "12 + 3 planned FTE below"}


def test_what_has_no_figure_makes_a_sum_a_lower_bound() -> None:
    edges = [("unit/x", "position/a"), ("unit/y", "position/a")]
    assert below(organization(edges, more={"unit/x": {"staff": (fte(2),)}})) == {"A": "at least 2 FTE below"}
    assert below(organization(edges, more={"unit/x": {"staff": (fte(2, 5),)}})) == {"A": "at least 2 FTE below"}


def test_seats_are_summed_through_those_who_lead_them() -> None:
    edges = [("position/b", "position/a"), ("position/c", "position/b")]
    seat = fte("0.8", scope="seat")
    group = Quantity(measure="fte", low=Decimal("8.67"), high=Decimal("8.67"))
    graph = organization(edges, more={"position/b": {"staff": (seat,)}, "position/c": {"seats": group}})
    assert below(graph) == {"A": "9.47 FTE below", "B": "8.67 FTE below"}


# --- colours and marks --------------------------------------------------------------------------------


def test_colour_by_level_has_a_legend_and_letters() -> None:
    layout = lay_out(organization(EDGES), view=View(color="level"))
    assert layout.legend == ("level 1", "level 2", "level 3", "level 4", "level 5")
    assert [box.tint for box in layout.boxes] == [box.level - 1 for box in layout.boxes]
    svg = draw(organization(EDGES), "svg", view=View(color="level")).decode()
    assert svg.count(f'fill="{TINTS[1]}"') == 3  # two boxes and the legend
    assert svg.count(">B</text>") == 4  # the letter in two boxes and in the legend, and the title of the box B


def test_more_groups_than_tints_share_the_last() -> None:
    edges = [(f"position/{n:02d}", f"unit/{n:02d}", "in_unit") for n in range(12)]
    layout = lay_out(organization(edges), view=View(color="unit"))
    assert len(layout.legend) == len(TINTS)
    assert layout.legend[-1] == f"{12 - len(TINTS) + 1} more"
    assert {box.tint for box in layout.boxes} == set(range(len(TINTS)))


def test_colour_by_status_and_the_word_for_it() -> None:
    graph = organization(alone=["position/a", "position/b"])
    bound = graph.nodes["position/a"]["claims"][0]
    vacant = replace(bound, claim=replace(bound.claim, predicate="post_status", value=Text(text="vacant")))
    graph.nodes["position/a"]["claims"] = (vacant,)
    layout = lay_out(graph, view=View(color="status"))
    assert layout.legend == ("vacant",)
    assert [box.tint for box in layout.boxes] == [0, -1]
    assert layout.boxes[0].words[-1].text == "vacant"


def test_marks_of_others_are_drawn_and_colour_their_boxes() -> None:
    marks = {"position/b": [Mark("warning", "warning: stated-peers"), Mark("error", "error: fte-rollup")]}
    content = gather(organization(EDGES), View(color="finding"), marks)
    box = next(box for box in place(content).boxes if box.id == "position/b")
    assert [words.text for words in box.words[1:]] == ["warning: stated-peers", "error: fte-rollup"]
    assert content.legend == ("", "", "", "finding: error")  # red
    changed = gather(organization(EDGES), View(color="change"), {"position/c": [Mark("moved", "moved from B")]})
    assert changed.legend == ("moved", "", "", "")


def test_a_view_of_nothing_left_out_is_the_whole() -> None:
    content = gather(organization(EDGES))
    assert select(content, View()) is content
