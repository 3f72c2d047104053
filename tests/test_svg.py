"""The SVG: well-formed, free of markup from sources, with its evidence, and the same bytes each time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from chart_factory import fte, organization, random_forest
from hypothesis import given
from hypothesis import strategies as st

from orgraph.chart import draw
from orgraph.chart.boxes import Layout
from orgraph.chart.formats.svg import generate_svg
from orgraph.chart.layout import lay_out

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]><svg onload='x'>",
    '"&quot;" & <b>',
    "bell\x07 nul\x00 escape\x1b[31m",
    "lone \ud800 surrogate \udfff",
    "right-to-left \u202e override \ufffe",
    "W" * 5000,
    "<!--",
    "&#0;",
]


def parse(layout: Layout, title: str | None = None) -> ElementTree.Element:
    return ElementTree.fromstring("".join(generate_svg(layout, title=title)).encode("utf-8"))


def boxes(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("role") == "treeitem"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_titles_are_text(text: str) -> None:
    edges = [("position/b", "position/a")]
    root = parse(lay_out(organization(edges, dict.fromkeys(["position/a", "position/b"], text))), text)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "g",
        "title",
        "desc",
        "rect",
        "text",
        "path",
    }
    assert all(not name.startswith("on") for element in root.iter() for name in element.attrib)


@given(st.text(st.characters(), max_size=200))
def test_any_title_gives_well_formed_xml(text: str) -> None:
    graph = organization(alone=["position/a"], labels={"position/a": text})
    assert len(boxes(parse(lay_out(graph), text))) == 1


def test_a_long_title_is_cut_in_sight_and_whole_in_the_tooltip() -> None:
    text = "Director of Very Many Things " * 200
    (box,) = boxes(parse(lay_out(organization(alone=["position/a"], labels={"position/a": text}))))
    shown = [line.text or "" for line in box.iter(f"{SVG}text")]
    assert len(shown) == 4
    assert shown[-1].endswith("…")
    assert (box.findtext(f"{SVG}title") or "").startswith(text.strip())


def test_boxes_and_lines_quote_their_evidence() -> None:
    root = parse(lay_out(organization([("position/b", "position/a")])))
    assert boxes(root)[1].findtext(f"{SVG}desc") == "title: “B” documents/director.txt:3:7"
    line = next(group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}path") is not None)
    assert line.findtext(f"{SVG}title") == "B reports to A"
    assert line.findtext(f"{SVG}desc") == "reports to: “Reports to: Chief” documents/director.txt:3:7"


def test_the_tree_can_be_read_aloud() -> None:
    root = parse(lay_out(random_forest(5)))
    assert sum(group.get("role") == "tree" for group in root.iter(f"{SVG}g")) == 1
    for box in boxes(root):
        assert int(box.get("aria-level", 0)) >= 1
        assert 1 <= int(box.get("aria-posinset", 0)) <= int(box.get("aria-setsize", 0))
        assert box.get("aria-label")


def test_only_plain_attributes() -> None:
    root = parse(lay_out(random_forest(6)))
    assert not {name for element in root.iter() for name in element.attrib} & {"class", "style", "href"}


def look(box: ElementTree.Element) -> tuple[str | None, ...]:
    (outline, *_), bars = box.findall(f"{SVG}rect"), len(box.findall(f"{SVG}rect"))
    return (*(outline.get(name) for name in ("stroke-width", "stroke-dasharray", "rx")), str(bars))


def test_kinds_of_boxes_differ_without_colour() -> None:
    described = {"described_in": ("d1",)}
    more = {"position/b": described, "unit/b": described}
    edges = [("position/b", "position/a"), ("unit/a", "position/a"), ("unit/b", "position/a")]
    assert len({look(box) for box in boxes(parse(lay_out(organization(edges, more=more))))}) == 4


def test_kinds_of_lines_differ_without_colour() -> None:
    edges = [
        ("position/b", "position/a"),
        ("position/c", "position/a", "reports_to", "inferred"),
        ("position/d", "position/b"),
        ("position/d", "position/c", "reports_to", "inferred"),
        ("position/d", "position/a", "functional_line_to"),
        ("position/x", "position/y"),
        ("position/y", "position/x"),
    ]
    root = parse(lay_out(organization(edges)))
    lines = [group.find(f"{SVG}path") for group in root.iter(f"{SVG}g")]
    assert len({line.get("stroke-dasharray") for line in lines if line is not None}) == 5


def test_the_legend_names_what_occurs() -> None:
    text = "".join(generate_svg(lay_out(organization([("position/b", "position/a", "reports_to", "inferred")]))))
    assert "reports to, inferred" in text
    assert "reports to, as stated" not in text
    assert "team or unit" not in text


def test_the_title_block_names_title_and_sources() -> None:
    dated = {"position/a": {"effective_date": "2011-05", "described_in": ("d1",)}}
    root = parse(lay_out(organization(more=dated)), "Ministry of Examples")
    shown = [line.text for line in root.findall(f"{SVG}text")]
    assert shown[:2] == ["Ministry of Examples", "1 box from 1 source: director.txt · effective 2011-05"]


def test_planned_staff_is_said_in_words() -> None:
    graph = organization([("unit/a", "position/a")], more={"unit/a": {"staff": (fte(3, status="planned"),)}})
    assert ">3 FTE planned</text>" in "".join(generate_svg(lay_out(graph)))


def test_evidence_and_title_block_can_be_left_out() -> None:
    layout = lay_out(organization([("position/b", "position/a")]))
    text = "".join(generate_svg(layout, title="Name of it all", evidence=False, block=False))
    assert "director.txt:3:7" not in text
    assert ">Name of it all</text>" not in text


SCRIPT = """
import sys
from hashlib import sha256
from chart_factory import random_forest
from orgraph.chart import FORMATS, draw
for format in FORMATS:
    print(sha256(draw(random_forest(11), format, title="Same")).hexdigest())
"""


def test_the_same_bytes_whatever_the_order_of_sets() -> None:
    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    assert run("1") == run("2")
    assert hashlib.sha256(draw(random_forest(11), "svg", title="Same")).hexdigest() in run("3")
