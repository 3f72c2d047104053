"""Every format of RDF says the same, reads back as the same graph, and lets no text out of its quotes."""

from __future__ import annotations

import json

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rdf_factory import (
    HARBOUR,
    HOSTILE,
    MASTER,
    SOURCES,
    TIDES,
    assert_same,
    claim,
    harbour,
    harbour_graph,
    rosters,
)

from orgraph.errors import OrgraphError, UnknownName, UnreadableSource
from orgraph.graph import build
from orgraph.model import Roster, Text
from orgraph.rdf.formats import FORMATS, engine
from orgraph.rdf.lines import term
from orgraph.rdf.names import Iri, Literal, names
from orgraph.rdf.reader import read_rdf
from orgraph.rdf.triples import generate_triples
from orgraph.rdf.write import WRITERS, generate_rdf

RDFLIB = {"ttl": "turtle", "nt": "nt", "nq": "nquads", "trig": "trig", "jsonld": "json-ld", "rdf": "xml"}


def write(graph: nx.MultiDiGraph, format: str, **options: object) -> str:
    return "".join(generate_rdf(graph, format, **options))  # type: ignore[arg-type]


def quads(text: str, format: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(text.encode(), format=engine(format)))


def as_lines(triples: object) -> set[str]:
    return {f"<{s}> <{p}> {term(node)}" for s, p, node in triples}  # type: ignore[attr-defined]


def parsed_lines(text: str, format: str) -> set[str]:
    def node(part: object) -> Iri | Literal:
        if isinstance(part, pyoxigraph.Literal):
            return Literal(part.value, part.datatype.value)
        return Iri(part.value)  # type: ignore[attr-defined]

    return as_lines((quad.subject.value, quad.predicate.value, node(quad.object)) for quad in quads(text, format))


def test_every_format_is_written() -> None:
    assert set(WRITERS) == set(FORMATS)
    with pytest.raises(UnknownName, match="trig"):
        generate_rdf(harbour_graph(), "n3")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("evidence", [True, False])
def test_every_format_says_the_same(format: str, evidence: bool) -> None:
    graph = harbour_graph()
    expected = as_lines(generate_triples(graph, evidence=evidence))
    assert parsed_lines(write(graph, format, evidence=evidence), format) == expected


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("format", FORMATS)
def test_another_library_reads_the_same(format: str) -> None:
    found = rdflib.Dataset(default_union=True).parse(data=write(harbour_graph(), format), format=RDFLIB[format])
    expected = rdflib.Graph().parse(data=write(harbour_graph(), "ttl"), format="turtle")
    assert {triple[:3] for triple in found} == set(expected)


@pytest.mark.parametrize("format", FORMATS)
def test_a_graph_comes_back_from_every_format(format: str) -> None:
    first = write(harbour_graph(), format)
    again = build(read_rdf(first.encode(), format=format))
    assert_same(again, harbour_graph())
    assert write(again, format) == first


def _any_xml(text: str) -> str:
    return "".join(c for c in text if (c >= " " and c not in "\ufffe\uffff") or c in "\n\r\t")


@settings(max_examples=40, deadline=None)
@given(rosters(), st.sampled_from(sorted(FORMATS)))
def test_any_text_comes_back_or_is_refused_by_name(roster: Roster, format: str) -> None:
    try:
        first = write(build(roster), format)
    except OrgraphError as error:
        assert format == "rdf"
        assert "which XML cannot hold" in str(error) and "U+" in str(error)
        return
    again = build(read_rdf(first.encode(), format=format))
    assert_same(again, build(roster))
    assert write(again, format) == first


@settings(max_examples=60, deadline=None)
@given(st.text() | HOSTILE, st.sampled_from(sorted(FORMATS)))
def test_no_label_leaves_its_quotes(text: str, format: str) -> None:
    """As many statements with the hostile label as with a plain one, and the label itself as it was."""
    text = _any_xml(text) if format == "rdf" else text
    roster = harbour()
    labelled = [build(replace(roster, claims=(claim(MASTER, "alias", Text(text=label)),))) for label in ("plain", text)]
    plain, hostile = (quads(write(graph, format), format) for graph in labelled)
    assert len(hostile) == len(plain)
    alias = names().entity(MASTER)
    assert text in {quad.object.value for quad in hostile if quad.subject.value == alias}


