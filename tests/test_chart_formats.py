"""The formats of the chart: what each must hold, and that no source can break out of one."""

from __future__ import annotations

import io
import json
import re
import struct
import sys
import zipfile
import zlib
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from chart_factory import SOURCE, bare, claim, fte, organization, random_forest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_svg import HOSTILE

from orgraph.chart import FORMATS, draw
from orgraph.chart.clean import clean
from orgraph.chart.engine import graphviz
from orgraph.chart.layout import lay_out
from orgraph.errors import CannotDraw, UnknownName
from orgraph.graph import build
from orgraph.model import Entity, Roster

EDGES = [("position/b", "position/a"), ("unit/t", "position/b"), ("position/c", "position/a", "reports_to", "inferred")]


def test_formats_are_sorted_and_checked() -> None:
    assert list(FORMATS) == sorted(FORMATS)
    with pytest.raises(UnknownName, match="dot, drawio, html, mermaid, pdf, png, pptx, svg, text"):
        draw(organization(), "../svg")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_an_empty_graph(format: str) -> None:
    assert draw(organization(), format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_format_takes_hostile_titles(format: str, text: str) -> None:
    assert draw(organization(EDGES, dict.fromkeys(["position/a", "position/b", "unit/t"], text)), format, title=text)


def test_a_graph_built_from_a_roster() -> None:
    bound = claim("position/b", "reports_to", "position/a", text="Reports to: the A")
    roster = Roster(
        sources=(replace(SOURCE, subject="position/b"),),
        entities=(
            Entity(id="position/a", kind="position", label="A"),
            Entity(id="position/b", kind="position", label="B"),
            Entity(id="unit/u", kind="unit", label="U"),
        ),
        claims=(bound, claim("position/b", "in_unit", "unit/u")),
    )
    graph = build(roster)
    assert "└─ B · U · position, described\n" in draw(graph, "text").decode()
    assert "reports to: “Reports to: the A” documents/director.txt:3:7" in draw(graph, "svg").decode()
    assert all(draw(graph, format) for format in FORMATS)


# --- text ------------------------------------------------------------------------------------------


def test_the_outline() -> None:
    more = {"unit/t": {"staff": (fte(3, status="planned"),)}, "position/a": {"described_in": ("d1",)}}
    lines = draw(organization([*EDGES, ("position/c", "unit/t", "in_unit")], more=more), "text", title="Name").decode()
    assert lines == (
        "Name\n4 boxes from 1 source: director.txt · 1 of 3 posts described\n\n"
        "A · position, described\n"
        "├─ B · position, mentioned only\n"
        "│  └─ T · 3 FTE planned · unit, mentioned only\n"
        "└─ C · T · position, mentioned only · line inferred\n"
    )


def test_the_outline_tells_loops_and_further_superiors() -> None:
    edges = [
        ("position/a", "position/b"),
        ("position/b", "position/a"),
        ("position/c", "position/a"),
        ("position/c", "position/b"),
    ]
    text = draw(organization(edges, alone=["position/z"]), "text").decode()
    assert "A · position, mentioned only; in a loop: reports to B\n" in text
    assert "C · position, mentioned only; also reports to B\n" in text
    assert "Z · position, mentioned only · no reporting line in the sources\n" in text
    assert text.endswith("1 line closes a loop of reporting.\n")


def test_a_deep_outline_stays_small() -> None:
    text = draw(bare((f"p{n:05d}", f"p{n - 1:05d}") for n in range(1, 3000)), "text").decode()
    assert len(text) < 3000 * 150
    assert "(level 3000) p02999" in text


def test_the_outline_has_no_control_characters() -> None:
    text = draw(organization(EDGES, {"position/a": "red \x1b[31m\r\x07 \x9b1m"}), "text").decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


# --- dot -------------------------------------------------------------------------------------------


def test_dot_has_nodes_edges_and_places() -> None:
    source = draw(organization([*EDGES, ("position/c", "position/b", "functional_line_to")]), "dot").decode()
    assert source.startswith("digraph organization {")
    assert len(re.findall(r'pos="-?[\d.]+,-?[\d.]+!"', source)) == 4
    assert '"unit/t" -> "position/b"' in source
    assert re.search(r'"position/c" -> "position/a" \[.*style=dashed', source)
    assert re.search(r'"position/c" -> "position/b" \[.*constraint=false.*style=dotted', source)


def tokens(source: str) -> str:
    """The source without its quoted strings: what is left must be plain."""
    return re.sub(r'"(?:[^"\\]|\\.)*"', "S", source)


@given(st.text(st.sampled_from('"\\;{}[]<>&\n\r:Nl->x é'), max_size=30))
def test_nothing_leaves_a_dot_string(text: str) -> None:
    graph = organization([(f"position/{text}b", "position/a")], {"position/a": text})
    plain = tokens(draw(graph, "dot", title=text).decode())
    assert re.fullmatch(r"[\w\s=\[\]{};.#,>-]*", plain)
    assert plain.count("->") == 1


# --- what other programs read -------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_stays_text_in_files_for_other_programs(text: str) -> None:
    labels = dict.fromkeys(["position/a", "position/b", "position/c", "unit/t"], text)
    graph, harmless = organization(EDGES, labels), organization(EDGES)
    ours, plain = (ElementTree.fromstring(draw(some, "drawio", title=text)) for some in (graph, harmless))
    assert [node.tag for node in ours.iter()] == [node.tag for node in plain.iter()]
    with zipfile.ZipFile(io.BytesIO(draw(graph, "pptx", title=text))) as file:
        slide = ElementTree.fromstring(file.read("ppt/slides/slide1.xml"))
    shown = "".join(node.text or "" for node in slide.iter() if node.tag.endswith("}t"))
    assert clean(text)[:9].strip() in shown
    source = draw(graph, "mermaid", title=text).decode()
    assert source.count("\n") == draw(harmless, "mermaid").count(b"\n")
    for line in source.splitlines()[4:8]:
        assert re.fullmatch(r'  n\d+[\[(]"[^"`\\<>{}\[\]|]*"[\])]', line.replace("<br/>", " ")), line


def test_mermaid_says_what_each_line_is() -> None:
    edges = [*EDGES, ("position/c", "position/b", "functional_line_to"), ("position/a", "position/b")]
    source = draw(organization(edges), "mermaid").decode()
    assert "flowchart TB" in source
    assert "n0 --- n1" in source
    assert "n0 -.- n3" in source
    assert 'n1 -.-|"functional line"| n3' in source
    assert 'n0 -.->|"closes a loop"| n1' in source
    assert re.search(r"class n\d+ unit", source)


# --- the engine of Graphviz -----------------------------------------------------------------------------


def program(folder: Path, body: str) -> None:
    """A program `dot` in a folder, in the place of the real one."""
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{body}\n")
    path.chmod(0o755)


def test_graphviz_gets_the_chart_without_our_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "sys.stdout.write(sys.argv[1] + sys.stdin.read())")
    monkeypatch.setenv("PATH", str(tmp_path))
    said = graphviz(lay_out(organization(EDGES)), "Name", "svg").decode()
    assert said.startswith("-Tsvgdigraph organization {")
    assert '"unit/t" -> "position/b"' in said
    assert "pos=" not in said


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("sys.exit('syntax error in line 1')", "could not draw the chart: syntax error in line 1"),
        ("sys.exit(3)", "could not draw the chart: exit 3"),
        ("time.sleep(60)", "has not drawn 4 boxes in 0.3 seconds"),
    ],
)
def test_what_graphviz_cannot_draw(body: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, body)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotDraw, match=message):
        graphviz(lay_out(organization(EDGES)), "Name", "svg", limit=0.3)


