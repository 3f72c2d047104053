"""SPARQL in: answers over one graph, no reach beyond it, and every fault explained."""

from __future__ import annotations

import csv
import json
import time
from io import StringIO

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdf_factory import HOSTILE, harbour_graph, troubled_harbour

from orgraph.errors import BadQuery, UnknownName, UnreadableSource
from orgraph.graph import build
from orgraph.rdf.named import bind, generate_queries, named_query, sparql_string
from orgraph.rdf.names import XSD, Iri, Literal
from orgraph.rdf.service import refuse_service
from orgraph.rdf.store import Result, query
from orgraph.rdf.table import generate_csv, generate_json, generate_table
from orgraph.rdf.turtle import generate_turtle

TURTLE = "".join(generate_turtle(harbour_graph())).encode()
LITTLE = b'<https://e.org/a> <https://e.org/p> "x", 2.50 .'


def test_a_select_gives_columns_and_rows() -> None:
    result = query(LITTLE, "SELECT ?o ?none { ?s ?p ?o } ORDER BY ?o", seconds=None)
    assert result.columns == ("o", "none")
    assert result.rows == ((Literal("2.5", XSD + "decimal"), None), (Literal("x"), None))


def test_an_ask_gives_a_truth_and_a_construct_gives_triples() -> None:
    assert query(LITTLE, 'ASK { ?s ?p "x" }', seconds=None).truth is True
    assert query(LITTLE, 'ASK { ?s ?p "y" }', seconds=None).truth is False
    built = query(LITTLE, 'CONSTRUCT { ?s rdfs:label [] } { ?s ?p "x" }', seconds=None)
    assert built.columns == ("subject", "predicate", "object")
    assert built.rows == ((Iri("https://e.org/a"), Iri("http://www.w3.org/2000/01/rdf-schema#label"), Iri("_:b0")),)


@pytest.mark.parametrize("sparql", ["SELECT * { ?s ?p ?o }", "ASK { }", "CONSTRUCT { ?s ?p [] } WHERE { ?s ?p ?o }"])
def test_the_other_process_answers_alike(sparql: str) -> None:
    assert query(LITTLE, sparql) == query(LITTLE, sparql, seconds=None)


def test_a_query_that_takes_too_long_is_ended() -> None:
    endless = "SELECT (COUNT(*) AS ?n) {" + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + "}"
    started = time.monotonic()
    with pytest.raises(BadQuery, match=r"longer than 0\.5 seconds"):
        query(TURTLE, endless, seconds=0.5)
    assert time.monotonic() - started < 5


def test_a_query_that_nests_too_deep_ends_only_itself() -> None:
    with pytest.raises(BadQuery, match="too deep"):
        query(LITTLE, "SELECT * { FILTER(" + "(" * 200_000 + "1" + ")" * 200_000 + ") }")


@pytest.mark.parametrize(
    "update", ["INSERT DATA { <a:a> <a:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "LOAD <https://e.org/x>", "DROP ALL"]
)
def test_updates_are_refused(update: str) -> None:
    with pytest.raises(BadQuery, match="only reads"):
        query(LITTLE, update, seconds=None)


# The engine ends words where it can, and takes "<" by what stands before it: all but the last few of
# these are calls to another server for it, and look like a string or an IRI to a careless reader.
CALLS = [
    "SELECT * { SERVICE <https://e.org/sparql> { ?s ?p ?o } }",
    "SELECT * { service silent ?x { } }",
    "PREFIX e: <https://e.org/> SELECT * { SERVICESILENTe:x { } }",
    "PREFIX service: <https://e.org/> SELECT * { SERVICE service:x { } }",
    "SELECT * { ?s ?p trueSERVICE<https://e.org/x>{} }",
    'SELECT * { ?s ?p "x"@enSERVICE<https://e.org/x>{} }',
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE?x#>\n{ } }",
    "SELECT * { FILTER(?a<'>')SERVICE<https://e.org/x>{} FILTER(?a<'>') }",
    'SELECT * { FILTER(?d<?e#>"""\n)SERVICE <https://e.org/x> {} #"""\n }',
    "BASE <https://e.org/> SELECT * { ?s <'> ?o . SERVICE <x:y> {} ?s <'> ?o }",
    "BASE <https://e.org/> SELECT * { ?s <='> ?o . SERVICE <x:y> {} ?s <='> ?o }",
    "BASE <https://e.org/> SELECT * { ?s <#'> ?o . SERVICE <x:y> {} ?s <#'> ?o }",
    "SELECT * { ?s ?p '''a''' . SERVICE <https://e.org/x> {} ?s ?p '''b''' }",
    "SELECT * { ?s ?p 'it\\'s' . SERVICE <https://e.org/x> {} ?s ?p 'it\\'s' }",
]


@pytest.mark.parametrize("sparql", CALLS)
def test_a_call_to_another_server_is_refused(sparql: str) -> None:
    with pytest.raises(BadQuery, match=r"line \d"):
        query(LITTLE, sparql, seconds=None)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?service rdfs:label "Head of SERVICE <https://e.org/x>" } # the service',
        "SELECT * { ?s rdfs:label '''a 'service' {''' ; <https://e.org/service#service> ?o FILTER(?o < 3 && ?o <= 2) }",
        "PREFIX e: <https://e.org/> SELECT * { ?s e:service ?services }",
    ],
)
def test_the_word_alone_is_no_call(sparql: str) -> None:
    assert query(LITTLE, sparql, seconds=None).rows == ()


