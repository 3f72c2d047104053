"""Turtle out: W3C ORG that any tool reads, the same bytes each time, and no text that breaks it."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rdf_factory import DIVISION, HOSTILE, MASTER, PILOT, TIDE_HEAD, claim, harbour, harbour_graph, rosters
from rdflib.compare import isomorphic
from rdflib.namespace import ORG, RDF, SKOS

from orgraph.errors import OrgraphError, Unencodable
from orgraph.graph import build
from orgraph.model import Roster, Text
from orgraph.rdf.fields import literal
from orgraph.rdf.foreign import as_rdflib
from orgraph.rdf.names import PREFIXES, XSD, Iri
from orgraph.rdf.triples import generate_triples
from orgraph.rdf.turtle import generate_turtle
from orgraph.rdf.turtle_text import quote
from orgraph.rdf.write import WRITERS, generate_rdf
from orgraph.terms import OGR

BASE = "https://example.org/orgraph/id/"


def write(graph: nx.MultiDiGraph, **options: object) -> str:
    return "".join(generate_turtle(graph, **options))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def parsed() -> rdflib.Graph:
    return rdflib.Graph().parse(data=write(harbour_graph()), format="turtle")


def test_lines_are_plain_org(parsed: rdflib.Graph) -> None:
    tide_head, pilot = rdflib.URIRef(BASE + TIDE_HEAD), rdflib.URIRef(BASE + PILOT)
    assert (pilot, RDF.type, ORG.Post) in parsed
    assert (pilot, ORG.reportsTo, tide_head) in parsed
    assert (tide_head, ORG.postIn, rdflib.URIRef(BASE + DIVISION)) in parsed
    assert parsed.value(tide_head, SKOS.altLabel) == rdflib.Literal('Tide "Boss"')
    assert not set(parsed.subjects(ORG.unitOf)) | set(parsed.subjects(ORG.headOf))


def test_a_position_has_one_preferred_label() -> None:
    roster = harbour()
    second = claim(MASTER, "title", Text(text="Master of the Harbour"))
    graph = build(replace(roster, claims=(*roster.claims, second)))
    found = rdflib.Graph().parse(data=write(graph), format="turtle")
    master = rdflib.URIRef(BASE + MASTER)
    assert list(map(str, found.objects(master, SKOS.prefLabel))) == ["Harbour Master"]
    assert list(map(str, found.objects(master, SKOS.altLabel))) == ["Master of the Harbour"]


def test_what_is_deprecated_or_unstated_is_in_no_plain_triple() -> None:
    plain = list(generate_triples(harbour_graph(), evidence=False))
    assert not [node for _, predicate, node in plain if predicate.endswith("Value") and node.value == "60"]
    assert not [
        subject for subject, predicate, _ in plain if predicate == OGR + "effectiveDate" and TIDE_HEAD in subject
    ]


def test_without_evidence_no_claim_is_written() -> None:
    text = write(harbour_graph(), evidence=False)
    assert "ogr:Claim" not in text
    assert "oa:exact" not in text
    assert "org:reportsTo" in text


@settings(max_examples=30, deadline=None)
@given(rosters())
def test_no_node_is_blank_and_every_node_is_described(roster: Roster) -> None:
    triples = list(generate_triples(build(roster)))
    subjects = {subject for subject, _, _ in triples}
    assert not [subject for subject in subjects if subject.startswith("_:")]
    pointed = {node.value for _, predicate, node in triples if isinstance(node, Iri) and predicate.startswith(OGR)}
    assert {iri for iri in pointed if "/claim/" in iri or "/classification/" in iri} <= subjects


@settings(max_examples=40, deadline=None)
@given(rosters())
def test_the_file_says_what_the_triples_say(roster: Roster) -> None:
    graph = build(roster)
    read = pyoxigraph.parse(write(graph).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    found = {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in read}
    assert found == {(subject, predicate, node.value) for subject, predicate, node in generate_triples(graph)}


def test_both_engines_read_the_same(parsed: rdflib.Graph) -> None:
    store = pyoxigraph.Store()
    store.load(write(harbour_graph()).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    dumped = store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
    assert isomorphic(rdflib.Graph().parse(data=dumped, format="nt"), parsed)


def test_equal_graphs_give_equal_bytes_in_any_order_of_building() -> None:
    roster = harbour()
    turned = replace(roster, entities=roster.entities[::-1])
    assert write(build(turned)) == write(build(roster))


def test_one_more_claim_moves_no_other_iri() -> None:
    roster = harbour()
    more = build(replace(roster, claims=(claim(MASTER, "alias", Text(text="Boss")), *roster.claims)))
    subjects = {subject for subject, _, _ in generate_triples(harbour_graph())}
    assert subjects < {subject for subject, _, _ in generate_triples(more)}


def test_it_streams() -> None:
    pieces = generate_turtle(harbour_graph())
    assert len("".join(islice(pieces, 20))) < 4000
    assert max(map(len, pieces)) < 2000


@given(st.text() | HOSTILE)
def test_a_string_comes_back_and_hides_nothing(text: str) -> None:
    quoted = quote(text)
    [quad] = pyoxigraph.parse(f"<a:b> <a:c> {quoted} .".encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert quad.object.value == text
    assert len(quoted.splitlines()) == 1
    assert not set(quoted) & set("\0\x1b\x7f\x85\u2028\u202e\u2066\ufeff")


@pytest.mark.parametrize("format_", WRITERS)
def test_half_of_a_surrogate_pair_is_refused_by_name(format_: str) -> None:
    graph = harbour_graph()
    graph.nodes["position/port/night-watch"]["label"] = "Night \ud800 Watch"
    with pytest.raises(Unencodable, match=r"\\ud800.*no encoding has, in 'Night \\ud800 Watch'"):
        "".join(generate_rdf(graph, format_))


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        (Decimal("8"), "8", "integer"),
        (Decimal("8.00"), "8", "integer"),
        (Decimal("-0.00"), "0", "integer"),
        (Decimal("1E+6"), "1000000", "integer"),
        (Decimal("2.50"), "2.5", "decimal"),
        (Decimal("1E+5000000"), "1E+5000000", "double"),
        (True, "true", "boolean"),
        (-1, "-1", "integer"),
    ],
)
def test_numbers_are_exact_and_short(value: Decimal | int | bool, text: str, datatype: str) -> None:
    assert literal(value)[:2] == (text, XSD + datatype)


@pytest.mark.parametrize("base", ["orgraph/", "https://e.org/a b", "https://e.org/<x>", "https://e.org/#", "a:%zz"])
def test_a_base_that_is_no_iri_is_refused(base: str) -> None:
    with pytest.raises(OrgraphError, match="base"):
        write(harbour_graph(), base=base)


@pytest.mark.parametrize("evidence", [True, False])
def test_rdflib_gets_the_triples_that_the_file_holds(evidence: bool) -> None:
    graph = as_rdflib(harbour_graph(), evidence=evidence)
    parsed = rdflib.Graph().parse(data=write(harbour_graph(), evidence=evidence), format="turtle")
    assert set(graph) == set(parsed)
    assert dict(graph.namespaces()) == {prefix: rdflib.URIRef(name) for prefix, name in PREFIXES.items()}


def test_a_base_without_folders_gives_full_iris() -> None:
    text = write(harbour_graph(), base="urn:port:")
    assert "@base" not in text
    assert f"<urn:port:/id/{MASTER}>" in text


def test_a_megabyte_of_text_is_no_matter() -> None:
    roster = harbour()
    long = claim(MASTER, "alias", Text(text='\\"\n' * 300_000))
    assert len(write(build(replace(roster, claims=(long,))))) > 1_800_000
