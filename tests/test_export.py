"""Exports: other tools read them back, no text breaks or runs in them, and the bytes are stable."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import BytesIO, StringIO

import networkx as nx
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from rdf_factory import DREDGING, MASTER, PILOT, TIDE_HEAD, claim, fte, harbour, harbour_graph, rosters

from orgraph.errors import UnknownName
from orgraph.export import FORMATS, export
from orgraph.export.box import MEASURES
from orgraph.graph import build
from orgraph.model import BoundClaim, Quantity, Roster
from orgraph.record import parsed


def write(graph: nx.MultiDiGraph, format: str) -> str:
    return "".join(export(graph, format))


def relabelled(label: str) -> nx.MultiDiGraph:
    graph = harbour_graph()
    graph.nodes[MASTER]["label"] = label
    return graph


@pytest.mark.parametrize("format", FORMATS)
def test_equal_graphs_give_equal_bytes(format: str) -> None:
    roster = harbour()
    turned = replace(roster, entities=roster.entities[::-1])
    assert write(build(turned), format) == write(build(roster), format)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25, deadline=None)
@given(rosters())
def test_any_text_can_be_encoded(format: str, roster: Roster) -> None:
    assert write(build(roster), format).encode()


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="csv, graphml, json"):
        export(harbour_graph(), "xls")


# --- node-link JSON -----------------------------------------------------------------------------------


def test_json_holds_every_claim_with_its_evidence() -> None:
    graph = harbour_graph()
    data = json.loads(write(graph, "json"))
    for node in data["nodes"]:
        claims = tuple(parsed(BoundClaim, bound) for bound in node["claims"])
        assert claims == graph.nodes[node["id"]]["claims"]
    ids = {bound["claim"]["id"] for node in data["nodes"] for bound in node["claims"]}
    assert ids.issuperset(id_ for edge in data["edges"] for id_ in edge["claims"])
    assert set(data["graph"]["sources"]) == set(graph.graph["sources"])
    assert data["graph"]["unresolved"][0]["mention"]["text"] == "the Director"


@settings(max_examples=40, deadline=None)
@given(rosters())
def test_json_gives_any_roster_back(roster: Roster) -> None:
    graph = build(roster)
    for node in json.loads(write(graph, "json"))["nodes"]:
        claims = tuple(parsed(BoundClaim, bound) for bound in node["claims"])
        assert [bound.claim.value for bound in claims if isinstance(bound.claim.value, Quantity)] == [
            bound.claim.value for bound in graph.nodes[node["id"]]["claims"] if isinstance(bound.claim.value, Quantity)
        ]


def test_networkx_reads_the_json() -> None:
    graph = harbour_graph()
    again = nx.node_link_graph(json.loads(write(graph, "json")), edges="edges")
    assert set(again.edges(keys=True)) == set(graph.edges(keys=True))
    assert again.nodes[TIDE_HEAD]["label"] == "Head of Tides"


@pytest.mark.parametrize(
    ("number", "written"),
    [("8", "8"), ("2.50", "2.5"), ("1E+6", "1000000"), ("0.1234567890123456", '"0.1234567890123456"')],
)
def test_json_numbers_are_exact(number: str, written: str) -> None:
    roster = harbour()
    more = claim(MASTER, "staff", fte(number))
    graph = build(replace(roster, claims=(more,)))
    assert f'"low": {written},' in write(graph, "json")
    [node] = [node for node in json.loads(write(graph, "json"))["nodes"] if node["claims"]]
    assert parsed(BoundClaim, node["claims"][0]) == more


def test_a_number_too_large_for_a_reader_stays_a_string() -> None:
    graph = build(replace(harbour(), claims=(claim(MASTER, "staff", fte("1E+400000")),)))
    text = write(graph, "json")
    assert '"low": "1E+400000"' in text
    assert len(text) < 10_000


# --- GraphML ------------------------------------------------------------------------------------------


def test_networkx_reads_the_graphml_with_types() -> None:
    graph = harbour_graph()
    again = nx.read_graphml(BytesIO(write(graph, "graphml").encode()), force_multigraph=True)
    assert set(again) == set(graph)
    pilot = again.nodes[PILOT]
    assert (pilot["label"], pilot["level"], pilot["fte_low"], pilot["fte_high"]) == ("Chief Pilot", 1, 17.0, 56.0)
    assert (pilot["described"], again.nodes[TIDE_HEAD]["described"]) == (False, True)
    lines = {(start, end, data["predicate"]) for start, end, data in again.edges(data=True)}
    assert lines == set(graph.edges(keys=True))
    [up] = [data for _, _, data in again.out_edges(DREDGING, data=True) if data["predicate"] == "reports_to"]
    assert (up["source"], up["line"], up["modality"]) == ("tides.txt", 13, "stated")


@pytest.mark.parametrize("label", ['<b a="1">&amp;</b>', "]]>", "a\r\nb\tc", "'\"", "\U0001f6a2 é"])
def test_graphml_keeps_any_markup_as_text(label: str) -> None:
    again = nx.read_graphml(BytesIO(write(relabelled(label), "graphml").encode()))
    assert again.nodes[MASTER]["label"] == label


def test_graphml_has_no_character_that_xml_forbids() -> None:
    again = nx.read_graphml(BytesIO(write(relabelled("a\x00\x1b\ufffe\ud800b"), "graphml").encode()))
    assert again.nodes[MASTER]["label"] == "a\ufffd\ufffd\ufffd\ufffdb"


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_any_graph_is_well_formed_graphml(roster: Roster) -> None:
    graph = build(roster)
    again = nx.read_graphml(BytesIO(write(graph, "graphml").encode()), force_multigraph=True)
    assert again.number_of_edges() == graph.number_of_edges()
    assert set(again) == set(graph)


# --- CSV ----------------------------------------------------------------------------------------------


def rows(graph: nx.MultiDiGraph) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(StringIO(write(graph, "csv"), newline=""))}


def test_a_row_shows_the_box_its_superior_and_the_words() -> None:
    found = rows(harbour_graph())
    assert found[TIDE_HEAD] == {
        "id": TIDE_HEAD,
        "label": "Head of Tides",
        "kind": "position",
        "unit": "Tides Division",
        "classification": "EX-01",
        "number": "007",
        "reports_to": "Harbour Master",
        "fte_low": "8",
        "fte_high": "8",
        "fte_status": "unspecified",
        "described": "yes",
        "evidence": "tides.txt:3",
        "quote": "Harbour Master",
        "incumbents": "",
        "status": "",
        **dict.fromkeys(MEASURES, ""),
        "money_low": "1250000.5",
        "money_high": "1250000.5",
        "money_currency": "CAD",
        "money_status": "unspecified",
    }
    assert found[PILOT]["reports_to"] == "Harbour Master; Head of Tides"
    assert found[PILOT]["described"] == "no"
    assert found[DREDGING]["kind"] == "unit"


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\n=1", "＝1"])
def test_no_text_is_a_formula(label: str) -> None:
    assert rows(relabelled(label))[MASTER]["label"] == f"'{label}"


def test_a_number_below_zero_stays_a_number() -> None:
    roster = replace(harbour(), claims=(claim(MASTER, "staff", fte("-2.50")),))
    assert rows(build(roster))[MASTER]["fte_low"] == "-2.5"


@settings(max_examples=40, deadline=None)
@given(rosters())
def test_any_graph_reads_back_row_for_row(roster: Roster) -> None:
    graph = build(roster)
    assert len(rows(graph)) == graph.number_of_nodes()


def test_quantities_of_others_are_not_its_own() -> None:
    context = fte("900", scope="context")
    roster = replace(harbour(), claims=(claim(MASTER, "staff", context), claim(MASTER, "staff", fte("7"))))
    assert rows(build(roster))[MASTER]["fte_low"] == "7"
    assert Decimal(rows(build(roster))[MASTER]["fte_high"]) == 7
