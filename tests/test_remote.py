"""Servers elsewhere: a real one on loopback is filled and asked, and one that misbehaves is named."""

from __future__ import annotations

import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest
from click.testing import CliRunner
from rdf_factory import harbour_graph

from orgraph.cli import main
from orgraph.errors import BadQuery, Unreachable
from orgraph.rdf.named import bind, named_query
from orgraph.rdf.remote import ask, push
from orgraph.rdf.store import query
from orgraph.rdf.write import generate_rdf

TURTLE = "".join(generate_rdf(harbour_graph())).encode()
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    program = Path(sysconfig.get_path("scripts")) / "oxigraph"
    folder = tmp_path_factory.mktemp("server")
    command = [program, "serve", "--location", folder, "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture(scope="module")
def filled(server: str) -> str:
    push(f"{server}/store", [TURTLE[:1000], TURTLE[1000:]], "text/turtle", replace=True)
    return f"{server}/query"


def test_a_server_answers_as_the_embedded_store_does(filled: str) -> None:
    for name, values in (("reports-of", {"position": "Head of Tides"}), ("units", {}), ("levels", {})):
        sparql = bind(named_query(name), values)
        assert ask(filled, sparql).rows == query(TURTLE, sparql, seconds=None).rows


def test_the_usual_prefixes_go_along(filled: str) -> None:
    assert ask(filled, "ASK { ?who org:reportsTo/rdfs:label 'Harbour Master' }").truth is True
    built = ask(filled, "CONSTRUCT { ?a org:reportsTo ?b } WHERE { ?a org:reportsTo ?b }")
    assert built.graph and len(built.rows) == 5


def test_pushing_again_changes_nothing_and_a_named_graph_is_its_own(server: str, filled: str) -> None:
    before = ask(filled, COUNT).rows
    push(f"{server}/store", [TURTLE], "text/turtle")
    push(f"{server}/store", [TURTLE], "text/turtle", graph="https://e.org/a?b=c&d")
    assert ask(filled, COUNT).rows == before
    assert ask(filled, "ASK { GRAPH <https://e.org/a?b=c&d> { ?s a org:Post } }").truth is True


def test_an_address_that_names_its_graph_stands_as_it_is(server: str, filled: str) -> None:
    before = ask(filled, COUNT).rows
    push(f"{server}/store?default", [TURTLE], "text/turtle")
    push(f"{server}/store?graph=urn:port", [TURTLE], "text/turtle")
    assert ask(filled, COUNT).rows == before
    assert ask(filled, "ASK { GRAPH <urn:port> { ?s a org:Post } }").truth is True
    with pytest.raises(Unreachable, match="give --graph or that"):
        push(f"{server}/store?default", [TURTLE], "text/turtle", graph="urn:port")


def test_replacing_lets_go_of_what_stood_there(server: str, filled: str) -> None:
    here = {"graph": "https://e.org/replaced"}
    push(f"{server}/store", [b"<urn:a> <urn:b> 1 ."], "text/turtle", **here)
    push(f"{server}/store", [b"<urn:a> <urn:b> 2 ."], "text/turtle", **here)
    counted = "SELECT (COUNT(*) AS ?n) { GRAPH <https://e.org/replaced> { ?s ?p ?o } }"
    assert ask(filled, counted).rows[0][0].value == "2"  # type: ignore[union-attr]
    push(f"{server}/store", [b"<urn:a> <urn:b> 3 ."], "text/turtle", replace=True, **here)
    assert ask(filled, counted).rows[0][0].value == "1"  # type: ignore[union-attr]


def test_the_commands_do_it(server: str, tmp_path: Path) -> None:
    source = tmp_path / "organization.ttl"
    source.write_bytes(TURTLE)
    pushed = CliRunner().invoke(main, ["push", str(source), f"{server}/store", "--graph", "urn:port"])
    assert (pushed.exit_code, pushed.output) == (0, f"7 boxes with all that is said of them are in {server}/store\n")
    sparql = "SELECT ?who { GRAPH <urn:port> { [] rdfs:label ?who ; org:reportsTo/rdfs:label 'Harbour Master' } }"
    sparql += " ORDER BY ?who"
    asked = CliRunner().invoke(main, ["query", "--endpoint", f"{server}/query", "-q", sparql, "--format", "csv"])
    assert asked.output.splitlines() == ["who", "Chief Pilot", "Head of Tides"]


def test_what_a_server_finds_wrong_is_told(server: str, filled: str) -> None:
    with pytest.raises(BadQuery, match=r"query: .*error at"):
        ask(filled, "SELECT nonsense")
    with pytest.raises(Unreachable, match=r"answers 400 Bad Request: "):
        push(f"{server}/store", [b"<urn:a> <urn:b> ."], "text/turtle")
    with pytest.raises(Unreachable, match="answers 404"):
        ask(f"{server}/nowhere", COUNT)


class Odd(BaseHTTPRequestHandler):
    """A server that answers by its path."""

    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_POST(self) -> None:
        self.asked.append((self.path, self.headers["Authorization"]))
        if self.path == "/slow":
            time.sleep(1)
        self.send_response(302 if self.path == "/elsewhere" else 200)
        self.send_header("Location", "/query")
        self.send_header("Content-Type", {"/page": "text/html"}.get(self.path, "application/sparql-results+json"))
        self.end_headers()
        self.wfile.write(b"{" if self.path == "/broken" else b'{"head": {}, "boolean": true}')

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def odd() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/elsewhere", "answers 302"),
        ("/page", "text/html: is it a SPARQL endpoint"),
        ("/broken", "that is none"),
        ("/slow", "longer than 0.2 seconds"),
    ],
)
def test_an_odd_answer_is_named(odd: str, path: str, reason: str) -> None:
    with pytest.raises(Unreachable, match=reason):
        ask(odd + path, COUNT, seconds=0.2 if path == "/slow" else 10)


def test_who_asks_is_told_where_the_environment_says_so(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGRAPH_AUTHORIZATION", "Bearer token")
    assert ask(f"{odd}/query", COUNT).truth is True
    assert Odd.asked[-1] == ("/query", "Bearer token")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "localhost:7878", "http://", "ftp://e.org/x", ""])
def test_only_an_address_of_a_server_is_called(url: str) -> None:
    with pytest.raises(Unreachable, match="no address"):
        ask(url, COUNT)


def test_a_server_that_is_not_there_is_named() -> None:
    url = f"http://127.0.0.1:{free_port()}/query"
    result = CliRunner().invoke(main, ["query", "--endpoint", url, "-q", COUNT])
    assert result.exit_code == 2
    assert f"{url}: cannot be reached" in result.output


def test_an_endpoint_takes_no_sources(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["query", str(tmp_path), "--endpoint", "http://e.org/", "-q", COUNT])
    assert result.exit_code == 2
    assert "neither SOURCEs nor --store" in result.output