def test_the_search_for_calls_is_linear() -> None:
    for hostile in ('"\\"', '"""\\', "<https://", "'''", 'service"\n', '"a', "<a://x", "\\"):
        started = time.monotonic()
        with pytest.raises(BadQuery):
            refuse_service("service " + hostile * 100_000)
        assert time.monotonic() - started < 1


def test_a_bad_query_shows_its_line() -> None:
    with pytest.raises(BadQuery) as caught:
        query(LITTLE, "SELECT * {\n  ?s ?p }", seconds=None)
    first, shown, caret = str(caught.value).splitlines()
    assert first.startswith("line 2, column ")
    assert shown.endswith("?s ?p }")
    assert caret.strip(" |") == "~"


def test_bad_turtle_is_an_unreadable_source() -> None:
    for seconds in (None, 30.0):
        with pytest.raises(UnreadableSource, match=r"o\.ttl: line 2"):
            query(b"<a:b> <a:c> 1 .\n<a:b> ;", "ASK { }", seconds=seconds, name="o.ttl")


# --- named queries ------------------------------------------------------------------------------------

NAMES = {"position": "head of TIDES", "superior": "harbour master", "name": "Chief Pilot", "source": "tides"}


def ask(name: str, /, **values: str) -> list[tuple[str, ...]]:
    rows = query(TURTLE, bind(named_query(name), values), seconds=None).rows
    return [tuple("" if cell is None else cell.value for cell in row) for row in rows]


def test_the_answers_are_right() -> None:
    assert ask("reports-of", position="Head of Tides") == [
        ("Chief Pilot", "EX-01", "fte", "17", "56", "unspecified"),
        ("Dredging Team", "", "fte", "6", "6", "unspecified"),
        ("Night Watch", "", "fte", "2", "2", "planned"),
    ]
    assert ask("chain-of-command", position="position/port/night-watch") == [
        ("Head of Tides", "EX-01", "1"),
        ("Harbour Master", "", "2"),
    ]
    assert {row[:2] for row in ask("below", position="Head of Tides")} == {
        ("Harbour Master", "Chief Pilot"),
        ("Head of Tides", "Chief Pilot"),
        ("Head of Tides", "Dredging Team"),
        ("Head of Tides", "Night Watch"),
    }
    assert ask("span-of-control") == [("Head of Tides", "2", "1", ""), ("Harbour Master", "2", "0", "3")]
    assert ("Tides Division", "division", "Port Authority", "Head of Tides") in ask("units")
    assert ask("levels") == [("EX-01", "substantive", "2", "Chief Pilot")]
    assert ask("planned-staff") == [("Night Watch", "2", "2", "fte", "staff", "tides.txt", "12")]
    assert {row[0] for row in ask("undescribed")} == {"Chief Pilot", "Night Watch"}
    assert ("staff", "17 to 56", "stated", "normal", "staff", "harbour.txt", "11") in ask(
        "evidence-of", name="Chief Pilot"
    )
    assert [row[2] for row in ask("disagreements")] == ["Harbour Master", "Head of Tides"]
    assert ask("repaired") == [("Head of Tides", "classifiedAs", "EX-OI", "EX-01", "letter-for-digit", "tides.txt")]
    assert ask("money")[0][:6] == ("Head of Tides", "Salary", "salary", "1250000.5", "1250000.5", "CAD")
    assert {row[3] for row in ask("unresolved")} == {"Chief Pilot", "Harbour Master"}


