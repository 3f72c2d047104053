"""Turtle in: everything comes back, whatever the text, and a broken file names its line."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
import rdflib
from hypothesis import given, settings
from msgspec.structs import replace
from rdf_factory import HARBOUR, MASTER, TIDE_HEAD, TIDES, assert_same, harbour, harbour_graph, rosters

from orgraph.errors import UnreadableSource
from orgraph.graph import build
from orgraph.model import Roster
from orgraph.rdf.reader import read_rdf
from orgraph.rdf.turtle import generate_turtle


def write(graph: nx.MultiDiGraph, **options: object) -> str:
    return "".join(generate_turtle(graph, **options))  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(rosters())
def test_everything_comes_back(roster: Roster) -> None:
    first = write(build(roster))
    again = build(read_rdf(first.encode()))
    assert_same(again, build(roster))
    assert write(again) == first


def test_everything_survives_another_tool() -> None:
    """What counts is in the triples, not in their order or their layout (candidates are a set)."""
    first = write(harbour_graph())
    elsewhere = rdflib.Graph().parse(data=first, format="turtle").serialize(format="turtle")
    assert elsewhere != first
    assert write(build(read_rdf(elsewhere.encode()))) == first


def test_two_sources_with_one_claim_each_keep_their_evidence() -> None:
    graph = build(read_rdf(write(harbour_graph()).encode()))
    documents = {bound.claim.document for bound in graph.edges[TIDE_HEAD, MASTER, "reports_to"]["claims"]}
    assert documents == {HARBOUR, TIDES}


def test_equal_claims_stay_two() -> None:
    roster = harbour()
    doubled = replace(roster, claims=(*roster.claims, roster.claims[-1], roster.claims[-1]))
    assert_same(build(read_rdf(write(build(doubled)).encode())), build(doubled))


def test_a_line_that_leaves_the_graph_is_not_written() -> None:
    graph = harbour_graph()
    part = graph.subgraph(set(graph) - {MASTER})
    assert MASTER not in build(read_rdf(write(part).encode()))


def test_any_base_reads_back(tmp_path: Path) -> None:
    for base in ("https://acme.example/id", "urn:acme:", "file:///srv/x.y/../z"):
        path = tmp_path / "organization.ttl"
        path.write_text(write(harbour_graph(), base=base), encoding="utf-8")
        again = build(read_rdf(path))
        assert again.graph["base"] == f"{base}/"
        assert write(again) == write(harbour_graph(), base=base)
        again.graph["base"] = ""
        assert_same(again, harbour_graph())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<https://e.org/a> <https://e.org/b> 1 .\n<https://e.org/a> ; .", "line 2"),
        (b'<https://e.org/a> <https://e.org/b> "\xff" .', "line 1"),
        (b"<https://e.org/a> a <https://w3id.org/orgraph/ns#Claim> .", "subject"),
        (
            b"<https://e.org/a> a <https://w3id.org/orgraph/ns#SourceDocument>, <https://w3id.org/orgraph/ns#Claim> .",
            "Source: .* `id`",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_fault(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason) as caught:
        read_rdf(data, "broken.ttl")
    assert str(caught.value).startswith("broken.ttl: ")


def test_a_missing_file_is_an_unreadable_source(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="No such file"):
        read_rdf(tmp_path / "none.ttl")


GONE = (
    "ogr:measure",
    "oa:exact",
    "rdf:object",
    "ogr:rank",
    "rdf:predicate",
    "ogr:inDocument",
    "ogr:evidence",
    "rdfs:label",
)


@pytest.mark.parametrize("gone", GONE)
def test_a_claim_that_lacks_a_part_is_refused(gone: str) -> None:
    lines = write(harbour_graph()).splitlines(keepends=True)
    damaged = "".join(line for line in lines if not line.startswith(f"    {gone} "))
    assert damaged != "".join(lines)
    with pytest.raises(UnreadableSource):
        read_rdf(damaged.encode())


def test_a_line_to_a_box_that_is_not_there_is_refused() -> None:
    blocks = write(harbour_graph()).split("\n\n")
    damaged = "\n\n".join(block for block in blocks if not block.startswith(f"<id/{MASTER}>"))
    with pytest.raises(UnreadableSource, match="harbour-master> is no position"):
        read_rdf(damaged.encode())


PLAIN = b"""
@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <https://ferry.example/id/> .
:captain a org:Post ; skos:prefLabel "Captain"@en, "Capitaine"@fr ; org:postIn :line ; skos:notation "12" .
:mate a org:Post ; rdfs:label "First Mate" ; org:reportsTo :captain, :nobody ; org:heldBy [ rdfs:label "somebody" ] .
:line a org:FormalOrganization ; rdfs:label "Ferry Line" ; org:hasUnit :deck .
:deck a org:OrganizationalUnit ; rdfs:label "Deck" ; org:reportsTo :mate .
"""


def test_plain_org_data_becomes_claims_that_quote_the_triple() -> None:
    graph = build(read_rdf(PLAIN, "ferry.ttl"))
    captain, mate = "position/ferry-example/id-captain", "position/ferry-example/id-mate"
    deck, line = "unit/ferry-example/id-deck", "unit/ferry-example/id-line"
    assert graph.nodes[captain]["names"] == ("Capitaine", "Captain")
    assert graph.nodes[captain]["label"] == "Captain"
    assert graph.nodes[captain]["position_number"] == "12"
    assert set(graph.edges(keys=True)) == {
        (mate, captain, "reports_to"),
        (deck, mate, "reports_to"),
        (captain, line, "in_unit"),
        (deck, line, "part_of"),
    }
    [bound] = graph.edges[mate, captain, "reports_to"]["claims"]
    [evidence] = bound.claim.evidence
    assert evidence.quote == (
        "https://ferry.example/id/mate http://www.w3.org/ns/org#reportsTo https://ferry.example/id/captain"
    )
    assert (evidence.rule, evidence.source) == ("rdf", "ferry.ttl")
    assert [found.mention.text for found in graph.graph["unresolved"]] == ["https://ferry.example/id/nobody"]


UNTYPED = b"""
@prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix : <https://ferry.example/> .
:captain org:postIn :line ; org:heldBy :ann . :ann foaf:name "Ann Lee" .
:mate org:postIn :line ; org:reportsTo :captain . :ben org:holds :mate ; foaf:name "Ben Oar" .
:line org:subOrganizationOf :company .
:cook org:reportsTo :captain .
"""


def test_what_stands_at_the_ends_of_a_line_needs_no_type() -> None:
    """Only where W3C ORG leaves no choice: who reports to somebody may also be an organization or a person."""
    graph = build(read_rdf(UNTYPED, "ferry.ttl"))
    kinds = {data["label"]: data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"captain": "position", "mate": "position", "line": "unit", "company": "unit"}
    holders = {
        data["label"]: [b.claim.value.text for b in data["claims"] if b.claim.predicate == "incumbent"]
        for _, data in graph.nodes(data=True)
    }
    assert holders["captain"] == ["Ann Lee"] and holders["mate"] == ["Ben Oar"]


def test_plain_org_data_gives_the_same_bytes_each_time_and_reads_back() -> None:
    graph = build(read_rdf(PLAIN, "ferry.ttl"))
    assert write(graph) == write(build(read_rdf(PLAIN, "ferry.ttl")))
    assert_same(build(read_rdf(write(graph).encode())), graph)


def test_the_plain_layer_alone_gives_the_same_boxes_and_lines() -> None:
    full = harbour_graph()
    plain = build(read_rdf(write(full, evidence=False).encode()))
    assert set(plain.edges(keys=True)) == set(full.edges(keys=True))
    for node in full:
        for name in ("kind", "label", "names", "classification", "position_number"):
            expected = full.nodes[node][name] or ((full.nodes[node]["label"],) if name == "names" else None)
            assert plain.nodes[node][name] == expected
