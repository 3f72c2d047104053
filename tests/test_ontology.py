"""The vocabulary, its shapes, its context and its manual agree with the table of terms and with what is written."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdf_factory import harbour_graph
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from orgraph.graph import build
from orgraph.rdf import fields, named
from orgraph.rdf.named import generate_queries, ontology
from orgraph.rdf.names import PREFIXES, SCHEMA, TYPE, Iri
from orgraph.rdf.reader import read_rdf
from orgraph.rdf.triples import generate_triples
from orgraph.terms import OGR, ORG, TERMS, Term

HERE = Path(__file__).parents[1] / "ontology"
INCLUDES = {
    "domain": rdflib.URIRef(SCHEMA + "domainIncludes"),
    "range": rdflib.URIRef(SCHEMA + "rangeIncludes"),
}
BOXES = {"position": OGR + "Position", "unit": ORG + "OrganizationalUnit"}
RANGES = {**BOXES, "quantity": OGR + "Quantity", "classification": OGR + "Classification"}


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(HERE / "orgraph.ttl")


def declared(vocabulary: rdflib.Graph) -> set[str]:
    return {str(term) for term in vocabulary.subjects(RDF.type) if str(term).startswith(OGR)}


def written() -> set[str]:
    """Every ogr: term that a file can hold."""
    triples = list(generate_triples(harbour_graph()))
    types = {node.value for _, predicate, node in triples if predicate == TYPE and isinstance(node, Iri)}
    tables = (table for name, table in vars(fields).items() if name.isupper() and isinstance(table, dict))
    held = {iri for table in tables for iri in table.values()} | {predicate for _, predicate, _ in triples} | types
    found = held | {term.iri for term in TERMS.values()} | {OGR + "sourceName"}
    return {iri for iri in found if iri.startswith(OGR)}


@pytest.mark.parametrize("name", ["orgraph.ttl", "shapes.ttl"])
def test_both_engines_read_the_file(name: str) -> None:
    data = (HERE / name).read_bytes()
    triples = list(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE))
    assert len(triples) == len(rdflib.Graph().parse(data=data, format="turtle")) > 50


def test_what_is_written_is_declared_and_what_is_declared_is_written(vocabulary: rdflib.Graph) -> None:
    assert declared(vocabulary) == written()


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_a_term_is_declared_as_the_table_has_it(vocabulary: rdflib.Graph, term: Term) -> None:
    iri = rdflib.URIRef(term.iri)
    kinds = {str(kind).rpartition("#")[2] for kind in vocabulary.objects(iri, RDF.type)}
    literal = term.object in ("text", "date")
    assert kinds <= ({"DatatypeProperty", "AnnotationProperty"} if literal else {"ObjectProperty"})
    domains = ends(vocabulary, iri, RDFS.domain, "domain")
    assert {BOXES[term.subject]} <= domains if term.subject != "any" else domains == set(BOXES.values())
    if not literal:
        ranges = set(BOXES.values()) if term.object == "any" else {RANGES[term.object]}
        assert ends(vocabulary, iri, RDFS.range, "range") == ranges
    if term.iri.startswith(OGR):
        assert str(vocabulary.value(iri, RDFS.label)) == term.label


def ends(vocabulary: rdflib.Graph, iri: rdflib.URIRef, strict: rdflib.URIRef, loose: str) -> set[str]:
    return {str(end) for predicate in (strict, INCLUDES[loose]) for end in vocabulary.objects(iri, predicate)}


def test_every_term_says_what_it_means(vocabulary: rdflib.Graph) -> None:
    terms = (*vocabulary.subjects(RDF.type, OWL.Class), *vocabulary.subjects(RDF.type, OWL.DatatypeProperty))
    for term in (*terms, *vocabulary.subjects(RDF.type, OWL.ObjectProperty)):
        said = vocabulary.value(term, RDFS.comment) or vocabulary.value(term, SKOS.scopeNote)
        assert said and len(said) > 15, term


def test_terms_of_others_are_not_redefined(vocabulary: rdflib.Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.comment):
        assert all(str(term).startswith(OGR[:-1]) for term in vocabulary.subjects(predicate))


def test_the_vocabulary_has_no_blank_node(vocabulary: rdflib.Graph) -> None:
    assert not [node for triple in vocabulary for node in triple if isinstance(node, rdflib.BNode)]


def test_the_shapes_speak_only_of_known_terms(vocabulary: rdflib.Graph) -> None:
    used = {str(node) for triple in rdflib.Graph().parse(HERE / "shapes.ttl") for node in triple}
    assert {iri for iri in used if iri.startswith(OGR)} - {OGR} <= declared(vocabulary)


# --- queries ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", list(generate_queries()), ids=lambda query: query.name)
def test_a_query_is_whole_without_parameters_and_speaks_only_of_known_terms(
    vocabulary: rdflib.Graph, query: named.NamedQuery
) -> None:
    assert query.caption.endswith("?") and not query.caption.startswith("#")
    assert set(re.findall(r"\$(\w+)", query.text)) == set(query.parameters)
    assert "ORDER BY" in query.text
    pyoxigraph.Store().query(query.text)
    used = {OGR + name for name in re.findall(r"\bogr:(\w+)", query.text)}
    assert used <= declared(vocabulary)
    for prefix, namespace in re.findall(r"^PREFIX (\w+): <(.*)>$", query.text, re.MULTILINE):
        assert PREFIXES[prefix] == namespace


def test_an_installed_wheel_has_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Path(str(ontology())) == HERE
    (tmp_path / "_ontology").mkdir()
    monkeypatch.setattr(named, "files", lambda package: tmp_path)
    assert ontology() == tmp_path / "_ontology"


# --- JSON-LD ------------------------------------------------------------------------------------------


def test_the_context_has_every_term() -> None:
    context = json.loads((HERE / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for term in TERMS.values():
        entry = context[term.name]
        iri = entry if isinstance(entry, str) else entry["@id"]
        prefix, _, local = iri.partition(":")
        assert context[prefix] + local == term.iri
        assert isinstance(entry, str) == (term.object in ("text", "date"))


def test_the_context_has_every_term_that_is_declared(vocabulary: rdflib.Graph) -> None:
    context = json.loads((HERE / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    named = {entry if isinstance(entry, str) else entry["@id"] for entry in context.values() if entry != 1.1}
    properties = {
        *vocabulary.subjects(RDF.type, OWL.ObjectProperty),
        *vocabulary.subjects(RDF.type, OWL.DatatypeProperty),
    }
    assert {short(str(term)).strip("`") for term in properties} <= named
    assert {prefix: context[prefix] for prefix in PREFIXES} == dict(PREFIXES)


def test_json_with_the_context_is_an_organization() -> None:
    context = json.loads((HERE / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    port = {"id": "urn:port:master", "type": ["post", "position"], "title": "Harbour Master"}
    watch = {"id": "urn:port:watch", "type": "post", "title": "Night Watch", "reports_to": "urn:port:master"}
    data = json.dumps({"@context": context, "@graph": [port, watch]})
    turtle = pyoxigraph.serialize(
        (quad.triple for quad in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.JSON_LD)),
        format=pyoxigraph.RdfFormat.TURTLE,
    )
    assert turtle is not None
    graph = build(read_rdf(turtle))
    assert [graph.nodes[node]["label"] for edge in graph.edges for node in edge[:2]] == [
        "Night Watch",
        "Harbour Master",
    ]


# --- manual -------------------------------------------------------------------------------------------


def table() -> str:
    """The table of predicates for the manual."""
    rows = [
        f"| `{t.name}` | {short(t.iri)} | {t.subject} | {t.object} | {'yes' if t.single else ''} |"
        for t in TERMS.values()
    ]
    return "\n".join(["| predicate | term | of a | its value | only one |", "| --- | --- | --- | --- | --- |", *rows])


def every_term(vocabulary: rdflib.Graph) -> str:
    """The table of all terms of ours for the manual, classes first, each in the words of its comment."""
    lines = ["| term | of a | its value | what it means |", "| --- | --- | --- | --- |"]
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in sorted(term for term in vocabulary.subjects(RDF.type, kind) if str(term).startswith(OGR)):
            of, value = (
                ", ".join(sorted(map(short, ends(vocabulary, rdflib.URIRef(term), strict, loose))))
                for strict, loose in ((RDFS.domain, "domain"), (RDFS.range, "range"))
            )
            name = short(str(term)) if kind != OWL.Class else f"**{short(str(term))}**"
            lines.append(f"| {name} | {of} | {value} | {vocabulary.value(term, RDFS.comment)} |")
    return "\n".join(lines)


def short(iri: str) -> str:
    prefix, namespace = next(item for item in PREFIXES.items() if iri.startswith(item[1]))
    return f"`{prefix}:{iri.removeprefix(namespace)}`"


def test_the_manual_has_the_table_of_terms() -> None:
    assert table() in (HERE / "README.md").read_text(encoding="utf-8"), f"put this into the manual:\n{table()}"


def test_the_manual_has_every_term_of_the_file(vocabulary: rdflib.Graph) -> None:
    assert every_term(vocabulary) in (HERE / "README.md").read_text(encoding="utf-8"), "make it anew with every_term()"


def test_the_manual_has_every_query_with_its_caption() -> None:
    manual = (HERE / "README.md").read_text(encoding="utf-8")
    for query in generate_queries():
        assert f"| `{query.name}` | {query.caption} |" in manual


def test_the_examples_of_the_manual_run() -> None:
    assert doctest.testfile(str(HERE / "README.md"), module_relative=False).failed == 0


def test_the_worked_example_is_turtle_of_known_terms(vocabulary: rdflib.Graph) -> None:
    blocks = re.findall(r"```turtle\n(.*?)```", (HERE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    example = rdflib.Graph().parse(data=prefixes + "".join(blocks), format="turtle", publicID="https://e.org/")
    used = {str(node) for triple in example for node in triple if str(node).startswith(OGR)}
    assert len(used) > 10
    assert used <= declared(vocabulary)


def test_the_worked_example_points_at_its_words() -> None:
    manual = (HERE / "README.md").read_text(encoding="utf-8")
    [sentence] = re.findall(r"^> (.*)$", manual, re.MULTILINE)
    start, end = (int(re.findall(rf"oa:{name} (\d+)", manual)[0]) for name in ("start", "end"))
    assert f'oa:exact "{sentence[start:end]}"' in manual
    assert f"ogr:column {start + 1} " in manual
