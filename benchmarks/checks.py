"""How long all checks take as organizations grow; beside it pySHACL with one rule: that no line makes a circle.

    python benchmarks/checks.py [--large] [--shacl]      sizes 1,000 to 100,000; --large adds 1,000,000

The organization is a tree in which every post has a title, a number, a classification, an FTE of its own
seat and, but for the top, a superior. Each run is in a process of its own, without the garbage collector;
seconds of the processor are the least of three runs; --rules prints the slowest rules, too.
--shacl needs `pip install pyshacl`.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import time
from decimal import Decimal

import networkx as nx

from orgraph.evidence import Cell, Column
from orgraph.graph import build
from orgraph.model import BoundClaim, Claim, Classification, Entity, Mention, Quantity, Roster, Source, Text, Value

SIZES = (1_000, 10_000, 100_000)
REPORTS = 6
RUNS = 3
SHACL = 1_000
COLUMNS = [
    Column(document="table", source="staff.csv", column=number, rule="hr-table", header=name, sheet=None)
    for number, name in enumerate(("Title", "Number", "Grade", "FTE", "Reports to"), 1)
]


def organization(size: int) -> nx.MultiDiGraph:
    """A tree of posts as a table lists them: six reports each, one row a post."""
    source = Source(id="table", source="staff.csv", kind="table", language="und", encoding="utf-8")
    roster = Roster(
        sources=(source,),
        entities=tuple(Entity(id=f"position/{n:07}", kind="position", label=f"Post {n}") for n in range(size)),
        claims=tuple(bound for n in range(size) for bound in _row(n)),
    )
    return build(roster)


def _row(n: int) -> list[BoundClaim]:
    depth, first = 0, n
    while first:
        depth, first = depth + 1, (first - 1) // REPORTS
    level = 12 - depth
    values: list[tuple[str, Value, str | None]] = [
        ("title", Text(text=f"Post {n}"), None),
        ("position_number", Text(text=f"{n:07}"), None),
        ("classification", Classification(code=f"AS-{level:02}", group="AS", level=level), None),
        ("staff", Quantity(measure="fte", low=Decimal(1), high=Decimal(1), scope="seat"), None),
    ]
    if n:
        superior = (n - 1) // REPORTS
        values.append(("reports_to", Mention(kind="position", text=f"{superior:07}"), f"position/{superior:07}"))
    subject = Mention(kind="position", text=f"Post {n}", start=n, end=n, reference=f"{n:07}")
    cells = (f"Post {n}", f"{n:07}", f"AS-{level:02}", "1", f"{(n - 1) // REPORTS:07}" if n else "")
    return [
        BoundClaim(
            claim=Claim(
                id=f"{n}/{column}",
                subject=subject,
                predicate=predicate,
                value=value,
                evidence=(Cell(at=COLUMNS[column], line=n + 2, cells=cells),),
            ),
            subject=f"position/{n:07}",
            object=object_,
        )
        for column, (predicate, value, object_) in enumerate(values)
    ]


def checks(size: int, by_rule: bool) -> None:
    """Print seconds, findings and memory of all checks; with `by_rule` the slowest rules, too."""
    from orgraph import rules
    from orgraph.check import check
    from orgraph.check._facts import Facts

    graph = organization(size)
    list(rules.discover("orgraph.check"))  # imports are not what is measured
    gc.collect()
    gc.disable()
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        findings = check(graph)
        times.append(time.process_time() - begin)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"{size:>10,} {min(times):10.3f} s {min(times) / size * 1e6:8.2f} µs a post {peak:8.2f} GB {len(findings):6}")
    if by_rule:
        facts = Facts(graph)
        shares = []
        for rule in rules.discover("orgraph.check"):
            begin = time.process_time()
            list(rule.function(facts))
            shares.append((time.process_time() - begin, rule.name))
        for seconds, name in sorted(shares, reverse=True)[:12]:
            print(f"           {seconds * 1000:9.1f} ms {name}")


def shacl(size: int) -> None:
    """Print the seconds that pySHACL takes for one SPARQL constraint: no post is its own superior in the end."""
    import pyshacl
    import rdflib

    org, base = "http://www.w3.org/ns/org#", "https://example.org/"
    data = rdflib.Graph()
    for n in range(size):
        data.add((rdflib.URIRef(f"{base}{n}"), rdflib.RDF.type, rdflib.URIRef(f"{org}Post")))
        if n:
            superior = rdflib.URIRef(f"{base}{(n - 1) // REPORTS}")
            data.add((rdflib.URIRef(f"{base}{n}"), rdflib.URIRef(f"{org}reportsTo"), superior))
    shapes = f"""
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    <{base}shape> a sh:NodeShape ; sh:targetClass <{org}Post> ; sh:sparql [
        sh:message "a circle" ; sh:select "SELECT $this WHERE {{ $this <{org}reportsTo>+ $this }}" ] ."""
    begin = time.process_time()
    conforms, *_ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"))
    assert conforms
    print(f"{size:>10,} {time.process_time() - begin:10.3f} s   pySHACL {pyshacl.__version__}, one rule")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--large", action="store_true", help="a million posts, too")
    asked.add_argument("--shacl", action="store_true", help="pySHACL beside it")
    asked.add_argument("--rules", action="store_true", help="the slowest rules")
    asked.add_argument("--size", type=int, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.size:
        checks(given.size, given.rules)
        return
    for size in (*SIZES, *([1_000_000] if given.large else ())):
        again = [sys.executable, __file__, "--size", str(size), *(["--rules"] if given.rules else [])]
        subprocess.run(again, check=True)
    if given.shacl:
        shacl(SHACL)


if __name__ == "__main__":
    main()
