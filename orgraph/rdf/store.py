"""Answer SPARQL queries over Turtle with an embedded store: nothing is fetched, nothing is changed.

A query runs in a process of its own, so one that takes too long, or nests too deep for the engine,
ends there. The engine reads only queries; what it could fetch (SERVICE) is refused beforehand.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgraph.errors import BadQuery, UnreadableSource
from orgraph.rdf.names import PREFIXES, Iri, Literal, Node, clean
from orgraph.rdf.parse import parse_error
from orgraph.rdf.service import refuse_service
from orgraph.text import underline

SECONDS: Final = 60.0
ROWS: Final = 1_000_000

_PLACE: Final = re.compile(r"error at (\d+):(\d+): ")
_UPDATE: Final = re.compile(r"\s*(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)


class Result(NamedTuple):
    """The answer to a query: `truth` for ASK, else rows; CONSTRUCT gives rows of three."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]
    truth: bool | None = None


def query(turtle: bytes, sparql: str, *, seconds: float | None = SECONDS, name: str = "<turtle>") -> Result:
    """The answer of a query over Turtle; the usual prefixes are known.

    Without a limit of `seconds` it runs in this process. A query that is refused, wrong, or too long
    is a BadQuery that says where.

    >>> query(b"<https://e.org/a> <https://e.org/b> 7 .", "SELECT ?o { ?s ?p ?o }", seconds=None).rows[0][0].value
    '7'
    """
    refuse_service(sparql)
    try:
        return answer(turtle, sparql) if seconds is None else _ask_worker(turtle, sparql, seconds)
    except UnreadableSource as error:
        raise UnreadableSource(name, error.reason) from error


def answer(turtle: bytes, sparql: str) -> Result:
    """The answer of a query, in this process and without a limit of time."""
    import pyoxigraph

    store = pyoxigraph.Store()
    try:
        store.load(turtle, format=pyoxigraph.RdfFormat.TURTLE, base_iri="file:///")
    except SyntaxError as error:
        raise UnreadableSource("<turtle>", parse_error(error)) from error
    try:
        return _result(store.query(clean(sparql), prefixes=PREFIXES))
    except SyntaxError as error:
        raise BadQuery(_explain(sparql, error.msg)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise BadQuery(str(error)) from error


def _ask_worker(turtle: bytes, sparql: str, seconds: float) -> Result:
    # -P: a module in the folder in which one happens to stand must not take the place of ours.
    command = [sys.executable, "-P", "-m", "orgraph.rdf.worker"]
    question = json.dumps(sparql).encode() + b"\n" + turtle
    try:
        done = subprocess.run(command, input=question, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise BadQuery(f"the query took longer than {seconds:g} seconds") from error
    if done.returncode != 0:
        raise BadQuery("the query is too deep or too large for the engine")
    reply = json.loads(done.stdout)
    if "refused" in reply:
        raise BadQuery(reply["refused"])
    if "unreadable" in reply:
        raise UnreadableSource("<turtle>", reply["unreadable"])
    rows = tuple(tuple(_cell(cell) for cell in row) for row in reply["rows"])
    return Result(tuple(reply["columns"]), rows, reply["truth"])


def _cell(cell: list[str] | None) -> Node | None:
    if cell is None:
        return None
    return Iri(*cell) if len(cell) == 1 else Literal(*cell)


def _result(found: object) -> Result:
    import pyoxigraph

    blanks: dict[str, str] = {}
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Result((), (), bool(found))
    if isinstance(found, pyoxigraph.QueryTriples):
        triples = (tuple(_node(term, blanks) for term in triple) for triple in found)
        return Result(("subject", "predicate", "object"), tuple(_few(triples)))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    solutions = (tuple(_node(term, blanks) for term in solution) for solution in found)
    return Result(tuple(variable.value for variable in found.variables), tuple(_few(solutions)))


def _few(rows: Iterator[tuple[Node | None, ...]]) -> Iterator[tuple[Node | None, ...]]:
    for number, row in enumerate(rows):
        if number == ROWS:
            raise BadQuery(f"the query has more than {ROWS:,} rows: give it a LIMIT")
        yield row


def _node(term: object, blanks: dict[str, str]) -> Node | None:
    import pyoxigraph

    if isinstance(term, pyoxigraph.Literal):
        return Literal(term.value, term.datatype.value, term.language or "")
    if isinstance(term, pyoxigraph.BlankNode):
        return Iri(blanks.setdefault(term.value, f"_:b{len(blanks)}"))
    return None if term is None else Iri(getattr(term, "value", str(term)))


def _explain(sparql: str, message: str) -> str:
    """The engine's message with the line it speaks of."""
    place = _PLACE.match(message)
    if place is None:
        return message
    line, column, reason = int(place[1]), int(place[2]), message[place.end() :]
    text = clean(sparql).split("\n")[line - 1]
    if _UPDATE.match(text):
        return f"line {line}: a query only reads: SELECT, ASK, CONSTRUCT or DESCRIBE"
    shown = underline(text[: column - 1][-60:], text[column - 1 : column], text[column:][:60])
    return f"line {line}, column {column}: {reason[:300]}\n{shown}"