TROUBLED = "".join(generate_turtle(build(troubled_harbour()))).encode()


@pytest.fixture(scope="module")
def other() -> rdflib.Graph:
    return rdflib.Graph().parse(data=TROUBLED, format="turtle")


@pytest.mark.parametrize("named", list(generate_queries()), ids=lambda named: named.name)
def test_two_engines_agree(other: rdflib.Graph, named: object) -> None:
    """Every named query has an answer about a harbour with every trouble, and it is the same from rdflib."""
    sparql = bind(named, {name: NAMES[name] for name in named.parameters})  # type: ignore[attr-defined]
    here = query(TROUBLED, sparql, seconds=None).rows
    assert here
    there = other.query(sparql)
    assert [tuple(str(cell.value) if cell else "" for cell in row) for row in here] == [
        tuple("" if cell is None else str(cell) for cell in row) for row in there
    ]


def test_a_name_that_is_not_known_lists_those_that_are() -> None:
    with pytest.raises(UnknownName, match="chain-of-command"):
        named_query("chain")
    with pytest.raises(UnknownName, match="position"):
        bind(named_query("below"), {"nobody": "x"})


@given(st.text() | st.lists(HOSTILE | st.sampled_from(["\\u0022", "\\", "u0022", "U00000022"])).map("".join))
def test_a_parameter_is_only_ever_a_string(text: str) -> None:
    sparql = f"SELECT ({sparql_string(text)} AS ?x) {{}}"
    assert query(b"", sparql, seconds=None).rows == ((Literal(text),),)


@pytest.mark.parametrize("text", ["\\u0022 . } #", "\\\\u0022", '"', "\\", "\\U00000022", "a\nb\r\t'", '") } #'])
def test_a_parameter_is_a_string_for_an_engine_that_unescapes_first(text: str) -> None:
    [[found]] = rdflib.Graph().query(f"SELECT ({sparql_string(text)} AS ?x) {{}}")  # type: ignore[misc]
    assert str(found) == text


def test_a_hostile_parameter_finds_nothing_and_breaks_nothing() -> None:
    assert ask("reports-of", position='x")) } SERVICE <https://e.org/> { FILTER(("') == []


# --- tables -------------------------------------------------------------------------------------------

ROWS = Result(
    ("who", "n"),
    (
        (Literal("=cmd|x"), Literal("-3", XSD + "integer")),
        (Literal("\x1b[31mRed\nline"), None),
        (Literal("a\rb"), None),
        (Iri("https://e.org/a"), Literal("Chef", language="fr")),
    ),
)


def test_a_table_shows_what_a_terminal_would_obey() -> None:
    text = "".join(generate_table(ROWS))
    assert text.splitlines()[0].split() == ["who", "n"]
    assert "\x1b" not in text
    assert "\ufffd[31mRed line" in text


def test_csv_holds_no_formula_and_reads_back() -> None:
    rows = list(csv.reader(StringIO("".join(generate_csv(ROWS)), newline="")))
    assert rows == [
        ["who", "n"],
        ["'=cmd|x", "-3"],
        ["\x1b[31mRed\nline", ""],
        ["a\rb", ""],
        ["https://e.org/a", "Chef"],
    ]


def test_json_is_the_format_of_the_standard() -> None:
    data = json.loads("".join(generate_json(ROWS)))
    assert data["head"] == {"vars": ["who", "n"]}
    assert data["results"]["bindings"] == [
        {"who": {"type": "literal", "value": "=cmd|x"},
         "n": {"type": "literal", "value": "-3", "datatype": XSD + "integer"}},
        {"who": {"type": "literal", "value": "\x1b[31mRed\nline"}},
        {"who": {"type": "literal", "value": "a\rb"}},
        {"who": {"type": "uri", "value": "https://e.org/a"},
         "n": {"type": "literal", "value": "Chef", "xml:lang": "fr"}},
    ]  # fmt: skip


def test_a_truth_has_a_form_in_each() -> None:
    yes = Result((), (), True)
    assert "".join(generate_table(yes)) == "yes\n"
    assert "".join(generate_csv(yes)) == "answer\ntrue\n"
    assert json.loads("".join(generate_json(yes))) == {"head": {}, "boolean": True}


def test_no_rows_is_a_header() -> None:
    assert "".join(generate_table(Result(("a",), ()))) == "a\n-\n"
    assert json.loads("".join(generate_json(Result(("a",), ()))))["results"] == {"bindings": []}
