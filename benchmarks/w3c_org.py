"""W3C's test of tables that become W3C ORG (CSV on the Web, test 034), beside what orgraph makes of the same tables.

    python benchmarks/w3c_org.py FOLDER

FOLDER is the test as W3C publishes it: `senior-roles.csv`, `junior-roles.csv` and `result.ttl`. It is no part of this
repository; `tests/test_w3c_org.py` holds the same over tables of our own.

The test's metadata maps columns to names of its own; MAPPED does the same with our graph, in SPARQL. Compared is the
organization. Two things are W3C's alone: the table group with its rows and their numbers (the evidence of our claims
says that, as sheet, row and column), and the profession of a post, a column that orgraph does not read.
"""

from __future__ import annotations

import sys
from pathlib import Path

import rdflib
from rdflib.compare import graph_diff, to_isomorphic

from orgraph.rdf.store import Result, query
from orgraph.rdf.table import FORMATS
from orgraph.rdf.turtle import generate_turtle
from orgraph.survey import survey

CSVW = "http://www.w3.org/ns/csvw#"
DEF = "http://example.org/gov.uk/def/"

MAPPED = """
PREFIX def: <http://example.org/gov.uk/def/>
CONSTRUCT {
  ?post dcterms:identifier ?number ; org:heldBy ?person ; def:grade ?grade ; def:job ?job ;
    org:reportsTo ?superior ; org:postIn ?body .
  ?person foaf:name ?name .
  _:group def:grade ?groupGrade ; def:job ?groupJob ; org:reportsTo ?senior ; org:postIn ?groupBody ;
    def:number_of_posts ?posts ; def:min_pay ?low ; def:max_pay ?high .
} WHERE {
  {
    ?p ogr:positionNumber ?number ; skos:prefLabel ?job ; ogr:classifiedAs/skos:notation ?grade ;
      org:postIn/rdfs:label ?at .
    ?claim rdf:subject ?p ; rdf:predicate ogr:incumbent ; rdf:object ?name ; ogr:evidence/ogr:line ?line .
    BIND(CONCAT("http://example.org/organization/", ?at) AS ?root)
    BIND(IRI(?root) AS ?body)
    BIND(IRI(CONCAT(?root, "/post/", ?number)) AS ?post)
    BIND(IRI(CONCAT(?root, "/person/", STR(?line - 1))) AS ?person)
    OPTIONAL { ?p org:reportsTo/ogr:positionNumber ?above }
    BIND(IRI(CONCAT(?root, "/post/", ?above)) AS ?superior)
  } UNION {
    ?g ogr:seats/schema:value ?number_of_posts ; skos:prefLabel ?groupJob ; ogr:classifiedAs/skos:notation ?groupGrade ;
      org:postIn/rdfs:label ?at ; org:reportsTo/ogr:positionNumber ?above ; ogr:money ?pay .
    ?pay ogr:scope "seat" ; schema:minValue ?low ; schema:maxValue ?high .
    BIND(IRI(CONCAT("http://example.org/organization/", ?at)) AS ?groupBody)
    BIND(IRI(CONCAT(STR(?groupBody), "/post/", ?above)) AS ?senior)
    BIND(STRDT(STR(?number_of_posts), xsd:double) AS ?posts)
  }
}
"""


def mapped(tables: list[Path]) -> rdflib.Graph:
    """What orgraph reads in the tables, in the names that the metadata of the test asks for."""
    graph, unreadable = survey([str(table) for table in tables])
    assert not unreadable, unreadable
    found: Result = query("".join(generate_turtle(graph)).encode(), MAPPED, seconds=None)
    return rdflib.Graph().parse(data="".join(FORMATS["ttl"](found)), format="turtle")


def organization(result: Path) -> rdflib.Graph:
    """The organization in a result of the test: without the table group, and without professions."""
    found = rdflib.Graph().parse(result)
    tables = {rdflib.URIRef(CSVW + name) for name in ("TableGroup", "Table", "Row")}
    about = {subject for type_ in tables for subject in found.subjects(rdflib.RDF.type, type_)}
    for subject in about:
        found.remove((subject, None, None))
    found.remove((None, rdflib.URIRef(DEF + "profession"), None))
    return found


def main() -> int:
    folder = Path(sys.argv[1])
    ours = mapped([folder / "senior-roles.csv", folder / "junior-roles.csv"])
    theirs = organization(folder / "result.ttl")
    both, only_ours, only_theirs = graph_diff(to_isomorphic(ours), to_isomorphic(theirs))
    print(f"{len(both)} triples in both, {len(only_ours)} only in ours, {len(only_theirs)} only in the result of W3C")
    for name, rest in (("ours", only_ours), ("W3C", only_theirs)):
        for triple in sorted(rest):
            print(f"only {name}: " + " ".join(term.n3() for term in triple))
    return int(bool(only_ours or only_theirs))


if __name__ == "__main__":
    sys.exit(main())
