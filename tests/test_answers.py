"""What each named query answers about the example organizations, on the embedded store and on rdflib."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
import rdflib
from answers import EXAMPLES, ROOT, answers, file, turtle

from orgraph.rdf.named import bind, generate_queries, named_query

NAMES = [query.name for query in generate_queries()]
QUICK = ("digital-service", {"reports-of", "chain-of-command", "rollup", "levels", "units", "parts-of-whole"})


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def expected(organization: str) -> dict[str, Any]:
    return json.loads(file(organization).read_text(encoding="utf-8"))


@pytest.mark.parametrize("organization", EXAMPLES)
def test_every_query_answers_as_expected(organization: str) -> None:
    found = dict(answers(organization))
    assert list(found) == NAMES
    for name, answer in expected(organization).items():
        assert found[name] == answer, f"{name}: read what it answers now, then keep it with tests/answers.py"


@pytest.mark.parametrize("organization", EXAMPLES)
def test_rdflib_answers_as_expected(organization: str) -> None:
    """All of them over the table, which is small; over the descriptions those that rdflib answers at once."""
    graph = rdflib.Graph().parse(data=turtle(organization), format="turtle")
    for name, answer in expected(organization).items():
        if organization != QUICK[0] or name in QUICK[1]:
            rows = graph.query(bind(named_query(name), answer["with"]))
            assert [list(map(plain, row)) for row in rows] == answer["rows"], name


def plain(cell: rdflib.term.Node | None) -> str:
    """A cell as text; the engines write one number with more zeros than the other."""
    number = cell.value if isinstance(cell, rdflib.Literal) and isinstance(cell.value, Decimal) else None
    return "" if cell is None else str(cell) if number is None else f"{number:f}".rstrip("0").rstrip(".")