def test_without_graphviz_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(CannotDraw, match=r"pip install 'orgraph\[graphviz\]'"):
        graphviz(lay_out(organization(EDGES)), "Name", "svg")


# --- png -------------------------------------------------------------------------------------------


def picture(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def raw(data: bytes) -> bytes:
    """The unpacked scan lines."""
    parts, at = [], 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        parts += [data[at + 8 : at + 8 + size]] if kind == b"IDAT" else []
        at += size + 12
    return zlib.decompress(b"".join(parts))


def test_png_has_letters() -> None:
    one, two = (draw(organization(alone=["position/a"], labels={"position/a": name}), "png") for name in ("Aaa", "Bbb"))
    assert picture(one) == picture(two)
    assert raw(one) != raw(two)


def test_png_is_never_too_large() -> None:
    from orgraph.chart.formats.png import scale

    assert scale(100, 100) == 2
    for size in ((50_000.0, 3_000.0), (900.0, 4_000_000.0), (20_000.0, 20_000.0)):
        assert max(size) * scale(*size) <= 12_000.001


# --- html ------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Tags with attributes, and the content of each script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag == "script"
        if self.inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] += data


def page(data: bytes) -> Page:
    parser = Page()
    parser.feed(data.decode())
    return parser


@pytest.mark.parametrize("text", HOSTILE)
def test_html_runs_only_its_own_script(text: str) -> None:
    labels = dict.fromkeys(["position/a", "position/b", "position/c", "unit/t"], text)
    parsed = page(draw(organization(EDGES, labels), "html", title=text))
    plain = page(draw(organization(EDGES), "html"))
    count = [tag for tag, _ in plain.tags if tag != "text"]
    assert [tag for tag, _ in parsed.tags if tag != "text"] == count
    assert parsed.scripts[1] == plain.scripts[1]
    assert not any(name.startswith("on") for _, attributes in parsed.tags for name in attributes)


def test_html_loads_nothing() -> None:
    parsed = page(draw(random_forest(4), "html"))
    policy = next(
        a["content"] for t, a in parsed.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not any({"src", "href", "style"} & attributes.keys() for _, attributes in parsed.tags)
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|innerHTML|eval\(", parsed.scripts[1])


def test_html_holds_every_box_with_its_quotes() -> None:
    parsed = page(draw(organization(EDGES, {"position/b": "</script><b>"}), "html"))
    facts = json.loads(parsed.scripts[0])
    assert [fact["title"] for fact in facts] == ["A", "</script><b>", "T", "C"]
    assert facts[1]["quotes"] == [["title", "</script><b>", "documents/director.txt:3:7", "stated", "", ""]]
    assert [fact["superior"] for fact in facts] == [None, 0, 1, 0]
    assert [fact["inferred"] for fact in facts] == [False, False, False, True]
    items = [attributes for tag, attributes in parsed.tags if tag == "li"]
    assert [item["aria-level"] for item in items] == ["1", "2", "3", "2"]
    assert [item.get("aria-expanded") for item in items] == ["true", "true", None, None]
