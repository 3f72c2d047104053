"""Ask and fill a server elsewhere: the SPARQL 1.1 Protocol and the SPARQL 1.1 Graph Store HTTP Protocol.

Only what a user names is called, over http or https, and no redirection is followed. Where the server wants
to know who asks, the environment variable ORGRAPH_AUTHORIZATION holds the header to send.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from http.client import HTTPException, HTTPResponse
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from orgraph.errors import BadQuery, Unreachable
from orgraph.rdf.names import PREFIXES, whole
from orgraph.rdf.store import SECONDS, Result, result
from orgraph.text import visible

_ROWS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_MOST: Final = 2**30  # bytes of an answer
_PIECE: Final = 2**16


def ask(url: str, sparql: str, *, seconds: float = SECONDS) -> Result:
    """The answer that a SPARQL endpoint gives to a query; the usual prefixes are sent along, on its first line.

    Raises Unreachable where there is no answer, BadQuery where the server finds fault with the query.
    """
    prologue = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items())
    headers = {"Content-Type": "application/sparql-query; charset=utf-8", "Accept": f"{_ROWS}, {_TRIPLES};q=0.9"}
    request = Request(_legal(url), f"{prologue} {whole(sparql)}".encode(), headers, method="POST")
    kind, data = _send(request, seconds, BadQuery)
    return _read(url, kind.partition(";")[0].strip(), data)


def push(
    url: str,
    parts: Iterable[bytes],
    media_type: str,
    *,
    graph: str = "",
    replace: bool = False,
    seconds: float = SECONDS,
) -> None:
    """Send RDF, piece by piece, into a graph of a graph store: the default one, or the one named `graph`.

    What stands there stays, unless `replace`. Raises Unreachable where the server does not take it.
    """
    request = Request(_store(url, graph), iter(_large(parts)), {"Content-Type": media_type})
    request.method = "PUT" if replace else "POST"
    _send(request, seconds, Unreachable)


class _Here(HTTPRedirectHandler):
    """A redirection is an answer like any other that is not the one asked for."""

    def redirect_request(self, *_: object) -> None:
        return None


def _legal(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unreachable(url, "is no address of a server: it starts with http:// or https://")
    return url


def _store(url: str, graph: str) -> str:
    """The address of a graph in a store; an address that names its graph itself stands as it is."""
    asked = urlsplit(_legal(url)).query
    where = f"graph={quote(graph, safe='')}" if graph else "default"
    if not {part.partition("=")[0] for part in asked.split("&")} & {"default", "graph"}:
        return f"{url}{'&' if asked else '?'}{where}"
    if graph:
        raise Unreachable(url, "names a graph itself: give --graph or that, not both")
    return url


def _send(request: Request, seconds: float, refusal: type[Unreachable] | type[BadQuery]) -> tuple[str, bytes]:
    """The type and the bytes of an answer, all within a time; a request that is refused is a `refusal`."""
    if authorization := os.environ.get("ORGRAPH_AUTHORIZATION"):
        request.add_unredirected_header("Authorization", authorization)
    end = time.monotonic() + seconds
    try:
        with build_opener(_Here).open(request, timeout=seconds) as answer:
            return answer.headers.get("Content-Type", ""), _within(answer, request.full_url, end)
    except HTTPError as error:
        said = visible(error.read(2000).decode("utf-8", "replace")).strip()
        reason = f"answers {error.code} {error.reason}{': ' if said else ''}{said}"
        if refusal is BadQuery and error.code == 400:
            raise BadQuery(f"{request.full_url}: {said or reason}") from error
        raise Unreachable(request.full_url, reason) from error
    except TimeoutError as error:
        raise Unreachable(request.full_url, f"took longer than {seconds:g} seconds") from error
    except URLError as error:
        raise Unreachable(request.full_url, f"cannot be reached: {error.reason}") from error
    except (OSError, HTTPException) as error:
        raise Unreachable(request.full_url, f"broke off: {error or type(error).__name__}") from error


def _within(answer: HTTPResponse, url: str, end: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > _MOST:
            raise Unreachable(url, f"answers with more than {_MOST // 2**20} MiB: give the query a LIMIT")
        if time.monotonic() > end:
            raise TimeoutError
    return b"".join(pieces)


def _read(url: str, kind: str, data: bytes) -> Result:
    import pyoxigraph

    results, triples = pyoxigraph.QueryResultsFormat.from_media_type(kind), pyoxigraph.RdfFormat.from_media_type(kind)
    try:
        if results is not None:
            return result(pyoxigraph.parse_query_results(data, format=results))
        if triples is not None:
            return result([quad.triple for quad in pyoxigraph.parse(data, format=triples, base_iri=url)])
    except SyntaxError as error:
        raise Unreachable(url, f"answers with {kind} that is none: {error.msg}") from error
    raise Unreachable(url, f"answers with {kind or 'something'}: is it a SPARQL endpoint?")


def _large(parts: Iterable[bytes]) -> Iterable[bytes]:
    """The same bytes in fewer pieces: each is a packet of its own on the way."""
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)
