"""How fast a graph becomes Turtle, comes back, and answers, beside rdflib: figures of the same run, side by side.

    python benchmarks/rdf.py [POSTS]        default: 10000, a good million triples with their evidence

The organization is invented: a tree in which everybody leads six, and each superior's document lists the six with
their staff. rdflib gets the first part of the file, SHARE of its triples, and its seconds are multiplied by as much
as that is smaller (its own time grows faster than that, so this is kind to it). Memory is that of the process: first
with the graph in it, then at its highest while the graph is written as Turtle (with what that needs imported, no more).
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx

from orgraph.evidence import Excerpt
from orgraph.graph import build
from orgraph.model import BoundClaim, Claim, Classification, Entity, Mention, Quantity, Roster, Source, Text, Value
from orgraph.rdf.write import WRITERS, generate_rdf

SHARE = 0.02
BRANCHES = 6


def post(number: int) -> str:
    return f"position/works/post-{number:06}"


def said(number: int, predicate: str, value: Value, document: int, to: str | None = None) -> BoundClaim:
    """A claim about a post in the document of another, with words and a place."""
    id_ = sha256(f"{number} {predicate} {document}".encode()).hexdigest()
    place = {"start": number * 40, "end": number * 40 + 20, "line": number % 90 + 1, "column": 5}
    evidence = Excerpt(
        document=f"sha256:{document:064}",
        source=f"works/{document}.txt",
        quote=f"Officer {number} ({number % 50} FTEs)",
        before="Reporting to it are six positions: ",
        rule="reports-listed",
        **place,
    )
    subject = Mention(kind="position", text=f"Officer {number}", start=place["start"], end=place["end"])
    claim = Claim(id=id_[:16], subject=subject, predicate=predicate, value=value, evidence=(evidence,))
    return BoundClaim(claim=claim, subject=post(number), object=to)


def staff(amount: int) -> Quantity:
    return Quantity(measure="fte", low=Decimal(amount), high=Decimal(amount))


def organization(posts: int) -> nx.MultiDiGraph:
    claims, leaders = [], range((posts - 2) // BRANCHES + 1)
    for number in range(posts):
        superior = (number - 1) // BRANCHES
        claims.append(said(number, "title", Text(text=f"Officer {number}"), max(superior, 0)))
        claims.append(
            said(number, "classification", Classification(code="AS-04", group="AS", level=4), max(superior, 0))
        )
        if number:
            mention = Mention(kind="position", text=f"Officer {superior}", start=0, end=12)
            claims.append(said(number, "reports_to", mention, superior, post(superior)))
            claims.append(said(number, "staff", staff(number % 50), superior))
        if number in leaders:
            six = range(number * BRANCHES + 1, min(number * BRANCHES + BRANCHES + 1, posts))
            claims.append(said(number, "staff", staff(sum(report % 50 for report in six)), number))
    sources = tuple(
        Source(
            id=f"sha256:{n:064}", source=f"works/{n}.txt", kind="text", language="en", encoding="utf-8", subject=post(n)
        )
        for n in leaders
    )
    entities = tuple(Entity(id=post(n), kind="position", label=f"Officer {n}") for n in range(posts))
    return build(Roster(sources=sources, entities=entities, claims=tuple(claims)))


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def save(graph: nx.MultiDiGraph, path: Path, format: str) -> None:
    with path.open("wb") as file:
        file.writelines(part.encode() for part in generate_rdf(graph, format))


def beginning(path: Path, share: float) -> bytes:
    """The first lines of an N-Triples file."""
    lines = path.read_bytes().splitlines(keepends=True)
    return b"".join(lines[: int(len(lines) * share)])


def rdflib_seconds(data: bytes) -> tuple[float, float]:
    """How long rdflib takes to build and serialize as Turtle, and to parse that Turtle."""
    import rdflib

    triples = list(rdflib.Graph().parse(data=data, format="nt"))

    def write() -> None:
        graph = rdflib.Graph()
        for triple in triples:
            graph.add(triple)
        written.append(graph.serialize(format="turtle"))

    written: list[str] = []
    built = seconds(write)
    return built, seconds(lambda: rdflib.Graph().parse(data=written[0], format="turtle"))


def timed(ask: Callable[[], Iterable[object]]) -> tuple[int, float]:
    """The rows of a query, and the best of five runs in seconds of the processor."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        rows = sum(1 for _ in ask())
        best = min(best, time.process_time() - start)
    return rows, best


def main() -> None:
    graph = organization(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    held = megabytes()
    with TemporaryDirectory() as folder:
        files = {format: Path(folder) / f"organization.{format}" for format in WRITERS}
        took = {"ttl": seconds(lambda: save(graph, files["ttl"], "ttl"))}
        highest = megabytes()
        took |= {f: seconds(lambda f=f: save(graph, files[f], f)) for f in WRITERS if f != "ttl"}  # type: ignore[misc]
        triples = files["nt"].read_bytes().count(b"\n")
        data = files["ttl"].read_bytes()
        import pyoxigraph

        from orgraph.rdf.reader import read_rdf

        parsed = seconds(lambda: sum(1 for _ in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)))
        back = seconds(lambda: read_rdf(data))
        wrote, read = (figure / SHARE for figure in rdflib_seconds(beginning(files["nt"], SHARE)))
    print(f"{len(graph):,} posts, {triples:,} triples, {len(data) / 2**20:.0f} MiB of Turtle")
    print(f"memory: {held:.0f} MB with the graph, {highest:.0f} MB at most while Turtle is written\n")
    print(f"{'seconds':34}{'orgraph':>9}{'rdflib':>9}{'ratio':>8}")
    for format, figure in took.items():
        beside = f"{wrote:9.1f}{wrote / figure:8.0f}" if format == "ttl" else ""
        print(f"{f'write {format}':34}{figure:9.2f}{beside}")
    print(f"{'parse ttl (pyoxigraph)':34}{parsed:9.2f}{read:9.1f}{read / parsed:8.0f}")
    print(f"{'read ttl into records':34}{back:9.2f}{read:9.1f}{read / back:8.0f}")
    ask_everything(data)


def ask_everything(data: bytes) -> None:
    """How long named queries take in the embedded store."""
    import pyoxigraph

    from orgraph.rdf.named import bind, named_query

    store = pyoxigraph.Store()
    print(f"{'load ttl into the store':34}{seconds(lambda: store.load(data, format=pyoxigraph.RdfFormat.TURTLE)):9.2f}")
    for name in ("rollup", "span-of-control", "levels"):
        sparql = bind(named_query(name), {})
        rows, figure = timed(lambda sparql=sparql: store.query(sparql))  # type: ignore[arg-type, misc]
        print(f"{f'query {name}, {rows:,} rows':34}{figure:9.3f}")


if __name__ == "__main__":
    main()
