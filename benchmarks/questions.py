"""The named queries beside hand-made answers: twenty-five questions asked of five descriptions, by two engines.

    python benchmarks/questions.py ANSWERS SOURCE...

ANSWERS is a JSON of `cq01` to `cq25`, each with `rows`; like the descriptions it is no part of this repository. A
question is asked by our query of another name and shape, so both answers are brought to rows of one shape here. What
stands on one side only is printed; that both engines give the same rows is asserted.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import rdflib

from orgraph.rdf.named import bind, named_query
from orgraph.rdf.store import query
from orgraph.rdf.turtle import generate_turtle
from orgraph.survey import survey

Row = dict[str, str]
Key = tuple[str, ...]


class Question(NamedTuple):
    """Our query and its parameters, and how a row of theirs and a row of ours become the same tuple."""

    name: str
    theirs: Callable[[list[str]], Key]
    ours: Callable[[Row], Key]
    parameters: Mapping[str, str] = MappingProxyType({})


def document(name: str) -> str:
    """A file by its number alone: the two sides name their files otherwise, and number them alike."""
    found = re.search(r"(?:^|\D)(\d{3})(?:_[0-9a-f]+)?\.txt$", name)
    return found[1] if found else name


def columns(*names: str) -> Callable[[Row], Key]:
    return lambda row: tuple(document(row[name]) for name in names)


def take(*places: int) -> Callable[[list[str]], Key]:
    return lambda row: tuple(document(row[place] or "") for place in places)


PROPERTY = {"positionNumber": "position number", "effectiveDate": "effective date"}
OPEN = {"missing-word": "missing", "not-stated": "missing", "vague": "vague"}
CLASSES = {
    "classification": "unitKind",
    "StaffFigure": "staff",
    "MoneyFigure": "money",
    "occupation": "occupationCode",
    "role": "jobCode",
}
MONEY = {"operating+salary": "combined", "operating-and-maintenance": "operating", "budget": "other"}

QUESTIONS = {
    "cq01": Question(
        "reports-of", take(0, 1, 2), columns("report", "level", "low"), {"position": "Executive Director, Service"}
    ),
    "cq02": Question(
        "chain-of-command", take(1, 2), columns("superior", "steps"), {"position": "Head of Design Research"}
    ),
    "cq03": Question("below", take(0), columns("subordinate"), {"position": "Chief Executive Officer"}),
    "cq04": Question("placements", take(0), columns("position")),
    "cq05": Question("span-of-control", take(0, 1, 2), columns("position", "positions", "units")),
    "cq06": Question("rollup", take(0, 2, 3), columns("source", "stated", "low")),
    "cq07": Question("planned-by-superior", take(0, 1, 2, 3), columns("source", "position", "planned", "other")),
    "cq08": Question(
        "stated-peers",
        lambda row: (document(row[0]), row[2] or OPEN[row[3]], row[4]),
        columns("source", "stated", "listed_with_itself"),
    ),
    "cq09": Question(
        "missing-facts",
        lambda row: (document(row[0]), row[1], PROPERTY[row[2]], row[3].lower()),
        columns("source", "position", "fact", "why"),
    ),
    "cq10": Question("shared-numbers", take(0, 1), columns("fault", "number")),
    "cq11": Question("several-superiors", take(0), columns("who")),
    "cq12": Question("loops", take(0), columns("who")),
    "cq13": Question("inversions", take(0), columns("position")),
    "cq14": Question("acronyms", take(0, 1), columns("short", "stands_for")),
    "cq15": Question("disagreements", lambda row: (row[0], CLASSES.get(row[1], row[1])), columns("box", "predicate")),
    "cq16": Question("versions", take(0, 1, 2, 3), columns("position", "only_in", "report", "not_in")),
    "cq17": Question("one-way-peers", take(0, 1, 2, 3), columns("source", "position", "peer", "silent_source")),
    "cq18": Question(
        "evidence-of-line",
        lambda row: (document(row[0]), row[5]),
        columns("source", "modality"),
        {"position": "Director, Engagement", "superior": "Chief Executive Officer"},
    ),
    "cq19": Question(
        "to-review",
        lambda row: (document(row[0]), row[1], CLASSES.get(row[2], row[2])),
        columns("source", "box", "predicate"),
    ),
    "cq20": Question(
        "money",
        lambda row: (document(row[0]), MONEY.get(row[2], row[2]), row[3] or f"{row[4]} to {row[5]}"),
        lambda row: (document(row["source"]), row["category"], spread(row["low"], row["high"])),
    ),
    "cq21": Question("budget-sums", take(0, 1, 2, 3, 4), columns("source", "box", "parts", "total", "apart")),
    "cq22": Question("levels", take(0, 1), columns("code", "positions")),
    "cq23": Question("parts-of-whole", take(0), columns("whole")),
    "cq24": Question("undescribed", take(0), columns("position")),
    "cq25": Question("staff-ranges", take(0), columns("box")),
}


def spread(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def ask(question: Question, data: bytes, graph: rdflib.Graph) -> Iterator[Row]:
    """The rows of our query, of which both engines must give the same."""
    sparql = bind(named_query(question.name), dict(question.parameters))
    found = query(data, sparql, seconds=None)
    rows = [["" if cell is None else cell.value for cell in row] for row in found.rows]
    other = [["" if cell is None else str(cell) for cell in row] for row in graph.query(sparql)]
    assert sorted(rows) == sorted(other), question.name
    yield from (dict(zip(found.columns, row, strict=True)) for row in rows)


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123
        answers: dict[str, Any] = json.load(file)
    graph, _ = survey(sys.argv[2:])
    data = "".join(generate_turtle(graph)).encode()
    other = rdflib.Graph().parse(data=data, format="turtle")
    for number, question in QUESTIONS.items():
        theirs = Counter(question.theirs([cell or "" for cell in row]) for row in answers[number]["rows"])
        ours = Counter(map(question.ours, ask(question, data, other)))
        both = theirs & ours
        print(f"{number} {question.name}: {theirs.total()} and {ours.total()} rows, {both.total()} the same")
        for side, rest in (("theirs", theirs - ours), ("ours", ours - theirs)):
            for key in sorted(rest.elements()):
                print(f"    only {side}: {' | '.join(key)}")


if __name__ == "__main__":
    main()