@pytest.mark.parametrize("format", ["nq", "trig"])
def test_the_default_graph_is_the_plain_layer_and_each_document_has_its_own(format: str) -> None:
    graph = harbour_graph()
    found = quads(write(graph, format), format)
    plain = quads(write(graph, "ttl", evidence=False), "ttl")
    described = {quad.triple for quad in found if quad.graph_name == pyoxigraph.DefaultGraph()}
    sources = {names().document(HARBOUR), names().document(TIDES)}
    told = {quad.triple for quad in plain} ^ described  # with evidence the dataset and its numbers name their sources
    assert {triple.predicate.value.rpartition("/")[2] for triple in told} == {
        "source",
        "void#vocabulary",
        "ns#inDocument",
    }
    homes = {quad.graph_name.value for quad in found if quad.graph_name != pyoxigraph.DefaultGraph()}
    assert homes == sources


def test_a_document_can_be_asked_what_it_says() -> None:
    store = pyoxigraph.Store()
    store.load(write(harbour_graph(), "nq").encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    rows = store.query(
        "PREFIX org: <http://www.w3.org/ns/org#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        "SELECT ?who ?source { GRAPH ?d { ?x org:reportsTo ?y . ?d rdfs:label ?source } ?x rdfs:label ?who }"
    )
    said = {(row["who"].value, row["source"].value) for row in rows}  # type: ignore[index, union-attr]
    assert {("Chief Pilot", SOURCES[HARBOUR]), ("Chief Pilot", SOURCES[TIDES])} <= said
    assert ("Night Watch", "tides.txt") in said and ("Night Watch", "harbour.txt") not in said


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_streams(format: str) -> None:
    pieces = list(generate_rdf(harbour_graph(), format))
    assert len(pieces) > 40  # a claim and its evidence may be one piece
    assert max(map(len, pieces)) < 6000


@pytest.mark.parametrize("format", FORMATS)
def test_a_broken_file_names_its_place(format: str) -> None:
    broken = write(harbour_graph(), format)[:4000] + "\n}{<<\x00"
    with pytest.raises(UnreadableSource, match=r"^broken: .*[a-z]"):
        read_rdf(broken.encode(), "broken", format)


def test_json_ld_has_readable_keys() -> None:
    data = json.loads(write(harbour_graph(), "jsonld"))
    [master] = [node for node in data["@graph"] if node["id"] == f"id/{MASTER}"]
    assert master["type"] == ["post", "position"]
    assert master["name"] == "Harbour Master"
    assert all(":" not in key for node in data["@graph"] for key in node if "Dataset" not in str(node.get("type")))


def test_a_context_that_is_elsewhere_is_not_fetched() -> None:
    data = b'{"@context": "https://example.org/context.jsonld", "@id": "urn:a", "b": "c"}'
    with pytest.raises(UnreadableSource):
        read_rdf(data, "a.jsonld", "jsonld")


HEAD = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:org="http://www.w3.org/ns/org#">'


@pytest.mark.parametrize(
    "explosive",
    [
        b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + HEAD + b"</rdf:RDF>",
        b'<!DOCTYPE r [<!ENTITY a "' + b"a" * 300 + b'">]>' + HEAD + b"</rdf:RDF>",
        b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + HEAD + b"</rdf:RDF>",
        HEAD + b"<rdf:Description><org:reportsTo>" * 100_000,
        ("<?xml version='1.0' encoding='UTF-16'?>" + HEAD.decode() + "</rdf:RDF>").encode("utf-16"),
    ],
    ids=["entities of entities", "long entity", "file", "deep", "utf-16"],
)
def test_explosive_xml_is_refused(explosive: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"entity|inside one another|UTF-8"):
        read_rdf(explosive, "bomb.rdf", "rdf")


def test_an_entity_for_a_namespace_is_read() -> None:
    data = b'<!DOCTYPE r [<!ENTITY port "https://port.example/">]>' + HEAD
    data += b'<org:Post rdf:about="&port;mate"><org:reportsTo>'
    data += b'<org:Post rdf:about="&port;captain"/></org:reportsTo></org:Post>'
    graph = build(read_rdf(data + b"</rdf:RDF>", "port.rdf", "rdf"))
    assert [graph.nodes[node]["label"] for edge in graph.edges for node in edge[:2]] == ["mate", "captain"]


@pytest.mark.parametrize("opening", [b"<urn:a> <urn:b> [ <urn:b> ", b"<urn:a> <urn:b> ( ("])
def test_deep_turtle_is_refused(opening: bytes) -> None:
    with pytest.raises(UnreadableSource):
        read_rdf(opening * 50_000, "deep.ttl")
