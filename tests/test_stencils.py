"""A stencil writes what the general writer writes, whatever the cells of a table hold."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgraph.rdf.names import names
from orgraph.rdf.triples import sections
from orgraph.rdf.turtle import generate_turtle
from orgraph.rdf.turtle_text import prologue, turtle_block
from orgraph.survey import survey

HEADER = "Employee ID,Manager ID,Name,Job Title,Department,Grade,FTE,Location"
CELLS = st.sampled_from(
    (
        "",
        "1",
        "2",
        "x",
        "Slot05",
        '""Slot01""',
        "50%",
        "%s",
        "%(a)s",
        "<id/Slot02>",
        "é\u202e",
        "\\u0041",
        "N/D",
        "EX-01",
        "{0}",
    )
) | st.text(st.characters(exclude_characters=',"\r\n\0', exclude_categories=["Cs"]), max_size=8)


def general(graph: nx.MultiDiGraph, base: str) -> str:
    """The graph as Turtle, every block of it from its triples."""
    known = names(base or graph.graph["base"])
    relative = known.base if "://" in known.base else None
    parts = [*prologue(relative)]
    for section in sections(True, dataset=False):
        parts.append(f"\n# {section.heading}\n")
        parts += [turtle_block(block, relative) for block in section.generate(graph, known, True)]
    return "".join(parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(CELLS, min_size=8, max_size=8), min_size=1, max_size=6),
    base=st.sampled_from(("", "urn:example:", "https://e.org/Slot01/")),
)
def test_any_table_has_the_bytes_of_the_general_writer(tmp_path: Path, rows: list[list[str]], base: str) -> None:
    table = tmp_path / "staff.csv"
    lines = [HEADER, *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    table.write_text("\n".join(lines), encoding="utf-8")
    graph = survey([str(table)]).graph
    assert "".join(generate_turtle(graph, base=base)) == general(graph, base)


@pytest.mark.parametrize("heading", ["Job Title (Slot05)", "Job Title (100% %s)"])
def test_a_heading_that_looks_like_a_gap_is_no_gap(tmp_path: Path, heading: str) -> None:
    table = tmp_path / "Slot13.csv"
    table.write_text(f"ID,Manager ID,{heading}\n1,,Head Slot05\n2,1,Clerk\n", encoding="utf-8")
    graph = survey([str(table)]).graph
    text = "".join(generate_turtle(graph))
    assert text == general(graph, "")
    assert heading in text
