"""Answer SPARQL queries over RDF with an embedded store: nothing is fetched, nothing is changed.

A query runs in a process of its own, so one that takes too long, or nests too deep for the engine,
ends there. The engine reads only queries; what it could fetch (SERVICE) is refused beforehand.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from orgraph.errors import BadQuery, UnreadableSource
from orgraph.rdf.formats import FORMATS, engine
from orgraph.rdf.guard import refuse_explosive
from orgraph.rdf.names import PREFIXES, Iri, Literal, Node, whole
from orgraph.rdf.parse import parse_error
from orgraph.rdf.service import refuse_service
from orgraph.text import underline

if TYPE_CHECKING:
    import pyoxigraph

SECONDS: Final = 60.0
ROWS: Final = 1_000_000
TRIPLE: Final = ("subject", "predicate", "object")

_PLACE: Final = re.compile(r"error at (\d+):(\d+): ")
_UPDATE: Final = re.compile(r"\s*(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)


class Result(NamedTuple):
    """The answer to a query: `truth` for ASK, else rows; those of a `graph` (CONSTRUCT, DESCRIBE) are triples."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]
    truth: bool | None = None
    graph: bool = False


def query(
    data: bytes | Path, sparql: str, *, format: str = "ttl", seconds: float | None = SECONDS, name: str = "<turtle>"
) -> Result:
    """The answer of a query over RDF: its bytes, a file, or the folder of a store. The usual prefixes are known.

    Without a limit of `seconds` it runs in this process. A query that is refused, wrong, or too long
    is a BadQuery that says where; data that cannot be read is an UnreadableSource with its `name`.

    >>> query(b"<https://e.org/a> <https://e.org/b> 7 .", "SELECT ?o { ?s ?p ?o }", seconds=None).rows[0][0].value
    '7'
    """
    refuse_service(sparql)
    try:
        return answer(data, sparql, format) if seconds is None else _ask_worker(data, sparql, format, seconds)
    except UnreadableSource as error:
        raise UnreadableSource(name, error.reason) from error


def answer(data: bytes | Path, sparql: str, format: str = "ttl") -> Result:
    """The answer of a query, in this process and without a limit of time."""
    store = _store(data, format)
    try:
        return result(store.query(whole(sparql), prefixes=PREFIXES))
    except SyntaxError as error:
        raise BadQuery(_explain(sparql, error.msg)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise BadQuery(str(error)) from error


def _store(data: bytes | Path, format: str) -> pyoxigraph.Store:
    import pyoxigraph

    if isinstance(data, Path) and data.is_dir():
        try:
            return pyoxigraph.Store.read_only(str(data))
        except OSError as error:
            raise UnreadableSource(str(data), f"is no store: {error}") from error
    try:
        data = data.read_bytes() if isinstance(data, Path) else data
        if format == "rdf":
            refuse_explosive(data)
        store = pyoxigraph.Store()
        store.load(data, format=engine(format), base_iri="file:///")
        if FORMATS[format].dataset:
            merge(store)
    except SyntaxError as error:
        raise UnreadableSource("<rdf>", parse_error(error)) from error
    except OSError as error:
        raise UnreadableSource("<rdf>", error.strerror or str(error)) from error
    return store


def merge(store: pyoxigraph.Store) -> None:
    """Put all that any graph says into the default graph, too: asked as one, and GRAPH still tells who says it.

    (The engine can also ask all graphs as one, and then counts what two graphs say twice.)
    """
    import pyoxigraph

    store.bulk_extend(pyoxigraph.Quad(*quad.triple) for quad in store)


def _ask_worker(data: bytes | Path, sparql: str, format: str, seconds: float) -> Result:
    # -P: a module in the folder in which one happens to stand must not take the place of ours.
    command = [sys.executable, "-P", "-m", "orgraph.rdf.worker"]
    path = str(data) if isinstance(data, Path) else None
    question = json.dumps({"sparql": sparql, "format": format, "path": path}).encode() + b"\n"
    given = question + (data if isinstance(data, bytes) else b"")
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise BadQuery(f"the query took longer than {seconds:g} seconds") from error
    if done.returncode != 0:
        raise BadQuery("the query is too deep or too large for the engine")
    reply = json.loads(done.stdout)
    if "refused" in reply:
        raise BadQuery(reply["refused"])
    if "unreadable" in reply:
        raise UnreadableSource("<rdf>", reply["unreadable"])
    rows = tuple(tuple(_cell(cell) for cell in row) for row in reply["rows"])
    return Result(tuple(reply["columns"]), rows, reply["truth"], reply["graph"])


def _cell(cell: list[str] | None) -> Node | None:
    if cell is None:
        return None
    return Iri(*cell) if len(cell) == 1 else Literal(*cell)


def result(found: object) -> Result:
    """What an engine found, as rows; more than ROWS are a BadQuery."""
    import pyoxigraph

    blanks: dict[str, str] = {}
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Result((), (), bool(found))
    if isinstance(found, pyoxigraph.QueryTriples | list):
        triples = (tuple(_node(term, blanks) for term in triple) for triple in found)
        return Result(TRIPLE, tuple(_few(triples)), graph=True)
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
    text = whole(sparql).split("\n")[line - 1]
    if _UPDATE.match(text):
        return f"line {line}: a query only reads: SELECT, ASK, CONSTRUCT or DESCRIBE"
    shown = underline(text[: column - 1][-60:], text[column - 1 : column], text[column:][:60])
    return f"line {line}, column {column}: {reason[:300]}\n{shown}"
